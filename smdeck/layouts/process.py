"""process: steps that lead on: as stairs, on a thread, in rows."""

from __future__ import annotations

from collections.abc import Sequence

from smdeck.compose import Choice, Composition, Plan, Room, Type
from smdeck.compose.rows import rows
from smdeck.model.fields import key
from smdeck.model.items import Item
from smdeck.model.text import Inline
from smdeck.page import SPLIT, Composed
from smdeck.scene import Geometry, Role

STEPS: tuple[Role, ...] = ("step_1", "step_2", "step_3", "step_4")


def _shade(plan: Plan, item: int) -> Role:
    """Return the colour of a step: ever stronger, the last one loud."""
    if plan.last(item):
        return "accent"
    order = STEPS[max(0, 5 - plan.count) :] if plan.count <= 5 else STEPS
    return order[min(item, len(order) - 1)]


def stairs(plan: Plan, lowest: float) -> None:
    """Columns that rise to the right, to the slide's foot and sides."""
    room = plan.bleed(plan.body.y + 10)
    columns = plan.body.columns(plan.count, 0)
    fall = min(lowest, 52.0 * plan.count) / max(1, plan.count - 1)
    two = plan.count == 2
    number = plan.largest(Type("numeral", 124 if two else 88 if plan.count <= 3 else 64))
    words = []
    for n, column in enumerate(columns):
        left = 0 if n == 0 else column.x
        right = plan.slide.right if n == plan.count - 1 else column.right
        top = room.y + fall * (plan.count - 1 - n)
        plan.plane(Room(left, top, right - left, room.bottom - top), _shade(plan, n), n)
        edge = plan.theme.look.step_edge
        if edge:
            plan.draw(
                Room(left, top, right - left, edge), Geometry(),
                "highlight" if plan.last(n) else plan.theme.look.step_ink, n,
            )  # fmt: skip
        text = Room(
            column.x + (0 if n == 0 else 20), top + 14, column.w - 26, room.bottom - top - 33
        )
        head, below = text.cut(
            "top", (1.26 if plan.theme.look.numerals == "regular" else 1.02) * number, 2
        )
        plan.numeral(
            n, head, number, color="accent" if plan.theme.look.step_edge else "text", anchor="top"
        )
        words.append(below)
    most = 40 if plan.count <= 3 else 32
    plan.words(
        "item", words, title=Type("row", 54, 24) if two else Type("item", most, 24),
        text=Type("body", 34, 22) if two else Type("cell"), lines=4,
    )  # fmt: skip


def figures(plan: Plan) -> None:
    """Columns that rise to the right, their numbers standing on them."""
    size = plan.largest(Type("numeral", 124))
    room = plan.bleed(plan.body.y + 0.62 * size)
    columns = plan.body.columns(plan.count, 0)
    fall = 168 / max(1, plan.count - 1)
    words = []
    for n, column in enumerate(columns):
        left = 0 if n == 0 else column.x
        right = plan.slide.right if n == plan.count - 1 else column.right
        top = room.y + fall * (plan.count - 1 - n)
        start = column.x + (0 if n == 0 else 18)
        number = Room(start - 5, top - size, column.w, 1.04 * size)
        plan.numeral(n, number, size, color="accent" if plan.last(n) else "text", anchor="middle")
        fill: Role = "highlight" if plan.last(n) else "brand"
        plan.plane(Room(left, top, right - left, room.bottom - top), fill, n)
        if n and not plan.last(n):
            plan.edge(left, top + fall, room.bottom, n)
        words.append(Room(start, top + 18, column.w - 22, room.bottom - top - 24))
    most = 40 if plan.count <= 3 else 32
    plan.words(
        "item", words, title=Type("item", most, 24), text=Type("cell", 28), color="accent", lines=4
    )


