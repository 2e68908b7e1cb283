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

MOST_WORDS = 24
"""Longer texts are no titles."""

SENSE, SMALL_WORD = 0.08, 0.05
"""What it is worth that a line ends where the sentence pauses, and what it costs that it ends with
a small word that belongs to the next; squares of shares of the line, as all costs here."""

GAIN = 0.03
"""By how much the lines must be better than those that fill themselves."""

PAUSES = (",", ";", ":", ".", "?", "!", "…", "–", "—")
TIE = "\u00a0"


def evened(text: Typed, width: float, tracking: float, wider: float) -> Paragraph | None:
    """Return a paragraph with ties that make its lines even in a `width` in em; None where they
    are, or where no ties do. In a line `wider`, as other programs have it, they are the same."""
    words = text.words
    if not _may_be(text, words):
        return None
    filled = text.lines(width, tracking).lines
    count = len(filled)
    widths = [word.width + tracking * len(word.text) for word in words]
    ends = _ends(words, widths, count, width)
    before = _ends_of(filled, words)
    if ends is None or before is None:
        return None
    if _cost(words, widths, before, width) - _cost(words, widths, ends, width) < GAIN:
        ends = before
        if text.lines(wider, tracking).lines == filled:
            return None
    ties = _ties(words, widths, ends, width, wider)
    if not ties:
        return None
    return _tied(text.paragraph, ties)


def _may_be(text: Typed, words: Sequence[Word]) -> bool:
    """Return whether nothing but spaces parts the words, and no author has parted the lines."""
    plain = text.text
    if not 3 <= len(words) <= MOST_WORDS or is_unspaced(plain) or text.paragraph.code:
        return False
    if "\n" in plain or HINT in plain or "  " in plain or plain != plain.strip():
        return False
    return all(word.space for word in words[:-1])


def _line(words: Sequence[Word], widths: Sequence[float], first: int, end: int) -> float:
    """Return how wide words stand on a line, from `first` up to, not including, `end`."""
    spaces = sum(word.space for word in words[first : end - 1])
    return sum(widths[first:end]) + spaces


def _line_cost(
    words: Sequence[Word], widths: Sequence[float], first: int, end: int, width: float
) -> float:
    """Return how bad a line is: how much of it stays empty, and how it ends."""
    cost = (1 - _line(words, widths, first, end) / width) ** 2
    if end < len(words):
        last = words[end - 1].text
        if last.endswith(PAUSES):
            cost -= SENSE
        elif len(last) <= 3 and last.islower():
            cost += SMALL_WORD
    return cost


def _cost(
    words: Sequence[Word], widths: Sequence[float], ends: Sequence[int], width: float
) -> float:
    starts = [0, *ends[:-1]]
    return sum(
        _line_cost(words, widths, first, end, width)
        for first, end in zip(starts, ends, strict=True)
    )


def _ends(
    words: Sequence[Word], widths: Sequence[float], count: int, width: float
) -> list[int] | None:
    """Return after how many words each of so many lines ends at the least cost."""
    many = len(words)
    best: list[list[tuple[float, list[int]]]] = [[(inf, [])] * (many + 1) for _ in range(count + 1)]
    best[0][0] = 0.0, []
    for line in range(1, count + 1):
        for end in range(line, many + 1):
            for first in range(end - 1, line - 2, -1):
                if _line(words, widths, first, end) > width:
                    break
                cost = best[line - 1][first][0] + _line_cost(words, widths, first, end, width)
                if cost < best[line][end][0]:
                    best[line][end] = cost, [*best[line - 1][first][1], end]
    cost, ends = best[count][many]
    return ends if cost < inf else None


def _ends_of(lines: Sequence[str], words: Sequence[Word]) -> list[int] | None:
    """Return after how many words each line ends."""
    ends, at = [], 0
    for line in lines:
        at += line.count(" ") + 1
        ends.append(at)
    return ends if at == len(words) else None


def _ties(
    words: Sequence[Word], widths: Sequence[float], ends: Sequence[int], width: float, wider: float
) -> frozenset[int] | None:
    """Return after which words a tie stands instead of a space, so that filled lines end there."""
    ties: set[int] = set()
    for first, end, after in zip([0, *ends[:-2]], ends[:-1], ends[1:], strict=True):
        reach = end + 1
        while reach < after and _line(words, widths, first, reach) <= wider:
            reach += 1
        if _line(words, widths, first, reach) > wider:
            ties.update(range(end, reach - 1))
        elif _line(words, widths, first, end + 1) <= width:
            return None  # no tie keeps the whole next line from it
    return frozenset(ties)


def _tied(paragraph: Paragraph, ties: frozenset[int]) -> Paragraph:
    """Return a paragraph with ties after the words of these numbers."""
    number, runs = 0, []
    for run in paragraph.runs:
        parts = run.text.split(" ")
        text = parts[0]
        for part in parts[1:]:
            text += (TIE if number in ties else " ") + part
            number += 1
        runs.append(run._replace(text=text))
    return paragraph._replace(runs=tuple(runs))
