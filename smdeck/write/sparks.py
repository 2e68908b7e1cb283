"""Sparks: a sparkline as a native chart with its workbook.

It is a chart and no drawn line, so that “Edit Data” changes it: a table's ten add some 70 KB to a
file and 25 ms to a build.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from smdeck.scene import Paint, Role, Spark
from smdeck.theme import Theme
from smdeck.units import emu
from smdeck.write.chart_xml import NO_MARKER, SPACES, Series, named, numbers, point
from smdeck.write.xml import HEADER, color_xml, resized

_AXES = 111, 112
"""The numbers of its axes, which nobody sees."""


def spark_parts(node: Spark, theme: Theme, tone: str, lang: str) -> tuple[bytes, bytes]:
    """Return the XML of a sparkline's chart and its workbook."""
    return resized(_chart(node, theme, tone, lang), theme.enlarged).encode(), _workbook(node)


def _chart(node: Spark, theme: Theme, tone: str, lang: str) -> str:
    left, top, wide, high = (f"{share:.4f}" for share in node.plot)
    first, second = _AXES
    return (
        f'{HEADER}<c:chartSpace {SPACES}><c:date1904 val="0"/><c:roundedCorners val="0"/>'
        '<c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout><c:manualLayout>'
        '<c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{left}"/><c:y val="{top}"/><c:w val="{wide}"/><c:h val="{high}"/>'
        '</c:manualLayout></c:layout><c:lineChart><c:grouping val="standard"/>'
        f'<c:varyColors val="0"/>{_series(node, theme, tone)}<c:marker val="1"/>'
        f'<c:axId val="{first}"/><c:axId val="{second}"/></c:lineChart>'
        f"{_category_axis(first, second)}{_value_axis(node, second, first)}"
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:plotArea>"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:txPr><a:bodyPr/><a:lstStyle/>"
        f'<a:p><a:pPr><a:defRPr lang="{lang}"/></a:pPr><a:endParaRPr lang="{lang}"/></a:p></c:txPr>'
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _series(node: Spark, theme: Theme, tone: str) -> str:
    """Return the line, and the dot at its end.

    The dot is a series of its own: PowerPoint would draw the way to a point that is set off in its
    colour, and LibreOffice shows no dot in another colour than that of its line.
    """

    def paint(role: Role) -> str:
        color: Paint = theme.without_map(theme.paint(role, tone), tone)
        return f"<a:solidFill>{color_xml(color)}</a:solidFill>"

    def line(role: Role) -> str:
        stroke = f'<a:ln w="{emu(node.width)}" cap="rnd">{paint(role)}<a:round/></a:ln>'
        return f"<c:spPr>{stroke}</c:spPr>"

    def marker(role: Role, size: float) -> str:
        return (
            '<c:marker><c:symbol val="circle"/>'
            f'<c:size val="{max(2, round(size * theme.enlarged))}"/>'
            f"<c:spPr>{paint(role)}<a:ln><a:noFill/></a:ln></c:spPr></c:marker>"
        )

    ends: list[float | None] = [*[None] * (len(node.values) - 1), node.values[-1]]
    name = (node.told or node.name).replace(SOFT_HYPHEN, "")
    smooth = '<c:smooth val="0"/>'
    told = Series(
        0, named("$B$1", name), line(node.line) + NO_MARKER, _figures("B", node.values), end=smooth
    )
    for n in node.lone:
        told.points[n] = point(n, line(node.line), marker(node.line, node.lone_size))
    look = line(node.dot) + marker(node.dot, node.dot_size)
    dot = Series(1, named("$C$1", DOT), look, _figures("C", ends), end=smooth)
    return told.xml + dot.xml


SOFT_HYPHEN = "\u00ad"

DOT = "●"
"""What the column of the dot is called in the workbook: a sign that all languages have."""


def _figures(column: str, values: Sequence[float | None]) -> str:
    """Return the values in a column of the workbook, the first of which numbers the points."""
    many, last = len(values), len(values) + 1
    counted = numbers("cat", f"$A$2:$A${last}", "General", range(1, many + 1))
    return counted + numbers("val", f"${column}$2:${column}${last}", "General", values)


def _category_axis(own: int, other: int) -> str:
    return (
        f'<c:catAx><c:axId val="{own}"/><c:scaling><c:orientation val="minMax"/></c:scaling>'
        '<c:delete val="1"/><c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="1"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="none"/>'
        f'<c:crossAx val="{other}"/><c:crosses val="autoZero"/><c:auto val="1"/>'
        '<c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>'
    )


def _value_axis(node: Spark, own: int, other: int) -> str:
    """Return the axis of values, from the lowest to the highest: a line that begins at 0 would
    often be flat. Its first and last point stand at the edges of the room."""
    low, high = node.bounds
    return (
        f'<c:valAx><c:axId val="{own}"/><c:scaling><c:orientation val="minMax"/>'
        f'<c:max val="{high!r}"/><c:min val="{low!r}"/></c:scaling><c:delete val="1"/>'
        '<c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="1"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="none"/>'
        f'<c:crossAx val="{other}"/><c:crosses val="autoZero"/><c:crossBetween val="midCat"/>'
        "</c:valAx>"
    )


def _workbook(node: Spark) -> bytes:
    """Return the workbook of a sparkline: its numbers, the name above them, and beside the last one
    the dot, which follows it."""
    from smdeck.write.chart_workbook import workbook

    def fill(book: Any, sheet: Any) -> None:
        sheet.write_string(0, 1, node.told or node.name)
        for row, value in enumerate(node.values, 1):
            sheet.write_number(row, 0, row)
            if value is not None:
                sheet.write_number(row, 1, value)
        last = len(node.values)
        sheet.write_string(0, 2, DOT)
        sheet.write_formula(last, 2, f"=B{last + 1}", None, node.values[-1])

    return workbook(fill)
