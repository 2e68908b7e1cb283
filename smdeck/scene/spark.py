"""The node of a sparkline: a chart so small that it has nothing but its line."""

# Without `from __future__ import annotations`: a NamedTuple would compile each of them by itself.

from typing import NamedTuple

from smdeck.scene.box import Box
from smdeck.scene.style import Role
from smdeck.units import points

DOT, WIDTH = 0.24, 0.075
"""How large the dot at the end is, and how wide the line, as shares of its height."""

LARGEST_DOT, WIDEST, SMALLEST_DOT, NARROWEST = 18.0, 5.0, 7.0, 2.0
"""Their bounds in points."""

LONE, SMALLEST_LONE = 2.0, 5.0
"""How large a point between gaps is: so many times as wide as the line, and the least in points."""


class Spark(NamedTuple):
    """A sparkline; the line has one role, the dot at its end another."""

    values: tuple[float | None, ...]
    box: Box
    line: Role
    dot: Role
    name: str
    """What the selection pane calls it."""
    told: str
    """What it is about, the name of its series."""
    alt: str

    @property
    def dot_size(self) -> float:
        """The diameter of the dot in points; PowerPoint's markers have whole ones."""
        return float(round(min(LARGEST_DOT, max(SMALLEST_DOT, DOT * points(self.box.h)))))

    @property
    def width(self) -> float:
        """The width of the line in points."""
        return min(WIDEST, max(NARROWEST, WIDTH * points(self.box.h)))

    @property
    def lone(self) -> list[int]:
        """The points, by their numbers, that no line runs through: those between gaps. The last one
        has its dot."""
        around = [None, *self.values, None]
        return [
            n
            for n, value in enumerate(self.values[:-1])
            if value is not None and around[n] is around[n + 2] is None
        ]

    @property
    def lone_size(self) -> float:
        """The diameter of a point that no line runs through, in points."""
        return float(round(max(LONE * self.width, SMALLEST_LONE)))

    @property
    def bounds(self) -> tuple[float, float]:
        """The lowest and the highest number, which the line reaches at the edges of its room."""
        known = [value for value in self.values if value is not None]
        low, high = min(known), max(known)
        return (low, high) if low < high else (low - 1, high + 1)

    @property
    def plot(self) -> tuple[float, float, float, float]:
        """Where the line stands in its box as shares: left, top, width, height. What is left around
        it holds half of the dot."""
        across = (self.dot_size / 2 + 1) / points(self.box.w)
        down = (self.dot_size / 2 + 1) / points(self.box.h)
        return across, down, 1 - 2 * across, 1 - 2 * down
