"""org-chart: who leads, what belongs to it, and what to that: three levels, tied by elbows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from smdeck.compose import Choice, Composition, Plan, Room, Type
from smdeck.compose.outlines import card_outline
from smdeck.compose.paragraphs import item_paragraphs
from smdeck.findings import Findings
from smdeck.model.fields import key
from smdeck.model.items import Item
from smdeck.model.text import Inline, Paragraph
from smdeck.page import Composed
from smdeck.page.page import in_a_line
from smdeck.scene import Geometry, Line, Role

MOST = 24
"""How many units there are at the most, those on the third level included."""

HIGH = 6
"""With how many units each has the height for a title and a text below it."""

TALLEST = 110.0
"""How high a unit is at the most, in points."""

TIE = Line("brand", 3)
TOP, LEFT, FOOT, RIGHT, HANG = range(5)
"""The connection sites of a unit: its sides, and where what belongs to it hangs."""

INDENT = 26.0
"""How far from its left edge a unit's own hang, in points."""


def tree(plan: Plan, root: float, unit: float, gap: float, leaf: float) -> None:
    """The root on top, units side by side below it, what belongs to them hanging from these."""
    body = plan.body.inset(0, 0, 0, 8)
    branches = _branches(plan)
    deepest = max(branches, default=0)
    if not deepest:
        root, unit, gap = 1.25 * root, min(1.7 * unit, 150.0), 1.6 * gap
    across = body if plan.count > 1 else body.inset(0.25 * body.w, 0, 0.25 * body.w, 0)
    columns = across.columns(plan.count)
    wide = max(0.41 * body.w, columns[0].w)
    top = Room(body.center[0] - wide / 2, body.y, wide, root)
    _root(plan, top)
    level = top.bottom + gap
    rooms, leaves = [], []
    start = level + unit + 0.45 * gap
    pitch = min(leaf, (body.bottom - start) / max(1, deepest))
    for n, column in enumerate(columns):
        rooms.append(column._replace(y=level, h=unit))
        for k in range(branches[n]):
            room = Room(column.x + 2.1 * INDENT, start + k * pitch, 0, min(pitch - 8, 62))
            leaves.append((n, room._replace(w=column.right - room.x)))
    _units(plan, rooms, TOP, "middle")
    _leaves(plan, leaves)


def rows(plan: Plan) -> None:
    """The root left, units in rows beside it, what belongs to them beside these."""
    body = plan.body.inset(0, 0, 0, 8)
    branches = _branches(plan)
    left, rest = body.cut("left", 0.29 * body.w, 44)
    _root(plan, left._replace(y=body.center[1] - 60, h=120))
    rooms, words = [], []
    high = min(TALLEST, (rest.h - 8 * (plan.count - 1)) / plan.count)
    for row in rest.middle(high * plan.count + 8 * (plan.count - 1)).rows(plan.count, 8):
        unit, beside = row.cut("left", 0.52 * row.w if any(branches) else row.w, 16)
        rooms.append(unit)
        words.append(beside)
    _units(plan, rooms, LEFT, "across")
    if any(branches):
        plan.words(
            "leaves", words, "prose", text=Type("cell", 24, 16), anchor="middle", counts=False,
            loose=True,
        )  # fmt: skip
        for n, room in enumerate(words):
            plan.piece(f"leaves {n}", room, item=n, words=("leaves", n))


def _branches(plan: Plan) -> list[int]:
    """Return how many there are below each unit."""
    return [int(str(count)) for count in plan.choice.shape]


def _root(plan: Plan, room: Room) -> None:
    plan.words(
        "root", [room.inset(12, 6, 12, 6)], "head", title=Type("body", 32, 18), anchor="middle",
        align="center", colors=plan.bold_text_colors("brand"), counts=False, loose=True,
    )  # fmt: skip
    plan.piece("root", room, _sited(plan, room), "brand", words=("root", 0))


def _units(plan: Plan, rooms: Sequence[Room], site: int, bend: Literal["middle", "across"]) -> None:
    fills: list[Role] = ["accent" if plan.marked(n) else "step_3" for n in range(len(rooms))]
    for n, (room, fill) in enumerate(zip(rooms, fills, strict=True)):
        plan.piece(f"unit {n}", room, _sited(plan, room), fill, n, words=("unit", n))
        plan.tie(("root", FOOT if site == TOP else RIGHT), (f"unit {n}", site), TIE, n, bend)
    plan.words(
        "unit", [room.inset(16, 2, 10, 2) for room in rooms], title=Type("body", 30, 18),
        text=Type("cell", 24, 16), anchor="middle", counts=False, loose=True,
    )  # fmt: skip


