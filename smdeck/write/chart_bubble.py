"""Bubbles: each a series of a bubble chart, whose row of the workbook says name, place and area."""

from __future__ import annotations

from smdeck.fit.measure import LINE_HEIGHT
from smdeck.scene import NameSide, Paint, Role, SeriesStyle
from smdeck.units import points
from smdeck.write.chart_workbook import row_workbook
from smdeck.write.chart_writer import ChartWriter
from smdeck.write.chart_xml import (
    FROM_EDGE_TO_EDGE,
    NOTHING,
    UNDRAWN,
    ChartAxis,
    Series,
    axis_numbers,
    joined,
    named,
    number_format,
    numbers,
    rules,
    shown,
)

EDGE = 1.5
"""How wide the edge is that sets bubbles apart from each other, in points."""

AXES = "2115720072", "2115723560"
"""The numbers of the axes between which bubbles stand."""


def write_bubbles(chart: ChartWriter) -> bytes:
    """Add bubbles with their names, and axes that say what they show."""
    figures, field = chart.figures, chart.fitted.bubbles
    assert field
    rows = list(zip(*figures.series.values(), strict=True))
    every = [
        _bubble(chart, number, style, side, row)
        for number, (style, side, row) in enumerate(
            zip(chart.styles, field.sides, rows, strict=True)
        )
    ]
    chart.plots.append(
        f'<c:bubbleChart><c:varyColors val="0"/>{joined(every)}<c:dLbls>{NOTHING}</c:dLbls>'
        f'<c:bubbleScale val="{round(100 * field.share)}"/><c:showNegBubbles val="0"/>'
        f"{axis_numbers(AXES)}</c:bubbleChart>"
    )
    _add_axes(chart)
    codes = list(chart.data.codes.values())
    told = zip(figures.categories, rows, strict=True)
    return row_workbook(list(figures.series), codes, told)


def _bubble(
    chart: ChartWriter,
    number: int,
    style: SeriesStyle,
    side: NameSide,
    values: tuple[float | None, ...],
) -> Series:
    edge = chart.line("ground", EDGE)
    text_color: Paint | Role = "accent" if style.role == "highlight" else "text"
    words = chart.label_words(chart.fitted.size, style.words if side == "ctr" else text_color)
    code, row = list(chart.data.codes.values())[1], number + 2
    cells = zip(("xVal", "yVal", "bubbleSize"), "BCD", values, strict=True)
    return Series(
        number,
        named(f"$A${row}", chart.figures.categories[number]),
        f"<c:spPr>{chart.fill(style.paint)}{edge}</c:spPr>" + '<c:invertIfNegative val="0"/>',
        "".join(numbers(tag, f"${column}${row}", code, [value]) for tag, column, value in cells),
        usual=f'{UNDRAWN}{words}<c:dLblPos val="{side}"/>{shown(series=1)}',
        end='<c:bubble3D val="0"/>',
    )


def _add_axes(chart: ChartWriter) -> None:
    """Add the axes: what the level one shows stands below its right end, what the upright one
    shows is the title of the chart, since LibreOffice breaks that of an upright axis."""
    field, names = chart.fitted.bubbles, list(chart.figures.series)
    assert field
    across, up = (
        ChartAxis(
            position,
            orientation="minMax",
            low=axis.low,
            high=axis.high,
            code=number_format(code),
            labels="low",
            words=chart.words(f'sz="{round(100 * chart.fitted.values)}"'),
            crosses="min",
            end=FROM_EDGE_TO_EDGE,
            unit=axis.step,
        )
        for position, axis, code in zip("bl", field.axes, chart.data.codes.values(), strict=False)
    )
    across = across._replace(
        shape=f"<c:spPr>{chart.line('text', 2.5)}</c:spPr>", title=_title(chart, names[0], 0)
    )
    unlined = '<c:spPr><a:ln w="31750"><a:noFill/></a:ln></c:spPr>'
    up = up._replace(shape=unlined, rules=rules(chart.line("line", 1)))
    chart.axes = across.xml("valAx", *AXES) + up.xml("valAx", *reversed(AXES))
    chart.title = _title(chart, names[1], 1)


def _title(chart: ChartWriter, name: str, number: int) -> str:
    """Return what an axis shows, which stands in the workbook: that of the height above its upper
    end, the other one below its right end."""
    box, fitted = chart.node.box, chart.fitted
    size, w, h = fitted.loud, points(box.w), points(box.h)
    wide = fitted.axis_names[number] / w  # which mirrors it from right to left
    x = 0.0 if number else 1 - wide
    y = fitted.head / h if number else 1 - LINE_HEIGHT * size / h - 0.005
    told = named(f"${'BC'[number]}$1", name)
    words = chart.words(chart.look(size), "text", ' rot="0" vert="horz" wrap="none"')
    return (
        f"<c:title>{told}"
        '<c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{x:.4f}"/><c:y val="{y:.4f}"/><c:w val="{wide:.4f}"/></c:manualLayout></c:layout>'
        f'<c:overlay val="1"/>{words}</c:title>'
    )
