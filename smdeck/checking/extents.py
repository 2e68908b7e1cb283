"""Extents: where the words of a text really stand, which is less than its box."""

from __future__ import annotations

from smdeck.fit import text_width
from smdeck.fit.measure import LINE_HEIGHT, at_level
from smdeck.scene import Box, Level, TextBox
from smdeck.scene.box import around
from smdeck.theme import Theme
from smdeck.units import emu, points

LEADING = 0.1
"""The share of a line's height above its letters, and that below them: lines may touch there. What
lines set wider have more stands above their letters."""


def words_box(text: TextBox) -> Box:
    """Return the part of a text's box that words may fill."""
    return text.inner.inset(*map(emu, text.style.insets))


def line_boxes(text: TextBox, theme: Theme) -> tuple[Box, ...]:
    """Return a box around the letters of each line of a fitted text, in EMU.

    Texts in columns are one box: how PowerPoint shares them out is not known line by line.
    """
    if text.fitted.extents is None:
        text.fitted.extents = tuple(_line_boxes(text, theme))
    return text.fitted.extents


def _line_boxes(text: TextBox, theme: Theme) -> list[Box]:
    box = words_box(text)
    if text.style.columns > 1:
        return [box]
    boxes: list[Box] = []
    lines_of = text.fitted.lines or [(line.plain,) for line in text.paragraphs]  # of the foot
    sizes = text.sizes or text.style.sizes[0]
    y = box.y + emu(_above(text, points(box.h)))
    for number, (paragraph, lines) in enumerate(zip(text.set_paragraphs, lines_of, strict=True)):
        _, size = at_level(text.style, sizes, paragraph.level)
        level = text.style.level_of(paragraph)
        if not level.bold and any(run.bold for run in paragraph.runs):
            level = level._replace(bold=True)
        height = emu(LINE_HEIGHT * size * level.spacing)
        y += emu(level.before) if number else 0
        for line in lines:
            width = emu(text_width(line, size, theme, level))
            x = box.x + emu(level.left) + _shift(text, box.w - emu(level.left) - width)
            above = emu(LEADING * size) + max(0, height - emu(LINE_HEIGHT * size))
            shown = Box(x, y, width, height).inset(0, above, 0, emu(LEADING * size))
            boxes.append(_with_bullet(shown, level))
            y += height
    return boxes


def extent(text: TextBox, theme: Theme) -> Box:
    """Return a box around all letters of a fitted text, in EMU."""
    return around(line_boxes(text, theme))


def _above(text: TextBox, height: float) -> float:
    """Return the space above the words in points; words that do not fit reach out at both ends."""
    lines = text.fitted.height or LINE_HEIGHT * text.style.sizes[0][0]
    spare = height - lines
    return {"top": 0.0, "middle": spare / 2, "bottom": spare}[text.style.anchor]


def _shift(text: TextBox, spare: int) -> int:
    return {"left": 0, "center": spare // 2, "right": spare}[text.style.align]


def _with_bullet(line: Box, level: Level) -> Box:
    """Return a line with the bullet that may stand before it."""
    hanging = emu(level.hanging) if level.bullet else 0
    return line.inset(-hanging)
