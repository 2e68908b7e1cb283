"""More of charts: lines over columns, a target, a forecast, words at points, and error bars.

All are elements of the chart itself, over the figures of its workbook (ECMA-376 Part 1, 21.2).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from typing import Any

from lxml import etree
from pptx.oxml import parse_xml

from smdeck.fit.chart_values import target_code, target_words
from smdeck.fit.point_words import LabelPosition
from smdeck.scene import Chart, Paint, Role
from smdeck.units import points
from smdeck.write.xml import escape

_C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
SPACES = f'xmlns:c="{_C}" xmlns:a="{_A}"'

Color = Callable[[Paint | Role], str]
"""Returns the XML of a colour."""

Sides = Mapping[tuple[int, int], LabelPosition]
"""On which side of a point its words stand, by the numbers of series and category."""

Fill = Callable[[Any, Paint | Role], None]
"""Fills a shape or a line with a colour."""

_NOT_SHOWN = "".join(
    f'<c:{shown} val="0"/>' for shown in ("showLegendKey", "showVal", "showCatName")
)
NONE_SHOWN = (
    _NOT_SHOWN + '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
)
_VALUE_SHOWN = NONE_SHOWN.replace('showVal val="0"', 'showVal val="1"')
_NAME_AND_VALUE = (
    '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
    '<c:showSerName val="1"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
    "<c:separator> </c:separator>"
)


def beside_columns(node: Chart, lang: str) -> list[tuple[str, Sequence[float | None]]]:
    """Return what the workbook of a chart has behind its series: sums, and the target."""
    columns: list[tuple[str, Sequence[float | None]]] = []
    if node.fitted.totals:
        columns.append((node.total, node.fitted.totals))
    first = forecast_from(node)
    if first is not None and node.data.type == "line":
        columns += [
            (name, [None if n < first - 1 else value for n, value in enumerate(row)])
            for name, row in node.data.data.series.items()
        ]
    if node.data.target:
        many = len(node.data.data.categories)
        columns.append((target_words(node.data, lang)[0], [node.data.target.value] * many))
    return columns


def draw_more(chart: Any, node: Chart, sides: Sides, lang: str, color: Color) -> None:
    """Add to a chart what its data asks for beside bars, lines and slices."""
    data = node.data
    if data.spread:
        _spread(chart, node, color)
    if data.marks:
        _words_at_points(chart, node, sides, lang, color)
    if data.forecast:
        _forecast(chart, node, color)
    if data.lines:
        _lines_over_columns(chart, node, color)
    if data.target:
        _target(chart, node, lang, color)


def _series(chart: Any) -> list[Any]:
    return list(chart._chartSpace.iter(f"{{{_C}}}ser"))


def insert(series: Any, xml: str, before: Sequence[str]) -> None:
    """Put an element into a series before the first of those that come after it."""
    names = {f"{{{_C}}}{name}" for name in before}
    at = next(n for n, child in enumerate(series) if child.tag in names)
    series.insert(at, parse_xml(xml))


def line_xml(color: str, width: float, dash: str = "solid") -> str:
    """Return the `a:ln` of a line of a width in points."""
    return (
        f'<a:ln w="{round(12_700 * width)}" cap="rnd"><a:solidFill>{color}</a:solidFill>'
        f'<a:prstDash val="{dash}"/><a:round/></a:ln>'
    )


def as_text(size: float, color: str, lang: str, words: str = "") -> str:
    """Return the properties of a label's words, or rich text where there are some."""
    kind = "rich" if words else "txPr"
    look = f'lang="{lang}" sz="{round(100 * size)}" b="1"'
    fill = f"<a:solidFill>{color}</a:solidFill>"
    run = f"<a:r><a:rPr {look}>{fill}</a:rPr><a:t>{escape(words)}</a:t></a:r>" if words else ""
    text = (
        f'<c:{kind}><a:bodyPr wrap="none"/><a:lstStyle/><a:p><a:pPr><a:defRPr {look}>{fill}'
        f"</a:defRPr></a:pPr>{run}</a:p></c:{kind}>"
    )
    return f"<c:tx>{text}</c:tx>" if words else text


