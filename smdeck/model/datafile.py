"""Data files: the .csv or .xlsx file that a chart or a table names, and what of it is shown."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from smdeck.beside import beside
from smdeck.model.doubt import decimal_mark, report_ambiguous
from smdeck.model.fields import FAILED, Reader, Record, key
from smdeck.source import Node, Scalar

if TYPE_CHECKING:  # what figures need is imported where there are some
    from smdeck.figures.cells import Cell, Sheet
    from smdeck.figures.numbers import DecimalMark, Evidence, Unread

DECIMAL: Any = key("The mark before decimals, where the numbers leave it open: `,` or `.`.", None)

_SEPARATOR_HINTS: dict[str, DecimalMark] = {";": ",", ",": "."}
"""What the separator of a .csv file says of its numbers: spreadsheets take semicolons where the
comma stands before decimals (Excel's list separator)."""


SUFFIXES = (".csv", ".tsv", ".xlsx", ".xlsm", ".xltx", ".xltm")

_ENDINGS = r"\.([cC][sS][vV]|[tT][sS][vV]|[xX][lL][sStT][xXmM])$"


class DataFile(Record):
    """A file with figures, and which of them are shown."""

    words: ClassVar[str] = "the name of a .csv or .xlsx file, or `file` with further keys"
    short_schema: ClassVar[dict[str, Any]] = {"type": "string", "pattern": _ENDINGS}

    file: str = key("The .csv or .xlsx file, relative to the deck.")
    sheet: str | None = key("The worksheet; default: the first that is not hidden.", None)
    columns: list[str] = key("The columns to show, in order, by their names or letters.", list)
    rows: str | None = key(
        "The rows to show, by their numbers in the file, as `5-12` or `5-`.", None
    )
    decimal: Literal[",", "."] | None = DECIMAL

    @classmethod
    def from_other(cls, node: Node, reader: Reader) -> Any:
        """Return the file that a lone name stands for."""
        if not isinstance(node, Scalar):
            return NotImplemented
        name, number_sign, sheet = node.text.rpartition("#")
        if number_sign and name.lower().endswith(SUFFIXES):
            reader.findings.error(
                "wrong-file",
                f"`{node.text}` names a worksheet behind `#`",
                node.place,
                f"write `{{file: {name}, sheet: {sheet}}}`",
            )
            return FAILED
        return cls(origin=node, file=node.text)

    def read(
        self, reader: Reader, *, columns: tuple[Scalar, ...] = (), charted: bool = False
    ) -> Sheet | None:
        """Return the table that the file holds, or None with findings that say why not.

        `columns` are those to show where the file itself names none. With `charted`, columns of
        one name are errors.
        """
        from smdeck.figures.files import read_sheet
        from smdeck.figures.report import FileReference

        wanted = FileReference(
            self._scalar("file") or self.origin,  # type: ignore[arg-type]  # in short, a scalar
            self._scalar("sheet"),
            tuple(one for one in self.origin.listed("columns") if isinstance(one, Scalar))
            or columns,
            self._scalar("rows"),
        )
        path = beside(wanted.file.place.folder, self.file)
        return read_sheet(path, wanted, reader.findings, charted=charted)

    def settled(self, key: str) -> str:
        """Return how an author says the decimal mark of the file; `{}` stands for the mark."""
        return f'{key}: {{file: {self.file}, decimal: "{{}}"}}'

    def _scalar(self, name: str) -> Scalar | None:
        node = self.origin.get(name)
        return node if isinstance(node, Scalar) else None

    def evidence(self, sheet: Sheet, lang: str) -> Evidence:
        """Return what tells how the numbers of its table are written."""
        from smdeck.figures.numbers import Evidence

        hint = _SEPARATOR_HINTS.get(sheet.separator)
        return Evidence(self.decimal, (hint, decimal_mark(lang)))


def report_unread(
    unread: Unread, column: int, sheet: Sheet, file: DataFile, reader: Reader
) -> None:
    """Report the cell of a file that keeps its column from being one of numbers."""
    from smdeck.figures.showing import shown

    row = unread.row + 1  # below the header
    cell = sheet.rows[row][column]
    text = cell.text or shown(cell.value, cell.format, reader.language)
    where = f" in `{file.file}`, {sheet.where(row, column)},"
    place = file.at("file")
    if unread.readings:
        settled = file.settled("data")
        report_ambiguous(text, unread.readings, place, reader, where=where, settled=settled)
        return
    reader.findings.error(
        "chart-data", f"`{text}`{where} is no number", place, _no_number(text, column, sheet, file)
    )


def _no_number(text: str, column: int, sheet: Sheet, file: DataFile) -> str:
    """Return what helps with a cell that is no number."""
    from smdeck.figures.numbers import scan
    from smdeck.figures.remarks import is_gap, without_remark

    if is_gap(text):
        return "leave the cell empty for a gap, or write 0"
    if file.decimal and re.search("[0-9]", text):
        return f'numbers are read with `decimal: "{file.decimal}"`, as it is asked for'
    number, behind = without_remark(text)
    if behind and scan(number):
        return (
            f"write `{number}` alone; what `{behind.strip()}` says can stand in `unit` or `source`"
        )
    return _with_figures(column, sheet, file)


def _with_figures(column: int, sheet: Sheet, file: DataFile) -> str:
    """Return how a deck names the columns that a chart can show, without one that is no figures.

    Where the first column only numbers the rows, this one may name them.
    """
    from smdeck.figures.grid import column_of

    header, *body = sheet.rows
    numbered = all(_is_whole(row[0]) for row in body)
    names = column if numbered and not any(_is_number(row[column]) for row in body) else 0
    figures = [
        n
        for n in range(1, len(header))
        if n not in (names, column) and all(row[n].empty or _is_number(row[n]) for row in body)
    ]
    apart = [column_of(b) - column_of(a) > 1 for a, b in pairwise(sheet.columns)]
    if apart[column - 1]:  # another table, most likely
        figures = [n for n in figures if n < column]
    if len(header) < 3:
        return "write numbers there; a `table` shows words, too"
    if not figures or len(figures) > _MOST_NAMED:
        return f"{_OR} `{{file: {file.file}, columns: […]}}` without `{header[column].text}`"
    called = [_named(header[n], sheet.columns[n]) for n in (names, *figures)]
    return f"{_OR} `{{file: {file.file}, columns: [{', '.join(called)}]}}`"


_OR = "write a number there, or name the columns to show:"


_MOST_NAMED = 6
"""How many columns a help names."""


def _is_number(cell: Cell) -> bool:
    from smdeck.figures.numbers import scan

    if cell.value is None:
        return scan(cell.text) is not None
    return isinstance(cell.value, float | int) and not isinstance(cell.value, bool)


def _is_whole(cell: Cell) -> bool:
    if isinstance(cell.value, float):
        return cell.value.is_integer()
    return cell.text.isdigit()


def _named(cell: Cell, letter: str) -> str:
    """Return the name of a column as a list of a deck takes it, or its letter without one."""
    name = cell.text or (f"{cell.value:.15g}" if isinstance(cell.value, float) else letter)
    plain = re.fullmatch(r"[^\W_][^,:#\[\]{}\n\"]*", name)
    return name if plain else letter
