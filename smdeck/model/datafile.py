"""Data files: the rows of a .csv or .xlsx file that a chart or a table names."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

from smdeck.findings import Findings, suggest
from smdeck.source import Node


def read_rows(path: Path, node: Node, findings: Findings) -> list[list[str]] | None:
    """Return the rows of a file as texts, or None with a finding at `node`, which names it.

    Empty rows are left out. A .csv file is UTF-8; semicolons, commas or tabs separate its
    values, whichever its first row has most of.
    """
    if path.suffix.lower() not in (".csv", ".xlsx"):
        findings.error(
            "wrong-file", f"`{path.name}` is neither a .csv nor an .xlsx file", node.place
        )
        return None
    try:
        if path.suffix.lower() == ".xlsx":
            return _xlsx_rows(path)
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        near = [entry.name for entry in path.parent.glob("*")] if path.parent.is_dir() else []
        findings.error(
            "missing-file",
            f"there is no file `{path.name}`",
            node.place,
            suggest(path.name, near, "its path is relative to the deck"),
        )
        return None
    except UnicodeDecodeError:
        findings.error("encoding", f"`{path.name}` is not UTF-8", node.place, "save it as UTF-8")
        return None
    except (OSError, ValueError) as error:
        findings.error("unreadable-file", f"`{path.name}` can't be read: {error}", node.place)
        return None
    first = text.split("\n", 1)[0]
    delimiter = max(";,\t", key=first.count)
    rows = csv.reader(io.StringIO(text), delimiter=delimiter)
    return [[cell.strip() for cell in row] for row in rows if any(cell.strip() for cell in row)]


def numbers(cells: list[str]) -> list[float | None] | None:
    """Return the numbers of a column, None for an empty cell; None where one is no number.

    `1.234,5` and `0,5` are read as German, `1,234.5` and `0.5` as English numbers.
    """
    values: list[float | None] = []
    for cell in cells:
        plain = cell.replace(" ", "").replace("\u00a0", "").rstrip("%€")
        if re.fullmatch(r"[+-]?\d{1,3}(\.\d{3})*,\d+|[+-]?\d+,\d+", plain):
            plain = plain.replace(".", "").replace(",", ".")
        elif re.fullmatch(r"[+-]?\d{1,3}(,\d{3})+(\.\d+)?", plain):
            plain = plain.replace(",", "")
        if not plain:
            values.append(None)
        elif re.fullmatch(r"[+-]?\d+(\.\d+)?([eE][+-]?\d+)?", plain):
            values.append(float(plain))
        else:
            return None
    return values


def _xlsx_rows(path: Path) -> list[list[str]]:
    from zipfile import BadZipFile

    from openpyxl import load_workbook

    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except (BadZipFile, KeyError) as error:
        raise ValueError("it is no Excel workbook") from error
    try:
        rows = book.worksheets[0].iter_rows(values_only=True)
        texts = [["" if cell is None else _shown(cell) for cell in row] for row in rows]
    finally:
        book.close()
    return [row for row in texts if any(row)]


def _shown(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()
