"""bullets: one to seven points, with sub-points, a lead and a picture."""

from __future__ import annotations

from smdeck.layouts._alone import alone, alone_bar, length_of
from smdeck.layouts._layout import SPLIT, Layout, Variant
from smdeck.layouts._lengths import brief
from smdeck.layouts._page import Page, bullet_paragraphs, item_paragraphs
from smdeck.layouts._styles import LOWER, bullets_style, prose_levels
from smdeck.model.decode import key
from smdeck.model.records import Image, Item
from smdeck.model.text import Block, Inline
from smdeck.scene import Frame, Shape, Style
from smdeck.theme import Theme
from smdeck.units import emu

SPACES = {"wide": 34.0, "airy": 24.0, "even": 14.0, "dense": 9.0}
"""The space between points, in points: few points are shared out, many stay together."""

FEW, SUB = 3, 0.7
"""Up to how many points of one line stand larger, and what a sub-point counts beside a point."""


class Bullets(Layout):
    """Points below one another; each may have a text and sub-points."""

    names = {
        "de": "Titel und Inhalt", "en": "Title and content", "es": "Título y contenido",
        "fr": "Titre et contenu", "it": "Titolo e contenuto", "nl": "Titel en object",
        "pl": "Tytuł i zawartość",
    }  # fmt: skip
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
        items, places = self.whole or self.items, self.places or len(self.items)
        if len(items) == 1 and not (self.lead or self.image or items[0].items):
            length = length_of(item_paragraphs(items[0]))
            if length != "long":
                return (length, False, False)
        points = sum(map(_weight, items)) * places / len(items)
        space = "airy" if points <= 3 else "even" if points <= 5 else "dense"
        if places <= FEW and brief(items, 26 if self.image else 44, 1):
            space = "wide"
        return (space, bool(self.lead), bool(self.image))

    @classmethod
    def regions(cls, theme: Theme, variant: Variant) -> tuple[Frame, ...]:
        space, lead, image = variant
        if space not in SPACES:
            return (alone(theme, "items", str(space)),)
        style = bullets_style(theme, before=SPACES[str(space)], few=space == "wide")
        words = theme.body.columns((7, 5), emu(36))[0] if image else theme.body
        frames = []
        if space == "wide" and not lead:
            words = words.inset(0, emu(LOWER))
        if lead:
            top, words = words.rows((1, 4.4), emu(14))
            lead_style = Style(prose_levels(), theme.sizes("body", 0, 0)[1:])
            frames.append(Frame("lead", "body", top, lead_style))
        frames.append(Frame("items", "obj", words, style))
        if image:
            box = theme.body.columns((7, 5), emu(36))[1]
            frames.append(Frame("picture", "pic", box, prompt="picture"))
        return tuple(frames)

    @classmethod
    def decor(cls, theme: Theme, variant: Variant) -> tuple[Shape, ...]:
        return () if variant[0] in SPACES else (alone_bar(theme, str(variant[0])),)

    def draw(self, page: Page) -> None:
        space = self.variant()[0]
        if self.lead:
            page.text("lead", self.lead)
        if space in SPACES:
            group = "few" if space == "wide" else ""
            points, place = bullet_paragraphs(self.items), page.place_of(self.items)
            page.click_paragraphs(page.text("items", points, group=group, place=place))
        else:
            page.click(page.item("items", self.items[0], group="alone"))
        if self.image:
            page.picture(self.image, "picture")


def _weight(item: Item, title: float = 1.0) -> float:
    """Return how many points of one line an item counts for."""
    texts = SUB * len(item.text.paragraphs) if item.text else 0.0
    own = title if item.title else 0.0
    return own + texts + sum(_weight(sub, SUB) for sub in item.items)
