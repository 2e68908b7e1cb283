"""Subtitles: every layout shows one, but those whose few words have the slide to themselves."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from test_layouts import example

import smdeck
from smdeck.layouts import layout_names
from smdeck.theme.folders import shipped_themes

pytestmark = pytest.mark.slow

FEW_WORDS = {
    "big-number", "break", "closing", "contact", "questions", "quote", "speaker", "statement",
}  # fmt: skip
"""Layouts without one: their own keys say more."""

DECK = {"title": "Vortrag", "kind": "handout"}
LINE = "Eine Zeile darunter"


@pytest.mark.parametrize("theme", shipped_themes())
def test_a_subtitle_is_shown_or_refused(theme: str, tmp_path: Path, repository: Path) -> None:
    (tmp_path / "bilder").symlink_to(repository / "decks" / "bilder")
    slides: list[dict[str, Any]] = [
        {**example(name), "subtitle": LINE} for name in layout_names() if name != "sources"
    ]
    file = tmp_path / "deck.yaml"
    file.write_text(json.dumps({**DECK, "theme": theme, "slides": slides}, default=str), "utf-8")
    refused = {
        slides[(finding.slide or 1) - 1]["layout"]
        for finding in smdeck.check(file)
        if finding.code == "unshown-key" and "`subtitle`" in finding.message
    }
    assert refused == FEW_WORDS
    shown = [slide for slide in slides if slide["layout"] not in FEW_WORDS]
    file.write_text(json.dumps({**DECK, "theme": theme, "slides": shown}, default=str), "utf-8")
    built = Presentation(str(smdeck.build(file).path)).slides
    lost = [
        slide["layout"]
        for slide, slide_layout in zip(shown, built, strict=True)
        if not any(
            LINE in one.text_frame.text for one in slide_layout.placeholders if one.has_text_frame
        )
    ]
    assert lost == []
