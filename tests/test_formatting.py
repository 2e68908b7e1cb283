"""Formatting: one style, stable, and nothing but white space is another."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from rendering import EVERY_KEY_DECK, REAL, gallery
from test_bad_decks import HERE, cases_of

from smdeck.cli import cli
from smdeck.formatting import Unformattable, formatted

pytestmark = pytest.mark.slow

LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

MESSY = """\


title:   Was ist   #ein Kommentar
speaker: { name: "Erika  Muster" ,email: a@example.com}


slides:
- layout: title   # die erste


# vor der zweiten
-   layout: bullets
    title: >-
       Ein langer
       Titel
    items:
    -   Eins
    # zwischen
    - title: Zwei
      text: |
            Absatz eins

              eingerückt
    -
      title: Drei
      items: [ a,b,  c ]
    notes: "Mehr
        als eine

        Zeile"
    # am Ende der Folie
- {title: kurz, items: [a]}
- {title: kurz, items: [a]}
"""
NEAT = """\
title: Was ist  # ein Kommentar
speaker: {name: "Erika  Muster", email: a@example.com}

slides:
  - layout: title  # die erste

  # vor der zweiten
  - layout: bullets
    title: >-
      Ein langer
      Titel
    items:
      - Eins
      # zwischen
      - title: Zwei
        text: |
          Absatz eins

            eingerückt
      - title: Drei
        items: [a, b, c]
    notes: "Mehr
      als eine

      Zeile"
    # am Ende der Folie

  - {title: kurz, items: [a]}
  - {title: kurz, items: [a]}
"""


def test_a_messy_deck_becomes_neat() -> None:
    assert formatted(MESSY) == NEAT


def test_what_is_neat_stays() -> None:
    assert formatted(NEAT) == NEAT


@pytest.mark.parametrize("name", REAL)
def test_the_decks_of_this_repository_are_neat(name: str, repository: Path) -> None:
    text = (repository / "decks" / f"{name}.yaml").read_text("utf-8")
    assert formatted(text) == text


def test_all_decks_of_the_tests_are_formatted_once_for_all() -> None:
    decks = [EVERY_KEY_DECK, gallery()]
    for file in sorted(HERE.glob("*.txt")):
        decks += [case.deck.decode("utf-8", "replace") for case in cases_of(file)]
    changed = 0
    for deck in decks:
        try:
            once = formatted(deck)
        except Unformattable:
            continue
        assert formatted(once) == once
        assert yaml.load(once, LOADER) == yaml.load(deck, LOADER)
        changed += once != deck
    assert changed > 20


@pytest.mark.parametrize("by", [-2, 2, 5])
@pytest.mark.parametrize("name", REAL)
def test_whatever_its_indentation_a_deck_becomes_the_same(
    name: str, by: int, repository: Path
) -> None:
    chance = random.Random(by)
    text = (repository / "decks" / f"{name}.yaml").read_text("utf-8")
    head, slides = text.split("\nslides:\n")
    messy = []
    for line in slides.split("\n"):
        if line.startswith("  - "):
            messy += [""] * chance.randint(0, 3)
        messy.append((" " * by + line if by > 0 else line[-by:]) if line.strip() else "")
    assert formatted(head + "\nslides:   # alle\n" + "\n".join(messy)) == (
        head + "\nslides:  # alle\n" + slides
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("title: 'a\nslides: []\n", "error["),
        ("title: a\nslides:\n  - ? [a]\n    : b\n", "begin with `?`"),
        ("title: 'a\u2028b'\nslides: []\n", "line breaks"),
        ("", "error["),
    ],
)
def test_what_can_not_be_formatted_says_why(text: str, said: str) -> None:
    with pytest.raises(Unformattable, match=re.escape(said)):
        formatted(text)


def test_line_ends_of_windows_stay() -> None:
    assert formatted("title:  a\r\nslides:\r\n- {title: b}\r\n") == (
        "title: a\r\nslides:\r\n  - {title: b}\r\n"
    )


def test_blank_lines_that_a_text_keeps_are_kept() -> None:
    kept = "title: a\nslides:\n  - title: b\n    notes: |+\n      c\n\n\n  - title: d\n"
    assert formatted(kept) == kept


def test_the_command_changes_a_file_in_place(tmp_path: Path) -> None:
    deck = tmp_path / "talk.yaml"
    deck.write_text(MESSY, "utf-8")
    result = CliRunner().invoke(cli, ["fmt", str(deck)])
    assert (result.exit_code, result.stdout) == (0, f"{deck}: changed\n")
    assert deck.read_text("utf-8") == NEAT
    assert [file.name for file in tmp_path.iterdir()] == ["talk.yaml"]
    again = CliRunner().invoke(cli, ["fmt", str(deck)])
    assert (again.exit_code, again.stdout) == (0, "")


def test_check_changes_nothing_and_tells(tmp_path: Path) -> None:
    deck = tmp_path / "talk.yaml"
    deck.write_text(MESSY, "utf-8")
    result = CliRunner().invoke(cli, ["fmt", "--check", str(deck)])
    assert (result.exit_code, result.stdout) == (1, f"{deck}: would be changed\n")
    assert deck.read_text("utf-8") == MESSY


def test_standard_input_goes_to_standard_output() -> None:
    result = CliRunner().invoke(cli, ["fmt", "-"], input=MESSY)
    assert (result.exit_code, result.stdout) == (0, NEAT)


def test_bytes_that_are_no_text_are_not_replaced() -> None:
    result = CliRunner().invoke(cli, ["fmt", "-"], input=b"title: \xe4\nslides: []\n")
    assert (result.exit_code, result.stdout) == (1, "")


@pytest.mark.parametrize("content", [b"title: 'a", b"\xff\xfe\x00", None])
def test_what_can_not_be_formatted_stays_as_it_is(content: bytes | None, tmp_path: Path) -> None:
    deck = tmp_path / "talk.yaml"
    if content is not None:
        deck.write_bytes(content)
    result = CliRunner().invoke(cli, ["fmt", str(deck)])
    assert result.exit_code == 1 and "stays as it is" in result.stderr
    assert content is None or deck.read_bytes() == content
