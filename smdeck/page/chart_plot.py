"""The plot of a chart on its slide, and where the line of a target runs through it."""

from __future__ import annotations

from math import ceil

from smdeck.compose.room import Room
from smdeck.fit.chart_values import reaching
from smdeck.fit.measure import LINE_HEIGHT
from smdeck.model.chart import ChartData
from smdeck.scene import Chart, FittedChart
from smdeck.theme import Theme


def plot_of(fitted: FittedChart, whole: Room) -> Room:
    """Return where the plot of a chart stands, which is known, given where all of it does."""
    assert fitted.plot
    x, y, w, h = fitted.plot
    return Room(whole.x + x, whole.y + y, w, h)


def axis_end(data: ChartData, fitted: FittedChart) -> float:
    """Return where the axis of the values ends: where it is set, or at the line above them all."""
    if fitted.top is not None:
        return fitted.top
    rows = data.data.series.values()
    values = [value for row in rows for value in row if value is not None] + reaching(data)
    step = fitted.step or 1.0
    return step * ceil(max(values) / step - 1e-9)


def target_line(chart: Chart) -> float:
    """Return how far from the top of the slide the line of a target lies, in points."""
    assert chart.data.target
    plot = plot_of(chart.fitted, Room.of(chart.box))
    return plot.bottom - plot.h * chart.data.target.value / axis_end(chart.data, chart.fitted)


def target_size(theme: Theme, chart: Chart) -> float:
    """Return the size of a target's words, in points."""
    return theme.type.step_below(min(chart.fitted.size, 24 * theme.type.role_ratio("label")))


def target_room(theme: Theme, chart: Chart) -> Room:
    """Return where the words of a target stand beside a plot: two lines at the end of its line."""
    whole = Room.of(chart.box)
    plot = plot_of(chart.fitted, whole)
    high, left = 2 * LINE_HEIGHT * target_size(theme, chart), plot.right + 10
    top = min(max(target_line(chart) - high / 2, plot.y), plot.bottom - high)
    return Room(left, top, whole.right - left, high)
