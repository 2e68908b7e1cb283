"""Masks: pictures in a circle or a bubble, and figures that stand at the foot of their place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

import smdeck

DECK = """\
title: T
slides:
  - layout: two-columns
    title: Zwei Spalten
    left:
      image: {file: bilder/wohnzimmer.png, alt: Ein Zimmer mit Lampe, mask: MASK}
    right: {items: [Eins, Zwei]}
"""


def picture_with(mask: str, deck_file: Callable[[str], Path]) -> Any:
    slide = Presentation(str(smdeck.build(deck_file(DECK.replace("MASK", mask))).path)).slides[0]
    return next(shape for shape in slide.placeholders if shape._element.tag.endswith("}pic"))


@pytest.mark.parametrize(("mask", "outline"), [("round", "ellipse"), ("bubble", "custGeom")])
def test_a_mask_is_the_outline_of_the_picture(
    mask: str, outline: str, deck_file: Callable[[str], Path]
) -> None:
    picture = picture_with(mask, deck_file)
    xml = picture._element.spPr.xml
    assert outline in xml
    if mask == "round":
        assert picture.width == pytest.approx(picture.height, abs=2)
    assert picture.crop_left + picture.crop_top > 0


def test_a_figure_is_whole_and_stands_at_the_foot(deck_file: Callable[[str], Path]) -> None:
    cut, whole = picture_with("cutout", deck_file), picture_with("round", deck_file)
    assert cut.crop_left == cut.crop_top == 0
    assert cut.top + cut.height > whole.top + 0.9 * whole.height
