"""Ties: connectors on a way of their own, with small joints where they turn.

An elbow turns half way between its ends wherever it is opened; its handles are not read
everywhere. A way that turns elsewhere is several connectors, glued to joints as small as its line
is wide.
"""

from __future__ import annotations

from collections.abc import Sequence

from smdeck.compose.outlines import SIDES
from smdeck.page.page import Page
from smdeck.scene import Box, Connector, Geometry, Line, SceneNode, Shape
from smdeck.units import emu

Point = tuple[int, int]

HALF_WAY = emu(1.0)
"""How far from half way an elbow may turn."""

DOT = Geometry(path="M0 0L1000 0L1000 1000L0 1000Z", grid=(1000, 1000), sites=SIDES)
TOP, LEFT, FOOT, RIGHT = range(4)


def tie_along(
    page: Page, start: Shape, end: Shape, way: Sequence[tuple[float, float]], line: Line
) -> list[SceneNode]:
    """Tie two shapes along a way, in points, and return all that is drawn."""
    first, last = _nearest(start, way[0]), _nearest(end, way[-1])
    points = [(emu(x), emu(y)) for x, y in way]
    points[0], points[-1] = start.site(first), end.site(last)
    points = _squared(points)
    if len(points) == 2 or _turns_half_way(points):
        return [_piece(page, (start, first), (end, last), points, line)]
    drawn: list[SceneNode] = []
    before, at = (start, first), 0
    while at + 2 < len(points):
        joint = _joint(page, points[at + 2], line)
        drawn.append(joint)
        enters = _side(points[at + 2], points[at + 1])
        own = line._replace(head=False, tail=line.tail and at == 0)
        piece = points[at : at + 3]
        drawn.append(_piece(page, before, (joint, enters), piece, own))
        at += 2
        before = joint, _side(points[at], points[min(at + 1, len(points) - 1)])
    rest = [points[at], points[-1]]
    drawn.append(_piece(page, before, (end, last), rest, line._replace(tail=False)))
    return drawn


def _squared(points: list[Point]) -> list[Point]:
    """Return a way whose first and last piece are level or upright as the shapes have their sites:
    these lie on whole units of a grid."""
    if len(points) < 4:
        return points
    upright = abs(points[1][0] - points[0][0]) <= abs(points[1][1] - points[0][1])
    axis = 0 if upright else 1
    for corner, end in ((1, 0), (len(points) - 2, len(points) - 1)):
        moved = list(points[corner])
        moved[axis] = points[end][axis]
        points[corner] = moved[0], moved[1]
    return points


def _turns_half_way(points: Sequence[Point]) -> bool:
    if len(points) != 4:
        return False
    (x1, y1), (a, b), (c, d), (x2, y2) = points
    upright = abs(a - x1) <= abs(b - y1)
    middle = (y1 + y2) // 2 if upright else (x1 + x2) // 2
    ahead = (y2 - y1) * (b - y1) > 0 if upright else (x2 - x1) * (a - x1) > 0
    return ahead and abs((b if upright else a) - middle) <= HALF_WAY and (a == c or b == d)


def _piece(
    page: Page,
    start: tuple[Shape, int],
    end: tuple[Shape, int],
    points: Sequence[Point],
    line: Line,
) -> Connector:
    """Draw a connector: straight, with a corner, or with two half way."""
    (x1, y1), (x2, y2) = start[0].site(start[1]), end[0].site(end[1])
    upright = abs(points[1][0] - points[0][0]) <= abs(points[1][1] - points[0][1])
    way: tuple[Point, ...] = ()
    if len(points) == 3:
        way = ((x1, y2),) if upright else ((x2, y1),)
    elif len(points) > 3:
        x, y = (x1 + x2) // 2, (y1 + y2) // 2
        way = ((x1, y), (x2, y)) if upright else ((x, y1), (x, y2))
    return page.connect(start, end, line, way=way)


def _joint(page: Page, point: Point, line: Line) -> Shape:
    """Draw a joint as small as a line is wide."""
    side = emu(line.width)
    box = Box(point[0] - side // 2, point[1] - side // 2, side, side)
    return page.shape(box, DOT, fill=line.role, name=page.strings.shapes["tie"])


def _side(joint: Point, other: Point) -> int:
    """Return the side of a joint that looks to another point."""
    across, down = other[0] - joint[0], other[1] - joint[1]
    if abs(across) > abs(down):
        return RIGHT if across > 0 else LEFT
    return FOOT if down > 0 else TOP


def _nearest(shape: Shape, point: tuple[float, float]) -> int:
    """Return the connection site of a shape that is nearest to a point."""
    x, y = emu(point[0]), emu(point[1])

    def away(site: int) -> int:
        a, b = shape.site(site)
        return abs(a - x) + abs(b - y)

    return min(range(len(shape.geometry.sites)), key=away)
