"""Figures written in a deck: categories and series, or points, as people type them."""

from __future__ import annotations

import re

from smdeck.figures.cells import Cell
from smdeck.figures.columns import FigureColumn, read_cells
from smdeck.figures.dates import read_dates
from smdeck.figures.numbers import DecimalMark, Manner, Unread
from smdeck.figures.remarks import is_gap
from smdeck.findings import count, suggest
from smdeck.model.decode import ListKind
from smdeck.model.doubt import as_in_yaml, report_parted, taken_as_yaml
from smdeck.model.fields import FAILED, Failed, Reader
from smdeck.model.figures import Figures
from smdeck.model.kinds import StringKind
from smdeck.model.markup import inline
from smdeck.source import Mapping, Node, Scalar, Sequence

_FIELDS = ("categories", "series", "decimal")

_MARKED = re.compile(r"[*_`\[\]\\<>~^]")
"""Signs of markup; most names have none."""

_SETTLED = 'data: {decimal: "{}", categories: …, series: …}'


def read(node: Node, reader: Reader) -> Figures | Failed:
    """Return the figures that a mapping writes out; FAILED, with findings, where it does not."""
    if not isinstance(node, Mapping):
        return reader.wrong(node, "`data`", Figures.words, _as_figures(node))
    return _Written(node, reader).figures()


class _Written:
    """Figures as they are written in a deck, while they are read."""

    def __init__(self, node: Mapping, reader: Reader) -> None:
        self.node, self.reader, self.findings = node, reader, reader.findings
        said = node.get("decimal")
        self.decimal: DecimalMark | None = said.text if isinstance(said, Scalar) else None  # type: ignore[assignment]

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
            return self._without_categories(series)
        return self._with_points(series)

    def _without_categories(self, series: Mapping) -> Figures | Failed:
        """Return values that stand in no categories: a chart says whether it takes them."""
        rows = {name.text: self._scalars(value, f"`{name.text}`") for name, value in series}
        if any(report_parted(row, self.findings) for row in rows.values() if row):
            return FAILED  # no number of categories tells how many values are meant
        read = self._read({name: row for name, row in rows.items() if row is not None})
        if read is None or None in rows.values():
            return FAILED
        figures = self._begun()
        figures.loose = True
        for called, column in read.items():
            figures.add(called, column)
        return figures

    def _begun(self) -> Figures:
        """Return figures that know how their numbers are written."""
        figures = Figures.of(self.node)
        figures.manner = self.manner
        return figures

    def _has_its_fields(self, series: Node | None) -> bool:
        for name, value in self.node:
            if name.text not in _FIELDS:
                self.findings.error(
                    "unknown-field",
                    f"the data of a chart has no field `{name.text}`",
                    name.place,
                    suggest(name.text, (*_FIELDS, "file"), _as_figures(self.node)),
                )
                return False
            if name.text == "decimal" and self.decimal not in (",", "."):
                self.reader.wrong(value, "`decimal`", '`","` or `"."`')
                return False
        if isinstance(series, Mapping) and series.entries:
            return self._has_names(series)
        if isinstance(series, Sequence):
            words = "names, each with its values"
            self.reader.wrong(series, "`series`", words, _as_series(series))
            return False
        self.findings.error(
            "missing-field",
            "the data of a chart needs the field `series`",
            (series or self.node).place,
            "write `series: {Name: [1, 2]}`",
        )
        return False

    def _has_names(self, series: Mapping) -> bool:
        """Report a series without a name, and warn of markup in names: charts don't show any."""
        listed = self.node.listed("categories")
        names = [*[name for name, _ in series], *[one for one in listed if isinstance(one, Scalar)]]
        marked = [(name, plain) for name in names if (plain := _unmarked(name.text)) != name.text]
        for name, plain in marked[:1]:
            self.findings.warn(
                "markup-as-typed",
                f"a chart shows no markup: `{name.text}` stands there as it is typed",
                name.place,
                f"write `{plain}`",
            )
        nameless = next((name for name, _ in series if not name.text.strip()), None)
        if nameless is None:
            return True
        self.findings.error(
            "missing-value",
            "a series has no name",
            nameless.place,
            "write what its values are, as `series: {Umsatz: [1, 2]}`",
        )
        return False

    def _with_categories(self, named: Node, series: Mapping) -> Figures | Failed:
        # Plain strings: a chart shows no markup, and `highlight` names them letter by letter.
        categories = ListKind(StringKind()).decode(named, "`categories`", self.reader)
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
                    _help_with_count(row, len(categories)),
                )
                return FAILED
            rows[name.text] = row
        columns = self._read(rows)
        if columns is None:
            return FAILED
        figures = self._begun()
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
        figures = self._begun()
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

    def _read(self, rows: dict[str, list[Scalar]]) -> dict[str, FigureColumn] | None:
        """Return the columns of numbers that rows of a deck are, or None with a finding."""
        cells = [[Cell("" if one.is_null else one.text) for one in row] for row in rows.values()]
        evidence = as_in_yaml(self.reader.language, self.decimal)
        self.manner = Manner([[cell.text for cell in row] for row in cells], evidence)
        columns = read_cells(cells, evidence)
        for (name, row), column in zip(rows.items(), columns, strict=True):
            if not isinstance(column, Unread):
                continue
            item = row[column.row]
            if column.readings is None:
                self.reader.wrong(item, f"`{name.removeprefix('x ')}`", "a number", _figure(item))
                return None
            as_decimal = f"`{_SETTLED.replace('{}', '.')}`"
            if not taken_as_yaml(item, column.readings, self.reader, as_decimal, _SETTLED):
                return None
            self.decimal = "."
            return self._read(rows)
        good = [column for column in columns if isinstance(column, FigureColumn)]
        return dict(zip(rows, good, strict=True))


