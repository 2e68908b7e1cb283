"""Table data: the columns of a table, the cells of its rows, and how figures are shown in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any, ClassVar, Literal, TypeAlias

from smdeck.findings import Findings, count
from smdeck.model.asked_look import ASKED, AskedLook
from smdeck.model.datafile import DataFile
from smdeck.model.doubt import as_in_yaml
from smdeck.model.fields import FAILED, Reader, Record, key
from smdeck.model.kinds import TextKind
from smdeck.model.scripts import written_rtl
from smdeck.model.sparks import TableCell, read_sparks
from smdeck.model.text import Inline, Paragraph, Run
from smdeck.patterns import pattern
from smdeck.source import Mapping, Node, Scalar
from smdeck.source import Sequence as Listed

if TYPE_CHECKING:  # what figures need is imported where there are some
    from smdeck.figures.cells import Sheet
    from smdeck.figures.columns import FigureColumn
    from smdeck.figures.numbers import Evidence, Figure, Manner


MAX_COLUMNS, MAX_ROWS = 8, 10

_TIME = pattern(r"\d+(?::\d\d){1,2}")

Align: TypeAlias = Literal["left", "center", "right"]


class TableColumn(AskedLook):
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

    rating: int | None = key(
        "That its numbers are marks out of so many, shown as dots.", None, least=2, most=10
    )
    bar: bool = key("Whether each number has a bar beside it, as long as it says.", False)
    spark: bool = key(
        "Whether its cells are sparklines: each a list of numbers, as `[3, 5, 4, 8]`.", False
    )

    @classmethod
    def from_other(cls, node: Node, reader: Reader) -> Any:
        """Return the column that a lone title stands for."""
        if not isinstance(node, Scalar):
            return NotImplemented
        title = TextKind().decode(node, "a column", reader)
        return FAILED if title is FAILED else cls(origin=node, title=title)

    def decoded(self, reader: Reader) -> None:
        """Report a number format that is none, and keys that exclude each other."""
        asked = next((one for one in ("bar", *ASKED) if getattr(self, one)), None)
        if self.spark and (asked or self.rating):
            reader.findings.error(
                "unshown-key",
                f"a `spark` is a line, and leaves nothing for `{asked or 'rating'}` to say",
                self.at(asked or "rating"),
                "remove one of them, or give the figure a column of its own",
            )
            self.spark = False
        if self.rating and asked:
            reader.findings.error(
                "unshown-key",
                f"a `rating` is shown as dots, and leaves nothing for `{asked}` to say",
                self.at(asked),
                "remove one of them",
            )
            self.rating = None
        if self.format not in (None, "@") and not self.has_usable_format(reader.findings):
            self.format = None

    @property
    def named(self) -> Scalar:
        """The title as it is typed, which names a column of a file."""
        node = self.origin.get("title") if isinstance(self.origin, Mapping) else self.origin
        assert isinstance(node, Scalar)
        return node


FILLED, HOLLOW = "●", "○"
"""The marks of a rating."""


class BarCell(Inline):
    """A cell with a number and, beside it, a bar."""

    share: float
    """How long the bar is, as a share of the longest one."""


class TableData(Record):
    """A table: a header and rows, written out or read from a file."""

    columns: list[TableColumn] = key("The columns: their titles, or `title` and more keys.", list)
    rows: list[list[TableCell]] = key("The rows, each a list of cells.", list)
    file: DataFile | None = key(
        "A .csv or .xlsx file whose first row names the columns; `columns` may choose among them.",
        None,
    )
    align: list[Align] = key("How each column is set; default: numbers right, the rest left.", list)
    highlight: int | None = key("The number of the row that is set off, from 1.", None, least=1)

    readable: bool = True
    """Whether it could be read; findings say why not."""
    header: Sequence[Inline] = ()
    """The titles of its columns."""
    aligned: Sequence[Align] = ()
    """How each column is set, once the table is read."""
    manner: Manner | None = None
    """How its numbers are written, where it has sparklines."""
    all_rows: list[list[Inline]] | tuple[()] = ()
    """Where it is part of one that is split, the rows of all parts."""

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
        table.header = [column.title for column in table.columns]
        if not _has_even_rows(table, reader.findings):
            table.rows = [row for row in table.rows if len(row) == len(table.header)]
            _settle_manner(table, _cells_of(table), None, reader)
            _read_cells(table, reader)  # what is wrong with the others is said as well
            return False
        _settle_manner(table, _cells_of(table), None, reader)
        _write_figures(table, reader)
    if not _read_cells(table, reader):
        return False
    given = [*table.align, *(column.align for column in table.columns[len(table.align) :])]
    rtl = written_rtl(reader.language)
    table.aligned = [
        _mirrored(align) if rtl else align or _side(row[n] for row in table.rows)
        for n, align in enumerate(given[: len(table.header)])
    ]
    return _fits_its_columns(table, reader.findings)


def _read_cells(table: TableData, reader: Reader) -> bool:
    """Make cells sparklines, marks and bars where columns ask for it; return whether all can be."""
    good = read_sparks(table, reader)
    for number, column in enumerate(table.columns):
        if column.rating or column.bar:
            good &= _mark(table, number, column, reader)
    return good


def _side(cells: Iterable[Inline]) -> Align:
    """Return how a column is set that says nothing of it: figures right, the rest left."""
    from smdeck.figures.remarks import is_gap

    texts = [cell.plain for cell in cells]
    filled = [text for text in texts if text and not is_gap(text)]
    return "right" if filled and all(map(_is_figure, filled)) else "left"


def _mirrored(align: Align | None) -> Align:
    """Return how a column is set in a table that is mirrored when it is written.

    There `left` is what will be right, where words begin and figures stand.
    """
    other: dict[Align | None, Align] = {"left": "right", "right": "left", "center": "center"}
    return other.get(align, "left")


def _is_written(table: TableData, findings: Findings) -> bool:
    for missing in ("columns", "rows"):
        if getattr(table, missing):
            continue
        listed = table.origin.get(missing)
        if listed is None or (isinstance(listed, Listed) and not listed.items):
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
    written = table.origin.listed("rows")
    for number, row in enumerate(table.rows, 1):
        if len(row) != len(table.header):
            good = False
            findings.error(
                "ragged-row",
                f"row {number} has {count(len(row), 'cell')}, the table has "
                f"{count(len(table.header), 'column')}",
                written[number - 1].place,
                _row_help(written[number - 1], len(row), len(table.header)),
            )
    return good


def _row_help(row: Node, cells: int, columns: int) -> str:
    """Return what helps where a row has fewer cells than columns, or more: `[Basis, 99,90 €]`."""
    if cells < columns:
        return 'an empty cell is written ""'
    items = row.items if isinstance(row, Listed) else []
    for one, other in pairwise(items):
        glued = other.source.line(other.line + 1)[other.column - 1] == "," and other.column
        if glued and isinstance(one, Scalar) and isinstance(other, Scalar):
            return f'a cell with a comma stands in quotes: "{one.text},{other.text}"'
    return "name as many columns, or join cells"


def _fits_its_columns(table: TableData, findings: Findings) -> bool:
    """Report an `align` for more columns, or a `highlight` of more rows, than there are."""
    good = True
    if len(table.align) > len(table.header):
        good = False
        findings.error(
            "wrong-value",
            f"`align` has {len(table.align)} entries, the table has "
            f"{count(len(table.header), 'column')}",
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
    if len(table.header) <= MAX_COLUMNS and len(table.rows) <= MAX_ROWS:
        return True
    splits = getattr(table, "split", None) is False and len(table.header) <= MAX_COLUMNS
    more = "write `split: true`" if splits else "split it over two slides"
    findings.error(
        "too-many-cells",
        f"a table takes up to {MAX_COLUMNS} columns and {MAX_ROWS} rows, here are "
        f"{len(table.header)} and {len(table.rows)}",
        table.at("rows"),
        f"{more}, or leave out what nobody reads",
    )
    return False


# -- ratings and bars ---------------------------------------------------------------------------


def _mark(table: TableData, number: int, column: TableColumn, reader: Reader) -> bool:
    """Make the cells of a column marks, or give them bars; return whether its numbers are such as
    can be."""
    cells = [row[number] for row in table.rows]
    asked = "rating" if column.rating else "bar"
    read = _numbers_of(cells, column, asked, reader)
    if read is None:
        return False
    for row, (cell, value) in enumerate(zip(cells, read.values, strict=True)):
        if value is None:
            continue
        if column.rating:
            if value != int(value) or not 0 <= value <= column.rating:
                wrong = f"is no whole number from 0 to {column.rating}"
                _refuse(cell, column, asked, wrong, reader.findings)
                return False
            marks = FILLED * int(value) + HOLLOW * (column.rating - int(value))
            table.rows[row][number] = Inline.of("\u00a0".join(marks), cell.place)
        elif value < 0:
            _refuse(cell, column, asked, "is less than 0", reader.findings)
            return False
        else:
            cell = _in_the_language(cell, read.figures[row], reader)
            barred = BarCell(cell.paragraphs, cell.place)
            barred.share = value / _longest(read.values, read.style.sign == "%")
            table.rows[row][number] = barred
    return True


def _numbers_of(
    cells: list[Inline], column: TableColumn, asked: str, reader: Reader
) -> FigureColumn | None:
    """Return the numbers of a column; None, with a finding for each, where cells hold none."""
    from smdeck.figures.cells import Cell
    from smdeck.figures.columns import read_cells
    from smdeck.figures.numbers import Unread
    from smdeck.model.doubt import report_ambiguous

    hints = as_in_yaml(reader.language)
    typed, good = [Cell(cell.plain) for cell in cells], True
    while True:
        (read,) = read_cells([typed], hints)
        if not isinstance(read, Unread):
            return read if good else None
        good, cell = False, cells[read.row]
        typed[read.row] = Cell("")
        if read.readings:
            where = f" in the column `{column.title.plain}`"
            report_ambiguous(cell.plain, read.readings, cell.place, reader, where=where)
        else:
            _refuse(cell, column, asked, "is no number", reader.findings)


def _in_the_language(cell: Inline, figure: Figure | None, reader: Reader) -> Inline:
    """Return a cell whose number has the marks of the deck's language."""
    from smdeck.model.table_cells import rewritten

    written = cell.plain if figure is None else rewritten(cell.plain, figure, reader.language)
    return cell if written == cell.plain else _in_the_form_of(cell, written)


