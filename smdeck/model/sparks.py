"""Sparks: the few numbers of a sparkline, a line as small as a word that shows where a figure
comes from.
"""

from __future__ import annotations

import re
from collections.abc import Sequence as Several
from typing import TYPE_CHECKING, Any, ClassVar, TypeAlias

from smdeck.findings import Findings, Place, are, count
from smdeck.model.doubt import report_parted
from smdeck.model.fields import FAILED, Reader
from smdeck.model.kinds import Expanded, NumberKind, TextKind
from smdeck.model.text import Inline, Paragraph, Run
from smdeck.source import Node, Scalar, Sequence

if TYPE_CHECKING:
    from smdeck.model.table import TableColumn, TableData

LEAST, MOST = 3, 100
"""How many numbers a sparkline has: two are said better in words, and more than a hundred stand
closer than a line is wide."""

_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")

_PLAIN = re.compile(r"[+-]?\d+(\.(?!\d{3}$)\d+)?")
"""Numbers that are read in one way only: a point before three digits may set thousands apart."""


class SparkValues(Expanded):
    """The numbers of a sparkline, the oldest first."""

    words: ClassVar[str] = "a list of numbers, as `[3, 5, 4, 8]`"
    described: ClassVar[dict[str, Any]] = {
        "type": "array", "items": {"type": ["number", "null"]}, "minItems": LEAST, "maxItems": MOST,
    }  # fmt: skip

    values: tuple[float | None, ...] = ()
    """The numbers; None where one is missing, which leaves a gap in the line."""
    place: Place

    @classmethod
    def of(cls, values: Several[float | None], place: Place) -> SparkValues:
        """Return the sparkline of some numbers."""
        spark = cls()
        spark.values, spark.place = tuple(values), place
        return spark

    @property
    def known(self) -> list[float]:
        """The numbers that are there."""
        return [value for value in self.values if value is not None]

    def decode(self, node: Node, name: str, reader: Reader) -> Any:
        if not isinstance(node, Sequence):
            help = None
            if isinstance(node, Scalar) and re.search(r"\d", node.text):
                from smdeck.model.spark_figures import listed

                found = listed(node.text, reader.language)
                help = f"write it as {found}" if found else None
            return reader.wrong(node, name, self.words, help)
        values = _listed(node, name, reader)
        if values is None:
            return FAILED
        spark = SparkValues.of(values, node.place)
        return spark if is_sparkline(spark, name, reader.findings) else FAILED


def _listed(node: Sequence, name: str, reader: Reader) -> list[float | None] | None:
    """Return the numbers of a list; None, with a finding for each entry that is none."""
    scalars = [item for item in node.items if isinstance(item, Scalar)]
    if len(scalars) == len(node.items):
        if report_parted(scalars, reader.findings):
            return None
        if any(not one.is_null and not _PLAIN.fullmatch(one.text) for one in scalars):
            from smdeck.model.spark_figures import read_figures

            return read_figures(scalars, name, reader)
    values: list[Any] = [
        None if item.is_null else NumberKind().decode(item, f"entry {number} of {name}", reader)
        for number, item in enumerate(node.items, 1)
    ]
    return None if FAILED in values else values


def is_sparkline(spark: SparkValues, name: str, findings: Findings) -> bool:
    """Report numbers that make no line; return whether they do. `name` is what they are called."""
    known, many = len(spark.known), len(spark.values)
    if known < LEAST:
        findings.error(
            "item-count",
            f"{name} takes at least {LEAST} numbers, here {are(known)}",
            spark.place,
            "say in words what two numbers show, as “+4”",
        )
    elif many > MOST:
        findings.error(
            "item-count",
            f"{name} takes up to {count(MOST, 'number')}, here are {many}",
            spark.place,
            "take a number for each week or month, or show a `chart`",
        )
    elif spark.values[-1] is None:
        findings.error(
            "missing-value",
            f"the last number of {name} is missing, where the line ends in a dot",
            spark.place,
            "write it, or end the list at the last number that is known",
        )
    else:
        return True
    return False


