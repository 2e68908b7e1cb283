"""The canvas of a chart: words, bars, rules and dots, the legend, and the names along an axis."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from smdeck.figures.showing import shown
from smdeck.fit.chart_values import forecast_from, words_at_points
from smdeck.fit.measure import LINE_HEIGHT, text_width
from smdeck.fit.point_words import sides_of_words
from smdeck.preview.axes import AxisScale, axis_of
from smdeck.preview.markup import element, escaped, number
from smdeck.preview.outlines import Point
from smdeck.preview.typefaces import CssColors, css_family
from smdeck.scene import Box, Chart, Level, Paint, Role, SeriesStyle
from smdeck.units import points

Height = Callable[[float], float]
"""Returns where a value lies on the slide, from its top in points."""

MarkClicks = Mapping[tuple[str, int], int]
"""The click with which each `series` or `category` appears, by its number from 0."""

INSET = 0.02
"""What office programs leave free around a plot that they place, as a share of the chart."""

LARGEST_NUMBER = 18.0
"""The size of the numbers of an axis at the most, in points."""

BESIDE, BELOW = 7.0, 5.0
"""How far names and numbers stand beside the plot, and names below it, in points."""

PLAIN, BOLD = Level(), Level(bold=True)


class Area:
    """What is left of a chart's box while its parts are set, in points."""

    def __init__(self, left: float, top: float, right: float, bottom: float) -> None:
        self.left, self.top, self.right, self.bottom = left, top, right, bottom

    @property
    def width(self) -> float:
        """Its width."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Its height."""
        return self.bottom - self.top


