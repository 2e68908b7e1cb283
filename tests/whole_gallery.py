"""One deck of all that can be on a slide: layouts, tones, builds, transitions, chart types."""

from __future__ import annotations

import shutil
import textwrap
from itertools import cycle
from pathlib import Path
from typing import get_args

from rendering import DECKS, GALLERY_HEAD, HOUSE
from still_layouts import reveal_of

from smdeck.layouts import layout_names, load_layout
from smdeck.model.chart_types import ChartType
from smdeck.model.records import Tone, Transition

WHOLE = "whole-gallery"

SERIES = """\
data:
  categories: [Q1, Q2, Q3]
  series: {A: [3, 1, 4], B: [1, 5, 2]}
"""
ONE_SERIES = "data: {categories: [Ja, Nein, Weiß nicht], series: {A: [60, 37, 3]}}\n"
POINTS = "data: {series: {A: [[1, 2], [3, 4.5]], B: [[2, 1]]}}\n"
MANY = "data: {series: {A: [21, 25, 28, 31, 34, 34, 39, 42, 47, 58]}}\n"
STEPS = "data: {categories: [Q1, neu, weg, Q2], series: {A: [60, 37, -12.5, ~]}}\n"
BUBBLES = "data: {categories: [Eins, Zwei], series: {x: [1, 2], y: [3, 5], z: [4, 9]}}\n"
FIGURES = {
    "pie": ONE_SERIES, "doughnut": ONE_SERIES, "scatter": POINTS, "histogram": MANY,
    "waterfall": STEPS, "bubble": BUBBLES,
}  # fmt: skip
"""What the chart types show that do not take two series."""


def whole_gallery(theme: str) -> str:
    """Return the deck under a theme.

    Every layout's example and every chart type stands in every tone, in every other one built by
    clicks, and the transitions take turns.
    """
    transitions, built = cycle(get_args(Transition)), cycle((False, True))
    slides = [
        f"{slide.strip()}\ntone: {tone}\ntransition: {next(transitions)}\n"
        + f"{reveal_of(name)}notes: Eine Notiz\n" * next(built)
        for name, slide in [*_examples(), *_charts()]
        for tone in get_args(Tone)
    ]
    head = GALLERY_HEAD.replace(f"theme: {HOUSE}\n", f"theme: {theme}\nallow: [repeated-title]\n")
    return head + "".join("  - " + textwrap.indent(slide, "    ").lstrip() for slide in slides)


def _examples() -> list[tuple[str, str]]:
    return [(name, load_layout(name).example) for name in layout_names()]


def _charts() -> list[tuple[str, str]]:
    return [
        (
            "chart",
            f"layout: chart\ntitle: Ein Diagramm\ntype: {type_}\n{FIGURES.get(type_, SERIES)}",
        )
        for type_ in get_args(ChartType)
    ]


def written(theme: str, folder: Path) -> Path:
    """Return the file of the deck in a folder, its pictures beside it."""
    shutil.copytree(DECKS / "bilder", folder / "bilder", dirs_exist_ok=True)
    deck = folder / f"{WHOLE}-{theme}.yaml"
    deck.write_text(whole_gallery(theme), "utf-8")
    return deck
