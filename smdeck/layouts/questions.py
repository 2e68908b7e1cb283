"""questions: a closing question, and how to go on asking."""

from __future__ import annotations

from collections.abc import Sequence

from smdeck.compose import Choice, Composition, Plan, Room, Type
from smdeck.model.fields import key
from smdeck.model.people import contact_lines
from smdeck.model.text import Block, Paragraph
from smdeck.page import Composed
from smdeck.strings import Strings


def bubble(plan: Plan) -> None:
    """The question on the left, a large question mark in a bubble on the right."""
    room = plan.ground()
    card = Room(600, 112, 290, 236)
    plan.card(card, None, 24, "highlight")
    plan.numeral(None, card, 200, "?", color="text", align="center")
    _words(plan, room._replace(w=min(card.x - 36 - room.x, plan.measure)))


def ground(plan: Plan) -> None:
    """The words on the left or in the middle, the theme's art beside them."""
    room = plan.ground()
    if plan.theme.look.align == "left" and plan.theme.bleeds:
        room = room._replace(w=min(room.w, plan.measure))
    _words(plan, room)


def _words(plan: Plan, room: Room) -> None:
    align = plan.theme.look.align
    contact, above = room.cut("bottom", 96)
    text, title = above.cut("bottom", 90, 12)
    plan.title(
        title if plan.has("text") else above, Type("display", 84), align=align, anchor="middle"
    )
    plan.words("text", text, "prose", text=Type("cell", 28, 20), align=align, counts=False)
    plan.words(
        "contact", contact, "prose", text=Type("cell", 26, 18), color="accent", align=align,
        anchor="bottom", counts=False,
    )  # fmt: skip
    plan.footed = False


class Questions(Composed):
    """Asks the room, and leaves the speaker's address standing meanwhile."""

    names = {
        "de": "Fragen", "en": "Questions", "es": "Preguntas",
        "fr": "Questions", "it": "Domande", "nl": "Vragen", "pl": "Pytania",
    }  # fmt: skip
    group = "frame"
    compositions = (
        Composition("bubble", bubble, stage="ground", de="Blase"),
        Composition("ground", ground, stage="ground", de="Fläche"),
    )
    usual = Choice("questions", "", "bubble", given=frozenset({"text", "contact"}))
    example = """\
layout: questions
title: Welche Frage bringen Sie mit?
text: Und wen fragen Sie als Nächstes?
"""

    text: Block | None = key("A sentence more.", None)

    def usual_title(self, strings: Strings) -> str:
        return strings.questions

    def given(self) -> frozenset[str]:
        own = {"contact"} if contact_lines(self.context.deck.speaker) else set()
        return super().given() | own

    def said(self, name: str) -> Sequence[Sequence[Paragraph]]:
        if name == "contact":
            return [contact_lines(self.context.deck.speaker)]
        return super().said(name)
