"""Variants: each is a talk of its own, built, timed and checked as such."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from pptx import Presentation

import smdeck
from smdeck.cli import cli

DECK = """\
title: Vortrag
minutes: 8
event: {name: Tagung, place: Köln}
variants:
  kurz: {title: Kurz, minutes: 3, event.place: Bonn}
  lang: {}
slides:
  - {layout: title, minutes: 1}
  - {layout: statement, title: Alle antworten, minutes: 2, except: kurz}
  - layout: comparison
    title: Vergleich
    minutes: 2
    left: {title: Früher, items: [Eins, {title: Zwei, only: [lang]}]}
    right: {title: Heute, items: [Drei]}
  - {layout: statement, title: Einer antwortet, minutes: 3, only: [lang, kurz], except: [kurz]}
"""


def titles(path: Path) -> list[str]:
    """Return the titles of a talk's slides."""
    return [slide.shapes.title.text for slide in Presentation(str(path)).slides]


def test_each_variant_has_its_own_slides_keys_and_minutes(deck_file: Callable[[str], Path]) -> None:
    deck = deck_file(DECK)
    base, kurz, lang = (smdeck.build(deck, variant=name) for name in (None, "kurz", "lang"))
    assert titles(base.path) == ["Vortrag", "Alle antworten", "Vergleich"]
    assert titles(kurz.path) == ["Kurz", "Vergleich"]
    assert titles(lang.path) == ["Vortrag", "Alle antworten", "Vergleich", "Einer antwortet"]
    assert [built.minutes for built in (base, kurz, lang)] == [5, 3, 8]
    names = [built.path.name for built in (base, kurz, lang)]
    assert names == ["vortrag.pptx", "vortrag-kurz.pptx", "vortrag-lang.pptx"]


def test_items_and_columns_are_chosen_too(deck_file: Callable[[str], Path]) -> None:
    deck = deck_file(DECK)

    def words(variant: str | None) -> str:
        slides = Presentation(str(smdeck.build(deck, variant=variant).path)).slides
        slide = next(one for one in slides if one.shapes.title.text == "Vergleich")
        return "\n".join(one.text_frame.text for one in slide.shapes if one.has_text_frame)

    assert "Zwei" not in words(None) and "Zwei" in words("lang")


def test_a_path_reaches_into_a_key_of_the_deck(deck_file: Callable[[str], Path]) -> None:
    deck = deck_file(DECK)
    (title, *_) = Presentation(str(smdeck.build(deck, variant="kurz").path)).slides
    shown = "\n".join(one.text_frame.text for one in title.shapes if one.has_text_frame)
    assert "Tagung" in shown and "Bonn" in shown and "Köln" not in shown


def test_variables_of_a_variant_are_put_to_those_of_the_deck(
    deck_file: Callable[[str], Path],
) -> None:
    deck = deck_file(
        "title: Vortrag\nvars: {wer: Alle, wo: Köln}\nvariants: {kurz: {vars: {wo: Bonn}}}\n"
        "slides: [{layout: statement, title: '${wer} in ${wo}'}]\n"
    )
    assert titles(smdeck.build(deck).path) == ["Alle in Köln"]
    assert titles(smdeck.build(deck, variant="kurz").path) == ["Alle in Bonn"]


def test_all_versions_are_named(deck_file: Callable[[str], Path]) -> None:
    assert [one.name for one in smdeck.versions(deck_file(DECK))] == ["base", "kurz", "lang"]
    assert smdeck.versions(deck_file("title: a\nslides: []\n")) == [smdeck.Version()]


def test_one_command_builds_them_all(deck_file: Callable[[str], Path], tmp_path: Path) -> None:
    deck = deck_file(DECK)
    result = CliRunner().invoke(cli, ["build", str(deck), "--all-variants", "-o", f"{tmp_path}/o/"])
    assert result.exit_code == 0, result.stderr
    assert sorted(path.name for path in (tmp_path / "o").iterdir()) == [
        *("vortrag-kurz.pptx", "vortrag-lang.pptx", "vortrag.pptx"),
    ]
    assert "2 slides, 3 minutes" in result.stdout


