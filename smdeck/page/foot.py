"""The foot of a page: footer or menu, date and number, the way back, the thread that grows."""

from __future__ import annotations

from typing import Literal

from smdeck.model.records import Deck
from smdeck.model.text import Paragraph, Run
from smdeck.page.menu import put_jump, put_menu
from smdeck.page.page import Page
from smdeck.page.styles import foot_style
from smdeck.scene import CAME_FROM, DATED, Box, Fitted, Geometry, TemplateLayout, TextBox
from smdeck.units import emu
from smdeck.words import Words

FootKind = Literal["footer", "date", "today", "number"]

PROGRESS = 5.0
"""The width of the thread that grows along the foot, in points."""


def put_foot(page: Page, footer: str, number: str, link: str | None = None) -> None:
    """Put footer and slide number on the slide; the number may lead somewhere."""
    if page.scene.slide_layout.base:
        _template_foot(page, page.scene.slide_layout.base, footer, number, link)
        return
    line, end = page.scene.slide_layout.foot.columns((4, 1))
    if page.context.deck.dated and page.scene.slide_layout.foot.w >= emu(DATED):
        line, middle, end = page.scene.slide_layout.foot.columns((3, 1, 1))
        _date(page, middle)
    style, place = foot_style(page.theme, page.scene.tone), page.context.deck.at("footer")
    at_end = foot_style(page.theme, page.scene.tone, "right")
    if page.context.deck.menu:
        put_menu(page, line, style)
    elif footer:
        page.scene.footer = footer
        words = (Paragraph((Run(footer),)),)
        page.put(
            TextBox(
                words, style, box=line, place=place, name="footer", fitted=Fitted(), kind="footer"
            )
        )
    if number:
        words = (Paragraph((Run(number),)),)
        name = "slide-number"
        page.put(
            TextBox(
                words,
                at_end,
                box=end,
                place=place,
                name=name,
                fitted=Fitted(),
                link=link,
                kind="number",
            )
        )


def _date(page: Page, box: Box) -> None:
    """Put the date at the foot."""
    deck = page.context.deck
    style = foot_style(page.theme, page.scene.tone, "right")
    words = (Paragraph((Run(date_shown(deck, page.words)),)),)
    place, kind = deck.at("dated"), date_kind(deck)
    page.put(TextBox(words, style, box=box, place=place, name="date", fitted=Fitted(), kind=kind))


def put_progress(page: Page, number: int) -> None:
    """Put a thread at the foot that is as long as the talk is over."""
    if page.theme.look.progress == "none" or not page.context.last:
        return
    wide = round(page.theme.width * min(1.0, number / page.context.last))
    box = Box(0, page.theme.height - emu(PROGRESS), wide, emu(PROGRESS))
    page.shape(box, Geometry(), fill="highlight", name=page.words.shapes["rule"])


def put_way_back(page: Page) -> None:
    """Put a word at the foot that leads to the slide that one came from, where its number would
    be."""
    slide_layout, words = page.scene.slide_layout, page.words
    end = slide_layout.foot.columns((4, 1))[1]
    style = foot_style(page.theme, page.scene.tone, "right")
    if slide_layout.base:
        number = slide_layout.base.first("sldNum")
        if number is None or number.style is None:
            return
        end, style = number.box, number.style
    text = f"←\u00a0{words.labels['back']}"
    put_jump(page, end, text, style, CAME_FROM)


def _template_foot(
    page: Page, base: TemplateLayout, footer: str, number: str, link: str | None
) -> None:
    """Fill footer, date and slide number where the template's layout has them."""
    deck = page.context.deck
    menu = base.first("ftr") if deck.menu else None
    if menu and menu.style:
        put_menu(page, menu.box, menu.style)
    date = date_shown(deck, page.words) if deck.dated else ""
    feet: tuple[tuple[str, str, FootKind, str, str], ...] = (
        ("" if deck.menu else footer, "footer", "footer", "ftr", "footer"),
        (date, "date", date_kind(deck), "dt", "dated"),
        (number, "slide-number", "number", "sldNum", "footer"),
    )
    for text, name, kind, type_, field in feet:
        placeholder = base.first(type_)
        if kind == "footer" and placeholder:
            text = page.context.standing.in_footer(text, placeholder)
        if not (text and placeholder and placeholder.style):
            continue
        words, leads = (Paragraph((Run(text),)),), link if kind == "number" else None
        style, box = placeholder.style, placeholder.box
        page.put(
            TextBox(
                words,
                style,
                box=box,
                place=deck.at(field),
                name=name,
                fitted=Fitted(),
                link=leads,
                kind=kind,
            )
        )
        if kind == "footer":
            page.scene.footer = text


def date_kind(deck: Deck) -> Literal["today", "date"]:
    """Return whether the date is the day on which the file is opened, or stands as it is."""
    return "today" if deck.dated == "auto" else "date"


def date_shown(deck: Deck, words: Words) -> str:
    """Return the date at the foot; of one that PowerPoint fills in, that of the event."""
    from smdeck.model.dates import in_words

    date = deck.dated
    if date == "auto":
        date = deck.event.date if deck.event and deck.event.date else words.shapes["date"]
    return in_words(date or "", deck.lang)
