"""Native charts, drawn by python-pptx with their workbooks and set in the brand.

One colour is loud and the rest is calm where something is highlighted; values stand on the bars
and names on the lines, so that there is no legend to look up wherever that can be.
"""

from __future__ import annotations

import io
import re
import zipfile
from math import ceil
from typing import Any

from pptx import Presentation
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.oxml import parse_xml
from pptx.util import Emu, Pt

from smdeck.figures.codes import decimals_of, is_dated
from smdeck.figures.showing import shown
from smdeck.fit.chart_values import lifted
from smdeck.fit.measure import text_width
from smdeck.fit.point_words import LabelPosition, sides_of_words
from smdeck.model.chart_bands import band_values
from smdeck.model.figures import date_counts, step_of
from smdeck.scene import Chart, ChartMark, Level, Paint, Role
from smdeck.theme import Theme
from smdeck.units import points
from smdeck.write.archive import zipped
from smdeck.write.chart_bubble import BubbleFigures, draw_bubbles
from smdeck.write.chart_more import SPACES, beside_columns, draw_more, moved
from smdeck.write.chart_range import RangeFigures, draw_ranges
from smdeck.write.chart_waterfall import draw_waterfall, waterfall_rows
from smdeck.write.chart_workbook import chart_figures, step_figures
from smdeck.write.chart_xml import as_powerpoint, totals_element
from smdeck.write.xml import color_xml, resized

_TYPES = {
    "bar": XL_CHART_TYPE.BAR_CLUSTERED,
    "column": XL_CHART_TYPE.COLUMN_CLUSTERED,
    "stacked-column": XL_CHART_TYPE.COLUMN_STACKED,
    "line": XL_CHART_TYPE.LINE_MARKERS,
    "area": XL_CHART_TYPE.AREA,
    "pie": XL_CHART_TYPE.PIE,
    "doughnut": XL_CHART_TYPE.DOUGHNUT,
    "scatter": XL_CHART_TYPE.XY_SCATTER,
    "waterfall": XL_CHART_TYPE.COLUMN_STACKED,
    "range": XL_CHART_TYPE.XY_SCATTER_LINES,
    "bubble": XL_CHART_TYPE.BUBBLE,
}

_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_CHART_NAMESPACE = "http://schemas.openxmlformats.org/drawingml/2006/chart"

MOST_STEPS = 8
"""How many steps an axis has at the most, where office programs choose them."""

SMALLEST_SLICE = 0.07
"""A slice of a ring below this share has no room for its value, which the legend's size tells."""

_PARAGRAPH = "{http://schemas.openxmlformats.org/drawingml/2006/main}p"
_BODY = "{http://schemas.openxmlformats.org/drawingml/2006/main}bodyPr"
_END_OF_PARAGRAPH = "{http://schemas.openxmlformats.org/drawingml/2006/main}endParaRPr"
_DEFAULT_RUN = "{http://schemas.openxmlformats.org/drawingml/2006/main}defRPr"
_SOLID_FILL = "{http://schemas.openxmlformats.org/drawingml/2006/main}solidFill"


def chart_parts(node: Chart, theme: Theme, tone: str, lang: str) -> tuple[bytes, bytes]:
    """Return the XML of a chart's part and its workbook."""
    drawing = _ChartDrawing(node, theme, tone, lang)
    xml = drawing.xml()
    if theme.enlarged != 1:
        xml = resized(xml.decode(), theme.enlarged).encode()
    return xml, stable_zip(drawing.workbook())


