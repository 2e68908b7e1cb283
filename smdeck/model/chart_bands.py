"""Bands: shaded ranges of values, of categories or of dates behind a chart."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, NamedTuple

from smdeck.findings import Findings, listing, suggest
from smdeck.model.chart_types import BANDED, a_chart
from smdeck.model.fields import Record, key
from smdeck.model.text import Inline

if TYPE_CHECKING:
    from smdeck.model.chart import ChartData
    from smdeck.model.figures import Figures

MOST_BANDS = 3
"""How many bands a chart has at the most."""


class Band(Record):
    """A shaded range behind a chart."""

    from_: str | None = key(
        "Where the band begins: a value, or a category or date; default: where the chart does.",
        None,
    )
    to: str | None = key(
        "Where the band ends: a value, or a category or date; default: where the chart does.", None
    )
    text: Inline | None = key("What the band means, in a few words.", None)

    amounts: dict[str, float]
    """The values that its ends write, once the data of its chart are read."""


class Reach(NamedTuple):
    """What a band covers: `along` the axis of the categories from one place to another, or values;
    None where it goes on to the end of the chart."""

    along: bool
    start: float | None
    end: float | None


def reach_of(band: Band, figures: Figures) -> Reach | str:
    """Return what a band covers; what is neither a value nor a category, where there is such.

    Places along the axis are the numbers of categories; of dates that are none, numbers between.
    """
    found = _as_written(band, figures)
    return _in_order(found) if isinstance(found, Reach) else found


def _as_written(band: Band, figures: Figures) -> Reach | str:
    """Return what a band covers as it is written, if from its end to its beginning."""
    names = [name for name in (band.from_, band.to) if name is not None]
    places = [category_position(name, figures) for name in names]
    if None not in places:
        found = dict(zip(names, places, strict=True))
        return Reach(True, *(None if n is None else found[n] for n in (band.from_, band.to)))
    values = band.amounts
    strange = next((name for name in names if name not in values), None)
    if strange is not None:
        known = next((n for n, p in zip(names, places, strict=True) if p is None), strange)
        return strange if known in values else known
    return Reach(False, *(None if n is None else values[n] for n in (band.from_, band.to)))


def _in_order(reach: Reach) -> Reach:
    along, start, end = reach
    return Reach(along, end, start) if _is_reversed(reach) else reach


def _is_reversed(reach: Reach) -> bool:
    return reach.start is not None and reach.end is not None and reach.end < reach.start


def category_position(name: str, figures: Figures) -> float | None:
    """Return the number of a category, or between which ones a date lies; None for what is none."""
    shown = figures.as_shown(name)
    if shown in figures.categories:
        return float(figures.categories.index(shown))
    if not figures.dates:
        return None
    day = _day_of(name)
    return _between(day, figures.dates) if day else None


def _day_of(name: str) -> datetime.date | None:
    """Return the day that a text writes."""
    from smdeck.figures.dates import read_dates

    found = read_dates([name])
    return found[0] if found else None


def _between(day: datetime.date, days: list[datetime.date]) -> float | None:
    if not days[0] <= day <= days[-1]:
        return None
    after = next(n for n, one in enumerate(days) if one >= day)
    if days[after] == day:
        return float(after)
    before = days[after - 1]
    return after - 1 + (day - before).days / (days[after] - before).days


OPEN = 1.15
"""How far a band without an end goes at the least, as a multiple of its beginning."""


def band_values(chart: ChartData) -> list[float]:
    """Return the values at which bands begin and end; for one that goes on to the end of the chart
    so much more than its beginning that it is seen there."""
    found: list[float] = []
    for band in chart.bands:
        reach = reach_of(band, chart.data)
        if isinstance(reach, Reach) and not reach.along:
            found += [value for value in (reach.start, reach.end) if value is not None]
            if reach.start is not None and reach.end is None:
                found.append(reach.start * OPEN)
    return found


def band_problems(chart: ChartData, findings: Findings) -> None:
    """Report bands without an end, and ends that are neither values nor categories."""
    if chart.type not in BANDED:
        return  # which is said with the other keys that a type doesn't show
    for band in chart.bands:
        place = band.origin.place
        if band.from_ is None and band.to is None:
            findings.error(
                "missing-field",
                "a band needs `from` or `to`",
                place,
                "write `{from: 20, to: 30, text: …}`, or the names of categories",
            )
            continue
        reach = _as_written(band, chart.data)
        if isinstance(reach, str):
            _report_strange(band, reach, chart.data, findings)
        elif chart.share and not reach.along:
            findings.error(
                "unshown-key",
                "stacks that are each 100 % can't show a band of values",
                place,
                "remove `share`, or say it in the `takeaway`",
            )
        elif _is_reversed(reach):
            findings.error(
                "wrong-value",
                f"a band begins at `{band.from_}`, behind its end `{band.to}`",
                place,
                f"write `{{from: {band.to}, to: {band.from_}}}`",
            )
        elif _is_negative(chart) and (chart.type != "line" or not reach.along):
            findings.error(
                "unshown-key",
                f"{a_chart(chart)} with negative values can't show such a band",
                place,
                "say it in the `takeaway`, or take `line`, which can show bands of categories",
            )
        elif not reach.along:
            _report_far(chart, band, reach, findings)


def _report_strange(band: Band, strange: str, figures: Figures, findings: Findings) -> None:
    """Report an end of a band that is neither a value nor a category, or not both of them."""
    at = "from" if strange == band.from_ else "to"
    message = f"a band reaches to `{strange}`, which is neither a value nor a category"
    help = suggest(strange, figures.categories, _known(figures.categories))
    if category_position(strange, figures) is not None:
        value = next(iter(band.amounts), "")
        message = f"a band reaches from a value, `{value}`, to a category, `{strange}`"
        if at == "from":
            message = f"a band reaches from a category, `{strange}`, to a value, `{value}`"
        help = "write two values, or two categories"
    elif figures.dates and (day := _day_of(strange)):
        first, last = figures.categories[0], figures.categories[-1]
        where = f"before {first}, the first day" if day < figures.dates[0] else ""
        message = (
            f"a band reaches to `{strange}`, {where or f'behind {last}, the last day'} of `data`"
        )
        help = f"write a day of `data`, as `{figures.typed[0]}`"
        if None not in (band.from_, band.to):
            help = f"leave `{at}` out: then the band goes on to the end of the chart"
    findings.error("chart-data", message, band.at(at), help)


def _known(categories: list[str]) -> str:
    """Return what helps where a band names no category."""
    if len(categories) <= MOST_NAMED:
        return f"write a number, or one of {listing(categories)}"
    return "write a number, or a category of `data`"


MOST_NAMED = 8
"""How many categories a help names at the most."""

FAR = 2.0
"""How many times as far as the values of a chart a band reaches at the most: beyond that they are
half as high as they could be."""


def _report_far(chart: ChartData, band: Band, reach: Reach, findings: Findings) -> None:
    """Warn of a band so far above the values that these are small beside it."""
    high, top = max(reach.start or 0.0, reach.end or 0.0), _highest(chart)
    if not 0 < FAR * top < high:
        return
    at = "from" if (reach.start or 0.0) == high or (reach.start or 0.0) > top else "to"
    said = f"begins at `{band.from_}`" if at == "from" else f"reaches to `{band.to}`"
    findings.warn(
        "chart-data",
        f"a band {said}, far above the values, the largest of which is {top:g}",
        band.at(at),
        "look whether it is the right number"
        if at == "from"
        else "leave `to` out: then the band goes on to the end of the chart",
    )


def _highest(chart: ChartData) -> float:
    """Return the largest value of a chart, or sum of its stacks, or its target."""
    rows = list(chart.data.series.values())
    if chart.type == "stacked-column":
        rows = [[sum(value or 0.0 for value in column) for column in zip(*rows, strict=True)]]
    values = [value for row in rows for value in row if value is not None]
    return max([*values, *([chart.target.value] if chart.target else [])], default=0.0)


def _is_negative(chart: ChartData) -> bool:
    values = [value for row in chart.data.series.values() for value in row if value is not None]
    return min([*values, *band_values(chart)], default=0.0) < 0
