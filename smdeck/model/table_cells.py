"""Cells of tables: figures on their way to the texts that a table shows."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from typing import Protocol

from smdeck.figures.cells import Cell
from smdeck.figures.codes import GENERAL, code_for, without_seconds
from smdeck.figures.columns import Column, read_cells, style_of
from smdeck.figures.numbers import Evidence, Figure, Mark, Unread, same_unit
from smdeck.figures.showing import general_decimals, shown
from smdeck.findings import Place
from smdeck.model.datafile import DataFile, decimal_mark, report_ambiguous
from smdeck.model.decode import Reader
from smdeck.model.text import Inline, Text


class AskedLook(Protocol):
    """What an author says of how figures are shown: a column of a table, an item with a value."""

    decimals: int | None
    unit: str | None
    format: str | None

    def at(self, name: str) -> Place:
        """Return the place of a key's value."""

    @property
    def asks(self) -> bool:
        """Whether anything is said."""


def written_value(text: Text, asked: AskedLook, what: str, reader: Reader) -> Inline | None:
    """Return a text that is a figure as its author asks for it; None, with a finding, where not.

    `what` is how a finding calls it.
    """
    hints: tuple[Mark | None, ...] = (".", decimal_mark(reader.language))  # YAML has the point
    cells = ColumnCells([Cell(text.plain)], asked, what, text.place, reader)
    texts = cells.texts(Evidence(None, hints))
    return Inline.of(texts[0], text.place) if texts else None


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
        self.file = file
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
        return [text_of(cell, self.reader) for cell in self.cells]

    def _unread(self, read: Unread, column: AskedLook | None) -> list[str] | None:
        """Return the cells of a column that is none of numbers, or where these are in doubt."""
        text = text_of(self.cells[read.row], self.reader)
        if read.readings and column:
            settled = self.file.settled("file") if self.file else None
            report_ambiguous(text, read.readings, self.where, settled, self.place, self.reader)
            return None
        if read.readings:
            settled = self.file.settled("file").replace("{}", ",") if self.file else ""
            decimal, thousand = (shown(one, GENERAL, self.language) for one in read.readings)
            self.findings.warn(
                "ambiguous-number",
                f"`{text}`{self.where} may be {thousand} or {decimal}, and is shown as it is typed",
                self.place,
                f"say which mark stands before decimals: `{settled}`",
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

    def _asked(self, read: Column, column: AskedLook) -> list[str]:
        """Return numbers as the author asks for them."""
        texts = []
        for cell, figure, value in zip(self.cells, read.figures, read.values, strict=True):
            own = style_of(cell.format) if figure is None else None
            style = own or read.style._replace(unit=figure.unit if figure else "")
            if column.unit and style.sign and not same_unit(style.sign, column.unit):
                self.findings.error(
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
    if not re.search("[.,'’]", text):  # digits alone, as 01067, may be no number at all
        return text
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
