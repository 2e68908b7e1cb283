"""Chart notes: what stands beside the marks of a chart as words and shapes of the slide."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from smdeck.compose.outlines import around, polygon
from smdeck.compose.room import Room
from smdeck.fit.chart_values import reaching, target_words
from smdeck.fit.charts import APART, arrow_size
from smdeck.fit.measure import LINE_HEIGHT, text_width
from smdeck.fit.second_axis import head_size
from smdeck.model.chart import ChartData
from smdeck.page.chart_bands import words_of_bands
from smdeck.scene import Chart, Geometry, Level, Role, Style
from smdeck.theme import Theme

if TYPE_CHECKING:
    from smdeck.page.page import Page

THIN = 2.5
"""The width of the arrow's line in points."""

BOLD = Level(bold=True)


def annotate(page: Page, chart: Chart) -> None:
    """Put the names of series, the number in a ring, and the arrow of a difference on the page."""
    if chart.fitted.names_beside:
        _names_beside(page, chart)
    if chart.data.type == "doughnut" and chart.keyed and chart.data.highlight:
        _number_in_the_ring(page, chart)
    if chart.data.difference:
        _difference(page, chart)
    if chart.fitted.axis2:
        _names_of_scales(page, chart)
    if chart.fitted.bubbles:
        _name_of_areas(page, chart)
    if chart.data.bands:
        words_of_bands(page, chart)
    if chart.data.type == "range":
        _names_of_rows(page, chart)
        _names_of_ends(page, chart)
    if chart.data.target and chart.fitted.plot and chart.data.type != "line":
        _target_words(page, chart)


def label_of(data: ChartData, name: str, value: float | None, lang: str) -> str:
    """Return a value of a series as the labels of its chart show it."""
    from smdeck.figures.showing import shown

    return shown(value, data.codes[name], lang)


def _names_beside(page: Page, chart: Chart) -> None:
    """Put the names of a stack's series beside its last column, or of areas beside their ends."""
    plot, size = _plot(chart), chart.fitted.size
    slot = plot.w / len(chart.data.data.categories)
    inner = slot * chart.fitted.gap / (1 + chart.fitted.gap) / 2
    left = plot.right - inner + 8 if chart.data.type == "stacked-column" else plot.right + 10
    high = LINE_HEIGHT * size
    for mark, share in zip(chart.marks, chart.fitted.names_beside, strict=True):
        color: Role = "accent" if mark.role == "highlight" else "text"
        y = plot.bottom - max(share * plot.h + high / 2, high)
        room = Room(left, y, 0, high)
        room = room._replace(w=Room.of(chart.box).right - left)
        style = Style((BOLD._replace(color=color),), ((size,),), anchor="middle")
        page.label(room.box, mark.name, style, group="series")


def _names_of_rows(page: Page, chart: Chart) -> None:
    """Put the names of ranges on the left, each beside its row."""
    plot, box, size = _plot(chart), Room.of(chart.box), chart.fitted.size
    names = chart.data.data.categories
    slot = plot.h / len(names)
    room, place = Room(box.x, plot.y, chart.fitted.room - 8, slot), chart.data.at("data")
    for n, name in enumerate(names):
        loud: Role = "accent" if name == chart.data.highlight else "text"
        style = Style((BOLD._replace(color=loud),), ((size,),), anchor="middle")
        page.label(room._replace(y=plot.y + n * slot).box, name, style, group="rows", place=place)


def _names_of_ends(page: Page, chart: Chart) -> None:
    """Put what the two ends of ranges mean above the first dots of each."""
    plot, size, fitted = _plot(chart), chart.fitted.loud, chart.fitted
    span = (fitted.top or 1.0) - fitted.low
    places = []
    for mark, row in zip(chart.marks, chart.data.data.series.values(), strict=True):
        value = next((one for one in row if one is not None), fitted.low)
        wide = 1.1 * text_width(mark.name, size, page.theme, BOLD) + 4
        places.append((plot.x + plot.w * (value - fitted.low) / span, wide, mark))
    (one, wide, _), (other, broad, _) = places
    right = 1 if one <= other else 0
    short = (wide + broad) / 2 + 12 - abs(other - one)
    for n, (x, across, mark) in enumerate(places):
        x += max(0.0, short) / 2 * (1 if n == right else -1)
        start = min(max(x - across / 2, Room.of(chart.box).x), Room.of(chart.box).right - across)
        color: Role = "accent" if mark.role == "highlight" else "muted" if n == 0 else "text"
        style = Style((BOLD._replace(color=color),), ((size,),), "center", "top")
        room = Room(start, Room.of(chart.box).y, across, LINE_HEIGHT * size)
        page.label(room.box, mark.name, style, group="ends", place=chart.data.at("data"))


KEY = 13.0
"""The size of what tells the colour of a scale, in points."""


