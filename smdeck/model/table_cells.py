"""Cells of tables: figures on their way to the texts that a table shows."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

from smdeck.figures.cells import Cell
from smdeck.figures.codes import GENERAL, code_for, is_dated, without_seconds
from smdeck.figures.columns import FigureColumn, read_cells, style_of_format, typed_decimals
from smdeck.figures.dates import read_dates
from smdeck.figures.numbers import Evidence, Figure, Unread, same_unit
from smdeck.figures.remarks import without_remark
from smdeck.figures.showing import general_decimals, shown
from smdeck.findings import Place, count
from smdeck.model.asked_look import ASKED, AskedLook
from smdeck.model.datafile import DataFile
from smdeck.model.doubt import ambiguity, as_in_yaml, report_ambiguous
from smdeck.model.fields import Reader
from smdeck.model.text import Inline, Text
from smdeck.source import Node, Scalar


def written_value(text: Text, asked: AskedLook, reader: Reader) -> Inline | None:
    """Return a text that is a figure as its author asks for it; None, with a finding, where not."""
    cells = ColumnCells([Cell(text.plain)], asked, " as a value", text.place, reader)
    texts = cells.texts(as_in_yaml(reader.language))
    return Inline.of(texts[0], text.place) if texts else None


def number_in_language(text: Inline, node: Node | None, language: str) -> Inline:
    """Return a value that is a number of YAML, as `4.8`, with the decimal mark of a language.

    What stands in quotes is as it is typed, and so is `1.250`, a thousand to many readers.
    """
    plain = isinstance(node, Scalar) and node.plain and node.text == text.plain
    if not plain or not _DECIMAL.fullmatch(text.plain) or len(text.runs) != 1:
        return text
    (read,) = read_cells([[Cell(text.plain)]], Evidence("."))
    if isinstance(read, Unread) or read.figures[0] is None:
        return text
    run = text.runs[0]._replace(text=rewritten(text.plain, read.figures[0], language))
    return Inline((text.paragraphs[0]._replace(runs=(run,)),), text.place)


_DECIMAL = re.compile(r"[+-]?(?!(?!0\.)\d{1,3}\.\d{3}$)\d+\.\d+")


def text_of(cell: Cell, reader: Reader) -> str:
    """Return a cell as a text, a value as its number format shows it."""
    return cell.text or shown(cell.value, cell.format, reader.language)


class ColumnCells:
    """The cells of one column on their way to the texts that a table shows."""

    def __init__(
        self,
        cells: Sequence[Cell],
        column: AskedLook | None,
        where: str,
        place: Place,
        reader: Reader,
        file: DataFile | None = None,
    ) -> None:
        self.cells, self.column, self.where, self.place = cells, column, where, place
        asks = column is not None and column.asks
        pieces = [without_remark(cell.text, units=not asks) for cell in cells]
        self.numbers = [
            cell._replace(text=number) for cell, (number, _) in zip(cells, pieces, strict=True)
        ]
        """The cells without what stands beside their numbers."""
        self.behind = [behind for _, behind in pieces]
        self.file = file
        self.reader, self.findings, self.language = reader, reader.findings, reader.language

    def texts(self, evidence: Evidence) -> list[str] | None:
        """Return the cells as texts, figures in the language of the deck.

        None where a figure that is to be written is in doubt, with a finding.
        """
        column = self.column if self.column and self.column.asks else None
        if column and column.format == "@":
            return self._as_they_are()
        (read,) = read_cells([self.numbers], evidence)
        if column and isinstance(read, Unread):
            dates = self._as_dates(column)
            if dates is None:
                self._refuse(read, column)
            return dates
        if column and isinstance(read, FigureColumn):
            return self._asked(read, column)
        texts = (
            self._in_the_language(read) if isinstance(read, FigureColumn) else self._unread(read)
        )
        figures = read.figures if isinstance(read, FigureColumn) else [None] * len(self.cells)
        self._report_rounding(texts, figures)
        return texts

    def _as_they_are(self) -> list[str]:
        """Return texts as they are typed, and cells of a workbook as they are shown there."""
        codes = self._codes()
        return [
            cell.text or shown(cell.value, code, self.language)
            for cell, code in zip(self.cells, codes, strict=True)
        ]

    def _codes(self) -> list[str]:
        """Return the number formats of cells; where no time has seconds, `:00` is left out."""
        codes = [cell.format for cell in self.cells]
        if any(_seconds(cell.value) for cell in self.cells):
            return codes
        return [without_seconds(code) for code in codes]

    def _unread(self, read: Unread) -> list[str]:
        """Return the cells of a column that is none of numbers, or where these are in doubt."""
        if read.readings:
            text = self.numbers[read.row].text
            settled = self.file.settled("file") if self.file else None
            message, help = ambiguity(text, read.readings, self.where, settled, self.language)
            message += ", and is shown as it is typed"
            self.findings.warn("ambiguous-number", message, self.place, help)
        return self._as_they_are()

    def _refuse(self, read: Unread, column: AskedLook) -> None:
        """Report a cell that can't be shown as a column asks for."""
        text = text_of(self.cells[read.row], self.reader)
        if read.readings:
            settled = self.file.settled("file") if self.file else None
            report_ambiguous(
                text, read.readings, self.place, self.reader, where=self.where, settled=settled
            )
            return
        asked = next(one for one in ASKED if getattr(column, one) is not None)
        self.findings.error(
            "wrong-value",
            f"`{text}`{self.where} is no number, and `{asked}` is for numbers",
            column.at(asked),
            f"write a number there, or remove `{asked}`",
        )

    def _as_dates(self, column: AskedLook) -> list[str] | None:
        """Return days in the `format` of a column; None where it has none, or they are no days."""
        if column.format is None or not is_dated(column.format):
            return None
        typed = read_dates([cell.text for cell in self.cells if cell.text]) or []
        values = [typed.pop(0) if cell.text and typed else cell.value for cell in self.cells]
        for cell, value in zip(self.cells, values, strict=True):
            if not cell.empty and not isinstance(value, datetime.date):
                return None
        return [shown(value, column.format, self.language) for value in values]

    def _asked(self, read: FigureColumn, column: AskedLook) -> list[str]:
        """Return numbers as the author asks for them."""
        texts: list[str] = []
        wrong: dict[str, Cell] = {}
        for cell, figure, value in zip(self.cells, read.figures, read.values, strict=True):
            own = style_of_format(cell.format) if figure is None else None
            style = own or read.style._replace(unit=figure.unit if figure else "")
            if column.unit and style.sign and not same_unit(style.sign, column.unit):
                wrong.setdefault(style.sign, cell)
            if column.decimals is not None and style.dated:
                wrong.setdefault("", cell)
            style = style.asked(column.decimals, column.unit, column.format)
            texts.append(shown(value, style.code_in(self.language), self.language))
        for sign, cell in wrong.items():
            self._report_contradiction(sign, cell, column)
        return self._with_remarks(texts)

    def _report_contradiction(self, sign: str, cell: Cell, column: AskedLook) -> None:
        """Report a cell with another unit than is asked for, or a time where `sign` is ""."""
        text = text_of(cell, self.reader)
        if sign:
            self.findings.error(
                "mixed-units",
                f"`{text}`{self.where} has the unit `{sign}`, and `unit` says `{column.unit}`",
                column.at("unit"),
                "remove `unit`, or mend the number",
            )
            return
        self.findings.error(
            "wrong-value",
            f"`decimals` is for numbers, and `{text}`{self.where} is a time",
            column.at("decimals"),
            'remove it; `format: "[h]:mm"` says how times are shown',
        )

    def _with_remarks(self, texts: list[str]) -> list[str]:
        return [text + behind for text, behind in zip(texts, self.behind, strict=True)]

    def _in_the_language(self, read: FigureColumn) -> list[str]:
        """Return figures with the marks of the deck's language, in the formats of a workbook.

        Typed numbers that have these marks already stay as they are typed, and so do days as
        `3.12`.
        """
        numbers = [cell.text for cell in self.numbers if cell.text]
        if numbers and all(_DAY_AND_MONTH.fullmatch(text) for text in numbers):
            return self._as_they_are()
        texts = self._as_they_are()
        for row, (cell, figure) in enumerate(zip(self.numbers, read.figures, strict=True)):
            if figure is not None:
                texts[row] = rewritten(cell.text, figure, self.language) + self.behind[row]
        return texts

    def _report_rounding(self, texts: list[str], figures: Sequence[Figure | None]) -> None:
        """Warn of numbers that a program computed, which have more decimals than are shown."""
        rows = [
            row
            for row, (cell, figure) in enumerate(zip(self.cells, figures, strict=True))
            if _is_rounded(cell) or (figure and not typed_decimals(figure)[1])
        ]
        if rows:
            number = self.cells[rows[0]].text or repr(self.cells[rows[0]].value)
            more = f", and {count(len(rows) - 1, 'more number')} too" if rows[1:] else ""
            self.findings.warn(
                "rounded-number",
                f"`{number}`{self.where} is shown as {texts[rows[0]]}{more}",
                self.place,
                "say how many `decimals` the column has, or give the cells a number format",
            )


_DAY_AND_MONTH = re.compile(r"(0?[1-9]|[12]\d|3[01])\.(0?[1-9]|1[0-2])")


def rewritten(text: str, figure: Figure, language: str) -> str:
    """Return a typed number with the marks of a language, or as it is if it has them."""
    if not re.search("[.,'’]", text):  # digits alone, as 01067, may be no number at all
        return text
    code = code_for(typed_decimals(figure)[0], figure.unit, language, grouped=figure.grouped)
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
