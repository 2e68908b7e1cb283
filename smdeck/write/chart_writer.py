"""The writer of one chart: its colours and words, and what all kinds of charts have."""

from __future__ import annotations

from functools import cached_property
from math import ceil

from smdeck.figures.showing import serial, shown
from smdeck.fit.chart_values import MOST_STEPS, forecast_from, step_shown
from smdeck.fit.measure import text_width
from smdeck.fit.point_words import sides_of_words
from smdeck.model.chart_bands import band_values
from smdeck.model.figures import date_counts, step_of
from smdeck.scene import Chart, Level, Paint, Role
from smdeck.theme import Theme
from smdeck.units import points
from smdeck.write.chart_workbook import SheetColumn, category_workbook
from smdeck.write.chart_xml import (
    AS_SOURCE,
    SPACES,
    ChartAxis,
    Series,
    category_texts,
    column_of,
    column_values,
    named,
    number_format,
    numbers,
    point_label,
    rules,
)
from smdeck.write.xml import color_xml, escape

_WITHOUT_DATES = ("pie", "scatter", "range", "bubble")
_ALL_LABELLED = ("bar", "column", "stacked-column", "waterfall", "pie")
"""The kinds of charts that say nothing of when days begin, and of labels above an axis' end."""

_HEADER = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"


