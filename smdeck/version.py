"""Versions of a deck: its variants, each in its languages, and what they have in common."""

from __future__ import annotations

from typing import NamedTuple

from smdeck.compiler.compiling import Compiled
from smdeck.expand.wanted import BASE
from smdeck.findings import Finding, Findings, Place
from smdeck.source import Mapping, Sequence

UNUSED = ("unused-name", "unused-allow")
"""The findings that only all versions together can have: what one has no use for, another has."""


class Version(NamedTuple):
    """A variant of a deck in one of its languages."""

    variant: str | None = None
    """Its name; None for the deck as it stands."""
    lang: str | None = None
    """The language, as `en`; None for the first one."""

    @property
    def name(self) -> str:
        """What findings call it: `kurz-en`, or `base` for the deck as it stands."""
        return "-".join(filter(None, self)) or BASE

    @property
    def ending(self) -> str:
        """What stands behind the name of its file: `-kurz-en`, or nothing."""
        return "".join(f"-{part}" for part in self if part)


def versions_of(root: Mapping) -> list[Version]:
    """Return the versions of a deck: itself and its variants, each in all of its languages."""
    languages: list[str | None] = [None, *_languages(root)[1:]]
    return [Version(variant, lang) for variant in [None, *_variants(root)] for lang in languages]


def _variants(root: Mapping) -> list[str]:
    node = root.get("variants")
    if not isinstance(node, Mapping):
        return []
    from smdeck.expand.variants import declared

    return [*declared(root, Findings())]


def _languages(root: Mapping) -> list[str]:
    """Return the languages of a deck by the first part of their tags, as far as these differ."""
    node = root.get("lang")
    if not isinstance(node, Sequence):
        return []
    from smdeck.expand.languages import tags_of

    tags = tags_of(node)
    short = [tag.split("-")[0] for tag in tags]
    return short if len({*short}) == len(short) else tags


def of_version(findings: Findings, version: Version, several: bool) -> Findings:
    """Return the findings of one version, marked with its name.

    Where a deck has several, one of them can't tell what is used by none.
    """
    mark = () if version == Version() else (version.name,)
    kept = [one for one in findings if not (several and one.code in UNUSED)]
    return Findings(one._replace(versions=mark) for one in kept)


Found = dict[Version, tuple[Findings, Compiled | None]]
"""The findings of each version, and what it compiles to."""


def of_all(found: Found) -> Findings:
    """Return the findings of all versions, each once, marked with the versions that have it."""
    having: dict[Finding, dict[Version, Finding]] = {}
    for version, (findings, _) in found.items():
        for finding in findings:
            having.setdefault(finding._replace(slide=None), {}).setdefault(version, finding)
    merged = Findings()
    for versions in having.values():
        version, finding = next(iter(versions.items()))
        if finding.code in UNUSED:
            slide = _slide(finding, found[version][1])
            if len(versions) == sum(_has(deck, slide) for _, deck in found.values()):
                merged.append(finding)
            continue
        common = len(versions) == len(found)
        names = () if common else tuple(version.name for version in versions)
        merged.append(finding._replace(versions=names))
    return merged


def _slide(finding: Finding, deck: Compiled | None) -> Place | None:
    """Return where the slide stands that a finding is about; None where it is about none."""
    return deck.slide_places[finding.slide - 1] if finding.slide and deck else None


def _has(deck: Compiled | None, slide: Place | None) -> bool:
    return deck is not None and (slide is None or slide in deck.slide_places)
