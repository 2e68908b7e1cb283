"""Type: which sizes a kind of words may have under a theme, and how they are set."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, NamedTuple

from smdeck.scene.style import Level, Role, Style
from smdeck.theme import Theme
from smdeck.theme.theme import TextColors

Align = Literal["left", "center", "right"]
Anchor = Literal["top", "middle", "bottom"]

Kind = Literal[
    "head",
    "item",
    "prose",
    "quote",
    "columns",
    "bullets",
    "numbered",
    "side",
    "value",
    "display",
    "code",
]
"""How words are built: a `head` alone; an `item`, its text and sub-items below its title; `prose`
with lists, in one or two `columns`; a `quote` in the font of headings; `bullets`, `numbered` ones;
the `side` of a comparison, a head with bullets; a `value`, the figure alone; `display`, the largest
words; `code`, line by line."""

SEEN = 140
"""The size of the bullets of a side in percent: they are seen from the last row."""

SMALLER = 1.16
"""By what a title is larger than the text below it, at the least."""


class Type(NamedTuple):
    """A kind of words: a role of the theme's type, where need be in narrower bounds.

    Bounds are points of the house theme; others have them in proportion to their own role.
    """

    role: str
    most: float | None = None
    least: float | None = None


ITEM, CELL = Type("item"), Type("cell")


@lru_cache(maxsize=1024)
def ladder(theme: Theme, type: Type) -> tuple[float, ...]:
    """Return the sizes of a kind of words in points, largest first; one at the least."""
    largest, smallest = theme.type.role_bounds(type.role)
    ratio = theme.type.role_ratio(type.role)
    most = min(largest, type.most * ratio) if type.most else largest
    floor = min(1.0, theme.type.role_floor(type.role))
    least = max(min(smallest, most), type.least * floor) if type.least else smallest
    steps = [size for size in theme.type.scale if least - 0.5 <= size <= most + 0.5]
    return tuple(reversed(steps)) or (max(smallest, theme.type.step_below(most)),)


@lru_cache(maxsize=2048)
def style_of(
    theme: Theme,
    kind: Kind,
    head: Type,
    text: Type,
    colors: TextColors,
    color: Literal["text", "muted", "accent"] = "text",
    align: Align = "left",
    anchor: Anchor = "top",
    leading: float | None = None,
    regular: bool = False,
) -> Style:
    """Return how words of a kind are set; their title is in the colour of `color`."""
    first: Role = getattr(colors, color)
    title = colors.heading if color == "text" else first
    strong = colors.accent if first != colors.accent and kind not in MANY else None
    bold = theme.look.headings == "bold" and not regular
    levels: tuple[Level, ...]
    match kind:
        case "prose" | "columns":
            levels = _prose(theme, first, strong, colors)
        case "bullets" | "numbered":
            levels = _bullets(theme, colors, kind == "numbered")
        case "quote":
            levels = (Level(title, strong, font="heading", spacing=0.98),)
        case "code":
            levels = (Level(first, font="code", spacing=1.2),)
        case "value":
            bold = theme.look.numerals == "bold"
            levels = (Level(title, None, bold, "heading", spacing=FIGURE_LEADING),)
        case _:
            spacing = theme.look.display_leading if kind == "display" else HEAD_LEADING
            capitals = theme.look.case == "capitals"
            level = Level(title, strong, bold, "heading", spacing=spacing, capitals=capitals)
            levels = (level, *_below_title(theme, kind, strong, colors))
    if leading is not None and kind in ("head", "item", "side", "display", "value", "code"):
        levels = (levels[0]._replace(spacing=leading), *levels[1:])
    style = Style(levels, _sizes(theme, kind, head, text), align, anchor)
    if kind == "columns":
        return style._replace(columns=2, gap=40)
    return style._replace(balanced=kind == "display")


MANY = ("item", "head", "side", "bullets", "numbered")
"""Kinds of words that are many on a slide: none of them is loud, but marked ones."""

HEAD_LEADING = 0.9
"""The line spacing of items' titles, as a share of 1.2 em: 1.08 em."""

FIGURE_LEADING = 0.84
"""The line spacing of a figure: it has no letters below the line."""


def bullet_of(theme: Theme) -> str:
    """Return the character before the points of a theme."""
    return "▪" if theme.look.bullets == "square" else "•"


def _sizes(theme: Theme, kind: Kind, head: Type, text: Type) -> tuple[tuple[float, ...], ...]:
    """Return the sizes of the levels of a kind of words, largest first."""
    heads, texts = ladder(theme, head), ladder(theme, text)
    match kind:
        case "head" | "value":
            return tuple((size,) for size in heads)
        case "quote" | "code":
            return tuple((size,) for size in texts)
        case "prose" | "columns":
            return tuple((size,) * 3 for size in texts)
        case "bullets" | "numbered":
            return tuple((size, *_below(texts, size, 1.1, 3)) for size in texts)
        case "display":
            return tuple((size, *_below(texts, size, 1.5, 1)) for size in heads)
    return tuple(
        (size, *_below(texts, size, SMALLER, 3 if kind == "side" else 2)) for size in heads
    )


def _below(texts: tuple[float, ...], size: float, apart: float, levels: int) -> tuple[float, ...]:
    """Return the largest size of a text below a title of a size, once for each of its levels."""
    return levels * (next((text for text in texts if text * apart <= size + 0.5), texts[-1]),)


def _below_title(
    theme: Theme, kind: Kind, strong: Role | None, colors: TextColors
) -> tuple[Level, ...]:
    """Return the levels of what stands below a title."""
    text = Level(colors.text, strong, spacing=0.98)
    points = text._replace(bullet=bullet_of(theme), bullet_color=colors.accent)
    match kind:
        case "display":
            return (text._replace(before=10),)
        case "item":
            return text._replace(before=4), points._replace(left=18, hanging=18, before=4)
        case "side":
            bullet = points._replace(bullet_size=SEEN, left=26, hanging=26, before=14, spacing=0.95)
            sub = bullet._replace(bullet="–", bullet_size=100, left=52, before=5)
            return bullet, sub, text._replace(before=12)
    return ()


def _prose(theme: Theme, color: Role, strong: Role | None, colors: TextColors) -> tuple[Level, ...]:
    """Return the levels of paragraphs: prose, bullets, numbers."""
    text = Level(color, strong, bullet_color=colors.accent, before=12, spacing=0.98)
    bullet = text._replace(bullet=bullet_of(theme), left=22, hanging=22, before=6)
    return text, bullet, bullet._replace(bullet="1.", left=33, hanging=33)


def _bullets(theme: Theme, colors: TextColors, numbered: bool) -> tuple[Level, ...]:
    """Return the levels of bullets with two sub-levels; the fourth one explains a bullet."""
    one = Level(
        colors.text, bullet=bullet_of(theme), bullet_color=colors.accent, left=26, hanging=26,
        before=14, spacing=0.95,
    )  # fmt: skip
    sub = one._replace(bullet="–", left=50, hanging=22, before=5)
    if numbered:
        one = one._replace(bullet="1.", left=42, hanging=42)
        sub = sub._replace(left=66)
    explains = Level(colors.muted, left=one.left, before=3, spacing=0.95)
    return one, sub, sub._replace(left=sub.left + 22), explains
