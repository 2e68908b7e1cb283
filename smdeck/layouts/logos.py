"""logos: two to sixteen logos, all of one optical size, on a grid of rules."""

from __future__ import annotations

from smdeck.compose import Choice, Composition, Plan, Room
from smdeck.findings import Findings
from smdeck.model.fields import key
from smdeck.model.items import Item
from smdeck.model.text import Inline
from smdeck.page import Composed
from smdeck.page.pictured import need_images

COLUMNS = {2: 2, 3: 3, 4: 2, 5: 3, 6: 3}
"""How many logos stand side by side; four from seven on."""

AREA = 0.2
"""The share of its cell that a logo covers: so a wide one is as present as a square one."""


def grid(plan: Plan) -> None:
    """Cells over the whole body with rules between them, and dots where these cross."""
    across = COLUMNS.get(plan.count, 4)
    down = -(-plan.count // across)
    body = plan.body
    cells = body.grid(across * down, across, 0)
    if plan.theme.is_dark(plan.tone):
        _plates(plan, cells[: plan.count])
    else:
        _rules(plan, body, across, down)
    for n, cell in enumerate(cells[: plan.count]):
        plan.picture(f"picture {n + 1}", cell.inset(2, 2, 2, 2), n, whole=AREA)


def _rules(plan: Plan, body: Room, across: int, down: int) -> None:
    xs = [body.x + body.w * n / across for n in range(1, across)]
    ys = [body.y + body.h * n / down for n in range(1, down)]
    for x in xs:
        plan.thread((x, body.y), (x, body.bottom), "line", 2)
    for y in ys:
        plan.thread((body.x, y), (body.right, y), "line", 2)
    if plan.theme.look.marks != "plain":
        for row, y in enumerate(ys):
            for column, x in enumerate(xs):
                loud = (row, column) == (len(ys) // 2, len(xs) // 2)
                plan.dot(x, y, 8 if down < 4 else 6, "highlight" if loud else "brand")


def _plates(plan: Plan, cells: list[Room]) -> None:
    """Put a light plate behind each logo: most are drawn for paper."""
    for n, cell in enumerate(cells):
        room = cell.inset(6, 6, 6, 6)
        plan.draw(room, plan.outline(room), "text", n)


class Logos(Composed):
    """Logos side by side, all as present as each other, whatever their shape."""

    names = {
        "de": "Logos", "en": "Logos", "es": "Logotipos",
        "fr": "Logos", "it": "Loghi", "nl": "Logo’s", "pl": "Loga",
    }  # fmt: skip
    group = "pictures"
    compositions = (Composition("grid", grid, plain=True, de="Raster"),)
    usual = Choice("logos", "", "grid", 0, 8, given=frozenset({"item image"}))
    example = """\
layout: logos
title: Mit ihnen reden wir schon
items:
  - image: {file: bilder/logo-duo.png, alt: Duo}
  - image: {file: bilder/logo-gipfel.png, alt: Gipfel}
  - image: {file: bilder/logo-nordwind.png, alt: Nordwind}
  - image: {file: bilder/logo-linse.png, alt: Linse}
  - image: {file: bilder/logo-taktik.png, alt: Taktik}
  - image: {file: bilder/logo-blauco.png, alt: blau & co}
  - image: {file: bilder/logo-sprich.png, alt: Sprich}
  - image: {file: bilder/logo-reif.png, alt: Reif}
"""

    title: Inline = key("The slide's message.")
    items: list[Item] = key(
        "The logos, each an `image` whose `alt` is the name; a `link` is the whole logo.",
        least=2,
        most=16,
        shows="image link",
    )

    def check(self, findings: Findings) -> None:
        need_images(self, findings)
