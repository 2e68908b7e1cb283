"""The jump menu: the parts of the talk in a line at the foot, each of them a link."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from smdeck.fit.measure import text_width
from smdeck.model.text import Paragraph, Run
from smdeck.page.page import Page
from smdeck.scene import Box, Fitted, Geometry, Level, Picture, Shape, Style, TextBox
from smdeck.units import emu, points

APART = 16.0
"""How far entries stand apart, in points."""

NARROWEST = 20.0
"""The width of an entry at least, in points: a number is hit with a mouse as well."""

RAISED = 5.0
"""How far an entry can be hit above and below its line, in points."""


class MenuEntry(NamedTuple):
    """A part of the talk in the menu."""

    name: str
    short: str
    """What stands for the name where not all names have room."""
    target: str
    current: bool


class MenuLabel(NamedTuple):
    """An entry as it stands in the menu."""

    entry: MenuEntry
    text: str
    level: Level
    width: float
    """In points."""


def put_menu(page: Page, line: Box, style: Style) -> None:
    """Put the menu on a line: all names, or numbers beside the name of the current part where
    these are too long, or numbers alone, at the worst those next to the current part."""
    entries, line = entries_of(page), _free(page, line)
    room = points(line.w)
    rows = [[_word(page, *one, style) for one in row] for row in _rows(entries)]
    fits = next((row for row in rows if _wide(row) <= room), None)
    _put(page, line, rows[-1] if fits is None else fits, style, room)


def _word(page: Page, entry: MenuEntry, text: str, style: Style) -> MenuLabel:
    """Return an entry as it is written: that of the current part is bold."""
    level = style.levels[0]._replace(bold=True) if entry.current else style.levels[0]
    width = text_width(text, style.sizes[0][0], page.theme, level) * 1.02 + 1
    return MenuLabel(entry, text, level, max(NARROWEST, width))


def _wide(row: Sequence[MenuLabel]) -> float:
    """Return how wide a row of entries is, in points."""
    return sum(word.width for word in row) + APART * (len(row) - 1)


def _free(page: Page, line: Box) -> Box:
    """Return what of a line lies before the pictures that stand in it."""
    edges = [
        node.box.x
        for node in page.scene.nodes
        if isinstance(node, Picture)
        and node.box.y < line.bottom
        and node.box.bottom > line.y
        and node.box.x > line.x
    ]
    return line._replace(w=min([line.right, *edges]) - line.x)


def _rows(entries: Sequence[MenuEntry]) -> list[list[tuple[MenuEntry, str]]]:
    """Return what the entries may be called, from the longest to the shortest."""
    return [
        [(entry, entry.name) for entry in entries],
        [(entry, entry.name if entry.current else entry.short) for entry in entries],
        [(entry, entry.short) for entry in entries],
    ]


def _put(page: Page, line: Box, row: Sequence[MenuLabel], style: Style, room: float) -> None:
    """Put entries side by side from the left, as many around the current one as there is room
    for."""
    current = next((n for n, word in enumerate(row) if word.entry.current), 0)
    first, end = 0, len(row)
    while end - first > 1 and _wide(row[first:end]) > room:
        if current - first > end - 1 - current:
            first += 1
        else:
            end -= 1
    x, raised = line.x, emu(RAISED)
    for word in row[first:end]:
        box = Box(x, line.y - raised, emu(word.width), line.h + 2 * raised)
        own = Style((word.level,), style.sizes[:1], "left", "middle")
        put_jump(page, box, word.text, own, word.entry.target)
        x = box.right + emu(APART)


def put_jump(page: Page, box: Box, text: str, style: Style, target: str) -> None:
    """Put words at the foot that lead to another slide."""
    words, place = (Paragraph((Run(text),)),), page.slide.origin.place
    inside = TextBox(
        words,
        style,
        box=box,
        place=place,
        name="footer",
        fitted=Fitted(),
        inside=Geometry(),
        kind="menu",
    )
    page.put(Shape(box, Geometry(), fill=None, line=None, text=inside, name=text, link=target))


def entries_of(page: Page) -> list[MenuEntry]:
    """Return the sections of the talk and what is kept back for questions, as far as there is
    any."""
    context, slide = page.context, page.slide
    current = None if slide.backup or context.current is None else context.current.id
    entries = [
        MenuEntry(part.title.plain, str(part.number), f"#{part.id}", part.id == current)
        for part in context.sections
    ]
    if context.reserve:
        name = page.strings.labels["backup"]
        entries.append(MenuEntry(name, "+", f"#{context.reserve}", slide.backup))
    return entries
