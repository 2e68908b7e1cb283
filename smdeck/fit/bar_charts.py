"""Bars: their names on the left, and their values at their ends."""

from __future__ import annotations

from collections.abc import Callable

from smdeck.fit.charts import (
    BAR_GAP,
    GROUP_GAP,
    HEADROOM,
    NAMES,
    SPARE_BARS,
    STACK_GAP,
    Fitting,
)
from smdeck.fit.measure import LINE_HEIGHT, text_width
from smdeck.model.chart import ChartData
from smdeck.scene import FittedChart
from smdeck.theme import Theme


def bar_ends(data: ChartData, fitted: FittedChart, theme: Theme, lang: str) -> list[float]:
    """Return how far from the left the bars of one series reach with their values, in points."""
    from smdeck.figures.showing import shown

    assert fitted.plot and fitted.top
    ((name, row),) = data.data.series.items()
    ends = []
    for category, value in zip(data.data.categories, row, strict=True):
        size = fitted.loud if category == data.highlight else fitted.values
        label = text_width(shown(value, data.codes[name], lang), size, theme, NAMES)
        ends.append(fitted.plot[0] + fitted.plot[2] * (value or 0) / fitted.top + 8 + label)
    return ends


def fit_bars(fitting: Fitting) -> FittedChart:
    """Return how bars are set: names on the left, values at their ends, and the words of a
    target above its line."""
    many = len(fitting.rows)
    above = 2 * fitting.most if many > 1 else 0.0
    words = LINE_HEIGHT * fitting.target_size()[0] + 6 if fitting.data.target else 0.0
    side, head = fitting.room_of_bands()
    above += words + head
    slot = (fitting.h - above) / len(fitting.figures.categories)
    gap = BAR_GAP if many == 1 else GROUP_GAP
    if fitting.data.bands:  # which are seen between the bars
        gap = max(gap, STACK_GAP)
    gap = min(max(gap, slot / 130 - 1), 5.0)
    spare = SPARE_BARS if many > 1 and fitting.data.target else 0
    thick = slot / (many + spare + gap * (not spare))
    if spare:
        gap = 0.0
    names, left = fitting.names_left(slot)
    share = 1.0 if spare else 0.6
    values = fitting.steps(min(54 * fitting.ratio, share * thick), min(fitting.least, 0.9 * thick))[
        0
    ]
    loud = values
    if many == 1 and fitting.data.highlight in fitting.figures.categories:
        loud = fitting.steps(min(96 * fitting.ratio, 0.95 * thick), values)[0]
    top = HEADROOM * fitting.largest

    def wide(name: str, category: str, value: float) -> float:
        size = loud if category == fitting.data.highlight else values
        return fitting.wide(fitting.shown(value, name), size)

    across = _long(fitting, fitting.w - side - left, top, wide)
    inside = bool(fitting.data.spread) and all(
        (value / top) * across > 20 + fitting.wide(fitting.shown(value, name), loud)
        for name, value in fitting.known()
    )
    return FittedChart(
        names, values, loud, (left, above, across, fitting.h - above), top, gap=gap, inside=inside,
        tucked=fitting.struck(across / top, lambda *bar: wide(*bar) + 12),
        head=head and head + words,
    )  # fmt: skip


def _long(
    fitting: Fitting, room: float, top: float, wide: Callable[[str, str, float], float]
) -> float:
    """Return how long an axis to `top` is, so that all bars have room for their values."""
    across = room
    for name, row in fitting.figures.series.items():
        for category, value in zip(fitting.figures.categories, row, strict=True):
            if value:
                free = room - 14 - wide(name, category, value)
                across = min(across, max(free, 0.3 * fitting.w) / (value / top))
    return across
