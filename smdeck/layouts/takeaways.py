"""takeaways: what should stay, numbered and large."""

from __future__ import annotations

from smdeck.layouts._layout import SPLIT, Layout, Variant
from smdeck.layouts._page import Page
from smdeck.layouts._rows import numbers, row_boxes, rules, staged_row
from smdeck.layouts._styles import cell_style
from smdeck.model.decode import key
from smdeck.model.records import Item
from smdeck.scene import Frame, Level, Shape, Style
from smdeck.theme import Theme
from smdeck.units import emu
from smdeck.words import Words

ROW = 112
"""The tallest row in points."""


class Takeaways(Layout):
    """One to five sentences to take home."""

    names = {"de": "Fazit", "en": "Takeaways"}
    group = "frame"
    staged = True
    sample = (3, 0)
    example = """\
layout: takeaways
items:
  - Social Media ist Dialog, kein Sendeplatz.
  - Schwache Verbindungen lassen sich zum ersten Mal aufrecht erhalten.
  - Marken begegnen Kunden auf Augenhöhe.
"""

    items: list[Item] = key("What should stay.", least=1, most=5, shows="title text link")
    split: bool = SPLIT

    def usual_title(self, words: Words) -> str:
        return words.takeaways

    def variant(self) -> Variant:
        return (len(self.items), self.before)

    @classmethod
    def regions(cls, theme: Theme, variant: Variant) -> tuple[Frame, ...]:
        style = cell_style(theme, anchor="middle")
        levels = (Level("text", strong="accent"), *style.levels[1:])
        style = Style(levels, theme.sizes("body", 2, 2), anchor="middle")
        rows = row_boxes(theme, int(str(variant[0])), ROW)
        return tuple(
            Frame(f"item {number}", "body", row.inset(emu(84)), style)
            for number, row in enumerate(rows, 1)
        )

    @classmethod
    def decor(cls, theme: Theme, variant: Variant) -> tuple[Shape, ...]:
        rows = row_boxes(theme, int(str(variant[0])), ROW)
        return (*numbers(rows, theme, 54, 1 + int(str(variant[1]))), *rules(rows[:-1], theme))

    def draw(self, page: Page) -> None:
        drawn = () if page.scene.native.tiled else self.decor(page.theme, self.variant())
        for number, item in enumerate(self.items, 1):
            row = staged_row(page, number, drawn)
            page.click(*row, page.item(f"item {number}", item, group="rows"))
