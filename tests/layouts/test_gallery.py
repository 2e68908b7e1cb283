"""gallery: pictures to the edges of the slide, their captions on tabs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from smdeck.compiler.compiling import Compiled
from smdeck.findings import Finding
from smdeck.scene import Picture, Shape, SlideScene

Compile = Callable[[str], Compiled]
DeckOf = Callable[..., str]
FindingsOf = Callable[[str], list[Finding]]


def slide(number: int, caption: str = "Ort", extra: str = "") -> str:
    picture = "image: {file: bilder/publikum.png, alt: Ein Saal}"
    items = "".join(f"  - {{title: {caption} {n}, {picture}}}\n" for n in range(number))
    return f"layout: gallery\ntitle: Orte\n{extra}items:\n{items}"


def pictures(scene: SlideScene) -> list[Picture]:
    return [node for node in scene.nodes if isinstance(node, Picture)]


def tabs(scene: SlideScene) -> list[Shape]:
    return [node for node in scene.nodes if isinstance(node, Shape) and node.text]


@pytest.mark.parametrize("number", range(2, 7))
def test_the_pictures_reach_right_and_lower_edge(
    number: int, deck_of: DeckOf, compiled: Compile
) -> None:
    talk = compiled(deck_of(slide(number)))
    shown = pictures(talk.scenes[0])
    assert len(shown) == number
    assert max(picture.box.right for picture in shown) == talk.theme.width
    assert max(picture.box.bottom for picture in shown) == talk.theme.height


def test_each_caption_lies_on_its_picture_and_is_as_wide_as_its_words(
    deck_of: DeckOf, compiled: Compile
) -> None:
    deck = slide(4).replace("Ort 1", "Ein Ort mit langem Namen")
    scene = compiled(deck_of(deck)).scenes[0]
    for picture, tab in zip(pictures(scene), tabs(scene), strict=True):
        assert picture.box.holds(tab.box)
    short, long = tabs(scene)[:2]
    assert short.box.w < long.box.w / 2


def test_pictures_need_no_captions(deck_of: DeckOf, compiled: Compile) -> None:
    picture = "image: {file: bilder/publikum.png, alt: Ein Saal}"
    deck = f"layout: gallery\ntitle: Orte\nitems: [{{{picture}}}, {{{picture}}}]\n"
    scene = compiled(deck_of(deck)).scenes[0]
    assert len(pictures(scene)) == 2
    assert not tabs(scene)


def test_credits_have_a_line_below_the_pictures(deck_of: DeckOf, compiled: Compile) -> None:
    deck = slide(2).replace("alt: Ein Saal", "alt: Ein Saal, credit: Zeichnung")
    scene = compiled(deck_of(deck)).scenes[0]
    source = next(one for one in scene.slide_layout.placeholders if one.name == "source")
    assert not any(picture.box.overlaps(source.box) for picture in pictures(scene))


def test_pictures_appear_one_by_one_with_their_captions(deck_of: DeckOf, compiled: Compile) -> None:
    scene = compiled(deck_of(slide(3, extra="reveal: true\n"))).scenes[0]
    assert [[type(node) for node in click.nodes] for click in scene.clicks] == [
        [Picture, Shape]
    ] * 3


def test_an_item_without_a_picture_is_an_error(deck_of: DeckOf, findings_of: FindingsOf) -> None:
    found = findings_of(deck_of(slide(2) + "  - Ohne Bild\n"))
    assert [finding.code for finding in found] == ["missing-field"]


@pytest.mark.parametrize("number", [1, 7])
def test_one_picture_or_seven_are_an_error(
    number: int, deck_of: DeckOf, findings_of: FindingsOf
) -> None:
    assert [finding.code for finding in findings_of(deck_of(slide(number)))] == ["item-count"]


@pytest.mark.parametrize("number", range(2, 7))
def test_diagrams_are_shown_whole_and_their_captions_stand_above_them(
    number: int, tmp_path: Path, deck_of: DeckOf, compiled: Compile
) -> None:
    from PIL import Image, ImageDraw

    sheet = Image.new("RGB", (1600, 800), "white")
    ImageDraw.Draw(sheet).ellipse((400, 200, 1200, 600), fill="#1A56A8")
    sheet.save(tmp_path / "diagramm.png")
    deck = slide(number).replace("bilder/publikum.png", str(tmp_path / "diagramm.png"))
    scene = compiled(deck_of(deck)).scenes[0]
    for picture in pictures(scene):
        assert picture.box.w / picture.box.h == pytest.approx(2, rel=0.01)
        assert not any(picture.box.overlaps(tab.box) for tab in tabs(scene))


@pytest.mark.parametrize(
    ("number", "size", "least"),
    [(2, (2000, 600), 0.3), (3, (2000, 600), 0.2), (2, (900, 1600), 0.25), (4, (900, 1600), 0.3)],
)
def test_diagrams_of_unusual_shapes_stand_so_that_they_are_large(
    number: int, size: tuple[int, int], least: float, tmp_path: Path,
    deck_of: DeckOf, compiled: Compile,
) -> None:  # fmt: skip
    """Wide ones one below another, high ones in one row: they cover a share of the slide."""
    from PIL import Image, ImageDraw

    sheet = Image.new("RGB", size, "white")
    ImageDraw.Draw(sheet).ellipse((100, 100, 500, 500), fill="#1A56A8")
    sheet.save(tmp_path / "diagramm.png")
    deck = slide(number).replace("bilder/publikum.png", str(tmp_path / "diagramm.png"))
    talk = compiled(deck_of(deck.replace("title: Orte", "title: Wie aus Lesern Autoren werden")))
    covered = sum(picture.box.w * picture.box.h for picture in pictures(talk.scenes[0]))
    assert covered > least * talk.theme.width * talk.theme.height


def test_a_long_word_in_the_title_has_the_width_of_the_slide(
    deck_of: DeckOf, findings_of: FindingsOf
) -> None:
    deck = slide(2).replace("title: Orte", "title: Automatisierte Bezeichnungsanalyse")
    assert not [one for one in findings_of(deck_of(deck)) if one.code == "long-word"]
