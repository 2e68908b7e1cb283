"""How the usual kinds of text are set: titles, bullets, prose, cells, labels."""

from __future__ import annotations

from functools import cache
from typing import Literal

from smdeck.scene import Level, Role, Style
from smdeck.theme import Theme

Align = Literal["left", "center", "right"]
Anchor = Literal["top", "middle", "bottom"]
Insets = tuple[float, float, float, float]


def heading(
    theme: Theme,
    color: Role = "heading",
    strong: Role | None = None,
    spacing: float | None = None,
    left: float = 0.0,
) -> Level:
    """Return a level of the heading font in the theme's weight and leading, if not `spacing`."""
    bold = theme.look.headings == "bold"
    spacing = theme.look.leading if spacing is None else spacing
    capitals = theme.look.case == "capitals"
    return Level(color, strong, bold, "heading", spacing=spacing, left=left, capitals=capitals)


@cache
def title_style(theme: Theme, anchor: Anchor = "top") -> Style:
    """Return the style of a slide's title."""
    level = heading(theme, strong="accent")
    align = theme.look.titles
    return Style((level,), theme.type.sizes("title"), align, anchor, balanced=True)


@cache
def subtitle_style(theme: Theme) -> Style:
    """Return the style of the line below a slide's title."""
    style = Style((Level("muted"),), theme.type.sizes("label")[:4], balanced=True)
    return style._replace(align=theme.look.titles)


@cache
def small_style(theme: Theme, align: Align = "left") -> Style:
    """Return the style of sources and captions."""
    return Style((Level("muted"),), theme.type.sizes("small"), align, "bottom")


@cache
def label_style(
    theme: Theme,
    color: Role = "text",
    bold: bool = False,
    align: Align = "center",
    insets: Insets = (0.0, 0.0, 0.0, 0.0),
) -> Style:
    """Return the style of a few words in the middle of a shape."""
    return Style((Level(color, bold=bold),), theme.type.sizes("label"), align, "middle", insets)


@cache
def foot_style(theme: Theme, tone: str, align: Align = "left") -> Style:
    """Return the style of the footer; the slide number stands at the other end of its line."""
    return Style((Level(theme.foot_role(tone)),), theme.type.sizes("foot"), align, "middle")
