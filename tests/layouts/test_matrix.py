"""A matrix: four quadrants with words, or points where they belong."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from standing import only, texts, written

from smdeck.compiler.compiling import Compiled
from smdeck.compose import Room
from smdeck.compose.point_names import name_rooms
from smdeck.findings import Finding
from smdeck.fit.fitting import every_node
from smdeck.scene import Group, SlideScene, TextBox

Compile = Callable[[str], Compiled]
FindingsOf = Callable[[str], list[Finding]]


def matrix(*items: str, **keys: str) -> str:
    """Return a deck with one slide: effort to the right, effect upwards."""
    return written("matrix", *items, **{"x": "Aufwand", "y": "Wirkung", **keys})


def points(scene: SlideScene) -> dict[str, tuple[Room, Room]]:
    """Return the points of a slide by their names: where disc and name stand."""
    groups = [node for node in scene.nodes if isinstance(node, Group)]
    return {
        group.name: (Room.of(group.children[0].box), Room.of(group.children[1].box))  # type: ignore[union-attr]
        for group in groups
    }


def test_four_items_are_the_quadrants_row_by_row(compiled: Compile) -> None:
    stands = texts(only(compiled(matrix("Sofort", "Planen", "Nebenbei", "Lassen"))))
    one, two, three, four = (stands[f"item {n}"].room for n in range(1, 5))
    assert one.y == two.y < three.y == four.y
    assert one.x == three.x < two.x == four.x


def test_points_stand_where_their_numbers_say(compiled: Compile) -> None:
    scene = only(
        compiled(
            matrix(
                "{title: a, x: 0, y: 0}", "{title: b, x: 1, y: 1}", "{title: c, x: 0.25, y: 0.75}"
            )
        )
    )
    found = points(scene)
    (ax, ay), (bx, by), (cx, cy) = (found[name][0].center for name in "abc")
    assert ax < cx < bx and by < cy < ay
    assert (cx - ax) / (bx - ax) == pytest.approx(0.25, abs=0.001)
    assert (ay - cy) / (ay - by) == pytest.approx(0.75, abs=0.001)


def test_twelve_points_have_names_that_run_into_nothing(compiled: Compile) -> None:
    items = [
        f"{{title: Punkt {n}, x: {0.1 + 0.24 * (n % 4)}, y: {0.15 + 0.3 * (n // 4)}}}"
        for n in range(12)
    ]
    found = list(points(only(compiled(matrix(*items)))).values())
    assert len(found) == 12
    rooms = [room for pair in found for room in pair]
    for n, one in enumerate(rooms):
        for other in rooms[:n]:
            assert (
                one.right <= other.x or other.right <= one.x
                or one.bottom <= other.y or other.bottom <= one.y
            )  # fmt: skip


def test_names_that_find_no_place_are_a_finding(findings_of: FindingsOf) -> None:
    items = [f"{{title: Wettbewerbsbeobachtung {n}, x: 0.2, y: 0.8}}" for n in range(12)]
    (finding,) = findings_of(matrix(*items))
    assert finding.code == "overflow"


def test_quadrants_have_names_behind_points(compiled: Compile) -> None:
    scene = only(
        compiled(
            matrix(
                "{title: a, x: 0.2, y: 0.2}",
                quadrants="[{title: Sofort, featured: true}, Planen, Nebenbei, Lassen]",
            )
        )
    )
    assert [texts(scene)[f"quadrant {n}"].said for n in range(1, 5)] == [
        "Sofort", "Planen", "Nebenbei", "Lassen",
    ]  # fmt: skip
    assert [shape.fill for shape in scene.slide_layout.decor][-4:] == ["brand", *["surface"] * 3]


def test_axes_say_what_they_measure_and_what_their_ends_mean(compiled: Compile) -> None:
    stands = texts(
        only(compiled(matrix("a", "b", "c", "d", x="{title: Aufwand, low: klein, high: groß}")))
    )
    assert stands["x low"].room.x < stands["x title"].room.x < stands["x high"].room.x
    assert stands["y title"].room.bottom < stands["item 1"].room.y


@pytest.mark.parametrize(
    ("items", "code"),
    [
        (("a", "b", "c"), "item-count"),
        (("a", "b", "c", "d", "e"), "item-count"),
        (("{title: a, x: 0.5}",), "missing-field"),
        (("{title: a, x: 0.5, y: 0.5}", "b"), "missing-field"),
        (("{title: a, x: 0.5, y: 0.5, text: b}",), "unshown-key"),
        (("{title: a, x: 1.5, y: 0.5}",), "wrong-value"),
    ],
)
def test_what_is_no_matrix_is_a_finding(
    items: tuple[str, ...], code: str, findings_of: FindingsOf
) -> None:
    assert {finding.code for finding in findings_of(matrix(*items))} == {code}


def test_names_of_quadrants_without_points_are_a_finding(findings_of: FindingsOf) -> None:
    (finding,) = findings_of(matrix("a", "b", "c", "d", quadrants="[a, b, c, d]"))
    assert finding.code == "unshown-key"


def test_points_appear_one_by_one(compiled: Compile) -> None:
    scene = only(
        compiled(matrix("{title: a, x: 0, y: 0}", "{title: b, x: 1, y: 1}", reveal="true"))
    )
    assert [click.nodes[0].name for click in scene.clicks] == ["a", "b"]


def test_names_of_points_are_text_that_can_be_edited(compiled: Compile) -> None:
    scene = only(compiled(matrix("{title: a, x: 0, y: 0}")))
    (group,) = [node for node in scene.nodes if isinstance(node, Group)]
    assert isinstance(group.children[1], TextBox)


def test_names_that_find_no_place_in_a_narrow_field_have_the_wide_one(compiled: Compile) -> None:
    """Nine short names and a long one in the middle: beside the title, nothing holds the long one
    that is large enough to be read."""
    names = ["den", "steht", "dem", "was", "interessensorientierte", "für", "jeden", "ist", "mit"]
    items = [
        f"{{title: {name}, x: {0.12 + 0.36 * (n % 3)}, y: {0.12 + 0.36 * (n // 3)}}}"
        for n, name in enumerate(names)
    ]
    scene = only(compiled(matrix(*items, quadrants="[Das, Sie, zum, wackelst]")))
    rooms = [name for _, name in points(scene).values()]
    assert len(rooms) == len(names)
    assert min(room.h for room in rooms) >= 1.2 * 18


def test_a_name_makes_room_for_the_next_one() -> None:
    """The first would stand right of its point, where alone the second has a place."""
    cell = Room(0, 0, 400, 200)
    cells = [cell, Room(404, 0, 400, 200), Room(0, 204, 400, 200), Room(404, 204, 400, 200)]
    spots = [(150.0, 20.0, 0), (300.0, 20.0, 0)]
    rooms = name_rooms(spots, [40.0, 110.0], 24, cells, [Room(0, 34, 400, 200)])
    assert rooms
    one, other = rooms
    assert one.right < 150
    assert 164 < other.x < 300


def test_the_name_of_a_quadrant_gives_way_to_points(compiled: Compile) -> None:
    """It stands at the foot of its quadrant where a point lies where it usually is."""

    def named(y: float) -> int:
        point = f"{{title: Antworten, x: 0.1, y: {y}}}"
        deck = matrix(point, quadrants="[Sofort, Planen, Nebenbei, Lassen]")
        nodes = every_node(compiled(deck).scenes[0].nodes)
        return next(
            node.box.y
            for node in nodes
            if isinstance(node, TextBox) and node.paragraphs[0].plain == "Sofort"
        )

    assert named(0.95) > named(0.6)