class _ChartDrawing:
    """One chart while it is drawn."""

    def __init__(self, node: Chart, theme: Theme, tone: str, lang: str) -> None:
        self.node, self.theme, self.tone, self.lang = node, theme, tone, lang
        self.data, self.fitted = node.data.data, node.fitted
        self.type = node.data.type
        self.marks = node.marks
        highlight = node.data.highlight
        self.loud = (
            self.data.categories.index(highlight)
            if highlight in self.data.categories and highlight not in self.data.series
            else None
        )
        self.sides = sides_of_words(node, theme, lang)
        slide = _scratch_slide()
        kind = _TYPES[self.type]
        if node.data.share:
            kind = XL_CHART_TYPE.COLUMN_STACKED_100
        if self.type == "area" and len(self.marks) > 1:
            kind = XL_CHART_TYPE.AREA_STACKED  # areas one behind the other hide each other
        graphic_frame = slide.shapes.add_chart(
            kind, Emu(0), Emu(0), Emu(node.box.w), Emu(node.box.h), self._figures()
        )
        self.chart = graphic_frame.chart
        self._number_formats()
        self._style()

    def _figures(self) -> Any:
        """Return the figures as python-pptx takes them, and set the formats of their series."""
        if self.type == "waterfall":
            rows = waterfall_rows(self.node, self.lang)
            self.codes = {row.name: row.code for row in rows}
            named = [(row.name, row.values) for row in rows]
            return step_figures(self.data.categories, named, self.codes)
        self.codes = self.node.data.codes
        if self.type == "range":
            return RangeFigures(self.node)
        if self.type == "bubble":
            return BubbleFigures(self.node)
        return chart_figures(self.node.data, beside_columns(self.node, self.lang))

    def xml(self) -> bytes:
        from lxml import etree

        space = self.chart._chartSpace
        for corners in space.findall(f"{{{_CHART_NAMESPACE}}}roundedCorners"):
            space.remove(corners)
        corners = parse_xml(f'<c:roundedCorners xmlns:c="{_CHART_NAMESPACE}" val="0"/>')
        date = space.find(f"{{{_CHART_NAMESPACE}}}date1904")
        if date is None:
            space.insert(0, corners)
        else:
            date.addnext(corners)
        for paragraph in space.iter(_PARAGRAPH):
            for old in paragraph.findall(_END_OF_PARAGRAPH):
                paragraph.remove(old)
            paragraph.append(parse_xml(f'<a:endParaRPr {_A} lang="{self.lang}"/>'))
        for labels in space.iter(*(f"{{{_CHART_NAMESPACE}}}{tag}" for tag in ("dLbls", "dLbl"))):
            for body in labels.iterfind(f"{{{_CHART_NAMESPACE}}}txPr/{_BODY}"):
                body.set("wrap", "none")  # LibreOffice breaks values that are wider than their bar
        as_powerpoint(space, lambda slot: self.theme.without_map(Paint(slot), self.tone).slot)
        text = etree.tostring(space, encoding="unicode")
        text = _positive_axis_ids(text)
        return f"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n{text}".encode()

    def workbook(self) -> bytes:
        blob: bytes = self.chart.part.chart_workbook.xlsx_part.blob
        return blob

    def _number_formats(self) -> None:
        """Give each series the number format that its labels take."""
        if self.type in ("range", "bubble"):  # each row has its own from the beginning
            return
        for series in self.chart.plots[0].series:
            code = self.codes[series.name]
            for tag in ("val", "yVal"):
                for values in series._element.findall(f"{{{_CHART_NAMESPACE}}}{tag}"):
                    next(values.iter(f"{{{_CHART_NAMESPACE}}}formatCode")).text = code

    def _style(self) -> None:
        chart = self.chart
        chart.has_title = False
        chart.has_legend = False
        chart.font.size = Pt(self.fitted.size)
        self._text_color(chart._chartSpace.txPr, "text")
        for properties in chart._chartSpace.iter(_DEFAULT_RUN):
            properties.set("lang", self.lang)
        match self.type:
            case "pie" | "doughnut":
                self._style_pie()
            case "scatter":
                self._style_scatter()
            case "line" | "area":
                self._style_lines()
            case "waterfall":
                self._style_steps()
            case "range":
                draw_ranges(self.chart, self.node, self.lang, self._color, self._fill)
                self._place()
            case "bubble":
                draw_bubbles(self.chart, self.node, self.lang, self._color, self._fill)
                self._place()
            case _:
                self._style_bars()
        draw_more(self.chart, self.node, self.sides, self.lang, self._color)

    # -- bars and columns -------------------------------------------------------------------

    def _style_bars(self) -> None:
        plot = self.chart.plots[0]
        stacked = self.type == "stacked-column"
        many = len(self.marks) > 1
        plot.gap_width = round(100 * self.fitted.gap)
        plot.overlap = 100 if stacked else 0
        self._category_axis(reverse=self.type == "bar")
        self._value_axis(hidden=self.fitted.step is None)
        for number, (mark, series) in enumerate(zip(self.marks, plot.series, strict=True)):
            self._fill(series.format, mark.paint)
            if stacked:
                series.format.line.width = Pt(1.5)
                self._fill(series.format.line, "ground")
            if self.fitted.step is None and self.fitted.told is None:
                self._bar_labels(series, mark, stacked)
            for point in sorted(self.fitted.told or ()):
                self._point_label(series.points[point], "text", XL_LABEL_POSITION.OUTSIDE_END)
            if stacked:
                self._sizes_of_segments(series, mark, number)
            if self.loud is not None:
                self._calm_others(series, mark)
            for point in sorted(n for s, n in self.fitted.tucked if s == number):
                size = self.fitted.loud if point == self.loud and not many else None
                words = self._words_on_bar(mark, point)
                self._point_label(series.points[point], words, XL_LABEL_POSITION.INSIDE_END, size)
        if not many and self.loud is not None and not stacked and not self._is_tucked(self.loud):
            point = plot.series[0].points[self.loud]
            if self.fitted.inside:
                words, at = self.marks[0].words, XL_LABEL_POSITION.INSIDE_BASE
                self._point_label(point, words, at, self.fitted.loud)
            else:
                self._point_label(point, "accent", XL_LABEL_POSITION.OUTSIDE_END, self.fitted.loud)
        if many and not self.fitted.names_beside and not self.fitted.axis2:
            self._legend()
        self._place()
        if stacked and many:
            self._ties(plot)
        if self.fitted.totals:
            self._totals(plot)

    def _is_tucked(self, category: int) -> bool:
        return (0, category) in self.fitted.tucked

    def _words_on_bar(self, mark: ChartMark, category: int) -> Role:
        """Return the colour of words on a bar: where one is set off, the others are calm."""
        return mark.words if self.loud in (None, category) else self.node.calm_words

    def _style_steps(self) -> None:
        self.chart.plots[0].gap_width = round(100 * self.fitted.gap)
        self._category_axis()
        self._value_axis(hidden=True)
        draw_waterfall(self.chart, self.node, self.lang, self._color)
        self._place()

    def _place(self) -> None:
        """Put the plot, without the words around it, where it was fitted to stand."""
        if self.fitted.plot is None:
            return
        (x, y, w, h), box = self.fitted.plot, self.node.box
        across, down = points(box.w), points(box.h)
        self._lay_out("inner", x / across, y / down, w / across, h / down)

    def _lay_out(self, target: str, x: float, y: float, w: float, h: float) -> None:
        area = self.chart.plots[0]._element.getparent()
        for old in area.findall(f"{{{_CHART_NAMESPACE}}}layout"):
            area.remove(old)
        inner = '<c:layoutTarget val="inner"/>' if target == "inner" else ""
        area.insert(
            0,
            parse_xml(
                f'<c:layout xmlns:c="{_CHART_NAMESPACE}"><c:manualLayout>{inner}'
                f'<c:xMode val="edge"/><c:yMode val="edge"/><c:x val="{x:.4f}"/>'
                f'<c:y val="{y:.4f}"/><c:w val="{w:.4f}"/><c:h val="{h:.4f}"/>'
                "</c:manualLayout></c:layout>"
            ),
        )

    def _ties(self, plot: Any) -> None:
        """Tie the segments of neighbouring columns by thin lines (`c:serLines`)."""
        line = (
            f'<c:serLines xmlns:c="{_CHART_NAMESPACE}" {_A}><c:spPr><a:ln w="19050"><a:solidFill>'
            f"{self._color('line')}</a:solidFill></a:ln></c:spPr></c:serLines>"
        )
        plot._element.findall(f"{{{_CHART_NAMESPACE}}}overlap")[-1].addnext(parse_xml(line))

    def _totals(self, plot: Any) -> None:
        """Put the sum of each stack above it: the labels of a line that is not drawn, whose values
        the workbook adds up."""
        code = next(iter(self.node.data.codes.values()))
        properties = (
            f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr lang="{self.lang}" '
            f'sz="{round(100 * self.fitted.values)}" b="1"><a:solidFill>{self._color("text")}'
            "</a:solidFill></a:defRPr></a:pPr></a:p></c:txPr>"
        )
        ids = "".join(
            f'<c:axId val="{one.get("val")}"/>'
            for one in plot._element.findall(f"{{{_CHART_NAMESPACE}}}axId")
        )
        last = plot._element.findall(f"{{{_CHART_NAMESPACE}}}ser")[-1]
        down = points(self.node.box.h)
        higher = [lifted(one, self.node.data, self.fitted) / down for one in self.fitted.totals]
        plot._element.addnext(
            totals_element(
                last,
                self.node.total,
                totals=self.fitted.totals,
                code=code,
                words=properties,
                axes=ids,
                a=_A,
                lifted=higher,
            )
        )
        if self.chart.has_legend:  # the sums are words, and need no key
            position = self.chart.legend._element.find(f"{{{_CHART_NAMESPACE}}}legendPos")
            entry = (
                f'<c:legendEntry xmlns:c="{_CHART_NAMESPACE}"><c:idx val="{len(self.marks)}"/>'
                '<c:delete val="1"/></c:legendEntry>'
            )
            position.addnext(parse_xml(entry))

    def _bar_labels(self, series: Any, mark: ChartMark, stacked: bool) -> None:
        labels = series.data_labels
        labels.show_value = True
        labels.font.size = Pt(self.fitted.values)
        labels.font.bold = True
        if stacked:
            labels.position = XL_LABEL_POSITION.CENTER
            self._text_color(labels._element.txPr, mark.words)
        elif self.fitted.inside:
            labels.position = XL_LABEL_POSITION.INSIDE_BASE
            color = mark.words if self.loud is None else self.node.calm_words
            self._text_color(labels._element.txPr, color)
        else:
            labels.position = XL_LABEL_POSITION.OUTSIDE_END
            self._text_color(labels._element.txPr, "text")

    def _sizes_of_segments(self, series: Any, mark: ChartMark, number: int) -> None:
        """Give the value of each segment its size; one that is lower than its words has none."""
        if not self.fitted.segments:  # some are below the foot
            return self._hide_thin(series)
        for point, size in enumerate(self.fitted.segments[number]):
            if not size:
                _hide_label(series.points[point])
            elif size != self.fitted.values:
                words = mark.words
                self._point_label(series.points[point], words, XL_LABEL_POSITION.CENTER, size)
        return None

    def _hide_thin(self, series: Any) -> None:
        """Leave out the values of segments that are lower than their words."""
        rows = list(self.data.series.values())
        tallest = max(
            sum(abs(row[n] or 0) for row in rows) for n in range(len(self.data.categories))
        )
        plot = 0.75 * points(self.node.box.h)
        for number, value in enumerate(self.data.series[series.name]):
            if tallest and abs(value or 0) / tallest * plot < 1.15 * self.fitted.values:
                _hide_label(series.points[number])

    def _calm_others(self, series: Any, mark: ChartMark) -> None:
        """Let all bars of a series but one step back. The series keeps its colour and the calm
        bars have their own: LibreOffice lets a point keep the transparency of its series."""
        for number in range(len(self.data.categories)):
            self._fill(series.points[number].format, mark.paint if number == self.loud else "calm")

    # -- lines and areas --------------------------------------------------------------------

    def _style_lines(self) -> None:
        plot = self.chart.plots[0]
        self._category_axis()
        few = self.fitted.few and self.type == "line"
        self._value_axis(hidden=few or bool(self.fitted.panel))
        for mark, series in zip(self.marks, plot.series, strict=True):
            if self.type == "area":
                self._fill(series.format, mark.paint)
                if len(self.marks) > 1:
                    series.format.line.width = Pt(1.5)
                    self._fill(series.format.line, "ground")
            else:
                series.smooth = False
                loud = mark.role == "highlight" or len(self.marks) == 1
                series.format.line.width = Pt(9 if loud else 5)
                self._fill(series.format.line, mark.paint)
                series.marker.style = XL_MARKER_STYLE.NONE
                dotted = self.fitted.few or (not self.fitted.room and len(self.marks) > 1)
                if dotted and mark.role != "calm":
                    self._dot(series, mark.paint, 14)
            if self.type == "line" and self.loud is not None:
                self._dot(series.points[self.loud], mark.paint, 24)
        if len(self.marks) == 1:
            self._own_values(plot.series[0])
        elif self.fitted.room and not self.fitted.legend:
            self._names_at_the_ends(plot)
        elif not self.fitted.names_beside:
            self._legend()
        if self.fitted.room:
            self._leave_room()
        elif (self.node.data.bands and not self.fitted.few) or self.fitted.panel:
            self._from_edge_to_edge()
        self._place()

    def _names_at_the_ends(self, plot: Any) -> None:
        """Put the name of each line behind its last point, and leave room for it."""
        last = len(self.data.categories) - 1
        for mark, series in zip(self.marks, plot.series, strict=True):
            color: Paint | Role = "muted"
            if mark.role != "calm":
                color = "accent" if mark.role == "highlight" else mark.paint
                self._dot(series.points[last], mark.paint, 24 if mark.role == "highlight" else 16)
            label = self._point_label(series.points[last], color, XL_LABEL_POSITION.RIGHT)
            for name in ("showVal", "showSerName"):
                label.find(f"{{{_CHART_NAMESPACE}}}{name}").set("val", str(int(name != "showVal")))

    def _leave_room(self) -> None:
        """Leave room behind the ends of lines."""
        self._from_edge_to_edge()
        self._lay_out("outer", 0, 0.03, 1 - self.fitted.room / points(self.node.box.w), 0.94)

    def _from_edge_to_edge(self) -> None:
        """Let lines run over the whole plot, so that names stand beside the grid and not on it."""
        crosses = self.chart.value_axis._element.find(f"{{{_CHART_NAMESPACE}}}crosses")
        crosses.addnext(parse_xml(f'<c:crossBetween xmlns:c="{_CHART_NAMESPACE}" val="midCat"/>'))

    def _own_values(self, series: Any) -> None:
        """Show the value of each point where these are few, else that of the one that is set off or
        of the last one."""
        filled = [n for n, value in enumerate(self.data.series[series.name]) if value is not None]
        if self.type == "area" or not filled:
            return
        loud = self.loud if self.loud in filled else filled[-1]
        calm = self.fitted.panel and self.marks[0].role == "calm"
        if not calm:
            self._dot(series.points[loud], self.marks[0].paint, 14 if self.fitted.panel else 24)
        for number in filled if self.fitted.few else [loud]:
            is_loud = number == loud and (not self.fitted.few or number == self.loud)
            is_loud = is_loud and (not self.fitted.panel or self.marks[0].role == "highlight")
            color: Role = "accent" if is_loud else "text"
            side = self.sides.get((0, number), LabelPosition())
            at = XL_LABEL_POSITION.ABOVE if side.above else XL_LABEL_POSITION.BELOW
            label = self._point_label(series.points[number], color, at)
            if layout := moved(self.node, side):
                index = label.find(f"{{{_CHART_NAMESPACE}}}idx")
                index.addnext(parse_xml(layout.replace("<c:layout>", f"<c:layout {SPACES}>")))
        if self.loud in filled:
            self._fill(series.points[loud].marker.format, "highlight")

    # -- pies and points --------------------------------------------------------------------

    def _style_pie(self) -> None:
        plot = self.chart.plots[0]
        series = plot.series[0]
        for number, mark in enumerate(self.marks):
            point = series.points[number]
            self._fill(point.format, mark.paint)
            point.format.line.width = Pt(2)
            self._fill(point.format.line, "ground")
        self._turn(plot)
        if self.node.keyed:
            hole = plot._element.find(f"{{{_CHART_NAMESPACE}}}holeSize")
            hole.set("val", "67")
            return
        plot.has_data_labels = True
        labels = plot.data_labels
        labels.show_value = True
        labels.show_percentage = False
        labels.font.size = Pt(self.fitted.values)
        labels.font.bold = True
        self._text_color(labels._element.txPr, "text")
        if self.type == "pie":
            labels.position = XL_LABEL_POSITION.OUTSIDE_END
            labels.show_category_name = True
            _separate_by_lines(labels._element)
            return
        self._legend(XL_LEGEND_POSITION.RIGHT)
        total = sum(value or 0 for value in self.data.series[series.name])
        for number, value in enumerate(self.data.series[series.name]):
            if (value or 0) < SMALLEST_SLICE * total:
                _hide_label(series.points[number])  # it would run out of the ring
            else:
                words = self.marks[number].words
                self._point_label(series.points[number], words)

    def _turn(self, plot: Any) -> None:
        """Turn a thin slice of a pie to the left, where names have the most room."""
        values = [value or 0 for row in self.data.series.values() for value in row]
        thin = values.index(min(values))
        if self.type == "pie" and values[thin] < SMALLEST_SLICE * sum(values):
            middle = (sum(values[:thin]) + values[thin] / 2) / sum(values)
            angle = round(270 - 360 * middle) % 360
            plot._element.append(
                parse_xml(f'<c:firstSliceAng xmlns:c="{_CHART_NAMESPACE}" val="{angle}"/>')
            )

    def _point_label(
        self, point: Any, color: Paint | Role, position: Any = None, size: float | None = None
    ) -> Any:
        """Give one point a bold label in a colour, and return its element."""
        label = point.data_label
        if position is not None:
            label.position = position
        label.font.size = Pt(size or self.fitted.values)
        label.font.bold = True
        self._text_color(label._dLbl.txPr, color)
        return label._dLbl

    def _style_scatter(self) -> None:
        plot = self.chart.plots[0]
        for axis in (self.chart.category_axis, self.chart.value_axis):
            axis.has_major_gridlines = False
            axis.tick_labels.font.size = Pt(self.fitted.size)
            self._fill(axis.format.line, "line")
        self.chart.category_axis.tick_labels.number_format = self.node.data.across_code
        self._ticks(self.chart.value_axis, [y for row in self.data.points.values() for _, y in row])
        for mark, series in zip(self.marks, plot.series, strict=True):
            series.format.line.fill.background()
            self._dot(series, mark.paint, 12)
        if len(self.marks) > 1:
            self._legend()

    # -- what they share --------------------------------------------------------------------

    def _category_axis(self, reverse: bool = False) -> None:
        axis = self.chart.category_axis
        axis.has_major_gridlines = False
        axis.major_tick_mark = XL_TICK_MARK.NONE
        axis.tick_labels.font.size = Pt(self.fitted.size)
        axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
        axis.reverse_order = reverse
        if self.data.dates:
            axis.tick_labels.number_format = self.data.date_code
            axis._element.find(f"{{{_CHART_NAMESPACE}}}baseTimeUnit").set(
                "val", step_of(self.data.dates)
            )
            if self.fitted.plot and not self.fitted.panel:
                self._date_steps(axis)
        if reverse:
            axis.tick_labels.font.bold = True
            axis.format.line.fill.background()
        else:
            axis.format.line.width = Pt(2.5)
            self._fill(axis.format.line, "text")
        if self.fitted.panel == "ends":  # their names are words of the slide
            axis.tick_label_position = XL_TICK_LABEL_POSITION.NONE
        if self.fitted.plot:
            turn = "0" if self.fitted.level else str(-45 * 60_000)
            next(axis._element.txPr.iter(_BODY)).set("rot", turn)

    def _date_steps(self, axis: Any) -> None:
        """Name as many dates below a plot that we place as have room there."""
        dates, code = self.data.dates or [], self.data.date_code
        wide = max(
            text_width(shown(day, code, self.lang), self.fitted.size, self.theme, Level())
            for day in dates
        )
        assert self.fitted.plot
        unit, counts = step_of(dates), date_counts(dates)
        few = max(1, int(self.fitted.plot[2] / (1.4 * wide)))
        every = ceil((counts[-1] - counts[0]) / (12 if unit == "years" else 1) / few) or 1
        base = axis._element.find(f"{{{_CHART_NAMESPACE}}}baseTimeUnit")
        for name, value in (("majorTimeUnit", unit), ("majorUnit", every)):
            base.addnext(parse_xml(f'<c:{name} xmlns:c="{_CHART_NAMESPACE}" val="{value}"/>'))

    def _value_axis(self, hidden: bool) -> None:
        axis = self.chart.value_axis
        axis.has_major_gridlines = not hidden
        values = [value for row in self.data.series.values() for value in row if value is not None]
        values = [step.low for step in self.node.data.steps] or values
        if not values or min(values) >= 0:
            axis.minimum_scale = 0
        if hidden:
            axis.visible = False
            if self.node.data.share:
                axis.maximum_scale = 1  # no share is more than the whole
            elif self.fitted.unit or self.fitted.top:
                axis.major_unit = self.fitted.unit or self.fitted.top
            if any(step.hangs for step in self.node.data.steps):  # their labels stand below them
                axis.minimum_scale = self.fitted.low
            if self.fitted.panel:  # the others have other values, and the same scale
                axis.minimum_scale, axis.maximum_scale = self.fitted.low, self.fitted.top
            return
        if self.type == "area":
            axis.has_major_gridlines = False  # they would be seen through it
        else:
            axis.major_gridlines.format.line.width = Pt(1.5)
            self._fill(axis.major_gridlines.format.line, "line")
        axis.major_tick_mark = XL_TICK_MARK.NONE
        axis.tick_labels.font.size = Pt(min(self.fitted.size, 18))
        axis.format.line.fill.background()
        self._ticks(axis, values)

    def _ticks(self, axis: Any, values: list[float]) -> None:
        """Give the numbers of an axis the format of the values, in steps that it can show."""
        code = self.node.data.codes[self.node.data.scale_series]
        axis.tick_labels.number_format = code
        if self.fitted.step:
            axis.major_unit = self.fitted.step
            beyond = max([*values, *band_values(self.node.data)], default=0.0)
            if values and ceil(beyond / self.fitted.step) > ceil(max(values) / self.fitted.step):
                axis.maximum_scale = self.fitted.step * ceil(beyond / self.fitted.step - 1e-9)
            return
        span = max([*values, 0]) - min([*values, 0])
        step = _step_of(code, span)
        if step and span < MOST_STEPS * step:
            axis.major_unit = step

    def _legend(self, position: Any = XL_LEGEND_POSITION.TOP) -> None:
        self.chart.has_legend = True
        legend = self.chart.legend
        legend.position = position
        legend.include_in_layout = False
        legend.font.size = Pt(self.fitted.size)

    def _dot(self, marked: Any, color: Paint | Role, size: int) -> None:
        """Mark a point, or all of a series, with a dot of a size in points."""
        marked.marker.style = XL_MARKER_STYLE.CIRCLE
        marked.marker.size = size
        self._fill(marked.marker.format, color)
        marked.marker.format.line.fill.background()

    def _fill(self, thing: Any, color: Paint | Role) -> None:
        """Fill a shape or a line."""
        thing.fill.solid()
        _replace_children(thing.fill._xPr.find(_SOLID_FILL), self._color(color))

    def _text_color(self, properties: Any, color: Paint | Role) -> None:
        """Set the colour of all words below an element, as a theme colour."""
        for default in properties.iter(_DEFAULT_RUN):
            for fill in default.findall(_SOLID_FILL):
                default.remove(fill)
            filled = f"<a:solidFill {_A}>{self._color(color)}</a:solidFill>"
            default.insert(0, parse_xml(filled))

    def _color(self, color: Paint | Role) -> str:
        return color_xml(color if isinstance(color, Paint) else self.theme.paint(color, self.tone))


