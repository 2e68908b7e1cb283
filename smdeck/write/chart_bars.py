"""Bars and columns, side by side or stacked, with their values and sums."""

from __future__ import annotations

from smdeck.fit.chart_values import above_target
from smdeck.scene import Role, SeriesStyle
from smdeck.units import points
from smdeck.write.chart_more import (
    error_bars,
    hatched,
    lines_over,
    second_axes,
    target_bars,
    target_line,
)
from smdeck.write.chart_workbook import SheetColumn
from smdeck.write.chart_writer import ChartWriter
from smdeck.write.chart_xml import (
    LEADERS,
    NO_LEADERS,
    NO_MARKER,
    UNDRAWN,
    VALUE,
    Series,
    axis_numbers,
    column_of,
    column_values,
    joined,
    line_plot,
    moved_by,
    named,
    no_label,
    point,
    point_label,
)

AXES = "2068027336", "2113994440"
"""The numbers of the axes of bars."""


def write_bars(chart: ChartWriter) -> bytes:
    """Add bars or columns, and what stands over them."""
    data, fitted = chart.data, chart.fitted
    chart.category_axis(AXES)
    chart.value_axis(AXES, hidden=fitted.step is None)
    every = chart.series()
    for series, style in zip(every, chart.styles, strict=True):
        _style(chart, series, style)
    _set_off(chart, every[0])
    if chart.many and not fitted.names_beside and not fitted.axis2:
        chart.legend = "t"
    if data.spread:
        every[0].more += error_bars(chart)
    bars = [
        one for one, style in zip(every, chart.styles, strict=True) if style.name not in data.lines
    ]
    over = lines_over(chart, every, AXES) if data.lines else ""
    if fitted.totals:
        over += _totals(chart, every[-1])
    overlap = 100 if chart.type == "stacked-column" else 0
    if data.target and chart.type == "bar":
        bars, overlap = target_bars(chart, bars), 0 if chart.many else 100
    elif data.target:
        over += target_line(chart, AXES)
    chart.plots += [bar_plot(chart, bars, overlap), over]
    if fitted.axis2:
        chart.axes += second_axes(chart)
    return chart.workbook()


def bar_plot(chart: ChartWriter, every: list[Series], overlap: int) -> str:
    """Return the plot of bars or columns."""
    stacked = chart.type in ("stacked-column", "waterfall")
    grouping = "percentStacked" if chart.data.share else "stacked" if stacked else "clustered"
    gap = round(100 * chart.fitted.gap)
    apart = f'<c:gapWidth val="{gap}"/>' if gap != 150 else "<c:gapWidth/>"
    apart += f'<c:overlap val="{overlap}"/>' if overlap else ""
    if chart.type == "stacked-column" and chart.many:  # thin lines tie neighbours
        apart += f"<c:serLines><c:spPr>{chart.line('line', 1.5)}</c:spPr></c:serLines>"
    return (
        f'<c:barChart><c:barDir val="{"bar" if chart.type == "bar" else "col"}"/>'
        f'<c:grouping val="{grouping}"/>{joined(every)}{apart}{axis_numbers(AXES)}</c:barChart>'
    )


def _style(chart: ChartWriter, series: Series, style: SeriesStyle) -> None:
    """Give the bars of a series their colours and values."""
    fitted, stacked = chart.fitted, chart.type == "stacked-column"
    edge = chart.line("ground", 1.5) if stacked else ""
    series.shape = f"<c:spPr>{chart.fill(style.paint)}{edge}</c:spPr>"
    if fitted.step is None and fitted.told is None:
        series.usual = _usual_labels(chart, style)
    for number in sorted(fitted.told or ()):
        series.labels[number] = chart.value_label(number, "text", "outEnd")
    if stacked:
        _label_segments(chart, series, style)
    if chart.loud is not None:
        # The series keeps its colour and the calm bars have their own: LibreOffice lets a point
        # keep the transparency of its series.
        for number in range(len(chart.figures.categories)):
            fill = chart.fill(style.paint if number == chart.loud else "calm")
            series.points[number] = point(number, f"<c:spPr>{fill}</c:spPr>")
    for number in sorted(n for s, n in fitted.tucked if s == series.number):
        size = fitted.loud if number == chart.loud and not chart.many else None
        words = _words_on_bar(chart, style, number)
        series.labels[number] = chart.value_label(number, words, "inEnd", size)
    for number in range(chart.expected, len(chart.figures.categories)):
        series.points[number] = point(number, hatched(chart, style.paint))


