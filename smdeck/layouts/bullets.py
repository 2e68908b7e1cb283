"""bullets: one to seven points, with sub-points, a lead and a picture."""

from __future__ import annotations

from smdeck.compose import Choice, Composition, Kind, Plan, Room, Type
from smdeck.model.fields import key
from smdeck.model.items import Image, Item
from smdeck.model.text import Block, Inline
from smdeck.page import SPLIT, Composed
from smdeck.scene import Role

ROOMY = 74.0
"""From what height on a row holds words of the size of an item's title, in points."""


def stations(plan: Plan, most: float, lower: float = 0) -> None:
    """Beside a plane with the title: rows over the whole height, dots on a thread."""
    stage = plan.column(5, "brand", "lead").inset(0, 0, 0, 8)
    rows = stage.rows(plan.count, 0)
    disc = plan.threaded
    x, first, last = stage.x + 16, rows[0].center[1], rows[-1].center[1]
    if disc and plan.count > 1:
        plan.thread((x, first), (x, last), width=4)
    words = []
    size = plan.largest(Type("row", most))
    upper = max(6.0, (rows[0].h - 2.16 * size) / 2 - lower)  # two lines stand in the middle
    for n, row in enumerate(rows):
        if n:
            plan.rule(row.inset(60 if disc else 0, 0, 0, 0), "line", 1.5, n)
        fill: Role = "highlight" if plan.last(n) else "brand" if disc else "text"
        if plan.has("numbered"):
            plan.numeral(n, Room(x - 22, row.center[1] - 22, 44, 44), 22, fill=fill, color="text")
        else:
            y = row.center[1] if disc else row.y + upper + 0.54 * size
            plan.dot(x, y, 16 if disc else 7, fill, n)
        words.append(row.inset(60 if disc else 42, 6 if disc else upper, 0, 6))
    plan.words(
        "item", words, title=Type("row", most, 32), anchor="middle" if disc else "top", lines=2,
        loud=None if disc else "accent", set_off=plan.last,
    )  # fmt: skip


def blocks(plan: Plan) -> None:
    """Blocks that speak, each farther right, the last one to the edge."""
    rows = plan.bleed(plan.body.y).cut("bottom", 26)[1].rows(plan.count, 16)
    fills: tuple[Role, ...] = ("contrast", "brand")
    step = 294 / max(2, plan.count)
    words = []
    for n, row in enumerate(rows):
        end = (
            plan.slide.right
            if plan.last(n)
            else plan.slide.right - 24 - step * (plan.count - n - 1)
        )
        card = Room(step * n, row.y, end - step * n, row.h)
        fill: Role = "highlight" if plan.last(n) else fills[n % 2]
        plan.speech(card, fill, n, drop=24 if plan.last(n) else 40, at=0.06, wide=56)
        line = row if plan.has("item text") else row.middle(66)
        words.append(Room(card.x + (plan.x(1) if n == 0 else 32), line.y, card.w - 76, line.h))
    plan.words("item", words, title=Type("row", 52, 32), anchor="middle", lines=1, heads=1)


def lines(plan: Plan, most: float) -> None:
    """Lines in the middle below one another, the last one loud."""
    body = plan.body
    words = []
    for n, row in enumerate(body.rows(plan.count, 0)):
        if n:
            plan.rule(row.inset(0.3 * row.w, 0, 0.3 * row.w, 0), item=n)
        words.append(row.inset(40, 4, 40, 4))
    plan.words(
        "item", words, title=Type("display", most, 40), text=Type("cell", 28), align="center",
        anchor="middle", lines=2, loud="accent", set_off=plan.last,
    )  # fmt: skip


