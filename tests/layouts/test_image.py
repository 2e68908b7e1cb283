"""image: a picture over the whole slide, and words that can be read on it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from smdeck.compiling import Compiled
from smdeck.findings import Finding
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
