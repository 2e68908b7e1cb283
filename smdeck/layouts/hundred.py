"""hundred: so many of a hundred, as dots that can be counted."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, sqrt

from smdeck.compose import Choice, Composition, Plan, Room, Type
from smdeck.findings import Findings
from smdeck.model.fields import key
from smdeck.model.text import Block, Inline, Paragraph, Run
from smdeck.page import Composed, Page
from smdeck.scene import Geometry

MOST_ACROSS = 10
"""How many stand side by side at the most."""

FILLED = 0.8
"""What share of its cell a dot takes in each direction."""


def column(plan: Plan, lower: float) -> None:
    """The title in a column with the number at its foot, the dots at full height beside it."""
    words, stage = plan.parted()
    foot, head = words.cut("bottom", lower)
    plan.title(plan.subtitled(head), Type("column"), leading=0.88, lines=4)
    _number(plan, foot)
    plan.draw(_square(stage.inset(36, 12, 0, 12)), Geometry(), None)


def beside(plan: Plan) -> None:
    """The number on the left, the dots over the body beside it."""
    words, stage = plan.body.cut("left", plan.w(5), 36)
    _number(plan, words.inset(0, 0, 0, 8))
    plan.draw(_square(stage), Geometry(), None)


def _number(plan: Plan, room: Room) -> None:
    number, below = room.cut("top", 0.55 * room.h, 4)
    plan.words(
        "number", number if plan.has("text") else room, "value", title=plan.figure(150, 56),
        color="accent", anchor="bottom", counts=False,
    )  # fmt: skip
    plan.words("text", below, "prose", text=Type("body", 30, 20), lines=5)


def _square(room: Room) -> Room:
    """Return the largest square at the right of a room, in the middle of its height."""
    side = min(room.w, room.h)
    return Room(room.right - side, room.y + (room.h - side) / 2, side, side)


def _cells(field: Room, count: int) -> list[Room]:
    """Return square cells in full rows, where the number allows, in the middle of a field."""
    least = ceil(sqrt(count))
    across = next((n for n in range(least, MOST_ACROSS + 1) if count % n == 0), least)
    down = ceil(count / across)
    side = min(field.w / across, field.h / down)
    top = field.y + (field.h - down * side) / 2
    return Room(field.right - across * side, top, across * side, down * side).grid(count, across, 0)


class Hundred(Composed):
    """A share as a field of dots or icons, those that are meant set off."""

    names = {
        "de": "Anteil von hundert", "en": "Of a hundred", "es": "De cada cien",
        "fr": "Sur cent", "it": "Su cento", "nl": "Van honderd", "pl": "Na sto",
    }  # fmt: skip
    group = "data"
    whole_words = ("text",)
    compositions = (
        Composition(
            "column", column, stage="column", de="Spalte",
            steps=({"lower": 210.0}, {"lower": 280.0}),
        ),
        Composition("beside", beside, de="Blatt"),
    )  # fmt: skip
    usual = Choice("hundred", "", "column", given=frozenset({"number", "text"}))
    example = """\
layout: hundred
title: Die wenigsten schreiben selbst
value: 37
text: von hundert haben schon einmal einen Beitrag kommentiert
source: Beispielwerte
"""

    title: Inline = key("The slide's message.")
    value: int = key("How many are set off.", least=0, most=100)
    of: int = key("Of how many.", 100, least=2, most=100)
    text: Block | None = key("What they are, or do; default: `of 100`.", None)
    mark: str | None = key("An icon for each one in place of the dots, as `user`.", None)

    def check(self, findings: Findings) -> None:
        if self.value > self.of:
            findings.error(
                "wrong-value",
                f"`value` is {self.value}, more than `of`: {self.of}",
                self.at("value"),
                "it says how many of them are set off",
            )

    def given(self) -> frozenset[str]:
        return super().given() & {"text", "source", "subtitle"} | {"number"}

    def said(self, name: str) -> Sequence[Sequence[Paragraph]]:
        if name == "number":
            return [[Paragraph((Run(str(self.value)),))]]
        return super().said(name)

    def extra(self, page: Page, plan: Plan) -> None:
        from smdeck.data.icons import GRID, icon_path, is_icon

        field = next(
            Room.of(one.shape.box) for one in plan.shapes if not (one.shape.fill or one.shape.line)
        )
        cells = _cells(field, self.of)
        geometry = plan.mark_geometry
        if self.mark:
            if not is_icon(self.mark):
                page.icon(self.mark, field.box, "calm", self.at("mark"))
                return
            geometry = Geometry(path=icon_path(self.mark), grid=(GRID, GRID))
        shapes = [
            page.shape(
                cell.disc(FILLED * min(cell.w, cell.h) / 2).box,
                geometry,
                fill="highlight" if n < self.value else "calm",
                name=page.strings.shapes["disc"],
            )
            for n, cell in enumerate(cells)
        ]
        page.group(shapes, f"{self.value} / {self.of}")
