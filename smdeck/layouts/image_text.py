"""image-text: a picture over half of the slide, words beside it."""

from __future__ import annotations

from typing import Literal

from smdeck.findings import Findings
from smdeck.layouts._layout import Layout, Variant
from smdeck.layouts._page import Page, bullet_paragraphs
from smdeck.layouts._styles import (
    bullets_style,
    prose_style,
    small_style,
    subtitle_style,
    title_style,
)
from smdeck.model.decode import key
from smdeck.model.records import Image, Item
from smdeck.model.text import Block, Inline
from smdeck.scene import Box, Frame
from smdeck.theme import Theme
from smdeck.units import emu

SHARES = {"1:1": 0.5, "2:3": 0.4, "3:2": 0.6, "1:2": 1 / 3}
"""How much of the width the picture takes for each ratio of picture to words."""


class ImageText(Layout):
    """A picture that bleeds off three edges, with a title and words beside it."""

    names = {
        "de": "Bild und Text", "en": "Picture and text", "es": "Imagen y texto",
        "fr": "Image et texte", "it": "Immagine e testo", "nl": "Afbeelding en tekst",
        "pl": "Obraz i tekst",
    }  # fmt: skip
    group = "pictures"
    headed = False
    sample = ("right", "1:1", "text", False)
    example = """\
layout: image-text
title: Marken kommen ins Wohnzimmer
image: {file: bilder/wohnzimmer.png, alt: Ein Wohnzimmer mit Sofa und Fernseher}
text: Das Fernsehen hat es versprochen, das Social Web macht es erst möglich.
"""

    title: Inline = key("The slide's message.")
    image: Image = key("The picture; a crop keeps its focus point.")
    side: Literal["left", "right"] = key("Where the picture stands.", "right")
    ratio: Literal["1:1", "2:3", "3:2", "1:2"] = key("Picture to words.", "1:1")
    items: list[Item] = key("Points.", list, most=5, shows="title text items link")
    text: Block | None = key("Paragraphs, in place of points.", None)

    def variant(self) -> Variant:
        return (self.side, self.ratio, "items" if self.items else "text", bool(self.subtitle))

    @classmethod
    def regions(cls, theme: Theme, variant: Variant) -> tuple[Frame, ...]:
        picture, words = _halves(theme, variant)
        if not theme.bleeds:
            return _framed(theme, variant)
        top = theme.title_box.y
        title = Box(words.x, top, words.w, emu(84 if variant[3] else 120))
        body = Box(words.x, top + emu(136), words.w, theme.body.bottom - top - emu(136))
        style = bullets_style(theme) if variant[2] == "items" else prose_style(theme)
        source = theme.source_box
        subtitle = Box(words.x, title.bottom + emu(4), words.w, emu(32))
        return (
            *((Frame("subtitle", "body", subtitle, subtitle_style(theme)),) if variant[3] else ()),
            Frame("title", "title", title, title_style(theme), prompt="title"),
            Frame("body", "body", body, style),
            Frame("picture", "pic", picture, prompt="picture"),
            Frame("source", "body", Box(words.x, source.y, words.w, source.h),
                  small_style(theme), prompt="source"),
        )  # fmt: skip

    @classmethod
    def foot(cls, theme: Theme, variant: Variant) -> Box | None:
        if not theme.bleeds:
            return None
        _, words = _halves(theme, variant)
        return Box(words.x, theme.foot.y, words.w, theme.foot.h)

    def check(self, findings: Findings) -> None:
        if bool(self.items) == bool(self.text):
            findings.error(
                "column-content",
                "an `image-text` slide needs `items` or `text`, and not both",
                self.origin.place,
            )

    def draw(self, page: Page) -> None:
        page.text("title", self.title)
        page.text("subtitle", self.subtitle)
        if self.text:
            box = page.text("body", self.text)
        else:
            box = page.text("body", bullet_paragraphs(self.items), place=page.place_of(self.items))
        page.click_paragraphs(box)
        page.picture(self.image, "picture")


def _framed(theme: Theme, variant: Variant) -> tuple[Frame, ...]:
    """Return the frames where the picture keeps to the body: title and foot are the theme's."""
    side, ratio = str(variant[0]), str(variant[1])
    share = min(SHARES[ratio], 0.5)
    shares = (share, 1 - share) if side == "left" else (1 - share, share)
    first, second = theme.body.columns(shares, emu(32))
    picture, words = (first, second) if side == "left" else (second, first)
    style = bullets_style(theme) if variant[2] == "items" else prose_style(theme)
    frames = [Frame("title", "title", theme.title_box, title_style(theme), prompt="title")]
    if variant[3]:
        subtitle = words._replace(h=emu(32))
        frames.append(Frame("subtitle", "body", subtitle, subtitle_style(theme)))
        words = words.inset(0, emu(36))
    return (
        *frames,
        Frame("body", "body", words, style),
        Frame("picture", "pic", picture, prompt="picture"),
        Frame("source", "body", theme.source_box, small_style(theme), prompt="source"),
    )


def _halves(theme: Theme, variant: Variant) -> tuple[Box, Box]:
    """Return the picture and the column of the words beside it."""
    side, ratio = str(variant[0]), str(variant[1])
    width = round(theme.width * SHARES[ratio])
    x = 0 if side == "left" else theme.width - width
    picture = Box(x, 0, width, theme.height)
    left = width + emu(40) if side == "left" else theme.margin
    right = theme.width - theme.margin if side == "left" else x - emu(40)
    return picture, Box(left, 0, right - left, theme.height)
