"""Sparks: a sparkline as a native chart with its workbook.

It is a chart and no drawn line, so that “Edit Data” changes it: a table's ten add some 70 KB to a
file and 25 ms to a build. Written by itself, it takes a quarter of the time of a chart by python-pptx,
of whose parts it needs none but the line.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

from smdeck.scene import Paint, Role, Spark
from smdeck.theme import Theme
from smdeck.units import emu
from smdeck.write.archive import zipped
from smdeck.write.xml import HEADER, color_xml, escape, resized

_NAMESPACES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)

_AXES = 111, 112
"""The numbers of its axes, which nobody sees."""


def spark_parts(node: Spark, theme: Theme, tone: str, lang: str) -> tuple[bytes, bytes]:
    """Return the XML of a sparkline's chart and its workbook."""
    return resized(_chart(node, theme, tone, lang), theme.enlarged).encode(), _workbook(node)


def _chart(node: Spark, theme: Theme, tone: str, lang: str) -> str:
    left, top, wide, high = (f"{share:.4f}" for share in node.plot)
    first, second = _AXES
    return (
        f'{HEADER}<c:chartSpace {_NAMESPACES}><c:date1904 val="0"/><c:roundedCorners val="0"/>'
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

    last = len(node.values) - 1
    ends: list[float | None] = [*[None] * last, node.values[-1]]
    plain = '<c:marker><c:symbol val="none"/></c:marker>'
    lone = "".join(
        f'<c:dPt><c:idx val="{n}"/>{marker(node.line, node.lone_size)}<c:bubble3D val="0"/>'
        f"{line(node.line)}</c:dPt>"
        for n in node.lone
    )
    look, dot = line(node.line) + plain + lone, line(node.dot) + marker(node.dot, node.dot_size)
    return _ser(0, node.told or node.name, look, node.values) + _ser(1, DOT, dot, ends)


DOT = "●"
"""What the column of the dot is called in the workbook: a sign that all languages have."""


def _ser(number: int, name: str, look: str, values: Sequence[float | None]) -> str:
    """Return a series over the columns of the workbook, the first of which numbers the points."""
    column, last = "BC"[number], len(values) + 1
    known = "".join(
        f'<c:pt idx="{n}"><c:v>{value!r}</c:v></c:pt>'
        for n, value in enumerate(values)
        if value is not None
    )
    numbers = "".join(f'<c:pt idx="{n}"><c:v>{n + 1}</c:v></c:pt>' for n in range(len(values)))
    many = f'<c:ptCount val="{len(values)}"/>'
    return (
        f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/><c:tx><c:strRef>'
        f'<c:f>Sheet1!${column}$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>'
        f"{escape(name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>{look}"
        f"<c:cat><c:numRef><c:f>Sheet1!$A$2:$A${last}</c:f><c:numCache>"
        f"<c:formatCode>General</c:formatCode>{many}{numbers}</c:numCache></c:numRef></c:cat>"
        f"<c:val><c:numRef><c:f>Sheet1!${column}$2:${column}${last}</c:f><c:numCache>"
        f"<c:formatCode>General</c:formatCode>{many}{known}</c:numCache></c:numRef></c:val>"
        '<c:smooth val="0"/></c:ser>'
    )


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
    from datetime import datetime

    from xlsxwriter import Workbook

    file = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    workbook = Workbook(file, options)
    workbook.set_properties({"created": datetime(1980, 1, 1)})
    sheet = workbook.add_worksheet("Sheet1")
    sheet.write_string(0, 1, node.told or node.name)
    for row, value in enumerate(node.values, 1):
        sheet.write_number(row, 0, row)
        if value is not None:
            sheet.write_number(row, 1, value)
    last = len(node.values)
    sheet.write_string(0, 2, DOT)
    sheet.write_formula(last, 2, f"=B{last + 1}", None, node.values[-1])
    workbook.close()
    with zipfile.ZipFile(file) as made:
        return zipped({name: made.read(name) for name in made.namelist()})
