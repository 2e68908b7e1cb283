"""image: a picture over the whole slide, a few words on a scrim."""

from __future__ import annotations

from smdeck.compose import Choice, Composition, Plan, Room, Type
from smdeck.model.fields import key
from smdeck.model.items import Image
from smdeck.model.text import Block, Inline
from smdeck.page import Composed, Page
from smdeck.page.pictured import shape_of
from smdeck.page.pieces import draw_pieces
from smdeck.scene import Fade

BROAD = 1.9
"""From what ratio of width to height on a whole picture is larger below the title than beside."""

FROM_LEFT = Fade(((0.7, 0.85), (1, 0)))
FROM_FOOT = Fade(((0, 0), (0.4, 0.86)), "down")
"""How the scrim fades: it is strong where words stand, so that it holds on any picture; on most it
is made fainter once the words are set (`compiler/scrims.py`). Two stops are what all programs show
alike."""


def side(plan: Plan) -> None:
    """Words at the bottom left, on a scrim from the left."""
    _covered(plan, plan.slide._replace(w=0.84 * plan.slide.w), FROM_LEFT)
    _said(plan, Room(plan.x(1), 60, 0.585 * plan.slide.w - plan.x(1), _end(plan) - 60), 88, 74)


def foot(plan: Plan) -> None:
    """Words at the foot, on a scrim that rises from there."""
    top = 0.56 * plan.slide.h
    _covered(plan, plan.slide.cut("bottom", 0.74 * plan.slide.h)[0], FROM_FOOT)
    _said(plan, Room(plan.x(1), top, plan.w(12), _end(plan) - top), 56, 40)


def column(plan: Plan) -> None:
    """The whole picture to three edges of the slide, beside the title."""
    stage = plan.column(6 if plan.has("upright") else 4, below="text", lower=190)
    plan.picture("picture", plan.to_edges(stage))


def below(plan: Plan) -> None:
    """Below the usual title: the whole picture, and the text beside it."""
    body = plan.body
    if plan.has("text"):
        words, body = body.cut("right", 0.3 * body.w, 24)
        plan.words("text", words, "prose", text=Type("cell", 26, 18), counts=False)
    plan.picture("picture", body)


def _covered(plan: Plan, room: Room, fade: Fade) -> None:
    """Cover the slide with the picture, and a part of that with a scrim."""
    plan.picture("picture", plan.slide, behind=True)
    plan.piece("scrim", room, fill="ground", fade=fade)
    plan.footed = False


def _end(plan: Plan) -> float:
    """Return where words end: above a source, if there is one."""
    return plan.above_source if plan.has("source") else plan.slide.bottom - 44


def _said(plan: Plan, room: Room, most: float, text: float) -> None:
    if plan.has("text"):
        line, room = room.cut("bottom", text, 10)
        plan.words("text", line, "prose", text=Type("body", 28, 20), anchor="bottom", counts=False)
    room = plan.subtitled(room, 36, "bottom")
    plan.title(room, Type("statement", most, 36), anchor="bottom", lines=4)


class FullImage(Composed):
    """A picture over the whole slide, its message on a scrim that keeps the words readable."""

    names = {
        "de": "Bild", "en": "Picture", "es": "Imagen",
        "fr": "Image", "it": "Immagine", "nl": "Afbeelding", "pl": "Obraz",
    }  # fmt: skip
    group = "pictures"
    headed = False
    compositions = (
        Composition("side", side, lacks=("sheet",), stage="ground", de="Seite"),
        Composition("foot", foot, lacks=("sheet",), stage="ground", de="Fuß"),
        Composition("column", column, needs="sheet", lacks=("broad",), stage="column", de="Spalte"),
        Composition("below", below, needs="sheet", de="darunter"),
        Composition("head", below, template_only=True, de="Blatt"),
    )
    usual = Choice("image", "", "side", given=frozenset({"image", "text"}))
    example = """\
layout: image
title: Ein Saal, in dem **alle reden**
image: {file: bilder/publikum.png, alt: "Ein Saal, über vielen Köpfen Sprechblasen"}
text: Der Benutzer wird selber zum Produzenten.
"""

    title: Inline = key("The slide's message; its bold part is set off.")
    image: Image = key("The picture; a crop keeps its focus point.")
    text: Block | None = key("A sentence more.", None)

    def given(self) -> frozenset[str]:
        shape = {"sheet"} | shape_of([self.image], BROAD) if self.image.sheet else frozenset()
        return super().given() | shape

    def draw(self, page: Page) -> None:
        """Put the picture on the page, the scrim over it, and the words on that."""
        plan = self.drawn_plan(page)
        page.picture(self.image, "picture", fills=any(held.fills for held in plan.held))
        draw_pieces(self, page, plan)
        page.text("title", self.title, start=self.starts("title"))
        if "subtitle" in page.placeholders:
            page.text("subtitle", self.subtitle)
        page.click(page.text("text", self.text, start=self.starts("text")))
