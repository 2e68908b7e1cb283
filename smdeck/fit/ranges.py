"""Ranges: where the two ends of each row lie, and how large their values are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smdeck.fit.hidden_axes import range_axis
from smdeck.fit.measure import LINE_HEIGHT
from smdeck.scene import FittedChart

if TYPE_CHECKING:
    from smdeck.fit.charts import Fitting

LARGEST_DOT, DOT_SHARE = 26.0, 0.5
"""How large the dots at the ends are at the most, in points, and as a share of a row."""

TIE_SHARE, BEGIN_SHARE = 0.36, 0.62
"""How thick the line between two dots is, and how large the dot where it begins, as shares of the
dot at its end."""

APART = 6.0
"""How far a value stands from its dot, in points."""


def fit_ranges(fitting: Fitting) -> FittedChart:
    """Return how ranges are set: names on the left, values outside of the dots, and what the ends
    mean above the first row."""
    figures = fitting.figures
    heads = fitting.theme.step_below(min(fitting.most, 28 * fitting.ratio))
    above = 1.4 * LINE_HEIGHT * heads
    slot = (fitting.h - above) / len(figures.categories)
    names, left = fitting.names_left(slot)
    values = fitting.steps(min(34 * fitting.ratio, 0.6 * slot), min(fitting.least, 0.9 * slot))[0]
    known = [value for _, value in fitting.known()]
    low, unit, top = range_axis(min(known), max(known))
    ends = [
        ((value - low) / (top - low), fitting.wide(one, values)) for value, one in fitting.labels()
    ]
    reach = dot_size(slot) / 2 + APART
    across = fitting.w - left
    right = max(_beyond(1 - share, wide + reach, across) for share, wide in ends)
    before = max(_beyond(share, wide + reach, across - right) for share, wide in ends)
    plot = (left + before, above, across - before - right, fitting.h - above)
    return FittedChart(names, values, heads, plot, top, room=left, low=low, unit=unit)


def _beyond(share: float, wide: float, room: float) -> float:
    """Return how far a value of a width reaches beyond the end of an axis, in points, which is at
    most as long as a `room`; `share` of the axis is how far its dot is from that end."""
    return max(0.0, (wide - share * room) / max(1 - share, 0.2))


def dot_size(slot: float) -> float:
    """Return how large a dot is in a row of a height, in points."""
    return min(LARGEST_DOT, DOT_SHARE * slot)
