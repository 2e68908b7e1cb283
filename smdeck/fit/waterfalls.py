"""Waterfalls: where the steps stand, and how large their values are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smdeck.fit.hidden_axes import even_axis
from smdeck.fit.measure import LINE_HEIGHT
from smdeck.model.waterfall import step_label
from smdeck.scene import FittedChart

if TYPE_CHECKING:
    from smdeck.fit.charts import Fitting

GAP = 0.28
"""The space between steps as a share of one: connectors cross it."""

WIDEST = 150.0
"""How wide a step is at the most, in points."""


def fit_waterfall(fitting: Fitting) -> FittedChart:
    """Return how the steps of a waterfall are set: values on top, names below."""
    steps = fitting.data.steps
    labels = step_labels(fitting)
    slot = fitting.w / len(steps)
    below = fitting.names_below(slot)
    slot = (fitting.w - below.left) / len(steps)
    gap = min(max(GAP, slot / WIDEST - 1), 5.0)
    values = next(
        (
            size
            for size in fitting.steps(34 * fitting.ratio)
            if all(fitting.wide(label, size) <= 0.96 * slot for label in labels)
        ),
        fitting.least,
    )
    on_top = LINE_HEIGHT * values + 4
    plot = (below.left, on_top, fitting.w - below.left, fitting.h - on_top - below.high)
    low, high = min(step.low for step in steps), max(step.high for step in steps)
    low, high = min(low, 0.0), max(high, 0.0)
    hung = min((step.end for step in steps if step.hangs), default=0.0)
    if hung:  # names stand below the plot, and what hangs from a level within it
        low = min(low, hung - (high - low) * on_top / (plot[3] - on_top))
    bottom, unit, top = even_axis(low, high)
    return FittedChart(
        below.size, values, loud=values, plot=plot, top=top, gap=gap, level=below.level, low=bottom,
        unit=unit,
    )  # fmt: skip


def step_labels(fitting: Fitting) -> list[str]:
    """Return what stands at each step: a level, or a change with its sign."""
    code, lang = next(iter(fitting.data.codes.values())), fitting.lang
    return [step_label(step, code, lang) for step in fitting.data.steps]
