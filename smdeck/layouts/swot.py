"""swot: strengths, weaknesses, opportunities and threats, on four planes."""

from __future__ import annotations

from collections.abc import Sequence

from smdeck.compose import Choice, Composition, Plan, Room, Type
from smdeck.compose.paragraphs import bullet_paragraphs
from smdeck.model.fields import key
from smdeck.model.items import Item
from smdeck.model.text import Inline, Paragraph, Run
from smdeck.page import Composed
from smdeck.scene import Role

FIELDS = ("strengths", "weaknesses", "opportunities", "threats")
LETTERS = "SWOT"

PARTS = ("", " close", " title", " points")
"""What follows the name of a field: its points close to each other, or head and points apart."""

NAMES = frozenset(field + part for field in FIELDS for part in PARTS)


def planes(plan: Plan, letter: float, close: float) -> None:
    """Two by two to three edges, without a gap: the letter left, a head and points beside it."""
    for n, cell, fill in _fields(plan):
        _field_plane(plan, n, cell, fill)
        left = plan.x(1) if n % 2 == 0 else 32
        foot = 20 if cell.bottom == plan.slide.bottom else 14 - 8 * close
        inner = cell.inset(left, 18 - 10 * close, 24, foot)
        sign, words = inner.cut("left", letter, 6)
        plan.numeral(None, sign._replace(h=letter), letter, LETTERS[n], anchor="top")
        _field(plan, FIELDS[n], words, 40 - 10 * close, bool(close))


def beside(plan: Plan) -> None:
    """Two by two to three edges: the head left, many points beside it."""
    heads, points = [], []
    for n, cell, fill in _fields(plan):
        _field_plane(plan, n, cell, fill)
        left, right = (plan.x(1), 16) if n % 2 == 0 else (28, 20)
        foot = 20 if cell.bottom == plan.slide.bottom else 8
        head, rest = cell.inset(left, 12, right, foot).cut("left", 0.38 * (cell.w - left), 12)
        heads.append(head)
        points.append(rest)
    for name, head, rest in zip(FIELDS, heads, points, strict=True):
        plan.words(f"{name} title", head, "head", title=Type("item", 30, 22), group="heads")
        plan.words(f"{name} points", rest, "item", text=Type("cell", 26), group="points", lines=9)


def tiles(plan: Plan) -> None:
    """Four cards below the title, without letters."""
    rooms = plan.body.grid(4, 2, 12)
    for name, room, fill in zip(FIELDS, rooms, _fills(plan), strict=True):
        _field(plan, name, plan.card(room, None, 14, fill), 30, True)


def _fields(plan: Plan) -> list[tuple[int, Room, Role]]:
    """Return number, room and colour of each field: two by two to three edges."""
    raised = 0 if plan.has("subtitle") else 6
    cells = plan.bleed(plan.body.y - raised).grid(4, 2, 0)
    fills = _fills(plan)
    return [(n, cell, fill) for n, (cell, fill) in enumerate(zip(cells, fills, strict=True))]


def _field_plane(plan: Plan, n: int, cell: Room, fill: Role) -> None:
    """Put the plane of a field there; a rule above the last where it looks like the one above."""
    plan.plane(cell, fill)
    colors = [plan.theme.rgb(role, plan.tone) for role in _fills(plan)]
    if n == 3 and colors[1] == colors[3]:
        plan.rule(cell, "text")


def _fills(plan: Plan) -> list[Role]:
    """Return the colours of the fields, no two alike."""
    return plan.unlike(
        ("brand",), ("surface",), ("accent", "highlight", "step_1"),
        ("contrast", "card", "step_1", "calm"),
    )  # fmt: skip


def _field(plan: Plan, name: str, room: Room, most: float, close: bool) -> None:
    """Put head and points of a field; those of many points stand `close` to each other."""
    plan.words(
        f"{name} close" if close else name, room, "item" if close else "side",
        title=Type("item", most, 22), text=Type("cell", 28, 18), group="fields", lines=9,
    )  # fmt: skip


class Swot(Composed):
    """Four fields with their letters: what helps and what hinders, from within and from outside."""

    names = {
        "de": "SWOT", "en": "SWOT", "es": "DAFO", "fr": "SWOT", "it": "SWOT", "nl": "SWOT",
        "pl": "SWOT",
    }  # fmt: skip
    group = "diagrams"
    compositions = (
        Composition(
            "planes", planes, stage="bleed", de="Flächen",
            steps=({"letter": 88.0, "close": 0.0}, {"letter": 64.0, "close": 1.0}),
        ),
        Composition("tiles", tiles, plain=True, de="Kacheln"),
        Composition("beside", beside, stage="bleed", de="Daneben"),
    )  # fmt: skip
    usual = Choice("swot", "", "planes", given=NAMES)
    by_paragraph = tuple(sorted(name for name in NAMES if not name.endswith("title")))
    example = """\
layout: swot
title: Wo Ihre Marke im Dialog steht
strengths: [Treue Stammkunden, Echte Geschichten]
weaknesses: [Wenig Zeit am Tag, Späte Antworten]
opportunities: [Schwache Verbindungen, Nähe auf Augenhöhe]
threats: [Öffentliche Kritik, Regeln der Plattformen]
"""

    title: Inline = key("The slide's message.")
    strengths: list[Item] = key("What one is good at.", least=1, most=5, shows="title link")
    weaknesses: list[Item] = key("What one is not good at.", least=1, most=5, shows="title link")
    opportunities: list[Item] = key("What helps from outside.", least=1, most=5, shows="title link")
    threats: list[Item] = key("What hinders from outside.", least=1, most=5, shows="title link")

    def sides(self) -> Sequence[str]:
        """Return what can appear as a whole, by the names in its plans."""
        return FIELDS

    def given(self) -> frozenset[str]:
        return super().given() | NAMES

    def said(self, name: str) -> Sequence[Sequence[Paragraph]]:
        field, _, part = name.partition(" ")
        if field not in FIELDS:
            return super().said(name)
        head = [Paragraph((Run(self.context.strings.labels[field]),))]
        points = bullet_paragraphs(getattr(self, field), 2 if part else 1)
        return [head if part == "title" else points if part == "points" else [*head, *points]]
