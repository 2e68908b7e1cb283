"""Outlines: a company's own icon, an SVG of filled areas, as the path of a native shape."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from smdeck.pictures.files import read_drawing
from smdeck.pictures.reading import Unusable

GRID = 2400
"""Icons are drawn in a square of so many units, as those that smdeck has."""

_STROKE = re.compile(r"\bstroke\s*[:=]\s*[\"']?\s*(?!none\b)[\w#(]", re.I)
_NO_FILL = re.compile(r"\bfill\s*[:=]\s*[\"']?\s*none\b", re.I)


@lru_cache(maxsize=512)
def icon_outline(path: Path) -> str:
    """Return the outline of an icon's file: M, L, C and Z with coordinates in the grid.

    Raises Unusable where the file is no readable SVG, or is drawn of lines.
    """
    drawing = read_drawing(path)
    if _STROKE.search(drawing.text) and _NO_FILL.search(drawing.text):
        raise Unusable(
            "unreadable-file",
            "is drawn of lines, and an icon is made of areas",
            "convert its strokes to outlines in the program that it was drawn in",
        )
    from fontTools.svgLib import SVGPath

    try:
        picture = SVGPath.fromstring(drawing.text.encode())
        pen = _pen(_view(picture.root, drawing.size))
        picture.draw(pen)
    except Exception as error:  # the parser raises what it meets, and has no class for it
        raise Unusable("unreadable-file", f"is no readable icon: {error}") from error
    if not pen.parts:
        raise Unusable("unreadable-file", "holds no areas", "draw it as paths, without pictures")
    return "".join(pen.parts)


def _view(root: Any, size: tuple[float, float]) -> tuple[float, float, float]:
    """Return how a point of a drawing comes onto the grid: what is added to x and y, the scale."""
    numbers = [float(one) for one in re.findall(r"-?[\d.]+", root.get("viewBox") or "")]
    left, top, wide, high = numbers if len(numbers) == 4 else (0.0, 0.0, *size)
    side = max(wide, high) or 1.0
    return (side - wide) / 2 - left, (side - high) / 2 - top, GRID / side


def _pen(view: tuple[float, float, float]) -> Any:
    """Return a pen of fontTools that writes what it draws in coordinates of the grid."""
    from fontTools.pens.basePen import BasePen

    across, down, scale = view

    class Pen(BasePen):  # type: ignore[misc]
        """Takes down the outline."""

        def __init__(self) -> None:
            super().__init__(None)
            self.parts: list[str] = []

        def _put(self, command: str, *points: tuple[float, float]) -> None:
            at = (f"{round((x + across) * scale)} {round((y + down) * scale)}" for x, y in points)
            self.parts.append(command + " ".join(at))

        def _moveTo(self, point: tuple[float, float]) -> None:
            self._put("M", point)

        def _lineTo(self, point: tuple[float, float]) -> None:
            self._put("L", point)

        def _curveToOne(self, *points: tuple[float, float]) -> None:
            self._put("C", *points)

        def _closePath(self) -> None:
            self.parts.append("Z")

        def _endPath(self) -> None:
            self.parts.append("Z")

    return Pen()
