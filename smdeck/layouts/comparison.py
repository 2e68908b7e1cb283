"""comparison: before and after, calm and loud, an arrow between them."""

from __future__ import annotations

from collections.abc import Sequence

from smdeck.compose import Choice, Composition, Plan, Room, Type
from smdeck.compose.outlines import polygon, room_around
from smdeck.compose.paragraphs import bullet_paragraphs, leveled
from smdeck.findings import Findings, Place
from smdeck.model.blocks import Column, Side
from smdeck.model.fields import key
from smdeck.model.scripts import latin_length, written_rtl
from smdeck.model.text import Inline, Paragraph
from smdeck.page import Composed, Page
from smdeck.page.shapes import mark_geometry, readable
from smdeck.scene import Geometry, Role

MOST = 6
"""How many points a side has at the most."""

A_LINE = 34
"""How many characters a point of a paired row has at the most."""

ICON = 60.0
"""The side of a side's icon in points."""


FEW = Type("row", 38, 32)
"""The sizes of points that are so few that their planes would be empty below."""


def planes(plan: Plan, icon: float, large: float = 0) -> None:
    """Two planes to three edges: calm and loud, their points below their heads."""
    room = plan.bleed()
    for name, half, fill in zip(
        ("left", "right"), room.columns(2, 0), ("surface", plan.theme.look.loud), strict=True
    ):
        plan.plane(half, fill)
        inner = _inner(plan, half, name)
        if plan.has("icon"):
            inner = inner.cut("top", icon, 8)[1]
        plan.words(
            name, inner, "side", title=Type("item", 44 if large else 40, 28),
            text=FEW if large else Type("body", 30, 20), group="sides", lines=9,
        )  # fmt: skip


def slant(plan: Plan) -> None:
    """Two planes with a slanting seam, their points below their heads."""
    room = plan.bleed()
    middle = room.center[0]
    left = Room(0, room.y, middle + 40, room.h)
    plan.plane(left, "contrast")
    corners = [(middle + 40, room.y), (room.right, room.y)]
    corners += [(room.right, room.bottom), (middle - 60, room.bottom)]
    right = room_around(corners)
    plan.draw(right, polygon(right, corners), "brand")
    halves = Room(plan.x(1), room.y, 360, room.h), Room(middle + 90, room.y, 360, room.h)
    for name, half in zip(("left", "right"), halves, strict=True):
        plan.words(
            name, half.inset(0, 20, 0, 20), "side", title=Type("item", 52, 28),
            color="accent" if name == "right" else "text",
            text=Type("body", 34, 20), group="sides", lines=9,
        )  # fmt: skip


def pairs(plan: Plan) -> None:
    """Two planes with rows that belong together, a thread between the two of each row."""
    room = plan.bleed()
    heads, below = room.cut("top", 84)
    halves = below.cut("bottom", 20)[1].columns(2, 0)
    for half, fill in zip(room.columns(2, 0), ("surface", plan.theme.look.loud), strict=True):
        plan.plane(half, fill)
    for name, half in zip(("left title", "right title"), heads.columns(2, 0), strict=True):
        plan.words(
            name, _inner(plan, half, name[:-6], 20), "head", title=Type("item", 40, 28),
            group="heads", anchor="middle",
        )  # fmt: skip
    middle = room.center[0]
    lefts, rights = (half.rows(plan.count, 0) for half in halves)
    for n, (left, right) in enumerate(zip(lefts, rights, strict=True)):
        plan.rule(_inner(plan, left, "left", 0), "calm", 1.5)
        plan.rule(_inner(plan, right, "right", 0), "calm", 1.5)
        y = left.center[1]
        plan.thread((middle - 34, y), (middle + 34, y), "highlight", 4, n)
        plan.dot(middle + 34, y, 8, plan.seen("highlight", on=plan.theme.look.loud), n)
    plan.words(
        "left item", [_inner(plan, one, "left", 0).inset(0, 0, 40, 0) for one in lefts], "head",
        title=Type("item", 30, 22), anchor="middle", group="pairs", regular=True,
    )  # fmt: skip
    plan.words(
        "right item", [_inner(plan, one, "right", 0).inset(16, 0, 0, 0) for one in rights], "head",
        title=Type("item", 30, 22), anchor="middle", group="pairs",
    )  # fmt: skip


def tiles(plan: Plan) -> None:
    """Two cards below the title."""
    for name, room in zip(("left", "right"), plan.body.columns(2, 40), strict=True):
        fill: Role = "surface" if name == "left" else plan.theme.look.loud
        inner = plan.card(room, None, 24, fill)
        if plan.has("icon"):
            inner = inner.cut("top", 40, 6)[1]
        plan.words(
            name, inner, "side", title=Type("item", 36, 24), text=Type("body", 28, 18),
            group="sides", lines=9,
        )  # fmt: skip


def _inner(plan: Plan, half: Room, name: str, top: float = 24) -> Room:
    """Return where words of a side stand: on the margin, as far from the seam on the other side."""
    margin = plan.x(1)
    if name == "left":
        return half.inset(margin, top, 60, top)
    return half.inset(60, top, margin, top)


