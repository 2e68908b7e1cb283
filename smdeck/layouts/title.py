"""title: the first slide, with the talk's title, its speaker and its event."""

from __future__ import annotations

from collections.abc import Sequence

from smdeck.compose import Choice, Composition, Plan, Room, Type
from smdeck.model.fields import key
from smdeck.model.items import Image
from smdeck.model.text import Inline, Paragraph, Run
from smdeck.page import Composed, Page
from smdeck.page.extras import add, tried
from smdeck.page.page import in_a_line

LOGOS = 56.0
"""The room at the top for the theme's logo and the client's, in points."""


def art(plan: Plan, low: float) -> None:
    """The words on the left or in the middle, the theme's art beside them.

    `low` is the room for who speaks, and where.
    """
    room = plan.ground()
    align = plan.theme.look.align
    if align == "left" and plan.theme.bleeds:
        room = room._replace(w=min(room.w, plan.theme.look.measure, plan.measure))
    _words(plan, room, low)


def wide(plan: Plan) -> None:
    """The words over the whole width, for long ones: no art beside them."""
    _words(plan, plan.ground())


def picture(plan: Plan) -> None:
    """A picture over the right half, to three edges."""
    left = plan.slide.w * 9 / 16
    half = Room(left, 0, plan.slide.w - left, plan.slide.h)
    if not plan.theme.bleeds:
        area = plan.ground()
        half = Room(left, area.y, area.right - left, area.h)
    room = plan.ground()
    _words(plan, room._replace(w=left - 32 - room.x))
    plan.picture("picture", half, fills=True)


def block(plan: Plan) -> None:
    """The title as large as the slide allows, what it says below it in a block that speaks."""
    slide = plan.slide
    title, low = (
        Room(36, 20, slide.w - 80, 300).inset(0, LOGOS, 0, 0),
        Room(308, 336, slide.w - 308, 136),
    )
    plan.speech(low, "highlight", drop=56, wide=70)
    plan.title(title, Type("display"), anchor="middle", holds="ctrTitle")
    plan.words(
        "subtitle", low.inset(30, 8, plan.x(1), 8), "prose", text=Type("item", 44, 26),
        anchor="middle", holds="subTitle", counts=False,
    )  # fmt: skip
    foot = Room(plan.x(1), 506, 286, 0)
    plan.rule(foot, "text", 4)
    meta = Room(plan.x(1), 346, 236, 148)
    plan.words("speaker", meta, "prose", text=Type("cell", 20, 16), anchor="bottom", counts=False)
    plan.source = Room(420, 500, plan.x(13) - 16 - 420, 20)
    plan.footed = False


def _words(plan: Plan, room: Room, low: float = 66.0) -> None:
    align = plan.theme.look.align if not plan.has("image") else "left"
    meta, above = room.cut("bottom", low + 10 if plan.ruled else low)
    if plan.has("source"):
        plan.source, above = above.cut("bottom", 20, 4)
    if plan.ruled:
        plan.rule(meta._replace(w=min(meta.w, 440)), "text")
        meta = meta.inset(0, 8, 0, 0)
    above = above.inset(0, LOGOS, 0, 0)
    text, title = above.cut("bottom", 76, 8 if plan.ruled else 12)
    anchor = plan.theme.look.display_anchor
    plan.title(title, Type("display"), align=align, anchor=anchor, holds="ctrTitle")
    plan.words(
        "subtitle", text, "prose", text=Type("cell", 26, 18), align=align, holds="subTitle",
        counts=False,
    )  # fmt: skip
    plan.words(
        "speaker", meta, "prose", text=Type("cell", 20, 18), color="muted", align=align,
        anchor="bottom", counts=False,
    )  # fmt: skip
    plan.footed = False


