"""A draft is built whatever is missing on its slides, and says where."""

from __future__ import annotations

import shutil
from pathlib import Path

import pptx
import pytest
from click.testing import CliRunner
from test_bad_decks import BESIDE, CASES

import smdeck
from smdeck.cli import cli

DECK = """\
title: Wege in den Dialog
slides:
  - {layout: title}
  - {layout: image, title: Der Weg, image: {file: weg.png, alt: Ein Weg im Wald}, source: Beispiel}
  - {layout: table, title: Zahlen, file: zahlen.csv}
  - {layout: statement, tilte: Vertippt, id: drei, notes: Das sage ich.}
  - {layout: chart, title: Noch mehr Zahlen, type: bar, data: zahlen.csv, notes: Und das.}
  - {layout: bullets, title: "Weiter mit [drei](#vier)", items: [eins, zwei]}
"""


def texts(slide: object) -> list[str]:
    """Return the texts of a slide, each with its lines as one."""
    shapes = slide.shapes  # type: ignore[attr-defined]
    return [" ".join(one.text_frame.text.split()) for one in shapes if one.has_text_frame]


def test_what_is_missing_has_boxes_and_slides_have_marks(tmp_path: Path) -> None:
    deck = tmp_path / "wege.yaml"
    deck.write_text(DECK, "utf-8")
    with pytest.raises(smdeck.DeckError):
        smdeck.build(deck)
    built = smdeck.build(deck, draft=True)
    assert {one.severity for one in built.findings} == {"warning"}
    assert {one.code for one in built.findings} >= {"missing-file", "unknown-field", "unknown-id"}
    slides = [texts(slide) for slide in pptx.Presentation(str(built.path)).slides]
    assert len(slides) == 6
    assert not any("Entwurf" in text for text in slides[0])
    assert "Bild fehlt: weg.png" in slides[1]
    assert "Entwurf · missing-file" in slides[1]
    assert "Tabelle fehlt" in slides[2]
    assert any("there is no file zahlen.csv" in text for text in slides[4])
    assert "Noch mehr Zahlen" in slides[4]
    notes = pptx.Presentation(str(built.path)).slides[4].notes_slide.notes_text_frame
    assert notes and notes.text == "Und das."


def test_a_deck_without_faults_is_built_as_ever(tmp_path: Path) -> None:
    deck = tmp_path / "gut.yaml"
    deck.write_text("title: Gut\nslides: [{layout: title}]\n", "utf-8")
    draft = smdeck.build(deck, tmp_path / "a.pptx", draft=True)
    assert draft.path.read_bytes() == smdeck.build(deck, tmp_path / "b.pptx").path.read_bytes()


@pytest.mark.slow
def test_bad_decks_are_drafts_or_findings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(BESIDE, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    chosen = [one for one in CASES if one.startswith(("links", "pictures"))]
    built = 0
    for name in chosen:
        Path("deck.yaml").write_bytes(CASES[name].deck)
        try:
            smdeck.build("deck.yaml", "x.pptx", draft=True)
            built += 1
        except smdeck.DeckError:
            continue
    assert built > len(chosen) / 2


def test_the_command_lets_errors_pass_or_none(tmp_path: Path) -> None:
    deck = tmp_path / "wege.yaml"
    deck.write_text(DECK, "utf-8")
    result = CliRunner().invoke(cli, ["build", str(deck), "--draft"])
    assert result.exit_code == 0 and "wege.pptx: 6 slides" in result.stdout
    both = CliRunner().invoke(cli, ["build", str(deck), "--draft", "--strict"])
    assert both.exit_code == 2


def test_what_no_slide_can_hold_is_a_sign_in_a_draft(tmp_path: Path) -> None:
    """XML 1.0 has no form feed: a draft with one would be a file that nobody can open."""
    deck = tmp_path / "seite.yaml"
    kinds = "a &#12; b, **&#x0b;**, H~&#8;~, [&#1;](https://example.com/&#12;)"
    deck.write_text(f'title: T\nslides: [{{title: "{kinds}", items: [x, y], notes: "{kinds}"}}]\n')
    built = smdeck.build(deck, draft=True)
    assert "control-character" in {one.code for one in built.findings}
    (slide,) = pptx.Presentation(str(built.path)).slides
    assert texts(slide)[0].startswith("a \ufffd b, \ufffd, H")
    assert slide.notes_slide.notes_text_frame.text.startswith("a \ufffd b, \ufffd, H")
