"""What charts show beside their values as they are: shares of stacks, targets, ends of spreads."""

from __future__ import annotations

from collections.abc import Sequence

from smdeck.figures.codes import decimals_of, is_dated
from smdeck.fit.measure import LINE_HEIGHT
from smdeck.model.chart import ChartData
from smdeck.model.chart_bands import band_values
from smdeck.model.waterfall import step_label
from smdeck.scene import FittedChart


def target_words(data: ChartData, lang: str) -> tuple[str, str]:
    """Return what stands beside the line of a target: what it is, and how much."""
    from smdeck.figures.showing import shown
    from smdeck.strings import strings_for

    assert data.target
    code = target_code(data, lang)
    named = data.target.text.plain if data.target.text else strings_for(lang).labels["target"]
    return named, shown(data.target.value, code, lang)


def target_code(data: ChartData, lang: str) -> str:
    """Return the number format of a target: that of the values, with the decimals that it has."""
    assert data.target
    code, value = next(iter(data.codes.values())), data.target.value
    decimals = decimals_of(code)
    if decimals is None or round(value, decimals) == value or data.format is not None:
        return code
    own = len(f"{value:.10f}".rstrip("0").partition(".")[2])
    style = next(iter(data.data.styles.values()))
    return style._replace(decimals=own).code_in(lang)


def shared(data: ChartData) -> list[list[float | None]]:
    """Return the values of all series: of stacks that are each 100 %, the shares of 1 in them."""
    rows = list(data.data.series.values())
    if not data.share:
        return rows
    sums = [sum(abs(value or 0) for value in column) or 1.0 for column in zip(*rows, strict=True)]
    return [
        [None if value is None else value / whole for value, whole in zip(row, sums, strict=True)]
        for row in rows
    ]


def reaching(data: ChartData) -> list[float]:
    """Return what a chart shows beside its values: its target, the ends of bands and of spreads."""
    ends = [data.target.value] if data.target else []
    ends += band_values(data)
    if data.spread and len(data.data.series) == 1:
        (row,) = data.data.series.values()
        known = [(n, value) for n, value in enumerate(row) if value is not None]
        if len(data.spread.values) in (1, len(row)):
            ends += [value + data.spread.of(n) for n, value in known]
    return ends


MOST_STEPS = 8
"""How many steps an axis of times has at the most, where office programs choose them."""

_TIMES = [
    minutes / 1440 for minutes in (1, 2, 5, 10, 15, 30, 60, 120, 180, 240, 360, 720, 1440, 2880)
]


def step_shown(code: str, span: float) -> float | None:
    """Return the step of an axis over a `span` whose numbers have a format; None where any will do.

    It is no smaller than the last digit shown, or the axis says 1, 1, 2, 2 where it means 0.5, 1,
    1.5, 2. Times go in whole minutes, hours or days.
    """
    if is_dated(code):
        return next((step for step in _TIMES if span < MOST_STEPS * step), None)
    decimals = decimals_of(code)
    return None if decimals is None else 10.0**-decimals


def shows(code: str, number: float) -> bool:
    """Return whether a number format shows a number to its last digit."""
    decimals = None if is_dated(code) else decimals_of(code)
    return decimals is None or abs(round(number, decimals) - number) <= 1e-9 * number


def forecast_from(data: ChartData) -> int:
    """Return the number of the category from which on values are expected; behind the last where
    none is."""
    names = data.data.categories
    first = data.data.as_shown(data.forecast) if data.forecast else None
    return names.index(first) if first in names else len(names)


def words_at_points(data: ChartData) -> list[tuple[tuple[int, int], str]]:
    """Return the words at points of lines, with the numbers of series and category."""
    figures = data.data
    names = [figures.as_shown(mark.at_) for mark in data.marks]
    return [
        (
            (list(figures.series).index(mark.series) if mark.series else 0,
             figures.categories.index(name)),
            mark.text.plain,
        )
        for mark, name in zip(data.marks, names, strict=True)
        if name in figures.categories
    ]  # fmt: skip


def turned(values: Sequence[float]) -> int:
    """Return by how many degrees a pie is turned: a thin slice goes to the left, where names have
    the most room."""
    thin = values.index(min(values))
    if values[thin] >= SMALLEST_SLICE * sum(values):
        return 0
    middle = (sum(values[:thin]) + values[thin] / 2) / sum(values)
    return round(270 - 360 * middle) % 360


SMALLEST_SLICE = 0.07
"""A slice of a ring below this share has no room for its value, which the legend's size tells."""


def above_target(total: float | None, data: ChartData, fitted: FittedChart) -> float:
    """Return how far the sum of a stack stands higher than others, in points: above the line of a
    target that would go through it."""
    if total is None or not data.target or not fitted.plot or not fitted.top:
        return 0.0
    scale = fitted.plot[3] / fitted.top
    beyond = (data.target.value - total) * scale
    return beyond + LIFT if -LIFT < beyond < LINE_HEIGHT * fitted.values + LIFT else 0.0


LIFT = 4.0
"""How far a sum stands above the line of a target, in points."""


FEW_TOLD = 24
"""Up to how many values are told in words, for those who can't see a chart."""


def told(data: ChartData, lang: str, most: int | None = None) -> str:
    """Return the figures of a chart in words; with `most`, of more values only what they are of."""
    from smdeck.figures.showing import shown

    figures = data.data
    many = sum(len(row) for row in figures.series.values())
    many += sum(len(pairs) for pairs in figures.points.values())
    if most is not None and many > most:
        names = ", ".join([*figures.series, *figures.points])
        ends = dict.fromkeys([*figures.categories[:1], *figures.categories[-1:]])
        return f"{names} ({' – '.join(ends)})" if ends else names
    rows = [
        f"{name}: "
        + ", ".join(
            f"{category} {_label(data, name, n, value, lang)}"
            for n, (category, value) in enumerate(zip(figures.categories, row, strict=True))
            if value is not None
        )
        for name, row in figures.series.items()
    ]
    for name, pairs in figures.points.items():
        code = data.codes[name]
        told = (f"({shown(x, data.across_code, lang)}; {shown(y, code, lang)})" for x, y in pairs)
        rows.append(f"{name}: {', '.join(told)}")
    return "; ".join(rows)


def _label(data: ChartData, name: str, number: int, value: float, lang: str) -> str:
    """Return what a value is shown as: changes of a waterfall have their sign."""
    from smdeck.figures.showing import shown

    code = data.codes[name]
    return step_label(data.steps[number], code, lang) if data.steps else shown(value, code, lang)
