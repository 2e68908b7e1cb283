"""title: the first slide, with the talk's title, its speaker and its event."""

from __future__ import annotations

from smdeck.layouts._layout import Layout, Variant
from smdeck.layouts._page import Page, dotted
from smdeck.layouts._styles import Align, display_box, display_style, small_style
from smdeck.model.decode import key
from smdeck.model.records import Image
from smdeck.model.text import Paragraph, Run
from smdeck.scene import Box, Frame, Level, Style
from smdeck.theme import Theme


class Title(Layout):
    """The first slide: title, subtitle, speaker and event, with the brand's art or a picture."""

    names = {"de": "Titelfolie", "en": "Title slide"}
    group = "frame"
    native_type = "title"
    headed = False
    footed = False
    example = """\
layout: title
title: Was ist Social Media?
subtitle: Vom medialen Monolog zum sozialmedialen Dialog
"""

    image: Image | None = key("A picture for the right half, in place of the theme's art.", None)

    def variant(self) -> Variant:
        if self.image and self.image.credit:
            return ("picture", "credit")
        return ("picture" if self.image else "art",)

    @classmethod
    def regions(cls, theme: Theme, variant: Variant) -> tuple[Frame, ...]:
        pictured = "picture" in variant
        align: Align = "left" if pictured else theme.look.align
        subtitle = Style((Level("muted"),), theme.sizes("cell")[2:], align, balanced=True)
        by = (Level("muted", strong="text"),)
        speaker = Style(by, theme.sizes("label")[2:], align, anchor="bottom")

        def box(y: float, h: float) -> Box:
            return theme.place(43.2, y, 470, h) if pictured else display_box(theme, y, h)

        title = display_style(theme, align=align)
        frames = (
            Frame("title", "ctrTitle", box(84, 206), title, prompt="title"),
            Frame("subtitle", "subTitle", box(304, 80), subtitle),
            Frame("speaker", "body", box(452 if "credit" in variant else 470, 44), speaker),
        )
        if not pictured:
            return frames
        left = theme.width * 9 // 16
        half = Box(left, 0, theme.width - left, theme.height)
        if not theme.bleeds:
            left = theme.place(546, 0, 0, 0).x
            half = Box(left, theme.area.y, theme.area.right - left, theme.area.h)
        picture = Frame("picture", "pic", half, prompt="picture")
        if "credit" not in variant:
            return (*frames, picture)
        credit = Frame("source", "body", box(500, 18), small_style(theme), prompt="source")
        return (*frames, picture, credit)

    def draw(self, page: Page) -> None:
        deck = page.talk.deck
        page.text("title", self.title or deck.title)
        subtitle = self.subtitle or (deck.subtitle if not self.title else None)
        speaker = _speaker_and_event(page)
        if "speaker" in page.frames:
            page.text("subtitle", subtitle)
            page.text("speaker", speaker)
        else:  # a company's title slide has one text below the title
            place = subtitle.place if subtitle else None
            lines = [Paragraph(subtitle.runs)] if subtitle else []
            page.text("subtitle", [*lines, *speaker], place=place)
        if self.image:
            page.picture(self.image, "picture")


def _speaker_and_event(page: Page) -> list[Paragraph]:
    """Return a line for who speaks, the name in bold, and one for where and when."""
    speaker, event = page.talk.deck.speaker, page.talk.deck.event
    who = [text.plain for text in (speaker.name, speaker.role) if text] if speaker else []
    where = event.where if event else ""
    when = page.words.date(event.date) if event and event.date else ""
    lines = []
    if who:
        rest = [Run(f" · {dotted(who[1:])}")] if who[1:] else []
        lines.append(Paragraph((Run(who[0], bold=True), *rest)))
    if where or when:
        lines.append(Paragraph((Run(dotted([where, when])),)))
    return lines
