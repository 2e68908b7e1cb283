"""matrix: two axes and four quadrants, which hold words or up to twelve points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

from smdeck.compose import Align, Choice, Composition, Plan, Room, Type
from smdeck.compose.choosing import Chooser, plan_of
from smdeck.compose.paragraphs import linked
from smdeck.compose.point_names import DOT, Spot, name_rooms, side_of
from smdeck.findings import Findings, are
from smdeck.fit import text_width
from smdeck.model.fields import key
from smdeck.model.items import Axis, Item
from smdeck.model.text import Inline, Paragraph
from smdeck.page import Composed, Page
from smdeck.scene import Level, Role, SceneNode, Style
from smdeck.theme import Theme

GAP = 6.0
"""The space between quadrants, and between a point and its name."""

TOP, FOOT = 36.0, 46.0
"""What the axes take above and below the quadrants."""

LEGIBLE = 18.0
"""From this size on, names of points are no reason to take another composition."""


def beside(plan: Plan, side: float) -> None:
    """The title in a column, the quadrants over the whole height."""
    stage = plan.column(5)
    _quadrants(plan, stage._replace(h=stage.h - 18), side)


def below(plan: Plan, side: float) -> None:
    """The quadrants below the title."""
    _quadrants(plan, plan.body.inset(16, 0, 0, 0), side)


def _quadrants(plan: Plan, room: Room, side: float) -> None:
    """Draw axes and quadrants, and put the words of both there.

    `side` is the room left of them, where the upright axis says what its ends mean.
    """
    if not (plan.has("y low") or plan.has("y high")):
        side = 0.0
    field = room.inset(side, TOP, 0, FOOT)
    _axes(plan, field, side)
    cells = field.grid(4, 2, GAP)
    for n, cell in enumerate(cells):
        plan.plane(cell, quadrant_fill(plan, n), None if plan.has("points") else n)
    if plan.has("points"):
        for n, cell in enumerate(cells, 1):
            at_foot = -n in plan.choice.shape
            head = cell.inset(16, 10, 16, 10).cut("bottom" if at_foot else "top", 36)[0]
            plan.words(
                f"quadrant {n}", head, "head", title=Type("item", 26, 18), group="quadrants",
                heads=1, anchor="bottom" if at_foot else "top",
            )  # fmt: skip
        return
    rooms = [cell.inset(18, 14, 16, 12) for cell in cells]
    if plan.has("item icon"):
        for n, inner in enumerate(rooms):
            icon, rooms[n] = inner.cut("right", 52, 8)
            plan.disc(n, icon.disc(26, 1, 0), plan.text_colors_at(cells[n]).accent, bare=True)
    plan.words("item", rooms, title=Type("item", 34, 22), text=Type("cell"))


def quadrant_fill(plan: Plan, n: int) -> Role:
    """Return the colour of a quadrant: that of one that is set off is the brand's."""
    return "brand" if n in plan.choice.shape else "surface"


def _axes(plan: Plan, field: Room, side: float) -> None:
    x, y = field.x - 14, field.bottom + 12
    plan.arrow((field.x, y), (field.right, y))
    plan.arrow((x, field.bottom), (x, field.y))
    name = Type("meta")
    over = Room(x - 2, field.y - TOP, field.w, TOP - 6)
    plan.words("y title", over, "head", title=name, color="muted", group="axes", anchor="bottom")
    row = Room(field.x, y + 8, field.w, FOOT - 16)
    align: Align = "right"
    middle = row
    if plan.has("x low") or plan.has("x high"):
        align, middle = "center", row.inset(0.32 * row.w, 0, 0.32 * row.w, 0)
    plan.words("x title", middle, "head", title=name, color="muted", align=align, group="axes")
    ends = row._replace(w=0.3 * row.w)
    plan.words("x low", ends, "prose", text=name, color="muted", group="ends", counts=False)
    plan.words(
        "x high", ends._replace(x=row.right - ends.w), "prose", text=name, color="muted",
        group="ends", align="right", counts=False,
    )  # fmt: skip
    strip = Room(field.x - 14 - side, field.y, side - 10, field.h)
    plan.words(
        "y high", strip.cut("top", 64)[0], "prose", text=name, color="muted", group="ends",
        align="right", counts=False,
    )  # fmt: skip
    plan.words(
        "y low", strip.cut("bottom", 64)[0], "prose", text=name, color="muted", group="ends",
        align="right", anchor="bottom", counts=False,
    )  # fmt: skip


