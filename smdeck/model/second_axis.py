"""Second axis: a line over columns on a scale of its own, with the reason for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from smdeck.findings import Findings, suggest
from smdeck.model.fields import Record, key
from smdeck.model.text import Inline

if TYPE_CHECKING:
    from smdeck.model.figures import Figures


class SecondAxis(Record):
    """A scale on the right, for one of two series."""

    series: str = key("The series that is a line on this scale; the other one is columns.")
    reason: Inline = key("Why two scales stand side by side, which is said above the chart.")
    unit: str | None = key("The unit of its values, as `%`.", None)


def second_axis_problems(chart: Any, findings: Findings) -> None:
    """Report a second axis that no two series stand behind, or values below zero."""
    data: Figures = chart.data
    if chart.type != "column":
        findings.error(
            "unshown-key",
            f"a `{chart.type}` chart can't show `axis2`",
            chart.at("axis2"),
            "`column` can",
        )
    elif chart.axis2.series not in data.series:
        findings.error(
            "chart-data",
            f"no series is called `{chart.axis2.series}`",
            chart.axis2.at("series"),
            suggest(chart.axis2.series, [*data.series], "it names a series of `data`"),
        )
    elif len(data.series) != 2:
        findings.error(
            "chart-data",
            f"`axis2` is for two series, here {'is' if len(data.series) == 1 else 'are'} "
            f"{len(data.series)}",
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
