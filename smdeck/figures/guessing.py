"""Guessing: which rows look like names of columns, and which like what stands below them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from smdeck.figures.cells import Cell
from smdeck.figures.grid import SheetRow

SAMPLE = 40
"""How many rows show what a column holds."""

_SIGN = "[-+−–(]?"
_UNIT = "(?:%|‰|[€$£¥]|[A-Z]{3})?"
_FIGURE = re.compile(rf"{_SIGN} ?{_UNIT} ?{_SIGN}\d[\d.,'’\s]*(?:[eE][+-]?\d+)?{_UNIT}[-)]?")
_DATE = re.compile(r"\d{1,4}[.](?:\d{1,2}[.](?:\d{2,4})?|\d{4})")


def is_figure(cell: Cell) -> bool:
    """Tell whether a cell holds a number or a truth; a date may be a name, and is none."""
    if not cell.text:
        return isinstance(cell.value, bool | int | float)
    if len(cell.text) > 40 or _DATE.fullmatch(cell.text):
        return False
    return bool(_FIGURE.fullmatch(cell.text))


def is_year(cell: Cell) -> bool:
    """Tell whether a figure may be a year, and so the name of a column."""
    if isinstance(cell.value, float):
        return cell.value.is_integer() and 1900 <= cell.value <= 2100
    return bool(re.fullmatch(r"19\d\d|20\d\d|2100", cell.text))


def figure_columns(rows: Sequence[SheetRow]) -> dict[int, bool]:
    """Return the columns that hold figures in the first rows; True for those of years alone."""
    columns: dict[int, bool] = {}
    for row in rows[:SAMPLE]:
        for column, cell in row.cells.items():
            if is_figure(cell):
                columns[column] = columns.get(column, True) and is_year(cell)
    return columns


def names_columns(row: SheetRow, figures: dict[int, bool]) -> bool:
    """Tell whether a row surely names columns: it has words, or years, where others have figures.

    `figures` are the `figure_columns` of the others.
    """
    if not any(column in figures for column in row.cells):
        return False
    return not any(
        is_figure(cell) and (not is_year(cell) or figures.get(column, False))
        for column, cell in row.cells.items()
    )


def odd_names(row: SheetRow, figures: dict[int, bool]) -> list[Cell]:
    """Return the figures among the names of columns that hardly are names.

    Years are names, if what stands below is no year; and so are 1, 2, 3 or 0, 1, 2, the answers
    on a scale. `figures` are the `figure_columns` of the rows below.
    """
    found = [(column, cell) for column, cell in sorted(row.cells.items()) if is_figure(cell)]
    values = [cell.text or f"{cell.value:g}" for _, cell in found]
    for first in ("0", "1"):
        if values[1:] and values == [str(int(first) + index) for index in range(len(values))]:
            return []
    return [cell for column, cell in found if not is_year(cell) or figures.get(column, False)]
