"""Waterfall: changes one after the other, from where the last one ended, and levels between."""

from __future__ import annotations

import re
from decimal import Decimal
from math import floor, log10
from typing import TYPE_CHECKING, Literal, NamedTuple

from smdeck.findings import Findings, listing, suggest
from smdeck.model.chart_types import has_its_series
from smdeck.model.fields import Reader

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smdeck.model.chart import ChartData

StepKind = Literal["total", "rise", "fall"]


class Step(NamedTuple):
    """A step of a waterfall: where it begins and ends."""

    start: float
    end: float
    kind: StepKind

    @property
    def low(self) -> float:
        """Its lower end."""
        return min(self.start, self.end)

    @property
    def high(self) -> float:
        """Its upper end."""
        return max(self.start, self.end)

    @property
    def crosses(self) -> bool:
        """Whether it begins on one side of zero and ends on the other."""
        return self.low < 0 < self.high

    @property
    def hangs(self) -> bool:
        """Whether its label stands below it."""
        return self.kind == "total" and self.end < 0

    @property
    def value(self) -> float:
        """What its label says: a level, or by how much it goes up or down."""
        return self.end if self.kind == "total" else added(self.end, -self.start)

    @property
    def height(self) -> float:
        """How far its ends are from each other."""
        return added(self.high, -self.low)


def added(one: float, other: float) -> float:
    """Return a sum without what computing adds to it: it has the digits of its larger part."""
    largest = max(abs(one), abs(other))
    return round(one + other, 14 - floor(log10(largest))) + 0.0 if largest else 0.0


def settle(chart: ChartData, reader: Reader) -> bool:
    """Find the steps of a waterfall from its values; return whether there are some: findings say
    why not.

    A gap is the level that the changes before it lead to, and is written into the figures.
    """
    data = chart.data
    if not has_its_series(chart, reader.findings):
        return False
    ((name, row),) = data.series.items()
    strange = [one for one in chart.totals if data.as_shown(one) not in data.categories]
    for one in strange:
        reader.findings.error(
            "chart-data",
            f"no category is called `{one}`",
            chart.at("totals"),
            suggest(one, data.categories, "it names categories of `data`"),
        )
    if strange or not any(value is not None for value in row):
        return not strange  # that there are no values is said with the other charts
    if row[0] is None:
        reader.findings.error(
            "chart-data",
            f"the `waterfall` begins with a gap, at `{data.categories[0]}`",
            chart.at("data"),
            "write the level that it begins at, as 0: nothing before it leads to one",
        )
        return False
    steps = _steps(chart, row, reader)
    if steps is None:
        return False
    _report_gaps(chart, row, reader.findings)
    chart.steps = steps
    data.series[name] = [step.value if value is None else value
                         for step, value in zip(steps, row, strict=True)]  # fmt: skip
    return True


def _steps(chart: ChartData, row: Sequence[float | None], reader: Reader) -> list[Step] | None:
    """Return the steps that values make; None, with a finding, where a level is not theirs."""
    data = chart.data
    named = {data.as_shown(one) for one in chart.totals}
    steps, level = list[Step](), 0.0
    changes: list[float] = []
    for n, (category, value) in enumerate(zip(data.categories, row, strict=True)):
        if value is None or category in named or n == 0:
            end = level if value is None else value
            if n and value is not None and abs(end - level) > _tolerance([*changes, end]):
                _report_level(chart, category, value, level, reader)
                return None
            steps.append(Step(0.0, end, "total"))
            changes = [end]
        else:
            end = added(level, value)
            steps.append(Step(level, end, "rise" if value >= 0 else "fall"))
            changes.append(value)
        level = end
    return steps


