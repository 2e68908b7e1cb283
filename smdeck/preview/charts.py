"""Charts: the figures, labels and colours of a native chart, drawn as office programs set them.

What is shown is the same to the digit; where plot, axes and legend lie is each program's own.
"""

from __future__ import annotations

from collections.abc import Callable

from smdeck.fit.chart_values import told
from smdeck.preview.bar_charts import draw_bars, draw_columns
from smdeck.preview.bubbles import draw_bubbles
from smdeck.preview.chart_canvas import Canvas, MarkClicks
from smdeck.preview.line_charts import draw_lines, draw_scatter
from smdeck.preview.markup import element, escaped
from smdeck.preview.pie_charts import draw_pie, draw_ring
from smdeck.preview.ranges import draw_ranges
from smdeck.preview.typefaces import CssColors
from smdeck.preview.waterfalls import draw_waterfall
from smdeck.scene import Box, Chart

_KINDS: dict[str, Callable[[Canvas], None]] = {
    "bar": draw_bars,
    "column": draw_columns,
    "stacked-column": draw_columns,
    "line": draw_lines,
    "area": draw_lines,
    "pie": draw_pie,
    "doughnut": draw_ring,
    "scatter": draw_scatter,
    "waterfall": draw_waterfall,
    "range": draw_ranges,
    "bubble": draw_bubbles,
}


def chart_svg(
    node: Chart,
    box: Box,
    colors: CssColors,
    lang: str,
    *,
    rtl: bool = False,
    clicks: MarkClicks | None = None,
) -> str:
    """Return a chart in a box, and its figures in words for those who can't see it.

    From right to left its first category is at the right. What `clicks` name appears with them.
    """
    canvas = Canvas(node, box, colors=colors, lang=lang, rtl=rtl, clicks=clicks or {})
    _KINDS[node.data.type](canvas)
    words = element("desc", escaped(told(canvas.chart, lang)))
    return element("g", words + "".join(canvas.parts), role="img", aria_label=node.name)
