"""section: a large number and a title, where a part of the talk begins."""

from __future__ import annotations

from smdeck.layouts._layout import Layout, Variant
from smdeck.layouts._page import Page
from smdeck.layouts._styles import display_box, display_style, heading
from smdeck.model.decode import key
from smdeck.model.text import Inline, Paragraph, Run
from smdeck.scene import Frame, Level, Style
from smdeck.theme import Theme


class Section(Layout):
    """Begins a part of the talk, and a section of the PowerPoint file."""

    names = {
        "de": "Abschnitt", "en": "Section", "es": "Sección",
        "fr": "Section", "it": "Sezione", "nl": "Sectie", "pl": "Sekcja",
    }  # fmt: skip
    group = "frame"
    native_type = "secHead"
    headed = False
    example = """\
layout: section
title: Was ist Social Media?
subtitle: Online-Aktivitäten, bei denen Menschen Inhalte austauschen und kommentieren
"""

    title: Inline = key("The title of the part.")

    @classmethod
    def regions(cls, theme: Theme, variant: Variant) -> tuple[Frame, ...]:
        numbers = theme.sizes("number")
        sizes = tuple(size for size in numbers if size[0] <= 138) or numbers[-1:]
        number = Style((heading(theme, spacing=0.9),), sizes, theme.look.align, "bottom")
        align, below = theme.look.align, (Level("muted", spacing=1.05),)
        subtitle = Style(below, theme.sizes("cell")[2:], align, balanced=True)
        title = display_style(theme, "middle", align)
        return (
            Frame("number", "body", display_box(theme, 60, 152), number, prompt="number"),
            Frame("title", "title", display_box(theme, 218, 128), title, prompt="title"),
            Frame("subtitle", "body", display_box(theme, 354, 92), subtitle),
        )

    def draw(self, page: Page) -> None:
        page.text("title", self.title)
        part = page.talk.current
        if part and "number" in page.frames:
            page.text("number", [Paragraph((Run(str(part.number)),))])
        page.text("subtitle", self.subtitle)