if TYPE_CHECKING:
    TableCell: TypeAlias = Inline  # a cell is a text wherever it is read
else:

    class TableCell(Inline):
        """A cell of a table: a text, or numbers where its column shows sparklines."""


class ListedCell(Inline):
    """A cell that is a list, before its column says what that is."""

    node: Sequence


class SparkCell(Inline):
    """A cell with a sparkline, and no words."""

    spark: SparkValues


class CellKind(TextKind):
    """A text, or a list of numbers."""

    def decode(self, node: Node, name: str, reader: Reader) -> Any:
        if not isinstance(node, Sequence):
            return super().decode(node, name, reader)
        cell = ListedCell((Paragraph((Run(""),)),), node.place)
        cell.node = node
        return cell

    def schema(self, definitions: dict[str, Any]) -> dict[str, Any]:
        return {"anyOf": [super().schema(definitions), SparkValues.described]}


def read_sparks(table: TableData, reader: Reader) -> bool:
    """Make the cells of columns that ask for it sparklines; return whether all could be made.

    A list in any other column is reported.
    """
    good = True
    for number, column in enumerate(table.columns):
        cells = [row[number] for row in table.rows]
        if column.spark:
            made = _spark_cells(cells, column, table, reader)
            for row, cell in zip(table.rows, made, strict=True):
                row[number] = cell or row[number]
            good = good and None not in made
            continue
        for cell in cells:
            if isinstance(cell, ListedCell):
                good = False
                _report_list(cell, column, number, reader)
    return good


def _spark_cells(
    cells: list[Inline], column: TableColumn, table: TableData, reader: Reader
) -> list[Inline | None]:
    """Return cells with their sparklines, as they are where they are empty; None, with a finding,
    where the numbers of one make none."""
    called = f"a sparkline of the column `{column.title.plain}`"
    rows = iter(_of_texts(cells, column, called, table, reader))
    made: list[Inline | None] = []
    for cell in cells:
        if cell.blank and not isinstance(cell, ListedCell):
            made.append(cell)
            continue
        spark = None
        if isinstance(cell, ListedCell):
            read = SparkValues().decode(cell.node, called, reader)
            spark = None if read is FAILED else read
        elif values := next(rows):
            spark = SparkValues.of(values, cell.place)
            spark = spark if is_sparkline(spark, called, reader.findings) else None
        made.append(_with_spark(cell, spark) if spark else None)
    return made


def _of_texts(
    cells: list[Inline], column: TableColumn, called: str, table: TableData, reader: Reader
) -> Several[Several[float | None] | None]:
    """Return the numbers of each cell that is a text; None for all where one is in doubt."""
    texts = {
        row: cell.plain
        for row, cell in enumerate(cells)
        if not isinstance(cell, ListedCell) and not cell.blank
    }
    if not texts:
        return []
    from smdeck.model.spark_figures import SparkTexts

    if not table.file:  # as it is typed: typography ties digits
        number = table.columns.index(column)
        rows: Any = table.origin.listed("rows")
        texts = {row: rows[row].items[number].text for row in texts}
    places = [cells[row].place for row in texts]
    read = SparkTexts([*texts.values()], places, called, table, reader).read()
    return read or [None] * len(texts)


def _with_spark(cell: Inline, spark: SparkValues) -> SparkCell:
    made = SparkCell((Paragraph((Run(""),)),), cell.place)
    made.spark = spark
    return made


def _report_list(cell: ListedCell, column: TableColumn, number: int, reader: Reader) -> None:
    """Report a list that stands in a column of texts."""
    items = cell.node.items
    numbers = [one for one in items if isinstance(one, Scalar) and _NUMBER.fullmatch(one.text)]
    called = f"entry {number + 1} of a row"
    if len(numbers) < max(len(items), LEAST):
        TextKind().decode(cell.node, called, reader)
        return
    help = f"for sparklines write the column as `{{title: {column.title.plain}, spark: true}}`"
    reader.wrong(cell.node, called, "a text", help)
