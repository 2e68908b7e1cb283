"""image-text: a picture that bleeds, words beside or below it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from smdeck.compose import Choice, Composition, Plan, Room, Type
from smdeck.compose.paragraphs import bullet_paragraphs
from smdeck.findings import Findings
from smdeck.model.fields import key
from smdeck.model.items import Image, Item
from smdeck.model.text import Block, Inline, Paragraph
from smdeck.page import SPLIT, Composed

SHARES = {"1:1": 0.5, "2:3": 0.4, "3:2": 0.6, "1:2": 1 / 3}
"""How much of the width the picture takes for each ratio of picture to words."""


WIDE = 2.2
"""From what ratio of width to height on a whole picture fills a band."""


def half(plan: Plan, share: float) -> None:
    """The picture to three edges beside the words; between title and text a thread to it."""
    side, ratio = (str(part) for part in plan.choice.shape)
    wide = plan.slide.w * (share or SHARES[ratio])
    left = side == "left"
    plan.picture("picture", Room(0 if left else plan.slide.w - wide, 0, wide, plan.slide.h))
    x = wide + 40 if left else plan.x(1)
    words = Room(x, 36, plan.slide.w - wide - 40 - plan.x(1), plan.body.bottom - 36)
    plan.foot_between(words.x, words.right)
    title, below = words.cut("top", 0.46 * words.h, 20)
    if plan.has("items"):
        title, below = words.cut("top", 150, 12)
    plan.title(title, Type("display", 56, 30), leading=0.86)
    if plan.has("subtitle"):
        line, below = below.cut("top", 34, 8)
        plan.words(
            "subtitle", line, "prose", text=Type("cell", 26, 18), color="muted", counts=False
        )
    elif not plan.has("items") and plan.threaded:
        y = below.y + 4
        start, end = (0.0, words.x + 14) if left else (words.x + 14, plan.slide.w - wide)
        plan.thread((wide if left else start, y), (end, y), "highlight", 4)
        plan.dot(words.x + 14, y, 14, "highlight")
        below = below.inset(0, 30, 0, 0)
    elif plan.ruled:
        plan.rule(below._replace(y=below.y + 4), "text")
        below = below.inset(0, 18, 0, 0)
    _content(plan, below, "bottom")


def banner(plan: Plan) -> None:
    """The picture over the upper half, title and words side by side below it."""
    high = 0.5 * plan.slide.h
    plan.picture("picture", Room(0, 0, plan.slide.w, high))
    below = plan.body._replace(y=high + 24, h=plan.body.bottom - high - 24)
    if plan.theme.foot.y < plan.theme.title_box.y:  # a running head would stand on the picture
        plan.foot = Room(plan.x(1), 508, plan.w(12), 14)
    title, words = below.columns((2, 3), 32)
    plan.title(title, Type("column", 44, 26), leading=0.88)
    if plan.has("subtitle"):
        line, words = words.cut("top", 32, 6)
        plan.words(
            "subtitle", line, "prose", text=Type("cell", 24, 18), color="muted", counts=False
        )
    _content(plan, words, "top")


def beside(plan: Plan) -> None:
    """Below the usual title: the picture and the words side by side."""
    side, ratio = (str(part) for part in plan.choice.shape)
    share = min(SHARES[ratio], 0.5)
    shares = (share, 1 - share) if side == "left" else (1 - share, share)
    first, second = plan.body.columns(shares, 32)
    picture, words = (first, second) if side == "left" else (second, first)
    plan.picture("picture", picture)
    _content(plan, words, "top")


def _content(plan: Plan, room: Room, anchor: Literal["top", "bottom"]) -> None:
    if plan.has("items"):
        plan.words("body", room, "bullets", text=Type("body", 30), anchor=anchor)
    else:
        plan.words("body", room, "prose", text=Type("body"), anchor=anchor)


class ImageText(Composed):
    """A picture that bleeds off three edges, with a title and words beside it."""

    names = {
        "de": "Bild und Text", "en": "Picture and text", "es": "Imagen y texto",
        "fr": "Image et texte", "it": "Immagine e testo", "nl": "Afbeelding en tekst",
        "pl": "Obraz i tekst",
    }  # fmt: skip
    group = "pictures"
    by_paragraph = ("body",)
    compositions = (
        Composition("half", half, stage="bleed", de="Hälfte", steps=({"share": 0.0},)),
        Composition("third", half, stage="bleed", de="Drittel", steps=({"share": 0.375},)),
        Composition("banner", banner, lacks=("upright",), stage="bleed", de="Band"),
        Composition("beside", beside, plain=True, de="daneben"),
    )
    usual = Choice(
        "image-text", "", "half", given=frozenset({"body", "image"}), shape=("right", "1:1")
    )
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
    split: bool = SPLIT

    def shape(self) -> tuple[object, ...]:
        return (self.side, self.ratio)

    def given(self) -> frozenset[str]:
        own = super().given() | {"body", *(["items"] if self.items else [])}
        size = self.image.size if self.image.whole else None
        # A whole drawing that is not wide stands lost in a band.
        return own | {"upright"} if size and size[0] < WIDE * size[1] else own

    def said(self, name: str) -> Sequence[Sequence[Paragraph]]:
        if name == "body":
            return [bullet_paragraphs(self.items)] if self.items else super().said("text")
        return super().said(name)

    def check(self, findings: Findings) -> None:
        if bool(self.items) == bool(self.text):
            findings.error(
                "column-content",
                "an `image-text` slide needs `items` or `text`, and not both",
                self.origin.place,
            )
