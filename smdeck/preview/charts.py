"""Charts: the figures, labels and colours of a native chart, drawn as office programs set them.

What is shown is the same to the digit; where plot, axes and legend lie is each program's own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from math import cos, pi, sin

from smdeck.figures.showing import serial, shown
from smdeck.fit.measure import LINE_HEIGHT, text_width
from smdeck.preview.axes import axis_of
from smdeck.preview.markup import element, escaped, number
from smdeck.preview.outlines import Point, polygon
from smdeck.preview.typefaces import Colors, css_family
from smdeck.scene import Box, Chart, ChartMark, Level, Paint, Role
from smdeck.units import points

Height = Callable[[float], float]
"""Returns where a value lies on the slide, from its top in points."""

PLAIN, BOLD = Level(), Level(bold=True)

SMALLEST_SLICE = 0.07
"""A slice of a ring below this share has no room for its value, which the legend's size tells."""

HOLE = 0.5
"""How wide the hole of a ring is, as a share of the ring."""

NAMES_SHARE = 0.4
"""The most of a chart's width that the names beside bars take."""

LABEL_SHARE = 0.2
"""The share of a pie chart's width that the label of a slice may take."""


def chart_svg(node: Chart, box: Box, colors: Colors, lang: str, *, rtl: bool = False) -> str:
    """Return a chart in a box; from right to left its first category is at the right."""
    return _Drawing(node, box, colors, lang, rtl).svg()


class _Area:
    """What is left of a chart's box while its parts are set, in points."""

    def __init__(self, left: float, top: float, right: float, bottom: float) -> None:
        self.left, self.top, self.right, self.bottom = left, top, right, bottom

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top


