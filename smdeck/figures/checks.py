"""Checks: what keeps a table from being shown as its file means it, and what is left out of it."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import NamedTuple

from smdeck.figures.cells import Cell, Sheet
from smdeck.figures.grid import NO_DATE, NO_VALUE, Merge, SheetGrid, SheetRow, column_letters
from smdeck.figures.guessing import figure_columns, is_figure, names_columns, odd_names
from smdeck.figures.region import SheetRegion, column_list, name_text
from smdeck.figures.report import SHOWN, Report, numbers
from smdeck.findings import count
from smdeck.source.nodes import FORBIDDEN

_FAULT_HELP = {
    NO_VALUE: "the program that wrote it computed nothing: open it in Excel or LibreOffice and "
    "save it",
    NO_DATE: "give the cell a number format, or a date after 1 March 1900",
}

_CONTROL = "holds a control character, which no slide can hold,"

_LONG = "holds more than 32,767 characters"

MAX_LENGTH = 32_767
"""The most characters of a cell, as in Excel."""

_QUOTE_COMMAS = 'commas separate the cells: a cell with a comma is written in quotes, "10,5"'


class CheckedTable(NamedTuple):
    """The part of a sheet that is shown."""

    region: SheetRegion
    columns: list[int]
    names: dict[int, Cell]
    """The names of all columns of the region that have one."""
    body: list[SheetRow]
    grid: SheetGrid

    @property
    def header(self) -> SheetRow:
        """The row that names the columns, the last one of several."""
        return self.region.header[-1]


def sheet_name(grid: SheetGrid, report: Report) -> str:
    """Return how findings call a sheet: by its file and, in a workbook, its name."""
    return f"{report.called}, sheet `{grid.name}`" if grid.name else report.called


def check_table(table: CheckedTable, report: Report, *, charted: bool) -> None:
    """Report what is left out, and what is ambiguous; with `charted` as a chart needs it."""
    _say_doubts(table, report)
    _say_hidden(table, report)
    _check_unnamed(table, report)
    _check_header(table, report)
    _check_widths(table, report)
    _check_joined(table, report)
    _check_apart(table, report)
    if charted:
        _check_doubles(table, report)
        _check_nameless(table, report)


def _say_doubts(table: CheckedTable, report: Report) -> None:
    for doubt in table.region.doubts:
        say = report.error if doubt.wrong else report.warn
        say(f"{sheet_name(table.grid, report)}: {doubt.message}", doubt.help)


def _say_hidden(table: CheckedTable, report: Report) -> None:
    """Say which rows and columns of a table are left out because Excel hides them."""
    grid, sheet = table.grid, sheet_name(table.grid, report)
    _check_hidden_header(table, report)
    first, last = table.header.number, table.region.body[-1].number
    hidden = [row.number for row in grid.hidden if first < row.number]
    while hidden and hidden[-1] > last + len(hidden):
        hidden.pop()  # filtered rows at the end of a table stand close below it
    if hidden:
        report.warn(
            f"{sheet}: {count(len(hidden), 'hidden row')} left out, {numbers(hidden)}, as in a "
            "chart of Excel",
            "show them in Excel if they belong on the slide",
        )
    shown = {column for row in (*grid.rows, *grid.hidden) for column in row.cells}
    columns = sorted(shown & grid.hidden_columns)
    if columns and not report.wanted.columns:
        report.warn(
            f"{sheet}: {count(len(columns), 'hidden column')} left out, {column_list(columns)}, "
            "as in a chart of Excel",
            "show them in Excel, or choose them with `columns`",
        )


def _check_hidden_header(table: CheckedTable, report: Report) -> None:
    """Report a hidden row that names the columns, where a visible one would be taken for it."""
    figures = figure_columns(table.region.body)
    names = [
        row.number
        for row in table.grid.hidden
        if row.number < table.header.number and names_columns(row, figures)
    ]
    if names and odd_names(table.header, figures):
        report.error(
            f"{sheet_name(table.grid, report)}: row {names[-1]} seems to name the columns, and is "
            "hidden",
            "show it in Excel",
        )


def check_merges(merges: list[Merge], grid: SheetGrid, report: Report) -> None:
    """Warn of figures that merged cells show for several rows or columns."""
    for merge in merges[:SHOWN]:
        report.warn(
            f"{sheet_name(grid, report)}: merged cells hold one figure, in row {merge.top}, column "
            f"{column_letters(merge.left)}; it is shown there alone",
            "give each cell a figure of its own",
        )


def _check_unnamed(table: CheckedTable, report: Report) -> None:
    """Report values in columns that have no name; the first column may have none."""
    header, body = table.header, table.body
    unnamed = [column for column in table.columns[1:] if column not in table.names]
    rows = [row for row in body if any(column in row.cells for column in unnamed)]
    unnamed = [column for column in unnamed if any(column in row.cells for row in rows)]
    if not unnamed:
        return
    if header.width and header.width <= unnamed[0] and len(rows) * 2 <= len(body):
        _report_long(rows, table, report)
        return
    one = len(unnamed) == 1
    help = f"name {'it' if one else 'them'} there, or choose others with `columns`"
    if names_columns(rows[0], figure_columns(body)):
        help = f"if row {rows[0].number} names the columns, write `rows: {rows[0].number}-`"
    elif table.grid.separator == ",":
        help = _QUOTE_COMMAS
    report.error(
        f"{sheet_name(table.grid, report)}: {column_list(unnamed)} {'has' if one else 'have'} "
        f"values, in {numbers(row.number for row in rows)}, and no name in row {header.number}",
        help,
    )


def _report_long(rows: list[SheetRow], table: CheckedTable, report: Report) -> None:
    """Report rows of a .csv file that go on where the names of columns have ended."""
    header = table.header
    report.error(
        f"{numbers(row.number for row in rows)} of {report.called} "
        f"{'has' if len(rows) == 1 else 'have'} more cells than row {header.number}, which names "
        f"the columns: {rows[0].width} for {header.width}",
        _QUOTE_COMMAS
        if table.grid.separator == ","
        else "name the column, or write a cell that holds the separator in quotes",
        code="ragged-row",
    )


def _check_header(table: CheckedTable, report: Report) -> None:
    """Warn of figures among the names of columns: the row of names may be missing."""
    header = table.header
    odd = odd_names(header, figure_columns(table.region.body))
    if odd and not any(doubt.wrong for doubt in table.region.doubts):
        below = table.region.body[0]
        rest = figure_columns(table.region.body[1:])
        report.warn(
            f"{sheet_name(table.grid, report)}: row {header.number} names the columns and holds "
            f"the figure `{name_text(odd[0])}`",
            f"if row {below.number} names the columns, write `rows: {below.number}-`"
            if len(below.cells) > 1 and names_columns(below, rest)
            else "write the names of the columns into a row above",
        )


def _check_widths(table: CheckedTable, report: Report) -> None:
    """Warn of rows of a .csv file that end before the last column."""
    header = table.header
    needed = min(max(table.columns) + 1, header.width)
    short = [row for row in table.body if 0 < row.width < needed]
    if short:
        report.warn(
            f"{numbers(row.number for row in short)} of {report.called} "
            f"{'has' if len(short) == 1 else 'have'} fewer cells than row {header.number}, which "
            "names the columns; the rest is taken for empty",
            "write the separator for each empty cell",
            code="ragged-row",
        )


def _check_joined(table: CheckedTable, report: Report) -> None:
    """Report rows of one cell that hold separators: they are quoted whole, or pasted so.

    A comma counts if figures follow it in each row; in texts it is usual.
    """
    column = table.columns[0]
    if len(table.columns) > 1 or column not in table.names:
        return
    texts = [table.names[column].text, *(row.cells[column].text for row in table.body)]
    for separator in ";\t|,":
        pieces = [text.split(separator) for text in texts]
        alike = len({len(row) for row in pieces}) == 1 and len(pieces[0]) > 1
        figures = all(is_figure(Cell(row[-1].strip(' "'))) for row in pieces[1:])
        if alike and (separator != "," or figures):
            report.error(
                f"{sheet_name(table.grid, report)}: each row is one cell, as `{texts[0]}`",
                "remove the quotes around whole rows"
                if table.grid.name == ""
                else "split the column in Excel: Data, Text to Columns",
            )
            return


def _check_apart(table: CheckedTable, report: Report) -> None:
    """Warn of a table that seems to stand beside another: behind an empty column come names."""
    if report.wanted.columns:
        return
    for left, right in pairwise(table.columns):
        cells = [row.cells[right] for row in table.body if right in row.cells]
        if right - left < 2 or left == table.columns[0]:
            continue
        if not cells or any(map(is_figure, cells)):
            continue
        if any(column in table.grid.hidden_columns for column in range(left + 1, right)):
            continue
        first = [column_letters(column) for column in table.columns if column <= left]
        others = [column_letters(column) for column in table.columns if column >= right]
        if others[1:]:
            report.warn(
                f"{sheet_name(table.grid, report)}: another table seems to begin in column "
                f"{others[0]}",
                f"choose one: `columns: [{', '.join(first)}]` or `columns: [{', '.join(others)}]`",
            )
            return


def _check_doubles(table: CheckedTable, report: Report) -> None:
    """Report names that two columns have: one series would hide the other."""
    texts = [(name_text(table.names.get(column)), column) for column in table.columns[1:]]
    for text, times in Counter(text for text, _ in texts).items():
        if text and times > 1:
            twice = column_list([column for name, column in texts if name == text])
            report.error(
                f"{sheet_name(table.grid, report)}: {twice} have the same name, `{text}`",
                "give each a name of its own, or choose one with `columns`",
            )


def _check_nameless(table: CheckedTable, report: Report) -> None:
    """Warn of rows whose first cell is empty: a bar without a name."""
    first = table.columns[0]
    nameless = [row.number for row in table.body if first not in row.cells]
    if nameless and table.columns[1:]:
        report.warn(
            f"{sheet_name(table.grid, report)}: {numbers(nameless)} "
            f"{'has' if len(nameless) == 1 else 'have'} no name in column {column_letters(first)}",
            "write what the figures belong to",
        )


def open_end(table: CheckedTable, report: Report) -> tuple[str, str] | None:
    """Return what is said of a last row that is a name alone, as a source below the table, with
    its help. Whether it is a fault is known with the chart: a waterfall may end with such a row."""
    *above, last = table.body
    first = table.columns[0]
    others = set(table.columns[1:])
    if not others or others & set(last.cells) or not all(others & set(row.cells) for row in above):
        return None
    if above and not 0 < last.width < table.header.width:  # which is said already
        return (
            f"{sheet_name(table.grid, report)}: row {last.number}, the last one, holds "
            f"`{name_text(last.cells[first])}` and no figures",
            f"`rows: {table.header.number}-{above[-1].number}` leaves it out",
        )
    return None


def check_cells(sheet: Sheet, columns: list[int], grid: SheetGrid, report: Report) -> None:
    """Report what is wrong with single cells that are shown, each kind of fault once."""
    places: dict[str, list[str]] = {}
    for index, row in enumerate(sheet.rows):
        for at, cell in enumerate(row):
            fault = grid.faults.get((sheet.row_numbers[index], columns[at]))
            if len(cell.text) > MAX_LENGTH:
                fault = _LONG
            elif FORBIDDEN.search(cell.text):
                fault = _CONTROL
            if fault:
                places.setdefault(fault, []).append(sheet.where(index, at))
    for fault, found in places.items():
        more = f", and in {count(len(found) - 1, 'more cell')}" if found[1:] else ""
        report.error(
            f"{report.called} {fault} in {found[0]}{more}",
            _FAULT_HELP.get(fault, "mend it there, or choose other rows or columns"),
            code="control-character" if fault == _CONTROL else "data-file",
        )
