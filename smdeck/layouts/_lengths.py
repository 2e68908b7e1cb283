"""Lengths of words: which class of geometry a slide needs, and nothing finer than that."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from smdeck.model.records import Item
from smdeck.model.scripts import UNSPACED_RANGES, letters

BREAKS = re.compile(rf"[\s\u00ad\-–/|{UNSPACED_RANGES}]+")
"""Where a long word may break: in scripts without spaces anywhere, as far as it counts here."""

A_LINE = {1: 44, 2: 30, 3: 19, 4: 15, 5: 11}
"""About how many characters a line of one of so many columns has, at a size for few words."""


def brief(items: Iterable[Item], line: int, lines: int) -> bool:
    """Return whether each item has a title of one line and so many lines of text at most.

    A line has `line` characters.
    """
    return all(
        not item.items
        and (item.title is None or letters(item.title.plain) <= line)
        and (item.text is None or letters(item.text.plain) <= lines * line)
        for item in items
    )


SMALLER = 0.8
"""How much smaller the letters of texts are than those of titles above them."""


def longest_word(items: Sequence[Item]) -> float:
    """Return how many characters the longest word of the items has, in letters of titles."""
    texts = [(item.title, 1.0) for item in items] + [(item.text, SMALLER) for item in items]
    words = ((word, size) for text, size in texts if text for word in BREAKS.split(text.plain))
    return max((size * len(word) for word, size in words), default=0)


def longest_text(items: Iterable[Item]) -> int:
    """Return how many characters the longest of the items' texts has."""
    return max((letters(item.text.plain) for item in items if item.text), default=0)
