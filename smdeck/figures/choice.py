"""Choices: which rows and columns of a file a deck asks for."""

from __future__ import annotations

import re
from typing import NamedTuple

from smdeck.figures.grid import SheetGrid, SheetRow, column_of
from smdeck.figures.guessing import figure_columns, names_columns
from smdeck.figures.region import SheetRegion, find_region, name_text, names_of
from smdeck.figures.report import Report
from smdeck.findings import listing, suggest
from smdeck.source import Scalar


class RowRange(NamedTuple):
    """Rows of a file, from 1, both ends included; without a `last` up to the end."""

    first: int
    last: int | None


def row_range(report: Report) -> RowRange | None:
    """Return the rows that are asked for, all where none are; None with an error."""
    node = report.wanted.rows
    if node is None:
        return RowRange(1, None)
    found = re.fullmatch(r"(\d{1,7})\s*(?:([-–:])\s*(\d{1,7})?)?", node.text.strip())
    if found:
        first = int(found[1])
        last = int(found[3]) if found[3] else None if found[2] else first
        if first and (last is None or last >= first):
            return RowRange(first, last)
    report.error(
        f"`rows` is `{node.text}`, which are no rows",
        "write the numbers that the rows have in the file, as `rows: 2-9`, or `rows: 2-`",
        code="wrong-value",
        at=node,
    )
    return None


def chosen_rows(grid: SheetGrid, wanted: RowRange, report: Report) -> list[SheetRow]:
    """Return the rows that are asked for, and the names of the columns above them; none on error.

    A range may begin with the names, or with titles above them. One that begins below takes the
    names along, unless it begins with names of its own, as those of a second table.
    """
    rows = grid.rows
    if wanted == RowRange(1, None):
        return rows
    inside = [
        row
        for row in rows
        if row.number >= wanted.first and (wanted.last is None or row.number <= wanted.last)
    ]
    if not inside:
        end = f", which ends in row {rows[-1].number}" if rows else ""
        report.error(
            f"`rows` names no row of {report.called} that holds something{end}",
            code="wrong-value",
            at=report.wanted.rows,
        )
        return []
    header = find_region(rows, grid).header
    own = names_columns(inside[0], figure_columns(inside[1:]))
    if header[-1].number >= wanted.first or own:
        return inside
    return [*header, *inside]


def chosen_columns(
    region: SheetRegion, columns: list[int], grid: SheetGrid, report: Report
) -> list[int]:
    """Return the columns that are asked for by name or letter, in that order; none on error."""
    names = {
        " ".join(name_text(cell).split()): column
        for column, cell in sorted(names_of(region, columns, grid.merges).items(), reverse=True)
    }
    chosen: list[int] = []
    good = True
    for node in report.wanted.columns:
        column = names.get(" ".join(node.text.split()))
        letter = column_of(node.text) if by_letter(node) else None
        if column is None:
            column = letter if letter in columns else None
        elif letter in columns and letter != column:
            report.warn(
                f"`{node.text}` is the name of a column of {report.called} and the letter of "
                "another; the one of this name is taken",
                "take the letter of the column that is meant",
            )
        if column is None or column in chosen:
            good = False
            _report_column(node, column, list(names), report)
        else:
            chosen.append(column)
    return chosen if good else []


def by_letter(node: Scalar) -> bool:
    """Tell whether a column may be asked for by its letter."""
    return bool(re.fullmatch("[A-Z]{1,3}", node.text))


def _report_column(node: Scalar, column: int | None, names: list[str], report: Report) -> None:
    if column is not None:
        message, help = f"the column `{node.text}` is chosen twice", None
    else:
        shown = [name for name in reversed(names) if name][:8]
        message = f"{report.called} has no column `{node.text}`"
        otherwise = f"its columns are {listing(shown, 'and')}; their letters do, too"
        help = suggest(node.text, shown, otherwise if shown else None)
    report.error(message, help, code="wrong-value", at=node)
