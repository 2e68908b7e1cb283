"""text: prose in one or two columns."""

from __future__ import annotations

from smdeck.compose import Choice, Composition, Plan, Type
from smdeck.model.decode import key
from smdeck.model.text import Block, Inline
from smdeck.page.composed import Composed
from smdeck.page.layout import SPLIT


def column(plan: Plan, most: float) -> None:
    """The title in a column, the text beside it over the whole height."""
    stage = plan.column(4)
    plan.words(
        "text", stage.inset(0, 8, 0, 24), "prose", text=Type("quote", most, 28), counts=False
    )


def large(plan: Plan, most: float) -> None:
    """The text below the title, as large as the body allows, standing at its foot."""
    plan.words(
        "text", plan.body, "prose", text=Type("statement", most, 40), anchor="bottom", counts=False
    )


def body(plan: Plan) -> None:
    """The text below the title, as wide as can be read."""
    room = plan.body._replace(w=min(plan.body.w, 780.0))
    plan.words("text", room, "prose", text=Type("body", 32, 18), holds="body")


def columns(plan: Plan) -> None:
    """Two columns of text below the title."""
    plan.words("text", plan.body, "columns", text=Type("body", 28, 18))


class TextLayout(Composed):
    """Paragraphs and lists, for handouts more than for the stage."""

    names = {
        "de": "Text", "en": "Text", "es": "Texto",
        "fr": "Texte", "it": "Testo", "nl": "Tekst", "pl": "Tekst",
    }  # fmt: skip
    group = "words"
    by_paragraph = ("text",)
    compositions = (
        Composition(
            "column", column, stage="column", de="Spalte", steps=({"most": 44.0}, {"most": 34.0})
        ),
        Composition("large", large, de="groß", steps=({"most": 64.0},)),
        Composition("body", body, plain=True, de="Blatt"),
        Composition("columns", columns, de="Spalten"),
    )
    usual = Choice("text", "", "body", given=frozenset({"text"}))
    example = """\
layout: text
title: Was der Begriff beschreibt
text: |
  Der Begriff Social Media beschreibt Online-Aktivitäten auf sozialen Netzwerken,
  bei denen die Benutzer mediale Inhalte **austauschen und kommentieren**.

  Der Benutzer, bisher meist nur Konsument, wird selber zum Produzenten.
"""

    title: Inline = key("The slide's message.")
    text: Block = key("Paragraphs and lists.")
    split: bool = SPLIT
