"""The icons: their names, outlines and search words."""

from __future__ import annotations

import json
from collections.abc import KeysView
from functools import cache
from pathlib import Path
from typing import TypedDict


class IconData(TypedDict):
    """The outline of an icon and the words that find it."""

    path: str
    words: list[str]


GRID = 2400
"""Icons are drawn in a square of so many units."""


def icon_names() -> KeysView[str]:
    """Return the names of all icons."""
    return _icons().keys()


def icon_path(name: str) -> str:
    """Return the outline of an icon: M, L, C and Z with coordinates in the grid."""
    return _icons()[name]["path"]


def find_icons(word: str) -> list[str]:
    """Return the icons whose name or search words hold a word, best matches first."""
    wanted = word.casefold()
    found = []
    for name, icon in _icons().items():
        candidates = [name, *(entry.casefold() for entry in icon["words"])]
        if wanted in candidates:
            found.append((0, name))
        elif any(candidate.startswith(wanted) for candidate in candidates):
            found.append((1, name))
        elif any(wanted in candidate for candidate in candidates):
            found.append((2, name))
    return [name for _, name in sorted(found)]


@cache
def _icons() -> dict[str, IconData]:
    data = json.loads((Path(__file__).parent / "icons.json").read_text("utf-8"))
    icons: dict[str, IconData] = data["icons"]
    return icons


def icon_words(name: str) -> list[str]:
    """Return the words that find an icon."""
    return _icons()[name]["words"]
