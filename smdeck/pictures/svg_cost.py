"""The cost of an SVG: how deep and how much there is to draw, and what is too much."""

from __future__ import annotations

from typing import NamedTuple

from smdeck.pictures.reading import Unusable

DEEPEST = 100
"""How deep elements may be nested, those that are referred to included. resvg draws by recursion:
some hundred levels overrun the stack of a process, and end it."""

MOST_ELEMENTS = 40_000
"""The most elements, each counted as often as it is drawn. Ten levels that each show the one below
ten times would be ten thousand million."""


class Element(NamedTuple):
    """An element, as far as its cost is concerned."""

    children: list[int]
    references: list[str]
    """The ids of what it shows or is shown through."""
    weight: int


class Cost:
    """How much there is to draw, when all that elements refer to is drawn in their place."""

    def __init__(self, elements: list[Element], ids: dict[str, int]) -> None:
        self.elements, self.ids = elements, ids
        self.known: dict[int, tuple[int, int, int]] = {}

    def weight(self) -> int:
        """Return the weight of the whole; raises Unusable where it is too much or too deep."""
        return self._of(0, 1)[2]

    def _of(self, number: int, depth: int) -> tuple[int, int, int]:
        """Return the height, the elements and the weight of an element at a depth."""
        height, total, weight = self.known.get(number, (0, 0, 0))
        if depth + height > DEEPEST:
            raise too_deep()
        if height:
            return height, total, weight
        element = self.elements[number]
        total, weight = 1, element.weight
        shown = (self.ids[id] for id in element.references if id in self.ids)
        for part in (*element.children, *shown):
            inside = self._of(part, depth + 1)
            height = max(height, inside[0])
            total, weight = total + inside[1], weight + inside[2]
            if total > MOST_ELEMENTS:
                raise too_many()
        self.known[number] = height + 1, total, weight
        return self.known[number]


def too_deep() -> Unusable:
    """Return what is said of elements that are nested too deep."""
    return Unusable(
        "unreadable-file",
        f"is an SVG whose elements are nested more than {DEEPEST} deep",
        "ungroup it in the program that drew it, or save it as PNG",
    )


def too_many() -> Unusable:
    """Return what is said of too many elements."""
    return Unusable(
        "unreadable-file",
        f"is an SVG of more than {MOST_ELEMENTS} elements",
        "save it as PNG, or draw it simpler",
    )