class ChartWriter:
    """One chart while it is written: its plots and axes are strings, one after the other."""

    def __init__(self, node: Chart, theme: Theme, tone: str, lang: str) -> None:
        self.node, self.data, self.fitted = node, node.data, node.fitted
        self.figures, self.type, self.styles = node.data.data, node.data.type, node.styles
        self.theme, self.tone, self.lang = theme, tone, lang
        self.many = len(node.styles) > 1
        self.loud = node.data.loud
        """The number of the category that is set off."""
        self.expected = forecast_from(node.data)
        self.sides = sides_of_words(node, theme, lang)
        self.plots: list[str] = []
        self.axes = ""
        self.title = ""
        self.legend: str | None = None
        """Where the legend stands, if there is one."""
        self.unnamed: list[int] = []
        """What the legend leaves out, by its order there."""
        self.layout = self._placed() if self.fitted.plot else ""
        self.columns: list[SheetColumn] = []
        """The columns of the workbook behind that of the categories."""

    # -- colours and words ------------------------------------------------------------------

    def color(self, color: Paint | Role) -> str:
        """Return a colour without the slide's colour map: several readers resolve the colours of
        a chart without it."""
        paint = color if isinstance(color, Paint) else self.theme.paint(color, self.tone)
        return color_xml(self.theme.without_map(paint, self.tone))

    def fill(self, color: Paint | Role) -> str:
        """Return a fill with a colour."""
        return f"<a:solidFill>{self.color(color)}</a:solidFill>"

    def line(self, color: Paint | Role, width: float, cap: str = "", dash: str = "") -> str:
        """Return a line of a width in points."""
        return f'<a:ln w="{round(12_700 * width)}"{cap}>{self.fill(color)}{dash}</a:ln>'

    def stroke(self, color: Paint | Role, width: float, dash: str = "solid") -> str:
        """Return a line with round ends, of a width in points."""
        return self.line(color, width, ' cap="rnd"', f'<a:prstDash val="{dash}"/><a:round/>')

    def dot(self, color: Paint | Role, size: int) -> str:
        """Return what marks a point with a dot of a size in points."""
        return (
            f'<c:marker><c:symbol val="circle"/><c:size val="{size}"/><c:spPr>{self.fill(color)}'
            "<a:ln><a:noFill/></a:ln></c:spPr></c:marker>"
        )

    def words(self, look: str, color: Paint | Role | None = None, body: str = "") -> str:
        """Return how words are set: `look` and `body` are attributes of theirs and of their box."""
        fill = self.fill(color) if color else ""
        inner = f"<a:defRPr {look}>{fill}</a:defRPr>" if fill else f"<a:defRPr {look}/>"
        return (
            f"<c:txPr><a:bodyPr{body}/><a:lstStyle/><a:p><a:pPr>{inner}</a:pPr>"
            f'<a:endParaRPr lang="{self.lang}"/></a:p></c:txPr>'
        )

    def look(self, size: float) -> str:
        """Return the attributes of bold words in the language of the deck."""
        return f'lang="{self.lang}" sz="{round(100 * size)}" b="1"'

    def label_words(self, size: float, color: Paint | Role) -> str:
        """Return how the words of a label are set: LibreOffice breaks values wider than a bar."""
        return self.words(self.look(size), color, ' wrap="none"')

    def rich_words(
        self, size: float, color: Paint | Role, text: str, field: str = "", more: str = ""
    ) -> str:
        """Return words of a label; `field` is the attributes of a field that they stand for, and
        `more` further paragraphs."""
        look, fill = self.look(size), self.fill(color)
        said = f"<a:rPr {look}>{fill}</a:rPr>{'<a:pPr/>' * bool(field)}<a:t>{escape(text)}</a:t>"
        run = f"<a:fld {field}>{said}</a:fld>" if field else f"<a:r>{said}</a:r>"
        return (
            '<c:tx><c:rich><a:bodyPr wrap="none"/><a:lstStyle/>'
            f"<a:p><a:pPr><a:defRPr {look}>{fill}</a:defRPr></a:pPr>{run}"
            f'<a:endParaRPr lang="{self.lang}"/></a:p>{more}</c:rich></c:tx>'
        )

    def value_words(self, color: Paint | Role, size: float | None = None) -> str:
        """Return how the values of a series are set."""
        look = f'sz="{round(100 * (size or self.fitted.values))}" b="1"'
        return self.words(look, color, ' wrap="none"')

    def value_label(
        self, number: int, color: Paint | Role, position: str, size: float | None = None
    ) -> str:
        """Return the bold value of one point in a colour."""
        return point_label(number, "<c:spPr/>" + self.value_words(color, size), position)

    # -- series -----------------------------------------------------------------------------

    def series(self) -> list[Series]:
        """Return the series of the chart with their figures, and note their columns.

        What is expected of a line has columns of its own.
        """
        until = self.expected if self.type == "line" else len(self.figures.categories)
        return [
            self.one_series(name, [*row[:until], *[None] * len(row[until:])], self.data.codes[name])
            for name, row in self.figures.series.items()
        ]

    def one_series(self, name: str, values: list[float | None], code: str) -> Series:
        """Return the next series of the chart, whose values have a column of their own."""
        number = len(self.columns)
        self.columns.append(SheetColumn(name, values, code))
        figures = self.categories + column_values(number, code, values)
        return Series(number, named(f"${column_of(number)}$1", name), "", figures)

    @cached_property
    def categories(self) -> str:
        """The categories of each series: all have the same."""
        dates = self.figures.dates
        if not dates:
            return category_texts(self.figures.categories)
        days = [f"{serial(day) // 1:.1f}" for day in dates]
        return numbers("cat", f"$A$2:$A${len(days) + 1}", self.figures.date_code, days)

    # -- axes -------------------------------------------------------------------------------

    def category_axis(self, axes: tuple[str, str]) -> None:
        """Add the axis of categories or dates."""
        bars = self.type == "bar"
        turn = "0" if self.fitted.level else str(-45 * 60_000)
        look = f'sz="{round(100 * self.fitted.size)}"' + ' b="1"' * bars
        line = "<a:ln><a:noFill/></a:ln>" if bars else self.line("text", 2.5)
        axis = ChartAxis(
            "l" if bars else "b",
            orientation="maxMin" if bars else "",
            code=AS_SOURCE if self.type == "area" else "",
            labels="none" if self.fitted.panel == "ends" else "low",  # they are words of the slide
            shape=f"<c:spPr>{line}</c:spPr>",
            words=self.words(look, body=f' rot="{turn}"' if self.fitted.plot else ""),
        )
        if not self.figures.dates:
            end = '<c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/>'
            self.axes += axis._replace(end=f'<c:auto val="1"/>{end}').xml("catAx", *axes)
            return
        steps = self._date_steps() if self.fitted.plot and not self.fitted.panel else ""
        end = (
            f'<c:lblOffset val="100"/><c:baseTimeUnit val="{step_of(self.figures.dates)}"/>{steps}'
        )
        code = number_format(self.figures.date_code)
        self.axes += axis._replace(code=code, end=f'<c:auto val="1"/>{end}').xml("dateAx", *axes)

    def _date_steps(self) -> str:
        """Return how many dates are named below a plot that we place: as many as have room."""
        dates, code = self.figures.dates or [], self.figures.date_code
        wide = max(
            text_width(shown(day, code, self.lang), self.fitted.size, self.theme, Level())
            for day in dates
        )
        assert self.fitted.plot
        unit, counts = step_of(dates), date_counts(dates)
        few = max(1, int(self.fitted.plot[2] / (1.4 * wide)))
        every = ceil((counts[-1] - counts[0]) / (12 if unit == "years" else 1) / few) or 1
        return f'<c:majorUnit val="{every}"/><c:majorTimeUnit val="{unit}"/>'

    def value_axis(self, axes: tuple[str, str], *, hidden: bool, between: str = "") -> None:
        """Add the axis of values; `between` says where lines begin, if not in the middles of
        categories."""
        fitted, steps = self.fitted, self.data.steps
        values = [
            value for row in self.figures.series.values() for value in row if value is not None
        ]
        values = [step.low for step in steps] or values
        axis = ChartAxis(
            "b" if self.type == "bar" else "l",
            hidden=hidden,
            orientation="minMax" if self.type == "area" else "",
            low=0 if not values or min(values) >= 0 else None,
            code=AS_SOURCE if self.type == "area" else "",
            end=between,
        )
        if not hidden:
            ruled = self.type != "area"  # they would be seen through it
            axis = self.ticked(axis, values)._replace(
                rules=rules(self.line("line", 1.5)) if ruled else "",
                shape="<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>",
                words=self.words(f'sz="{round(100 * min(fitted.size, 18))}"'),
            )
        elif self.data.share:
            axis = axis._replace(ticks="out", high=1)  # no share is more than the whole
        else:
            axis = axis._replace(ticks="out", unit=fitted.unit or fitted.top or None)
        if hidden and any(step.hangs for step in steps):  # their labels stand below them
            axis = axis._replace(low=fitted.low)
        if hidden and fitted.panel:  # the others have other values, and the same scale
            axis = axis._replace(low=fitted.low, high=fitted.top)
        self.axes += axis.xml("valAx", *reversed(axes))

    def ticked(self, axis: ChartAxis, values: list[float]) -> ChartAxis:
        """Return an axis whose numbers have the format of the values, in steps that it can show."""
        code, step = self.data.codes[self.data.scale_series], self.fitted.step
        axis = axis._replace(code=number_format(code))
        if step:
            beyond = max([*values, *band_values(self.data)], default=0.0)
            reaches = values and ceil(beyond / step) > ceil(max(values) / step)
            high = step * ceil(beyond / step - 1e-9) if reaches else None
            return axis._replace(unit=step, high=high)
        span = max([*values, 0]) - min([*values, 0])
        step = step_shown(code, span)
        return axis._replace(unit=step) if step and span < MOST_STEPS * step else axis

    def workbook(self) -> bytes:
        """Return the workbook of categories and series."""
        dates = self.figures.dates
        code = self.figures.date_code if dates else "General"
        return category_workbook(dates or self.figures.categories, code, self.columns)

    # -- the whole --------------------------------------------------------------------------

    def _placed(self) -> str:
        """Return where the plot stands, without the words around it."""
        assert self.fitted.plot
        across, down = points(self.node.box.w), points(self.node.box.h)
        x, y, w, h = self.fitted.plot
        return plot_layout(x / across, y / down, w / across, h / down, inner=True)

    def xml(self) -> str:
        """Return the part of the chart."""
        dated = "" if self.type in _WITHOUT_DATES else '<c:date1904 val="0"/>'
        over = "" if self.type in _ALL_LABELLED else '<c:showDLblsOverMax val="0"/>'
        layout = self.layout or "<c:layout/>" * (self.type in ("area", "doughnut"))
        blanks = "zero" if self.type == "area" else "gap"
        look = f'sz="{round(100 * self.fitted.size)}" lang="{self.lang}"'
        return (
            f'{_HEADER}<c:chartSpace {SPACES}>{dated}<c:roundedCorners val="0"/><c:chart>'
            f'{self.title}<c:autoTitleDeleted val="{int(not self.title)}"/><c:plotArea>{layout}'
            f"{''.join(self.plots)}{self.axes}</c:plotArea>{self._legend()}"
            f'<c:plotVisOnly val="1"/><c:dispBlanksAs val="{blanks}"/>{over}</c:chart>'
            f'{self.words(look, "text")}<c:externalData r:id="rId1"><c:autoUpdate val="0"/>'
            "</c:externalData></c:chartSpace>"
        )

    def _legend(self) -> str:
        if self.legend is None:
            return ""
        entries = "".join(
            f'<c:legendEntry><c:idx val="{number}"/><c:delete val="1"/></c:legendEntry>'
            for number in self.unnamed
        )
        look = f'sz="{round(100 * self.fitted.size)}"'
        return (
            f'<c:legend><c:legendPos val="{self.legend}"/>{entries}<c:overlay val="0"/>'
            f"{self.words(look)}</c:legend>"
        )


def plot_layout(x: float, y: float, w: float, h: float, *, inner: bool) -> str:
    """Return where a plot stands, as shares of the chart; the words around it are within it, if it
    is not the `inner` one."""
    target = '<c:layoutTarget val="inner"/>' if inner else ""
    return (
        f'<c:layout><c:manualLayout>{target}<c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{x:.4f}"/><c:y val="{y:.4f}"/><c:w val="{w:.4f}"/><c:h val="{h:.4f}"/>'
        "</c:manualLayout></c:layout>"
    )
