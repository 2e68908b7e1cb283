"""gallery: two to six pictures side by side, each with its caption on a tab."""

from __future__ import annotations

from collections.abc import Sequence

from smdeck.compose import Choice, Composition, Plan, Room, Type
from smdeck.findings import Findings
from smdeck.model.fields import key
from smdeck.model.items import Item
from smdeck.model.text import Block, Inline
from smdeck.page import Composed
from smdeck.page.pictured import need_images, shape_of

GAP = 6.0
"""The space between pictures in points."""

TAB = 54.0
"""The height of the tab that a caption stands on, in points."""

BROAD = 2.4
"""From what ratio of width to height on whole pictures are larger one below another."""

ROWS: dict[int, tuple[int, ...]] = {2: (1, 1), 3: (1, 2), 4: (2, 2), 5: (1, 2, 2), 6: (2, 2, 2)}
"""How many pictures stand in each row beside the title."""

WIDE: dict[int, tuple[int, ...]] = {2: (2,), 3: (3,), 4: (2, 2), 5: (3, 2), 6: (3, 3)}
"""How many stand in each row below it."""


def wall(plan: Plan) -> None:
    """The pictures to three edges of the slide, beside the title."""
    stage = plan.column(4, below="text", lower=190)
    _pictures(plan, _cells(plan.to_edges(stage), ROWS[plan.count]), TAB)


def band(plan: Plan, tall: float) -> None:
    """The pictures to three edges of the slide, below the title; of five one may be tall."""
    room = plan.bleed()
    if tall and plan.count == 5:  # one as high as two
        first, rest = room.cut("left", (room.w - 2 * GAP) / 3, GAP)
        _pictures(plan, [first, *_cells(rest, (2, 2))], TAB)
    else:
        _pictures(plan, _cells(room, WIDE[plan.count]), TAB)


def column(plan: Plan) -> None:
    """Beside the title: whole pictures that are high side by side, wide ones one below another."""
    stage = plan.column(4, below="text", lower=190)
    stage = stage._replace(h=min(stage.bottom, 500) - stage.y)  # above the footer
    _pictures(
        plan, _cells(stage, (plan.count,) if plan.has("upright") else (1,) * plan.count, 16),
        36, whole=True,
    )  # fmt: skip


def row(plan: Plan) -> None:
    """Whole pictures that are high, in one row below the title, their captions above them."""
    _pictures(plan, plan.body.columns(plan.count, 16), 40, whole=True)


def frames(plan: Plan) -> None:
    """The whole pictures below the title, inside of the margins, their captions above them."""
    body = plan.body
    if plan.has("text"):
        words, body = body.cut("left", 0.26 * body.w, 24)
        plan.words("text", words, "prose", text=Type("cell", 26, 18), counts=False)
    cells = _cells(body, WIDE[plan.count], 16)
    tab = 0.1 * body.h / len(WIDE[plan.count]) + 14
    _pictures(plan, cells, tab, whole=True)


def _cells(room: Room, rows: Sequence[int], gap: float = GAP) -> list[Room]:
    bands = room.rows(len(rows), gap)
    return [cell for row, many in zip(bands, rows, strict=True) for cell in row.columns(many, gap)]


def _pictures(plan: Plan, cells: Sequence[Room], tab: float, whole: bool = False) -> None:
    """Put pictures into cells, their captions on tabs over them; above them where these are
    `whole`, whose lower edges are anywhere."""
    rooms = [cell.cut("top" if whole else "bottom", tab)[0] for cell in cells]
    if whole and plan.has("item title"):
        cells = [cell.inset(0, tab + 4, 0, 0) for cell in cells]
    first = 0 if whole else plan.x(1)
    words = [room.inset(first if whole or room.x < first else 16, 2, 16, 10) for room in rooms]
    plan.words(
        "item title", words, "head", title=Type("label", 24, 14),
        anchor="bottom" if whole else "middle",
        colors=plan.text_colors(None), counts=False, loose=True,
    )  # fmt: skip
    for n, (cell, room) in enumerate(zip(cells, rooms, strict=True)):
        plan.picture(f"picture {n + 1}", cell, n, fills=not whole)
        plan.piece(f"caption {n}", room, fill="ground", item=n, words=("item title", n), hugs=True)


class Gallery(Composed):
    """Pictures side by side, to the edges of the slide, each with its caption."""

    names = {
        "de": "Galerie", "en": "Gallery", "es": "Galería",
        "fr": "Galerie", "it": "Galleria", "nl": "Galerij", "pl": "Galeria",
    }  # fmt: skip
    group = "pictures"
    compositions = (
        Composition("wall", wall, (2, 4), lacks=("sheet",), stage="column", de="Wand"),
        Composition(
            "band", band, (2, 6), lacks=("text", "sheet"), stage="bleed", de="Band",
            steps=({"tall": 0.0}, {"tall": 1.0}),
        ),
        Composition("dense wall", wall, (5, 6), lacks=("sheet",), stage="column", de="dichte Wand"),
        Composition("column", column, (2, 2), needs="upright", stage="column", de="Spalte"),
        Composition("stack", column, (2, 3), needs="broad", stage="column", de="Stapel"),
        Composition("row", row, (3, 6), needs="upright", lacks=("text",), de="Reihe"),
        Composition("frames", frames, plain=True, de="Rahmen"),
    )  # fmt: skip
    usual = Choice(
        "gallery", "", "wall", 0, 4, given=frozenset({"item title", "item image", "text"})
    )
    example = """\
layout: gallery
title: Vier Orte, an denen Dialog entsteht
text: Vom Saal über den Tisch bis ins Sofa.
items:
  - {title: Der Vortrag, image: {file: bilder/publikum.png, alt: Ein Saal voller Menschen}}
  - {title: Der Workshop, image: {file: bilder/werkstatt.png, alt: Ein Tisch mit Zetteln}}
  - {title: Die Verbindung, image: {file: bilder/bruecke.png, alt: Ein Netz über einem Fluss}}
  - {title: Der Alltag, image: {file: bilder/wohnzimmer.png, alt: Ein Wohnzimmer}}
"""

    title: Inline = key("The slide's message.")
    items: list[Item] = key(
        "The pictures, each `image` with a caption as `title`.",
        least=2,
        most=6,
        shows="image title link",
    )
    text: Block | None = key("A sentence about them.", None)

    def given(self) -> frozenset[str]:
        images = [item.image for item in self.items if item.image]
        if not any(image.sheet for image in images):
            return super().given()
        return super().given() | {"sheet"} | shape_of(images, BROAD)

    def check(self, findings: Findings) -> None:
        need_images(self, findings)
