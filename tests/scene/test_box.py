"""Boxes are shared out without a gap, an overlap or a lost unit."""

from __future__ import annotations

from itertools import pairwise

import pytest

from smdeck.scene import Box, Geometry
from smdeck.scene.box import around

ODD = Box(7, 11, 1_000_003, 700_001)


@pytest.mark.parametrize("shares", [(1,), (1, 1), (3, 2), (1, 4.4), (7, 5, 3), (1, 0.001)])
def test_columns_add_up_exactly(shares: tuple[float, ...]) -> None:
    columns = ODD.columns(shares)
    assert columns[0].x == ODD.x and columns[-1].right == ODD.right
    for left, right in pairwise(columns):
        assert right.x == left.right
    assert all((column.y, column.h) == (ODD.y, ODD.h) for column in columns)
    assert around(columns) == ODD


def test_equal_columns_differ_by_one_unit_at_most() -> None:
    widths = {column.w for column in ODD.columns([1] * 7)}
    assert max(widths) - min(widths) <= 1


def test_shares_are_kept() -> None:
    wide, narrow = Box(0, 0, 1000, 10).columns((3, 1))
    assert (wide.w, narrow.w) == (750, 250)


def test_boxes_that_share_an_edge_do_not_overlap() -> None:
    box = Box(0, 0, 10, 10)
    assert not box.overlaps(Box(10, 0, 10, 10))
    assert not box.overlaps(Box(0, 10, 10, 10))
    assert not Box(10, 0, 10, 10).overlaps(box)
    assert not Box(0, 10, 10, 10).overlaps(box)
    assert box.overlaps(Box(9, 9, 10, 10))
    assert box.overlaps(Box(2, 2, 2, 2))
    assert Box(2, 2, 2, 2).overlaps(box)


def test_a_box_is_inset_and_centered() -> None:
    box = Box(10, 20, 100, 50)
    assert box.inset(1, 2, 3, 4) == Box(11, 22, 96, 44)
    assert box.centered(20, 10) == Box(50, 40, 20, 10)
    assert (box.right, box.bottom, box.middle) == (110, 70, (60, 45))


# The text rectangles of ECMA-376's presetShapeDefinitions, worked out by hand for 1000 × 400.
TEXT_BOXES = {
    "rect": (Geometry(), Box(0, 0, 1000, 400)),
    "roundRect": (Geometry("roundRect"), Box(20, 20, 960, 360)),
    "roundRect with a handle": (Geometry("roundRect", (("adj", 50_000),)), Box(59, 59, 882, 282)),
    "ellipse": (Geometry("ellipse"), Box(146, 59, 708, 282)),
    "homePlate": (Geometry("homePlate"), Box(0, 0, 900, 400)),
    "chevron": (Geometry("chevron", (("adj", 25_000),)), Box(100, 0, 800, 400)),
    "own path": (Geometry(path="M0 0L1 1Z"), Box(0, 0, 1000, 400)),
}


@pytest.mark.parametrize("name", TEXT_BOXES)
def test_words_stand_where_powerpoint_sets_them(name: str) -> None:
    geometry, expected = TEXT_BOXES[name]
    assert geometry.text_box(Box(0, 0, 1000, 400)) == expected


def test_a_text_box_moves_with_its_shape() -> None:
    geometry = Geometry("chevron", (("adj", 25_000),))
    assert geometry.text_box(Box(7, 9, 1000, 400)) == Box(107, 9, 800, 400)
