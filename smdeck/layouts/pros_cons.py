"""pros-cons: what speaks for something and what against it, on two planes."""

from __future__ import annotations

from collections.abc import Sequence

from smdeck.compose import Choice, Composition, Plan, Room, Type
from smdeck.compose.paragraphs import bullet_paragraphs
from smdeck.findings import Findings, Place
from smdeck.model.blocks import Column, Side
from smdeck.model.fields import key
from smdeck.model.text import Inline, Paragraph
from smdeck.page import Composed
from smdeck.scene import Role

MOST = 6
"""How many points a side has at the most."""

SIDES = ("pros", "cons")
NAMES = frozenset(side + part for side in SIDES for part in ("", " close", " title"))
"""The texts of the sides: their points, these close to each other, their heads."""

SIGNS = {"pros": "plus", "cons": "minus"}
LARGE = 32.0
"""From here on points are set like rows of their own, in points."""

FILLS: dict[str, Role] = {"pros": "brand", "cons": "surface"}


def planes(plan: Plan, radius: float, text: float, close: float = 0) -> None:
    """Two planes to three edges: a sign and a head, the points below."""
    for side, half in zip(SIDES, plan.bleed().columns(2, 0), strict=True):
        plan.plane(half, FILLS[side])
        left = plan.x(1) if side == "pros" else 44
        inner = half.inset(left, radius / 2 + 4, 30, 24)
        _side(plan, side, inner=inner, radius=radius, text=text, close=bool(close))


def tiles(plan: Plan, radius: float, text: float, close: float = 0) -> None:
    """Two cards below the title."""
    for side, room in zip(SIDES, plan.body.columns(2), strict=True):
        inner = plan.card(room, None, 20, FILLS[side])
        _side(plan, side, inner=inner, radius=radius, text=text, close=bool(close))


def _side(plan: Plan, side: str, inner: Room, radius: float, text: float, close: bool) -> None:
    head, below = inner.cut("top", max(2 * radius, 64), radius / 2)
    sign, head = head.cut("left", 2 * radius, 20)
    sign = sign.disc(radius)
    plan.disc(None, sign, plan.text_colors_at(sign).accent, name=side)
    plan.words(
        f"{side} title", head, "head", title=Type("item", 44, 22), anchor="middle", group="heads"
    )
    plan.words(
        f"{side} close" if close else side, below, "item" if close else "side",
        title=Type("item", 36, 24), group="sides", lines=9,
        text=Type("row", text, 34) if text > LARGE else Type("body", text, 18),
    )  # fmt: skip


class ProsCons(Composed):
    """For and against, side by side: signs and heads say which is which, not colour alone."""

    names = {
        "de": "Für und Wider", "en": "Pros and cons", "es": "Pros y contras",
        "fr": "Pour et contre", "it": "Pro e contro", "nl": "Voor- en nadelen",
        "pl": "Za i przeciw",
    }  # fmt: skip
    group = "words"
    compositions = (
        Composition(
            "planes", planes, stage="bleed", de="Flächen",
            steps=(
                {"radius": 44.0, "text": 38.0}, {"radius": 44.0, "text": 32.0},
                {"radius": 30.0, "text": 28.0},
            ),
        ),
        Composition(
            "tiles", tiles, de="Kacheln",
            steps=(
                {"radius": 24.0, "text": 26.0}, {"radius": 18.0, "text": 24.0, "close": 1.0},
            ),
        ),
    )  # fmt: skip
    usual = Choice("pros-cons", "", "planes", given=NAMES)
    by_paragraph = tuple(sorted(name for name in NAMES if not name.endswith("title")))
    example = """\
layout: pros-cons
title: Lohnt sich der Dialog für Ihre Marke?
pros:
  title: Dafür
  items:
    - Nähe auf Augenhöhe
    - Rückmeldung in Stunden statt Monaten
    - Kunden empfehlen von sich aus
cons:
  title: Dagegen
  items:
    - Kostet täglich Zeit
    - Kritik steht öffentlich da
    - Der Ton lässt sich nicht diktieren
"""

    title: Inline = key("The slide's message.")
    pros: Side = key("What speaks for it: items, or a title and items.")
    cons: Side = key("What speaks against it.")

    def sides(self) -> Sequence[str]:
        """Return what can appear as a whole, by the names in its plans."""
        return SIDES

    def given(self) -> frozenset[str]:
        return super().given() | NAMES

    def said(self, name: str) -> Sequence[Sequence[Paragraph]]:
        side, _, part = name.partition(" ")
        if side not in SIDES:
            return super().said(name)
        column: Column = getattr(self, side)
        if part == "title":
            usual = Inline.of(self.context.strings.labels[side], column.origin.place)
            return [(column.title or usual).paragraphs]
        return [bullet_paragraphs(column.items, 2 if part else 1)]

    def check(self, findings: Findings) -> None:
        for side in SIDES:
            column: Column = getattr(self, side)
            if column.content != "items":
                findings.error(
                    "column-content",
                    f"the `{side}` of a `pros-cons` slide are `items`",
                    column.origin.place,
                    "write them as a list; `two-columns` holds texts, pictures, charts and more",
                )
            elif len(column.items) > MOST:
                number = len(column.items)
                findings.error(
                    "item-count",
                    f"`pros-cons` takes 1 to {MOST} items in `{side}`, here are {number}",
                    column.origin.place,
                    f"cut {number - MOST} of them",
                )

    def icon_named(self, name: str) -> tuple[str | None, Place]:
        column: Column = getattr(self, name)
        return column.icon or SIGNS[name], column.at("icon")