class Canvas:
    """A chart while it is drawn."""

    def __init__(
        self,
        node: Chart,
        box: Box,
        colors: CssColors,
        lang: str,
        rtl: bool,
        clicks: MarkClicks,
    ) -> None:
        self.node, self.colors, self.lang, self.clicks = node, colors, lang, clicks
        self.chart, self.data = node.data, node.data.data
        self.type, self.styles, self.fitted = node.data.type, node.styles, node.fitted
        self.size = node.fitted.size
        self.rtl = rtl and self.type not in ("pie", "doughnut", "scatter")
        self.box = box
        left, top = points(box.x), points(box.y)
        across, down = INSET * points(box.w), INSET * points(box.h)
        right, bottom = points(box.right) - across, points(box.bottom) - down
        self.area = Area(left + across, top + down, right, bottom)
        self.whole = Area(left, top, points(box.right), points(box.bottom))
        """All of its box."""
        self.plot: Area | None = None
        """Where bars and lines stand, if that is known before their words are set."""
        if node.fitted.plot and self.type != "scatter":
            x, y, w, h = node.fitted.plot
            self.plot = Area(left + x, top + y, left + x + w, top + y + h)
        self.sides = sides_of_words(node, colors.theme, lang)
        self.loud = self.chart.loud
        """The number of the category that is set off."""
        self.expected = forecast_from(self.chart)
        self.words_at_points = words_at_points(self.chart)
        self.parts: list[str] = []

    @property
    def first_code(self) -> str:
        """The number format of the axis of values."""
        return self.chart.codes[self.chart.scale_series]

    @property
    def by_category(self) -> bool:
        """Whether a click brings what all series have at a place of the axis."""
        return any(kind == "category" for kind, _ in self.clicks)

    @contextmanager
    def appears(self, series: int, category: int) -> Iterator[None]:
        """Let what is drawn meanwhile appear with its series, or with its category."""
        click = self.clicks.get(("series", series), self.clicks.get(("category", category)))
        start = len(self.parts)
        yield
        if click is not None and len(self.parts) > start:
            self.parts[start:] = [element("g", "".join(self.parts[start:]), data_click=click)]

    def value(self, value: float, series: str) -> str:
        """Return a value as the labels of its series show it."""
        return shown(value, self.chart.codes[series], self.lang)

    def across(self, value: float) -> str:
        """Return the x of a point as it is shown."""
        return shown(value, self.chart.across_code, self.lang)

    def begin(self) -> None:
        """Write the names of all series above if a legend tells them; then the plot is begun."""
        at_ends = self.fitted.room and not self.fitted.legend
        named = at_ends or self.fitted.names_beside or self.fitted.axis2
        if len(self.styles) > 1 and not named:
            self.legend()
        if self.plot:
            self.area = self.plot

    def scale(self, values: Sequence[float]) -> AxisScale:
        """Return the axis of the values that stand on the foot of the plot."""
        fitted = self.fitted
        if fitted.top:
            return AxisScale(fitted.low, fitted.top, fitted.unit or fitted.top)
        return axis_of(values, self.first_code, from_zero=True, step=fitted.step)

    def numbers(self, axis: AxisScale, y: Height, *, ruled: bool) -> None:
        """Write the numbers of an axis at the left of the plot, each with a rule across if they
        are `ruled`."""
        size = min(self.size, LARGEST_NUMBER)
        for tick in axis.ticks:
            if ruled and tick != axis.low:
                self.level(y(tick), "line", 1.5)
            words = shown(tick, self.first_code, self.lang)
            at = y(tick) + 0.35 * size
            self.words(self.area.left - BESIDE, at, words, "text", anchor="end", size=size)

    def legend(self) -> None:
        """Write the names of all series above, in as many rows as they need."""
        rows: list[list[SeriesStyle]] = [[]]
        used = 0.0
        for style in self.styles:
            wide = self.wide(style.name) + 2.2 * self.size
            if rows[-1] and used + wide > self.area.width:
                rows.append([])
                used = 0.0
            rows[-1].append(style)
            used += wide
        for row in rows:
            wide = sum(self.wide(style.name) + 2.2 * self.size for style in row) - 1.2 * self.size
            x = (self.area.left + self.area.right - wide) / 2
            for style in row:
                self.key(x, self.area.top, style.name, style.paint)
                x += self.wide(style.name) + 2.2 * self.size
            self.area.top += 1.4 * self.size
        self.area.top += 0.4 * self.size

    def key(self, x: float, top: float, name: str, paint: Paint) -> None:
        """Write a name with the colour that it explains."""
        side = 0.55 * self.size
        y = top + 0.35 * self.size
        self.bar(x, y, x + side, y + side, paint)
        self.words(x + self.size, top + self.size * 0.98, name, "text", anchor="start")

    def slots(self, width: float, *, at_lines: bool = False) -> list[tuple[float, float]]:
        """Return left and right of each category's place, and write the names below them.

        Names break at spaces; where a word is too wide they are turned, or some are left out. They
        take their room from a plot that is not yet placed.
        """
        names, area = self.data.categories, self.area
        start = area.left - (width / 2 if at_lines else 0)
        slots = [(start + n * width, start + (n + 1) * width) for n in range(len(names))]
        words = [word for name in names for word in name.split()]
        turned = any(self.wide(word) > width for word in words)
        if self.plot:
            turned = not self.fitted.level
        ends_alone = self.fitted.panel == "ends"
        turned = turned and not ends_alone
        lines = [[name] if turned or ends_alone else self.in_lines(name, width) for name in names]
        high = max(map(len, lines), default=1) * LINE_HEIGHT * self.size + BELOW
        if turned:
            high = min(max(map(self.wide, names)) * 0.71 + self.size, area.height / 3)
        area.bottom -= 0.0 if self.plot else high
        every = max(1, -(-round(1.2 * self.size) // max(1, round(width)))) if turned else 1
        for n, ((left, right), of_name) in enumerate(zip(slots, lines, strict=True)):
            middle = (left + right) / 2
            if turned and n % every == 0:
                at = (middle + 0.3 * self.size, area.bottom + 0.8 * self.size + BELOW)
                self.words(*at, of_name[0], "text", anchor="end", turned=True)
            elif not turned and not ends_alone:
                for k, one in enumerate(of_name):
                    y = area.bottom + BELOW + (0.95 + k * LINE_HEIGHT) * self.size
                    self.words(middle, y, one, "text")
        return slots if not at_lines else [(left + width / 2, right) for left, right in slots]

    def seen(self, x: float) -> float:
        """Return where something is seen: from the other side in a deck from right to left."""
        return points(self.box.x + self.box.right) - x if self.rtl else x

    def wide(self, words: str, *, bold: bool = False, size: float | None = None) -> float:
        """Return how wide words are, in points."""
        level = BOLD if bold else PLAIN
        return text_width(words, size or self.size, self.colors.theme, level)

    def in_lines(self, name: str, width: float, *, bold: bool = False) -> list[str]:
        """Return a name in lines that are no wider than a width, if its words allow."""
        lines: list[str] = []
        for word in name.split():
            if lines and self.wide(f"{lines[-1]} {word}", bold=bold) <= width:
                lines[-1] += f" {word}"
            else:
                lines.append(word)
        return lines or [""]

    def wrapped(self, x: float, y: float, name: str, width: float, anchor: str) -> None:
        """Write a bold name around a height, in lines no wider than there is room."""
        lines = self.in_lines(name, width, bold=True)
        top = y - LINE_HEIGHT * self.size * (len(lines) - 1) / 2 + 0.35 * self.size
        for n, words in enumerate(lines):
            self.words(
                x, top + n * LINE_HEIGHT * self.size, words, "text", bold=True, anchor=anchor
            )

    def words(
        self,
        x: float,
        y: float,
        words: str,
        color: Paint | Role,
        *,
        bold: bool = False,
        anchor: str = "middle",
        turned: bool = False,
        size: float | None = None,
    ) -> None:
        """Write words at a place, in a colour and a size, which is that of names if not given."""
        x = self.seen(x)
        if self.rtl:
            anchor = {"start": "end", "end": "start"}.get(anchor, anchor)
        self.parts.append(
            element(
                "text",
                escaped(words),
                x=x,
                y=y,
                font_family=css_family(self.colors.theme.fonts.body),
                font_size=size or self.size,
                font_weight="bold" if bold or self.colors.theme.is_bold(False) else None,
                text_anchor=None if anchor == "start" else anchor,
                transform=f"rotate(-45 {number(x)} {number(y)})" if turned else None,
                **self.colors.fill(color),
            )
        )

    def bar(
        self,
        left: float,
        top: float,
        right: float,
        bottom: float,
        color: Paint | Role,
        *,
        edged: float = 0.0,
    ) -> None:
        """Draw a rectangle."""
        x = min(self.seen(left), self.seen(right))
        edge = self.colors.stroke("ground", edged) if edged else {}
        self.parts.append(
            element(
                "rect",
                x=x,
                y=top,
                width=max(0.0, right - left),
                height=max(0.0, bottom - top),
                **self.colors.fill(color),
                **edge,
            )
        )

    def rule(self, start: Point, end: Point, role: Paint | Role, width: float) -> None:
        """Draw a line from one point to another."""
        ends = {"x1": self.seen(start[0]), "y1": start[1], "x2": self.seen(end[0]), "y2": end[1]}
        self.parts.append(element("line", **ends, **self.colors.stroke(role, width)))

    def level(self, y: float, role: Paint | Role, width: float) -> None:
        """Draw a line over the whole plot."""
        self.rule((self.area.left, y), (self.area.right, y), role, width)

    def dot(self, at: Point, color: Paint | Role, size: float) -> None:
        """Draw a dot of a size in points."""
        place = {"cx": self.seen(at[0]), "cy": at[1], "r": size / 2}
        self.parts.append(element("circle", **place, **self.colors.fill(color)))
