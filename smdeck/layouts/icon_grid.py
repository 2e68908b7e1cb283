"""icon-grid: two to eight equal points, each with an icon in a disc."""

from __future__ import annotations

from smdeck.compose import Choice, Composition, Plan, Room, Type
from smdeck.compose.rows import rows
from smdeck.model.fields import key
from smdeck.model.items import Item
from smdeck.model.text import Inline
from smdeck.page import SPLIT, Composed
from smdeck.scene import Role

COLORS: tuple[Role, ...] = ("series_1", "series_2", "series_3", "series_4")


BAND: tuple[Role, ...] = ("brand", "highlight", "contrast")
"""The fills of tiles from edge to edge."""


def color(plan: Plan, item: int) -> Role:
    """Return the colour of a disc: several for a few, else one, with one set off."""
    if plan.theme.look.marks == "plain":
        return "accent"
    if plan.marked(item):
        return "highlight"
    return COLORS[item] if plan.count <= 4 and not plan.choice.marked else "brand"


def thread(plan: Plan, radius: float) -> None:
    """Large discs on a thread from edge to edge, words centred below."""
    columns = plan.body.columns(plan.count)
    apart = 0.4 if plan.theme.look.marks == "ring" else 0.43  # light needs room around it
    reach = min(radius, apart * (columns[1].x - columns[0].x))
    spare = radius - reach
    words, level, radius = [], plan.body.y + 6 + radius, reach
    plan.thread((0, level), (plan.slide.right, level))
    for n, column in enumerate(columns):
        top, below = column.cut("top", 12 + 2 * (radius + spare), 14)
        plan.disc(n, top.disc(radius), color(plan, n))
        words.append(below)
    text = Type("cell", 32) if plan.count == 2 else Type("cell")
    plan.words("item", words, title=Type("item", 40, 28), text=text, align="center", lines=2)


def tiles(plan: Plan, lines: float) -> None:
    """Square tiles as wide as their columns, words below them on the left."""
    words = []
    for n, column in enumerate(plan.body.columns(plan.count)):
        side = min(column.w, 250, plan.body.h - lines)
        top, below = column.cut("top", side, 18)
        plan.rule(Room(column.x, column.bottom - 4, side, 0), item=n)
        plan.disc(n, top._replace(w=side), "highlight" if plan.marked(n) else "accent")
        words.append(below)
    plan.words(
        "item", words, title=Type("item", 36, 26), text=Type("cell", 28), loud="accent", heads=1
    )


def band(plan: Plan) -> None:
    """Tiles from edge to edge, words below them, a rule between these."""
    room = plan.bleed()
    words = []
    for n, column in enumerate(room.columns(plan.count, 0)):
        top, below = column.cut("top", 228, 18)
        fill = BAND[n % len(BAND)]
        plan.plane(top, fill, n)
        margin = plan.x(1) if n == 0 else 24
        icon = top.cut("left", margin)[1].disc(80, 0)
        plan.disc(n, icon, plan.text_colors(fill).accent)
        if n:
            plan.bar(below.x - 3, below.y - 18, room.bottom, n)
        words.append(below.inset(margin, 0, plan.x(1) if n == plan.count - 1 else 8, 4))
    plan.words(
        "item", words, title=Type("item", 36, 24), text=Type("cell", 28), heads=1, loud="accent"
    )


def columns(plan: Plan, radius: float) -> None:
    """Columns with rules between them: the mark on top, words below it on the left."""
    plan.rule(plan.body, "text")
    words = []
    for n, column in enumerate(plan.body.inset(0, 16, 0, 0).columns(plan.count, 24)):
        if n:
            plan.upright(column.x - 12, column.y, plan.body.bottom, n)
        top, below = column.cut("top", 2 * radius + 16, 16)
        plan.disc(n, top.disc(radius, 0, 0.3), "brand" if n % 2 else "highlight")
        words.append(below)
    plan.words("item", words, title=Type("item", 40, 26), text=Type("cell"), heads=1)


