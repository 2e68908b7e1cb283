"""Right to left: parts as they are written from left to right, seen in a mirror.

Layouts, fit and rules know one direction. In a language from right to left, every position on a
slide, its layout and the master is mirrored when the part is written: columns, steps, icons beside
words, logos, footer and slide number change sides. Photographs, icons, logos and QR codes stay as they
are; arrows, hubs with their connection sites, and the art of a theme are flipped. Paragraphs are set
from right to left, and what is aligned left is aligned right: in DrawingML `algn` is the side that is
meant, while `marL` and `indent` count from where a paragraph begins, as PowerPoint itself writes
them for Hebrew and Arabic.
"""

from __future__ import annotations

import re
from typing import Any

_POSITION = re.compile(r'<a:(off|chOff) x="(-?\d+)" y="(-?\d+)"/><a:(ext|chExt) cx="(\d+)"')
_PROPERTIES = re.compile(r"<a:(?:pPr|lvl\dpPr|defPPr)\b[^>]*?(?=/?>)")
_BODY = re.compile(r"<a:bodyPr\b[^>]*>")
_CELL = re.compile(r"<a:tcPr\b[^>]*>")
_CONNECTOR = re.compile(r"<p:cxnSp>.*?</p:cxnSp>", re.S)
_SHAPE = re.compile(r'<p:sp><p:nvSpPr><p:cNvPr id="(\d+)".*?</p:sp>', re.S)
_DIRECTED = re.compile(
    r"<a:xfrm>(?=<a:off [^>]*/><a:ext [^>]*/></a:xfrm>"
    r'(?:<a:prstGeom prst="(?:homePlate|chevron|rightArrow)">|<a:custGeom>(?:(?!</a:custGeom>).)*<a:cxn |'
    r'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:gradFill ))'
)
"""The place of a shape that points in a direction, fades, or has connection sites of its own."""

_ART = re.compile(
    r'(<p:pic><p:nvPicPr><p:cNvPr [^>]*><a:extLst>(?:(?!</p:nvPicPr>).)*<p:nvPr userDrawn="1"/>'
    r"(?:(?!</p:pic>).)*?)<a:xfrm>"
)
"""A picture on a layout that says nothing by itself: the theme's art."""

_OTHER_SIDE = {"l": "r", "r": "l"}


def mirrored(xml: str, width: int) -> str:
    """Return a part, `width` EMU wide, as it is from right to left."""
    flipped = {shape[1] for shape in _SHAPE.finditer(xml) if "<a:cxn " in shape[0]}
    xml = _CONNECTOR.sub(lambda found: _connector(found[0], flipped), xml)
    xml = _DIRECTED.sub('<a:xfrm flipH="1">', xml)
    xml = _ART.sub(r'\1<a:xfrm flipH="1">', xml)
    xml = _POSITION.sub(lambda found: _position(found, width), xml)
    xml = re.sub(r'(<p:(?:wipe|cover) dir=")l"', r'\1r"', xml)
    return set_rtl(xml)


def set_rtl(xml: str) -> str:
    """Return a part whose paragraphs, columns and tables run from right to left.

    Letters keep their natural distance: Arabic ones are joined.
    """
    xml = _PROPERTIES.sub(lambda found: _properties(found[0]), xml)
    xml = _BODY.sub(lambda found: _body(found[0]), xml)
    xml = _CELL.sub(lambda found: _swapped(found[0], "marL", "marR"), xml)
    xml = xml.replace("<a:tblPr ", '<a:tblPr rtl="1" ')
    return re.sub(r' spc="-?\d+"', ' spc="0"', xml)


def _position(found: re.Match[str], width: int) -> str:
    point, x, y, size, across = found.groups()
    if across == "0" and x == "0":  # the empty group at the head of every shape tree
        return found[0]
    return f'<a:{point} x="{width - int(x) - int(across)}" y="{y}"/><a:{size} cx="{across}"'


def _properties(tag: str) -> str:
    """Return paragraph properties from right to left; a paragraph that has a direction keeps it."""
    if tag.startswith("<a:pPr") and " rtl=" in tag:
        return tag
    tag = re.sub(r'algn="([lr])"', lambda side: f'algn="{_OTHER_SIDE[side[1]]}"', tag)
    return tag.replace(' rtl="0"', "") + ' rtl="1"'


