"""Splitting: a slide with `split: true` goes on over further slides where it holds too much."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from typing import Any

from smdeck.findings import Findings
from smdeck.layouts import Layout
from smdeck.layouts._page import alignment
from smdeck.model.decode import keys
from smdeck.model.table import MAX_ROWS
from smdeck.model.text import Inline, Paragraph, Run

Trial = Callable[[Layout, Findings], None]
"""Draws a slide for nothing but its findings."""

TOO_MUCH = {"overflow", "too-many-cells"}
"""The findings that fewer items or rows can solve."""


def split_slides(slides: list[Layout], trial: Trial) -> list[Layout]:
    """Return the slides, those that ask for it in as few parts of about one length as fit.

    A slide that no splitting helps stays whole, and so do its findings.
    """
    done: list[Layout] = []
    for slide in slides:
        done += _parts(slide, trial) if getattr(slide, "split", False) else [slide]
    return done


def _parts(slide: Layout, trial: Trial) -> list[Layout]:
    listed, least, most = _listed(slide)
    total = len(getattr(slide, listed))
    if total <= most:
        codes = _codes(slide, trial)
        total = len(getattr(slide, listed))  # rows of a file are known now
        if not codes or codes - TOO_MUCH:
            return [slide]
    for count in range(max(2, -(-total // most)), total // least + 1):
        parts = [_part(slide, listed, number, count) for number in range(count)]
        if not any(_codes(part, trial) & TOO_MUCH for part in parts):
            return parts
    return [slide] if total <= most else parts


def _codes(slide: Layout, trial: Trial) -> set[str]:
    findings = Findings()
    trial(slide, findings)
    return {finding.code for finding in findings.errors}


def _listed(slide: Layout) -> tuple[str, int, int]:
    """Return the key that is shared out, how few and how many of its entries a slide takes."""
    items = keys(type(slide)).get("items")
    return (
        ("items", int(items.least or 1), int(items.most or 1)) if items else ("rows", 1, MAX_ROWS)
    )


def _part(slide: Any, listed: str, number: int, count: int) -> Layout:
    """Return one of several parts; id, notes and minutes stay with the first."""
    part: Any = copy(slide)
    entries = getattr(slide, listed)
    start, end = (-(-n * len(entries) // count) for n in (number, number + 1))
    setattr(part, listed, entries[start:end])
    if listed == "rows":
        part.file, part.align = None, list(alignment(slide))
        at = slide.highlight
        part.highlight = at - start if at and start < at <= end else None
    else:
        elsewhere = [item.image for item in (*entries[:start], *entries[end:]) if item.image]
        part.pictures = tuple(image for image in slide.pictures if image not in elsewhere)
    part.title = _numbered(slide.title, number + 1, count)
    if number:
        part.id = part.notes = part.minutes = None
    return part  # type: ignore[no-any-return]


def _numbered(title: Inline, number: int, count: int) -> Inline:
    """Return a title with the number of its part, which no line break parts from it."""
    paragraph: Paragraph = title.paragraphs[0]
    runs = (*paragraph.runs, Run(f"\u00a0({number}/{count})"))
    return Inline((paragraph._replace(runs=runs),), title.place)
