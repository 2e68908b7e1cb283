"""venn: two or three circles, and what they have in common."""

from __future__ import annotations

from smdeck.compose import Choice, Composition, Plan, Room, Type
from smdeck.model.fields import key
from smdeck.model.items import Item
from smdeck.model.text import Inline
from smdeck.page import Composed
from smdeck.scene import Geometry, Line, Role

CLEAR = (92, 88, 86)
"""How opaque each circle is, in percent: the later ones let the earlier ones show."""

OUTER = {2: ((-0.41, 0.0), (0.41, 0.0)), 3: ((0.0, -0.5), (-0.36, 0.41), (0.36, 0.41))}
"""Where words stand that belong to one circle alone, from its centre, in radii."""

COMMON = {2: 0.36, 3: 0.33}
"""The radius of the disc over what all circles share, in radii."""


def beside(plan: Plan) -> None:
    """The title in a column, the circles over the whole height."""
    _circles(plan, plan.column(4).inset(0, 0, 0, 12), 40)


def below(plan: Plan) -> None:
    """The circles in the middle of the body."""
    _circles(plan, plan.body, 36)


def _circles(plan: Plan, room: Room, most: float) -> None:
    """Draw circles with their words in them, and a disc with what they share."""
    circles, middle = _drawn(plan, room)
    radius = circles[0].w / 2
    words = []
    for circle, (across, down) in zip(circles, OUTER[plan.count], strict=True):
        x, y = circle.center
        wide, high = 0.94 * radius, (0.8 if plan.count == 2 else 0.62) * radius
        at = (x + across * radius - wide / 2, y + down * radius - high / 2)
        words.append(Room(*at, wide, high))
    plan.words(
        "item", words, title=Type("item", most, 22), text=Type("cell", 24), align="center",
        anchor="middle", lines=4,
    )  # fmt: skip
    if plan.has("overlap"):
        share = COMMON[plan.count] * radius
        inner = Room(*middle, 0, 0).disc(share)
        plan.draw(inner, Geometry("ellipse"), "ground")
        plan.words(
            "overlap", inner.inset(0.06 * share, 0.3 * share, 0.06 * share, 0.3 * share), "head",
            title=Type("body", 32, 18), color="accent", align="center", anchor="middle",
            counts=False, heads=3,
        )  # fmt: skip


def listed(plan: Plan, wide: float) -> None:
    """The circles with numbers on the right, rows with the words beside them."""
    left, right = plan.body.cut("right", wide, 40)[::-1]
    circles, middle = _drawn(plan, right)
    radius = circles[0].w / 2
    for n, (circle, (across, down)) in enumerate(zip(circles, OUTER[plan.count], strict=True)):
        x, y = circle.center
        at = Room(x + across * radius - 40, y + down * radius - 40, 80, 80)
        plan.numeral(n, at, 56, color="text", align="center")
    rows = left.rows(plan.count + plan.has("overlap"), 0)
    words = []
    for n, row in enumerate(rows):
        if n:
            plan.rule(row, item=n if n < plan.count else None)
        lead, rest = row.cut("left", 52, 18)
        if n < plan.count:
            plan.numeral(n, lead.disc(26, 0), 28, fill=_colors(plan)[n], color="text")
        else:
            plan.draw(lead.disc(14), Geometry("ellipse"), "ground", None, Line("text", 3))
        words.append(rest.inset(0, 4, 0, 4))
    plan.words(
        "item", words[: plan.count], title=Type("item", 36, 22), text=Type("cell"),
        anchor="middle", group="rows",
    )  # fmt: skip
    if plan.has("overlap"):
        at = Room(*middle, 0, 0).disc(14)
        plan.draw(at, Geometry("ellipse"), "ground", None, Line("text", 3))
        plan.words(
            "overlap", words[-1], title=Type("item", 36, 22), color="accent", anchor="middle",
            group="rows",
        )  # fmt: skip


def _drawn(plan: Plan, room: Room) -> tuple[list[Room], tuple[float, float]]:
    """Draw the circles, two in a row or one on top of two.

    Return the squares around them, and the middle of what they all share.
    """
    x, y = room.center
    if plan.count == 2:
        radius = min(196.0, room.h / 2, room.w / 3.07)
        spots = [(x - 0.535 * radius, y), (x + 0.535 * radius, y)]
        middle = (x, y)
    else:
        radius = min(room.h / 2.96, room.w / 3.13)
        middle = (x, y + 0.16 * radius)
        top, right, left = Room(*middle, 0, 0).ring(3, 0.65 * radius)
        spots = [top, left, right]
    squares = [Room(cx - radius, cy - radius, 2 * radius, 2 * radius) for cx, cy in spots]
    for n, (square, fill) in enumerate(zip(squares, _colors(plan), strict=True)):
        plan.draw(square, Geometry("ellipse"), fill, alpha=CLEAR[n])
    return squares, middle


def _colors(plan: Plan) -> list[Role]:
    """Return the colours of the circles, no two alike."""
    loud: tuple[Role, ...] = ("highlight", "accent", "series_3", "series_4")
    if plan.count == 2:
        return plan.unlike(("brand",), loud)
    return plan.unlike(("brand",), ("inverse_accent", "series_3", "series_2"), loud)


class Venn(Composed):
    """Circles that overlap; what they have in common stands in the middle."""

    names = {
        "de": "Schnittmenge", "en": "Venn diagram", "es": "Diagrama de Venn",
        "fr": "Diagramme de Venn", "it": "Diagramma di Venn", "nl": "Venndiagram",
        "pl": "Diagram Venna",
    }  # fmt: skip
    group = "diagrams"
    compositions = (
        Composition("beside", beside, (2, 3), stage="column", de="Spalte"),
        Composition("below", below, (2, 3), de="Unten"),
        Composition("list", listed, (2, 3), de="Liste", steps=({"wide": 400.0}, {"wide": 310.0})),
    )
    usual = Choice(
        "venn", "", "beside", 0, 3, given=frozenset({"item title", "overlap", "subtitle"})
    )
    example = """\
layout: venn
title: "Nähe entsteht, wo sich alle treffen"
subtitle: Im Social Web steht die Marke neben **Schulfreunden** und Verwandten.
overlap: Dialog
items: [Marke, Kunde, Freunde]
"""

    title: Inline = key("The slide's message.")
    items: list[Item] = key("The circles.", least=2, most=3, shows="title text items link")
    overlap: Inline | None = key("What they have in common.", None)
