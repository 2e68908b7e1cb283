"""Boxes: rectangles on a slide, in EMU from its top left, and how they are shared out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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

    def columns(self, shares: int | Sequence[float], gap: int) -> list[Box]:
        """Return columns side by side: so many equal ones, or one for each share."""
        spans = _spans(self.x, self.w, shares, gap)
        return [Box(start, self.y, size, self.h) for start, size in spans]

    def rows(self, shares: int | Sequence[float], gap: int) -> list[Box]:
        """Return rows one below the other: so many equal ones, or one for each share."""
        spans = _spans(self.y, self.h, shares, gap)
        return [Box(self.x, start, self.w, size) for start, size in spans]

    def grid(self, columns: int, rows: int, gap: int) -> list[Box]:
        """Return the cells of a grid, row by row."""
        return [cell for row in self.rows(rows, gap) for cell in row.columns(columns, gap)]

    def cells(self, count: int, columns: int, gap: int, places: int = 0) -> list[Box]:
        """Return so many cells of a grid, row by row; a last row that is not full is centred.

        With `places`, they are the first of so many, and each row begins at the left.
        """
        rows = -(-max(count, places) // columns)
        if places:
            return self.grid(columns, rows, gap)[:count]
        cells = self.grid(columns, rows, gap)[:count]
        missing = columns * rows - count
        shift = missing * (cells[0].w + gap) // 2
        full = count - (columns - missing)
        return [
            cell if n < full or not missing else Box(cell.x + shift, cell.y, cell.w, cell.h)
            for n, cell in enumerate(cells)
        ]

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


def _spans(start: int, size: int, shares: int | Sequence[float], gap: int) -> list[tuple[int, int]]:
    """Return start and size of each span; rounding leaves no gap and no overlap."""
    weights = [1.0] * shares if isinstance(shares, int) else list(shares)
    free = size - gap * (len(weights) - 1)
    edges = [0.0]
    for weight in weights:
        edges.append(edges[-1] + free * weight / sum(weights))
    return [
        (start + round(edges[n]) + n * gap, round(edges[n + 1]) - round(edges[n]))
        for n in range(len(weights))
    ]
