"""text: prose in one or two columns."""

from __future__ import annotations

from smdeck.layouts._layout import Layout, Variant
from smdeck.layouts._page import Page
from smdeck.layouts._styles import prose_style
from smdeck.model.decode import key
from smdeck.model.text import Block, Inline
from smdeck.scene import Box, Frame
from smdeck.theme import Theme
from smdeck.units import emu

ONE_COLUMN = 330
"""Up to so many characters stand in one column, whose lines are then not too long to read."""


class TextLayout(Layout):
    """Paragraphs and lists, for handouts more than for the stage."""

    names = {"de": "Text", "en": "Text"}
    group = "words"
    sample = (1,)
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

    def variant(self) -> Variant:
        return (1 if len(self.text.plain) <= ONE_COLUMN else 2,)

    @classmethod
    def regions(cls, theme: Theme, variant: Variant) -> tuple[Frame, ...]:
        if variant[0] == 1:
            body = theme.body
            box = Box(body.x, body.y, emu(700), body.h)
            return (Frame("text", "body", box, prose_style(theme)),)
        return (Frame("text", "body", theme.body, prose_style(theme, columns=2)),)

    def draw(self, page: Page) -> None:
        page.click_paragraphs(page.text("text", self.text))
