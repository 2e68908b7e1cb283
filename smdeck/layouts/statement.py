"""statement: one sentence that fills the slide."""

from __future__ import annotations

from smdeck.compose import Choice, Composition, Plan, Room, Type
from smdeck.model.fields import key
from smdeck.model.text import Inline
from smdeck.page import Composed


def ground(plan: Plan) -> None:
    """The sentence at the foot of the slide, a thread from a dot to the edge above it."""
    room = plan.ground()
    center = plan.theme.look.align == "center"
    if plan.threaded and not center:
        plan.thread((room.x + 18, 76), (plan.slide.right, 76), "highlight", 3)
        plan.dot(room.x + 18, 76, 18, "highlight")
    words = room.inset(0, 72, 0, 0)
    if plan.has("by"):
        by, words = words.cut("bottom", 34, 14)
        plan.words(
            "by", by, "prose", text=Type("cell", 26, 18), color="muted",
            align=plan.theme.look.align, counts=False,
        )  # fmt: skip
    plan.title(
        words, Type("statement"), align=plan.theme.look.align,
        anchor="middle" if center else "bottom",
    )  # fmt: skip


def block(plan: Plan) -> None:
    """The sentence in a block from edge to edge that speaks."""
    card = Room(0, 64, plan.slide.w, 376)
    plan.speech(card, "highlight", drop=42, at=0.06, wide=70)
    words = card.inset(plan.x(1) - 6, 16, plan.x(1), 16)
    if plan.has("by"):
        by, words = words.cut("bottom", 34, 10)
        plan.words("by", by, "prose", text=Type("cell", 26, 18), counts=False)
    plan.title(words, Type("statement"), anchor="middle")


class Statement(Composed):
    """One sentence, very large; its **bold** part stands out in the accent colour."""

    names = {
        "de": "Aussage", "en": "Statement", "es": "Afirmación",
        "fr": "Affirmation", "it": "Affermazione", "nl": "Stelling", "pl": "Teza",
    }  # fmt: skip
    group = "words"
    compositions = (
        Composition("ground", ground, stage="ground", de="Fläche"),
        Composition("block", block, stage="ground", de="Block", asked=True),
    )
    usual = Choice("statement", "", "ground")
    example = """\
layout: statement
title: Aus medialen Monologen werden **sozialmediale Dialoge.**
"""

    title: Inline = key("The sentence; its bold part is set off.")
    by: Inline | None = key("Whose sentence it is.", None)
