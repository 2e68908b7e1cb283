"""More of charts: lines over columns, the line of a target, words at points, and error bars."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from smdeck.fit.chart_values import target_words
from smdeck.fit.measure import LINE_HEIGHT
from smdeck.fit.point_words import LabelPosition
from smdeck.preview.axes import AxisScale
from smdeck.preview.chart_canvas import BESIDE, Canvas, Height
from smdeck.preview.markup import element, number
from smdeck.preview.outlines import Point
from smdeck.scene import Paint

CAP = 5.0
"""How long the ends of error bars are to each side, in points."""


def path(
    canvas: Canvas, line: Sequence[Point], paint: Paint, width: float, dashed: bool,
    rounded: bool = False,
) -> None:  # fmt: skip
    """Draw a line through points."""
    d = "M" + "L".join(f"{number(canvas.seen(x))} {number(y)}" for x, y in line)
    stroke = canvas.colors.stroke(paint, width)
    if rounded:
        stroke["stroke_linecap"] = "round"
    dash = f"{3 * width:g} {1.4 * width:g}" if dashed else None
    canvas.parts.append(
        element("path", d=d, fill="none", stroke_linejoin="round", stroke_dasharray=dash, **stroke)
    )


def draw_target(canvas: Canvas, left: float, right: float, y: Height) -> None:
    """Draw the line of a target, with its words at its end in a chart of lines: beside columns they
    are words of the slide."""
    target = canvas.chart.target
    if not target:
        return
    at = y(target.value)
    draw_dashes(canvas, (left, at), (right, at))
    size = min(canvas.size, 24.0)
    words = " ".join(target_words(canvas.chart, canvas.lang))
    if canvas.type == "line":
        canvas.words(
            right + 6, at + 0.35 * size, words, "text", bold=True, anchor="start", size=size
        )
    elif not canvas.plot:  # over the last column
        middle = right - (right - left) / len(canvas.data.categories) / 2
        canvas.words(middle, at - 0.4 * size, words, "text", bold=True, size=size)


def draw_dashes(canvas: Canvas, start: Point, end: Point) -> None:
    """Draw the dashed line of a target."""
    paint = canvas.colors.theme.paint("text", canvas.colors.tone)
    path(canvas, [start, end], paint, 2.5, dashed=True)


def draw_spread(
    canvas: Canvas, n: int, value: float, middle: float, place: Callable[[float], float]
) -> None:
    """Draw the error bar of a value: `place` is where a value lies, `middle` where its bar does."""
    spread = canvas.chart.spread
    if not spread:
        return
    one, other = (place(value + sign * spread.of(n)) for sign in (-1, 1))
    lines = [((middle, one), (middle, other))]
    lines += [((middle - CAP, end), (middle + CAP, end)) for end in (one, other)]
    for start, end in lines:
        if canvas.type == "bar":
            start, end = start[::-1], end[::-1]
        canvas.rule(start, end, "text", 2)


def draw_lines_over(canvas: Canvas, slots: Sequence[tuple[float, float]], y: Height) -> None:
    """Draw the series that are lines over columns."""
    rows = canvas.data.series.values()
    for s, (style, row) in enumerate(zip(canvas.styles, rows, strict=True)):
        if style.name not in canvas.chart.lines:
            continue
        line = [
            (sum(slot) / 2, y(value))
            for slot, value in zip(slots, row, strict=True)
            if value is not None
        ]
        with canvas.appears(s, len(row) - 1):
            path(canvas, line, style.paint, 5, dashed=False)
            for at in line:
                canvas.dot(at, style.paint, 12)


def draw_second_numbers(canvas: Canvas, axis: AxisScale, top: float, bottom: float) -> None:
    """Write the numbers of the scale on the right of the plot."""
    assert canvas.chart.axis2
    size, name = canvas.fitted.values, canvas.chart.axis2.series
    for tick in axis.ticks:
        y = bottom - axis.share(tick) * (bottom - top) + 0.35 * size
        words = canvas.value(tick, name)
        canvas.words(canvas.area.right + BESIDE, y, words, "text", anchor="start", size=size)


def draw_words_at_points(canvas: Canvas, series: int, line: Sequence[Point | None]) -> None:
    """Draw words over the points of a line, above the value where each has one."""
    style, size = canvas.styles[series], canvas.size
    for (which, n), words in canvas.words_at_points:
        at = line[n]
        if at and which == series:
            canvas.dot(at, style.paint, 16)
            side = canvas.sides.get((series, n), LabelPosition())
            y = at[1] + 14 + size
            if side.above:
                few = canvas.fitted.few
                y = at[1] - side.lift - 16 - (LINE_HEIGHT * canvas.fitted.values if few else 0.0)
            canvas.words(at[0] + side.shift, y, words, "text", bold=True, size=size)
