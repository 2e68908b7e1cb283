"""More of charts: lines over columns, a target, what is expected, and error bars.

All are elements of the chart itself, over the figures of its workbook.
"""

from __future__ import annotations

from smdeck.fit.chart_values import target_code, target_words
from smdeck.scene import Paint
from smdeck.write.chart_workbook import SheetColumn
from smdeck.write.chart_writer import ChartWriter
from smdeck.write.chart_xml import (
    NO_MARKER,
    NOTHING,
    UNDRAWN,
    ChartAxis,
    Series,
    column_of,
    column_values,
    line_plot,
    named,
    number_format,
    point_label,
    shown,
)

_NAME_AND_VALUE = shown(value=1, series=1) + "<c:separator> </c:separator>"


def error_bars(chart: ChartWriter) -> str:
    """Return how far above and below the true values of a series may lie."""
    spread = chart.data.spread
    assert spread
    if len(spread.values) == 1:
        held = f'<c:errValType val="fixedVal"/><c:noEndCap val="0"/><c:val val="{spread.of(0)!r}"/>'
    else:
        points = "".join(
            f'<c:pt idx="{n}"><c:v>{value!r}</c:v></c:pt>' for n, value in enumerate(spread.values)
        )
        literal = (
            "<c:numLit><c:formatCode>General</c:formatCode>"
            f'<c:ptCount val="{len(spread.values)}"/>{points}</c:numLit>'
        )
        held = (
            '<c:errValType val="cust"/><c:noEndCap val="0"/>'
            f"<c:plus>{literal}</c:plus><c:minus>{literal}</c:minus>"
        )
    along = '<c:errDir val="y"/>' if chart.type == "line" else ""
    return (
        f'<c:errBars>{along}<c:errBarType val="both"/>{held}'
        f"<c:spPr>{chart.stroke('text', 2)}</c:spPr></c:errBars>"
    )


def hatched(chart: ChartWriter, paint: Paint) -> str:
    """Return a column whose value is expected: a pattern of its colour, and an edge."""
    return (
        f'<c:spPr><a:pattFill prst="wdUpDiag"><a:fgClr>{chart.color(paint)}</a:fgClr>'
        f"<a:bgClr>{chart.color('ground')}</a:bgClr></a:pattFill>{chart.line(paint, 2)}</c:spPr>"
    )


# -- lines over columns -----------------------------------------------------------------------


def lines_over(chart: ChartWriter, every: list[Series], axes: tuple[str, str]) -> str:
    """Return the series that are lines over columns, on the same axes or on some of their own."""
    lines = ""
    for series, style in zip(every, chart.styles, strict=True):
        if style.name in chart.data.lines:
            line, dot = chart.stroke(style.paint, 5), chart.dot(style.paint, 12)
            shape = f"<c:spPr>{line}</c:spPr>{dot}"
            end = '<c:smooth val="0"/>'
            lines += Series(series.number, series.told, shape, series.figures, end=end).xml
    return line_plot(lines, SECOND_AXES if chart.fitted.axis2 else axes)


SECOND_AXES = "64001", "64002"
"""The numbers of the second axes: of categories, which is not shown, and of values."""


def second_axes(chart: ChartWriter) -> str:
    """Return the axes of lines that have their own, the numbers of their values on the right."""
    assert chart.fitted.axis2 and chart.data.axis2
    step, end = chart.fitted.axis2
    names, values = SECOND_AXES
    shown_right = ChartAxis(
        "r",
        orientation="minMax",
        high=end,
        code=number_format(chart.data.codes[chart.data.axis2.series]),
        shape="<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>",
        words=chart.words(f'sz="{round(100 * chart.fitted.values)}"', "text"),
        crosses="max",
        end='<c:crossBetween val="between"/>',
        unit=step,
    ).xml("valAx", values, names)
    hidden = (
        f'<c:catAx><c:axId val="{names}"/><c:scaling><c:orientation val="minMax"/></c:scaling>'
        '<c:delete val="1"/><c:axPos val="b"/><c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f'<c:crossAx val="{values}"/><c:crosses val="autoZero"/><c:auto val="1"/>'
        '<c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>'
    )
    return shown_right.replace("</c:scaling>", '<c:min val="0"/></c:scaling>', 1) + hidden


# -- targets ----------------------------------------------------------------------------------


def target_line(chart: ChartWriter, axes: tuple[str, str]) -> str:
    """Return a dashed line at a value to reach, with its name and value in a chart of lines and
    where office programs place the plot: elsewhere these are words of the slide."""
    series = _target(chart)
    lines, last = chart.type == "line", len(chart.figures.categories) - 1
    line = chart.stroke("text", 2.5, "dash")
    drawn = line if lines else '<a:ln w="28575"><a:noFill/></a:ln>'
    series.shape = f"<c:spPr>{drawn}</c:spPr>{NO_MARKER}"
    series.end = '<c:smooth val="0"/>'
    if lines or not chart.fitted.plot:
        _label(chart, series, last, "r" if lines else "t")
    chart.unnamed.append(series.number)  # words beside its end name it
    if not lines:  # from edge to edge, not from the middle of the first column to the last one's
        series.more = _TREND.format(line)
        chart.unnamed.append(series.number + 1)
    return line_plot(series.xml, axes)


def target_bars(chart: ChartWriter, every: list[Series]) -> list[Series]:
    """Return bars with those that carry an upright line over them: the trend of bars that are not
    drawn, which lie under the only series, or stand before and behind a group."""
    behind = _target(chart)
    behind.shape = f'{UNDRAWN}<c:invertIfNegative val="0"/>'
    before = Series(behind.number + 1, behind.told, behind.shape, behind.figures)
    behind.more = _TREND.format(chart.stroke("text", 2.5, "dash"))
    if not chart.fitted.plot:
        _label(chart, behind, 0, "outEnd")
    # By their order in the legend, where trends come last.
    chart.unnamed += [0] * chart.many + [behind.number + chart.many, before.number + chart.many]
    if not chart.many:
        return [*every, behind]
    group = [before, *every, behind]
    for number, series in enumerate(group):
        series.order = number
    return group


_TREND = (
    '<c:trendline><c:spPr>{}</c:spPr><c:trendlineType val="linear"/>'
    '<c:forward val="0.5"/><c:backward val="0.5"/><c:dispRSqr val="0"/>'
    '<c:dispEq val="0"/></c:trendline>'
)
"""The trend of values that are all the same: a straight line from edge to edge."""


def _label(chart: ChartWriter, series: Series, number: int, position: str) -> None:
    """Put name and value of a target at one of its points."""
    words = chart.label_words(min(chart.fitted.size, 24.0), "text")
    series.labels[number] = point_label(number, words, position, _NAME_AND_VALUE)
    series.usual = NOTHING


def _target(chart: ChartWriter) -> Series:
    """Return a target as the next series of the chart."""
    data, number = chart.data, len(chart.columns)
    assert data.target
    name = target_words(data, chart.lang)[0]
    values = [data.target.value] * len(chart.figures.categories)
    chart.columns.append(SheetColumn(name, values, "", beside=True))
    figures = chart.categories + column_values(number, target_code(data, chart.lang), values)
    return Series(number, named(f"${column_of(number)}$1", name), "", figures)
