"""Every composition of every layout, for the fewest and the most items, under every theme."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from test_layouts import SHORT, counts, example, generated

import smdeck
from smdeck.compiling import compile_deck
from smdeck.findings import Findings
from smdeck.layouts import layout_names, load_layout
from smdeck.layouts._composed import Composed
from smdeck.theme.places import shipped_themes

COMPOSED = [name for name in layout_names() if issubclass(load_layout(name), Composed)]


def slides_of(name: str) -> list[dict[str, Any]]:
    """Return slides that force each composition of a layout where it can show them, and slides
    with all that it can show, whose words choose."""
    layout = load_layout(name)
    assert issubclass(layout, Composed)
    bare = example(name)
    few = [generated(name, count, SHORT, False) for count in counts(name)]
    full = [generated(name, count, SHORT, True) for count in counts(name)]
    for slide in full if name in ("bullets", "image-text") else ():
        for item in slide["items"]:
            item.pop("items", None)  # four lines each of seven points are too much
    forced = [
        {**slide, "composition": one.name}
        for one in layout.compositions
        for slide in [bare, *few]
        if one.takes[0] <= len(slide.get("items", [])) <= one.takes[1]
    ]
    return [*forced, *full]


@pytest.mark.parametrize("theme", shipped_themes())
def test_every_composition_shows_short_words_without_a_fault(
    theme: str, tmp_path: Path, repository: Path
) -> None:
    """No overflow, no contrast that is too low, nothing that overlaps; densities apart."""
    (tmp_path / "bilder").symlink_to(repository / "decks" / "bilder")
    faults: list[str] = []
    for name in COMPOSED:
        deck = {
            "title": "Vortrag", "theme": theme, "kind": "workshop",
            "slides": [{"layout": "section", "title": "Teil"}, *slides_of(name)],
        }  # fmt: skip
        file = tmp_path / f"{name}.yaml"
        file.write_text(json.dumps(deck, ensure_ascii=False), "utf-8")
        for finding in smdeck.check(file):
            if finding.code not in APART:
                slide = deck["slides"][(finding.slide or 1) - 1]
                faults.append(f"{name} {slide.get('composition')}: {finding.message}")  # type: ignore[attr-defined]
    assert faults == []


APART = {
    "words", "bullets", "body-size", "title-length", "repeated-title", "generated-words",
    "image-resolution", "image-aspect", "missing-source", "weak-alt", "talk-time", "link-text",
}  # fmt: skip
"""What is no matter of composition."""


OF_AN_ITEM = {
    "text": "text: Zebra",
    "items": "items: [Zebra, Yak]",
    "value": "value: 471",
    "image": "image: {file: bilder/wohnzimmer.png, alt: Zebra}",
}


@pytest.mark.parametrize("layout", layout_names())
def test_what_an_item_has_is_shown_or_a_finding(
    layout: str, deck_file: Callable[[str], Path]
) -> None:
    """No composition is taken that has no room for a key: nothing is lost without a word."""
    for key, written in OF_AN_ITEM.items():
        for count in (2, 5):
            items = "".join(f"      - title: Punkt {n}\n" for n in range(count - 1))
            items += f"      - {{title: Punkt, {written}}}\n"
            deck = f"title: T\nslides:\n  - layout: {layout}\n    title: Kopf\n    items:\n{items}"
            findings = Findings()
            file = deck_file(deck)
            if compile_deck(file, findings) is None or findings.errors:
                continue
            with zipfile.ZipFile(smdeck.build(file).path) as parts:
                shown = parts.read("ppt/slides/slide1.xml").decode()
            assert re.search('>[^<]*(Zebra|471)|descr="Zebra', shown), (key, count)
