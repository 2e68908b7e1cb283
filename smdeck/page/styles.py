"""How the usual kinds of text are set: titles, bullets, prose, cells, labels."""

from __future__ import annotations

from functools import cache
from typing import Literal

from smdeck.scene import Level, Role, Style
from smdeck.theme import Theme

Align = Literal["left", "center", "right"]
Insets = tuple[float, float, float, float]


@cache
def title_style(theme: Theme) -> Style:
    """Return the style of a slide's title."""
    look = theme.look
    level = Level(
        "heading", "accent", look.headings == "bold", "heading", spacing=look.leading,
        capitals=look.case == "capitals",
    )  # fmt: skip
    return Style((level,), theme.type.sizes("title"), look.titles, balanced=True)


@cache
def subtitle_style(theme: Theme) -> Style:
    """Return the style of the line below a slide's title."""
    return Style((Level("muted"),), theme.type.sizes("label")[:4], theme.look.titles, balanced=True)


@cache
def small_style(theme: Theme) -> Style:
    """Return the style of sources and captions."""
    return Style((Level("muted"),), theme.type.sizes("small"), anchor="bottom")


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
