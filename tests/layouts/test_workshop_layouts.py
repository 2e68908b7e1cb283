"""Exercises, polls, breaks, sources and shares of a hundred: what stands where, and findings."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

import smdeck
from smdeck.theme import shipped_themes

Deck = Callable[[str], Path]


def slides_of(deck_file: Deck, *slides: str, head: str = "") -> list[Any]:
    listed = "".join(f"  - {slide}\n" for slide in slides)
    deck = deck_file(f"title: T\n{head}slides:\n{listed}")
    return list(Presentation(str(smdeck.build(deck).path)).slides)


def words_on(slide: Any) -> list[str]:
    return [_plain(s) for s in slide.shapes if s.has_text_frame and s.text_frame.text]


def _plain(shape: Any) -> str:
    """Return the words of a shape with plain spaces."""
    return str(shape.text_frame.text).replace("\u00a0", " ")


def shape_with(slide: Any, words: str) -> Any:
    return next(s for s in slide.shapes if s.has_text_frame and _plain(s) == words)


def error_in(deck_file: Deck, slide: str) -> tuple[str, str]:
    (finding,) = smdeck.check(deck_file(f"title: T\nslides:\n  - {slide}\n"))
    assert finding.severity == "error"
    return finding.code, finding.message


# -- exercise -------------------------------------------------------------------------------------


def test_minutes_of_an_exercise_stand_large_beside_the_task(deck_file: Deck) -> None:
    (slide,) = slides_of(
        deck_file,
        "{layout: exercise, task: Schreiben Sie eine Frage., minutes: 10, team: zu dritt, "
        "material: [{icon: note, title: Karten}], result: eine Frage}",
    )
    words = words_on(slide)
    assert {"Übung", "10", "Minuten", "zu dritt", "Karten", "Ergebnis: eine Frage"} <= {*words}
    task, minutes = shape_with(slide, "Schreiben Sie eine Frage."), shape_with(slide, "10")
    assert task.left + task.width <= minutes.left


@pytest.mark.parametrize(("minutes", "said"), [("1", "Minute"), ("2.5", "Minuten")])
def test_one_minute_is_a_minute(minutes: str, said: str, deck_file: Deck) -> None:
    (slide,) = slides_of(deck_file, f"{{layout: exercise, task: Los, minutes: {minutes}}}")
    assert {minutes.replace(".", ","), said} <= {*words_on(slide)}


def test_a_task_alone_has_the_slide_to_itself(deck_file: Deck) -> None:
    (slide,) = slides_of(deck_file, "{layout: exercise, task: Reden Sie miteinander.}")
    assert words_on(slide)[:2] == ["Übung", "Reden Sie miteinander."]


def test_an_exercise_takes_three_materials(deck_file: Deck) -> None:
    code, _ = error_in(deck_file, "{layout: exercise, task: Los, material: [a, b, c, d]}")
    assert code == "item-count"


# -- poll -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("answers", [2, 6])
def test_answers_of_a_poll_have_letters(answers: int, deck_file: Deck) -> None:
    items = ", ".join(f"Antwort {n}" for n in range(answers))
    (slide,) = slides_of(deck_file, f"{{layout: poll, title: Wie oft?, items: [{items}]}}")
    letters = [s.text_frame.text for s in slide.slide_layout.shapes if s.has_text_frame]
    assert [letter for letter in letters if letter in "ABCDEF" and letter] == [*"ABCDEF"[:answers]]


def test_the_code_of_a_poll_leads_to_the_vote(deck_file: Deck) -> None:
    (slide,) = slides_of(
        deck_file,
        "{layout: poll, title: Wie oft?, items: [oft, nie], url: https://example.com/frage}",
    )
    assert {"Jetzt abstimmen", "example.com/frage"} <= {*words_on(slide)}
    code = next(shape for shape in slide.shapes if shape.name == "QR-Code")
    assert code.click_action.hyperlink.address == "https://example.com/frage"


@pytest.mark.parametrize("items", ["[a]", "[a, b, c, d, e, f, g]"])
def test_a_poll_has_two_to_six_answers(items: str, deck_file: Deck) -> None:
    code, message = error_in(deck_file, f"{{layout: poll, title: Wie oft?, items: {items}}}")
    assert code == "item-count" and "2 to 6" in message


def test_a_label_of_a_poll_needs_its_address(deck_file: Deck) -> None:
    poll = "{layout: poll, title: Wie oft?, items: [a, b], label: hier}"
    assert error_in(deck_file, poll)[0] == "missing-field"


# -- break ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("theme", shipped_themes())
def test_a_break_says_until_when_with_a_mark_for_each_minute(theme: str, deck_file: Deck) -> None:
    (slide,) = slides_of(
        deck_file,
        '{layout: break, until: "10:45", minutes: 15, text: Kaffee}',
        head=f"theme: {theme}\n",
    )
    assert words_on(slide) == ["Pause bis", "10:45", "Pause: 15 Minuten", "Kaffee"]
    marks = [(s.top, s.height) for s in slide.slide_layout.shapes if s.width == s.height < 400_000]
    assert len(marks) == 15 and len(set(marks)) == 1


def test_a_break_may_say_its_minutes_alone(deck_file: Deck) -> None:
    (slide,) = slides_of(deck_file, "{layout: break, minutes: 45}")
    assert words_on(slide) == ["Pause", "45 Minuten"]


@pytest.mark.parametrize(
    ("slide", "code"),
    [
        ("{layout: break}", "missing-field"),
        ('{layout: break, until: "25:00"}', "wrong-value"),
        ("{layout: break, until: bald}", "wrong-value"),
    ],
)
def test_a_break_without_a_time_is_an_error(slide: str, code: str, deck_file: Deck) -> None:
    assert error_in(deck_file, slide)[0] == code


# -- sources --------------------------------------------------------------------------------------

FACT = "{layout: statement, title: Aussage NUMBER, source: Buch NUMBER}"


def test_sources_name_the_slides_they_stand_on(deck_file: Deck) -> None:
    facts = [FACT.replace("NUMBER", str(n)) for n in (1, 2)]
    *_, slide = slides_of(deck_file, facts[0], "{layout: questions}", facts[1], "{layout: sources}")
    words = words_on(slide)
    assert words[0] == "Quellen"
    assert words[1:5] == ["1", "Aussage 1\nBuch 1", "3", "Aussage 2\nBuch 2"]


def test_many_sources_go_on_over_further_slides(deck_file: Deck) -> None:
    facts = [FACT.replace("NUMBER", str(n)) for n in range(1, 26)]
    slides = slides_of(deck_file, *facts, "{layout: sources}")[25:]
    assert words_on(slides[0])[0].startswith("Quellen (1/")
    shown = [word for slide in slides for word in words_on(slide)]
    assert all(f"Aussage {n}\nBuch {n}" in shown for n in range(1, 26))


def test_sources_of_a_deck_without_any_are_an_error(deck_file: Deck) -> None:
    code, message = error_in(deck_file, "{layout: sources}")
    assert code == "item-count" and "source" in message


# -- hundred --------------------------------------------------------------------------------------


def dots_on(slide: Any) -> list[str]:
    """Return the colours of the dots, row by row."""
    (group,) = (shape for shape in slide.shapes if shape.shape_type == 6)
    return [dot._element.find(".//{*}spPr//{*}schemeClr").get("val") for dot in group.shapes]


@pytest.mark.parametrize(("value", "of"), [(37, 100), (0, 100), (100, 100), (3, 10), (1, 2)])
def test_so_many_dots_are_set_off(value: int, of: int, deck_file: Deck) -> None:
    (slide,) = slides_of(
        deck_file,
        f"{{layout: hundred, title: Wie viele?, value: {value}, of: {of}, text: fragt, source: S}}",
    )
    dots = dots_on(slide)
    assert len(dots) == of
    assert len({*dots[:value]}) <= 1 and len({*dots[value:]}) <= 1
    assert not {*dots[:value]} & {*dots[value:]}
    assert str(value) in words_on(slide)


def test_more_than_all_is_an_error(deck_file: Deck) -> None:
    slide = "{layout: hundred, title: Wie viele?, value: 12, of: 10, source: S}"
    code, message = error_in(deck_file, slide)
    assert code == "wrong-value" and "12" in message


# -- all ------------------------------------------------------------------------------------------

ALL = (
    "{layout: exercise, task: Schreiben Sie eine Frage zur Kommunikationsstrategie., minutes: 10, "
    "team: zu dritt, material: [{icon: note, title: Karten}], result: eine Frage, tone: TONE}",
    "{layout: poll, title: Wie wichtig ist Wettbewerbsbeobachtung?, items: [sehr, kaum, gar nicht],"
    " url: https://example.com/frage, tone: TONE}",
    '{layout: break, until: "10:45", minutes: 15, text: Kaffee, tone: TONE}',
    "{layout: hundred, title: Wie viele fragen nach?, value: 37, text: fragen nach, source: S, "
    "tone: TONE}",
    "{layout: sources, tone: TONE}",
)


@pytest.mark.parametrize("theme", shipped_themes())
@pytest.mark.parametrize("tone", ["light", "dark", "brand", "accent"])
def test_they_stand_under_every_theme_in_every_tone(theme: str, tone: str, deck_file: Deck) -> None:
    listed = "".join(f"  - {slide.replace('TONE', tone)}\n" for slide in ALL)
    deck = deck_file(f"title: T\ntheme: {theme}\nslides:\n{listed}")
    assert [str(finding) for finding in smdeck.check(deck) if finding.severity == "error"] == []
