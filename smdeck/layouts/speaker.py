"""speaker: who talks: a portrait over a third of the slide, the name, what they do."""

from __future__ import annotations

from collections.abc import Sequence

from smdeck.compose import Choice, Composition, Plan, Room, Type
from smdeck.findings import Findings
from smdeck.model.fields import key
from smdeck.model.items import Image, Item
from smdeck.model.text import Block, Inline, Paragraph
from smdeck.page import Composed, Page
from smdeck.page.pictured import keep_faces
from smdeck.strings import Strings


def portrait(plan: Plan) -> None:
    """The portrait over the left part of the slide, name, role and points beside it."""
    edge = plan.x(6) - 32
    plan.picture("picture", Room(0, 0, edge, plan.slide.h), fills=True)
    left, right = plan.x(6) + 16, plan.x(13) - 16
    words = Room(left, 36, right - left, (475 if plan.has("source") else 496) - 36)
    plan.foot_between(left, right)
    name, below = words.cut("top", 142, 4)
    plan.title(name, Type("display", 66, 36), anchor="bottom", lines=2, leading=0.88)
    _about(plan, below, 32)


def plane(plan: Plan, span: float) -> None:
    """The name on a plane, role and points beside it."""
    _points(plan, plan.column(int(span), "brand", below="role"), 32)


def beside(plan: Plan) -> None:
    """Below the usual title: the portrait, and beside it role and points."""
    body = plan.body.inset(0, 0, 0, 8)
    if plan.has("image"):
        picture, body = body.cut("left", 0.34 * body.w, 32)
        plan.picture("picture", picture)
    _about(plan, body, 24)


def _about(plan: Plan, room: Room, radius: float) -> None:
    if plan.has("role"):
        role, room = room.cut("top", 48 if plan.has("item title") or plan.has("text") else 130, 8)
        plan.words("role", role, "head", title=Type("body", 26, 18), color="accent", counts=False)
    _points(plan, room, radius)


def _points(plan: Plan, room: Room, radius: float) -> None:
    """Put the points in rows with their icons, or the text."""
    if plan.has("text"):
        plan.words("text", room, "prose", text=Type("body", 30, 18), anchor="bottom")
        return
    if not plan.count:
        return
    rows, words = room.rows(plan.count, 0), []
    for n, row in enumerate(rows):
        if plan.has("item icon"):
            reach = min(radius, 0.42 * row.h)
            disc, row = row.cut("left", 2 * reach, 20)
            plan.disc(n, disc.disc(reach), "brand")
        words.append(row.inset(0, 3, 0, 3))
    plan.words(
        "item", words, title=Type("body", 30, 18), text=Type("cell", 24, 18), anchor="middle",
        regular=not plan.has("item text"), counts=False, heads=3,
    )  # fmt: skip


class SpeakerSlide(Composed):
    """Who speaks: a portrait to three edges, the name as large as a title, what they do."""

    names = {
        "de": "Person", "en": "Speaker", "es": "Ponente",
        "fr": "Intervenant", "it": "Relatore", "nl": "Spreker", "pl": "Prelegent",
    }  # fmt: skip
    group = "people"
    compositions = (
        Composition("portrait", portrait, needs="image", stage="ground", de="Porträt"),
        Composition(
            "plane", plane, lacks=("image",), stage="column", de="Fläche",
            steps=({"span": 5.0}, {"span": 6.0}),
        ),
        Composition("beside", beside, plain=True, template_only=True, de="daneben"),
    )  # fmt: skip
    usual = Choice(
        "speaker", "", "portrait", 0, 3,
        given=frozenset({"image", "role", "item title", "item icon"}),
    )  # fmt: skip
    example = """\
layout: speaker
title: Robin Beispiel
role: Beratung für digitale Kommunikation
image: {file: bilder/portraet-1.png, alt: Porträt von Robin Beispiel}
items:
  - {icon: microphone, title: "Vorträge vor Vereinen, Verbänden und Firmen"}
  - {icon: pencil, title: "Content, der Antworten bekommt"}
  - {icon: school, title: Workshops direkt am Tisch}
"""

    title: Inline | None = key("The name; default: that of the deck's speaker.", None)
    role: Inline | None = key("What they do; default: that of the deck's speaker.", None)
    image: Image | None = key("A portrait; a crop keeps its upper part, or its focus point.", None)
    items: list[Item] = key("What they stand for.", list, most=5, shows="icon title text link")
    text: Block | None = key("Paragraphs, in place of points.", None)

    def check(self, findings: Findings) -> None:
        keep_faces(self.pictures)
        if self.items and self.text:
            findings.error(
                "column-content",
                "a `speaker` slide takes `items` or `text`, and not both",
                self.origin.place,
                "put the text into `notes`, or into the `text` of an item",
            )

    def usual_title(self, strings: Strings) -> str | None:
        speaker = self.context.deck.speaker
        return speaker.name.plain if speaker and speaker.name else None

    def _role(self) -> Inline | None:
        speaker = self.context.deck.speaker
        return self.role or (speaker.role if speaker and not self.title else None)

    def given(self) -> frozenset[str]:
        return super().given() | ({"role"} if self._role() else set())

    def draw(self, page: Page) -> None:
        """Put the slide on the page; it needs a name, the slide's own or that of the deck."""
        if not (self.title or self.usual_title(self.context.strings)):
            self.context.findings.error(
                "missing-field",
                "a `speaker` slide needs the field `title`",
                self.origin.place,
                "write the name, or name the deck's `speaker`",
            )
        super().draw(page)

    def said(self, name: str) -> Sequence[Sequence[Paragraph]]:
        if name == "role":
            role = self._role()
            return [role.paragraphs if role else ()]
        return super().said(name)
