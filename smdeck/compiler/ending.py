"""The end: the slide that a brand ends each talk with, put behind those of the deck."""

from __future__ import annotations

from smdeck.source import Mapping, Node, Scalar, Sequence
from smdeck.theme import Theme


def with_closing(node: Mapping, theme: Theme | None) -> Mapping:
    """Return a deck with the closing slide of its theme: before the slides that are kept back."""
    closing = theme.asks.house.closing if theme else None
    entry = node.entries.get("slides")
    if closing is None or entry is None or not isinstance(entry[1], Sequence):
        return node
    slides = entry[1].items
    at = len(slides)
    while at and _is_backup(slides[at - 1]):
        at -= 1
    whole = Sequence(*entry[1].where, [*slides[:at], closing, *slides[at:]])
    return Mapping(*node.where, {**node.entries, "slides": (entry[0], whole)})


def _is_backup(node: Node) -> bool:
    backup = node.get("backup")
    return isinstance(backup, Scalar) and backup.text == "true"
