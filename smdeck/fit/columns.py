"""Columns: the widths of a table's columns, with which it is as low as can be."""

from __future__ import annotations

from collections.abc import Callable
from math import inf

from smdeck.fit.measure import HYPHEN, SLACK, Typed

LOOSEST = 1.9
"""How much wider than its content a table may be: else values stand too far from their names."""


class ColumnWidths:
    """The columns of a table, which share its width so that it is as low as can be."""

    def __init__(self, rows: list[list[Typed]]) -> None:
        self._rows = rows
        header, body = rows[:1], rows[1:]
        self._longest = [*map(max, _longest(header), _longest(body or header))]
        """The width of each column's longest word, in em."""
        self._natural = [*map(max, _natural(header), _natural(body or header))]
        """The width of its longest cell on one line, in em."""
        self._free = [0.0] * len(self._longest)
        """How much wider than the other cells' its header's words may be, in em."""
        self._needed: dict[tuple[int, int, int], float] = {}
        self._counted: dict[tuple[int, int, float], int] = {}

    def widths(
        self, size: float, total: float, around: list[float], free: list[float]
    ) -> tuple[list[float], str | None]:
        """Return column widths in points, and a word that can't stand beside the other columns.

        `around` is what each column takes beside its words, in points, and `free` how much of that
        the words of its header may take.
        """
        em = size / SLACK
        self._free = [more / em for more in free]
        words_of, lines_of = self._least(_longest), self._least(_natural)
        longest = [em * word + more for word, more in zip(words_of, around, strict=True)]
        if sum(longest) > total:
            words = (word for row in self._rows for cell in row for word in cell.words)
            widest = max(words, key=lambda word: word.width)
            return [total * part / sum(longest) for part in longest], widest.text
        natural = [
            max(word, em * line + more)
            for word, line, more in zip(longest, lines_of, around, strict=True)
        ]
        if sum(natural) <= total:
            total = min(total, max(LOOSEST * sum(natural), 0.6 * total))
            return [part * total / sum(natural) for part in natural], None
        inner = self._lowest(words_of, (total - sum(around)) / em)
        widths = [em * width + more for width, more in zip(inner, around, strict=True)]
        return [width * total / sum(widths) for width in widths], None

    def _least(self, measure: Callable[[list[list[Typed]]], list[float]]) -> list[float]:
        """Return what columns take of a measure in em: less where their header has room above."""
        header, body = measure(self._rows[:1]), measure(self._rows[1:] or self._rows)
        return [max(b, h - free) for h, b, free in zip(header, body, self._free, strict=True)]

    def _lowest(self, longest: list[float], total: float) -> list[float]:
        """Return widths in em, in all at most `total`, with which the rows have fewest lines.

        Every column begins with its longest word. Then what saves most lines for its width is
        widened, again and again: first for rows, then for single cells, which is calmer to read.
        """
        widths = [*longest]
        rows = [[(r, c) for c in range(len(widths))] for r in range(len(self._rows))]
        for groups in (rows, [[cell] for row in rows for cell in row]):
            while wider := self._wider(groups, widths, total):
                widths = wider
        return widths

    def _wider(
        self, groups: list[list[tuple[int, int]]], widths: list[float], total: float
    ) -> list[float] | None:
        """Return widths, in all at most `total`, in which groups of cells have fewer lines."""
        best, most = None, 0.0
        heights = [self._height(group, widths) for group in groups]
        for group, height in zip(groups, heights, strict=True):
            if height == 1:
                continue
            wider = [*widths]
            for r, c in group:
                wider[c] = max(widths[c], self._width(r, c, height - 1) - self._more(r, c))
            if sum(wider) > total:
                continue
            saved = sum(heights) - sum(self._height(group, wider) for group in groups)
            if saved / (sum(wider) - sum(widths)) > most:
                best, most = wider, saved / (sum(wider) - sum(widths))
        return best

    def _height(self, cells: list[tuple[int, int]], widths: list[float]) -> int:
        """Return the lines of the tallest of some cells."""
        return max(self._lines(r, c, widths[c] + self._more(r, c)) for r, c in cells)

    def _more(self, row: int, column: int) -> float:
        """Return how much wider than its column's words those of a cell may be, in em."""
        return 0.0 if row else self._free[column]

    def _lines(self, row: int, column: int, width: float) -> int:
        key = row, column, width
        if key not in self._counted:
            self._counted[key] = len(self._rows[row][column].lines(width).lines)
        return self._counted[key]

    def _width(self, row: int, column: int, lines: int) -> float:
        """Return the least width in em in which a cell has so many lines."""
        key = row, column, lines
        if key not in self._needed:
            cell = self._rows[row][column]
            low, high = self._longest[column], self._natural[column] + 0.01
            if len(cell.lines(high).lines) > lines:  # the author's own line breaks
                low = high = inf
            while high - low > 0.02:
                middle = (low + high) / 2
                if len(cell.lines(middle).lines) > lines:
                    low = middle
                else:
                    high = middle
            self._needed[key] = high
        return self._needed[key]


def _longest(rows: list[list[Typed]]) -> list[float]:
    """Return the width of the longest word in each column of some rows, in em."""
    return [
        max((w.width + HYPHEN * (w.hint is not None) for cell in column for w in cell.words),
            default=0.0)
        for column in zip(*rows, strict=True)
    ]  # fmt: skip


def _natural(rows: list[list[Typed]]) -> list[float]:
    """Return the width of the longest cell in each column of some rows, on one line, in em."""
    return [
        max(sum(w.width + w.space for w in cell.words) for cell in column)
        for column in zip(*rows, strict=True)
    ]
