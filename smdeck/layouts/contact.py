"""contact: the call to action, with the address as a QR code and in words."""

from __future__ import annotations

from collections.abc import Sequence

from smdeck.compose import Anchor, Choice, Composition, Plan, Room, Type
from smdeck.compose.blocks import code_card
from smdeck.compose.paragraphs import bullet_paragraphs
from smdeck.findings import Findings, Place
from smdeck.fit.measure import SLACK, typed
from smdeck.model.address_forms import shortened
from smdeck.model.fields import key
from smdeck.model.items import Item
from smdeck.model.kinds import WebAddress
from smdeck.model.people import contact_lines
from smdeck.model.text import Block, Inline, Paragraph, Run
from smdeck.page import Composed, Page
from smdeck.page.qr import put_code, qr_holds, report_long
from smdeck.page.shapes import readable
from smdeck.page.styles import label_style
from smdeck.scene import Box, Role, Style
from smdeck.units import emu, points


def code(plan: Plan) -> None:
    """The call on the left, the code in a card of full height on the right."""
    room = plan.ground()
    _words(plan, room._replace(w=code_room(plan).x - 40 - room.x))


def plane(plan: Plan) -> None:
    """The call on the left, the code in a card on a plane to three edges."""
    card = code_room(plan)
    edge = card.x - 36
    plan.plane(Room(edge, 0, plan.slide.w - edge, plan.slide.h), plan.theme.look.loud)
    left = plan.x(1)
    top = _top(plan, 40)
    room = Room(left, top, edge - 32 - left, plan.sourced(left, edge - 32, 496) - top)
    contact, above = room.cut("bottom", max(84.0, 18 + 32.0 * _ways(plan)))
    plan.rule(contact, "text")
    _say(plan, above, contact.inset(0, 14, 0, 0), "top")


def block(plan: Plan) -> None:
    """The call in a block that speaks, the ways on a plane at the foot, the code before both."""
    slide = plan.slide
    plan.plane(Room(0, 412, slide.w, slide.h - 412), "contrast")
    top = _top(plan, 44)
    left, card = plan.x(1), Room(0, top, 536, 344 - top)
    plan.speech(card, "brand", drop=74, at=0.5, wide=90)
    plan.title(card.inset(left, 12, 20, 12), Type("display", 64, 34), anchor="middle")
    low = Room(left, 424, 500, plan.sourced(left, card.right, 520) - 424)
    text, contact = low.columns((3, 2), 20)
    if low.h > 80 and _ways(plan) < 2:
        text, contact = low.cut("top", 62, 2)
    plan.words("text", text, "prose", text=Type("cell", 24, 18), counts=False)
    plan.words(
        "contact", contact if plan.has("text") else low, "prose",
        text=Type("cell", 28, 18), color="accent", anchor="bottom", counts=False,
    )  # fmt: skip
    plan.footed = False


def words(plan: Plan) -> None:
    """The call and the ways over the whole slide, or beside the theme's art for them."""
    room = plan.ground()
    if "contact words" in plan.theme.branding.art:
        room = room._replace(w=min(room.w, plan.measure))
    _words(plan, room)


def code_room(plan: Plan) -> Room:
    """Return where the card with the code stands."""
    room = plan.ground()
    wide = min(354.0, 0.4 * room.w)
    return Room(room.right - wide, room.y, wide, min(452.0, room.h))


def _words(plan: Plan, room: Room) -> None:
    contact, above = room.inset(0, 44, 0, 0).cut("bottom", 40.0 * max(2, _ways(plan)), 12)
    _say(plan, above, contact, "middle")


def _top(plan: Plan, usual: float) -> float:
    """Return where words begin: below the logo, if there is one above them."""
    logo = plan.theme.shows_logo("contact") and plan.theme.branding.position.startswith("top")
    return 88.0 if logo else usual


def _ways(plan: Plan) -> int:
    """Return how many ways to get in touch there are."""
    return int(str(plan.choice.shape[0]))


def _say(plan: Plan, above: Room, contact: Room, anchor: Anchor) -> None:
    """Put the call and what it says into a room, the ways to get in touch into another."""
    text, title = above.cut("bottom", 104, 14)
    plan.title(title if plan.has("text") else above, Type("display", 64, 34), anchor=anchor)
    plan.words("text", text, "prose", text=Type("cell", 26, 18), counts=False)
    plan.words(
        "contact", contact, "prose", text=Type("cell", 28, 18), color="accent", anchor="bottom",
        counts=False,
    )  # fmt: skip
    plan.footed = False


