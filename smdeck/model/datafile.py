"""Data files: the .csv or .xlsx file that a chart or a table names, and what of it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Literal

from smdeck.beside import beside
from smdeck.findings import Place
from smdeck.model.decode import FAILED, Reader, Record, key
from smdeck.source import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:  # what figures need is imported where there are some
    from smdeck.figures.cells import Sheet
    from smdeck.figures.numbers import Evidence, Mark, Unread

DECIMAL: Any = key("The mark before decimals, where the numbers leave it open: `,` or `.`.", None)

_SEPARATOR_HINTS: dict[str, Mark] = {";": ",", ",": "."}
"""What the separator of a .csv file says of its numbers: spreadsheets take semicolons where the
comma stands before decimals (Excel's list separator)."""


SUFFIXES = (".csv", ".tsv", ".xlsx", ".xlsm")


class DataFile(Record):
    """A file with figures, and which of them are shown."""

    words: ClassVar[str] = "the name of a .csv or .xlsx file, or `file` with further keys"
    short_schema: ClassVar[dict[str, Any]] = {"type": "string", "pattern": r"\.(csv|tsv|xlsx)$"}

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
        from smdeck.figures.report import Wanted

        wanted = Wanted(
            self._scalar("file") or self.origin,  # type: ignore[arg-type]  # in short, a scalar
            self._scalar("sheet"),
            tuple(_scalars(self._written("columns"))) or columns,
            self._scalar("rows"),
        )
        path = beside(reader.folder, self.file)
        return read_sheet(path, wanted, reader.findings, charted=charted)

    def settled(self, key: str) -> str:
        """Return how an author says the decimal mark of the file; `{}` stands for the mark."""
        return f'{key}: {{file: {self.file}, decimal: "{{}}"}}'

    def _written(self, name: str) -> Node | None:
        return self.origin.get(name) if isinstance(self.origin, Mapping) else None

    def _scalar(self, name: str) -> Scalar | None:
        node = self._written(name)
        return node if isinstance(node, Scalar) else None

    def evidence(self, sheet: Sheet, lang: str) -> Evidence:
        """Return what tells how the numbers of its table are written."""
        from smdeck.figures.numbers import Evidence

        hint = _SEPARATOR_HINTS.get(sheet.separator)
        return Evidence(self.decimal, (hint, decimal_mark(lang)))


def _scalars(node: Node | None) -> list[Scalar]:
    listed = node.items if isinstance(node, Sequence) else []
    return [item for item in listed if isinstance(item, Scalar)]


def decimal_mark(lang: str) -> Mark | None:
    """Return the decimal mark of a language, where it is a comma or a point."""
    from smdeck.figures.conventions import conventions

    mark = conventions(lang).decimal
    return mark if mark in (",", ".") else None  # type: ignore[return-value]


def report_ambiguous(
    text: str,
    readings: tuple[float, float],
    where: str,
    settled: str | None,
    place: Place,
    reader: Reader,
) -> None:
    """Report a number that can be read in two ways, both of which are shown.

    `settled` is what the author may write, `{}` in it stands for the decimal mark; without it,
    the number itself has to be written another way.
    """
    from smdeck.figures.codes import GENERAL
    from smdeck.figures.showing import shown

    as_decimal, as_thousands = (shown(value, GENERAL, reader.language) for value in readings)
    mark: Mark = "," if "," in text else "."
    other: Mark = "." if mark == "," else ","
    reader.findings.error(
        "ambiguous-number",
        f"`{text}`{where} may be {as_thousands} or {as_decimal}",
        place,
        f"write `{settled.replace('{}', other)}` for {as_thousands}, or "
        f'`decimal: "{mark}"` there for {as_decimal}'
        if settled
        else f"write {as_thousands}, or {as_decimal}",
    )


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
        report_ambiguous(text, unread.readings, where, file.settled("data"), place, reader)
        return
    name = sheet.rows[0][column].text
    reader.findings.error(
        "chart-data",
        f"`{text}`{where} is no number",
        place,
        _no_number(text, name, file),
    )


def _no_number(text: str, name: str, file: DataFile) -> str:
    """Return what helps with a cell that is no number."""
    if text.strip("-–—. ").casefold() in ("", "n/a", "na", "k. a", "k.a", "null", "nan", "x"):
        return "leave the cell empty for a gap, or write 0"
    if file.decimal:
        return f'numbers are read with `decimal: "{file.decimal}"`, as it is asked for'
    return (
        f"write a number there, or name the columns to show: "
        f"`{{file: {file.file}, columns: […]}}` without `{name}`"
    )
