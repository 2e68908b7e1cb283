"""Cells: what a data file holds, as it holds it, each with its place in the file."""

from __future__ import annotations

import datetime
from typing import NamedTuple, TypeAlias

Value: TypeAlias = (
    float | bool | datetime.datetime | datetime.date | datetime.time | datetime.timedelta | None
)
"""What a workbook's cell is, where it is more than a text."""


SPACE = " \t\n\u00a0\u2007\u2009\u200b\u202f\ufeff"
"""White space around a text that is none of it; control characters are reported instead."""


class Cell(NamedTuple):
    """A cell: its text, and of a workbook its value and how that is shown."""

    text: str
    """What is typed in a .csv file, or a workbook's cell of text; empty for an empty cell.
    A line break is a newline."""
    value: Value = None
    """The number, truth, date, time or duration of a workbook's cell; None for a text."""
    format: str = "General"
    """The code of the cell's number format (ECMA-376 Part 1, 18.8.31)."""

    @property
    def empty(self) -> bool:
        """Whether there is nothing in it."""
        return not self.text and self.value is None


class Sheet(NamedTuple):
    """The table of a file: rows of equally many cells, the header first.

    Empty rows and columns around and between are left out, titles above the header too.
    """

    rows: list[list[Cell]]
    row_numbers: list[int]
    """The number that each row has in the file, from 1."""
    columns: list[str]
    """The letters that each column has in the file, as `A`."""
    name: str = ""
    """The worksheet's name; empty for a .csv file."""
    separator: str = ""
    """What separates the cells of a .csv file; empty for a workbook."""
    open_end: tuple[str, str] | None = None
    """What is said of a last row that has a name and no figures, with its help."""

    def where(self, row: int, column: int) -> str:
        """Return how findings call a cell: `row 3, column B`, of a workbook with its sheet."""
        place = f"row {self.row_numbers[row]}, column {self.columns[column]}"
        return f"sheet `{self.name}`, {place}" if self.name else place
