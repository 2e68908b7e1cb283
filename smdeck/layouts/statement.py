"""statement: one sentence that fills the slide."""

from __future__ import annotations

from smdeck.layouts._layout import Layout, Variant, source_frame
from smdeck.layouts._page import Page
from smdeck.layouts._shapes import bar
from smdeck.layouts._styles import heading
from smdeck.model.decode import key
from smdeck.model.scripts import letters
from smdeck.model.text import Inline
from smdeck.scene import Frame, Level, Shape, Style
from smdeck.theme import Theme

FEW, LOWER = 24, 72
"""Up to how many characters stand in the middle of the slide, and how much lower that is."""


class Statement(Layout):
    """One sentence, very large; its **bold** part stands out in the accent colour."""

    names = {
        "de": "Aussage", "en": "Statement", "es": "Afirmación",
        "fr": "Affirmation", "it": "Affermazione", "nl": "Stelling", "pl": "Teza",
    }  # fmt: skip
    group = "words"
    headed = False
    sample = (False,)
    example = """\
layout: statement
title: Aus medialen Monologen werden **sozialmediale Dialoge.**
"""

    title: Inline = key("The sentence; its bold part is set off.")
    by: Inline | None = key("Whose sentence it is.", None)

    def variant(self) -> Variant:
        return (letters(self.title.plain) <= FEW,)

    @classmethod
    def regions(cls, theme: Theme, variant: Variant) -> tuple[Frame, ...]:
        top = LOWER if variant[0] else 0
        level = heading(theme, strong="accent")
        align = theme.look.align
        words = Style((level,), theme.sizes("statement"), align, balanced=True)
        by = Style((Level("muted"),), theme.sizes("label")[:2], align, "bottom")
        box = theme.place(43.2, 128 + top, 873.6, 296 - top)
        return (
            Frame("title", "title", box, words, prompt="title"),
            Frame("by", "body", theme.place(43.2, 434, 873.6, 34), by),
            source_frame(theme),
        )

    @classmethod
    def decor(cls, theme: Theme, variant: Variant) -> tuple[Shape, ...]:
        box = theme.place(43.2, 104 + (LOWER if variant[0] else 0), 873.6, 6)
        return (bar(theme, box, theme.look.align == "center"),)

    def draw(self, page: Page) -> None:
        page.text("title", self.title)
        page.text("by", self.by)
