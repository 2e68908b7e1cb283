"""Outlines: the shapes of a flowchart's nodes, how large they are around words, and their sites."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import hypot

from smdeck.mermaid.flowchart import Outline
from smdeck.scene import Geometry

POINTED = ("decision", "circle", "hexagon", "slanted", "trapezoid")
"""Shapes that only the middles of their sides can be tied to."""

Span = tuple[float, float]


def around_words(outline: Outline, words: Span, roomy: float) -> Span:
    """Return the size of a shape around words of a size, in points; `roomy` is what its margins
    are multiplied with."""
    wide, high = words
    across, down = 14 * roomy, 8 * roomy
    match outline:
        case "decision":  # words reach from side to side at two thirds of its width
            return 1.5 * wide + 16, 3 * high + 4
        case "circle":
            side = hypot(wide, high) + 0.9 * across
            return side, side
        case "hexagon":
            return wide + 2 * across + 0.8 * high, high + 2 * down
        case "stadium":
            return wide + 2 * across + 0.4 * high, high + 2 * down
        case "cylinder":
            return wide + 2 * across, high + 2 * down + 2 * LID
        case "subroutine":
            return wide + 2 * across + 4 * BAR, high + 2 * down
        case "flag":
            return wide + 2 * across + 14, high + 2 * down
        case "slanted" | "trapezoid":
            return wide + 2 * across + 2 * SLANT, high + 2 * down
    return wide + 2 * across, high + 2 * down


LID, BAR, SLANT, GAP = 7.0, 5.0, 14.0, 1.6
"""The height of a cylinder's lid above and below its edge, the width of a subroutine's bars, how
far a slanted side leans, and the width of lines that are cut out, in points."""


def words_inside(outline: Outline, size: Span) -> tuple[float, float, float, float]:
    """Return how far words stay away from left, top, right and bottom of a shape, in points."""
    wide, high = size
    match outline:
        case "decision":
            return wide / 6, high / 3 - 2, wide / 6, high / 3 - 2
        case "circle":
            return 0.1 * wide, 0.1 * high, 0.1 * wide, 0.1 * high
        case "cylinder":
            return 4, 2 * LID + 1, 4, 1
        case "subroutine":
            return 2 * BAR, 1, 2 * BAR, 1
        case "flag":
            return 16, 1, 4, 1
        case "slanted" | "trapezoid":
            return SLANT, 1, SLANT, 1
    return 4, 1, 4, 1


@lru_cache(maxsize=1024)
def outline_geometry(
    outline: Outline, size: Span, corner: float, ports: tuple[Span, ...] = ()
) -> Geometry:
    """Return the outline of a shape with connection sites: its four sides, and where further ways
    meet it, from its upper left; all in points."""
    w, h = round(10 * size[0]), round(10 * size[1])
    sites = [(w // 2, 0), (0, h // 2), (w // 2, h), (w, h // 2)]
    sites += [(round(10 * x), round(10 * y)) for x, y in ports]
    return Geometry(path=_path(outline, w, h, round(10 * corner)), grid=(w, h), sites=tuple(sites))


def _path(outline: Outline, w: int, h: int, corner: int) -> str:
    slant, lid = round(10 * SLANT), round(10 * LID)
    match outline:
        case "decision":
            return _polygon([(w // 2, 0), (w, h // 2), (w // 2, h), (0, h // 2)])
        case "hexagon":
            tip = min(h // 2, w // 5)
            return _polygon(
                [(tip, 0), (w - tip, 0), (w, h // 2), (w - tip, h), (tip, h), (0, h // 2)]
            )
        case "slanted":
            return _polygon([(slant, 0), (w, 0), (w - slant, h), (0, h)])
        case "trapezoid":
            return _polygon([(slant, 0), (w - slant, 0), (w, h), (0, h)])
        case "flag":
            return _polygon([(0, 0), (w, 0), (w, h), (0, h), (min(140, w // 4), h // 2)])
        case "circle":
            return _rounded(w, h, min(w, h) // 2)
        case "stadium":
            return _rounded(w, h, min(w, h) // 2)
        case "round":
            return _rounded(w, h, min(max(corner, 140), h // 2, w // 2))
        case "cylinder":
            return _cylinder(w, h, lid)
        case "subroutine":
            return _rounded(w, h, min(corner, h // 2)) + _bars(w, h)
    return _rounded(w, h, min(corner, h // 2, w // 2))


def _polygon(corners: Sequence[tuple[int, int]]) -> str:
    return "M" + "L".join(f"{x} {y}" for x, y in corners) + "Z"


def _rounded(w: int, h: int, k: int) -> str:
    if not k:
        return _polygon([(0, 0), (w, 0), (w, h), (0, h)])
    c = round(0.4477 * k)
    return (
        f"M{k} 0L{w - k} 0C{w - c} 0 {w} {c} {w} {k}L{w} {h - k}"
        f"C{w} {h - c} {w - c} {h} {w - k} {h}L{k} {h}C{c} {h} 0 {h - c} 0 {h - k}"
        f"L0 {k}C0 {c} {c} 0 {k} 0Z"
    )


def _bars(w: int, h: int) -> str:
    """Return the lines at both ends of a subroutine, cut out of it."""
    gap, at = round(10 * GAP), round(10 * BAR)
    return "".join(f"M{x} 0L{x} {h}L{x + gap} {h}L{x + gap} 0Z" for x in (at, w - at - gap))


def _cylinder(w: int, h: int, lid: int) -> str:
    """Return a drum; the edge of its lid is cut out of it."""
    gap, k = round(10 * GAP), round(0.55 * lid)
    third = w // 5
    body = (
        f"M0 {lid}C0 {lid - k} {third} 0 {w // 2} 0C{w - third} 0 {w} {lid - k} {w} {lid}"
        f"L{w} {h - lid}C{w} {h - lid + k} {w - third} {h} {w // 2} {h}"
        f"C{third} {h} 0 {h - lid + k} 0 {h - lid}Z"
    )
    low = lid + gap
    edge = (
        f"M0 {lid}C0 {lid + k} {third} {2 * lid} {w // 2} {2 * lid}"
        f"C{w - third} {2 * lid} {w} {lid + k} {w} {lid}L{w} {low}"
        f"C{w} {low + k} {w - third} {2 * lid + gap} {w // 2} {2 * lid + gap}"
        f"C{third} {2 * lid + gap} 0 {low + k} 0 {low}Z"
    )
    return body + edge