# -- spreads and forecasts ------------------------------------------------------------------


def _spread(chart: Any, node: Chart, color: Color) -> None:
    """Add error bars: how far above and below the true values may lie."""
    spread, (series, *_) = node.data.spread, _series(chart)
    assert spread
    if len(spread.values) == 1:
        held = f'<c:errValType val="fixedVal"/><c:noEndCap val="0"/><c:val val="{spread.of(0)!r}"/>'
    else:
        points = "".join(
            f'<c:pt idx="{n}"><c:v>{value!r}</c:v></c:pt>' for n, value in enumerate(spread.values)
        )
        literal = (
            f'<c:numLit><c:formatCode>General</c:formatCode><c:ptCount val="{len(spread.values)}"/>'
        )
        held = (
            '<c:errValType val="cust"/><c:noEndCap val="0"/>'
            f"<c:plus>{literal}{points}</c:numLit></c:plus>"
            f"<c:minus>{literal}{points}</c:numLit></c:minus>"
        )
    along = '<c:errDir val="y"/>' if node.data.type == "line" else ""
    insert(
        series,
        f'<c:errBars {SPACES}>{along}<c:errBarType val="both"/>{held}'
        f"<c:spPr>{line_xml(color('text'), 2)}</c:spPr></c:errBars>",
        ("cat", "val"),
    )


def _forecast(chart: Any, node: Chart, color: Color) -> None:
    """Dash the lines, or hatch the columns, from a category on."""
    first = forecast_from(node)
    assert first is not None
    if node.data.type == "line":
        plot = chart.plots[0]._element
        before = plot.findall(f"{{{_C}}}ser")
        for number, (series, mark) in enumerate(zip(before, node.marks, strict=True), len(before)):
            after = _continued(series, number, first, node.data.data.series[mark.name])
            plot.findall(f"{{{_C}}}ser")[-1].addnext(after)
            _unnamed(chart, number)
        return
    for series, mark in zip(chart.plots[0].series, node.marks, strict=True):
        for number in range(first, len(node.data.data.categories)):
            fill = (
                f'<a:pattFill {SPACES} prst="wdUpDiag"><a:fgClr>{color(mark.paint)}</a:fgClr>'
                f"<a:bgClr>{color('ground')}</a:bgClr></a:pattFill>"
            )
            _hatch(series.points[number].format, fill, color(mark.paint))


def forecast_from(node: Chart) -> int | None:
    """Return the number of the category from which on values are expected."""
    figures = node.data.data
    if not node.data.forecast:
        return None
    return figures.categories.index(figures.as_shown(node.data.forecast))


def _continued(series: Any, number: int, first: int, row: Sequence[float | None]) -> Any:
    """Return the dashed end of a line as a series of its own, which begins where the line ends;
    what stands at its points moves there. Not every program dashes a part of a series."""
    after = deepcopy(series)
    for one, wrong in ((series, range(first, len(row))), (after, range(first))):
        for point in (*one.iter(f"{{{_C}}}dPt"), *one.iter(f"{{{_C}}}dLbl")):
            if int(point.find(f"{{{_C}}}idx").get("val")) in wrong:
                point.getparent().remove(point)
    for name in ("idx", "order"):
        after.find(f"{{{_C}}}{name}").set("val", str(number))
    column = chr(ord("B") + number)
    values = after.find(f"{{{_C}}}val/{{{_C}}}numRef")
    values.find(f"{{{_C}}}f").text = f"Sheet1!${column}$2:${column}${len(row) + 1}"
    after.find(f"{{{_C}}}tx/{{{_C}}}strRef/{{{_C}}}f").text = f"Sheet1!${column}$1"
    cache = values.find(f"{{{_C}}}numCache")
    for point in cache.findall(f"{{{_C}}}pt"):
        cache.remove(point)
    for n, value in enumerate(row):
        if value is not None and n >= first - 1:
            cache.append(parse_xml(f'<c:pt {SPACES} idx="{n}"><c:v>{value!r}</c:v></c:pt>'))
    line = after.find(f"{{{_C}}}spPr/{{{_A}}}ln")
    line.set("cap", "flat")
    for dash in line.findall(f"{{{_A}}}prstDash"):
        line.remove(dash)
    dash = parse_xml(f'<a:prstDash {SPACES} val="sysDash"/>')
    line.find(f"{{{_A}}}solidFill").addnext(dash)
    return after


