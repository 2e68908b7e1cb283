"""Ranges: a line from dot to dot in each row, as points of a scatter chart.

Each row is a series of two points, so that both ends follow the workbook and line and values go
with them.
"""

from __future__ import annotations

from collections.abc import Sequence

from smdeck.figures.showing import shown
from smdeck.fit.ranges import BEGIN_SHARE, TIE_SHARE, dot_size
from smdeck.model.two_ends import lower_end
from smdeck.scene import Paint, Role
from smdeck.write.chart_scatter import AXES, point_plot
from smdeck.write.chart_workbook import row_workbook
from smdeck.write.chart_writer import ChartWriter
from smdeck.write.chart_xml import (
    AS_SOURCE,
    FIELDS,
    FROM_EDGE_TO_EDGE,
    NO_MARKER,
    NOTHING,
    ChartAxis,
    Series,
    named,
    number_format,
    numbers,
    point,
    point_label,
    rules,
)
from smdeck.write.chart_xml import shown as says


def write_ranges(chart: ChartWriter) -> bytes:
    """Add the rows with their lines, their dots and the values of these, and a line below each."""
    figures, codes = chart.figures, list(chart.data.codes.values())
    ends = list(zip(*figures.series.values(), strict=True))
    many = len(figures.categories)
    rows = [
        (name, (*values, many - n - 0.5, many - n - 0.5))
        for n, (name, values) in enumerate(zip(figures.categories, ends, strict=True))
    ]
    every = [_row(chart, number, name, values) for number, (name, values) in enumerate(rows)]
    chart.plots.append(point_plot(every))
    _add_axes(chart, many)
    return row_workbook(list(figures.series), codes, rows)


def _add_axes(chart: ChartWriter, many: int) -> None:
    fitted = chart.fitted
    low, top = fitted.low, fitted.top
    one_step = top and low > 0 and fitted.unit == top - low  # it has no whole steps from zero
    axis = ChartAxis(
        "b", hidden=True, orientation="minMax", code=AS_SOURCE, ticks="out", end=FROM_EDGE_TO_EDGE
    )
    across = axis._replace(low=low, unit=fitted.unit, high=top if one_step else None)
    line = rules(chart.line("line", 1))
    down = axis._replace(position="l", low=0, high=many, unit=1, rules=line)
    chart.axes = across.xml("valAx", *AXES) + down.xml("valAx", *reversed(AXES))


def _row(chart: ChartWriter, number: int, name: str, values: Sequence[float | None]) -> Series:
    assert chart.fitted.plot
    dot = dot_size(chart.fitted.plot[3] / len(chart.figures.categories))
    loud = name == chart.data.highlight
    first, second = (one.paint for one in chart.styles)
    drawn: Paint | Role = "highlight" if loud else second
    begins: Paint | Role = drawn if loud else first
    row, codes = number + 2, list(chart.data.codes.values())
    ends, heights = values[:2], values[2:]
    figures = numbers("xVal", f"$B${row}:$C${row}", codes[0], ends, codes)
    figures += numbers("yVal", f"$D${row}:$E${row}", codes[0], heights)
    width = TIE_SHARE * dot
    return Series(
        number,
        named(f"$A${row}", name),
        f"<c:spPr>{chart.stroke(drawn, width)}</c:spPr>{NO_MARKER}",
        figures,
        points={
            0: _dot(chart, 0, BEGIN_SHARE * dot, begins, width),
            1: _dot(chart, 1, dot, drawn, width),
        },
        labels=_values(chart, ends, "accent" if loud else "text"),
        usual=NOTHING,
        end='<c:smooth val="0"/>',
    )


def _dot(chart: ChartWriter, number: int, size: float, color: Paint | Role, width: float) -> str:
    """Return the point at an end. Its line is the part of a row that ends there, none at its
    beginning, and in LibreOffice the colour of its dot."""
    line = f"<c:spPr>{chart.stroke(color, width)}</c:spPr>"
    return point(number, line, chart.dot(color, round(size)))


def _values(chart: ChartWriter, ends: Sequence[float | None], color: Role) -> dict[int, str]:
    """Return the values of both ends, each outside of its dot: the x of a point, as a field."""
    lower, codes = lower_end(ends), list(chart.data.codes.values())
    labels = {}
    for n, (value, code) in enumerate(zip(ends, codes, strict=True)):
        if value is None:
            continue
        field = f'id="{_FIELD[n]}" type="XVALUE"'
        told = shown(value, code, chart.lang)
        text = chart.rich_words(chart.fitted.values, color, told, field)
        side = "l" if n == lower else "r"
        labels[n] = point_label(n, text + number_format(code), side, says(category=1) + FIELDS)
    return labels


_FIELD = ("{3A0F8E52-6B1D-4C7E-9A52-1D5E7C3B9F21}", "{7C41D9B6-2E83-4F0A-8B6D-5A9E1C4F7D32}")
