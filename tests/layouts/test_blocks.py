"""Blocks: any content in any column and anywhere on the grid, in the order that it is written."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

import smdeck
from smdeck.compiler.compiling import Compiled

CONTENTS: dict[str, dict[str, Any]] = {
    "items": {"items": ["Erstens fragen", "Zweitens hören"]},
    "text": {"text": "Wer fragt, hört zu."},
    "image": {
        "image": {"file": "bilder/wohnzimmer.png", "alt": "Ein Wohnzimmer"},
        "label": "Abends",
    },
    "chart": {"chart": {"type": "bar", "data": {"categories": ["Blog"], "series": {"A": [3]}}}},
    "table": {"table": {"columns": ["Kanal", "Zahl"], "rows": [["Blog", 3]]}},
    "value": {"value": "64 %", "label": "kommen wieder"},
    "quote": {"quote": '"Endlich" fragt jemand', "by": "ein Kommentar"},
    "code": {"code": "a = 1\nb = 2", "language": "python", "highlight": "2"},
    "link": {"link": "https://example.com/frage", "label": "zur Frage"},
}
"""A block of each kind."""

WORDS = {
    "items": ["Erstens fragen", "Zweitens hören"],
    "text": ["Wer fragt, hört zu."],
    "image": ["Abends"],
    "value": ["64 %", "kommen wieder"],
    "quote": ["„‚Endlich‘ fragt jemand“", "ein Kommentar"],
    "code": ["a = 1", "b = 2"],
    "link": ["zur Frage"],
}
"""The words of each kind, which stand in placeholders."""

FILLS = {"image": "p:pic", "chart": "p:graphicFrame", "table": "p:graphicFrame"}


def slides() -> list[dict[str, Any]]:
    """Return slides that have each content in each column, and in a cell of the grid."""
    made: list[dict[str, Any]] = []
    usual = {"title": "Daneben", "text": "Ein Satz"}
    for name, content in CONTENTS.items():
        block = {"title": f"Kopf {name}", **content}
        for layout, sides in (("two-columns", ("left", "right")),
                              ("three-columns", ("left", "middle", "right"))):  # fmt: skip
            for side in sides:
                columns = dict.fromkeys(sides, usual) | {side: block}
                made.append({"layout": layout, "title": f"Mit {name}", **columns})
        made.append({
            "layout": "free",
            "title": f"Mit {name}",
            "blocks": [
                {"at": {"columns": "7-12"}, **usual},
                {"at": {"columns": "1-6", "rows": "2-7"}, **block},
            ],
        })  # fmt: skip
    return made


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Path:
    """Return the file of all these slides."""
    folder = tmp_path_factory.mktemp("blocks")
    (folder / "bilder").symlink_to(repository / "decks" / "bilder")
    deck = {"title": "Blöcke", "slides": slides(), "allow": ["image-resolution"]}
    file = folder / "deck.yaml"
    file.write_text(json.dumps(deck, ensure_ascii=False), "utf-8")
    result = smdeck.build(file)
    odd = [one for one in result.findings if one.code not in ("repeated-title", "missing-source")]
    assert odd == []
    return result.path


def test_each_content_stands_in_each_place_with_its_words_in_placeholders(built: Path) -> None:
    lost = []
    for slide, shown in zip(slides(), Presentation(str(built)).slides, strict=True):
        name = slide["title"].removeprefix("Mit ")
        held = [
            paragraph.text.replace("\u00a0", " ")
            for shape in shown.placeholders
            if shape.has_text_frame
            for paragraph in shape.text_frame.paragraphs
        ]
        wanted = [f"Kopf {name}", "Ein Satz", *WORDS.get(name, ())]
        lost += [(slide["layout"], name, text) for text in wanted if text not in held]
        kinds = {shape.element.tag.rsplit("}", 1)[1] for shape in shown.shapes}
        if name in FILLS and FILLS[name].removeprefix("p:") not in kinds:
            lost.append((slide["layout"], name, FILLS[name]))
    assert lost == []


def test_blocks_are_read_in_the_order_in_which_they_are_written(built: Path) -> None:
    with zipfile.ZipFile(built) as package:
        for number, slide in enumerate(slides(), 1):
            if slide["layout"] == "free":
                xml = package.read(f"ppt/slides/slide{number}.xml").decode()
                first, second = (xml.index(words) for words in ("Daneben", "Kopf "))
                assert xml.index("Ein Satz") < second and first < second


def test_a_code_leads_where_its_words_lead(built: Path) -> None:
    with zipfile.ZipFile(built) as package:
        for number, slide in enumerate(slides(), 1):
            if slide["title"] == "Mit link":
                rels = package.read(f"ppt/slides/_rels/slide{number}.xml.rels").decode()
                assert "https://example.com/frage" in rels


def test_blocks_appear_one_after_the_other(tmp_path: Path) -> None:
    blocks = [
        {"at": {"columns": "1-6"}, "items": ["Eins", "Zwei"]},
        {"at": {"columns": "7-12"}, "value": "64", "label": "Antworten"},
    ]
    slide = {"layout": "free", "title": "Nacheinander", "reveal": True, "blocks": blocks}
    file = tmp_path / "deck.yaml"
    file.write_text(json.dumps({"title": "Blöcke", "slides": [slide]}), "utf-8")
    with zipfile.ZipFile(smdeck.build(file).path) as package:
        xml = package.read("ppt/slides/slide1.xml").decode()
    assert xml.count('nodeType="clickEffect"') == 3  # two points, then the figure with its words


STEPS = """\
layout: two-columns
title: Code
left: Ein Satz
right: {code: "a = 1\\nb = 2\\n\\nc = 3", steps: "1-2, 4"}
"""


@pytest.mark.parametrize(("reveal", "before"), [("", 0), ("reveal: true\n", 1)])
def test_lines_of_code_in_a_block_come_step_by_step(
    reveal: str, before: int, deck_of: Callable[..., str], compiled: Callable[[str], Compiled]
) -> None:
    """Alone, or after what stands before them where the slide lets all appear."""
    clicks = compiled(deck_of(STEPS + reveal)).scenes[0].clicks
    lines = [[(one.first, one.last) for one in click.lines] for click in clicks]
    assert lines[before:] == [[(0, 1)], [(3, 3)]]
    assert len(clicks) == before + 2
