"""Definitions: the example says that it is one, and comes by a click of its own."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest

import smdeck


def slide_of(folder: Path, keys: str, lang: str = "de-DE") -> str:
    deck = folder / "begriff.yaml"
    slide = f"{{layout: definition, title: Dialog, text: Zwei hören einander zu, {keys}}}"
    deck.write_text(f"title: Begriffe\nlang: {lang}\nslides:\n  - {slide}\n", encoding="utf-8")
    smdeck.build(deck, folder / "begriff.pptx")
    with ZipFile(folder / "begriff.pptx") as package:
        return package.read("ppt/slides/slide1.xml").decode()


@pytest.mark.parametrize(("lang", "label"), [("de-DE", "Zum Beispiel"), ("en-GB", "For example")])
def test_an_example_says_so_in_the_language_of_the_deck(
    tmp_path: Path, lang: str, label: str
) -> None:
    assert label in slide_of(tmp_path, "instance: eine Antwort", lang)


def test_without_an_example_nothing_says_that_there_is_one(tmp_path: Path) -> None:
    assert "Zum Beispiel" not in slide_of(tmp_path, "notes: Pause")


def test_an_example_appears_by_a_click(tmp_path: Path) -> None:
    assert "<p:timing" in slide_of(tmp_path, "reveal: true, instance: eine Antwort")
