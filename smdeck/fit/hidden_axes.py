"""Hidden axes: where they begin and end, in steps at which all office programs choose the same."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from math import ceil, floor

MARGIN = 0.055
"""How far an axis goes beyond the values as a share of their range: PowerPoint asks a twentieth."""

MOST_PARTS = 4
"""How many steps an axis has at the most above its foot, and below it."""

FROM_ZERO = 0.15
"""An axis begins above zero where its lowest value is more than this share of its highest."""

LEAST_STEP = 0.06
"""The step of an axis as a share of the range of its values, at the least."""

MOST_TRIED = 60
"""Up to how many steps from zero to the foot of an axis each number of them is tried."""

MOST_FROM_ZERO = 100_000
"""How many steps there are at the most from zero to the foot of an axis: what goes on above its
foot in so many of them is lost where programs compute its end."""


def even_axis(low: float, high: float) -> tuple[float, float, float]:
    """Return where a hidden axis begins, its step, and where it ends, so that all office programs
    choose the same: they end at whole steps, and some leave a twentieth of the range beyond."""
    if low == high == 0:
        return 0.0, 1.0, 1.0
    span = high - low or 1.0
    below = low - MARGIN * span if low < 0 else 0.0
    above = high + MARGIN * span if high > 0 else 0.0
    if low >= 0 or high <= 0:
        return below, above - below, above
    found = []
    for parts in range(1, MOST_PARTS + 1):
        for unit in (-below / parts, above / parts):
            down, up = floor(below / unit + 1e-9) * unit, ceil(above / unit - 1e-9) * unit
            if up / unit <= MOST_PARTS and -down / unit <= MOST_PARTS:
                found.append((up - down, down, unit, up))
    _, down, unit, up = min(found)
    return down, unit, up


@lru_cache(maxsize=64)
def range_axis(low: float, high: float) -> tuple[float, float, float]:
    """Return where a hidden axis begins, its step, and where it ends.

    It begins at zero, or a little below the lowest value where all are far from zero; at its step
    all office programs end it at the same place, and a larger figure still takes another step.
    Where its foot is very far from zero it is one step, whose end programs have to be told.
    """
    if low < 0:
        return even_axis(low, max(high, 0.0))
    end = high * (1 + MARGIN) or 1.0
    if low <= FROM_ZERO * high:
        return 0.0, end, end
    span, found = high - low or high, []
    if low > MOST_FROM_ZERO * LEAST_STEP * span:
        foot, end = low - span / 4, high + span / 4
        return foot, end - foot, end
    for margin in range(6, 40, 2):
        foot = low - margin / 100 * span
        if foot <= 0:
            break
        for parts in _parts(foot / span):
            unit = foot / parts
            end = ceil((high + MARGIN * (high - foot)) / unit - 1e-9) * unit
            if end - unit < high:
                found.append((end - foot, foot, unit, end))
    return min(found)[1:] if found else (0.0, end, end)


def _parts(spans: float) -> Iterable[int]:
    """Return in how many steps an axis may go from zero to its foot, which is so many ranges of
    its values away: every number up to a limit, and some that are spread evenly beyond."""
    most = ceil(spans / LEAST_STEP)
    if most <= MOST_TRIED:
        return range(1, most + 1)
    steps = (LEAST_STEP + n / 100 for n in range(MOST_TRIED))
    return dict.fromkeys(max(1, int(spans / step)) for step in steps)
