"""Columns: how they are set, side by side or as stacks, and where the names of these stand."""

from __future__ import annotations

from math import ceil

from smdeck.fit.charts import (
    BAR_GAP,
    GROUP_GAP,
    HEADROOM,
    MARGIN,
    PLAIN,
    STACK_GAP,
    Fitting,
    hairline_step,
)
from smdeck.fit.measure import LINE_HEIGHT
from smdeck.scene import FittedChart
from smdeck.theme import Theme

WIDEST = 190.0
"""How wide a column is at the most, in points."""

APART = 14.0
"""How far below a column's top the arrow of a difference meets it, and how far above the values it
goes otherwise, in points."""


def arrow_size(theme: Theme, names: float) -> float:
    """Return the size of a difference's words beside names of a size, in points."""
    return theme.type.step_below(max(names, 26 * theme.type.role_ratio("label")))


def fit_columns(fitting: Fitting) -> FittedChart:
    """Return how columns are set: values on top, names below, those of a stack beside it."""
    data = fitting.data
    stacked, many = data.type == "stacked-column", len(fitting.rows) > 1
    top = 1.0 if data.share else HEADROOM * fitting.tallest()
    names = fitting.series_names(top) if stacked and many else None
    if names and _names_meet_target(fitting, names[0], top):
        names = None
    beside, at_side = names or ((), 0.0)
    legend = many and not beside
    side, head = fitting.room_of_bands()
    at_side = max(at_side, side, MARGIN + fitting.target_size()[1] if data.target else 0.0)
    across = fitting.w - at_side
    slot = across / len(fitting.figures.categories)
    gap = STACK_GAP if stacked else GROUP_GAP if many else BAR_GAP
    gap = 0.02 if data.touching else min(max(gap, slot / WIDEST - 1), 5.0)
    shares = 1 if stacked or not many else len(fitting.rows) - len(data.lines)
    values = fitting.value_size(slot / shares, 34 * fitting.ratio)
    if data.lines or (not stacked and not _fit_on_top(fitting, slot / shares, values)):
        return _with_axis(fitting, gap, legend)
    below = fitting.names_below(slot)
    totals = _totals(fitting) if stacked and many else ()
    on_top = LINE_HEIGHT * values + 4 if totals or not stacked else 4.0
    above = on_top + (2 * below.size if legend else 0) + head
    plot = (below.left, above, across - below.left, fitting.h - above - below.high)
    fitted = FittedChart(
        below.size, values, values, plot, top, gap=gap, level=below.level, totals=totals,
        names_beside=beside, head=head and head + on_top,
    )  # fmt: skip
    if stacked:
        segments, loud = _segments(fitting, plot[3] / top, slot / (1 + gap), values)
        return fitted._replace(segments=segments, loud=loud)
    return _side_by_side(fitting, fitted, plot)


def _side_by_side(
    fitting: Fitting, fitted: FittedChart, plot: tuple[float, float, float, float]
) -> FittedChart:
    """Return how columns beside each other are set: below the arrow of a difference, their values
    where no error bar and no target's line goes through them."""
    data, top, high = fitting.data, fitted.top or 1.0, LINE_HEIGHT * fitted.values
    if data.difference and not _reaches_side(fitting, plot, fitted.gap, fitted.values):
        more = LINE_HEIGHT * arrow_size(fitting.theme, fitted.size) + 2 * APART
        plot = (plot[0], plot[1] + more, plot[2], plot[3] - more)
        fitted = fitted._replace(plot=plot, arrow_over=True)
    lowest = min((value for _, value in fitting.known()), default=0.0) * plot[3] / top
    if data.spread and lowest > 1.3 * high:
        return fitted._replace(inside=True)
    return fitted._replace(tucked=fitting.struck(plot[3] / top, lambda *_: high + 4))


def _fit_on_top(fitting: Fitting, wide: float, size: float) -> bool:
    """Return whether each value is about as wide as its column."""
    return all(fitting.wide(label, size) <= 1.15 * wide for _, label in fitting.labels())


