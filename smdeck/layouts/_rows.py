"""Numbered rows: what agenda and takeaways share."""

from __future__ import annotations

from smdeck.layouts._page import Page
from smdeck.layouts._shapes import mark_geometry
from smdeck.layouts._styles import Align, heading
from smdeck.model.text import Paragraph, Run
from smdeck.scene import Box, Fitted, Geometry, Line, Role, Shape, Style, TextBox
from smdeck.theme import Theme
from smdeck.units import emu

MARK, LARGE_MARK, SMALLEST_MARK = 48.0, 64.0, 34.0
"""The usual mark of a number, that in a `LARGE_ROW`, and the smallest, in points."""

LARGE_ROW = 120
"""The height in points from which a row has a larger number."""


def row_boxes(theme: Theme, rows: int, tallest: float, columns: int = 1) -> list[Box]:
    """Return equal rows from the top of the body, column by column; `tallest` is in points."""
    each = -(-rows // columns)
    height = min(emu(tallest), theme.body.h // each)
    return [
        Box(column.x, column.y + n * height, column.w, height)
        for column in theme.body.columns(columns, emu(48))
        for n in range(each)
    ][:rows]


def numbers(rows: list[Box], theme: Theme, size: float = 36.0, first: int = 1) -> tuple[Shape, ...]:
    """Return the numbers of rows, as the native layout draws them; the size is in points."""
    large = rows[0].h >= emu(LARGE_ROW)
    side = min(emu(LARGE_MARK if large else MARK), rows[0].h * 7 // 10)
    if theme.look.numbers == "marked" and side >= emu(SMALLEST_MARK):
        marks = [Box(row.x, row.y + (row.h - side) // 2, side, side) for row in rows]
        return tuple(mark(theme, box, number) for number, box in enumerate(marks, first))
    size = _step(theme, 66 if large else min(size, rows[0].h / emu(1.9)))
    style = Style((heading(theme, "accent", spacing=1.0),), ((size,),), anchor="middle")
    boxes = [Box(row.x, row.y, emu(64), row.h) for row in rows]
    return tuple(_words(box, str(number), style, size) for number, box in enumerate(boxes, first))


def mark(theme: Theme, box: Box, number: int, loud: bool = False) -> Shape:
    """Return a number in the shape of the theme's marks, or alone where icons stand alone."""
    plain = theme.look.numbers == "plain"
    size = _step(theme, (0.8 if plain else 0.5) * box.h / emu(1))
    ink: Role = "accent" if plain else "inverse"
    align: Align = "left" if plain else "center"
    style = Style((heading(theme, ink, spacing=1.0),), ((size,),), align, "middle")
    shape = _words(box, str(number), style, size)
    if plain:
        return shape
    return shape._replace(geometry=mark_geometry(theme), fill="highlight" if loud else "brand")


def _step(theme: Theme, most: float) -> float:
    """Return the largest size of the scale up to one, in points."""
    return max((step for step in theme.scale if step <= most), default=18)


def rules(rows: list[Box], theme: Theme, role: Role = "line") -> tuple[Shape, ...]:
    """Return a rule below each row."""
    roomy = all(row.h >= emu(48) for row in rows)  # between dense rows thick rules would shout
    framed = theme.look.cards == "framed" and roomy
    width = max(1.0, theme.rule) if framed else 1.0
    return tuple(
        Shape(Box(row.x, row.bottom, row.w, 0), Geometry("line"), None, Line(role, width))
        for row in rows
    )


def _words(box: Box, text: str, style: Style, size: float) -> Shape:
    words = TextBox((Paragraph((Run(text),)),), style, box, None, "number", Fitted((size,)))
    return Shape(box, Geometry(), None, None, words, text)


def staged_row(page: Page, number: int, shapes: tuple[Shape, ...]) -> list[Shape]:
    """Put what the native layout else draws of a row on the slide, to appear with its item."""
    numbers = [shape for shape in shapes if shape.text]
    rules = [shape for shape in shapes if shape.text is None]
    drawn = [*numbers[number - 1 : number], *rules[number - 1 : number]]
    return [page.put(shape) for shape in drawn]
