"""The figures of a chart: categories and series, written in the deck or read from a file."""

from __future__ import annotations

import datetime
from typing import Any, ClassVar

from smdeck.figures.cells import Cell, Sheet
from smdeck.figures.codes import GENERAL, is_dated, localized, unquoted
from smdeck.figures.columns import Column, NumberStyle, read_cells
from smdeck.figures.conventions import conventions
from smdeck.figures.dates import read_dates
from smdeck.figures.numbers import Evidence, Mark, Unread
from smdeck.figures.showing import shown
from smdeck.findings import Place, count, suggest
from smdeck.model.datafile import DataFile, decimal_mark, report_ambiguous, report_unread
from smdeck.model.decode import FAILED, Failed, Lists, Reader, Record, Strings, decode, key
from smdeck.source import Mapping, Node, Scalar, Sequence

_NAMES = {"type": "array", "items": {"type": ["string", "number", "boolean"]}, "minItems": 1}
_NUMBER = {"type": ["number", "string"]}
_PAIR = {"type": "array", "items": _NUMBER, "minItems": 2, "maxItems": 2}
_FIELDS = ("categories", "series", "decimal")


def _written_schema(value: dict[str, Any], beside: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of series of a kind of values, with what stands beside them."""
    rows = {"type": "array", "items": value}
    series = {"type": "object", "additionalProperties": rows, "minProperties": 1}
    return {
        "type": "object",
        "properties": {**beside, "series": series, "decimal": {"enum": [",", "."]}},
        "required": [*beside, "series"],
        "additionalProperties": False,
    }


class Figures(Record):
    """The figures of a chart; points are (x, y), None stands for a gap."""

    words: ClassVar[str] = "`categories` and `series`, or a .csv or .xlsx file"
    short_schema: ClassVar[dict[str, Any]] = DataFile.short_schema

    categories: list[str] = key("The names along the axis.", list)
    series: dict[str, list[float | None]] = key("The values of each series.", dict)
    points: dict[str, list[list[float]]] = key("The points of a scatter chart.", dict)

    styles: dict[str, NumberStyle]
    """How the values of each series are shown."""
    columns: dict[str, Column]
    """The columns that the series, or the y of the points, are made from."""
    across: NumberStyle = NumberStyle()
    """How the x of the points are shown."""
    typed: list[str]
    """The categories as they are typed, where dates are shown another way."""
    dates: list[datetime.date] | None = None
    """The days that the categories are, where all are and an axis can show them."""
    date_code: str = ""
    """The number format of the days."""
    source: tuple[DataFile, Sheet] | None = None
    """The file and its table, until they are taken."""

    @classmethod
    def from_other(cls, node: Node, reader: Reader) -> Any:
        """Return the figures of a file, or those written as `categories` and `series`."""
        if isinstance(node, Scalar) or (isinstance(node, Mapping) and node.get("file")):
            return _of_file(node, reader)
        return _Written(node, reader).figures() if isinstance(node, Mapping) else NotImplemented

    def take(self, scatter: bool, reader: Reader) -> bool:
        """Take categories and series, or points, from the file, if it is one.

        Returns whether the figures could be read; findings say why not.
        """
        if self.source is None:
            return True
        (file, sheet), self.source = self.source, None
        return _taken(self, file, sheet, scatter, reader)

    def add(self, name: str, column: Column) -> None:
        """Add a series."""
        self.series[name] = column.values
        self.columns[name] = column

    def settle_dates(self, on_axis: bool, reader: Reader) -> None:
        """Find whether the categories are dates, and write them in the language of the deck.

        Only `on_axis` do they stand as far apart as their days are.
        """
        self.typed = self.categories
        how = conventions(reader.language)
        if self.dates is None and self.categories:
            self.dates = read_dates(self.categories, how.date.startswith("m"))
            self.date_code = localized(unquoted(how.date), reader.language)
            if self.dates:
                self.categories = [shown(day, how.date, reader.language) for day in self.dates]
        if not on_axis or len(set(self.dates or ())) < len(self.categories):
            self.dates = None
        if self.dates:
            self._sort_by_date(self.dates)

    def _sort_by_date(self, days: list[datetime.date]) -> None:
        """Bring all into the order of the days, as an axis of dates has them."""
        order = sorted(range(len(days)), key=lambda n: days[n])
        self.dates = [days[n] for n in order]
        self.categories = [self.categories[n] for n in order]
        self.typed = [self.typed[n] for n in order]
        self.series = {name: [row[n] for n in order] for name, row in self.series.items()}


def _new(node: Node) -> Figures:
    figures = Figures(origin=node)
    figures.styles, figures.columns, figures.typed = {}, {}, []
    return figures


# -- from a file --------------------------------------------------------------------------------


def _of_file(node: Scalar | Mapping, reader: Reader) -> Figures | Failed:
    file = DataFile.from_other(node, reader)
    if file is NotImplemented:
        assert isinstance(node, Mapping)
        file = decode(DataFile, node, reader, "the data of a chart")
    sheet = None if isinstance(file, Failed) else file.read(reader)
    if sheet is None:
        return FAILED
    figures = _new(node)
    figures.source = file, sheet
    return figures


def _taken(figures: Figures, file: DataFile, sheet: Sheet, scatter: bool, reader: Reader) -> bool:
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
    read = read_cells(columns, file.evidence(sheet, reader.language))
    for n, column in enumerate(read, first):
        if isinstance(column, Unread):
            report_unread(column, n, sheet, file, reader)
            return False
    good = [column for column in read if isinstance(column, Column)]
    names = [_label(cell, reader) for cell in header]
    if scatter:
        return _take_points(figures, good, names, sheet, place, reader)
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
    _take_categories(figures, [row[0] for row in body], file, sheet, reader)
    return True


def _take_points(
    figures: Figures,
    columns: list[Column],
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


def _take_categories(
    figures: Figures, cells: list[Cell], file: DataFile, sheet: Sheet, reader: Reader
) -> None:
    figures.categories = [_label(cell, reader) for cell in cells]
    unnamed = next((n for n, name in enumerate(figures.categories) if not name), None)
    if unnamed is not None:
        reader.findings.warn(
            "unnamed-category",
            f"a row of `{file.file}` has no name ({sheet.where(unnamed + 1, 0)})",
            file.at("file"),
            "write one into its first column",
        )
    days = [cell.value for cell in cells]
    if all(isinstance(day, datetime.date) for day in days):
        figures.dates = [
            day.date() if isinstance(day, datetime.datetime) else day
            for day in days
            if isinstance(day, datetime.date)
        ]
        code = cells[0].format if is_dated(cells[0].format) else ""
        figures.date_code = localized(code or conventions(reader.language).date, reader.language)


def _label(cell: Cell, reader: Reader) -> str:
    """Return a cell as the name of a category or series, on one line."""
    text = cell.text or shown(cell.value, cell.format, reader.language)
    return " ".join(text.split("\n"))


# -- written in the deck ------------------------------------------------------------------------


class _Written:
    """Figures as they are written in a deck, while they are read."""

    def __init__(self, node: Mapping, reader: Reader) -> None:
        self.node, self.reader, self.findings = node, reader, reader.findings
        said = node.get("decimal")
        self.decimal: Mark | None = said.text if isinstance(said, Scalar) else None  # type: ignore[assignment]

    def figures(self) -> Figures | Failed:
        """Return the figures; FAILED, with findings, where they are none."""
        series = self.node.get("series")
        if not self._has_its_fields(series):
            return FAILED
        assert isinstance(series, Mapping)
        named = self.node.get("categories")
        if named is not None:
            return self._with_categories(named, series)
        if _has_numbers(series):
            self.findings.error(
                "missing-field",
                "the data of a chart needs the field `categories`",
                self.node.place,
                "write `categories: [A, B]`; only a scatter chart has pairs [x, y] instead",
            )
            return FAILED
        return self._with_points(series)

    def _has_its_fields(self, series: Node | None) -> bool:
        for name, value in self.node:
            if name.text not in _FIELDS:
                self.findings.error(
                    "unknown-field",
                    f"the data of a chart has no field `{name.text}`",
                    name.place,
                    suggest(
                        name.text,
                        (*_FIELDS, "file"),
                        "it has `categories` and `series`, or a `file`",
                    ),
                )
                return False
            if name.text == "decimal" and self.decimal not in (",", "."):
                self.reader.wrong(value, "`decimal`", '`","` or `"."`')
                return False
        if isinstance(series, Mapping) and series.entries:
            return True
        self.findings.error(
            "missing-field",
            "the data of a chart needs the field `series`",
            (series or self.node).place,
            "write `series: {Name: [1, 2]}`",
        )
        return False

    def _with_categories(self, named: Node, series: Mapping) -> Figures | Failed:
        # Plain strings: a chart shows no markup, and `highlight` names them letter by letter.
        categories = Lists(Strings()).decode(named, "`categories`", self.reader)
        if isinstance(categories, Failed):
            return categories
        if not categories:
            self.findings.error("chart-data", "the data of a chart is empty", named.place)
            return FAILED
        rows: dict[str, list[Scalar]] = {}
        for name, value in series:
            row = self._scalars(value, f"`{name.text}`")
            if row is None:
                return FAILED
            if len(row) != len(categories):
                self.findings.error(
                    "chart-data",
                    f"`{name.text}` has {count(len(row), 'value')} for "
                    f"{count(len(categories), 'category', 'categories')}",
                    value.place,
                    _in_halves(row),
                )
                return FAILED
            rows[name.text] = row
        columns = self._read(rows)
        if columns is None:
            return FAILED
        figures = _new(self.node)
        figures.categories = categories
        for called, column in columns.items():
            figures.add(called, column)
        return figures

    def _with_points(self, series: Mapping) -> Figures | Failed:
        across: dict[str, list[Scalar]] = {}
        along: dict[str, list[Scalar]] = {}
        for name, value in series:
            if not isinstance(value, Sequence):
                return self.reader.wrong(value, f"`{name.text}`", "a list of pairs [x, y]")
            pairs = [self._scalars(pair, f"`{name.text}`") for pair in value.items]
            if any(pair is None for pair in pairs):
                return FAILED
            if any(len(pair or []) != 2 for pair in pairs):
                self.findings.error(
                    "chart-data", f"every point of `{name.text}` is a pair [x, y]", value.place
                )
                return FAILED
            across[f"x {name.text}"] = [pair[0] for pair in pairs if pair]
            along[name.text] = [pair[1] for pair in pairs if pair]
        columns = self._read({**across, **along})
        if columns is None:
            return FAILED
        figures = _new(self.node)
        for called in along:
            x, y = columns[f"x {called}"].values, columns[called].values
            figures.points[called] = [
                [a, b] for a, b in zip(x, y, strict=True) if a is not None and b is not None
            ]
            figures.columns[called] = columns[called]
            figures.across = max(
                figures.across, columns[f"x {called}"].style, key=lambda style: style.decimals
            )
        return figures

    def _scalars(self, node: Node, name: str) -> list[Scalar] | None:
        if not isinstance(node, Sequence):
            self.reader.wrong(node, name, "a list of numbers")
            return None
        good: list[Scalar] = []
        for item in node.items:
            if not isinstance(item, Scalar):
                self.reader.wrong(item, name, "a number")
                return None
            good.append(item)
        return good

    def _read(self, rows: dict[str, list[Scalar]]) -> dict[str, Column] | None:
        """Return the columns of numbers that rows of a deck are, or None with a finding."""
        language = self.reader.language
        cells = [[Cell("" if one.is_null else one.text) for one in row] for row in rows.values()]
        columns = read_cells(cells, Evidence(self.decimal, (".", decimal_mark(language))))
        for (name, row), column in zip(rows.items(), columns, strict=True):
            if not isinstance(column, Unread):
                continue
            item = row[column.row]
            if column.readings and "." in item.text:
                return self._as_yaml(rows, item, column.readings)
            if column.readings:
                report_ambiguous(item.text, column.readings, "", item.place, self.reader)
            else:
                self.reader.wrong(item, f"`{name.removeprefix('x ')}`", "a number", _figure(item))
            return None
        good = [column for column in columns if isinstance(column, Column)]
        return dict(zip(rows, good, strict=True))

    def _as_yaml(
        self, rows: dict[str, list[Scalar]], item: Scalar, readings: tuple[float, float]
    ) -> dict[str, Column] | None:
        """Return rows read with YAML's decimal point, and warn that it may not be meant."""
        decimal, thousand = (shown(one, GENERAL, self.reader.language) for one in readings)
        self.findings.warn(
            "ambiguous-number",
            f"`{item.text}` is read as {decimal}, and may be meant as {thousand}",
            item.place,
            f'write {round(readings[1])} for the thousand, or `decimal: "."` beside `series`',
        )
        self.decimal = "."
        return self._read(rows)


def _has_numbers(series: Mapping) -> bool:
    """Tell whether a series holds numbers where a scatter chart has pairs."""
    return any(
        isinstance(value, Sequence) and any(isinstance(item, Scalar) for item in value.items)
        for _, value in series
    )


def _in_halves(row: list[Scalar]) -> str | None:
    """Return what helps where decimal commas may have parted numbers: `[1,5, 2,5]`."""
    glued = [one for one in row[1:] if one.source.line(one.line + 1)[one.column - 1] == ","]
    return "write the decimal point, or numbers with a comma in quotes" if glued else None


def _figure(item: Scalar) -> str | None:
    """Return what helps with a text where a number is wanted."""
    return "write `~` for a gap" if item.text.strip("-–— ").casefold() in ("", "n/a") else None
