"""questions: the slide that stays while the room talks."""

from __future__ import annotations

from smdeck.layouts._layout import Layout, Variant
from smdeck.layouts._page import Page, contact_lines
from smdeck.layouts._styles import display_box, display_style, prose_style
from smdeck.model.decode import key
from smdeck.model.text import Block
from smdeck.scene import Frame, Level, Style
from smdeck.theme import Theme
from smdeck.words import Words


class Questions(Layout):
    """A closing question, with the speaker's addresses at the foot."""

    names = {
        "de": "Fragen", "en": "Questions", "es": "Preguntas",
        "fr": "Questions", "it": "Domande", "nl": "Vragen", "pl": "Pytania",
    }  # fmt: skip
    group = "frame"
    headed = False
    example = """\
layout: questions
title: Welche Frage bringen Sie mit?
text: Und welches Gespräch möchten Sie als Nächstes führen?
"""

    text: Block | None = key("A sentence more.", None)

    def usual_title(self, words: Words) -> str:
        return words.questions

    @classmethod
    def regions(cls, theme: Theme, variant: Variant) -> tuple[Frame, ...]:
        align = theme.look.align
        contact = Style((Level("text"),), theme.sizes("cell")[3:], align, "bottom")
        title, text = display_style(theme, align=align), prose_style(theme, align=align)
        return (
            Frame("title", "title", display_box(theme, 96, 186), title, prompt="title"),
            Frame("text", "body", display_box(theme, 296, 98), text),
            Frame("contact", "body", display_box(theme, 396, 72), contact),
        )

    def draw(self, page: Page) -> None:
        page.text("title", self.title or self.usual_title(page.words))
        if self.text:
            page.text("text", self.text)
        page.text("contact", contact_lines(page.talk.deck))
