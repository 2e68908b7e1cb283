"""The workbook that a chart carries.

Names stay texts in it, whatever they begin with: `=Summe` is no formula and an address no link.
Numbers have the formats of the chart's labels.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from xlsxwriter import Workbook

from smdeck.write.archive import zipped

TEXTS_ARE_TEXTS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


class SheetColumn(NamedTuple):
    """A column of numbers with a name and their format."""

    name: str
    values: Sequence[float | None]
    code: str
    beside: bool = False
    """Whether it has the format of the column before it, and cells without a number have none."""


def workbook(fill: Callable[[Workbook, Any], None]) -> bytes:
    """Return a workbook with one sheet, which is filled; it bears no trace of the time."""
    file = io.BytesIO()
    book = Workbook(file, TEXTS_ARE_TEXTS)
    book.set_properties({"created": datetime(1980, 1, 1)})
    fill(book, book.add_worksheet())
    book.close()
    with zipfile.ZipFile(file) as made:
        return zipped({name: made.read(name) for name in made.namelist()})


def category_workbook(
    categories: Sequence[str] | Sequence[date], code: str, columns: Iterable[SheetColumn]
) -> bytes:
    """Return categories, with a number format if they are dates, and series beside them."""

    def fill(book: Workbook, sheet: Any) -> None:
        form = book.add_format({"num_format": code})
        sheet.set_column(0, 0, 10)  # wide enough for a date
        for row, name in enumerate(categories, 1):
            sheet.write(row, 0, name, form)
        for number, column in enumerate(columns, 1):
            if not column.beside:
                form = book.add_format({"num_format": column.code})
            sheet.write(0, number, column.name)
            if not column.beside:
                sheet.write_column(1, number, column.values, form)
                continue
            for row, value in enumerate(column.values, 1):
                if value is not None:
                    sheet.write_number(row, number, value, form)

    return workbook(fill)


def point_workbook(series: Iterable[tuple[str, Sequence[Sequence[float]], str]]) -> bytes:
    """Return the points of series below one another, y in the number format of each."""

    def fill(book: Workbook, sheet: Any) -> None:
        top = 0
        for name, pairs, code in series:
            form = book.add_format({"num_format": code})
            sheet.write_column(top + 1, 0, [x for x, _ in pairs])
            sheet.write(top, 1, name)
            sheet.write_column(top + 1, 1, [y for _, y in pairs], form)
            top += len(pairs) + 2

    return workbook(fill)


def row_workbook(
    names: Sequence[str], codes: Sequence[str], rows: Iterable[tuple[str, Sequence[float | None]]]
) -> bytes:
    """Return rows of numbers, each column of them with a name and a format as far as there are
    some."""

    def fill(book: Workbook, sheet: Any) -> None:
        forms = [book.add_format({"num_format": code}) for code in codes]
        for column, name in enumerate(names, 1):
            sheet.write_string(0, column, name)
        for row, (told, values) in enumerate(rows, 1):
            sheet.write_string(row, 0, told)
            for column, value in enumerate(values, 1):
                if value is not None:
                    form = forms[column - 1] if column <= len(forms) else None
                    sheet.write_number(row, column, value, form)

    return workbook(fill)
