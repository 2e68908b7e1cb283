"""Lines, areas, and points in two dimensions."""

from __future__ import annotations

from collections.abc import Sequence

from smdeck.figures.showing import serial, shown
from smdeck.fit.measure import LINE_HEIGHT
from smdeck.preview.axes import axis_of, stacked_sums
from smdeck.preview.chart_canvas import Canvas, Height
from smdeck.preview.markup import element, number
from smdeck.preview.outlines import Point, polygon
from smdeck.scene import ChartMark, Paint, Role


def draw_lines(canvas: Canvas) -> None:
    """Draw lines, or areas on one another, over the steps of their axis."""
    stacked = canvas.type == "area" and len(canvas.marks) > 1
    rows = list(canvas.data.series.values())
    if len(canvas.marks) > 1 and not canvas.node.fitted.room:
        canvas.legend()
    values = [value for row in rows for value in row if value is not None]
    totals = stacked_sums(rows) if stacked else values
    axis = axis_of(totals or [0.0], canvas.first_code, from_zero=True)
    ticks = [shown(tick, canvas.first_code, canvas.lang) for tick in axis.ticks]
    before = max(map(canvas.wide, ticks)) + canvas.size / 2
    canvas.area.left += before
    canvas.area.right -= canvas.node.fitted.room or 0.5 * canvas.size
    canvas.area.top += 0.6 * canvas.size
    xs = _stations(canvas)
    area = canvas.area

    def y(value: float) -> float:
        return area.bottom - axis.share(value) * area.height

    clear = canvas.type == "area" and any(mark.paint.alpha < 100 for mark in canvas.marks)
    for tick, words in zip(axis.ticks, ticks, strict=True):
        if not clear:
            canvas.rule(area.left, y(tick), area.right, y(tick), "calm", 0.5)
        at = y(tick) + 0.35 * canvas.size
        canvas.words(area.left - canvas.size / 2, at, words, "text", anchor="end")
    canvas.rule(area.left, y(axis.low), area.right, y(axis.low), "line", 0.75)
    below = [0.0] * len(xs)
    for mark, row in zip(canvas.marks, rows, strict=True):
        if canvas.type == "area":
            tops = [base * stacked + (value or 0.0) for base, value in zip(below, row, strict=True)]
            _filled(canvas, mark, xs, [y(v) for v in tops], [y(v * stacked) for v in below])
            below = tops
        else:
            line = [None if v is None else (x, y(v)) for x, v in zip(xs, row, strict=True)]
            _line(canvas, mark, line)
    if len(canvas.marks) == 1 and canvas.type == "line":
        _one_value(canvas, xs, rows[0], y)


def _stations(canvas: Canvas) -> list[float]:
    """Return where the categories lie across; their names stand below."""
    names, dates = canvas.data.categories, canvas.data.dates
    if dates:
        return _dates(canvas, [serial(day) for day in dates])
    ends = bool(canvas.node.fitted.room)
    count = max(1, len(names) - 1 if ends else len(names))
    slot = canvas.area.width / count
    slots = canvas.slots(slot, at_lines=ends)
    if ends:
        return [left for left, _ in slots]
    return [(left + right) / 2 for left, right in slots]


def _dates(canvas: Canvas, days: Sequence[float]) -> list[float]:
    """Return where days lie across, as far apart as they are; some are named below."""
    inset = 0.0 if canvas.node.fitted.room else canvas.area.width / (2 * len(days))
    left, width = canvas.area.left + inset, canvas.area.width - 2 * inset
    span = days[-1] - days[0] or 1.0
    xs = [left + (day - days[0]) / span * width for day in days]
    canvas.area.bottom -= LINE_HEIGHT * canvas.size
    end = float("-inf")
    for x, day in zip(xs, canvas.data.dates or (), strict=True):
        words = shown(day, canvas.data.date_code, canvas.lang)
        wide = canvas.wide(words)
        if x - wide / 2 > end:
            canvas.words(x, canvas.area.bottom + canvas.size, words, "text")
            end = x + wide / 2 + canvas.size
    return xs


