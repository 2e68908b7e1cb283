"""Ranges: a line from dot to dot in each row, with a value at both ends."""

from __future__ import annotations

from smdeck.fit.ranges import APART, BEGIN_SHARE, TIE_SHARE, dot_size
from smdeck.model.two_ends import lower_end
from smdeck.preview.axes import AxisScale
from smdeck.preview.chart_canvas import Canvas
from smdeck.scene import Paint, Role


def draw_ranges(canvas: Canvas) -> None:
    """Draw the rows; what they and their ends are called are words of the slide."""
    fitted, figures = canvas.fitted, canvas.data
    assert canvas.plot and fitted.top is not None
    area, many = canvas.plot, len(figures.categories)
    canvas.area = area
    axis = AxisScale(fitted.low, fitted.top, fitted.unit or fitted.top)
    slot = area.height / many
    dot, size = dot_size(slot), fitted.values
    for n in range(many + 1):
        canvas.level(area.top + n * slot, "line", 1)
    rows = zip(*figures.series.values(), strict=True)
    for n, (name, ends) in enumerate(zip(figures.categories, rows, strict=True)):
        loud, y = name == canvas.chart.highlight, area.top + (n + 0.5) * slot
        xs = [None if end is None else area.left + axis.share(end) * area.width for end in ends]
        known = [x for x in xs if x is not None]
        with canvas.appears(n, n):
            if len(known) == 2:
                tie: Paint | Role = "highlight" if loud else canvas.styles[1].paint
                canvas.rule((known[0], y), (known[1], y), tie, TIE_SHARE * dot)
            for k, (x, end, style) in enumerate(zip(xs, ends, canvas.styles, strict=True)):
                if x is None or end is None:
                    continue
                paint: Paint | Role = "highlight" if loud else style.paint
                canvas.dot((x, y), paint, dot if k else BEGIN_SHARE * dot)
                away = (dot / 2 + APART) * (-1 if k == lower_end(ends) else 1)
                canvas.words(
                    x + away, y + 0.35 * size, canvas.value(end, style.name),
                    "accent" if loud else "text", bold=True, size=size,
                    anchor="end" if away < 0 else "start",
                )  # fmt: skip
