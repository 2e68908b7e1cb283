"""Boxes: rectangles on a slide, in EMU from its top left, and how they are shared out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise
from math import ceil
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle: left, top, width and height in EMU."""

    x: int
    y: int
    w: int
    h: int

    @property
    def right(self) -> int:
        """The right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> int:
        """The lower edge."""
        return self.y + self.h

    @property
    def middle(self) -> tuple[int, int]:
        """The point in the middle."""
        return self.x + self.w // 2, self.y + self.h // 2

    def inset(self, left: int, top: int = 0, right: int = 0, bottom: int = 0) -> Box:
        """Return the box with so much less on each side."""
        return Box(self.x + left, self.y + top, self.w - left - right, self.h - top - bottom)

    def outset(self, edge: int) -> Box:
        """Return the box with so much more on each side."""
        return self.inset(-edge, -edge, -edge, -edge)

    def columns(self, shares: Sequence[float]) -> list[Box]:
        """Return columns side by side, one for each share; rounding leaves no gap, no overlap."""
        whole = sum(shares)
        edges = [self.x + round(self.w * part / whole) for part in (0, *accumulate(shares))]
        return [Box(left, self.y, right - left, self.h) for left, right in pairwise(edges)]

    def moved(self, right: int, down: int) -> Box:
        """Return the box so much farther right and down."""
        return self._replace(x=self.x + right, y=self.y + down)

    def centered(self, width: int, height: int) -> Box:
        """Return a box of that size around the middle."""
        return Box(self.x + (self.w - width) // 2, self.y + (self.h - height) // 2, width, height)

    def holds(self, other: Box) -> bool:
        """Return whether another box lies inside."""
        return (
            self.x <= other.x
            and self.y <= other.y
            and other.right <= self.right
            and other.bottom <= self.bottom
        )

    def common(self, other: Box) -> Box | None:
        """Return what the boxes share, or None where that is no more than an edge."""
        if not self.overlaps(other):
            return None
        x, y = max(self.x, other.x), max(self.y, other.y)
        right, bottom = min(self.right, other.right), min(self.bottom, other.bottom)
        return Box(x, y, right - x, bottom - y)

    def overlaps(self, other: Box) -> bool:
        """Return whether the boxes share more than an edge."""
        return (
            self.x < other.right
            and other.x < self.right
            and self.y < other.bottom
            and other.y < self.bottom
        )


def around(boxes: Iterable[Box]) -> Box:
    """Return the smallest box that holds all the boxes."""
    every = list(boxes)
    x, y = min(box.x for box in every), min(box.y for box in every)
    return Box(x, y, max(box.right for box in every) - x, max(box.bottom for box in every) - y)


def pixels_seen(box: Box, crop: tuple[float, float, float, float], scale: float) -> tuple[int, int]:
    """Return how many pixels of a whole picture can be seen of it in a box, where an EMU is `scale`
    pixels long; shares of it are cut off at left, top, right and bottom."""
    left, top, right, bottom = crop
    return (
        ceil(box.w * scale / max(1 - left - right, 0.001)),
        ceil(box.h * scale / max(1 - top - bottom, 0.001)),
    )