def _step_of(code: str, span: float) -> float | None:
    """Return the step of an axis whose numbers have a format; None where any will do.

    It is no smaller than the last digit shown, or the axis says 1, 1, 2, 2 where it means 0.5, 1,
    1.5, 2. Times go in whole minutes, hours or days.
    """
    if is_dated(code):
        return next((step for step in _TIMES if span < MOST_STEPS * step), None)
    decimals = decimals_of(code)
    return None if decimals is None else 10.0**-decimals


_TIMES = [
    minutes / 1440 for minutes in (1, 2, 5, 10, 15, 30, 60, 120, 180, 240, 360, 720, 1440, 2880)
]


def _hide_label(point: Any) -> None:
    """Let a point have no label."""
    label = point.data_label._get_or_add_dLbl()
    for child in list(label)[1:]:
        label.remove(child)
    label.append(parse_xml(f'<c:delete xmlns:c="{_CHART_NAMESPACE}" val="1"/>'))


def _separate_by_lines(labels: Any) -> None:
    """Put name and value of labels on lines of their own (`c:separator`, last but one in order)."""
    separator = parse_xml(f'<c:separator xmlns:c="{_CHART_NAMESPACE}">\n</c:separator>')
    after = labels.find(f"{{{_CHART_NAMESPACE}}}showBubbleSize")
    after.addnext(separator)


def _scratch_slide() -> Any:
    """Return a slide that charts are drawn on; only their parts are kept."""
    presentation = Presentation()
    return presentation.slides.add_slide(presentation.slide_layouts[6])


def _replace_children(element: Any, xml: str) -> None:
    for child in list(element):
        element.remove(child)
    element.append(parse_xml(xml.replace("<a:schemeClr", f"<a:schemeClr {_A}", 1)))


def _positive_axis_ids(text: str) -> str:
    """Return chart XML whose axis ids are positive: python-pptx's are not, and Office wants them."""
    return re.sub(r'(<c:(?:axId|crossAx) val=")-', r"\1", text)


def stable_zip(data: bytes) -> bytes:
    """Return a workbook without the time of its making: fixed zip dates and core properties."""
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        members = {name: source.read(name) for name in source.namelist()}
    core = members["docProps/core.xml"]
    members["docProps/core.xml"] = re.sub(
        rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", b"1980-01-01T00:00:00Z", core
    )
    return zipped(members)
