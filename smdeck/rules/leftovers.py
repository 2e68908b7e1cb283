"""Leftovers: words of templates, and notes to oneself.

**What it does:** warns of words that were never meant for an audience, on slides and in notes: “Lorem ipsum”, “Klicken Sie hier …”, “IconBox Titel”,
“Titel eingeben”, “Mustertext”, TODO, TBD, FIXME, XXX, ???.

**Why it is bad:** everybody sees it, and nobody forgets it.

```yaml
layout: icon-grid
title: Unsere Stärken
items: [IconBox Titel, Content]
```

**What to do:** write what belongs there, or remove it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from smdeck.checking.deck import CheckedDeck, CheckedSlide, Issue
from smdeck.checking.rule import Limits
from smdeck.findings import Place
from smdeck.model.text import Inline, Paragraph, Text
from smdeck.scene import Table, TextBox

LEVELS = ("warning",)

_LEFT = (
    r"(?i:\blorem ipsum\b|\bdolor sit amet\b|\bklicken sie(?: hier| auf|,? um)\b[^.\n]*"
    r"|\bclick (?:here )?to (?:add|edit)\b[^.\n]*|\bicon ?box titel\b"
    r"|\b(?:unter)?(?:titel|überschrift|text|name) (?:hier )?(?:eingeben|einfügen|hinzufügen)\b"
    r"|\b(?:add|enter|insert|your) (?:title|subtitle|text) here\b|\bihr(?:e)? (?:text|titel|überschrift) hier\b"
    r"|\b(?:muster|blind|platzhalter)text\b)"
    r"|\b(?:TODO|TBD|FIXME|XXX+)\b(?!-\w)|\?\?\?+"
)
"""It is compiled where a sign was seen: that takes half a millisecond, which few decks need."""

_SIGNS = tuple(sign.encode() for sign in (
    "lorem ipsum", "dolor sit", "klicken sie", "click here", "click to", "icon box", "iconbox",
    "eingeben", "einfügen", "einfÜgen", "hinzufügen", "hinzufÜgen", "title here", "text here", "titel hier", "text hier", "schrift hier",
    "mustertext", "blindtext", "platzhaltertext", "todo", "tbd", "fixme", "xxx", "???",
))  # fmt: skip
"""One of them is in each leftover: a deck has none as a rule, and that is soon seen. They are looked
for in bytes, where only the letters of ASCII are made small, which is four times as fast."""


def check(talk: CheckedDeck, limits: Limits) -> Iterator[Issue]:
    """Yield the first leftover of each text."""
    whole = (
        "\n".join([paragraph.plain for paragraph in _paragraphs(talk)])
        .encode("utf-8", "replace")
        .lower()
    )
    if not any(sign in whole for sign in _SIGNS):
        return
    for slide in talk.slides:
        for origin, words in _texts(slide):
            if found := re.search(_LEFT, words):
                yield slide.issue(
                    "warning",
                    f"`{found[0]}` was not meant for an audience",
                    _place(slide, origin, found[0]),
                    "write what belongs there, or remove it",
                )


def _paragraphs(talk: CheckedDeck) -> Iterator[Paragraph]:
    """Yield all paragraphs of a talk, its cells and notes too."""
    for slide in talk.slides:
        for text in slide.texts:
            yield from text.paragraphs
        for table in slide.tables:
            for cell in _cells(table):
                yield from cell.paragraphs
        if slide.record.notes:
            yield from slide.record.notes.paragraphs


def _texts(slide: CheckedSlide) -> Iterator[tuple[TextBox | Table | Text, str]]:
    """Yield the texts, tables and notes of a slide, each with its words."""
    for text in slide.texts:
        yield text, "\n".join([paragraph.plain for paragraph in text.paragraphs])
    for table in slide.tables:
        yield table, "\n".join([cell.plain for cell in _cells(table)])
    if slide.record.notes:
        yield slide.record.notes, slide.record.notes.plain


def _cells(table: Table) -> list[Inline]:
    return [*table.columns, *(cell for row in table.rows for cell in row)]


def _place(slide: CheckedSlide, origin: TextBox | Table | Text, words: str) -> Place:
    """Return where words stand: their paragraph, cell or notes."""
    if isinstance(origin, TextBox):
        return slide.at(origin, next(p for p in origin.paragraphs if words in p.plain))
    if isinstance(origin, Table):
        return next(cell.place for cell in _cells(origin) if words in cell.plain)
    return origin.place
