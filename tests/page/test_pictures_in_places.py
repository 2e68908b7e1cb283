"""Pictures in their places: photographs fill them, drawings are shown whole."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from smdeck.compiler.compiling import Compiled, compile_deck
from smdeck.findings import Findings
from smdeck.scene import Picture

Deck = Callable[[str], Compiled]


@pytest.fixture
def placed(tmp_path: Path) -> Deck:
    """Compile a slide with a picture on the right, beside a drawing and a photograph of 3:1."""
    Image.new("P", (1800, 600)).save(tmp_path / "plan.png")
    Image.effect_noise((1800, 600), 90).convert("RGB").save(tmp_path / "foto.jpg")

    def compiled(image: str) -> Compiled:
        deck = tmp_path / "deck.yaml"
        deck.write_text(
            "title: a\ntheme: vortrag\nslides:\n  - layout: image-text\n    title: Ein Bild\n"
            f"    text: Ein Satz dazu.\n    image: {image}\n",
            "utf-8",
        )
        findings = Findings()
        found = compile_deck(deck, findings)
        assert found and not findings.errors
        return found

    return compiled


def picture(compiled: Compiled) -> Picture:
    """Return the only picture of a deck."""
    (found,) = [node for node in compiled.scenes[0].nodes if isinstance(node, Picture)]
    return found


def test_a_photograph_fills_its_place(placed: Deck) -> None:
    shown = picture(placed("{file: foto.jpg, alt: Rauschen}"))
    assert shown.placeholder and shown.box == shown.placeholder.box and sum(shown.crop) > 0


def test_a_drawing_is_shown_whole(placed: Deck) -> None:
    shown = picture(placed("{file: plan.png, alt: Ein Plan}"))
    assert sum(shown.crop) == pytest.approx(0, abs=0.01)
    assert shown.box.w / shown.box.h == pytest.approx(3, rel=0.01)
    assert shown.placeholder and shown.placeholder.box.holds(shown.box)


@pytest.mark.parametrize(
    ("image", "whole"),
    [
        ("{file: plan.png, alt: Ein Plan, fit: cover}", False),
        ("{file: plan.png, alt: Ein Plan, focus: [0.2, 0.5]}", False),
        ("{file: foto.jpg, alt: Rauschen, fit: contain}", True),
    ],
)
def test_the_author_decides(image: str, whole: bool, placed: Deck) -> None:
    assert (sum(picture(placed(image)).crop) < 0.01) == whole
