"""Second axis: a line over columns on a scale of its own, with the reason for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smdeck.findings import Findings, are, suggest
from smdeck.model.chart_types import report_unshown
from smdeck.model.fields import Record, key
from smdeck.model.text import Inline

if TYPE_CHECKING:
    from smdeck.model.chart import ChartData


class SecondAxis(Record):
    """A scale on the right, for one of two series."""

    series: str = key("The series that is a line on this scale; the other one is columns.")
    reason: Inline = key("Why two scales stand side by side, which is said above the chart.")
    unit: str | None = key("The unit of its values, as `%`.", None)


def second_axis_problems(chart: ChartData, axis: SecondAxis, findings: Findings) -> None:
    """Report a second axis that no two series stand behind, or values below zero."""
    data = chart.data
    if chart.type != "column":
        report_unshown(chart, "axis2", findings, "`column` can")
    elif axis.series not in data.series:
        findings.error(
            "chart-data",
            f"no series is called `{axis.series}`",
            axis.at("series"),
            suggest(axis.series, [*data.series], "it names a series of `data`"),
        )
    elif len(data.series) != 2:
        findings.error(
            "chart-data",
            f"`axis2` is for two series, here {are(len(data.series))}",
            chart.at("axis2"),
            "show one as columns and one as a line, or two charts",
        )
    elif min((v for row in data.series.values() for v in row if v is not None), default=0.0) < 0:
        findings.error(
            "unshown-key",
            "a chart with negative values can't show `axis2`: its two zeros would part",
            chart.at("axis2"),
            "make two charts of it",
        )
    elif chart.target or chart.bands:
        other = "target" if chart.target else "bands"
        findings.error(
            "unshown-key",
            f"a chart with `axis2` can't show `{other}`, which may be of either scale",
            chart.at(other),
            "say it in the `takeaway`",
        )
