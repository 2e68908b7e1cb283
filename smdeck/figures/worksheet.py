"""Worksheets: the cells of a sheet as a grid, with what is merged, hidden or wrong."""

from __future__ import annotations

import math
import re

from smdeck.figures.cells import Cell
from smdeck.figures.excel_dates import format_kind, from_iso, from_serial
from smdeck.figures.grid import MAX_CELLS, NO_DATE, NO_VALUE, Merge, SheetGrid, SheetRow, column_of
from smdeck.figures.package import RESAVE, TOO_MUCH, Handler
from smdeck.figures.report import Unreadable
from smdeck.figures.workbook import SheetEntry, StringsReader, Workbook, is_true, unescaped, whole

MAX_ROW, MAX_COLUMN = 1_048_576, 16_384
"""The last row and column that Excel has."""

MAX_MERGES = 60_000
"""The most groups of merged cells of a sheet."""


def read_worksheet(book: Workbook, entry: SheetEntry, *, last: int | None = None) -> SheetGrid:
    """Return the cells of a worksheet up to row `last`.

    What `dimension` says of the sheet's size is not believed. Raises Unreadable.
    """
    if entry.part is None:
        raise Unreadable(f"lacks its sheet `{entry.name}`", RESAVE)
    reader = _SheetReader(book, last or MAX_ROW)
    book.package.walk(entry.part, reader)
    rows = [SheetRow(number, reader.rows[number]) for number in sorted(reader.rows)]
    return SheetGrid(
        [row for row in rows if row.number not in reader.hidden_rows],
        reader.merges,
        faults=reader.faults,
        hidden=[row for row in rows if row.number in reader.hidden_rows],
        hidden_columns=_hidden(
            reader.hidden_columns, {column for row in rows for column in row.cells}
        ),
        name=entry.name,
    )


