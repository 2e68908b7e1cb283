"""comparison: before and after, grey and loud, an arrow between them."""

from __future__ import annotations

from smdeck.findings import Findings
from smdeck.layouts._layout import Layout, Variant
from smdeck.layouts._page import Page, bullet_paragraphs, leveled
from smdeck.layouts._shapes import Tile, mark_geometry, readable, tile, tile_rules
from smdeck.layouts._styles import LOWER, heading
from smdeck.model.decode import key
from smdeck.model.records import Column
from smdeck.model.scripts import letters, written_rtl
from smdeck.model.text import Inline, Paragraph
from smdeck.scene import Box, Frame, Level, Role, Shape, Style
from smdeck.theme import Theme
from smdeck.units import emu

ICON, TOP = 30, 26
"""The side of an icon, and where the title beside it begins, in points."""

LOWEST = 0.6

LINE, HEIGHTS = 31, ((LOWEST, 2.0), (0.8, 5.5))
"""How many characters a line has, and shares of the body's height with the lines that they hold."""


class Comparison(Layout):
    """Two sides against each other: the left calm, the right in the brand's colour."""

    names = {
        "de": "Vergleich", "en": "Comparison", "es": "Comparación",
        "fr": "Comparaison", "it": "Confronto", "nl": "Vergelijking", "pl": "Porównanie",
    }  # fmt: skip
    group = "words"
    sample = (False, False, True, 1.0)
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
        height = max(_height(self.left), _height(self.right))
        return (bool(self.left.icon), bool(self.right.icon), self.arrow, height)

    @classmethod
    def regions(cls, theme: Theme, variant: Variant) -> tuple[Frame, ...]:
        left_icon, right_icon, *_ = variant
        left, right = _sides(theme, variant)
        frames = []
        for side, box, icon in (("left", left, left_icon), ("right", right, right_icon)):
            shown = _tile(theme, box, side)
            style = _style(theme, shown, "muted" if side == "left" else shown.accent, bool(icon))
            if variant[3] != 1.0:
                style = style._replace(sizes=theme.sizes("body", 2, 3, 2))
            frames.append(Frame(side, "body", box, style, shown.fill, shown.line, shown.geometry))
        return tuple(frames)

    @classmethod
    def decor(cls, theme: Theme, variant: Variant) -> tuple[Shape, ...]:
        left, right = _sides(theme, variant)
        return tile_rules(theme, {left: False, right: True})

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
        for side, column in (("left", self.left), ("right", self.right)):
            place = column.origin.place
            box = page.text(side, _paragraphs(column), group="sides", place=place)
            card = page.frames[side].box
            if column.icon:
                shown = _tile(page.theme, card, side)
                left = emu(shown.side + 3) if shown.fill else 0
                title = 1.2 * box.style.sizes[0][0] if box else 0  # the line that it stands beside
                top = emu(TOP + (title - ICON) / 2)
                at = Box(card.x + left, card.y + top, emu(ICON), emu(ICON))
                role: Role = "muted" if side == "left" else shown.accent
                page.icon(column.icon, at, role, column.at("icon"))
            page.click_paragraphs(box, first=1)
        if self.arrow:
            self._arrow(page)

    def _arrow(self, page: Page) -> None:
        left, right = page.frames["left"].box, page.frames["right"].box
        gap = Box(left.right, left.y, right.x - left.right, left.h)
        at = gap.centered(emu(48), emu(48))
        name = "arrow-left" if written_rtl(page.talk.deck.lang) else "arrow-right"
        if page.theme.look.marks == "plain":
            arrow = at.centered(emu(34), emu(34))
            if page.frames["left"].fill is None:  # it leads from one rule to the other
                arrow = arrow._replace(y=left.y + emu(2) - arrow.h // 2)
            page.icon(name, arrow, "accent", self.origin.place)
            return
        icon = at.centered(emu(28), emu(28))
        page.group(
            [
                page.shape(at, mark_geometry(page.theme), fill="highlight"),
                page.icon(name, icon, readable(page, "highlight"), self.origin.place),
            ],
            page.words.shapes["arrow"],
        )


def _paragraphs(column: Column) -> list[Paragraph]:
    head = list(column.title.paragraphs) if column.title else []
    if column.text:
        return [*head, *leveled(column.text.paragraphs, 3)]
    return [*head, *bullet_paragraphs(column.items, 1)]


def _height(column: Column) -> float:
    """Return how much of the body's height a side needs for its words, of three heights."""
    lines = [letters(text) // LINE + 1 for text in _texts(column)]
    need = sum(lines) + 0.5 * len(lines)
    return next((height for height, most in HEIGHTS if need <= most), 1.0)


def _texts(column: Column) -> list[str]:
    if column.text:
        return [paragraph.plain for paragraph in column.text.paragraphs]
    return [paragraph.plain for paragraph in bullet_paragraphs(column.items)]


def _sides(theme: Theme, variant: Variant) -> list[Box]:
    *_, arrow, height = variant
    share = float(str(height))
    low = theme.body.inset(0, emu(LOWER if share == LOWEST else 0))
    body = low._replace(h=round(share * theme.body.h))
    return body.columns(2, emu(48 if arrow else 24))


def _tile(theme: Theme, box: Box, side: str) -> Tile:
    return tile(theme, box, side == "right", "surface", 29)


def _style(theme: Theme, shown: Tile, bullet: Role, icon: bool) -> Style:
    head, color = 44.0 if icon else 0.0, shown.text if shown.fill == "brand" else "text"
    levels = (
        heading(theme, shown.title, spacing=1.0, left=head),
        Level(color, bullet="•", bullet_color=bullet, left=22, hanging=22, before=15),
        Level(color, bullet="–", bullet_color=bullet, left=42, hanging=18, before=5),
        Level(color, before=13),
    )
    return Style(
        levels, theme.sizes("cell", 2, 3, 2), insets=(shown.side, TOP, 24 if shown.fill else 12, 22)
    )
