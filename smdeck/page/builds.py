"""Builds: which clicks a slide has, and what comes with each of them.

Layouts say what their items are; here these become rows and marks where a table or a chart has
them, whole columns where the slide asks for that, and the groups that it writes.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from typing import TYPE_CHECKING

from smdeck.model.chart import ChartData
from smdeck.model.reveal import Numbered, Reveal
from smdeck.scene import (
    Chart,
    ChartParts,
    Click,
    Picture,
    PlaceholderSpec,
    Rows,
    SceneNode,
    Table,
    TextBox,
)

if TYPE_CHECKING:
    from smdeck.page.page import Page

HEAD = ("title", "subtitle", "source")
"""The placeholders that stand there from the beginning, whatever comes by clicks."""

_CAN = {
    "column": "`two-columns`, `three-columns`, `comparison`, `pros-cons`, `swot` and `free` can",
    "series": "`chart` slides can",
    "category": "`chart` slides can, but for points of a `scatter`",
}
"""Which layouts can be revealed by what."""

_PARTS = {
    kind: f"write `reveal: true`: its {parts} come one after the other"
    for kind, parts in {"waterfall": "steps", "range": "rows", "bubble": "bubbles"}.items()
}
"""What helps with charts that have one way to come by clicks."""


def arrange(page: Page, sides: Sequence[str]) -> None:
    """Give a slide that is drawn its clicks, or say why it has none; `sides` are its columns."""
    reveal, scene, slide = page.slide.reveal, page.scene, page.slide
    if not reveal or _lacks_chart(page, reveal):
        return
    scene.effect = reveal.effect
    if reveal.by == "whole":
        scene.clicks = _whole(page)
    elif reveal.by == "column" and sides:
        scene.clicks = [click for side in sides if any(click := _column(page, side, sides))]
    marked = {part.by for click in scene.clicks for part in click.chart_parts}
    if (reveal.by == "column" and not sides) or (
        reveal.by in ("series", "category") and reveal.by not in marked
    ):
        page.context.findings.error(
            "nothing-to-reveal",
            f"this {_called(page)} can't `reveal` by `{reveal.by}`",
            reveal.at("by"),
            _PARTS.get(_type_of_chart(page), _CAN[reveal.by]),
        )
    elif not scene.clicks:
        page.context.findings.error(
            "nothing-to-reveal",
            f"there is nothing on this `{slide.layout}` slide to `reveal`",
            slide.at("reveal"),
            "write `reveal: {by: whole}`: all below the title comes with one click"
            if _whole(page)
            else "remove the line",
        )
    elif reveal.groups:
        _group(page, reveal)


def _called(page: Page) -> str:
    """Return how findings call a slide: by the type of its chart, where it has one."""
    kind = _type_of_chart(page)
    return f"`{kind}` chart" if kind else f"`{page.slide.layout}` slide"


def _type_of_chart(page: Page) -> str:
    """Return the type of the charts on a slide; nothing where they differ, or there are none."""
    if isinstance(page.slide, ChartData):
        return page.slide.type
    kinds = {node.data.type for node in page.scene.nodes if isinstance(node, Chart)}
    return kinds.pop() if len(kinds) == 1 else ""


def _lacks_chart(page: Page, reveal: Reveal) -> bool:
    """Return whether a slide's chart is not drawn, as errors say: what comes by clicks is not known
    yet, but for charts that come in one way."""
    if not isinstance(page.slide, ChartData):
        return False
    if page.slide.type in _PARTS and reveal.by in ("series", "category"):
        return False
    return not any(isinstance(node, Chart) for node in page.scene.nodes)


def _whole(page: Page) -> list[Click]:
    """Return the one click that brings all but the head."""
    nodes = [node for node in page.scene.nodes if _name(node) not in HEAD]
    return [Click(tuple(nodes))] if nodes else []


def _name(node: SceneNode) -> str:
    spec: PlaceholderSpec | None = getattr(node, "placeholder", None)
    return spec.name if spec else ""


def _column(page: Page, side: str, sides: Sequence[str]) -> Click:
    """Return the click that brings what stands in a column below its head."""
    shown: list[SceneNode] = []
    for click in page.scene.clicks:
        boxes = [*click.nodes, *(lines.box for lines in click.lines)]
        if any(_in(node, side) for node in boxes):
            others = [other for other in sides if other != side]
            shown += [one for one in click.nodes if not any(_in(one, other) for other in others)]
    known = {id(node) for node in shown}
    for node in page.scene.nodes:
        own = _in(node, side) and _name(node) != f"{side} title"
        if own and id(node) not in known and isinstance(node, TextBox | Picture | Chart | Table):
            shown.append(node)
    return Click(tuple(shown))


def _in(node: SceneNode, side: str) -> bool:
    """Return whether a node stands in a placeholder of a column."""
    return f"{_name(node)} ".startswith(f"{side} ")


def _group(page: Page, reveal: Reveal) -> None:
    """Join clicks as the slide groups them; what it does not name stands there from the beginning.

    Numbers count on over the parts of a slide that is split.
    """
    clicks, before = page.scene.clicks, page.slide.part.before
    last = before + len(clicks)
    joined = []
    groups: list[list[Numbered]] = reveal.groups  # type: ignore[assignment]
    for group in groups:
        named = [clicks[number - before - 1] for number, _ in group if before < number <= last]
        if named:
            joined.append(reduce(Click.joined, named))
        for number, place in group:
            if number > last and not page.slide.part.goes_on:
                page.context.findings.error(
                    "wrong-value",
                    f"`reveal` names item {number}, this slide has {last}",
                    place,
                    f"count them from 1 to {last}",
                )
    page.scene.clicks = joined


def table_clicks(page: Page, table: Table | None) -> None:
    """Let the rows of a table appear one by one, its header standing there."""
    if table and page.slide.reveal:
        page.scene.clicks += [
            Click(rows=(Rows(table, row, row),)) for row in range(1, len(table.rows) + 1)
        ]


def chart_clicks(page: Page, chart: Chart, notes: Sequence[SceneNode]) -> None:
    """Let a chart appear by its series or categories, before what the slide says of it.

    Its `notes` come with what they stand beside: names with their series, the rest with the last
    mark.
    """
    if not page.slide.reveal:
        return
    series = list(chart.data.data.series) or list(chart.data.data.points)
    categories = len(chart.data.data.categories)
    by = page.slide.reveal.by
    if by not in ("series", "category"):
        by = "category" if categories and len(series) == 1 else "series"
    if by == "category" and not categories:
        return
    if chart.data.type == "waterfall":  # whose kinds of steps say nothing by themselves
        by = "category"
    if chart.data.type == "range":
        _range_clicks(page, chart, notes)
        return
    if chart.data.type == "bubble":  # each of which is a series of the chart
        page.scene.clicks[:0] = [
            Click(chart_parts=(ChartParts(chart, "series", n, n),)) for n in range(categories)
        ]
        return
    many = len(series) if by == "series" else categories
    clicks = [Click(chart_parts=(ChartParts(chart, by, n, n),)) for n in range(many)]
    if by == "category" and many > 1 and not _is_dotted(chart):
        clicks[:2] = [
            Click(chart_parts=(ChartParts(chart, by, 0, 1),))
        ]  # a line has no beginning by itself
    if chart.fitted.totals and by == "series":  # the sums stand on the whole stack
        clicks[-1] = Click(chart_parts=(ChartParts(chart, by, many - 1, many),))
    named = len(notes) == many and by == "series"
    for n, note in enumerate(notes):
        at = n if named else -1
        clicks[at] = clicks[at].joined(Click((note,)))
    page.scene.clicks[:0] = clicks


def _is_dotted(chart: Chart) -> bool:
    """Return whether something can be seen of a chart's first category alone: not of areas, nor of
    lines without dots."""
    if chart.data.type == "area":
        return False
    alone = len(chart.data.data.series) == 1 and not chart.fitted.few
    return chart.data.type != "line" or not (alone or chart.fitted.room)


def _range_clicks(page: Page, chart: Chart, notes: Sequence[SceneNode]) -> None:
    """Let ranges come row by row, each with its name; what their ends mean comes with the first.

    In the chart each row is a series.
    """
    named = [one for one in notes if getattr(one, "group", "") == "rows"]
    clicks = [
        Click((name,), chart_parts=(ChartParts(chart, "series", n, n),))
        for n, name in enumerate(named)
    ]
    ends = tuple(one for one in notes if getattr(one, "group", "") == "ends")
    clicks[0] = clicks[0].joined(Click(ends))
    page.scene.clicks[:0] = clicks


def reveals_slices(reveal: Reveal | None) -> bool:
    """Return whether the slices of a ring come one by one, each with the row that names it."""
    return bool(reveal) and reveal.by in (None, "item", "category")  # type: ignore[union-attr]


def slice_click(page: Page, n: int, chart: Chart, disc: SceneNode) -> None:
    """Let a slice of a ring come with the row that names it, and with the number in the ring."""
    shown: list[SceneNode] = [disc]
    data = chart.data
    if data.highlight == data.data.categories[n]:
        shown += [one for one in page.scene.nodes if getattr(one, "group", "") == "number"]
    clicks = page.scene.clicks
    parts = (ChartParts(chart, "category", n, n),)
    clicks[n] = clicks[n].joined(Click(tuple(shown), chart_parts=parts))
