"""Cover: which cells of a slide hold something, and the largest hole among them."""

from __future__ import annotations

import pytest

from smdeck.compose import Room
from smdeck.compose.cover import ACROSS, DOWN, cover, emptiest, share

SLIDE = Room(0, 0, 960, 504)


def test_an_empty_slide_is_one_hole() -> None:
    rows = cover([])
    assert share(rows) == 0
    assert emptiest(rows) == pytest.approx(DOWN / 30)


def test_a_full_slide_has_no_hole() -> None:
    rows = cover([SLIDE])
    assert share(rows) == 1
    assert emptiest(rows) == 0


def test_half_a_slide_leaves_the_other_half() -> None:
    rows = cover([SLIDE._replace(w=480)])
    assert share(rows) == pytest.approx(0.5)
    assert emptiest(rows) == pytest.approx(0.5 * DOWN / 30)


def test_a_line_through_the_middle_parts_the_hole() -> None:
    rows = cover([Room(0, 250, 960, 4)])
    assert share(rows) == pytest.approx(1 / DOWN, abs=1 / DOWN)
    assert emptiest(rows) < 0.5


def test_what_lies_off_the_slide_covers_nothing() -> None:
    assert cover([Room(-200, 0, 100, 100), Room(1000, 10, 50, 50)]) == [0] * DOWN
    assert max(row.bit_length() for row in cover([Room(900, 0, 900, 900)])) == ACROSS
