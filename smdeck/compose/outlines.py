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
def _bubble(w: int, h: int, k: int) -> Geometry:
    c = round(0.4477 * k)
    path = (
        f"M{k} 0L{w - k} 0C{w - c} 0 {w} {c} {w} {k}L{w} {h - k}"
        f"C{w} {h - c} {w - c} {h} {w - k} {h}"
        f"L0 {h}L0 {k}C0 {c} {c} 0 {k} 0Z"
    )
    return Geometry(path=path, grid=(w, h))


def polygon(room: Room, corners: Sequence[Point]) -> Geometry:
    """Return an outline through points of the slide, which lie in a room.

    As PowerPoint's own freeforms it has connection sites at its corners, at some of many; so it is
    also known to point in a direction, and seen in a mirror where a deck runs from right to left.
    """
    moved = [(round(10 * (x - room.x)), round(10 * (y - room.y))) for x, y in corners]
    path = "L".join(f"{x} {y}" for x, y in moved)
    grid, sites = (round(10 * room.w), round(10 * room.h)), tuple(moved[:: len(moved) // 8 + 1])
    return Geometry(path=f"M{path}Z", grid=grid, sites=sites)


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
