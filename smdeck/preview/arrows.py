"""Arrows: the heads of connectors, as long and wide as PowerPoint's of middle size."""

from __future__ import annotations

from math import hypot

from smdeck.preview.outlines import Point, polygon
from smdeck.scene import Line

HEAD = 3.0
"""Length and width of a head, as a multiple of its line's width."""


def pointed(path: list[Point], line: Line) -> tuple[list[Point], list[str]]:
    """Return a path that ends where its heads begin, and the outlines of these."""
    tips = []
    if line.head:
        path, tip = _pointed(path, line.width)
        tips.append(tip)
    if line.tail:
        path, tip = _pointed(path[::-1], line.width)
        path, tips = path[::-1], [*tips, tip]
    return path, tips


def _pointed(path: list[Point], width: float) -> tuple[list[Point], str]:
    (x1, y1), (x2, y2) = path[-2:]
    long = hypot(x2 - x1, y2 - y1) or 1.0
    right, down = (x2 - x1) / long, (y2 - y1) / long
    size = max(HEAD * width, 6.0)
    x, y = x2 - size * right, y2 - size * down
    half = size / 2
    corners = [(x2, y2), (x - half * down, y + half * right), (x + half * down, y - half * right)]
    return [*path[:-1], (x, y)], polygon(corners)
