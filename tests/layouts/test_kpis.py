"""kpis: figures side by side, with what they count and where they go."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from smdeck.compiler.compiling import Compiled
from smdeck.findings import Finding
from smdeck.fit.fitting import every_node
from smdeck.scene import Icon, TextBox

Compile = Callable[[str], Compiled]
DeckOf = Callable[..., str]
FindingsOf = Callable[[str], list[Finding]]


def slide(number: int, extra: str = "") -> str:
    items = "".join(f"  - {{value: {n + 1}2 %, title: von allen{extra}}}\n" for n in range(number))
    return f"layout: kpis\ntitle: Zahlen\nitems:\n{items}"


@pytest.mark.parametrize(
    ("number", "composition"),
    [(2, "Hälften"), (3, "Drittel"), (4, "Karten"), (5, "Raster"), (6, "Raster")],
)
def test_few_figures_stand_on_planes_and_many_on_cards(
    number: int, composition: str, deck_of: DeckOf, compiled: Compile
) -> None:
    slide_layout = compiled(deck_of(slide(number))).scenes[0].slide_layout
    assert slide_layout.name == f"Kennzahlen {number}, {composition}"


def test_an_arrow_says_where_a_figure_goes(deck_of: DeckOf, compiled: Compile) -> None:
    def arrows(trend: str) -> list[str]:
        scene = compiled(deck_of(slide(2, f", trend: {trend}, text: +9"))).scenes[0]
        return [node.icon for node in every_node(scene.nodes) if isinstance(node, Icon)]

    assert arrows("up") == ["arrow-up-right"] * 2
    assert arrows("down") == ["arrow-down-right"] * 2
    assert arrows("flat") == ["arrow-right"] * 2


def test_figures_of_a_slide_have_one_size(deck_of: DeckOf, compiled: Compile) -> None:
    deck = "layout: kpis\ntitle: Zahlen\nitems:\n"
    deck += "  - {value: 1.250.000 €, title: Umsatz}\n  - {value: 4 h, title: bis zur Antwort}\n"
    nodes = compiled(deck_of(deck)).scenes[0].nodes
    sizes = {n.sizes for n in nodes if isinstance(n, TextBox) and n.name == "item value"}
    assert len(sizes) == 1


def test_a_figure_is_written_as_its_author_asks(deck_of: DeckOf, compiled: Compile) -> None:
    deck = slide(2, ", decimals: 1").replace(" %", "").replace("{value: 12", "{value: 1234.56")
    nodes = compiled(deck_of(deck)).scenes[0].nodes
    assert "1.234,6" in {n.paragraphs[0].plain for n in nodes if isinstance(n, TextBox)}


def test_an_item_without_a_figure_is_an_error(deck_of: DeckOf, findings_of: FindingsOf) -> None:
    found = findings_of(deck_of(slide(2) + "  - {title: Ohne}\n"))
    assert [finding.code for finding in found] == ["missing-field"]
    assert found[0].help
    assert "`cards` show items without one" in found[0].help


@pytest.mark.parametrize("number", [1, 7])
def test_one_figure_or_seven_are_an_error(
    number: int, deck_of: DeckOf, findings_of: FindingsOf
) -> None:
    assert [finding.code for finding in findings_of(deck_of(slide(number)))] == ["item-count"]