def _unnamed(chart: Any, number: int) -> None:
    """Leave a series, or the trend of one, out of the legend."""
    if chart.has_legend:
        position = chart.legend._element.find(f"{{{_C}}}legendPos")
        entry = f'<c:idx val="{number}"/><c:delete val="1"/>'
        later = chart.legend._element.findall(f"{{{_C}}}legendEntry")
        (later[-1] if later else position).addnext(
            parse_xml(f"<c:legendEntry {SPACES}>{entry}</c:legendEntry>")
        )


def _replace(element: Any, xml: str) -> None:
    element.getparent().replace(element, parse_xml(xml))


def _hatch(format: Any, fill: str, color: str) -> None:
    """Give a column a pattern of its colour and an edge."""
    properties = format._element.get_or_add_spPr()
    for child in list(properties):
        properties.remove(child)
    properties.append(parse_xml(fill))
    line = f'<a:ln {SPACES} w="25400"><a:solidFill>{color}</a:solidFill></a:ln>'
    properties.append(parse_xml(line))


# -- words at points ------------------------------------------------------------------------


def moved(node: Chart, side: LabelPosition) -> str:
    """Return the `c:layout` of a label that goes to one side, "" for one over its point."""
    if not side.shift and not side.lift:
        return ""
    x, y = side.shift / points(node.box.w), -side.lift / points(node.box.h)
    at = f'<c:x val="{x:.4f}"/><c:y val="{y:.4f}"/>'
    return f"<c:layout><c:manualLayout>{at}</c:manualLayout></c:layout>"


def _words_at_points(chart: Any, node: Chart, sides: Sides, lang: str, color: Color) -> None:
    """Put words at points of lines, which stay there when values change."""
    figures = node.data.data
    names = list(figures.series)
    for mark in node.data.marks:
        number = figures.categories.index(figures.as_shown(mark.at_))
        line = names.index(mark.series) if mark.series else 0
        series = chart.plots[0].series[line]
        label = series.points[number].data_label._get_or_add_dLbl()
        index = label.find(f"{{{_C}}}idx").get("val")
        text = as_text(node.fitted.size, color("text"), lang, mark.text.plain)
        stands = sides.get((line, number), LabelPosition())
        side = "t" if stands.above else "b"
        if node.fitted.few:  # the other points have their values, and so has this one
            text = text.replace("</a:p>", _value_field(node, lang, color("text")), 1)
        _replace(
            label,
            f'<c:dLbl {SPACES}><c:idx val="{index}"/>{moved(node, stands)}{text}<c:dLblPos val="{side}"/>'
            f"{_VALUE_SHOWN}{FIELDS if node.fitted.few else ''}</c:dLbl>",
        )
        point = series.points[number]
        point.marker.style, point.marker.size = 8, 16  # a circle (c:symbol)
        point.marker.format.fill.solid()
        filled = next(point.marker.format._element.iter(f"{{{_A}}}solidFill"))
        _replace(filled, f"<a:solidFill {SPACES}>{color(node.marks[line].paint)}</a:solidFill>")
        point.marker.format.line.fill.background()


FIELDS = (
    '<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" '
    'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"><c15:dlblFieldTable/></c:ext></c:extLst>'
)
"""What a label with fields says of them ([MS-ODRAWXML] 2.24.3.30)."""


def _value_field(node: Chart, lang: str, color: str) -> str:
    """Return the end of a label's words: a line with the value, as a field that follows it."""
    look = f'lang="{lang}" sz="{round(100 * node.fitted.values)}" b="1"'
    return (
        f'</a:p><a:p><a:fld id="{{6F1C2B1E-5E0D-4C55-9B4A-3C2D7A8E9F10}}" type="VALUE"><a:rPr {look}>'
        f"<a:solidFill>{color}</a:solidFill></a:rPr><a:pPr/><a:t>[VALUE]</a:t></a:fld></a:p>"
    )


