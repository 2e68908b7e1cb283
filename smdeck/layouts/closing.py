"""closing: the last slide, the title slide's counterpart."""

from __future__ import annotations

from collections.abc import Sequence

from smdeck.compose import Choice, Composition, Plan, Type
from smdeck.model.fields import key
from smdeck.model.people import contact_lines
from smdeck.model.text import Inline, Paragraph
from smdeck.page import Composed, Page
from smdeck.strings import Strings


def ground(plan: Plan) -> None:
    """The words on the left or in the middle, the theme's art beside them."""
    align = plan.theme.look.align
    room = plan.ground()
    if align == "left" and plan.theme.bleeds:
        room = room._replace(w=min(room.w, plan.measure))
    contact, above = room.cut("bottom", 100)
    text, title = above.inset(0, 56, 0, 0).cut("bottom", 72, 12)
    plan.title(
        title if plan.has("text") else above.inset(0, 56, 0, 16), Type("display"), align=align,
        anchor="middle",
    )  # fmt: skip
    plan.words(
        "text", text, "prose", text=Type("cell", 26, 18), align=align, holds="subTitle",
        counts=False,
    )  # fmt: skip
    plan.words(
        "speaker", contact, "prose", text=Type("body", 28, 18), color="accent", align=align,
        anchor="bottom", counts=False,
    )  # fmt: skip
    plan.footed, plan.source = False, None


class Closing(Composed):
    """The last slide, as the first one looks: a last word, addresses; `contact` has a QR code."""

    names = {
        "de": "Schlussfolie", "en": "Closing slide", "es": "Diapositiva final",
        "fr": "Diapositive finale", "it": "Diapositiva finale", "nl": "Slotdia",
        "pl": "Slajd końcowy",
    }  # fmt: skip
    group = "frame"
    headed = False
    compositions = (Composition("ground", ground, stage="ground", plain=True, de="Fläche"),)
    usual = Choice("closing", "", "ground", given=frozenset({"text", "speaker"}))
    example = """\
layout: closing
title: Führen wir das Gespräch weiter
text: "Folien und Quellen: www.example.com"
"""

    text: Inline | None = key("A sentence more.", None)

    def usual_title(self, strings: Strings) -> str:
        return strings.closing

    def given(self) -> frozenset[str]:
        return super().given() | {"speaker"}

    def said(self, name: str) -> Sequence[Sequence[Paragraph]]:
        if name == "speaker":
            return [contact_lines(self.context.deck.speaker)]
        return super().said(name)

    def draw(self, page: Page) -> None:
        page.text("title", self.title or self.usual_title(page.strings))
        contact = contact_lines(page.context.deck.speaker)
        if "speaker" in page.placeholders:
            if "text" in page.placeholders:
                page.text("text", self.text)
            page.text("speaker", contact)
        else:  # a company's title slide has one text below the title
            place = self.text.place if self.text else None
            lines = [Paragraph(self.text.runs)] if self.text else []
            page.text("text", [*lines, *contact], place=place)
