"""Shapes that several layouts draw, in the look of the theme: tiles, marks, accent bars."""

from __future__ import annotations

from typing import NamedTuple

from smdeck.compose.outlines import halftone
from smdeck.compose.plan import Disc
from smdeck.findings import Place
from smdeck.layouts._page import Page
from smdeck.scene import Box, Fade, Geometry, Line, Node, Role, Shape
from smdeck.theme import Theme
from smdeck.theme.color import contrast
from smdeck.units import emu, points

LOUD_RULE = 4.0
"""The height of the rule above a tile that is set off, in points."""


class Tile(NamedTuple):
    """How a tile is drawn, and in which roles words and icons stand on it."""

    fill: Role | None
    line: Line | None
    geometry: Geometry
    title: Role
    text: Role
    accent: Role
    side: float
    """The space left of its words, in points."""


def tile(theme: Theme, box: Box, loud: bool = False, calm: Role = "card", side: float = 26) -> Tile:
    """Return the tile of a box in the theme's look; a loud one is in the brand's colour.

    `calm` is what others are filled with, `side` the space left of words inside a tile.
    """
    if theme.look.cards == "ruled":
        title: Role = "accent" if loud else "text"
        return Tile(None, None, Geometry(), title, "text" if loud else "muted", "accent", 0)
    geometry = card_geometry(theme, box)
    if loud:
        return Tile("brand", None, geometry, "inverse", "inverse", "inverse_accent", side)
    framed = theme.look.cards == "framed"
    line = Line("line", theme.rule) if framed else Line("line", 1.0) if calm == "card" else None
    return Tile(calm, line, geometry, "text", "muted", "accent", side)


def tile_rules(theme: Theme, boxes: dict[Box, bool]) -> tuple[Shape, ...]:
    """Return the rule above each box where the theme has no tiles; the loud ones are bars."""
    if theme.look.cards != "ruled":
        return ()
    return tuple(
        Shape(box._replace(h=emu(LOUD_RULE)), Geometry(), "highlight")
        if loud
        else Shape(box._replace(h=0), Geometry("line"), None, Line("text", theme.rule))
        for box, loud in boxes.items()
    )


def card_geometry(theme: Theme, box: Box) -> Geometry:
    """Return a rectangle whose corners have the theme's radius, whatever its size."""
    if not theme.radius:
        return Geometry()
    return Geometry("roundRect", (("adj", round(100_000 * theme.radius / min(box.w, box.h))),))


def pill_geometry(theme: Theme) -> Geometry:
    """Return the outline of a label: round at its ends, or hard where the theme's cards are."""
    return Geometry("roundRect", (("adj", 50_000),)) if theme.radius else Geometry()


def bar(theme: Theme, box: Box, centered: bool = False) -> Shape:
    """Return the accent bar that stands above what matters, at the box's top left or middle."""
    width, height = (emu(length) for length in theme.look.bar)
    left = box.x + (box.w - width) // 2 if centered else box.x
    return Shape(Box(left, box.y, width, height), Geometry(), "highlight")


def mark_geometry(theme: Theme) -> Geometry:
    """Return the outline of the shape that icons and numbers stand in."""
    return Geometry("ellipse") if theme.look.marks in ("disc", "ring", "medal") else Geometry()


def disc(page: Page, icon: str | None, one: Disc, place: Place) -> Node | None:
    """Put an icon in the theme's mark on the page; an accent bar where there is no icon."""
    theme, box, fill = page.theme, one.room.box, one.fill
    if icon is None:
        width, height = (emu(length) for length in theme.look.bar)
        low = Box(box.x, box.bottom - emu(8) - height, min(width, box.w), height)
        return page.shape(low, Geometry(), fill=fill, name=page.words.shapes["rule"])
    if theme.look.marks == "plain":
        return page.icon(icon, box._replace(w=box.w * 4 // 5, h=box.h * 4 // 5), fill, place)
    marks, name = theme.look.marks, page.words.shapes["disc"]
    if one.carded and marks in ("tile", "ring"):
        inner = box.centered(box.w * 14 // 25, box.h * 14 // 25) if one.marked else box
        return page.icon(icon, inner, seen(page, fill, one.on), place)
    size, ink = round(0.52 * box.w), readable(page, fill)
    drawn: list[Node | None] = []
    if marks == "ring":
        ink = fill = seen(page, fill, None)
        glow = box.inset(*4 * (-box.w // 14,))
        drawn.append(page.put(Shape(glow, Geometry("ellipse"), fill, name=name, fade=GLOW)))
        line = Line(fill, max(3.0, points(box.w) / 36))
        drawn.append(page.shape(box, mark_geometry(theme), fill="ground", line=line, name=name))
    elif marks == "medal":
        size, ink = round(0.58 * box.w), seen(page, fill, "surface")
        shadow = box.moved(box.w // 10, box.h * 8 // 100)
        drawn.append(page.shape(shadow, halftone(), fill=fill, name=name))
        drawn.append(page.shape(box, mark_geometry(theme), fill="surface", name=name))
    elif marks == "tile":
        loud = fill == "highlight"
        tile: Role = "brand" if loud else "surface"
        size, ink = round(0.58 * box.w), theme.inks(tile, page.scene.tone).accent
        drawn.append(page.shape(box, mark_geometry(theme), fill=tile, name=name))
    else:
        drawn.append(page.shape(box, mark_geometry(theme), fill=fill, name=name))
    drawn.append(page.icon(icon, box.centered(size, size), ink, place))
    return page.group(drawn, f"{page.words.shapes['icon']} {icon}")


def seen(page: Page, role: Role, on: Role | None) -> Role:
    """Return a role for icons if it can be seen on another, else the accent on that; None is the
    ground (WCAG 2.2, success criterion 1.4.11)."""
    theme, tone = page.theme, page.scene.tone
    behind = theme.rgb(on or "ground", tone)
    reached = contrast(theme.rgb(role, tone, behind), behind)
    return role if reached >= 3 else theme.inks(on, tone).accent


GLOW = Fade(((0, 0.64), (1, 0)), "out")
"""The light around a ring."""


def readable(page: Page, fill: Role) -> Role:
    """Return a role for icons and large words on a fill: the inverse one if its contrast is 3:1.

    Else the better of the ground's two colours (WCAG 2.2, success criteria 1.4.3 and 1.4.11).
    """
    theme, tone = page.theme, page.scene.tone
    behind = theme.rgb(fill, tone)

    def reached(role: Role) -> float:
        return contrast(theme.rgb(role, tone), behind)

    if reached("inverse") >= 3:
        return "inverse"
    return "ground" if reached("ground") > reached("text") else "text"
