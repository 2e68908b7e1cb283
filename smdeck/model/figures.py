"""The figures of a chart: categories and series, written in the deck or read from a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Literal

from smdeck.model.datafile import DECIMAL, DataFile
from smdeck.model.decode import record_schema
from smdeck.model.fields import Reader, Record, key
from smdeck.source import Mapping, Node, Scalar

if TYPE_CHECKING:  # what figures need is imported where there are some
    import datetime

    from smdeck.figures.cells import Sheet
    from smdeck.figures.columns import FigureColumn, NumberStyle
    from smdeck.figures.numbers import Manner

_NAMES = {"type": "array", "items": {"type": ["string", "number", "boolean"]}, "minItems": 1}
_NUMBER = {"type": ["number", "string", "null"]}
_PAIR = {"type": "array", "items": _NUMBER, "minItems": 2, "maxItems": 2}


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


AXIS_CODES = {"months": "mmm yy", "years": "yyyy"}
"""How days are written on an axis that goes in months or years."""


class Figures(Record):
    """The figures of a chart; points are (x, y), None stands for a gap."""

    words: ClassVar[str] = "`categories` and `series`, or a .csv or .xlsx file"
    short_schema: ClassVar[dict[str, Any]] = DataFile.short_schema
    full_schema: ClassVar[dict[str, Any]] = {
        "anyOf": [
            _written_schema(_NUMBER, {"categories": _NAMES}),
            _written_schema(_PAIR, {}),
            record_schema(DataFile, {})["anyOf"][1],
        ]
    }

    categories: list[str] = key("The names along the axis.", list)
    series: dict[str, list[float | None]] = key("The values of each series.", dict)
    points: dict[str, list[list[float]]] = key("The points of a scatter chart.", dict)
    decimal: Literal[",", "."] | None = DECIMAL

    styles: dict[str, NumberStyle]
    """How the values of each series are shown."""
    columns: dict[str, FigureColumn]
    """The columns that the series, or the y of the points, are made from."""
    across: NumberStyle
    """How the x of the points are shown."""
    manner: Manner
    """How the numbers are written, by which others beside them are read."""
    typed: list[str]
    """The categories as they are typed, where dates are shown another way."""
    days: list[datetime.date]
    """The days that the categories are, where all are."""
    dates: list[datetime.date] | None = None
    """The days that the categories are, where all are and an axis can show them."""
    loose: bool = False
    """Whether the values stand in no categories."""
    date_code: str = ""
    """The number format of the days."""
    source: tuple[DataFile, Sheet] | None = None
    """The file and its table, until they are taken."""

    @classmethod
    def from_other(cls, node: Node, reader: Reader) -> Any:
        """Return the figures of a file, or those written as `categories` and `series`."""
        if isinstance(node, Scalar) or (isinstance(node, Mapping) and node.get("file")):
            from smdeck.model import figures_of_file

            return figures_of_file.read(node, reader)
        from smdeck.model import figures_written

        return figures_written.read(node, reader)

    @classmethod
    def of(cls, node: Node) -> Figures:
        """Return figures of a node that are still to be taken."""
        from smdeck.figures.columns import NumberStyle

        figures = cls(origin=node)
        figures.across = NumberStyle()
        figures.styles, figures.columns, figures.typed, figures.days = {}, {}, [], []
        return figures

    def take(self, scatter: bool, reader: Reader, *, open_end: bool = False) -> bool:
        """Take categories and series, or points, from the file, if it is one. With `open_end` its
        last row may be a name alone, as the level that the changes of a waterfall lead to.

        Returns whether the figures could be read; findings say why not.
        """
        if self.source is None:
            return True
        from smdeck.model.figures_of_file import take

        (file, sheet), self.source = self.source, None
        if sheet.open_end and not open_end:
            message, help = sheet.open_end
            reader.findings.warn("data-file", message, file.at("file"), help)
        return take(self, file, sheet, scatter, reader)

    @property
    def of_file(self) -> bool:
        """Whether they stand in a file."""
        return isinstance(self.origin, Scalar) or self.origin.get("file") is not None

    def add(self, name: str, column: FigureColumn) -> None:
        """Add a series."""
        self.series[name] = column.values
        self.columns[name] = column

    def settle_dates(self, on_axis: bool, reader: Reader) -> None:
        """Find whether the categories are dates, and write them in the language of the deck.

        Only `on_axis` do they stand as far apart as their days are.
        """
        from smdeck.figures.codes import localized
        from smdeck.figures.conventions import conventions
        from smdeck.figures.dates import read_dates
        from smdeck.figures.showing import shown

        self.typed = self.categories
        how = conventions(reader.language)
        if self.dates is None and self.categories:
            slashed = how.date.startswith("m") if "/" in how.date else None
            self.dates = read_dates(self.categories, slashed)
            if self.dates:
                code = AXIS_CODES.get(step_of(self.dates), how.date)
                self.date_code = localized(code, reader.language)
                self.categories = [shown(day, how.date, reader.language) for day in self.dates]
        self.days = self.dates or []
        if not on_axis or len(set(self.dates or ())) < len(self.categories):
            self.dates = None
        if self.dates:
            self._sort_by_date(self.dates)

    def as_shown(self, name: str) -> str:
        """Return a category as it is shown, by the way in which it or its day is written."""
        if name in self.typed:
            return self.categories[self.typed.index(name)]
        from smdeck.figures.dates import read_dates

        found = [day for day in read_dates([name]) or [] if day in self.days]
        return self.categories[self.days.index(found[0])] if found else name

    def _sort_by_date(self, days: list[datetime.date]) -> None:
        """Bring all into the order of the days, as an axis of dates has them."""
        order = sorted(range(len(days)), key=lambda n: days[n])
        self.put_in_order(order)
        self.dates = self.days

    def put_in_order(self, order: list[int]) -> None:
        """Bring categories, and the values of all series, into an order by their numbers."""
        self.days = [self.days[n] for n in order] if self.days else []
        self.categories = [self.categories[n] for n in order]
        self.typed = [self.typed[n] for n in order]
        self.series = {name: [row[n] for n in order] for name, row in self.series.items()}


def step_of(days: list[datetime.date]) -> Literal["days", "months", "years"]:
    """Return in what steps an axis of dates goes (ECMA-376 Part 1, 21.2.3.52)."""
    if all(day.day == 1 for day in days):
        return "years" if all(day.month == 1 for day in days) else "months"
    return "days"


def date_counts(days: list[datetime.date]) -> list[int]:
    """Return where days lie on an axis of dates: their days, or their months where it has none."""
    if step_of(days) == "days":
        return [day.toordinal() for day in days]
    return [day.year * 12 + day.month - 1 for day in days]
