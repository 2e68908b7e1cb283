"""Languages: each is a talk of its own, and what is out of date in one is known."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from click.testing import CliRunner
from pptx import Presentation

import smdeck
from smdeck.cli import cli

DECK = """\
title: {de: Vom Dialog, en: On "dialogue"}
lang: [de-DE, en-GB]
event: {name: Tagung, date: 2026-12-03}
slides:
  - layout: title
  - {layout: section, title: {de: Anfang, en: Beginning}}
  - layout: agenda
    items: {de: [Eins, Zwei], en: [One, Two]}
  - layout: chart
    id: anteil
    title: Anteil wächst stark
    type: column
    unit: "%"
    data: {categories: [Früher, Heute], series: {Starke Ecke: [1.5, 2], Rest: [3, 4]}}
    source: Nur Beispielwerte
  - layout: cards
    id: karten
    title: Karten hier
    items: [Eins, {icon: world, title: Zwei und drei}]
"""

ENGLISH = """\
slides:
  anteil:
    title: A growing share
    data: {categories: [Then, Now], series: [Strong corner, ~]}
    source: Example values
  karten: {title: Cards here, items: [~, Two and three]}
"""


def words(path: Path) -> str:
    """Return all words of a talk's slides."""
    shapes: list[Any] = [one for slide in Presentation(str(path)).slides for one in slide.shapes]
    return "\n".join(one.text_frame.text for one in shapes if one.has_text_frame)


def test_each_language_has_its_texts_words_quotes_and_dates(
    deck_file: Callable[[str], Path], tmp_path: Path
) -> None:
    deck = deck_file(DECK)
    (tmp_path / "vortrag.en.yaml").write_text(ENGLISH, "utf-8")
    german, english = (words(smdeck.build(deck, lang=lang).path) for lang in (None, "en"))
    for text in ("Vom Dialog", "Anfang", "3. Dezember 2026", "Eins", "Quelle", "Zwei und drei"):
        assert text in german.replace("\u00a0", " ")
    for text in ("On “dialogue”", "Beginning", "3 December 2026", "Two", "Source: Example values"):
        assert text in english.replace("\u00a0", " ")
    assert "Zwei" not in english and "Two" not in german
    assert sorted(path.name for path in tmp_path.glob("*.pptx")) == [
        *("vortrag-en.pptx", "vortrag.pptx"),
    ]


def test_a_translation_changes_no_figure_icon_or_key(
    deck_file: Callable[[str], Path], tmp_path: Path
) -> None:
    deck = deck_file(DECK)
    (tmp_path / "vortrag.en.yaml").write_text(ENGLISH, "utf-8")
    (chart,) = (
        shape.chart
        for slide in Presentation(str(smdeck.build(deck, lang="en").path)).slides
        for shape in slide.shapes
        if getattr(shape, "has_chart", False)
    )
    plot = chart.plots[0]
    assert list(plot.categories) == ["Then", "Now"]
    assert [(one.name, list(one.values)) for one in plot.series] == [
        *(("Strong corner", [1.5, 2]), ("Rest", [3, 4])),
    ]
    assert smdeck.check(deck) == []


def test_all_versions_are_variants_in_languages(deck_file: Callable[[str], Path]) -> None:
    deck = deck_file(DECK.replace("event:", "variants: {kurz: {minutes: 3}}\nevent:"))
    names = [one.name for one in smdeck.versions(deck)]
    assert names == ["base", "en", "kurz", "kurz-en"]


def test_a_variant_may_have_a_language(deck_file: Callable[[str], Path]) -> None:
    deck = deck_file(DECK.replace("event:", "variants: {london: {lang: en-GB}}\nevent:"))
    assert "Beginning" in words(smdeck.build(deck, variant="london").path)


def test_a_text_that_changes_after_its_translation_is_found_until_it_is_accepted(
    deck_file: Callable[[str], Path], tmp_path: Path
) -> None:
    deck = deck_file(DECK)
    overlay = tmp_path / "vortrag.en.yaml"
    overlay.write_text(ENGLISH, "utf-8")
    assert smdeck.mark_translations(deck).texts == {"en-GB": 10}
    assert smdeck.check(deck) == []
    deck.write_text(DECK.replace("de: Anfang", "de: Beginn").replace("Karten hier", "Karten da"))
    found = [(one.code, one.versions) for one in smdeck.check(deck)]
    assert found == [("stale-translation", ("en",))] * 2
    overlay.write_text(ENGLISH.replace("Cards here", "Cards there"), "utf-8")
    assert len(smdeck.check(deck)) == 1
    smdeck.mark_translations(deck)
    assert smdeck.check(deck) == []


