"""Data files: the rows of a .csv or .xlsx file that a chart or a table names."""

from __future__ import annotations

import re
from pathlib import Path

from smdeck.files import may_read
from smdeck.findings import Findings
from smdeck.source import Scalar
from smdeck.source.nodes import FORBIDDEN


def read_rows(path: Path, node: Scalar, findings: Findings) -> list[list[str]] | None:
    """Return the rows of a file as texts, or None with a finding at `node`, which names it.

    Empty rows are left out. A .csv file is UTF-8; semicolons, commas or tabs separate its
    values, whichever its first row has most of.
    """
    if path.suffix.lower() not in (".csv", ".xlsx"):
        findings.error(
            "wrong-file",
            f"`{node.text}` is neither a .csv nor an .xlsx file",
            node.place,
            "save the table as .csv or .xlsx",
        )
        return None
    if not may_read(path, node.text, node.place, findings):
        return None
    try:
        if path.suffix.lower() == ".xlsx":
            rows = _xlsx_rows(path)
        else:
            rows = _csv_rows(path.read_bytes().decode("utf-8-sig"))
        if any(FORBIDDEN.search(cell) for row in rows for cell in row):
            raise ValueError("it holds control characters")
        return rows
    except UnicodeDecodeError:
        findings.error("encoding", f"`{node.text}` is not UTF-8", node.place, "save it as UTF-8")
        return None
    except (OSError, ValueError) as error:
        reason = (error.strerror or str(error)).lower() if isinstance(error, OSError) else error
        findings.error("unreadable-file", f"`{node.text}` can't be read: {reason}", node.place)
        return None


_GERMAN = r"[+-]?[0-9]{1,3}(\.[0-9]{3})*,[0-9]+|[+-]?[0-9]+,[0-9]+"
"""A number with a decimal comma."""


def numbers(cells: list[str]) -> list[float | None] | None:
    """Return the numbers of a column, None for an empty cell; None where one is no number.

    `1.234,5` and `0,5` are read as German, `1,234.5` and `0.5` as English numbers; beside a
    German number `1.234` is German too.
    """
    values: list[float | None] = []
    figures = [cell.replace(" ", "").replace("\u00a0", "").rstrip("%€") for cell in cells]
    german = any(re.fullmatch(_GERMAN, figure) for figure in figures)
    for plain in figures:
        if re.fullmatch(_GERMAN, plain) or (
            german and re.fullmatch(r"[+-]?[0-9]{1,3}(\.[0-9]{3})+", plain)
        ):
            plain = plain.replace(".", "").replace(",", ".")
        elif re.fullmatch(r"[+-]?\d{1,3}(,\d{3})+(\.\d+)?", plain):
            plain = plain.replace(",", "")
        if not plain:
            values.append(None)
        elif re.fullmatch(r"[+-]?[0-9]{1,15}(\.[0-9]+)?([eE][+-]?[0-9]{1,2})?", plain):
            values.append(float(plain))
        else:
            return None
    return values


def _csv_rows(text: str) -> list[list[str]]:
    """Return the rows of a .csv text; ValueError where it is none."""
    import csv
    import io

    first = text.split("\n", 1)[0]
    delimiter = max(";,\t", key=first.count)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise ValueError(str(error)) from error
    return [[cell.strip() for cell in row] for row in rows if any(cell.strip() for cell in row)]


def _xlsx_rows(path: Path) -> list[list[str]]:
    from zipfile import BadZipFile

    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except (BadZipFile, KeyError, ValueError, SyntaxError, InvalidFileException) as error:
        raise ValueError("it is no Excel workbook") from error
    try:
        if not book.worksheets:
            raise ValueError("it has no worksheet")
        rows = book.worksheets[0].iter_rows(values_only=True)
        texts = [["" if cell is None else _shown(cell) for cell in row] for row in rows]
    finally:
        book.close()
    return [row for row in texts if any(row)]


def _shown(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()
