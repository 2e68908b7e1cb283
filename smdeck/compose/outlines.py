"""Outlines of our own: the bubble, the wedge, the arc with its head."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
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


RINGS = 12
"""How many dots lie one behind the other from the middle of a ball to its edge."""


@cache
def halftone() -> Geometry:
    """Return a ball of dots on a square grid at 45°, smaller where the light falls: one outline."""
    side, dots = 2400, []
    radius, pitch = side / 2, side / (2 * RINGS)
    step = pitch / 2**0.5
    reach = int(radius / step) + 2
    for i in range(-reach, reach + 1):
        for j in range(-reach, reach + 1):
            x, y = i * step, j * step
            away = (x * x + y * y) ** 0.5
            beside = ((x + 0.2 * radius) ** 2 + (y + 0.16 * radius) ** 2) ** 0.5
            if (i + j) % 2 or away > radius - 0.3 * pitch or beside < 0.86 * radius:
                continue
            height = max(0.0, 1 - (away / radius) ** 2) ** 0.5
            light = min(1.0, max(0.0, -0.45 * x / radius - 0.55 * y / radius + 0.7 * height))
            size = pitch * (0.12 + 0.54 * (1 - light)) * 0.72
            corners = [_on((radius + x, radius + y), size, 45.0 * n) for n in range(8)]
            dots.append("L".join(f"{round(a)} {round(b)}" for a, b in corners))
    return Geometry(path="".join(f"M{dot}Z" for dot in dots), grid=(side, side))


def polygon(room: Room, corners: Sequence[Point]) -> Geometry:
    """Return an outline through points of the slide, which lie in a room.

    As PowerPoint's own freeforms it has connection sites at its corners, at some of many; so it is
    also known to point in a direction, and seen in a mirror where a deck runs from right to left.
    """
    moved = [(round(10 * (x - room.x)), round(10 * (y - room.y))) for x, y in corners]
    path = "L".join(f"{x} {y}" for x, y in moved)
    grid, sites = (round(10 * room.w), round(10 * room.h)), tuple(moved[:: len(moved) // 8 + 1])
    return Geometry(path=f"M{path}Z", grid=grid, sites=sites)


def room_around(corners: Sequence[Point]) -> Room:
    """Return the smallest room that holds points."""
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return Room(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def arc(
    center: Point, radius: float, start: float, end: float, width: float, head: float
) -> list[Point]:
    """Return the outline of a band along a circle, clockwise from `start` to `end` in degrees; it
    ends in an arrow whose `head` is that long."""
    turn = 180 / pi * head / radius
    angles = _angles(start, end - turn)
    outer = [_on(center, radius + width / 2, a) for a in angles]
    inner = [_on(center, radius - width / 2, a) for a in reversed(angles)]
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
