"""Tiers: bands one above the other that grow or shrink, with a row of words beside each."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from smdeck.compose.plan import Plan
from smdeck.compose.room import Room
from smdeck.scene import Role

GAP = 6.0
"""The space between bands."""


class Tier(NamedTuple):
    """A band: the room within it, and that of the row beside it."""

    within: Room
    beside: Room


def tiers(
    plan: Plan,
    room: Room,
    wide: float,
    first: float,
    last: float,
    shade: Callable[[Plan, int], Role],
) -> list[Tier]:
    """Draw a band for each item in the left `wide` points of a room, and return their rooms.

    Their sides run from a share `first` of the width to a share `last` of it.
    """
    left, right = room.cut("left", wide, 0.09 * wide)
    middle = left.center[0]

    def half(y: float) -> float:
        return left.w / 2 * (first + (last - first) * (y - left.y) / left.h)

    made = []
    for n, row in enumerate(left.rows(plan.count, 0)):
        top = row.y + (GAP / 2 if n else 0)
        bottom = row.bottom - (GAP / 2 if n < plan.count - 1 else 0)
        corners = [
            (middle - half(top), top), (middle + half(top), top),
            (middle + half(bottom), bottom), (middle - half(bottom), bottom),
        ]  # fmt: skip
        plan.outlined(corners if half(top) else corners[1:], shade(plan, n), n)
        if n:
            plan.thread((middle + half(row.y) + 14, row.y), (room.right, row.y), "line", 1.5, n)
        reach = 0.9 * min(half(top), half(bottom))
        if not half(top):  # the peak: there is room at its foot
            reach, top = 0.5 * half(bottom), top + 0.4 * (bottom - top)
        within = Room(middle - reach, top, 2 * reach, bottom - top)
        made.append(Tier(within, Room(right.x, row.y, right.w, row.h).inset(0, 4, 0, 4)))
    return made
