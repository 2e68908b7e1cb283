"""The Python API: what a caller gets back, and what is raised."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, cast

import pytest
from pptx import Presentation

import smdeck
from smdeck import Built, DeckError, Finding, Place
from smdeck.source.plain import yaml_of

Write = Callable[[str], Path]

GOOD = """\
title: Vom Monolog
slides:
  - {title: a, items: [b], minutes: 2}
  - {title: c, items: [d], minutes: 1.5}
  - {title: e, items: [f], minutes: 9, hidden: true}
"""
BAD = "title: a\nslides:\n  - {title: a, itmes: [b]}\n  - {layout: quotte}\n"


def test_build_tells_what_was_written(deck_file: Write) -> None:
    built = smdeck.build(deck_file(GOOD))
    assert isinstance(built, Built)
    assert (built.slides, built.minutes, built.findings) == (3, 3.5, [])
    assert built.path.is_file() and 0 < built.seconds < 60


def test_paths_may_be_strings(deck_file: Write) -> None:
    deck = deck_file(GOOD)
    built = smdeck.build(str(deck), str(deck.parent / "neu.pptx"))
    assert built.path == deck.parent / "neu.pptx"


MADE: dict[str, object] = {
    "title": "Zahlen: ein Vortrag",
    "lang": "de-DE",
    "event": {"date": date(2026, 12, 3)},
    "slides": (
        {"title": "no", "items": ["1,5", "null", "- kein Strich", "zwei\nZeilen"]},
        {
            "layout": "chart",
            "type": "column",
            "title": "Antworten",
            "source": "Beispielwerte",
            "data": {"categories": [2024, 2025], "series": {"Antworten": [1.5, -3]}},
        },
    ),
}


def test_a_deck_may_be_a_mapping_or_text_and_the_talk_go_into_an_open_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All ways to give a deck make the same talk, and words of YAML's are words."""
    monkeypatch.chdir(tmp_path)
    text = (
        "title: 'Zahlen: ein Vortrag'\nlang: de-DE\nevent: {date: 2026-12-03}\nslides:\n"
        "  - title: 'no'\n"
        "    items: ['1,5', 'null', '- kein Strich', \"zwei\\nZeilen\"]\n"
        "  - {layout: chart, type: column, title: Antworten, source: Beispielwerte,"
        " data: {categories: [2024, 2025], series: {Antworten: [1.5, -3]}}}\n"
    )
    talks = []
    for deck in (MADE, text, io.BytesIO(text.encode()), io.StringIO(text)):
        built = smdeck.build(cast("Any", deck), out := io.BytesIO())
        assert built.slides == 2 and built.path == Path("deck.pptx")
        talks.append(out.getvalue())
    assert len(set(talks)) == 1
    assert not list(tmp_path.iterdir())
    assert smdeck.build(MADE).path == Path("deck.pptx")
    assert (tmp_path / "deck.pptx").read_bytes() == talks[0]
    said = [
        paragraph.text
        for shape in Presentation("deck.pptx").slides[0].shapes
        if shape.has_text_frame
        for paragraph in shape.text_frame.paragraphs
    ]
    assert [line for line in ("no", "1,5", "null", "- kein Strich") if line not in said] == []


def test_findings_of_a_mapping_show_the_yaml_that_it_is(tmp_path: Path) -> None:
    found = smdeck.check({"title": "a", "slides": [{"title": "b", "itmes": ["c"]}]})
    assert [finding.code for finding in found] == ["unknown-field"]
    assert found[0].place and found[0].place.line == 4
    assert "itmes:" in str(found[0])


def test_what_yaml_has_no_word_for_is_told_with_the_way_to_it() -> None:
    with pytest.raises(TypeError, match=r"deck\.slides\[0\]\.title is a set"):
        smdeck.build({"title": "a", "slides": [{"title": {"b"}}]})
    endless: dict[str, object] = {"title": "a"}
    endless["slides"] = [endless]
    with pytest.raises(TypeError, match="nested more than"):
        smdeck.check(endless)


def test_values_of_other_classes_are_what_they_hold() -> None:
    class Kind(StrEnum):
        SALES = "Umsatz"

    class Loud(str):
        def __str__(self) -> str:
            return "LAUT"

    assert yaml_of({"a": Kind.SALES, "b": Loud("leise"), "c": datetime(2026, 12, 3)}) == (
        "a: Umsatz\nb: leise\nc: 2026-12-03\n"
    )
    with pytest.raises(TypeError, match="deck has a key that is no word"):
        yaml_of(cast("Any", {(1, 2): "a"}))


