"""Table data: the columns of a table, the cells of its rows, and how figures are shown in them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence
from typing import Any, ClassVar, Literal, TypeAlias

from smdeck.figures.cells import Cell, Sheet
from smdeck.figures.codes import GENERAL, code_for, problem_of, without_seconds
from smdeck.figures.columns import Column, read_cells, style_of
from smdeck.figures.numbers import Evidence, Figure, Unread, same_unit
from smdeck.figures.showing import general_decimals, shown
from smdeck.findings import Findings, Place, count, suggest
from smdeck.model.datafile import DataFile, decimal_mark, report_ambiguous
from smdeck.model.decode import FAILED, Reader, Record, Texts, key
from smdeck.model.text import Inline
from smdeck.source import Node, Scalar
from smdeck.source import Sequence as Listed

MAX_COLUMNS, MAX_ROWS = 8, 10

Align: TypeAlias = Literal["left", "center", "right"]


class TableColumn(Record):
    """A column of a table: a text that is its title, or these keys."""

    words: ClassVar[str] = "a text, or `title` with further keys"
    short_schema: ClassVar[dict[str, Any]] = {"type": ["string", "number", "boolean"]}

    title: Inline = key("What the column holds.")
    align: Align | None = key("How it is set; default: numbers right, the rest left.", None)
    decimals: int | None = key(
        "How many decimals its numbers have; default: those of the figures.", None, least=0, most=10
    )
    unit: str | None = key("The unit shown with each number, as `%`.", None)
    format: str | None = key(
        "The number format, as spreadsheets have it: `0.0%`, `#,##0`; `@` leaves all as it is "
        "typed.",
        None,
    )

    @classmethod
    def from_other(cls, node: Node, reader: Reader) -> Any:
        """Return the column that a lone title stands for."""
        if not isinstance(node, Scalar):
            return NotImplemented
        title = Texts().decode(node, "a column", reader)
        return FAILED if title is FAILED else cls(origin=node, title=title)

    def decoded(self, reader: Reader) -> None:
        """Report a number format that is none."""
        problem = problem_of(self.format) if self.format not in (None, "@") else None
        if problem:
            reader.findings.error(
                "wrong-value",
                f"`format` {problem}: `{self.format}`",
                self.at("format"),
                "it takes a number format as spreadsheets have it: `0.0`, `#,##0`, `0.0%`",
            )
            self.format = None

    @property
    def asks(self) -> bool:
        """Whether its figures are shown in a way that the author says."""
        return self.decimals is not None or self.unit is not None or self.format is not None


class TableData(Record):
    """A table: a header and rows, written out or read from a file."""

    columns: list[TableColumn] = key("The columns: their titles, or `title` and more keys.", list)
    rows: list[list[Inline]] = key("The rows, each a list of cells.", list)
    file: DataFile | None = key(
        "A .csv or .xlsx file whose first row names the columns; `columns` may choose among them.",
        None,
    )
    align: list[Align] = key("How each column is set; default: numbers right, the rest left.", list)
    highlight: int | None = key("The number of the row that is set off, from 1.", None, least=1)

    readable: bool = True
    """Whether it could be read; findings say why not."""
    head: Sequence[Inline] = ()
    """The titles of its columns."""
    aligned: Sequence[Align] = ()
    """How each column is set, once the table is read."""
    elsewhere: Iterable[list[Inline]] = ()
    """Its rows that stand on other slides."""

    def decoded(self, reader: Reader) -> None:
        """Take the rows from the file, and write the figures as they are asked for."""
        self.readable = _complete(self, reader)


def _complete(table: TableData, reader: Reader) -> bool:
    """Fill a table and report what makes it none; return whether it is one."""
    if table.file is not None:
        if not _fill(table, table.file, reader):
            return False
    elif not _is_written(table, reader.findings):
        return False
    else:
        table.head = [column.title for column in table.columns]
        if not _has_even_rows(table, reader.findings):
            return False
        _write_figures(table, reader)
    given = [*table.align, *(column.align for column in table.columns[len(table.align) :])]
    table.aligned = [
        align or ("right" if all(_is_figure(row[n].plain) for row in table.rows) else "left")
        for n, align in enumerate(given)
    ]
    return _fits_its_columns(table, reader.findings)


def _is_written(table: TableData, findings: Findings) -> bool:
    for missing in ("columns", "rows"):
        if getattr(table, missing):
            continue
        listed = table.origin.get(missing)  # type: ignore[attr-defined]
        if not (isinstance(listed, Listed) and listed.items):
            findings.error(
                "missing-field",
                f"a table needs the field `{missing}`",
                table.origin.place,
                "write `columns: [A, B]` and `rows:` with a list for each row, or name a `file`",
            )
        return False  # or its entries are no cells, which is reported
    return True


def _has_even_rows(table: TableData, findings: Findings) -> bool:
    good = True
    for number, row in enumerate(table.rows, 1):
        if len(row) != len(table.head):
            good = False
            findings.error(
                "ragged-row",
                f"row {number} has {count(len(row), 'cell')}, the table has "
                f"{count(len(table.head), 'column')}",
                table.origin.get("rows").items[number - 1].place,  # type: ignore[attr-defined]
                'an empty cell is written ""',
            )
    return good


def _fits_its_columns(table: TableData, findings: Findings) -> bool:
    """Report an `align` for more columns, or a `highlight` of more rows, than there are."""
    good = True
    if len(table.align) > len(table.head):
        good = False
        findings.error(
            "wrong-value",
            f"`align` has {len(table.align)} entries, the table has "
            f"{count(len(table.head), 'column')}",
            table.at("align"),
        )
    if table.highlight is not None and table.highlight > len(table.rows):
        good = False
        findings.error(
            "unknown-highlight",
            f"`highlight` is {table.highlight}, the table has {count(len(table.rows), 'row')}",
            table.at("highlight"),
        )
    return good


def table_problems(table: Any, findings: Findings) -> bool:
    """Report a table that is larger than a slide; return whether it can be drawn."""
    if not table.readable:
        return False
    if len(table.head) <= MAX_COLUMNS and len(table.rows) <= MAX_ROWS:
        return True
    splits = getattr(table, "split", None) is False and len(table.head) <= MAX_COLUMNS
    more = "write `split: true`" if splits else "split it over two slides"
    findings.error(
        "too-many-cells",
        f"a table takes up to {MAX_COLUMNS} columns and {MAX_ROWS} rows, here are "
        f"{len(table.head)} and {len(table.rows)}",
        table.at("rows"),
        f"{more}, or leave out what nobody reads",
    )
    return False


# -- from a file --------------------------------------------------------------------------------


def _fill(table: TableData, file: DataFile, reader: Reader) -> bool:
    """Take the rows of a table from its file."""
    findings = reader.findings
    written = table.origin.get("rows")  # type: ignore[attr-defined]
    if written:
        findings.error(
            "unshown-key",
            "a table from a `file` can't show its `rows`",
            written.place,
            "remove the `file`, or the `rows`; `file: {file: …, rows: 2-9}` chooses some",
        )
        return False
    sheet = file.read(reader)
    if sheet is None:
        return False
    if len(sheet.rows) < 2:
        findings.error(
            "wrong-file",
            f"`{file.file}` holds no table",
            file.at("file"),
            "its first row names the columns, the others follow",
        )
        return False
    chosen = _chosen(table, file, sheet, reader)
    if chosen is None:
        return False
    header, *body = sheet.rows
    place = file.at("file")
    evidence = file.evidence(sheet, reader.language)
    columns = [[row[n] for row in body] for n in chosen]
    settings: list[TableColumn | None] = [*table.columns] or [None] * len(chosen)
    texts = [
        _Cells(cells, column, f" in `{file.file}`", place, reader).texts(evidence)
        for cells, column in zip(columns, settings, strict=True)
    ]
    if any(column is None for column in texts):
        return False
    titles = [_text(header[n], reader) for n in chosen]
    table.head = [
        column.title if column else Inline.of(title, place)
        for column, title in zip(settings, titles, strict=True)
    ]
    rows = zip(*(column or [] for column in texts), strict=True)
    table.rows = [[Inline.of(text, place) for text in row] for row in rows]
    if not table.columns:
        table.columns = [TableColumn(file.origin, title=title) for title in table.head]
    return True


def _chosen(table: TableData, file: DataFile, sheet: Sheet, reader: Reader) -> list[int] | None:
    """Return which columns of the file the table shows, in order."""
    if not table.columns:
        return list(range(len(sheet.columns)))
    names = [_text(cell, reader) for cell in sheet.rows[0]]
    chosen = []
    for column in table.columns:
        name = column.title.plain
        if name not in names:
            reader.findings.error(
                "unknown-column",
                f"`{file.file}` has no column `{name}`",
                column.title.place,
                suggest(name, names, f"its columns: {', '.join(f'`{one}`' for one in names)}"),
            )
            return None
        chosen.append(names.index(name))
    return chosen


def _text(cell: Cell, reader: Reader) -> str:
    return cell.text or shown(cell.value, cell.format, reader.language)


# -- figures ------------------------------------------------------------------------------------


def _write_figures(table: TableData, reader: Reader) -> None:
    """Write the figures of columns that ask for it; the others stay as they are typed."""
    for n, column in enumerate(table.columns):
        if not column.asks:
            continue
        typed = [Cell(row[n].plain) for row in table.rows]
        where = f" in the column `{column.title.plain}`"
        cells = _Cells(typed, column, where, column.origin.place, reader)
        texts = cells.texts(Evidence(None, (decimal_mark(reader.language),)))
        for row, text in zip(table.rows, texts or (), strict=False):
            row[n] = Inline.of(text, row[n].place)


class _Cells:
    """The cells of one column on their way to the texts that a table shows."""

    def __init__(
        self,
        cells: Sequence[Cell],
        column: TableColumn | None,
        where: str,
        place: Place,
        reader: Reader,
    ) -> None:
        self.cells, self.column, self.where, self.place = cells, column, where, place
        self.reader, self.findings, self.language = reader, reader.findings, reader.language

    def texts(self, evidence: Evidence) -> list[str] | None:
        """Return the cells as texts, figures in the language of the deck.

        None where a figure that is to be written is in doubt, with a finding.
        """
        column = self.column if self.column and self.column.asks else None
        if column and column.format == "@":
            return self._as_they_are()
        if column is None and any(cell.value is not None for cell in self.cells):
            return self._of_workbook()
        (read,) = read_cells([self.cells], evidence)
        if isinstance(read, Unread):
            return self._unread(read, column)
        if column:
            return self._asked(read, column)
        return self._in_the_language(read)

    def _as_they_are(self) -> list[str]:
        return [_text(cell, self.reader) for cell in self.cells]

    def _unread(self, read: Unread, column: TableColumn | None) -> list[str] | None:
        """Return the cells of a column that is none of numbers, or where these are in doubt."""
        text = _text(self.cells[read.row], self.reader)
        if read.readings and column:
            report_ambiguous(text, read.readings, self.where, self.place, self.reader)
            return None
        if read.readings:
            decimal, thousand = (shown(one, GENERAL, self.language) for one in read.readings)
            self.findings.warn(
                "ambiguous-number",
                f"`{text}`{self.where} may be {thousand} or {decimal}, and is shown as it is typed",
                self.place,
                'say which mark stands before decimals: `file: {file: …, decimal: ","}`',
            )
        if column and not read.readings:
            asked = next(one for one in _ASKED if getattr(column, one) is not None)
            self.findings.error(
                "wrong-value",
                f"`{text}`{self.where} is no number, and `{asked}` is for numbers",
                column.at(asked),
                f"write a number there, or remove `{asked}`",
            )
            return None
        return self._as_they_are()

    def _asked(self, read: Column, column: TableColumn) -> list[str]:
        """Return numbers as the author asks for them."""
        texts = []
        for cell, figure, value in zip(self.cells, read.figures, read.values, strict=True):
            own = style_of(cell.format) if figure is None else None
            style = own or read.style._replace(unit=figure.unit if figure else "")
            if column.unit and style.sign and not same_unit(style.sign, column.unit):
                self.findings.warn(
                    "mixed-units",
                    f"a number{self.where} has the unit `{style.sign}`, and `unit` says "
                    f"`{column.unit}`",
                    column.at("unit"),
                    "remove `unit`, or mend the number",
                )
            style = style.asked(column.decimals, column.unit, column.format)
            texts.append(shown(value, style.code_in(self.language), self.language))
        return texts

    def _of_workbook(self) -> list[str]:
        """Return cells of a workbook as they are shown there, in the language of the deck."""
        codes = [cell.format for cell in self.cells]
        if not any(_seconds(cell.value) for cell in self.cells):
            codes = [without_seconds(code) for code in codes]
        texts = []
        for cell, code in zip(self.cells, codes, strict=True):
            texts.append(cell.text or shown(cell.value, code, self.language))
            if _is_rounded(cell):
                self.findings.warn(
                    "rounded-number",
                    f"`{cell.value!r}`{self.where} is shown as {texts[-1]}",
                    self.place,
                    "give the cell a number format, or the column its `decimals`",
                )
        return texts

    def _in_the_language(self, read: Column) -> list[str]:
        """Return typed numbers with the marks of the deck's language.

        Those that have these marks already stay as they are typed, and so do days as `3.12`.
        """
        texts = [cell.text for cell in self.cells]
        if all(_DAY_AND_MONTH.fullmatch(text) for text in texts if text):
            return texts
        return [
            text if figure is None else _rewritten(text, figure, self.language)
            for text, figure in zip(texts, read.figures, strict=True)
        ]


_ASKED = ("decimals", "unit", "format")

_DAY_AND_MONTH = re.compile(r"(0?[1-9]|[12]\d|3[01])\.(0?[1-9]|1[0-2])")


def _rewritten(text: str, figure: Figure, language: str) -> str:
    """Return a typed number with the marks of a language, or as it is if it has them."""
    code = code_for(figure.decimals, figure.unit, language, grouped=figure.grouped)
    written = shown(figure.value, code, language)
    if _marks(written) == _marks(text):
        return text
    return f"+{written}" if text.startswith("+") else written


def _marks(text: str) -> str:
    """Return the digits of a number with what parts them."""
    inner = re.sub(r"[\s'’]", " ", text)
    return " ".join(re.sub(r"[^0-9., ]", "", inner).strip(" .,").split(" "))


def _seconds(value: object) -> int:
    if isinstance(value, datetime.timedelta):
        return value.seconds % 60
    return getattr(value, "second", 0)


def _is_rounded(cell: Cell) -> bool:
    number = isinstance(cell.value, float | int) and not isinstance(cell.value, bool)
    return number and cell.format == GENERAL and not general_decimals(float(cell.value))[1]  # type: ignore[arg-type]


def _is_figure(text: str) -> bool:
    digits = sum(char.isdigit() for char in text)
    return bool(digits) and all(char.isdigit() or char in " .,%€$+-–−\u00a0" for char in text)
