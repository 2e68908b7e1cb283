"""agenda: what comes, in numbered rows beside a plane."""

from __future__ import annotations

from collections.abc import Sequence

from smdeck.compose import Choice, Composition, Plan, Room, Type
from smdeck.compose.drawing import RULE
from smdeck.compose.paragraphs import linked
from smdeck.model.fields import key
from smdeck.model.items import Item
from smdeck.model.text import Inline, Paragraph, Run
from smdeck.page import SPLIT, Composed, Page
from smdeck.scene import Geometry, Role
from smdeck.strings import Strings

FEWEST, MOST = 2, 10
"""How many parts an agenda has."""

FEW = 3
"""Up to how many parts are larger than others beside a plane."""


def stations(plan: Plan, tallest: float, radius: float) -> None:
    """Rows over the whole height beside a plane: numbers in discs on a thread."""
    stage = plan.column(4, "brand")
    lower = max(20.0, stage.y - 4)
    stage = stage._replace(y=lower, h=stage.bottom - lower)
    few = plan.count <= FEW
    height = min(1.25 * tallest if few else tallest, stage.h / plan.count)
    free = stage.h - height * plan.count
    largest = 1.2 * radius if few else radius
    _rows(
        plan, stage.inset(0, free / 2, 0, free / 2), min(largest, 0.36 * height), 42 if few else 34
    )


def lengths(plan: Plan) -> None:
    """The sum of the minutes below the title, beside it rows with a bar as long as each part."""
    left = plan.x(5)
    top = plan.under(32)
    words = Room(plan.x(1), top, left - 24 - plan.x(1), 496 - top)
    plan.sourced(left, plan.x(13) - 16, 0)
    plan.title(words.cut("top", 84)[0], Type("column"), lines=1)
    note, above = words.cut("bottom", 84 if plan.has("subtitle") else 40, 4)
    plan.words(
        "total", above.cut("bottom", 190)[0], "value", title=Type("number", 272), color="accent",
        anchor="bottom",
    )  # fmt: skip
    unit, note = note.cut("top", 40, 4)
    for name, room in (("total unit", unit), ("subtitle", note)):
        plan.words(name, room, "prose", text=Type("cell", 26, 18), color="muted", counts=False)
    titles, times = [], []
    for n, row in enumerate(length_rows(plan)):
        loud = plan.marked(n)
        plan.rule(row, "highlight" if loud else "line", 2 if loud else RULE, n)
        inner = row.inset(0, 12, 0, 26)
        size = min(64.0, 0.62 * row.h)
        lead, inner = inner.cut("left", 0.9 * size + 20, 12)
        lead = lead._replace(h=1.04 * size)
        plan.numeral(n, lead, size, color="accent" if loud else "text", anchor="top")
        inner, time = inner.cut("right", 96, 12)[::-1]
        times.append(time)
        titles.append(inner)
    plan.words("item", titles, "head", title=Type("row", 36, 22), loud="accent", boxed=True)
    plan.words(
        "item minutes", times, "prose", text=Type("meta"), color="muted", align="right",
        counts=False, loud="accent",
    )  # fmt: skip


def length_rows(plan: Plan) -> list[Room]:
    """Return the rows of parts with bars as long as these."""
    left = plan.x(5)
    height = min(116.0, (438 if plan.has("source") else 468) / plan.count)
    return Room(left, 40, plan.x(13) - 16 - left, height * plan.count).rows(plan.count, 0)


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
    if plan.threaded:
        plan.thread(
            (room.x + radius, first), (room.x + radius, last), width=6 if radius > 24 else 4
        )
    _cells(plan, rooms, radius, most)


def _cells(plan: Plan, rooms: Sequence[Room], radius: float, most: float) -> None:
    titles, times = [], []
    for n, row in enumerate(rooms):
        speaks = plan.theme.look.cards == "speech" and row.right > plan.w(12) + 40
        if n and not plan.threaded and not (speaks and (plan.marked(n) or plan.marked(n - 1))):
            plan.rule(row, item=n)
        fill: Role = "highlight" if plan.marked(n) else "brand"
        if speaks and plan.marked(n):
            block = Room(row.x - 60, row.y, plan.slide.right - row.x + 60, row.h)
            plan.speech(block, "highlight", n, drop=36, at=0, wide=56)
        lead, words = row.cut("left", 2 * radius, 22)
        plan.numeral(n, lead.disc(radius), radius, fill=fill, color="text")
        if plan.has("item minutes"):
            words, time = words.cut("right", 96, 12)[::-1]
            times.append(time)
        titles.append(words.inset(0, 4, 0, 4))
    plan.words(
        "item", titles, "head", title=Type("row", most, 22), anchor="middle", boxed=True,
        loud="accent",
    )  # fmt: skip
    plan.words(
        "item minutes", times, "prose", text=Type("meta"), color="muted", align="right",
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
        Composition(
            "lengths", lengths, (2, 7), needs="total", stage="column", de="Längen", asked=True
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

    def usual_title(self, strings: Strings) -> str:
        return strings.agenda

    def complete(self, sections: list[Item]) -> bool:
        self.items = self.items or sections
        return len(self.items) >= FEWEST and (self.split or len(self.items) <= MOST)

    def marked(self) -> int:
        """The section that the agenda stands in is marked."""
        current = self.section.title.plain if self.section else None
        return sum(
            1 << n
            for n, item in enumerate(self.items)
            if item.title and item.title.plain == current
        )

    def given(self) -> frozenset[str]:
        own = set(super().given())
        if self.items and not self.part.slots and all(item.minutes for item in self.items):
            own |= {"total", "total unit"}
        return frozenset(own)

    def extra(self, page: Page, plan: Plan) -> None:
        """Draw the bars that are as long as the parts take."""
        longest = max((item.minutes or 0 for item in self.items), default=0)
        if plan.choice.composition != "lengths" or not longest:
            return
        drawn = []
        for n, (item, row) in enumerate(zip(self.items, length_rows(plan), strict=False)):
            left = row.x + 0.9 * min(64.0, 0.62 * row.h) + 32
            wide = (row.right - left) * (item.minutes or 0) / longest
            bar = Room(left, row.bottom - 22, wide, 8)
            fill: Role = "highlight" if plan.marked(n) else "calm"
            drawn.append(
                page.shape(bar.box, Geometry(), fill=fill, name=page.strings.shapes["rule"])
            )
        page.group(drawn, page.strings.shapes["chart"])

    def said(self, name: str) -> Sequence[Sequence[Paragraph]]:
        if name == "total":
            total = sum(item.minutes or 0 for item in self.items)
            return [[Paragraph((Run(f"{total:g}"),))]]
        if name == "total unit":
            return [[Paragraph((Run(self.context.strings.minutes),))]]
        if name == "item":
            titles = [(item.title or Inline.of("", item.place), item.link) for item in self.items]
            return [[Paragraph(linked(title.runs, link))] for title, link in titles]
        if name == "item minutes":
            words = self.context.strings.minutes
            return [
                [Paragraph((Run(f"{item.minutes:g}\u00a0{words}"),))] if item.minutes else []
                for item in self.items
            ]
        return super().said(name)