def _longest(values: Sequence[float | None], shares: bool) -> float:
    """Return what the longest bar stands for: all of it where values are shares in percent."""
    largest = max((value for value in values if value is not None), default=0.0) or 1.0
    return max(largest, 100.0) if shares else largest


def _refuse(cell: Inline, column: TableColumn, asked: str, wrong: str, findings: Findings) -> None:
    findings.error(
        "wrong-value",
        f"`{cell.plain}` in the column `{column.title.plain}` {wrong}",
        cell.place,
        f"write one, or remove `{asked}` from the column",
    )


# -- from a file --------------------------------------------------------------------------------


def _fill(table: TableData, file: DataFile, reader: Reader) -> bool:
    """Take the rows of a table from its file."""
    from smdeck.model.table_cells import ColumnCells, text_of

    written = table.origin.get("rows")
    if written:
        message = "a table from a `file` can't show its `rows`"
        help = "remove the `file`, or the `rows`; `file: {file: …, rows: 2-9}` chooses some"
        reader.findings.error("unshown-key", message, written.place, help)
        return False
    sheet = file.read(reader, columns=tuple(column.named for column in table.columns))
    if sheet is None or not _goes_with(table, file, sheet, reader.findings):
        return False
    header, *body = sheet.rows
    place, where = file.at("file"), f" in `{file.file}`"
    evidence = file.evidence(sheet, reader.language)
    columns = list(zip(*body, strict=True))
    settings: list[TableColumn | None] = [*table.columns] or [None] * len(header)
    _settle_manner(table, [[cell.text for cell in cells] for cells in columns], evidence, reader)
    texts = [
        [text_of(cell, reader) for cell in cells]
        if column and column.spark  # its numbers are read, not shown
        else ColumnCells(cells, column, where=where, place=place, reader=reader, file=file).texts(
            evidence
        )
        for cells, column in zip(columns, settings, strict=True)
    ]
    if any(column is None for column in texts):
        return False
    titles = [text_of(cell, reader) for cell in header]
    table.header = [
        column.title if column and column.named.text == title else Inline.of(title, place)
        for column, title in zip(settings, titles, strict=True)
    ]
    rows = zip(*(column or [] for column in texts), strict=True)
    table.rows = [[Inline.of(text, place) for text in row] for row in rows]
    if not table.columns:
        table.columns = [TableColumn(file.origin, title=title) for title in table.header]
    return True


