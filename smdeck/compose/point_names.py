"""Point names: where the names of points stand in a field, none over another, nor over a point."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from smdeck.compose.room import Room
from smdeck.compose.type import Align

DOT = 14.0
"""The radius of a point."""

GAP = 6.0
"""The space between a point and its name."""

TRIES = 3000
"""So many places are tried for names before they count as too many."""

Spot = tuple[float, float, int]
"""Where a point stands on the slide in points, and in which quadrant."""


def name_rooms(
    spots: Sequence[Spot], widths: Sequence[float], height: float, cells: Sequence[Room],
    heads: Sequence[Room],
) -> list[Room] | None:  # fmt: skip
    """Return where the names of points stand, in points: each beside its point in its quadrant.

    None if one runs into another, into a point or into the name of a quadrant.
    """
    dots = [Room(x - DOT, y - DOT, 2 * DOT, 2 * DOT) for x, y, _ in spots]
    free = [
        [
            room
            for room in _around(x, y, width, height)
            if _inside(room, cells[cell])
            and not any(_meets(room, one) for one in (*heads, *dots[:n], *dots[n + 1 :]))
        ]
        for n, ((x, y, cell), width) in enumerate(zip(spots, widths, strict=True))
    ]
    return _apart(free)


def _apart(free: Sequence[Sequence[Room]]) -> list[Room] | None:
    """Return one of the rooms of each name so that none meets another, the first ones if it can be.

    A name that finds none has those before it moved, the last first.
    """
    placed: list[Room] = []
    next_of = [0] * len(free)
    for _ in range(TRIES):
        n = len(placed)
        if n == len(free):
            return placed
        at = next_of[n]
        while at < len(free[n]) and any(_meets(free[n][at], one) for one in placed):
            at += 1
        if at < len(free[n]):
            placed.append(free[n][at])
            next_of[n] = at + 1
        elif not placed:
            return None
        else:
            next_of[n] = 0
            placed.pop()
    return None


def _around(x: float, y: float, w: float, h: float) -> Iterator[Room]:
    """Yield where the name of a point may stand: right, left, below, above, and between these."""
    near = DOT + GAP
    yield Room(x + near, y - h / 2, w, h)
    yield Room(x - near - w, y - h / 2, w, h)
    for top in (y - h - GAP, y + GAP):
        yield Room(x + near, top, w, h)
        yield Room(x - near - w, top, w, h)
    for top in (y + DOT + 2, y - DOT - 2 - h):
        for left in (x - w / 2, x - DOT, x + DOT - w):
            yield Room(left, top, w, h)


def _inside(room: Room, cell: Room) -> bool:
    return (
        cell.x + 4 <= room.x and room.right <= cell.right - 4
        and cell.y <= room.y and room.bottom <= cell.bottom
    )  # fmt: skip


def _meets(one: Room, other: Room) -> bool:
    return (
        one.x < other.right and other.x < one.right
        and one.y < other.bottom and other.y < one.bottom
    )  # fmt: skip


def side_of(x: float, room: Room) -> Align:
    """Return to which side of its room the name of a point at `x` is set."""
    return "left" if room.x > x else "right" if room.right < x else "center"
