"""exercise: what the room is to do, in how many minutes, with whom and with what."""

from __future__ import annotations

from collections.abc import Sequence

from smdeck.compose import Choice, Composition, Plan, Room, Type
from smdeck.compose.paragraphs import leveled
from smdeck.findings import Findings
from smdeck.model.fields import key
from smdeck.model.items import Item
from smdeck.model.text import Block, Inline, Paragraph, Run
from smdeck.page import Composed, Page
from smdeck.page.page import minutes_as_number
from smdeck.strings import Strings

ICON = 44.0
"""The side of the icon of a fact, in points."""

MOST_MATERIAL = 3
"""How many things may be needed."""

SMALL = 50.0
"""From what size down a task is no display type any more, in points."""

RESULT = 132.0
"""The height of what comes of it, in points."""


def plane(plan: Plan, most: float) -> None:
    """The task over two thirds, minutes and facts on a plane on the right."""
    edge = plan.x(9)
    _task(
        plan,
        Room(plan.x(1), plan.under(32), edge - 32 - plan.x(1), plan.slide.h - 44 - plan.under(32)),
        most,
    )
    plan.plane(Room(edge, 0, plan.slide.right - edge, plan.slide.h), "accent")
    inner = Room(edge + 28, 14, plan.x(13) - 16 - edge - 28, plan.slide.h - 28)
    if plan.has("clock"):
        clock, inner = inner.cut("top", 206, 16)
        number, unit = clock.cut("top", 156)
        plan.words(
            "clock", number, "value", title=plan.figure(150, 64), anchor="bottom",
            counts=False,
        )  # fmt: skip
        plan.words("clock unit", unit, "head", title=Type("item", 34, 20), counts=False)
    _facts(plan, inner, plan.has("clock"))
    plan.foot_between(plan.x(1), edge - 32)


def _task(plan: Plan, room: Room, most: float) -> None:
    bottom = room.bottom - (24 if plan.has("source") else 0)
    head, below = room._replace(h=bottom - room.y).cut("top", 36, 4)
    plan.title(head, Type("cell", 26, 18), color="accent", leading=0.98)
    if plan.has("subtitle"):
        line, below = below.cut("top", 32, 12)
        plan.words(
            "subtitle", line, "prose", text=Type("cell", 24, 18), color="muted", counts=False
        )
    if plan.has("result"):
        result, below = below.cut("bottom", RESULT, 16)
        plan.rule(result)
        plan.words(
            "result", result.inset(0, 12, 0, 0), "prose", text=Type("body", 30, 20),
            anchor="middle", counts=False,
        )  # fmt: skip
    if most < SMALL:
        plan.words("task", below, "head", title=Type("row", most, 24), heads=9, counts=False)
    else:
        plan.words("task", below, "display", title=Type("display", most), lines=9, counts=False)


def _facts(plan: Plan, room: Room, ruled: bool) -> None:
    """Put a row for each fact there, its icon at its head."""
    if not plan.count:
        return
    high = min(92.0, room.h / plan.count)
    rows = room._replace(h=high * plan.count).rows(plan.count, 0)
    for n, row in enumerate(rows):
        if n or ruled:
            plan.rule(row, "calm", 1.5, n)
    words = [row.inset(ICON + 18, 2, 0, 2) for row in rows]
    plan.words(
        "item title", words, "head", title=Type("item", 34, 20), anchor="middle", regular=True
    )


def ground(plan: Plan, most: float) -> None:
    """The task over the whole slide."""
    _task(plan, plan.ground(), most)


def rows(plan: Plan) -> None:
    """The task below the usual title, the facts in a column beside it."""
    right, left = plan.body.cut("right", plan.w(4), 32)
    result, task = left.cut("bottom", 96, 12) if plan.has("result") else (left, left)
    plan.words("task", task, "prose", text=Type("item", 44, 22), lines=9, counts=False)
    if plan.has("result"):
        plan.words("result", result, "prose", text=Type("cell", 26, 18), anchor="bottom")
    if plan.has("clock"):
        clock, right = right.cut("top", 96, 12)
        number, unit = clock.columns((2, 3), 12)
        plan.words("clock", number, "value", title=Type("numeral", 88, 48), color="accent")
        plan.words("clock unit", unit, "head", title=Type("item", 32, 18), counts=False)
    _facts(plan, right, True)


