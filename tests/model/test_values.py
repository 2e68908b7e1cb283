"""Values of items: as they are typed, or as their unit, decimals and format ask."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from smdeck.compiler.compiling import Compiled
from smdeck.findings import Finding
from smdeck.scene import TextBox

SHOWN = {
    "value: 1250.5, unit: €, decimals: 2": "1.250,50 €",
    'value: "1.250,5", decimals: 2': "1.250,50",
    'value: "9,99 €", decimals: 2': "9,99 €",
    "value: 0.125, format: 0.0%": "12,5 %",
    "value: 1234567, format: '0.0,,\" Mio.\"'": "1,2 Mio.",
    "value: 12 Mio.": "12 Mio.",
    "value: 71 %": "71 %",
    "value: 1.250": "1.250",
    "value: −3, unit: °C": "-3 °C",
}


def deck(item: str) -> str:
    """Return a deck with one card."""
    return f"title: a\nslides: [{{layout: cards, title: b, items: [{{{item}, title: c}}]}}]\n"


def test_a_value_is_written_as_its_keys_ask(compiled: Callable[[str], Compiled]) -> None:
    shown = {}
    for item in SHOWN:
        nodes = compiled(deck(item)).scenes[0].nodes
        texts = [node for node in nodes if isinstance(node, TextBox)]
        (title,) = [text for text in texts if text.name == "item"]
        assert [paragraph.plain for paragraph in title.paragraphs] == ["c"]
        (value,) = [text.paragraphs[0] for text in texts if text.name == "item value"]
        shown[item] = value.plain.replace("\u00a0", " ")
    assert shown == SHOWN


WRONG = {
    "value: viel, decimals: 1": "wrong-value",
    "value: 3 $, unit: €": "mixed-units",
    "value: 1.250, unit: km": "ambiguous-number",
    "unit: km": "missing-field",
}


@pytest.mark.parametrize("item", WRONG)
def test_a_value_that_is_no_figure_is_told(
    item: str, findings_of: Callable[[str], list[Finding]]
) -> None:
    errors = [finding for finding in findings_of(deck(item)) if finding.severity == "error"]
    assert [finding.code for finding in errors] == [WRONG[item]]
    assert errors[0].help


def test_values_are_larger_than_titles(compiled: Callable[[str], Compiled]) -> None:
    (box,) = [
        node
        for node in compiled(deck("value: 71 %")).scenes[0].nodes
        if isinstance(node, TextBox) and node.name == "item"
    ]
    value, title, *_ = box.sizes
    assert value >= 1.5 * title
