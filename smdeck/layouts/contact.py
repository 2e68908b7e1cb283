"""contact: the call to action, with the address as a QR code and in words."""

from __future__ import annotations

from smdeck.findings import Findings
from smdeck.fit.measure import SLACK, typed
from smdeck.layouts._layout import Layout, Variant
from smdeck.layouts._page import Page, bullet_paragraphs, contact_lines
from smdeck.layouts._shapes import card_geometry, readable
from smdeck.layouts._styles import display_style, label_style, prose_style
from smdeck.model.address_forms import shortened
from smdeck.model.decode import WebAddress, key
from smdeck.model.records import Item
from smdeck.model.text import Block, Inline, Paragraph, Run
from smdeck.scene import Box, Frame, Level, Role, Style
from smdeck.theme import Theme
from smdeck.units import emu, points

CODE_HOLDS = 2_900
"""The most that a QR code holds, in bytes: 2,953 with the least correction (ISO/IEC 18004, 7.3),
less what says that they are UTF-8."""


class Contact(Layout):
    """What the room is asked to do, how to reach the speaker, and a QR code that leads there."""

    names = {
        "de": "Kontakt", "en": "Contact", "es": "Contacto",
        "fr": "Contact", "it": "Contatto", "nl": "Contact", "pl": "Kontakt",
    }  # fmt: skip
    group = "frame"
    headed = False
    footed = False
    sample = (True,)
    example = """\
layout: contact
title: Sprechen Sie mit mir über Ihre Projekte!
text: Ob Vortrag, Workshop oder strategische Zusammenarbeit – ich bin gespannt auf Ihre Anfrage.
items: [kontakt@example.com]
url: https://example.com/vortrag
"""

    title: Inline = key("The call to action.")
    text: Block | None = key("A sentence more.", None)
    items: list[Item] = key(
        "Ways to get in touch; default: those of the deck's speaker.",
        list,
        most=4,
        shows="title link",
    )
    url: WebAddress | None = key("The address behind the QR code, as long as it has to be.", None)
    label: Inline | None = key(
        "The words below the code; default: its address, or the host alone where that is long.",
        None,
    )

    def variant(self) -> Variant:
        return (bool(self.url),)

    @classmethod
    def regions(cls, theme: Theme, variant: Variant) -> tuple[Frame, ...]:
        width = 500 if variant[0] else 760
        prose = prose_style(theme, "muted")
        ways = Style((Level("text"),), theme.sizes("cell")[2:], anchor="bottom")
        return (
            Frame("title", "title", theme.place(43.2, 86, width, 166), display_style(theme),
                  prompt="title"),
            Frame("text", "body", theme.place(43.2, 268, width, 120), prose),
            Frame("contact", "body", theme.place(43.2, 396, width, 106), ways),
        )  # fmt: skip

    def check(self, findings: Findings) -> None:
        if self.label and not self.url:
            help = "add `url`: the address behind the code"
            findings.error("missing-field", "a `label` needs a `url`", self.at("label"), help)
        size = len((self.url or "").encode())
        if size > CODE_HOLDS:
            findings.error(
                "wrong-value",
                f"`url` has {size:,} bytes, a QR code holds {CODE_HOLDS:,}",
                self.at("url"),
                "take a short address that leads there",
            )

    def draw(self, page: Page) -> None:
        page.text("title", self.title)
        if self.text:
            page.text("text", self.text)
        ways = bullet_paragraphs(self.items) or contact_lines(page.talk.deck)
        page.text("contact", ways, place=page.place_of(self.items))
        if self.url and len(self.url.encode()) <= CODE_HOLDS:
            self._code(page, self.url)

    def _code(self, page: Page, url: str) -> None:
        from smdeck.layouts._qr import qr_geometry
        from smdeck.model.addresses import uri

        dark = page.theme.is_dark(page.scene.tone)
        card: Role = "text" if dark else "card"
        ink: Role = readable(page, card) if dark else "text"
        tile = page.theme.place(616.8, 96, 300, 348)
        geometry = card_geometry(page.theme, tile)
        edge = tile.w * 27 // 300
        side = min(tile.w - 2 * edge, tile.h - edge - emu(75))
        code = Box(tile.x + (tile.w - side) // 2, tile.y + edge, side, side)
        address = Box(tile.x, code.bottom, tile.w, tile.bottom - code.bottom)
        style = label_style(page.theme, ink, True, insets=(12.0, 0.0, 12.0, 0.0))
        short = self.label.plain if self.label else _read(page, url, address, style)
        page.group(
            [
                page.shape(tile, geometry, fill=card),
                page.shape(
                    code, qr_geometry(uri(url)), fill=ink, name=page.words.shapes["qr"], link=url
                ),
                page.label(
                    address, self.label or Inline.of(short, self.at("url")), style, name="address"
                ),
            ],
            f"{page.words.shapes['qr']} {short}",
        )


def _read(page: Page, url: str, box: Box, style: Style) -> str:
    """Return what stands for an address in a box: as much of it as two lines hold."""
    theme, level, size = page.theme, style.levels[0], style.sizes[-1][0]
    width = (points(box.w) - style.insets[0] - style.insets[2]) * SLACK / size

    def fits(text: str) -> bool:
        broken = typed(Paragraph((Run(text),)), theme, level).lines(
            width, theme.letter_spacing(size)
        )
        return broken.long_word is None and len(broken.lines) <= 2

    return shortened(url, fits)
