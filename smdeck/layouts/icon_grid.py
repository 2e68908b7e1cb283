"""icon-grid: two to eight equal points, each with an icon in a disc."""

from __future__ import annotations

from collections.abc import Sequence

from smdeck.layouts._layout import SPLIT, Layout, Variant
from smdeck.layouts._lengths import A_LINE, brief, longest_text, longest_word
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

LARGE = {2: 150, 3: 132, 4: 112}
"""The discs above few words, by the number of columns, in points."""

LONG_WORD, ROOM = 14, {4: 150, 5: 45, 6: 45, 7: 38, 8: 38}
"""Words of more characters than this ask for two columns, where texts are no longer than these."""


class IconGrid(Layout):
    """Equal points in a grid; an item without an icon has an accent bar."""

    names = {
        "de": "Symbole", "en": "Icon grid", "es": "Iconos",
        "fr": "Icônes", "it": "Icone", "nl": "Pictogrammen", "pl": "Ikony",
    }  # fmt: skip
    group = "items"
    sample = (4, 0, 4, False)
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
        items, places = self.whole or self.items, self.places or len(self.items)
        columns = _columns(items, places)
        short = places == columns and brief(items, A_LINE[places], 2)
        return (len(self.items), self.places, columns, short)

    @classmethod
    def regions(cls, theme: Theme, variant: Variant) -> tuple[Frame, ...]:
        style = cell_style(theme, large=bool(variant[3]) and int(str(variant[2])) <= 3)
        return tuple(
            Frame(f"item {number}", "body", words, style)
            for number, (_, words) in enumerate(_cells(theme, variant), 1)
        )

    def draw(self, page: Page) -> None:
        cells = _cells(page.theme, self.variant())
        for number, (item, (circle, _)) in enumerate(zip(self.items, cells, strict=True), 1):
            plain = page.theme.look.marks == "plain"
            role: Role = "accent" if plain else COLORS[(number - 1) % len(COLORS)]
            mark = disc(page, item.icon, circle, role, item.at("icon"))
            page.click(mark, page.item(f"item {number}", item, group="cells"))


def _columns(items: Sequence[Item], count: int) -> int:
    """Return how many columns there are: fewer than usual for words that are long in German."""
    usual = count if count <= 4 else 3 if count <= 6 else 4
    fits = longest_text(items) <= ROOM.get(count, -1)
    return 2 if fits and longest_word(items) > LONG_WORD else usual


def _cells(theme: Theme, variant: Variant) -> list[tuple[Box, Box]]:
    """Return disc and words of each cell: in one row the words stand below, in more beside."""
    count, places, columns = (int(str(part)) for part in variant[:3])
    of = places or count
    if columns == of:
        return _row(theme, columns, bool(variant[3]))[:count]
    if columns == 4:
        size = emu(44)
        cells = theme.body.cells(count, 4, emu(24), places)
        return [(Box(cell.x, cell.y, size, size), cell.inset(0, size + emu(8))) for cell in cells]
    size, gap = (emu(84), 28) if of == 4 else (emu(64), 28) if of <= 6 else (emu(52), 18)
    top = emu(6 if of <= 6 else 0)
    cells = theme.body.cells(count, columns, emu(gap), places or (count if columns == 2 else 0))
    return [
        (Box(cell.x, cell.y + top, size, size), cell.inset(size + emu(16), top)) for cell in cells
    ]


def _row(theme: Theme, count: int, short: bool) -> list[tuple[Box, Box]]:
    """Return disc and words of each cell of a single row; few words have larger discs."""
    size = emu(LARGE[count] if short else {2: 108, 3: 96}.get(count, 84))
    top = theme.body.y + emu(34)
    words_top = top + size + emu(20)
    return [
        (
            Box(cell.x, top, size, size),
            Box(cell.x, words_top, cell.w, theme.body.bottom - words_top),
        )
        for cell in theme.body.columns(count, emu(36))
    ]
