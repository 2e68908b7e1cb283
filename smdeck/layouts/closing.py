"""closing: the last slide, the title slide's counterpart."""

from __future__ import annotations

from smdeck.layouts._layout import Layout, Variant
from smdeck.layouts._page import Page, contact_lines
from smdeck.layouts._styles import display_box, display_style
from smdeck.model.decode import key
from smdeck.model.text import Inline, Paragraph
from smdeck.scene import Frame, Level, Style
from smdeck.theme import Theme
from smdeck.words import Words


class Closing(Layout):
    """The last slide, as the first one looks: a last word and the speaker's addresses."""

    names = {
        "de": "Schlussfolie", "en": "Closing slide", "es": "Diapositiva final",
        "fr": "Diapositive finale", "it": "Diapositiva finale", "nl": "Slotdia",
        "pl": "Slajd końcowy",
    }  # fmt: skip
    group = "frame"
    headed = False
    footed = False
    example = """\
layout: closing
title: Führen wir das Gespräch weiter
text: "Folien und Quellen: www.example.com"
"""

    text: Inline | None = key("A sentence more.", None)

    def usual_title(self, words: Words) -> str:
        return words.closing

    @classmethod
    def regions(cls, theme: Theme, variant: Variant) -> tuple[Frame, ...]:
        align = theme.look.align
        text = Style((Level("muted"),), theme.sizes("cell")[2:], align, balanced=True)
        contact = Style((Level("text"),), theme.sizes("label")[1:], align, anchor="bottom")
        return (
            Frame(
                "title",
                "title",
                display_box(theme, 84, 206),
                display_style(theme, align=align),
                prompt="title",
            ),
            Frame("text", "subTitle", display_box(theme, 304, 80), text),
            Frame("speaker", "body", display_box(theme, 414, 100), contact),
        )

    def draw(self, page: Page) -> None:
        page.text("title", self.title or self.usual_title(page.words))
        contact = contact_lines(page.talk.deck)
        if "speaker" in page.frames:
            page.text("text", self.text)
            page.text("speaker", contact)
        else:  # a company's title slide has one text below the title
            place = self.text.place if self.text else None
            lines = [Paragraph(self.text.runs)] if self.text else []
            page.text("text", [*lines, *contact], place=place)
