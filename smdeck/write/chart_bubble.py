"""Bubbles: each a series of a bubble chart, whose row of the workbook says name, place and area."""

from __future__ import annotations

from typing import IO, Any

from pptx.chart.data import BubbleChartData
from pptx.chart.xlsx import BubbleWorkbookWriter
from pptx.enum.chart import XL_AXIS_CROSSES, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.oxml import parse_xml
from pptx.util import Pt

from smdeck.fit.measure import LINE_HEIGHT
from smdeck.scene import BubbleAxis, Chart, Paint, Role
from smdeck.units import points
from smdeck.write.chart_more import NONE_SHOWN, SPACES, Color, Fill, as_text, insert
from smdeck.write.chart_workbook import sheet_of
from smdeck.write.xml import escape

_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"

EDGE = 1.5
"""How wide the edge is that sets bubbles apart from each other, in points."""

_SHOWS_NAME = NONE_SHOWN.replace('showSerName val="0"', 'showSerName val="1"')


class BubbleFigures(BubbleChartData):  # type: ignore[misc]
    """The bubbles of a chart as its workbook has them: a row for each."""

    def __init__(self, node: Chart) -> None:
        super().__init__()
        figures = node.data.data
        self.names, self.codes = list(figures.series), list(node.data.codes.values())
        rows = zip(figures.categories, *figures.series.values(), strict=True)
        for category, x, y, area in rows:
            self.add_series(category, self.codes[1]).add_data_point(x, y, area)

    def series_name_ref(self, series: Any) -> str:
        """Return where a bubble has its name."""
        return f"Sheet1!$A${series.index + 2}"

    def x_values_ref(self, series: Any) -> str:
        """Return where a bubble has its place across."""
        return f"Sheet1!$B${series.index + 2}"

    def y_values_ref(self, series: Any) -> str:
        """Return where a bubble has its height."""
        return f"Sheet1!$C${series.index + 2}"

    def bubble_sizes_ref(self, series: Any) -> str:
        """Return where a bubble has what its area says."""
        return f"Sheet1!$D${series.index + 2}"

    @property
    def _workbook_writer(self) -> _BubbleWriter:
        return _BubbleWriter(self)


class _BubbleWriter(BubbleWorkbookWriter):  # type: ignore[misc]
    def _open_worksheet(self, xlsx_file: IO[bytes]) -> Any:
        return sheet_of(xlsx_file)

    def _populate_worksheet(self, workbook: Any, worksheet: Any) -> None:
        formats = [workbook.add_format({"num_format": code}) for code in self._chart_data.codes]
        for column, name in enumerate(self._chart_data.names, 1):
            worksheet.write_string(0, column, name)
        for row, series in enumerate(self._chart_data, 1):
            worksheet.write_string(row, 0, series.name)
            values = (*series.x_values, *series.y_values, *series.bubble_sizes)
            for column, (value, code) in enumerate(zip(values, formats, strict=True), 1):
                worksheet.write_number(row, column, value, code)


def draw_bubbles(chart: Any, node: Chart, lang: str, color: Color, fill: Fill) -> None:
    """Give bubbles their colours and names, and axes what they show."""
    field = node.fitted.bubbles
    assert field
    _style_axes(chart, node, fill)
    plot = chart.plots[0]._element
    plot.find(f"{_C}bubbleScale").set("val", str(round(100 * field.share)))
    for series, mark, side in zip(plot.findall(f"{_C}ser"), node.marks, field.sides, strict=True):
        background = f"<a:solidFill>{color('ground')}</a:solidFill>"
        edge = f'<a:ln w="{round(12_700 * EDGE)}">{background}</a:ln>'
        inner = f"<a:solidFill>{color(mark.paint)}</a:solidFill>"
        series.find(f"{_C}tx").addnext(parse_xml(f"<c:spPr {SPACES}>{inner}{edge}</c:spPr>"))
        text_color: Paint | Role = "accent" if mark.role == "highlight" else "text"
        text = as_text(node.fitted.size, color(mark.words if side == "ctr" else text_color), lang)
        insert(
            series,
            f"<c:dLbls {SPACES}><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{text}"
            f'<c:dLblPos val="{side}"/>{_SHOWS_NAME}</c:dLbls>',
            ("trendline", "errBars", "xVal"),
        )
    names = list(node.data.data.series)
    for number, axis in enumerate((chart.category_axis, chart.value_axis)):
        _number(axis, field.axes[number])
    across = chart.category_axis._element.find(f"{_C}axPos")
    across.addnext(parse_xml(_title(node, lang, color, names[0], 0)))
    # LibreOffice breaks the title of an upright axis; that of the chart has all the room.
    whole = chart._chartSpace.find(f"{_C}chart")
    whole.find(f"{_C}autoTitleDeleted").set("val", "0")
    whole.insert(0, parse_xml(_title(node, lang, color, names[1], 1)))


def _style_axes(chart: Any, node: Chart, fill: Fill) -> None:
    upright = chart.value_axis
    for axis, code in zip((chart.category_axis, upright), node.data.codes.values(), strict=False):
        axis.has_major_gridlines = axis is upright
        axis.major_tick_mark = XL_TICK_MARK.NONE
        axis.tick_labels.font.size = Pt(node.fitted.values)
        axis.tick_labels.number_format = code
        axis.tick_labels.number_format_is_linked = False
        axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
        axis.crosses = XL_AXIS_CROSSES.MINIMUM
        axis.format.line.width = Pt(2.5)
        fill(axis.format.line, "text")
    upright.format.line.fill.background()
    upright.major_gridlines.format.line.width = Pt(1)
    fill(upright.major_gridlines.format.line, "line")


def _number(axis: Any, numbers: BubbleAxis) -> None:
    axis.minimum_scale, axis.maximum_scale = numbers.low, numbers.high
    axis.major_unit = numbers.step


def _title(node: Chart, lang: str, color: Color, name: str, number: int) -> str:
    """Return what an axis shows, which stands in the workbook: that of the height above its upper
    end, the other one below its right end."""
    size, (w, h) = node.fitted.loud, (points(node.box.w), points(node.box.h))
    column = "BC"[number]
    wide = node.fitted.axis_names[number] / w  # which mirrors it from right to left
    x = 0.0 if number else 1 - wide
    y = node.fitted.head / h if number else 1 - LINE_HEIGHT * size / h - 0.005
    text = as_text(size, color("text"), lang).replace(
        '<a:bodyPr wrap="none"/>', '<a:bodyPr rot="0" vert="horz" wrap="none"/>'
    )
    return (
        f"<c:title {SPACES}><c:tx><c:strRef><c:f>Sheet1!${column}$1</c:f><c:strCache>"
        f'<c:ptCount val="1"/><c:pt idx="0"><c:v>{escape(name)}</c:v></c:pt></c:strCache>'
        '</c:strRef></c:tx><c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{x:.4f}"/><c:y val="{y:.4f}"/><c:w val="{wide:.4f}"/></c:manualLayout></c:layout>'
        f'<c:overlay val="1"/>{text}</c:title>'
    )
