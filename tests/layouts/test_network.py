"""The ties of a network tell near from far."""

from __future__ import annotations

import math

import pytest

from smdeck.layouts.network import NEAR, arrange, facing_site
from smdeck.scene import Box
from smdeck.units import emu, points

AREA = Box(emu(260), emu(116), emu(650), emu(352))
HUB = AREA.centered(emu(108), emu(108))

CASES = {
    "a few": [True, False, False],
    "as many of both": [True, False, True, False, True, False],
    "weak ones only": [False] * 7,
    "strong ones only": [True] * 5,
    "many": [True] * 3 + [False] * 9,
    "the most": [True] * 4 + [False] * 12,
}


def tie_length(box: Box) -> float:
    """Return how long the tie from the hub's outline to a node is, in points."""
    end = facing_site(box, HUB.middle)[1]
    return points(round(math.dist(end, HUB.middle))) - 54


@pytest.mark.parametrize("strong", CASES.values(), ids=CASES)
def test_nodes_stand_apart_and_inside_the_area(strong: list[bool]) -> None:
    placed = arrange(AREA, HUB, [emu(110)] * len(strong), strong)
    assert placed is not None
    for number, box in enumerate(placed):
        assert AREA.x <= box.x and box.right <= AREA.right
        assert AREA.y <= box.y and box.bottom <= AREA.bottom
        assert not box.overlaps(HUB)
        assert not any(box.overlaps(other) for other in placed[:number])


@pytest.mark.parametrize("name", ["a few", "as many of both"])
def test_strong_ties_are_equally_short_and_weak_ones_longer(name: str) -> None:
    strong = CASES[name]
    placed = arrange(AREA, HUB, [emu(110)] * len(strong), strong)
    assert placed is not None
    near = [tie_length(box) for box, is_near in zip(placed, strong, strict=True) if is_near]
    far = [tie_length(box) for box, is_near in zip(placed, strong, strict=True) if not is_near]
    assert near == pytest.approx([NEAR] * len(near), abs=1)
    assert min(far) > NEAR + 10


def test_names_that_find_no_place_are_not_squeezed_in() -> None:
    assert arrange(AREA, HUB, [emu(320)] * 16, [False] * 16) is None
