"""A network tells near from far: the strong ties short and thick, the weak ones long and dotted."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest

from smdeck.compiler.compiling import Compiled
from smdeck.compose import Room
from smdeck.fit.fitting import every_node
from smdeck.layouts.network import Rings, arranged
from smdeck.scene import Connector, Group, Shape, TextBox
from smdeck.units import points

Compile = Callable[[str], Compiled]
Build = Callable[[str], dict[str, bytes]]

STAGE = Room(340, 24, 576, 492)
PLACES = [
    (strong, weak)
    for strong in range(9)
    for weak in range(17 - strong)
    if arranged(STAGE, strong, weak, 86, 176)
]


def deck(strong: int, weak: int, extra: str = "", name: str = "Knoten") -> str:
    items = [f"{{title: {name} {n}, tie: strong}}" for n in range(strong)]
    items += [f"{name} {n}" for n in range(strong, strong + weak)]
    return (
        "title: Talk\nlang: de-DE\ntheme: vortrag\nslides:\n"
        "  - layout: network\n    title: Alle hängen zusammen\n    center: Marke\n"
        f"    items: [{', '.join(items)}]\n{extra}"
    )


def disc(center: tuple[float, float], radius: float) -> Room:
    return Room(center[0] - radius, center[1] - radius, 2 * radius, 2 * radius)


def things(rings: Rings) -> list[Room]:
    names = [label.room for label in rings.weak]
    return [*names, *(disc(center, 0.64 * 57) for center in rings.strong), disc(rings.hub, 61)]


def meet(one: Room, other: Room) -> bool:
    return (
        one.x < other.right
        and other.x < one.right
        and one.y < other.bottom
        and other.y < one.bottom
    )


def test_most_networks_that_talks_have_find_a_place_on_rings() -> None:
    assert {(0, 3), (3, 0), (1, 8), (2, 10), (3, 8), (4, 8), (6, 4), (8, 0)} <= {*PLACES}


@pytest.mark.parametrize(("strong", "weak"), PLACES)
def test_names_stand_clear_of_each_other_and_inside_of_the_stage(strong: int, weak: int) -> None:
    rings = arranged(STAGE, strong, weak, 86, 176)
    assert rings
    for one, other in itertools.combinations(things(rings), 2):
        assert not meet(one, other)
    for label in rings.weak:
        assert STAGE.x <= label.room.x and label.room.right <= STAGE.right + 0.01
        assert STAGE.y <= label.room.y and label.room.bottom <= STAGE.bottom + 0.01


@pytest.mark.parametrize("number", [3, 9, 16])
@pytest.mark.parametrize("name", ["Ort", "Kommunikationsstrategie"])
def test_up_to_sixteen_nodes_find_a_place_whatever_they_are_called(
    number: int, name: str, compiled: Compile
) -> None:
    talk = compiled(deck(number // 3, number - number // 3, name=name))
    ties = [node for node in every_node(talk.scenes[0].nodes) if isinstance(node, Connector)]
    assert len(ties) == number


def test_strong_ties_are_thick_and_short_and_weak_ones_dotted_and_long(compiled: Compile) -> None:
    talk = compiled(deck(2, 4))
    ties = [node for node in every_node(talk.scenes[0].nodes) if isinstance(node, Connector)]
    strong = [tie for tie in ties if not tie.line.dotted]
    weak = [tie for tie in ties if tie.line.dotted]
    assert (len(strong), len(weak)) == (2, 4)
    assert strong[0].line.width > 3 * weak[0].line.width
    assert max(map(length, strong)) < min(map(length, weak))


def length(tie: Connector) -> float:
    (x1, y1), (x2, y2) = tie.ends
    return points(round(((x1 - x2) ** 2 + (y1 - y2) ** 2) ** 0.5))


def test_ties_lead_to_the_middle_of_what_they_join_and_lie_behind_it(compiled: Compile) -> None:
    nodes = list(every_node(compiled(deck(1, 3)).scenes[0].nodes))
    for tie in (node for node in nodes if isinstance(node, Connector)):
        assert tie.ends == (tie.start.box.middle, tie.end.box.middle)
        assert nodes.index(tie) < min(nodes.index(tie.start), nodes.index(tie.end))


def test_the_diagram_is_one_group_that_says_what_it_shows(compiled: Compile) -> None:
    group = next(n for n in compiled(deck(1, 3)).scenes[0].nodes if isinstance(n, Group))
    assert group.name == "Netzwerk"
    assert group.alt == (
        "Marke – starke Verbindung: Knoten 0; schwache Verbindung: Knoten 1, Knoten 2, Knoten 3"
    )


def test_nodes_appear_one_by_one_with_their_ties(compiled: Compile) -> None:
    scene = compiled(deck(1, 3, "    reveal: true\n    composition: rings\n")).scenes[0]
    assert len(scene.clicks) == 4
    first, second = scene.clicks[:2]
    assert [type(node) for node in first.nodes] == [Connector, Shape]
    assert [type(node) for node in second.nodes] == [Connector, Shape, TextBox]


def test_without_a_text_a_legend_says_what_the_ties_mean(compiled: Compile) -> None:
    def said(source: str) -> set[str]:
        texts = [n for n in every_node(compiled(source).scenes[0].nodes) if isinstance(n, TextBox)]
        return {paragraph.plain for text in texts for paragraph in text.paragraphs}

    legend = {"starke Verbindung", "schwache Verbindung"}
    assert legend <= said(deck(2, 3))
    assert not legend & said(deck(2, 3, "    text: Starke sind nah.\n"))
    assert not legend & said(deck(0, 3))
