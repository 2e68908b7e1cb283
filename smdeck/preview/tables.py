"""Tables: the lines of each cell, and the rules between the rows, as the theme's style has them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from smdeck.findings import Place
from smdeck.fit.measure import LINE_HEIGHT
from smdeck.fit.tables import rating_role, rating_size
from smdeck.model.scripts import begins_rtl
from smdeck.model.table import FILLED, HOLLOW
from smdeck.model.text import Run
from smdeck.preview.lines import SetLine, SetRun, runs_of, set_run, side
from smdeck.preview.typefaces import AnyColor
from smdeck.scene import Box, Level, Paint, Role, Table
from smdeck.theme import Theme
from smdeck.units import emu, points

RULE, HEADER_RULE = 1.5, 3.0
"""The width of the rules between rows, and the least of that below the header, in points."""

USUAL_DROP = 0.347
DROPS = {
    "Arial Narrow": 0.362, "Calibri": 0.25, "Cambria": 0.325, "Courier New": 0.266,
    "Georgia": 0.293, "Times New Roman": 0.337,
}  # fmt: skip
"""How far the baseline of a line in a cell lies below the line's middle, in em, by the ascent and
descent of the fonts: cells follow these in LibreOffice, other than texts with a line spacing."""


class DrawnCell(NamedTuple):
    """A cell: its box and its lines."""

    row: int
    box: Box
    lines: tuple[SetLine, ...]
    text_color: AnyColor
    """The colour of words that nothing sets off."""
    fill: AnyColor | None
    place: Place | None
    """Where its words are written."""


class RowBorder(NamedTuple):
    """A line below a row: left, right and height on the slide, and its width, in points."""

    left: float
    right: float
    y: float
    width: float
    header: bool


def cells_of(table: Table, theme: Theme, tone: str, *, rtl: bool = False) -> Iterator[DrawnCell]:
    """Yield the cells of a fitted table, row by row; in a mirrored deck they begin at the right."""
    return _TableSetting(table, theme, tone, rtl).cells()


def rules_of(table: Table, theme: Theme, *, rtl: bool = False) -> Iterator[RowBorder]:
    """Yield the rules of a table: a strong one below the header, thin ones below the rows."""
    fitted = table.fitted
    width = sum(fitted.widths)
    left = theme.width - table.box.x - width if rtl else table.box.x
    y = table.box.y
    for row, height in enumerate(fitted.heights):
        y += height
        wide = RULE if row else max(HEADER_RULE, theme.taste.rule)
        yield RowBorder(points(left), points(left + width), points(y), wide, row == 0)


class _TableSetting:
    """A table while its cells are set."""

    def __init__(self, table: Table, theme: Theme, tone: str, rtl: bool) -> None:
        self.table, self.fitted, self.theme = table, table.fitted, theme
        self.tone, self.rtl = tone, rtl

    def cells(self) -> Iterator[DrawnCell]:
        y = self.table.box.y
        for row, paragraphs in enumerate(self.fitted.cells):
            x, height = self.table.box.x, self.fitted.heights[row]
            for column, paragraph in enumerate(paragraphs):
                width = self.fitted.widths[column]
                left = self.theme.width - x - width if self.rtl else x
                box = Box(left, y, width, height)
                lines = tuple(self._lines(row, column, box))
                text_color, fill = self._colors(row, column)
                yield DrawnCell(
                    row, box, lines=lines, text_color=text_color, fill=fill, place=paragraph.place
                )
                x += width
            y += height

    def _marked(self, row: int) -> bool:
        return 0 < row == self.table.highlight

    def _colors(self, row: int, column: int) -> tuple[AnyColor, AnyColor | None]:
        """Return the colours of a cell's words and of its fill."""
        theme = self.theme
        text_color = theme.text_color(self.tone)
        own = theme.table_parts
        filled = theme.row_fill(row, self.table.highlight)
        if filled and not theme.table_fills:
            if self._marked(row):
                return self._row_role(column), filled
            return theme.text_colors(filled, self.tone).text, filled
        if own:
            part = "firstRow" if row == 0 else "firstCol" if column == 0 else "wholeTbl"
            words, fill = own.get(part) or own.get("wholeTbl") or (None, None)
            return Paint(text_color) if text_color else words or Paint(
                "tx1"
            ), fill if theme.table_fills else None
        if text_color:
            return Paint(text_color), None
        return Paint(theme.table_header() if row == 0 else "tx1"), None

    def _row_role(self, column: int) -> Role:
        """Return the colour of the words in a row that is set off."""
        colors = self.theme.text_colors(self.theme.look.row, self.tone)
        return colors.accent if column in self.table.strong and column > 0 else colors.text

    def _lines(self, row: int, column: int, box: Box) -> Iterator[SetLine]:
        table, paragraph = self.table, self.fitted.cells[row][column]
        marked = self._marked(row)
        strong = row > 0 and column in table.strong
        bold = row == 0 or column == 0 or marked or strong
        plain = marked or strong or self.theme.table_fills
        level = Level(bold=bold, strong=None if plain else "accent")
        over_bars = row == 0 and column in table.bars
        turned = self.rtl or begins_rtl(paragraph.plain)
        align = side("left" if over_bars else table.align[column], turned)
        rated = row > 0 and column in table.ratings
        inner = self._inner(box, column, over_bars)
        size = rating_size(table) if rated else self.fitted.size
        lines = self.fitted.lines[row][column]
        middle = points(box.y) + points(box.h) / 2
        drop = size * DROPS.get(self.theme.fonts.body, USUAL_DROP)
        for n, runs in enumerate(runs_of(paragraph, lines, level)):
            own = self._row_role(column) if marked and not self.theme.table_fills else None
            set_runs = [
                self._run(words, run._replace(tint=own or run.tint), level, size)
                for words, run in runs
            ]
            if rated:
                marks = "".join(run.text for run in set_runs)
                set_runs = self._rating(marks, level._replace(bold=False), size, marked)
            width = sum(run.width for run in set_runs)
            spare = points(inner.w) - width
            x = points(inner.x) + {"left": 0.0, "center": spare / 2, "right": spare}[align]
            baseline = middle + (n - (len(lines) - 1) / 2) * LINE_HEIGHT * size + drop
            yield SetLine(
                tuple(set_runs),
                x,
                baseline=baseline,
                width=width,
                paragraph=0,
                level=level,
                align=align,
                rtl=turned,
            )

    def _inner(self, box: Box, column: int, over_bars: bool) -> Box:
        """Return where the words of a cell stand in its box."""
        gutter = 0.0 if over_bars or column in self.table.ratings else self.fitted.gutters[column]
        left, right = self.fitted.side, self.fitted.side + gutter
        if self.rtl:
            left, right = right, left
        return box.inset(emu(left), 0, emu(right), 0)

    def _run(self, words: str, run: Run, level: Level, size: float) -> SetRun:
        return set_run(self.theme, words, run, level, size, spread=False)

    def _rating(self, marks: str, level: Level, size: float, marked: bool) -> list[SetRun]:
        """Return the marks of a rating: the filled ones stand out, the hollow ones step back."""
        colors = self.theme.text_colors(self.theme.look.row, self.tone)
        filled = marks.rstrip(f"{HOLLOW}\u00a0")
        full: Role = colors.accent if marked else rating_role(self.theme, self.tone)
        rest: Role = colors.text if marked else "muted"
        square = self.theme.look.marks in ("square", "tile")
        return [
            self._run(
                part.replace(FILLED, "■").replace(HOLLOW, "□") if square else part,
                Run(part, tint=role),
                level,
                size,
            )
            for part, role in ((filled, full), (marks[len(filled) :], rest))
            if part
        ]
