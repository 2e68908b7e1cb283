"""cards: one to six tiles with an icon, a picture or a figure at the head."""

from __future__ import annotations

from smdeck.compose import Anchor, Choice, Composition, Plan, Room, Type
from smdeck.model.fields import key
from smdeck.model.items import Item
from smdeck.model.text import Inline
from smdeck.page import SPLIT, Composed
from smdeck.scene import Role


def card(plan: Plan, item: int, room: Room, inset: float = 24) -> Room:
    """Put a card there and return the room inside."""
    return plan.card(room, item, inset)


def icon(plan: Plan, item: int, room: Room) -> None:
    """Put the icon of a card there, in a disc of the background's colour."""
    if plan.has("item icon"):
        look = plan.theme.look
        loud: Role = "highlight" if look.cards == "ruled" else "inverse_accent"
        if look.marks in ("tile", "ring"):  # the icon alone, on the card
            plan.disc(item, room, plan.text_colors(plan.behind(room)).accent)
        else:
            calm: Role = "ground" if plan.behind(room) == "surface" else "brand"
            plan.disc(item, room, loud if plan.marked(item) else calm)


def tall(plan: Plan, radius: float, share: float = 0.5) -> None:
    """Cards of full height: the disc on top, words at the bottom, their lower edges equal."""
    titles, texts, values = [], [], []
    pictured = plan.has("item image")
    if plan.theme.look.marks == "medal":
        radius *= 1.25
    for n, room in enumerate(plan.body.columns(plan.count)):
        inner = card(plan, n, room)
        if pictured:
            head, inner = room.cut("top", 0.45 * room.h)
            plan.picture(f"picture {n + 1}", head, n)
            inner = inner.inset(24, 16, 16, 20)
        icon(plan, n, inner.disc(radius, 0.5 if plan.lean == "center" else 0, 0))
        words = inner.cut("top", 2 * radius, 12)[1] if plan.has("item icon") else inner
        if plan.has("item value"):
            value, words = words.cut("top", 96, 4)
            values.append(value)
        text, title = words.cut("bottom", share * words.h, 8)
        titles.append(title if plan.has("item text") else words)
        texts.append(text)
    plan.words(
        "item value", values, "value", title=Type("numeral", 88), color="accent", align=plan.lean
    )
    anchor: Anchor = "bottom" if plan.has("item icon") or not plan.has("item text") else "top"
    plan.words(
        "item title", titles, "head", title=Type("item", 44, 26), anchor=anchor, align=plan.lean,
        loud=None if plan.theme.look.cards == "bubble" else "accent",
    )  # fmt: skip
    foot: Anchor = "bottom" if anchor == "top" else "top"
    plan.words("item text", texts, "prose", text=Type("cell"), anchor=foot, align=plan.lean)


def overlap(plan: Plan) -> None:
    """Blocks from edge to edge, the one that is set off over its neighbours."""
    rises = 20 if plan.has("subtitle") else 8  # the one that is set off ends below the words above
    room = plan.bleed(plan.body.y + rises).cut("bottom", 34)[1]
    spans = room.columns(plan.count, 0)
    fills: tuple[Role, ...] = ("contrast", "brand")
    order = sorted(range(plan.count), key=plan.marked)
    calm = [n for n in order if not plan.marked(n)]
    behind: dict[int, Role] = {n: fills[k % 2] for k, n in enumerate(calm)}
    inner: dict[int, Room] = {}
    for n in order:
        card = spans[n]
        if plan.marked(n):
            left = 0 if n == 0 else 14
            right = 0 if n == plan.count - 1 else 14
            card = Room(card.x - left, card.y - 20, card.w + left + right, card.h - 2)
            plan.speech(card, "highlight", n, drop=48)
        else:
            plan.plane(card, behind[n], n)
        inner[n] = card.inset(plan.x(1) if n == 0 else 28, 22, 28, 20)
    titles, texts = [], []
    for n in range(plan.count):
        icon_room, words = inner[n].cut("top", 130, 14)
        if plan.has("item icon"):
            color = plan.text_colors(behind.get(n, "highlight")).accent
            plan.disc(n, icon_room._replace(x=icon_room.x - 8, w=130), color)
        else:
            words = inner[n]
        title, text = words.cut("top", 64, 6)
        titles.append(title)
        texts.append(text)
    plan.words("item title", titles, "head", title=Type("item", 52, 26), anchor="bottom", heads=1)
    plan.words("item text", texts, "prose", text=Type("cell", 28))


def bands(plan: Plan, columns: float, radius: float) -> None:
    """The disc left, words beside it in the middle of the height."""
    words, values = [], []
    for n, room in enumerate(plan.body.grid(plan.count, int(columns))):
        inner = card(plan, n, room, 20)
        if plan.has("item image"):
            head, inner = room.cut("left", 0.36 * room.w, 20)
            plan.picture(f"picture {n + 1}", head, n)
        elif plan.has("item icon"):
            left, inner = inner.cut("left", 2 * radius, 20)
            icon(plan, n, left.disc(min(radius, left.h / 2)))
        if plan.has("item value"):
            value, inner = inner.cut("left", 0.34 * inner.w, 16)
            values.append(value)
        words.append(inner)
    most = 44 if columns == 1 else 36
    plan.words(
        "item value", values, "value", title=Type("numeral", 88), color="accent", anchor="middle"
    )
    plan.words("item", words, title=Type("item", most, 24), anchor="middle")


