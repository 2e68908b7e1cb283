"""section: a large number and a title, where a part of the talk begins."""

from __future__ import annotations

from smdeck.layouts._layout import Layout, Variant
from smdeck.layouts._page import Page
from smdeck.layouts._styles import display_style
from smdeck.model.decode import key
from smdeck.model.text import Inline, Paragraph, Run
from smdeck.scene import Frame, Level, Style
from smdeck.theme import Theme


class Section(Layout):
    """Begins a part of the talk, and a section of the PowerPoint file."""

    names = {"de": "Abschnitt", "en": "Section"}
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
        sizes = tuple(size for size in theme.sizes("number") if size[0] <= 138)[:1]
        number = Style((Level(bold=True, font="heading", spacing=0.9),), sizes, anchor="bottom")
        subtitle = Style((Level("muted", spacing=1.05),), theme.sizes("cell")[2:], balanced=True)
        display = display_style(theme, "middle")
        return (
            Frame("number", "body", theme.place(43.2, 60, 500, 152), number, prompt="number"),
            Frame("title", "title", theme.place(43.2, 218, 500, 128), display, prompt="title"),
            Frame("subtitle", "body", theme.place(43.2, 354, 500, 92), subtitle),
        )  # fmt: skip

    def draw(self, page: Page) -> None:
        page.text("title", self.title)
        part = page.talk.current
        if part:
            page.text("number", [Paragraph((Run(str(part.number)),))])
        page.text("subtitle", self.subtitle)
