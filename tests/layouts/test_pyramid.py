"""A pyramid: levels that rest on each other, the widest at the bottom."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from standing import drawn, only, texts, written

from smdeck.compiler.compiling import Compiled
from smdeck.compose import Room
from smdeck.findings import Finding

Compile = Callable[[str], Compiled]
FindingsOf = Callable[[str], list[Finding]]

LEVELS = ("Empfehlen", "Mitreden", "Folgen", "Sehen", "Kennen", "Hören")


@pytest.mark.parametrize("count", [3, 6])
def test_levels_grow_downwards_each_beside_its_words(count: int, compiled: Compile) -> None:
    scene = only(compiled(written("pyramid", *LEVELS[:count])))
    bands = [Room.of(one.box) for one in scene.slide_layout.decor if one.geometry.path]
    assert [band.w for band in bands] == sorted(band.w for band in bands)
    stands = texts(scene)
    for n, band in enumerate(bands, 1):
        words = stands[f"item {n}"].room
        assert band.right < words.x
        assert words.y <= band.center[1] <= words.bottom


def test_levels_are_numbered_from_the_bottom(compiled: Compile) -> None:
    scene = only(compiled(written("pyramid", *LEVELS[:3])))
    numbers = [one.text.paragraphs[0].plain for one in scene.slide_layout.decor if one.text]
    assert numbers == ["3", "2", "1"]


def test_values_stand_in_the_levels_in_place_of_numbers(compiled: Compile) -> None:
    items = [f"{{value: {n} %, title: {name}}}" for n, name in enumerate(LEVELS[:3], 1)]
    scene = only(compiled(written("pyramid", *items)))
    assert [texts(scene)[f"item value {n}"].said for n in (1, 2, 3)] == [
        "1\u00a0%", "2\u00a0%", "3\u00a0%",
    ]  # fmt: skip
    assert not any(one.text for one in scene.slide_layout.decor)


def test_values_of_many_levels_stand_before_their_words(compiled: Compile) -> None:
    items = [f"{{value: '{n}.000', title: {name}}}" for n, name in enumerate(LEVELS, 1)]
    stands = texts(only(compiled(written("pyramid", *items))))
    for n in range(1, 7):
        value, words = stands[f"item value {n}"].room, stands[f"item {n}"].room
        assert value.right <= words.x
        assert value.y == words.y


def test_the_peak_is_loud_where_no_level_is_featured(compiled: Compile) -> None:
    peak = drawn(only(compiled(written("pyramid", *LEVELS[:3]))), "highlight")
    base = drawn(
        only(compiled(written("pyramid", "a", "b", "{title: c, featured: true}"))), "highlight"
    )
    assert len(peak) == len(base) == 1
    assert peak[0].y < base[0].y


@pytest.mark.parametrize("count", [2, 7])
def test_fewer_than_three_and_more_than_six_are_findings(
    count: int, findings_of: FindingsOf
) -> None:
    (finding,) = findings_of(written("pyramid", *["Wort"] * count))
    assert finding.code == "item-count"


def test_six_compounds_with_texts_fit(findings_of: FindingsOf) -> None:
    items = ["{title: Kommunikationsstrategie, text: Wettbewerbsbeobachtung}"] * 6
    assert findings_of(written("pyramid", *items)) == []


def test_levels_appear_one_by_one(compiled: Compile) -> None:
    assert len(only(compiled(written("pyramid", *LEVELS[:4], reveal="true"))).clicks) == 4
