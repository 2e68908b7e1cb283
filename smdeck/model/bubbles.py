"""Bubbles: charts of places that two values say, and of areas that a third one says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from smdeck.findings import Findings

if TYPE_CHECKING:
    from smdeck.model.figures import Figures

MOST_BUBBLES = 12
"""How many bubbles a chart has at the most."""


def bubble_problems(chart: Any, findings: Findings) -> None:
    """Report what are no bubbles: values without a place or an area, and more than can be read."""
    data: Figures = chart.data
    place = chart.at("data")
    if len(data.series) != 3:
        findings.error(
            "chart-data",
            f"a `bubble` chart shows three series, here {'is' if len(data.series) == 1 else 'are'} "
            f"{len(data.series)}",
            place,
            "write a name for each bubble, and what is across, up and in its area: `{categories: "
            "[A, B], series: {Aufwand: [1, 2], Nutzen: [3, 4], Umsatz: [5, 6]}}`",
        )
        return
    if len(data.categories) > MOST_BUBBLES:
        findings.error(
            "overflow",
            f"a `bubble` chart shows up to {MOST_BUBBLES} bubbles, here are {len(data.categories)}",
            place,
            "leave out the smallest, or take `scatter`",
        )
    *_, area = data.series
    for name, row in data.series.items():
        for category, value in zip(data.categories, row, strict=True):
            if value is None or (name == area and value <= 0):
                wrong = "has no" if value is None else "needs more than 0 as"
                findings.error(
                    "chart-data",
                    f"the bubble `{category}` {wrong} `{name}`",
                    place,
                    "leave it out, or write all three of its values",
                )
                return
