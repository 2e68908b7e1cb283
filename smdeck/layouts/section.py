"""section: a large number and a title, where a part of the talk begins."""

from __future__ import annotations

from collections.abc import Sequence

from smdeck.compose import Choice, Composition, Plan, Room, Type
from smdeck.layouts._composed import Composed
from smdeck.layouts._page import Page
from smdeck.model.decode import key
from smdeck.model.text import Inline, Paragraph, Run
from smdeck.scene import Role, Shape
from smdeck.theme.theme import Inks

MOST_DOTS = 9
"""Up to how many sections the thread shows."""

DOT, CURRENT, PITCH = 9.0, 16.0, 64.0
"""The radius of a dot of the thread, that of the current one, and how far they are apart."""


def ground(plan: Plan) -> None:
    """The title at the foot, the number behind it as large as the slide."""
    room = plan.ground()
    center = plan.theme.look.align == "center"
    faint = Inks("surface", "surface", "surface")
    number = Room(plan.slide.w - 500, -124, 480, 752)
    if center:
        number = Room(room.x, -124, room.w, 752)
    plan.words(
        "number", number, "value", title=Type("number"), inks=faint,
        align="center" if center else "right", leading=1.0, ornament=True, prompt="number",
    )  # fmt: skip
    words = room if center else room.cut("left", 0.8 * room.w)[0]
    text, words = words.cut("bottom", 60, 14)
    plan.title(
        words.inset(0, 60, 0, 0), Type("display"), align=plan.theme.look.align, anchor="bottom"
    )
    plan.words(
        "subtitle", text, "prose", text=Type("cell", 26, 20), align=plan.theme.look.align,
        counts=False,
    )  # fmt: skip
    plan.footed = False


def calm(plan: Plan) -> None:
    """The number, the title and what it is about one below the other."""
    room = plan.ground()
    number, words = room.cut("top", 0.34 * room.h, 8)
    plan.words(
        "number", number, "value", title=Type("number", 150), ink="accent", anchor="bottom",
        prompt="number",
    )  # fmt: skip
    title, text = words.cut("top", 0.6 * words.h, 10)
    plan.title(title, Type("display", 64))
    plan.words("subtitle", text, "prose", text=Type("cell"), counts=False)


class Section(Composed):
    """Begins a part of the talk, and a section of the PowerPoint file."""

    names = {
        "de": "Abschnitt", "en": "Section", "es": "Sección",
        "fr": "Section", "it": "Sezione", "nl": "Sectie", "pl": "Sekcja",
    }  # fmt: skip
    group = "frame"
    native_type = "secHead"
    compositions = (
        Composition("ground", ground, stage="ground", de="Fläche"),
        Composition("calm", calm, lacks="source", plain=True, de="ruhig"),
    )
    usual = Choice("section", "", "ground", given=frozenset({"number", "subtitle"}))
    example = """\
layout: section
title: Was ist Social Media?
subtitle: Online-Aktivitäten, bei denen Menschen Inhalte austauschen und kommentieren
"""

    title: Inline = key("The title of the part.")

    def given(self) -> frozenset[str]:
        return super().given() | ({"number"} if self.part else set())

    def said(self, name: str) -> Sequence[Sequence[Paragraph]]:
        if name == "number":
            return [[Paragraph((Run(str(self.part.number)),))] if self.part else []]
        return super().said(name)

    def extra(self, page: Page, plan: Plan) -> None:
        """Draw the sections as dots on a thread, the current one large."""
        parts = page.talk.parts
        bleeds = plan.choice.composition == "ground" and page.theme.look.marks == "disc"
        if not (bleeds and self.part and 2 <= len(parts) <= MOST_DOTS):
            return
        here, words = self.part.number - 1, page.words.shapes
        x, y = plan.x(1) + CURRENT, 60.0
        if page.theme.logos and page.theme.shows_logo("section"):
            return
        drawn: list[Shape] = []
        last = x + PITCH * (len(parts) - 1)
        drawn.append(_thread(page, plan, x, last, y))
        for n in range(len(parts)):
            radius = CURRENT if n == here else DOT
            fill: Role = "text" if n <= here else "calm"
            room = Room(x + n * PITCH - radius, y - radius, 2 * radius, 2 * radius)
            drawn.append(page.shape(room.box, plan.mark_geometry, fill=fill, name=words["disc"]))
        page.group(drawn, words["rule"])


def _thread(page: Page, plan: Plan, start: float, end: float, y: float) -> Shape:
    room = Room(start, y - 1.5, end - start, 3)
    from smdeck.scene import Geometry

    return page.shape(room.box, Geometry(), fill="calm", name=page.words.shapes["rule"])
