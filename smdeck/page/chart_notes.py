"""Chart notes: what stands beside the series of a chart as words and shapes of the slide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smdeck.compose.room import Room
from smdeck.compose.type import Align, Anchor
from smdeck.fit.chart_values import target_words
from smdeck.fit.measure import LINE_HEIGHT, text_width
from smdeck.fit.second_axis import head_size
from smdeck.model.chart import ChartData
from smdeck.page.chart_bands import words_of_bands
from smdeck.page.chart_plot import plot_of, target_room, target_size
from smdeck.scene import Chart, Geometry, Level, Role, SeriesStyle, Style

if TYPE_CHECKING:
    from smdeck.page.page import Page

BOLD, MUTED = Level(bold=True), Level("muted")


def annotate(page: Page, chart: Chart) -> None:
    """Put the names of series, the number in a ring, and the arrow of a difference on the page."""
    notes = _Notes(page, chart)
    if chart.fitted.names_beside:
        notes.names_beside()
    if chart.data.type == "doughnut" and chart.keyed and chart.data.highlight:
        notes.number_in_the_ring()
    if chart.data.difference:
        from smdeck.page.chart_difference import put_difference

        put_difference(page, chart)
    if chart.fitted.axis2:
        notes.names_of_scales()
    if chart.fitted.bubbles:
        notes.name_of_areas()
    if chart.data.bands:
        words_of_bands(page, chart)
    if chart.data.type == "range":
        notes.names_of_rows()
        notes.names_of_ends()
    if chart.data.target and chart.fitted.plot and chart.data.type != "line":
        notes.words_of_target()


def label_of(data: ChartData, name: str, value: float | None, lang: str) -> str:
    """Return a value of a series as the labels of its chart show it."""
    from smdeck.figures.showing import shown

    return shown(value, data.codes[name], lang)


def _color(series: SeriesStyle, usual: Role = "text") -> Role:
    """Return the colour of the name of a series."""
    return "accent" if series.role == "highlight" else usual


class _Notes:
    """Puts words of one size each beside the series of a chart."""

    def __init__(self, page: Page, chart: Chart) -> None:
        self.page, self.chart, self.fitted = page, chart, chart.fitted
        self.whole = Room.of(chart.box)

    @property
    def plot(self) -> Room:
        """Where the plot stands, which is known."""
        return plot_of(self.fitted, self.whole)

    def say(
        self, words: str, room: Room, size: float, level: Level = BOLD, align: Align = "left",
        anchor: Anchor = "middle", *, group: str, key: str = "", name: str = "text",
    ) -> None:  # fmt: skip
        """Put words there, which are of a key of the chart's."""
        style = Style((level,), ((size,),), align, anchor)
        place = self.chart.data.at(key) if key else None
        self.page.label(room.box, words, style, group=group, name=name, place=place)

    def wide(self, words: str, size: float) -> float:
        """Return how wide bold words are, with a little air."""
        return text_width(words, size, self.page.theme, BOLD) + 4

    def names_beside(self) -> None:
        """Put the names of a stack's series beside its last column, or of areas beside their
        ends."""
        plot, size = self.plot, self.fitted.size
        slot = plot.w / len(self.chart.data.data.categories)
        inner = slot * self.fitted.gap / (1 + self.fitted.gap) / 2
        stacked = self.chart.data.type == "stacked-column"
        left = plot.right - inner + 8 if stacked else plot.right + 10
        high = LINE_HEIGHT * size
        for series, share in zip(self.chart.styles, self.fitted.names_beside, strict=True):
            y = plot.bottom - max(share * plot.h + high / 2, high)
            room = Room(left, y, self.whole.right - left, high)
            self.say(series.name, room, size, BOLD._replace(color=_color(series)), group="series")

    def names_of_rows(self) -> None:
        """Put the names of ranges on the left, each beside its row."""
        plot, names = self.plot, self.chart.data.data.categories
        slot = plot.h / len(names)
        for n, name in enumerate(names):
            loud: Role = "accent" if name == self.chart.data.highlight else "text"
            room = Room(self.whole.x, plot.y + n * slot, self.fitted.room - 8, slot)
            level = BOLD._replace(color=loud)
            self.say(name, room, self.fitted.size, level, group="rows", key="data")

    def names_of_ends(self) -> None:
        """Put what the two ends of ranges mean above the first dots of each."""
        plot, whole, size, fitted = self.plot, self.whole, self.fitted.loud, self.fitted
        span = (fitted.top or 1.0) - fitted.low
        ends = []
        for series, row in zip(
            self.chart.styles, self.chart.data.data.series.values(), strict=True
        ):
            value = next((one for one in row if one is not None), fitted.low)
            wide = 1.1 * text_width(series.name, size, self.page.theme, BOLD) + 4
            ends.append((plot.x + plot.w * (value - fitted.low) / span, wide, series))
        (one, wide, _), (other, broad, _) = ends
        right = 1 if one <= other else 0
        short = (wide + broad) / 2 + 12 - abs(other - one)
        for n, (x, across, series) in enumerate(ends):
            x += max(0.0, short) / 2 * (1 if n == right else -1)
            start = min(max(x - across / 2, whole.x), whole.right - across)
            room = Room(start, whole.y, across, LINE_HEIGHT * size)
            level = BOLD._replace(color=_color(series, "text" if n else "muted"))
            self.say(
                series.name,
                room,
                size=size,
                level=level,
                align="center",
                anchor="top",
                group="ends",
                key="data",
            )

    def names_of_scales(self) -> None:
        """Put what the columns and the line say above their scales, and below it why there are
        two."""
        axis2, whole, size = self.chart.data.axis2, self.whole, head_size(self.page.theme)
        assert axis2
        high = LINE_HEIGHT * size
        for series in self.chart.styles:
            line, wide = series.name == axis2.series, self.wide(series.name, size)
            x = whole.right - wide if line else whole.x + KEY + 8
            key = Room(x - KEY - 8, whole.y + (high - KEY) / 2, KEY, KEY)
            shape = Geometry("ellipse") if line else Geometry()
            self.page.shape(
                key.box, shape, fill=series.paint, name=self.page.strings.shapes["shape"]
            )
            level, head = BOLD._replace(color=_color(series)), Room(x, whole.y, wide, high)
            self.say(series.name, head, size, level, group="scales", key="data")
        values = self.fitted.values
        below = Room(whole.x, whole.y + high, whole.w, LINE_HEIGHT * values)
        style = Style((MUTED,), ((values,),))
        self.page.label(
            below.box, axis2.reason.plain, style, group="reason", name="reason",
            place=axis2.at("reason"),
        )  # fmt: skip

    def name_of_areas(self) -> None:
        """Put what the areas of bubbles say above the plot, at its right."""
        *_, name = self.chart.data.data.series
        whole, size = self.whole, self.fitted.loud
        left = 0.0 if self.fitted.head else whole.w / 3
        room = Room(whole.x + left, whole.y, whole.w - left, LINE_HEIGHT * size)
        words = f"{self.page.strings.labels['area']}: {name}"
        self.say(
            words,
            room,
            size=size,
            level=MUTED,
            align="right",
            anchor="top",
            group="area",
            key="data",
            name="area",
        )

    def words_of_target(self) -> None:
        """Put what a target is, and how much, beside the end of its line; over bars above it."""
        chart, theme, key = self.chart, self.page.theme, "target"
        words = target_words(chart.data, self.page.context.deck.lang)
        size = target_size(theme, chart)
        if chart.data.type != "bar":
            room = target_room(theme, chart)
            self.say("\n".join(words), room, size, group=key, key=key, name=key)
            return
        assert chart.data.target and self.fitted.top
        above, high = " ".join(words), LINE_HEIGHT * size
        wide = self.wide(above, size)
        x = self.plot.x + self.plot.w * chart.data.target.value / self.fitted.top
        start = min(max(x - wide / 2, self.whole.x), self.whole.right - wide)
        room = Room(start, self.plot.y - high - 6, wide, high)
        self.say(
            above,
            room,
            size=size,
            level=BOLD,
            align="center",
            anchor="bottom",
            group=key,
            key=key,
            name=key,
        )

    def number_in_the_ring(self) -> None:
        """Put the value of the slice that is set off into the hole of a ring."""
        data, theme = self.chart.data, self.page.theme
        ((name, row),) = data.data.series.items()
        value = row[data.data.categories.index(data.highlight or "")]
        text = label_of(data, name, value, self.page.context.deck.lang)
        radius = HOLE * min(self.whole.w, self.whole.h) / 2
        room = self.whole.disc(radius)
        room = room.inset(0.12 * radius, 0.3 * radius, 0.12 * radius, 0.3 * radius)
        level = Level("accent", bold=True, font="heading", spacing=0.84)
        fitting = (
            size
            for size in reversed(theme.type.scale)
            if 0.1 * radius < size < 0.9 * radius
            and text_width(text, size, theme, level) < 0.96 * room.w
        )
        size = next(fitting, theme.type.scale[0])
        self.say(text, room, size, level, "center", group="number")


KEY = 13.0
"""The size of what tells the colour of a scale, in points."""

HOLE = 0.5
"""The share of a ring's diameter that its hole has in every program: some know no other."""
