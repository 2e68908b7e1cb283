"""Native charts with their workbooks, set in the brand.

One colour is loud and the rest is calm where something is highlighted; values stand on the bars
and names on the lines, so that there is no legend to look up wherever that can be.
"""

from __future__ import annotations

from collections.abc import Callable

from smdeck.scene import Chart
from smdeck.theme import Theme
from smdeck.write.chart_bars import write_bars
from smdeck.write.chart_bubble import write_bubbles
from smdeck.write.chart_lines import write_areas, write_lines
from smdeck.write.chart_range import write_ranges
from smdeck.write.chart_round import write_pie, write_ring
from smdeck.write.chart_scatter import write_scatter
from smdeck.write.chart_waterfall import write_waterfall
from smdeck.write.chart_writer import ChartWriter
from smdeck.write.xml import resized

_KINDS: dict[str, Callable[[ChartWriter], bytes]] = {
    "bar": write_bars,
    "column": write_bars,
    "stacked-column": write_bars,
    "line": write_lines,
    "area": write_areas,
    "pie": write_pie,
    "doughnut": write_ring,
    "scatter": write_scatter,
    "waterfall": write_waterfall,
    "range": write_ranges,
    "bubble": write_bubbles,
}
"""What adds the plots and axes of a kind of chart, and returns its workbook."""


def chart_parts(node: Chart, theme: Theme, tone: str, lang: str) -> tuple[bytes, bytes]:
    """Return the XML of a chart's part and its workbook."""
    chart = ChartWriter(node, theme, tone, lang)
    workbook = _KINDS[chart.type](chart)
    return resized(chart.xml(), theme.enlarged).encode(), workbook