def _names_of_scales(page: Page, chart: Chart) -> None:
    """Put what the columns and the line say above their scales, and below it why there are two."""
    axis2, box = chart.data.axis2, Room.of(chart.box)
    assert axis2
    size = head_size(page.theme)
    high = LINE_HEIGHT * size
    for mark in chart.marks:
        line = mark.name == axis2.series
        wide = text_width(mark.name, size, page.theme, BOLD) + 4
        x = box.right - wide if line else box.x + KEY + 8
        key = Room(x - KEY - 8, box.y + (high - KEY) / 2, KEY, KEY)
        shape = Geometry("ellipse") if line else Geometry()
        page.shape(key.box, shape, fill=mark.paint, name=page.words.shapes["shape"])
        color: Role = "accent" if mark.role == "highlight" else "text"
        style = Style((BOLD._replace(color=color),), ((size,),), anchor="middle")
        head, place = Room(x, box.y, wide, high), chart.data.at("data")
        page.label(head.box, mark.name, style, group="scales", place=place)
    style = Style((Level(color="muted"),), ((chart.fitted.values,),), anchor="top")
    below = Room(box.x, box.y + high, box.w, LINE_HEIGHT * chart.fitted.values)
    words, place = axis2.reason.plain, axis2.at("reason")
    page.label(below.box, words, style, group="reason", name="reason", place=place)


def _name_of_areas(page: Page, chart: Chart) -> None:
    """Put what the areas of bubbles say above the plot, at its right."""
    *_, name = chart.data.data.series
    box, size = Room.of(chart.box), chart.fitted.loud
    left = 0.0 if chart.fitted.head else box.w / 3
    room = Room(box.x + left, box.y, box.w - left, LINE_HEIGHT * size)
    style = Style((Level(color="muted"),), ((size,),), "right", "top")
    words = f"{page.words.labels['area']}: {name}"
    page.label(room.box, words, style, group="area", name="area", place=chart.data.at("data"))


def _target_words(page: Page, chart: Chart) -> None:
    """Put what a target is, and how much, beside the end of its line."""
    lang = page.context.deck.lang
    if chart.data.type == "bar":
        _target_words_above(page, chart)
        return
    size, room = target_size(page.theme, chart), target_room(page, chart)
    style = Style((BOLD,), ((size,),), anchor="middle")
    words, place = "\n".join(target_words(chart.data, lang)), chart.data.at("target")
    page.label(room.box, words, style, group="target", name="target", place=place)


def target_room(page: Page, chart: Chart) -> Room:
    """Return where the words of a target stand beside a plot: two lines at the end of its line."""
    plot, y = _plot(chart), target_line(chart)
    high = 2 * LINE_HEIGHT * target_size(page.theme, chart)
    room = Room(plot.right + 10, min(max(y - high / 2, plot.y), plot.bottom - high), 0, high)
    return room._replace(w=Room.of(chart.box).right - room.x)


