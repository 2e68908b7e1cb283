"""The foot of a page: footer or menu, date and number, the way back, the thread that grows."""

from __future__ import annotations

from typing import Literal

from smdeck.model.records import Deck
from smdeck.model.text import Paragraph, Run
from smdeck.page.menu import put_jump, put_menu
from smdeck.page.page import Page
from smdeck.page.styles import foot_style
from smdeck.scene import CAME_FROM, DATED, Box, Fitted, Geometry, Style, TemplateLayout, TextBox
from smdeck.strings import Strings
from smdeck.units import emu

FootKind = Literal["footer", "date", "today", "number"]

NAMES: dict[FootKind, str] = {
    "footer": "footer", "date": "date", "today": "date", "number": "slide-number",
}  # fmt: skip
"""What the words of the foot are called in findings."""

PROGRESS = 5.0
"""The width of the thread that grows along the foot, in points."""


def put_foot(page: Page, footer: str, number: str, link: str | None = None) -> None:
    """Put footer and slide number on the slide; the number may lead somewhere."""
    deck, foot = page.context.deck, page.scene.slide_layout.foot
    if page.scene.slide_layout.base:
        _template_foot(page, page.scene.slide_layout.base, footer, number, link)
        return
    line, end = foot.columns((4, 1))
    style = foot_style(page.theme, page.scene.tone)
    at_end = foot_style(page.theme, page.scene.tone, "right")
    if deck.dated and foot.w >= emu(DATED):
        line, middle, end = foot.columns((3, 1, 1))
        _put(page, date_kind(deck), date_shown(deck, page.strings), middle, at_end)
    if deck.menu:
        put_menu(page, line, style)
    elif footer:
        _put(page, "footer", footer, line, style)
    if number:
        _put(page, "number", text=number, box=end, style=at_end, link=link)


def _put(
    page: Page, kind: FootKind, text: str, box: Box, style: Style, link: str | None = None
) -> None:
    """Put words of a kind at the foot, which may lead somewhere."""
    words, name = (Paragraph((Run(text),)),), NAMES[kind]
    place = page.context.deck.at("dated" if name == "date" else "footer")
    fitted = Fitted()
    page.put(TextBox(words, style, box, place, name=name, fitted=fitted, link=link, kind=kind))
    if kind == "footer":
        page.scene.footer = text


def put_progress(page: Page, number: int) -> None:
    """Put a thread at the foot that is as long as the talk is over."""
    if page.theme.look.progress == "none" or not page.context.last:
        return
    wide = round(page.theme.width * min(1.0, number / page.context.last))
    box = Box(0, page.theme.height - emu(PROGRESS), wide, emu(PROGRESS))
    page.shape(box, Geometry(), fill="highlight", name=page.strings.shapes["rule"])


def put_way_back(page: Page) -> None:
    """Put a word at the foot that leads to the slide that one came from, where its number would
    be."""
    slide_layout, strings = page.scene.slide_layout, page.strings
    end = slide_layout.foot.columns((4, 1))[1]
    style = foot_style(page.theme, page.scene.tone, "right")
    if slide_layout.base:
        number = slide_layout.base.first("sldNum")
        if number is None or number.style is None:
            return
        end, style = number.box, number.style
    text = f"←\u00a0{strings.labels['back']}"
    put_jump(page, end, text, style, CAME_FROM)


def _template_foot(
    page: Page, base: TemplateLayout, footer: str, number: str, link: str | None
) -> None:
    """Fill footer, date and slide number where the template's layout has them."""
    deck = page.context.deck
    menu = base.first("ftr") if deck.menu else None
    if menu and menu.style:
        put_menu(page, menu.box, menu.style)
    date = date_shown(deck, page.strings) if deck.dated else ""
    feet: tuple[tuple[FootKind, str, str], ...] = (
        ("footer", "ftr", "" if deck.menu else footer),
        (date_kind(deck), "dt", date),
        ("number", "sldNum", number),
    )
    for kind, type_, text in feet:
        placeholder = base.first(type_)
        if kind == "footer" and placeholder:
            text = page.context.standing.in_footer(text, placeholder)
        if text and placeholder and placeholder.style:
            leads = link if kind == "number" else None
            _put(page, kind, text=text, box=placeholder.box, style=placeholder.style, link=leads)


def date_kind(deck: Deck) -> Literal["today", "date"]:
    """Return whether the date is the day on which the file is opened, or stands as it is."""
    return "today" if deck.dated == "auto" else "date"


def date_shown(deck: Deck, strings: Strings) -> str:
    """Return the date at the foot; of one that PowerPoint fills in, that of the event."""
    from smdeck.model.dates import in_words

    date = deck.dated
    if date == "auto":
        date = deck.event.date if deck.event and deck.event.date else strings.shapes["date"]
    return in_words(date or "", deck.lang)
