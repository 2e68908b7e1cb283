"""team: one to eight people: their portraits, names and roles."""

from __future__ import annotations

from collections.abc import Sequence

from smdeck.compose import Anchor, Choice, Composition, Plan, Room, Type
from smdeck.findings import Findings
from smdeck.model.fields import key
from smdeck.model.items import Item
from smdeck.model.text import Inline, Paragraph, Run
from smdeck.page import Composed
from smdeck.page.pictured import keep_faces
from smdeck.scene import Geometry
from smdeck.theme.theme import TextColors

ROLES = TextColors(text="accent", muted="text", accent="accent")
"""Names are as all words, roles stand out."""


def bubbles(plan: Plan, words: float) -> None:
    """Portraits in bubbles side by side, names and roles below them."""
    rooms, faces = [], []
    for cell in plan.body.inset(0, 0, 0, 8).columns(plan.count):
        below, face = cell.cut("bottom", words, 10)
        faces.append((face, plan.outline(face)))
        rooms.append(below)
    _people(plan, faces, rooms, 34, 26)


def beside(plan: Plan) -> None:
    """One portrait or two of full height, names and roles beside them."""
    rooms, faces = [], []
    for cell in plan.body.inset(0, 0, 0, 8).columns(plan.count, 24):
        face, words = cell.cut("left", (0.42 if plan.count == 1 else 0.54) * cell.w, 20)
        faces.append((face, plan.outline(face)))
        rooms.append(words)
    _people(plan, faces, rooms=rooms, name=64 if plan.count == 1 else 34, role=28, anchor="bottom")


def discs(plan: Plan, radius: float) -> None:
    """Three in a row: portraits in discs, names and roles beside them."""
    rooms, faces = [], []
    for cell in plan.body.inset(0, 0, 0, 8).grid(plan.count, 3):
        face, words = cell.cut("left", 2 * radius, 16)
        faces.append((face.disc(radius), plan.mark_geometry))
        rooms.append(words)
    _people(plan, faces, rooms=rooms, name=28, role=24, anchor="middle")


def quarters(plan: Plan, radius: float) -> None:
    """Four in a row: portraits in discs, names and roles below them."""
    rooms, faces = [], []
    for cell in plan.body.inset(0, 0, 0, 8).grid(plan.count, 4, 14):
        face, words = cell.cut("top", 2 * radius, 6)
        faces.append((face.disc(radius, 0, 0), plan.mark_geometry))
        rooms.append(words)
    _people(plan, faces, rooms, 28, 22)


def rows(plan: Plan, columns: float) -> None:
    """Rows with small portraits, names and roles beside them."""
    rooms, faces = [], []
    for cell in plan.body.inset(0, 0, 0, 8).grid(plan.count, int(columns), 12):
        side = min(cell.h, 0.28 * cell.w)
        face, words = cell.cut("left", side, 16)
        faces.append((face.disc(side / 2), plan.mark_geometry))
        rooms.append(words)
    _people(plan, faces, rooms=rooms, name=32, role=24, anchor="middle")


def _people(
    plan: Plan, faces: Sequence[tuple[Room, Geometry]], rooms: Sequence[Room], name: float,
    role: float, anchor: Anchor = "top",
) -> None:  # fmt: skip
    pictured = plan.choice.shape
    letters = Type("figure", 96, 40) if faces[0][0].w > 190 else Type("item", 36, 20)
    plan.words(
        "initials", [face for face, _ in faces], "value", title=letters,
        align="center", anchor="middle", colors=plan.bold_text_colors("brand"),
        counts=False, loose=True,
    )  # fmt: skip
    for n, (face, outline) in enumerate(faces):
        if n < len(pictured) and not pictured[n]:
            plan.piece(f"face {n}", face, outline, "brand", n, words=("initials", n))
        else:
            plan.picture(f"picture {n + 1}", face, n, outline)
    plan.words(
        "item", rooms, title=Type("display" if name > 44 else "item", name, 20),
        text=Type("cell", role, 16), anchor=anchor, counts=False, lines=2,
        colors=ROLES, color="muted",
    )  # fmt: skip


class Team(Composed):
    """People with portraits that keep their heads, names and roles."""

    names = {
        "de": "Team", "en": "Team", "es": "Equipo",
        "fr": "Équipe", "it": "Squadra", "nl": "Team", "pl": "Zespół",
    }  # fmt: skip
    group = "people"
    compositions = (
        Composition("beside", beside, (1, 2), de="daneben"),
        Composition(
            "bubbles", bubbles, (3, 4), de="Blasen", steps=({"words": 78.0}, {"words": 128.0})
        ),
        Composition(
            "discs", discs, (3, 6), de="Kreise", steps=({"radius": 72.0}, {"radius": 56.0})
        ),
        Composition("quarters", quarters, (7, 8), de="Viertel", steps=({"radius": 52.0},)),
        Composition("rows", rows, (2, 8), plain=True, de="Zeilen", steps=({"columns": 2.0},)),
    )
    usual = Choice(
        "team", "", "bubbles", 0, 3, given=frozenset({"item title", "item text", "item image"}),
        shape=(True, True, True),
    )  # fmt: skip
    example = """\
layout: team
title: Drei, die Ihnen antworten
items:
  - {title: Robin Beispiel, text: Vortrag, image: {file: bilder/portraet-1.png, alt: Robin}}
  - {title: Kim Muster, text: Content, image: {file: bilder/portraet-2.png, alt: Kim}}
  - {title: Luca Probe, text: Workshop, image: {file: bilder/portraet-3.png, alt: Luca}}
"""

    title: Inline = key("The slide's message.")
    items: list[Item] = key(
        "The people: the name as `title`, the role as `text`; without an `image`, initials.",
        least=1,
        most=8,
        shows="image title text link",
    )

    def check(self, findings: Findings) -> None:
        keep_faces(self.pictures)

    def shape(self) -> tuple[object, ...]:
        return tuple(item.image is not None for item in self.items)

    def said(self, name: str) -> Sequence[Sequence[Paragraph]]:
        if name == "initials":
            return [[] if item.image else _initials(item) for item in self.items]
        return super().said(name)


def _initials(item: Item) -> list[Paragraph]:
    """Return the first letters of the first and the last word of a name."""
    words = item.title.plain.split() if item.title else []
    letters = "".join(word[0].upper() for word in [*words[:1], *words[1:][-1:]])
    return [Paragraph((Run(letters),))] if letters else []
