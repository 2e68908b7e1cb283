"""two-columns: items, text, a picture, a chart or a table side by side."""

from __future__ import annotations

from collections.abc import Sequence

from smdeck.compose import Choice, Composition, Plan, Room, Type
from smdeck.compose.paragraphs import bullet_paragraphs, item_paragraphs, leveled
from smdeck.findings import Findings, listing
from smdeck.model.decode import key
from smdeck.model.records import Column, Image
from smdeck.model.text import Inline, Paragraph
from smdeck.page.composed import Composed
from smdeck.page.layout import SPLIT
from smdeck.page.page import Page
from smdeck.scene import Geometry, Role

SIDES = ("left", "right")

BAR, HEAD, ICON = 8.0, 66.0, 40.0
"""The bar on top of a column, its head, and the side of its icon, in points."""


def bars(plan: Plan, most: float) -> None:
    """A bar on top of each column, its head, its points in rows with rules between them."""
    for side, room in zip(SIDES, _columns(plan, 16), strict=True):
        role: Role = "highlight" if side == "right" else "calm"
        plan.draw(room._replace(h=BAR), Geometry(), role)
        below = room.inset(0, BAR, 0, 0)
        if plan.has(f"{side} title") or plan.has(f"{_other(side)} title"):
            head, below = below.cut("top", HEAD, 4)
            left = ICON + 14 if plan.has(f"{side} icon") else 0
            plan.words(
                f"{side} title", head.inset(left, 8, 0, 8), "head", title=Type("item", most, 26),
                ink="accent" if side == "right" else "muted", anchor="middle", group="heads",
            )  # fmt: skip
        _content(plan, side, below, 30 if most > 40 else 26)


def listed(plan: Plan) -> None:
    """Heads and content without rows."""
    for side, room in zip(SIDES, _columns(plan, 32), strict=True):
        headed = plan.has("left title") or plan.has("right title")
        if headed:
            head, room = room.cut("top", 40, 6)
            left = 40 if plan.has(f"{side} icon") else 0
            plan.words(
                f"{side} title", head.inset(left, 0, 0, 0), "head", title=Type("item", 30, 20),
                ink="accent", anchor="middle", group="heads",
            )  # fmt: skip
        _content(plan, side, room, 28, False)


def _columns(plan: Plan, gap: float) -> list[Room]:
    ratio = plan.choice.shape[0] if plan.choice.shape else "1:1"
    return plan.body.columns([float(part) for part in str(ratio).split(":")], gap)


def _other(side: str) -> str:
    return "right" if side == "left" else "left"


def _content(plan: Plan, side: str, room: Room, most: float, rows: bool = True) -> None:
    kind = next(kind for kind in Column.contents if plan.has(f"{side} {kind}"))
    if kind == "image":
        plan.picture(side, room)
    elif kind in ("chart", "table"):
        plan.holds(side, "chart" if kind == "chart" else "tbl", room)
    elif kind == "text":
        type = Type("quote", most + 10, 24) if rows else Type("body", most + 10, 18)
        plan.words(side, room.inset(0, 10, 0, 0), "prose", text=type, holds="obj", group="text")
    elif rows and plan.has("few"):
        count = int(str(plan.choice.shape[1 if side == "left" else 2]))
        most_rows = max(int(str(plan.choice.shape[1])), int(str(plan.choice.shape[2])), 1)
        cells = room.rows(max(most_rows, 2), 0)[:count]
        dot: Role = "highlight" if side == "right" else "calm"
        for cell in cells:
            if plan.has("left title") or plan.has("right title") or cell.y > cells[0].y:
                plan.rule(cell)
            plan.dot(cell.x + 12, cell.center[1], 11, dot)
        plan.words(
            f"{side} item", [cell.inset(44, 4, 0, 4) for cell in cells], "item",
            title=Type("item", most + 2, 22), text=Type("cell", 24), anchor="middle",
            group="rows", regular=True,
        )  # fmt: skip
    else:
        plan.words(side, room.inset(0, 10, 0, 0), "bullets", text=Type("body", most), holds="obj",
                   group="columns")  # fmt: skip


