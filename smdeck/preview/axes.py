"""Axes: the range and the steps of a chart's numbers, as office programs choose them."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor, log10
from typing import NamedTuple

from smdeck.figures.codes import is_dated
from smdeck.fit.chart_values import step_shown

MOST_STEPS = 10
"""How many steps an axis has at the most."""

NEAR = 1 / 6
"""An axis begins above 0 where its values differ by less than this share of the largest."""


class AxisScale(NamedTuple):
    """The range of an axis and its steps."""

    low: float
    high: float
    step: float

    @property
    def ticks(self) -> list[float]:
        """The numbers that it shows."""
        count = round((self.high - self.low) / self.step)
        return [round(self.low + n * self.step, 12) for n in range(count + 1)]

    def share(self, value: float) -> float:
        """Return where a value lies, 0 at the low end and 1 at the high one."""
        return (value - self.low) / (self.high - self.low)


def axis_of(
    values: Sequence[float], code: str, *, from_zero: bool, step: float | None = None
) -> AxisScale:
    """Return the axis of some values, which are shown with a number format.

    `from_zero` lets it begin at 0 where no value is below. With a `step` of its own it begins there
    and ends at the first step above all values.
    """
    low, high = min(values, default=0.0), max(values, default=1.0)
    if step:
        return AxisScale(0.0, max(1, ceil(high / step - 1e-9)) * step, step)
    if low >= 0 and (from_zero or high - low > NEAR * high):
        low = 0.0
    if high <= 0 and (from_zero or high - low > NEAR * -low):
        high = 0.0
    if high == low:
        high += abs(high) or 1.0
    step = _step((high - low) * 1.05, code)
    return AxisScale(floor(low / step) * step, _above(high, low, step), step)


def _above(high: float, low: float, step: float) -> float:
    """Return the step above the highest value, which keeps a little distance to it."""
    end = ceil(high / step - 1e-9) * step
    return end + step if high > 0 and end - high < 0.05 * (high - low) else end


def _step(span: float, code: str) -> float:
    """Return a step of 1, 2 or 5, no smaller than the last digit that is shown."""
    least = step_shown(code, span) or 0.0
    return least if least and is_dated(code) else max(_round(span), least)


def _round(span: float) -> float:
    power = 10.0 ** floor(log10(span / MOST_STEPS))
    return next(power * step for step in (1, 2, 5, 10) if span <= MOST_STEPS * power * step)


def stacked_sums(rows: Sequence[Sequence[float | None]], *, absolute: bool = False) -> list[float]:
    """Return the heights of stacked columns, those below the axis by themselves."""
    sums = []
    for values in zip(*rows, strict=True):
        numbers = [abs(value or 0.0) if absolute else value or 0.0 for value in values]
        sums += [sum(n for n in numbers if n > 0), sum(n for n in numbers if n < 0)]
    return sums