def _leaves(plan: Plan, leaves: Sequence[tuple[int, Room]]) -> None:
    for k, (n, room) in enumerate(leaves):
        plan.piece(f"leaf {k}", room, _sited(plan, room, 0.43), "surface", n, words=("leaf", k))
        plan.tie((f"unit {n}", HANG), (f"leaf {k}", LEFT), TIE, n, "corner")
    plan.words(
        "leaf", [room.inset(14, 2, 8, 2) for _, room in leaves], "prose", text=Type("cell", 26, 16),
        anchor="middle", loose=True,
    )  # fmt: skip


def _sited(plan: Plan, room: Room, corner: float = 1.0) -> Geometry:
    """Return the outline of a card in the theme's look, with the connection sites of a unit."""
    look = plan.theme.look.cards
    return card_outline(
        room, corner * plan.theme.taste.radius, bubble=look == "bubble" and corner == 1, hang=INDENT
    )


class OrgChart(Composed):
    """Three levels of boxes, joined by elbows that stay glued to them."""

    names = {
        "de": "Organigramm", "en": "Org chart", "es": "Organigrama",
        "fr": "Organigramme", "it": "Organigramma", "nl": "Organogram", "pl": "Schemat organizacji",
    }  # fmt: skip
    group = "diagrams"
    compositions = (
        Composition(
            "tree", tree, (1, 6), de="Baum",
            steps=(
                {"root": 84.0, "unit": 80.0, "gap": 54.0, "leaf": 72.0},
                {"root": 60.0, "unit": 60.0, "gap": 34.0, "leaf": 56.0},
            ),
        ),
        Composition("rows", rows, (1, 8), de="Zeilen"),
    )  # fmt: skip
    usual = Choice("org-chart", "", "tree", 0, 3, given=frozenset({"root"}), shape=(2, 2, 2))
    example = """\
layout: org-chart
title: Wer im Dialog für Sie antwortet
root: Leitung Dialog
items:
  - Inhalte: [Text und Bild, Film]
  - {title: Community, items: [Kommentare, Service], featured: true}
  - Auswertung: [Zahlen, Berichte]
"""

    title: Inline = key("The slide's message.")
    root: Inline = key("Who or what is on top.")
    items: list[Item] = key(
        "What belongs to it, each with what belongs to that as `items`.",
        least=1,
        most=8,
        shows="title text items featured",
    )

    def check(self, findings: Findings) -> None:
        for item in self._below():
            lost = next((name for name in ("items", "text") if getattr(item, name)), None)
            if lost:
                findings.error(
                    "unshown-key",
                    f"on its third level an `org-chart` can't show `{lost}`",
                    item.at(lost),
                    "put it into `notes`, or show this part on a slide of its own",
                )
        total = len(self.items) + len([*self._below()])
        if total > MOST:
            findings.error(
                "item-count",
                f"an `org-chart` shows up to {MOST} units, here are {total}",
                self.at("items"),
                "show a part of it on a slide of its own",
            )

    def _below(self) -> Iterator[Item]:
        """Yield what stands on the third level."""
        for item in self.items:
            yield from item.items

    def shape(self) -> tuple[object, ...]:
        return tuple(len(item.items) for item in self.items)

    def given(self) -> frozenset[str]:
        return super().given() & {"subtitle", "source"} | {"root"}

    def said(self, name: str) -> Sequence[Sequence[Paragraph]]:
        match name:
            case "unit":
                words = [_words(item) for item in self.items]
                return [_on_one_line(one) for one in words] if len(words) > HIGH else words
            case "leaf":
                return [_words(item) for item in self._below()]
            case "leaves":
                return [_in_a_row(item.items) for item in self.items]
        return super().said(name)

    def alt(self) -> str:
        parts = []
        for item in self.items:
            below = ", ".join(one.title.plain for one in item.items if one.title)
            name = item.title.plain if item.title else ""
            parts.append(f"{name} ({below})" if below else name)
        return f"{self.root.plain}: {', '.join(parts)}"


def _words(item: Item) -> list[Paragraph]:
    """Return a unit's own words, without what belongs to it."""
    return [p for p in item_paragraphs(item) if p.level < 2]


def _on_one_line(words: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """Return a unit's title, bold, and its text in one paragraph; a title alone as it is."""
    if len(words) < 2:
        return words
    title, *texts = words
    bold = tuple(run._replace(bold=True) for run in title.runs)
    runs = in_a_line((bold, *(text.runs for text in texts)), "\u00a0· ")
    return [title._replace(runs=runs, level=1)]


def _in_a_row(items: Sequence[Item]) -> list[Paragraph]:
    """Return names in a row, dots between them."""
    runs = in_a_line((item.title.runs for item in items if item.title), "\u00a0· ")
    return [Paragraph(runs)] if runs else []