# -- lines over columns, and targets --------------------------------------------------------


def _lines_over_columns(chart: Any, node: Chart, color: Color) -> None:
    """Make lines of some series of columns, on the same axes."""
    plot = chart.plots[0]._element
    moved = []
    for series, mark in zip(plot.findall(f"{{{_C}}}ser"), node.marks, strict=True):
        if mark.name not in node.data.lines:
            continue
        plot.remove(series)
        idx, order, told, categories, values = (
            etree.tostring(series.find(f"{{{_C}}}{name}"), encoding="unicode")
            for name in ("idx", "order", "tx", "cat", "val")
        )
        paint = color(mark.paint)
        dot = f"<c:spPr><a:solidFill>{paint}</a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>"
        moved.append(
            f"<c:ser>{idx}{order}{told}<c:spPr>{line_xml(paint, 5)}</c:spPr>"
            f'<c:marker><c:symbol val="circle"/><c:size val="12"/>{dot}</c:marker>'
            f'{categories}{values}<c:smooth val="0"/></c:ser>'
        )
    lines = parse_xml(line_plot("".join(moved), plot))
    plot.addnext(lines)
    if node.fitted.axis2:
        _second_axis(chart, node, lines, color)


AXES = ("64001", "64002")
"""The numbers of the second axes: of categories, which is not shown, and of values."""


def _second_axis(chart: Any, node: Chart, lines: Any, color: Color) -> None:
    """Give lines axes of their own, the numbers of their values on the right."""
    assert node.fitted.axis2 and node.data.axis2
    step, end = node.fitted.axis2
    for axis, number in zip(lines.findall(f"{{{_C}}}axId"), AXES, strict=True):
        axis.set("val", number)
    names, values = AXES
    size = node.fitted.values
    code = escape(node.data.codes[node.data.axis2.series])
    plain = (
        f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{round(100 * size)}">'
        f"<a:solidFill>{color('text')}</a:solidFill></a:defRPr></a:pPr></a:p></c:txPr>"
    )
    hidden = (
        f'<c:catAx {SPACES}><c:axId val="{names}"/><c:scaling><c:orientation val="minMax"/>'
        '</c:scaling><c:delete val="1"/><c:axPos val="b"/><c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f'<c:crossAx val="{values}"/><c:crosses val="autoZero"/><c:auto val="1"/>'
        '<c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>'
    )
    shown = (
        f'<c:valAx {SPACES}><c:axId val="{values}"/><c:scaling><c:orientation val="minMax"/>'
        f'<c:max val="{end!r}"/><c:min val="0"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="r"/><c:numFmt formatCode="{code}" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f"<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>{plain}"
        f'<c:crossAx val="{names}"/><c:crosses val="max"/><c:crossBetween val="between"/>'
        f'<c:majorUnit val="{step!r}"/></c:valAx>'
    )
    last = chart._chartSpace.findall(f".//{{{_C}}}valAx")[-1]
    last.addnext(parse_xml(hidden))
    last.addnext(parse_xml(shown))


def line_plot(series: str, plot: Any) -> str:
    """Return a plot of lines on the axes of another one."""
    axes = "".join(f'<c:axId val="{one.get("val")}"/>' for one in plot.findall(f"{{{_C}}}axId"))
    return (
        f'<c:lineChart {SPACES}><c:grouping val="standard"/><c:varyColors val="0"/>{series}'
        f'<c:marker val="1"/>{axes}</c:lineChart>'
    )