class _SheetReader(Handler):
    """Reads the elements of a worksheet (18.3.1)."""

    def __init__(self, book: Workbook, last: int) -> None:
        self.rows: dict[int, dict[int, Cell]] = {}
        self.merges: list[Merge] = []
        self.faults: dict[tuple[int, int], str] = {}
        self.hidden_rows: set[int] = set()
        self.hidden_columns: list[tuple[int, int]] = []
        self._book, self._last = book, last
        self._row, self._column = 0, -1
        self._attributes: dict[str, str] = {}
        self._formula = self._has_inline = False
        self._value: list[str] | None = None
        self._in_value = False
        self._inline: StringsReader | None = None
        self._cells = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if self._inline:
            self._inline.start(name, attributes)
        elif name == "c":
            self._column = _column(attributes.get("r"), self._column + 1)
            self._attributes, self._value = attributes, None
            self._formula = self._has_inline = False
        elif name == "v":
            self._value, self._in_value = [], True
        elif name == "f":
            self._formula = True
        elif name == "row":
            self._start_row(attributes)
        elif name == "is":
            self._inline = StringsReader()
        elif name == "col":
            self._columns(attributes)
        elif name == "mergeCell":
            if len(self.merges) == MAX_MERGES:
                raise Unreadable(f"merges cells in more than {MAX_MERGES} places", TOO_MUCH)
            self.merges.append(_merge(attributes.get("ref", "")))

    def text(self, data: str) -> None:
        if self._inline:
            self._inline.text(data)
        elif self._in_value and self._value is not None:
            self._value.append(data)

    def end(self, name: str) -> None:
        if self._inline:
            self._inline.end(name)
            if name == "is":
                self._keep(Cell(self._inline.strings[0]))
                self._inline, self._has_inline = None, True
        elif name == "v":
            self._in_value = False
        elif name == "c" and self._row <= self._last:
            if not self._has_inline:  # some programs write the text once more, as a value
                text = "".join(self._value or ()).strip()
                self._keep(self._cell(self._attributes.get("t", "n"), text))
            self._value = None

    def _start_row(self, attributes: dict[str, str]) -> None:
        number = attributes.get("r")
        self._row = whole(number) if number else self._row + 1
        if not 0 < self._row <= MAX_ROW:
            raise Unreadable(f"numbers a row `{number}`, which there is none of", RESAVE)
        self._column = -1
        if is_true(attributes.get("hidden")):
            self.hidden_rows.add(self._row)

    def _columns(self, attributes: dict[str, str]) -> None:
        first, last = whole(attributes.get("min")), whole(attributes.get("max"))
        if is_true(attributes.get("hidden")) or attributes.get("width") == "0":
            self.hidden_columns.append((first - 1, last - 1))

    def _keep(self, cell: Cell) -> None:
        if cell.empty or self._row > self._last:
            return
        self._cells += 1
        if self._cells > MAX_CELLS:
            raise Unreadable(
                f"has more than {MAX_CELLS} cells", "name the rows that are shown, as `rows: 1-9`"
            )
        row = self.rows.setdefault(self._row, {})
        if self._column in row:
            raise Unreadable(f"has two cells in one place of row {self._row}", RESAVE)
        row[self._column] = cell

    def _cell(self, kind: str, text: str) -> Cell:
        if kind == "s" and text:
            if not text.isdigit():
                raise Unreadable("lacks a text that its cells name", RESAVE)
            return Cell(self._book.string(int(text)))
        if kind in ("str", "inlineStr"):  # the text of the latter stands in `is`, as a rule
            return Cell(unescaped(text))
        if self._formula and (not text or (text == "0" and not self._book.computed)):
            # what a program writes that leaves the computing to Excel: nothing, or 0
            return self._fault(NO_VALUE, "")
        if not text:
            return Cell("")
        if kind == "b":
            return Cell("", is_true(text))
        if kind == "e":
            return self._fault(f"holds the error `{text}`", text)
        if kind == "d":
            moment = from_iso(text)
            code = self._book.format(whole(self._attributes.get("s")))
            return Cell("", moment, code) if moment else self._fault(NO_DATE, text)
        return self._number(text)

    def _number(self, text: str) -> Cell:
        try:
            number = float(text)
        except ValueError:
            number = math.nan
        if not math.isfinite(number):
            return self._fault(f"holds `{text}` as a number", text)
        code = self._book.format(whole(self._attributes.get("s")))
        kind = format_kind(code)
        if kind == "number":
            return Cell("", number, code)
        moment = from_serial(number, kind, since_1904=self._book.since_1904)
        return self._fault(NO_DATE, text) if moment is None else Cell("", moment, code)

    def _fault(self, message: str, text: str) -> Cell:
        """Remember what is wrong with a cell; what stands for it is never empty."""
        if self._row <= self._last:
            self.faults[self._row, self._column] = message
        return Cell(text or "?")


def _column(reference: str | None, following: int) -> int:
    """Return the column of a cell: that of its reference, or the one after the last cell's."""
    letters = re.match("[A-Z]{1,3}(?=[0-9]+$)", (reference or "").upper())
    column = column_of(letters[0]) if letters else following
    if column >= MAX_COLUMN or (reference and not letters):
        wrong = f"a cell `{reference}`" if reference else f"a row of more than {MAX_COLUMN} cells"
        raise Unreadable(f"has {wrong}, which there is none of in Excel", RESAVE)
    return column


def _hidden(ranges: list[tuple[int, int]], used: set[int]) -> frozenset[int]:
    """Return which of the columns in use are in one of the ranges."""
    hidden: set[int] = set()
    waiting = sorted(used, reverse=True)
    for first, last in sorted(ranges):
        while waiting and waiting[-1] <= last:
            column = waiting.pop()
            if column >= first:
                hidden.add(column)
    return frozenset(hidden)


def _merge(reference: str) -> Merge:
    corners = re.fullmatch(
        r"\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?", reference
    )
    if not corners:
        raise Unreadable(f"merges cells `{reference}`, which there are none of", RESAVE)
    left, top = column_of(corners[1]), int(corners[2])
    right, bottom = column_of(corners[3] or corners[1]), int(corners[4] or corners[2])
    return Merge(min(top, bottom), min(left, right), max(top, bottom), max(left, right))
