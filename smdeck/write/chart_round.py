"""Pies and rings."""

from __future__ import annotations

from smdeck.fit.chart_values import SMALLEST_SLICE, turned
from smdeck.write.chart_writer import ChartWriter
from smdeck.write.chart_xml import (
    LEADERS,
    NOTHING,
    VALUE,
    Series,
    no_label,
    point,
    shown,
)

HOLE, KEYED_HOLE = 50, 67
"""How wide the hole of a ring is, in percent; that of one whose slices the slide names is wider."""


def write_pie(chart: ChartWriter) -> bytes:
    """Add the slices of a circle, with name and value of each beside it."""
    (values,) = chart.figures.series.values()
    labels = (
        f'{chart.value_words("text")}<c:dLblPos val="outEnd"/>{shown(value=1, category=1)}'
        "<c:separator>\n</c:separator>"
    )
    angle = turned([value or 0 for value in values])
    _write(chart, "pie", _slices(chart), labels, f'<c:firstSliceAng val="{angle}"/>')
    return chart.workbook()


def write_ring(chart: ChartWriter) -> bytes:
    """Add the parts of a ring, with their values on them and a legend, unless the slide names
    them."""
    series, keyed = _slices(chart), chart.node.keyed
    if not keyed:
        chart.legend = "r"
        (values,) = chart.figures.series.values()
        total = sum(value or 0 for value in values)
        for number, value in enumerate(values):
            small = (value or 0) < SMALLEST_SLICE * total  # its value would run out of the ring
            words = chart.styles[number].words
            series.labels[number] = (
                no_label(number) if small else chart.value_label(number, words, "")
            )
    hole = f'<c:firstSliceAng val="0"/><c:holeSize val="{KEYED_HOLE if keyed else HOLE}"/>'
    labels = NOTHING if keyed else chart.value_words("text") + VALUE
    _write(chart, "doughnut", series, labels, hole)
    return chart.workbook()


def _slices(chart: ChartWriter) -> Series:
    """Return the series of a round chart, each of its slices in a colour."""
    (series,) = chart.series()
    for number, style in enumerate(chart.styles):
        shape = f"<c:spPr>{chart.fill(style.paint)}{chart.line('ground', 2)}</c:spPr>"
        series.points[number] = point(number, shape)
    return series


def _write(chart: ChartWriter, kind: str, series: Series, labels: str, end: str) -> None:
    chart.plots.append(
        f'<c:{kind}Chart><c:varyColors val="1"/>{series.xml}<c:dLbls>{labels}{LEADERS}</c:dLbls>'
        f"{end}</c:{kind}Chart>"
    )
