"""Second axis: the steps of a scale on the right, as many as those on the left."""

from __future__ import annotations

from math import ceil, floor, log10

from smdeck.fit.chart_values import shows
from smdeck.fit.charts import HEADROOM, PLAIN, Fitting
from smdeck.fit.measure import LINE_HEIGHT
from smdeck.theme import Theme

DIGITS = (1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0)
"""What the steps of the scale may begin with."""


def second_scale(fitting: Fitting, steps: int, size: float) -> tuple[tuple[float, float], float]:
    """Return the step of the scale on the right and where it ends, after as many steps as the left
    one has, and how wide its numbers are with what is before them, in points."""
    axis2 = fitting.data.axis2
    assert axis2
    name = axis2.series
    largest = max(value for value in fitting.figures.series[name] if value is not None)
    code = fitting.data.codes[name]
    least = HEADROOM * (largest or 1.0) / steps
    power = 10.0 ** floor(log10(least))
    found = [digit * tens for tens in (power, 10 * power) for digit in DIGITS]
    fine = [step for step in found if step >= least and shows(code, step)]
    step = min(fine) if fine else float(ceil(least))
    wide = max(fitting.wide(fitting.shown(n * step, name), size, PLAIN) for n in range(steps + 1))
    return (step, steps * step), 12 + wide


def heads_room(fitting: Fitting, size: float) -> float:
    """Return the room of what the two scales say above the chart, and why there are two, beside a
    line of a size."""
    return LINE_HEIGHT * (head_size(fitting.theme) + 0.9 * size)


def head_size(theme: Theme) -> float:
    """Return the size of what the two scales say, in points."""
    return theme.type.step_below(24 * theme.type.role_ratio("label"))