def _report_gaps(chart: ChartData, row: Sequence[float | None], findings: Findings) -> None:
    """Report levels that nobody has asked for: an empty cell of a file may be one, or a value that
    is missing, or a note below the table. In a deck a gap is typed, as `~`."""
    data = chart.data
    if not data.of_file:
        return
    named = {data.as_shown(one) for one in chart.totals}
    gaps = [
        category
        for category, value in zip(data.categories, row, strict=True)
        if value is None and category not in named
    ]
    if gaps:
        findings.warn(
            "chart-data",
            f"{listing(gaps, 'and')} {'has' if len(gaps) == 1 else 'have'} no value in the file: "
            "shown is what the changes before lead to",
            chart.at("data"),
            "write a level into `totals`, or its value into the file; `rows` leaves out what is "
            "below the table",
        )


def _tolerance(values: Sequence[float]) -> float:
    """Return how far a level that is written may be from the one that the changes lead to: as far
    as those with decimals may have been rounded at their last one. Whole numbers are exact."""
    lasts = [int(Decimal(repr(float(value))).normalize().as_tuple().exponent) for value in values]
    rounding = sum(0.5 * 10.0**last for last in lasts if last < 0)
    return rounding + 1e-12 * max(map(abs, values))


def _report_level(
    chart: ChartData, category: str, value: float, level: float, reader: Reader
) -> None:
    from smdeck.figures.showing import shown

    code = next(iter(chart.codes.values()))
    said, known = (shown(one, code, reader.language) for one in (value, level))
    if said == known:
        said, known = f"{value:.15g}", f"{level:.15g}"
    reader.findings.error(
        "chart-data",
        f"`{category}` is {said}, and the changes before it lead to {known}",
        chart.at("totals"),
        "write `~` in its place, which is the level that the changes lead to, or mend them",
    )


_BRACKETS = re.compile(r"((?:\[(?:\$-|[<>=]|(?!(?:h+|m+|s+)\])[A-Za-z])[^\]]*\])*)(.*)", re.S)
"""What a section of a number format begins with where it says a language, a colour or for which
numbers it is, and the rest."""


def code_of(code: str, kind: StepKind) -> str:
    """Return the number format of a step's label: that of the values, a change with its sign,
    whichever side of zero it stands on.

    What an author wrote for numbers below zero is what falls have. A format whose sections are for
    some sizes has no other for negative levels.
    """
    from smdeck.figures.codes import sections

    language, *parts = _sections(code)
    if any(section.condition for section in sections(code)):
        mark = "" if kind == "total" else _MARKS[kind]
        return language + ";".join(_marked(part, mark) for part in parts)
    first, below = parts[0], parts[1] if parts[1:] else _marked(parts[0], _MARKS["fall"])
    zero = "".join(f";{language}{part}" for part in parts[2:3])
    if kind == "total":
        return f"{language}{first};{language}{below}{zero}"
    if kind == "rise":
        below = first if "+" in _BRACKETS.fullmatch(first)[2] else _marked(first, _MARKS["rise"])  # type: ignore[index]
    return f"{language}{below};{language}{below}{zero}"


_MARKS = {"rise": '"+"', "fall": '"−"'}
"""The signs of changes, as number formats have them."""


def _sections(code: str) -> list[str]:
    """Return the language of a number format as it has it, and its sections without it."""
    from smdeck.figures.codes import parts_of

    found = re.match(r"\[\$-[0-9A-Fa-f]+\]", code)
    language = found[0] if found else ""
    return [language, *(part.removeprefix(language) for part in parts_of(code))]


def _marked(part: str, mark: str) -> str:
    """Return a section of a number format with a sign before what it shows."""
    brackets, rest = _BRACKETS.fullmatch(part).groups()  # type: ignore[union-attr]
    return f"{brackets}{mark}{rest}"


def step_label(step: Step, code: str, lang: str) -> str:
    """Return what stands at a step: a level, or a change with its sign, in a number format."""
    from smdeck.figures.showing import shown

    value = step.value if step.kind == "total" else abs(step.value)
    return shown(value, code_of(code, step.kind), lang)
