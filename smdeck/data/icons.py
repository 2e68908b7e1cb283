"""The icons: their names and outlines, read from `icons.bin` when a deck asks for one.

The words that find them are in `icon_search.py`.
"""

from __future__ import annotations

import json
import zlib
from bisect import bisect_left
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

GRID = 2400
"""Icons are drawn in a square of so many units."""

POINTS = {"M": 1, "L": 1, "C": 3, "Z": 0}
"""How many points a command of an outline has."""

DATA = Path(__file__).with_name("icons.bin")


class _Store(NamedTuple):
    """What the beginning of the file says."""

    names: list[str]
    """The names in the order of their letters, so that one is found by halving."""
    short: dict[str, str]
    """The names of networks by their bare ones."""
    each: int
    """How many outlines a block has."""
    blocks: list[tuple[int, int]]
    """Where each block begins in the file, and how long it is."""


def is_icon(name: str) -> bool:
    """Return whether there is an icon of a name, or of the bare name of a network."""
    return _number(name) is not None


def icon_names() -> list[str]:
    """Return the names of all icons, each once, and the bare names of networks: `facebook`."""
    return [*own_names(), *_store().short]


def own_names() -> list[str]:
    """Return the names of all icons, each once, in alphabetical order."""
    return list(_store().names)


def name_of(name: str) -> str:
    """Return the own name of an icon: `brand-facebook` for `facebook`."""
    return _store().short.get(name, name)


def short_names() -> dict[str, str]:
    """Return the bare names of networks by their own ones."""
    return {own: short for short, own in _store().short.items()}


@cache
def icon_path(name: str) -> str:
    """Return the outline of an icon: M, L, C and Z with coordinates in the grid.

    Raises KeyError where there is no such icon.
    """
    number = _number(name)
    if number is None:
        raise KeyError(name)
    block, line = divmod(number, _store().each)
    return _absolute(_block(block)[line])


def _number(name: str) -> int | None:
    """Return the number of an icon, or None."""
    own, names = name_of(name), _store().names
    at = bisect_left(names, own)
    return at if at < len(names) and names[at] == own else None


@cache
def _store() -> _Store:
    with DATA.open("rb") as file:
        head = json.loads(file.readline())
        at, blocks = file.tell(), []
        for size in head["sizes"]:
            blocks.append((at, size))
            at += size
        names = zlib.decompress(file.read(head["sizes"][0])).decode().split("\n")
    return _Store(names, head["short"], head["each"], blocks[1:])


@cache
def _block(number: int) -> list[str]:
    """Return the outlines of a block, as they are stored."""
    at, size = _store().blocks[number]
    with DATA.open("rb") as file:
        file.seek(at)
        return zlib.decompress(file.read(size)).decode().split("\n")


def _absolute(stored: str) -> str:
    """Return an outline in coordinates of the grid; it is stored as ways from point to point."""
    commands, *ways = stored.split(" ")
    across, down = (accumulate(map(int, ways[first::2])) for first in (0, 1))
    points = [f"{x} {y}" for x, y in zip(across, down, strict=True)]
    parts, at = [], 0
    for command in commands:
        end = at + POINTS[command]
        parts.append(command + " ".join(points[at:end]))
        at = end
    return "".join(parts)
