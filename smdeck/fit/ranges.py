"""Ranges: where the two ends of each row lie, and how large their values are."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from smdeck.fit.hidden_axes import range_axis
from smdeck.fit.measure import LINE_HEIGHT
from smdeck.model.two_ends import lower_end
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
    heads = fitting.theme.type.step_below(min(fitting.most, 28 * fitting.ratio))
    above = 1.4 * LINE_HEIGHT * heads
    slot = (fitting.h - above) / len(figures.categories)
    names, left = fitting.names_left(slot)
    values = fitting.steps(min(34 * fitting.ratio, 0.6 * slot), min(fitting.least, 0.9 * slot))[0]
    known = [value for _, value in fitting.known()]
    low, unit, top = range_axis(min(known), max(known))
    before, right = _beyond(_ends(fitting, low, top, values), fitting.w - left, dot_size(slot))
    plot = (left + before, above, fitting.w - left - before - right, fitting.h - above)
    return FittedChart(names, values, heads, plot, top, room=left, low=low, unit=unit)


class _End(NamedTuple):
    """An end of a row: how far along the axis it is, and how wide its value is, in points."""

    share: float
    wide: float
    lower: bool


def _ends(fitting: Fitting, low: float, top: float, size: float) -> list[_End]:
    """Return the ends of all rows, on an axis from `low` to `top`, with values of a size."""
    series, found = fitting.figures.series, []
    for row in zip(*series.values(), strict=True):
        for n, (value, name) in enumerate(zip(row, series, strict=True)):
            if value is not None:
                wide = fitting.wide(fitting.shown(value, name), size)
                found.append(_End((value - low) / (top - low), wide, n == lower_end(row)))
    return found


def _beyond(ends: list[_End], room: float, dot: float) -> tuple[float, float]:
    """Return how far values reach beyond an axis at its beginning and its end, in points, where it
    and they have a `room`: the shorter the axis is, the further they do."""
    across, before, right = room, 0.0, 0.0
    for _ in range(ROUNDS):
        need = [(end, end.wide + dot / 2 + APART) for end in ends]
        before = max([0.0, *(far - one.share * across for one, far in need if one.lower)])
        right = max([0.0, *(far - (1 - one.share) * across for one, far in need if not one.lower)])
        across = max(room - before - right, SHORTEST * room)
    return before, room - across - before


ROUNDS = 24
"""After how many rounds the length of an axis is known."""

SHORTEST = 0.2
"""How long an axis is at least, as a share of the room that it has with its values."""


def dot_size(slot: float) -> float:
    """Return how large a dot is in a row of a height, in points."""
    return min(LARGEST_DOT, DOT_SHARE * slot)
