"""Rooms: the grid of a theme and how full the boxes of a slide are, for those who make themes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from smdeck.compose.plan import GRID, GUTTER
from smdeck.scene import Box, Chart, Group, Picture, SceneNode, Shape, SlideScene, Table, TextBox
from smdeck.theme import Theme
from smdeck.units import points

Room = list[float | None]
"""Left, top, width and height in points, and how much of it words fill, in percent."""


def grid_of(theme: Theme) -> dict[str, Any]:
    """Return the grid of a theme: its columns, and the boxes that slides share."""
    grid, left = theme.page.grid, points(theme.page.margin)
    pitch = (points(theme.width) - 2 * left + GUTTER) / GRID
    columns = [[round(left + n * pitch, 1), round(pitch - GUTTER, 1)] for n in range(GRID)]
    return {
        "columns": columns,
        "boxes": [_place(box) for box in (grid.title, grid.body, grid.source, grid.foot)],
    }


def rooms_of(scene: SlideScene, theme: Theme, *, rtl: bool = False) -> list[Room]:
    """Return where words, pictures, charts and tables of a slide may stand, and how full it is."""
    rooms = []
    for box, full in _rooms(scene.nodes):
        seen = box._replace(x=theme.width - box.right) if rtl else box
        rooms.append([*_place(seen), full])
    return rooms


def _rooms(nodes: list[SceneNode]) -> Iterator[tuple[Box, float | None]]:
    for node in nodes:
        match node:
            case TextBox() if node.kind == "text":
                yield node.box, _full(node)
            case Shape() if node.text:
                yield node.text.box, _full(node.text)
            case Picture() | Chart():
                yield node.box, None
            case Table():
                high = sum(node.fitted.heights)
                yield node.box, round(100 * high / node.box.h) if node.box.h else None
            case Group():
                yield from _rooms(node.children)


def _full(text: TextBox) -> float | None:
    """Return how much of its room a text is high, in percent."""
    high = text.room[1] * text.style.columns
    return round(100 * text.fitted.height / high) if high > 0 and text.fitted.height else None


def _place(box: Box) -> Room:
    return [round(points(length), 1) for length in box]