class Exercise(Composed):
    """A task for the room; `minutes` stand large beside it."""

    names = {
        "de": "Übung", "en": "Exercise", "es": "Ejercicio",
        "fr": "Exercice", "it": "Esercizio", "nl": "Oefening", "pl": "Ćwiczenie",
    }  # fmt: skip
    group = "frame"
    compositions = (
        Composition(
            "plane",
            plane,
            needs="facts",
            stage="ground",
            de="Fläche",
            steps=({"most": 80.0}, {"most": 44.0}),
        ),
        Composition(
            "ground",
            ground,
            lacks=("facts",),
            stage="ground",
            de="Grund",
            steps=({"most": 80.0}, {"most": 44.0}),
        ),
        Composition("rows", rows, needs="facts", de="Zeilen"),
    )
    usual = Choice(
        "exercise", "", "plane", 0, 2,
        given=frozenset({"facts", "task", "result", "clock", "clock unit", "item title"}),
    )  # fmt: skip
    example = """\
layout: exercise
task: Schreiben Sie eine Frage, auf die Ihre Kunden antworten wollen.
minutes: 10
team: zu dritt
material: [{icon: note, title: Karten}, {icon: pencil, title: Stifte}]
result: eine Frage je Gruppe, auf einer Karte, laut vorgelesen
"""

    task: Inline = key("What is to be done.")
    team: Inline | None = key("Who works together, as `zu dritt`.", None)
    material: list[Item] = key(
        "What is needed, each with its icon.", list, most=MOST_MATERIAL, shows="title icon"
    )
    result: Block | None = key("What is to come of it.", None)

    def check(self, findings: Findings) -> None:
        if len(self.material) > MOST_MATERIAL:
            findings.error(
                "item-count",
                f"`material` takes up to {MOST_MATERIAL} entries, here are {len(self.material)}",
                self.at("material"),
                "leave out what lies on the tables anyway",
            )

    def usual_title(self, strings: Strings) -> str:
        return strings.exercise

    @property
    def _items(self) -> Sequence[Item]:
        """The facts: with whom, and with what."""
        with_whom = [Item(origin=self.origin, title=self.team, icon="users")] if self.team else []
        return [*with_whom, *self.material]

    def count(self) -> int:
        return len(self._items)

    def given(self) -> frozenset[str]:
        own = {"task", *super().given()}
        if self.minutes:
            own |= {"clock", "clock unit", "facts"}
        if self._items:
            own |= {"item title", "facts"}
        return frozenset(own)

    def said(self, name: str) -> Sequence[Sequence[Paragraph]]:
        minutes = self.minutes or 0
        if name == "clock":
            return [[Paragraph((Run(minutes_as_number(minutes, self.context.deck.lang)),))]]
        if name == "clock unit":
            one, many = self.context.strings.whole_minutes
            return [[Paragraph((Run(one if minutes == 1 else many),))]]
        if name == "result" and self.result and self.result.paragraphs:
            first, *others = leveled(self.result.paragraphs)
            label = Run(f"{self.context.strings.result} ", bold=True)
            if first.depth:  # the word stands before a list, not in its first point
                return [[Paragraph((label,)), first, *others]]
            return [[first._replace(runs=(label, *first.runs)), *others]]
        return super().said(name)

    def extra(self, page: Page, plan: Plan) -> None:
        for n, item in enumerate(self._items, 1):
            row = Room.of(page.placeholders[f"item title {n}"].box)
            size = min(ICON, row.h - 8)
            at = Room(row.x - ICON - 18 + (ICON - size) / 2, row.center[1] - size / 2, size, size)
            fill = plan.text_colors("accent" if plan.choice.composition == "plane" else None).text
            icon = page.icon(item.icon or "circle-check", at.box, fill, item.at("icon"))
            if icon and self.reveal:  # it appears with its words
                click = page.scene.clicks[n - 1]
                page.scene.clicks[n - 1] = click._replace(nodes=(*click.nodes, icon))
