"""Rooms: rectangles in points, and how they are shared out. Layouts speak points; scenes EMU."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, pi, sin
from typing import Literal, NamedTuple

from smdeck.scene import Box
from smdeck.units import emu, points

Side = Literal["left", "top", "right", "bottom"]


class Room(NamedTuple):
    """A rectangle: left, top, width and height in points."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """Where it ends on the right."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """Where it ends at the bottom."""
        return self.y + self.h

    @property
    def center(self) -> tuple[float, float]:
        """Its middle, across and down."""
        return self.x + self.w / 2, self.y + self.h / 2

    @property
    def box(self) -> Box:
        """The rectangle in EMU; edges that meet in points meet in EMU."""
        left, top = emu(self.x), emu(self.y)
        return Box(left, top, emu(self.right) - left, emu(self.bottom) - top)

    @classmethod
    def of(cls, box: Box) -> Room:
        """Return the room that a box in EMU takes."""
        return cls(*map(points, box))

    def columns(self, shares: int | Sequence[float], gap: float = 16) -> list[Room]:
        """Return rooms side by side: so many equal ones, or one for each share."""
        return [Room(at, self.y, size, self.h) for at, size in _spans(self.x, self.w, shares, gap)]

    def rows(self, shares: int | Sequence[float], gap: float = 16) -> list[Room]:
        """Return rooms one below the other."""
        return [Room(self.x, at, self.w, size) for at, size in _spans(self.y, self.h, shares, gap)]

    def grid(self, count: int, columns: int, gap: float = 16) -> list[Room]:
        """Return the first `count` cells of a grid, row by row."""
        rows = self.rows(-(-count // columns), gap)
        return [cell for row in rows for cell in row.columns(columns, gap)][:count]

    def cut(self, side: Side, size: float, gap: float = 0) -> tuple[Room, Room]:
        """Return what is cut off at a side, and the rest beyond a gap."""
        x, y, w, h = self
        match side:
            case "left":
                return Room(x, y, size, h), Room(x + size + gap, y, w - size - gap, h)
            case "right":
                return Room(self.right - size, y, size, h), Room(x, y, w - size - gap, h)
            case "top":
                return Room(x, y, w, size), Room(x, y + size + gap, w, h - size - gap)
            case "bottom":
                return Room(x, self.bottom - size, w, size), Room(x, y, w, h - size - gap)

    def inset(self, left: float, top: float, right: float, bottom: float) -> Room:
        """Return the room with so much less on each side."""
        return Room(self.x + left, self.y + top, self.w - left - right, self.h - top - bottom)

    def middle(self, high: float) -> Room:
        """Return the part of the room that is so high, in the middle of its height."""
        return self._replace(y=self.y + (self.h - high) / 2, h=high)

    def disc(self, radius: float, x: float = 0.5, y: float = 0.5) -> Room:
        """Return the square around a disc that lies in the room at shares of what is free."""
        side = 2 * radius
        return Room(self.x + x * (self.w - side), self.y + y * (self.h - side), side, side)

    def ring(self, count: int, radius: float, start: float = -90) -> list[tuple[float, float]]:
        """Return points on a circle around the middle, clockwise from `start` in degrees."""
        (x, y), turn = self.center, 2 * pi / count
        angles = [start * pi / 180 + n * turn for n in range(count)]
        return [(x + radius * cos(a), y + radius * sin(a)) for a in angles]


def _spans(
    start: float, size: float, shares: int | Sequence[float], gap: float
) -> list[tuple[float, float]]:
    weights = [1.0] * shares if isinstance(shares, int) else list(shares)
    unit = (size - gap * (len(weights) - 1)) / sum(weights)
    spans, at = [], start
    for weight in weights:
        spans.append((at, unit * weight))
        at += unit * weight + gap
    return spans
