"""bullets: one to seven points, with sub-points, a lead and a picture."""

from __future__ import annotations

from smdeck.layouts._layout import SPLIT, Layout, Variant
from smdeck.layouts._page import Page, bullet_paragraphs
from smdeck.layouts._styles import bullets_style, prose_levels
from smdeck.model.decode import key
from smdeck.model.records import Image, Item
from smdeck.model.text import Block, Inline
from smdeck.scene import Frame, Style
from smdeck.theme import Theme
from smdeck.units import emu

SPACES = {"airy": 24.0, "even": 14.0, "dense": 9.0}
"""The space between points, in points: few points are shared out, many stay together."""


class Bullets(Layout):
    """Points below one another; each may have a text and sub-points."""

    names = {"de": "Titel und Inhalt", "en": "Title and content"}
    group = "words"
    native_type = "obj"
    sample = ("even", False, False)
    example = """\
layout: bullets
title: Der Benutzer wird zum Produzenten
items:
  - Bisher meist nur Konsument
  - Heute an Nachrichten und Inhalten beteiligt: [gestalten, verbreiten]
  - Geringe Eintrittsbarrieren
"""

    title: Inline = key("The slide's message.")
    items: list[Item] = key("The points.", least=1, most=7, shows="title text items link")
    lead: Block | None = key("A sentence before the points.", None)
    image: Image | None = key("A picture on the right.", None)
    split: bool = SPLIT

    def variant(self) -> Variant:
        points = len(bullet_paragraphs(self.items))
        space = "airy" if points <= 3 else "even" if points <= 5 else "dense"
        return (space, bool(self.lead), bool(self.image))

    @classmethod
    def regions(cls, theme: Theme, variant: Variant) -> tuple[Frame, ...]:
        space, lead, image = variant
        style = bullets_style(theme, before=SPACES[str(space)])
        words = theme.body.columns((7, 5), emu(36))[0] if image else theme.body
        frames = []
        if lead:
            top, words = words.rows((1, 4.4), emu(14))
            lead_style = Style(prose_levels(), theme.sizes("body", 0, 0)[1:])
            frames.append(Frame("lead", "body", top, lead_style))
        frames.append(Frame("items", "obj", words, style))
        if image:
            box = theme.body.columns((7, 5), emu(36))[1]
            frames.append(Frame("picture", "pic", box, prompt="picture"))
        return tuple(frames)

    def draw(self, page: Page) -> None:
        if self.lead:
            page.text("lead", self.lead)
        box = page.text("items", bullet_paragraphs(self.items), place=page.place_of(self.items))
        page.click_paragraphs(box)
        if self.image:
            page.picture(self.image, "picture")
