"""Columns: blocks side by side, each with its title and content, under a bar or a head."""

from __future__ import annotations

from collections.abc import Mapping

from smdeck.compose import Plan, Room, Type
from smdeck.compose.blocks import BlockLook, content_of, put_block, put_title
from smdeck.findings import Findings
from smdeck.model.blocks import Column
from smdeck.page.blocks import Blocks
from smdeck.page.qr import report_long
from smdeck.scene import Geometry, Role

SIDES = ("left", "middle", "right")

BAR, HEAD = 8.0, 66.0
"""The bar on top of a column, and its head, in points."""

FEW = 4
"""Up to how many items of one level a column has in rows."""


OBJECTS = ("image", "chart", "code")
"""What may stand at full height beside the title."""


def column(plan: Plan, lower: float) -> None:
    """The title in a column, the left block at its foot, the right one at full height beside it."""
    words, stage = plan.parted()
    foot, head = words.cut("bottom", lower, 16)
    plan.title(head, Type("column"), leading=0.88, lines=4)
    put_block(
        plan, "left", foot,
        BlockLook(Type("cell", 26, 18), Type("body", 26), 124, 30, air=0, anchor="bottom"),
    )  # fmt: skip
    if plan.has("bleeding") and plan.theme.bleeds:
        plan.picture("right", _to_the_edges(plan, stage), fills=True)
    else:
        put_block(plan, "right", stage.inset(20, 12, 0, 16), BlockLook())


def _to_the_edges(plan: Plan, stage: Room) -> Room:
    """Return the room for a picture from a column to three edges of the slide."""
    room = Room(stage.x, 0, plan.slide.right - stage.x, stage.bottom - 4)
    if plan.has("source"):
        return room
    plan.foot = Room(plan.x(1), 508, plan.w(4), 14)
    return room._replace(h=plan.slide.h)


def bars(plan: Plan, most: float, large: float = 0) -> None:
    """A bar on top of each column, its head, its points in rows with rules between them."""
    sides = _sides(plan)
    least = 18 if most < 30 else 24 if _many(plan) else 26
    size = (30 if most > 40 else 26) - 3 * (len(sides) - 2)
    text = Type("body", 28, 18) if most < 30 else Type("quote", size + 14, 24)
    if large and all(content_of(plan, side) == "text" for side in sides):
        text = Type("statement", 72, size + 14)
    for side, room in zip(sides, _rooms(plan, 16), strict=True):
        last = side == sides[-1]
        plan.draw(room._replace(h=BAR), Geometry(), "highlight" if last else "calm")
        below = room.inset(0, BAR, 0, 0)
        content = content_of(plan, side)
        if plan.has(f"{side} title") or (_titled(plan) and content in ("items", "text")):
            head, below = below.cut("top", HEAD, 4)
            put_title(
                plan, side, room=head.inset(0, 8, 0, 8), type=Type("item", most, least),
                color="accent" if last else "muted", group="heads",
            )  # fmt: skip
        if content == "items" and plan.has("few"):
            _in_rows(
                plan,
                side,
                below,
                _of_rows(plan, size, 18 if most < 30 else 22),
            )
        else:
            look = BlockLook(
                text, Type("body", size), color="accent" if last else "text",
                anchor="bottom" if text.role == "statement" else "top",
            )  # fmt: skip
            put_block(plan, side, below, look)


def listed(plan: Plan, right: float = 1.0) -> None:
    """Heads and content without rows.

    `right` is how wide the right of two columns is beside the left one, where no ratio is asked.
    """
    look = BlockLook(Type("body", 38, 18), Type("body", 28))
    for side, room in zip(_sides(plan), _rooms(plan, 32, right), strict=True):
        if _titled(plan):
            head, room = room.cut("top", 40, 6)
            put_title(
                plan, side, room=head, type=Type("item", 30, 20), color="accent", group="heads"
            )
        put_block(plan, side, room, look)


def _sides(plan: Plan) -> list[str]:
    return [side for side in SIDES if plan.has(side)]


def _many(plan: Plan) -> bool:
    return plan.has("middle")


def _titled(plan: Plan) -> bool:
    return any(plan.has(f"{side} title") for side in SIDES)


def _rooms(plan: Plan, gap: float, right: float = 1.0) -> list[Room]:
    asked = str(plan.choice.shape[0])
    shares = [float(part) for part in asked.split(":")] if asked != "1:1" else [1.0, right]
    return plan.body.columns(shares, gap)


def _of_rows(plan: Plan, size: float, least: float) -> Type:
    """Return how words in rows are set: the fewer there are, the larger."""
    most = max(int(str(one)) for one in plan.choice.shape[1:])
    if most < 2:
        return Type("statement", 2.2 * size, least)
    return Type("row", 1.4 * size if most < 3 else size + 2, least)


def _in_rows(plan: Plan, side: str, room: Room, type: Type) -> None:
    """Put the items of a column into rows, as high as those of the column that has the most."""
    sides = _sides(plan)
    counts = dict(zip(sides, (int(str(one)) for one in plan.choice.shape[1:]), strict=True))
    cells = room.rows(max(*counts.values(), 2), 0)[: counts[side]]
    dot: Role = "highlight" if side == sides[-1] else "calm"
    radius, left = (9, 34) if _many(plan) else (11, 44)
    for cell in cells:
        if _titled(plan) or cell.y > cells[0].y:
            plan.rule(cell)
        plan.dot(cell.x + radius + 1, cell.center[1], radius, dot)
    plan.words(
        f"{side} item", [cell.inset(left, 4, 0, 4) for cell in cells], "item",
        title=type, text=Type("cell", 24), anchor="middle", group="rows",
        regular=True,
    )  # fmt: skip


class Columns(Blocks):
    """A layout of columns, each a key."""

    ratio: str

    def blocks_named(self) -> Mapping[str, Column]:
        """Return the columns by their keys."""
        return {side: getattr(self, side) for side in SIDES if hasattr(self, side)}

    def count(self) -> int:
        return max(len(column.items) for column in self.blocks_named().values())

    def shape(self) -> tuple[object, ...]:
        return (self.ratio, *(len(column.items) for column in self.blocks_named().values()))

    def given(self) -> frozenset[str]:
        own, columns = set(super().given()), self.blocks_named()
        own |= {f"{side} item" for side, column in columns.items() if column.items}
        short = (len(column.items) <= FEW for column in columns.values())
        flat = (not any(item.items for item in column.items) for column in columns.values())
        if all(short) and all(flat):
            own.add("few")
        return frozenset(own)

    def beside(self) -> set[str]:
        """Return whether the right column is an object that may stand beside the title, with the
        words of the left one, and whether it may run off the slide."""
        left, right = (self.blocks_named()[side] for side in ("left", "right"))
        headed = left.title or right.title or self.subtitle
        if headed or right.content not in OBJECTS or left.content in (*OBJECTS, "table"):
            return set()
        cropped = right.image and not right.image.whole and not right.label
        return {"object", *(["bleeding"] if cropped else [])}

    def check(self, findings: Findings) -> None:
        for column in self.blocks_named().values():
            column.check(findings)
            report_long(column.link, column.at("link"), findings, "link")
