"""agenda: what comes, in numbered rows."""

from __future__ import annotations

from smdeck.layouts._layout import SPLIT, Layout, Variant
from smdeck.layouts._page import Page
from smdeck.layouts._rows import numbers, row_boxes, rules, staged_row
from smdeck.model.decode import key
from smdeck.model.records import Item
from smdeck.model.scripts import letters
from smdeck.model.text import Paragraph, Run
from smdeck.scene import Box, Frame, Level, Shape, Style
from smdeck.theme import Theme
from smdeck.units import emu
from smdeck.words import Words

FEWEST, MOST = 2, 10
"""How many parts an agenda has."""

ROWS = {2: 132, 3: 104}
"""The tallest rows in points of few parts; else 76."""

ONE_COLUMN, LINES = 6, 44
"""How many rows one column has at most, where titles have no more characters than would fill two
lines of half the width."""


class Agenda(Layout):
    """The talk's parts in numbered rows; without items it lists the sections and links to them."""

    names = {
        "de": "Agenda", "en": "Agenda", "es": "Agenda",
        "fr": "Ordre du jour", "it": "Programma", "nl": "Agenda", "pl": "Plan",
    }  # fmt: skip
    group = "frame"
    staged = True
    sample = (4, 4, 1, 0)
    example = """\
layout: agenda
items:
  - {title: "Was ist Social Media?", minutes: 8}
  - {title: "Warum Social Media Marketing?", minutes: 12}
  - {title: "Umsetzung, Content, Workshops", minutes: 6}
  - {title: Fragen und nächste Schritte, minutes: 4}
"""

    items: list[Item] = key(
        "The parts; without them, the sections of the deck.",
        list,
        least=FEWEST,
        most=MOST,
        shows="title minutes link",
    )
    split: bool = SPLIT

    def variant(self) -> Variant:
        count, items = len(self.items), self.whole or self.items
        places = self.places or count
        longest = max((letters(item.title.plain) for item in items if item.title), default=0)
        two = places > ONE_COLUMN and longest <= LINES
        return (count, places, 2 if two else 1, self.before)

    @classmethod
    def regions(cls, theme: Theme, variant: Variant) -> tuple[Frame, ...]:
        sizes = theme.sizes("body")[0 if variant[1] in ROWS else 1 :]
        style = Style((Level(strong="accent"),), sizes, anchor="middle", insets=(0, 4, 0, 4))
        time = Style((Level("muted"),), theme.sizes("label")[1:], "right", "middle")
        frames = []
        left, columns = emu(84 if variant[1] == 2 else 72), int(str(variant[2]))
        for number, row in enumerate(_rows(theme, variant), 1):
            words, minutes = row.inset(left).columns((8 / columns, 1), theme.gap)
            frames.append(Frame(f"item {number}", "body", words, style))
            frames.append(Frame(f"time {number}", "body", minutes, time))
        return tuple(frames)

    @classmethod
    def decor(cls, theme: Theme, variant: Variant) -> tuple[Shape, ...]:
        rows = _rows(theme, variant)
        return (*numbers(rows, theme, first=1 + int(str(variant[3]))), *rules(rows, theme))

    def usual_title(self, words: Words) -> str:
        return words.agenda

    def complete(self, sections: list[Item]) -> bool:
        self.items = self.items or sections
        return len(self.items) >= FEWEST and (self.split or len(self.items) <= MOST)

    def draw(self, page: Page) -> None:
        current = page.talk.current
        drawn = () if page.scene.native.tiled else self.decor(page.theme, self.variant())
        for number, item in enumerate(self.items, 1):
            assert item.title
            runs = item.title.runs
            if current and item.title.plain == current.title.plain:
                runs = tuple(run._replace(bold=True) for run in runs)
            staged = staged_row(page, number, drawn)
            row = page.text(
                f"item {number}", [Paragraph(runs)], group="rows", place=item.place, link=item.link
            )
            time = None
            if item.minutes:
                label = f"{item.minutes:g}\u00a0{page.words.minutes}"
                time = page.text(f"time {number}", [Paragraph((Run(label),))], group="times")
            page.click(*staged, row, time)


def _rows(theme: Theme, variant: Variant) -> list[Box]:
    count, places, columns, _ = (int(str(part)) for part in variant)
    return row_boxes(theme, places, ROWS.get(places, 76), columns)[:count]
