"""Cover: which cells of a slide hold something, as the fill test of the art's rulebook counts."""

from __future__ import annotations

from collections.abc import Iterable

from smdeck.compose.room import Room

ACROSS, DOWN = 40, 28
"""Cells of 24 × 18 pt, without the foot."""

Cover = list[int]
"""For each row of cells the bits of those that hold something."""


def cover(rooms: Iterable[Room], before: Cover | None = None) -> Cover:
    """Return what rooms cover."""
    rows = list(before) if before else [0] * DOWN
    for x, y, w, h in rooms:
        left, right = max(0, int(x / 24 + 0.1)), min(ACROSS, int((x + w) / 24 + 0.9))
        if right <= left:
            continue
        bits = (1 << right) - (1 << left)
        for row in range(
            max(0, int(y / 18 + 0.1)), min(DOWN, max(int((y + h) / 18 + 0.9), int(y / 18) + 1))
        ):
            rows[row] |= bits
    return rows


def share(rows: Cover) -> float:
    """Return the share of cells that hold something."""
    return sum(row.bit_count() for row in rows) / (ACROSS * DOWN)


def emptiest(rows: Cover) -> float:
    """Return the largest empty rectangle, as a share of the slide (30 rows of cells)."""
    full, best = (1 << ACROSS) - 1, 0
    half = DOWN // 2
    free = [~(rows[2 * n] | rows[2 * n + 1]) & full for n in range(half)]
    for top in range(half):
        bits = full
        for bottom in range(top, half):
            bits &= free[bottom]
            height = bottom - top + 1
            if bits.bit_count() * (half - top) <= best:
                break
            if bits.bit_count() * height > best:
                best = max(best, height * _longest(bits))
    return best / (ACROSS * 15)


def _longest(bits: int) -> int:
    """Return the length of the longest run of ones."""
    run = 0
    while bits:
        bits &= bits << 1
        run += 1
    return run