def target_line(chart: Chart) -> float:
    """Return how far from the top of the slide the line of a target lies, in points."""
    plot, axis = _plot(chart), chart.fitted.top
    assert chart.data.target
    if axis is None:  # the axis ends at the line above the largest value
        step = chart.fitted.step or 1.0
        axis = step * -(-max(_reach(chart)) // step)
    return plot.bottom - plot.h * chart.data.target.value / axis


def _target_words_above(page: Page, chart: Chart) -> None:
    """Put what a target is, and how much, above the upright line over bars."""
    plot, box, size = _plot(chart), Room.of(chart.box), target_size(page.theme, chart)
    assert chart.data.target and chart.fitted.top
    words = " ".join(target_words(chart.data, page.context.deck.lang))
    wide = text_width(words, size, page.theme, BOLD) + 4
    x = plot.x + plot.w * chart.data.target.value / chart.fitted.top
    start = min(max(x - wide / 2, box.x), box.right - wide)
    room = Room(start, plot.y - LINE_HEIGHT * size - 6, wide, LINE_HEIGHT * size)
    style = Style((BOLD,), ((size,),), "center", "bottom")
    place = chart.data.at("target")
    page.label(room.box, words, style, group="target", name="target", place=place)


def target_size(theme: Theme, chart: Chart) -> float:
    """Return the size of a target's words, in points."""
    return theme.type.step_below(min(chart.fitted.size, 24 * theme.type.role_ratio("label")))


def _reach(chart: Chart) -> list[float]:
    """Return the values of a chart, and what it shows beside them."""
    rows = chart.data.data.series.values()
    return [value for row in rows for value in row if value is not None] + reaching(chart.data)


def _number_in_the_ring(page: Page, chart: Chart) -> None:
    """Put the value of the slice that is set off into the hole of a ring."""
    data = chart.data
    ((name, row),) = data.data.series.items()
    value = row[data.data.categories.index(data.highlight or "")]
    text = label_of(data, name, value, page.context.deck.lang)
    box = Room.of(chart.box)
    radius = HOLE * min(box.w, box.h) / 2
    room = box.disc(radius).inset(0.12 * radius, 0.3 * radius, 0.12 * radius, 0.3 * radius)
    sizes = [size for size in page.theme.type.scale if 0.1 * radius < size < 0.9 * radius]
    level = Level("accent", bold=True, font="heading", spacing=0.84)
    fitting = next(
        (
            size
            for size in reversed(sizes)
            if text_width(text, size, page.theme, level) < 0.96 * room.w
        ),
        page.theme.type.scale[0],
    )
    style = Style((level,), ((fitting,),), "center", "middle")
    page.label(room.box, text, style, group="number")


HOLE = 0.5
"""The share of a ring's diameter that its hole has in every program: some know no other."""


def _difference(page: Page, chart: Chart) -> None:
    """Put an arrow between two columns, with what the second one has more or less."""
    data, figures, fitted = chart.data, chart.data.data, chart.fitted
    if fitted.top is None:
        page.context.findings.error(
            "unshown-key",
            "the columns leave no room for a `difference`",
            data.at("difference"),
            "show fewer columns, or say it in the `takeaway`",
        )
        return
    ((name, row),) = figures.series.items()
    first, second = (figures.categories.index(figures.as_shown(one)) for one in data.difference)
    start, end = row[first], row[second]
    assert start is not None and end is not None
    text = _signed(page, data, name, end - start)
    plot, slot = _plot(chart), _plot(chart).w / len(row)
    thick = slot / (1 + fitted.gap)

    def top(number: int) -> float:
        return plot.bottom - plot.h * (row[number] or 0) / (fitted.top or 1)

    def middle(number: int) -> float:
        return plot.x + slot * (number + 0.5)

    above = LINE_HEIGHT * fitted.values + 8
    size = arrow_size(page.theme, fitted.size)
    wide = text_width(text, size, page.theme, BOLD) + 4
    left, right = sorted((first, second))
    between = min(top(n) - above for n in range(left, right + 1) if n != second)
    level = top(second) + APART
    edge = middle(second) + (-thick / 2 if second > first else thick / 2)
    at_side = not fitted.arrow_over
    if at_side:
        tip = edge + (-3 if second > first else 3)
        path = [(middle(first), top(first) - above), (middle(first), level), (tip, level)]
    else:
        level = min(between, top(second) - above) - APART
        path = [
            (middle(first), top(first) - above), (middle(first), level),
            (middle(second), level), (middle(second), top(second) - above),
        ]  # fmt: skip
    corners = list(_arrow(path))
    room = around(corners)
    geometry = polygon(room, corners)._replace(sites=((0, 0),))  # so it is flipped where need be
    shape = page.shape(room.box, geometry, fill="text", name=page.words.shapes["arrow"])
    at = min(middle(first), middle(second)) if at_side else (middle(first) + middle(second)) / 2
    at -= 0 if at_side and second > first else wide if at_side else wide / 2
    at = min(max(at, plot.x), Room.of(chart.box).right - wide)
    words = Room(at, level - LINE_HEIGHT * size - 3, wide, LINE_HEIGHT * size)
    style = Style((BOLD,), ((size,),), anchor="bottom")
    page.group([shape, page.label(words.box, text, style)], f"{page.words.shapes['arrow']} {text}")


def _signed(page: Page, data: ChartData, name: str, change: float) -> str:
    """Return a difference with its sign; percentages differ by points."""
    text = label_of(data, name, abs(change), page.context.deck.lang)
    if "%" in text:
        bare = text.replace("%", "").strip("\u00a0\u202f ")
        text = f"{bare}\u00a0{page.words.points}"
    return f"{'+' if change > 0 else '−' if change < 0 else '±'}{text}"


def _arrow(path: list[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """Yield the corners of a line of level and upright pieces that ends in an arrow's head."""
    half, head = THIN / 2, 5 * THIN
    (x1, y1), (x2, y2) = path[-2:]
    length = abs(x2 - x1) + abs(y2 - y1)
    dx, dy = (x2 - x1) / length, (y2 - y1) / length
    neck = (x2 - dx * head, y2 - dy * head)
    line = [*path[:-1], neck]
    yield from _side(line, half)
    yield neck[0] - dy * 2 * THIN, neck[1] + dx * 2 * THIN
    yield x2, y2
    yield neck[0] + dy * 2 * THIN, neck[1] - dx * 2 * THIN
    yield from reversed(list(_side(line, -half)))


def _side(line: list[tuple[float, float]], half: float) -> Iterator[tuple[float, float]]:
    """Yield one edge of a line that is `2 * half` wide, to the right of its direction."""
    ways = [((x2 > x1) - (x2 < x1), (y2 > y1) - (y2 < y1)) for (x1, y1), (x2, y2) in pairwise(line)]
    for n, (x, y) in enumerate(line):
        before, after = ways[max(0, n - 1)], ways[min(n, len(ways) - 1)]
        across = {(-before[1], before[0]), (-after[1], after[0])}
        yield x + half * sum(one for one, _ in across), y + half * sum(one for _, one in across)


def _plot(chart: Chart) -> Room:
    """Return where the plot of a chart stands on the slide, which is known."""
    assert chart.fitted.plot
    box = Room.of(chart.box)
    x, y, w, h = chart.fitted.plot
    return Room(box.x + x, box.y + y, w, h)
