"""Connectors: straight lines and elbows as PowerPoint draws them, turned as they go."""

from __future__ import annotations

from smdeck.scene import Box, Connector


def connector_shape(node: Connector) -> tuple[Box, str, str]:
    """Return box, turn and geometry of a connector (ECMA-376 Part 1, presetShapeDefinitions)."""
    if node.way:
        return _on_its_way(node)
    (x1, y1), (x2, y2) = node.ends
    box = Box(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1))
    flip = ' flipH="1"' * (x2 < x1) + ' flipV="1"' * (y2 < y1)
    if not node.corners:
        return box, flip, _preset("line")
    if node.bend != "across":
        # Drawn across, down and across: turned, it goes down first.
        flip = ' rot="16200000" flipH="1"' if x1 < x2 else ' rot="5400000"'
        box = _turned(box)
    return box, flip, _preset(f"bentConnector{len(node.corners) + 1}")


def _on_its_way(node: Connector) -> tuple[Box, str, str]:
    """Return an elbow with one corner, or with two half way, whichever way it goes first."""
    (x1, y1), (x2, y2) = node.ends
    right, down = x2 >= x1, y2 >= y1
    box = Box(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1))
    upright = node.way[0][0] == x1
    if upright:
        if down:
            flip = ' rot="16200000" flipH="1"' if right else ' rot="5400000"'
        else:
            flip = ' rot="16200000"' if right else ' rot="5400000" flipH="1"'
        box = _turned(box)
    else:
        flip = ' flipH="1"' * (not right) + ' flipV="1"' * (not down)
    return box, flip, _preset(f"bentConnector{len(node.way) + 1}")


def _turned(box: Box) -> Box:
    """Return the box that covers another one when it is turned by a quarter."""
    x, y = box.middle
    return Box(x - box.h // 2, y - box.w // 2, box.h, box.w)


def _preset(name: str) -> str:
    return f'<a:prstGeom prst="{name}"><a:avLst/></a:prstGeom>'
