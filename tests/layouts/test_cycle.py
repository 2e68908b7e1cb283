"""A cycle: steps on a ring, clockwise."""

from __future__ import annotations

from collections.abc import Callable
from math import dist

import pytest
from standing import drawn, only, texts, written

from smdeck.compiler.compiling import Compiled
from smdeck.findings import Finding
from smdeck.fit.fitting import every_node
from smdeck.scene import Geometry, Icon, Shape
from smdeck.theme import shipped_themes

Compile = Callable[[str], Compiled]
FindingsOf = Callable[[str], list[Finding]]

ELLIPSE = Geometry("ellipse")
STEPS = ("Zuhören", "Fragen", "Zeigen", "Antworten", "Danken", "Auswerten", "Planen", "Prüfen")


def test_four_steps_stand_clockwise_from_the_upper_left(compiled: Compile) -> None:
    stands = texts(only(compiled(written("cycle", *STEPS[:4]))))
    one, two, three, four = (stands[f"item {n}"].room for n in range(1, 5))
    assert one.y == two.y < three.y == four.y
    assert one.x == four.x < two.x == three.x
    assert stands["item 1"].box.style.align == "right"


def test_many_short_steps_stand_in_discs_on_one_circle(compiled: Compile) -> None:
    deck = written(
        "cycle", *STEPS[:6], center="Jede Woche", title="Ein Dialog hört nicht auf",
        subtitle="Antworten ist der Schritt, den die meisten auslassen.",
    )  # fmt: skip
    stands = texts(only(compiled(deck)))
    middle = stands["center"].room.center
    rooms = [stands[f"item title {n}"].room for n in range(1, 7)]
    away = [dist(room.center, middle) for room in rooms]
    assert max(away) - min(away) < 1
    assert rooms[0].y == min(room.y for room in rooms)
    assert rooms[1].center[0] > rooms[0].center[0]


def test_steps_with_texts_stand_in_rows_beside_a_ring_of_numbers(compiled: Compile) -> None:
    items = [f"{{title: {step}, text: Ein Satz dazu}}" for step in STEPS[:5]]
    scene = only(compiled(written("cycle", *items, center="Woche")))
    stands = texts(scene)
    tops = [stands[f"item {n}"].room.y for n in range(1, 6)]
    assert tops == sorted(tops)
    numbers = [shape.text.paragraphs[0].plain for shape in scene.slide_layout.decor if shape.text]
    assert all(numbers.count(str(n)) == 2 for n in range(1, 6))


@pytest.mark.parametrize("count", [3, 4, 8])
def test_what_it_turns_around_is_shown_with_any_number_of_steps(
    count: int, compiled: Compile
) -> None:
    items = [f"{{title: {step}}}" for step in STEPS[:count]]
    stands = texts(only(compiled(written("cycle", *items, center="Woche"))))
    assert stands["center"].said == "Woche"


def test_icons_stand_in_the_discs(compiled: Compile) -> None:
    items = [f"{{title: {step}, icon: ear}}" for step in STEPS[:4]]
    scene = only(compiled(written("cycle", *items)))
    icons = [node for node in every_node(scene.nodes) if isinstance(node, Icon)]
    assert len(icons) == 4


def test_icons_are_shown_where_many_steps_have_no_texts(compiled: Compile) -> None:
    items = [f"{{title: {step}, icon: ear}}" for step in STEPS[:6]]
    deck = written("cycle", *items, title="Ein Dialog hört nicht auf", subtitle="Er geht weiter.")
    scene = only(compiled(deck))
    assert sum(isinstance(node, Icon) for node in every_node(scene.nodes)) == 6


def test_a_featured_step_has_the_loud_colour(compiled: Compile) -> None:
    deck = written("cycle", "a", "{title: b, featured: true}", "c")
    assert len(drawn(only(compiled(f"theme: vortrag\n{deck}")), "highlight")) == 1


def test_nothing_stands_behind_the_discs_that_let_it_through(compiled: Compile) -> None:
    """An icon in the colour of what showed through its medal could not be seen."""
    steps = (f"{{icon: {icon}, title: {icon}}}" for icon in ("ear", "photo", "message", "users"))
    deck = written("cycle", *steps)
    scene = only(compiled(f"theme: feuilleton\n{deck}"))
    shapes = [node for node in every_node(scene.nodes) if isinstance(node, Shape)]
    discs = [one.fill for one in (*shapes, *scene.slide_layout.decor) if one.geometry == ELLIPSE]
    assert discs == ["surface"] * 4


def test_a_featured_step_has_the_loud_number_where_numbers_have_no_discs(
    compiled: Compile,
) -> None:
    deck = written("cycle", "a", "{title: b, featured: true}", "c")
    scene = only(compiled(f"theme: schlicht\n{deck}"))
    inks = {
        shape.text.paragraphs[0].plain: shape.text.style.levels[0].color
        for shape in scene.slide_layout.decor
        if shape.text
    }
    assert inks["2"] == "accent" and inks["1"] == inks["3"] == "heading"


@pytest.mark.parametrize("theme", shipped_themes())
@pytest.mark.parametrize("tone", ["light", "dark", "brand", "accent"])
def test_a_featured_disc_has_another_colour(theme: str, tone: str, compiled: Compile) -> None:
    deck = written(
        "cycle", *STEPS[:4], "{title: Danken, featured: true}", composition="discs", tone=tone
    )
    talk = compiled(f"theme: {theme}\n{deck}")
    discs = [one for one in only(talk).slide_layout.decor if one.box.w == one.box.h and one.fill]
    seen = [str(talk.theme.rgb(one.fill, tone)) for one in discs if isinstance(one.fill, str)]
    assert len(seen) == 5 and len({*seen[:4]}) == 1 and seen[4] != seen[0]


@pytest.mark.parametrize("count", [2, 9])
def test_fewer_than_three_and_more_than_eight_are_findings(
    count: int, findings_of: FindingsOf
) -> None:
    (finding,) = findings_of(written("cycle", *["Wort"] * count))
    assert finding.code == "item-count"


def test_eight_compounds_fit(findings_of: FindingsOf) -> None:
    assert findings_of(written("cycle", *["Kommunikationsstrategie"] * 8)) == []


def test_a_centre_too_long_for_the_ring_stands_above_the_steps(compiled: Compile) -> None:
    center = "Kundenzufriedenheitsbefragungsergebnisse"
    stands = texts(only(compiled(written("cycle", "a", "b", "c", "d", center=center))))
    assert stands["center"].said == center
    assert stands["center"].room.bottom <= stands["item 1"].room.y


def test_steps_appear_one_by_one(compiled: Compile) -> None:
    assert len(only(compiled(written("cycle", *STEPS[:4], reveal="true"))).clicks) == 4
