"""Blocks in plans: the one way in which columns and the grid of a slide make room for them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

from smdeck.compose.plan import Plan
from smdeck.compose.room import Room
from smdeck.compose.type import Anchor, Type
from smdeck.model.blocks import Column
from smdeck.scene import Role

ICON = 40.0
"""The side of an icon beside the title of a block, in points."""

WIDE = 2.2
"""How much wider than high a room is where what belongs together stands side by side."""

HIGH = 230.0
"""From which height on a quotation has its mark above it, and all figures their words below, in
points."""

CODE, QUIET = 240.0, 0.09
"""The side of the card of a QR code at the most, in points, and the share of it around the code."""


ADDRESS = 220.0
"""How much room beside a QR code is enough for its address, in points."""


class BlockLook(NamedTuple):
    """How the words of blocks are set, so that those in rooms of one size share theirs."""

    text: Type = Type("body", 30, 18)
    points: Type = Type("body", 28)
    figure: float = 176.0
    quote: float = 40.0
    color: Literal["text", "accent"] = "accent"
    """The colour of figures."""
    air: float = 10.0
    """The space above words, in points."""
    anchor: Anchor = "top"
    """Where bullets and paragraphs stand in a room that they don't fill."""
    group: str = ""
    words: str = ""
    """What the name of bullets and paragraphs has beyond that of their block."""


def content_of(plan: Plan, name: str) -> str:
    """Return which content the block of a name has."""
    return next(kind for kind in Column.contents if plan.has(f"{name} {kind}"))


def put_block(plan: Plan, name: str, room: Room, look: BlockLook) -> None:
    """Put the content of a block into a room of a plan."""
    _PUT[content_of(plan, name)](plan, name, room, look)


def put_title(
    plan: Plan, name: str, room: Room, type: Type, color: Literal["muted", "accent"], group: str
) -> None:
    """Put the title of a block into a room, beside its icon if it has one."""
    left = min(ICON, room.h) + (14 if room.h >= ICON else 8) if plan.has(f"{name} icon") else 0
    plan.words(
        f"{name} title", room.inset(left, 0, 0, 0), "head", title=type, color=color,
        anchor="middle", group=group,
    )  # fmt: skip


def _items(plan: Plan, name: str, room: Room, look: BlockLook) -> None:
    plan.words(
        name + look.words, room.inset(0, look.air, 0, 0), "bullets", text=look.points, holds="obj",
        anchor=look.anchor, group=f"columns{look.group}",
    )  # fmt: skip


def _text(plan: Plan, name: str, room: Room, look: BlockLook) -> None:
    plan.words(
        name + look.words, room.inset(0, look.air, 0, 0), "prose", text=look.text, holds="obj",
        anchor=look.anchor, group=f"text{look.group}",
    )  # fmt: skip


def _image(plan: Plan, name: str, room: Room, look: BlockLook) -> None:
    """Leave a room for a picture, the words about it below."""
    if plan.has(f"{name} label"):
        caption, room = room.cut("bottom", 32, 6)
        plan.words(
            f"{name} label", caption, "prose", text=Type("cell", 22, 14), color="muted",
            counts=False, group=f"captions{look.group}",
        )  # fmt: skip
    plan.picture(name, room)


def _chart(plan: Plan, name: str, room: Room, look: BlockLook) -> None:
    plan.holds(name, "chart", room)


def _table(plan: Plan, name: str, room: Room, look: BlockLook) -> None:
    plan.holds(name, "tbl", room)


