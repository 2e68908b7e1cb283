"""pyramid: three to six levels, the widest at the bottom."""

from __future__ import annotations

from smdeck.compose import Choice, Composition, Plan, Room, Type
from smdeck.compose.tiers import tiers
from smdeck.model.fields import key
from smdeck.model.items import Item
from smdeck.model.text import Inline
from smdeck.page import Composed
from smdeck.scene import Role

STEPS: tuple[Role, ...] = ("step_1", "step_2", "step_3", "step_4")


def levels(plan: Plan, wide: float, outside: float) -> None:
    """The pyramid on the left; a rule leads from each level to its words."""
    _levels(plan, plan.body, wide, bool(outside))


SEEN = 18.0
"""The least size of a number in a level, in points: the tip of a narrow pyramid has none."""


def tall(plan: Plan, wide: float) -> None:
    """The title in a column, the pyramid over the whole height."""
    _levels(plan, plan.column(4).inset(0, 0, 0, 8), wide, True)


def _levels(plan: Plan, room: Room, wide: float, outside: bool) -> None:
    """Draw the levels; their values stand in them, or outside before the words."""
    made = tiers(plan, room, wide=wide, first=0, last=1, shade=_shade)
    words = [tier.beside for tier in made]
    valued = plan.has("item value")
    if valued and outside:
        values = [row.cut("left", 92)[0] for row in words]
        words = [row.cut("left", 92, 16)[1] for row in words]
        plan.words(
            "item value", values, "value", title=Type("body", 32, 18), anchor="middle",
            loud="accent",
        )  # fmt: skip
    elif valued:
        plan.words(
            "item value", [tier.within for tier in made], "value", title=Type("body", 32, 24),
            align="center", anchor="middle",
        )  # fmt: skip
    if outside or not valued:
        for n, tier in enumerate(made):
            size = min(26.0 if n == 0 else 40.0, 1.3 * tier.within.w)
            number = str(plan.count - n)
            if size >= SEEN:
                plan.numeral(n, tier.within, size, number, color="text", align="center")
    plan.words(
        "item", words, title=Type("item", 36, 22), text=Type("cell", 26), anchor="middle",
        loud="accent", lines=2,
    )  # fmt: skip


def _shade(plan: Plan, n: int) -> Role:
    """Return the colour of a level: ever stronger downwards, one loud."""
    if plan.marked(n):
        return "highlight"
    return STEPS[max(0, len(STEPS) - plan.count + n) if plan.count > 1 else -1]


class Pyramid(Composed):
    """Levels that rest on each other; the uppermost, or a featured one, is set off."""

    names = {
        "de": "Pyramide", "en": "Pyramid", "es": "Pirámide", "fr": "Pyramide", "it": "Piramide",
        "nl": "Piramide", "pl": "Piramida",
    }  # fmt: skip
    group = "diagrams"
    compositions = (
        Composition(
            "levels", levels, (3, 6), de="Stufen",
            steps=({"wide": 420.0, "outside": 0.0}, {"wide": 330.0, "outside": 1.0}),
        ),
        Composition(
            "tall", tall, (3, 6), stage="column", de="Hoch",
            steps=({"wide": 240.0}, {"wide": 170.0}),
        ),
    )  # fmt: skip
    usual = Choice(
        "pyramid", "", "levels", 0, 4, given=frozenset({"item title", "item text"}), marked=1
    )
    example = """\
layout: pyramid
title: Vertrauen wächst von unten
items:
  - {title: Empfehlen, text: Menschen sprechen für Sie}
  - {title: Mitreden, text: "Sie fragen, loben und widersprechen"}
  - {title: Folgen, text: Sie wollen mehr von Ihnen hören}
  - {title: Sehen, text: Sie begegnen Ihnen im Alltag}
"""

    title: Inline = key("The slide's message.")
    items: list[Item] = key(
        "The levels, from the top.", least=3, most=6,
        shows="value unit decimals format title text items link featured",
    )  # fmt: skip

    def marked(self) -> int:
        return super().marked() or 1
