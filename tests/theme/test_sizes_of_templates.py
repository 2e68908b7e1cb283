"""Templates of other shapes: square and 4:3 slides, a low place for subtitles, no notes master."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from company import packed, plain_parts
from package_checks import problems
from pptx import Presentation

import smdeck

pytestmark = pytest.mark.slow

DECK = """\
title: Vom Monolog zum Dialog
subtitle: Was soziale Medien mit Menschen machen, mit Marken und mit allen, die dazwischen stehen
theme: firma.pptx
slides:
  - {layout: title, notes: Guten Tag}
  - {layout: section, title: Was ist Social Media?, subtitle: Ein Begriff für viele Dinge}
  - {title: Drei Punkte, items: [Zuhören, Antworten, Bleiben], notes: Langsam}
  - layout: cards
    title: Drei Wege
    items: [{title: Umsetzung, text: Kanäle betreuen}, {title: Content}, {title: Workshops}]
  - {layout: statement, title: Aus Monologen werden Dialoge.}
"""


def plain() -> Any:
    """Return the company's template, whose slides are 4:3; it has no notes master."""
    return Presentation(io.BytesIO(packed(plain_parts())))


def square() -> Any:
    """Return it with slides as wide as they are high."""
    template = plain()
    share = template.slide_height / template.slide_width
    template.slide_width = template.slide_height
    for owner in (template.slide_master, *template.slide_layouts):
        for shape in owner.placeholders:
            shape.left, shape.width = round(share * shape.left), round(share * shape.width)
    return template


def with_low_subtitle() -> Any:
    """Return it with a place for the subtitle that holds one line."""
    template = plain()
    subtitle = next(one for one in template.slide_layouts[0].placeholders if one.name[:3] == "Sub")
    subtitle.height = 400_000
    return template


@pytest.mark.parametrize("made", [plain, square, with_low_subtitle], ids=lambda made: made.__name__)
def test_a_talk_stands_on_slides_of_any_shape(made: Any, tmp_path: Path) -> None:
    made().save(tmp_path / "firma.pptx")
    deck = tmp_path / "deck.yaml"
    deck.write_text(DECK, "utf-8")
    built = smdeck.build(deck, tmp_path / "talk.pptx")
    assert problems(built.path) == []
    talk = Presentation(str(built.path))
    wide, high = talk.slide_width, talk.slide_height
    said = []
    for slide in talk.slides:
        for shape in slide.shapes:
            inside = shape.left + shape.width <= wide + 1 and shape.top + shape.height <= high + 1
            assert shape.left >= -1 and shape.top >= -1 and inside, shape.name
            said.append(shape.text_frame.text if shape.has_text_frame else "")
    for words in ("mit allen, die dazwischen stehen", "Bleiben", "Workshops", "werden Dialoge"):
        assert any(words in text.replace("\u00a0", " ") for text in said), words
    assert talk.slides[0].notes_slide.notes_text_frame.text == "Guten Tag"
