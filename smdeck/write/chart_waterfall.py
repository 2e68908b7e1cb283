"""Waterfalls: stacked columns on a series that is not drawn, tied by thin lines.

A step that begins on one side of zero and ends on the other has two segments: office programs
stack what is above zero and what is below it apart.
"""

from __future__ import annotations

from typing import NamedTuple

from smdeck.figures.codes import sections
from smdeck.fit.measure import LINE_HEIGHT
from smdeck.model.waterfall import Step, StepKind, code_of, step_label
from smdeck.scene import Paint, Role
from smdeck.strings import strings_for
from smdeck.units import points
from smdeck.write.chart_bars import AXES, bar_plot
from smdeck.write.chart_writer import ChartWriter
from smdeck.write.chart_xml import (
    NO_LEADERS,
    NO_MARKER,
    UNDRAWN,
    VALUE,
    Series,
    joined,
    line_plot,
    moved_by,
    point,
    point_label,
)

KINDS: tuple[StepKind, ...] = ("total", "rise", "fall")
"""The kinds of steps, in the order of the series."""

LINKS = 3
"""How many series the lines between steps take: each has every third one, and gaps between."""

LINK_WIDTH = 1.25

LINKED_AS = KINDS.index("rise")
"""The kind of steps whose calm colour lines have: they go from the middle of a step to that of the
next one, and are hardly seen on their edges."""


class WaterfallSeries(NamedTuple):
    """A series of a waterfall's workbook."""

    name: str
    values: list[float | None]
    code: str
    kind: StepKind | None = None
    """The kind of its steps; None for what is not drawn, and for lines."""
    rest: bool = False
    """Whether it has the parts below zero of steps that begin or end above it."""


def _rows(chart: ChartWriter) -> list[WaterfallSeries]:
    """Return the series of a waterfall: what its steps stand on, its steps by their kinds, and the
    lines between them."""
    data, labels = chart.data, strings_for(chart.lang).labels
    code = next(iter(data.codes.values()))
    steps = list(data.steps)
    rows = [WaterfallSeries(labels["base"], [_base(step) for step in steps], code)]
    for kind, style in zip(KINDS, chart.styles, strict=True):
        of_kind = code_of(code, kind)
        drawn = [_segment(step) if step.kind == kind else None for step in steps]
        rows.append(WaterfallSeries(style.name, drawn, of_kind, kind))
        rest = [step.low if step.kind == kind and step.crosses else None for step in steps]
        if any(rest):
            rows.append(WaterfallSeries(style.name, rest, of_kind, kind, True))
    for first in range(min(LINKS, len(steps) - 1)):
        tied: list[float | None] = [None] * len(steps)
        for n in range(first, len(steps) - 1, LINKS):
            tied[n] = tied[n + 1] = steps[n].end
        rows.append(WaterfallSeries(labels["link"], tied, code))
    return rows


def _base(step: Step) -> float | None:
    """Return what a step stands on, or hangs from where it is below zero."""
    if step.kind == "total" or step.crosses:
        return None
    return (step.low if step.low >= 0 else step.high) or None


def _segment(step: Step) -> float:
    """Return how high a step is, negative where it is below zero; of one that crosses zero, the
    part above."""
    if step.crosses:
        return step.high
    return step.height if step.low >= 0 else -step.height


def write_waterfall(chart: ChartWriter) -> bytes:
    """Add steps with their values, and the lines that tie them; what they stand on is hidden."""
    chart.category_axis(AXES)
    chart.value_axis(AXES, hidden=True)
    rows = _rows(chart)
    every = [chart.one_series(row.name, row.values, row.code) for row in rows]
    for series, row in zip(every, rows, strict=True):
        if row.kind is None:
            series.shape = UNDRAWN
        else:
            _style(chart, series, row, row.kind)
    links = [one for one, row in zip(every, rows, strict=True) if row.name == rows[-1].name]
    links = [one for one in links if one is not every[0]]
    bars = [one for one in every if one not in links]
    for link in links:
        line = chart.stroke(chart.styles[LINKED_AS].paint, LINK_WIDTH)
        link.shape, link.end = f"<c:spPr>{line}</c:spPr>{NO_MARKER}", '<c:smooth val="0"/>'
    chart.plots.append(bar_plot(chart, bars, 100))
    if links:
        chart.plots.append(line_plot(joined(links), AXES))
    return chart.workbook()


def _style(chart: ChartWriter, series: Series, row: WaterfallSeries, kind: StepKind) -> None:
    """Give steps of a kind their colour and values; the others step back where one is set off.

    The series has the loud colour then and the calm ones their own: LibreOffice lets a point keep
    the transparency of its series.
    """
    calm, loud = chart.styles[KINDS.index(kind)].paint, chart.loud
    is_loud = loud is not None and row.values[loud] is not None
    fill = chart.fill("highlight" if is_loud else calm)
    series.shape = f"<c:spPr>{fill}<a:ln><a:noFill/></a:ln></c:spPr>"
    for number, value in enumerate(row.values):
        if is_loud and value is not None and number != loud:
            shape = f"<c:spPr>{chart.fill(calm)}</c:spPr>"
            not_inverted = '<c:invertIfNegative val="0"/>'
            series.points[number] = point(number, shape, before=not_inverted)
    if not row.rest:
        _label(chart, series, kind)


def _label(chart: ChartWriter, series: Series, kind: StepKind) -> None:
    """Put the values of steps above them, those of levels below zero under them.

    Values of stacked columns stand in their middles; from there they are moved, and stay values.
    """
    size, code = chart.fitted.values, next(iter(chart.data.codes.values()))
    for n, step in enumerate(chart.data.steps):
        if step.kind == kind:
            text_color: Paint | Role = "accent" if n == chart.loud else "text"
            words = chart.label_words(size, text_color)
            if _is_unlike(step, code):
                words = chart.rich_words(size, text_color, step_label(step, code, chart.lang))
            series.labels[n] = point_label(n, moved_by("0", _moved(chart, step)) + words, "ctr")
    words = chart.label_words(size, "text")
    series.usual = f'{UNDRAWN}{words}<c:dLblPos val="ctr"/>{VALUE}{NO_LEADERS}'


def _is_unlike(step: Step, code: str) -> bool:
    """Return whether the value of a step's segment would not be shown as the step: that of one
    across zero is a part of it, and formats for some sizes have none for what is below zero."""
    return step.crosses or (step.low < 0 and sections(code)[0].condition != "")


def _moved(chart: ChartWriter, step: Step) -> float:
    """Return how far a value moves down from the middle of its segment, as a share of the chart."""
    fitted = chart.fitted
    assert fitted.plot and fitted.top is not None
    scale = fitted.plot[3] / (fitted.top - fitted.low)
    half = abs(_segment(step)) * scale / 2 + 0.5 * LINE_HEIGHT * fitted.values + 2
    sign = 1 if step.hangs else -1
    return sign * half / points(chart.node.box.h)
