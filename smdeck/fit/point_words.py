"""Words at the points of lines: on which side of its point each stands, where no line runs
through it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from smdeck.fit.bands import told_beside
from smdeck.fit.chart_values import reaching, words_at_points
from smdeck.fit.charts import HEADROOM, NAMES
from smdeck.fit.measure import LINE_HEIGHT, text_width
from smdeck.model.chart_more import dips
from smdeck.model.figures import date_counts
from smdeck.scene import Chart
from smdeck.theme import Theme
from smdeck.units import points

AWAY, STROKE, OVER_POINT = 10.0, 5.0, 2.0
"""How far words stand from their point, how far from its middle a line is seen, and how far words
that go to one side begin over the point, in points."""

USUAL = (0.06, 0.06, 0.92, 0.8)
"""About where office programs place a plot: left, top, width and height, as shares of a chart."""

LIFT = 24.0
"""How much higher words go at a time where each side is taken, in points."""

SAMPLE = 4.0
"""How far apart a line is looked at, in points."""


class LabelPosition(NamedTuple):
    """Where words at a point stand."""

    above: bool = True
    shift: float = 0.0
    """How far their middle is right of the point, in points."""
    lift: float = 0.0
    """How much higher they stand than right above the point, in points."""


class _Rect(NamedTuple):
    """A rectangle on the chart, in points."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: _Rect) -> bool:
        """Return whether they share a place."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


def sides_of_words(node: Chart, theme: Theme, lang: str) -> dict[tuple[int, int], LabelPosition]:
    """Return on which side words and values stand, by the numbers of series and category; what is
    not named stands above its point."""
    if node.data.type != "line" or node.fitted.panel:
        return {}
    return _Lines(node, theme, lang).sides()


class _Lines:
    """A chart of lines while places for its words are sought; lengths in points."""

    def __init__(self, node: Chart, theme: Theme, lang: str) -> None:
        self.node, self.data, self.fitted = node, node.data, node.fitted
        self.theme, self.lang = theme, lang
        self.figures = node.data.data
        self.names, self.rows = list(self.figures.series), list(self.figures.series.values())
        w, h = points(node.box.w), points(node.box.h)
        left, top, wide, high = (
            share * side for share, side in zip(USUAL, (w, h, w, h), strict=True)
        )
        self.plot = self.fitted.plot or (left, top, wide - self.fitted.room, high)
        beside = bool(told_beside(self.data)) or bool(self.fitted.room)
        self.end = self.plot[0] + self.plot[2] if beside else w
        self.taken: list[_Rect] = []
        self.lines = [self._line(row) for row in self.rows]

    def sides(self) -> dict[tuple[int, int], LabelPosition]:
        """Return the sides of all words, then of the values of few points."""
        found: dict[tuple[int, int], LabelPosition] = {}
        words = [(at, text) for at, text in words_at_points(self.data) if self.lines[at[0]][at[1]]]
        told = {at for at, _ in words}
        last = max((n for n, at in enumerate(self.lines[0]) if at), default=None)
        ends_told = self.fitted.few or last is None or (0, last) in told
        if len(self.rows) == 1 and not ends_told and last is not None:
            wide, high = self._size(self._value(0, last), self.fitted.values)
            self.taken.append(self._rect((0, last), wide, high, LabelPosition()))
        for at, text in words:
            wide, high = self._size(text, self.fitted.size)
            if self.fitted.few:
                broad, more = self._size(self._value(*at), self.fitted.values)
                wide, high = max(wide, broad), high + more
            found[at] = self._place(at, wide, high)
        if self.fitted.few:
            for n, value in enumerate(self.rows[0]):
                if value is not None and (0, n) not in told:
                    wide, high = self._size(self._value(0, n), self.fitted.values)
                    found[0, n] = self._place((0, n), wide, high)
        return found

    def _value(self, series: int, number: int) -> str:
        from smdeck.figures.showing import shown

        return shown(self.rows[series][number], self.data.codes[self.names[series]], self.lang)

    def _size(self, text: str, size: float) -> tuple[float, float]:
        return text_width(text, size, self.theme, NAMES) + 4, LINE_HEIGHT * size

    def _line(self, row: Sequence[float | None]) -> list[tuple[float, float] | None]:
        """Return where the points of a line are."""
        left, top, wide, high = self.plot
        many, fitted = len(row), self.fitted
        edges = bool(fitted.room or fitted.panel) or (bool(self.data.bands) and not fitted.few)
        counts = date_counts(self.figures.dates) if self.figures.dates else list(range(many))
        inset = 0.0 if edges else wide / (2 * many)
        span = (counts[-1] - counts[0]) or 1
        low, highest = self._scale()
        return [
            None
            if value is None
            else (
                left + inset + (wide - 2 * inset) * (count - counts[0]) / span,
                top + high * (1 - (value - low) / (highest - low)),
            )
            for count, value in zip(counts, row, strict=True)
        ]

    def _scale(self) -> tuple[float, float]:
        """Return where the axis of values begins and ends."""
        values = [value for row in self.rows for value in row if value is not None]
        values += [*reaching(self.data), 0.0]
        low, high = min(values) * HEADROOM, max(values) * HEADROOM
        if self.fitted.step:
            high = -(-max(values) // self.fitted.step) * self.fitted.step
        high = self.fitted.top or high
        return (low, high) if high > low else (low, low + 1.0)

    def _place(self, at: tuple[int, int], wide: float, high: float) -> LabelPosition:
        """Return the first side of a point where words meet nothing, the usual one if all do."""
        below = not self.fitted.few and dips(self.data, self.names[at[0]], at[1])
        point = self.lines[at[0]][at[1]]
        assert point
        sides = [
            self._within(LabelPosition(above, to * (wide / 2 - OVER_POINT), lift), point[0], wide)
            for above, lift in ((True, 0.0), (False, 0.0), (True, LIFT), (True, 2 * LIFT))
            for to in (0, 1, -1)
        ]
        if below:
            sides.insert(0, sides[3])
        free = (one for one in sides if not self._meets(self._rect(at, wide, high, one)))
        side = next(free, LabelPosition()._replace(shift=sides[below].shift))
        self.taken.append(self._rect(at, wide, high, side))
        return side

    def _within(self, side: LabelPosition, x: float, wide: float) -> LabelPosition:
        """Return a side moved so far that its words stay in the chart."""
        right = min(0.0, self.end - (x + side.shift + wide / 2))
        start = 0.0 if self.fitted.few else self.plot[0]
        left = max(0.0, start - (x + side.shift - wide / 2))
        return side._replace(shift=side.shift + right + left)

    def _rect(self, at: tuple[int, int], wide: float, high: float, side: LabelPosition) -> _Rect:
        point = self.lines[at[0]][at[1]]
        assert point
        left = point[0] + side.shift - wide / 2
        top = point[1] - AWAY - side.lift - high if side.above else point[1] + AWAY
        return _Rect(left, top, left + wide, top + high)

    def _meets(self, rect: _Rect) -> bool:
        """Return whether words meet others, a line, or what stands below the plot."""
        foot = self.plot[1] + self.plot[3]
        out = rect.bottom > foot or rect.top < -AWAY
        return (
            out
            or any(rect.meets(one) for one in self.taken)
            or any(self._crosses(line, rect) for line in self.lines)
        )

    def _crosses(self, line: Sequence[tuple[float, float] | None], rect: _Rect) -> bool:
        """Return whether a line runs through a rectangle."""
        for one, other in pairwise(line):
            if not one or not other or other[0] < rect.left or one[0] > rect.right:
                continue
            x, end = max(one[0], rect.left), min(other[0], rect.right)
            slope = (other[1] - one[1]) / ((other[0] - one[0]) or 1.0)
            while x <= end:
                y = one[1] + slope * (x - one[0])
                if rect.top - STROKE < y < rect.bottom + STROKE:
                    return True
                x += SAMPLE
        return False
