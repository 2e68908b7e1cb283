"""Lists inside a text: the levels of a style that their items take, three deep and more."""

from __future__ import annotations

from collections.abc import Sequence

from smdeck.model.text import Paragraph
from smdeck.scene import Level, Role, Style

MOST_LEVELS = 9
"""How many levels a text of PowerPoint has (ECMA-376 Part 1, 21.1.2.4.12 to 21.1.2.4.20)."""

MARKER = 20.0
"""How far a bullet stands left of its text, in points, where the style has no bullet."""

NUMBER = 1.5
"""How much more a number takes than a bullet."""


def with_lists(
    style: Style, paragraphs: Sequence[Paragraph]
) -> tuple[Style, tuple[Paragraph, ...]]:
    """Return a style that has a level for each kind of item, and paragraphs that stand at them.

    The `level` of an item is, before, that of the text that its list is part of. Deeper items come
    at later levels, because PowerPoint counts on the numbers of a list past these.
    """
    levels = list(style.levels)
    kinds = {_kind(paragraph) for paragraph in paragraphs if paragraph.depth}
    numbers: dict[tuple[int, bool, int], int] = {}
    for depth, numbered, base in sorted(kinds):
        at = _list_level(style.levels, base, numbered) if depth == 1 else None
        if at is None and len(levels) < MOST_LEVELS:
            at = len(levels)
            levels.append(_level(style.levels, base, depth, numbered))
        numbers[depth, numbered, base] = len(levels) - 1 if at is None else at
    if len(levels) > len(style.levels):
        style = style._replace(levels=tuple(levels))
    placed = (p._replace(level=numbers[_kind(p)]) if p.depth else p for p in paragraphs)
    return style, tuple(placed)


def _kind(paragraph: Paragraph) -> tuple[int, bool, int]:
    return paragraph.depth, paragraph.number is not None, paragraph.level


def _list_level(levels: Sequence[Level], base: int, numbered: bool) -> int | None:
    """Return the level that a style has for lists in the text of a level, or None."""
    text = levels[min(base, len(levels) - 1)]
    for number, level in enumerate(levels):
        begins = abs(level.left - level.hanging - text.left) < 0.01
        alike = (level.font, level.color) == (text.font, text.color)
        if level.bullet and (level.bullet == "1.") == numbered and begins and alike:
            return number
    return None


def _level(levels: Sequence[Level], base: int, depth: int, numbered: bool) -> Level:
    """Return a level for lists of a depth in the text of a level."""
    text = levels[min(base, len(levels) - 1)]
    own = _list_level(levels, base, False)
    marker = levels[own].hanging if own is not None else MARKER
    hanging = NUMBER * marker if numbered else marker
    return text._replace(
        bullet="1." if numbered else "•" if depth == 1 else "–",
        bullet_color=_bullet_color(levels, text, own),
        left=text.left + (depth - 1) * NUMBER * marker + hanging,
        hanging=hanging,
        before=levels[own].before if own is not None else text.before / 2,
    )


def _bullet_color(levels: Sequence[Level], text: Level, own: int | None) -> Role:
    if own is not None:
        return levels[own].bullet_color
    return "inverse_accent" if text.color == "inverse" else "accent"
