"""Figures from a file: its columns become series of a chart, or the points of one."""

from __future__ import annotations

import datetime

from smdeck.figures.cells import Cell, Sheet
from smdeck.figures.codes import is_dated, localized
from smdeck.figures.columns import FigureColumn, read_cells
from smdeck.figures.conventions import conventions
from smdeck.figures.numbers import Manner, Unread
from smdeck.figures.showing import shown
from smdeck.findings import Place
from smdeck.model.datafile import DataFile, report_unread
from smdeck.model.decode import decode
from smdeck.model.fields import FAILED, Failed, Reader
from smdeck.model.figures import Figures
from smdeck.source import Mapping, Scalar


def read(node: Scalar | Mapping, reader: Reader) -> Figures | Failed:
    """Return figures whose file is read; what it holds is taken when the chart is known."""
    file = DataFile.from_other(node, reader)
    if file is NotImplemented:
        assert isinstance(node, Mapping)
        if beside := [name for name, _ in node if name.text in ("categories", "series")]:
            reader.findings.error(
                "unshown-key",
                f"figures from a `file` can't have their `{beside[0].text}` beside it",
                beside[0].place,
                "remove the `file`, or `categories` and `series`",
            )
            return FAILED
        file = decode(DataFile, node, reader, "the data of a chart")
    sheet = None if isinstance(file, Failed) else file.read(reader, charted=True)
    if sheet is None:
        return FAILED
    figures = Figures.of(node)
    figures.source = file, sheet
    return figures


def take(figures: Figures, file: DataFile, sheet: Sheet, scatter: bool, reader: Reader) -> bool:
    """Fill figures with series or points from the table of a file; return whether it could be."""
    place = file.at("file")
    if len(sheet.rows) < 2 or len(sheet.rows[0]) < 2:
        reader.findings.error(
            "chart-data",
            f"`{file.file}` holds no table of figures",
            place,
            "its first row names the series, its first column the categories",
        )
        return False
    header, *body = sheet.rows
    first = 0 if scatter else 1
    columns = [[row[n] for row in body] for n in range(first, len(header))]
    evidence = file.evidence(sheet, reader.language)
    figures.manner = Manner([[cell.text for cell in column] for column in columns], evidence)
    read = read_cells(columns, evidence)
    for n, column in enumerate(read, first):
        if isinstance(column, Unread):
            report_unread(column, n, sheet, file, reader)
            return False
    good = [column for column in read if isinstance(column, FigureColumn)]
    names = [_label(cell, reader) for cell in header]
    if scatter:
        return _take_points(figures, good, names=names, sheet=sheet, place=place, reader=reader)
    for name, column in zip(names[1:], good, strict=True):
        if all(value is None for value in column.values):
            reader.findings.error(
                "chart-data",
                f"the column `{name}` of `{file.file}` holds no figures",
                place,
                "fill it, or name the columns to show: "
                f"`{{file: {file.file}, columns: […]}}` without it",
            )
            return False
        figures.add(name, column)
    _take_categories(figures, [row[0] for row in body], reader)
    return True


def _take_points(
    figures: Figures,
    columns: list[FigureColumn],
    names: list[str],
    sheet: Sheet,
    place: Place,
    reader: Reader,
) -> bool:
    """Take the first column as x, and each other as the y of a series."""
    across, *others = columns
    figures.across = across.style
    for name, column in zip(names[1:], others, strict=True):
        pairs = list(zip(across.values, column.values, strict=True))
        for row, (x, y) in enumerate(pairs, 1):
            if x is None and y is not None:
                reader.findings.error(
                    "chart-data",
                    f"{sheet.where(row, 0)} is empty: the point {name} has no x",
                    place,
                    "the first column holds the x, the others the y of the points",
                )
                return False
        figures.points[name] = [[x, y] for x, y in pairs if x is not None and y is not None]
        figures.columns[name] = column
    return True


def _take_categories(figures: Figures, cells: list[Cell], reader: Reader) -> None:
    figures.categories = [_label(cell, reader) for cell in cells]
    days = [_day(cell) for cell in cells]
    if all(days):
        figures.dates = [day for day in days if day]
        code = cells[0].format if is_dated(cells[0].format) else ""
        figures.date_code = localized(code or conventions(reader.language).date, reader.language)


def _day(cell: Cell) -> datetime.date | None:
    """Return the day of a cell; None for a text or number, and where a time goes with it."""
    if not isinstance(cell.value, datetime.datetime):
        return cell.value if isinstance(cell.value, datetime.date) else None
    return cell.value.date() if cell.value.time() == datetime.time() else None


def _label(cell: Cell, reader: Reader) -> str:
    """Return a cell as the name of a category or series, on one line."""
    text = cell.text or shown(cell.value, cell.format, reader.language)
    return " ".join(text.split("\n"))
