"""team and speaker: people keep their heads, and nobody needs a portrait."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from smdeck.compiler.compiling import Compiled
from smdeck.findings import Finding
from smdeck.fit.fitting import every_node
from smdeck.scene import Picture, SlideScene, TextBox
from smdeck.theme import shipped_themes

Compile = Callable[[str], Compiled]
DeckOf = Callable[..., str]
FindingsOf = Callable[[str], list[Finding]]
Build = Callable[[str], dict[str, bytes]]

FACE = "image: {file: bilder/portraet-1.png, alt: Porträt von Kim}"
ROUND = "title: Talk\nlang: de-DE\ntheme: vortrag\n"
"""The head of a deck whose theme has round marks."""


def team(number: int, face: str = FACE) -> str:
    items = "".join(f"  - {{title: Kim Muster, text: Vortrag, {face}}}\n" for _ in range(number))
    return f"layout: team\ntitle: Wir antworten\nitems:\n{items.replace(', }', '}')}"


def said(scene: SlideScene) -> list[str]:
    texts = [node for node in every_node(scene.nodes) if isinstance(node, TextBox)]
    return [paragraph.plain for text in texts for paragraph in text.paragraphs]


def pictures(scene: SlideScene) -> list[Picture]:
    return [node for node in scene.nodes if isinstance(node, Picture)]


@pytest.mark.parametrize("number", range(1, 9))
def test_one_to_eight_people_have_a_portrait_and_a_name_each(
    number: int, deck_of: DeckOf, compiled: Compile
) -> None:
    scene = compiled(deck_of(team(number))).scenes[0]
    assert len(pictures(scene)) == said(scene).count("Kim Muster") == number


@pytest.mark.parametrize("number", [3, 4, 6])
def test_an_upright_portrait_loses_nothing_at_the_head(
    number: int, deck_of: DeckOf, compiled: Compile, tmp_path: Path
) -> None:
    from PIL import Image

    Image.new("RGB", (1200, 1800)).save(tmp_path / "hoch.png")
    face = FACE.replace("bilder/portraet-1.png", str(tmp_path / "hoch.png"))
    for picture in pictures(compiled(deck_of(team(number, face), head=ROUND)).scenes[0]):
        _, top, _, bottom = picture.crop
        assert top < bottom
        assert top <= 0.12


@pytest.mark.slow
@pytest.mark.parametrize("theme", shipped_themes())
@pytest.mark.parametrize("number", range(1, 9))
def test_heads_are_kept_under_every_theme(
    theme: str, number: int, deck_of: DeckOf, compiled: Compile, tmp_path: Path
) -> None:
    from PIL import Image

    Image.new("RGB", (1200, 1800)).save(tmp_path / "hoch.png")
    face = FACE.replace("bilder/portraet-1.png", str(tmp_path / "hoch.png"))
    deck = deck_of(team(number, face), head=f"title: T\ntheme: {theme}\n")
    for picture in pictures(compiled(deck).scenes[0]):
        _, top, _, bottom = picture.crop
        assert top <= bottom
        assert top <= 0.12


def test_a_focus_by_hand_is_kept(deck_of: DeckOf, compiled: Compile, tmp_path: Path) -> None:
    from PIL import Image

    Image.new("RGB", (1200, 1800)).save(tmp_path / "hoch.png")
    face = f"image: {{file: {tmp_path / 'hoch.png'}, alt: Kim am Fluss, focus: [0.5, 1]}}"
    picture = pictures(compiled(deck_of(team(3, face))).scenes[0])[0]
    assert picture.crop[3] == 0


def test_who_has_no_portrait_is_shown_by_initials(deck_of: DeckOf, compiled: Compile) -> None:
    deck = team(2) + "  - {title: Dr. Luca Probe, text: Film}\n"
    scene = compiled(deck_of(deck)).scenes[0]
    assert len(pictures(scene)) == 2
    assert [text for text in said(scene) if len(text) == 2] == ["DP"]


def test_portraits_are_cut_out_by_the_native_layout(deck_of: DeckOf, built: Build) -> None:
    parts = built(deck_of(team(6), head=ROUND))
    slide = parts["ppt/slides/slide1.xml"].decode()
    assert slide.count('<a:prstGeom prst="ellipse">') == 6


def speaker(extra: str = "") -> str:
    return f"layout: speaker\n{extra}"


def test_the_deck_s_speaker_is_shown_where_none_is_named(
    deck_of: DeckOf, compiled: Compile
) -> None:
    head = "title: Talk\nlang: de-DE\nspeaker: {name: Robin Beispiel, role: Beratung}\n"
    scene = compiled(deck_of(speaker(), head=head)).scenes[0]
    assert {"Robin Beispiel", "Beratung"} <= {*said(scene)}


def test_another_person_does_not_get_the_role_of_the_deck_s_speaker(
    deck_of: DeckOf, compiled: Compile
) -> None:
    head = "title: Talk\nlang: de-DE\nspeaker: {name: Robin Beispiel, role: Beratung}\n"
    scene = compiled(deck_of(speaker("title: Kim Muster\n"), head=head)).scenes[0]
    assert "Beratung" not in said(scene)


def test_points_and_a_text_are_too_much(deck_of: DeckOf, findings_of: FindingsOf) -> None:
    deck = speaker("title: Kim\ntext: Ein Absatz.\nitems: [Eins, Zwei]\n")
    assert [finding.code for finding in findings_of(deck_of(deck))] == ["column-content"]
