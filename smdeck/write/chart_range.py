"""Ranges: a line from dot to dot in each row, as points of a scatter chart.

Each row is a series of two points, so that both ends follow the workbook and line and values go
with them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import IO, Any

from pptx.chart.data import XyChartData
from pptx.chart.xlsx import XyWorkbookWriter
from pptx.oxml import parse_xml
from pptx.util import Pt

from smdeck.figures.showing import shown
from smdeck.fit.ranges import BEGIN_SHARE, TIE_SHARE, dot_size
from smdeck.model.two_ends import lower_end
from smdeck.scene import Chart
from smdeck.write.chart_more import (
    FIELDS,
    NONE_SHOWN,
    SPACES,
    Color,
    Fill,
    as_text,
    insert,
    line_xml,
)
from smdeck.write.chart_workbook import sheet_of
from smdeck.write.xml import escape

_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


class RangeFigures(XyChartData):  # type: ignore[misc]
    """The rows of a chart as its workbook has them: a name, two ends, and where it stands."""

    def __init__(self, node: Chart) -> None:
        super().__init__()
        figures = node.data.data
        self.names, self.codes = list(figures.series), list(node.data.codes.values())
        many = len(figures.categories)
        rows = zip(figures.categories, zip(*figures.series.values(), strict=True), strict=True)
        for n, (category, ends) in enumerate(rows):
            series = self.add_series(category, self.codes[0])
            for end in ends:
                series.add_data_point(end, many - n - 0.5)

    def series_name_ref(self, series: Any) -> str:
        """Return where a row has its name."""
        return f"Sheet1!$A${series.index + 2}"

    def x_values_ref(self, series: Any) -> str:
        """Return where a row has its ends."""
        return f"Sheet1!$B${series.index + 2}:$C${series.index + 2}"

    def y_values_ref(self, series: Any) -> str:
        """Return where a row has the height of its ends."""
        return f"Sheet1!$D${series.index + 2}:$E${series.index + 2}"

    @property
    def _workbook_writer(self) -> _RangeWriter:
        return _RangeWriter(self)


class _RangeWriter(XyWorkbookWriter):  # type: ignore[misc]
    def _open_worksheet(self, xlsx_file: IO[bytes]) -> Any:
        return sheet_of(xlsx_file)

    def _populate_worksheet(self, workbook: Any, worksheet: Any) -> None:
        formats = [workbook.add_format({"num_format": code}) for code in self._chart_data.codes]
        worksheet.write_row(0, 1, self._chart_data.names)
        for row, series in enumerate(self._chart_data, 1):
            worksheet.write_string(row, 0, series.name)
            for column, value in enumerate(series.x_values, 1):
                if value is not None:
                    worksheet.write_number(row, column, value, formats[column - 1])
            worksheet.write_row(row, 3, series.y_values)


def draw_ranges(chart: Any, node: Chart, lang: str, color: Color, fill: Fill) -> None:
    """Give each row its line, its dots and their values, and a line below it."""
    _set_axes(chart, node, fill)
    figures, plot = node.data.data, node.fitted.plot
    assert plot
    many = len(figures.categories)
    dot = dot_size(plot[3] / many)
    rows = zip(*figures.series.values(), strict=True)
    for series, name, ends in zip(_series(chart), figures.categories, rows, strict=True):
        loud = name == node.data.highlight
        first, second = (one.paint for one in node.marks)
        drawn = color("highlight" if loud else second)
        line = line_xml(drawn, TIE_SHARE * dot)
        _give_codes(series, node)
        _draw_row(series, line)
        begins = drawn if loud else color(first)
        small = _dot(0, BEGIN_SHARE * dot, begins, line.replace(drawn, begins))
        for point in (small, _dot(1, dot, drawn, line)):
            insert(series, point, ("dLbls", "xVal"))
        insert(series, _values(ends, node, lang, color("accent" if loud else "text")), ("xVal",))


def _set_axes(chart: Any, node: Chart, fill: Fill) -> None:
    across, down = chart.category_axis, chart.value_axis
    for axis in (across, down):
        axis.visible = False
        axis.has_major_gridlines = axis is down
    down.major_gridlines.format.line.width = Pt(1)
    fill(down.major_gridlines.format.line, "line")
    down.minimum_scale, down.maximum_scale = 0, len(node.data.data.categories)
    down.major_unit = 1
    across.major_unit, across.minimum_scale = node.fitted.unit, node.fitted.low
    low, top = node.fitted.low, node.fitted.top
    if top and low > 0 and node.fitted.unit == top - low:  # it has no whole steps from zero
        across.maximum_scale = top


def _series(chart: Any) -> list[Any]:
    return list(chart._chartSpace.iter(f"{_C}ser"))


def _draw_row(series: Any, line: str) -> None:
    for old in (*series.findall(f"{_C}spPr"), *series.findall(f"{_C}marker")):
        series.remove(old)
    marker = f'<c:marker {SPACES}><c:symbol val="none"/></c:marker>'
    series.find(f"{_C}tx").addnext(parse_xml(marker))
    series.find(f"{_C}tx").addnext(parse_xml(f"<c:spPr {SPACES}>{line}</c:spPr>"))


def _give_codes(series: Any, node: Chart) -> None:
    """Give the ends of a row the number formats of their columns, where these differ."""
    first, second = node.data.codes.values()
    for end in series.findall(f"{_C}xVal//{_C}pt[@idx='1']") if second != first else ():
        end.set("formatCode", second)


def _dot(number: int, size: float, paint: str, line: str) -> str:
    """Return the point at an end. Its line is the part of a row that ends there, none at its
    beginning, and in LibreOffice the colour of its dot."""
    return (
        f'<c:dPt {SPACES}><c:idx val="{number}"/><c:marker><c:symbol val="circle"/>'
        f'<c:size val="{round(size)}"/><c:spPr><a:solidFill>{paint}</a:solidFill><a:ln><a:noFill/>'
        f'</a:ln></c:spPr></c:marker><c:bubble3D val="0"/><c:spPr>{line}</c:spPr></c:dPt>'
    )


def _values(ends: Sequence[float | None], node: Chart, lang: str, color: str) -> str:
    """Return the values of both ends, each outside of its dot: the x of a point, as a field."""
    lower, labels = lower_end(ends), []
    for n, (value, code) in enumerate(zip(ends, node.data.codes.values(), strict=True)):
        if value is None:
            continue
        words = as_text(node.fitted.values, color, lang, shown(value, code, lang))
        words = words.replace("<a:r>", f'<a:fld id="{_FIELD[n]}" type="XVALUE">', 1)
        words = words.replace("<a:t>", "<a:pPr/><a:t>", 1).replace("</a:r>", "</a:fld>", 1)
        labels.append(
            f'<c:dLbl><c:idx val="{n}"/>{words}<c:numFmt formatCode="{escape(code)}" '
            f'sourceLinked="0"/><c:dLblPos val="{"l" if n == lower else "r"}"/>'
            f"{NONE_SHOWN.replace(_NAME, _NAME.replace('0', '1'))}{FIELDS}</c:dLbl>"
        )
    return f"<c:dLbls {SPACES}>{''.join(labels)}{NONE_SHOWN}</c:dLbls>"


_NAME = 'showCatName val="0"'
"""What shows the x of a point, once it is 1."""

_FIELD = ("{3A0F8E52-6B1D-4C7E-9A52-1D5E7C3B9F21}", "{7C41D9B6-2E83-4F0A-8B6D-5A9E1C4F7D32}")
