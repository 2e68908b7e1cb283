"""Chart bands: shaded ranges behind a chart whose plot is placed, as shapes of the slide."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from smdeck.compose.room import Room
from smdeck.compose.type import Align
from smdeck.fit.bands import WIDEST, WORDS, band_size
from smdeck.fit.measure import LINE_HEIGHT, text_width
from smdeck.model.chart import ChartData
from smdeck.model.chart_bands import Band, Reach, reach_of
from smdeck.model.figures import date_counts, step_of
from smdeck.page.chart_plot import axis_end, plot_of, target_line, target_room
from smdeck.scene import Box, Chart, FittedChart, Geometry, Line, Paint, SeriesStyle, Style
from smdeck.theme.color import contrast

if TYPE_CHECKING:
    from smdeck.page.page import Page

ABOVE = 6.0
"""How far words stand above the plot, and from the edges of a band, in points."""


def draw_bands(
    page: Page, data: ChartData, fitted: FittedChart, box: Box, styles: Sequence[SeriesStyle]
) -> None:
    """Put bands where a chart will stand before them."""
    if not fitted.plot:
        return
    rooms = [_room(band, reach, data, fitted, Room.of(box)) for band, reach in _reaches(data)]
    fill = _pale(page, styles, len(rooms) > 1)
    theme, tone = page.theme, page.scene.tone
    seen = contrast(theme.seen(fill, tone), theme.rgb("ground", tone))
    edge = Line("line", 1) if seen < TOLD_APART else None
    for n, room in enumerate(rooms):
        room = _with_seams(room, [*rooms[:n], *rooms[n + 1 :]])
        page.shape(room.box, Geometry(), fill=fill, line=edge, name=page.strings.shapes["band"])


SEAM = 1.5
"""What each of two neighbouring bands leaves free between them, in points."""


def _with_seams(room: Room, others: Sequence[Room]) -> Room:
    """Return a band without what tells it from those that begin where it ends."""
    for other in others:
        if abs(room.right - other.x) < 1:
            room = room.inset(0, 0, SEAM, 0)
        if abs(room.x - other.right) < 1:
            room = room.inset(SEAM, 0, 0, 0)
        if abs(room.bottom - other.y) < 1:
            room = room.inset(0, 0, 0, SEAM)
        if abs(room.y - other.bottom) < 1:
            room = room.inset(0, SEAM, 0, 0)
    return room


def words_of_bands(page: Page, chart: Chart) -> None:
    """Put the words of bands there, above the chart."""
    if not chart.fitted.plot:
        return
    size = band_size(page.theme)
    plot, whole = plot_of(chart.fitted, Room.of(chart.box)), Room.of(chart.box)
    for band, reach in _reaches(chart.data):
        if not band.text:
            continue
        room = _room(band, reach, chart.data, chart.fitted, whole)
        wide = text_width(band.text.plain, size, page.theme, WORDS) + 4
        align: Align = "left"
        if reach.along != (chart.data.type == "bar"):
            left = min(max(room.center[0] - wide / 2, whole.x), whole.right - wide)
            words, align = Room(left, room.y + 2, wide, LINE_HEIGHT * size), "center"
        elif chart.data.type == "bar":
            wide = min(wide, WIDEST * whole.w)
            words = Room(whole.right - wide - ABOVE, room.y, wide, room.h)
        elif _stands_beside(chart.data, chart.fitted):
            left = plot.right + 10 + _half_of_end(page, chart)
            words = _beside(page, chart, Room(left, room.y, whole.right - left, room.h))
        else:
            words = _inside(chart, room.inset(ABOVE, 2, 0, 2), LINE_HEIGHT * size)
            words = words._replace(w=wide)
        style = Style((WORDS,), ((size,),), align, "middle")
        text = band.text.plain
        page.label(words.box, text, style, group="band", name="band", place=band.at("text"))


def _beside(page: Page, chart: Chart, room: Room) -> Room:
    """Return where the words of a band beside the plot stand: at its middle, or where the words of
    the target are, below these or above."""
    high = LINE_HEIGHT * band_size(page.theme)
    y = room.center[1] - high / 2
    if chart.data.target and chart.data.type != "bar":
        taken = target_room(page.theme, chart)
        if y < taken.bottom and taken.y < y + high:
            below = taken.bottom + high <= Room.of(chart.box).bottom
            y = taken.bottom if below else taken.y - high
    return Room(room.x, y, room.w, high)


def _inside(chart: Chart, room: Room, high: float) -> Room:
    """Return where a line of words stands in a band: at its top, or where the line of the target
    runs through it, at its foot or above the band."""
    rows = [room.y, room.bottom - high, room.y - high - 4]
    if not chart.data.target or chart.data.type == "bar":
        return room._replace(y=rows[0], h=high)
    line = target_line(chart)
    free = (y for y in rows if not y - 2 < line < y + high + 2)
    return room._replace(y=next(free, rows[-1]), h=high)


def _reaches(data: ChartData) -> list[tuple[Band, Reach]]:
    found = [(band, reach_of(band, data.data)) for band in data.bands]
    return [(band, reach) for band, reach in found if isinstance(reach, Reach)]


def _pale(page: Page, styles: Sequence[SeriesStyle], twice: bool) -> Paint:
    """Return the colour of bands: so pale that whatever can be seen on the background can be seen
    on them, too."""
    theme, tone = page.theme, page.scene.tone
    background, paint = theme.rgb("ground", tone), theme.paint("surface", tone)
    if contrast(theme.seen(paint, tone), background) < TOLD_APART:
        paint = theme.paint("line", tone)
        shares = [paint._replace(alpha=paint.alpha * share // 10) for share in range(1, 11)]
        told = (one for one in shares if contrast(theme.seen(one, tone), background) >= TOLD_APART)
        paint = next(told, paint)
    seen = [
        style.paint
        for style in styles
        if contrast(theme.seen(style.paint, tone), background) >= VISIBLE
    ]
    for share in range(10, 0, -1):
        pale = paint._replace(alpha=paint.alpha * share // 10)
        on = theme.seen(pale, tone)
        if twice:  # where one lies on another
            on = theme.seen(pale, tone, on)
        if all(contrast(theme.seen(one, tone, on), on) >= VISIBLE for one in seen):
            break
    return pale


TOLD_APART = 1.2
"""The contrast of a band to the background from which on a projector shows it."""

VISIBLE = 3.05
"""What marks of a chart reach in contrast: a little more than the rule asks."""


def _room(band: Band, reach: Reach, data: ChartData, fitted: FittedChart, whole: Room) -> Room:
    """Return where a band stands, with the room of its words."""
    plot = plot_of(fitted, whole)
    start, end = _ends(reach, data, fitted, plot)
    if reach.along != (data.type == "bar"):
        top = plot.y - (fitted.head if band.text else 0.0)
        return Room(start, top, end - start, plot.bottom - top)
    # A row of bars goes on behind its value, and holds the words.
    right = whole.right if data.type == "bar" and band.text else plot.right
    return Room(plot.x, start, right - plot.x, end - start)


def _stands_beside(data: ChartData, fitted: FittedChart) -> bool:
    """Return whether the words of a band of values stand beside the plot: not where the names of
    series do."""
    named = data.type == "line" and len(data.data.series) > 1 and bool(fitted.room)
    return not fitted.names_beside and not named


def _half_of_end(page: Page, chart: Chart) -> float:
    """Return how far the value over the end of a single line reaches beyond it, in points."""
    if chart.data.type != "line" or chart.fitted.few:
        return 0.0
    from smdeck.fit.charts import Fitting
    from smdeck.fit.curves import half_of_end

    fitting = Fitting(chart.data, chart.box, page.theme, page.context.deck.lang)
    return half_of_end(fitting, chart.fitted.values)


def _ends(reach: Reach, data: ChartData, fitted: FittedChart, plot: Room) -> tuple[float, float]:
    """Return where a band begins and ends on the slide, from the left or from the top."""
    flat = data.type == "bar"
    begin, far = (plot.y, plot.bottom) if reach.along == flat else (plot.x, plot.right)
    if reach.along:
        place = _along(data, begin, far - begin, fitted.few)
        lead, trail = _halves(reach, data)
        start = begin if reach.start is None else place(reach.start - lead)
        end = far if reach.end is None else place(reach.end + trail)
        return max(start, begin), min(end, far)
    low, top = fitted.low, axis_end(data, fitted)
    share = [
        None if value is None else min(max((value - low) / ((top - low) or 1.0), 0.0), 1.0)
        for value in (reach.start, reach.end)
    ]
    start, end = 0.0 if share[0] is None else share[0], 1.0 if share[1] is None else share[1]
    if flat:
        return begin + start * (far - begin), begin + end * (far - begin)
    return far - end * (far - begin), far - start * (far - begin)


def _halves(reach: Reach, data: ChartData) -> tuple[float, float]:
    """Return how much of a category a band covers before its first and behind its last: lines have
    places, columns room."""
    if data.type == "line" and reach.start != reach.end:
        return 0.0, 0.0
    return 0.5, 0.5


def _along(data: ChartData, begin: float, length: float, few: bool) -> Callable[[float], float]:
    """Return what tells where a place along the axis of the categories lies: lines go from edge to
    edge, and dates are as far apart as their days, months or years."""
    days = data.data.dates
    counts = date_counts(days) if days else list(range(len(data.data.categories)))
    unit = 12 if days and step_of(days) == "years" else 1
    lead = 0.0 if data.type == "line" and not few else 0.5 * unit
    span = counts[-1] - counts[0] + 2 * lead or 1.0

    def place(n: float) -> float:
        whole = min(max(int(n), 0), len(counts) - 1)
        after = min(whole + 1, len(counts) - 1)
        apart = counts[after] - counts[whole] if after > whole else unit
        return begin + length * (counts[whole] + (n - whole) * apart - counts[0] + lead) / span

    return place
