"""Chart types: what charts of each type take and show, and what is said where they can't."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from smdeck.findings import Findings, are, article, listing

if TYPE_CHECKING:
    from smdeck.model.chart import ChartData

ChartType = Literal[
    "bar", "column", "stacked-column", "line", "area", "pie", "doughnut", "scatter", "histogram",
    "waterfall", "range", "bubble",
]  # fmt: skip

ROUND = ("pie", "doughnut")
"""The types whose values are slices of a circle."""

BANDED = ("bar", "column", "stacked-column", "line")
"""The types of charts that show bands."""

TAKEN_BY: dict[str, tuple[str, ...]] = {
    "target": ("bar", "column", "stacked-column", "line"),
    "forecast": ("column", "line"),
    "marks": ("line",),
    "spread": ("bar", "column", "line"),
    "sort": ("bar", "column", "pie", "doughnut"),
    "share": ("stacked-column",),
    "lines": ("column",),
    "totals": ("waterfall",),
    "multiples": ("column", "line"),
    "bands": BANDED,
}
"""The types of charts that show what a key says."""

_INSTEAD = {
    "target": "take `bar`, `column` or `line`, or say it in the `takeaway`",
    "marks": "say it in the `takeaway`",
}
"""What is done in place of what a type can't show."""

_SERIES: dict[str, tuple[int, str, str]] = {
    **dict.fromkeys(ROUND, (1, "one series", "use `stacked-column`, or split the slide")),
    "waterfall": (
        1, "one series", "write a start, the changes, and `~` for the level that they lead to",
    ),
    "range": (
        2, "two series",
        "write where each range begins and ends: `series: {von: [1, 2], bis: [3, 4]}`",
    ),
    "bubble": (
        3, "three series",
        "write a name for each bubble, and what is across, up and in its area: `{categories: "
        "[A, B], series: {Aufwand: [1, 2], Nutzen: [3, 4], Umsatz: [5, 6]}}`",
    ),
}  # fmt: skip
"""How many series charts of a type show, in words, and what helps where there are others."""


def a_chart(chart: ChartData) -> str:
    """Return how findings call a chart: a `column` chart."""
    return f"{article(chart.type)} `{chart.type}` chart"


def has_its_series(chart: ChartData, findings: Findings) -> bool:
    """Report more or fewer series than charts of a type show; return whether there are so many."""
    many = len(chart.data.series)
    wanted, words, help = _SERIES.get(chart.type, (many, "", ""))
    if many != wanted:
        message = f"{a_chart(chart)} shows {words}, here {are(many)}"
        findings.error("chart-data", message, chart.at("data"), help)
    return many == wanted


def report_unshown(
    chart: ChartData, name: str, findings: Findings, help: str, who: str | None = None
) -> None:
    """Report a key that a chart can't show; `who` it is where that is not for its type to say."""
    message = f"{who or a_chart(chart)} can't show `{name}`"
    findings.error("unshown-key", message, chart.at(name), help)


def shows_its_keys(chart: ChartData, findings: Findings) -> bool:
    """Report keys that a chart's type can't show; return whether there are none."""
    strange = [
        name for name, types in TAKEN_BY.items() if getattr(chart, name) and chart.type not in types
    ]
    for name in strange:
        help = _INSTEAD.get(name, f"{listing(TAKEN_BY[name], 'and')} can")
        report_unshown(chart, name, findings, help)
    return not strange
