"""Evening: the lines of a title become about as long as each other, without one more of them.

Programs fill each line as far as it goes. Words that belong to the next line are tied to the one
behind them by a no-break space: nothing else of the text changes, and it stays one paragraph.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from smdeck.fit.measure import HINT, Typed, Word
from smdeck.model.scripts import is_unspaced
from smdeck.model.text import Paragraph
from smdeck.patterns import pattern

MOST_WORDS = 24
"""Longer texts are no titles."""

SENSE, SMALL_WORD = 0.08, 0.05
"""What it is worth that a line ends where the sentence pauses, and what it costs that it ends with
a small word that belongs to the next; squares of shares of the line, as all costs here."""

SENTENCE = 0.3
"""What it is worth that a line ends where a sentence does."""

GAIN = 0.03
"""By how much the lines must be better than those that fill themselves."""

PAUSES = (",", ";", ":", ".", "?", "!", "…", "–", "—")
TIE = "\u00a0"

_SENTENCE_END = pattern(r"[^\W\d_]{3}[.!?…]$")
"""The end of a sentence: abbreviations and ordinals are shorter."""


def evened(text: Typed, width: float, tracking: float, wider: float) -> Paragraph | None:
    """Return a paragraph with ties that make its lines even in a `width` in em; None where they
    are, or where no ties do. In a line `wider`, as other programs have it, they are the same."""
    strings = text.words
    if not _may_be(text, strings):
        return None
    filled = text.lines(width, tracking).lines
    count = len(filled)
    row = _Row(strings, tracking, width)
    best = _best(row, count)
    before = _ends_of(filled, strings)
    if best is None or before is None:
        return None
    ends, cost = best
    if row.cost_of(before) - cost < GAIN:
        ends = before
        if text.lines(wider, tracking).lines == filled:
            return None
    ties = _ties(row, ends, width, wider)
    if not ties:
        return None
    return tied(text.paragraph, ties)


def _may_be(text: Typed, words: Sequence[Word]) -> bool:
    """Return whether nothing but spaces parts the words, and no author has parted the lines."""
    plain = text.text
    if not 3 <= len(words) <= MOST_WORDS or is_unspaced(plain) or text.paragraph.code:
        return False
    if "\n" in plain or HINT in plain or "  " in plain or plain != plain.strip():
        return False
    return all(word.space for word in words[:-1])


class _Row:
    """Words on one line, as wide as it gets, and what it costs to end lines between them."""

    def __init__(self, words: Sequence[Word], tracking: float, width: float) -> None:
        self.many, self.width = len(words), width
        self._starts: list[float] = []
        self._ends: list[float] = []
        self._cost_at: list[float] = []
        """What it costs that a line ends after a word."""
        at = 0.0
        for word in words:
            self._starts.append(at)
            end = at + word.width + tracking * len(word.text)
            self._ends.append(end)
            self._cost_at.append(_cost_after(word.text))
            at = end + word.space
        self._cost_at[-1] = 0.0

    def line(self, first: int, end: int) -> float:
        """Return how wide words stand on a line, from `first` up to, not including, `end`."""
        return self._ends[end - 1] - self._starts[first]

    def cost(self, first: int, end: int) -> float:
        """Return how bad a line is: how much of it stays empty, and how it ends."""
        empty = 1 - (self._ends[end - 1] - self._starts[first]) / self.width
        return empty * empty + self._cost_at[end - 1]

    def cost_of(self, ends: Sequence[int]) -> float:
        """Return how bad lines are that end after so many words."""
        starts = [0, *ends[:-1]]
        return sum(map(self.cost, starts, ends))


def _cost_after(word: str) -> float:
    if _SENTENCE_END.search(word):
        return -SENTENCE
    if word.endswith(PAUSES):
        return -SENSE
    return SMALL_WORD if len(word) <= 3 and word.islower() else 0.0


def _best(row: _Row, count: int) -> tuple[list[int], float] | None:
    """Return after how many words each of so many lines ends at the least cost, and that cost."""
    many = row.many
    before: list[tuple[float, list[int]]] = [(0.0, []), *[(inf, [])] * many]
    for line in range(1, count + 1):
        best: list[tuple[float, list[int]]] = [(inf, [])] * (many + 1)
        # Each line has a word at least, and so has each of those that are still to come.
        for end in range(line, many - count + line + 1):
            for first in range(end - 1, line - 2, -1):
                if row.line(first, end) > row.width:
                    break
                cost, ends = before[first]
                cost += row.cost(first, end)
                if cost < best[end][0]:
                    best[end] = cost, [*ends, end]
        before = best
    cost, ends = before[many]
    return (ends, cost) if cost < inf else None


def _ends_of(lines: Sequence[str], words: Sequence[Word]) -> list[int] | None:
    """Return after how many words each line ends."""
    ends, at = [], 0
    for line in lines:
        at += line.count(" ") + 1
        ends.append(at)
    return ends if at == len(words) else None


def _ties(row: _Row, ends: Sequence[int], width: float, wider: float) -> frozenset[int] | None:
    """Return after which words a tie stands instead of a space, so that filled lines end there."""
    ties: set[int] = set()
    for first, end, after in zip([0, *ends[:-2]], ends[:-1], ends[1:], strict=True):
        reach = end + 1
        while reach < after and row.line(first, reach) <= wider:
            reach += 1
        if row.line(first, reach) > wider:
            ties.update(range(end, reach - 1))
        elif row.line(first, end + 1) <= width:
            return None  # no tie keeps the whole next line from it
    return frozenset(ties)


def tied(paragraph: Paragraph, ties: frozenset[int]) -> Paragraph:
    """Return a paragraph whose spaces of these numbers are ties."""
    number, runs = 0, []
    for run in paragraph.runs:
        parts = run.text.split(" ")
        text = parts[0]
        for part in parts[1:]:
            text += (TIE if number in ties else " ") + part
            number += 1
        runs.append(run._replace(text=text))
    return paragraph._replace(runs=tuple(runs))
