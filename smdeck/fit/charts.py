"""Charts: how large each kind of their words is, and where their plot stands.

A plot that we place has one step on its hidden axis, a little more than the largest value. Both
PowerPoint and LibreOffice let an axis without a maximum end at a whole step, so that it is known
how high bars are, and still a larger figure, put in later, is never cut off.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise
from math import ceil, floor, log10
from typing import NamedTuple

from smdeck.figures.codes import is_dated
from smdeck.fit.chart_values import reaching, shared, shows, target_words
from smdeck.fit.measure import LINE_HEIGHT, text_width
from smdeck.model.chart import ChartData
from smdeck.scene import Box, FittedChart, Level
from smdeck.theme import Theme
from smdeck.units import points

NAMES = Level(font="body", bold=True)
"""How values and the names of series are set."""

PLAIN = Level(font="body")
"""How the names of categories are set below columns."""

HEADROOM = 1.06
"""How much more than the largest value an axis goes: PowerPoint adds a twentieth before it takes
the next whole step."""

SPARE_NAMES = 1.06
"""How much wider than the names of bars their room is: LibreOffice breaks a name that just fits."""

BAR_GAP, GROUP_GAP, STACK_GAP = 0.15, 0.35, 0.45
"""The space between bars as a share of a bar; between groups of them, and between stacks."""

SPARE_BARS = 2
"""How many bars that are not drawn stand around a group, one of which carries a target's line."""

MARGIN = 16.0
"""The space between a line, or the last column, and its name, in points."""

FEW_POINTS = 7
"""Up to how many points a single line has a value at each, and no axis."""


def fit_chart(data: ChartData, box: Box, theme: Theme, lang: str) -> FittedChart:
    """Return the sizes of a chart's words in points, and its plot where we place it."""
    fitting = Fitting(data, box, theme, lang)
    match data.type:
        case "bar" if fitting.placed:
            from smdeck.fit.bar_charts import fit_bars

            return fit_bars(fitting)
        case "column" | "stacked-column" if fitting.placed:
            from smdeck.fit.column_charts import fit_columns

            return fit_columns(fitting)
        case "line":
            from smdeck.fit.curves import fit_curves

            return fit_curves(fitting)
        case "area" if fitting.placed:
            from smdeck.fit.curves import fit_areas

            return fit_areas(fitting)
        case "waterfall":
            from smdeck.fit.waterfalls import fit_waterfall

            return fit_waterfall(fitting)
        case "range":
            from smdeck.fit.ranges import fit_ranges

            return fit_ranges(fitting)
        case "bubble":
            from smdeck.fit.bubbles import fit_bubbles

            return fit_bubbles(fitting)
    return fitting.usual()


class NamesBelow(NamedTuple):
    """How the names of categories stand below columns; lengths in points."""

    size: float
    level: bool
    high: float
    """The room that they take."""
    left: float = 0.0
    """How far those that stand aslant reach beyond the first column, at the most."""


