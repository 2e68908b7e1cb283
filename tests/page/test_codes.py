"""QR codes: whoever points a telephone at a slide gets where it says, under each theme and tone."""

from __future__ import annotations

import io
import textwrap
from pathlib import Path
from typing import get_args

import pytest
import zxingcpp
from PIL import Image

from smdeck.compiler.compiling import compile_deck
from smdeck.files import access
from smdeck.findings import Findings
from smdeck.model.records import Tone
from smdeck.pictures.drawing import draw as png_of
from smdeck.preview import draw_slide
from smdeck.theme.folders import shipped_themes

pytestmark = pytest.mark.slow

SHORT = "https://example.com/frage"
LONG = "https://example.com/vortrag?quelle=saal&thema=" + "dialog-" * 12 + "ende"

SLIDES = {
    f"layout: contact\ntitle: Sprechen wir\nurl: {LONG}": LONG,
    f"layout: poll\ntitle: Wo?\nitems: [Hier, Dort]\nurl: {SHORT}": SHORT,
    f"layout: two-columns\ntitle: Zwei\nleft: Ein Satz\nright: {{link: {SHORT}}}": SHORT,
    "layout: free\ntitle: Frei\nblocks:\n"
    f"  - {{at: {{columns: 1-5, rows: 1-5}}, link: {LONG}}}": LONG,
    "layout: video\ntitle: Ein Film\nposter: {file: saal.png, alt: Ein Saal}\n"
    f"url: {SHORT}": SHORT,
}


def read_codes(svg: str) -> list[str]:
    """Return what the codes on a slide say."""
    image = Image.open(io.BytesIO(png_of(svg, 1280, 720, False, 0))).convert("L")
    return [found.text for found in zxingcpp.read_barcodes(image)]


def test_every_code_leads_where_its_slide_says(tmp_path: Path) -> None:
    Image.new("RGB", (160, 90), (40, 90, 100)).save(tmp_path / "saal.png")
    tones = get_args(Tone)
    unread = []
    for theme in shipped_themes():
        for tone in tones if theme == "vortrag" else tones[:1]:
            slides = "".join(
                "  - " + textwrap.indent(f"{slide}\ntone: {tone}\n", "    ").lstrip()
                for slide in SLIDES
            )
            deck = tmp_path / "deck.yaml"
            deck.write_text(f"title: T\ntheme: {theme}\nslides:\n{slides}", "utf-8")
            with access():
                talk = compile_deck(deck, Findings())
            assert talk
            for scene, wanted in zip(talk.scenes, SLIDES.values(), strict=True):
                svg = draw_slide(scene, talk.theme, talk.deck.lang, lambda *_: "").svg
                if wanted not in read_codes(svg):
                    unread.append((theme, tone, scene.title))
    assert unread == []
