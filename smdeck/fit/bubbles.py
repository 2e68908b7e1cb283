"""Bubbles: the axes that they lie between, how large they are, and where their names stand."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil, floor, log10
from typing import NamedTuple

from smdeck.fit.chart_values import shows
from smdeck.fit.charts import NAMES, PLAIN, Fitting
from smdeck.fit.measure import LINE_HEIGHT
from smdeck.scene import BubbleAxis, BubbleField, FittedChart, NameSide

LARGEST = 0.25
"""The diameter of the largest bubble as a share of the lower side of the plot."""

NUMBERS = 18.0
"""The size of the numbers of an axis at the most, in points."""

DIGITS = (1.0, 2.0, 2.5, 5.0)
"""What the steps of an axis begin with."""

FROM_ZERO = 0.35
"""An axis begins above zero where its lowest value is more than this share of its highest."""

AWAY = 4.0
"""How far a name stands from its bubble, in points."""


class Bubble(NamedTuple):
    """A bubble in the plot: its middle from the left and the top, and its radius, in points."""

    x: float
    y: float
    r: float


Rect = tuple[float, float, float, float]
"""Left, top, right and bottom of words in the plot, in points."""


def fit_bubbles(fitting: Fitting) -> FittedChart:
    """Return how bubbles are set: axes that say what they show, and names in the bubbles or beside
    them."""
    across, up, areas = fitting.figures.series.values()
    size = fitting.theme.type.step_below(min(fitting.most, 24 * fitting.ratio))
    small = min(size, NUMBERS)
    line = LINE_HEIGHT * size
    codes = list(fitting.data.codes.values())
    rough = BubbleField((_axis(across, codes[0], 0.1), _axis(up, codes[1], 0.1)), 1.0, ())
    ticks = max(_wide(fitting, tick, 1, small) for tick in rough.up.ticks)
    left, foot = ticks + 10, LINE_HEIGHT * small + 8 + line
    last = _wide(fitting, rough.across.ticks[-1], 0, small) / 2
    head = line if _heads_meet(fitting, size) else 0.0
    top = head + line + 0.7 * small + 4
    plot = (left, top, fitting.w - left - last, fitting.h - top - foot)
    share = 1.0 if len(areas) <= 6 else 0.75
    low = LARGEST * share * min(plot[2:])
    axes = (
        _axis(across, codes[0], 0.6 * low / plot[2]),
        _axis(up, codes[1], 0.6 * low / plot[3]),
    )
    field = BubbleField(axes, share, ())
    discs = discs_of(field, plot, list(zip(across, up, areas, strict=True)))
    sides = tuple(_sides(fitting, discs, plot, size))
    wide, high, _ = (fitting.wide(name, size) + 8 for name in fitting.figures.series)
    field = field._replace(sides=sides)
    return FittedChart(size, small, size, plot, bubbles=field, axis_names=(wide, high), head=head)


def _heads_meet(fitting: Fitting, size: float) -> bool:
    """Return whether what is up and what the areas say don't fit side by side above the plot."""
    from smdeck.strings import strings_for

    _, up, area = fitting.figures.series
    words = f"{strings_for(fitting.lang).labels['area']}: {area}"
    return fitting.wide(up, size) + fitting.wide(words, size, PLAIN) + 30 > fitting.w


def discs_of(
    field: BubbleField,
    plot: tuple[float, float, float, float],
    rows: list[tuple[float | None, float | None, float | None]],
) -> list[Bubble]:
    """Return where bubbles lie in a plot: their areas are to each other as their sizes."""
    most = max(size or 0.0 for *_, size in rows)
    largest = LARGEST * field.share * min(plot[2:]) / 2
    return [
        Bubble(
            field.across.share(x or 0.0) * plot[2],
            (1 - field.up.share(y or 0.0)) * plot[3],
            largest * ((size or 0.0) / most) ** 0.5,
        )
        for x, y, size in rows
    ]


