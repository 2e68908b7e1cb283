"""Lines and areas: where their names stand, and how much room these have."""

from __future__ import annotations

from itertools import pairwise

from smdeck.fit.chart_values import reaching, target_words
from smdeck.fit.charts import HEADROOM, MARGIN, PLAIN, Fitting
from smdeck.fit.measure import LINE_HEIGHT
from smdeck.scene import FittedChart

PLOT, TOP = 0.8, 1.3
"""The share of a chart's height that its lines have, and how far at most the axis goes beyond them:
both less than what office programs show, so that names have at least the space that is asked."""


TICKS = 18.0
"""The size of the numbers of an axis at the most, in points."""


def fit_curves(fitting: Fitting) -> FittedChart:
    """Return how lines are set: names at their ends where these have room; placed where bands stand
    behind them."""
    fitted = _curves(fitting)
    return _placed(fitting, fitted) if fitting.data.bands else fitted


def _placed(fitting: Fitting, fitted: FittedChart) -> FittedChart:
    """Return lines whose plot we place: from its left edge to its right one."""
    side, head = fitting.room_of_bands()
    few = fitted.few and fitting.placed
    foot = LINE_HEIGHT * fitted.size + 20
    if few:
        above = head + LINE_HEIGHT * fitted.values + 16
        plot = (0.0, above, fitting.w - side, fitting.h - above - foot)
        return fitted._replace(plot=plot, top=HEADROOM * fitting.largest, head=head and above)
    names = fitting.figures.categories
    first, last = (fitting.wide(name, fitted.size, PLAIN) / 2 for name in (names[0], names[-1]))
    beside = side and side + half_of_end(fitting, fitted.values)
    left, right = max(first, _ticks(fitting)), max(fitted.room, beside, last, 14.0)
    legend = len(fitting.rows) > 1 and (fitted.legend or not fitted.room)
    above = 12 + head + (2 * fitted.size if legend else 0.0)
    plot = (left, above, fitting.w - left - right, fitting.h - above - foot)
    return fitted._replace(plot=plot, few=False, head=head)


def half_of_end(fitting: Fitting, size: float) -> float:
    """Return how far the value over the end of a single line reaches beyond it, in points."""
    if len(fitting.rows) > 1:
        return 0.0
    ((name, row),) = fitting.figures.series.items()
    return fitting.wide(fitting.shown(row[-1] or 0.0, name), size) / 2


def _ticks(fitting: Fitting) -> float:
    """Return how wide the numbers of an axis are, and what is between them and the plot."""
    name = next(iter(fitting.figures.series))
    values = (fitting.largest * HEADROOM, min((value for _, value in fitting.known()), default=0.0))
    return 12 + max(fitting.wide(fitting.shown(value, name), TICKS, PLAIN) for value in values)


def _curves(fitting: Fitting) -> FittedChart:
    size, across = fitting.steps(fitting.most)[0], fitting.w / len(fitting.figures.categories)
    for size in fitting.steps(fitting.most):
        if all(fitting.wide(name, size, PLAIN) < across for name in fitting.figures.categories):
            break
    values = fitting.value_size(across, 34 * fitting.ratio)
    room = _target_room(fitting)
    if len(fitting.rows) == 1:
        return FittedChart(size, values, values, step=fitting.step, few=fitting.few, room=room)
    for names in fitting.steps(28 * fitting.ratio, min(fitting.least, 18 * fitting.ratio)):
        ends = _room_at_ends(fitting, names)
        if ends:
            return FittedChart(size, names, names, room=max(ends, room), step=fitting.step)
    return FittedChart(size, size, size, step=fitting.step, room=room, legend=bool(room))


def _target_room(fitting: Fitting) -> float:
    """Return how much room the words of a target need beside the end of its line, in points."""
    if not fitting.data.target:
        return 0.0
    words = " ".join(target_words(fitting.data, fitting.lang))
    return min(fitting.wide(words, fitting.target_size()[0]) + MARGIN, 0.37 * fitting.w)


def _room_at_ends(fitting: Fitting, size: float) -> float:
    """Return how wide the names are that stand at the ends of the lines, in points.

    That is 0 where they would cover each other or take too much.
    """
    ends = [row[-1] for row in fitting.rows]
    last = fitting.figures.categories[-1]
    marked = any(fitting.figures.as_shown(mark.at_) == last for mark in fitting.data.marks)
    if None in ends or marked:  # a point has one label, and words take that of a name
        return 0.0
    ends += [fitting.data.target.value] if fitting.data.target else []
    values = [value for row in fitting.rows for value in row if value is not None]
    values += reaching(fitting.data)
    span = (max(*values, 0) - min(*values, 0)) * TOP
    if not span:
        return 0.0
    heights = sorted(end * PLOT * fitting.h / span for end in ends if end is not None)
    if min(b - a for a, b in pairwise(heights)) < LINE_HEIGHT * size:
        return 0.0
    width = max(fitting.wide(name, size) for name in fitting.figures.series) + MARGIN
    return width if width <= 0.37 * fitting.w else 0.0


def fit_areas(fitting: Fitting) -> FittedChart:
    """Return how areas are set: beside the last point their names, on the left the axis."""
    size = fitting.steps(fitting.most)[:2][-1]
    step = fitting.step
    if len(fitting.rows) == 1 or step is None:
        return FittedChart(size, size, size, step=step)
    top = -(-fitting.tallest() * HEADROOM // step) * step
    beside = fitting.series_names(top)
    if beside is None:
        return FittedChart(size, size, size, step=step)
    left = 10 + fitting.wide(fitting.shown(top, next(iter(fitting.figures.series))), size, PLAIN)
    plot = (left, 6.0, fitting.w - left - beside[1], fitting.h - LINE_HEIGHT * size - 20)
    return FittedChart(size, size, size, plot, step=step, names_beside=beside[0])