def thread(plan: Plan, columns: float, radius: float) -> None:
    """Discs with numbers on a thread in one or two rows, words below them."""
    across = int(columns)
    deep = -(-plan.count // across)
    words = []
    rows = plan.body.rows(deep, 8)
    for k, row in enumerate(rows):
        y = row.y + 6 + radius
        here = min(across, plan.count - k * across)
        cells = row.columns(across)[:here]
        end = (
            cells[-1].x + radius
            if k == deep - 1 and not plan.choice.part.goes_on
            else plan.slide.right
        )
        _between(plan, cells, radius=radius, y=y, start=0 if k else cells[0].x + radius, end=end)
        for n, cell in enumerate(cells, k * across):
            fill: Role = "highlight" if plan.last(n) else "brand"
            _, below = cell.cut("top", 12 + 2 * radius, 8)
            at = Room(cell.x, y - radius, 2 * radius, 2 * radius)
            plan.numeral(n, at, 0.9 * radius, fill=fill, color="text")
            words.append(below.inset(0, 0, 6, 0))
    most = 36 if deep == 1 else 30
    plan.words("item", words, title=Type("item", most, 22), text=Type("cell", 26), lines=3)


def _between(
    plan: Plan, cells: Sequence[Room], radius: float, y: float, start: float, end: float
) -> None:
    """Put the thread there, below discs; between numbers that stand in none."""
    if plan.theme.look.numbers != "plain":
        plan.thread((start, y), (end, y))
        return
    edges = [(cell.x - 12, cell.x + NUMBER * radius) for cell in cells]
    for left, (right, _) in zip([start, *(after for _, after in edges)], edges, strict=False):
        if right > left:
            plan.thread((left, y), (right, y))
    if end > edges[-1][1]:
        plan.thread((edges[-1][1], y), (end, y))


NUMBER = 1.5
"""How wide a number without a disc is, with the space after it, in radii of that."""


def lead(plan: Plan, item: int, room: Room) -> None:
    """Put the number of a step at the head of a row."""
    radius = min(room.w, room.h - 12) / 2
    fill: Role = "highlight" if plan.last(item) else "brand"
    plan.numeral(item, room.disc(radius, 0), 0.9 * radius, fill=fill, color="text")


class Process(Composed):
    """Steps that lead on, the last one set off."""

    names = {
        "de": "Ablauf", "en": "Process", "es": "Proceso",
        "fr": "Processus", "it": "Processo", "nl": "Proces", "pl": "Proces",
    }  # fmt: skip
    group = "items"
    compositions = (
        Composition(
            "stairs", stairs, (2, 5), stage="bleed", de="Treppe",
            steps=({"lowest": 188.0}, {"lowest": 120.0}, {"lowest": 72.0}),
        ),
        Composition("figures", figures, (3, 5), stage="bleed", de="Ziffern", asked=True),
        Composition(
            "thread", thread, (3, 5), de="Faden",
            steps=({"columns": 5.0, "radius": 44.0},),
        ),
        Composition(
            "rows of four", thread, (6, 8), de="Viererreihen",
            steps=({"columns": 4.0, "radius": 38.0}, {"columns": 4.0, "radius": 30.0}),
        ),
        Composition(
            "rows of three", thread, (3, 6), de="Dreierreihen",
            steps=({"columns": 3.0, "radius": 38.0}, {"columns": 3.0, "radius": 28.0}),
        ),
        rows(lead, 84, (2, 8)),
    )  # fmt: skip
    usual = Choice("process", "", "stairs", 0, 4, given=frozenset({"item title", "item text"}))
    example = """\
layout: process
title: In vier Schritten in den Dialog
items:
  - {title: Zuhören, text: "Wo spricht man schon über uns?"}
  - {title: Ziele setzen, text: "Was soll anders werden?"}
  - {title: Inhalte planen, text: "Themen, Formate, Rhythmus"}
  - {title: Auswerten, text: "Was wirkt, bleibt"}
"""

    title: Inline = key("The slide's message.")
    items: list[Item] = key("The steps.", least=2, most=8, shows="title text items link")
    split: bool = SPLIT
