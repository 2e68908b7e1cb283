"""Chart checks: what a chart's type can't show of its figures, its keys and what they name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smdeck.findings import Findings, suggest
from smdeck.model.chart_bands import band_problems
from smdeck.model.chart_more import more_problems, report_shares
from smdeck.model.chart_types import ROUND, a_chart, has_its_series
from smdeck.model.second_axis import second_axis_problems

if TYPE_CHECKING:
    from smdeck.model.chart import ChartData

MAX_SERIES = 8
"""How many series a chart shows, and a round one slices."""

_ENTRIES = {
    "range": (12, "rows", "put some together, or split the slide"),
    "bubble": (12, "bubbles", "leave out the smallest, or take `scatter`"),
    "waterfall": (12, "steps", "put the smallest changes together"),
}
"""How many entries can be read in charts of a type, how these are called, and what helps."""


def chart_problems(chart: ChartData, findings: Findings) -> None:
    """Report figures that the chart's type can't show, and a highlight that is none of them."""
    data, place = chart.data, chart.at("data")
    if (chart.type == "scatter") != bool(data.points):
        wanted = "pairs [x, y]"
        help = "write `series: {Name: [[1, 2], [3, 4]]}` and no `categories`"
        if chart.type != "scatter":
            wanted = "one number for each category"
            help = "write `categories: [A, B]`, or use `scatter`"
        findings.error("chart-data", f"{a_chart(chart)} needs {wanted}", place, help)
        return
    values = [value for row in data.series.values() for value in row if value is not None]
    if not values and not any(data.points.values()):
        findings.error("chart-data", "the data of a chart is empty", place, "add some values")
        return
    if has_its_series(chart, findings):
        _check_figures(chart, values, findings)
    total, what = len(data.series) + len(data.points), "series"
    if chart.type in ROUND:
        total, what = len(data.categories), "slices"
    help = "put the smallest together, or split the slide"
    _is_few(chart, total, MAX_SERIES, what, help, code="too-many-series", findings=findings)
    unusable = next((char for char in chart.unit or "" if char in '"<>&\\'), None)
    if unusable:  # it would end the number format, which is written as it is
        help = "name the unit in words, in the title or the takeaway"
        message = f"`unit` can't hold `{unusable}`"
        findings.error("wrong-value", message, chart.at("unit"), help)
    if chart.highlight is not None:
        _check_highlight(chart, chart.highlight, findings)
    if chart.difference:
        _check_difference(chart, findings)
    band_problems(chart, findings)
    if chart.axis2:
        second_axis_problems(chart, chart.axis2, findings)
    more_problems(chart, findings)


def _check_figures(chart: ChartData, values: list[float], findings: Findings) -> None:
    """Report what charts of some types can't show: more entries than can be read, and the like."""
    few = True
    if chart.type in _ENTRIES:
        most, what, help = _ENTRIES[chart.type]
        many = len(chart.data.categories)
        few = _is_few(chart, many, most, what, help, code="overflow", findings=findings)
    if chart.type in ROUND:
        _check_round(chart, values, findings)
    elif chart.type == "bubble":
        _check_bubbles(chart, findings)
    elif chart.type == "waterfall" and few and all(step.kind == "total" for step in chart.steps):
        message = "the `waterfall` has levels and no changes between them"
        help = "write the changes between the first level and the last, or take `column`"
        findings.error("chart-data", message, chart.at("data"), help)


def _is_few(
    chart: ChartData, many: int, most: int, what: str, help: str, *, code: str, findings: Findings
) -> bool:
    """Report more of something than a chart can show; return whether it can."""
    if many > most:
        message = f"{a_chart(chart)} shows up to {most} {what}, here are {many}"
        findings.error(code, message, chart.at("data"), help)
    return many <= most


def _check_bubbles(chart: ChartData, findings: Findings) -> None:
    """Report a value without a place or an area."""
    *_, area = chart.data.series
    for name, row in chart.data.series.items():
        for category, value in zip(chart.data.categories, row, strict=True):
            if value is None or (name == area and value <= 0):
                wrong = "has no" if value is None else "needs more than 0 as"
                message = f"the bubble `{category}` {wrong} `{name}`"
                help = "leave it out, or write all three of its values"
                findings.error("chart-data", message, chart.at("data"), help)
                return


