"""Splitting: a slide with `split: true` goes on over further slides where it holds too much."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import Any

from smdeck.compose.choice import SlidePart
from smdeck.findings import Findings
from smdeck.model.blocks import Column
from smdeck.model.decode import keys
from smdeck.model.sentences import joined, sentences
from smdeck.model.table import MAX_COLUMNS, MAX_ROWS
from smdeck.model.text import Inline, Run
from smdeck.model.whole import Whole
from smdeck.page import Layout
from smdeck.strings import Strings

Trial = Callable[[Layout, Findings], None]
"""Draws and fits a slide for nothing but its findings."""

TOO_MUCH = {"overflow", "too-many-cells", "words"}
"""The findings that fewer items or rows can solve."""

ONCE = ("id", "notes", "minutes", "lead")
"""What the first part has and those after it do not."""


def split(slide: Layout, strings: Strings, trial: Trial, bullets: int) -> list[Layout]:
    """Return a slide in as few parts of about one length as fit, or as it is where it fits.

    A list of the layout `bullets` goes on after that many at the latest.

    Where single items do not fit, each stands alone, and so their findings say which these are.
    """
    listed, least, most = _listed(slide)
    if slide.layout == "bullets":
        most = min(most, bullets)
    if listed == "rows" or len(_entries(slide, listed)) <= most:
        codes = _codes(slide, trial)
        if not codes or codes - TOO_MUCH:
            return [slide]
        if listed == "rows" and len(getattr(slide, "columns", ())) > MAX_COLUMNS:
            return [slide]
    whole = Whole(_entries(slide, listed))  # rows of a file are known now

    def parted(count: int) -> list[Layout]:
        return [
            _part(slide, strings, listed=listed, entries=whole, number=number, count=count)
            for number in range(count)
        ]

    def fits(count: int) -> bool:
        return not any(_codes(part, trial) & TOO_MUCH for part in parted(count))

    fewest, highest = max(2, -(-len(whole) // most)), len(whole) // least
    return parted(_fewest(fewest, highest, fits)) if fewest <= highest else [slide]


def _fewest(fewest: int, highest: int, fits: Callable[[int], bool]) -> int:
    """Return the fewest parts that fit, or the highest number where none does.

    Each trial draws all parts, so few numbers are tried: twice as many until they fit, and then
    the middle of those that may be the fewest.
    """
    good = fewest
    while good < highest and not fits(good):
        fewest, good = good + 1, min(2 * good, highest)
    while fewest < good:
        middle = (fewest + good) // 2
        if fits(middle):
            good = middle
        else:
            fewest = middle + 1
    return good


def can_split(slide: Layout) -> bool:
    """Return whether a slide has enough items or rows for two parts."""
    listed, least, _ = _listed(slide)
    return len(_entries(slide, listed)) >= 2 * least


def _codes(slide: Layout, trial: Trial) -> set[str]:
    """Return what is wrong with a slide, besides a head that is too long on all its parts."""
    findings = Findings()
    trial(slide, findings)
    heads = (slide.title, slide.subtitle, slide.source)
    places = [head.place for head in heads if head]
    return {finding.code for finding in findings.errors if finding.place not in places}


def _listed(slide: Layout) -> tuple[str, int, int]:
    """Return what is shared out, how few and how many of its entries a slide takes."""
    known = keys(type(slide))
    items = known.get("items")
    if items is not None and (getattr(slide, "items", None) or "text" not in known):
        return "items", int(items.least or 1), int(items.most or 1)
    if "rows" in known:
        return "rows", 1, MAX_ROWS
    return "columns" if "left" in known else "text", 1, sys.maxsize


def _entries(slide: Any, listed: str) -> Sequence[Any]:
    """Return the entries of a slide that are shared out: items, rows, sentences; of two columns
    numbers, as far as both have some."""
    if listed == "text":
        return sentences(slide.text) if slide.text else []
    if listed == "columns":
        counts = [len(_of_column(side)) for side in (slide.left, slide.right)]
        return range(min(counts) if min(counts) > 1 else max(counts))
    entries: Sequence[Any] = getattr(slide, listed)
    return entries


def _of_column(column: Column) -> Sequence[Any]:
    return sentences(column.text) if column.text else column.items


def _give(part: Any, listed: str, entries: Sequence[Any], start: int, end: int) -> None:
    """Give a part its share of the entries."""
    from copy import copy

    if listed == "text":
        part.text = joined(part.text, entries[start:end])
    elif listed == "columns":
        for side in ("left", "right"):
            column = copy(getattr(part, side))
            of_column = _of_column(column)
            first, last = (n * len(of_column) // len(entries) for n in (start, end))
            if column.text:
                column.text = joined(column.text, of_column[first:last])
            else:
                column.items = of_column[first:last]
            setattr(part, side, column)
    else:
        setattr(part, listed, entries[start:end])


def _part(
    slide: Any, strings: Strings, listed: str, entries: Whole[Any], number: int, count: int
) -> Layout:
    """Return one of several parts, the first of which is number 0."""
    from copy import copy

    part = copy(slide)
    part.renew()
    start, end = (-(-n * len(entries) // count) for n in (number, number + 1))
    _give(part, listed, entries, start, end)
    slots = -(-len(entries) // count) if listed == "items" else 0
    part.part = SlidePart(slots, start, end < len(entries))
    if listed == "rows":
        part.all_rows = entries
        at = slide.highlight
        part.highlight = at - start if at and start < at <= end else None
    elif listed == "items":
        part.all_items = entries
        if slide.pictures:
            elsewhere = (*entries[:start], *entries[end:])
            others = [item.image for item in elsewhere if item.image]
            part.pictures = tuple(image for image in slide.pictures if image not in others)
    title = slide.title or Inline.of(slide.usual_title(strings) or "", slide.origin.place)
    part.title = _numbered(title, number + 1, count)
    for name in ONCE if number else ():
        setattr(part, name, None)
    return part  # type: ignore[no-any-return]


def _numbered(title: Inline, number: int, count: int) -> Inline:
    """Return a title with the number of its part, which no line break parts from it."""
    paragraph = title.paragraphs[0]
    runs = (*paragraph.runs, Run(f"\u00a0({number}/{count})"))
    return Inline((paragraph._replace(runs=runs),), title.place)
