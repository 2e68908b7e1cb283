"""A Venn diagram: circles that overlap, and what they have in common."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from math import dist

import pytest
from standing import only, texts, written

from smdeck.compiler.compiling import Compiled
from smdeck.compose import Room
from smdeck.findings import Finding
from smdeck.scene import SlideScene

Compile = Callable[[str], Compiled]
FindingsOf = Callable[[str], list[Finding]]
Build = Callable[[str], dict[str, bytes]]

TITLE = "Nähe entsteht, wo sich alle treffen"
SUBTITLE = "Im Social Web steht die Marke neben Schulfreunden und Verwandten."


def circles(scene: SlideScene) -> list[Room]:
    """Return the squares around the circles."""
    return [Room.of(shape.box) for shape in scene.slide_layout.decor if shape.alpha < 100]


@pytest.mark.parametrize("count", [2, 3])
def test_all_circles_are_of_one_size_and_overlap(count: int, compiled: Compile) -> None:
    found = circles(only(compiled(written("venn", *("Marke", "Kunde", "Freunde")[:count]))))
    assert len(found) == count
    assert len({round(one.w) for one in found}) == 1
    for one, other in combinations(found, 2):
        assert dist(one.center, other.center) < one.w


def test_words_stand_where_no_other_circle_is(compiled: Compile) -> None:
    deck = written("venn", "Marke", "Kunde", "Freunde", title=f'"{TITLE}"', subtitle=SUBTITLE)
    scene = only(compiled(deck))
    stands, found = texts(scene), circles(scene)
    for n, circle in enumerate(found, 1):
        middle = stands[f"item {n}"].room.center
        assert dist(middle, circle.center) < circle.w / 2
        others = [other for other in found if other != circle]
        assert all(dist(middle, other.center) > other.w / 2 for other in others)


@pytest.mark.parametrize("count", [2, 3])
def test_what_they_share_stands_within_all_circles(count: int, compiled: Compile) -> None:
    deck = written(
        "venn", *("Marke", "Kunde", "Freunde")[:count], title=f'"{TITLE}"', subtitle=SUBTITLE,
        overlap="Dialog",
    )  # fmt: skip
    scene = only(compiled(deck))
    middle = texts(scene)["overlap"].room.center
    assert all(dist(middle, circle.center) < circle.w / 2 for circle in circles(scene))


def test_compounds_stand_in_rows_beside_the_circles(compiled: Compile) -> None:
    words = ("Kommunikationsstrategie", "Wettbewerbsbeobachtung", "Suchmaschinenoptimierung")
    scene = only(compiled(written("venn", *words, overlap="Öffentlichkeitsarbeit")))
    stands = texts(scene)
    rows = [*(stands[f"item {n}"] for n in (1, 2, 3)), stands["overlap"]]
    tops = [row.room.y for row in rows]
    assert tops == sorted(tops)
    assert all(row.room.right < circle.x for row in rows for circle in circles(scene))
    assert len({row.sizes[0] for row in rows}) == 1


def test_the_circles_are_native_and_let_each_other_show(built: Build) -> None:
    parts = built(written("venn", "Marke", "Kunde", tone="light"))
    layouts = [part.decode() for name, part in parts.items() if "slideLayouts/slideLayout" in name]
    drawn = [text for text in layouts if '<a:prstGeom prst="ellipse">' in text]
    assert any('<a:alpha val="88000"/>' in text for text in drawn)


def test_no_two_circles_are_alike_on_any_tone(compiled: Compile) -> None:
    for tone in ("light", "dark", "brand", "accent"):
        talk = compiled(written("venn", "Marke", "Kunde", "Freunde", tone=tone))
        fills = [shape.fill for shape in only(talk).slide_layout.decor if shape.alpha < 100]
        assert len({talk.theme.rgb(fill, tone) for fill in fills if fill}) == 3


@pytest.mark.parametrize("count", [1, 4])
def test_fewer_than_two_and_more_than_three_are_findings(
    count: int, findings_of: FindingsOf
) -> None:
    (finding,) = findings_of(written("venn", *["Wort"] * count))
    assert finding.code == "item-count"


def test_circles_appear_one_by_one(compiled: Compile) -> None:
    scene = only(compiled(written("venn", "Marke", "Kunde", "Freunde", reveal="true")))
    assert len(scene.clicks) == 3