class _Drawing:
    """One chart while it is drawn."""

    def __init__(self, node: Chart, box: Box, colors: Colors, lang: str, rtl: bool) -> None:
        self.node, self.colors, self.lang = node, colors, lang
        self.chart, self.data = node.data, node.data.data
        self.type, self.marks, self.size = node.data.type, node.marks, node.size
        self.rtl = rtl and self.type not in ("pie", "doughnut", "scatter")
        self.box = box
        edges = (box.x, box.y, box.right, box.bottom)
        self.area = _Area(*(points(edge) for edge in edges))
        highlight = self.chart.highlight
        categories = self.data.categories
        loud = highlight in categories and highlight not in self.data.series
        self.loud = categories.index(highlight) if loud and highlight is not None else None
        self.parts: list[str] = []

    def svg(self) -> str:
        """Return the chart, with its figures in words."""
        match self.type:
            case "pie":
                self._pie()
            case "doughnut":
                self._ring()
            case "scatter":
                self._scatter()
            case "line" | "area":
                self._lines()
            case "bar":
                self._bars()
            case _:
                self._columns()
        told = element("desc", escaped(self._told()))
        name = escaped(self.node.name)
        return element("g", told + "".join(self.parts), role="img", aria_label=name)

    def _told(self) -> str:
        """Return the figures in words, for those who can't see the chart."""
        rows = [
            f"{name}: "
            + ", ".join(
                f"{category} {self._value(value, name)}"
                for category, value in zip(self.data.categories, row, strict=True)
                if value is not None
            )
            for name, row in self.data.series.items()
        ]
        for name, pairs in self.data.points.items():
            told = ", ".join(f"({self._across(x)}; {self._value(y, name)})" for x, y in pairs)
            rows.append(f"{name}: {told}")
        return "; ".join(rows)

    def _value(self, value: float, series: str) -> str:
        return shown(value, self.chart.codes[series], self.lang)

    def _across(self, value: float) -> str:
        return shown(value, self.chart.across_code, self.lang)

    # -- bars and columns -------------------------------------------------------------------

    def _columns(self) -> None:
        many, stacked = len(self.marks) > 1, self.type == "stacked-column"
        if many:
            self._legend()
        rows = list(self.data.series.values())
        totals = _sums(rows) if stacked else [v for row in rows for v in row if v is not None]
        axis = axis_of(totals, self._first_code, from_zero=True)
        slots = self._slots(self.area.width / max(1, len(self.data.categories)))
        area, label = self.area, LINE_HEIGHT * self.size
        top = area.top + (0 if stacked else label)
        bottom = area.bottom - (label if axis.low < 0 and not stacked else 0)

        def y(value: float) -> float:
            return bottom - axis.share(value) * (bottom - top)

        self._rule(area.left, y(0), area.right, y(0), "line", 0.75)
        for n, (left, right) in enumerate(slots):
            if stacked:
                self._stack(n, left, right, rows, y)
                continue
            for s, (start, end) in enumerate(_within(left, right, len(rows))):
                value = rows[s][n]
                if value is None:
                    continue
                self._bar(start, min(y(0), y(value)), end, max(y(0), y(value)), self._fill(s, n))
                at = y(value) - 0.35 * self.size if value >= 0 else y(value) + self.size
                name = self.marks[s].name
                self._words(
                    (start + end) / 2, at, self._value(value, name), self._label_color(n), bold=True
                )

    def _stack(
        self,
        n: int,
        left: float,
        right: float,
        rows: list[list[float | None]],
        y: Height,
    ) -> None:
        """Draw the segments of a column, positive ones above the axis, negative ones below."""
        ((start, end),) = _within(left, right, 1)
        up = down = 0.0
        tallest = max(_sums(rows, absolute=True), default=0.0)
        for s, mark in enumerate(self.marks):
            value = rows[s][n]
            if not value:
                continue
            base = up if value > 0 else down
            edges = sorted((y(base), y(base + value)))
            up, down = (up + value, down) if value > 0 else (up, down + value)
            self._bar(start, edges[0], end, edges[1], self._fill(s, n), edged=1.5)
            if abs(value) / tallest * 0.75 * points(self.box.h) >= 1.15 * self.size:
                at = sum(edges) / 2 + 0.35 * self.size
                words = self._value(value, mark.name)
                self._words((start + end) / 2, at, words, mark.words, bold=True)

    def _bars(self) -> None:
        many = len(self.marks) > 1
        if many:
            self._legend()
        rows, names = list(self.data.series.values()), self.data.categories
        values = [value for row in rows for value in row if value is not None]
        axis = axis_of(values, self._first_code, from_zero=True)
        widest = max((self._wide(name) for name in names), default=0.0)
        room = min(widest + self.size / 2, NAMES_SHARE * self.area.width)
        labels = max(
            self._wide(self._value(value, mark.name), bold=True)
            for mark, row in zip(self.marks, rows, strict=True)
            for value in row
            if value is not None
        )
        left = self.area.left + room + (labels if axis.low < 0 else 0)
        right = self.area.right - labels - self.size / 2

        def x(value: float) -> float:
            return left + axis.share(value) * (right - left)

        height = self.area.height / len(names)
        for n, name in enumerate(names):
            top = self.area.top + n * height
            self._wrapped(
                self.area.left + room - self.size / 2, top + height / 2, name, room, "end"
            )
            for s, (start, end) in enumerate(_within(top, top + height, len(rows))):
                value = rows[s][n]
                if value is None:
                    continue
                self._bar(min(x(0), x(value)), start, max(x(0), x(value)), end, self._fill(s, n))
                after = value >= 0
                at = x(value) + (0.3 if after else -0.3) * self.size
                self._words(
                    at,
                    (start + end) / 2 + 0.35 * self.size,
                    self._value(value, self.marks[s].name),
                    self._label_color(n),
                    bold=True,
                    anchor="start" if after else "end",
                )

    def _fill(self, series: int, category: int) -> Paint | Role:
        """Return the colour of a bar: where one is set off, the others step back."""
        if self.loud is not None and category != self.loud:
            return "calm"
        return self.marks[series].paint

    def _label_color(self, category: int) -> Role:
        return "accent" if len(self.marks) == 1 and category == self.loud else "text"

    # -- lines and areas --------------------------------------------------------------------

    def _lines(self) -> None:
        stacked = self.type == "area" and len(self.marks) > 1
        rows = list(self.data.series.values())
        if len(self.marks) > 1 and not self.node.room:
            self._legend()
        values = [value for row in rows for value in row if value is not None]
        totals = _sums(rows) if stacked else values
        axis = axis_of(totals or [0.0], self._first_code, from_zero=True)
        ticks = [shown(tick, self._first_code, self.lang) for tick in axis.ticks]
        before = max(map(self._wide, ticks)) + self.size / 2
        self.area.left += before
        self.area.right -= self.node.room or 0.5 * self.size
        self.area.top += 0.6 * self.size
        xs = self._stations()
        area = self.area

        def y(value: float) -> float:
            return area.bottom - axis.share(value) * area.height

        clear = self.type == "area" and any(mark.paint.alpha < 100 for mark in self.marks)
        for tick, words in zip(axis.ticks, ticks, strict=True):
            if not clear:
                self._rule(area.left, y(tick), area.right, y(tick), "calm", 0.5)
            at = y(tick) + 0.35 * self.size
            self._words(area.left - self.size / 2, at, words, "text", anchor="end")
        self._rule(area.left, y(axis.low), area.right, y(axis.low), "line", 0.75)
        below = [0.0] * len(xs)
        for mark, row in zip(self.marks, rows, strict=True):
            if self.type == "area":
                tops = [
                    base * stacked + (value or 0.0) for base, value in zip(below, row, strict=True)
                ]
                self._filled(mark, xs, [y(v) for v in tops], [y(v * stacked) for v in below])
                below = tops
            else:
                line = [None if v is None else (x, y(v)) for x, v in zip(xs, row, strict=True)]
                self._line(mark, line)
        if len(self.marks) == 1 and self.type == "line":
            self._one_value(xs, rows[0], y)

    def _stations(self) -> list[float]:
        """Return where the categories lie across; their names stand below."""
        names, dates = self.data.categories, self.data.dates
        if dates:
            return self._dates([serial(day) for day in dates])
        ends = bool(self.node.room)
        count = max(1, len(names) - 1 if ends else len(names))
        slot = self.area.width / count
        slots = self._slots(slot, at_lines=ends)
        if ends:
            return [left for left, _ in slots]
        return [(left + right) / 2 for left, right in slots]

    def _dates(self, days: Sequence[float]) -> list[float]:
        """Return where days lie across, as far apart as they are; some are named below."""
        inset = 0.0 if self.node.room else self.area.width / (2 * len(days))
        left, width = self.area.left + inset, self.area.width - 2 * inset
        span = days[-1] - days[0] or 1.0
        xs = [left + (day - days[0]) / span * width for day in days]
        self.area.bottom -= LINE_HEIGHT * self.size
        end = float("-inf")
        for x, day in zip(xs, self.data.dates or (), strict=True):
            words = shown(day, self.data.date_code, self.lang)
            wide = self._wide(words)
            if x - wide / 2 > end:
                self._words(x, self.area.bottom + self.size, words, "text")
                end = x + wide / 2 + self.size
        return xs

    def _line(self, mark: ChartMark, line: Sequence[Point | None]) -> None:
        for stretch in _stretches(line):
            d = "M" + "L".join(f"{number(self._x(x))} {number(y)}" for x, y in stretch)
            width = 4.5 if mark.role == "highlight" else 3
            stroke = self.colors.stroke(mark.paint, width)
            self.parts.append(element("path", d=d, fill="none", stroke_linejoin="round", **stroke))
        dots = [at for at in line if at]
        if not self.node.room and mark.role != "calm":
            for at in dots:
                self._dot(at, mark.paint, 8)
        loud, last = line[self.loud] if self.loud is not None else None, line[-1]
        if loud:
            self._dot(loud, mark.paint, 14)
        if self.node.room and last:
            calm = mark.role == "calm"
            if not calm:
                self._dot(last, mark.paint, 8)
            color: Paint | Role = "muted" if calm else mark.paint
            x, y = last[0] + 0.6 * self.size, last[1] + 0.35 * self.size
            self._words(x, y, mark.name, color, bold=True, anchor="start")

    def _one_value(self, xs: list[float], row: Sequence[float | None], y: Height) -> None:
        """Show the value of the point that is set off, or else of the last one."""
        filled = [n for n, value in enumerate(row) if value is not None]
        if not filled:
            return
        n = self.loud if self.loud in filled else filled[-1]
        assert n is not None
        value = row[n]
        assert value is not None
        at = (xs[n], y(value))
        if self.loud in filled:
            self._dot(at, "highlight", 14)
        words = self._value(value, self.marks[0].name)
        self._words(at[0], at[1] - 0.8 * self.size, words, "accent", bold=True)

    def _filled(
        self, mark: ChartMark, xs: list[float], tops: list[float], bases: list[float]
    ) -> None:
        corners = [*zip(xs, tops, strict=True), *zip(reversed(xs), reversed(bases), strict=True)]
        d = polygon((self._x(x), y) for x, y in corners)
        line = self.colors.stroke("ground", 1.5) if len(self.marks) > 1 else {}
        self.parts.append(element("path", d=d, **self.colors.fill(mark.paint), **line))

    # -- pies, rings and points -------------------------------------------------------------

    def _pie(self) -> None:
        label = 2 * LINE_HEIGHT * self.size
        area = self.area
        across = area.width / 2 - LABEL_SHARE * area.width
        radius = max(self.size, min(area.height / 2 - label, across))
        center = ((area.left + area.right) / 2, (area.top + area.bottom) / 2)
        ((series, values),) = self.data.series.items()
        for n, start, end in self._slices(values):
            self._slice(center, radius, 0.0, start, end, self.marks[n].paint)
            middle = (start + end) / 2
            reach = radius + 0.5 * self.size
            x, y = center[0] + reach * sin(middle), center[1] - reach * cos(middle)
            lines = [*self._in_lines(self.data.categories[n], LABEL_SHARE * area.width),
                     self._value(values[n] or 0, series)]  # fmt: skip
            height = LINE_HEIGHT * self.size * len(lines)
            top = y - height * (1 + cos(middle)) / 2
            side = sin(middle)
            anchor = "middle" if abs(side) < 0.25 else "start" if side > 0 else "end"
            for k, words in enumerate(lines):
                at = top + k * LINE_HEIGHT * self.size + self.size
                self._words(x, at, words, "text", bold=True, anchor=anchor)

    def _ring(self) -> None:
        names = self.data.categories
        wide = max((self._wide(name) for name in names), default=0.0) + 2 * self.size
        wide = min(wide, self.area.width / 2)
        x, step = self.area.right - wide, 1.6 * self.size
        top = (self.area.top + self.area.bottom) / 2 - step * len(names) / 2
        for n, (name, mark) in enumerate(zip(names, self.marks, strict=True)):
            self._key(x, top + n * step, name, mark.paint)
        self.area.right = x - self.size
        area = self.area
        center = ((area.left + area.right) / 2, (area.top + area.bottom) / 2)
        radius = min(area.width, area.height) / 2
        ((series, values),) = self.data.series.items()
        total = sum(value or 0 for value in values)
        for n, start, end in self._slices(values):
            self._slice(center, radius, HOLE * radius, start, end, self.marks[n].paint)
            value = values[n] or 0
            if value >= SMALLEST_SLICE * total:
                middle, reach = (start + end) / 2, radius * (1 + HOLE) / 2
                at = (center[0] + reach * sin(middle), center[1] - reach * cos(middle))
                words = self._value(value, series)
                self._words(at[0], at[1] + 0.35 * self.size, words, self.marks[n].words, bold=True)

    def _slices(self, values: Sequence[float | None]) -> Iterable[tuple[int, float, float]]:
        """Yield the number of each slice, and where it begins and ends, clockwise from the top."""
        shares = [value or 0.0 for value in values]
        total, turned = sum(shares), 0.0
        thin = shares.index(min(shares))
        if self.type == "pie" and shares[thin] < SMALLEST_SLICE * total:
            middle = (sum(shares[:thin]) + shares[thin] / 2) / total
            turned = (round(270 - 360 * middle) % 360) / 180 * pi
        for n, share in enumerate(shares):
            end = turned + 2 * pi * share / total
            yield n, turned, end
            turned = end

    def _slice(
        self, center: Point, radius: float, inner: float, start: float, end: float, paint: Paint
    ) -> None:
        x, y = center

        def at(angle: float, far: float) -> str:
            return f"{number(x + far * sin(angle))} {number(y - far * cos(angle))}"

        end = min(end, start + 2 * pi - 1e-4)  # a whole circle has no ends to draw between
        large = int(end - start > pi)
        arc = f"A{number(radius)} {number(radius)} 0 {large} 1 {at(end, radius)}"
        d = f"M{at(start, radius)}{arc}"
        if inner:
            d += (
                f"L{at(end, inner)}A{number(inner)} {number(inner)} 0 {large} 0 {at(start, inner)}Z"
            )
        else:
            d += f"L{number(x)} {number(y)}Z"
        fill, edge = self.colors.fill(paint), self.colors.stroke("ground", 2)
        self.parts.append(element("path", d=d, stroke_linejoin="round", **fill, **edge))

    def _scatter(self) -> None:
        if len(self.marks) > 1:
            self._legend()
        every = [pair for row in self.data.points.values() for pair in row]
        along = axis_of([x for x, _ in every], self.chart.across_code, from_zero=False)
        up = axis_of([y for _, y in every], self._first_code, from_zero=True)
        ticks = [shown(tick, self._first_code, self.lang) for tick in up.ticks]
        area, size = self.area, self.size
        area.left += max(map(self._wide, ticks)) + size / 2
        area.bottom -= 1.5 * size
        area.top += size / 2
        area.right -= size
        for tick, words in zip(up.ticks, ticks, strict=True):
            y = area.bottom - up.share(tick) * area.height
            self._words(area.left - size / 2, y + 0.35 * size, words, "text", anchor="end")
        for tick in along.ticks:
            x = area.left + along.share(tick) * area.width
            self._words(x, area.bottom + 1.3 * size, self._across(tick), "text")
        self._rule(area.left, area.bottom, area.right, area.bottom, "line", 0.75)
        self._rule(area.left, area.top, area.left, area.bottom, "line", 0.75)
        for mark, pairs in zip(self.marks, self.data.points.values(), strict=True):
            for a, b in pairs:
                x = area.left + along.share(a) * area.width
                self._dot((x, area.bottom - up.share(b) * area.height), mark.paint, 12)

    # -- what they share --------------------------------------------------------------------

    @property
    def _first_code(self) -> str:
        return next(iter(self.chart.codes.values()))

    def _slots(self, width: float, *, at_lines: bool = False) -> list[tuple[float, float]]:
        """Return left and right of each category's place, and write the names below them.

        Names break at spaces; where a word is too wide they are turned, or some are left out.
        """
        names, area = self.data.categories, self.area
        start = area.left - (width / 2 if at_lines else 0)
        slots = [(start + n * width, start + (n + 1) * width) for n in range(len(names))]
        words = [word for name in names for word in name.split()]
        turned = any(self._wide(word) > width for word in words)
        lines = [[name] if turned else self._in_lines(name, width) for name in names]
        high = max(map(len, lines), default=1) * LINE_HEIGHT * self.size
        if turned:
            high = min(max(map(self._wide, names)) * 0.71 + self.size, area.height / 3)
        area.bottom -= high
        every = max(1, -(-round(1.2 * self.size) // max(1, round(width)))) if turned else 1
        for n, ((left, right), of_name) in enumerate(zip(slots, lines, strict=True)):
            middle = (left + right) / 2
            if turned and n % every == 0:
                at = (middle + 0.3 * self.size, area.bottom + 0.8 * self.size)
                self._words(*at, of_name[0], "text", anchor="end", turned=True)
            elif not turned:
                for k, one in enumerate(of_name):
                    y = area.bottom + self.size + k * LINE_HEIGHT * self.size
                    self._words(middle, y, one, "text")
        return slots if not at_lines else [(left + width / 2, right) for left, right in slots]

    def _legend(self) -> None:
        """Write the names of all series above, in as many rows as they need."""
        rows: list[list[ChartMark]] = [[]]
        used = 0.0
        for mark in self.marks:
            wide = self._wide(mark.name) + 2.2 * self.size
            if rows[-1] and used + wide > self.area.width:
                rows.append([])
                used = 0.0
            rows[-1].append(mark)
            used += wide
        for row in rows:
            wide = sum(self._wide(mark.name) + 2.2 * self.size for mark in row) - 1.2 * self.size
            x = (self.area.left + self.area.right - wide) / 2
            for mark in row:
                self._key(x, self.area.top, mark.name, mark.paint)
                x += self._wide(mark.name) + 2.2 * self.size
            self.area.top += 1.4 * self.size
        self.area.top += 0.4 * self.size

    def _key(self, x: float, top: float, name: str, paint: Paint) -> None:
        """Write a name with the colour that it explains."""
        side = 0.55 * self.size
        y = top + 0.35 * self.size
        self._bar(x, y, x + side, y + side, paint)
        self._words(x + self.size, top + self.size * 0.98, name, "text", anchor="start")

    def _x(self, x: float) -> float:
        """Return where something is seen: from the other side in a deck from right to left."""
        return points(self.box.x + self.box.right) - x if self.rtl else x

    def _wide(self, words: str, *, bold: bool = False) -> float:
        return text_width(words, self.size, self.colors.theme, BOLD if bold else PLAIN)

    def _in_lines(self, name: str, width: float) -> list[str]:
        lines: list[str] = []
        for word in name.split():
            if lines and self._wide(f"{lines[-1]} {word}") <= width:
                lines[-1] += f" {word}"
            else:
                lines.append(word)
        return lines or [""]

    def _wrapped(self, x: float, y: float, name: str, width: float, anchor: str) -> None:
        """Write a name around a height, in lines no wider than there is room."""
        lines = self._in_lines(name, width)
        top = y - LINE_HEIGHT * self.size * (len(lines) - 1) / 2 + 0.35 * self.size
        for n, words in enumerate(lines):
            self._words(x, top + n * LINE_HEIGHT * self.size, words, "text", anchor=anchor)

    def _words(
        self,
        x: float,
        y: float,
        words: str,
        color: Paint | Role,
        *,
        bold: bool = False,
        anchor: str = "middle",
        turned: bool = False,
    ) -> None:
        x = self._x(x)
        if self.rtl:
            anchor = {"start": "end", "end": "start"}.get(anchor, anchor)
        self.parts.append(
            element(
                "text",
                escaped(words),
                x=x,
                y=y,
                font_family=css_family(self.colors.theme.body_font),
                font_size=self.size,
                font_weight="bold" if bold else None,
                text_anchor=None if anchor == "start" else anchor,
                transform=f"rotate(-45 {number(x)} {number(y)})" if turned else None,
                **self.colors.fill(color),
            )
        )

    def _bar(
        self,
        left: float,
        top: float,
        right: float,
        bottom: float,
        color: Paint | Role,
        *,
        edged: float = 0.0,
    ) -> None:
        x = min(self._x(left), self._x(right))
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

    def _rule(self, x1: float, y1: float, x2: float, y2: float, role: Role, width: float) -> None:
        ends = {"x1": self._x(x1), "y1": y1, "x2": self._x(x2), "y2": y2}
        self.parts.append(element("line", **ends, **self.colors.stroke(role, width)))

    def _dot(self, at: Point, color: Paint | Role, size: float) -> None:
        place = {"cx": self._x(at[0]), "cy": at[1], "r": size / 2}
        self.parts.append(element("circle", **place, **self.colors.fill(color)))


def _within(start: float, end: float, count: int) -> list[tuple[float, float]]:
    """Return where bars stand in the place of a category, with the gaps of a native chart."""
    gap, between = (0.45, 0.0) if count == 1 else (0.6, 0.08)
    bar = (end - start) / (count + (count - 1) * between + gap)
    first = start + gap * bar / 2
    return [(first + n * bar * (1 + between), first + n * bar * (1 + between) + bar)
            for n in range(count)]  # fmt: skip


def _sums(rows: Sequence[Sequence[float | None]], *, absolute: bool = False) -> list[float]:
    """Return the heights of stacked columns, those below the axis by themselves."""
    sums = []
    for values in zip(*rows, strict=True):
        numbers = [abs(value or 0.0) if absolute else value or 0.0 for value in values]
        sums += [sum(n for n in numbers if n > 0), sum(n for n in numbers if n < 0)]
    return sums


def _stretches(line: Sequence[Point | None]) -> list[list[Point]]:
    """Return the parts of a line between its gaps."""
    parts: list[list[Point]] = [[]]
    for at in line:
        if at is None:
            parts.append([])
        else:
            parts[-1].append(at)
    return [part for part in parts if len(part) > 1]
