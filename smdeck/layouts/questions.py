"""questions: the slide that stays while the room talks."""

from __future__ import annotations

from smdeck.layouts._layout import Layout, Variant
from smdeck.layouts._page import Page, contact_lines
from smdeck.layouts._styles import display_style, prose_style
from smdeck.model.decode import key
from smdeck.model.text import Block
from smdeck.scene import Frame, Level, Style
from smdeck.theme import Theme
from smdeck.words import Words


class Questions(Layout):
    """A closing question, with the speaker's addresses at the foot."""

    names = {"de": "Fragen", "en": "Questions"}
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
        contact = Style((Level("text"),), theme.sizes("cell")[3:], anchor="bottom")
        return (
            Frame("title", "title", theme.place(43.2, 96, 500, 186), display_style(theme),
                  prompt="title"),
            Frame("text", "body", theme.place(43.2, 298, 500, 100), prose_style(theme)),
            Frame("contact", "body", theme.place(43.2, 402, 500, 66), contact),
        )  # fmt: skip

    def draw(self, page: Page) -> None:
        page.text("title", self.title or self.usual_title(page.words))
        if self.text:
            page.text("text", self.text)
        page.text("contact", contact_lines(page.talk.deck))