def halves(plan: Plan, radius: float) -> None:
    """Two by two: a rule above, the disc left, words beside."""
    words = []
    for n, cell in enumerate(plan.body.grid(plan.count, 2, 20)):
        plan.rule(cell, item=n)
        left, right = cell.inset(0, 20, 0, 0).cut("left", 2 * radius, 20)
        plan.disc(n, left.disc(radius, 0, 0), color(plan, n))
        words.append(right)
    plan.words("item", words, title=Type("item", 36, 26))


def thirds(plan: Plan, radius: float) -> None:
    """Three by two: a rule above, the title beside the disc, the text under both."""
    titles, texts = [], []
    for n, cell in enumerate(plan.body.grid(plan.count, 3)):
        plan.rule(cell, "highlight" if plan.marked(n) else "line", 4 if plan.marked(n) else 2, n)
        head, text = cell.inset(0, 22, 0, 0).cut("top", 2 * radius, 8)
        icon, title = head.cut("left", 2 * radius, 16)
        plan.disc(n, icon.disc(radius), color(plan, n))
        titles.append(title)
        texts.append(text)
    plan.words("item title", titles, "head", title=Type("item", 32, 22), anchor="middle")
    plan.words("item text", texts, "prose", text=Type("cell"))


def quarters(plan: Plan, radius: float) -> None:
    """Four by two: the disc on top, words below it."""
    words = []
    for n, cell in enumerate(plan.body.grid(plan.count, 4)):
        icon, below = cell.cut("top", 2 * radius, 8)
        plan.disc(n, icon.disc(radius, 0, 0), color(plan, n))
        words.append(below)
    plan.words("item", words, title=Type("item", 30, 22), text=Type("cell", 24), lines=2)


def lead(plan: Plan, item: int, room: Room) -> None:
    """Put a disc at the head of a row."""
    plan.disc(item, room.disc(min(room.w, room.h - 16) / 2, 0), color(plan, item))


class IconGrid(Composed):
    """Equal points in a grid; an item without an icon has an accent bar."""

    names = {
        "de": "Symbole", "en": "Icon grid", "es": "Iconos",
        "fr": "Icônes", "it": "Icone", "nl": "Pictogrammen", "pl": "Ikony",
    }  # fmt: skip
    group = "items"
    compositions = (
        Composition(
            "thread", thread, (2, 4), lacks=("item items",), de="Faden",
            steps=({"radius": 104.0}, {"radius": 92.0}, {"radius": 76.0}),
        ),
        Composition(
            "tiles", tiles, (2, 4), lacks=("item items",), de="Kacheln", asked=True,
            steps=({"lines": 154.0},),
        ),
        Composition(
            "band", band, (2, 4), lacks=("item items",), stage="bleed", de="Band", asked=True
        ),
        Composition(
            "columns", columns, (2, 4), lacks=("item items",), de="Spalten", asked=True,
            steps=({"radius": 92.0}, {"radius": 70.0}),
        ),
        Composition(
            "halves", halves, (4, 4), de="Hälften", steps=({"radius": 62.0}, {"radius": 44.0})
        ),
        Composition(
            "thirds", thirds, (5, 6), lacks=("item items",), de="Drittel",
            steps=({"radius": 52.0}, {"radius": 40.0}),
        ),
        Composition(
            "quarters", quarters, (7, 8), de="Viertel", steps=({"radius": 44.0}, {"radius": 36.0})
        ),
        rows(lead, 116, (2, 8)),
    )  # fmt: skip
    usual = Choice(
        "icon-grid", "", "thread", 1, 4, given=frozenset({"item title", "item text", "item icon"})
    )
    example = """\
layout: icon-grid
title: Vier Bausteine, aus denen Dialog entsteht
items:
  - {icon: message-circle, title: Nachrichten, text: Direkt und öffentlich zugleich}
  - {icon: messages, title: Kommentare, text: Aus Lesern werden Gesprächspartner}
  - {icon: photo, title: Inhalte, text: "Jeder gestaltet mit: Text, Bild, Video"}
  - {icon: world, title: Plattformen, text: Orte mit geringen Eintrittsbarrieren}
"""

    title: Inline = key("The slide's message.")
    items: list[Item] = key(
        "The points.", least=2, most=8, shows="icon title text items link featured"
    )
    split: bool = SPLIT
