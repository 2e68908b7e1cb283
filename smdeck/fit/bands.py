"""Bands: how much room their words take beside a plot or above it."""

from __future__ import annotations

from smdeck.fit.charts import MARGIN, Fitting
from smdeck.fit.measure import LINE_HEIGHT, text_width
from smdeck.model.chart import ChartData
from smdeck.model.chart_bands import Band, Reach, reach_of
from smdeck.scene import Level
from smdeck.theme import Theme

WIDEST = 0.26
"""The share of a chart's width that the words of bands have at the most."""

WORDS = Level(font="body")


def band_size(theme: Theme) -> float:
    """Return the size of the words of bands, in points."""
    least, most = theme.type.role_bounds("label")[1], theme.type.role_bounds("label")[0]
    return theme.type.step_below(max(least, min(most, 22 * theme.type.role_ratio("label"))))


def told_along(data: ChartData) -> list[tuple[Band, Reach]]:
    """Return the bands whose words stand above them: those of categories, and values of bars."""
    return [(band, reach) for band, reach in _told(data) if reach.along != (data.type == "bar")]


def told_beside(data: ChartData) -> list[tuple[Band, Reach]]:
    """Return the bands whose words stand beside the plot: values, and categories of bars."""
    return [(band, reach) for band, reach in _told(data) if reach.along == (data.type == "bar")]


def _told(data: ChartData) -> list[tuple[Band, Reach]]:
    found = [(band, reach_of(band, data.data)) for band in data.bands if band.text]
    return [(band, reach) for band, reach in found if isinstance(reach, Reach)]


def head_room(fitting: Fitting) -> float:
    """Return how much room words above bands take, in points."""
    return LINE_HEIGHT * band_size(fitting.theme) + 6 if told_along(fitting.data) else 0.0


def side_room(fitting: Fitting) -> float:
    """Return how much room words beside the plot take, in points."""
    size = band_size(fitting.theme)
    words = [band.text.plain for band, _ in told_beside(fitting.data) if band.text]
    if not words:
        return 0.0
    widest = max(text_width(word, size, fitting.theme, WORDS) for word in words)
    return MARGIN + min(widest, WIDEST * fitting.w)
