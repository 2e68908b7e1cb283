"""Grids: the cells of a file at their places, before it is known which of them are a table."""

from __future__ import annotations

from typing import NamedTuple

from smdeck.figures.cells import Cell

MAX_CELLS = 100_000
"""The most cells that are read of a sheet; a slide shows a few dozen."""

NO_VALUE = "holds a formula without a value"
"""What is wrong with a formula that the program which wrote the file did not compute."""

NO_DATE = "shows a number as a date that there is none of"
"""What is wrong with a number that Excel shows as ####, or as 0 January."""


class SheetRow(NamedTuple):
    """A row with something in it."""

    number: int
    """Its number in the file, from 1."""
    cells: dict[int, Cell]
    """Its cells that hold something, by column from 0."""
    width: int = 0
    """How many cells a .csv file has in this row, empty ones too; 0 in a workbook."""


class Merge(NamedTuple):
    """Cells that a workbook shows as one: rows from 1, columns from 0, both ends included."""

    top: int
    left: int
    bottom: int
    right: int


class SheetGrid(NamedTuple):
    """All that stands in a worksheet or a .csv file."""

    rows: list[SheetRow]
    merges: list[Merge] = []  # noqa: RUF012  nobody changes it
    faults: dict[tuple[int, int], str] = {}  # noqa: RUF012  nobody changes it
    """What is wrong with a cell, by row number and column: it is said if the cell is shown."""
    hidden: list[SheetRow] = []  # noqa: RUF012  nobody changes it
    """Rows that hold something and are hidden; they are not among the `rows`."""
    hidden_columns: frozenset[int] = frozenset()
    name: str = ""
    separator: str = ""


def column_letters(column: int) -> str:
    """Return what a spreadsheet calls a column: `A` for 0, `AA` for 26."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def column_of(name: str) -> int:
    """Return the number of a column from 0, by its letters."""
    number = 0
    for char in name:
        number = number * 26 + ord(char) - 64
    return number - 1