class Contact(Composed):
    """What the room is asked to do, how to reach the speaker, and a QR code that leads there."""

    names = {
        "de": "Kontakt", "en": "Contact", "es": "Contacto",
        "fr": "Contact", "it": "Contatto", "nl": "Contact", "pl": "Kontakt",
    }  # fmt: skip
    group = "frame"
    compositions = (
        Composition("code", code, needs="url", stage="ground", de="Code"),
        Composition("plane", plane, needs="url", stage="ground", de="Fläche", asked=True),
        Composition("block", block, (0, 3), needs="url", stage="ground", de="Block", asked=True),
        Composition("words", words, lacks=("url",), stage="ground", de="Worte"),
    )
    usual = Choice("contact", "", "code", given=frozenset({"url", "text", "contact"}), shape=(2,))
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
        "Ways to get in touch; default: those of the deck's speaker. An e-mail address is a link.",
        list,
        most=4,
        shows="title link",
    )
    url: WebAddress | None = key("The address behind the QR code, as long as it has to be.", None)
    label: Inline | None = key(
        "The words below the code; default: its address, or the host alone where that is long.",
        None,
    )

    def given(self) -> frozenset[str]:
        own = set(super().given())
        if self._ways():
            own.add("contact")
        return frozenset(own)

    def shape(self) -> tuple[object, ...]:
        return (len(self._ways()),)

    def _ways(self) -> Sequence[Paragraph]:
        own = [_reached(paragraph) for paragraph in bullet_paragraphs(self.items)]
        return own or contact_lines(self.context.deck.speaker)

    def said(self, name: str) -> Sequence[Sequence[Paragraph]]:
        if name == "contact":
            return [self._ways()]
        return super().said(name)

    def check(self, findings: Findings) -> None:
        if self.label and not self.url:
            help = "add `url`: the address behind the code"
            findings.error("missing-field", "a `label` needs a `url`", self.at("label"), help)
        report_long(self.url, self.at("url"), findings)

    def extra(self, page: Page, plan: Plan) -> None:
        if self.url and qr_holds(self.url):
            self._code(page, self.url, plan)

    def _place_of(self, name: str) -> Place | None:
        return self.items[0].place if name == "contact" and self.items else super()._place_of(name)

    def _code(self, page: Page, url: str, plan: Plan) -> None:
        card = code_card(plan)
        color: Role = readable(page, card) if card == "text" else "text"
        card_room = code_room(plan)
        tile, geometry = card_room.box, plan.outline(card_room)
        edge = tile.w * 32 // 354
        side = min(tile.w - 2 * edge, tile.h - edge - emu(96))
        code = Box(tile.x + (tile.w - side) // 2, tile.y + edge, side, side)
        address = Box(tile.x, code.bottom, tile.w, tile.bottom - code.bottom)
        style = label_style(page.theme, color, True, insets=(12.0, 0.0, 12.0, 0.0))
        short = self.label.plain if self.label else _read(page, url, address, style)
        page.group(
            [
                page.shape(tile, geometry, fill=card),
                put_code(page, url, code, color),
                page.label(
                    address, self.label or Inline.of(short, self.at("url")), style, name="address"
                ),
            ],
            f"{page.strings.shapes['qr']} {short}",
        )


TYPED = 48
"""Nobody types an address of more characters, which is what it would be read for."""


def _read(page: Page, url: str, box: Box, style: Style) -> str:
    """Return what stands for an address in a box: all of it where somebody may type that, and two
    lines hold it."""
    theme, level, size = page.theme, style.levels[0], style.sizes[-1][0]
    width = (points(box.w) - style.insets[0] - style.insets[2]) * SLACK / size

    def fits(text: str) -> bool:
        if "/" in text and len(text) > TYPED:
            return False
        broken = typed(Paragraph((Run(text),)), theme, level).lines(
            width, theme.type.letter_spacing(size)
        )
        return broken.long_word is None and len(broken.lines) <= 2

    return shortened(url, fits)


def _reached(paragraph: Paragraph) -> Paragraph:
    """Return an entry that is an e-mail address as a link to it."""
    from smdeck.model.addresses import mail_link

    first, *others = paragraph.runs
    to = None if others or first.link else mail_link(first.text)
    return paragraph._replace(runs=(first._replace(link=to),)) if to else paragraph
