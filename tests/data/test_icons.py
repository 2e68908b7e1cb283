"""The icons: every outline can be drawn, and words in two languages find them."""

from __future__ import annotations

import re

import pytest

from smdeck.data.icons import GRID, find_icons, icon_names, icon_path, icon_words
from smdeck.scene import Geometry
from smdeck.write.xml import geometry_xml

NAMES = sorted(icon_names())


def test_there_are_icons_for_the_trade() -> None:
    assert {"rocket", "message-circle", "users", "world", "photo", "arrow-right"} <= set(NAMES)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name) for name in NAMES)


def test_every_outline_is_closed_and_lies_in_its_square() -> None:
    for name in NAMES:
        path = icon_path(name)
        assert re.fullmatch(r"(M[^MLCZ]*([LC][^MLCZ]*)*Z)+", path), name
        numbers = [int(number) for number in re.findall(r"-?\d+", path)]
        assert len(numbers) % 2 == 0, name
        # control points of curves may lie a little outside of what is drawn
        assert min(numbers) >= -GRID // 4 and max(numbers) <= GRID + GRID // 4, name


@pytest.mark.parametrize("name", NAMES[:: max(1, len(NAMES) // 25)])
def test_an_outline_becomes_a_native_path(name: str) -> None:
    xml = geometry_xml(Geometry(path=icon_path(name), grid=(GRID, GRID)))
    assert xml.startswith("<a:custGeom>")
    assert xml.count("<a:moveTo>") == icon_path(name).count("M")
    assert xml.count("<a:close/>") == icon_path(name).count("Z")


def test_every_icon_is_found_by_its_name() -> None:
    assert [name for name in NAMES if name not in find_icons(name)] == []


def test_every_icon_is_found_by_all_of_its_words() -> None:
    for name in NAMES:
        assert icon_words(name), name
        for word in icon_words(name):
            assert name in find_icons(word), (name, word)


@pytest.mark.parametrize(
    ("word", "name"), [("Rakete", "rocket"), ("rocket", "rocket"), ("nachricht", "message")]
)
def test_german_and_english_words_find_icons(word: str, name: str) -> None:
    assert any(found.startswith(name) for found in find_icons(word)[:5])


def test_a_word_that_means_nothing_finds_nothing() -> None:
    assert find_icons("qqqq") == []
