"""Rows: what many layouts are at their densest, and what lists are at their boldest."""

from __future__ import annotations

from collections.abc import Callable

from smdeck.compose.choice import Composition
from smdeck.compose.plan import Plan
from smdeck.compose.room import Room
from smdeck.compose.type import Type

NARROW = 76.0
"""What leads a row of two columns takes at the most, in points: long words need the rest."""

Lead = Callable[[Plan, int, Room], None]
"""Draws what stands at the head of a row: a disc, a number."""


def rows(lead: Lead, wide: float, takes: tuple[int, int]) -> Composition:
    """Return rows that share the height; what leads them is `wide` points. Words stand beside."""

    def draw(plan: Plan, columns: float) -> None:
        cells = plan.body.grid(plan.count, int(columns), 0)
        if columns == 2:
            cells = [
                cell.inset(0, 0, 12, 0) if n % 2 == 0 else cell.inset(12, 0, 0, 0)
                for n, cell in enumerate(cells)
            ]
        words = []
        for n, cell in enumerate(cells):
            if n >= columns:
                plan.rule(cell, item=n)
            narrow = columns == 2
            most = min(wide, NARROW) if narrow else wide
            head, rest = cell.cut("left", min(most, cell.h), 16 if narrow else 20)
            lead(plan, n, head)
            words.append(rest.inset(0, 6, 0, 6))
        title, text = Type("item", 44, 20), Type("cell", 30)
        if columns == 2:
            title, text = Type("item", 36, 18), Type("cell", 26)
        plan.words("item", words, title=title, text=text, anchor="middle")

    steps = ({"columns": 1.0}, {"columns": 2.0})
    return Composition("rows", draw, takes, steps=steps, de="Zeilen")
