"""kpis: two to six figures, each with what it counts and where it goes."""

from __future__ import annotations

from collections.abc import Sequence

from smdeck.compose import Anchor, Choice, Composition, Plan, Room, Type
from smdeck.findings import Findings
from smdeck.fit.sparks import spark_alt, spark_roles
from smdeck.model.fields import key
from smdeck.model.items import Item
from smdeck.model.text import Inline
from smdeck.page import Composed, Page
from smdeck.scene import Role, SceneNode, Spark

ARROWS = {"up": "arrow-up-right", "down": "arrow-down-right", "flat": "arrow-right"}
"""The icon of each trend."""

Rooms = dict[str, list[Room]]
"""For each kind of words the rooms of the items."""


def planes(plan: Plan, size: float, label: float) -> None:
    """Planes side by side to three edges: the figure, what it counts, where it goes."""
    room = plan.bleed()
    columns = room.columns(plan.count, 0)
    margin = plan.x(1)
    rooms = _rooms()
    for n, column in enumerate(columns):
        fill = _fill(plan, n)
        plan.plane(column, fill, n)
        left = margin if n == 0 else 32
        inner = column.inset(left, 12, margin - 14 if n == plan.count - 1 else 14, 24)
        if plan.has("item spark"):
            spark, inner = inner.cut("bottom", 0.22 * inner.h, 16)
            _spark(plan, n, spark.inset(0, 0, 10, 0))
        value, below = inner.cut("top", (0.54 if _has_foot(plan) else 0.62) * inner.h, 8)
        rooms["value"].append(value)
        if _has_foot(plan):
            foot, below = below.cut("bottom", 52, 8)
            _foot(plan, n, room=foot, radius=26, behind=fill, rooms=rooms)
        rooms["title"].append(below)
    _put(plan, rooms, size, label, label)


def halves(plan: Plan, size: float) -> None:
    """Cards two by two: the figure left, what it counts and where it goes right."""
    rooms = _rooms()
    sheets = plan.theme.look.cards == "speech"
    cells = plan.bleed().grid(plan.count, 2, 0) if sheets else plan.body.grid(plan.count, 2)
    for n, cell in enumerate(cells):
        inner = _sheet(plan, n, cell) if sheets else plan.card(cell, n, 20)
        value, words = inner.cut("left", 0.51 * inner.w, 20)
        if plan.has("item spark"):
            spark, value = value.cut("bottom", 0.36 * value.h, 6)
            _spark(plan, n, spark)
        rooms["value"].append(value)
        _beside(plan, n, words, 15 if plan.has("item spark") else 22, rooms)
    _put(
        plan, rooms, size=size, title=28, text=28, anchor="bottom" if _has_foot(plan) else "middle"
    )


def thirds(plan: Plan, size: float) -> None:
    """Cards three by two: the figure, what it counts below it, where it goes beside it."""
    rooms = _rooms()
    for n, cell in enumerate(plan.body.grid(plan.count, 3)):
        inner = plan.card(cell, n, 18)
        head, below = inner.cut("top", 0.5 * inner.h, 4)
        if plan.has("item spark"):
            head, spark = head.columns((5, 4), 14)
            _spark(plan, n, spark.inset(0, 0.14 * spark.h, 0, 0.14 * spark.h))
        rooms["value"].append(head)
        if _has_foot(plan):
            foot, below = below.cut("bottom", 36, 4)
            _foot(plan, n, room=foot, radius=16, behind=_on_card(plan, n), rooms=rooms)
        rooms["title"].append(below)
    _put(plan, rooms, size, 26, 24)


def rows(plan: Plan, size: float) -> None:
    """Rows below the title: the figure left, what it counts and where it goes right."""
    rooms = _rooms()
    for n, row in enumerate(plan.body.rows(plan.count, 0)):
        if n:
            plan.rule(row, item=n)
        value, words = row.inset(0, 5, 0, 5).cut("left", 0.34 * row.w, 24)
        if plan.has("item spark"):
            spark, words = words.cut("right", 0.3 * words.w, 24)
            high = min(0.7 * spark.h, 72.0)
            _spark(plan, n, spark._replace(y=spark.center[1] - high / 2, h=high))
        rooms["value"].append(value)
        if _has_foot(plan):
            words, foot = words.columns((1, 1) if plan.has("item spark") else (4, 3), 16)
            _foot(plan, n, room=foot, radius=min(16.0, 0.3 * row.h), behind=None, rooms=rooms)
        rooms["title"].append(words)
    _put(plan, rooms, size=size, title=32, text=28, anchor="middle")


def _rooms() -> Rooms:
    return {"value": [], "title": [], "text": []}


def _fill(plan: Plan, item: int) -> Role:
    """Return what a plane is filled with: the loud one, and calm ones that differ."""
    if plan.marked(item):
        return "accent"
    calm: tuple[Role, ...] = ("brand", "surface")
    if plan.theme.paint("brand", plan.tone) == plan.theme.paint("accent", plan.tone):
        calm = "surface", plan.legible("calm", "step_4", "step_3")
    return calm[sum(not plan.marked(n) for n in range(item)) % 2]


SHEETS: tuple[Role, ...] = ("brand", "contrast", "ground")
"""The colours of a poster's sheets that are not loud."""


def _sheet(plan: Plan, item: int, cell: Room) -> Room:
    """Put a sheet of a poster there, without a gap to the next; return the room inside."""
    fill = _on_card(plan, item)
    if fill:
        plan.plane(cell, fill, item)
    return cell.inset(plan.x(1) if item % 2 == 0 else 32, 16, 24, 16)


