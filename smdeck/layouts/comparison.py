"""comparison: before and after, grey and loud, an arrow between them."""

from __future__ import annotations

from smdeck.findings import Findings
from smdeck.layouts._layout import Layout, Variant
from smdeck.layouts._page import Page, bullet_paragraphs, leveled
from smdeck.layouts._shapes import card_geometry
from smdeck.model.decode import key
from smdeck.model.records import Column
from smdeck.model.text import Inline, Paragraph
from smdeck.scene import Box, Frame, Geometry, Level, Role, Style
from smdeck.theme import Theme
from smdeck.units import emu

ICON = 30


class Comparison(Layout):
    """Two sides against each other: the left calm, the right in the brand's colour."""

    names = {"de": "Vergleich", "en": "Comparison"}
    group = "words"
    sample = (False, False, True)
    example = """\
layout: comparison
title: Vom Konsumenten zum Produzenten
left:
  title: Massenmedien
  icon: speakerphone
  items: ["Print, Film, Funk, Fernsehen", "Ein Sender, viele Empfänger"]
right:
  title: Social Media
  icon: messages
  items: [Nachrichten und Kommentare, "Jeder sendet, jeder antwortet"]
"""

    title: Inline = key("The slide's message.")
    left: Column = key("The calm side: what was. It holds items or text.")
    right: Column = key("The loud side: what is. It holds items or text.")
    arrow: bool = key("Whether an arrow leads from left to right.", True)

    def variant(self) -> Variant:
        return (bool(self.left.icon), bool(self.right.icon), self.arrow)

    @classmethod
    def regions(cls, theme: Theme, variant: Variant) -> tuple[Frame, ...]:
        left_icon, right_icon, arrow = variant
        left, right = theme.body.columns(2, emu(48 if arrow else 24))
        geometry = card_geometry(theme, left)
        return (
            Frame("left", "body", left, _style(theme, "text", "muted", bool(left_icon)),
                  "surface", geometry=geometry),
            Frame("right", "body", right,
                  _style(theme, "inverse", "inverse_accent", bool(right_icon)), "brand",
                  geometry=geometry),
        )  # fmt: skip

    def check(self, findings: Findings) -> None:
        for column in (self.left, self.right):
            if column.content not in ("items", "text") or len(column.items) > 6:
                findings.error(
                    "column-content",
                    "a side of a `comparison` holds `items`, up to six, or `text`",
                    column.origin.place,
                    "`two-columns` holds pictures, charts and tables",
                )

    def draw(self, page: Page) -> None:
        sides: tuple[tuple[str, Column, Role], ...] = (
            ("left", self.left, "muted"),
            ("right", self.right, "inverse_accent"),
        )
        for side, column, role in sides:
            place = column.origin.place
            box = page.text(side, _paragraphs(column), group="sides", place=place)
            card = page.frames[side].box
            if column.icon:
                at = Box(card.x + emu(32), card.y + emu(29), emu(ICON), emu(ICON))
                page.icon(column.icon, at, role, column.at("icon"))
            page.click_paragraphs(box, first=1)
        if self.arrow:
            self._arrow(page)

    def _arrow(self, page: Page) -> None:
        left, right = page.frames["left"].box, page.frames["right"].box
        gap = Box(left.right, left.y, right.x - left.right, left.h)
        disc = gap.centered(emu(48), emu(48))
        page.group(
            [
                page.shape(disc, Geometry("ellipse"), fill="highlight"),
                page.icon("arrow-right", disc.centered(emu(28), emu(28)), "inverse",
                          self.origin.place),
            ],
            page.words.shapes["arrow"],
        )  # fmt: skip


def _paragraphs(column: Column) -> list[Paragraph]:
    head = [Paragraph(column.title.runs)] if column.title else []
    if column.text:
        return [
            *head,
            *(
                Paragraph(p.runs, 3 if p.marker is None else 1)
                for p in leveled(column.text.paragraphs)
            ),
        ]
    return [*head, *bullet_paragraphs(column.items, 1)]


def _style(theme: Theme, color: Role, bullet: Role, icon: bool) -> Style:
    head = 44.0 if icon else 0.0
    levels = (
        Level(color, bold=True, font="heading", left=head),
        Level(color, bullet="•", bullet_color=bullet, left=22, hanging=22, before=15),
        Level(color, bullet="–", bullet_color=bullet, left=42, hanging=18, before=5),
        Level(color, before=13),
    )
    return Style(levels, theme.sizes("cell", 2, 3, 2), insets=(29, 26, 24, 22))
