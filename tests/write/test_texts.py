"""Texts as DrawingML: lists with their numbers, code, strikes, sub- and superscripts, links."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from lxml import etree

from smdeck.fit.measure import SMALL, font_metrics
from smdeck.model.markup import blocks
from smdeck.model.text import Run
from smdeck.page.lists import with_lists
from smdeck.scene import Level, Style
from smdeck.write.text import numbered

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
Parts = dict[str, bytes]

LISTS = """
layout: text
title: Listen
text: |
  3. drei
  4. vier
     - a
       1. tief
  5. fünf

     mehr

  6. sechs

  Also

  9. neun
notes: |
  3. drei
     - a

  [Beleg](https://example.com/ä?a=1&b=2) ~~alt~~ H~2~O `x`
"""

CODE = """
layout: text
title: Quelltext
text: |
  Davor `im Satz`

      for name in names:
          print("...")  # z.B. 10 %

  - Punkt

    ```
    x
    ```
"""

FORMS = """
layout: table
title: H~2~O, x^2^ und ~~alt~~
columns: [CO~2~, "m^2^"]
rows: [["~~**alt**~~", "eins<br>zwei"], [a, b]]
"""


def paragraphs(part: bytes) -> list[Any]:
    return list(etree.fromstring(part).iter(f"{A}p"))


def words(paragraph: Any) -> str:
    return "".join(
        "\n" if one.tag == f"{A}br" else one.text for one in paragraph.iter(f"{A}t", f"{A}br")
    )


def starts(part: bytes) -> dict[str, str]:
    """Return what the list of each numbered paragraph begins with, as it stands on the slide."""
    found = {}
    for paragraph in paragraphs(part):
        number = paragraph.find(f"{A}pPr/{A}buAutoNum")
        if number is not None:
            found[words(paragraph)] = number.get("startAt")
    return found


@pytest.fixture
def lists(built: Callable[[str], Parts], deck_of: Callable[..., str]) -> Parts:
    return built(deck_of(LISTS))


def test_a_list_begins_with_the_number_that_is_typed(lists: Parts) -> None:
    assert starts(lists["ppt/slides/slide1.xml"]) == {
        "drei": "3", "vier": "3", "fünf": "3", "sechs": "6", "neun": "9",
    }  # fmt: skip


def test_deeper_items_have_later_levels_that_stand_further_in(lists: Parts) -> None:
    slide = lists["ppt/slides/slide1.xml"]
    levels = {
        words(one): int(one.find(f"{A}pPr").get("lvl", "0"))
        for one in paragraphs(slide)
        if one.find(f"{A}pPr") is not None
    }
    assert levels["vier"] < levels["a"] < levels["tief"]
    further = etree.fromstring(slide).findall(f".//{A}lstStyle/*")
    assert [level.tag.removeprefix(A) for level in further] == ["lvl4pPr", "lvl5pPr"]
    left, deeper = (int(level.get("marL")) for level in further)
    assert left < deeper


def test_a_further_paragraph_of_an_item_has_its_indent_and_no_mark(lists: Parts) -> None:
    (more,) = (p for p in paragraphs(lists["ppt/slides/slide1.xml"]) if words(p) == "mehr")
    properties = more.find(f"{A}pPr")
    assert properties.find(f"{A}buNone") is not None
    assert int(properties.get("marL")) > 0
    assert properties.get("indent") == "0"


def test_notes_have_lists_links_and_forms(lists: Parts) -> None:
    notes = lists["ppt/notesSlides/notesSlide1.xml"]
    assert starts(notes) == {"drei": "3"}
    text = notes.decode()
    assert "Beleg (https://example.com/ä?a=1&amp;b=2)" in text
    assert "<a:hlinkClick" in text
    relations = lists["ppt/notesSlides/_rels/notesSlide1.xml.rels"].decode()
    assert 'Target="https://example.com/%C3%A4?a=1&amp;b=2"' in relations
    assert 'strike="sngStrike"' in text
    assert 'baseline="-25000"' in text
    assert 'typeface="Courier New"' in text


def test_code_keeps_its_spaces_and_is_not_typeset(
    built: Callable[[str], Parts], deck_of: Callable[..., str]
) -> None:
    slide = built(deck_of(CODE))["ppt/slides/slide1.xml"]
    shown = {words(one): one for one in paragraphs(slide)}
    code = shown['for name in names:\n    print("...")  # z.B. 10 %']
    fonts = [font.get("typeface") for font in code.iter(f"{A}latin")]
    assert fonts == ["Courier New", "Courier New"]
    assert not list(code.iter(f"{A}solidFill"))  # in the colour of the text around it
    in_item = shown["x"].find(f"{A}pPr")
    assert in_item.find(f"{A}buNone") is not None
    assert [font.get("typeface") for font in shown["Davor im Satz"].iter(f"{A}latin")] == [
        "Courier New"
    ]


def test_a_theme_names_the_font_of_code(
    deck_file: Callable[[str], Any], built: Callable[[str], Parts], deck_of: Callable[..., str]
) -> None:
    folder = deck_file("").parent
    (folder / "theme.yaml").write_text(
        "color: {primary: '#004488'}\ntypography: {monospace: Consolas}\n"
    )
    deck = deck_of(CODE).replace("title:", "theme: .\ntitle:", 1)
    slide = built(deck)["ppt/slides/slide1.xml"].decode()
    assert 'typeface="Consolas"' in slide
    assert "Courier" not in slide


def test_strikes_and_scripts_are_native_in_titles_and_cells(
    built: Callable[[str], Parts], deck_of: Callable[..., str]
) -> None:
    slide = built(deck_of(FORMS))["ppt/slides/slide1.xml"].decode()
    assert re.findall(r'baseline="(-?\d+)"[^>]*>.*?<a:t>(.*?)</a:t>', slide) == [
        ("-25000", "2"), ("30000", "2"), ("-25000", "2"), ("30000", "2"),
    ]  # fmt: skip
    assert slide.count('strike="sngStrike"') == 2
    assert "<a:t>eins</a:t></a:r><a:br>" in slide


def test_numbers_are_counted_from_where_a_list_goes_on() -> None:
    text = "1. a\n2. b\n\n- c\n\n1. d\n   1. e\n   2. f\n2. g\n4. h"
    _, placed = with_lists(Style((Level(),), ((18.0,),)), blocks(text))
    counted = {
        paragraph.plain: start
        for paragraph, start in numbered(placed)
        if paragraph.marker == "number"
    }
    assert counted == {"a": 1, "b": 1, "d": 1, "e": 1, "f": 1, "g": 1, "h": 4}


def test_scripts_are_measured_smaller_and_code_in_its_font(theme: Any) -> None:
    plain, raised = Run("m"), Run("m", baseline=30)
    level = Level()
    assert font_metrics(theme, level, raised).width("m") == pytest.approx(
        SMALL * font_metrics(theme, level, plain).width("m")
    )
    code = font_metrics(theme, level, Run("m", code=True))
    assert code.width("i") == code.width("m") == pytest.approx(0.6, abs=0.01)
