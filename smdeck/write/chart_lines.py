"""Lines and areas, with names at the ends of lines and values at their points."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from smdeck.fit.chart_values import words_at_points
from smdeck.fit.point_words import LabelPosition
from smdeck.scene import Paint, Role, SeriesStyle
from smdeck.units import points
from smdeck.write.chart_more import error_bars, target_line
from smdeck.write.chart_workbook import SheetColumn
from smdeck.write.chart_writer import ChartWriter, plot_layout
from smdeck.write.chart_xml import (
    FIELDS,
    FROM_EDGE_TO_EDGE,
    LEADERS,
    NO_MARKER,
    NOTHING,
    VALUE,
    Series,
    axis_numbers,
    column_of,
    column_values,
    joined,
    line_plot,
    moved_by,
    named,
    point,
    point_label,
    shown,
)

AXES, AREA_AXES = ("2118791784", "2140495176"), ("2101159928", "2100718248")
"""The numbers of the axes of lines and of areas."""


def write_lines(chart: ChartWriter) -> bytes:
    """Add lines, and what stands at their points."""
    fitted, data = chart.fitted, chart.data
    chart.category_axis(AXES)
    every = chart.series()
    for series, style in zip(every, chart.styles, strict=True):
        _style(chart, series, style)
    if not chart.many:
        _own_values(chart, every[0])
    else:
        _name(chart, every)
    if fitted.room:  # behind the ends of lines
        wide = 1 - fitted.room / points(chart.node.box.w)
        chart.layout = chart.layout or plot_layout(0, 0.03, wide, 0.94, inner=False)
    edges = fitted.room or (data.bands and not fitted.few) or fitted.panel
    between = FROM_EDGE_TO_EDGE if edges else ""
    chart.value_axis(AXES, hidden=fitted.few or bool(fitted.panel), between=between)
    if data.spread:
        every[0].more += error_bars(chart)
    for (number, category), words in words_at_points(data):
        _put_words(chart, every[number], category, words)
    if data.forecast:
        every += list(_continued(chart, every))
    more = '<c:smooth val="0"/>'
    chart.plots.append(line_plot(joined(every), AXES, more))
    if data.target:
        chart.plots.append(target_line(chart, AXES))
    return chart.workbook()


def write_areas(chart: ChartWriter) -> bytes:
    """Add areas: one behind the other they would hide each other, so they stand on one another."""
    chart.category_axis(AREA_AXES)
    chart.value_axis(AREA_AXES, hidden=False, between=FROM_EDGE_TO_EDGE)
    every = chart.series()
    edge = chart.line("ground", 1.5) if chart.many else ""
    for series, style in zip(every, chart.styles, strict=True):
        series.shape = f"<c:spPr>{chart.fill(style.paint)}{edge}</c:spPr>"
    if chart.many and not chart.fitted.names_beside:
        chart.legend = "t"
    grouping = "stacked" if chart.many else "standard"
    chart.plots.append(
        f'<c:areaChart><c:grouping val="{grouping}"/><c:varyColors val="0"/>{joined(every)}'
        f"<c:dLbls>{NOTHING}</c:dLbls>{axis_numbers(AREA_AXES)}</c:areaChart>"
    )
    return chart.workbook()


def _style(chart: ChartWriter, series: Series, style: SeriesStyle) -> None:
    """Give a line its colour and its dots."""
    series.shape = _shape(chart, style)
    series.end = '<c:smooth val="0"/>'
    if chart.loud is not None:
        _put_dot(chart, series, chart.loud, style.paint, 24)


def _shape(chart: ChartWriter, style: SeriesStyle, *, dashed: bool = False) -> str:
    """Return how a line is drawn, and what marks its points."""
    dotted = chart.fitted.few or (not chart.fitted.room and chart.many)
    marker = chart.dot(style.paint, 14) if dotted and style.role != "calm" else NO_MARKER
    width = 9 if style.role == "highlight" or not chart.many else 5
    cap, dash = (' cap="flat"', '<a:prstDash val="sysDash"/>') if dashed else ("", "")
    return f"<c:spPr>{chart.line(style.paint, width, cap, dash)}</c:spPr>{marker}"


def _put_dot(
    chart: ChartWriter, series: Series, number: int, color: Paint | Role, size: int
) -> None:
    series.points[number] = point(number, marker=chart.dot(color, size))


def _name(chart: ChartWriter, every: list[Series]) -> None:
    """Put the name of each line behind its last point if it has room there, else into a legend."""
    fitted, last = chart.fitted, len(chart.figures.categories) - 1
    if not fitted.room or fitted.legend:
        chart.legend = None if fitted.names_beside else "t"
        return
    for series, style in zip(every, chart.styles, strict=True):
        color: Paint | Role = "muted"
        if style.role != "calm":
            loud = style.role == "highlight"
            color = "accent" if loud else style.paint
            _put_dot(chart, series, last, style.paint, 24 if loud else 16)
        look = "<c:spPr/>" + chart.value_words(color)
        series.labels[last] = point_label(last, look, "r", shown(series=1))


def _own_values(chart: ChartWriter, series: Series) -> None:
    """Show the value of each point where these are few, else that of the one that is set off or
    of the last one."""
    fitted, style = chart.fitted, chart.styles[0]
    (row,) = chart.figures.series.values()
    filled = [n for n, value in enumerate(row) if value is not None]
    if not filled:
        return
    is_loud = chart.loud in filled
    loud = chart.loud if is_loud and chart.loud is not None else filled[-1]
    size = 14 if fitted.panel else 24
    if is_loud or not (fitted.panel and style.role == "calm"):
        calm = fitted.panel and style.role == "calm"
        _put_dot(chart, series, loud, "highlight" if is_loud else style.paint, 24 if calm else size)
    for number in filled if fitted.few else [loud]:
        stands_out = number == loud and (not fitted.few or number == chart.loud)
        stands_out = stands_out and (not fitted.panel or style.role == "highlight")
        color: Role = "accent" if stands_out else "text"
        stands = chart.sides.get((0, number), LabelPosition())
        look = _moved(chart, stands) + "<c:spPr/>" + chart.value_words(color)
        series.labels[number] = point_label(number, look, "t" if stands.above else "b")


def _moved(chart: ChartWriter, stands: LabelPosition) -> str:
    """Return the `c:layout` of a label that goes to one side, "" for one over its point."""
    if not stands.shift and not stands.lift:
        return ""
    box = chart.node.box
    return moved_by(f"{stands.shift / points(box.w):.4f}", -stands.lift / points(box.h))


def _put_words(chart: ChartWriter, series: Series, number: int, words: str) -> None:
    """Put words at a point of a line, which stay there when values change."""
    stands = chart.sides.get((series.number, number), LabelPosition())
    few = chart.fitted.few  # the other points have their values, and so has this one
    value = _value_field(chart) if few else ""
    text = chart.rich_words(chart.fitted.size, "text", words, more=value)
    series.labels[number] = point_label(
        number, _moved(chart, stands) + text, "t" if stands.above else "b", VALUE + FIELDS * few
    )
    _put_dot(chart, series, number, chart.styles[series.number].paint, 16)


def _value_field(chart: ChartWriter) -> str:
    """Return the second line of a label's words: the value, as a field that follows it."""
    look = chart.look(chart.fitted.values)
    return (
        '<a:p><a:fld id="{6F1C2B1E-5E0D-4C55-9B4A-3C2D7A8E9F10}" type="VALUE">'
        f"<a:rPr {look}>{chart.fill('text')}</a:rPr><a:pPr/><a:t>[VALUE]</a:t></a:fld>"
        f'<a:endParaRPr lang="{chart.lang}"/></a:p>'
    )


def _continued(chart: ChartWriter, every: list[Series]) -> Iterator[Series]:
    """Yield the dashed ends of lines as series of their own, which begin where the lines end; what
    stands at their points moves there. Not every program dashes a part of a series."""
    first, code = chart.expected, chart.data.codes
    for series, (name, row) in zip(every, chart.figures.series.items(), strict=True):
        number = len(chart.columns)
        values = [None if n < first - 1 else value for n, value in enumerate(row)]
        chart.columns.append(SheetColumn(name, values, "", beside=True))
        chart.unnamed.append(number)
        usual = NOTHING + LEADERS if series.labels and series.usual is None else series.usual
        yield replace(
            series,
            number=number,
            told=named(f"${column_of(number)}$1", name),
            shape=_shape(chart, chart.styles[series.number], dashed=True),
            figures=chart.categories + column_values(number, code[name], values),
            points={n: one for n, one in series.points.items() if n >= first},
            labels={n: one for n, one in series.labels.items() if n >= first},
            usual=usual,
        )
        series.points = {n: one for n, one in series.points.items() if n < first}
        series.labels = {n: one for n, one in series.labels.items() if n < first}
        series.usual = usual
