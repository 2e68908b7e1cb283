"""Lengths of words: which class of geometry a slide needs, and nothing finer than that."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from smdeck.model.records import Item
from smdeck.model.scripts import letters, unbroken
from smdeck.model.whole import once

BREAKS = re.compile(r"[\s\u00ad\-–/|]+")
"""Where a long word may break; in scripts without spaces that is anywhere."""

A_LINE = {1: 44, 2: 30, 3: 19, 4: 15, 5: 11}
"""About how many characters a line of one of so many columns has, at a size for few words."""


def brief(items: Iterable[Item], line: int, lines: int) -> bool:
    """Return whether each item has a title of one line and so many lines of text at most.

    A line has `line` characters.
    """
    return once(
        items,
        ("brief", line, lines),
        lambda: all(
            not item.items
            and (item.title is None or letters(item.title.plain) <= line)
            and (item.text is None or letters(item.text.plain) <= lines * line)
            for item in items
        ),
    )


SMALLER = 0.8
"""How much smaller the letters of texts are than those of titles above them."""


def longest_word(items: Sequence[Item]) -> float:
    """Return how many characters the longest word of the items has, in letters of titles."""
    return once(items, "longest word", lambda: _longest_word(items))


def _longest_word(items: Sequence[Item]) -> float:
    texts = [(item.title, 1.0) for item in items] + [(item.text, SMALLER) for item in items]
    words = (
        (part, size)
        for text, size in texts
        if text
        for word in BREAKS.split(text.plain)
        for part in unbroken(word)
    )
    return max((size * len(word) for word, size in words), default=0)


def longest_text(items: Iterable[Item]) -> int:
    """Return how many characters the longest of the items' texts has."""
    return once(
        items,
        "longest text",
        lambda: max((letters(item.text.plain) for item in items if item.text), default=0),
    )
