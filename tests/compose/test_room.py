"""Rooms: rectangles in points, shared out without gaps and overlaps."""

from __future__ import annotations

from itertools import pairwise

import pytest

from smdeck.compose import Room

BODY = Room(44, 112, 872, 380)


def test_columns_are_the_thirds_and_quarters_of_the_grid() -> None:
    assert [(room.x, room.w) for room in BODY.columns(3)] == [(44, 280), (340, 280), (636, 280)]
    assert [room.x for room in BODY.columns(4)] == [44, 266, 488, 710]


def test_columns_by_shares_fill_the_room() -> None:
    left, right = BODY.columns((2, 1), 20)
    assert left.w == pytest.approx(2 * right.w)
    assert right.x == pytest.approx(left.right + 20)
    assert right.right == pytest.approx(BODY.right)


def test_a_grid_goes_row_by_row() -> None:
    cells = BODY.grid(5, 3, 16)
    assert len(cells) == 5
    assert [cell.y for cell in cells[:3]] == [BODY.y] * 3
    assert cells[3].x == cells[0].x and cells[3].y > cells[0].bottom


@pytest.mark.parametrize("side", ["left", "right", "top", "bottom"])
def test_a_cut_gives_a_piece_and_the_rest_beyond_a_gap(side: str) -> None:
    piece, rest = BODY.cut(side, 100, 10)  # type: ignore[arg-type]
    along = piece.w + rest.w + 10 if side in ("left", "right") else piece.h + rest.h + 10
    assert along == (BODY.w if side in ("left", "right") else BODY.h)
    assert not piece.box.overlaps(rest.box)


def test_edges_that_meet_in_points_meet_in_emu() -> None:
    thirds = BODY.columns(7, 0)
    assert all(a.box.right == b.box.x for a, b in pairwise(thirds))


def test_a_disc_lies_at_shares_of_what_is_free() -> None:
    assert BODY.disc(50, 0, 0) == Room(44, 112, 100, 100)
    assert BODY.disc(50, 1, 1) == Room(816, 392, 100, 100)
    assert BODY.disc(50).center == BODY.center


def test_a_ring_begins_at_twelve_o_clock_and_goes_clockwise() -> None:
    top, right, bottom, left = BODY.ring(4, 100)
    x, y = BODY.center
    assert top == pytest.approx((x, y - 100)) and right == pytest.approx((x + 100, y))
    assert bottom == pytest.approx((x, y + 100)) and left == pytest.approx((x - 100, y))
