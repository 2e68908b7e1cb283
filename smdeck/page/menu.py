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


class Entry(NamedTuple):
    """A part of the talk in the menu."""

    name: str
    short: str
    """What stands for the name where not all names have room."""
    target: str
    current: bool


def put_menu(page: Page, line: Box, style: Style) -> None:
    """Put the menu on a line: all names, or numbers beside the name of the current part where
    these are too long, or numbers alone."""
    entries, line = entries_of(page), _free(page, line)
    size = style.sizes[0][0]
    plain = style.levels[0]
    levels = [plain._replace(bold=True) if entry.current else plain for entry in entries]
    for texts in _shown(entries):
        widths = [
            max(NARROWEST, text_width(text, size, page.theme, level) * 1.02 + 1)
            for text, level in zip(texts, levels, strict=True)
        ]
        if sum(widths) + APART * (len(widths) - 1) <= points(line.w):
            _put(page, line, [*zip(entries, texts, widths, levels, strict=True)], style)
            return


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


def _shown(entries: Sequence[Entry]) -> list[list[str]]:
    """Return what the entries may be called, from the longest to the shortest."""
    return [
        [entry.name for entry in entries],
        [entry.name if entry.current else entry.short for entry in entries],
        [entry.short for entry in entries],
    ]


def _put(
    page: Page, line: Box, row: Sequence[tuple[Entry, str, float, Level]], style: Style
) -> None:
    """Put the entries side by side from the left; that of the current part is bold."""
    x, raised = line.x, emu(RAISED)
    for entry, text, width, level in row:
        box = Box(x, line.y - raised, emu(width), line.h + 2 * raised)
        own = Style((level,), style.sizes[:1], "left", "middle")
        put_jump(page, box, text, own, entry.target)
        x = box.right + emu(APART)


def put_jump(page: Page, box: Box, text: str, style: Style, target: str) -> None:
    """Put words at the foot that lead to another slide."""
    words, place = (Paragraph((Run(text),)),), page.slide.origin.place
    inside = TextBox(words, style, box, place, "footer", Fitted(), inside=Geometry(), kind="menu")
    page.put(Shape(box, Geometry(), None, None, inside, text, target))


def entries_of(page: Page) -> list[Entry]:
    """Return the sections of the talk and what is kept back for questions, as far as there is
    any."""
    talk, slide = page.talk, page.slide
    current = None if slide.backup or talk.current is None else talk.current.id
    entries = [
        Entry(part.title.plain, str(part.number), f"#{part.id}", part.id == current)
        for part in talk.sections
    ]
    if talk.reserve:
        name = page.words.labels["backup"]
        entries.append(Entry(name, "+", f"#{talk.reserve}", slide.backup))
    return entries
