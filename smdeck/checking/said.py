"""What a talk says: every text of it, tables and notes too, and where words of it are written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from smdeck.checking.deck import CheckedDeck, CheckedSlide
from smdeck.findings import Place
from smdeck.model.text import Inline, Paragraph, Text
from smdeck.scene import Table, TextBox

Said: TypeAlias = TextBox | Table | Text
"""What holds words: a text on the slide, a table, or notes."""


def paragraphs(talk: CheckedDeck) -> Iterator[Paragraph]:
    """Yield all paragraphs of a talk, its cells and notes too."""
    for slide in talk.slides:
        for text in slide.texts:
            yield from text.paragraphs
        for table in slide.tables:
            for cell in cells(table):
                yield from cell.paragraphs
        if slide.record.notes:
            yield from slide.record.notes.paragraphs


def texts(slide: CheckedSlide) -> Iterator[tuple[Said, str]]:
    """Yield the texts, tables and notes of a slide, each with its words."""
    for text in slide.texts:
        yield text, "\n".join([paragraph.plain for paragraph in text.paragraphs])
    for table in slide.tables:
        yield table, "\n".join([cell.plain for cell in cells(table)])
    if slide.record.notes:
        yield slide.record.notes, slide.record.notes.plain


def cells(table: Table) -> list[Inline]:
    """Return the cells of a table, those of its header first."""
    return [*table.columns, *(cell for row in table.rows for cell in row)]


def place_of(slide: CheckedSlide, origin: Said, words: str) -> Place:
    """Return where words stand: their paragraph, cell or notes."""
    if isinstance(origin, TextBox):
        return slide.at(origin, next(p for p in origin.paragraphs if words in p.plain))
    if isinstance(origin, Table):
        return next(cell.place for cell in cells(origin) if words in cell.plain)
    return origin.place
