"""Choosing: words choose a composition, and slides of one kind are composed alike."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from smdeck.compiler.compiling import Compiled
from smdeck.compose.choosing import Chooser
from smdeck.findings import Finding
from smdeck.page.composed import Composed
from smdeck.scene import TextBox
from smdeck.theme import Theme

Compile = Callable[[str], Compiled]
FindingsOf = Callable[[str], list[Finding]]
WORDS = (
    "Öffentlichkeitsarbeit", "braucht", "Wettbewerbsbeobachtung", "und", "Kommunikationsstrategien",
)  # fmt: skip


def deck(*slides: str) -> str:
    """Return a deck of slides, each given as flow YAML."""
    return "title: Vortrag\ntheme: vortrag\nslides:\n" + "".join(f"  - {one}\n" for one in slides)


def cards(*titles: str, text: str = "Ein Satz dazu", more: str = "") -> str:
    """Return a slide of cards with icons."""
    items = ", ".join(f'{{icon: rocket, title: "{one}", text: "{text}"}}' for one in titles)
    return f"{{layout: cards, title: Wege, items: [{items}]{more}}}"


def chosen(compiled: Compiled) -> list[tuple[str, int]]:
    """Return what each composed slide took, and in which step."""
    return [slide.chosen.way for slide in compiled.drawn
            if isinstance(slide, Composed) and slide.chosen]  # fmt: skip


def test_short_words_take_the_boldest_composition(compiled: Compile) -> None:
    assert chosen(compiled(deck(cards("Umsetzung", "Content", "Workshops")))) == [("tall", 0)]


def test_long_words_take_a_denser_one(compiled: Compile) -> None:
    text = "Ein längerer Satz, der erklärt, was damit gemeint ist und warum es jetzt zählt"
    ((way, _),) = chosen(compiled(deck(cards(*WORDS[:1] * 3, text=text))))
    assert way != "tall"


def test_no_words_are_set_smaller_than_wanted_where_another_composition_holds_them(
    compiled: Compile,
) -> None:
    scene = compiled(deck(cards(*WORDS[:1] * 4))).scenes[0]
    sizes = [
        node.sizes[0] for node in scene.nodes if isinstance(node, TextBox) and node.placeholder
    ]
    assert min(sizes) >= 24


def test_slides_of_one_kind_are_lifted_to_one_composition(compiled: Compile) -> None:
    usual = [cards("Umsetzung", "Content", "Workshops")] * 3
    odd = cards("Umsetzungen", "Content", "Arbeitstreffen", text="Ein Satz dazu, etwas länger")
    ways = chosen(compiled(deck(*usual, odd)))
    assert len({way for way, _ in ways}) == 1


def test_a_slide_may_ask_for_a_composition_by_either_name(compiled: Compile) -> None:
    ways = [
        chosen(compiled(deck(cards("A", "B", "C", more=f", composition: {name}"))))
        for name in ("bands", "Bänder")
    ]
    assert ways == [[("bands", 0)], [("bands", 0)]]


def test_a_composition_that_is_not_there_is_a_finding(findings_of: FindingsOf) -> None:
    (found,) = findings_of(deck(cards("A", "B", "C", more=", composition: tal")))
    assert (found.code, found.help) == ("unknown-composition", "did you mean `tall`?")


def test_bounds_leave_out_only_what_does_not_fit(
    compiled: Compile, monkeypatch: pytest.MonkeyPatch, repository: Path
) -> None:
    """They are cheaper than lines, and never change what is chosen."""
    text = deck(
        *(cards(*WORDS[n : n + 3], text=" ".join(WORDS[: n + 2])) for n in range(2)),
        *(f"{{layout: process, title: Weg, items: [{', '.join(WORDS[:n])}]}}" for n in (2, 4, 5)),
        *(f"{{title: Punkte, items: [{', '.join(WORDS[:n])}]}}" for n in (1, 3, 5)),
        "{layout: icon-grid, title: Symbole, items: [{title: Kommunikationsstrategie}, Nähe]}",
    )
    with_bounds = chosen(compiled(text))
    monkeypatch.setattr(Chooser, "_bound", lambda self, words: 0)
    assert chosen(compiled(text)) == with_bounds


def test_the_same_words_choose_the_same(compiled: Compile, theme: Theme) -> None:
    text = deck(cards(*WORDS[:3]), cards("A", "B"))
    assert chosen(compiled(text)) == chosen(compiled(text))


def test_lines_of_code_stay_whole_where_a_smaller_size_holds_them(compiled: Compile) -> None:
    code = r"kanal = cf.loft([einlass, auslass], cap=True)\n" * 5
    prose = "Ein Loft verbindet zwei Querschnitte. " * 3
    text = rf'"```\n{code}```\n\n{prose}"'
    scene = compiled(deck(f"{{layout: text, title: Loft, text: {text}}}")).scenes[0]
    (box,) = [node for node in scene.nodes if isinstance(node, TextBox) and node.name == "text"]
    assert len(box.fitted.lines[0]) == 5
