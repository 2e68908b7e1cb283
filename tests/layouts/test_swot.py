"""SWOT: four fields, two by two."""

from __future__ import annotations

from collections.abc import Callable

from standing import drawn, only, texts, written

from smdeck.compiler.compiling import Compiled
from smdeck.findings import Finding
from smdeck.scene import Paint

Compile = Callable[[str], Compiled]
FindingsOf = Callable[[str], list[Finding]]

FIELDS = ("strengths", "weaknesses", "opportunities", "threats")


def swot(*counts: int, word: str = "Nähe", **keys: str) -> str:
    """Return a deck with a slide whose fields hold so many points."""
    fields = {
        name: f"[{', '.join([word] * count)}]" for name, count in zip(FIELDS, counts, strict=True)
    }
    return written("swot", **fields, **keys)


def test_four_fields_two_by_two_with_heads_of_the_deck_s_language(compiled: Compile) -> None:
    stands = texts(only(compiled(swot(2, 2, 2, 2))))
    s, w, o, t = (stands[name] for name in FIELDS)
    assert [text.said.split("\n")[0] for text in (s, w, o, t)] == [
        "Stärken", "Schwächen", "Chancen", "Risiken",
    ]  # fmt: skip
    assert s.room.y == w.room.y < o.room.y == t.room.y
    assert s.room.x == o.room.x < w.room.x == t.room.x


def test_all_fields_have_one_size(compiled: Compile) -> None:
    stands = texts(only(compiled(swot(1, 3, 2, 1))))
    assert len({stands[name].sizes for name in FIELDS}) == 1


def test_the_planes_leave_no_gap_and_no_two_are_alike_on_any_tone(compiled: Compile) -> None:
    for tone in ("light", "dark", "brand", "accent"):
        talk = compiled(swot(1, 1, 1, 1, tone=tone))
        scene = only(talk)
        planes = [
            shape for shape in scene.slide_layout.decor if shape.box.w == talk.theme.width // 2
        ]
        assert len(planes) == 4
        colors = {
            talk.theme.rgb(shape.fill, tone)
            for shape in planes
            if shape.fill and not isinstance(shape.fill, Paint)
        }
        assert len(colors) == 4
        assert max(room.bottom for room in drawn(scene)) == 540


def test_five_points_a_field_fit_and_six_do_not(findings_of: FindingsOf) -> None:
    assert findings_of(swot(5, 5, 5, 5, word="Wettbewerbsbeobachtung")) == []
    (finding,) = findings_of(swot(6, 1, 1, 1))
    assert finding.code == "item-count"


def test_a_field_that_is_missing_is_a_finding(findings_of: FindingsOf) -> None:
    (finding,) = findings_of(written("swot", strengths="[a]", weaknesses="[b]", threats="[c]"))
    assert finding.code == "missing-field"


def test_fields_appear_one_by_one(compiled: Compile) -> None:
    assert len(only(compiled(swot(2, 1, 1, 1, reveal="true"))).clicks) == 4
