"""icon-grid: two to eight equal points, each with an icon in a disc."""

from __future__ import annotations

from smdeck.layouts._layout import SPLIT, Layout, Variant
from smdeck.layouts._page import Page
from smdeck.layouts._shapes import disc
from smdeck.layouts._styles import cell_style
from smdeck.model.decode import key
from smdeck.model.records import Item
from smdeck.model.text import Inline
from smdeck.scene import Box, Frame, Role
from smdeck.theme import Theme
from smdeck.units import emu

COLORS: tuple[Role, ...] = ("series_1", "series_2", "series_3", "series_4")


class IconGrid(Layout):
    """Equal points in a grid; an item without an icon has an accent bar."""

    names = {"de": "Symbole", "en": "Icon grid"}
    group = "items"
    sample = (4,)
    example = """\
layout: icon-grid
title: Vier Bausteine, aus denen Dialog entsteht
items:
  - {icon: message-circle, title: Nachrichten, text: Direkt und öffentlich zugleich}
  - {icon: messages, title: Kommentare, text: Aus Lesern werden Gesprächspartner}
  - {icon: photo, title: Inhalte, text: "Jeder gestaltet mit: Text, Bild, Video"}
  - {icon: world, title: Plattformen, text: Orte mit geringen Eintrittsbarrieren}
"""

    title: Inline = key("The slide's message.")
    items: list[Item] = key("The points.", least=2, most=8, shows="icon title text link")
    split: bool = SPLIT

    def variant(self) -> Variant:
        return (len(self.items),)

    @classmethod
    def regions(cls, theme: Theme, variant: Variant) -> tuple[Frame, ...]:
        count = int(str(variant[0]))
        return tuple(
            Frame(f"item {number}", "body", words, cell_style(theme))
            for number, (_, words) in enumerate(_cells(theme, count), 1)
        )

    def draw(self, page: Page) -> None:
        cells = _cells(page.theme, len(self.items))
        for number, (item, (circle, _)) in enumerate(zip(self.items, cells, strict=True), 1):
            plain = page.theme.look.marks == "plain"
            role: Role = "accent" if plain else COLORS[(number - 1) % len(COLORS)]
            mark = disc(page, item.icon, circle, role, item.at("icon"))
            page.click(mark, page.item(f"item {number}", item, group="cells"))


def _cells(theme: Theme, count: int) -> list[tuple[Box, Box]]:
    """Return disc and words of each cell: one row up to four, two rows above."""
    if count <= 4:
        size = emu({2: 108, 3: 96}.get(count, 84))
        top = theme.body.y + emu(34)
        cells = theme.body.columns(count, emu(36))
        words_top = top + size + emu(20)
        return [
            (
                Box(cell.x, top, size, size),
                Box(cell.x, words_top, cell.w, theme.body.bottom - words_top),
            )
            for cell in cells
        ]
    columns = 3 if count <= 6 else 4
    if columns == 3:  # wide enough for the words to stand beside the disc
        size = emu(64)
        cells = theme.body.cells(count, 3, emu(28))
        return [
            (
                Box(cell.x, cell.y + emu(6), size, size),
                cell.inset(size + emu(16), emu(6)),
            )
            for cell in cells
        ]
    size = emu(44)
    cells = theme.body.cells(count, 4, emu(24))
    return [(Box(cell.x, cell.y, size, size), cell.inset(0, size + emu(8))) for cell in cells]
