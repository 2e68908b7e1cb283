"""A talk as PDF: words where they were measured, bookmarks, links, tags; the same each time."""

from __future__ import annotations

import sys
from pathlib import Path

import pymupdf
import pytest

import smdeck
from smdeck.compiler.compiling import compile_deck
from smdeck.findings import Findings
from smdeck.preview.lines import TextToSet, set_lines
from smdeck.scene import TextBox

DECK = """\
title: Wege in den Dialog
slides:
  - layout: title
  - {layout: bullets, id: wege, title: Drei Wege, items: [Zuhören, "[Fragen](https://example.com)",
     "[Antworten](#zahlen)"]}
  - {layout: section, title: Was zählt?}
  - layout: table
    id: zahlen
    title: Antworten zählen mehr
    columns: [Beitrag, Antworten]
    rows: [[Frage, 27], [Ansage, 3]]
    source: Beispielwerte
  - {layout: statement, title: Nicht gezeigt, hidden: true}
  - layout: chart
    title: Fragen wirken
    type: bar
    data: {categories: [Frage, Ansage], series: {Antworten: [27, 3]}}
    source: Beispielwerte
  - {layout: text, title: Der Reihe nach, text: "Erst fragen:\n\n- wen\n- wann"}
  - {layout: code, title: So sieht es aus, code: "wenn:\\n  - gefragt"}
"""


@pytest.fixture(scope="module")
def deck(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("pdf") / "wege.yaml"
    file.write_text(DECK, "utf-8")
    return file


@pytest.fixture(scope="module")
def data(deck: Path) -> bytes:
    return smdeck.build(deck, format="pdf").path.read_bytes()


@pytest.fixture
def talk(data: bytes) -> pymupdf.Document:
    return pymupdf.open(stream=data)


def test_sections_and_titles_are_bookmarks(talk: pymupdf.Document) -> None:
    assert [entry[:2] for entry in talk.get_toc()] == [
        [1, "Wege in den Dialog"],
        [1, "Drei Wege"],
        [1, "Was zählt?"],
        [2, "Antworten zählen mehr"],
        [2, "Fragen wirken"],
        [2, "Der Reihe nach"],
        [2, "So sieht es aus"],
    ]


def test_words_lead_to_the_web_and_to_slides(talk: pymupdf.Document) -> None:
    web, slide = talk[1].get_links()
    assert web["uri"] == "https://example.com"
    assert slide["page"] == 3
    for link in (web, slide):  # where somebody clicks on them, they lead there
        assert link["from"].height > 10 and talk[1].get_textbox(link["from"]).strip()


def test_text_is_copied_in_reading_order(talk: pymupdf.Document) -> None:
    words = " ".join(talk[3].get_text().split())
    assert words.startswith("Antworten zählen mehr Beitrag Antworten Frage 27 Ansage 3")
    assert "Quelle: Beispielwerte" in words
    assert "27" in talk[4].get_text()  # of a chart, too


def test_it_is_tagged_for_all_to_read(data: bytes, talk: pymupdf.Document) -> None:
    assert b"pdfuaid:part" in data
    every = "".join(talk.xref_object(n) for n in range(1, talk.xref_length()))
    for tag in ("/H1", "/H2", "/LI", "/TH", "/TD", "/Figure", "/Link"):
        assert f"/S {tag}" in every, tag
    assert "Diagramm: Antworten: Frage 27, Ansage 3" in every


def test_every_word_stands_where_it_was_measured(deck: Path, talk: pymupdf.Document) -> None:
    compiled = compile_deck(deck, Findings())
    assert compiled
    wrong, shown = [], [scene for scene in compiled.scenes if not scene.hidden]
    for page, scene in zip(talk, shown, strict=True):
        spans = [
            (span["text"].strip(), span["origin"])
            for block in page.get_text("dict")["blocks"]
            for line in block.get("lines", ())
            for span in line["spans"]
        ]
        for node in scene.nodes:
            if not isinstance(node, TextBox):
                continue
            for line in set_lines(TextToSet.of(node), compiled.theme):
                first = line.runs[0].text.strip() if line.runs else ""
                indent = line.runs[0].width if first != line.words.rstrip() else 0.0
                near = [
                    (x, y)
                    for text, (x, y) in spans
                    if text and first.startswith(text.split()[0])
                    and -1 < x - line.left < 1 + indent and abs(y - line.baseline) < 0.2
                ]  # fmt: skip
                if first and not near:
                    wrong.append((scene.title, first, line.left, line.baseline))
    assert not wrong


def test_fonts_travel_with_it(talk: pymupdf.Document) -> None:
    fonts = {font for page in range(len(talk)) for font in talk.get_page_fonts(page)}
    assert fonts
    assert all("+" in font[3] for font in fonts)  # a part of each is embedded


def test_the_same_deck_gives_the_same_bytes(deck: Path, data: bytes, tmp_path: Path) -> None:
    again = smdeck.build(deck, tmp_path / "noch.pdf", format="pdf")
    assert again.path.read_bytes() == data


def test_signs_that_no_font_has_are_no_fault(tmp_path: Path) -> None:
    deck = tmp_path / "deck.yaml"
    deck.write_text("title: A \U0001bc00\nslides: [{layout: title}]\n", "utf-8")
    assert smdeck.build(deck, format="pdf").path.read_bytes().startswith(b"%PDF")


def test_what_is_missing_is_said(deck: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(smdeck.DeckError) as raised:
        smdeck.build(deck, deck.with_name("nie.pdf"), format="pdf")
    (finding,) = (one for one in raised.value.findings if one.severity == "error")
    assert finding.message == "PDF is set by Typst, which is not installed"
    assert finding.help and "smdeck[pdf]" in finding.help
    assert not deck.with_name("nie.pdf").exists()