def _value(plan: Plan, name: str, room: Room, look: BlockLook) -> None:
    """Put a figure there, what it counts below it, or beside it where the room is flat."""
    figure, words = room, room
    above: Anchor = "middle"
    below: Anchor = "top"
    if plan.has(f"{name} label"):
        if room.w > WIDE * room.h and room.h < HIGH:
            figure, words = room.columns((2, 3), 20)
            below = "middle"
        else:
            figure, words = room.cut("top", 0.58 * room.h, 8)
            above = "bottom"
    most = min(look.figure, figure.h) / plan.theme.type.role_ratio("figure")
    plan.words(
        f"{name} value", figure, "value", title=Type("figure", most, 32),
        color=look.color, anchor=above, counts=False, group=f"figures{look.group}",
    )  # fmt: skip
    plan.words(
        f"{name} label", words, "prose", text=look.text, anchor=below, counts=False,
        group=f"labels{look.group}",
    )  # fmt: skip


def _quote(plan: Plan, name: str, room: Room, look: BlockLook) -> None:
    """Put somebody's words there, whose they are below a rule, a mark above where there is room."""
    if room.h >= HIGH:
        mark, room = room.inset(0, look.air, 0, 0).cut("top", 64, 12)
        if plan.threaded:
            plan.dot(mark.x + 32, mark.center[1], 32, "highlight")
            over = Room(mark.x, mark.y + 12, 64, 64)  # the mark is the upper part of its line
            plan.numeral(None, over, 64, "“", color="text", align="center", anchor="top")
        else:
            plan.numeral(None, mark._replace(h=110), 130, "”", anchor="top")
    if plan.has(f"{name} by"):
        foot, room = room.cut("bottom", min(58, 0.34 * room.h), 8)
        plan.rule(foot)
        plan.words(
            f"{name} by", foot.inset(0, 8, 0, 0), "prose", text=Type("cell", 24, 16), color="muted",
            counts=False, group=f"by{look.group}",
        )  # fmt: skip
    plan.words(
        f"{name} quote", room, "quote", text=Type("quote", look.quote, 20), anchor="middle",
        counts=False, group=f"quotes{look.group}",
    )  # fmt: skip


def _code(plan: Plan, name: str, room: Room, look: BlockLook) -> None:
    """Put lines of code on a surface of their own."""
    plan.draw(room, plan.outline(room), "surface")
    plan.words(
        f"{name} code", room.inset(18, 14, 12, 12), "code", text=Type("body", 26), anchor="middle",
        counts=False,
        group=f"code{look.group}",
    )  # fmt: skip


def _link(plan: Plan, name: str, room: Room, look: BlockLook) -> None:
    """Leave a card for a QR code there, the address below it, or beside it where it is flat."""
    flat = room.w - (room.h - look.air) > ADDRESS
    foot = 0.0 if flat else 10 + min(58.0, max(24.0, 0.2 * room.h))
    side = min(CODE, room.h - look.air - foot, room.w)
    if flat:
        card, words = room.inset(0, look.air, 0, 0).cut("left", side, 24)
        card = card._replace(h=side)
    else:
        card, words = room.inset(0, look.air, 0, 0).cut("top", side, 10)
        card = card._replace(w=side)
    lies_on = code_card(plan)
    if plan.theme.rgb(lies_on, plan.tone) != plan.theme.rgb("ground", plan.tone):
        plan.draw(card, plan.outline(card), lies_on)
        card = card.inset(*4 * (QUIET * side,))
    plan.kept[f"{name} code"] = card
    plan.words(
        f"{name} address", words, "head", title=Type("cell", 28, 16), color="accent", counts=False,
        anchor="middle" if flat else "top", group=f"addresses{look.group}",
    )  # fmt: skip


def code_card(plan: Plan) -> Role:
    """Return what a QR code lies on: something light, as readers expect."""
    if plan.theme.is_dark(plan.tone):
        return "text"
    return "card" if plan.theme.paint("card", plan.tone).alpha == 100 else "ground"


_PUT: dict[str, Callable[[Plan, str, Room, BlockLook], None]] = {
    "items": _items, "text": _text, "image": _image, "chart": _chart, "table": _table,
    "value": _value, "quote": _quote, "code": _code, "link": _link,
}  # fmt: skip