def _goes_with(table: TableData, file: DataFile, sheet: Sheet, findings: Findings) -> bool:
    """Report a file that holds no table, or other columns than the table names; return whether it
    goes with the table."""
    if len(sheet.rows) < 2:
        help = "its first row names the columns, the others follow"
        message = f"`{file.file}` holds no table"
        findings.error("wrong-file", message, file.at("file"), help)
        return False
    if table.columns and len(table.columns) != len(sheet.rows[0]):
        message = "`columns` of the `file` and of the table contradict each other"
        help = "name the columns once: in `columns` of the table"
        findings.error("unshown-key", message, table.at("columns"), help)
        return False
    return True


# -- figures ------------------------------------------------------------------------------------


def _cells_of(table: TableData) -> list[list[str]]:
    """Return the texts of each column as they are typed."""
    return [[cell.plain for cell in cells] for cells in zip(*table.rows, strict=True)]


def _settle_manner(
    table: TableData, columns: list[list[str]], evidence: Evidence | None, reader: Reader
) -> None:
    """Keep how the numbers of a table are written, where it has sparklines: before they are
    written in the language of the deck. Without a file, they are written as in YAML."""
    if not any(column.spark for column in table.columns):
        return
    from smdeck.figures.numbers import Manner

    table.manner = Manner(columns, evidence or as_in_yaml(reader.language))


