"""Values that are numbers of YAML: they are shown as the deck's language writes them."""

from __future__ import annotations

from smdeck.findings import Findings
from smdeck.model.table_cells import number_in_language
from smdeck.model.text import Inline
from smdeck.source import Mapping, Scalar
from smdeck.source.reading import read_text

SHOWN = {
    ("4.8", "de-DE"): "4,8",
    ("-0.125", "de-DE"): "-0,125",
    ("1250.5", "de-DE"): "1250,5",
    ("4.8", "en-GB"): "4.8",
    ('"4.8"', "de-DE"): "4.8",  # a version, say
    ("1.250", "de-DE"): "1.250",  # a thousand to whoever typed it
    ("4.8 %", "de-DE"): "4.8 %",
}


def test_a_number_of_yaml_has_the_mark_of_the_language() -> None:
    wrong = {}
    for (typed, lang), shown in SHOWN.items():
        root = read_text(f"value: {typed}\n", "deck.yaml", Findings())
        node = root.get("value") if isinstance(root, Mapping) else None
        assert isinstance(node, Scalar)
        text = number_in_language(Inline.of(node.text, node.place), node, lang)
        if text.plain.replace("−", "-") != shown:
            wrong[typed, lang] = text.plain
    assert not wrong