def _on_card(plan: Plan, item: int) -> Role | None:
    """Return what the words of a card stand on."""
    if plan.theme.look.cards == "speech":
        calm = sum(not plan.marked(n) for n in range(item))
        return "highlight" if plan.marked(item) else SHEETS[calm % len(SHEETS)]
    if plan.theme.look.cards == "ruled":
        return None
    return "brand" if plan.marked(item) else "surface"


def _spark(plan: Plan, item: int, room: Room) -> None:
    """Leave a room for the sparkline of a figure."""
    plan.kept[f"spark {item}"] = room


def _has_foot(plan: Plan) -> bool:
    return plan.has("item trend") or plan.has("item text")


def _beside(plan: Plan, item: int, room: Room, radius: float, rooms: Rooms) -> None:
    """Share out the room beside a figure: what it counts above, where it goes below."""
    if not _has_foot(plan):
        rooms["title"].append(room)
        return
    foot, above = room.cut("bottom", max(2 * radius + 4, 0.36 * room.h), 6)
    rooms["title"].append(above)
    _foot(plan, item, room=foot, radius=radius, behind=_on_card(plan, item), rooms=rooms)


def _foot(
    plan: Plan, item: int, room: Room, radius: float, behind: Role | None, rooms: Rooms
) -> None:
    """Put where a figure goes: an arrow in a disc, and words beside it."""
    if plan.has("item trend"):
        left, room = room.cut("left", 2 * radius, 12 if radius > 15 else 8)
        if plan.choice.shape[item]:
            fill: Role = (
                "brand" if behind in (None, "surface", "card") else plan.text_colors(behind).accent
            )
            plan.disc(item, left.disc(radius), fill)
    rooms["text"].append(room)


def _put(
    plan: Plan, rooms: Rooms, size: float, title: float, text: float, anchor: Anchor = "top"
) -> None:
    plan.words(
        "item value", rooms["value"], "value", title=Type("figure", size, 40), counts=False,
        anchor="middle",
    )  # fmt: skip
    plan.words(
        "item title", rooms["title"], "head", title=Type("body", title, 18), regular=True,
        anchor=anchor, counts=False, heads=3,
    )  # fmt: skip
    plan.words(
        "item text", rooms["text"], "head", title=Type("body", text, 18), anchor="middle",
        counts=False,
    )  # fmt: skip


class Kpis(Composed):
    """Figures side by side, each with what it counts, and an arrow where it goes."""

    names = {
        "de": "Kennzahlen", "en": "Key figures", "es": "Cifras clave",
        "fr": "Chiffres clés", "it": "Cifre chiave", "nl": "Kerncijfers", "pl": "Wskaźniki",
    }  # fmt: skip
    group = "data"
    compositions = (
        Composition(
            "halves", planes, (2, 2), stage="bleed", de="Hälften",
            steps=({"size": 216.0, "label": 32.0}, {"size": 176.0, "label": 26.0}),
        ),
        Composition(
            "thirds", planes, (3, 3), stage="bleed", de="Drittel",
            steps=({"size": 176.0, "label": 32.0}, {"size": 124.0, "label": 26.0}),
        ),
        Composition("cards", halves, (3, 4), de="Karten", steps=({"size": 112.0},)),
        Composition("grid", thirds, (5, 6), de="Raster", steps=({"size": 88.0},)),
        Composition("rows", rows, (2, 6), plain=True, de="Zeilen", steps=({"size": 96.0},)),
    )  # fmt: skip
    usual = Choice(
        "kpis", "", "thirds", 0, 3, given=frozenset({"item title", "item value", "item text"}),
        marked=1, shape=("", "", ""),
    )  # fmt: skip
    example = """\
layout: kpis
title: Drei Zahlen für die Montagsrunde
source: Beispielwerte
items:
  - {value: "64", title: Antworten je Beitrag, trend: up, text: "+18"}
  - {value: 4 h, title: bis zur ersten Antwort, trend: down, text: "−6 h"}
  - {value: 68 %, title: kommen wieder, trend: up, text: "+9"}
"""

    title: Inline = key("The slide's message.")
    items: list[Item] = key(
        "The figures: `value`, what it counts as `title`, how it has changed as `text`.",
        least=2,
        most=6,
        shows="value unit decimals format title text trend spark link featured",
    )

    def check(self, findings: Findings) -> None:
        for item in self.items:
            if item.value is None:
                findings.error(
                    "missing-field",
                    "an item of `kpis` needs the field `value`",
                    item.place,
                    "add `value`: the figure; `icon-grid` and `cards` show items without one",
                )

    def shape(self) -> tuple[object, ...]:
        return tuple(item.trend or "" for item in self.items)

    def given(self) -> frozenset[str]:
        more = {f"item {name}" for name in ("trend", "spark") if self._have(name)}
        return super().given() | more

    def _have(self, name: str) -> bool:
        return any(getattr(item, name) for item in self.items)

    def of_item(self, page: Page, plan: Plan, n: int) -> Sequence[SceneNode]:
        """Draw the line of a figure, where it has one."""
        item, room = self.items[n], plan.kept.get(f"spark {n}")
        if item.spark is None or room is None:
            return ()
        values, told = item.spark.values, item.title.plain if item.title else ""
        name = page.strings.shapes["spark"]
        line, dot = spark_roles(page.theme, plan.tone, plan.behind(room))
        alt = spark_alt(name, told, values, page.context.deck.lang)
        return (
            page.put(Spark(values, room.box, line=line, dot=dot, name=name, told=told, alt=alt)),
        )

    def marked(self) -> int:
        """The first is set off where none is featured; of two, the second."""
        return super().marked() or (2 if len(self.items) == 2 else 1)

    def icon_of(self, item: Item) -> str | None:
        return ARROWS[item.trend] if item.trend else None
