"""definition: a term, what it means, and an example of it."""

from __future__ import annotations

from collections.abc import Sequence

from smdeck.compose import Choice, Composition, Plan, Room, Type
from smdeck.compose.paragraphs import leveled
from smdeck.model.fields import key
from smdeck.model.text import Inline, Paragraph, Run
from smdeck.page import Composed


def entry(plan: Plan, high: float) -> None:
    """The term on a plane along the top, its meaning below; an example hangs on it by a thread."""
    plan.plane(Room(0, 0, plan.slide.w, high), plan.theme.look.loud)
    plan.footed = not plan.under(0)  # a running head would stand on the plane
    head = Room(plan.x(1), plan.top, plan.w(12), high - plan.top - 20)
    plan.title(plan.subtitled(head, 32), Type("display"), anchor="middle", lines=1)
    below = Room(plan.x(1), high + 28, plan.w(12), plan.body.bottom - high - 28)
    text = Type("statement", 72, 36)
    if plan.has("instance"):
        text = Type("quote", 48, 28)
        below, example = below.cut("left", plan.w(7), plan.x(2) - plan.x(1) + 16)
        plan.thread((example.x - 36, high), (example.x - 36, below.bottom), "highlight", 4)
        if plan.threaded:
            plan.dot(example.x - 36, high, 16, "highlight")
        _example(plan, example)
    plan.words("text", below, "quote", text=text, lines=6)


def sheet(plan: Plan) -> None:
    """The term in the usual head, the meaning below it, the example at the foot below a rule."""
    below = plan.body
    if plan.has("instance"):
        example, below = below.cut("bottom", 0.36 * below.h, 20)
        plan.rule(example, "highlight", 3)
        _example(plan, example.inset(0, 16, 0, 0))
    plan.words("text", below, "quote", text=Type("quote", 40, 20), lines=9)


def _example(plan: Plan, room: Room) -> None:
    plan.words("instance", room, title=Type("item", 36, 22), text=Type("cell", 30), color="accent")


class Definition(Composed):
    """A term and what it means, with an example that appears by a click."""

    names = {
        "de": "Begriff", "en": "Definition", "es": "Definición",
        "fr": "Définition", "it": "Definizione", "nl": "Definitie", "pl": "Definicja",
    }  # fmt: skip
    group = "words"
    whole_words = ("instance",)
    compositions = (
        Composition(
            "entry", entry, stage="ground", de="Eintrag", steps=({"high": 216.0}, {"high": 168.0})
        ),
        Composition("sheet", sheet, de="Blatt"),
    )
    usual = Choice("definition", "", "entry", given=frozenset({"text", "instance"}))
    example = """\
layout: definition
title: Schwache Verbindung
text: Menschen, die sich **selten begegnen** und einander dennoch Neues erzählen.
instance: der Kollege von früher, der von der freien Stelle weiß
"""

    title: Inline = key("The term.")
    text: Inline = key("What it means, in a sentence or two; the bold part is set off.")
    instance: Inline | None = key("An example of it.", None)

    def said(self, name: str) -> Sequence[Sequence[Paragraph]]:
        if name == "instance" and self.instance:
            label = Paragraph((Run(self.context.strings.labels["instance"]),))
            return [[label, *leveled(self.instance.paragraphs, 1)]]
        return super().said(name)