def _with_axis(fitting: Fitting, gap: float, legend: bool) -> FittedChart:
    """Return how columns are set that are too narrow for values: with an axis in their stead,
    and a value only where one is set off."""
    size = fitting.theme.type.step_below(18) if fitting.data.axis2 else fitting.least
    name = fitting.data.scale_series
    step = hairline_step(fitting.largest, fitting.data.codes[name]) or fitting.largest
    left = 12 + fitting.wide(fitting.shown(HEADROOM * fitting.largest, name), size, PLAIN)
    side, head = fitting.room_of_bands()
    beside = max(side, MARGIN + fitting.target_size()[1] if fitting.data.target else 0.0)
    axis2 = None
    if fitting.data.axis2:
        from smdeck.fit.second_axis import heads_room, second_scale

        axis2, beside = second_scale(fitting, ceil(fitting.largest / step - 1e-9), size)
        head, legend = heads_room(fitting, size), False
    across = fitting.w - left - beside
    below = fitting.names_below(across / len(fitting.figures.categories))
    above = (2 * below.size if legend else LINE_HEIGHT * size) + head
    plot = (left, above, across, fitting.h - above - below.high)
    if head and not axis2:
        head += LINE_HEIGHT * size
    return FittedChart(
        below.size, size, size, plot, gap=gap, level=below.level, step=step, head=head, axis2=axis2
    )


def _names_meet_target(fitting: Fitting, middles: tuple[float, ...], top: float) -> bool:
    """Return whether names beside a stack would stand on the words of its target."""
    if not fitting.data.target:
        return False
    size = fitting.theme.type.step_below(min(fitting.most, 24 * fitting.ratio))
    apart = LINE_HEIGHT * (1.5 * size + fitting.target_size()[0] / 2)
    at = fitting.data.target.value / top
    return any(abs(middle - at) * 0.75 * fitting.h < apart for middle in middles)


def _totals(fitting: Fitting) -> tuple[float | None, ...]:
    """Return the sum of each stack, None where it has a gap; nothing where all are alike."""
    sums = [
        None if None in column else sum(value or 0 for value in column)
        for column in zip(*fitting.rows, strict=True)
    ]
    known = [total for total in sums if total is not None]
    if len({fitting.data.codes[name] for name in fitting.figures.series}) > 1:
        return ()
    alike = known[1:] and all(abs(one - known[0]) < 1e-9 * abs(known[0]) for one in known)
    return () if alike else tuple(sums)


def _segments(
    fitting: Fitting, scale: float, wide: float, values: float
) -> tuple[tuple[tuple[float, ...], ...], float]:
    """Return the size of each segment's value, 0 where it is lower than its words; and the
    largest. The series that is set off grows with its importance."""
    sizes: list[tuple[float, ...]] = []
    for (name, row), heights in zip(fitting.figures.series.items(), fitting.rows, strict=True):
        most = 72 * fitting.ratio if name == fitting.data.highlight else values
        of_row = [
            next(
                (
                    size
                    for size in fitting.steps(min(most, 0.62 * (high or 0) * scale), fitting.least)
                    if size <= 0.87 * (high or 0) * scale
                    and fitting.wide(fitting.shown(value, name), size) <= 0.94 * wide
                ),
                0.0,
            )
            for value, high in zip(row, heights, strict=True)
        ]
        if name != fitting.data.highlight:
            common = min(filter(None, of_row), default=0.0)
            of_row = [common if size else 0.0 for size in of_row]
        sizes.append(tuple(of_row))
    return tuple(sizes), max(map(max, sizes))


def _reaches_side(
    fitting: Fitting, plot: tuple[float, float, float, float], gap: float, values: float
) -> bool:
    """Return whether an arrow can go from the first column of a difference into the side of the
    second one, above all that stands between, with its words over it."""
    names = fitting.figures.categories
    (row,) = fitting.rows
    wanted = [fitting.figures.as_shown(name) for name in fitting.data.difference]
    if not set(wanted) <= set(names):
        return False
    first, second = map(names.index, wanted)
    slot, scale = plot[2] / len(names), plot[3] / (HEADROOM * fitting.largest)
    left, right = sorted((first, second))
    level = (row[second] or 0) * scale - APART
    between = [row[n] or 0 for n in range(left, right + 1) if n != second]
    free = level - max(between) * scale - LINE_HEIGHT * values - 16
    wide = slot * abs(second - first) - slot / (1 + gap) / 2 - 16
    size = arrow_size(fitting.theme, fitting.most)
    text = max((label for _, label in fitting.labels()), key=len) + " Punkte"
    return free > 0 and fitting.wide(text, size) < wide
