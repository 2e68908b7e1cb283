"""title: the first slide, with the talk's title, its speaker and its event."""

from __future__ import annotations

from smdeck.layouts._layout import Layout, Variant
from smdeck.layouts._page import Page, in_a_line
from smdeck.layouts._styles import Align, display_box, display_style, small_style
from smdeck.model.decode import key
from smdeck.model.records import Image
from smdeck.model.text import Paragraph, Run
from smdeck.scene import Box, Frame, Level, Style
from smdeck.theme import Theme


class Title(Layout):
    """The first slide: title, subtitle, speaker and event, with the brand's art or a picture."""

    names = {
        "de": "Titelfolie", "en": "Title slide", "es": "Diapositiva de título",
        "fr": "Diapositive de titre", "it": "Diapositiva titolo", "nl": "Titeldia",
        "pl": "Slajd tytułowy",
    }  # fmt: skip
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
    who = [text.runs for text in (speaker.name, speaker.role) if text] if speaker else []
    where = [text.runs for text in (event.name, event.place) if text] if event else []
    when = [Run(_in_words(event.date, page.talk.deck.lang))] if event and event.date else []
    lines = []
    if who:
        name, *role = who
        lines.append(in_a_line([[run._replace(bold=True) for run in name], *role]))
    if where or when:
        lines.append(in_a_line([in_a_line(where, ", "), when]))
    return [Paragraph(runs) for runs in lines]


def _in_words(date: str, lang: str) -> str:
    """Return a date as 2026-12-03 as a language writes it; other texts stay as they are."""
    import datetime

    from smdeck.figures.conventions import conventions

    try:
        day = datetime.date.fromisoformat(date)
    except ValueError:
        return date
    return conventions(lang).in_words(day)
