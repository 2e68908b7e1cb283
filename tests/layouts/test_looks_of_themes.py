"""Compositions that themes ask for: what stands on them is what the deck says, and all of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.util import Pt

import smdeck

AGENDA = """\
layout: agenda
items:
  - {title: Zuhören, minutes: 8}
  - {title: Planen, minutes: 12}
  - {title: Antworten auf Fragen der Kundschaft, minutes: 4}
  - {title: Auswerten, minutes: 10}
"""

BULLETS = """\
layout: bullets
title: Der Benutzer wird zum Produzenten
items: [Gestern nur Konsument, Heute Stimme unter Stimmen, Morgen Gespräch mit Marken]
"""


def slide_of(folder: Path, theme: str, slide: str) -> Any:
    """Return the only slide of a deck under a theme, opened again."""
    first, *rest = slide.strip().splitlines()
    body = "\n".join([f"  - {first}", *(f"    {line}" for line in rest)])
    deck = folder / "deck.yaml"
    deck.write_text(f"title: Vortrag\nlang: de\ntheme: {theme}\nslides:\n{body}\n", "utf-8")
    return Presentation(str(smdeck.build(deck).path)).slides[0]


def words_of(slide: Any) -> list[str]:
    """Return the texts of a slide, with usual spaces."""
    return [
        shape.text_frame.text.replace("\u00a0", " ")
        for shape in slide.shapes
        if shape.has_text_frame
    ]


def test_a_bar_is_as_long_as_its_part_of_the_talk(tmp_path: Path) -> None:
    slide = slide_of(tmp_path, "schlicht", AGENDA)
    assert slide.slide_layout.name.endswith("Längen")
    (bars,) = [shape for shape in slide.shapes if shape.shape_type == 6]
    widths = [bar.width / 12_700 for bar in bars.shapes]
    assert widths[0] / widths[1] == pytest.approx(8 / 12, abs=0.001)
    assert widths[2] / widths[1] == pytest.approx(4 / 12, abs=0.001)
    assert "34" in words_of(slide)


def test_an_agenda_with_a_part_of_no_known_length_has_no_sum(tmp_path: Path) -> None:
    slide = slide_of(tmp_path, "schlicht", AGENDA.replace(", minutes: 12", ""))
    assert not slide.slide_layout.name.endswith("Längen")
    assert {"22", "34"}.isdisjoint(words_of(slide))


@pytest.mark.parametrize(
    ("theme", "way"), [("plakat", "Blöcke"), ("buehne", "Mitte"), ("vortrag", "Stationen")]
)
def test_points_stand_as_the_theme_prefers(theme: str, way: str, tmp_path: Path) -> None:
    slide = slide_of(tmp_path, theme, BULLETS)
    assert slide.slide_layout.name.split(", ")[1].startswith(way)
    assert "Heute Stimme unter Stimmen" in words_of(slide)


@pytest.mark.parametrize("theme", ["plakat", "buehne"])
@pytest.mark.parametrize("more", ["lead: Drei Zeiten", "numbered: true"])
def test_what_a_composition_does_not_show_keeps_it_away(
    theme: str, more: str, tmp_path: Path
) -> None:
    slide = slide_of(tmp_path, theme, f"{BULLETS}{more}\n")
    assert not {"Blöcke", "Mitte"} & {*slide.slide_layout.name.split(", ")}
    if more.startswith("lead"):
        assert "Drei Zeiten" in words_of(slide)


def test_a_figure_of_a_card_is_never_left_out_for_a_look(tmp_path: Path) -> None:
    cards = (
        "layout: cards\ntitle: Zwei Zahlen\n"
        "items: [{title: Antworten, value: 64}, {title: Fragen, value: 12}]\n"
    )
    said = words_of(slide_of(tmp_path, "plakat", cards))
    assert any("64" in text for text in said)
    assert any("12" in text for text in said)


@pytest.mark.parametrize("theme", ["schlicht", "feuilleton", "plakat", "buehne"])
def test_an_axis_is_drawn_under_themes_without_threads_too(theme: str, tmp_path: Path) -> None:
    timeline = (
        "layout: timeline\ntitle: Wege\n"
        "items: [{date: 1923, title: Funk}, {date: 1952, title: Bild}, {date: 2004, title: Netz}]\n"
    )
    slide = slide_of(tmp_path, theme, timeline)
    shapes = [*slide.shapes, *slide.slide_layout.shapes]
    assert any(shape.width > Pt(400) and shape.height < Pt(12) for shape in shapes)
