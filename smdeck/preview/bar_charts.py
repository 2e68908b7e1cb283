"""Bars and columns, side by side or stacked."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from smdeck.fit.chart_values import above_target, reaching, shared, target_words
from smdeck.fit.charts import SPARE_BARS
from smdeck.fit.measure import LINE_HEIGHT
from smdeck.preview.axes import AxisScale, stacked_sums
from smdeck.preview.chart_canvas import BESIDE, Canvas, Height
from smdeck.preview.chart_more import (
    draw_dashes,
    draw_lines_over,
    draw_second_numbers,
    draw_spread,
    draw_target,
)
from smdeck.scene import Paint, Role
from smdeck.units import points

NAMES_SHARE = 0.4
"""The most of a chart's width that the names beside bars take where office programs place them."""

ABOVE, AFTER = 0.3, 5.0
"""How far the foot of a value lies above its column as a share of its size, and how far it begins
behind its bar in points."""


def draw_columns(canvas: Canvas) -> None:
    """Draw columns with their values: side by side, or those of a category on one another."""
    stacked, fitted = canvas.type == "stacked-column", canvas.fitted
    canvas.begin()
    rows = shared(canvas.chart)
    apart = canvas.chart.axis2.series if canvas.chart.axis2 else None
    left_scale = [
        row for row, style in zip(rows, canvas.styles, strict=True) if style.name != apart
    ]
    totals = stacked_sums(rows) if stacked else [v for r in left_scale for v in r if v is not None]
    totals += reaching(canvas.chart)
    axis = canvas.scale(totals)
    slots = canvas.slots(canvas.area.width / max(1, len(canvas.data.categories)))
    area = canvas.area
    label = 0.0 if canvas.plot or stacked else LINE_HEIGHT * fitted.values
    top, bottom = area.top + label, area.bottom - (label if axis.low < 0 else 0.0)

    def y(value: float) -> float:
        return bottom - axis.share(value) * (bottom - top)

    if fitted.step is not None:
        canvas.numbers(axis, y, ruled=True)
    canvas.level(y(0), "text", 2.5)
    if stacked:
        _draw_stacks(canvas, slots, rows, y)
        draw_target(canvas, area.left, area.right, y)
        return
    bars = [s for s, style in enumerate(canvas.styles) if style.name not in canvas.chart.lines]
    for n, (left, right) in enumerate(slots):
        for s, (start, end) in zip(bars, _within(canvas, left, right, len(bars)), strict=True):
            value = rows[s][n]
            if value is not None:
                with canvas.appears(s, n):
                    _column(canvas, (s, n), (start, end), value, y)
    if fitted.axis2:
        step, end = fitted.axis2
        right_scale = AxisScale(0.0, end, step)
        draw_second_numbers(canvas, right_scale, top, bottom)
        draw_lines_over(canvas, slots, lambda v: bottom - right_scale.share(v) * (bottom - top))
    else:
        draw_lines_over(canvas, slots, y)
    draw_target(canvas, area.left, area.right, y)


def _column(
    canvas: Canvas, at: tuple[int, int], sides: tuple[float, float], value: float, y: Height
) -> None:
    """Draw the column of a series and category, with its value unless an axis tells that."""
    series, category = at
    top, foot = sorted((y(0), y(value)))
    canvas.bar(sides[0], top, sides[1], foot, _fill(canvas, series, category))
    draw_spread(canvas, category, value, sum(sides) / 2, y)
    loud = _is_loud(canvas, category)
    if canvas.fitted.step is not None and not loud:
        return
    if canvas.fitted.told is not None and category not in canvas.fitted.told:
        return
    size = canvas.fitted.loud if loud else canvas.fitted.values
    line = y(value) - ABOVE * size if value >= 0 else y(value) + size
    words, color = canvas.value(value, canvas.styles[series].name), _label_color(canvas, category)
    if canvas.fitted.inside:
        line, color = y(0) - 0.4 * size, _words_on_bar(canvas, series, category)
    elif at in canvas.fitted.tucked:
        line, color = y(value) + size, _words_on_bar(canvas, series, category)
    canvas.words(sum(sides) / 2, line, words, color, bold=True, size=size)


def _draw_stacks(
    canvas: Canvas,
    slots: list[tuple[float, float]],
    rows: list[list[float | None]],
    y: Height,
) -> None:
    """Draw stacks, thin lines between their segments, and their sums."""
    columns = [_within(canvas, left, right, 1)[0] for left, right in slots]
    tops = [_stack(canvas, n, *column, rows, y) for n, column in enumerate(columns)]
    if len(rows) > 1:
        neighbours = zip(pairwise(columns), pairwise(tops), strict=True)
        for n, ((before, after), (these, those)) in enumerate(neighbours, 1):
            for s, (one, other) in enumerate(zip(these, those, strict=True)):
                with canvas.appears(s, n):
                    canvas.rule((before[1], y(one)), (after[0], y(other)), "line", 1.5)
    size = canvas.fitted.values
    for n, ((start, end), total) in enumerate(zip(columns, canvas.fitted.totals, strict=False)):
        if total is not None:
            words = canvas.value(total, canvas.styles[0].name)
            at = y(total) - ABOVE * size - above_target(total, canvas.chart, canvas.fitted)
            with canvas.appears(len(rows), n):  # a series of their own, behind the others
                canvas.words((start + end) / 2, at, words, "text", bold=True, size=size)


