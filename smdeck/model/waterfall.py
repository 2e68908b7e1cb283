"""Waterfall: changes one after the other, from where the last one ended, and levels between."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from smdeck.findings import Findings, suggest
from smdeck.model.fields import Reader

if TYPE_CHECKING:
    from smdeck.model.figures import Figures

StepKind = Literal["total", "rise", "fall"]

MOST_STEPS = 12
"""How many steps a waterfall has at the most, levels among them."""


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
        return self.end if self.kind == "total" else self.end - self.start


def settle(chart: Any, reader: Reader) -> bool:
    """Find the steps of a waterfall from its values; return whether there are some: findings say
    why not.

    A gap is the level that the changes before it lead to, and is written into the figures.
    """
    data: Figures = chart.data
    place = chart.at("data")
    if len(data.series) != 1:
        reader.findings.error(
            "chart-data",
            f"a `waterfall` chart shows one series, here are {len(data.series)}",
            place,
            "write a start, the changes, and `~` for the level that they lead to",
        )
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
    named = {data.as_shown(one) for one in chart.totals}
    steps, level = [], 0.0
    for n, (category, value) in enumerate(zip(data.categories, row, strict=True)):
        if value is None or category in named or (n == 0 and not chart.totals):
            end = level if value is None else value
            if n and value is not None and abs(end - level) > _tolerance(chart, name, level):
                _report_level(chart, category, value, level, reader)
                return False
            steps.append(Step(0.0, end, "total"))
        else:
            end = round(level + value, 10)
            steps.append(Step(level, end, "rise" if value >= 0 else "fall"))
        level = end
    chart.steps = steps
    data.series[name] = [step.value if value is None else value
                         for step, value in zip(steps, row, strict=True)]  # fmt: skip
    return True


def _tolerance(chart: Any, name: str, level: float) -> float:
    """Return how far a level that is written may be from the one that the changes lead to: as far
    as they may have been rounded."""
    style = chart.data.columns[name].style
    decimals = style.decimals if chart.decimals is None else chart.decimals
    rounding: float = 0.5 * 10.0**-decimals
    return rounding * len(chart.data.categories) + 1e-9 * abs(level)


def _report_level(chart: Any, category: str, value: float, level: float, reader: Reader) -> None:
    from smdeck.figures.showing import shown

    code = next(iter(chart.codes.values()))
    said, known = (shown(one, code, reader.language) for one in (value, level))
    reader.findings.error(
        "chart-data",
        f"`{category}` is {said}, and the changes before it lead to {known}",
        chart.at("totals"),
        "write `~` in its place, which is the level that the changes lead to, or mend them",
    )


def waterfall_problems(chart: Any, findings: Findings) -> None:
    """Report more steps than a waterfall shows, and one that has nothing to step."""
    many = len(chart.steps)
    if many > MOST_STEPS:
        findings.error(
            "overflow",
            f"a `waterfall` chart shows up to {MOST_STEPS} steps, here are {many}",
            chart.at("data"),
            "put the smallest changes together",
        )
    elif all(step.kind == "total" for step in chart.steps):
        findings.error(
            "chart-data",
            "the `waterfall` has levels and no changes between them",
            chart.at("data"),
            "write the changes between the first level and the last, or take `column`",
        )


_LOCALE = re.compile(r"(\[\$-[0-9A-Fa-f]+\])?(.*)")
"""What a number format begins with where it says a language, and the rest."""


def code_of(code: str, kind: StepKind) -> str:
    """Return the number format of a step's label: that of the values, a change with its sign,
    whichever side of zero it stands on."""
    language, plain = _LOCALE.fullmatch(code.partition(";")[0]).groups("")  # type: ignore[union-attr]
    if kind == "total":
        return f'{language}{plain};{language}"−"{plain}'
    mark = '"+"' if kind == "rise" else '"−"'
    return f"{language}{mark}{plain};{language}{mark}{plain}"
