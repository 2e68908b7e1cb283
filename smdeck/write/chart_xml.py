"""Charts as PowerPoint writes them: what python-pptx leaves out of a chart's XML."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pptx.oxml import parse_xml

from smdeck.scene.style import Slot

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"

_BEFORE_BUBBLE = ("idx", "invertIfNegative", "marker")
"""What comes before `c:bubble3D` in a point (ECMA-376 Part 1, 21.2.2.52)."""

_NO_LABELS = "".join(
    f'<c:{shown} val="0"/>'
    for shown in ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent",
                  "showBubbleSize")
)  # fmt: skip


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
