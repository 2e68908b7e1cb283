"""Columns: a title and one of items, text, picture, chart or table in a box."""

from __future__ import annotations

from smdeck.compose.paragraphs import bullet_paragraphs
from smdeck.findings import Findings, listing
from smdeck.layouts._lengths import brief
from smdeck.layouts._page import Page
from smdeck.layouts._styles import bullets_style, heading, prose_levels
from smdeck.model.records import Column
from smdeck.model.scripts import letters
from smdeck.scene import Box, Frame, Style, TextBox
from smdeck.theme import Theme
from smdeck.units import emu

HEAD, ICON = 44, 28
"""The height of a column's title and of its icon, in points."""


def column_kind(column: Column) -> str:
    """Return what decides a column's frames: its content, `+` for a title, `*` for its icon."""
    head = "+" if column.title else ""
    return (column.content or "items") + head + ("*" if head and column.icon else "")


def column_problems(column: Column, findings: Findings) -> None:
    """Report a column without content, or with more than one."""
    if column.icon and not column.title:
        findings.error(
            "unshown-key",
            "a column without a title can't show its `icon`",
            column.at("icon"),
            "add `title`, which it stands beside",
        )
    given = column.given
    if len(given) != 1:
        findings.error(
            "column-content",
            f"a column holds one of {listing(Column.contents)}, here are {listing(given, 'and')}"
            if given
            else "a column needs content",
            column.origin.place,
            "leave one of them, or make two slides of it"
            if given
            else f"add one of {listing(Column.contents)}",
        )


def few_words(column: Column, line: int) -> bool:
    """Return whether a column holds up to three points of one line, or a text of four.

    A line has `line` characters.
    """
    if column.text:
        return letters(column.text.plain) <= 4 * line
    return len(column.items) <= 3 and brief(column.items, line, 1)


def column_frames(
    theme: Theme, box: Box, kind: str, side: str, headed: bool, few: bool
) -> list[Frame]:
    """Return the frames of a column: its title where it has one, its content below.

    Where the column beside it is `headed`, its content stands as low without a title. `few`
    words are larger.
    """
    frames, below = [], emu(HEAD + 12 if few else HEAD)
    if "+" in kind:
        head = Box(box.x, box.y, box.w, below)
        if "*" in kind:
            head = head.inset(emu(ICON + 12))
        style = Style(
            (heading(theme, "accent", spacing=1.0),), theme.sizes("cell")[0 if few else 2 :]
        )
        frames.append(Frame(f"{side} title", "body", head, style))
    if headed:
        box = box.inset(0, below)
    match kind.rstrip("+*"):
        case "image":
            frames.append(Frame(side, "pic", box, prompt="picture"))
        case "chart":
            frames.append(Frame(side, "chart", box, prompt="chart"))
        case "table":
            frames.append(Frame(side, "tbl", box, prompt="table"))
        case "text":
            words = Style(prose_levels(), theme.sizes("body", 0, 0)[0 if few else 1 :])
            frames.append(Frame(side, "obj", box, words))
        case _:
            frames.append(
                Frame(side, "obj", box, bullets_style(theme, before=24 if few else 14, few=few))
            )
    return frames


def draw_column(page: Page, column: Column, side: str, few: bool) -> None:
    """Put a column on the page."""
    more = ", few" if few else ""
    if column.title and column.icon:
        head = page.frames[f"{side} title"].box
        at = Box(head.x - emu(ICON + 12), head.y, emu(ICON), emu(ICON))
        page.icon(column.icon, at, "accent", column.at("icon"))
    if column.title:
        page.text(f"{side} title", column.title, group=f"column titles{more}")
    box: TextBox | None = None
    if column.image:
        page.picture(column.image, side)
    elif column.chart:
        page.chart(column.chart, side)
    elif column.table:
        page.table(column.table, side)
    elif column.text:
        box = page.text(side, column.text, group=f"columns text{more}")
    else:
        place = page.place_of(column.items)
        box = page.text(side, bullet_paragraphs(column.items), group=f"columns{more}", place=place)
    page.click_paragraphs(box)
