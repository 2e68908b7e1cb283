"""Outlines of our own: the bubble, the wedge, the arc with its head."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import cos, pi, sin

from smdeck.compose.room import Room
from smdeck.scene import Geometry
from smdeck.units import points

Point = tuple[float, float]


def bubble_geometry(room: Room, radius: int) -> Geometry:
    """Return a card with three round corners, larger on larger cards; `radius` is the theme's, in
    EMU, for cards of usual height."""
    ratio = points(radius) / 28
    corner = ratio * (20 if room.h < 100 else 28 if room.h < 250 else 32)
    return _bubble(round(10 * room.w), round(10 * room.h), round(10 * corner))


@lru_cache(maxsize=256)
def _bubble(w: int, h: int, k: int, last: int = 0) -> Geometry:
    """Return a rectangle with round corners, the lower left one of the radius `last`."""
    c, d = round(0.4477 * k), round(0.4477 * last)
    path = (
        f"M{k} 0L{w - k} 0C{w - c} 0 {w} {c} {w} {k}L{w} {h - k}"
        f"C{w} {h - c} {w - c} {h} {w - k} {h}"
        + (f"L{last} {h}C{d} {h} 0 {h - d} 0 {h - last}" if last else f"L0 {h}")
        + f"L0 {k}C0 {c} {c} 0 {k} 0Z"
    )
    return Geometry(path=path, grid=(w, h))


def card_outline(room: Room, radius: float, *, bubble: bool, hang: float) -> Geometry:
    """Return a card with connection sites: its four sides, and one at its foot, `hang` points from
    the left. The `radius` of its corners is in EMU; that of a `bubble` is square at the tail."""
    w, h = round(10 * room.w), round(10 * room.h)
    corner = min(round(10 * points(round(radius)) * (0.8 if room.h < 100 else 1)), h // 2, w // 2)
    outline = _bubble(w, h, corner, 0 if bubble else corner)
    at = min(round(10 * hang), w)
    return outline._replace(sites=((w // 2, 0), (0, h // 2), (w // 2, h), (w, h // 2), (at, h)))


SIDES = ((500, 0), (0, 500), (500, 1000), (1000, 500))
"""The sides of a square of 1,000 units, in PowerPoint's order. LibreOffice takes the first four
connection sites of any outline to be its sides."""

CENTER = len(SIDES)
"""The connection site in the middle of a hub."""

_CIRCLE = (
    "M500 0C776 0 1000 224 1000 500C1000 776 776 1000 500 1000"
    "C224 1000 0 776 0 500C0 224 224 0 500 0Z"
)


def hub_geometry(round: bool) -> Geometry:
    """Return a disc or a square with a connection site in its middle: ties lead there, and stand
    behind it, so that they point to it wherever it is moved."""
    path = _CIRCLE if round else "M0 0L1000 0L1000 1000L0 1000Z"
    return Geometry(path=path, grid=(1000, 1000), sites=(*SIDES, (500, 500)))


def polygon(room: Room, corners: Sequence[Point]) -> Geometry:
    """Return an outline through points of the slide, which lie in a room."""
    moved = [(round(10 * (x - room.x)), round(10 * (y - room.y))) for x, y in corners]
    path = "L".join(f"{x} {y}" for x, y in moved)
    return Geometry(path=f"M{path}Z", grid=(round(10 * room.w), round(10 * room.h)))


def around(corners: Sequence[Point]) -> Room:
    """Return the smallest room that holds points."""
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return Room(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def arc(
    center: Point, radius: float, start: float, end: float, width: float, head: float = 0.0
) -> list[Point]:
    """Return the outline of a band along a circle, clockwise from `start` to `end` in degrees; with
    a `head` it ends in an arrow that long."""
    turn = 180 / pi * head / radius if head else 0.0
    angles = _angles(start, end - turn)
    outer = [_on(center, radius + width / 2, a) for a in angles]
    inner = [_on(center, radius - width / 2, a) for a in reversed(angles)]
    if not head:
        return [*outer, *inner]
    wide = 1.5 * width
    tip = [
        _on(center, radius + wide, end - turn),
        _on(center, radius, end),
        _on(center, radius - wide, end - turn),
    ]
    return [*outer, *tip, *inner]


def _angles(start: float, end: float) -> list[float]:
    steps = max(2, round(abs(end - start) / 3))
    return [start + (end - start) * n / steps for n in range(steps + 1)]


def _on(center: Point, radius: float, degrees: float) -> Point:
    angle = degrees * pi / 180
    return center[0] + radius * cos(angle), center[1] + radius * sin(angle)
