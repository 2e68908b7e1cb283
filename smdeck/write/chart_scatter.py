"""Points between two axes."""

from __future__ import annotations

from smdeck.write.chart_workbook import point_workbook
from smdeck.write.chart_writer import ChartWriter
from smdeck.write.chart_xml import (
    FROM_EDGE_TO_EDGE,
    NOTHING,
    ChartAxis,
    Series,
    axis_numbers,
    joined,
    named,
    number_format,
    numbers,
)

AXES = "2128940872", "2129643912"
"""The numbers of the axes between which points stand."""


def write_scatter(chart: ChartWriter) -> bytes:
    """Add points in two dimensions."""
    rows, codes = chart.figures.points, chart.data.codes
    every, top = [], 1
    for number, (style, (name, pairs)) in enumerate(zip(chart.styles, rows.items(), strict=True)):
        cells = f"$A${top + 1}:$A${top + len(pairs)}"
        figures = numbers("xVal", cells, "General", [x for x, _ in pairs])
        ups = [y for _, y in pairs]
        figures += numbers("yVal", cells.replace("A", "B"), codes[name], ups)
        shape = f'<c:spPr><a:ln w="47625"><a:noFill/></a:ln></c:spPr>{chart.dot(style.paint, 12)}'
        told = named(f"$B${top}", name)
        every.append(Series(number, told, shape, figures, end='<c:smooth val="0"/>'))
        top += len(pairs) + 2
    chart.plots.append(point_plot(every))
    look = ChartAxis(
        "b",
        orientation="minMax",
        ticks="out",
        shape=f"<c:spPr><a:ln>{chart.fill('line')}</a:ln></c:spPr>",
        words=chart.words(f'sz="{round(100 * chart.fitted.size)}"'),
        end=FROM_EDGE_TO_EDGE,
    )
    along = look._replace(code=number_format(chart.data.across_code))
    up = chart.ticked(look._replace(position="l"), [y for row in rows.values() for _, y in row])
    chart.axes = along.xml("valAx", *AXES) + up.xml("valAx", *reversed(AXES))
    chart.legend = "t" if chart.many else None
    return point_workbook((name, pairs, codes[name]) for name, pairs in rows.items())


def point_plot(every: list[Series]) -> str:
    """Return a plot of points."""
    return (
        '<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>'
        f"{joined(every)}<c:dLbls>{NOTHING}</c:dLbls>{axis_numbers(AXES)}</c:scatterChart>"
    )
