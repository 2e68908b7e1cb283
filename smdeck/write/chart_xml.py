"""Charts as PowerPoint writes them: what python-pptx leaves out of a chart's XML."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from lxml import etree
from pptx.oxml import parse_xml

from smdeck.scene.style import Slot
from smdeck.write.xml import escape

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"

_BEFORE_BUBBLE = ("idx", "invertIfNegative", "marker")
"""What comes before `c:bubble3D` in a point (ECMA-376 Part 1, 21.2.2.52)."""

_NO_LABELS = "".join(
    f'<c:{shown} val="0"/>'
    for shown in ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent",
                  "showBubbleSize")
)  # fmt: skip


_SHOWN_VALUES = _NO_LABELS.replace('showVal val="0"', 'showVal val="1"')

NO_LEADERS = (
    '<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" xmlns:c15="http://schemas.'
    'microsoft.com/office/drawing/2012/chart"><c15:showLeaderLines val="0"/></c:ext></c:extLst>'
)
"""No lines between values that were moved and their marks ([MS-ODRAWXML] 2.24.3.34)."""


def as_powerpoint(space: Any, slot: Callable[[Slot], Slot]) -> None:
    """Add to a `c:chartSpace` what every chart of PowerPoint's own has.

    `slot` names a theme colour without the slide's colour map: several readers resolve the
    colours of a chart without it.
    """
    for color in space.iter(f"{_A}schemeClr"):
        color.set("val", slot(color.get("val")))
    for point in space.iter(f"{_C}dPt"):
        if point.find(f"{_C}bubble3D") is None:
            before = [child for child in point if child.tag.removeprefix(_C) in _BEFORE_BUBBLE]
            before[-1].addnext(_element("bubble3D", "0"))
    for plot in space.iter(f"{_C}scatterChart"):
        if plot.find(f"{_C}dLbls") is None:
            plot.findall(f"{_C}ser")[-1].addnext(_element("dLbls", content=_NO_LABELS))
    for plot in space.iter(f"{_C}pieChart"):
        if plot.find(f"{_C}firstSliceAng") is None:
            plot.append(_element("firstSliceAng", "0"))
    for blanks in space.iter(f"{_C}dispBlanksAs"):
        if blanks.getparent().find(f"{_C}plotVisOnly") is None:
            blanks.addprevious(_element("plotVisOnly", "1"))


def _element(name: str, value: str | None = None, content: str = "") -> Any:
    val = f' val="{value}"' if value else ""
    return parse_xml(f'<c:{name} xmlns:c="{_C[1:-1]}"{val}>{content}</c:{name}>')


def totals_element(
    last: Any,
    name: str,
    totals: Sequence[float | None],
    code: str,
    words: str,
    axes: str,
    a: str,
    lifted: Sequence[float] = (),
) -> Any:
    """Return the `c:lineChart` of a line that is not drawn, whose labels are the sums of stacks.

    It comes after the `last` series, whose categories it has; `words` are the `c:txPr` of its
    labels, `axes` the axes of the columns; `lifted` is by which share of the chart each label
    stands higher.
    """
    apart = "".join(
        f'<c:dLbl><c:idx val="{n}"/><c:layout><c:manualLayout><c:x val="0"/><c:y val="{-up:.4f}"/>'
        f'</c:manualLayout></c:layout>{words}<c:dLblPos val="t"/>{_SHOWN_VALUES}</c:dLbl>'
        for n, up in enumerate(lifted)
        if up
    )
    without = NO_LEADERS if apart else ""
    number = int(last.find(f"{_C}idx").get("val")) + 1
    column = chr(ord("B") + number)
    rows = len(totals) + 1
    held = "".join(
        f'<c:pt idx="{n}"><c:v>{total!r}</c:v></c:pt>'
        for n, total in enumerate(totals)
        if total is not None
    )
    categories = etree.tostring(last.find(f"{_C}cat"), encoding="unicode")
    return parse_xml(
        f'<c:lineChart xmlns:c="{_C[1:-1]}" {a}><c:grouping val="standard"/>'
        f'<c:varyColors val="0"/><c:ser><c:idx val="{number}"/><c:order val="{number}"/><c:tx>'
        f"<c:strRef><c:f>Sheet1!${column}$1</c:f><c:strCache>"
        f'<c:ptCount val="1"/><c:pt idx="0"><c:v>{name}</c:v></c:pt></c:strCache></c:strRef></c:tx>'
        '<c:spPr><a:ln w="28575"><a:noFill/></a:ln></c:spPr><c:marker><c:symbol val="none"/>'
        f"</c:marker><c:dLbls>{apart}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{words}"
        f'<c:dLblPos val="t"/>{_SHOWN_VALUES}{without}</c:dLbls>{categories}<c:val><c:numRef>'
        f"<c:f>Sheet1!${column}$2:${column}${rows}</c:f><c:numCache><c:formatCode>"
        f'{escape(code)}</c:formatCode><c:ptCount val="{len(totals)}"/>{held}</c:numCache>'
        f'</c:numRef></c:val><c:smooth val="0"/></c:ser><c:marker val="1"/>{axes}</c:lineChart>'
    )
