"""A funnel: a band that narrows, its figures in words."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from standing import only, texts, written

from smdeck.compiler.compiling import Compiled
from smdeck.compose import Room
from smdeck.findings import Finding

Compile = Callable[[str], Compiled]
FindingsOf = Callable[[str], list[Finding]]
Build = Callable[[str], dict[str, bytes]]

STAGES = [
    f"{{value: '{value}', title: {title}}}"
    for value, title in (
        ("10.000", "Sehen"), ("1.200", "Lesen"), ("300", "Reagieren"), ("40", "Fragen"),
        ("4", "Kaufen"), ("1", "Bleiben"),
    )
]  # fmt: skip


def test_stages_stand_side_by_side_and_become_lower(compiled: Compile) -> None:
    scene = only(compiled(written("funnel", *STAGES[:4])))
    bands = [Room.of(shape.box) for shape in scene.slide_layout.decor]
    assert [band.x for band in bands] == sorted(band.x for band in bands)
    assert [band.h for band in bands] == sorted((band.h for band in bands), reverse=True)
    assert (bands[0].x, bands[-1].right) == (0, 960)
    assert len({band.center[1] for band in bands}) == 1


def test_figures_stand_above_their_words_within_the_stage(compiled: Compile) -> None:
    scene = only(compiled(written("funnel", *STAGES[:4])))
    stands = texts(scene)
    for n, shape in enumerate(scene.slide_layout.decor, 1):
        band = Room.of(shape.box)
        value, words = stands[f"item value {n}"], stands[f"item {n}"]
        assert value.room.bottom <= words.room.y
        assert band.x < value.room.x and value.room.right < band.right
        assert value.sizes[0] > 1.5 * words.sizes[0]


def test_figures_are_as_they_were_written(compiled: Compile) -> None:
    stands = texts(only(compiled(written("funnel", *STAGES[:4]))))
    said = [stands[f"item value {n}"].said for n in range(1, 5)]
    assert said == ["10.000", "1.200", "300", "40"]


def test_the_last_stage_is_loud_on_every_tone(compiled: Compile) -> None:
    for tone in ("light", "dark", "brand", "accent"):
        talk = compiled(written("funnel", *STAGES[:3], tone=tone))
        fills = [shape.fill for shape in only(talk).slide_layout.decor if shape.fill]
        colors = [talk.theme.rgb(fill, tone) for fill in fills]
        assert colors[-1] not in colors[:-1]


def test_compounds_stand_beside_bands_one_above_the_other(compiled: Compile) -> None:
    scene = only(compiled(written("funnel", *["Kommunikationsstrategie"] * 6)))
    stands = texts(scene)
    tops = [stands[f"item {n}"].room.y for n in range(1, 7)]
    assert tops == sorted(set(tops))


@pytest.mark.parametrize("count", [2, 7])
def test_fewer_than_three_and_more_than_six_are_findings(
    count: int, findings_of: FindingsOf
) -> None:
    (finding,) = findings_of(written("funnel", *["Wort"] * count))
    assert finding.code == "item-count"


def test_stages_appear_one_by_one(compiled: Compile) -> None:
    assert len(only(compiled(written("funnel", *STAGES[:4], reveal="true"))).clicks) == 4


def test_in_a_deck_from_right_to_left_the_band_narrows_to_the_left(built: Build) -> None:
    deck = written("funnel", *STAGES[:3]).replace("title: Vortrag", "title: Vortrag\nlang: ar")
    layouts = [part.decode() for name, part in built(deck).items() if "slideLayouts/" in name]
    bands = [text for text in layouts if text.count('<a:xfrm flipH="1">') == 3]
    assert bands
