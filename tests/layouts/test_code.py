"""Code: lines as they are, coloured, numbered, set off; too much is an error."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

import smdeck

Deck = Callable[[str], Path]


def deck_of(deck_file: Deck, code: str, more: str = "") -> Path:
    lines = "".join(f"      {line}\n" for line in code.split("\n"))
    return deck_file(
        f"title: T\nslides:\n  - layout: code\n    title: Code\n    code: |\n{lines}{more}"
    )


def code_on(deck: Path) -> Any:
    slide = Presentation(str(smdeck.build(deck).path)).slides[0]
    return [shape.text_frame for shape in slide.shapes if shape.has_text_frame][2]


PYTHON = 'def f(x):\n    return "a" * x  # mehr'


def test_lines_are_as_they_are_typed(deck_file: Deck) -> None:
    typed = 'x = {"a": 1}\n\n  "so" -- (c) ...\n\tz'
    text = code_on(deck_of(deck_file, typed))
    assert [p.text.rstrip() for p in text.paragraphs] == typed.replace("\t", "    ").split("\n")


def test_words_values_and_comments_have_colours_of_their_own(deck_file: Deck) -> None:
    text = code_on(deck_of(deck_file, PYTHON, "    language: python\n"))
    assert "\n".join(p.text for p in text.paragraphs) == PYTHON
    runs = {run.text.strip(): run for p in text.paragraphs for run in p.runs}
    of = {
        name: run._r.find(".//{*}schemeClr").get("val") if run.font.fill.type else None
        for name, run in runs.items()
    }
    word, value, comment = of["def"], of['"a"'], of["# mehr"]
    assert word and value and comment and len({word, value}) == 2
    assert runs["def"].font.name == "Courier New"


def test_without_a_language_all_has_one_colour(deck_file: Deck) -> None:
    text = code_on(deck_of(deck_file, PYTHON))
    assert [len(p.runs) for p in text.paragraphs] == [1, 1]


def test_lines_that_follow_each_other_are_set_off_by_one_band(deck_file: Deck) -> None:
    deck = deck_of(deck_file, "a\nb\nc\nd\ne", '    highlight: "2-3, 5"\n')
    layout = Presentation(str(smdeck.build(deck).path)).slides[0].slide_layout
    wide = [s for s in layout.shapes if s.width > 900 * 12700 and not s.is_placeholder]
    assert len(wide) == 2
    first, second = sorted(wide, key=lambda shape: shape.top)
    assert first.height == pytest.approx(2 * second.height, abs=2)


@pytest.mark.parametrize(
    ("code", "more", "code_of_finding", "said"),
    [
        ("a", "    highlight: 2\n", "unknown-highlight", "line 2"),
        ("a", "    highlight: 0\n", "unknown-highlight", "line 0"),
        ("a", "    highlight: alle\n", "wrong-value", "alle"),
        ("a", "    language: pyhton\n", "wrong-value", "pyhton"),
        ("\n".join("abcdefghijklmnopqrstuvwxyz"), "", "overflow", "26 lines"),
        ("a\n" + 120 * "x", "", "overflow", "line 2 of the code is too long"),
    ],
)
def test_what_cannot_be_shown_is_an_error(
    code: str, more: str, code_of_finding: str, said: str, deck_file: Deck
) -> None:
    (finding,) = smdeck.check(deck_of(deck_file, code, more))
    assert (finding.severity, finding.code) == ("error", code_of_finding)
    assert said in finding.message


def test_fifteen_lines_fit_under_the_house_theme(deck_file: Deck) -> None:
    assert not smdeck.check(deck_of(deck_file, "\n".join(f"line {n}" for n in range(15))))


def clicks_of(deck: Path) -> list[tuple[int, int, int]]:
    """Return for each click its first and last line, and how many shapes appear with them."""
    from smdeck.compiler.compiling import compile_deck
    from smdeck.findings import Findings

    talk = compile_deck(deck, Findings())
    assert talk
    found = []
    for click in talk.scenes[0].clicks:
        numbers, lines = click.lines
        assert numbers[1:] == lines[1:]
        found.append((lines.first + 1, lines.last + 1, len(click.nodes)))
    return found


STEPS = "a\nb\n\nc\nd\n\ne"


def test_lines_appear_step_by_step_with_the_bands_behind_them(deck_file: Deck) -> None:
    deck = deck_of(deck_file, STEPS, "    steps: 1-2, 5\n    highlight: 2, 5-7\n")
    assert clicks_of(deck) == [(1, 2, 2), (5, 5, 2)]
    slide = Presentation(str(smdeck.build(deck).path)).slides[0]
    bands = [n for n, s in enumerate(slide.shapes) if not s.is_placeholder]
    texts = [n for n, s in enumerate(slide.shapes) if s.has_text_frame and s.text_frame.text == "a"]
    assert not texts or max(bands) < min(texts)


def test_to_reveal_code_is_to_show_it_up_to_the_next_empty_line(deck_file: Deck) -> None:
    assert clicks_of(deck_of(deck_file, STEPS, "    reveal: true\n")) == [
        (1, 2, 0), (4, 5, 0), (7, 7, 0),
    ]  # fmt: skip
    assert len(clicks_of(deck_of(deck_file, "a\nb\nc", "    reveal: true\n"))) == 3


@pytest.mark.parametrize("steps", ["9", "2-1", "1-2, 2", "alle"])
def test_steps_that_cannot_be_are_errors(steps: str, deck_file: Deck) -> None:
    (finding,) = smdeck.check(deck_of(deck_file, "a\nb", f'    steps: "{steps}"\n'))
    assert (finding.severity, finding.code) == ("error", "wrong-value")


def test_a_console_keeps_its_last_line(deck_file: Deck) -> None:
    typed = "$ ls\nbilder\n$ cd bilder"
    text = code_on(deck_of(deck_file, typed, "    language: console\n"))
    assert "\n".join(p.text for p in text.paragraphs) == typed


def test_in_a_window_lines_have_less_room_and_no_numbers_if_asked(deck_file: Deck) -> None:
    more = "    composition: terminal\n    numbers: false\n    highlight: 1\n"
    assert not smdeck.check(deck_of(deck_file, "$ ls\nbilder", more))
    many = "\n".join(f"line {n}" for n in range(17))
    (finding,) = smdeck.check(deck_of(deck_file, many, more))
    assert finding.code == "overflow"
