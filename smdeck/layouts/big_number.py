"""big-number: one figure that fills the slide."""

from __future__ import annotations

from collections.abc import Sequence

from smdeck.compose import Choice, Composition, Plan, Room, Type
from smdeck.compose.paragraphs import figured
from smdeck.model.fields import Reader, key
from smdeck.model.items import value_in_language
from smdeck.model.text import Block, Inline, Paragraph
from smdeck.page import Composed


def ground(plan: Plan) -> None:
    """The title on top, what the figure says at the foot, the figure as large as can be between."""
    room = plan.ground()._replace(y=plan.under(32))
    room = room._replace(h=(475 if plan.has("source") else 496) - room.y)
    head, below = room.cut("top", 50)
    plan.title(head, Type("title", 40, 28), leading=0.88, lines=1)
    if plan.has("text"):
        foot, below = below.cut("bottom", 76, 0)
        plan.words("text", foot, "prose", text=Type("body", 30, 20), anchor="bottom", counts=False)
    # Letters have space at their sides: large ones stand on the margin where their box does not.
    side = 0.02 * below.h
    _figure(plan, below.inset(-side, 0, -side, 0))


def column(plan: Plan) -> None:
    """The figure below the title, what it says below it."""
    body = plan.body
    if plan.has("text"):
        foot, body = body.cut("bottom", 0.26 * body.h, 8)
        plan.words("text", foot, "prose", text=Type("body", 30, 18), counts=False)
    _figure(plan, body)


def _figure(plan: Plan, room: Room) -> None:
    plan.words(
        "value", room, "value", title=Type("figure"), color="accent", anchor="middle",
        counts=False,
    )  # fmt: skip


class BigNumber(Composed):
    """One figure as large as the slide, with what it says."""

    names = {
        "de": "Große Zahl", "en": "Big number", "es": "Cifra grande",
        "fr": "Grand chiffre", "it": "Grande numero", "nl": "Groot getal", "pl": "Duża liczba",
    }  # fmt: skip
    group = "data"
    whole_words = ("text",)
    compositions = (
        Composition("ground", ground, stage="ground", de="Fläche"),
        Composition("column", column, template_only=True, de="Spalte"),
    )
    usual = Choice("big-number", "", "ground", given=frozenset({"value", "text"}))
    example = """\
layout: big-number
title: Eine gute Idee genügt
value: Mio.
text: Zuschauer oder Leser kann heute **jede Privatperson** mit einer spitzen Meinung erreichen.
"""

    title: Inline = key("The slide's message.")
    value: Inline = key("The figure with its unit; or a few letters.")
    text: Block | None = key("What the figure says, in a sentence.", None)

    def decoded(self, reader: Reader) -> None:
        """Write a figure in the deck's language."""
        super().decoded(reader)
        self.value = value_in_language(self, self.value, reader)

    def said(self, name: str) -> Sequence[Sequence[Paragraph]]:
        return [figured(self.value)] if name == "value" else super().said(name)
