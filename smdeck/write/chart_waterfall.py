"""Waterfalls: stacked columns on a series that is not drawn, tied by thin lines.

A step that begins on one side of zero and ends on the other has two segments: office programs
stack what is above zero and what is below it apart.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from lxml import etree
from pptx.oxml import parse_xml

from smdeck.figures.codes import sections
from smdeck.fit.measure import LINE_HEIGHT
from smdeck.model.waterfall import Step, StepKind, code_of, step_label
from smdeck.scene import Chart, Paint, Role
from smdeck.units import points
from smdeck.words import words_for
from smdeck.write.chart_more import SPACES, Color, as_text, insert, line_plot, line_xml
from smdeck.write.chart_xml import NO_LEADERS

_C = "http://schemas.openxmlformats.org/drawingml/2006/chart"

KINDS: tuple[StepKind, ...] = ("total", "rise", "fall")
"""The kinds of steps, in the order of the marks."""

LINKS = 3
"""How many series the lines between steps take: each has every third one, and gaps between."""

LINK_WIDTH = 1.25

LINKED_AS = KINDS.index("rise")
"""The kind of steps whose calm colour lines have: they go from the middle of a step to that of the
next one, and are hardly seen on their edges."""

_SHOWS_VALUE = (
    '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
    '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
)


class WaterfallSeries(NamedTuple):
    """A series of a waterfall's workbook."""

    name: str
    values: list[float | None]
    code: str
    kind: StepKind | None = None
    """The kind of its steps; None for what is not drawn, and for lines."""
    rest: bool = False
    """Whether it has the parts below zero of steps that begin or end above it."""


def waterfall_rows(node: Chart, lang: str) -> list[WaterfallSeries]:
    """Return the series of a waterfall: what its steps stand on, its steps by their kinds, and the
    lines between them."""
    data, labels = node.data, words_for(lang).labels
    code = next(iter(data.codes.values()))
    steps = list(data.steps)
    rows = [WaterfallSeries(labels["base"], [_base(step) for step in steps], code)]
    for kind, mark in zip(KINDS, node.marks, strict=True):
        of_kind = code_of(code, kind)
        drawn = [_segment(step) if step.kind == kind else None for step in steps]
        rows.append(WaterfallSeries(mark.name, drawn, of_kind, kind))
        rest = [step.low if step.kind == kind and step.crosses else None for step in steps]
        if any(rest):
            rows.append(WaterfallSeries(mark.name, rest, of_kind, kind, True))
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


def draw_waterfall(chart: Any, node: Chart, lang: str, color: Color) -> None:
    """Give steps their colours and values, hide what they stand on, and tie them."""
    plot = chart.plots[0]._element
    every = plot.findall(f"{{{_C}}}ser")
    rows = waterfall_rows(node, lang)
    loud = _loud(node)
    for series, row in zip(every, rows, strict=True):
        if row.kind is None:
            _paint(series, "<a:noFill/>")
            continue
        mark = node.marks[KINDS.index(row.kind)]
        calm = f"<a:solidFill>{color(mark.paint)}</a:solidFill>"
        if loud is not None and row.values[loud] is not None:
            _paint(series, f"<a:solidFill>{color('highlight')}</a:solidFill>")
            _step_back(series, [n for n in _filled(row) if n != loud], calm)
        else:
            _paint(series, calm)
        if not row.rest:
            _label(series, row.kind, node, lang, color)
    links = [series for series, row in zip(every, rows, strict=True) if row.name == rows[-1].name]
    _tie(plot, [one for one in links if one is not every[0]], color(node.marks[LINKED_AS].paint))


def _loud(node: Chart) -> int | None:
    names, highlight = node.data.data.categories, node.data.highlight
    return names.index(highlight) if highlight in names else None


def _paint(series: Any, fill: str) -> None:
    """Fill a series and leave out its edge."""
    for old in series.findall(f"{{{_C}}}spPr"):
        series.remove(old)
    properties = f"<c:spPr {SPACES}>{fill}<a:ln><a:noFill/></a:ln></c:spPr>"
    series.find(f"{{{_C}}}tx").addnext(parse_xml(properties))


def _filled(row: WaterfallSeries) -> list[int]:
    """Return the numbers of the steps that a series has."""
    return [n for n, value in enumerate(row.values) if value is not None]


def _step_back(series: Any, numbers: list[int], fill: str) -> None:
    """Let the other steps of a series be calm. The series has the loud colour and the calm ones
    their own: LibreOffice lets a point keep the transparency of its series."""
    for number in numbers:
        insert(
            series,
            f'<c:dPt {SPACES}><c:idx val="{number}"/><c:invertIfNegative val="0"/>'
            f'<c:bubble3D val="0"/><c:spPr>{fill}</c:spPr></c:dPt>',
            ("dLbls", "cat"),
        )


def _label(series: Any, kind: StepKind, node: Chart, lang: str, color: Color) -> None:
    """Put the values of steps above them, those of levels below zero under them.

    Values of stacked columns stand in their middles; from there they are moved, and stay values.
    """
    steps = node.data.steps
    loud, size = _loud(node), node.fitted.values
    code, labels = next(iter(node.data.codes.values())), []
    for n, step in enumerate(steps):
        if step.kind != kind:
            continue
        text_color: Paint | Role = "accent" if n == loud else "text"
        text = as_text(size, color(text_color), lang)
        if _is_unlike(step, code):
            text = as_text(size, color(text_color), lang, step_label(step, code, lang))
        labels.append(
            f'<c:dLbl><c:idx val="{n}"/><c:layout><c:manualLayout><c:x val="0"/>'
            f'<c:y val="{_moved(node, step):.4f}"/></c:manualLayout></c:layout>{text}'
            f'<c:dLblPos val="ctr"/>{_SHOWS_VALUE}</c:dLbl>'
        )
    text = as_text(size, color("text"), lang)
    insert(
        series,
        f"<c:dLbls {SPACES}>{''.join(labels)}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f'{text}<c:dLblPos val="ctr"/>{_SHOWS_VALUE}{NO_LEADERS}</c:dLbls>',
        ("trendline", "errBars", "cat"),
    )


def _is_unlike(step: Step, code: str) -> bool:
    """Return whether the value of a step's segment would not be shown as the step: that of one
    across zero is a part of it, and formats for some sizes have none for what is below zero."""
    return step.crosses or (step.low < 0 and sections(code)[0].condition != "")


def _moved(node: Chart, step: Step) -> float:
    """Return how far a value moves down from the middle of its segment, as a share of the chart."""
    fitted = node.fitted
    assert fitted.plot and fitted.top is not None
    scale = fitted.plot[3] / (fitted.top - fitted.low)
    half = abs(_segment(step)) * scale / 2 + 0.5 * LINE_HEIGHT * fitted.values + 2
    sign = 1 if step.hangs else -1
    return sign * half / points(node.box.h)


def _tie(plot: Any, links: list[Any], color: str) -> None:
    """Make thin lines of the series that tie steps to each other, on the same axes."""
    tied = []
    for series in links:
        plot.remove(series)
        idx, order, told, categories, values = (
            etree.tostring(series.find(f"{{{_C}}}{name}"), encoding="unicode")
            for name in ("idx", "order", "tx", "cat", "val")
        )
        tied.append(
            f"<c:ser>{idx}{order}{told}<c:spPr>{line_xml(color, LINK_WIDTH)}</c:spPr>"
            f'<c:marker><c:symbol val="none"/></c:marker>{categories}{values}'
            '<c:smooth val="0"/></c:ser>'
        )
    if tied:
        plot.addnext(parse_xml(line_plot("".join(tied), plot)))
