"""Lines of titles: as long as each other, ended where the sentence pauses, in every program."""

from __future__ import annotations

import pytest

from smdeck.fit.evening import evened
from smdeck.fit.measure import SLACK, Typed
from smdeck.model.text import Paragraph, Run
from smdeck.scene import Level
from smdeck.theme import Theme

HEAD = Level(font="heading", bold=True)

TITLES = [
    ("Vier Orte, an denen Dialog entsteht", 300, 50, 4, "Vier Orte,|an denen|Dialog|entsteht"),
    ("Wo reden Ihre Kunden heute über Sie?", 560, 40, 2, "Wo reden Ihre Kunden|heute über Sie?"),
    ("Sprechen Sie mit mir über Ihre Projekte!", 490, 60, 3,
     "Sprechen Sie|mit mir über|Ihre Projekte!"),
    ("Warum Social Media Marketing?", 500, 72, 3, "Warum|Social Media|Marketing?"),
    ("Schreiben Sie mir. Ich antworte.", 420, 64, 3, "Schreiben|Sie mir.|Ich antworte."),
]  # fmt: skip
"""Titles with a width and a size in points, how many lines they fill, and how these are even."""


def lines(text: str, width: float, size: float, theme: Theme, share: float = SLACK) -> list[str]:
    """Return the lines that a program fills."""
    typed = Typed(Paragraph((Run(text),)), theme, HEAD)
    filled = typed.lines(share * width / size, theme.type.letter_spacing(size)).lines
    return [line.replace("\u00a0", " ") for line in filled]


@pytest.mark.parametrize(("text", "width", "size", "count", "even"), TITLES)
def test_lines_of_titles_are_even(
    text: str, width: float, size: float, count: int, even: str, theme: Theme
) -> None:
    before = lines(text, width, size, theme)
    assert len(before) == count
    typed = Typed(Paragraph((Run(text),)), theme, HEAD)
    narrow, wide = (share * width / size for share in (SLACK, 1 / SLACK))
    tied = evened(typed, narrow, theme.type.letter_spacing(size), wide)
    assert tied
    assert tied.plain.replace("\u00a0", " ") == text  # nothing else of it changes
    for share in (SLACK, 1, 1 / SLACK):  # whatever a program rounds
        assert lines(tied.plain, width, size, theme, share) == even.split("|")


def test_lines_that_an_author_ends_stay(theme: Theme) -> None:
    typed = Typed(Paragraph((Run("Wo reden Ihre\nKunden heute über Sie?"),)), theme, HEAD)
    assert evened(typed, 10, 0, 10.3) is None


def test_the_words_keep_their_looks(theme: Theme) -> None:
    runs = (Run("Vier "), Run("Orte, an denen ", bold=True), Run("Dialog entsteht"))
    typed = Typed(Paragraph(runs), theme, HEAD)
    tied = evened(typed, 6.1, 0, 6.3)
    assert tied
    assert [run.bold for run in tied.runs] == [False, True, False]
    assert tied.plain.replace("\u00a0", " ") == "Vier Orte, an denen Dialog entsteht"