def _write_figures(table: TableData, reader: Reader) -> None:
    """Write the figures of columns that ask for it; the others stay as they are typed."""
    for n, column in enumerate(table.columns):
        if not column.asks:
            continue
        from smdeck.figures.cells import Cell
        from smdeck.model.table_cells import ColumnCells

        typed = [Cell(row[n].plain) for row in table.rows]
        where = f" in the column `{column.title.plain}`"
        cells = ColumnCells(typed, column, where, column.origin.place, reader)
        texts = cells.texts(as_in_yaml(reader.language))
        for row, text in zip(table.rows, texts or (), strict=False):
            row[n] = _in_the_form_of(row[n], text)


def _in_the_form_of(cell: Inline, text: str) -> Inline:
    """Return a text in the form that a cell is typed in, as bold; a formula that is a number has
    become a text like the others."""
    form = cell.runs[0] if cell.runs else Run("")
    return Inline((Paragraph((form._replace(text=text, math=None),)),), cell.place)


def _is_figure(text: str) -> bool:
    from smdeck.figures.numbers import scan
    from smdeck.figures.remarks import without_remark

    text, _ = without_remark(text)
    if scan(text) or _TIME.fullmatch(text):
        return True
    digits = sum(char.isdigit() for char in text)
    return bool(digits) and all(char.isdigit() or char in " .,%€$+-–−\u00a0" for char in text)
