"""funnel: three to six stages that become fewer, in one band that narrows."""

from __future__ import annotations

from smdeck.compose import Choice, Composition, Plan, Room, Type
from smdeck.compose.tiers import tiers
from smdeck.model.fields import key
from smdeck.model.items import Item
from smdeck.model.text import Inline
from smdeck.page import Composed
from smdeck.scene import Role

STEPS: tuple[Role, ...] = ("step_4", "step_3", "step_2", "step_1")

NARROWEST = 0.42
"""The height of the band at its end, as a share of that at its beginning."""

GAP = 6.0
"""The space between stages."""


def band(plan: Plan, value: float) -> None:
    """One band to three edges: figures and words within each stage."""
    room = plan.bleed(plan.body.y + 4)
    words = _wedges(plan, room)
    _within(plan, words, value)


def labelled(plan: Plan, value: float, share: float) -> None:
    """A band with the figures, the words below it."""
    room = plan.bleed(plan.body.y + 4)
    top, below = room.cut("top", share * room.h, 14)
    inner = _wedges(plan, top)
    texts = [
        Room(one.x, below.y, one.w, below.bottom - below.y - (24 if plan.footed is False else 4))
        for one in inner
    ]
    if plan.has("item value"):
        plan.words("item value", inner, "value", title=Type("numeral", value, 40), anchor="middle")
    else:
        for n, one in enumerate(inner):
            plan.numeral(n, one, value, color="text")
    plan.words("item", texts, title=Type("item", 32, 22), text=Type("cell"), lines=4)


def _wedges(plan: Plan, room: Room) -> list[Room]:
    """Draw the stages of the band, and return the room for words within each."""
    middle, half = room.center[1], 0.48 * room.h

    def high(x: float) -> float:
        return half * (1 - (1 - NARROWEST) * x / plan.slide.w)

    columns = plan.body.columns(plan.count, GAP)
    inner = []
    for n, column in enumerate(columns):
        left = 0 if n == 0 else column.x
        right = plan.slide.right if n == plan.count - 1 else column.right
        corners = [
            (left, middle - high(left)), (right, middle - high(right)),
            (right, middle + high(right)), (left, middle + high(left)),
        ]  # fmt: skip
        plan.outlined(corners, _shade(plan, n), n)
        indent = 0 if n == 0 else 20
        reach = high(right) - 10
        end = min(right - 8, plan.slide.right - 20)
        inner.append(Room(column.x + indent, middle - reach, end - column.x - indent, 2 * reach))
    return inner


def _shade(plan: Plan, n: int) -> Role:
    """Return the colour of a stage: ever paler, the last one loud."""
    if plan.marked(n):
        return plan.brand_or(n, "accent", "highlight")
    return STEPS[min(n * len(STEPS) // max(1, plan.count - 1), len(STEPS) - 1)]


def _within(plan: Plan, rooms: list[Room], value: float) -> None:
    """Put the figure of a stage above its words, both around the middle."""
    if not plan.has("item value"):
        plan.words("item", rooms, title=Type("item", 40, 22), text=Type("cell"), anchor="middle")
        return
    upper, lower = zip(*(room.cut("top", room.h / 2 + 4, 4) for room in rooms), strict=True)
    plan.words("item value", upper, "value", title=Type("numeral", value, 40), anchor="bottom")
    plan.words(
        "item", lower, title=Type("item", 28, 22), text=Type("cell", 24), lines=4, heads=3,
        regular=not plan.has("item text"), counts=False,
    )  # fmt: skip


def stack(plan: Plan, value: float) -> None:
    """Bands one above the other that narrow, the words beside them."""
    _stacked(plan, plan.body, value)


def tall(plan: Plan, value: float) -> None:
    """The title in a column; bands over the whole height, the words beside them."""
    _stacked(plan, plan.column(4).inset(0, 0, 0, 8), value)


def _stacked(plan: Plan, room: Room, value: float) -> None:
    made = tiers(plan, room, wide=0.42 * room.w, first=1, last=NARROWEST, shade=_shade)
    plan.words(
        "item value", [tier.within for tier in made], "value", title=Type("item", value, 20),
        align="center", anchor="middle",
    )  # fmt: skip
    plan.words(
        "item", [tier.beside for tier in made], title=Type("item", 36, 22), text=Type("cell"),
        anchor="middle", loud="accent",
    )  # fmt: skip


class Funnel(Composed):
    """Stages from many to few; the band's shape is a picture, its figures are said in words."""

    names = {
        "de": "Trichter", "en": "Funnel", "es": "Embudo", "fr": "Entonnoir", "it": "Imbuto",
        "nl": "Trechter", "pl": "Lejek",
    }  # fmt: skip
    group = "diagrams"
    marks_last = True
    compositions = (
        Composition(
            "band", band, (3, 6), lacks=("item items",), stage="bleed", de="Band",
            steps=({"value": 80.0}, {"value": 64.0}, {"value": 48.0}),
        ),
        Composition(
            "labelled", labelled, (3, 6), stage="bleed", de="Beschriftet",
            steps=({"value": 64.0, "share": 0.6}, {"value": 48.0, "share": 0.5}),
        ),
        Composition("stack", stack, (3, 6), de="Stapel", steps=({"value": 44.0},)),
        Composition("tall", tall, (3, 6), stage="column", de="Hoch", steps=({"value": 32.0},)),
    )  # fmt: skip
    usual = Choice(
        "funnel", "", "band", 0, 4, given=frozenset({"item title", "item value"}), marked=8
    )
    example = """\
layout: funnel
title: Aus Reichweite wird Gespräch
source: Beispielwerte je Beitrag
items:
  - {value: 10.000, title: sehen den Beitrag}
  - {value: 1.200, title: lesen ihn ganz}
  - {value: 300, title: reagieren darauf}
  - {value: 40, title: stellen eine Frage}
"""

    title: Inline = key("The slide's message.")
    items: list[Item] = key(
        "The stages, the widest first.", least=3, most=6,
        shows="value unit decimals format title text items link featured",
    )  # fmt: skip
