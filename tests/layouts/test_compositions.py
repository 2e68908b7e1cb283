"""Every composition of every layout, for the fewest and the most items, under every theme."""

from __future__ import annotations

import inspect
import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rendering import in_turn
from test_layouts import SHORT, counts, example, generated

import smdeck
from smdeck.compiler.compiling import compile_deck
from smdeck.compose import Composition
from smdeck.findings import Finding, Findings
from smdeck.layouts import layout_names, load_layout
from smdeck.page.composed import OF_ITEMS, Composed
from smdeck.page.pictured import shape_of
from smdeck.theme.folders import shipped_themes

pytestmark = pytest.mark.slow

COMPOSED = [name for name in layout_names() if issubclass(load_layout(name), Composed)]


def compositions(name: str) -> tuple[Composition, ...]:
    """Return the compositions of a layout."""
    layout = load_layout(name)
    assert issubclass(layout, Composed)
    return layout.compositions


def test_compositions_need_and_lack_what_a_slide_can_have() -> None:
    """A name that no slide has would be neither needed nor lacked, silently."""
    unknown = []
    for name in COMPOSED:
        layout = load_layout(name)
        of_items = {f"item {key}" for key in OF_ITEMS}
        source = "".join(inspect.getsource(one) for one in inspect.getmro(layout)[:-3])
        source += inspect.getsource(shape_of) * ("shape_of(" in source)
        own = re.sub(r'lacks=\([^)]*\)|needs="[^"]*"', "", source)
        for one in compositions(name):
            for wanted in (*one.lacks, *filter(None, [one.needs])):
                known = wanted in layout.declared or wanted in of_items or f'"{wanted}"' in own
                if not known:
                    unknown.append(f"{name}, {one.name}: {wanted}")
    assert not unknown


def slides_of(name: str) -> list[dict[str, Any]]:
    """Return slides that force each composition of a layout where it can show them, and slides
    with all that it can show, whose words choose."""
    bare = example(name)
    few = [generated(name, count, SHORT, False) for count in counts(name)]
    full = [generated(name, count, SHORT, True) for count in counts(name)]
    for slide in full:
        most = len(slide["items"]) == counts(name)[-1]
        if name in NO_LISTS or (most and name in SHORT_LISTS):
            for item in slide["items"]:
                item.pop("items", None)
    forced = [
        {**slide, "composition": one.name}
        for one in compositions(name)
        for slide in [bare, *few, *(plain(slide) for slide in few)]
        if one.takes[0] <= len(slide.get("items", [])) <= one.takes[1]
    ]
    others = [
        {key: value for key, value in {**bare, **other, "composition": one.name}.items() if value}
        for one in compositions(name)
        for other in OTHERS.get(name, ())
    ]
    return [*forced, *others, *full]


def plain(slide: dict[str, Any]) -> dict[str, Any]:
    """Return a slide without what only some compositions have room for."""
    return {key: value for key, value in slide.items() if key not in ("source", "subtitle", "text")}


PORTRAIT = {"file": "bilder/portraet-1.png", "alt": "Porträt von Kim"}
UPRIGHT = {**PORTRAIT, "fit": "contain"}
BROAD = {"file": "bilder/logo-duo.svg", "alt": "Zwei Kreise"}
SIDE = {"title": "Seite", "items": ["Dialog", "Nähe", "Blog"]}
SHARES = {"categories": ["lesen", "reden", "schreiben"], "series": {"Menschen": [70, 20, 10]}}
BARS = {"type": "bar", "data": {"categories": ["Blog", "Film"], "series": {"Menschen": [3, 1]}}}
OTHERS: dict[str, list[dict[str, Any]]] = {
    "chart": [
        {"takeaway": None},
        {"callout": "3×"},
        {"type": "doughnut", "data": SHARES, "highlight": "lesen", "takeaway": None},
    ],
    "comparison": [{"left": SIDE, "right": SIDE}],
    "contact": [{"url": None}],
    "cycle": [{"items": [{"title": "Dialog", "text": "Nähe", "icon": "ear"}] * 6}],
    "diagram": [{"mermaid": "flowchart LR\nA --> B --> C", "highlight": None}],
    "exercise": [{"minutes": None, "team": None, "material": [], "result": None}],
    "image-text": [{"image": {"file": "bilder/publikum.png", "alt": "Ein Saal", "fit": "cover"}}],
    "gallery": [
        {"text": None, "items": [{"title": "Kim", "image": UPRIGHT}] * 2},
        {"text": None, "items": [{"title": "Kim", "image": UPRIGHT}] * 3},
        {"items": [{"title": "Duo", "image": BROAD}] * 2},
    ],
    "image": [{"image": BROAD}, {"image": {**UPRIGHT, "file": "bilder/bruecke.png"}}],
    "poll": [{"url": None, "label": None}],
    "quote": [{"image": PORTRAIT}],
    "speaker": [{"image": None}],
    "three-columns": [{"left": SIDE, "middle": SIDE, "right": {"chart": BARS}}],
    "title": [{"image": PORTRAIT}],
    "two-columns": [
        {"ratio": None, "left": {"text": "Ein Satz"}, "right": {"chart": BARS}},
        {"ratio": None, "left": {"value": "4 h"}, "right": {"image": PORTRAIT}},
        {"left": {"value": "64 %", "label": "kommen wieder"}, "right": {"quote": "Endlich!"}},
        {"left": {"link": "https://example.com"}, "right": {"title": "So", "code": "a = 1"}},
    ],
}
"""What examples do not show, or what None takes away, for the compositions made for it."""

NO_LISTS = {"bullets", "image-text"}
"""Layouts whose points have no lists of their own here: four lines each of seven are too much."""

SHORT_LISTS = {"cards", "cycle", "icon-grid", "org-chart", "pyramid", "timeline", "venn"}
"""Layouts whose most items have none: in a row, ring or circle they would not be read."""


@pytest.mark.parametrize("theme", shipped_themes())
def test_every_composition_shows_short_words_without_a_fault(
    theme: str, tmp_path: Path, repository: Path
) -> None:
    """No overflow, no contrast that is too low, nothing that overlaps; densities apart."""
    (tmp_path / "bilder").symlink_to(repository / "decks" / "bilder")
    faults: list[str] = []
    looked_at = in_turn(theme, COMPOSED)
    unseen = {(name, one.name) for name in looked_at for one in compositions(name)}
    for name in looked_at:
        slides = [{"layout": "section", "title": "Teil"}, *slides_of(name)]
        deck = {"title": "Vortrag", "theme": theme, "kind": "workshop", "slides": slides}
        file = tmp_path / f"{name}.yaml"
        file.write_text(json.dumps(deck, ensure_ascii=False), "utf-8")
        refused = set()
        for finding in smdeck.check(file):
            slide = slides[(finding.slide or 1) - 1]
            if finding.code == "unknown-composition":
                refused.add(finding.slide)  # it says itself that it is not for this
            elif finding.code not in APART and not _long_word_of_example(finding, slide):
                faults.append(f"{name} {slide.get('composition')}: {finding.message}")
        unseen -= {
            (name, slide.get("composition", ""))
            for number, slide in enumerate(slides, 1)
            if number not in refused
        }
    assert faults == []
    assert sorted(unseen) == []


def _long_word_of_example(finding: Finding, slide: dict[str, Any]) -> bool:
    """Return whether a word is parted in a composition that the example's words don't choose."""
    return finding.code == "parted-word" and slide.get("items") == example(slide["layout"])["items"]


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
