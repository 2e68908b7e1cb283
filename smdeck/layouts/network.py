"""network: a hub and its ties, strong ones near and thick, weak ones far and dotted."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from smdeck.compose import Align, Anchor, Choice, Composition, Plan, Room, Type
from smdeck.compose.outlines import CENTER, hub_geometry
from smdeck.model.fields import key
from smdeck.model.items import Item
from smdeck.model.text import Block, Inline, Paragraph, Run
from smdeck.page import Composed
from smdeck.scene import Geometry, Line

Point = tuple[float, float]

STRONG, WEAK = Line("brand", 10), Line("muted", 2, dotted=True)
DOT = 12.0
"""The radius of a weak node in points."""

NAME = Type("label", 24, 16)
"""The names of nodes beside their dots."""


class Label(NamedTuple):
    """Where the name of a node stands beside its dot."""

    dot: Point
    room: Room
    align: Align
    anchor: Anchor


class Rings(NamedTuple):
    """Where the nodes stand around a hub: the strong ones on a ring, the weak ones far from it."""

    hub: Point
    strong: list[Point]
    weak: list[Label]


def rings(plan: Plan, radius: float, wide: float) -> None:
    """Strong nodes as discs around the hub, their names in them; weak ones far, names beside."""
    stage = plan.column(4, below="text", lower=180, most=42)
    strong, weak = _counts(plan)
    placed = arranged(stage, strong, weak, radius, wide)
    if placed is None:  # there is no place for so many: nothing fits
        placed = Rings(stage.center, [stage.center] * strong, [])
        placed.weak.extend([Label(stage.center, Room(0, 0, 0, 0), "left", "top")] * weak)
    _hub(plan, placed.hub, radius)
    _discs(plan, placed.strong, 0.67 * radius)
    _dots(plan, placed.weak, "weak", DOT, range(strong, strong + weak))
    _legend(plan, Room(plan.x(1), stage.bottom - 116 - _subtitled(plan), 290, 88))


ARC = 0.6
"""The height of the arc that names stand on beside a hub, from its middle, as a share of the
room's."""


def fan(plan: Plan, radius: float) -> None:
    """The hub on the left, names in rows on the right, the strong ones nearer."""
    stage = plan.column(4, below="text", lower=180, most=42)
    strong, _ = _counts(plan)
    hub = (stage.x + radius, stage.center[1])
    _hub(plan, hub, radius)
    rows = stage.rows(plan.count, 0)
    near, far = _shared(range(plan.count), strong)

    def around(n: int, reach: float) -> Label:
        """Return the name of a row, on an arc around the hub."""
        share = (rows[n].center[1] - hub[1]) / (ARC * stage.h)
        return _right(rows[n], hub[0] + (radius + reach) * math.sqrt(1 - share * share))

    _dots(plan, [around(n, 64) for n in near], "strong", 16, range(strong))
    _dots(plan, [around(n, 148) for n in far], "weak", DOT - 2, range(strong, plan.count))
    _legend(plan, Room(plan.x(1), stage.bottom - 116 - _subtitled(plan), 290, 88))


