"""Reporting: how each slide of a talk is composed, what else was tried, and what room is left."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from smdeck.checking.extents import line_boxes
from smdeck.compiler.compiling import Compiled
from smdeck.compose.choosing import Tried
from smdeck.compose.cover import DOWN, Cover, cover, emptiest, share
from smdeck.compose.room import Room
from smdeck.fit.fitting import every_node
from smdeck.fit.measure import LINE_HEIGHT
from smdeck.page.composed import Composed
from smdeck.page.layout import Layout
from smdeck.scene import (
    Chart,
    Connector,
    EquationBox,
    Group,
    Icon,
    Picture,
    Shape,
    SlideScene,
    Spark,
    Table,
    TextBox,
)  # fmt: skip
from smdeck.theme import Theme
from smdeck.units import points


class Fullness(NamedTuple):
    """How a slide is used, as the fill test of the art direction counts."""

    cells: float
    """The share of cells of 24 × 18 pt, without the foot, that hold something."""
    hole: float
    """The largest empty rectangle, as a share of the slide."""
    below: float
    """The share of the body that is empty below the lowest content."""
    right: float
    """How far to the right content reaches, in points."""


class SlideReport(NamedTuple):
    """How a slide is composed."""

    number: int
    layout: str
    title: str
    composition: str
    """The composition that was taken, with the number of its step after the first."""
    sizes: tuple[float, ...]
    """The sizes of its words without title and source, in points, largest first."""
    filling: Fullness
    spare: int
    """How many lines more its body holds at the size that it has."""
    tried: tuple[str, ...]
    """What was tried, and how bad each composition is."""


HEADS = ("title", "subtitle", "source", "footer", "slide-number")


def report(compiled: Compiled) -> list[SlideReport]:
    """Return a report of each slide that was drawn."""
    return [
        _of(number, slide, scene, compiled.theme)
        for number, (slide, scene) in enumerate(
            zip(compiled.drawn, compiled.scenes, strict=True), 1
        )
    ]


def _of(number: int, slide: Layout, scene: SlideScene, theme: Theme) -> SlideReport:
    texts = [n for n in every_node(scene.nodes) if isinstance(n, TextBox) and n.kind == "text"]
    body = [text for text in texts if text.name not in HEADS]
    sizes = {size for text in body for size in text.sizes[: _levels(text)]}
    chosen = slide.chosen if isinstance(slide, Composed) else None
    tried = slide.tried if isinstance(slide, Composed) else ()
    return SlideReport(
        number,
        slide.layout,
        title=scene.title,
        composition=_name(chosen) if chosen else scene.slide_layout.name,
        sizes=tuple(sorted(sizes, reverse=True)),
        filling=filling(scene, theme),
        spare=min((_spare(text) for text in body), default=0),
        tried=tuple(f"{_name(one)}: {one.quality:.0f} ({one.parts})" for one in tried),
    )


def _name(tried: Tried) -> str:
    step = tried.choice.step
    return f"{tried.choice.composition}, step {step + 1}" if step else tried.choice.composition


def _levels(text: TextBox) -> int:
    return 1 + max((paragraph.level for paragraph in text.paragraphs), default=0)


def _spare(text: TextBox) -> int:
    """Return how many lines more a text's box holds."""
    line = LINE_HEIGHT * text.sizes[-1] * text.style.levels[-1].spacing if text.sizes else 1
    return max(0, int((text.room[1] - text.fitted.height) // line))


def filling(scene: SlideScene, theme: Theme) -> Fullness:
    """Return how a slide is used by its words, shapes, pictures, charts and tables."""
    slide_layout = scene.slide_layout
    rooms = [Room.of(shape.box) for shape in slide_layout.decor]
    rooms += [
        Room.of(picture.box) for picture in (slide_layout.art, *slide_layout.logos) if picture
    ]
    for node in every_node(scene.nodes):
        if isinstance(node, TextBox):
            if node.kind in ("text", "ornament"):
                rooms += [Room.of(box) for box in line_boxes(node, theme)]
        elif isinstance(node, Table):
            high = sum(node.fitted.heights) or node.box.h
            rooms.append(Room.of(node.box._replace(h=high)))
        elif isinstance(node, Shape | Icon | Picture | Chart | Spark | EquationBox):
            rooms.append(Room.of(node.box))
        elif isinstance(node, Connector):
            rooms += _along(node)
        else:
            assert isinstance(node, Group)
    rows = cover([room for room in rooms if room.w > 0.1 or room.h > 0.1])
    return Fullness(share(rows), emptiest(rows), _below(rows, theme), _right(rooms))


def _along(tie: Connector) -> Iterator[Room]:
    """Yield what a tie takes: what it passes from corner to corner, a slanted one its ends."""
    passed = [tie.ends[0], *tie.corners, tie.ends[1]]
    for (x0, y0), (x1, y1) in pairwise(passed):
        if x0 == x1 or y0 == y1:
            left, top = points(min(x0, x1)), points(min(y0, y1))
            yield Room(left, top, points(abs(x1 - x0)) + 2, points(abs(y1 - y0)) + 2)
        else:
            yield from (Room(points(x), points(y), 2, 2) for x, y in ((x0, y0), (x1, y1)))


def _below(rows: Cover, theme: Theme) -> float:
    """Return the share of the body below the last row that holds something."""
    body = Room.of(theme.body)
    used = [n for n in range(DOWN) if rows[n]]
    last = 18.0 * (used[-1] + 1) if used else body.y
    return max(0.0, body.bottom - last) / body.h


def _right(rooms: list[Room]) -> float:
    return max((room.right for room in rooms), default=0.0)


def report_line(one: SlideReport) -> str:
    """Return a report on one line."""
    sizes = ", ".join(f"{size:g}" for size in one.sizes) or "–"
    lines = f", holds {one.spare} {'line' if one.spare == 1 else 'lines'} more" if one.spare else ""
    return (
        f"{one.number:3}  {one.layout}, {one.composition}: {sizes} pt,"
        f" {one.filling.cells:.0%} filled, free {one.filling.below:.0%}{lines}"
    )


def explained(one: SlideReport) -> str:
    """Return what was tried for a slide, the composition that was taken marked."""
    lines = [f"{one.number:3}  {one.layout}: {one.title}"]
    for tried in one.tried:
        mark = "→" if tried.startswith((f"{one.composition} ",)) else " "
        lines.append(f"     {mark} {tried}")
    return "\n".join(lines)
