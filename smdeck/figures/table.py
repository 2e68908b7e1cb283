"""Tables: the rows and columns of a sheet that are shown."""

from __future__ import annotations

from collections.abc import Callable

from smdeck.figures.cells import Cell, Sheet
from smdeck.figures.checks import CheckedTable, check_cells, check_merges, check_table, open_end
from smdeck.figures.choice import RowRange, by_letter, chosen_columns, chosen_rows
from smdeck.figures.grid import SheetGrid, SheetRow, column_letters, column_of
from smdeck.figures.merging import spread_merges
from smdeck.figures.region import SheetRegion, find_region, names_of
from smdeck.figures.report import Report, numbers

_HELP = "its first row names the columns, the others follow"


def table_of(grid: SheetGrid, wanted: RowRange, report: Report, *, charted: bool) -> Sheet | None:
    """Return the table of a sheet, or None with errors.

    With `charted` names of columns that come twice are errors, and rows without a name warnings.
    """
    if not grid.rows:
        hidden = "holds nothing but hidden rows" if grid.hidden else "is empty"
        report.error(f"{_sheet(grid, report)} {hidden}", _HELP, code="wrong-file")
        return None
    rows = chosen_rows(grid, wanted, report)
    if report.wanted.columns:
        region, columns = _with_columns(rows, grid, report)
    else:
        rows = _only(rows, lambda column: column not in grid.hidden_columns)
        region = find_region(rows, grid) if rows else None
        columns = _columns(region) if region else []
    if region is None or not columns:
        if not report.failed:
            report.error(
                f"{_sheet(grid, report)} holds nothing but hidden columns", _HELP, code="wrong-file"
            )
        return None
    if not region.body:
        report.error(
            f"{_sheet(grid, report)} holds names of columns in "
            f"{numbers(row.number for row in region.header)}, and no row below",
            _HELP,
            code="wrong-file",
        )
        return None
    return _table(region, columns, grid, report, charted)


def _sheet(grid: SheetGrid, report: Report) -> str:
    return f"the sheet `{grid.name}` of {report.called}" if grid.name else report.called


def _with_columns(
    rows: list[SheetRow], grid: SheetGrid, report: Report
) -> tuple[SheetRegion | None, list[int]]:
    """Return the region and the columns of it that are asked for; none with an error."""
    if not rows:
        return None, []
    region = find_region(rows, grid)
    columns = chosen_columns(region, _columns(region), grid, report)
    wanted = report.wanted.columns
    if (
        columns
        and all(map(by_letter, wanted))
        and {column_of(n.text) for n in wanted} == {*columns}
    ):
        # letters name columns whatever stands beside them, as another table
        region = find_region(_only(rows, columns.__contains__), grid)
    return region, columns


def _only(rows: list[SheetRow], wanted: Callable[[int], bool]) -> list[SheetRow]:
    """Return the rows with the columns that are wanted alone, without those left empty."""
    kept = [
        row._replace(cells={c: cell for c, cell in row.cells.items() if wanted(c)}) for row in rows
    ]
    return [row for row in kept if row.cells]


def _columns(region: SheetRegion) -> list[int]:
    return sorted({column for row in (*region.header, *region.body) for column in row.cells})


def _table(
    region: SheetRegion, columns: list[int], grid: SheetGrid, report: Report, charted: bool
) -> Sheet | None:
    """Return the table of a region if all of it can be shown."""
    body, merged_figures = spread_merges(region.body, columns, grid)
    body = [row for row in body if any(column in row.cells for column in columns)]
    names = names_of(region, _columns(region), grid.merges)
    check_merges(merged_figures, grid, report)
    table = CheckedTable(region, columns, names, body, grid)
    check_table(table, report, charted=charted)
    empty = Cell("")
    sheet = Sheet(
        [[row.get(c, empty) for c in columns] for row in (names, *(row.cells for row in body))],
        [region.header[-1].number, *(row.number for row in body)],
        columns=[column_letters(column) for column in columns],
        name=grid.name,
        separator=grid.separator,
        open_end=open_end(table, report) if charted else None,
    )
    check_cells(sheet, columns, grid, report)
    return None if report.failed else sheet