def _wide(fitting: Fitting, value: float, number: int, size: float) -> float:
    name = list(fitting.figures.series)[number]
    return fitting.wide(fitting.shown(value, name), size, PLAIN)


def _axis(values: list[float | None], code: str, room: float) -> BubbleAxis:
    """Return an axis with three to six steps that leaves a `room` beyond its values, as a share of
    the axis, for the halves of bubbles."""
    known = [value for value in values if value is not None] or [0.0]
    low, high = min(known), max(known)
    begins = 0.0 if 0 <= low <= FROM_ZERO * high else low
    ends = 0.0 if FROM_ZERO * low <= high <= 0 else high
    span = ends - begins or abs(high) or 1.0
    more = room * span / max(1 - 2 * room, 0.3)
    begins = begins - more if begins or low < more else begins
    found = []
    power = 10.0 ** floor(log10(span))
    for step in (digit * tens for tens in (power / 10, power) for digit in DIGITS):
        if not shows(code, step):
            continue
        foot = floor(begins / step + 1e-9) * step
        if low >= 0 and foot < 0:
            foot = 0.0
        top = ceil((ends + more) / step - 1e-9) * step
        count = round((top - foot) / step)
        found.append((abs(count - 4) // 2, top - foot, foot, step, top))
    if not found:
        return BubbleAxis(begins, span, begins + ceil((ends + more - begins) / span) * span)
    *_, foot, step, top = min(found)
    digits = 9 - floor(log10(step))  # what computing adds is far behind those of a step
    return BubbleAxis(round(foot, digits), step, round(top, digits))


def _sides(
    fitting: Fitting, discs: list[Bubble], plot: tuple[float, float, float, float], size: float
) -> Iterator[NameSide]:
    """Yield where the name of each bubble stands: in it, or where it meets nothing, at the right
    first."""
    taken: list[Rect] = []
    high = LINE_HEIGHT * size
    for n, (disc, name) in enumerate(zip(discs, fitting.figures.categories, strict=True)):
        wide = fitting.wide(name, size, NAMES)
        others = [one for m, one in enumerate(discs) if m != n]
        within = (disc.x - wide / 2, disc.y - high / 2, disc.x + wide / 2, disc.y + high / 2)
        fits = wide < 1.8 * disc.r and high < 1.2 * disc.r
        if fits and not any(_meets(within, one) for one in others):
            yield "ctr"
            continue
        rects = _around(disc, wide, high)
        free = [
            side
            for side, rect in rects.items()
            if _inside(rect, plot)
            and not any(_crosses(rect, one) for one in taken)
            and not any(_meets(rect, one) for one in others)
        ]
        inside = [side for side, rect in rects.items() if _inside(rect, plot)]
        side: NameSide = (free or inside or ["t"])[0]
        taken.append(rects[side])
        yield side


def _around(disc: Bubble, wide: float, high: float) -> dict[NameSide, Rect]:
    x, y, r = disc.x, disc.y, disc.r + AWAY
    return {
        "r": (x + r, y - high / 2, x + r + wide, y + high / 2),
        "l": (x - r - wide, y - high / 2, x - r, y + high / 2),
        "t": (x - wide / 2, y - r - high, x + wide / 2, y - r),
        "b": (x - wide / 2, y + r, x + wide / 2, y + r + high),
    }


def _inside(rect: Rect, plot: tuple[float, float, float, float]) -> bool:
    return rect[0] >= 0 and rect[1] >= -4 and rect[2] <= plot[2] + 8 and rect[3] <= plot[3]


def _crosses(one: Rect, other: Rect) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _meets(rect: Rect, disc: Bubble) -> bool:
    """Return whether words and a bubble lie on one another."""
    x = min(max(disc.x, rect[0]), rect[2])
    y = min(max(disc.y, rect[1]), rect[3])
    return (x - disc.x) ** 2 + (y - disc.y) ** 2 < disc.r**2
