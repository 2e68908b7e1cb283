"""Pies and rings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import cos, pi, sin

from smdeck.fit.chart_values import SMALLEST_SLICE, turned
from smdeck.fit.measure import LINE_HEIGHT
from smdeck.preview.chart_canvas import Canvas
from smdeck.preview.markup import element, number
from smdeck.preview.outlines import Point
from smdeck.scene import Paint

HOLE, KEYED_HOLE = 0.5, 0.67
"""How wide the hole of a ring is, as a share of the ring; LibreOffice knows no other than half."""

AWAY = 0.25
"""How far the label of a slice stands from it, as a share of its size."""

LABEL_SHARE = 0.2
"""The share of a pie chart's width that the label of a slice may take."""


def draw_pie(canvas: Canvas) -> None:
    """Draw the slices of a circle, name and value of each beside it."""
    size, area = canvas.fitted.values, canvas.area
    center = ((area.left + area.right) / 2, (area.top + area.bottom) / 2)
    ((series, values),) = canvas.data.series.items()
    slices = list(_slices(canvas, values))
    room = LABEL_SHARE * area.width
    labels = [
        [
            *canvas.in_lines(name, room, bold=True),
            canvas.value(value or 0, series),
        ]
        for name, value in zip(canvas.data.categories, values, strict=True)
    ]
    radius = area.height / 2
    for n, start, end in slices:
        middle = (start + end) / 2
        high = LINE_HEIGHT * size * len(labels[n]) * (1 + abs(cos(middle))) / 2
        wide = max(canvas.wide(line, bold=True, size=size) for line in labels[n])
        radius = min(
            radius,
            (area.height / 2 - high) / max(abs(cos(middle)), 0.01) - AWAY * size,
            (area.width / 2 - wide) / max(abs(sin(middle)), 0.01) - AWAY * size,
        )
    radius = max(size, radius)
    for n, start, end in slices:
        with canvas.appears(0, n):
            _slice(
                canvas,
                center,
                radius=radius,
                inner=0.0,
                start=start,
                end=end,
                paint=canvas.styles[n].paint,
            )
            _label(canvas, center, radius, (start + end) / 2, labels[n])


def _label(
    canvas: Canvas, center: Point, radius: float, middle: float, lines: Sequence[str]
) -> None:
    """Write the label of a slice outside of it, where its `middle` points to."""
    size = canvas.fitted.values
    reach, side = radius + AWAY * size, sin(middle)
    x, y = center[0] + reach * side, center[1] - reach * cos(middle)
    top = y - LINE_HEIGHT * size * len(lines) * (1 + cos(middle)) / 2
    anchor = "middle" if abs(side) < 0.25 else "start" if side > 0 else "end"
    for k, words in enumerate(lines):
        at = top + k * LINE_HEIGHT * size + size
        canvas.words(x, at, words, "text", bold=True, anchor=anchor, size=size)


def draw_ring(canvas: Canvas) -> None:
    """Draw the parts of a ring with their values on them, and the names at its right.

    Where the slide names them, a ring is as large as its room, and its hole larger.
    """
    if canvas.node.keyed:
        _ring(canvas, KEYED_HOLE)
        return
    names = canvas.data.categories
    wide = max((canvas.wide(name) for name in names), default=0.0) + 2 * canvas.size
    wide = min(wide, canvas.area.width / 2)
    x, step = canvas.area.right - wide, 1.6 * canvas.size
    top = (canvas.area.top + canvas.area.bottom) / 2 - step * len(names) / 2
    for n, (name, style) in enumerate(zip(names, canvas.styles, strict=True)):
        canvas.key(x, top + n * step, name, style.paint)
    canvas.area.right = x - canvas.size
    _ring(canvas, HOLE)


def _ring(canvas: Canvas, hole: float) -> None:
    """Draw the parts of a ring, and their values on them unless the slide names these."""
    area, size = canvas.area, canvas.fitted.values
    center = ((area.left + area.right) / 2, (area.top + area.bottom) / 2)
    radius = min(area.width, area.height) / 2
    ((series, values),) = canvas.data.series.items()
    total = sum(value or 0 for value in values)
    for n, start, end in _slices(canvas, values):
        value = values[n] or 0
        with canvas.appears(0, n):
            _slice(
                canvas,
                center,
                radius=radius,
                inner=hole * radius,
                start=start,
                end=end,
                paint=canvas.styles[n].paint,
            )
            if value >= SMALLEST_SLICE * total and not canvas.node.keyed:
                middle, reach = (start + end) / 2, radius * (1 + hole) / 2
                at = (center[0] + reach * sin(middle), center[1] - reach * cos(middle))
                words = canvas.value(value, series)
                color = canvas.styles[n].words
                canvas.words(at[0], at[1] + 0.35 * size, words, color, bold=True, size=size)


def _slices(canvas: Canvas, values: Sequence[float | None]) -> Iterable[tuple[int, float, float]]:
    """Yield the number of each slice, and where it begins and ends, clockwise from the top."""
    shares = [value or 0.0 for value in values]
    total = sum(shares)
    start = turned(shares) / 180 * pi if canvas.type == "pie" else 0.0
    for n, share in enumerate(shares):
        end = start + 2 * pi * share / total
        yield n, start, end
        start = end


def _slice(
    canvas: Canvas,
    center: Point,
    radius: float,
    inner: float,
    start: float,
    end: float,
    paint: Paint,
) -> None:
    x, y = center

    def at(angle: float, far: float) -> str:
        return f"{number(x + far * sin(angle))} {number(y - far * cos(angle))}"

    end = min(end, start + 2 * pi - 1e-4)  # a whole circle has no ends to draw between
    large = int(end - start > pi)
    arc = f"A{number(radius)} {number(radius)} 0 {large} 1 {at(end, radius)}"
    d = f"M{at(start, radius)}{arc}"
    if inner:
        d += f"L{at(end, inner)}A{number(inner)} {number(inner)} 0 {large} 0 {at(start, inner)}Z"
    else:
        d += f"L{number(x)} {number(y)}Z"
    fill, edge = canvas.colors.fill(paint), canvas.colors.stroke("ground", 2)
    canvas.parts.append(element("path", d=d, stroke_linejoin="round", **fill, **edge))
