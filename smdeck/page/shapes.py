"""Shapes that several layouts draw, in the look of the theme: tiles, marks, accent bars."""

from __future__ import annotations

from smdeck.compose.fills import seen as standing_out
from smdeck.compose.outlines import halftone
from smdeck.compose.placed import PlacedIcon
from smdeck.findings import Place
from smdeck.page.page import Page
from smdeck.scene import Box, Fade, Geometry, Line, Role, SceneNode, Shape
from smdeck.theme import Theme
from smdeck.theme.color import contrast
from smdeck.units import emu, points

SMALLEST_MEDAL = emu(64)
"""The shadow of a smaller medal is but a few dots: its icon stands alone."""


def mark_geometry(theme: Theme) -> Geometry:
    """Return the outline of the shape that icons and numbers stand in."""
    return Geometry("ellipse") if theme.look.marks in ("disc", "ring", "medal") else Geometry()


def disc(page: Page, icon: str | None, one: PlacedIcon, place: Place) -> SceneNode | None:
    """Put an icon in the theme's mark on the page; an accent bar where there is no icon."""
    theme, box, fill = page.theme, one.room.box, one.fill
    if icon is None:
        width, height = (emu(length) for length in theme.look.bar)
        low = Box(box.x, box.bottom - emu(8) - height, min(width, box.w), height)
        return page.shape(low, Geometry(), fill=fill, name=page.strings.shapes["rule"])
    if theme.look.marks == "plain":
        return page.icon(icon, box._replace(w=box.w * 4 // 5, h=box.h * 4 // 5), fill, place)
    marks, name = theme.look.marks, page.strings.shapes["disc"]
    if marks == "medal" and box.w < SMALLEST_MEDAL:
        return page.icon(icon, box, seen(page, fill, one.on), place)
    if one.carded and marks in ("tile", "ring"):
        inner = box.centered(box.w * 14 // 25, box.h * 14 // 25) if one.marked else box
        return page.icon(icon, inner, seen(page, fill, one.on), place)
    size, color = round(0.52 * box.w), readable(page, fill)
    if one.marked and marks == "disc":  # the composition drew the disc
        return page.icon(icon, box.centered(size, size), readable(page, one.on or fill), place)
    drawn: list[SceneNode | None] = []
    if marks == "ring":
        color = fill = seen(page, fill, None)
        glow = box.inset(*4 * (-box.w // 14,))
        drawn.append(page.put(Shape(glow, Geometry("ellipse"), fill, name=name, fade=GLOW)))
        line = Line(fill, max(3.0, points(box.w) / 36))
        drawn.append(page.shape(box, mark_geometry(theme), fill="ground", line=line, name=name))
    elif marks == "medal":
        # On a plane its face is the background: a surface that lets through would take its colour.
        face: Role = "ground" if one.on else "surface"
        size, color = round(0.58 * box.w), seen(page, fill, face)
        shadow = box.moved(box.w // 10, box.h * 8 // 100)
        drawn.append(page.shape(shadow, halftone(), fill=fill, name=name))
        drawn.append(page.shape(box, mark_geometry(theme), fill=face, name=name))
    elif marks == "tile":
        loud = fill == "highlight"
        tile: Role = "brand" if loud else "surface"
        size, color = round(0.58 * box.w), theme.text_colors(tile, page.scene.tone).accent
        drawn.append(page.shape(box, mark_geometry(theme), fill=tile, name=name))
    else:
        drawn.append(page.shape(box, mark_geometry(theme), fill=fill, name=name))
    drawn.append(page.icon(icon, box.centered(size, size), color, place))
    return page.group(drawn, f"{page.strings.shapes['icon']} {icon}")


def seen(page: Page, role: Role, on: Role | None) -> Role:
    """Return a role for icons if it can be seen on another, else the accent on that; None is the
    background (WCAG 2.2, success criterion 1.4.11)."""
    return standing_out(page.theme, page.scene.tone, on, 3, role)


GLOW = Fade(((0, 0.64), (1, 0)), "out")
"""The light around a ring."""


def readable(page: Page, fill: Role) -> Role:
    """Return a role for icons and large words on a fill: the inverse one if its contrast is 3:1.

    Else the better of the background's two colours (WCAG 2.2, success criteria 1.4.3 and 1.4.11).
    """
    theme, tone = page.theme, page.scene.tone
    behind = theme.rgb(fill, tone)

    def reached(role: Role) -> float:
        return contrast(theme.rgb(role, tone), behind)

    if reached("inverse") >= 3:
        return "inverse"
    return "ground" if reached("ground") > reached("text") else "text"