def sides(plan: Plan, radius: float, far: float) -> None:
    """Below the title: the hub in the middle, names in rows on both sides."""
    body = plan.body
    if plan.has("text"):
        foot, body = body.inset(0, 0, 0, 8).cut("bottom", 74, 4)
        plan.words("text", foot, "prose", text=Type("cell", 26, 18), anchor="bottom", counts=False)
    elif plan.has("legend"):
        foot, body = body.cut("bottom", 36, 8)
        _legend(plan, foot, 2)
    strong, _ = _counts(plan)
    _hub(plan, body.center, radius)
    halves = (plan.count + 1) // 2, plan.count // 2
    right = body._replace(x=body.center[0], w=body.w / 2).rows(halves[0], 0)
    left = body._replace(w=body.w / 2).rows(halves[1], 0) if halves[1] else []
    near, others = _shared(range(halves[0]), (strong + 1) // 2)
    near_left, others_left = _shared(range(halves[1]), strong // 2)
    edge, other = body.center[0] + radius, body.center[0] - radius
    strongs = [_right(right[n], edge + far / 2) for n in near]
    strongs += [_left(left[n], other - far / 2) for n in near_left]
    weaks = [_right(right[n], edge + far) for n in others]
    weaks += [_left(left[n], other - far) for n in others_left]
    _dots(plan, strongs, "strong", 14, range(strong))
    _dots(plan, weaks, "weak", DOT - 2, range(strong, plan.count))


def _subtitled(plan: Plan) -> float:
    """Return how much higher a legend stands where a subtitle has the foot of the column."""
    return 84.0 if plan.has("subtitle") else 0.0


def _counts(plan: Plan) -> tuple[int, int]:
    """Return how many strong and weak nodes there are."""
    strong = int(str(plan.choice.shape[0]))
    return strong, plan.count - strong


def _shared(rows: Sequence[int], strong: int) -> tuple[list[int], list[int]]:
    """Return the rows of strong nodes, those in the middle, and of the others."""
    first = (len(rows) - strong) // 2
    near = list(rows[first : first + strong])
    return near, [n for n in rows if n not in near]


def _right(row: Room, x: float) -> Label:
    return Label((x, row.center[1]), row._replace(x=x + 24, w=row.right - x - 24), "left", "middle")


def _left(row: Room, x: float) -> Label:
    return Label((x, row.center[1]), row._replace(w=x - 24 - row.x), "right", "middle")


def _around(center: Point, radius: float) -> Room:
    return Room(center[0] - radius, center[1] - radius, 2 * radius, 2 * radius)


def _disc(plan: Plan, center: Point, radius: float) -> Room:
    """Return where a disc stands; a square, whose corners reach farther, is smaller."""
    return _around(center, radius if plan.round_marks else 0.76 * radius)


def _outline(plan: Plan) -> Geometry:
    return hub_geometry(plan.round_marks)


def _inside(plan: Plan, room: Room) -> Room:
    """Return where words stand inside of a hub or disc."""
    edge = (0.13 if plan.round_marks else 0.05) * room.w
    return room.inset(edge, edge, edge, edge)


def _hub(plan: Plan, center: Point, radius: float) -> None:
    room = _disc(plan, center, radius)
    plan.words(
        "center", [_inside(plan, room)], "head", title=Type("item", 38, 18), align="center",
        anchor="middle", colors=plan.bold_text_colors("highlight"), counts=False, loose=True,
    )  # fmt: skip
    plan.piece("hub", room, _outline(plan), "highlight", words=("center", 0))


def _discs(plan: Plan, centers: Sequence[Point], radius: float) -> None:
    """Put strong nodes as discs with their names in them."""
    rooms = [_disc(plan, center, radius) for center in centers]
    plan.words(
        "strong", [_inside(plan, room) for room in rooms], "head", title=NAME, align="center",
        anchor="middle", colors=plan.bold_text_colors("brand"), counts=False, loose=True,
    )  # fmt: skip
    for n, room in enumerate(rooms):
        plan.piece(f"node {n}", room, _outline(plan), "brand", n, words=("strong", n))
        plan.tie(("hub", CENTER), (f"node {n}", CENTER), STRONG, n)


def _dots(
    plan: Plan, labels: Sequence[Label], name: str, radius: float, numbers: Sequence[int]
) -> None:
    """Put nodes as dots with their names beside them; strong ones are bold."""
    # Words of one name are set alike: those of each alignment have a name of their own.
    groups: dict[tuple[Align, Anchor], list[int]] = {}
    for n, label in enumerate(labels):
        groups.setdefault((label.align, label.anchor), []).append(n)
    for (align, anchor), members in groups.items():
        called = f"{name} {align} {anchor} {' '.join(map(str, members))}"
        strong = name == "strong"
        plan.words(
            called, [labels[n].room for n in members], "head" if strong else "prose", title=NAME,
            text=NAME, align=align, anchor=anchor, counts=not strong, loose=True, group="names",
        )  # fmt: skip
        for k, n in enumerate(members):
            item = numbers[n]
            weak = plan.seen("step_2", "calm", "muted")
            fill, line = ("brand", STRONG) if name == "strong" else (weak, WEAK)
            plan.piece(f"node {item}", _around(labels[n].dot, radius), _outline(plan), fill, item)  # type: ignore[arg-type]
            plan.piece(f"name {item}", labels[n].room, item=item, words=(called, k))
            plan.tie(("hub", CENTER), (f"node {item}", CENTER), line, item)


def _legend(plan: Plan, room: Room, columns: int = 1) -> None:
    """Say in words what thick and dotted mean, where the slide has no text that does."""
    if not plan.has("legend"):
        return
    cells = room.grid(2, columns, 8)
    for n, (cell, line) in enumerate(zip(cells, (STRONG, WEAK), strict=True)):
        y = cell.center[1]
        plan.draw(Room(cell.x, y, 40, 0), Geometry("line"), None, None, line)
        words = cell.inset(54, 0, 0, 0)
        plan.words(
            "legend", [cell.inset(54, 0, 0, 0) for cell in cells], "head", title=NAME,
            anchor="middle", regular=True, counts=False, loose=True,
        ) if n == 0 else None  # fmt: skip
        plan.piece(f"legend {n}", words, words=("legend", n))


# Rings.

FAR: dict[str, tuple[float, float, str]] = {
    "top left": (-0.54, -1, "left"),
    "top right": (0.54, -1, "right"),
    "upper left": (-1, -0.5, "above"),
    "upper right": (1, -0.5, "above"),
    "left": (-1, -0.04, "below"),
    "right": (1, -0.04, "below"),
    "lower left": (-1, 0.42, "below"),
    "lower right": (1, 0.42, "below"),
    "bottom left": (-0.54, 1, "left"),
    "bottom right": (0.54, 1, "right"),
}
"""Where weak nodes stand, in shares of half the stage, and on which side of the dot their names."""

CORNERS = ("top left", "top right", "bottom left", "bottom right")
FAR_BY_COUNT: dict[int, tuple[str, ...]] = {
    0: (),
    1: ("right",),
    2: ("left", "right"),
    3: ("top left", "bottom left", "right"),
    4: CORNERS,
    5: ("top left", "top right", "left", "right", "bottom right"),
    6: (*CORNERS, "left", "right"),
    7: (*CORNERS, "left", "right", "lower right"),
    8: (*CORNERS, "left", "right", "lower left", "lower right"),
    9: (*CORNERS, "left", "right", "lower left", "lower right", "upper left"),
    10: tuple(FAR),
}

NEAR_BY_COUNT: dict[int, tuple[float, ...]] = {
    0: (),
    1: (214,),
    2: (214, -34),
    3: (214, -34, 90),
    4: (214, -34, 90, -90),
    5: (210, -30, 30, 150, -90),
    6: (210, -30, 30, 150, -90, 90),
}
"""The directions of strong nodes in degrees, where the ties of weak ones leave room."""


def arranged(stage: Room, strong: int, weak: int, radius: float, wide: float) -> Rings | None:
    """Return where nodes stand around a hub, with names so wide, or None if there is no place.

    The strong ones stand on a ring, in the gaps between the ties of the weak ones, whose names
    stand beside or below their dots.
    """
    far = (10, 10, 10 if strong < 3 else 8, 8, 8, 4, 4, 0, 0)
    if strong >= len(far) or weak > far[strong]:
        return None
    disc = 0.67 * radius
    reach = radius + disc + APART
    angles = NEAR_BY_COUNT.get(strong) or tuple(-90 + 360 * n / strong for n in range(strong))
    if weak > 8:
        angles = (-90.0, 90.0)[:strong]
    if strong > 6:
        reach = (disc + APART / 2) / math.sin(math.pi / strong)
    discs = [_on(stage.center, reach, angle) for angle in angles]
    corners = CORNERS[:weak] if strong > 4 else FAR_BY_COUNT[weak]
    return Rings(stage.center, discs, [_label(stage, FAR[one], wide) for one in corners])


APART = 14.0
"""The space between discs, and how much of a strong tie is seen, in points."""

HIGH = 58.0
"""The height of a name: two lines."""


def _on(center: Point, radius: float, degrees: float) -> Point:
    angle = math.radians(degrees)
    return center[0] + radius * math.cos(angle), center[1] + radius * math.sin(angle)


def _label(stage: Room, place: tuple[float, float, str], wide: float) -> Label:
    """Return a weak node and where its name stands."""
    across, down, side = place
    x = stage.center[0] + across * (stage.w - wide) / 2
    y = stage.center[1] + down * (stage.h - HIGH) / 2
    match side:
        case "left":
            room = Room(stage.x, y - HIGH / 2, x - 20 - stage.x, HIGH)
            return Label((x, y), room, "right", "middle")
        case "right":
            room = Room(x + 20, y - HIGH / 2, stage.right - x - 20, HIGH)
            return Label((x, y), room, "left", "middle")
        case "above":
            return Label((x, y), Room(x - wide / 2, y - 15 - HIGH, wide, HIGH), "center", "bottom")
    return Label((x, y), Room(x - wide / 2, y + 15, wide, HIGH), "center", "top")


class Network(Composed):
    """A hub in the middle of its ties; every line stays glued to the shapes it joins."""

    names = {
        "de": "Netzwerk", "en": "Network", "es": "Red",
        "fr": "Réseau", "it": "Rete", "nl": "Netwerk", "pl": "Sieć",
    }  # fmt: skip
    group = "diagrams"
    compositions = (
        Composition(
            "rings", rings, (1, 12), stage="column", de="Ringe",
            steps=(
                {"radius": 86.0, "wide": 176.0}, {"radius": 72.0, "wide": 204.0},
            ),
        ),
        Composition(
            "fan", fan, stage="column", de="Fächer", steps=({"radius": 86.0}, {"radius": 60.0})
        ),
        Composition(
            "sides", sides, de="Seiten",
            steps=({"radius": 86.0, "far": 120.0}, {"radius": 56.0, "far": 64.0}),
        ),
    )  # fmt: skip
    usual = Choice("network", "", "rings", 0, 7, given=frozenset({"text"}), shape=(3,))
    example = """\
layout: network
title: Starke Bande sind nah, schwache viele
center: Ihre Marke
text: |
  **Starke** bleiben erhalten.

  **Schwache** kommen in hoher Zahl hinzu.
items:
  - {title: Familie, tie: strong}
  - {title: Freunde, tie: strong}
  - {title: Team, tie: strong}
  - Schulfreundin
  - Studienfreund
  - Brieffreundin
  - Kollegen von früher
  - Kunde
  - Kundin
  - Nachbarn
"""

    title: Inline = key("The slide's message.")
    center: Inline = key("Who or what the ties lead to.")
    items: list[Item] = key(
        "The nodes; `tie: strong` ones stand near.", least=3, most=16, shows="title tie"
    )
    text: Block | None = key("What the picture means, beside it.", None)

    def given(self) -> frozenset[str]:
        legend = {"legend"} if not self.text and len({item.tie for item in self.items}) == 2 else ()
        return super().given() & {"text", "subtitle", "source"} | frozenset(legend)

    def shape(self) -> tuple[object, ...]:
        return (len(self._tied("strong")),)

    def _tied(self, tie: str) -> list[Item]:
        return [item for item in self.items if item.tie == tie]

    def said(self, name: str) -> Sequence[Sequence[Paragraph]]:
        if name == "center":
            return [self.center.paragraphs]
        if name == "legend":
            words = self.context.strings.strong_tie, self.context.strings.weak_tie
            return [[Paragraph((Run(word),))] for word in words]
        tie, *rest = name.split()
        if tie not in ("strong", "weak"):
            return super().said(name)
        titles = [item.title.paragraphs if item.title else () for item in self._tied(tie)]
        return [titles[int(n)] for n in rest[2:]] if rest else titles

    def name_of(self, item: int) -> str:
        title = [*self._tied("strong"), *self._tied("weak")][item].title
        return title.plain if title else ""

    def alt(self) -> str:
        names = ", ".join(item.title.plain for item in self._tied("strong") if item.title)
        others = ", ".join(item.title.plain for item in self._tied("weak") if item.title)
        strings = self.context.strings
        kinds = [(strings.strong_tie, names), (strings.weak_tie, others)]
        said = [f"{kind}: {list_}" for kind, list_ in kinds if list_]
        return f"{self.center.plain} – {'; '.join(said)}"
