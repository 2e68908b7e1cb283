"""Chart data: categories and series, written out or read from a file."""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar, Literal

from smdeck.findings import Findings, article, count, suggest
from smdeck.model.datafile import numbers, read_rows
from smdeck.model.decode import FAILED, Failed, Lists, Numbers, Reader, Record, Strings, key
from smdeck.source import Mapping, Node, Scalar, Sequence

ChartType = Literal["bar", "column", "stacked-column", "line", "area", "pie", "doughnut", "scatter"]

MAX_SERIES = 8


_NAMES = {"type": "array", "items": {"type": ["string", "number", "boolean"]}, "minItems": 1}
_PAIR = {"minItems": 2, "maxItems": 2}


def _written_schema(value: dict[str, Any], beside: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of series of a kind of values, with what stands beside them."""
    rows = {"type": "array", "items": value}
    series = {"type": "object", "additionalProperties": rows, "minProperties": 1}
    return {
        "type": "object",
        "properties": {**beside, "series": series},
        "required": [*beside, "series"],
        "additionalProperties": False,
    }


class Series(Record):
    """The figures of a chart; points are (x, y), None stands for a gap."""

    words: ClassVar[str] = "`categories` and `series`, or a .csv or .xlsx file"
    short_schema: ClassVar[dict[str, Any]] = {"type": "string", "pattern": r"\.(csv|xlsx)$"}

    full_schema: ClassVar[dict[str, Any]] = {
        "anyOf": [
            _written_schema({"type": ["number", "null"]}, {"categories": _NAMES}),
            _written_schema({"type": "array", "items": {"type": "number"}, **_PAIR}, {}),
        ]
    }

    categories: list[str] = key("The names along the axis.", list)
    series: dict[str, list[float | None]] = key("The values of each series.", dict)
    points: dict[str, list[list[float]]] = key("The points of a scatter chart.", dict)

    @classmethod
    def from_other(cls, node: Node, reader: Reader) -> Any:
        """Return the figures of a file, or those written as `categories` and `series`."""
        if isinstance(node, Scalar):
            return _from_file(node, reader)
        return _written(node, reader) if isinstance(node, Mapping) else NotImplemented


class ChartData(Record):
    """A chart: its type and its figures."""

    type: ChartType = key("The kind of chart.")
    data: Series = key(
        "The figures: `{categories: [a, b], series: {Name: [1, 2]}}`; for scatter "
        "`{series: {Name: [[x, y], …]}}`; or a .csv or .xlsx file."
    )
    highlight: str | None = key(
        "The category or series that is set off; the rest stays calm.", None
    )
    unit: str | None = key("The unit shown with the values, as `%`.", None)


def chart_problems(chart: Any, findings: Findings) -> None:
    """Report figures that the chart's type can't show, and a highlight that is none of them."""
    data: Series = chart.data
    place = chart.at("data")
    if (chart.type == "scatter") != bool(data.points):
        wanted, help = (
            ("pairs [x, y]", "write `series: {Name: [[1, 2], [3, 4]]}` and no `categories`")
            if chart.type == "scatter"
            else ("one number for each category", "write `categories: [A, B]`, or use `scatter`")
        )
        a_chart = f"{article(chart.type)} `{chart.type}` chart"
        findings.error("chart-data", f"{a_chart} needs {wanted}", place, help)
        return
    values = [value for row in data.series.values() for value in row if value is not None]
    if not values and not any(data.points.values()):
        findings.error("chart-data", "the data of a chart is empty", place, "add some values")
        return
    if chart.type in ("pie", "doughnut"):
        if len(data.series) != 1:
            findings.error(
                "chart-data",
                f"a `{chart.type}` chart shows one series, here are {len(data.series)}",
                place,
                "use `stacked-column`, or split the slide",
            )
        elif min(values) < 0:
            findings.error(
                "chart-data",
                f"a `{chart.type}` chart can't show a negative value",
                place,
                "use `bar` or `column`",
            )
        elif not any(values):
            findings.error("chart-data", f"a `{chart.type}` chart can't share out 0", place)
    total, what = len(data.series) + len(data.points), "series"
    if chart.type in ("pie", "doughnut"):
        total, what = len(data.categories), "slices"
    if total > MAX_SERIES:
        findings.error(
            "too-many-series",
            f"{article(chart.type)} `{chart.type}` chart shows up to {MAX_SERIES} {what}, "
            f"here are {total}",
            place,
            "put the smallest together, or split the slide",
        )
    unusable = next((char for char in chart.unit or "" if char in '"<>&\\'), None)
    if unusable:  # it would end the number format, which is written as it is
        findings.error(
            "wrong-value",
            f"`unit` can't hold `{unusable}`",
            chart.at("unit"),
            "name the unit in words, in the title or the takeaway",
        )
    if chart.highlight is not None:
        _check_highlight(chart, findings)


def _check_highlight(chart: Any, findings: Findings) -> None:
    """Report a highlight that names nothing, or what the chart's type can't set off."""
    data: Series = chart.data
    kinds = {"category": data.categories, "series": [*data.series, *data.points]}
    shown = {"pie": ["category"], "doughnut": ["category"], "area": ["series"]}
    takes = shown.get(chart.type, list(kinds))
    names = [name for kind in takes for name in kinds[kind]]
    if names.count(chart.highlight) == 1:
        return
    if chart.highlight in names:
        findings.error(
            "unknown-highlight",
            f"`{chart.highlight}` is the name of {names.count(chart.highlight)} things",
            chart.at("highlight"),
            "give what is set off a name of its own",
        )
        return
    wanted = "a " + " or a ".join(takes)
    message = f"no {' or '.join(takes)} is called `{chart.highlight}`"
    if any(chart.highlight in of_kind for of_kind in kinds.values()):
        called = f"{article(chart.type)} `{chart.type}` chart"
        message = f"{called} sets off {wanted}, and `{chart.highlight}` is none"
    help = suggest(chart.highlight, names, f"it names {wanted} of `data`")
    findings.error("unknown-highlight", message, chart.at("highlight"), help)


def _written(node: Mapping, reader: Reader) -> Series | Failed:
    findings = reader.findings
    for name, _ in node:
        if name.text not in ("categories", "series"):
            findings.error(
                "unknown-field",
                f"the data of a chart has no field `{name.text}`",
                name.place,
                suggest(name.text, ("categories", "series"), "it has `categories` and `series`"),
            )
            return FAILED
    series = node.get("series")
    if not isinstance(series, Mapping) or not series.entries:
        findings.error(
            "missing-field",
            "the data of a chart needs the field `series`",
            (series or node).place,
            "write `series: {Name: [1, 2]}`",
        )
        return FAILED
    categories_node = node.get("categories")
    if categories_node is None:
        if _has_numbers(series):
            findings.error(
                "missing-field",
                "the data of a chart needs the field `categories`",
                node.place,
                "write `categories: [A, B]`; only a scatter chart has pairs [x, y] instead",
            )
            return FAILED
        return _points(node, series, reader)
    # Plain strings: a chart shows no markup, and `highlight` names them letter by letter.
    categories = Lists(Strings()).decode(categories_node, "`categories`", reader)
    if isinstance(categories, Failed):
        return categories
    if not categories:
        findings.error("chart-data", "the data of a chart is empty", categories_node.place)
        return FAILED
    values: dict[str, list[float | None]] = {}
    for name, value in series:
        row = _values(value, name.text, reader)
        if row is None:
            return FAILED
        if len(row) != len(categories):
            findings.error(
                "chart-data",
                f"`{name.text}` has {count(len(row), 'value')} for "
                f"{count(len(categories), 'category', 'categories')}",
                value.place,
            )
            return FAILED
        values[name.text] = row
    return Series(origin=node, categories=categories, series=values)


def _has_numbers(series: Mapping) -> bool:
    """Tell whether a series holds numbers where a scatter chart has pairs."""
    return any(
        isinstance(value, Sequence) and any(isinstance(item, Scalar) for item in value.items)
        for _, value in series
    )


def _values(node: Node, name: str, reader: Reader) -> list[float | None] | None:
    if not isinstance(node, Sequence):
        reader.wrong(node, f"`{name}`", "a list of numbers")
        return None
    row: list[float | None] = []
    for item in node.items:
        gap = isinstance(item, Scalar) and item.is_null
        value = None if gap else Numbers().decode(item, f"`{name}`", reader)
        if value is FAILED:
            return None
        row.append(value)
    return row


def _points(node: Mapping, series: Mapping, reader: Reader) -> Series | Failed:
    points: dict[str, list[list[float]]] = {}
    for name, value in series:
        pairs = Lists(Lists(Numbers())).decode(value, f"`{name.text}`", reader)
        if isinstance(pairs, Failed):
            return FAILED
        if any(len(pair) != 2 for pair in pairs):
            reader.findings.error(
                "chart-data", f"every point of `{name.text}` is a pair [x, y]", value.place
            )
            return FAILED
        points[name.text] = pairs
    return Series(origin=node, points=points)


def _from_file(node: Scalar, reader: Reader) -> Series | Failed:
    rows = read_rows(reader.folder / Path(node.text), node, reader.findings)
    if rows is None:
        return FAILED
    if len(rows) < 2 or len(rows[0]) < 2:
        reader.findings.error(
            "chart-data",
            f"`{node.text}` holds no table of figures",
            node.place,
            "its first row names the series, its first column the categories",
        )
        return FAILED
    header, *body = rows
    values = {}
    for column, name in enumerate(header[1:], 1):
        cells = [line[column] if column < len(line) else "" for line in body]
        row = numbers(cells)
        if row is None:
            word = next(cell for cell in cells if numbers([cell]) is None)
            reader.findings.error(
                "chart-data",
                f"the column `{name}` of `{node.text}` holds `{word}`, which is no number",
                node.place,
            )
            return FAILED
        values[name] = row
    return Series(origin=node, categories=[line[0] for line in body], series=values)
