"""Choosing: which version of a deck a preview shows, under which theme, and what there is."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from smdeck.expand import Value, Wanted
from smdeck.expand.wanted import BASE
from smdeck.source import Mapping, Node, Scalar, Sequence
from smdeck.theme.folders import shipped_themes
from smdeck.version import versions_of

LONGEST = 200
"""Characters of what a page may ask for."""


class Chosen(NamedTuple):
    """What a page asked for; None for what the deck says."""

    variant: str | None = None
    lang: str | None = None
    theme: str | None = None

    @classmethod
    def of(cls, data: object) -> Chosen | None:
        """Return what was asked for by data from a page; None where it can't be that."""
        if not isinstance(data, dict) or not data.keys() <= set(cls._fields):
            return None
        values = [data.get(name) for name in cls._fields]
        if any(not isinstance(one, str | None) or len(one or "") > LONGEST for one in values):
            return None
        return cls(*(value or None for value in values))

    @property
    def wanted(self) -> Wanted:
        """The version of the deck, with the theme in place of its own."""
        from smdeck.api import given

        values: tuple[Value, ...] = given({"theme": self.theme}) if self.theme else ()
        return Wanted(self.variant, self.lang, values)


def choices(node: Mapping, folder: Path, chosen: Chosen) -> dict[str, Any]:
    """Return what there is to choose of a deck in a folder, and what is chosen, as data."""
    versions = versions_of(node)
    variants = dict.fromkeys(one.variant or "" for one in versions)
    languages = dict.fromkeys(one.lang or "" for one in versions)
    beside = sorted(file.parent.name for file in folder.glob("themes/*/theme.yaml"))
    return {
        "variant": {"all": [*variants], "chosen": chosen.variant or "", "usual": BASE},
        "lang": {"all": [*languages], "chosen": chosen.lang or "", "usual": _first_of(node)},
        "theme": {
            "all": ["", *dict.fromkeys((*beside, *shipped_themes()))],
            "chosen": chosen.theme or "",
            "usual": _text_of(node.get("theme")) or "schlicht",
        },
    }


def _first_of(node: Mapping) -> str:
    """Return the language that a deck is in where none is asked for."""
    lang = node.get("lang")
    first = lang.items[0] if isinstance(lang, Sequence) and lang.items else lang
    return _text_of(first) or "de-DE"


def _text_of(node: Node | None) -> str:
    return node.text if isinstance(node, Scalar) else ""
