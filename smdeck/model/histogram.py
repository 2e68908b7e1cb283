"""Histogram: many values become columns, each the number of those in a span."""

from __future__ import annotations

from itertools import pairwise
from math import ceil, floor, log2, log10
from typing import TYPE_CHECKING, Any

from smdeck.model.fields import Reader

if TYPE_CHECKING:
    from smdeck.model.figures import Figures

NICE = (1.0, 2.0, 2.5, 5.0, 10.0)
"""What the widths of spans begin with."""

FEWEST, MOST = 3, 20
"""How many values a histogram needs, and how many spans it has at the most."""


def counted(chart: Any, reader: Reader) -> bool:
    """Turn the values of a chart into the numbers of those in each span; return whether they could
    be: findings say why not."""
    data: Figures = chart.data
    rows = {name: [v for v in row if v is not None] for name, row in data.series.items()}
    if len(rows) != 1 or len(next(iter(rows.values()))) < FEWEST:
        reader.findings.error(
            "chart-data",
            f"a `histogram` takes one series of at least {FEWEST} values",
            chart.at("data"),
            "write `data: {series: {Alter: [23, 31, 35, …]}}`",
        )
        return False
    ((name, values),) = rows.items()
    style = data.columns[name].style.asked(chart.decimals, chart.unit, chart.format)
    edges = spans(values, chart.bins)
    digits = max(style.decimals, _decimals(edges[1] - edges[0]))
    code = style._replace(decimals=digits).code_in(reader.language)
    data.categories = _labels(edges, values, code, reader.language)
    last = len(edges) - 2
    counts = [0.0] * (last + 1)
    for value in values:
        counts[next((n for n in range(last) if value < edges[n + 1]), last)] += 1
    column = data.columns[name]
    plain = type(style)()
    data.series = {name: list(counts)}
    data.columns = {
        name: column._replace(values=data.series[name], style=plain, rounded=None, units=None)
    }
    chart.decimals = chart.unit = chart.format = None
    return True


def spans(values: list[float], many: int | None) -> list[float]:
    """Return the edges of spans that are as wide as each other, at numbers that people would take:
    about as many as Sturges' rule has, log2 n + 1, or as are asked."""
    low, high = min(values), max(values)
    wanted = many or min(MOST, ceil(log2(len(values))) + 1)
    rough = (high - low) / wanted or 1.0
    power = 10.0 ** floor(log10(rough))
    step = next(power * one for one in NICE if power * one >= rough * 0.999)
    first = floor(low / step + 1e-9)
    last = max(first + 1, floor(high / step + 1e-9) + 1)
    return [round(n * step, 10) for n in range(first, last + 1)]


def _decimals(step: float) -> int:
    return 0 if step == round(step) else max(0, -floor(log10(step))) + (f"{step:e}"[2:4] == "50")


def _labels(edges: list[float], values: list[float], code: str, lang: str) -> list[str]:
    """Return what the spans are called: whole numbers up to the one before the next span."""
    from smdeck.figures.showing import shown

    whole = all(value == round(value) for value in (*values, *edges))
    called = []
    for begin, end in pairwise(edges):
        last = end - 1 if whole else end
        one, other = shown(begin, code, lang), shown(last, code, lang)
        called.append(one if one == other else f"{one}–{other}")
    return called