class Comparison(Composed):
    """Two sides against each other: the left calm, the right in the brand's colour."""

    names = {
        "de": "Vergleich", "en": "Comparison", "es": "Comparación",
        "fr": "Comparaison", "it": "Confronto", "nl": "Vergelijking", "pl": "Porównanie",
    }  # fmt: skip
    group = "words"
    compositions = (
        Composition("pairs", pairs, (3, 6), needs="pairs", stage="bleed", de="Paare"),
        Composition(
            "planes", planes, stage="bleed", de="Flächen",
            steps=({"icon": ICON, "large": 1.0}, {"icon": ICON}, {"icon": 40.0}),
        ),
        Composition("slant", slant, lacks=("icon",), stage="bleed", de="Schräge", asked=True),
        Composition("tiles", tiles, de="Kacheln"),
    )  # fmt: skip
    usual = Choice("comparison", "", "planes", given=frozenset({"left", "right", "arrow", "icon"}))
    example = """\
layout: comparison
title: Vom Konsumenten zum Produzenten
left:
  title: Massenmedien
  icon: speakerphone
  items: ["Print, Film, Funk, Fernsehen", "Ein Sender, viele Empfänger"]
right:
  title: Social Media
  icon: messages
  items: [Nachrichten und Kommentare, "Jeder sendet, jeder antwortet"]
"""

    title: Inline = key("The slide's message.")
    left: Side = key("The calm side: what was. It holds items or text.")
    right: Side = key("The loud side: what is. It holds items or text.")
    arrow: bool = key("Whether an arrow leads from left to right.", True)

    def count(self) -> int:
        return max(len(self.left.items), len(self.right.items))

    def given(self) -> frozenset[str]:
        own = set(super().given()) | {"left title", "right title", "left item", "right item"}
        if self.left.icon or self.right.icon:
            own.add("icon")
        elif self._paired():
            own.add("pairs")
        return frozenset(own)

    def _paired(self) -> bool:
        """Return whether the points of the sides belong together, one to one, in a line each."""
        sides = self.left, self.right
        return (
            all(side.title and not side.text for side in sides)
            and len(self.left.items) == len(self.right.items)
            and all(
                item.title
                and not (item.text or item.items)
                and latin_length(item.title.plain) <= A_LINE
                for side in sides
                for item in side.items
            )
        )

    def sides(self) -> Sequence[str]:
        """Return what can appear as a whole, by the names in its plans."""
        return ("left", "right")

    def said(self, name: str) -> Sequence[Sequence[Paragraph]]:
        side, _, part = name.partition(" ")
        if side not in ("left", "right"):
            return super().said(name)
        column: Column = getattr(self, side)
        if part == "title":
            return [column.title.paragraphs if column.title else ()]
        if part == "item":
            return [bullet_paragraphs([item]) for item in column.items]
        return [_paragraphs(column)]

    def check(self, findings: Findings) -> None:
        for column in (self.left, self.right):
            if column.content not in ("items", "text") or len(column.items) > MOST:
                findings.error(
                    "column-content",
                    "a side of a `comparison` holds `items`, up to six, or `text`",
                    column.origin.place,
                    "`two-columns` holds pictures, charts, tables and more",
                )

    def extra(self, page: Page, plan: Plan) -> None:
        if plan.choice.composition == "pairs":
            return
        for side, column in (("left", self.left), ("right", self.right)):
            if column.icon and side in page.placeholders:
                box = Room.of(page.placeholders[side].box)
                size = (
                    ICON if plan.choice.step == 0 and plan.choice.composition == "planes" else 40.0
                )
                at = Room(box.x, box.y - size - 8, size, size).box
                colors = plan.text_colors(plan.theme.look.loud if side == "right" else "surface")
                role = colors.accent if side == "right" else colors.muted
                page.icon(column.icon, at, role, column.at("icon"))
        if self.arrow and {"left", "right"} <= page.placeholders.keys():
            self._arrow(page, plan)

    def _arrow(self, page: Page, plan: Plan) -> None:
        left = Room.of(page.placeholders["left"].box)
        right = Room.of(page.placeholders["right"].box)
        middle = (left.right + right.x) / 2
        radius = 46.0 if plan.choice.composition == "planes" else 24.0
        y = left.center[1] if radius < 46 else plan.body.y + 0.5 * (plan.slide.bottom - plan.body.y)
        at = Room(middle - radius, y - radius, 2 * radius, 2 * radius)
        name = "arrow-left" if written_rtl(page.context.deck.lang) else "arrow-right"
        if plan.choice.composition == "slant":
            y = plan.body.y + 0.5 * (plan.floor - plan.body.y)
            large = Room(middle - 92, y - 84, 168, 168)
            name = page.strings.shapes["arrow"]
            page.shape(large.box, Geometry("rightArrow"), fill="highlight", name=name)
            return
        icon = at.inset(0.42 * radius, 0.42 * radius, 0.42 * radius, 0.42 * radius)
        place: Place = self.origin.place
        # Between a calm and a loud plane: one that is as loud would be lost on it.
        lost = page.theme.paint("highlight", plan.tone) == page.theme.paint(
            page.theme.look.loud, plan.tone
        )
        fill: Role = "ground" if lost else "highlight"
        color: Role = "accent" if lost else readable(page, fill)
        page.group(
            [
                page.shape(at.box, mark_geometry(page.theme), fill=fill),
                page.icon(name, icon.box, color, place),
            ],
            page.strings.shapes["arrow"],
        )


def _paragraphs(column: Column) -> list[Paragraph]:
    head = list(column.title.paragraphs) if column.title else []
    if column.text:
        return [*head, *leveled(column.text.paragraphs, 3)]
    return [*head, *bullet_paragraphs(column.items, 1)]
