"""Bars and columns, side by side or stacked."""

from __future__ import annotations

from smdeck.fit.measure import LINE_HEIGHT
from smdeck.preview.axes import axis_of, stacked_sums
from smdeck.preview.chart_canvas import Canvas, Height
from smdeck.scene import Paint, Role
from smdeck.units import points

NAMES_SHARE = 0.4
"""The most of a chart's width that the names beside bars take."""


def draw_columns(canvas: Canvas) -> None:
    """Draw columns with their values: side by side, or those of a category on one another."""
    many, stacked = len(canvas.marks) > 1, canvas.type == "stacked-column"
    if many:
        canvas.legend()
    rows = list(canvas.data.series.values())
    totals = stacked_sums(rows) if stacked else [v for row in rows for v in row if v is not None]
    axis = axis_of(totals, canvas.first_code, from_zero=True)
    slots = canvas.slots(canvas.area.width / max(1, len(canvas.data.categories)))
    area, label = canvas.area, LINE_HEIGHT * canvas.size
    top = area.top + (0 if stacked else label)
    bottom = area.bottom - (label if axis.low < 0 and not stacked else 0)

    def y(value: float) -> float:
        return bottom - axis.share(value) * (bottom - top)

    canvas.rule(area.left, y(0), area.right, y(0), "line", 0.75)
    for n, (left, right) in enumerate(slots):
        if stacked:
            _stack(canvas, n, left, right, rows, y)
            continue
        for s, (start, end) in enumerate(_within(left, right, len(rows))):
            value = rows[s][n]
            if value is None:
                continue
            canvas.bar(start, min(y(0), y(value)), end, max(y(0), y(value)), _fill(canvas, s, n))
            at = y(value) - 0.35 * canvas.size if value >= 0 else y(value) + canvas.size
            name = canvas.marks[s].name
            canvas.words(
                (start + end) / 2, at, canvas.value(value, name), _label_color(canvas, n), bold=True
            )


def _stack(
    canvas: Canvas,
    n: int,
    left: float,
    right: float,
    rows: list[list[float | None]],
    y: Height,
) -> None:
    """Draw the segments of a column, positive ones above the axis, negative ones below."""
    ((start, end),) = _within(left, right, 1)
    up = down = 0.0
    tallest = max(stacked_sums(rows, absolute=True), default=0.0)
    for s, mark in enumerate(canvas.marks):
        value = rows[s][n]
        if not value:
            continue
        base = up if value > 0 else down
        edges = sorted((y(base), y(base + value)))
        up, down = (up + value, down) if value > 0 else (up, down + value)
        canvas.bar(start, edges[0], end, edges[1], _fill(canvas, s, n), edged=1.5)
        if abs(value) / tallest * 0.75 * points(canvas.box.h) >= 1.15 * canvas.size:
            at = sum(edges) / 2 + 0.35 * canvas.size
            words = canvas.value(value, mark.name)
            canvas.words((start + end) / 2, at, words, mark.words, bold=True)


def draw_bars(canvas: Canvas) -> None:
    """Draw bars with their values, the names of the categories at their left."""
    many = len(canvas.marks) > 1
    if many:
        canvas.legend()
    rows, names = list(canvas.data.series.values()), canvas.data.categories
    values = [value for row in rows for value in row if value is not None]
    axis = axis_of(values, canvas.first_code, from_zero=True)
    widest = max((canvas.wide(name) for name in names), default=0.0)
    room = min(widest + canvas.size / 2, NAMES_SHARE * canvas.area.width)
    labels = max(
        canvas.wide(canvas.value(value, mark.name), bold=True)
        for mark, row in zip(canvas.marks, rows, strict=True)
        for value in row
        if value is not None
    )
    left = canvas.area.left + room + (labels if axis.low < 0 else 0)
    right = canvas.area.right - labels - canvas.size / 2

    def x(value: float) -> float:
        return left + axis.share(value) * (right - left)

    height = canvas.area.height / len(names)
    for n, name in enumerate(names):
        top = canvas.area.top + n * height
        canvas.wrapped(
            canvas.area.left + room - canvas.size / 2, top + height / 2, name, room, "end"
        )
        for s, (start, end) in enumerate(_within(top, top + height, len(rows))):
            value = rows[s][n]
            if value is None:
                continue
            canvas.bar(min(x(0), x(value)), start, max(x(0), x(value)), end, _fill(canvas, s, n))
            after = value >= 0
            at = x(value) + (0.3 if after else -0.3) * canvas.size
            canvas.words(
                at,
                (start + end) / 2 + 0.35 * canvas.size,
                canvas.value(value, canvas.marks[s].name),
                _label_color(canvas, n),
                bold=True,
                anchor="start" if after else "end",
            )


def _fill(canvas: Canvas, series: int, category: int) -> Paint | Role:
    """Return the colour of a bar: where one is set off, the others step back."""
    if canvas.loud is not None and category != canvas.loud:
        return "calm"
    return canvas.marks[series].paint


def _label_color(canvas: Canvas, category: int) -> Role:
    return "accent" if len(canvas.marks) == 1 and category == canvas.loud else "text"


def _within(start: float, end: float, count: int) -> list[tuple[float, float]]:
    """Return where bars stand in the place of a category, with the gaps of a native chart."""
    gap, between = (0.45, 0.0) if count == 1 else (0.6, 0.08)
    bar = (end - start) / (count + (count - 1) * between + gap)
    first = start + gap * bar / 2
    return [(first + n * bar * (1 + between), first + n * bar * (1 + between) + bar)
            for n in range(count)]  # fmt: skip
