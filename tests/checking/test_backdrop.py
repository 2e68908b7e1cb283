"""What lies behind words: art and pictures pixel by pixel, and what is painted over them."""

from __future__ import annotations

from copy import copy
from pathlib import Path

import pytest
from PIL import Image as Pillow

from smdeck.checking import check
from smdeck.checking.backdrop import backdrops
from smdeck.checking.deck import CheckedDeck, CheckedSlide
from smdeck.checking.extents import extent
from smdeck.compiler.compiling import Compiled, compile_deck
from smdeck.findings import Findings
from smdeck.model.items import Image
from smdeck.scene import Box, Picture, Shape, TextBox
from smdeck.theme import shipped_themes

ROOT = Path(__file__).parents[2]

Statement = tuple[CheckedDeck, CheckedSlide]

LONG = """\
title: Starke Verbindungen bleiben erhalten, und schwache kommen in großer Zahl hinzu
subtitle: Vom medialen Monolog der Massenmedien zum sozialmedialen Dialog der vielen mit den vielen
footer: Vom Monolog zum Dialog
theme: {theme}
speaker: {{name: Social Media Vortrag, role: Beratung, email: kontakt@example.com}}
event: {{name: Jahrestagung der digitalen Kommunikation, place: Köln, date: 2026-12-03}}
slides:
  - layout: title
  - layout: section
    title: Was die schwachen Verbindungen für Ihre Marke tun
    subtitle: Benutzer tauschen mediale Inhalte aus, kommentieren sie und verbreiten sie weiter
  - layout: questions
    title: Wo beginnt Ihr Dialog mit denen, die Ihnen schon lange zuhören?
  - layout: closing
    title: Danke, dass Sie so lange zugehört haben
"""


def compiled(text: str, folder: Path) -> Compiled:
    """Return a deck that has no errors."""
    (folder / "deck.yaml").write_text(text, "utf-8")
    findings = Findings()
    result = compile_deck(folder / "deck.yaml", findings)
    assert result and not findings.errors, list(map(str, findings.errors))
    return result


@pytest.mark.slow
@pytest.mark.parametrize("theme", shipped_themes())
@pytest.mark.parametrize("name", ["decks/vortrag.yaml", "tests/decks/few-and-many.yaml", ""])
def test_no_words_stand_on_the_art_of_a_theme_that_ships(
    name: str, theme: str, tmp_path: Path
) -> None:
    """Builds trust them in that; here they are looked at as any other theme is."""
    for beside in (ROOT / "decks").iterdir():  # pictures, and the decks that one uses
        (tmp_path / beside.name).symlink_to(beside)
    text = (ROOT / name).read_text("utf-8") if name else LONG.format(theme=theme)
    talk = compiled(text.replace("theme: vortrag", f"theme: {theme}"), tmp_path)
    unknown, findings = copy(talk.theme), Findings()
    unknown.ships = False
    slides = zip(range(1, 100), talk.deck.slides, talk.scenes, strict=False)
    check(talk.deck, unknown, slides, findings)
    assert [str(finding) for finding in findings if finding.code == "contrast"] == []


@pytest.fixture
def statement(tmp_path: Path) -> tuple[CheckedDeck, CheckedSlide]:
    """A slide with one sentence, before the rules have seen it."""
    deck = "title: Vortrag\nslides: [{layout: statement, title: Antworten}]\n"
    talk = compiled(deck, tmp_path)
    seen = CheckedDeck(talk.deck, talk.theme, [(1, talk.deck.slides[0], talk.scenes[0])], set())
    return seen, seen.slides[0]


def shares(talk: CheckedDeck, slide: CheckedSlide) -> dict[tuple[int, int, int], float]:
    """Return the colours behind the title with their shares."""
    (backdrop,) = next(
        behind for text, behind in backdrops(slide, talk.theme) if text.name == "title"
    )
    return {color: round(share, 2) for share, color in backdrop}


def title_of(slide: CheckedSlide) -> TextBox:
    """Return the title of a slide."""
    assert slide.title
    return slide.title


def picture(file: Path, box: Box, talk: CheckedDeck) -> Picture:
    """Return a picture that fills a box."""
    image = Image(origin=talk.deck.origin, file=file.name, alt="Ein Bild")
    image.path = file
    with Pillow.open(file) as opened:
        image.size = opened.size
    return Picture(image, box, "Bild")


def test_a_picture_is_behind_the_words_with_the_part_that_its_crop_leaves(
    statement: Statement, tmp_path: Path
) -> None:
    """Of a picture three times as wide as its place the middle is left."""
    talk, slide = statement
    drawn = Pillow.new("RGB", (300, 100), (255, 0, 0))
    drawn.paste((0, 0, 255), (150, 0, 300, 100))
    drawn.save(tmp_path / "bild.png")
    words = extent(title_of(slide), talk.theme)
    place = Box(words.middle[0] - 500, words.middle[1] - 500, 1000, 1000)
    slide.scene.nodes.insert(0, picture(tmp_path / "bild.png", place, talk))
    seen = shares(talk, slide)
    assert seen[255, 0, 0] == seen[0, 0, 255]
    slide.scene.nodes[0] = picture(tmp_path / "bild.png", words, talk)
    assert shares(talk, slide) == {(255, 0, 0): 0.5, (0, 0, 255): 0.5}


def test_a_scrim_over_a_picture_darkens_it(statement: Statement, tmp_path: Path) -> None:
    talk, slide = statement
    Pillow.new("RGB", (10, 10), (255, 255, 255)).save(tmp_path / "bild.png")
    whole = Box(0, 0, talk.theme.width, talk.theme.height)
    slide.scene.nodes.insert(0, picture(tmp_path / "bild.png", whole, talk))
    assert shares(talk, slide) == {(255, 255, 255): 1.0}
    slide.scene.nodes.insert(1, Shape(whole, fill="surface"))
    ((behind, share),) = shares(talk, slide).items()
    assert share == 1.0 and behind == talk.theme.rgb("surface", slide.tone, (255, 255, 255))


def test_a_shape_counts_with_the_part_that_it_covers(
    statement: Statement,
) -> None:
    talk, slide = statement
    words = extent(title_of(slide), talk.theme)
    half = words._replace(w=words.w // 2)
    slide.scene.nodes.insert(0, Shape(half, fill="brand"))
    brand, background = (talk.theme.rgb(role, slide.tone) for role in ("brand", "ground"))
    assert shares(talk, slide) == {brand: 0.5, background: 0.5}
