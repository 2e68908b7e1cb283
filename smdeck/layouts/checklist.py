"""checklist: two to six points with boxes; those that are done step back."""

from __future__ import annotations

from collections.abc import Sequence

from smdeck.compose import Choice, Composition, Plan, Room, Type
from smdeck.model.fields import key
from smdeck.model.items import Item
from smdeck.model.text import Inline, Paragraph, Run
from smdeck.page import SPLIT, Composed, Page
from smdeck.page.shapes import mark_geometry, readable
from smdeck.scene import Line, SceneNode
from smdeck.theme.theme import TextColors

FEW = 3
"""Up to how many points are larger than others."""


def plane(plan: Plan, radius: float) -> None:
    """Beside a plane with the title and how many are done: rows over the whole height."""
    stage = plan.column(4, "contrast", "count", 176, figure=True)
    top = max(20.0, plan.top - 12)
    stage = stage._replace(y=top, h=stage.bottom - top)
    _rows(plan, stage, radius, 36)


def listed(plan: Plan, radius: float) -> None:
    """Rows below the title."""
    height = min(150.0, plan.body.h / plan.count)
    _rows(plan, plan.body._replace(h=height * plan.count), radius, 34)


def _rows(plan: Plan, room: Room, radius: float, most: float) -> None:
    rows = room.rows(plan.count, 0)
    if plan.count <= FEW:
        radius, most = 1.35 * radius, 1.28 * most
    radius = min(radius, 0.36 * rows[0].h)
    words = []
    for n, row in enumerate(rows):
        beside = row.inset(2 * radius + 24, 0, 0, 0)
        if n:
            plan.rule(beside, "line", 1.5, n)
        box = row.disc(radius, 0)
        plan.draw(box, plan.mark_geometry, None, n, Line("brand", 3.5))
        words.append(beside.inset(0, 2, 0, 2))
    # What is open is bold: so it has the colour of strong words, what is done steps back.
    plan.words(
        "item", words, title=Type("row", most, 22), text=Type("cell", 24), anchor="middle",
        colors=TextColors("muted", "muted", "text"), regular=True, lines=2,
    )  # fmt: skip


class Checklist(Composed):
    """Points with boxes to tick; what is done steps back, what is open stands out."""

    names = {
        "de": "Checkliste", "en": "Checklist", "es": "Lista de control",
        "fr": "Liste de contrôle", "it": "Lista di controllo", "nl": "Checklist",
        "pl": "Lista kontrolna",
    }  # fmt: skip
    group = "items"
    compositions = (
        Composition(
            "plane", plane, (2, 6), lacks=("subtitle",), stage="column", de="Fläche",
            steps=({"radius": 26.0}, {"radius": 22.0}),
        ),
        Composition("list", listed, (2, 6), de="Liste", steps=({"radius": 28.0},)),
    )  # fmt: skip
    usual = Choice("checklist", "", "plane", 0, 5, given=frozenset({"item title", "count"}))
    example = """\
layout: checklist
title: Bereit für den Dialog?
items:
  - {title: Ziel in einem Satz notiert, done: true}
  - {title: Zwei Kanäle gewählt, done: true}
  - {title: Antwortzeit vereinbart, done: true}
  - Zuständige benannt
  - Termin zum Auswerten steht
"""

    title: Inline = key("The slide's message.")
    items: list[Item] = key("The points.", least=2, most=6, shows="title text done link")
    split: bool = SPLIT

    def given(self) -> frozenset[str]:
        counted = {"count"} if any(item.done for item in self._all) else set()
        return super().given() | counted

    @property
    def _all(self) -> Sequence[Item]:
        """The points of all parts of a slide that was split."""
        return self.all_items or self.items

    def said(self, name: str) -> Sequence[Sequence[Paragraph]]:
        if name == "count":
            done, count = sum(item.done for item in self._all), len(self._all)
            of = self.context.strings.labels["of"].format(count=count)
            return [[Paragraph((Run(str(done)),)), Paragraph((Run(of),), 1)]]
        said = super().said(name)
        if name != "item":
            return said
        return [
            paragraphs if item.done else [_bold(paragraphs[0]), *paragraphs[1:]]
            for item, paragraphs in zip(self.items, said, strict=True)
        ]

    def of_item(self, page: Page, plan: Plan, n: int) -> Sequence[SceneNode | None]:
        if not self.items[n].done:
            return ()
        boxes = [one.shape.box for one in plan.shapes if one.item == n and one.shape.fill is None]
        box = max(boxes, key=lambda box: box.h)
        size = round(0.76 * box.h)
        color, place = readable(page, "brand"), self.items[n].place
        disc = page.shape(box, mark_geometry(page.theme), fill="brand")
        check = page.icon("check", box.centered(size, size), color, place)
        return [page.group([disc, check], page.strings.labels["done"])]


def _bold(paragraph: Paragraph) -> Paragraph:
    return paragraph._replace(runs=tuple(run._replace(bold=True) for run in paragraph.runs))
