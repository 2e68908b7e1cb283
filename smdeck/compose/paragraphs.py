"""Paragraphs: how items and texts become the paragraphs of a placeholder."""

from __future__ import annotations

import re
from collections.abc import Iterable

from smdeck.model.items import Item
from smdeck.model.text import Paragraph, Run, Text
from smdeck.patterns import pattern

EXPLAINS = 3
"""The level of a bullets style that explains a bullet: muted, without one of its own."""


UNIT = 50
"""By how many percent the unit of a figure is smaller than the figure."""

THIN = 75
"""By how many percent the space before a unit is smaller: a figure and its unit are one thing."""

_FIGURE = pattern(r"(\W*\d(?:[\d.,:/'’–−\s-]*\d)?)(\s*)((?:[^\W\d_]|[%‰€$£°]).*)", re.S)


def figured(text: Text) -> tuple[Paragraph, ...]:
    """Return a figure as paragraphs, its unit smaller than itself; other words as they are."""
    first, *rest = text.paragraphs
    found = _FIGURE.fullmatch(first.plain)
    if found is None or rest or len(first.runs) > 1:
        return text.paragraphs
    run = first.runs[0]
    figure, space, unit = found.groups()
    runs = (
        run._replace(text=figure),
        run._replace(text=space, smaller=THIN),
        run._replace(text=unit, smaller=UNIT),
    )
    return (first._replace(runs=tuple(run for run in runs if run.text)),)


def leveled(paragraphs: Iterable[Paragraph], base: int = 0) -> tuple[Paragraph, ...]:
    """Return paragraphs of a text at a level of a style; their lists get levels on the page."""
    return tuple(paragraph._replace(level=base) for paragraph in paragraphs)


def item_paragraphs(item: Item) -> tuple[Paragraph, ...]:
    """Return an item as the paragraphs of a cell: title, text, and sub-items as bullets."""
    paragraphs: list[Paragraph] = []
    if item.title:
        paragraphs.append(titled(item))
    if item.text:
        paragraphs += leveled(item.text.paragraphs, 1)
    paragraphs += [paragraph._replace(level=2) for paragraph in bullet_paragraphs(item.items, 2)]
    return tuple(paragraphs)


def bullet_paragraphs(items: Iterable[Item], level: int = 0) -> list[Paragraph]:
    """Return items as bullets: titles, their texts and sub-items one level below."""
    paragraphs: list[Paragraph] = []
    for item in items:
        if item.title:
            paragraphs.append(titled(item, level))
        if item.text:
            paragraphs += leveled(item.text.paragraphs, EXPLAINS if level == 0 else level + 1)
        paragraphs += bullet_paragraphs(item.items, level + 1)
    return paragraphs


def titled(item: Item, level: int = 0) -> Paragraph:
    """Return the title of an item, which has one, as a paragraph."""
    assert item.title
    return Paragraph(linked(item.title.runs, item.link), level, None, item.title.place)


def linked(runs: tuple[Run, ...], link: str | None) -> tuple[Run, ...]:
    """Return runs that lead to a link, or as they are where there is none."""
    return tuple(run._replace(link=link) for run in runs) if link else runs