def _line(canvas: Canvas, mark: ChartMark, line: Sequence[Point | None]) -> None:
    for stretch in _stretches(line):
        d = "M" + "L".join(f"{number(canvas.seen(x))} {number(y)}" for x, y in stretch)
        width = 4.5 if mark.role == "highlight" else 3
        stroke = canvas.colors.stroke(mark.paint, width)
        canvas.parts.append(element("path", d=d, fill="none", stroke_linejoin="round", **stroke))
    dots = [at for at in line if at]
    if not canvas.node.fitted.room and mark.role != "calm":
        for at in dots:
            canvas.dot(at, mark.paint, 8)
    loud, last = line[canvas.loud] if canvas.loud is not None else None, line[-1]
    if loud:
        canvas.dot(loud, mark.paint, 14)
    if canvas.node.fitted.room and last:
        calm = mark.role == "calm"
        if not calm:
            canvas.dot(last, mark.paint, 8)
        color: Paint | Role = "muted" if calm else mark.paint
        x, y = last[0] + 0.6 * canvas.size, last[1] + 0.35 * canvas.size
        canvas.words(x, y, mark.name, color, bold=True, anchor="start")


def _one_value(canvas: Canvas, xs: list[float], row: Sequence[float | None], y: Height) -> None:
    """Show the value of the point that is set off, or else of the last one."""
    filled = [n for n, value in enumerate(row) if value is not None]
    if not filled:
        return
    n = canvas.loud if canvas.loud in filled else filled[-1]
    assert n is not None
    value = row[n]
    assert value is not None
    at = (xs[n], y(value))
    if canvas.loud in filled:
        canvas.dot(at, "highlight", 14)
    words = canvas.value(value, canvas.marks[0].name)
    canvas.words(at[0], at[1] - 0.8 * canvas.size, words, "accent", bold=True)


def _filled(
    canvas: Canvas, mark: ChartMark, xs: list[float], tops: list[float], bases: list[float]
) -> None:
    corners = [*zip(xs, tops, strict=True), *zip(reversed(xs), reversed(bases), strict=True)]
    d = polygon((canvas.seen(x), y) for x, y in corners)
    line = canvas.colors.stroke("ground", 1.5) if len(canvas.marks) > 1 else {}
    canvas.parts.append(element("path", d=d, **canvas.colors.fill(mark.paint), **line))


def draw_scatter(canvas: Canvas) -> None:
    """Draw points between two axes."""
    if len(canvas.marks) > 1:
        canvas.legend()
    every = [pair for row in canvas.data.points.values() for pair in row]
    along = axis_of([x for x, _ in every], canvas.chart.across_code, from_zero=False)
    up = axis_of([y for _, y in every], canvas.first_code, from_zero=True)
    ticks = [shown(tick, canvas.first_code, canvas.lang) for tick in up.ticks]
    area, size = canvas.area, canvas.size
    area.left += max(map(canvas.wide, ticks)) + size / 2
    area.bottom -= 1.5 * size
    area.top += size / 2
    area.right -= size
    for tick, words in zip(up.ticks, ticks, strict=True):
        y = area.bottom - up.share(tick) * area.height
        canvas.words(area.left - size / 2, y + 0.35 * size, words, "text", anchor="end")
    for tick in along.ticks:
        x = area.left + along.share(tick) * area.width
        canvas.words(x, area.bottom + 1.3 * size, canvas.across(tick), "text")
    canvas.rule(area.left, area.bottom, area.right, area.bottom, "line", 0.75)
    canvas.rule(area.left, area.top, area.left, area.bottom, "line", 0.75)
    for mark, pairs in zip(canvas.marks, canvas.data.points.values(), strict=True):
        for a, b in pairs:
            x = area.left + along.share(a) * area.width
            canvas.dot((x, area.bottom - up.share(b) * area.height), mark.paint, 12)


def _stretches(line: Sequence[Point | None]) -> list[list[Point]]:
    """Return the parts of a line between its gaps."""
    parts: list[list[Point]] = [[]]
    for at in line:
        if at is None:
            parts.append([])
        else:
            parts[-1].append(at)
    return [part for part in parts if len(part) > 1]
