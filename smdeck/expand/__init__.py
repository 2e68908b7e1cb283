"""Expanding: what a deck takes from other files, variables and versions becomes one deck's nodes.

A deck that asks for none of it costs a look at its text, and imports nothing more of this room.
"""

from __future__ import annotations

import re

from smdeck.expand.wanted import AS_IT_STANDS, Value, Wanted
from smdeck.source import Mapping, Sequence

__all__ = ["AS_IT_STANDS", "Value", "Wanted", "needs_expanding"]

OF_DECK = ("vars", "variants", "defaults")
"""The keys of a deck that are gone once it is expanded."""

_ASKS = re.compile(r"\$\{|\b(?:use|only|except)[\"']?\s*:|\?\s+[\"']?(?:use|only|except)\b")
"""What a text has that asks for it; a few more decks than need it."""


def needs_expanding(root: Mapping, wanted: Wanted) -> bool:
    """Return whether a deck has to be expanded before it is decoded."""
    return (
        wanted != AS_IT_STANDS
        or isinstance(root.get("lang"), Sequence)
        or not root.entries.keys().isdisjoint(OF_DECK)
        or _ASKS.search(root.source.text) is not None
    )
