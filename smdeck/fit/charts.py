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

from smdeck.figures.codes import decimals_of, is_dated
from smdeck.fit.chart_values import reaching, shared, target_words
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

WIDEST = 190.0
"""How wide a column is at the most, in points."""

MARGIN = 16.0
"""The space between a line, or the last column, and its name, in points."""

APART = 14.0
"""How far below a column's top the arrow of a difference meets it, and how far above the values it
goes otherwise, in points."""

FEW_POINTS = 7
"""Up to how many points a single line has a value at each, and no axis."""


def arrow_size(theme: Theme, names: float) -> float:
    """Return the size of a difference's words beside names of a size, in points."""
    return theme.type.step_below(max(names, 26 * theme.type.role_ratio("label")))


def fit_chart(data: ChartData, box: Box, theme: Theme, lang: str) -> FittedChart:
    """Return the sizes of a chart's words in points, and its plot where we place it."""
    fitting = Fitting(data, box, theme, lang)
    match data.type:
        case "bar" if fitting.placed:
            return fitting.bars()
        case "column" | "stacked-column" if fitting.placed:
            return fitting.columns()
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


def bar_ends(data: ChartData, fitted: FittedChart, theme: Theme, lang: str) -> list[float]:
    """Return how far from the left the bars of one series reach with their values, in points."""
    from smdeck.figures.showing import shown

    assert fitted.plot and fitted.top
    ((name, row),) = data.data.series.items()
    ends = []
    for category, value in zip(data.data.categories, row, strict=True):
        size = fitted.loud if category == data.highlight else fitted.values
        label = text_width(shown(value, data.codes[name], lang), size, theme, NAMES)
        ends.append(fitted.plot[0] + fitted.plot[2] * (value or 0) / fitted.top + 8 + label)
    return ends


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
        return [
            (value, self.shown(value, name))
            for name, row in self.figures.series.items()
            for value in row
            if value is not None
        ]

    # -- columns ----------------------------------------------------------------------------

    def columns(self) -> FittedChart:
        """Return how columns are set: values on top, names below, those of a stack beside it."""
        stacked, many = self.data.type == "stacked-column", len(self.rows) > 1
        top = 1.0 if self.data.share else HEADROOM * self.tallest()
        names = self.series_names(top) if stacked and many else None
        if names and self.names_meet_target(names[0], top):
            names = None
        beside, at_side = names or ((), 0.0)
        legend = many and not beside
        if self.data.target:
            at_side = max(at_side, MARGIN + self.target_size()[1])
        side, head = self.room_of_bands()
        at_side = max(at_side, side)
        across = self.w - at_side
        slot = across / len(self.figures.categories)
        gap = STACK_GAP if stacked else GROUP_GAP if many else BAR_GAP
        gap = 0.02 if self.data.touching else min(max(gap, slot / WIDEST - 1), 5.0)
        shares = 1 if stacked or not many else len(self.rows) - len(self.data.lines)
        values = self.value_size(slot / shares, 34 * self.ratio)
        if self.data.lines or (not stacked and not self.fit_on_top(slot / shares, values)):
            return self.columns_with_axis(gap, legend)
        below, level, lines = self.names_below(slot)
        totals = self.totals() if stacked and many else ()
        on_top = LINE_HEIGHT * values + 4 if totals or not stacked else 4.0
        above = on_top + (2 * below if legend else 0) + head
        foot = lines * LINE_HEIGHT * below + 14 if level else self.turned_names()
        left = 0.0 if level else self.overhang(slot)
        plot = (left, above, across - left, self.h - above - foot)
        over = bool(self.data.difference) and not self.reaches_side(plot, gap, values)
        if over:
            more = LINE_HEIGHT * arrow_size(self.theme, below) + 2 * APART
            plot = (left, above + more, across - left, plot[3] - more)
        loud = values
        lowest = min((value for _, value in self.known()), default=0.0) * plot[3] / top
        inside = bool(self.data.spread) and not stacked and lowest > 1.3 * LINE_HEIGHT * values
        high = LINE_HEIGHT * values + 4
        tucked = self.struck(plot[3] / top, lambda *_: high) if not stacked and not inside else ()
        if stacked:
            of_heights, loud = self.segments(plot[3] / top, slot / (1 + gap), values)
        return FittedChart(
            below, values, loud=loud, plot=plot, top=top, gap=gap, level=level, totals=totals,
            names_beside=beside, segments=of_heights if stacked else (), arrow_over=over,
            inside=inside, tucked=frozenset(tucked), head=head and head + on_top,
        )  # fmt: skip

    def room_of_bands(self) -> tuple[float, float]:
        """Return how much room the words of bands take beside the plot, and above it."""
        if not self.data.bands:
            return 0.0, 0.0
        from smdeck.fit.bands import head_room, side_room

        return side_room(self), head_room(self)

    def fit_on_top(self, wide: float, size: float) -> bool:
        """Return whether each value is about as wide as its column."""
        return all(self.wide(label, size) <= 1.15 * wide for _, label in self.labels())

    def columns_with_axis(self, gap: float, legend: bool) -> FittedChart:
        """Return how columns are set that are too narrow for values: with an axis in their stead,
        and a value only where one is set off."""
        size = self.theme.type.step_below(18) if self.data.axis2 else self.least
        name = self.data.scale_series
        step = hairline_step(self.largest, self.data.codes[name]) or self.largest
        left = 12 + self.wide(self.shown(HEADROOM * self.largest, name), size, PLAIN)
        side, head = self.room_of_bands()
        beside = max(side, MARGIN + self.target_size()[1] if self.data.target else 0.0)
        axis2 = None
        if self.data.axis2:
            from smdeck.fit.second_axis import heads_room, second_scale

            axis2, beside = second_scale(self, ceil(self.largest / step - 1e-9), size)
            head, legend = heads_room(self, size), False
        across = self.w - left - beside
        below, level, lines = self.names_below(across / len(self.figures.categories))
        foot = lines * LINE_HEIGHT * below + 14 if level else self.turned_names()
        above = (2 * below if legend else LINE_HEIGHT * size) + head
        plot = (left, above, across, self.h - above - foot)
        if head and not axis2:
            head += LINE_HEIGHT * size
        return FittedChart(
            below,
            size,
            loud=size,
            plot=plot,
            top=None,
            gap=gap,
            level=level,
            step=step,
            head=head,
            axis2=axis2,
        )

    def tallest(self) -> float:
        """Return the largest value that stands on the foot of the plot: of a stack, its sum."""
        if self.data.type not in ("stacked-column", "area"):
            return self.largest
        stacks = [sum(value or 0 for value in column) for column in zip(*self.rows, strict=True)]
        return max([*stacks, *reaching(self.data)])

    def names_meet_target(self, middles: tuple[float, ...], top: float) -> bool:
        """Return whether names beside a stack would stand on the words of its target."""
        if not self.data.target:
            return False
        size = self.theme.type.step_below(min(self.most, 24 * self.ratio))
        apart = LINE_HEIGHT * (1.5 * size + self.target_size()[0] / 2)
        at = self.data.target.value / top
        return any(abs(middle - at) * 0.75 * self.h < apart for middle in middles)

    def target_size(self) -> tuple[float, float]:
        """Return the size of a target's words beside the plot, and how wide they are."""
        size = self.theme.type.step_below(min(self.most, 24 * self.ratio))
        words = target_words(self.data, self.lang)
        return size, min(max(self.wide(line, size) for line in words), 0.3 * self.w)

    def totals(self) -> tuple[float | None, ...]:
        """Return the sum of each stack, None where it has a gap; nothing where all are alike."""
        sums = [
            None if None in column else sum(value or 0 for value in column)
            for column in zip(*self.rows, strict=True)
        ]
        known = [total for total in sums if total is not None]
        if len({self.data.codes[name] for name in self.figures.series}) > 1:
            return ()
        alike = known[1:] and all(abs(one - known[0]) < 1e-9 * abs(known[0]) for one in known)
        return () if alike else tuple(sums)

    def value_size(self, wide: float, most: float) -> float:
        """Return the size at which each value is no wider than its bar may be."""
        labels = [label for _, label in self.labels()]
        sizes = self.steps(most)
        return next(
            (size for size in sizes if all(self.wide(one, size) <= 1.05 * wide for one in labels)),
            sizes[-1],
        )

    def names_below(self, slot: float) -> tuple[float, bool, int]:
        """Return the size of names below columns, whether they stand level, and their lines."""
        for size in self.steps(self.most):
            lines = [
                self.lines_of(name, size, 0.9 * slot, PLAIN) for name in self.figures.categories
            ]
            if all(0 < count <= 2 for count in lines):
                return size, True, max(lines)
        return self.least, False, 2

    def turned_names(self) -> float:
        """Return the room for names that stand aslant, at 45 degrees."""
        widest = max(self.wide(name, self.least, PLAIN) for name in self.figures.categories)
        return min(0.75 * widest + 24, 0.4 * self.h)

    def overhang(self, slot: float) -> float:
        """Return how far names that stand aslant reach beyond the first column, at the most."""
        names = enumerate(self.figures.categories)
        reach = (
            0.71 * self.wide(one, self.least, PLAIN) - 0.8 * (n + 0.5) * slot for n, one in names
        )
        return min(max(0.0, *reach), 0.25 * self.w)

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

    def segments(
        self, scale: float, wide: float, values: float
    ) -> tuple[tuple[tuple[float, ...], ...], float]:
        """Return the size of each segment's value, 0 where it is lower than its words; and the
        largest. The series that is set off grows with its importance."""
        sizes: list[tuple[float, ...]] = []
        for (name, row), heights in zip(self.figures.series.items(), self.rows, strict=True):
            most = 72 * self.ratio if name == self.data.highlight else values
            of_row = [
                next(
                    (
                        size
                        for size in self.steps(min(most, 0.62 * (high or 0) * scale), self.least)
                        if size <= 0.87 * (high or 0) * scale
                        and self.wide(self.shown(value, name), size) <= 0.94 * wide
                    ),
                    0.0,
                )
                for value, high in zip(row, heights, strict=True)
            ]
            if name != self.data.highlight:
                common = min(filter(None, of_row), default=0.0)
                of_row = [common if size else 0.0 for size in of_row]
            sizes.append(tuple(of_row))
        return tuple(sizes), max(map(max, sizes))

    def reaches_side(
        self, plot: tuple[float, float, float, float], gap: float, values: float
    ) -> bool:
        """Return whether an arrow can go from the first column of a difference into the side of the
        second one, above all that stands between, with its words over it."""
        names = self.figures.categories
        (row,) = self.rows
        wanted = [self.figures.as_shown(name) for name in self.data.difference]
        if not set(wanted) <= set(names):
            return False
        first, second = map(names.index, wanted)
        slot, scale = plot[2] / len(names), plot[3] / (HEADROOM * self.largest)
        left, right = sorted((first, second))
        level = (row[second] or 0) * scale - APART
        between = [row[n] or 0 for n in range(left, right + 1) if n != second]
        free = level - max(between) * scale - LINE_HEIGHT * values - 16
        wide = slot * abs(second - first) - slot / (1 + gap) / 2 - 16
        size = arrow_size(self.theme, self.most)
        text = max((label for _, label in self.labels()), key=len) + " Punkte"
        return free > 0 and self.wide(text, size) < wide

    # -- bars -------------------------------------------------------------------------------

    def bars(self) -> FittedChart:
        """Return how bars are set: names on the left, values at their ends, and the words of a
        target above its line."""
        many = len(self.rows)
        above = 2 * self.most if many > 1 else 0.0
        words = LINE_HEIGHT * self.target_size()[0] + 6 if self.data.target else 0.0
        side, head = self.room_of_bands()
        above += words + head
        slot = (self.h - above) / len(self.figures.categories)
        gap = BAR_GAP if many == 1 else GROUP_GAP
        if self.data.bands:  # which are seen between the bars
            gap = max(gap, STACK_GAP)
        gap = min(max(gap, slot / 130 - 1), 5.0)
        spare = SPARE_BARS if many > 1 and self.data.target else 0
        thick = slot / (many + spare + gap * (not spare))
        if spare:
            gap = 0.0
        names, left = self.names_left(slot)
        share = 1.0 if spare else 0.6
        values = self.steps(min(54 * self.ratio, share * thick), min(self.least, 0.9 * thick))[0]
        loud = values
        if many == 1 and self.data.highlight in self.figures.categories:
            loud = self.steps(min(96 * self.ratio, 0.95 * thick), values)[0]
        top = HEADROOM * self.largest
        whole = self.w - side
        across = whole - left
        for name, row in self.figures.series.items():
            for category, value in zip(self.figures.categories, row, strict=True):
                size = loud if category == self.data.highlight else values
                free = whole - left - 14 - self.wide(self.shown(value, name), size)
                if value:
                    across = min(across, max(free, 0.3 * self.w) / (value / top))
        plot = (left, above, across, self.h - above)
        inside = bool(self.data.spread) and all(
            (value / top) * across > 20 + self.wide(self.shown(value, name), loud)
            for name, value in self.known()
        )

        def wide(name: str, category: str, value: float) -> float:
            size = loud if category == self.data.highlight and many == 1 else values
            return self.wide(self.shown(value, name), size) + 12

        tucked = self.struck(across / top, wide)
        return FittedChart(
            names, values, loud=loud, plot=plot, top=top, gap=gap, inside=inside, tucked=tucked,
            head=head and head + words,
        )  # fmt: skip

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
    decimals = decimals_of(code)
    if largest <= 0 or is_dated(code):
        return None
    power = 10.0 ** floor(log10(largest))
    found: list[tuple[float, float]] = []
    for tens in (power / 10, power):
        for digit, dislike in NICE.items():
            step = digit * tens
            lines = ceil(largest * HEADROOM / step)
            alike = lines == ceil(largest / step - 1e-9)
            shown = decimals is None or abs(round(step, decimals) - step) < 1e-9 * step
            if 2 <= lines <= 4 and alike and shown:
                waste = lines * step / largest - 1
                found.append((0.5 * waste + 0.06 * lines + dislike, step))
    return min(found)[1] if found else None
