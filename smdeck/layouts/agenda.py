"""agenda: what comes, in numbered rows beside a plane."""

from __future__ import annotations

from collections.abc import Sequence

from smdeck.compose import Choice, Composition, Plan, Room, Type
from smdeck.layouts._composed import Composed
from smdeck.layouts._layout import SPLIT
from smdeck.model.decode import key
from smdeck.model.records import Item
from smdeck.model.text import Inline, Paragraph, Run
from smdeck.scene import Role
from smdeck.words import Words

FEWEST, MOST = 2, 10
"""How many parts an agenda has."""


def stations(plan: Plan, tallest: float, radius: float) -> None:
    """Rows over the whole height beside a plane: numbers in discs on a thread."""
    stage = plan.column(4, "brand")
    stage = stage._replace(y=20, h=stage.bottom - 20)
    height = min(tallest, stage.h / plan.count)
    free = stage.h - height * plan.count
    _rows(plan, stage.inset(0, free / 2, 0, free / 2), min(radius, 0.36 * height), 34)


def column(plan: Plan, radius: float) -> None:
    """Rows below the title."""
    height = min(96.0, plan.body.h / plan.count)
    body = plan.body._replace(h=height * plan.count)
    _rows(plan, body, min(radius, 0.4 * height), 32)


def columns(plan: Plan, radius: float) -> None:
    """Two columns of rows below the title."""
    each = -(-plan.count // 2)
    rooms = [room for half in plan.body.columns(2, 32) for room in half.rows(each, 0)][: plan.count]
    _cells(plan, rooms, min(radius, 0.4 * rooms[0].h), 28)


def _rows(plan: Plan, room: Room, radius: float, most: float) -> None:
    rooms = room.rows(plan.count, 0)
    first, last = rooms[0].center[1], rooms[-1].center[1]
    if plan.theme.look.marks == "disc":
        plan.thread(
            (room.x + radius, first), (room.x + radius, last), width=6 if radius > 24 else 4
        )
    _cells(plan, rooms, radius, most)


def _cells(plan: Plan, rooms: Sequence[Room], radius: float, most: float) -> None:
    titles, times = [], []
    for n, row in enumerate(rooms):
        if n and plan.theme.look.marks != "disc":
            plan.rule(row, item=n)
        fill: Role = "highlight" if plan.marked(n) else "brand"
        lead, words = row.cut("left", 2 * radius, 22)
        plan.numeral(n, lead.disc(radius), radius, fill=fill, ink="text")
        if plan.has("item minutes"):
            words, time = words.cut("right", 96, 12)[::-1]
            times.append(time)
        titles.append(words)
    plan.words(
        "item", titles, "head", title=Type("row", most, 22), anchor="middle", boxed=True,
        loud="accent",
    )  # fmt: skip
    plan.words(
        "item minutes", times, "prose", text=Type("meta"), ink="muted", align="right",
        anchor="middle", counts=False,
    )  # fmt: skip


class Agenda(Composed):
    """The talk's parts in numbered rows; without items it lists the sections and links to them."""

    names = {
        "de": "Agenda", "en": "Agenda", "es": "Agenda",
        "fr": "Ordre du jour", "it": "Programma", "nl": "Agenda", "pl": "Plan",
    }  # fmt: skip
    group = "frame"
    compositions = (
        Composition(
            "stations", stations, (2, 8), stage="column", de="Stationen",
            steps=({"tallest": 130.0, "radius": 40.0},),
        ),
        Composition("column", column, (2, 6), de="Spalte", steps=({"radius": 34.0},)),
        Composition("columns", columns, (3, 10), de="Spalten", steps=({"radius": 24.0},)),
        Composition("rows", column, (2, 10), de="Zeilen", steps=({"radius": 24.0},)),
    )  # fmt: skip
    usual = Choice("agenda", "", "stations", 0, 4, given=frozenset({"item minutes"}))
    example = """\
layout: agenda
items:
  - {title: "Was ist Social Media?", minutes: 8}
  - {title: "Warum Social Media Marketing?", minutes: 12}
  - {title: "Umsetzung, Content, Workshops", minutes: 6}
  - {title: Fragen und nächste Schritte, minutes: 4}
"""

    items: list[Item] = key(
        "The parts; without them, the sections of the deck.",
        list,
        least=FEWEST,
        most=MOST,
        shows="title minutes link",
    )
    split: bool = SPLIT

    def usual_title(self, words: Words) -> str:
        return words.agenda

    def complete(self, sections: list[Item]) -> bool:
        self.items = self.items or sections
        return len(self.items) >= FEWEST and (self.split or len(self.items) <= MOST)

    def marked(self) -> int:
        """The section that the agenda stands in is marked."""
        current = self.part.title.plain if self.part else None
        return sum(
            1 << n
            for n, item in enumerate(self.items)
            if item.title and item.title.plain == current
        )

    def said(self, name: str) -> Sequence[Sequence[Paragraph]]:
        if name == "item":
            titles = [item.title or Inline.of("", item.place) for item in self.items]
            return [[Paragraph(title.runs)] for title in titles]
        if name == "item minutes":
            words = self.talk.words.minutes
            return [
                [Paragraph((Run(f"{item.minutes:g}\u00a0{words}"),))] if item.minutes else []
                for item in self.items
            ]
        return super().said(name)
