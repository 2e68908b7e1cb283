"""Marks: which colour each series or slice of a chart has, and how it is told from the others."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from smdeck.model.chart import ChartData
from smdeck.scene import ChartMark, Paint, Role
from smdeck.scene.nodes import ToldBy
from smdeck.theme import Theme
from smdeck.theme.color import contrast
from smdeck.theme.vision import closest

SERIES: tuple[Role, ...] = (
    "series_1", "series_2", "series_3", "series_4", "series_5", "series_6",
)  # fmt: skip

VISIBLE, APART = 3.1, 10.5
"""What calm neighbours reach in contrast and difference: a little more than the rules ask."""


def chart_marks(data: ChartData, theme: Theme, tone: str) -> tuple[ChartMark, ...]:
    """Return the slices of a round chart, else the series, in their order."""
    figures = data.data
    if round_chart := data.type in ("pie", "doughnut"):
        names = figures.categories
    else:
        names = [*figures.series, *figures.points]
    told_by = _told_by(data, len(names))
    calm = _calm(theme, tone, len(names) - 1) if told_by != "label" else ()
    marks: list[ChartMark] = []
    for number, name in enumerate(names):
        role = SERIES[number % len(SERIES)]
        if data.highlight in names:
            role = "highlight" if name == data.highlight else "calm"
        elif data.highlight and len(names) == 1 and not round_chart and told_by == "label":
            role = "highlight"  # one of its bars is, and the others step back
        paint = theme.paint(role, tone)
        if role == "calm" and calm:
            paint = calm[sum(mark.role == "calm" for mark in marks)]
        marks.append(ChartMark(name, role, paint, told_by))
    return tuple(marks)


def _told_by(data: ChartData, count: int) -> ToldBy:
    """Return how the marks of a chart are told apart."""
    if data.type == "pie":
        return "label"
    if count > 1:
        return "legend"
    return "label" if data.type in ("bar", "column", "stacked-column") else "name"


@lru_cache(maxsize=64)
def _calm(theme: Theme, tone: str, count: int) -> tuple[Paint, ...]:
    """Return colours that step back, and yet can be seen and told apart, lightest first.

    The last one comes again where there are no more of them.
    """
    ground = theme.rgb("ground", tone)
    taken = [theme.rgb("highlight", tone)]
    chosen: list[Paint] = []
    for paint in _stronger(theme.paint("calm", tone), theme.is_dark(tone)):
        color = theme.seen(paint, tone)
        if contrast(color, ground) < VISIBLE:
            continue
        if all(closest(color, other)[0] >= APART for other in taken):
            chosen.append(paint)
            taken.append(color)
        if len(chosen) == count:
            break
    return tuple(chosen + (chosen[-1:] or [paint]) * (count - len(chosen)))


def _stronger(paint: Paint, dark: bool) -> Iterator[Paint]:
    """Yield a colour and ever stronger ones, as PowerPoint's colour picker makes them, at last
    those between the theme's black and white: on a middling ground the way to either is short."""
    if paint.alpha < 100:
        yield from (paint._replace(alpha=alpha) for alpha in range(paint.alpha, 101, 2))
    elif dark:
        yield from (paint._replace(lighter=share) for share in range(paint.lighter, 95, 2))
    else:
        yield from (paint._replace(darker=share) for share in range(paint.darker, 95, 2))
    for share in range(0, 60, 10):
        yield from (Paint("dk1", lighter=share), Paint("dk1", darker=share))
        yield from (Paint("lt1", darker=share), Paint("lt1", lighter=share))
