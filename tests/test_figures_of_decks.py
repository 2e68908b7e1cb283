"""The decks and the examples of layouts: no figure on a slide differs from its source."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from chart_labels import CHART, labels_in
from pptx import Presentation
from rendering import DECKS, REAL, as_shown

import smdeck
from smdeck.figures.numbers import scan
from smdeck.layouts import layout_names, load_layout

pytestmark = pytest.mark.slow


def series_in(node: Any) -> Iterator[list[Any]]:
    """Yield the lists of numbers that stand under `series`, in the order of the deck."""
    if isinstance(node, dict):
        if isinstance(node.get("series"), dict):
            yield from node["series"].values()
        for value in node.values():
            yield from series_in(value)
    elif isinstance(node, list):
        for value in node:
            yield from series_in(value)


def cells_in(node: Any) -> Iterator[str]:
    """Yield the cells of tables, in the order of the deck."""
    if isinstance(node, dict):
        rows = node.get("rows")
        for row in rows if isinstance(rows, list) else ():  # a block of the grid has others
            yield from (str(cell) for cell in row)
        for value in node.values():
            yield from cells_in(value)
    elif isinstance(node, list):
        for value in node:
            yield from cells_in(value)


def example_deck() -> str:
    """Return a deck with the example of each layout."""
    slides = [yaml.safe_load(load_layout(name).example) for name in layout_names()]
    return yaml.safe_dump({"title": "Beispiele", "slides": slides}, allow_unicode=True)


@pytest.mark.parametrize("name", [*REAL, "examples"])
def test_every_figure_of_a_deck_is_in_its_chart_and_on_its_label(name: str, tmp_path: Path) -> None:
    deck = DECKS / f"{name}.yaml"
    source = as_shown(deck, yaml.safe_load) if name in REAL else yaml.safe_load(example_deck())
    if name not in REAL:
        (tmp_path / "bilder").symlink_to(DECKS / "bilder")
        deck = tmp_path / "deck.yaml"
        deck.write_text(example_deck(), "utf-8")
    built = smdeck.build(deck, tmp_path / "talk.pptx")
    lang = source.get("lang", "de-DE")
    held: list[list[float | None]] = []
    labels: list[list[str]] = []
    cells: list[str] = []
    for slide in Presentation(str(built.path)).slides:
        for shape in slide.shapes:
            if shape.has_chart:
                plot, *sums = shape.chart.plots
                rows = [list(series.values) for series in plot.series]
                held += rows
                for line in sums:
                    assert list(line.series[0].values) == list(map(sum, zip(*rows, strict=True)))
                series_of = plot._element.iter(f"{CHART}ser")
                labels += [labels_in(series, "val", lang) for series in series_of]
            elif shape.has_table:
                cells += [cell.text for row in list(shape.table.rows)[1:] for cell in row.cells]
    written = list(series_in(source))
    assert held == written
    assert [[number_on(label) for label in row] for row in labels] == written
    assert [bare(cell) for cell in cells] == [bare(cell) for cell in cells_in(source)]


def number_on(label: str) -> float | None:
    """Return the number that a German label shows."""
    number = scan(label.split("\u00a0")[0])
    return number.figure(",").value if number else None


def bare(text: str) -> str:
    """Return a text without spaces, markup and what typography changes."""
    return "".join(char for char in text if char.isalnum() or char in ",.%€")
