"""text: prose in one or two columns."""

from __future__ import annotations

from smdeck.layouts._alone import alone, alone_bar, length_of
from smdeck.layouts._layout import Layout, Variant
from smdeck.layouts._page import Page
from smdeck.layouts._styles import prose_levels, prose_style
from smdeck.model.decode import key
from smdeck.model.scripts import letters
from smdeck.model.text import Block, Inline
from smdeck.scene import Frame, Shape
from smdeck.theme import Theme

ONE_COLUMN = 330
"""Up to so many characters stand in one column: the lines of longer texts would be too long."""


FEW_PARAGRAPHS = 6
"""More paragraphs and items than that take the whole body, be they as short as they will."""


class TextLayout(Layout):
    """Paragraphs and lists, for handouts more than for the stage."""

    names = {
        "de": "Text", "en": "Text", "es": "Texto",
        "fr": "Texte", "it": "Testo", "nl": "Tekst", "pl": "Tekst",
    }  # fmt: skip
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
        length = letters(self.text.plain)
        of = length_of(self.text.paragraphs)
        number = len(self.text.paragraphs)
        if of != "long":
            of = "long" if number > FEW_PARAGRAPHS else "short" if number > 1 else of
        return (of if of != "long" else 1 if length <= ONE_COLUMN else 2,)

    @classmethod
    def regions(cls, theme: Theme, variant: Variant) -> tuple[Frame, ...]:
        if variant[0] in ("few", "short"):
            return (alone(theme, "text", str(variant[0]), prose_levels(marker=32), 0),)
        if variant[0] == 1:
            box = theme.body._replace(w=theme.body.w * 4 // 5)
            return (Frame("text", "body", box, prose_style(theme)),)
        return (Frame("text", "body", theme.body, prose_style(theme, columns=2)),)

    @classmethod
    def decor(cls, theme: Theme, variant: Variant) -> tuple[Shape, ...]:
        length = str(variant[0])
        return (alone_bar(theme, length),) if length in ("few", "short") else ()

    def draw(self, page: Page) -> None:
        group = "" if isinstance(self.variant()[0], int) else "alone"
        page.click_paragraphs(page.text("text", self.text, group=group))
