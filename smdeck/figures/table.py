"""Tables: the rows and columns of a sheet that are shown, and what keeps them from being true."""

from __future__ import annotations

from collections import Counter

from smdeck.figures.cells import Cell, Sheet
from smdeck.figures.choice import RowRange, by_letter, chosen_columns, chosen_rows
from smdeck.figures.grid import NO_DATE, NO_VALUE, Grid, Merge, Row, column_of, letters
from smdeck.figures.guessing import figure_columns, odd_names
from smdeck.figures.merging import spread_merges
from smdeck.figures.region import Doubt, Region, column_list, find_region, name_text, names_of
from smdeck.figures.report import SHOWN, Report, numbers
from smdeck.findings import count
from smdeck.source.nodes import FORBIDDEN

_FAULT_HELP = {
    NO_VALUE: "the program that wrote it computed nothing: open it in Excel or LibreOffice and "
    "save it",
    NO_DATE: "give the cell a number format, or a date after 1 March 1900",
}


def table_of(grid: Grid, wanted: RowRange, report: Report, *, charted: bool) -> Sheet | None:
    """Return the table of a sheet, or None with errors.

    With `charted` names of columns that come twice are errors, and rows without a name warnings.
    """
    if not grid.rows:
        report.error(_nothing(grid, report), _NOTHING_HELP, code="wrong-file")
        return None
    rows = chosen_rows(grid, wanted, report)
    if not rows:
        return None
    if not report.wanted.columns:
        rows = _only(rows, lambda column: column not in grid.hidden_columns)
        return _checked(find_region(rows, grid), None, grid, report, charted) if rows else None
    region = find_region(rows, grid)
    columns = chosen_columns(region, _columns(region), grid, report)
    if columns and all(map(by_letter, report.wanted.columns)):
        # letters name columns whatever stands beside them, as another table
        by_letters = {column_of(node.text) for node in report.wanted.columns} == {*columns}
        region = find_region(_only(rows, columns.__contains__), grid) if by_letters else region
    return _checked(region, columns, grid, report, charted) if columns else None


_NOTHING_HELP = "its first row names the columns, the others follow"


def _nothing(grid: Grid, report: Report) -> str:
    """Return what is said of a sheet without a cell to show."""
    if grid.hidden:
        return f"all rows of {_sheet(grid, report)} are hidden"
    return f"{_sheet(grid, report)} is empty"


def _sheet(grid: Grid, report: Report) -> str:
    return f"the sheet `{grid.name}` of {report.called}" if grid.name else report.called


def _only(rows: list[Row], wanted: object) -> list[Row]:
    """Return the rows with the columns that are wanted alone, without those left empty."""
    assert callable(wanted)
    kept = [
        row._replace(cells={c: cell for c, cell in row.cells.items() if wanted(c)}) for row in rows
    ]
    return [row for row in kept if row.cells]


def _columns(region: Region) -> list[int]:
    return sorted({column for row in (*region.header, *region.body) for column in row.cells})


def _checked(
    region: Region, chosen: list[int] | None, grid: Grid, report: Report, charted: bool
) -> Sheet | None:
    """Return the table of a region if all of it can be shown, and say what is left out."""
    columns = chosen or _columns(region)
    for doubt in region.doubts:
        _say(doubt, grid, report)
    if not region.body:
        report.error(
            f"{_sheet(grid, report)} holds names of columns in "
            f"{numbers(row.number for row in region.header)}, and no row below",
            _NOTHING_HELP,
            code="wrong-file",
        )
        return None
    body, figures = spread_merges(region.body, columns, grid)
    body = [row for row in body if any(column in row.cells for column in columns)]
    names = names_of(region, _columns(region), grid.merges)
    _report_hidden(region, columns, grid, report)
    _report_merged(figures, grid, report)
    _report_unnamed(names, columns, region.header[-1], body, grid, report)
    _report_odd_names(region, grid, report)
    _report_widths(region, columns, body, report)
    if charted:
        _report_doubles(names, columns, grid, report)
        _report_nameless(columns, body, grid, report)
    empty = Cell("")
    sheet = Sheet(
        [[row.get(c, empty) for c in columns] for row in (names, *(row.cells for row in body))],
        [region.header[-1].number, *(row.number for row in body)],
        [letters(column) for column in columns],
        grid.name,
        grid.separator,
    )
    _report_faults(sheet, columns, grid, report)
    return None if report.failed else sheet


def _say(doubt: Doubt, grid: Grid, report: Report) -> None:
    message = f"{_in(grid, report)}: {doubt.message}"
    if doubt.wrong:
        report.error(message, doubt.help)
    else:
        report.warn(message, doubt.help)


def _in(grid: Grid, report: Report) -> str:
    return f"{report.called}, sheet `{grid.name}`" if grid.name else report.called


