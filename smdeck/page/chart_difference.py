"""The difference of two columns: an arrow between them, with what the second has more or less."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from smdeck.compose.outlines import Point, polygon, room_around
from smdeck.compose.room import Room
from smdeck.fit.column_charts import APART, arrow_size
from smdeck.fit.measure import LINE_HEIGHT, text_width
from smdeck.model.chart import ChartData
from smdeck.page.chart_notes import BOLD, label_of
from smdeck.page.chart_plot import plot_of
from smdeck.scene import Chart, Style

if TYPE_CHECKING:
    from smdeck.page.page import Page

THIN = 2.5
"""The width of the arrow's line in points."""


class _Columns:
    """The columns of a chart, as they stand on the slide."""

    def __init__(self, chart: Chart, row: Sequence[float | None], top: float) -> None:
        self.row, self.highest = row, top
        self.plot = plot_of(chart.fitted, Room.of(chart.box))
        self.slot = self.plot.w / len(row)
        self.half = self.slot / (1 + chart.fitted.gap) / 2
        self.above = LINE_HEIGHT * chart.fitted.values + 8
        """How much their values take above them."""

    def top(self, number: int) -> float:
        """Return where a column ends."""
        return self.plot.bottom - self.plot.h * (self.row[number] or 0) / self.highest

    def middle(self, number: int) -> float:
        """Return where its middle is."""
        return self.plot.x + self.slot * (number + 0.5)

    def into_side(self, first: int, second: int) -> list[Point]:
        """Return the way of an arrow from above a column into the side of another."""
        level, away = self.top(second) + APART, -1 if second > first else 1
        tip = self.middle(second) + away * (self.half + 3)
        start = self.middle(first)
        return [(start, self.top(first) - self.above), (start, level), (tip, level)]

    def over(self, first: int, second: int) -> list[Point]:
        """Return the way of an arrow over all columns between two, down on the other."""
        left, right = sorted((first, second))
        tops = [self.top(n) - self.above for n in range(left, right + 1)]
        level, start, end = min(tops) - APART, self.middle(first), self.middle(second)
        ends = self.top(first) - self.above, self.top(second) - self.above
        return [(start, ends[0]), (start, level), (end, level), (end, ends[1])]


def put_difference(page: Page, chart: Chart) -> None:
    """Put an arrow between two columns, with what the second one has more or less."""
    data, figures, fitted = chart.data, chart.data.data, chart.fitted
    if fitted.top is None:
        page.context.findings.error(
            "unshown-key",
            "the columns leave no room for a `difference`",
            data.at("difference"),
            "show fewer columns, or say it in the `takeaway`",
        )
        return
    ((name, row),) = figures.series.items()
    first, second = (figures.categories.index(figures.as_shown(one)) for one in data.difference)
    start, end = row[first], row[second]
    assert start is not None and end is not None
    columns, over = _Columns(chart, row, fitted.top or 1), fitted.arrow_over
    path = columns.over(first, second) if over else columns.into_side(first, second)
    corners = list(_arrow(path))
    room, arrow = room_around(corners), page.strings.shapes["arrow"]
    geometry = polygon(room, corners)._replace(sites=((0, 0),))  # so it is flipped where need be
    shape = page.shape(room.box, geometry, fill="text", name=arrow)
    text, size = _signed(page, data, name, end - start), arrow_size(page.theme, fitted.size)
    wide, high = text_width(text, size, page.theme, BOLD) + 4, LINE_HEIGHT * size
    places = columns.middle(first), columns.middle(second)
    left = sum(places) / 2 - wide / 2 if over else min(places) - (0 if second > first else wide)
    left = min(max(left, columns.plot.x), Room.of(chart.box).right - wide)
    words = Room(left, path[1][1] - high - 3, wide, high)
    label = page.label(words.box, text, Style((BOLD,), ((size,),), anchor="bottom"))
    page.group([shape, label], f"{arrow} {text}")


def _signed(page: Page, data: ChartData, name: str, change: float) -> str:
    """Return a difference with its sign; percentages differ by points."""
    text = label_of(data, name, abs(change), page.context.deck.lang)
    if "%" in text:
        bare = text.replace("%", "").strip("\u00a0\u202f ")
        text = f"{bare}\u00a0{page.strings.points}"
    return f"{'+' if change > 0 else '−' if change < 0 else '±'}{text}"


def _arrow(path: Sequence[Point]) -> Iterator[Point]:
    """Yield the corners of a line of level and upright pieces that ends in an arrow's head."""
    half, head = THIN / 2, 5 * THIN
    (x1, y1), (x2, y2) = path[-2:]
    length = abs(x2 - x1) + abs(y2 - y1)
    dx, dy = (x2 - x1) / length, (y2 - y1) / length
    neck = (x2 - dx * head, y2 - dy * head)
    line = [*path[:-1], neck]
    yield from _side(line, half)
    yield neck[0] - dy * 2 * THIN, neck[1] + dx * 2 * THIN
    yield x2, y2
    yield neck[0] + dy * 2 * THIN, neck[1] - dx * 2 * THIN
    yield from reversed(list(_side(line, -half)))


def _side(line: Sequence[Point], half: float) -> Iterator[Point]:
    """Yield one edge of a line that is `2 * half` wide, to the right of its direction."""
    ways = [((x2 > x1) - (x2 < x1), (y2 > y1) - (y2 < y1)) for (x1, y1), (x2, y2) in pairwise(line)]
    for n, (x, y) in enumerate(line):
        before, after = ways[max(0, n - 1)], ways[min(n, len(ways) - 1)]
        across = {(-before[1], before[0]), (-after[1], after[0])}
        yield x + half * sum(one for one, _ in across), y + half * sum(one for _, one in across)
