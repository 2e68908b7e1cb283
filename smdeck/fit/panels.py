"""Panels: small charts side by side that share one scale, each of one series."""

from __future__ import annotations

from collections.abc import Sequence

from smdeck.fit.charts import BAR_GAP, HEADROOM, PLAIN, Fitting
from smdeck.fit.hidden_axes import even_axis
from smdeck.fit.measure import LINE_HEIGHT
from smdeck.model.chart import ChartData
from smdeck.scene import Box, FittedChart
from smdeck.theme import Theme

TALLEST = 26.0
"""The size of values in panels at the most, in points, before the theme's own ratio."""


def fit_panels(panels: Sequence[ChartData], box: Box, theme: Theme, lang: str) -> list[FittedChart]:
    """Return how panels are set, all in boxes of one size and on one scale: a hidden axis, names
    below, and values where they fit."""
    fittings = [Fitting(data, box, theme, lang) for data in panels]
    first = fittings[0]
    columns, slot = panels[0].type == "column", first.w / len(first.figures.categories)
    told = [_values(fitting, slot, columns) for fitting in fittings]
    shown = min(size for size, _ in told)
    size, every = _names(first, slot, columns)
    labels = [label for fitting in fittings for _, label in fitting.labels()]
    widest = max(first.wide(label, shown) for label in labels)
    inset = (
        0.0 if columns else max(first.wide(ends_of(panels[0], lang)[-1], size, PLAIN), widest) / 2
    )
    above, below = LINE_HEIGHT * shown + (4 if columns else 14), LINE_HEIGHT * size + 10
    plot = (inset, above, first.w - 2 * inset, first.h - above - below)
    known = [value for fitting in fittings for _, value in fitting.known()]
    low, high = min(*known, 0.0), max(*known, 0.0)
    if low < 0 and columns:  # values stand below the columns, and names below all
        low -= (high - low) * LINE_HEIGHT * shown / plot[3]
    low, unit, top = even_axis(low, high) if low < 0 else (0.0, HEADROOM * high, HEADROOM * high)
    return [
        FittedChart(
            size, shown, loud=shown, plot=plot, top=top, gap=BAR_GAP, low=low, unit=unit, told=at,
            panel="all" if every else "ends",
        )
        for _, at in told
    ]  # fmt: skip


def _names(fitting: Fitting, slot: float, columns: bool) -> tuple[float, bool]:
    """Return the size of names below a panel, and whether all of them have room there."""
    size = fitting.steps(min(fitting.most, 20 * fitting.ratio))[0]
    ends = ends_of(fitting.data, fitting.lang)
    if sum(fitting.wide(name, size, PLAIN) for name in ends) + 12 > fitting.w:
        size = fitting.least
    names = fitting.figures.categories
    return size, columns and all(fitting.wide(one, size, PLAIN) < 0.88 * slot for one in names)


def ends_of(data: ChartData, lang: str) -> tuple[str, str]:
    """Return what the first and the last category are called below a panel."""
    names, days = data.data.categories, data.data.dates
    if not days:
        return names[0], names[-1]
    from smdeck.figures.showing import shown

    return shown(days[0], data.data.date_code, lang), shown(days[-1], data.data.date_code, lang)


def _values(fitting: Fitting, slot: float, columns: bool) -> tuple[float, frozenset[int]]:
    """Return the size of values, and at which categories they stand: at all columns, or at the one
    that is set off, else the last."""
    (row,) = fitting.figures.series.values()
    filled = [n for n, value in enumerate(row) if value is not None]
    sizes = fitting.steps(TALLEST * fitting.ratio)
    labels = [label for _, label in fitting.labels()]
    for size in sizes if columns else []:
        if all(fitting.wide(label, size) <= slot for label in labels):
            return size, frozenset(filled)
    names, highlight = fitting.figures.categories, fitting.data.highlight
    loud = names.index(highlight) if highlight in names else -1
    return sizes[0], frozenset([loud] if loud in filled else filled[-1:])