def _words_on_bar(chart: ChartWriter, style: SeriesStyle, category: int | None) -> Role:
    """Return the colour of words on a bar: where one is set off, the others are calm."""
    return style.words if chart.loud in (None, category) else chart.node.calm_words


def _usual_labels(chart: ChartWriter, style: SeriesStyle) -> str:
    """Return what the values of a series look like."""
    color: Role = "text"
    position = "outEnd"
    if chart.type == "stacked-column":
        color, position = style.words, "ctr"
    elif chart.fitted.inside:
        color = style.words if chart.loud is None else chart.node.calm_words
        position = "inBase"
    words = chart.value_words(color)
    return f'{words}<c:dLblPos val="{position}"/>{VALUE}{LEADERS}'


def _set_off(chart: ChartWriter, series: Series) -> None:
    """Let the value of the loud bar be larger, where there is one series."""
    loud, fitted = chart.loud, chart.fitted
    stacked = chart.type == "stacked-column"
    if chart.many or loud is None or stacked or (0, loud) in fitted.tucked:
        return
    words, at = (chart.styles[0].words, "inBase") if fitted.inside else ("accent", "outEnd")
    series.labels[loud] = chart.value_label(loud, words, at, fitted.loud)


def _label_segments(chart: ChartWriter, series: Series, style: SeriesStyle) -> None:
    """Give the value of each segment its size; one that is lower than its words has none."""
    if not chart.fitted.segments:  # some are below the foot
        _hide_thin(chart, series)
        return
    for number, size in enumerate(chart.fitted.segments[series.number]):
        if not size:
            series.labels[number] = no_label(number)
        elif size != chart.fitted.values:
            series.labels[number] = chart.value_label(number, style.words, "ctr", size)


def _hide_thin(chart: ChartWriter, series: Series) -> None:
    """Leave out the values of segments that are lower than their words."""
    rows = list(chart.figures.series.values())
    tallest = max(sum(abs(value or 0) for value in column) for column in zip(*rows, strict=True))
    plot = 0.75 * points(chart.node.box.h)
    for number, value in enumerate(rows[series.number]):
        if tallest and abs(value or 0) / tallest * plot < 1.15 * chart.fitted.values:
            series.labels[number] = no_label(number)


def _totals(chart: ChartWriter, last: Series) -> str:
    """Return the sums of the stacks above them: the labels of a line that is not drawn, whose
    values the workbook adds up."""
    totals, code = chart.fitted.totals, next(iter(chart.data.codes.values()))
    number, name = len(chart.columns), chart.node.total
    words = chart.label_words(chart.fitted.values, "text")
    down = points(chart.node.box.h)
    moved = {
        n: up
        for n, total in enumerate(totals)
        if (up := above_target(total, chart.data, chart.fitted))
    }
    line = Series(
        number,
        named(f"${column_of(number)}$1", name),
        f'<c:spPr><a:ln w="28575"><a:noFill/></a:ln></c:spPr>{NO_MARKER}',
        chart.categories + column_values(number, code, totals),
        labels={
            n: point_label(n, moved_by("0", -up / down) + words, "t") for n, up in moved.items()
        },
        usual=f'{UNDRAWN}{words}<c:dLblPos val="t"/>{VALUE}{NO_LEADERS if moved else ""}',
        end='<c:smooth val="0"/>',
    )
    chart.columns.append(SheetColumn(name, totals, "", beside=True))
    chart.unnamed.append(number)  # the sums are words, and need no key
    return line_plot(line.xml, AXES)
