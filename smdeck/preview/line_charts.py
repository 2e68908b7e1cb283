"""Lines, areas, and points in two dimensions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from smdeck.figures.showing import serial, shown
from smdeck.fit.chart_values import reaching
from smdeck.fit.measure import LINE_HEIGHT
from smdeck.fit.point_words import LabelPosition
from smdeck.preview.axes import AxisScale, axis_of, stacked_sums
from smdeck.preview.chart_canvas import BELOW, BESIDE, LARGEST_NUMBER, Canvas, Height
from smdeck.preview.chart_more import (
    draw_spread,
    draw_target,
    draw_words_at_points,
    path,
)
from smdeck.preview.markup import element
from smdeck.preview.outlines import Point, polygon
from smdeck.scene import Paint, Role, SeriesStyle
from smdeck.units import points

BEHIND, OVER = 14.0, 9.0
"""How far the name of a line stands behind its end, and a value over its dot, in points."""


def draw_lines(canvas: Canvas) -> None:
    """Draw lines, or areas on one another, over the steps of their axis."""
    stacked = canvas.type == "area" and len(canvas.styles) > 1
    few = canvas.fitted.few and canvas.type == "line"
    rows = list(canvas.data.series.values())
    canvas.begin()
    values = [value for row in rows for value in row if value is not None]
    values += reaching(canvas.chart)
    totals = (stacked_sums(rows) if stacked else values) or [0.0]
    axis = canvas.scale(totals)
    if few and not canvas.plot:  # a hidden axis, whose steps office programs choose
        axis = axis_of(totals, canvas.first_code, from_zero=True)
    if not canvas.plot:
        _make_room(canvas, axis, few)
    xs = _stations(canvas)
    area = canvas.area

    def y(value: float) -> float:
        return area.bottom - axis.share(value) * area.height

    if not few and not canvas.fitted.panel:
        canvas.numbers(axis, y, ruled=canvas.type == "line")
    foot = y(0) if axis.low < 0 < axis.high else y(axis.low)
    canvas.level(foot, "text", 2.5)
    below = [0.0] * len(xs)
    draw_target(canvas, xs[0], xs[-1], y)
    for s, (style, row) in enumerate(zip(canvas.styles, rows, strict=True)):
        if canvas.type == "area":
            tops = [base * stacked + (value or 0.0) for base, value in zip(below, row, strict=True)]
            uppers, feet = [y(v) for v in tops], [y(v * stacked) for v in below]
            for n, part in _steps(canvas, len(xs)):
                with canvas.appears(s, n):
                    _area(canvas, style, xs[part], uppers[part], feet[part])
            below = tops
        else:
            line = [None if v is None else (x, y(v)) for x, v in zip(xs, row, strict=True)]
            _line(canvas, s, line)
            for one, value in enumerate(row):
                if value is not None:
                    draw_spread(canvas, one, value, xs[one], y)
            draw_words_at_points(canvas, s, line)
    if len(canvas.styles) == 1 and canvas.type == "line":
        _own_values(canvas, xs, rows[0], y)


def _steps(canvas: Canvas, count: int) -> Iterator[tuple[int, slice]]:
    """Yield what of a line appears together: all of it or, by categories, each of its steps with
    the one in which it ends."""
    if not canvas.by_category:
        yield 0, slice(count)
        return
    for end in range(1, count):
        yield end, slice(end - 1, end + 1)


def _make_room(canvas: Canvas, axis: AxisScale, few: bool) -> None:
    """Leave room for the numbers of an axis and for names at the ends of lines, as office programs
    do."""
    fitted, area, box = canvas.fitted, canvas.area, canvas.box
    if fitted.room:
        area.left, area.right = points(box.x), points(box.right) - fitted.room
        area.top = points(box.y) + 0.03 * points(box.h)
        area.bottom = points(box.bottom) - 0.03 * points(box.h)
    if fitted.room or canvas.type == "area":
        area.right -= canvas.wide(canvas.data.categories[-1]) / 2
    if not few:
        size = min(canvas.size, LARGEST_NUMBER)
        ticks = [shown(tick, canvas.first_code, canvas.lang) for tick in axis.ticks]
        area.left += max(canvas.wide(tick, size=size) for tick in ticks) + BESIDE
        area.top += 0.4 * size


def _from_edge_to_edge(canvas: Canvas) -> bool:
    """Return whether the first category lies at the left edge, the last at the right one."""
    fitted, bands = canvas.fitted, bool(canvas.chart.bands)
    edges = bool(fitted.room or fitted.panel) or canvas.type == "area"
    return edges or (bands and not fitted.few)


def _stations(canvas: Canvas) -> list[float]:
    """Return where the categories lie across; their names stand below."""
    names, dates = canvas.data.categories, canvas.data.dates
    if dates:
        return _dates(canvas, [serial(day) for day in dates])
    ends = _from_edge_to_edge(canvas)
    count = max(1, len(names) - 1 if ends else len(names))
    slot = canvas.area.width / count
    slots = canvas.slots(slot, at_lines=ends)
    if ends:
        return [left for left, _ in slots]
    return [(left + right) / 2 for left, right in slots]


def _dates(canvas: Canvas, days: Sequence[float]) -> list[float]:
    """Return where days lie across, as far apart as they are; some are named below."""
    ends = _from_edge_to_edge(canvas)
    inset = 0.0 if ends else canvas.area.width / (2 * len(days))
    left, width = canvas.area.left + inset, canvas.area.width - 2 * inset
    span = days[-1] - days[0] or 1.0
    xs = [left + (day - days[0]) / span * width for day in days]
    canvas.area.bottom -= 0.0 if canvas.plot else LINE_HEIGHT * canvas.size + BELOW
    end = float("-inf")
    for x, day in zip(xs, canvas.data.dates or (), strict=True):
        words = shown(day, canvas.data.date_code, canvas.lang)
        wide = canvas.wide(words)
        if x - wide / 2 > end and not canvas.fitted.panel:
            canvas.words(x, canvas.area.bottom + BELOW + 0.95 * canvas.size, words, "text")
            end = x + wide / 2 + canvas.size
    return xs


def _line(canvas: Canvas, series: int, line: Sequence[Point | None]) -> None:
    """Draw a line with its dots, and its name behind its end if names stand there."""
    style, fitted = canvas.styles[series], canvas.fitted
    for n, part in _steps(canvas, len(line)):
        with canvas.appears(series, n):
            _strokes(canvas, style, line, part)
    calm, last = style.role == "calm", line[-1]
    if (fitted.few or (not fitted.room and len(canvas.styles) > 1)) and not calm:
        for n, at in enumerate(line):
            if at:
                with canvas.appears(series, n):
                    canvas.dot(at, style.paint, 14)
    set_off = line[canvas.loud] if canvas.loud is not None else None
    if set_off and canvas.loud is not None:
        with canvas.appears(series, canvas.loud):
            canvas.dot(set_off, style.paint, 24)
    if fitted.room and last and len(canvas.styles) > 1 and not fitted.legend:
        with canvas.appears(series, len(line) - 1):
            _name_at_end(canvas, style, last)


def _strokes(canvas: Canvas, style: SeriesStyle, line: Sequence[Point | None], part: slice) -> None:
    """Draw a part of a line, which has gaps where there is no value, and is dashed where values are
    expected."""
    start, stop, _ = part.indices(len(line))
    first = canvas.expected
    width = 9 if style.role == "highlight" or len(canvas.styles) == 1 else 5
    known, expected = line[start : min(stop, first)], line[max(start, first - 1) : stop]
    for piece, dashed in ((known, False), (expected, True)):
        for stretch in _stretches(piece):
            # Steps by clicks are lines of their own, which meet round.
            path(canvas, stretch, style.paint, width, dashed, rounded=canvas.by_category)


def _name_at_end(canvas: Canvas, style: SeriesStyle, end: Point) -> None:
    """Write the name of a line behind its end."""
    color: Paint | Role = "muted"
    if style.role != "calm":
        loud = style.role == "highlight"
        canvas.dot(end, style.paint, 24 if loud else 16)
        color = "accent" if loud else style.paint
    size = canvas.fitted.values
    x, y = end[0] + BEHIND, end[1] + 0.35 * size
    canvas.words(x, y, style.name, color, bold=True, anchor="start", size=size)


def _own_values(canvas: Canvas, xs: list[float], row: Sequence[float | None], y: Height) -> None:
    """Show the value of each point where these are few, else that of the one that is set off or of
    the last one."""
    filled = [n for n, value in enumerate(row) if value is not None]
    if not filled:
        return
    few, size, style = canvas.fitted.few, canvas.fitted.values, canvas.styles[0]
    loud = canvas.loud if canvas.loud in filled else filled[-1]
    told = {n for (series, n), _ in canvas.words_at_points if not series}
    for n in filled if few else [loud]:
        assert n is not None
        if n in told and not few:
            continue
        at = (xs[n], y(row[n] or 0.0))
        if n == loud and not (canvas.fitted.panel and style.role == "calm"):
            with canvas.appears(0, n):
                paint: Paint | Role = "highlight" if canvas.loud in filled else style.paint
                canvas.dot(at, paint, 14 if canvas.fitted.panel else 24)
        is_loud = n == loud and (not few or n == canvas.loud)
        if canvas.fitted.panel and style.role != "highlight":
            is_loud = False
        color: Role = "accent" if is_loud else "text"
        words = canvas.value(row[n] or 0.0, style.name)
        side = canvas.sides.get((0, n), LabelPosition())
        foot = at[1] - side.lift - OVER - (12 if n == loud else 7)
        if not side.above:
            foot = at[1] + 14 + size + (LINE_HEIGHT * canvas.size if n in told else 0.0)
        with canvas.appears(0, n):
            canvas.words(at[0] + side.shift, foot, words, color, bold=True, size=size)


def _area(
    canvas: Canvas, style: SeriesStyle, xs: list[float], tops: list[float], bases: list[float]
) -> None:
    corners = [*zip(xs, tops, strict=True), *zip(reversed(xs), reversed(bases), strict=True)]
    d = polygon((canvas.seen(x), y) for x, y in corners)
    apart = len(canvas.styles) > 1 and not canvas.by_category
    line = canvas.colors.stroke("ground", 1.5) if apart else {}
    canvas.parts.append(element("path", d=d, **canvas.colors.fill(style.paint), **line))


def draw_scatter(canvas: Canvas) -> None:
    """Draw points between two axes."""
    canvas.begin()
    every = [pair for row in canvas.data.points.values() for pair in row]
    along = axis_of([x for x, _ in every], canvas.chart.across_code, from_zero=False)
    up = axis_of([y for _, y in every], canvas.first_code, from_zero=True)
    ticks = [shown(tick, canvas.first_code, canvas.lang) for tick in up.ticks]
    area, size = canvas.area, canvas.size
    area.left += max(map(canvas.wide, ticks)) + BESIDE
    area.bottom -= LINE_HEIGHT * size + BELOW
    area.top += size / 2
    area.right -= canvas.wide(canvas.across(along.high)) / 2
    for tick, words in zip(up.ticks, ticks, strict=True):
        y = area.bottom - up.share(tick) * area.height
        canvas.words(area.left - BESIDE, y + 0.35 * size, words, "text", anchor="end")
    for tick in along.ticks:
        x = area.left + along.share(tick) * area.width
        canvas.words(x, area.bottom + BELOW + 0.95 * size, canvas.across(tick), "text")
    canvas.level(area.bottom, "line", 0.75)
    canvas.rule((area.left, area.top), (area.left, area.bottom), "line", 0.75)
    for s, (style, pairs) in enumerate(
        zip(canvas.styles, canvas.data.points.values(), strict=True)
    ):
        with canvas.appears(s, 0):
            for a, b in pairs:
                x = area.left + along.share(a) * area.width
                canvas.dot((x, area.bottom - up.share(b) * area.height), style.paint, 12)


def _stretches(line: Sequence[Point | None]) -> list[list[Point]]:
    """Return the parts of a line between its gaps."""
    parts: list[list[Point]] = [[]]
    for at in line:
        if at is None:
            parts.append([])
        else:
            parts[-1].append(at)
    return [part for part in parts if len(part) > 1]
