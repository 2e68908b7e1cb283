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
    bold = theme.look.headings == "bold" and not regular
    mark = bullet_of(theme)
    first: Role = getattr(colors, color)
    head_color = colors.heading if color == "text" else first
    strong = colors.accent if first != colors.accent else None
    spacing = leading if leading is not None else HEAD_LEADING
    if kind in ("item", "head", "side", "bullets", "numbered"):
        strong = None  # of many items none is loud; a marked one is
    capitals = theme.look.case == "capitals"
    title = Level(head_color, strong, bold, "heading", spacing=spacing, capitals=capitals)
    body = Level(colors.text, strong, before=4, spacing=0.98)
    match kind:
        case "display":
            spacing = leading if leading is not None else theme.look.display_leading
            level = title._replace(spacing=spacing)
            below = Level(colors.text, strong, before=10, spacing=0.98)
            sizes = ladder(theme, head)
            texts = ladder(theme, text)
            pairs = tuple((size, _below(texts, size, 1.5)) for size in sizes)
            return Style((level, below), pairs, align, anchor, balanced=True)
        case "head":
            sizes = ladder(theme, head)
            return Style((title,), tuple((size,) for size in sizes), align, anchor)
        case "value":
            spacing = leading if leading is not None else FIGURE_LEADING
            level = Level(
                head_color, None, theme.look.numerals == "bold", "heading", spacing=spacing
            )
            sizes = ladder(theme, head)
            return Style((level,), tuple((size,) for size in sizes), align, anchor)
        case "quote":
            level = Level(head_color, strong, font="heading", spacing=0.98)
            return Style((level,), tuple((size,) for size in ladder(theme, text)), align, anchor)
        case "prose" | "columns":
            sizes3 = tuple((size,) * 3 for size in ladder(theme, text))
            several = 2 if kind == "columns" else 1
            return Style(
                _prose(first, strong, colors, mark),
                sizes3,
                align,
                anchor,
                columns=several,
                gap=40,
            )
        case "code":
            level = Level(first, font="code", spacing=leading if leading is not None else 1.2)
            return Style((level,), tuple((size,) for size in ladder(theme, text)), align, anchor)
        case "bullets" | "numbered":
            return _bullets(
                theme,
                text,
                colors=colors,
                strong=strong,
                align=align,
                anchor=anchor,
                numbered=kind == "numbered",
            )
    texts = ladder(theme, text)
    pairs3 = tuple((size, *(2 * (_below(texts, size, SMALLER),))) for size in ladder(theme, head))
    if kind == "side":
        hang = 26.0
        bullet = Level(
            colors.text, strong, bullet=mark, bullet_color=colors.accent, bullet_size=SEEN,
            left=hang, hanging=hang, before=14, spacing=0.95,
        )  # fmt: skip
        sub = bullet._replace(bullet="–", bullet_size=100, left=2 * hang, before=5)
        prose = Level(colors.text, strong, before=12, spacing=0.98)
        levels: tuple[Level, ...] = (title, bullet, sub, prose)
        return Style(levels, tuple((*sizes, sizes[1]) for sizes in pairs3), align, anchor)
    bullet = Level(
        colors.text, strong, bullet=mark, bullet_color=colors.accent, left=18, hanging=18,
        before=4, spacing=0.98,
    )  # fmt: skip
    return Style((title, body, bullet), pairs3, align, anchor)


def bullet_of(theme: Theme) -> str:
    """Return the character before the points of a theme."""
    return "▪" if theme.look.bullets == "square" else "•"


HEAD_LEADING = 0.9
"""The line spacing of items' titles, as a share of 1.2 em: 1.08 em."""


FIGURE_LEADING = 0.84
"""The line spacing of a figure: it has no letters below the line."""


def _below(texts: tuple[float, ...], size: float, apart: float) -> float:
    """Return the largest size of a text below a title of a size."""
    return next((text for text in texts if text * apart <= size + 0.5), texts[-1])


def _prose(color: Role, strong: Role | None, colors: TextColors, mark: str) -> tuple[Level, ...]:
    """Return the levels of paragraphs: prose, bullets, numbers."""
    text = Level(color, strong, bullet_color=colors.accent, before=12, spacing=0.98)
    bullet = text._replace(bullet=mark, left=22, hanging=22, before=6)
    return text, bullet, bullet._replace(bullet="1.", left=33, hanging=33)


def _bullets(
    theme: Theme,
    text: Type,
    colors: TextColors,
    strong: Role | None,
    align: Align,
    anchor: Anchor,
    numbered: bool,
) -> Style:
    """Return the style of bullets with two sub-levels; the fourth level explains a bullet."""
    mark = bullet_of(theme)
    one = Level(
        colors.text, strong, bullet=mark, bullet_color=colors.accent, left=26, hanging=26,
        before=14, spacing=0.95,
    )  # fmt: skip
    sub = one._replace(bullet="–", left=50, hanging=22, before=5)
    if numbered:
        one = one._replace(bullet="1.", left=42, hanging=42)
        sub = sub._replace(left=66)
    explains = Level(colors.muted, strong, left=one.left, before=3, spacing=0.95)
    levels = (one, sub, sub._replace(left=sub.left + 22), explains)
    sizes = ladder(theme, text)
    pairs = tuple((size, *(3 * (_below(sizes, size, 1.1),))) for size in sizes)
    return Style(levels, pairs, align, anchor)
