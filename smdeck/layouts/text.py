"""text: prose in one or two columns."""

from __future__ import annotations

from smdeck.layouts._layout import Layout, Variant
from smdeck.layouts._page import Page
from smdeck.layouts._shapes import bar
from smdeck.layouts._styles import prose_levels, prose_style
from smdeck.model.decode import key
from smdeck.model.text import Block, Inline
from smdeck.scene import Frame, Shape, Style
from smdeck.theme import Theme
from smdeck.units import emu

SHORT, ONE_COLUMN = 150, 330
"""Up to so many characters stand large over the whole width, or in one column: the lines of longer
texts would be too long to read."""


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
        length = len(self.text.plain)
        return ("short" if length <= SHORT else 1 if length <= ONE_COLUMN else 2,)

    @classmethod
    def regions(cls, theme: Theme, variant: Variant) -> tuple[Frame, ...]:
        if variant[0] == "short":
            sizes = tuple((size,) * 3 for size, *_ in (*theme.sizes("quote"), *theme.sizes("body")))
            ladder = tuple(sorted(set(sizes), reverse=True))
            large = Style(prose_levels(), ladder)
            return (Frame("text", "body", theme.body.inset(0, emu(22)), large),)
        if variant[0] == 1:
            box = theme.body._replace(w=theme.body.w * 4 // 5)
            return (Frame("text", "body", box, prose_style(theme)),)
        return (Frame("text", "body", theme.body, prose_style(theme, columns=2)),)

    @classmethod
    def decor(cls, theme: Theme, variant: Variant) -> tuple[Shape, ...]:
        return (bar(theme, theme.body),) if variant[0] == "short" else ()

    def draw(self, page: Page) -> None:
        page.click_paragraphs(page.text("text", self.text))
