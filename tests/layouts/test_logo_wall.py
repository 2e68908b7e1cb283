"""logos: all as present as each other, whatever their shape."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from smdeck.compiler.compiling import Compiled
from smdeck.findings import Finding
from smdeck.scene import Picture

Compile = Callable[[str], Compiled]
DeckOf = Callable[..., str]
FindingsOf = Callable[[str], list[Finding]]
Build = Callable[[str], dict[str, bytes]]


def slide(files: list[str], extra: str = "") -> str:
    items = "".join(f"  - {{image: {{file: {file}, alt: Firma}}{extra}}}\n" for file in files)
    return f"layout: logos\ntitle: Mit ihnen reden wir\nitems:\n{items}"


def logos(deck: str, compiled: Compile) -> list[Picture]:
    return [node for node in compiled(deck).scenes[0].nodes if isinstance(node, Picture)]


@pytest.mark.parametrize("number", [2, 3, 4, 5, 8, 11, 16])
def test_each_logo_has_a_cell_of_its_own(number: int, deck_of: DeckOf, compiled: Compile) -> None:
    shown = logos(deck_of(slide(["bilder/publikum.png"] * number)), compiled)
    assert len(shown) == number
    for n, one in enumerate(shown):
        assert one.placeholder and one.placeholder.box.holds(one.box)
        assert not any(one.box.overlaps(other.box) for other in shown[:n])


def test_wide_and_square_logos_are_shown_whole_and_cover_as_much(
    deck_of: DeckOf, compiled: Compile, tmp_path: Path
) -> None:
    from PIL import Image

    files = []
    for n, size in enumerate([(900, 900), (1800, 700), (1200, 900)]):
        Image.new("RGB", size, "black").save(tmp_path / f"logo{n}.png")
        files.append(str(tmp_path / f"logo{n}.png"))
    square, wide, usual = logos(deck_of(slide(files)), compiled)
    for logo in (square, wide, usual):
        assert max(logo.crop) < 1e-4
        assert logo.box.w * logo.box.h == pytest.approx(square.box.w * square.box.h, rel=0.01)
    assert wide.box.w / wide.box.h == pytest.approx(18 / 7, rel=0.01)


def test_a_logo_leads_to_its_address(deck_of: DeckOf, built: Build) -> None:
    deck = slide(["bilder/publikum.png"] * 2, ", link: https://example.com/firma")
    parts = built(deck_of(deck))
    assert parts["ppt/slides/slide1.xml"].decode().count("<a:hlinkClick ") == 2
    assert "https://example.com/firma" in parts["ppt/slides/_rels/slide1.xml.rels"].decode()


def test_on_dark_backgrounds_logos_stand_on_light_plates(
    deck_of: DeckOf, compiled: Compile
) -> None:
    deck = slide(["bilder/publikum.png"] * 4) + "tone: dark\n"
    slide_layout = compiled(deck_of(deck)).scenes[0].slide_layout
    plates = [shape.box for shape in slide_layout.decor if shape.fill == "text"]
    for logo in logos(deck_of(deck), compiled):
        assert any(plate.holds(logo.box) for plate in plates)


def test_an_item_without_a_picture_is_an_error(deck_of: DeckOf, findings_of: FindingsOf) -> None:
    found = findings_of(deck_of(slide(["bilder/publikum.png"] * 2) + "  - {link: '#eins'}\n"))
    assert "missing-field" in {finding.code for finding in found}


@pytest.mark.parametrize("number", [1, 17])
def test_one_logo_or_seventeen_are_an_error(
    number: int, deck_of: DeckOf, findings_of: FindingsOf
) -> None:
    found = findings_of(deck_of(slide(["bilder/publikum.png"] * number)))
    assert [finding.code for finding in found] == ["item-count"]
