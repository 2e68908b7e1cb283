"""CSV files: texts in rows, whatever separates them.

Python's `csv` reads a quote that is never closed to the end of the file, joins rows where one is
closed in a wrong place, and can't say in which line it began: figures would be lost in silence.
So the fifteen lines that split a text stand here; they read what `csv` reads, and what Excel
writes, and report the rest.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from smdeck.figures.cells import SPACE, Cell
from smdeck.figures.encodings import decoded
from smdeck.figures.grid import MAX_CELLS, SheetGrid, SheetRow
from smdeck.figures.report import Report, Unreadable

SEPARATORS = "\t;|,"
"""What separates cells, first what is least likely inside of one."""

MAX_COLUMNS = 16_384
"""The most cells of a row, as in Excel."""

SAMPLE_ROWS, SAMPLE_LENGTH = 400, 200_000
"""How many rows and characters show which separator a file has."""


class CsvRecord(NamedTuple):
    """A row of a .csv file as it stands there."""

    number: int
    """Its number, from 1: blank rows are counted and left out."""
    cells: list[str]
    broken: int | None = None
    """The line of a quote in it that is not closed where its cell ends."""


def read_csv(content: bytes, report: Report, *, last: int | None = None) -> SheetGrid:
    """Return the cells of a .csv file up to row `last`, as they are typed.

    Rows count as a spreadsheet counts them: a line break inside quotes begins no row. Raises
    Unreadable where the file has no readable text.
    """
    text = decoded(content, report)
    named = re.match(r'"?sep=(.)"?[ \t;,]*(?:\n|\Z)', text, re.I)
    separator, start = (named[1], named.end()) if named else (_separator(text), 0)
    rows: list[SheetRow] = []
    total = 0
    for record in _records(text[start:], separator, text.count("\n", 0, start) + 1):
        if last is not None and record.number > last:
            break
        if record.broken is not None:
            raise Unreadable(
                f"has a quote in line {record.broken} that is not closed where its cell ends",
                'write `"` at the end of the cell, and a quote inside of it twice: `""`',
            )
        total += len(record.cells)
        if total > MAX_CELLS:
            raise Unreadable(
                f"has more than {MAX_CELLS} cells", "name the rows that are shown, as `rows: 1-9`"
            )
        cells = {column: Cell(cell) for column, cell in enumerate(record.cells) if cell}
        if cells:
            rows.append(SheetRow(record.number, cells, len(record.cells)))
    return SheetGrid(rows, separator=separator)


def _separator(text: str) -> str:
    """Return what separates the cells: with it most rows have equally many.

    Where half of the rows agree on another one, a comma between digits is a decimal one. Of two
    that fit equally well it is the one that is less likely in a text.
    """
    sample = text[:SAMPLE_LENGTH]
    shares = {separator: _consistency(sample, separator) for separator in SEPARATORS}
    if not any(shares.values()):
        return ""
    best = dict(shares)
    if any(share >= 0.5 for separator, share in shares.items() if separator != ","):
        best[","] = _consistency(re.sub(r"(?<=\d),(?=\d)", ".", sample), ",")
    return max(SEPARATORS, key=lambda separator: (best[separator], shares[separator]))


def _consistency(sample: str, separator: str) -> float:
    """Return which share of the rows has the number of cells that most have, if it is above 1."""
    widths: list[int] = []
    for record in _records(sample, separator, 1):
        if any(record.cells):  # a row with an open quote swallowed others, and is worth nothing
            widths.append(0 if record.broken is not None else len(record.cells))
        if len(widths) >= SAMPLE_ROWS:
            break
    wide = Counter(width for width in widths if width > 1)
    return max(wide.values()) / len(widths) if wide else 0.0


def _records(text: str, separator: str, line: int) -> Iterator[CsvRecord]:
    """Yield the rows of a text whose first line has the number `line`.

    A cell may begin with a quote; up to the next single quote all is text. What follows the
    closing quote belongs to the cell, as in Excel, if both stand in one line.
    """
    sign = re.escape(separator)
    cell = re.compile(rf' *"([^"]*(?:""[^"]*)*)("|\Z)([^{sign}\n]*)|([^{sign}\n]*)')
    blank = re.compile(r"\n*")
    position, length, number = 0, len(text), 0
    while True:
        begin = blank.match(text, position).end()  # type: ignore[union-attr]  # matches everywhere
        number += begin - position + 1
        line += begin - position
        position = begin
        if position >= length:
            return
        record = CsvRecord(number, [])
        while len(record.cells) < MAX_COLUMNS:
            found = cell.match(text, position)
            assert found  # the last alternative matches everywhere
            quoted, closing, behind, plain = found.groups()
            if quoted is None:
                record.cells.append(_typed(plain))
            else:
                record.cells.append(_typed(quoted.replace('""', '"') + behind))
                breaks = quoted.count("\n")
                if record.broken is None and (not closing or (breaks and behind.strip())):
                    record = record._replace(broken=line)
                line += breaks
            position = found.end()
            if position >= length or text[position] == "\n":
                break
            position += 1
        else:
            raise Unreadable(f"has more than {MAX_COLUMNS} cells in row {number}")
        yield record
        position += 1
        line += 1


def _typed(plain: str) -> str:
    """Return a cell without what programs write around a text that Excel must not convert."""
    cell = plain.strip(SPACE)
    forced = re.fullmatch(r'="([^"]*)"', cell)
    return forced[1] if forced else cell
