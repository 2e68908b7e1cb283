"""Tables: the lines of each cell, and the rules between the rows, as the theme's style has them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from smdeck.findings import Place
from smdeck.fit.measure import LINE_HEIGHT, font_metrics
from smdeck.fit.tables import PADDING_X
from smdeck.model.scripts import begins_rtl
from smdeck.preview.lines import SetLine, SetRun, runs_of, side
from smdeck.preview.typefaces import family_of
from smdeck.scene import Box, Level, Paint, Table
from smdeck.theme import Theme
from smdeck.units import emu, points

HEADER = Paint("tx2")
"""The colour of the header's words, and of the rule below them."""

RULE = 0.75
"""The width of the rules between rows, in points."""


USUAL_DROP = 0.347
DROPS = {
    "Arial Narrow": 0.362, "Calibri": 0.25, "Cambria": 0.325, "Courier New": 0.266,
    "Georgia": 0.293, "Times New Roman": 0.337,
}  # fmt: skip
"""How far the baseline of a line in a cell lies below the line's middle, in em, by the ascent and
descent of the fonts: cells follow these in LibreOffice, other than texts with a line spacing."""


class Cell(NamedTuple):
    """A cell: its box and its lines."""

    row: int
    box: Box
    lines: tuple[SetLine, ...]
    place: Place | None
    """Where its words are written."""


class Rule(NamedTuple):
    """A line below a row: left, right and height on the slide, and its width, in points."""

    left: float
    right: float
    y: float
    width: float
    header: bool


def cells_of(table: Table, theme: Theme, *, rtl: bool = False) -> Iterator[Cell]:
    """Yield the cells of a fitted table, row by row; in a mirrored deck they begin at the right."""
    fitted = table.fitted
    y = table.box.y
    for row, paragraphs in enumerate(fitted.cells):
        x, height = table.box.x, fitted.heights[row]
        for column, paragraph in enumerate(paragraphs):
            width = fitted.widths[column]
            box = Box(theme.width - x - width if rtl else x, y, width, height)
            lines = tuple(_lines(table, row, column, box, theme, rtl))
            yield Cell(row, box, lines, paragraph.place)
            x += width
        y += height


def rules_of(table: Table, theme: Theme, *, rtl: bool = False) -> Iterator[Rule]:
    """Yield the rules of a table: a strong one below the header, thin ones below the rows."""
    fitted = table.fitted
    width = sum(fitted.widths)
    left = theme.width - table.box.x - width if rtl else table.box.x
    y = table.box.y
    for row, height in enumerate(fitted.heights):
        y += height
        wide = RULE if row else theme.rule
        yield Rule(points(left), points(left + width), points(y), wide, row == 0)


def _lines(
    table: Table, row: int, column: int, box: Box, theme: Theme, rtl: bool
) -> Iterator[SetLine]:
    fitted, paragraph = table.fitted, table.fitted.cells[row][column]
    size = fitted.size
    bold = row == 0 or column == 0 or row == table.highlight
    level = Level(bold=bold)
    gutter = fitted.gutters[column]
    left, right = PADDING_X, PADDING_X + gutter
    if rtl:
        left, right = right, left
    inner = box.inset(emu(left), 0, emu(right), 0)
    turned = rtl or begins_rtl(paragraph.plain)
    align = side(table.align[column], turned)
    lines = fitted.lines[row][column]
    middle = points(box.y) + points(box.h) / 2
    drop = size * DROPS.get(theme.body_font, USUAL_DROP)
    tracking = 0.0 if rtl else theme.letter_spacing(size)
    for n, runs in enumerate(runs_of(paragraph, lines, level)):
        set_runs = []
        for words, run in runs:
            width = font_metrics(theme, level, run).width(words) + tracking * len(words)
            family = family_of(theme, "code" if run.code else "body")
            set_runs.append(SetRun(words, run, family, bold or run.bold, size, size * width))
        width = sum(run.width for run in set_runs)
        spare = points(inner.w) - width
        x = points(inner.x) + {"left": 0.0, "center": spare / 2, "right": spare}[align]
        baseline = middle + (n - (len(lines) - 1) / 2) * LINE_HEIGHT * size + drop
        yield SetLine(tuple(set_runs), x, baseline, width, 0, level, align, turned)