def _report_hidden(region: Region, columns: list[int], grid: Grid, report: Report) -> None:
    """Say which rows and columns of a table are left out because Excel hides them."""
    first, last = region.header[0].number, region.body[-1].number
    # filtered rows at the end of a table stand close below it
    hidden = [row.number for row in grid.hidden if first < row.number]
    while hidden and hidden[-1] > last + len(hidden):
        hidden.pop()
    if hidden:
        report.warn(
            f"{_in(grid, report)}: {count(len(hidden), 'hidden row')} left out, "
            f"{numbers(hidden)}, as in a chart of Excel",
            "show them in Excel, or leave them hidden",
        )
    shown = {column for row in (*grid.rows, *grid.hidden) for column in row.cells}
    hidden_columns = sorted(shown & grid.hidden_columns - {*columns})
    if hidden_columns and not report.wanted.columns:
        report.warn(
            f"{_in(grid, report)}: {count(len(hidden_columns), 'hidden column')} left out, "
            f"{column_list(hidden_columns)}, as in a chart of Excel",
            "show them in Excel, or choose them with `columns`",
        )


def _report_merged(figures: list[Merge], grid: Grid, report: Report) -> None:
    for merge in figures[:SHOWN]:
        report.warn(
            f"{_in(grid, report)}: merged cells hold one figure, in row {merge.top}, column "
            f"{letters(merge.left)}; it is shown there alone",
            "give each cell its own figure",
        )


def _report_unnamed(
    names: dict[int, Cell],
    columns: list[int],
    header: Row,
    body: list[Row],
    grid: Grid,
    report: Report,
) -> None:
    """Report values in columns that have no name; the first column may have none."""
    for column in columns[1:]:
        rows = [row for row in body if column in row.cells]
        if column in names or not rows:
            continue
        if header.width and header.width <= column and len(rows) * 2 <= len(body):
            row = rows[0]
            more = f" ({numbers(r.number for r in rows[1:])}, too)" if rows[1:] else ""
            report.error(
                f"row {row.number} of {report.called} has {row.width} cells, the row of names, "
                f"row {header.number}, has {header.width}{more}",
                _separator_help(grid),
                code="ragged-row",
            )
            return
        report.error(
            f"{_in(grid, report)}: column {letters(column)} has values, in "
            f"{numbers(row.number for row in rows)}, and no name in row {header.number}",
            _separator_help(grid) or "name it there, or choose others with `columns` or `rows`",
        )


def _separator_help(grid: Grid) -> str | None:
    if grid.separator == ",":
        return 'commas separate the cells: a cell with a comma, as 10,5, is written "10,5"'
    if grid.separator == ";":
        return 'semicolons separate the cells: a cell with one is written in quotes, "a; b"'
    return None


def _report_odd_names(region: Region, grid: Grid, report: Report) -> None:
    """Warn of figures among the names of columns: the row of names may be missing."""
    header = region.header[-1]
    odd = odd_names(header, figure_columns(region.body))
    if odd and not any(doubt.wrong for doubt in region.doubts):
        report.warn(
            f"{_in(grid, report)}: row {header.number} names the columns and holds the figure "
            f"`{name_text(odd[0])}`",
            "write the names of the columns into a row above",
        )


def _report_widths(region: Region, columns: list[int], body: list[Row], report: Report) -> None:
    """Warn of rows of a .csv file that end before the last column."""
    needed = max(columns) + 1
    short = [row for row in body if 0 < row.width < min(needed, region.header[-1].width)]
    if short:
        has = "has" if len(short) == 1 else "have"
        report.warn(
            f"{numbers(row.number for row in short)} of {report.called} {has} fewer cells than "
            f"row {region.header[-1].number}, which names the columns; the rest is taken for empty",
            "write the separator for each empty cell",
            code="ragged-row",
        )


def _report_doubles(names: dict[int, Cell], columns: list[int], grid: Grid, report: Report) -> None:
    """Report names that two columns have: one series would hide the other."""
    texts = [(name_text(names.get(column)), column) for column in columns[1:]]
    for text, times in Counter(text for text, _ in texts).items():
        if text and times > 1:
            twice = column_list([column for name, column in texts if name == text])
            report.error(
                f"{_in(grid, report)}: {twice} have the same name, `{text}`",
                "give each a name of its own, or choose one with `columns`",
            )


def _report_nameless(columns: list[int], body: list[Row], grid: Grid, report: Report) -> None:
    """Warn of rows whose first cell is empty: a bar without a name."""
    nameless = [row.number for row in body if columns[0] not in row.cells]
    if nameless and len(columns) > 1:
        has = "has" if len(nameless) == 1 else "have"
        report.warn(
            f"{_in(grid, report)}: {numbers(nameless)} {has} no name in column "
            f"{letters(columns[0])}",
            "write what the figures belong to",
        )


def _report_faults(sheet: Sheet, columns: list[int], grid: Grid, report: Report) -> None:
    """Report what is wrong with single cells that are shown, each kind once."""
    places: dict[str, list[str]] = {}
    for index, row in enumerate(sheet.rows):
        for at, cell in enumerate(row):
            fault = grid.faults.get((sheet.row_numbers[index], columns[at]))
            if FORBIDDEN.search(cell.text):
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


_CONTROL = "holds a control character, which no slide can hold,"
