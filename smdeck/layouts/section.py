"""section: a large number and a title, where a part of the talk begins."""

from __future__ import annotations

from collections.abc import Sequence

from smdeck.compose import Choice, Composition, Plan, Room, Type
from smdeck.model.fields import key
from smdeck.model.text import Inline, Paragraph, Run
from smdeck.page import Composed, Page
from smdeck.scene import Geometry, Role, Shape
from smdeck.theme.theme import TextColors

MOST_DOTS = 9
"""Up to how many sections the thread shows."""

DOT, CURRENT, PITCH = 9.0, 16.0, 64.0
"""The radius of a dot of the thread, that of the current one, and how far they are apart."""


def ground(plan: Plan, beside: float) -> None:
    """The title at the foot, the number behind it as large as the slide."""
    room = plan.ground()
    center = plan.theme.look.align == "center"
    faint = TextColors("surface", "surface", "surface")
    number = Room(plan.slide.w - 500, -124, 480, 752)
    if center:
        number = Room(room.x, -124, room.w, 752)
    plan.words(
        "number", number, "value", title=Type("number"), colors=faint,
        align="center" if center else "right", leading=1.0, ornament=True, prompt="number",
    )  # fmt: skip
    words = room if center else room.cut("left", beside * room.w)[0]
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
        "number", number, "value", title=Type("number", 150), color="accent", anchor="bottom",
        prompt="number",
    )  # fmt: skip
    title, text = words.cut("top", 0.6 * words.h, 10)
    plan.title(title, Type("display", 64))
    plan.words("subtitle", text, "prose", text=Type("cell"), counts=False)


def beside(plan: Plan) -> None:
    """The number on a plane or beside a rule, the title in the columns beside it."""
    edge, left = plan.x(6) - 32, plan.x(6)
    number = -60.0
    if plan.theme.look.column == "plane":
        plan.plane(Room(0, 0, edge, plan.slide.h), plan.theme.look.loud)
    else:
        number = -140.0  # beside a title that begins on top
        plan.upright(left - 4, 92, plan.slide.h - 40)
        left += 28
    plan.words(
        "number", Room(28, number, edge - 36, plan.slide.h + 120), "value", title=Type("number"),
        color="text" if plan.theme.look.column == "plane" else "accent", anchor="middle",
        leading=1.0, ornament=True, prompt="number",
    )  # fmt: skip
    right = plan.x(13) - 16
    words = Room(left, 88, right - left, plan.sourced(left, right, 492) - 88)
    text, title = words.cut("bottom", 92, 14)
    if plan.theme.look.column == "rule":
        title, text = words.inset(0, 0, 0, 60).cut("top", 236, 0)
    elif plan.has("subtitle"):
        plan.rule(text, "text")
    plan.title(title if plan.has("subtitle") else words, Type("display"))
    plan.words(
        "subtitle", text.inset(0, 12, 0, 0), "prose", text=Type("cell", 26, 18), counts=False
    )
    plan.footed = False


def block(plan: Plan) -> None:
    """The number as high as the slide, over it the title in a block that speaks."""
    number = Room(596, -170, 420, 880)
    plan.words(
        "number", number, "value", title=Type("number"), color="accent", align="center",
        anchor="middle", leading=1.0, ornament=True, prompt="number",
    )  # fmt: skip
    card = Room(0, 226, 604, 242)
    plan.speech(card, "contrast", drop=64, at=0.62)
    plan.sourced(plan.x(1), 0.62 * card.w - 16, 0)
    left = plan.x(1)
    plan.title(card.inset(left, 20, 12, 20), Type("display", 48), anchor="middle", lines=3)
    plan.words(
        "subtitle", Room(plan.x(1), plan.x(1), 420, 130), "prose", text=Type("cell", 26, 18),
        counts=False,
    )  # fmt: skip
    plan.footed = False


