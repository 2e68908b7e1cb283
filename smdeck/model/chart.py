"""Chart data: a chart's type, its figures, and how these are shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from smdeck.findings import Findings
from smdeck.model.amounts import settle_amounts
from smdeck.model.asked_look import ASKED, AskedLook
from smdeck.model.chart_bands import MOST_BANDS, Band
from smdeck.model.chart_more import Annotation, Spread, Target, in_order
from smdeck.model.chart_types import ChartType
from smdeck.model.fields import Reader, key
from smdeck.model.figures import Figures
from smdeck.model.second_axis import SecondAxis

if TYPE_CHECKING:  # what figures need is imported where there are some
    from smdeck.model.waterfall import Step


class ChartData(AskedLook):
    """A chart: its type and its figures."""

    type: ChartType = key("The kind of chart.")
    data: Figures = key(
        "The figures: `{categories: [a, b], series: {Name: [1, 2]}}`; for scatter "
        "`{series: {Name: [[x, y], …]}}`, for a histogram `{series: {Name: [1, …]}}`; or a "
        ".csv or .xlsx file."
    )
    highlight: str | None = key(
        "The category or series that is set off; the rest stays calm.", None
    )
    unit: str | None = key("The unit shown with the values, as `%`.", None)
    decimals: int | None = key(
        "How many decimals the values have; default: those of the figures.", None, least=0, most=10
    )
    format: str | None = key(
        "The number format of the values, as spreadsheets have it: `0.0%`, `#,##0`.", None
    )

    difference: list[str] = key(
        "Two columns between which an arrow says how much the second one is more or less than the "
        "first: `[Print, Social Web]`.",
        list,
    )
    bins: int | None = key(
        "How many columns a histogram has, about; default: by the number of its values.",
        None,
        least=2,
        most=20,
    )
    sort: Literal["descending", "ascending"] | None = key(
        "The order of the categories by their values; default: as they are written.", None
    )
    share: bool = key("Whether each stack is 100 %, its segments shares of it.", False)
    lines: list[str] = key("Series that are lines over the columns.", list)
    totals: list[str] = key(
        "The categories of a waterfall whose values are levels, not changes; default: the first "
        "one, and each `~`, which is the level that the changes lead to.",
        list,
    )
    target: Target | None = key(
        "A value to reach, as a dashed line: a number, or `value` with `text`.", None
    )
    axis2: SecondAxis | None = key(
        "A scale on the right for a line over columns, with the `reason` for it: "
        "`{series: Klicks, reason: …}`.",
        None,
    )
    multiples: bool = key(
        "Whether each series is a small chart of its own, all on one scale.", False
    )
    bands: list[Band] = key(
        "Shaded ranges of values, categories or dates behind the chart: "
        "`[{from: 20, to: 30, text: …}]`.",
        list,
        most=MOST_BANDS,
    )
    forecast: str | None = key(
        "The category from which on values are expected: dashed lines, hatched columns.", None
    )
    marks: list[Annotation] = key(
        "Words at points of a line: `[{at: 2004, text: …}]`.", list, most=4
    )
    spread: Spread | None = key(
        "How far values may lie above and below, as error bars: a number, or one for each value.",
        None,
    )

    touching: bool = False
    """Whether its columns stand side by side without a gap, as spans do."""
    readable: bool = True
    """Whether the figures could be read; findings say why not."""
    codes: dict[str, str]
    """The number format of each series."""
    across_code: str
    """The number format of the x of points."""
    steps: Sequence[Step] = ()
    """The steps of a waterfall."""

    @property
    def scale_series(self) -> str:
        """The series whose number format the axis of values has: the first that stands on it."""
        right = self.axis2.series if self.axis2 else None
        return next((name for name in self.codes if name != right), next(iter(self.codes)))

    @property
    def loud(self) -> int | None:
        """The number of the category that is set off."""
        names, highlight = self.data.categories, self.highlight
        if highlight not in names or highlight in self.data.series:
            return None
        return names.index(highlight)

    def decoded(self, reader: Reader) -> None:
        """Take the figures from their file, and find how they are shown."""
        figures = self.data
        self.codes = {}
        self.readable = self._takes_figures(reader)
        if not self.readable:
            return
        figures.settle_dates(self.type in ("line", "area"), reader)
        if self.highlight is not None and self.highlight not in figures.series:
            self.highlight = figures.as_shown(self.highlight)
        self._settle_codes(reader.language)
        if self.axis2 and self.type == "column" and self.axis2.series in figures.series:
            self.lines = [self.axis2.series]
        if self.sort:
            in_order(self)
        if self.type == "waterfall":
            from smdeck.model.waterfall import settle

            self.readable = settle(self, reader)
        self.readable = settle_amounts(self, reader) and self.readable
        _report_times(self, reader.findings)
        _report_percent(self, reader)
        _report_units(self, reader.findings)
        _report_rounding(self, reader)

    def _takes_figures(self, reader: Reader) -> bool:
        """Take the figures from their file; return whether the chart can show them."""
        figures, waterfall = self.data, self.type == "waterfall"
        taken = figures.take(self.type == "scatter", reader, open_end=waterfall)
        if self.format is not None and not self._shows_its_format(reader.findings):
            return False
        if taken and self.type == "histogram":
            from smdeck.model.histogram import counted

            self.type, self.touching = "column", True
            return counted(self, reader)
        if taken and figures.loose:
            reader.findings.error(
                "missing-field",
                "the data of a chart needs the field `categories`",
                figures.origin.place,
                "write `categories: [A, B]`; only a `histogram` has none, and a `scatter` chart "
                "has pairs [x, y] instead",
            )
            return False
        return taken

    def _settle_codes(self, lang: str) -> None:
        """Find how the values of each series are shown, and the x of points."""
        figures = self.data
        for name, column in figures.columns.items():
            style = column.style.asked(self.decimals, self.unit, self.format)
            if self.axis2 and name == self.axis2.series:
                style = column.style.asked(None, self.axis2.unit, None)
            figures.styles[name] = style
            self.codes[name] = style.code_in(lang)
        # Where x are years, no mark sets their thousands apart.
        self.across_code = figures.across._replace(grouped=False).code_in(lang)

    def _shows_its_format(self, findings: Findings) -> bool:
        """Report a `format` that is none, or that leaves other keys nothing to say."""
        if not self.has_usable_format(findings):
            return False
        other = next((one for one in ASKED[:-1] if getattr(self, one) is not None), None)
        if other:
            from smdeck.figures.codes import FORMATS

            message = f"`format` leaves nothing for `{other}` to say"
            help = f"remove it, or the `format`: {FORMATS}"
            findings.error("unshown-key", message, self.at(other), help)
        return other is None


def _report_times(chart: ChartData, findings: Findings) -> None:
    """Report `decimals` for times, which have none."""
    times = [name for name, column in chart.data.columns.items() if column.style.dated]
    if times and chart.decimals is not None:
        findings.error(
            "wrong-value",
            f"`decimals` is for numbers, and `{times[0]}` holds times",
            chart.at("decimals"),
            'remove it; `format: "[h]:mm"` says how times are shown',
        )


def _report_units(chart: ChartData, findings: Findings) -> None:
    """Tell of units that differ: in a series, between series, or from what `unit` says."""
    from smdeck.figures.numbers import same_unit

    for name, column in chart.data.columns.items():
        if column.units:
            wrong = column.incomparable or all(column.units)
            report = findings.error if wrong else findings.warn
            report(
                "mixed-units",
                f"in `{name}`, {_named(column.units)} stand side by side",
                chart.at("data"),
                "give all values of a series one unit",
            )
        given = column.style.sign
        if chart.unit and given and not same_unit(given, chart.unit):
            findings.error(
                "mixed-units",
                f"the figures of `{name}` have the unit `{given}`, and `unit` says `{chart.unit}`",
                chart.at("unit"),
                "remove `unit`, or mend the figures",
            )
    if (
        chart.type == "bubble"
        or chart.axis2
        or any(column.units for column in chart.data.columns.values())
    ):
        return  # each series of bubbles has an axis of its own, as it has with `axis2`
    styles = chart.data.styles.values()
    signs = list(dict.fromkeys(style.sign or style.scale for style in styles))
    if len(signs) > 1:
        findings.warn(
            "mixed-units",
            f"series with {_named(signs)} share one axis",
            chart.at("data"),
            "show them in two charts, or name the columns to show",
        )


LARGEST_SHARE = 10
"""A share of one above this would be more than 1000 %."""


def _report_percent(chart: ChartData, reader: Reader) -> None:
    """Warn of shares of one that are shown as percentages, and of percentages as shares."""
    from smdeck.figures.codes import percent_signs, with_decimals
    from smdeck.figures.showing import shown

    for name, column in chart.data.columns.items():
        values = [value for value in column.values if value is not None]
        if column.style.sign or not values:
            continue
        if chart.unit == "%" and values[1:] and abs(sum(values) - 1) < 1e-9 and min(values) >= 0:
            value, at = values[0], "unit"
            code = with_decimals("0%", max(0, column.style.decimals - 2))
            help = f'these are shares of 1: write `format: "{code}"` in place of `unit`'
        elif chart.format and "%" in percent_signs(chart.format) and max(values) > LARGEST_SHARE:
            value, at = max(values), "format"
            help = 'a `%` in a format multiplies by 100: write `unit: "%"` in its place'
        else:
            continue
        label = shown(value, chart.codes[name], reader.language)
        reader.findings.warn(
            "mixed-units", f"{value:.15g} of `{name}` is shown as {label}", chart.at(at), help
        )
        return


def _named(units: Sequence[str]) -> str:
    return " and ".join(f"`{unit}`" if unit else "no unit" for unit in units[:2])


def _report_rounding(chart: ChartData, reader: Reader) -> None:
    """Warn of figures that are shown with fewer decimals than they have, unless these are asked."""
    from smdeck.figures.showing import shown

    if chart.decimals is not None or chart.format is not None:
        return
    for name, column in chart.data.columns.items():
        if column.rounded is None:
            continue
        value = column.values[column.rounded]
        label = shown(value, chart.codes[name], reader.language)
        reader.findings.warn(
            "rounded-number",
            f"`{value!r}` of `{name}` is shown as {label}",
            chart.at("data"),
            "say how many `decimals` to show",
        )
