"""image: a picture over the whole slide, and words that can be read on it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from smdeck.compiler.compiling import Compiled
from smdeck.findings import Finding
from smdeck.layouts.image import FROM_LEFT
from smdeck.scene import Picture, Shape, TextBox

Compile = Callable[[str], Compiled]
DeckOf = Callable[..., str]
FindingsOf = Callable[[str], list[Finding]]
Build = Callable[[str], dict[str, bytes]]


def slide(file: str = "bilder/publikum.png", extra: str = "") -> str:
    return (
        "layout: image\ntitle: Alle reden mit\ntext: Und alle hören zu.\n"
        f"image: {{file: {file}, alt: Ein Saal}}\n{extra}"
    )


def test_the_picture_covers_the_slide_and_the_scrim_lies_between_it_and_the_words(
    deck_of: DeckOf, compiled: Compile
) -> None:
    talk = compiled(deck_of(slide()))
    picture, scrim, title, text, *_ = talk.scenes[0].nodes
    assert isinstance(picture, Picture)
    assert (picture.box.w, picture.box.h) == (talk.theme.width, talk.theme.height)
    assert isinstance(scrim, Shape)
    assert scrim.fade
    assert isinstance(title, TextBox)
    assert isinstance(text, TextBox)
    assert scrim.box.holds(title.box)


def test_the_scrim_is_as_faint_as_the_picture_lets_it_be(
    deck_of: DeckOf, compiled: Compile, tmp_path: Path
) -> None:
    from PIL import Image

    strengths = []
    for color in ("black", "#FFF0B0"):
        Image.new("RGB", (1920, 1080), color).save(tmp_path / f"{color}.png")
        deck = deck_of(slide(str(tmp_path / f"{color}.png"), "tone: dark\n"))
        scrim = compiled(deck).scenes[0].nodes[1]
        assert isinstance(scrim, Shape)
        assert scrim.fade
        strengths.append(scrim.fade.stops[0][1])
    dark, light = strengths
    assert dark < light <= FROM_LEFT.stops[0][1]


@pytest.mark.slow
@pytest.mark.parametrize("tone", ["light", "dark", "brand", "accent"])
@pytest.mark.parametrize("color", ["white", "black", "#F4B942"])
@pytest.mark.parametrize("composition", ["side", "foot"])
def test_words_can_be_read_whatever_the_picture_is(
    tone: str, color: str, composition: str, deck_of: DeckOf, findings_of: FindingsOf,
    tmp_path: Path,
) -> None:  # fmt: skip
    from PIL import Image

    Image.new("RGB", (1920, 1080), color).save(tmp_path / "farbe.png")
    extra = f"tone: {tone}\ncomposition: {composition}\n"
    found = findings_of(deck_of(slide(str(tmp_path / "farbe.png"), extra)))
    assert "contrast" not in {finding.code for finding in found}


def test_the_scrim_is_a_native_fill_that_fades(deck_of: DeckOf, built: Build) -> None:
    written = built(deck_of(slide()))["ppt/slides/slide1.xml"].decode()
    assert written.count("<a:gradFill ") == 1
    assert '<a:gs pos="100000"><a:schemeClr val="bg1"><a:alpha val="0"/>' in written


def test_a_credit_stands_on_the_scrim(deck_of: DeckOf, compiled: Compile) -> None:
    deck = slide().replace("alt: Ein Saal", "alt: Ein Saal, credit: Eigene Zeichnung")
    *_, source = (n for n in compiled(deck_of(deck)).scenes[0].nodes if isinstance(n, TextBox))
    assert source.paragraphs[0].plain == "Quelle: Eigene Zeichnung"


def test_a_picture_without_an_alternative_text_is_an_error(
    deck_of: DeckOf, findings_of: FindingsOf
) -> None:
    deck = "layout: image\ntitle: Alle reden mit\nimage: {file: bilder/publikum.png}\n"
    assert [finding.code for finding in findings_of(deck_of(deck))] == ["missing-alt"]


@pytest.fixture
def diagram(tmp_path: Path) -> Path:
    """Return a drawing on white paper, twice as wide as high."""
    from PIL import Image, ImageDraw

    sheet = Image.new("RGB", (1600, 800), "white")
    ImageDraw.Draw(sheet).ellipse((400, 200, 1200, 600), fill="#1A56A8")
    sheet.save(tmp_path / "diagramm.png")
    return tmp_path / "diagramm.png"


def test_a_diagram_is_shown_whole_below_the_title_and_no_words_lie_over_it(
    diagram: Path, deck_of: DeckOf, compiled: Compile
) -> None:
    scene = compiled(deck_of(slide(str(diagram)))).scenes[0]
    (picture,) = [node for node in scene.nodes if isinstance(node, Picture)]
    words = [node for node in scene.nodes if isinstance(node, TextBox)]
    assert picture.box.w / picture.box.h == pytest.approx(2, rel=0.01)
    assert not any(picture.box.overlaps(text.box) for text in words)
    assert not [node for node in scene.nodes if isinstance(node, Shape) and node.fade]


def test_an_author_may_have_a_diagram_cover_the_slide(
    diagram: Path, deck_of: DeckOf, compiled: Compile
) -> None:
    deck = slide(str(diagram)).replace("alt:", "fit: cover, alt:")
    talk = compiled(deck_of(deck))
    assert isinstance(talk.scenes[0].nodes[0], Picture)
    assert talk.scenes[0].nodes[0].box.w == talk.theme.width


def test_a_drawing_with_a_background_of_its_own_covers_the_slide(
    tmp_path: Path, deck_of: DeckOf, compiled: Compile
) -> None:
    from PIL import Image

    Image.new("RGB", (1600, 900), "#1A56A8").save(tmp_path / "flaeche.png")
    talk = compiled(deck_of(slide(str(tmp_path / "flaeche.png"))))
    assert isinstance(talk.scenes[0].nodes[0], Picture)
    assert talk.scenes[0].nodes[0].box.w == talk.theme.width


def test_a_title_beside_a_whole_picture_has_no_more_lines_than_it_may(
    deck_of: DeckOf, compiled: Compile, tmp_path: Path
) -> None:
    from PIL import Image

    Image.new("RGB", (1000, 1400), "white").save(tmp_path / "blatt.png")
    said = slide(str(tmp_path / "blatt.png"), "allow: [title-length]\n").replace(
        "Alle reden mit", "Wer seine Software von Anfang an sicher entwirft, hat es später leichter"
    )
    (title,) = (
        node
        for node in compiled(deck_of(said)).scenes[0].nodes
        if isinstance(node, TextBox) and node.name == "title"
    )
    assert len(title.fitted.lines[0]) <= 4
