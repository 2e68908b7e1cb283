"""cycle: three to eight steps that come round again, on a ring."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import asin, degrees, radians, sin

from smdeck.compose import Align, Choice, Composition, Plan, Room, Type
from smdeck.compose.outlines import arc
from smdeck.model.fields import key
from smdeck.model.items import Item
from smdeck.model.text import Inline
from smdeck.page import Composed
from smdeck.scene import Role


def ring(plan: Plan, radius: float, disc: float) -> None:
    """Discs with arcs between them, as many on either side, or three; words outside."""
    body = plan.body
    radius, disc = _scaled(body, radius, disc)
    center = Room(body.x, body.y, body.w, body.h + 8).center
    start = -90.0 if plan.count == 3 else -90.0 - 180 / plan.count
    square = Room(center[0] - radius, center[1] - radius, 2 * radius, 2 * radius)
    if plan.count == 3:
        square = square._replace(y=square.y + 0.22 * radius)
    spots = square.ring(plan.count, radius, start)
    _arcs(plan, square.center, radius, disc, start)
    aligns: list[Align] = ["left" if x > center[0] - 1 else "right" for x, _ in spots]
    words = []
    for n, (x, y) in enumerate(spots):
        _mark(plan, n, x, y, disc)
        high, off = 2.2 * disc, abs(x - center[0]) + disc + 18
        if plan.count > 4:  # between the discs above and below, and clear of the arcs
            clear = 1.2 * disc if plan.theme.look.marks == "medal" else disc  # its shadow
            high, off = min(2.5 * disc, 2 * (_apart(spots) - clear)), max(off, radius + 22)
        above = 0.5 * high if plan.count <= 4 else 0.42 * high
        top, bottom = max(body.y, y - above), min(body.bottom, y + high / 2)
        if plan.count == 3 and n == 0:  # above the arc that leads away from it
            top, bottom = body.y, y + 8
        half = Room(center[0] + off, top, body.right - center[0] - off, bottom - top)
        words.append(half if aligns[n] == "left" else half._replace(x=body.x))
    plan.words(
        "item", words, title=Type("item", 36, 24), text=Type("cell"),
        anchor="middle" if plan.count <= 4 else "top", loud="accent", align=aligns,
        lines=4 if plan.count <= 4 else 2,
    )  # fmt: skip
    _center(plan, square.center, radius, disc, 36)


def _apart(spots: Sequence[tuple[float, float]]) -> float:
    """Return the least distance in height between points that are not level."""
    heights = sorted({round(y, 1) for _, y in spots})
    return min(below - above for above, below in pairwise(heights))


def discs(plan: Plan, radius: float, disc: float) -> None:
    """The title in a column, the steps in the discs of a large ring."""
    square = plan.column(4).inset(0, 0, 0, 8).disc(radius)
    _arcs(plan, square.center, radius, disc, -90)
    rooms = []
    # In a theme of one colour no role is louder than the brand's: the disc alone tells, by another.
    fills = plan.unlike(("brand",), ("highlight", "accent", "text", "contrast"))
    for n, (x, y) in enumerate(square.ring(plan.count, radius)):
        plan.dot(x, y, disc, fills[plan.marked(n)], n)
        rooms.append(Room(x - 0.93 * disc, y - 0.7 * disc, 1.86 * disc, 1.4 * disc))
    plan.words(
        "item title", rooms, "head", title=Type("cell", 26, 16), align="center", anchor="middle"
    )
    _center(plan, square.center, radius, disc, 40)


def listed(plan: Plan, radius: float, disc: float) -> None:
    """A ring of numbers on the right, rows with the words beside it."""
    _listed(plan, plan.body, radius, disc)


def tall(plan: Plan, radius: float, disc: float) -> None:
    """The title in a column; a ring and rows over the whole height."""
    _listed(plan, plan.column(4).inset(0, 0, 0, 8), radius, disc)


def _listed(plan: Plan, room: Room, radius: float, disc: float) -> None:
    radius, disc = _scaled(room, radius, disc)
    if plan.count == 3:  # arcs between large discs are short, and leave room for the centre
        disc *= 1.5
    left, right = room.cut("left", room.w - 2 * (radius + disc) - 28, 28)
    square = right.disc(radius)
    _arcs(plan, square.center, radius, disc, -90)
    for n, (x, y) in enumerate(square.ring(plan.count, radius)):
        at = Room(x - disc, y - disc, 2 * disc, 2 * disc)
        plan.numeral(n, at, disc, fill=_number_fill(plan, n), color="text")
    words = []
    for n, row in enumerate(left.rows(plan.count, 0)):
        if n:
            plan.rule(row, item=n)
        number, rest = row.cut("left", 40, 8)
        plan.numeral(n, number, 30)
        if plan.has("item icon"):
            r = min(26.0, row.h / 2 - 8)
            icon, rest = rest.cut("left", 2 * r, 14)
            plan.disc(n, icon.disc(r), _fill(plan, n), bare=True)
        words.append(rest.inset(0, 4, 0, 4))
    plan.words(
        "item", words, title=Type("item", 32, 22), text=Type("cell", 26), anchor="middle",
        loud="accent",
    )  # fmt: skip
    _center(plan, square.center, radius, disc, 34)


def _scaled(room: Room, radius: float, disc: float) -> tuple[float, float]:
    """Return the radii of ring and discs, smaller in a room lower than the usual body."""
    share = min(1.0, room.h / 376)
    return share * radius, share * disc


def _arcs(
    plan: Plan, center: tuple[float, float], radius: float, disc: float, start: float
) -> None:
    """Draw an arc from each disc to the next one, which it points at."""
    turn, beside = 360 / plan.count, degrees(2 * asin(disc / (2 * radius)))
    between = turn - 2 * beside
    apart = min(3.0, 0.1 * between)
    head = min(22.0, 0.8 * radius * radians(between - 2 * apart))
    for n in range(plan.count):
        begins = start + turn * n + beside + apart
        corners = arc(
            center, radius, start=begins, end=begins + between - 2 * apart, width=10, head=head
        )
        plan.outlined(corners, "calm")


def _fill(plan: Plan, n: int) -> Role:
    return plan.brand_or(n, "highlight", "accent", "text", "contrast")


def _number_fill(plan: Plan, n: int) -> Role:
    """Return the fill of the disc of a number; one that stands in none is loud by its colour."""
    if plan.marked(n) and plan.theme.look.numbers == "plain":
        return "highlight"
    return _fill(plan, n)


def _mark(plan: Plan, n: int, x: float, y: float, radius: float) -> None:
    """Put the icon of a step in its disc, or its number."""
    at = Room(x - radius, y - radius, 2 * radius, 2 * radius)
    if not plan.has("item icon"):
        plan.numeral(n, at, radius, fill=_number_fill(plan, n), color="text")
        return
    # A medal has a disc of its own, which lets through what is behind it.
    if plan.theme.look.marks not in ("plain", "medal"):
        plan.dot(x, y, radius, _fill(plan, n), n)
    plan.disc(n, at, _fill(plan, n), bare=True)


def _center(plan: Plan, at: tuple[float, float], radius: float, disc: float, most: float) -> None:
    """Put what it all turns around into the middle of the ring, clear of discs and arcs."""
    free, gap = radius - disc - 12, radius * sin(2 * asin(disc / (2 * radius)))
    if plan.count == 3:  # its arcs are long, and bend into the middle of the ring
        free = gap + 2
    if plan.theme.look.marks == "medal":  # whose shadows reach inwards
        free -= 22
    high = min(0.6 * free, gap) if plan.count == 4 else 0.6 * free  # between its arcs
    room = Room(at[0] - 0.97 * free, at[1] - high, 1.94 * free, 2 * high)
    plan.words(
        "center", room, "head", title=Type("body", most, 18), align="center",
        anchor="middle", counts=False, heads=3,
    )  # fmt: skip


def columns(plan: Plan, across: float) -> None:
    """Rows of steps without a ring; what they turn around stands above."""
    body = plan.body
    if plan.has("center"):
        top, body = body.cut("top", 40, 8)
        plan.words("center", top, "head", title=Type("item", 32, 18), color="accent", counts=False)
    words = []
    for n, cell in enumerate(body.grid(plan.count, int(across), 0)):
        if n >= across:
            plan.rule(cell, item=n)
        radius = min(40.0, 0.4 * cell.h)
        head, rest = cell.inset(0, 0, 12, 0).cut("left", 2 * radius, 18)
        _mark(plan, n, *head.disc(radius).center, radius)
        words.append(rest.inset(0, 2, 0, 2))
    plan.words(
        "item", words, title=Type("item", 36, 22), text=Type("cell"), anchor="middle",
        loud="accent",
    )  # fmt: skip


class Cycle(Composed):
    """Steps that lead back to the first; what they turn around stands in the middle."""

    names = {
        "de": "Kreislauf", "en": "Cycle", "es": "Ciclo", "fr": "Cycle", "it": "Ciclo",
        "nl": "Cyclus", "pl": "Cykl",
    }  # fmt: skip
    group = "diagrams"
    compositions = (
        Composition(
            "ring", ring, (3, 4), lacks=("item items",), de="Ring",
            steps=({"radius": 160.0, "disc": 72.0}, {"radius": 140.0, "disc": 58.0}),
        ),
        Composition(
            "discs", discs, (4, 8), lacks=("more", "item items"), stage="column", de="Scheiben",
            steps=({"radius": 176.0, "disc": 68.0}, {"radius": 186.0, "disc": 60.0}),
        ),
        Composition(
            "wheel", ring, (6, 8), needs="wheel", lacks=("item items",), de="Rad",
            steps=({"radius": 152.0, "disc": 44.0}, {"radius": 136.0, "disc": 36.0}),
        ),
        Composition(
            "list", listed, (3, 8), de="Liste",
            steps=({"radius": 140.0, "disc": 42.0}, {"radius": 120.0, "disc": 32.0}),
        ),
        Composition(
            "tall", tall, (4, 8), stage="column", de="Hoch",
            steps=({"radius": 106.0, "disc": 26.0},),
        ),
        Composition(
            "columns", columns, (3, 8), de="Spalten", steps=({"across": 2.0}, {"across": 1.0})
        ),
    )  # fmt: skip
    usual = Choice(
        "cycle", "", "ring", 0, 4,
        given=frozenset({"item title", "item text", "item icon", "center"}),
    )  # fmt: skip
    example = """\
layout: cycle
title: Dialog ist ein Kreislauf
center: Jede Woche
items:
  - {icon: ear, title: Zuhören, text: "Wo spricht man über uns?"}
  - {icon: messages, title: Antworten, text: Fragen ernst nehmen, featured: true}
  - {icon: photo, title: Zeigen, text: "Inhalte, die weiterhelfen"}
  - {icon: chart-bar, title: Auswerten, text: "Was wirkt, das bleibt"}
"""

    title: Inline = key("The slide's message.")
    items: list[Item] = key(
        "The steps, clockwise from the top.", least=3, most=8,
        shows="icon title text items link featured",
    )  # fmt: skip
    center: Inline | None = key("What they turn around, in a few words.", None)

    def given(self) -> frozenset[str]:
        given = super().given()
        if len(self.items) % 2 == 0 and "item icon" in given:
            given |= {"wheel"}
        return given | {"more"} if {"item text", "item icon"} & given else given
