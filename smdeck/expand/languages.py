"""Languages side by side: of `{de: …, en: …}` the text of one language is taken."""

from __future__ import annotations

from collections.abc import Iterable

from smdeck.findings import Findings, listing, suggest
from smdeck.source.nodes import Mapping, Node, Scalar, Sequence


class Languages:
    """The languages of a deck, and the one that is wanted."""

    def __init__(self, tags: list[str], chosen: str, findings: Findings) -> None:
        self.tags, self.wanted, self.findings = tags, chosen, findings
        self.names = {name: tag for tag in tags for name in (tag.split("-")[0], tag)}
        """What a text may call each language by: its tag, or the first part of it."""

    def chosen(self, node: Node) -> Node:
        """Return the text of the language that is wanted, where a node has one for each."""
        if not isinstance(node, Mapping) or not node.entries:
            return node
        if not node.entries.keys() <= self.names.keys():
            return node
        for name, (_, value) in node.entries.items():
            if self.names[name] == self.wanted:
                return value
        self.findings.error(
            "missing-translation",
            f"this text is not there in `{self.wanted}`",
            node.place,
            f"add `{self.wanted.split('-')[0]}: …`",
        )
        return next(iter(node.entries.values()))[1]


def languages_of(
    written: Node | None, own: Node | None, wanted: str | None, findings: Findings
) -> Languages | None:
    """Return the languages of a deck; None where it has one.

    `written` is what the deck says, `own` what its variant says. Findings say what is wrong.
    """
    listed = written.items if isinstance(written, Sequence) else [written]
    tags = [one.text for one in listed if isinstance(one, Scalar)]
    if wanted is not None and (tag := _tag(wanted, tags)) is None:
        place = written.place if written else None
        help = suggest(wanted, tags, f"it has {listing(tags, 'and')}" if tags else None)
        findings.error("unknown-language", f"the deck has no language `{wanted}`", place, help)
        return None
    if not isinstance(written, Sequence) or not tags:
        return None
    if wanted is not None:
        assert tag
    else:
        said = own.text if isinstance(own, Scalar) else tags[0]
        tag = _tag(said, tags) or said
    return Languages(tags, tag, findings)


def _tag(name: str, tags: Iterable[str]) -> str | None:
    """Return the tag of a language that is called by it, or by its first part."""
    return next((tag for tag in tags if name in (tag, tag.split("-")[0])), None)