class Matrix(Composed):
    """Four quadrants between two axes: their words, or points where they belong."""

    names = {
        "de": "Matrix", "en": "Matrix", "es": "Matriz", "fr": "Matrice", "it": "Matrice",
        "nl": "Matrix", "pl": "Macierz",
    }  # fmt: skip
    group = "diagrams"
    compositions = (
        Composition(
            "beside", beside, stage="column", de="Spalte", steps=({"side": 84.0}, {"side": 130.0})
        ),
        Composition(
            "below", below, de="Unten", steps=({"side": 84.0}, {"side": 150.0}, {"side": 260.0})
        ),
    )
    usual = Choice(
        "matrix", "", "beside", 0, 4,
        given=frozenset({"item title", "item text", "x title", "y title", "subtitle"}),
    )  # fmt: skip
    example = """\
layout: matrix
title: Was viel bewirkt, ist oft schnell getan
subtitle: "**Zuhören** und **Antworten** kosten wenig, bringen aber viel Nähe."
x: Aufwand
y: Wirkung
quadrants: [{title: Sofort tun, featured: true}, Planen, Nebenbei, Lassen]
items:
  - {title: Antworten, x: 0.1, y: 0.62}
  - {title: Zuhören, x: 0.2, y: 0.8, featured: true}
  - {title: Eigener Film, x: 0.62, y: 0.68}
  - {title: Profil pflegen, x: 0.14, y: 0.22}
  - {title: Jeder Trend, x: 0.62, y: 0.18}
"""

    title: Inline = key("The slide's message.")
    x: Axis = key("The axis to the right.")
    y: Axis = key("The axis upwards.")
    items: list[Item] = key(
        "The four quadrants, row by row from the top left; or points, each with `x` and `y`.",
        least=1,
        most=12,
        shows="title text icon items link featured x y",
    )
    quadrants: list[Item] = key(
        "The names of the quadrants that points stand in, row by row from the top left.",
        list,
        least=4,
        most=4,
        shows="title featured",
    )

    _spots: Sequence[Spot] = ()
    _rooms: Sequence[Room] = ()
    _size: float = 0
    """Where points and their names stand on the page that is drawn, and the size of names."""

    @property
    def placed(self) -> bool:
        """Whether its items are points."""
        return any(item.x is not None or item.y is not None for item in self.items)

    def check(self, findings: Findings) -> None:
        if not self.placed:
            if len(self.items) != 4:
                findings.error(
                    "item-count",
                    f"`matrix` takes 4 quadrants, here {are(len(self.items))}",
                    self.at("items"),
                    "with `x` and `y` from 0 to 1 items are points, up to twelve",
                )
            if self.quadrants:
                findings.error(
                    "unshown-key",
                    "`quadrants` names what points stand in, and the items are no points",
                    self.at("quadrants"),
                    "give each item `x` and `y` from 0 to 1, or remove the line",
                )
            return
        for item in self.items:
            self._check_point(item, findings)

    def _check_point(self, item: Item, findings: Findings) -> None:
        for name in ("x", "y"):
            if getattr(item, name) is None:
                findings.error(
                    "missing-field",
                    f"a point of a `matrix` needs the field `{name}`",
                    item.place,
                    "it is a number from 0 to 1: where the point stands on that axis",
                )
        for name in ("text", "icon", "items"):
            if getattr(item, name):
                findings.error(
                    "unshown-key",
                    f"a point of a `matrix` can't show the `{name}` of an item",
                    item.at(name),
                    "without `x` and `y` four items are the quadrants, and show it",
                )

    def chooser(self, theme: Theme, tone: str, declined: bool = False) -> Chooser:
        """Return what tries the compositions in which the names of points are the largest.

        Choosing sees no words that have no placeholder.
        """
        chooser = super().chooser(theme, tone, declined)
        ways = chooser.compositions
        if len(ways) > 1 and self.placed and all(item.title for item in self.items):
            sizes = [min(LEGIBLE, self._size_in(theme, chooser.base, way)) for way in ways]
            largest = max(sizes)
            chooser.compositions = [
                way for way, size in zip(ways, sizes, strict=True) if size == largest
            ]
        return chooser

    def _size_in(self, theme: Theme, base: Choice, way: Composition) -> float:
        """Return the size of the names of points in a composition at its narrowest."""
        choice = base._replace(composition=way.name, step=len(way.steps) - 1)
        plan = plan_of(theme, Room.of(theme.body), choice, way)
        heads = {words.name: words.rooms[0] for words in plan.words_of}
        rooms = [self._head(theme, n, heads[f"quadrant {n + 1}"], 26.0) for n in self._named]
        return self._placed_names(theme, self._cells(plan), rooms)[0]

    def given(self) -> frozenset[str]:
        ends = {
            f"{name} {part}"
            for name in ("x", "y")
            for part in ("title", "low", "high")
            if getattr(getattr(self, name), part)
        }
        points = {"points", *(f"quadrant {n + 1}" for n in range(len(self.quadrants)))}
        return super().given() | ends | (points if self.placed else set())

    def shape(self) -> tuple[object, ...]:
        fields = self.quadrants if self.placed else self.items
        featured = (n for n, item in enumerate(fields) if item.featured)
        return (*featured, *(-n for n in self._at_foot()))

    def _at_foot(self) -> Iterator[int]:
        """Yield the numbers, from 1, of the quadrants whose names stand at their foot: points lie
        where names usually do, and none there."""
        for n, quadrant in enumerate(self.quadrants if self.placed else ()):
            reach = (_width(quadrant, 26.0, self.context.theme, True) + 2 * DOT + 16) / QUADRANT
            spots = [_local(item) for item in self.items]
            beside = [down for own, across, down in spots if own == n and across < reach]
            if any(down < HEAD for down in beside) and all(down < 1 - HEAD for down in beside):
                yield n + 1

    def marked(self) -> int:
        return 0

    def said(self, name: str) -> Sequence[Sequence[Paragraph]]:
        first, _, part = name.partition(" ")
        if first in ("x", "y"):
            return [getattr(getattr(self, first), part).paragraphs]
        if first == "quadrant":
            title = self.quadrants[int(part) - 1].title
            return [title.paragraphs if title else ()]
        return super().said(name)

    def of_item(self, page: Page, plan: Plan, n: int) -> Sequence[SceneNode | None]:
        if not self.placed or not all(item.title for item in self.items):
            return ()
        if n == 0:
            self._arrange(page, plan)
        return [self._point(page, plan, n)] if self._rooms else ()

    def _arrange(self, page: Page, plan: Plan) -> None:
        """Find where the names of all points stand, as large as they can be."""
        heads = []
        for n in self._named:
            name = f"quadrant {n + 1}"
            size = max(self.starts(name), default=26.0)
            heads.append(self._head(page.theme, n, Room.of(page.placeholders[name].box), size))
        cells = self._cells(plan)
        self._spots = [_spot(cells, item) for item in self.items]
        if self._report_covered(page, cells, heads):
            self._rooms = []
            return
        self._size, self._rooms = self._placed_names(page.theme, cells, heads)
        if not self._rooms:
            page.context.findings.error(
                "overflow",
                "the names of the points stand too close to each other to be read",
                self.at("items"),
                "use shorter names or fewer points, or move them apart",
            )

    def _report_covered(self, page: Page, cells: Sequence[Room], heads: Sequence[Room]) -> bool:
        """Report points whose names have no room but on the name of a quadrant; return whether
        there are some."""
        *_, (size,) = page.theme.type.sizes("label")
        before = len(page.context.findings)
        for item, spot in zip(self.items, self._spots, strict=True):
            cell, wide = spot[2], [_width(item, size, page.theme)]
            if name_rooms([spot], wide, 1.2 * size, cells, heads) is not None or not heads:
                continue
            if name_rooms([spot], wide, 1.2 * size, cells, ()) is not None:
                head, half = heads[cell], 0.6 * size
                at_foot = -1 - cell in self.shape()
                edge = head.y - half if at_foot else head.bottom + half
                self._report_on_name(page, item, cell, edge, cells)
        return page.context.findings.failed_since(before)

    def _report_on_name(
        self, page: Page, item: Item, n: int, edge: float, cells: Sequence[Room]
    ) -> None:
        """Report that a point stands on the name of quadrant `n`, and at which `y` it does not, as
        names of points reach to the `edge`."""
        top, bottom = cells[0].y + DOT + 2, cells[3].bottom - DOT - 2
        at_foot = -1 - n in self.shape()
        free = 1 - (edge + (-DOT if at_foot else DOT) - top) / (bottom - top)
        where, y = ("up", ceil(100 * free)) if at_foot else ("down", int(100 * free))
        called = " ".join(item.title.plain.split()) if item.title else ""
        title = self.quadrants[n].title
        page.context.findings.error(
            "overflow",
            f"the point `{called}` stands on the name of the quadrant `{title.plain}`"
            if title
            else f"the point `{called}` stands on the name of a quadrant",
            item.at("y"),
            f"move it {where}: at `y: {y / 100:g}` the name is free",
        )

    @property
    def _named(self) -> range:
        return range(len(self.quadrants))

    def _cells(self, plan: Plan) -> list[Room]:
        return [Room.of(one.shape.box) for one in plan.shapes][-4:]

    def _placed_names(
        self, theme: Theme, cells: list[Room], heads: Sequence[Room]
    ) -> tuple[float, Sequence[Room]]:
        """Return the largest size at which the names of all points have a place, and the places;
        0 and none where they don't."""
        spots = [_spot(cells, item) for item in self.items]
        for (size,) in theme.type.sizes("label"):
            widths = [_width(item, size, theme) for item in self.items]
            rooms = name_rooms(spots, widths, 1.2 * size, cells, heads)
            if rooms is not None:
                return size, rooms
        return 0.0, ()

    def _head(self, theme: Theme, n: int, room: Room, size: float) -> Room:
        """Return where the name of a quadrant stands, no wider than its words."""
        wide = _width(self.quadrants[n], size, theme, True) + GAP
        return room._replace(w=min(room.w, wide))

    def _point(self, page: Page, plan: Plan, n: int) -> SceneNode:
        """Put a point and its name on the page."""
        item, room, (x, y, cell) = self.items[n], self._rooms[n], self._spots[n]
        assert item.title
        behind = quadrant_fill(plan, cell)
        colors = plan.text_colors(behind)
        fill: Role = "brand" if behind == "surface" else colors.accent
        if item.featured:
            fill = plan.seen("highlight", on=behind)
        disc = Room(x - DOT, y - DOT, 2 * DOT, 2 * DOT).box
        dot = page.shape(disc, plan.mark_geometry, fill=fill)
        level = Level(colors.text, bold=item.featured)
        style = Style((level,), ((self._size,),), side_of(x, room), "middle")
        said = Inline((Paragraph(linked(item.title.runs, item.link)),), item.title.place)
        label = page.label(room.box, said, style, group="points")
        return page.group([dot, label], item.title.plain)


QUADRANT, HEAD = 250.0, 0.37
"""How wide a quadrant is at the least, in points, and which share of its height its name takes."""


def _local(item: Item) -> tuple[int, float, float]:
    """Return the quadrant of a point, and where it stands in that: shares from its upper left."""
    across, down = item.x or 0.0, 1 - (item.y or 0.0)
    right, low = across >= 0.5, down > 0.5
    return right + 2 * low, 2 * across - right, 2 * down - low


def _spot(cells: list[Room], item: Item) -> Spot:
    """Return where a point stands: its numbers are shares of a field that holds all discs."""
    edge = DOT + 2
    left, top = cells[0].x + edge, cells[0].y + edge
    wide, high = cells[3].right - edge - left, cells[3].bottom - edge - top
    across, up = item.x or 0.0, item.y or 0.0
    x, y = left + across * wide, top + (1 - up) * high
    return x, y, (across >= 0.5) + 2 * (up < 0.5)


def _width(item: Item, size: float, theme: Theme, strong: bool = False) -> float:
    """Return how wide the name of a point is, in points."""
    said = " ".join(item.title.plain.split()) if item.title else ""
    return text_width(said, size, theme, Level(bold=item.featured or strong)) / 0.97 + 2