def grid(plan: Plan, columns: float) -> None:
    """Below the title: columns of rows with a rule above each and a dot before it."""
    across = int(columns)
    body = _beside(plan, _below_lead(plan))
    deep = -(-plan.count // across)
    rooms = [room for half in body.columns(across) for room in half.rows(deep, 0)][: plan.count]
    words, most = [], 38 if rooms[0].h >= ROOMY else 30
    for n, room in enumerate(rooms):
        plan.rule(room, item=n)
        fill: Role = "highlight" if plan.last(n) else "brand"
        if plan.has("numbered"):
            plan.numeral(n, Room(room.x, room.y + 16, 36, 36), 20, fill=fill, color="text")
            words.append(room.inset(50, 16, 4, 4))
        else:
            plan.dot(room.x + 9, room.y + 34, 9, fill, n)
            words.append(room.inset(34, 16, 4, 4))
    plan.words(
        "item", words, title=Type("item", most, 24), text=Type("cell", 26), regular=True, heads=3
    )


def sentence(plan: Plan) -> None:
    """One point as large as the body allows."""
    plan.words(
        "item", [_below_lead(plan)], title=Type("statement", 124, 36), text=Type("body"), heads=9,
        lines=9, anchor="bottom", align=plan.theme.look.align,
    )  # fmt: skip


def listed(plan: Plan, lead: float) -> None:
    """One list below the title, and below the lead."""
    body = _beside(plan, _below_lead(plan, lead))
    kind: Kind = "numbered" if plan.has("numbered") else "bullets"
    plan.words("items", body, kind, text=Type("body"), holds="obj")


def _below_lead(plan: Plan, high: float = 84) -> Room:
    """Put the lead on top of the body, and return what is left."""
    if not plan.has("lead"):
        return plan.body
    top, rest = plan.body.cut("top", high, 16)
    plan.words("lead", top, "prose", text=Type("body", 32, 22))
    return rest


def _beside(plan: Plan, room: Room) -> Room:
    """Leave a room for the picture on the right, and return the rest."""
    if not plan.has("image"):
        return room
    right = plan.x(8)
    end = plan.slide.right if plan.theme.bleeds else plan.body.right
    bottom = plan.body.bottom
    if plan.theme.bleeds:
        plan.foot_between(plan.x(1), plan.x(1) + plan.w(7))
        bottom = plan.floor
    plan.picture("picture", Room(right, plan.body.y, end - right, bottom - plan.body.y))
    return room._replace(w=right - 32 - room.x)


class Bullets(Composed):
    """Points below one another; each may have a text and sub-points."""

    names = {
        "de": "Titel und Inhalt", "en": "Title and content", "es": "Título y contenido",
        "fr": "Titre et contenu", "it": "Titolo e contenuto", "nl": "Titel en object",
        "pl": "Tytuł i zawartość",
    }  # fmt: skip
    group = "words"
    layout_type = "obj"
    compositions = (
        Composition(
            "stations", stations, (2, 4), lacks=("image",), stage="column", de="Stationen",
            steps=({"most": 46.0}, {"most": 46.0, "lower": 99.0}),
        ),
        Composition(
            "blocks", blocks, (2, 4), lacks=("more",), stage="bleed", de="Blöcke", asked=True
        ),
        Composition(
            "lines", lines, (2, 4), lacks=("more",), de="Mitte", asked=True,
            steps=({"most": 60.0},),
        ),
        Composition("sentence", sentence, (1, 1), lacks=("image",), de="Satz"),
        Composition("grid", grid, (3, 7), de="Raster", steps=({"columns": 2.0},)),
        Composition("rows", grid, (2, 5), de="Zeilen", steps=({"columns": 1.0},)),
        Composition(
            "list", listed, (1, 7), plain=True, de="Liste", steps=({"lead": 84.0}, {"lead": 42.0})
        ),
    )  # fmt: skip
    usual = Choice("bullets", "", "list", 0, 3)
    example = """\
layout: bullets
title: Der Benutzer wird zum Produzenten
items:
  - Bisher meist nur Konsument
  - Heute an Nachrichten und Inhalten beteiligt: [gestalten, verbreiten]
  - Geringe Eintrittsbarrieren
"""

    title: Inline = key("The slide's message.")
    items: list[Item] = key("The points.", least=1, most=7, shows="title text items link")
    lead: Block | None = key("A sentence before the points.", None)
    image: Image | None = key("A picture on the right.", None)
    numbered: bool = key("Whether the points are numbered.", False)
    split: bool = SPLIT

    def given(self) -> frozenset[str]:
        own = super().given()
        return own | {"more"} if own & {"image", "lead", "numbered", "item items"} else own
