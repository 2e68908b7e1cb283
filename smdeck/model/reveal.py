"""Reveal: what of a slide appears by clicks, in which groups, and how."""

from __future__ import annotations

from typing import Any, ClassVar, Literal, get_args

from smdeck.findings import Place
from smdeck.model.fields import FAILED, Reader, Record, key
from smdeck.model.kinds import TRUTHS, Expanded
from smdeck.source import Node, Scalar, Sequence

By = Literal["item", "column", "series", "category", "whole"]
Effect = Literal["fade", "appear", "wipe"]

Numbered = tuple[int, Place]
"""The number of an item, and where it is written."""


class Groups(Expanded):
    """What comes together: a list of lists of numbers; a number alone is a group of one."""

    words: ClassVar[str] = "a list of groups, each a list of numbers from 1"
    described: ClassVar[dict[str, Any]] = {
        "type": "array",
        "items": {"anyOf": [
            {"type": "integer", "minimum": 1},
            {"type": "array", "minItems": 1, "items": {"type": "integer", "minimum": 1}},
        ]},
    }  # fmt: skip

    def decode(self, node: Node, name: str, reader: Reader) -> Any:
        """Return the numbers of each group, with their places."""
        if not isinstance(node, Sequence):
            return reader.wrong(node, name, self.words, _AS_GROUPS)
        groups: list[list[Numbered]] = []
        for one in node.items:
            members = one.items if isinstance(one, Sequence) else [one]
            numbers = [_number(member, reader) for member in members]
            if FAILED in numbers:
                return FAILED
            groups.append(numbers)
        return FAILED if _repeated(groups, reader) else groups


class Reveal(Record):
    """What appears by clicks: `true`, a list of groups, or these keys."""

    words: ClassVar[str] = "`true` or `false`, a list of groups, or keys such as `by` and `effect`"
    short_schema: ClassVar[dict[str, Any]] = {
        "anyOf": [
            {"type": ["boolean", "string"], "pattern": r"^\$\{[^{}]+\}$"},
            Groups.described,
        ]
    }

    by: By | None = key(
        "What one click brings: an `item`, a `column`, a `series` or `category` of a chart, or the"
        " `whole` slide below its title; default: items, rows, and series where a chart has"
        " several.",
        None,
    )
    groups: Groups | None = key(
        "What comes together, click by click, by numbers from 1: `[[1], [2, 3]]`; what no group"
        " names stands there from the beginning.",
        None,
    )
    effect: Effect = key("How it comes: it fades in, is there at once, or is wiped in.", "fade")

    on: bool = True
    """False where the slide says that nothing appears, as against a default."""

    def __bool__(self) -> bool:
        return self.on

    @classmethod
    def from_other(cls, node: Node, reader: Reader) -> Any:
        """Return what `true`, `false` or a list of groups stand for."""
        if isinstance(node, Sequence):
            groups = Groups().decode(node, "`reveal`", reader)
            return FAILED if groups is FAILED else cls(origin=node, groups=groups)
        if not isinstance(node, Scalar):
            return NotImplemented
        if node.text not in ("true", "false"):
            return _no_truth(node, reader)
        made = cls(origin=node)
        made.on = node.text == "true"
        return made


def _no_truth(node: Scalar, reader: Reader) -> Any:
    """Report a word that is neither true nor false, with what it may mean."""
    from smdeck.data.synonyms import value_meant

    help = "`true` brings one item with each click"
    for name, choices in (("by", get_args(By)), ("effect", get_args(Effect))):
        meant = node.text if node.text in choices else value_meant(node.text, choices)
        if meant:
            help = f"write `reveal: {{{name}: {meant}}}`"
    if node.text.isdecimal():
        help = _AS_GROUPS
    help = TRUTHS.get(node.text.lower(), help)
    return reader.wrong(node, "`reveal`", "`true` or `false`, groups or keys", help)


_AS_GROUPS = "count them from 1: `reveal: [[1], [2, 3]]`"


def _number(node: Node, reader: Reader) -> Any:
    if isinstance(node, Scalar) and node.text.isdecimal() and int(node.text) > 0:
        return int(node.text), node.place
    shown = f"`{node.text}`" if isinstance(node, Scalar) else "something else"
    message = f"a group of `reveal` takes the numbers of items, here is {shown}"
    reader.findings.error("wrong-type", message, node.place, _AS_GROUPS)
    return FAILED


def _repeated(groups: list[list[Numbered]], reader: Reader) -> bool:
    """Report numbers that stand in groups twice; return whether there is one."""
    known: set[int] = set()
    twice = False
    for number, place in (one for group in groups for one in group):
        if number in known:
            message = f"`reveal` names item {number} twice"
            reader.findings.error("wrong-value", message, place, "each item comes with one click")
        twice |= number in known
        known.add(number)
    return twice