class Fitting:
    """One chart while it is fitted; lengths in points."""

    def __init__(self, data: ChartData, box: Box, theme: Theme, lang: str) -> None:
        self.data, self.theme, self.lang = data, theme, lang
        self.figures = data.data
        self.w, self.h = points(box.w), points(box.h)
        self.ratio = theme.type.role_ratio("label")
        self.most, self.least = theme.type.role_bounds("label")
        self.rows = shared(data)
        named = zip(self.figures.series, self.rows, strict=True)
        apart = data.axis2.series if data.axis2 else None
        rows = [row for name, row in named if name != apart]
        values = [value for row in rows for value in row if value is not None]
        values += reaching(data)
        self.placed = bool(values) and min(values) >= 0 and max(values) > 0
        """Whether bars stand on one side of their foot."""
        self.largest = max(values, default=0.0)

    def known(self) -> list[tuple[str, float]]:
        """Return all values that there are, each with the name of its series."""
        return [
            (name, value)
            for name, row in self.figures.series.items()
            for value in row
            if value is not None
        ]

    def usual(self) -> FittedChart:
        """Return what holds where office programs place the plot."""
        size = self.steps(self.most)[:2][-1]
        return FittedChart(size, size, size)

    def steps(self, most: float, least: float | None = None) -> list[float]:
        """Return the sizes of the theme's scale up to one, largest first; one at the least."""
        smallest = self.least if least is None else least
        found = [size for size in self.theme.type.scale if smallest <= size <= most]
        return found[::-1] or [self.theme.type.step_below(smallest)]

    def shown(self, value: float | None, name: str) -> str:
        """Return a value of a series as its label shows it."""
        from smdeck.figures.showing import shown

        return shown(value, self.data.codes[name], self.lang)

    def wide(self, text: str, size: float, level: Level = NAMES) -> float:
        """Return the width of a text in points."""
        return text_width(text, size, self.theme, level)

    def labels(self) -> list[tuple[float, str]]:
        """Return each value with its label."""
        return [(value, self.shown(value, name)) for name, value in self.known()]

    # -- columns ----------------------------------------------------------------------------

    def room_of_bands(self) -> tuple[float, float]:
        """Return how much room the words of bands take beside the plot, and above it."""
        if not self.data.bands:
            return 0.0, 0.0
        from smdeck.fit.bands import head_room, side_room

        return side_room(self), head_room(self)

    def tallest(self) -> float:
        """Return the largest value that stands on the foot of the plot: of a stack, its sum."""
        if self.data.type not in ("stacked-column", "area"):
            return self.largest
        stacks = [sum(value or 0 for value in column) for column in zip(*self.rows, strict=True)]
        return max([*stacks, *reaching(self.data)])

    def target_size(self) -> tuple[float, float]:
        """Return the size of a target's words beside the plot, and how wide they are."""
        size = self.theme.type.step_below(min(self.most, 24 * self.ratio))
        words = target_words(self.data, self.lang)
        return size, min(max(self.wide(line, size) for line in words), 0.3 * self.w)

    def value_size(self, wide: float, most: float) -> float:
        """Return the size at which each value is no wider than its bar may be."""
        labels = [label for _, label in self.labels()]
        sizes = self.steps(most)
        return next(
            (size for size in sizes if all(self.wide(one, size) <= 1.05 * wide for one in labels)),
            sizes[-1],
        )

    def names_below(self, slot: float) -> NamesBelow:
        """Return how the names of categories stand below columns: level, on two lines at most, or
        aslant, at 45 degrees."""
        names = self.figures.categories
        for size in self.steps(self.most):
            lines = [self.lines_of(name, size, 0.9 * slot, PLAIN) for name in names]
            if all(0 < count <= 2 for count in lines):
                return NamesBelow(size, True, max(lines) * LINE_HEIGHT * size + 14)
        wide = [self.wide(name, self.least, PLAIN) for name in names]
        reach = (0.71 * one - 0.8 * (n + 0.5) * slot for n, one in enumerate(wide))
        left = min(max(0.0, *reach), 0.25 * self.w)
        return NamesBelow(self.least, False, min(0.75 * max(wide) + 24, 0.4 * self.h), left)

    def lines_of(self, text: str, size: float, width: float, level: Level) -> int:
        """Return how many lines a name has in a width; 0 where a word is wider."""
        lines, used, space = 1, 0.0, self.wide(" ", size, level)
        for word in text.split():
            wide = self.wide(word, size, level)
            if wide > width:
                return 0
            if used and used + space + wide > width:
                lines, used = lines + 1, wide
            else:
                used += wide + (space if used else 0)
        return lines

    def series_names(self, top: float) -> tuple[tuple[float, ...], float] | None:
        """Return how high the middles of the last column's segments are, as shares of an axis that
        ends at `top`, and the room for their names; None where these have none."""
        ends = [row[-1] for row in self.rows]
        if not all(ends):
            return None
        middles, base = [], 0.0
        for end in ends:
            middles.append((base + (end or 0) / 2) / top)
            base += end or 0
        size = self.theme.type.step_below(min(self.most, 24 * self.ratio))
        if min(b - a for a, b in pairwise(middles)) * 0.75 * self.h < LINE_HEIGHT * size:
            return None
        room = MARGIN + max(self.wide(name, size) for name in self.figures.series)
        return (tuple(middles), room) if room <= self.w / 3 else None

    # -- bars -------------------------------------------------------------------------------

    def struck(
        self, scale: float, long: Callable[[str, str, float], float]
    ) -> frozenset[tuple[int, int]]:
        """Return the bars whose values a target's line would go through, and which hold them, by
        the numbers of series and category: `long` is how far a value reaches from its bar."""
        if not self.data.target:
            return frozenset()
        found, line = set(), self.data.target.value * scale
        for s, (name, row) in enumerate(self.figures.series.items()):
            for n, (category, value) in enumerate(zip(self.figures.categories, row, strict=True)):
                if value is None:
                    continue
                end, reach = value * scale, long(name, category, value)
                if end - 4 < line < end + reach < 2 * end:
                    found.add((s, n))
        return frozenset(found)

    def names_left(self, slot: float) -> tuple[float, float]:
        """Return the size of the names of bars, and the room that they take."""
        room = min(max(0.34 * self.w, 260.0), 0.45 * self.w)
        for size in self.steps(34 * self.ratio):
            lines = [self.lines_of(name, size, room, NAMES) for name in self.figures.categories]
            if all(0 < count <= 2 and count * LINE_HEIGHT * size <= slot for count in lines):
                break
        one = max(self.wide(name, size) for name in self.figures.categories)
        return size, SPARE_NAMES * min(one, room) + 14

    # -- lines and areas --------------------------------------------------------------------

    @property
    def few(self) -> bool:
        """Whether a line has so few points that each has its value, and needs no axis."""
        return len(self.rows) == 1 and len(self.figures.categories) <= FEW_POINTS

    @property
    def step(self) -> float | None:
        """The step of an axis whose numbers are shown, None where office programs choose one."""
        code = next(iter(self.data.codes.values()))
        return hairline_step(self.tallest(), code) if self.placed else None


NICE = {1: 0.0, 2: 0.0, 5: 0.0, 2.5: 0.05, 4: 0.05, 3: 0.2, 6: 0.2, 8: 0.2}
"""What numbers of an axis begin with, and how much we would rather have others."""


@lru_cache(maxsize=256)
def hairline_step(largest: float, code: str) -> float | None:
    """Return the step of an axis with two to four lines above its foot, at which all programs end
    it at the same line; None where there is no such step."""
    if largest <= 0 or is_dated(code):
        return None
    power = 10.0 ** floor(log10(largest))
    found: list[tuple[float, float]] = []
    for tens in (power / 10, power):
        for digit, dislike in NICE.items():
            step = digit * tens
            lines = ceil(largest * HEADROOM / step)
            alike = lines == ceil(largest / step - 1e-9)
            if 2 <= lines <= 4 and alike and shows(code, step):
                waste = lines * step / largest - 1
                found.append((0.5 * waste + 0.06 * lines + dislike, step))
    return min(found)[1] if found else None