def _target(chart: Any, node: Chart, lang: str, color: Color) -> None:
    """Add a dashed line at a value to reach, with its name and value in a chart of lines and where
    office programs place the plot: elsewhere these are words of the slide."""
    every, plot = _series(chart), chart.plots[0]._element
    number, kind = len(every), node.data.type
    line = line_xml(color("text"), 2.5, "dash")
    if kind == "bar":
        label = "" if node.fitted.plot else _target_label(node, lang, color, 0, "outEnd")
        _target_of_bars(chart, node, lang, line, label)
        return
    labels, trend = "", ""
    if kind == "line" or not node.fitted.plot:
        at = len(node.data.data.categories) - 1
        labels = _target_label(node, lang, color, at, "r" if kind == "line" else "t")
    if (
        kind != "line"
    ):  # from edge to edge, not from the middle of the first column to that of the last one
        trend = _TREND.format(line)
    drawn = line if kind == "line" else '<a:ln w="28575"><a:noFill/></a:ln>'
    told, values = _target_values(node, lang, number, every[0])
    series = (
        f"<c:ser>{told}<c:spPr>{drawn}</c:spPr>"
        f'<c:marker><c:symbol val="none"/></c:marker>{labels}{trend}{values}'
        '<c:smooth val="0"/></c:ser>'
    )
    last = [one for one in plot.getparent() if one.tag.endswith("Chart")][-1]
    last.addnext(parse_xml(line_plot(series, plot)))
    for entry in (number, number + 1) if trend else (number,):
        _unnamed(chart, entry)  # words beside its end name it


def _target_label(node: Chart, lang: str, color: Color, number: int, side: str) -> str:
    """Return the label of one point of a target: its name and its value."""
    size = node.fitted.size if node.fitted.size < 24 else 24.0
    return (
        f'<c:dLbls><c:dLbl><c:idx val="{number}"/>{as_text(size, color("text"), lang)}'
        f'<c:dLblPos val="{side}"/>{_NAME_AND_VALUE}</c:dLbl>{NONE_SHOWN}</c:dLbls>'
    )


_TREND = (
    '<c:trendline><c:spPr>{}</c:spPr><c:trendlineType val="linear"/>'
    '<c:forward val="0.5"/><c:backward val="0.5"/><c:dispRSqr val="0"/>'
    '<c:dispEq val="0"/></c:trendline>'
)
"""The trend of values that are all the same: a straight line from edge to edge."""


def _target_of_bars(chart: Any, node: Chart, lang: str, line: str, label: str) -> None:
    """Add an upright line over bars: the trend of bars that are not drawn, which lie under the only
    series, or stand before and behind a group."""
    plot = chart.plots[0]._element
    every = _series(chart)
    number, many = len(every), len(every) > 1
    if not many:
        chart.plots[0].overlap = 100
    last = every[-1]
    for n in range(number, number + 1 + many):
        told, values = _target_values(node, lang, number, every[0], n)
        more = label + _TREND.format(line) if n == number else ""
        bar = parse_xml(
            f"<c:ser {SPACES}>{told}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
            f'<c:invertIfNegative val="0"/>{more}{values}</c:ser>'
        )
        last.addnext(bar)
        last = bar
    entries = [*((0,) if many else ()), number + many, number + 1 + many]
    for entry in entries:  # by their order in the legend, where trends come last
        _unnamed(chart, entry)
    if many:  # the last one comes first
        every[0].addprevious(last)
        for n, series in enumerate(plot.findall(f"{{{_C}}}ser")):
            series.find(f"{{{_C}}}order").set("val", str(n))


def _target_values(
    node: Chart, lang: str, number: int, first: Any, idx: int | None = None
) -> tuple[str, str]:
    """Return what a series that is a target begins with, and its categories and values: `number` is
    its column of the workbook."""
    assert node.data.target
    many = len(node.data.data.categories)
    name, code = target_words(node.data, lang)[0], escape(target_code(node.data, lang))
    column, rows = chr(ord("B") + number), many + 1
    held = "".join(
        f'<c:pt idx="{n}"><c:v>{node.data.target.value!r}</c:v></c:pt>' for n in range(many)
    )
    idx = number if idx is None else idx
    told = (
        f'<c:idx val="{idx}"/><c:order val="{idx}"/><c:tx><c:strRef>'
        f'<c:f>Sheet1!${column}$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>'
        f"{escape(name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>"
    )
    categories = etree.tostring(first.find(f"{{{_C}}}cat"), encoding="unicode")
    return told, (
        f"{categories}<c:val><c:numRef>"
        f"<c:f>Sheet1!${column}$2:${column}${rows}</c:f><c:numCache><c:formatCode>{code}"
        f'</c:formatCode><c:ptCount val="{many}"/>{held}</c:numCache></c:numRef></c:val>'
    )