class TwoColumns(Composed):
    """Two columns, each with a title and its own kind of content."""

    names = {
        "de": "Zwei Inhalte", "en": "Two content", "es": "Dos contenidos",
        "fr": "Deux contenus", "it": "Due contenuti", "nl": "Twee objecten",
        "pl": "Dwa elementy zawartości",
    }  # fmt: skip
    group = "words"
    native_type = "twoObj"
    compositions = (
        Composition("bars", bars, de="Balken", steps=({"most": 48.0}, {"most": 36.0})),
        Composition("list", listed, plain=True, de="Liste"),
    )
    usual = Choice(
        "two-columns", "", "list", given=frozenset({"left", "right", "left items", "right items"}),
        shape=("1:1", 3, 3),
    )  # fmt: skip
    example = """\
layout: two-columns
title: Starke Verbindungen bleiben, schwache kommen hinzu
ratio: "3:2"
left:
  title: Heute
  items:
    - Facebook, Twitter oder Pinterest
    - Unaufdringlich auf dem Laufenden
right:
  title: Früher
  text: Brieffreundschaften zerbrachen nach einiger Zeit.
"""

    title: Inline = key("The slide's message.")
    left: Column = key("The left column.")
    right: Column = key("The right column.")
    ratio: str = key(
        "How the width is shared.", "1:1", pattern=r"[1-9]:[1-9]", expects="a ratio such as `3:2`"
    )
    split: bool = SPLIT

    def count(self) -> int:
        return max(len(self.left.items), len(self.right.items))

    def shape(self) -> tuple[object, ...]:
        return (self.ratio, len(self.left.items), len(self.right.items))

    def given(self) -> frozenset[str]:
        own = set(super().given())
        for side in SIDES:
            column: Column = getattr(self, side)
            own.add(f"{side} {column.content or 'items'}")
            own |= {f"{side} {name}" for name in ("title", "icon") if getattr(column, name)}
            if column.items:
                own.add(f"{side} item")
        if all(len(side.items) <= 4 and not any(i.items for i in side.items)
               for side in (self.left, self.right)):  # fmt: skip
            own.add("few")
        return frozenset(own)

    def said(self, name: str) -> Sequence[Sequence[Paragraph]]:
        side, _, part = name.partition(" ")
        if side not in SIDES:
            return super().said(name)
        column: Column = getattr(self, side)
        if part == "title":
            return [column.title.paragraphs if column.title else ()]
        if part == "item":
            return [item_paragraphs(item) for item in column.items]
        if column.text:
            return [leveled(column.text.paragraphs)]
        return [bullet_paragraphs(column.items)]

    def check(self, findings: Findings) -> None:
        _check_column(self.left, findings)
        _check_column(self.right, findings)

    def pictured(self, name: str, item: int | None) -> Image | None:
        column: Column = getattr(self, name)
        return column.image

    def hold(self, page: Page, name: str, fills: bool = False) -> None:
        column: Column = getattr(self, name)
        if column.image:
            page.picture(column.image, name)
        elif column.chart:
            page.chart(column.chart, name)
        elif column.table:
            page.table(column.table, name)

    def extra(self, page: Page, plan: Plan) -> None:
        for side in SIDES:
            column: Column = getattr(self, side)
            if column.icon and f"{side} title" in page.frames:
                head = Room.of(page.frames[f"{side} title"].box)
                size = min(ICON, head.h)
                at = Room(
                    head.x - size - (14 if size == ICON else 8),
                    head.center[1] - size / 2,
                    size,
                    size,
                )
                page.icon(column.icon, at.box, "accent", column.at("icon"))


def _check_column(column: Column, findings: Findings) -> None:
    """Report a column without content, or with more than one."""
    if column.icon and not column.title:
        findings.error(
            "unshown-key",
            "a column without a title can't show its `icon`",
            column.at("icon"),
            "add `title`, which it stands beside",
        )
    given = column.given
    if len(given) != 1:
        findings.error(
            "column-content",
            f"a column holds one of {listing(Column.contents)}, here are {listing(given, 'and')}"
            if given
            else "a column needs content",
            column.origin.place,
            "leave one of them, or make two slides of it"
            if given
            else f"add one of {listing(Column.contents)}",
        )