def test_marking_twice_writes_the_same_bytes(
    deck_file: Callable[[str], Path], tmp_path: Path
) -> None:
    deck = deck_file(DECK)
    (tmp_path / "vortrag.en.yaml").write_text(ENGLISH, "utf-8")
    marks = [smdeck.mark_translations(deck).path.read_bytes() for _ in range(2)]
    assert marks[0] == marks[1]
    assert not list(tmp_path.glob(".*.tmp"))


def test_the_command_line_translates(deck_file: Callable[[str], Path], tmp_path: Path) -> None:
    deck = deck_file(DECK)
    left = CliRunner().invoke(cli, ["translate", str(deck)])
    assert left.exit_code == 0 and "5 warning[untranslated]" in left.stdout
    assert "fonts" not in left.stdout
    (tmp_path / "vortrag.en.yaml").write_text(ENGLISH, "utf-8")
    marked = CliRunner().invoke(cli, ["translate", str(deck), "--mark"])
    assert marked.exit_code == 0 and "10 texts in en-GB" in marked.stdout
    one = deck_file("title: a\nslides: [{layout: title}]\n")
    assert CliRunner().invoke(cli, ["translate", str(one), "--mark"]).exit_code == 1


def test_damaged_marks_are_a_finding(deck_file: Callable[[str], Path], tmp_path: Path) -> None:
    deck = deck_file(DECK)
    for damaged in ("[", "[1]", '{"en-GB": 3}', '{"en-GB": {"a": 3}}', "\xff"):
        (tmp_path / "vortrag.translated.json").write_text(damaged, "latin-1")
        codes = {one.code for one in smdeck.check(deck, lang="en")}
        assert "wrong-file" in codes, damaged


def test_a_folder_with_a_deck_and_its_translation_has_one_deck(
    deck_file: Callable[[str], Path], tmp_path: Path
) -> None:
    deck_file(DECK)
    (tmp_path / "vortrag.en.yaml").write_text(ENGLISH, "utf-8")
    assert smdeck.build(tmp_path).path.name == "vortrag.pptx"


def test_slides_of_other_files_are_translated_by_their_ids(
    deck_file: Callable[[str], Path], tmp_path: Path
) -> None:
    """A text that the use has otherwise is translated there, the others where they are written."""
    (tmp_path / "teil.yaml").write_text(
        "slides:\n  - {id: a, title: Ein Titel, items: [Ein Punkt, Zwei]}\n", "utf-8"
    )
    (tmp_path / "vortrag.en.yaml").write_text(
        "slides: [{id: a, title: Another title, items: [One point, Two]}]\n", "utf-8"
    )
    deck = deck_file(
        "title: T\nlang: [de, en]\nslides:\n  - use: teil.yaml#a\n    title: Anderer Titel\n"
    )
    shown = words(smdeck.build(deck, lang="en").path)
    assert "Another title" in shown and "One point" in shown
    assert smdeck.check(deck) == []


def test_a_translation_is_no_deck_and_left_out_beside_its_own(
    deck_file: Callable[[str], Path], tmp_path: Path
) -> None:
    deck = deck_file(DECK)
    overlay = tmp_path / "vortrag.en.yaml"
    overlay.write_text(ENGLISH, "utf-8")
    both = CliRunner().invoke(cli, ["check", str(deck), str(overlay)])
    assert both.exit_code == 0 and both.stdout == f"{deck}: no findings\n"
    (finding,) = smdeck.check(overlay)
    assert finding.code == "wrong-file" and "`--lang en`" in str(finding.help)


def test_a_deck_with_a_point_in_its_name_is_a_deck(
    deck_file: Callable[[str], Path], tmp_path: Path
) -> None:
    deck_file(DECK.replace("[de-DE, en-GB]", "\n  - de-DE\n  - en-GB"))
    decks = ("vortrag.neu.yaml", "vortrag.v2.yaml", "a.en.yaml")
    for name in (*decks, "vortrag.en.yaml", "vortrag.en-GB.yaml"):
        (tmp_path / name).write_text("title: Neu\nslides: [{layout: title}]\n", "utf-8")
        assert (smdeck.check(tmp_path / name) == []) == (name in decks), name
