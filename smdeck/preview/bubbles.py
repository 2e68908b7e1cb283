"""Bubbles between two axes, with their names in them or beside them."""

from __future__ import annotations

from smdeck.figures.showing import shown
from smdeck.fit.bubbles import AWAY, Bubble, discs_of
from smdeck.preview.chart_canvas import BELOW, BESIDE, Canvas
from smdeck.scene import BubbleField, NameSide, Paint, Role


def draw_bubbles(canvas: Canvas) -> None:
    """Draw the axes with what they show, and the bubbles."""
    fitted, figures = canvas.fitted, canvas.data
    field, plot = fitted.bubbles, fitted.plot
    assert field and plot and canvas.plot
    canvas.area = canvas.plot
    _draw_axes(canvas, field)
    rows = list(zip(*figures.series.values(), strict=True))
    discs = discs_of(field, plot, rows)
    left, top = canvas.plot.left, canvas.plot.top
    for n, (disc, side, style) in enumerate(zip(discs, field.sides, canvas.styles, strict=True)):
        at = Bubble(left + disc.x, top + disc.y, disc.r)
        color: Paint | Role = "accent" if style.role == "highlight" else "text"
        with canvas.appears(n, n):
            canvas.dot((at.x, at.y), "ground", 2 * at.r + 1.5)
            canvas.dot((at.x, at.y), style.paint, 2 * at.r)
            _write_name(canvas, at, side, style.name, style.words if side == "ctr" else color)


def _write_name(
    canvas: Canvas, disc: Bubble, side: NameSide, name: str, color: Paint | Role
) -> None:
    size = canvas.size
    x, y, anchor = disc.x, disc.y + 0.35 * size, "middle"
    if side in "lr":
        x += (disc.r + AWAY) * (1 if side == "r" else -1)
        anchor = "start" if side == "r" else "end"
    elif side != "ctr":
        y = disc.y - disc.r - AWAY - 0.2 * size if side == "t" else disc.y + disc.r + AWAY + size
    canvas.words(x, y, name, color, bold=True, anchor=anchor, size=size)


def _draw_axes(canvas: Canvas, field: BubbleField) -> None:
    area, small, size = canvas.area, canvas.fitted.values, canvas.fitted.loud
    codes = list(canvas.chart.codes.values())
    for tick in field.up.ticks:
        y = area.bottom - field.up.share(tick) * area.height
        canvas.level(y, "line", 1)
        words = shown(tick, codes[1], canvas.lang)
        canvas.words(area.left - BESIDE, y + 0.35 * small, words, "text", anchor="end", size=small)
    for tick in field.across.ticks:
        x = area.left + field.across.share(tick) * area.width
        words = shown(tick, codes[0], canvas.lang)
        canvas.words(x, area.bottom + BELOW + small, words, "text", size=small)
    canvas.level(area.bottom, "text", 2.5)
    across, up, _ = canvas.data.series
    right, (top, bottom) = canvas.whole.right, (canvas.whole.top, canvas.whole.bottom)
    canvas.words(right, bottom - 0.25 * size, across, "text", bold=True, anchor="end", size=size)
    top += canvas.fitted.head
    canvas.words(canvas.whole.left, top + size, up, "text", bold=True, anchor="start", size=size)
