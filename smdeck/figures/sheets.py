"""Sheets: which worksheet of a workbook is read."""

from __future__ import annotations

from smdeck.figures.grid import SheetGrid
from smdeck.figures.report import Report, Unreadable
from smdeck.figures.workbook import SheetEntry, Workbook
from smdeck.figures.worksheet import read_worksheet
from smdeck.findings import listing, suggest
from smdeck.source import Scalar


def read_workbook(content: bytes, report: Report, *, last: int | None = None) -> SheetGrid | None:
    """Return the sheet that is asked for, or the first visible one; None with an error.

    Raises Unreadable.
    """
    book = Workbook(content)
    if report.wanted.sheet:
        named = _named(book, report.wanted.sheet, report)
        return read_worksheet(book, named, last=last) if named else None
    usable = [entry for entry in book.sheets if entry.kind == "worksheet" and entry.visible]
    if not usable:
        hidden = [entry.name for entry in book.sheets if entry.kind == "worksheet"]
        raise Unreadable(
            "has no visible worksheet",
            f"`sheet` takes hidden ones, too: {listing(hidden)}" if hidden else None,
            code="wrong-file",
        )
    first = usable[0]
    grid = read_worksheet(book, first, last=last)
    if len(usable) > 1 and not holds_table(grid):
        others = [entry.name for entry in usable[1:] if _readable_table(book, entry)]
        if others or not grid.rows:
            report.error(
                f"the first sheet of {report.called}, `{first.name}`, holds no table",
                f"choose the sheet: `{{file: {report.wanted.file.text}, sheet: {others[0]}}}`"
                + (f"; there are tables in {listing(others, 'and')}" if others[1:] else "")
                if others
                else "none of the other visible sheets does",
                code="wrong-file",
            )
            return None
    _report_active(book, first, report)
    return grid


def holds_table(grid: SheetGrid) -> bool:
    """Tell whether a sheet has at least two rows and two columns with something in them."""
    columns = {column for row in grid.rows for column in row.cells}
    return len(columns) > 1 and sum(len(row.cells) > 1 for row in grid.rows) > 1


def _readable_table(book: Workbook, entry: SheetEntry) -> bool:
    try:
        return holds_table(read_worksheet(book, entry))
    except Unreadable:
        return False


def _report_active(book: Workbook, first: SheetEntry, report: Report) -> None:
    """Warn where Excel opens the workbook with another worksheet than the one that is read."""
    if not 0 <= book.active < len(book.sheets):
        return
    active = book.sheets[book.active]
    if active is first or active.kind != "worksheet" or not active.visible:
        return
    if _readable_table(book, active):
        report.warn(
            f"{report.called} is read from its first sheet, `{first.name}`; Excel opens it with "
            f"`{active.name}`",
            f"choose the sheet: `{{file: {report.wanted.file.text}, sheet: {first.name}}}`",
        )


def _named(book: Workbook, node: Scalar, report: Report) -> SheetEntry | None:
    """Return the worksheet of a name, in upper or lower case, as in Excel; None with an error."""
    wanted = node.text.strip()
    named = next((entry for entry in book.sheets if entry.name == wanted), None) or next(
        (entry for entry in book.sheets if entry.name.strip().casefold() == wanted.casefold()), None
    )
    if named and named.kind == "worksheet":
        return named
    names = [entry.name for entry in book.sheets if entry.kind == "worksheet"]
    message = f"{report.called} has no sheet `{node.text}`"
    if named:
        message = f"the sheet `{named.name}` of {report.called} is a chart, and holds no cells"
    has = f"it has {listing(names[:8], 'and')}" if names else None
    report.error(message, suggest(wanted, names, has), code="wrong-value", at=node)
    return None