def test_a_variant_that_fails_keeps_none_of_the_others(
    deck_file: Callable[[str], Path], tmp_path: Path
) -> None:
    deck = deck_file(DECK.replace("minutes: 3, event", "minutes: drei, event"))
    result = CliRunner().invoke(cli, ["build", str(deck), "--all-variants"])
    assert result.exit_code == 1 and "= version: kurz" in result.stderr
    assert sorted(path.name for path in tmp_path.glob("*.pptx")) == [
        *("vortrag-lang.pptx", "vortrag.pptx"),
    ]


@pytest.mark.parametrize(
    "options",
    [
        ["--variant", "kurz", "--all-variants"],
        ["--all-variants", "-o", "eins.pptx"],
        ["--set", "ohne"],
        ["--set", "=leer"],
    ],
)
def test_what_does_not_go_together_is_wrong_usage(
    options: list[str], deck_file: Callable[[str], Path]
) -> None:
    result = CliRunner().invoke(cli, ["build", str(deck_file(DECK)), *options])
    assert result.exit_code == 2


def test_check_says_which_version_has_a_finding(deck_file: Callable[[str], Path]) -> None:
    text = DECK.replace("Einer antwortet", "TODO").replace("minutes: 8", "minutes: 4")
    found = [(one.code, one.versions) for one in smdeck.check(deck_file(text))]
    assert found == [
        *(("talk-time", ("base",)), ("talk-time", ("lang",)), ("leftovers", ("lang",))),
    ]
    only = smdeck.check(deck_file(text), variant="kurz")
    assert only == []


def test_what_one_version_has_no_use_for_another_may_have(
    deck_file: Callable[[str], Path],
) -> None:
    """A variable, an `allow` and defaults are unused only where no version uses them."""
    text = """\
title: Vortrag
vars: {wer: Alle, nie: Niemand}
defaults: {quote: {tone: dark}}
variants: {lang: {}}
slides:
  - {layout: statement, title: Eins, allow: [leftovers, words]}
  - {layout: statement, title: "${wer} antworten", only: [lang], allow: [leftovers]}
  - {layout: quote, quote: Ja, by: Alle, only: [lang], notes: TODO}
"""
    found = smdeck.check(deck_file(text), variant="lang")
    assert [one.code for one in found] == ["leftovers"]
    found = smdeck.check(deck_file(text))
    unused = [(one.code, one.place.line) for one in found if one.place]
    assert unused == [
        *(("unused-name", 2), ("unused-allow", 6), ("unused-allow", 6), ("unused-allow", 7)),
        ("leftovers", 8),
    ]


def test_variants_of_a_used_file_are_its_own_affair(
    deck_file: Callable[[str], Path], tmp_path: Path
) -> None:
    """What a used slide says of variants that the deck has not chooses nothing."""
    (tmp_path / "teile.yaml").write_text(
        "variants: {messe: {}}\nslides:\n"
        "  - {layout: statement, title: Messe, only: [messe]}\n"
        "  - {layout: statement, title: Kurz, only: [kurz]}\n",
        "utf-8",
    )
    deck = deck_file("title: a\nvariants: {kurz: {}}\nslides:\n  - use: teile.yaml\n")
    assert titles(smdeck.build(deck).path) == ["Messe"]
    assert titles(smdeck.build(deck, variant="kurz").path) == ["Messe", "Kurz"]


def test_what_is_wrong_with_the_yaml_is_numbered_and_allowed_in_all_versions(
    deck_file: Callable[[str], Path],
) -> None:
    text = (
        DECK + "  - {layout: statement, title: Eins}\n  - layout: statement\n    title: Platz #1\n"
    )
    (found,) = [one for one in smdeck.check(deck_file(text)) if one.code == "glued-comment"]
    assert (found.slide, found.versions) == (5, ())
    allowed = smdeck.check(deck_file(text + "    allow: [glued-comment]\n"))
    assert "glued-comment" not in {one.code for one in allowed}