def light(plan: Plan) -> None:
    """The number in the light, the title below it, all in the middle."""
    room = plan.ground().inset(0, 0, 0, 12)
    words = room._replace(y=250, h=room.bottom - 250)
    largest = 200 if plan.has("subtitle") else 240  # below the lamp that it stands under
    plan.words(
        "number", Room(room.x, 44, room.w, 202), "value", title=plan.figure(largest),
        color="accent", align="center", anchor="bottom", ornament=True, prompt="number",
    )  # fmt: skip
    text, title = words.cut("bottom", 64, 8)
    title = title if plan.has("subtitle") else words.inset(0, 0, 0, 24)
    plan.title(title, Type("display", 72), align="center")
    plan.words("subtitle", text, "prose", text=Type("cell", 26, 18), align="center", counts=False)
    plan.footed = False


class Section(Composed):
    """Begins a part of the talk, and a section of the PowerPoint file."""

    names = {
        "de": "Abschnitt", "en": "Section", "es": "Sección",
        "fr": "Section", "it": "Sezione", "nl": "Sectie", "pl": "Sekcja",
    }  # fmt: skip
    group = "frame"
    layout_type = "secHead"
    compositions = (
        Composition(
            "ground", ground, stage="ground", de="Fläche", steps=({"beside": 0.62}, {"beside": 0.8})
        ),
        Composition("beside", beside, stage="ground", de="daneben", asked=True),
        Composition("block", block, stage="ground", de="Block", asked=True),
        Composition("light", light, stage="ground", de="Licht", asked=True),
        Composition("calm", calm, lacks=("source",), plain=True, de="ruhig"),
    )
    usual = Choice("section", "", "ground", given=frozenset({"number", "subtitle"}))
    example = """\
layout: section
title: Was ist Social Media?
subtitle: Online-Aktivitäten, bei denen Menschen Inhalte austauschen und kommentieren
"""

    title: Inline = key("The title of the part.")
    slot: float | None = key(
        "How many minutes the part may take, with all its slides; default: what these say.",
        None, least=0,
    )  # fmt: skip

    def given(self) -> frozenset[str]:
        return super().given() | ({"number"} if self.section else set())

    def said(self, name: str) -> Sequence[Sequence[Paragraph]]:
        if name == "number":
            return [[Paragraph((Run(str(self.section.number)),))] if self.section else []]
        return super().said(name)

    def extra(self, page: Page, plan: Plan) -> None:
        """Draw the sections as dots on a thread, the current one large."""
        sections = page.context.sections
        if plan.choice.composition == "beside" and page.theme.look.column == "plane":
            self._strokes(page, plan)
        bleeds = plan.choice.composition == "ground" and plan.threaded
        if not (bleeds and self.section and 2 <= len(sections) <= MOST_DOTS):
            return
        here, words = self.section.number - 1, page.strings.shapes
        x, y = plan.x(1) + CURRENT, 60.0
        if page.theme.branding.logos and page.theme.shows_logo("section"):
            return
        drawn: list[Shape] = []
        last = x + PITCH * (len(sections) - 1)
        drawn.append(_thread(page, plan, x, last, y))
        for n in range(len(sections)):
            radius = CURRENT if n == here else DOT
            fill: Role = "text" if n <= here else "calm"
            room = Room(x + n * PITCH - radius, y - radius, 2 * radius, 2 * radius)
            drawn.append(page.shape(room.box, plan.mark_geometry, fill=fill, name=words["disc"]))
        page.group(drawn, words["rule"])

    def _strokes(self, page: Page, plan: Plan) -> None:
        """Draw the sections as strokes above the title, those that came thick."""
        sections = page.context.sections
        if not self.section or not 2 <= len(sections) <= MOST_DOTS:
            return
        left, name = plan.x(6), page.strings.shapes["rule"]
        row = Room(left, 48, plan.x(13) - 16 - left, 8)
        drawn = [
            page.shape(
                room.box if n < self.section.number else room._replace(h=1.5).box,
                Geometry(),
                fill="highlight" if n < self.section.number else "calm",
                name=name,
            )
            for n, room in enumerate(row.columns(len(sections), 10))
        ]
        page.group(drawn, name)


def _thread(page: Page, plan: Plan, start: float, end: float, y: float) -> Shape:
    room = Room(start, y - 1.5, end - start, 3)
    return page.shape(room.box, Geometry(), fill="calm", name=page.strings.shapes["rule"])
