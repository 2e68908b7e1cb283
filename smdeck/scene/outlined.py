"""Outlined: where shapes with ragged edges really are, which their boxes don't say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from smdeck.scene.box import Box
from smdeck.scene.nodes import Geometry, Shape

Ring = tuple[tuple[float, float], ...]

ACROSS, DOWN = (0.02, 0.26, 0.5, 0.74, 0.98), (0.06, 0.5, 0.94)
"""Where a box is looked at, as shares of its width and height."""


def is_outlined(shape: Shape) -> bool:
    """Return whether where a shape is has to be asked of its outline, as of a region of a map."""
    return shape.geometry.ragged


def reaches(shape: Shape, box: Box) -> bool:
    """Return whether a shape is anywhere in a box: a corner of it, or what lies behind it."""
    rings = _rings(shape.geometry, shape.box)
    return any(_inside(rings, at) for at in _points(box)) or _has_corner(rings, box)


def fills_box(shape: Shape, box: Box) -> bool:
    """Return whether a shape is everywhere in a box."""
    rings = _rings(shape.geometry, shape.box)
    return all(_inside(rings, at) for at in _points(box)) and not _has_corner(rings, box)


def _points(box: Box) -> Iterator[tuple[float, float]]:
    for down in DOWN:
        for across in ACROSS:
            yield box.x + across * box.w, box.y + down * box.h


def _has_corner(rings: tuple[Ring, ...], box: Box) -> bool:
    return any(box.x < x < box.right and box.y < y < box.bottom for ring in rings for x, y in ring)


@lru_cache(maxsize=256)
def _rings(geometry: Geometry, box: Box) -> tuple[Ring, ...]:
    """Return the corners of a shape in EMU, ring by ring."""
    wide, high = geometry.grid
    rings = []
    for part in (geometry.path or "").split("Z"):
        numbers = [int(number) for number in re.findall(r"-?\d+", part)]
        pairs = zip(numbers[::2], numbers[1::2], strict=True)
        ring = tuple((box.x + x * box.w / wide, box.y + y * box.h / high) for x, y in pairs)
        if ring:
            rings.append(ring)
    return tuple(rings)


def _inside(rings: tuple[Ring, ...], at: tuple[float, float]) -> bool:
    """Return whether a point lies within rings, holes left out."""
    x, y = at
    inside = False
    for ring in rings:
        x1, y1 = ring[-1]
        for x2, y2 in ring:
            if (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1):
                inside = not inside
            x1, y1 = x2, y2
    return inside