def _stack(
    canvas: Canvas,
    n: int,
    start: float,
    end: float,
    rows: list[list[float | None]],
    y: Height,
) -> list[float]:
    """Draw the segments of a column, positive ones above the axis, negative ones below; return
    where each ends."""
    up = down = 0.0
    ends = []
    for s, style in enumerate(canvas.styles):
        value = rows[s][n] or 0.0
        base = down if value < 0 else up
        up, down = (up, down + value) if value < 0 else (up + value, down)
        ends.append(base + value)
        if not value:
            continue
        edges = sorted((y(base), y(base + value)))
        size = _segment_size(canvas, s, n, rows)
        with canvas.appears(s, n):
            canvas.bar(start, edges[0], end, edges[1], _fill(canvas, s, n), edged=1.5)
            if size:
                at = sum(edges) / 2 + 0.35 * size
                words = canvas.value(canvas.data.series[style.name][n] or 0.0, style.name)
                canvas.words((start + end) / 2, at, words, style.words, bold=True, size=size)
    return ends


def _segment_size(canvas: Canvas, s: int, n: int, rows: list[list[float | None]]) -> float:
    """Return the size of the value in a segment; 0 where that is lower than its words."""
    if canvas.fitted.segments:
        return canvas.fitted.segments[s][n]
    size, tallest = canvas.fitted.values, max(stacked_sums(rows, absolute=True), default=0.0)
    share = abs(rows[s][n] or 0.0) / tallest
    return size if share * 0.75 * points(canvas.box.h) >= 1.15 * size else 0.0


def draw_bars(canvas: Canvas) -> None:
    """Draw bars with their values, the names of the categories at their left."""
    fitted, names = canvas.fitted, canvas.data.categories
    canvas.begin()
    rows = list(canvas.data.series.values())
    values = [value for row in rows for value in row if value is not None]
    axis = canvas.scale(values + reaching(canvas.chart))
    area = canvas.area
    if canvas.plot:
        left, right = area.left, area.right
        names_end, room = left - BESIDE, left - points(canvas.box.x) - BESIDE
    else:
        widest = max((canvas.wide(name, bold=True) for name in names), default=0.0)
        room = min(widest, NAMES_SHARE * area.width)
        names_end = area.left + room
        labels = AFTER + max(
            canvas.wide(canvas.value(value, style.name), bold=True, size=fitted.values)
            for style, row in zip(canvas.styles, rows, strict=True)
            for value in row
            if value is not None
        )
        left = names_end + BESIDE + (labels if axis.low < 0 else 0)
        right = area.right - labels

    def x(value: float) -> float:
        return left + axis.share(value) * (right - left)

    height = area.height / len(names)
    spare = SPARE_BARS if canvas.chart.target and len(rows) > 1 else 0
    for n, name in enumerate(names):
        top = area.top + n * height
        canvas.wrapped(names_end, top + height / 2, name, room, "end")
        edges = _within(canvas, top, top + height, len(rows) + spare)
        for s, (start, end) in enumerate(edges[spare // 2 : spare // 2 + len(rows)]):
            value = rows[s][n]
            if value is not None:
                with canvas.appears(s, n):
                    _bar(canvas, (s, n), (start, end), value, x)
    if canvas.chart.target:
        _target_across(canvas, x(canvas.chart.target.value), height)


def _target_across(canvas: Canvas, at: float, height: float) -> None:
    """Draw the line of a target across bars, with its words beside the first of them."""
    area = canvas.area
    draw_dashes(canvas, (at, area.top), (at, area.bottom))
    if not canvas.plot:
        words = " ".join(target_words(canvas.chart, canvas.lang))
        middle = area.top + height / 2 + 0.35 * canvas.size
        canvas.words(at + AFTER, middle, words, "text", bold=True, anchor="start")


def _bar(
    canvas: Canvas,
    at: tuple[int, int],
    edges: tuple[float, float],
    value: float,
    x: Callable[[float], float],
) -> None:
    """Draw the bar of a series and category, with its value behind it."""
    series, category = at
    left, right = sorted((x(0), x(value)))
    canvas.bar(left, edges[0], right, edges[1], _fill(canvas, series, category))
    size = canvas.fitted.loud if _is_loud(canvas, category) else canvas.fitted.values
    after, inside = value >= 0, canvas.fitted.inside
    draw_spread(canvas, category, value, sum(edges) / 2, x)
    tucked = at in canvas.fitted.tucked
    end = x(0 if inside else value)
    canvas.words(
        end + (AFTER if after and not tucked else -AFTER),
        sum(edges) / 2 + 0.35 * size,
        canvas.value(value, canvas.styles[series].name),
        _words_on_bar(canvas, series, category)
        if inside or tucked
        else _label_color(canvas, category),
        bold=True,
        anchor="start" if after and not tucked else "end",
        size=size,
    )


def _words_on_bar(canvas: Canvas, series: int, category: int) -> Role:
    """Return the colour of words on a bar: where one is set off, the others are calm."""
    if canvas.loud in (None, category):
        return canvas.styles[series].words
    return canvas.node.calm_words


def _fill(canvas: Canvas, series: int, category: int) -> Paint | Role:
    """Return the colour of a bar: where one is set off, the others step back."""
    if canvas.loud is not None and category != canvas.loud:
        return "calm"
    paint = canvas.styles[series].paint
    hatched = category >= canvas.expected
    return paint._replace(alpha=paint.alpha * 2 // 5) if hatched else paint


def _is_loud(canvas: Canvas, category: int) -> bool:
    """Return whether a bar of the only series is set off, and its value with it."""
    return len(canvas.styles) == 1 and category == canvas.loud


def _label_color(canvas: Canvas, category: int) -> Role:
    return "accent" if _is_loud(canvas, category) else "text"


def _within(canvas: Canvas, start: float, end: float, count: int) -> list[tuple[float, float]]:
    """Return where bars stand in the place of a category."""
    gap = canvas.fitted.gap
    bar = (end - start) / (count + gap)
    first = start + gap * bar / 2
    return [(first + n * bar, first + (n + 1) * bar) for n in range(count)]
