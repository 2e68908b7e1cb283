"""The maps: their regions with outlines, and the names that they are called by."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

FOLDER = Path(__file__).parent

MAPS = {
    "germany": ("deutschland", "de", "bundesländer", "german states", "deutschlandkarte"),
    "austria": ("österreich", "oesterreich", "at", "austrian states"),
    "switzerland": ("schweiz", "ch", "kantone", "cantons", "suisse"),
    "europe": ("europa", "eu", "countries", "länder", "europakarte"),
}
"""The maps by name, and what else they are called."""

Box = tuple[int, int, int, int]
"""Left, top, width and height in units of a map's grid."""


class MapRegion(NamedTuple):
    """A region of a map."""

    code: str
    """Its code by ISO 3166, as `DE-BY`."""
    names: tuple[str, ...]
    """Its German and its English name, and others."""
    box: Box
    path: str
    """Its outline: M, L and Z with coordinates from the left and top of its box."""
    room: Box
    """Where words may stand within it."""

    def display_name(self, german: bool) -> str:
        """Return its name in German, or in English."""
        return self.names[0 if german else 1]


class Map(NamedTuple):
    """A map: its size in units of its grid, and its regions by code."""

    size: tuple[int, int]
    regions: dict[str, MapRegion]

    def find(self, name: str) -> MapRegion | None:
        """Return the region that a name, or a code, is for."""
        code = name.strip().upper().replace("_", "-")
        if code in self.regions:
            return self.regions[code]
        return _by_name(self).get(_folded(name))

    def all_names(self) -> list[str]:
        """Return the German and English names and the codes of all regions."""
        return [
            name for region in self.regions.values() for name in (*region.names[:2], region.code)
        ]


def map_named(name: str) -> Map | None:
    """Return the map that a name is for, or None."""
    wanted = _folded(name)
    found = next(
        (one for one, names in MAPS.items() if wanted in (one, *map(_folded, names))), None
    )
    return _map(found) if found else None


@cache
def _map(name: str) -> Map:
    drawn = _data("maps.json")[name]
    named = _data("map-names.json")[name]
    regions = {
        code: MapRegion(
            code, tuple(named[code]), tuple(one["box"]), one["path"], tuple(one["room"])
        )
        for code, one in drawn["regions"].items()
    }
    return Map(tuple(drawn["size"]), regions)


@cache
def _data(file: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((FOLDER / file).read_text("utf-8"))
    return data


def _by_name(whole: Map) -> dict[str, MapRegion]:
    """Return the regions by all of their names as they are compared."""
    return {_folded(name): region for region in whole.regions.values() for name in region.names}


def _folded(name: str) -> str:
    """Return a name as it is compared: small letters, without spaces and hyphens."""
    umlauts = {"ä": "ae", "ö": "oe", "ü": "ue"}
    text = "".join(umlauts.get(char, char) for char in name.strip().casefold())
    return text.replace("-", "").replace(" ", "").replace(".", "")
