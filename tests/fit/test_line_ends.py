"""Line ends: lines end at the same word in programs that fill them as far as they go."""

from __future__ import annotations

from smdeck.fit.line_ends import ended_well
from smdeck.fit.measure import SLACK, Typed, typed
from smdeck.model.text import Paragraph, Run
from smdeck.scene import Level, Style
from smdeck.theme import Theme

SIZE = 20.0


def ended(
    theme: Theme, words: str, first: str, *, code: bool = False
) -> tuple[str, tuple[str, ...]]:
    """Return words and their lines as they are set in a box that `first` fills to 99 %."""
    paragraph, level = Paragraph((Run(words, code=code),)), Level()
    text = typed(paragraph, theme, level)
    width = SIZE * Typed(Paragraph((Run(first, code=code),)), theme, level).width / 0.99
    lines = text.lines(SLACK * width / SIZE).lines
    found = ended_well(text, lines, Style((level,), ((SIZE,),)), SIZE, theme, width)
    return (found[0].plain, found[1].lines) if found else (words, lines)


NEWS = "Schwache Bindungen bringen uns die meisten guten Nachrichten von nah und fern"


def test_a_word_that_would_just_fit_above_is_tied_to_those_that_stay_with_it(theme: Theme) -> None:
    plain, lines = ended(theme, NEWS, "Schwache Bindungen bringen uns")
    assert plain.startswith("Schwache Bindungen bringen uns\u00a0die meisten")
    assert lines[:2] == ("Schwache Bindungen bringen", "uns\u00a0die meisten guten")


def test_nothing_is_tied_where_lines_end_clearly(theme: Theme) -> None:
    plain, lines = ended(theme, NEWS, "Schwache Bindungen bringen X")
    assert plain == NEWS and lines[0] == "Schwache Bindungen bringen"


def test_a_last_word_that_just_fits_above_is_taken_to_stand_there(theme: Theme) -> None:
    words = "Schwache Bindungen bringen"
    assert ended(theme, words, words) == (words, (words,))


def test_code_is_copied_as_it_is_and_gets_no_ties(theme: Theme) -> None:
    words = "git checkout branch && make all the tests of it again"
    assert ended(theme, words, "git checkout branch &&", code=True)[0] == words
