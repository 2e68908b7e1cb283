"""Parting: words that no box holds break where their language lets them, and say so."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from smdeck.compiler.compiling import Compiled
from smdeck.compose.parting import breaks, with_break_points
from smdeck.findings import Finding
from smdeck.model.text import Paragraph, Run
from smdeck.scene import TextBox

Compile = Callable[[str], Compiled]
FindingsOf = Callable[[str], list[Finding]]
HINT = "\u00ad"
LONG = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"


def grid(word: str) -> str:
    """Return a deck of six tiles, one of them with a long word."""
    items = ", ".join([word, *("Blog", "Film", "Netz", "Idee", "Ziel")])
    return f"title: a\ntheme: vortrag\nslides:\n  - {{layout: cards, title: b, items: [{items}]}}\n"


def test_a_word_breaks_where_its_language_lets_it() -> None:
    parts = breaks("Kommunikationsstrategie", "de-DE").split(HINT)
    assert "".join(parts) == "Kommunikationsstrategie" and len(parts) > 2
    assert len(parts[0]) >= 4 and len(parts[-1]) >= 4
    assert breaks("Kommunikationsstrategie", "xx") == "Kommunikationsstrategie"


def test_short_words_code_and_hints_of_the_author_stay_as_they_are() -> None:
    code = Run("verylongidentifiername()", code=True)
    runs = (Run("Blog und "), code, Run(f" Zu{HINT}sammenarbeitsform"))
    (paragraph,) = with_break_points([Paragraph(runs)], "de-DE")
    assert paragraph.runs == runs


def test_a_word_that_no_box_holds_is_parted_with_a_warning(
    compiled: Compile, findings_of: FindingsOf
) -> None:
    found = [one for one in findings_of(grid(LONG)) if one.code == "parted-word"]
    assert [one.severity for one in found] == ["warning"]
    assert LONG in found[0].message and "|" in (found[0].help or "")
    texts = [n for n in compiled(grid(LONG)).scenes[0].nodes if isinstance(n, TextBox)]
    shown = "\n".join(p.plain for text in texts for p in text.set_paragraphs)
    assert LONG not in shown and LONG in shown.replace("-", "")


@pytest.mark.parametrize("word", ["Zusammenarbeit", "Öffentlichkeitsarbeit"])
def test_a_word_that_some_box_holds_stays_whole(word: str, findings_of: FindingsOf) -> None:
    assert "parted-word" not in {one.code for one in findings_of(grid(word))}


def test_a_word_too_long_even_in_parts_is_an_error(findings_of: FindingsOf) -> None:
    assert "long-word" in {one.code for one in findings_of(grid("x" * 200))}
