"""How the usual kinds of text are set: titles, bullets, prose, cells, labels."""

from __future__ import annotations

from functools import cache
from typing import Literal

from smdeck.scene import Box, Level, Role, Style
from smdeck.theme import Theme

Align = Literal["left", "center", "right"]
Anchor = Literal["top", "middle", "bottom"]
Insets = tuple[float, float, float, float]
LOWER = 44
"""How much lower than others few words begin, in points: the space is shared out around them."""

NO_INSETS: Insets = (0.0, 0.0, 0.0, 0.0)


def heading(
    theme: Theme,
    color: Role = "text",
    strong: Role | None = None,
    spacing: float | None = None,
    left: float = 0.0,
) -> Level:
    """Return a level of the heading font in the theme's weight and leading, if not `spacing`."""
    bold = theme.look.headings == "bold"
    spacing = theme.look.leading if spacing is None else spacing
    return Level(color, strong, bold, "heading", spacing=spacing, left=left)


@cache
def title_style(theme: Theme, anchor: Anchor = "top") -> Style:
    """Return the style of a slide's title."""
    level = heading(theme, strong="accent")
    align = theme.look.titles
    return Style((level,), theme.sizes("title"), align, anchor, balanced=True)


@cache
def display_style(theme: Theme, anchor: Anchor = "bottom", align: Align = "left") -> Style:
    """Return the style of the titles of the talk and its sections."""
    level = heading(theme, strong="accent")
    return Style((level,), theme.sizes("display"), align, anchor, balanced=True)


def display_box(theme: Theme, y: float, h: float) -> Box:
    """Return where words of title, section and questions stand: as wide as the theme has them."""
    centered = theme.look.align == "center"
    return theme.place(43.2, y, 873.6 if centered else theme.look.measure, h)


@cache
def subtitle_style(theme: Theme) -> Style:
    """Return the style of the line below a slide's title."""
    style = Style((Level("muted"),), theme.sizes("label")[:4], balanced=True)
    return style._replace(align=theme.look.titles)


@cache
def small_style(theme: Theme, align: Align = "left") -> Style:
    """Return the style of sources and captions."""
    return Style((Level("muted"),), theme.sizes("small"), align, "bottom")


@cache
def bullets_style(
    theme: Theme,
    color: Role = "text",
    bullet: Role = "accent",
    anchor: Anchor = "top",
    insets: Insets = NO_INSETS,
    before: float = 14.0,
    few: bool = False,
) -> Style:
    """Return the style of bullets with two sub-levels; the fourth level explains a bullet.

    Those of `few` words begin with the largest size of body text, one step larger than others.
    """
    hanging = 28.0 if few else 22.0
    levels: tuple[Level, ...] = (
        Level(color, bullet="•", bullet_color=bullet, left=hanging, hanging=hanging, before=before),
        Level(color, bullet="–", bullet_color=bullet, left=44, hanging=20, before=before / 2.8),
        Level(color, bullet="–", bullet_color=bullet, left=64, hanging=20, before=before / 2.8),
        Level("muted" if color == "text" else color, left=hanging, before=3),
    )
    sizes = theme.sizes("body", 2, 2, 2)[0 if few else 1 :]
    return Style(levels, sizes, anchor=anchor, insets=insets)


@cache
def prose_style(
    theme: Theme, color: Role = "text", columns: int = 1, align: Align = "left"
) -> Style:
    """Return the style of paragraphs; the second level are bullets, the third is numbered."""
    sizes = theme.sizes("body", 0, 0)[2 if columns > 1 else 0 :]
    return Style(prose_levels(color), sizes, align, columns=columns, gap=40)


def prose_levels(
    color: Role = "text", before: float = 12.0, marker: float = 22.0
) -> tuple[Level, ...]:
    """Return the levels of paragraphs: prose, bullets, numbers.

    A bullet takes `marker` points, a number half as much more: two digits of that size and a gap.
    """
    number = 1.5 * marker
    return (
        Level(color, before=before, spacing=1.05),
        Level(color, bullet="•", left=marker, hanging=marker, before=before / 2, spacing=1.05),
        Level(color, bullet="1.", left=number, hanging=number, before=before / 2, spacing=1.05),
    )


@cache
def cell_style(
    theme: Theme,
    title: Role = "text",
    text: Role = "muted",
    align: Align = "left",
    anchor: Anchor = "top",
    insets: Insets = NO_INSETS,
    large: bool = False,
    value: Role | None = None,
) -> Style:
    """Return the style of a title with a text below it: grids, cards, steps.

    A `large` one is for few words, which begin with the sizes of body text. With the colour of a
    `value`, its first level is a figure above the title, about twice as large.
    """
    levels: tuple[Level, ...] = (
        heading(theme, title, spacing=1.0),
        Level(text, before=6),
        Level(text, bullet="•", left=16, hanging=16, before=4),
    )
    sizes = theme.sizes("body" if large else "cell", 2, 2)
    if value:
        levels = (heading(theme, value, spacing=0.9), *levels)
        sizes = tuple((theme.step_below(2 * size), size, *rest) for size, *rest in sizes)
    return Style(levels, sizes, align, anchor, insets)


@cache
def label_style(
    theme: Theme,
    color: Role = "text",
    bold: bool = False,
    align: Align = "center",
    insets: Insets = NO_INSETS,
) -> Style:
    """Return the style of a few words in the middle of a shape."""
    return Style((Level(color, bold=bold),), theme.sizes("label"), align, "middle", insets)


@cache
def foot_style(theme: Theme, tone: str, align: Align = "left") -> Style:
    """Return the style of the footer; the slide number stands at the other end of its line."""
    return Style((Level(theme.foot_role(tone)),), theme.sizes("foot"), align, "middle")