def _unmarked(text: str) -> str:
    """Return a name without the markup that it has: `A` for `**A**`."""
    return "".join(run.text for run in inline(text, [])) if _MARKED.search(text) else text


def _as_figures(node: Node) -> str:
    """Return how figures are written that stand there as a list, or as names with values."""
    pairs: list[tuple[Node, Node]] = []
    if isinstance(node, Mapping):
        pairs = [(name, value) for name, value in node]
    elif isinstance(node, Sequence):
        pairs = [
            (row.items[0], row.items[1])
            for row in node.items
            if isinstance(row, Sequence) and len(row.items) == 2
        ]
    if not pairs or not all(
        isinstance(name, Scalar) and isinstance(value, Scalar) for name, value in pairs
    ):
        return "write `{categories: [A, B], series: {Name: [1, 2]}}`, or the name of a file"
    names, values = (", ".join(one.text for one in side) for side in zip(*pairs, strict=True))
    return f"write `data: {{categories: [{names}], series: {{Name: [{values}]}}}}`"


def _as_series(node: Sequence) -> str:
    """Return how series are written that stand there as a list."""
    texts = [one.text for one in node.items if isinstance(one, Scalar)]
    if texts and len(texts) == len(node.items):
        return f"write `series: {{Name: [{', '.join(texts)}]}}`"
    return "write the name of each series before its values: `series: {Name: [1, 2]}`"


def _has_numbers(series: Mapping) -> bool:
    """Tell whether a series holds numbers where a scatter chart has pairs."""
    return any(
        isinstance(value, Sequence) and any(isinstance(item, Scalar) for item in value.items)
        for _, value in series
    )


def _help_with_count(row: list[Scalar], many: int) -> str:
    """Return what helps where a row has not as many values as there are categories: decimal commas
    may have parted numbers, `[1,5, 2,5]`."""
    glued = [one for one in row[1:] if one.source.line(one.line + 1)[one.column - 1] == ","]
    if glued:
        return "write the decimal point, or numbers with a comma in quotes"
    if len(row) < many:
        gaps = ", ".join([*(one.text for one in row), *["~"] * (many - len(row))])
        return f"each category has a value, and `~` is a gap: `[{gaps}]`"
    return "remove values, or name their categories in `categories`"


def _figure(item: Scalar) -> str | None:
    """Return what helps with a text where a number is wanted."""
    from smdeck.model.meant import number_help

    if is_gap(item.text):
        return "write `~` for a gap"
    if read_dates([item.text]):
        return "days are the categories of a `line`, whose axis shows them as far apart as they are"
    return number_help(item.text, whole=False)
