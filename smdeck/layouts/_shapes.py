"""Shapes that several layouts draw: cards, discs with icons, accent bars."""

from __future__ import annotations

from smdeck.findings import Place
from smdeck.layouts._page import Page
from smdeck.scene import Box, Geometry, Icon, Node, Role, Shape
from smdeck.theme import Theme
from smdeck.theme.color import contrast
from smdeck.units import emu


def card_geometry(theme: Theme, box: Box) -> Geometry:
    """Return a rectangle whose corners have the theme's radius, whatever its size."""
    if not theme.radius:
        return Geometry()
    return Geometry("roundRect", (("adj", round(100_000 * theme.radius / min(box.w, box.h))),))


def bar(box: Box) -> Shape:
    """Return the short accent bar that stands above what matters, at the box's top left."""
    return Shape(Box(box.x, box.y, emu(48), emu(6)), Geometry(), "highlight")


def disc(page: Page, icon: str | None, box: Box, fill: Role, place: Place) -> Node:
    """Put an icon in a disc on the page; an accent bar where there is no icon."""
    if icon is None:
        low = Box(box.x, box.bottom - emu(14), emu(48), emu(6))
        return page.shape(low, Geometry(), fill=fill, name=page.words.shapes["rule"])
    circle = page.shape(box, Geometry("ellipse"), fill=fill, name=page.words.shapes["disc"])
    size = round(0.52 * box.w)
    drawn: Icon | None = page.icon(icon, box.centered(size, size), readable(page, fill), place)
    return page.group([circle, drawn], f"{page.words.shapes['icon']} {icon}")


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
