"""cards: one to six tiles with an icon or a picture at the head."""

from __future__ import annotations

from collections.abc import Sequence

from smdeck.layouts._layout import SPLIT, Layout, Variant
from smdeck.layouts._lengths import A_LINE, brief, longest_text, longest_word
from smdeck.layouts._page import Page
from smdeck.layouts._shapes import Tile, tile, tile_rules
from smdeck.layouts._styles import LOWER, Insets, cell_style
from smdeck.model.decode import key
from smdeck.model.records import Item
from smdeck.model.text import Inline
from smdeck.scene import Box, Frame, Node, Shape
from smdeck.theme import Theme
from smdeck.units import emu

ICON, SMALL_ICON, LARGE_ICON = 52, 36, 64

LONG_WORD, ROOM = {3: 19, 4: 13, 5: 16, 6: 16}, {3: 110, 4: 120, 5: 45, 6: 45}
"""Words of more characters ask for wider tiles, in one column or two, by the number of tiles; and
how long their texts may be for that."""

LOW_BY = ("titles", "short")
"""The lengths of words by which tiles in one row are lower. Tiles in several rows with so few words
are of the length `middle`: the words stand in the middle of their height."""

LOW = {"icons": (0.66, 0.86), "words": (0.4, 0.62)}
"""How much of the body's height tiles with titles alone have, and those with few words, by what
stands at their heads."""

BESIDE_VALUE = 8
"""How many more characters a title below a value has on its line: it is smaller than one alone."""

HALF = 0.65
"""Tiles lower than this share of the body's height leave room above them, too."""


