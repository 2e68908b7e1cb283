"""big-number: one figure, as large as the slide allows."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from smdeck.compiler.compiling import Compiled
from smdeck.findings import Finding
from smdeck.scene import TextBox

Compile = Callable[[str], Compiled]
DeckOf = Callable[..., str]
FindingsOf = Callable[[str], list[Finding]]


def figure(deck: str, compiled: Compile) -> TextBox:
    nodes = compiled(deck).scenes[0].nodes
    return next(node for node in nodes if isinstance(node, TextBox) and node.name == "value")


def slide(value: str, text: str = "Das sagt sie.") -> str:
    return f'layout: big-number\ntitle: Eine Zahl\nvalue: "{value}"\ntext: {text}\n'


@pytest.mark.parametrize("value", ["7", "68 %", "Mio.", "4.711"])
def test_a_short_figure_is_the_largest_thing_of_a_talk(
    value: str, deck_of: DeckOf, compiled: Compile
) -> None:
    assert figure(deck_of(slide(value)), compiled).sizes[0] >= 290


def test_a_long_word_is_as_large_as_the_width_allows(deck_of: DeckOf, compiled: Compile) -> None:
    assert 64 <= figure(deck_of(slide("Kommunikation")), compiled).sizes[0] < 150


def test_the_unit_is_half_as_large_as_the_figure(deck_of: DeckOf, compiled: Compile) -> None:
    def runs(value: str) -> list[tuple[str, int]]:
        box = figure(deck_of(slide(value)), compiled)
        return [(run.text.strip("\u00a0\u202f "), run.smaller) for run in box.paragraphs[0].runs]

    assert runs("68 %") == [("68", 0), ("", 75), ("%", 50)]
    assert runs("12,5 Mio. €") == [("12,5", 0), ("", 75), ("Mio. €", 50)]
    assert runs("10:45") == [("10:45", 0)]
    assert runs("Mio.") == [("Mio.", 0)]


def test_the_unit_is_written_half_as_large(
    deck_of: DeckOf, compiled: Compile, built: Callable[[str], dict[str, bytes]]
) -> None:
    deck = deck_of(slide("68 %"))
    written = built(deck)["ppt/slides/slide1.xml"].decode()
    half = 100 * figure(deck, compiled).sizes[0] / 2
    (unit,) = re.findall(r'<a:rPr[^>]*\bsz="(\d+)"[^>]*>(?:(?!</a:r>).)*<a:t>[^<]*%</a:t>', written)
    assert int(unit) == pytest.approx(half, abs=100)


def test_it_needs_a_figure(deck_of: DeckOf, findings_of: FindingsOf) -> None:
    found = findings_of(deck_of("layout: big-number\ntitle: Eine Zahl\n"))
    assert [finding.code for finding in found] == ["missing-field"]
