"""Quotes: both marks are text, in the writing of the language, and stand there once."""

from __future__ import annotations

import re
from pathlib import Path
from zipfile import ZipFile

import pytest

import smdeck
from smdeck.compiler.compiling import compile_deck
from smdeck.findings import Findings

MARKED = {
    "de-DE": "„Märkte sind Gespräche“",
    "de-CH": "«Märkte sind Gespräche»",
    "en-US": "“Märkte sind Gespräche”",
    "fr-FR": "«\u00a0Märkte sind Gespräche\u00a0»",
    "pl-PL": "„Märkte sind Gespräche”",
    "ja-JP": "「Märkte sind Gespräche」",
    "he-IL": "”Märkte sind Gespräche”",
}


def slide_of(folder: Path, lang: str) -> str:
    deck = folder / "zitat.yaml"
    quote = '{layout: quote, quote: "Märkte sind **Gespräche**", by: Kim Muster}'
    deck.write_text(f"title: Zitat\nlang: {lang}\nslides:\n  - {quote}\n", encoding="utf-8")
    smdeck.build(deck, folder / "zitat.pptx")
    with ZipFile(folder / "zitat.pptx") as package:
        return package.read("ppt/slides/slide1.xml").decode()


@pytest.mark.parametrize("lang", MARKED)
def test_a_quote_begins_and_ends_with_its_marks(tmp_path: Path, lang: str) -> None:
    texts = [
        "".join(re.findall(r"<a:t>([^<]*)</a:t>", shape)).replace("\u200e", "")
        for shape in slide_of(tmp_path, lang).split("<p:sp>")
    ]
    assert MARKED[lang] in texts
    assert sum(text.count(MARKED[lang][0]) for text in texts) == MARKED[lang].count(MARKED[lang][0])


def test_no_further_marks_are_drawn_beside_the_words(tmp_path: Path) -> None:
    assert "<a:custGeom>" not in slide_of(tmp_path, "de-DE")


def test_a_script_calls_a_quote_by_who_said_it(tmp_path: Path) -> None:
    slide_of(tmp_path, "de-DE")
    compiled = compile_deck(tmp_path / "zitat.yaml", Findings())
    assert compiled
    assert [scene.title for scene in compiled.scenes] == ["Kim Muster"]