class Title(Composed):
    """The first slide: title, subtitle, speaker and event, with the brand's art or a picture."""

    names = {
        "de": "Titelfolie", "en": "Title slide", "es": "Diapositiva de título",
        "fr": "Diapositive de titre", "it": "Diapositiva titolo", "nl": "Titeldia",
        "pl": "Slajd tytułowy",
    }  # fmt: skip
    group = "frame"
    layout_type = "title"
    headed = False
    compositions = (
        Composition("picture", picture, needs="image", stage="ground", de="Bild"),
        Composition("block", block, lacks=("image",), stage="ground", de="Block", asked=True),
        Composition(
            "art", art, lacks=("image",), stage="ground", plain=True, de="Motiv",
            steps=({"low": 66.0}, {"low": 88.0}),
        ),
        Composition("wide", wide, lacks=("image",), stage="ground", de="breit"),
    )  # fmt: skip
    usual = Choice("title", "", "art", given=frozenset({"subtitle", "speaker"}))
    example = """\
layout: title
title: Was ist Social Media?
subtitle: Vom medialen Monolog zum sozialmedialen Dialog
"""

    image: Image | None = key("A picture for the right half, in place of the theme's art.", None)

    def given(self) -> frozenset[str]:
        return super().given() | {"subtitle", "speaker"}

    def said(self, name: str) -> Sequence[Sequence[Paragraph]]:
        deck = self.context.deck
        if name == "title":
            return [(self.title or deck.title).paragraphs]
        if name == "subtitle":
            subtitle = self.subtitle or (deck.subtitle if not self.title else None)
            return [subtitle.paragraphs if subtitle else ()]
        return [_speaker_and_event(self)]

    def draw(self, page: Page) -> None:
        deck = self.context.deck
        page.text("title", self.title or deck.title)
        subtitle = self.subtitle or (deck.subtitle if not self.title else None)
        if "speaker" in page.placeholders and not page.placeholders["speaker"].of_template:
            page.text("subtitle", subtitle)
            page.text("speaker", _speaker_and_event(self))
        else:
            self._draw_on_cover(page, subtitle)
        if self.image:
            page.picture(self.image, "picture", fills=True)

    def _draw_on_cover(self, page: Page, subtitle: Inline | None) -> None:
        """Fill the placeholders of a company's cover: what has none of its own stands below the
        subtitle."""
        date = tried(page, "date", _when(self))
        event = tried(page, "event", _where(self, dated=not date))
        lines = [*_who(self), *([] if event else _where(self, dated=not date))]
        speaker = tried(page, "speaker", lines)
        place = subtitle.place if subtitle else None
        above = [Paragraph(subtitle.runs)] if subtitle else []
        page.text("subtitle", [*above, *([] if speaker else lines)], place=place)
        for box in (speaker, event, date):
            add(page, box)


def _speaker_and_event(slide: Title) -> list[Paragraph]:
    """Return a line for who speaks, the name in bold, and one for where and when."""
    return [*_who(slide), *_where(slide, dated=True)]


def _who(slide: Title) -> list[Paragraph]:
    speaker = slide.context.deck.speaker
    who = [text.runs for text in (speaker.name, speaker.role) if text] if speaker else []
    if not who:
        return []
    name, *role = who
    return [Paragraph(in_a_line([[run._replace(bold=True) for run in name], *role]))]


def _where(slide: Title, dated: bool) -> list[Paragraph]:
    """Return a line for where the talk is given, and when if it is `dated` there."""
    event = slide.context.deck.event
    where = [text.runs for text in (event.name, event.place) if text] if event else []
    when = [run for line in _when(slide) for run in line.runs] if dated else []
    return [Paragraph(in_a_line([in_a_line(where, ", "), when]))] if where or when else []


def _when(slide: Title) -> list[Paragraph]:
    deck = slide.context.deck
    if not deck.event or not deck.event.date:
        return []
    from smdeck.model.dates import in_words
    from smdeck.model.typography import typeset

    date = Run(in_words(deck.event.date, deck.lang))
    return [Paragraph(typeset([date], deck.lang))]