def _check_round(chart: ChartData, values: list[float], findings: Findings) -> None:
    """Report what the slices of a round chart can't show."""
    place = chart.at("data")
    if min(values) < 0:
        message = f"{a_chart(chart)} can't show a negative value"
        findings.error("chart-data", message, place, "use `bar` or `column`")
    elif not any(values):
        findings.error("chart-data", f"{a_chart(chart)} can't share out 0", place)
    else:
        _report_total(chart, findings)
        report_shares(chart, values, findings)


def _check_difference(chart: ChartData, findings: Findings) -> None:
    """Report a difference that can't be shown between two columns."""
    data, place = chart.data, chart.at("difference")
    if chart.type != "column" or len(data.series) != 1:
        message = "only a `column` chart with one series can show a `difference`"
        findings.error("unshown-key", message, place, "say it in the `takeaway`")
        return
    names = [data.as_shown(name) for name in chart.difference]
    strange = next((name for name in names if data.categories.count(name) != 1), None)
    if len(set(names)) != 2 or strange is not None:
        message = f"`difference` takes two categories, here are {len(set(names))}"
        if strange is not None:
            message = f"no category is called `{strange}`"
        help = suggest(strange or "", data.categories, "write `difference: [from, to]`")
        findings.error("wrong-value", message, place, help)
        return
    (row,) = data.series.values()
    values = [row[data.categories.index(name)] for name in names]
    if None in values or min(value for value in row if value is not None) < 0:
        message = "a `difference` needs columns that all stand above the base line"
        findings.error("wrong-value", message, place, "say it in the `takeaway`")


def _check_highlight(chart: ChartData, highlight: str, findings: Findings) -> None:
    """Report a highlight that names nothing, or what the chart's type can't set off."""
    data = chart.data
    kinds = {"category": data.categories, "series": [*data.series, *data.points]}
    shown = {name: ["category"] for name in ("pie", "doughnut", "waterfall", "bubble")}
    shown["area"] = ["series"]
    takes = shown.get(chart.type, list(kinds))
    names = [name for kind in takes for name in kinds[kind]]
    if names.count(highlight) == 1:
        return
    if highlight in names:
        message = f"`{highlight}` names {_twice(highlight, takes, kinds)}"
        help = "give them names of their own"
        findings.error("ambiguous-highlight", message, chart.at("highlight"), help)
        return
    wanted = "a " + " or a ".join(takes)
    message = f"no {' or '.join(takes)} is called `{highlight}`"
    if any(highlight in of_kind for of_kind in kinds.values()):
        message = f"{a_chart(chart)} sets off {wanted}, and `{highlight}` is none"
    near = suggest(highlight, names, f"it names {wanted} of `data`")
    findings.error("unknown-highlight", message, chart.at("highlight"), near)


def _twice(name: str, takes: list[str], kinds: dict[str, list[str]]) -> str:
    """Return what a name stands for: `a category and a series`, `2 categories`."""
    times = {kind: kinds[kind].count(name) for kind in takes}
    if all(times.get(kind) for kind in kinds):
        return "a category and a series"
    return f"{times['category']} categories"


def _report_total(chart: ChartData, findings: Findings) -> None:
    """Warn of a slice that is the sum of the others."""
    (values,) = chart.data.series.values()
    whole = sum(value or 0 for value in values)
    if len(values) < 3 or any(abs(whole - all_of_it) < 1e-9 for all_of_it in (1, 100)):
        return  # half of the whole, in shares or percent, is no total
    for name, value in zip(chart.data.categories, values, strict=True):
        if value and abs(2 * value - whole) < 1e-9 * whole:
            findings.warn(
                "total-slice",
                f"`{name}` is the sum of the other slices",
                chart.at("data"),
                "leave it out: a slice that is a total takes half of the circle",
            )
