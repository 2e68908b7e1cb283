"""Steadying: lines end where they were measured to end, in programs that fill them further, too.

fit fills a line to 98.5 %; others as far as it goes, and with kerning. A word that would just fit
on the line above is tied to those behind it by a no-break space, so that it stays with them. No tie
keeps a last line that fits there as a whole: it is taken to stand there.
"""

from __future__ import annotations

from itertools import accumulate, count

from smdeck.fit.evening import tied
from smdeck.fit.measure import HINT, Typed, Word
from smdeck.model.text import Paragraph

FULL = 0.9995
"""The share of a line up to which kerned words are taken to fill it: the rest is rounding."""


def joined(
    text: Typed, lines: tuple[str, ...], width: float, tracking: float
) -> tuple[str, ...] | None:
    """Return lines, the last of them on the line above; None where it does not fit there in a
    `width` in em, which is filled as far as it goes."""
    if len(lines) < 2 or not _may_be(text):
        return None
    *before, above, last = lines
    line = f"{above} {last}"
    fits = text.text.endswith(line) and text.kerned_end(len(line), tracking) <= FULL * width
    return (*before, line) if fits else None


def steadied(
    text: Typed, lines: tuple[str, ...], wider: float, tracking: float
) -> Paragraph | None:
    """Return a paragraph with ties that keep its lines in a `wider` room in em; None where no ties
    do that."""
    if not _may_be(text):
        return None
    ties = _ties(text.words, lines, wider, tracking)
    return tied(text.paragraph, ties) if ties else None


def _may_be(text: Typed) -> bool:
    """Return whether the lines end at single spaces, of words that nobody copies as they are."""
    plain = text.text
    if "\n" in plain or HINT in plain or "  " in plain or plain != plain.strip():
        return False
    return not (text.paragraph.code or any(run.code or run.math for run in text.paragraph.runs))


def _ties(
    words: list[Word], lines: tuple[str, ...], wider: float, tracking: float
) -> frozenset[int]:
    """Return which spaces of a text are ties, so that filled lines end as these do."""
    widths = [word.width + tracking * len(word.text) for word in words]
    starts = [0.0, *accumulate(a + word.space for a, word in zip(widths, words, strict=True))]
    ends = _ends(words, lines)
    tied_words: set[int] = set()
    for first, end, after in zip([0, *ends], ends, ends[1:], strict=False):
        reach = end + 1
        while starts[reach - 1] + widths[reach - 1] - starts[first] <= wider:
            if reach == after or not words[reach - 1].space:
                reach = end + 1  # up to there, all may stand above: no tie keeps it below
                break
            reach += 1
        tied_words.update(range(end, reach - 1))
    spaces = count()
    numbers = [next(spaces) if word.space else -1 for word in words]
    return frozenset(numbers[word] for word in tied_words)


def _ends(words: list[Word], lines: tuple[str, ...]) -> list[int]:
    """Return after how many words each line ends."""
    ends, at = [], 0
    for line in lines:
        left = len(line)
        while left > 0:
            left -= len(words[at].text) + bool(words[at].space)
            at += 1
        while at < len(words) and not words[at].text:  # the space behind a dash
            at += 1
        ends.append(at)
    return ends
