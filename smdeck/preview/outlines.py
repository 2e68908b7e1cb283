"""Outlines: the shapes of a scene as paths, in points."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from smdeck.preview.markup import number
from smdeck.scene import Box, Geometry
from smdeck.units import points

Point = tuple[float, float]


@lru_cache(maxsize=8192)
def outline(geometry: Geometry, box: Box) -> str:
    """Return the path of a shape in its box: what PowerPoint draws for its preset.

    The formulas are those of ECMA-376's presetShapeDefinitions, for the handles that scenes use.
    """
    x, y, w, h = (points(length) for length in box)
    if geometry.path is not None:
        return _scaled(geometry, x, y, w, h)
    shorter = min(w, h)
    handles = dict(geometry.adjust)
    match geometry.preset:
        case "roundRect":
            return _rounded(x, y, w, h, shorter * min(handles.get("adj", 16_667), 50_000) / 100_000)
        case "ellipse":
            return _ellipse(x, y, w, h)
        case "homePlate":
            tip = shorter * handles.get("adj", 50_000) / 100_000
            return polygon([(x, y), (x + w - tip, y), (x + w, y + h / 2), (x + w - tip, y + h),
                            (x, y + h)])  # fmt: skip
        case "chevron":
            tip = shorter * handles.get("adj", 50_000) / 100_000
            return polygon([(x, y), (x + w - tip, y), (x + w, y + h / 2), (x + w - tip, y + h),
                            (x, y + h), (x + tip, y + h / 2)])  # fmt: skip
        case "rightArrow" | "downArrow":
            return _arrow(geometry, x, y, w, h)
        case "line":
            return f"M{_pair(x, y)}L{_pair(x + w, y + h)}"
    return polygon([(x, y), (x + w, y), (x + w, y + h), (x, y + h)])


def polygon(corners: Iterable[Point]) -> str:
    """Return the path around some corners."""
    return f"M{'L'.join(_pair(x, y) for x, y in corners)}Z"


def _pair(x: float, y: float) -> str:
    return f"{number(x)} {number(y)}"


def _rounded(x: float, y: float, w: float, h: float, r: float) -> str:
    arc = f"A{_pair(r, r)} 0 0 1 "
    return (
        f"M{_pair(x + r, y)}L{_pair(x + w - r, y)}{arc}{_pair(x + w, y + r)}"
        f"L{_pair(x + w, y + h - r)}{arc}{_pair(x + w - r, y + h)}L{_pair(x + r, y + h)}"
        f"{arc}{_pair(x, y + h - r)}L{_pair(x, y + r)}{arc}{_pair(x + r, y)}Z"
    )


def _ellipse(x: float, y: float, w: float, h: float) -> str:
    half = f"A{_pair(w / 2, h / 2)} 0 0 1 "
    return f"M{_pair(x, y + h / 2)}{half}{_pair(x + w, y + h / 2)}{half}{_pair(x, y + h / 2)}Z"


def _arrow(geometry: Geometry, x: float, y: float, w: float, h: float) -> str:
    handles = dict(geometry.adjust)
    down = geometry.preset == "downArrow"
    along, across = (h, w) if down else (w, h)
    shaft = across * handles.get("adj1", 50_000) / 200_000
    head = along - min(w, h) * handles.get("adj2", 50_000) / 100_000
    middle = across / 2
    corners = [
        (0.0, middle - shaft), (head, middle - shaft), (head, 0.0), (along, middle),
        (head, across), (head, middle + shaft), (0.0, middle + shaft),
    ]  # fmt: skip
    return polygon((x + b, y + a) if down else (x + a, y + b) for a, b in corners)


def _scaled(geometry: Geometry, x: float, y: float, w: float, h: float) -> str:
    """Return a path of our own, whose grid fills the box."""
    across, down = w / geometry.grid[0], h / geometry.grid[1]
    pieces = []
    for command, arguments in re.findall(r"([MLCZ])([^MLCZ]*)", geometry.path or ""):
        numbers = [int(one) for one in re.findall(r"-?\d+", arguments)]
        pairs = zip(numbers[::2], numbers[1::2], strict=True)
        pieces.append(command + " ".join(_pair(x + across * a, y + down * b) for a, b in pairs))
    return "".join(pieces)