def stacked(plan: Plan, radius: float) -> None:
    """Two by two: the disc above the words, which have the whole width."""
    words = []
    for n, room in enumerate(plan.body.grid(plan.count, 2)):
        head, inner = card(plan, n, room, 16).cut("top", 2 * radius, 8)
        icon(plan, n, head.disc(radius, 0))
        words.append(inner)
    plan.words("item", words, title=Type("item", 30, 22), text=Type("cell", 24))


def small(plan: Plan, radius: float) -> None:
    """Three by two: the title beside the disc, the text under both."""
    titles, texts = [], []
    for n, room in enumerate(plan.body.grid(plan.count, 3)):
        inner = card(plan, n, room, 18)
        head, text = inner.cut("top", 2 * radius, 10)
        if plan.has("item icon"):
            left, head = head.cut("left", 2 * radius, 14)
            icon(plan, n, left.disc(radius))
        titles.append(head)
        texts.append(text)
    plan.words("item title", titles, "head", title=Type("item", 30, 22), anchor="middle")
    plan.words("item text", texts, "prose", text=Type("cell", 24))


def dense(plan: Plan, columns: float) -> None:
    """Words alone, smaller."""
    words = []
    for n, room in enumerate(plan.body.grid(plan.count, int(columns), 12)):
        inner = card(plan, n, room, 16)
        if plan.has("item icon"):
            left, inner = inner.cut("left", 52, 14)
            icon(plan, n, left.disc(26))
        words.append(inner)
    plan.words("item", words, title=Type("item", 28, 18), text=Type("cell", 24), anchor="middle")


def alone(plan: Plan, radius: float) -> None:
    """One card, as wide as the body: the disc left, words beside it."""
    inner = plan.card(plan.body, 0, 32)
    if plan.has("item image"):
        head, inner = plan.body.cut("left", 0.4 * plan.body.w, 32)
        plan.picture("picture 1", head, 0)
    elif plan.has("item icon"):
        left, inner = inner.cut("left", 2 * radius, 40)
        icon(plan, 0, left.disc(radius))
    if plan.has("item value"):
        value, inner = inner.cut("top", 0.4 * inner.h, 8)
        plan.words(
            "item value", [value], "value", title=Type("numeral"), color="accent", anchor="bottom"
        )
    plan.words(
        "item", [inner], title=Type("display", 64, 28), text=Type("body"), anchor="middle", lines=5
    )


class Cards(Composed):
    """Tiles of one height, with figures at their heads; a featured one is in the brand's colour."""

    names = {
        "de": "Karten", "en": "Cards", "es": "Tarjetas",
        "fr": "Cartes", "it": "Schede", "nl": "Kaarten", "pl": "Karty",
    }  # fmt: skip
    group = "items"
    compositions = (
        Composition("alone", alone, (1, 1), de="Einzeln", steps=({"radius": 120.0},)),
        Composition(
            "overlap", overlap, (2, 3), needs="item title",
            lacks=("more", "item value", "item items", "item image"), stage="bleed",
            de="überlappend", asked=True,
        ),
        Composition(
            "tall", tall, (2, 3), lacks=("item items",), de="Säulen",
            steps=({"radius": 68.0}, {"radius": 52.0}, {"radius": 44.0, "share": 0.66}),
        ),
        Composition(
            "halves", bands, (3, 4), de="Hälften",
            steps=({"columns": 2.0, "radius": 58.0}, {"columns": 2.0, "radius": 40.0}),
        ),
        Composition(
            "thirds", small, (5, 6), lacks=("item value", "item items", "item image"), de="Drittel",
            steps=({"radius": 32.0},),
        ),
        Composition("pairs", bands, (5, 6), de="Paare", steps=({"columns": 2.0, "radius": 40.0},)),
        Composition(
            "stacked", stacked, (3, 4), needs="item icon",
            lacks=("item value", "item image", "item items"), de="gestapelt",
            steps=({"radius": 26.0},),
        ),
        Composition("bands", bands, (2, 4), de="Bänder", steps=({"columns": 1.0, "radius": 46.0},)),
        Composition(
            "dense", dense, (1, 6), lacks=("item value", "item image"), de="dicht",
            steps=({"columns": 2.0}, {"columns": 3.0}),
        ),
    )  # fmt: skip
    usual = Choice(
        "cards", "", "tall", 0, 3, given=frozenset({"item title", "item text", "item icon"})
    )
    example = """\
layout: cards
title: "Social Media: drei Wege der Zusammenarbeit"
items:
  - {icon: rocket, title: Umsetzung, text: "Kanäle aufbauen, betreuen und auswerten"}
  - {icon: pencil, title: Content, text: "Texte, Bilder und Videos, die passen", featured: true}
  - {icon: school, title: Workshops, text: Teams befähigen, link: "https://example.com"}
"""

    title: Inline = key("The slide's message.")
    items: list[Item] = key(
        "The tiles.",
        least=1,
        most=6,
        shows="icon image value unit decimals format title text items link featured",
    )
    split: bool = SPLIT

    def given(self) -> frozenset[str]:
        own = super().given()
        return own | {"more"} if own & {"item items", "item value", "item image"} else own
