"""Ranges: charts whose rows have two ends."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from smdeck.findings import Findings

if TYPE_CHECKING:
    from smdeck.model.figures import Figures

MOST_ROWS = 12
"""How many rows a chart of ranges has at the most."""


def range_problems(chart: Any, findings: Findings) -> None:
    """Report what is no range: more or fewer series than two, and more rows than can be read."""
    data: Figures = chart.data
    if len(data.series) != 2:
        findings.error(
            "chart-data",
            f"a `range` chart shows two series, here {'is' if len(data.series) == 1 else 'are'} "
            f"{len(data.series)}",
            chart.at("data"),
            "write where each range begins and ends: `series: {von: [1, 2], bis: [3, 4]}`",
        )
    elif len(data.categories) > MOST_ROWS:
        findings.error(
            "overflow",
            f"a `range` chart shows up to {MOST_ROWS} rows, here are {len(data.categories)}",
            chart.at("data"),
            "put some together, or split the slide",
        )


def lower_end(ends: Sequence[float | None]) -> int:
    """Return the number of the end whose value stands on the left."""
    one, other = ends
    return 1 if one is not None and other is not None and other < one else 0
