"""takeaways: what should stay, numbered and large."""

from __future__ import annotations

from smdeck.layouts._alone import alone, alone_bar, length_of
from smdeck.layouts._layout import SPLIT, Layout, Variant
from smdeck.layouts._page import Page, item_paragraphs
from smdeck.layouts._rows import numbers, row_boxes, rules, staged_row
from smdeck.layouts._styles import cell_style
from smdeck.model.decode import key
from smdeck.model.records import Item
from smdeck.scene import Box, Frame, Level, Shape, Style
from smdeck.theme import Theme
from smdeck.units import emu
from smdeck.words import Words

ROW, FEW_ROW = 112, 140
"""The tallest row in points, and that of two."""


class Takeaways(Layout):
    """One to five sentences to take home."""

    names = {
        "de": "Fazit", "en": "Takeaways", "es": "Conclusiones",
        "fr": "À retenir", "it": "In sintesi", "nl": "Conclusies", "pl": "Wnioski",
    }  # fmt: skip
    group = "frame"
    staged = True
    sample = (3, 3, 0, "long")
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
        if len(self.items) == 1 and not self.places:
            return (1, 1, 0, length_of(item_paragraphs(self.items[0])))
        return (len(self.items), self.places or len(self.items), self.before, "long")

    @classmethod
    def regions(cls, theme: Theme, variant: Variant) -> tuple[Frame, ...]:
        if variant[3] != "long":
            return (alone(theme, "item 1", str(variant[3])),)
        style = cell_style(theme, anchor="middle")
        levels = (Level("text", strong="accent"), *style.levels[1:])
        style = Style(levels, theme.sizes("body", 2, 2), anchor="middle")
        return tuple(
            Frame(f"item {number}", "body", row.inset(emu(84)), style)
            for number, row in enumerate(_rows(theme, variant), 1)
        )

    @classmethod
    def decor(cls, theme: Theme, variant: Variant) -> tuple[Shape, ...]:
        if variant[3] != "long":
            return (alone_bar(theme, str(variant[3])),)
        rows = _rows(theme, variant)
        return (*numbers(rows, theme, 54, 1 + int(str(variant[2]))), *rules(rows[:-1], theme))

    def draw(self, page: Page) -> None:
        group = "rows" if self.variant()[3] == "long" else "alone"
        drawn = () if page.scene.native.tiled else self.decor(page.theme, self.variant())
        for number, item in enumerate(self.items, 1):
            row = staged_row(page, number, drawn)
            page.click(*row, page.item(f"item {number}", item, group=group))


def _rows(theme: Theme, variant: Variant) -> list[Box]:
    count, places = (int(str(part)) for part in variant[:2])
    return row_boxes(theme, places, FEW_ROW if places <= 2 else ROW)[:count]