def test_a_theme_may_be_given(deck_file: Write, tmp_path: Path) -> None:
    """By its name, or a file that is relative to the working directory."""
    own = tmp_path / "eigen.yaml"
    own.write_text("extends: buehne\n", "utf-8")
    deck = deck_file(GOOD)
    talks = set()
    for theme in (None, "plakat", own):
        smdeck.build(deck, out := io.BytesIO(), theme=theme)
        talks.add(zipfile.ZipFile(out).read("ppt/theme/theme1.xml"))
    assert len(talks) == 3
    assert [finding.code for finding in smdeck.check(deck, theme="plakta")] == ["unknown-theme"]


@pytest.mark.parametrize("given", [(["title: a"],), (None,), (MADE, io.StringIO())])
def test_what_is_no_deck_and_no_file_for_bytes_is_a_type_error(given: tuple[Any, ...]) -> None:
    with pytest.raises(TypeError, match=r"a deck is|open it with mode"):
        smdeck.build(*given)


def test_pictures_need_a_folder(deck_file: Write) -> None:
    with pytest.raises(DeckError, match="a folder of pictures"):
        smdeck.build(deck_file(GOOD), io.BytesIO(), format="png")


def test_progress_is_told_now_and_then(deck_file: Write) -> None:
    slides = "".join(f"  - {{title: Folie {n}, items: [a]}}\n" for n in range(120))
    told: list[tuple[int, int]] = []
    smdeck.build(
        deck_file(f"title: a\nslides:\n{slides}"),
        progress=lambda done, of: told.append((done, of)),
    )
    assert told and told[-1][1] == 120
    assert told == sorted(told) and told[-1][0] <= 120


def test_an_error_holds_all_findings_in_order(deck_file: Write) -> None:
    with pytest.raises(DeckError) as error:
        smdeck.build(deck_file(BAD))
    places = [(f.place.line, f.place.column) for f in error.value.findings if f.place]
    assert places == [(3, 16), (4, 14)]
    assert "did you mean `items`?" in str(error.value)


def test_check_finds_what_build_raises(deck_file: Write) -> None:
    deck = deck_file(BAD)
    findings = smdeck.check(deck)
    with pytest.raises(DeckError) as error:
        smdeck.build(deck)
    assert findings == error.value.findings
    assert not deck.with_suffix(".pptx").exists()


def test_check_of_a_good_deck_finds_and_writes_nothing(deck_file: Write) -> None:
    deck = deck_file(GOOD)
    assert smdeck.check(deck) == []
    assert not deck.with_suffix(".pptx").exists()


def test_a_finding_reads_as_a_compiler_s(deck_file: Write) -> None:
    finding = smdeck.check(deck_file(BAD))[0]
    assert isinstance(finding, Finding) and isinstance(finding.place, Place)
    name = finding.place.source.name
    assert str(finding).splitlines() == [
        "error[unknown-field]: a `bullets` slide has no field `itmes`",
        f" --> {name}:3:16",
        "  |",
        "3 |   - {title: a, itmes: [b]}",
        "  |                ^^^^^",
        "  = help: did you mean `items`?",
    ]


def test_the_caret_stands_below_wide_and_combined_characters(deck_file: Write) -> None:
    text = "title: a\nslides:\n  - {title: 漢字 und e\u0301, itmes: [b], items: [c]}\n"
    lines = str(smdeck.check(deck_file(text))[0]).splitlines()
    before = lines[3].split("| ", 1)[1].split("itmes")[0]
    columns = len(before) + 2 - 1  # two wide characters take four columns, the accent none
    assert lines[4].split("| ", 1)[1] == " " * columns + "^^^^^"


def test_a_long_line_is_cut_around_the_place(deck_file: Write) -> None:
    items = ", ".join(f"Punkt {n}" for n in range(3))
    text = f"title: a\nslides: [{{title: {'lang ' * 40}, items: [{items}], itmes: [b]}}]\n"
    (finding,) = [f for f in smdeck.check(deck_file(text)) if f.code == "unknown-field"]
    excerpt, caret = str(finding).splitlines()[3:5]
    assert len(excerpt) < 110 and "…" in excerpt
    start = caret.index("^")
    assert excerpt[start : start + 5] == "itmes"


def test_a_missing_deck_is_a_deck_error(tmp_path: Path) -> None:
    with pytest.raises(DeckError) as error:
        smdeck.build(tmp_path / "nichts.yaml")
    assert error.value.findings[0].code == "missing-file"


def test_a_folder_is_no_deck(tmp_path: Path) -> None:
    (finding,) = smdeck.check(tmp_path)
    assert finding.code == "unreadable-file"