def _body(tag: str) -> str:
    return _swapped(tag, "lIns", "rIns").replace('rtlCol="0"', 'rtlCol="1"')


def _swapped(tag: str, one: str, other: str) -> str:
    """Return a tag with the values of two attributes exchanged."""
    names = {one: other, other: one}
    return re.sub(rf"\b({one}|{other})=", lambda name: f"{names[name[1]]}=", tag)


def _connector(xml: str, flipped: set[str]) -> str:
    """Return a line between shapes from the other side: its slope, and the sides where it ends.

    Sites 1 and 3 of PowerPoint's own shapes are their left and right; those of shapes that are
    `flipped` change places with them.
    """
    sides = {"1": "3", "3": "1"}

    def site(found: re.Match[str]) -> str:
        end, shape, number = found.groups()
        return f'<a:{end}Cxn id="{shape}" idx="{number if shape in flipped else sides[number]}"'

    xml = re.sub(r'<a:(st|end)Cxn id="(\d+)" idx="([13])"', site, xml)
    if "<a:xfrm rot=" in xml:  # an elbow: see `SlideWriter`
        return re.sub(r'<a:xfrm rot="(\d+)"( flipH="1")?>', _turned, xml)
    if "<a:xfrm" in xml and 'flipH="1"' in xml:
        return xml.replace(' flipH="1"', "")
    return xml.replace("<a:xfrm", '<a:xfrm flipH="1"')


def _turned(found: re.Match[str]) -> str:
    """Return the position of an elbow that goes the other way across, and the same way down."""
    turn = {"16200000": "5400000", "5400000": "16200000"}[found[1]]
    flip = "" if found[2] else ' flipH="1"'
    return f'<a:xfrm rot="{turn}"{flip}>'


def notes_rtl(xml: str) -> str:
    """Return a notes slide from right to left; each paragraph says so itself."""
    return set_rtl(re.sub(r"<a:p>(?!<a:pPr)", '<a:p><a:pPr algn="l"/>', xml))


_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def _across(chart: Any) -> list[Any]:
    """Return the level axis of bubbles, and of ranges, which hide both of their axes."""
    axes = chart.findall(f".//{_CHART}valAx")
    hidden = [axis.find(f"{_CHART}delete").get("val", "1") == "1" for axis in axes]
    ranges = chart.find(f".//{_CHART}scatterChart") is not None and all(hidden)
    if not ranges and chart.find(f".//{_CHART}bubbleChart") is None:
        return []
    return [axis for axis in axes if axis.find(f"{_CHART}axPos").get("val") == "b"]


def mirrored_chart(xml: bytes) -> bytes:
    """Return a chart from right to left: its first category, or the foot of its bars, is right.

    Points of a scatter chart and slices of a pie stay where they are; bubbles and ranges, whose
    names are words of the slide, do not.
    """
    from lxml import etree

    chart = etree.fromstring(xml)
    bars = chart.find(f".//{_CHART}barDir[@val='bar']") is not None
    axes = [axis for axis in ("valAx",) if bars] or ["catAx", "dateAx"]
    turning = [one for axis in axes for one in chart.iterfind(f".//{_CHART}{axis}")]
    for scaling in (one.find(f"{_CHART}scaling") for one in [*turning, *_across(chart)]):
        if scaling is not None:
            turned = scaling.find(f"{_CHART}orientation")
            if turned is None:
                turned = etree.Element(f"{_CHART}orientation")
                scaling.insert(0, turned)
            turned.set("val", "maxMin")
    for position in chart.iter(f"{_CHART}dLblPos", f"{_CHART}legendPos"):
        position.set("val", _OTHER_SIDE.get(position.get("val"), position.get("val")))
    for layout in chart.iter(f"{_CHART}manualLayout"):
        left, width = layout.find(f"{_CHART}x"), layout.find(f"{_CHART}w")
        if left is not None and width is not None:
            left.set("val", f"{1 - float(left.get('val')) - float(width.get('val')):.4f}")
    written: bytes = etree.tostring(chart, xml_declaration=True, encoding="UTF-8", standalone=True)
    return written
