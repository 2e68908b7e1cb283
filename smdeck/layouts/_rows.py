"""Numbered rows: what agenda and takeaways share."""

from __future__ import annotations

from smdeck.layouts._page import Page
from smdeck.model.text import Paragraph, Run
from smdeck.scene import Box, Fitted, Geometry, Level, Line, Role, Shape, Style, TextBox
from smdeck.theme import Theme
from smdeck.units import emu


def row_boxes(theme: Theme, rows: int, tallest: float) -> list[Box]:
    """Return equal rows from the top of the body; `tallest` is in points."""
    height = min(emu(tallest), theme.body.h // rows)
    return [Box(theme.body.x, theme.body.y + n * height, theme.body.w, height) for n in range(rows)]


def numbers(rows: list[Box], theme: Theme, size: float = 36.0) -> tuple[Shape, ...]:
    """Return the numbers of rows, as the native layout draws them; the size is in points."""
    size = max(
        (step for step in theme.scale if step <= min(size, rows[0].h / emu(1.9))), default=18
    )
    style = Style((Level("accent", bold=True, font="heading"),), ((size,),), anchor="middle")
    return tuple(_words(row, str(number), style, size) for number, row in enumerate(rows, 1))


def rules(rows: list[Box], theme: Theme, role: Role = "line") -> tuple[Shape, ...]:
    """Return a rule below each row."""
    return tuple(
        Shape(Box(row.x, row.bottom, row.w, 0), Geometry("line"), None, Line(role, 1.0))
        for row in rows
    )


def _words(row: Box, text: str, style: Style, size: float) -> Shape:
    box = Box(row.x, row.y, emu(64), row.h)
    words = TextBox((Paragraph((Run(text),)),), style, box, None, "number", Fitted((size,)))
    return Shape(box, Geometry(), None, None, words, text)


def staged_row(page: Page, number: int, shapes: tuple[Shape, ...]) -> list[Shape]:
    """Put what the native layout else draws of a row on the slide, to appear with its item."""
    drawn = [shape for shape in shapes if shape.name == str(number)]
    rules = [shape for shape in shapes if shape.text is None]
    drawn += rules[number - 1 : number]
    return [page.put(shape) for shape in drawn]
