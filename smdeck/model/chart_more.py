"""More of charts: targets, forecasts, words at points, spreads; their order, what misses 100."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from smdeck.findings import Findings, listing, suggest
from smdeck.model.amounts import Amount
from smdeck.model.chart_bands import MOST_NAMED
from smdeck.model.chart_types import report_unshown, shows_its_keys
from smdeck.model.fields import FAILED, Reader, Record, key
from smdeck.model.text import Inline
from smdeck.source import Node, Scalar, Sequence

if TYPE_CHECKING:
    from smdeck.model.chart import ChartData


class Target(Record):
    """A value to reach: a dashed line across a chart, upright over bars."""

    words: ClassVar[str] = "a number, or `value` with `text`"
    short_schema: ClassVar[dict[str, Any]] = {"type": ["number", "string"]}

    value: Amount = key("Where the line is.")
    text: Inline | None = key(
        "What the line means; default: “Target” in the deck's language.", None
    )

    @classmethod
    def from_other(cls, node: Node, reader: Reader) -> Any:
        """Return the target that a lone number is."""
        if not isinstance(node, Scalar):
            return NotImplemented
        from smdeck.model.decode import keys

        value = keys(cls)["value"].kind.decode(node, "`target`", reader)
        return FAILED if value is FAILED else cls(origin=node, value=value)


class Annotation(Record):
    """Words at a point of a line."""

    at_: str = key("The category that they stand at.")
    text: Inline = key("What happened there, in a few words.")
    series: str | None = key("The line that they belong to; default: the first.", None)


class Spread(Record):
    """How far the true values may lie above and below those that are shown."""

    words: ClassVar[str] = "a number, or a list with one for each value"
    short_schema: ClassVar[dict[str, Any]] = {
        "anyOf": [
            {"type": ["number", "string"]},
            {"type": "array", "items": {"type": ["number", "string"]}},
        ]
    }

    values: list[Amount] = key("One for all, or one for each value.", least=1)

    @classmethod
    def from_other(cls, node: Node, reader: Reader) -> Any:
        """Return the spread that a lone number or a list is."""
        from smdeck.model.decode import keys

        kind: Any = keys(cls)["values"].kind
        if isinstance(node, Sequence):
            values = kind.decode(node, "`spread`", reader)
        elif isinstance(node, Scalar):
            value = kind.member.decode(node, "`spread`", reader)
            values = FAILED if value is FAILED else [value]
        else:
            return NotImplemented
        return FAILED if values is FAILED else cls(origin=node, values=values)

    def of(self, number: int) -> float:
        """Return how far a value may be off, by its number."""
        return self.values[number if len(self.values) > 1 else 0]


def more_problems(chart: ChartData, findings: Findings) -> None:
    """Report what a chart's type can't show, and what names no category."""
    if not shows_its_keys(chart, findings):
        return
    if chart.multiples:
        _check_multiples(chart, findings)
    if chart.target and chart.share:
        message = "stacks that are each 100 % can't show a `target`"
        help = "remove `share`, or say it in the `takeaway`"
        findings.error("unshown-key", message, chart.at("target"), help)
    if chart.bins and not chart.touching:
        report_unshown(chart, "bins", findings, "`histogram` can")
    data = chart.data
    if chart.forecast and data.as_shown(chart.forecast) not in data.categories:
        _unknown("category", chart.forecast, data.categories, chart.at("forecast"), findings)
    for name in chart.lines:
        if name not in data.series:
            _unknown("series", name, [*data.series], chart.at("lines"), findings)
    if chart.lines and not {*data.series} - {*chart.lines}:
        help = "leave one series for the columns, or write `type: line`"
        findings.error("chart-data", "all series are `lines`", chart.at("lines"), help)
    for mark in chart.marks:
        if data.as_shown(mark.at_) not in data.categories:
            _unknown("category", mark.at_, data.categories, mark.at("at"), findings)
        if mark.series and mark.series not in data.series:
            _unknown("series", mark.series, [*data.series], mark.at("series"), findings)
    _check_spread(chart, findings)


_ALONE = ("target", "forecast", "marks", "spread", "lines", "bands", "difference")
"""What small charts of one series each can't show."""


def _check_multiples(chart: ChartData, findings: Findings) -> None:
    """Report what small charts can't show, and a single series, which needs none."""
    if len(chart.data.series) < 2:
        findings.error(
            "chart-data",
            "`multiples` takes several series, here is one",
            chart.at("multiples"),
            "remove it, or write the series that are to be compared",
        )
    for name in _ALONE:
        if getattr(chart, name):
            who = "small charts (`multiples`)"
            report_unshown(chart, name, findings, "remove one of them", who)
            return


def _check_spread(chart: ChartData, findings: Findings) -> None:
    data = chart.data
    if not chart.spread:
        return
    if len(data.series) != 1:
        findings.error(
            "unshown-key",
            f"only a chart of one series can show `spread`, here are {len(data.series)}",
            chart.at("spread"),
            "make two charts of it",
        )
    elif len(chart.spread.values) not in (1, len(data.categories)):
        findings.error(
            "chart-data",
            f"`spread` has {len(chart.spread.values)} values for {len(data.categories)} categories",
            chart.at("spread"),
            "write one for all, or one for each",
        )


def _unknown(what: str, name: str, known: list[str], place: Any, findings: Findings) -> None:
    message = f"no {what} is called `{name}`"
    few = f"there is {listing(known, 'and')}" if len(known) <= MOST_NAMED else None
    help = suggest(name, known, few or f"it names a {what} of `data`")
    findings.error("chart-data", message, place, help)


def dips(chart: ChartData, name: str, number: int) -> bool:
    """Return whether a line comes down to a point and goes up again: words stand below it there."""
    row = chart.data.series[name]
    value = row[number]
    beside = [row[n] for n in (number - 1, number + 1) if 0 <= n < len(row)]
    known = [one for one in beside if one is not None]
    return value is not None and bool(known) and all(one > value for one in known)


def in_order(chart: ChartData) -> None:
    """Sort the categories of a chart by the values of its first series."""
    data = chart.data
    row = next(iter(data.series.values()), [])
    if not row or len(data.categories) != len(row) or data.dates:
        return
    gaps = [n for n, value in enumerate(row) if value is None]
    order = [n for n, value in enumerate(row) if value is not None]
    order.sort(key=lambda n: row[n] or 0.0, reverse=chart.sort == "descending")
    data.put_in_order(order + gaps)


WHOLE, ROUNDING = 100.0, 0.5
"""What shares in percent add up to, and how far each may have been rounded."""


def report_shares(chart: ChartData, values: list[float], findings: Findings) -> None:
    """Warn of slices in percent that miss 100."""
    style = next(iter(chart.data.styles.values()))
    if (chart.unit or style.sign) != "%" or chart.format:
        return
    whole, known = sum(values), [value for value in values if value]
    decimals = 10.0 ** -(chart.decimals if chart.decimals is not None else style.decimals)
    if abs(whole - WHOLE) <= ROUNDING * decimals * len(known) + 1e-9 or abs(whole - 1) < 1e-9:
        return
    less = whole < WHOLE
    findings.warn(
        "shares-total",
        f"the slices add up to {whole:.6g} %, not to 100 %",
        chart.at("data"),
        f"add the rest of {WHOLE - whole:.6g} % as a slice, or take `bar`"
        if less
        else "where several answers were possible, take `bar`",
    )
