"""Odd slides: whatever stands under a layout's keys, and under whatever theme, ends in findings."""

from __future__ import annotations

import copy
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

import smdeck
from smdeck.findings import Findings
from smdeck.layouts import layout_names, load_layout
from smdeck.model.decode import keys
from smdeck.theme import find_theme
from smdeck.theme.records import TypeFile

pytestmark = pytest.mark.slow

COMPANY = Path(__file__).parent / "bad_decks" / "beside" / "firma.potx"

WORD = "W" + "o" * 98 + "t"
"""One word of a hundred letters, which nothing has room for."""

ODD: tuple[Any, ...] = (
    WORD, "", None, [], {"text": "x"}, [{"text": "x"}, "b"], [{"title": WORD}] * 2, [[]], 0,
)  # fmt: skip
"""What is put in the place of a value."""

TYPE = {
    "one": {"largest": 24, "smallest": 24},
    "few": {"largest": 24, "smallest": 18},
    "large": {"largest": 90, "smallest": 80},
}
"""Sizes that a theme may give all its kinds of text, by the name of the theme."""


def leaves(node: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Return the path of every value of a slide."""
    inner = node if isinstance(node, dict) else range(len(node)) if isinstance(node, list) else ()
    for key in inner:
        yield (*path, key)
        yield from leaves(node[key], (*path, key))


def changed(slide: Any, path: tuple[Any, ...], value: Any) -> Any:
    """Return a slide with another value at a path."""
    whole = copy.deepcopy(slide)
    at = whole
    for key in path[:-1]:
        at = at[key]
    at[path[-1]] = value
    return whole


def odd_slides(name: str) -> Iterator[dict[str, Any]]:
    """Return slides of a layout, each with one thing that nobody foresaw."""
    example = yaml.safe_load(load_layout(name).example)
    yield example
    for path in leaves(example):
        if path != ("layout",) and (path[1:2] != (1,)):  # the second item is as the first
            for value in ODD:
                yield changed(example, path, value)
    for key in keys(load_layout(name)):
        if key not in example:
            for value in (WORD, {"title": WORD, "text": WORD}, [WORD, WORD]):
                yield {**example, key: value}
    items = example.get("items")
    for number in range(13) if isinstance(items, list) else ():
        some = [items[n % len(items)] for n in range(number)]
        yield {**example, "items": some}
        yield {**example, "items": [WORD] * number, "split": True}


def falls(slides: list[dict[str, Any]], theme: str, folder: Path) -> str | None:
    """Return the first of some slides that ends in an exception, with that."""
    deck = folder / "deck.yaml"
    deck.write_text(yaml.safe_dump({"title": "a", "theme": theme, "slides": slides}), "utf-8")
    try:
        smdeck.check(deck)
        return None
    except Exception as error:
        if len(slides) == 1:
            return f"{theme}: {slides[0]}: {error!r}"
        half = len(slides) // 2
        return falls(slides[:half], theme, folder) or falls(slides[half:], theme, folder)


@pytest.fixture
def themes(tmp_path: Path) -> list[str]:
    """Themes that ship, a company's template, and themes with few sizes."""
    shutil.copyfile(COMPANY, tmp_path / "firma.potx")
    for name, sizes in TYPE.items():
        kinds = [kind for kind in keys(TypeFile) if "tracking" not in kind and kind != "scale"]
        scale = [18, 20, 24, 80, 90]
        settings = {"smdeck": {"type": {"scale": scale, **dict.fromkeys(kinds, sizes)}}}
        theme = {"extends": "buehne" if name == "few" else "vortrag", "defaults": settings}
        (tmp_path / "themes" / name).mkdir(parents=True)
        (tmp_path / "themes" / name / "theme.yaml").write_text(yaml.safe_dump(theme), "utf-8")
    for name in TYPE:
        assert find_theme(name, tmp_path, Findings())
    return [*TYPE, "firma.potx"]


def test_no_layout_falls_under_odd_values(themes: list[str], tmp_path: Path) -> None:
    """A fifth of the odd values is tried on each layout, another one than on the layout before."""
    fallen = [
        falls(list(odd_slides(name))[number % 5 :: 5], "vortrag", tmp_path)
        for number, name in enumerate(layout_names())
    ]
    assert [one for one in fallen if one] == []


def test_no_layout_falls_under_odd_themes(themes: list[str], tmp_path: Path) -> None:
    """A step down the sizes of a theme that has few of them leads to the smallest one. Each theme
    has half of the slides, the one after it the others."""
    slides = []
    for name in layout_names():
        example = yaml.safe_load(load_layout(name).example)
        slides.append(example)
        items = example.get("items")
        field = keys(load_layout(name)).get("items")
        if isinstance(items, list) and field:
            for number in range(int(field.least or 0), int(field.most or 1) + 1):
                slides.append({**example, "items": [items[n % len(items)] for n in range(number)]})
                slides.append({**example, "items": [WORD] * number})
    fallen = [falls(slides[n % 2 :: 2], theme, tmp_path) for n, theme in enumerate(themes)]
    assert [one for one in fallen if one] == []