class Cards(Layout):
    """Tiles of one height, with figures at their heads; a featured one is in the brand's colour."""

    names = {
        "de": "Karten", "en": "Cards", "es": "Tarjetas",
        "fr": "Cartes", "it": "Schede", "nl": "Kaarten", "pl": "Karty",
    }  # fmt: skip
    group = "items"
    sample = (3, 0, 3, "icons", 0, "long", False)
    example = """\
layout: cards
title: "Social Media: drei Wege der Zusammenarbeit"
items:
  - {icon: rocket, title: Umsetzung, text: "Kanäle aufbauen, betreuen und auswerten"}
  - {icon: pencil, title: Content, text: "Texte, Bilder und Videos, die passen", featured: true}
  - {icon: school, title: Workshops, text: Teams befähigen, link: "https://example.com"}
"""

    title: Inline = key("The slide's message.")
    items: list[Item] = key(
        "The tiles.",
        least=1,
        most=6,
        shows="icon image value unit decimals format title text items link featured",
    )
    split: bool = SPLIT

    def variant(self) -> Variant:
        head = (
            "pictures"
            if any(item.image for item in self.items)
            else "icons"
            if any(item.icon for item in self.items)
            else "words"
        )
        featured = sum(1 << n for n, item in enumerate(self.items) if item.featured)
        items, places = self.whole or self.items, self.places or len(self.items)
        valued = any(item.value for item in items)
        columns = _columns(items, places, head)
        length, texts = "long", {bool(item.text) for item in items}
        if head == "pictures":
            pass
        elif places > columns and len(texts) == 1 and brief(items, A_LINE[columns], 1):
            length = "middle"
        elif places == columns and brief(items, A_LINE[places] + BESIDE_VALUE * valued, 3):
            length = "short" if True in texts else "titles"
        return (len(self.items), self.places, columns, head, featured, length, valued)

    @classmethod
    def regions(cls, theme: Theme, variant: Variant) -> tuple[Frame, ...]:
        columns, head, featured = int(str(variant[2])), str(variant[3]), int(str(variant[4]))
        short, middle = variant[5] in LOW_BY, variant[5] == "middle"
        cards = _cards(theme, variant)
        small = _small(variant)
        frames = []
        for n, card in enumerate(cards):
            loud = bool(featured & (1 << n))
            shown = tile(theme, card, loud)
            insets = _insets(head, small, columns, shown)
            if short and head == "icons":
                insets = (insets[0], insets[1] + LARGE_ICON - ICON, *insets[2:])
            style = cell_style(
                theme,
                shown.title,
                shown.text,
                insets=insets,
                large=short,
                value=shown.accent if variant[6] else None,
            )
            if middle and shown.fill:
                style = style._replace(insets=(insets[0], 10.0, insets[2], 10.0), anchor="middle")
            name = f"item {n + 1}"
            frames.append(Frame(name, "body", card, style, shown.fill, shown.line, shown.geometry))
            if head == "pictures":
                picture = Box(card.x, card.y, card.w, card.h * 2 // 5)
                frames.append(Frame(f"picture {n + 1}", "pic", picture, prompt="picture"))
        return tuple(frames)

    @classmethod
    def decor(cls, theme: Theme, variant: Variant) -> tuple[Shape, ...]:
        featured = int(str(variant[4]))
        cards = _cards(theme, variant)
        return tile_rules(theme, {card: bool(featured & (1 << n)) for n, card in enumerate(cards)})

    def draw(self, page: Page) -> None:
        variant = self.variant()
        small, short, middle = _small(variant), variant[5] in LOW_BY, variant[5] == "middle"
        for number, item in enumerate(self.items, 1):
            words = page.item(f"item {number}", item, group="cards", valued=bool(variant[6]))
            head: list[Node | None] = [words]
            card = page.frames[f"item {number}"].box
            if item.image:
                head.append(page.picture(item.image, f"picture {number}"))
            elif item.icon:
                size = emu(LARGE_ICON if short else SMALL_ICON if small else ICON)
                shown = tile(page.theme, card, bool(item.featured))
                left = (22 if small else 29) if shown.fill else 0
                top = 22 if small else 34 if shown.fill else 28
                at = Box(card.x + emu(left), card.y + emu(top), size, size)
                if middle and shown.fill:
                    at = at._replace(y=card.middle[1] - size // 2)
                head.append(page.icon(item.icon, at, shown.accent, item.at("icon")))
            page.click(*head)


def _columns(items: Sequence[Item], count: int, head: str) -> int:
    """Return how many columns there are: fewer than usual for words that are long in German."""
    long = count in LONG_WORD and longest_word(items) > LONG_WORD[count]
    if long and head != "pictures" and longest_text(items) <= ROOM[count]:
        return 1 if count == 3 else 2
    return count if count <= 4 else 3


def _small(variant: Variant) -> bool:
    """Return whether tiles stand in several rows: their icons stand beside the words."""
    count, places, columns = (int(str(part)) for part in variant[:3])
    return columns < (places or count)


def _cards(theme: Theme, variant: Variant) -> list[Box]:
    count, places, columns = (int(str(part)) for part in variant[:3])
    head, length, body = str(variant[3]), str(variant[5]), theme.body
    if length in LOW_BY:
        low = LOW["icons" if variant[6] else head][LOW_BY.index(length)]
        body = body.inset(0, emu(LOWER if low < HALF else 0))._replace(h=round(low * body.h))
    if (places or count) == 1:
        return [body.inset(0, 0, body.w // 3)]
    gap = emu(20) if _small(variant) else theme.gap
    return body.cells(count, columns, gap, places or (count if columns == 2 else 0))


def _insets(head: str, small: bool, columns: int, shown: Tile) -> Insets:
    """Return the space around a card's words: room above for an icon, or beside it if small."""
    if not shown.fill:  # the words stand below the icon at the edge of the column
        above = {"pictures": 74.0 if small else 150.4, "icons": 20.0 if small else 98.0}
        return (50.0 if small and head == "icons" else 0.0, above.get(head, 20.0), 6.0, 8.0)
    side = 20.0 if columns == 4 else 26.0
    if head == "pictures":
        return (side, 74.0 if small else 134.4 + 16, side - 6, 12.0)
    if head == "icons":
        return (72.0, 20.0, 14.0, 14.0) if small else (side, 108.0, side - 6, 20.0)
    return (22.0, 20.0, 16.0, 14.0) if small else (side, 30.0, side - 6, 20.0)
