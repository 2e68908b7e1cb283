"""Waterfalls: steps from where the last one ended, their values, and the lines between them."""

from __future__ import annotations

from smdeck.model.waterfall import step_label
from smdeck.preview.axes import AxisScale
from smdeck.preview.bar_charts import ABOVE
from smdeck.preview.chart_canvas import Canvas
from smdeck.scene import Paint, Role

KINDS = ("total", "rise", "fall")
"""The kinds of steps, in the order of the series."""


def draw_waterfall(canvas: Canvas) -> None:
    """Draw the steps, each with its value above it and a line from the one before."""
    fitted, steps = canvas.fitted, canvas.chart.steps
    assert canvas.plot and fitted.top is not None
    area = canvas.area = canvas.plot  # no legend: each step says what it is
    axis = AxisScale(fitted.low, fitted.top, fitted.unit or fitted.top)
    slots = canvas.slots(area.width / len(steps))

    def y(value: float) -> float:
        return area.bottom - axis.share(value) * area.height

    canvas.level(y(0), "text", 2.5)
    link = canvas.styles[KINDS.index("rise")].paint
    code = next(iter(canvas.chart.codes.values()))
    for n, (step, (left, right)) in enumerate(zip(steps, slots, strict=True)):
        inset = (right - left) * fitted.gap / (1 + fitted.gap) / 2
        loud, middle = n == canvas.loud, (left + right) / 2
        fill: Paint | Role = canvas.styles[KINDS.index(step.kind)].paint
        with canvas.appears(0, n):
            canvas.bar(
                left + inset, y(step.high), right - inset, y(step.low),
                "highlight" if loud else fill,
            )  # fmt: skip
            if n:
                level = y(steps[n - 1].end)
                canvas.rule((sum(slots[n - 1]) / 2, level), (middle, level), link, 1.25)
            size = fitted.values
            color: Role = "accent" if loud else "text"
            words = step_label(step, code, canvas.lang)
            at = y(step.high) - ABOVE * size
            if step.hangs:
                at = y(step.low) + size
            canvas.words(middle, at, words, color, bold=True, size=size)
