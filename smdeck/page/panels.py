"""Panels: the series of a chart as small charts of their own, side by side, on one scale."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING

from smdeck.compose.room import Room
from smdeck.compose.type import Align
from smdeck.fit.measure import LINE_HEIGHT
from smdeck.model.chart import ChartData
from smdeck.page.chart_colors import panel_style
from smdeck.scene import Box, Chart, Click, Level, Role, SceneNode, Style

if TYPE_CHECKING:
    from smdeck.page.page import Page

COLUMNS = {2: 2, 3: 3, 4: 2, 5: 3, 6: 3, 7: 4, 8: 4}
"""How many panels stand beside each other in a wide box."""

UPRIGHT = {2: 1, 3: 1, 4: 2, 5: 2, 6: 2, 7: 2, 8: 2}
"""How many do in one that is about as high as wide."""

WIDE = 1.25
"""How much wider than high a wide box is."""

GAP = 28.0
"""The space between panels, in points."""

NARROWEST = 5.0
"""How wide the place of a category is at least, in points."""


def draw_panels(page: Page, data: ChartData, box: Box) -> None:
    """Put a small chart for each series there, its name above it."""
    from smdeck.fit.panels import ends_of, fit_panels

    names, room = list(data.data.series), Room.of(box)
    columns = (COLUMNS if room.w > WIDE * room.h else UPRIGHT)[len(names)]
    size = page.theme.type.step_below(26 * page.theme.type.role_ratio("label"))
    cells = [cell.cut("top", LINE_HEIGHT * size, 2) for cell in room.grid(len(names), columns, GAP)]
    wide = cells[0][1].w
    if len(data.data.categories) * NARROWEST > wide:
        page.context.findings.error(
            "overflow",
            f"the panels of the chart hold {int(wide / NARROWEST)} categories, "
            f"here are {len(data.data.categories)}",
            data.at("data"),
            "show fewer categories or series, or one `line` chart without `multiples`",
        )
        return
    alone = [_of_one_series(data, name) for name in names]
    fitted = fit_panels(alone, cells[0][1].box, page.theme, page.context.deck.lang)
    for name, one, how, (head, below) in zip(names, alone, fitted, cells, strict=True):
        series = panel_style(data, name, page.theme, page.scene.tone)
        color: Role = "accent" if name == data.highlight else "text"
        style = Style((Level(color=color, bold=True),), ((size,),), anchor="bottom")
        page.label(head.box, name, style, group="panel", name="series", place=data.at("data"))
        called = f"{page.strings.shapes['chart']} {name}"
        page.put(Chart(one, below.box, called, (series,), how))
        if how.panel == "ends":
            ends = ends_of(data, page.context.deck.lang)
            _name_the_ends(page, ends, below, how.size)


def _name_the_ends(page: Page, ends: tuple[str, str], room: Room, size: float) -> None:
    """Put the names of the first category and of the last one below a panel: not every program can
    leave out those between them."""
    row = Room(room.x, room.bottom - LINE_HEIGHT * size - 4, room.w / 2 - 4, LINE_HEIGHT * size)
    aligned: tuple[Align, Align] = ("left", "right")
    for n, (name, align) in enumerate(zip(ends, aligned, strict=True)):
        style = Style((Level(),), ((size,),), align, "top")
        place = row._replace(x=room.x + n * (room.w / 2 + 4))
        page.label(place.box, name, style, group="panel names", name="text")


def _of_one_series(data: ChartData, name: str) -> ChartData:
    """Return a chart of one series; where a whole series is set off, its colour says so."""
    one = copy(data)
    one.data = copy(data.data)
    one.data.series = {name: data.data.series[name]}
    one.multiples = False
    one.highlight = data.highlight if data.highlight in data.data.categories else None
    return one


def panel_clicks(page: Page) -> None:
    """Let panels appear one after the other, each with its name."""
    if not page.slide.reveal:
        return
    clicks: list[list[SceneNode]] = []
    for node in page.scene.nodes:
        group = getattr(node, "group", "")
        if group == "panel":
            clicks.append([node])
        elif clicks and (group == "panel names" or isinstance(node, Chart)):
            clicks[-1].append(node)
    page.scene.clicks[:0] = [Click(tuple(nodes)) for nodes in clicks]
