"""text: prose in one or two columns."""

from __future__ import annotations

from collections.abc import Sequence

from smdeck.compose import Choice, Composition, Plan, Type
from smdeck.compose.paragraphs import leveled
from smdeck.findings import Place
from smdeck.model.fields import key
from smdeck.model.scripts import latin_length
from smdeck.model.text import Block, Inline, Paragraph
from smdeck.page import SPLIT, Composed

SHORT = 100
"""Up to how many letters a text is set as large as the body allows."""

MOST_LEAD = 180
"""How many letters a paragraph has at the most that leads the others."""


def column(plan: Plan, most: float) -> None:
    """The title in a column, the text beside it over the whole height."""
    stage = plan.column(4)
    plan.words(
        "text", stage.inset(0, 8, 0, 24), "prose", text=Type("quote", most, 28), counts=False
    )


def lead(plan: Plan, most: float) -> None:
    """The title in a column, beside it the first sentence large, the rest at the foot below a
    rule."""
    stage = plan.column(4).inset(0, 8, 0, 24)
    top, rest = stage.cut("top", 0.58 * stage.h, 20)
    plan.words("lead", top, "prose", text=Type("quote", most, 32), counts=False, lines=6)
    plan.rule(rest)
    plan.words(
        "rest", rest.inset(0, 20, 0, 0), "prose", text=Type("body", 30, 24), anchor="bottom",
        counts=False,
    )  # fmt: skip
    if plan.threaded:
        y = stage.bottom - 12
        plan.thread((plan.x(1) + 14, y), (stage.x - 24, y), "highlight", 4)
        plan.dot(plan.x(1) + 14, y, 14, "highlight")


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
    by_paragraph = ("text", "lead", "rest")
    compositions = (
        Composition(
            "lead",
            lead,
            needs="lead",
            lacks=("subtitle",),
            stage="column",
            de="Leitsatz",
            steps=({"most": 48.0},),
        ),
        Composition(
            "column",
            column,
            lacks=("short",),
            stage="column",
            de="Spalte",
            steps=({"most": 44.0}, {"most": 34.0}),
        ),
        Composition("large", large, de="groß", steps=({"most": 96.0},)),
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

    def _leads(self) -> bool:
        """Return whether the first paragraph may stand large above the others: all are prose."""
        first, *others = self.text.paragraphs
        plain = not any(one.depth or one.code for one in self.text.paragraphs)
        return plain and bool(others) and latin_length(first.plain) <= MOST_LEAD

    def given(self) -> frozenset[str]:
        own = super().given()
        if self._leads():
            return own | {"lead", "rest"}
        alone = len(self.text.paragraphs) == 1 and not self.text.paragraphs[0].depth
        return own | {"short"} if alone and latin_length(self.text.plain) <= SHORT else own

    def said(self, name: str) -> Sequence[Sequence[Paragraph]]:
        if name in ("lead", "rest"):
            first, *others = leveled(self.text.paragraphs)
            return [[first] if name == "lead" else others]
        return super().said(name)

    def _place_of(self, name: str) -> Place | None:
        return self.text.place if name in ("lead", "rest") else super()._place_of(name)
