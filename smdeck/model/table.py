"""Table data: the names of the columns and the cells of the rows."""

from __future__ import annotations

from typing import Any, Literal

from smdeck.findings import Findings, count
from smdeck.model.datafile import read_rows
from smdeck.model.decode import Record, key
from smdeck.model.text import Inline
from smdeck.source import Sequence

MAX_COLUMNS, MAX_ROWS = 8, 10


class TableData(Record):
    """A table: a header and rows, written out or read from a file."""

    columns: list[Inline] = key("The names of the columns.", list)
    rows: list[list[Inline]] = key("The rows, each a list of cells.", list)
    file: str | None = key("A .csv or .xlsx file whose first row names the columns.", None)
    align: list[Literal["left", "center", "right"]] = key(
        "How each column is set; default: numbers right, the rest left.", list
    )
    highlight: int | None = key("The number of the row that is set off, from 1.", None, least=1)

    all_rows: list[list[Inline]] | tuple[()] = ()
    """Where it is part of one that is split, the rows of all parts."""


def complete_table(table: Any, folder: Any, findings: Findings) -> bool:
    """Fill a table from its file and report what makes it no table; return whether it is one."""
    if table.file is not None:
        for written in ("columns", "rows"):
            if table.origin.get(written):
                findings.error(
                    "unshown-key",
                    f"a table from a `file` can't show its `{written}`",
                    table.at(written),
                    f"remove the `file`, or the `{written}`",
                )
                return False
        node = table.origin.get("file")
        rows = read_rows(folder / table.file, node, findings)
        if rows is None:
            return False
        if len(rows) < 2:
            findings.error(
                "wrong-file",
                f"`{table.file}` holds no table",
                node.place,
                "its first row names the columns, the others follow",
            )
            return False
        table.columns, *table.rows = [[Inline.of(cell, node.place) for cell in row] for row in rows]
    if not table.columns or not table.rows:
        missing = "columns" if not table.columns else "rows"
        if isinstance(table.origin.get(missing), Sequence) and table.origin.get(missing).items:
            return False  # its entries are no cells, which is reported
        findings.error(
            "missing-field",
            f"a table needs the field `{missing}`",
            table.origin.place,
            "write `columns: [A, B]` and `rows:` with a list for each row, or name a `file`",
        )
        return False
    good = True
    for number, row in enumerate(table.rows, 1):
        if len(row) != len(table.columns):
            good = False
            findings.error(
                "ragged-row",
                f"row {number} has {count(len(row), 'cell')}, the table has "
                f"{count(len(table.columns), 'column')}",
                table.at("file")
                if table.file
                else table.origin.get("rows").items[number - 1].place,
                None if table.file else 'an empty cell is written ""',
            )
    if len(table.align) > len(table.columns):
        good = False
        findings.error(
            "wrong-value",
            f"`align` has {len(table.align)} entries, the table has "
            f"{count(len(table.columns), 'column')}",
            table.at("align"),
        )
    if table.highlight is not None and table.highlight > len(table.rows):
        good = False
        findings.error(
            "unknown-highlight",
            f"`highlight` is {table.highlight}, the table has {count(len(table.rows), 'row')}",
            table.at("highlight"),
        )
    splits = getattr(table, "split", False) and len(table.columns) <= MAX_COLUMNS
    if splits and not good:
        return False  # as soon as that is right, it is split
    if len(table.columns) > MAX_COLUMNS or len(table.rows) > MAX_ROWS:
        good = False
        findings.error(
            "too-many-cells",
            f"a table takes up to {MAX_COLUMNS} columns and {MAX_ROWS} rows, here are "
            f"{len(table.columns)} and {len(table.rows)}",
            table.at("rows"),
            f"{_more(table)}, or leave out what nobody reads",
        )
    return good


def _more(table: Any) -> str:
    """Return how a table can go on: a slide that is one can be split."""
    splits = getattr(table, "split", None) is False and len(table.columns) <= MAX_COLUMNS
    return "write `split: true`" if splits else "split it over two slides"
