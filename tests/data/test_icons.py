"""The icons: every outline can be drawn, and words in two languages find them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from smdeck.data import icon_search, pack_icons
from smdeck.data.icon_search import find_icons, icon_words
from smdeck.data.icons import DATA, GRID, icon_names, icon_path, is_icon, name_of
from smdeck.icon_page import icon_page
from smdeck.scene import Geometry
from smdeck.write.xml import geometry_xml

NAMES = sorted(icon_names())


def test_there_are_icons_for_the_trade() -> None:
    wanted = {"rocket", "message-circle", "users", "world", "photo", "heart-filled", "facebook"}
    assert wanted <= set(NAMES)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name) for name in NAMES)
    assert not is_icon("") and not is_icon("rocke") and not is_icon("zzzz")


@pytest.mark.slow
def test_every_outline_is_closed_and_lies_in_its_square() -> None:
    for name in NAMES:
        path = icon_path(name)
        assert re.fullmatch(r"(M[^MLCZ]*([LC][^MLCZ]*)*Z)+", path), name
        numbers = [int(number) for number in re.findall(r"-?\d+", path)]
        assert len(numbers) % 2 == 0, name
        # control points of curves may lie a little outside of what is drawn
        assert min(numbers) >= -GRID // 4 and max(numbers) <= GRID + GRID // 4, name


def test_all_icons_are_small_enough_to_travel_with_the_wheel() -> None:
    assert DATA.stat().st_size + pack_icons.TAGS.stat().st_size < 1_200_000


def test_a_packed_outline_is_the_same_afterwards() -> None:
    """The packer is the counterpart of the reader: what was read is packed as it is stored."""
    for name in NAMES[::500]:
        path = icon_path(name)
        commands, *ways = pack_icons.shortened(path).split(" ")
        assert commands == "".join(re.findall("[MLCZ]", path))
        assert len(ways) == 2 * len(re.findall(r"-?\d+ -?\d+", path))


@pytest.mark.parametrize("name", NAMES[:: len(NAMES) // 20])
def test_an_outline_becomes_a_native_path(name: str) -> None:
    xml = geometry_xml(Geometry(path=icon_path(name), grid=(GRID, GRID)))
    assert xml.startswith("<a:custGeom>")
    assert xml.count("<a:moveTo>") == icon_path(name).count("M")
    assert xml.count("<a:close/>") == icon_path(name).count("Z")


@pytest.mark.slow
def test_icons_are_found_by_their_names_and_words() -> None:
    """A sample of all, and each that words were chosen for."""
    for name in [*NAMES[::600], *list(icon_search._chosen())[::80]]:
        assert name_of(find_icons(name)[0]) == name_of(name)
        assert icon_words(name), name
        for word in icon_words(name):
            assert name_of(name) in map(name_of, find_icons(word)), (name, word)


def test_words_stand_for_parts_of_names_that_there_are() -> None:
    folder = Path(icon_search.__file__).parent
    german = json.loads((folder / "icon-german.json").read_text("utf-8"))
    parts = {part for name in NAMES for part in name.split("-")}
    assert set(german) <= parts
    assert set(icon_search._chosen()) <= set(NAMES)


@pytest.mark.parametrize(
    ("word", "first"),
    [
        *(("Rakete", "rocket"), ("Raketen", "rocket"), ("rocket", "rocket")),
        *(("nachricht", "message"), ("Schlüssel", "key"), ("Schluessel", "key")),
        *(("truck", "truck"), ("truck delivery", "truck-delivery"), ("KI", "ai")),
        *(("Herz Stern", "heart-star"), ("Daumen runter", "thumb-down")),
        ("brand-facebook", "facebook"),
    ],
)  # fmt: skip
def test_german_and_english_words_find_icons(word: str, first: str) -> None:
    found = find_icons(word)
    assert first in found[:3], found[:6]


def test_a_word_finds_what_is_named_after_it_and_no_word_that_only_holds_its_letters() -> None:
    assert "truck-delivery" in find_icons("truck")
    assert "heart-filled" in find_icons("Herz")
    assert "baby-carriage" in find_icons("Kinderwagen")
    assert "baby-carriage" not in find_icons("KI")


def test_a_word_that_means_nothing_finds_nothing() -> None:
    assert find_icons("qqqq") == []
    assert find_icons("Herz qqqq") == []


def test_the_page_shows_each_icon_with_its_name() -> None:
    names = find_icons("Rakete")
    page = icon_page(names, "<Rakete>")
    assert page.count("<svg") == len(names)
    assert all(f'data-name="{name}"' in page for name in names)
    assert "Icons for “&lt;Rakete&gt;”" in page
