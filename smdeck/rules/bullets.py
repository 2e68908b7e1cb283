"""Bullets: too many of them, or bullets that are paragraphs.

**What it does:** counts the bullets of each list and the lines that each bullet takes. More than 5 bullets, or more than 2 lines, are a
warning; more than 7, or more than 3 lines, an error. Sub-bullets and the lists of tiles count as words only. Where a composition sets bullets large in
narrow columns, 40 letters count as a line: how often it breaks them is not the author's doing.

**Why it is bad:** a long list has no shape: nobody remembers which five of nine points mattered.

```yaml
layout: bullets
title: Kanäle
items: [Blog, Podcast, Video, Forum, Messenger, Newsletter]
```

**What to do:** group the points, keep those that matter, or show them as `icon-grid` or `cards`.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from smdeck.checking.deck import CheckedDeck, CheckedSlide, Issue, is_prose
from smdeck.checking.rule import Limits, above
from smdeck.scene import TextBox

LINE = 40
"""So many letters are a line at the least, however narrow the column that a bullet stands in."""

MOST = {"warning": 5, "error": 7, "warning_lines": 2, "error_lines": 3}
UNIT = " bullets"


def check(talk: CheckedDeck, limits: Limits) -> Iterator[Issue]:
    """Yield the lists that are too long, and the bullets that are."""
    lines = {level: limits[f"{level}_lines"] for level in ("error", "warning")}
    fewest, shortest = min(limits["warning"], limits["error"]), min(lines.values())
    for slide in talk.presented:
        for text in slide.texts:
            long = len(text.paragraphs) > fewest or any(
                len(taken) > shortest for taken in text.fitted.lines
            )
            if long and is_prose(text):
                yield from _eased(talk, _of_list(slide, text, limits, lines))
        rows = [text for text in slide.texts if text.name in ROWS.get(slide.layout, ())]
        for name in dict.fromkeys(text.name for text in rows):
            found = _of_rows(slide, [row for row in rows if row.name == name], limits, lines)
            yield from _eased(talk, found)


def _eased(talk: CheckedDeck, issues: Iterator[Issue]) -> Iterator[Issue]:
    """Yield issues as they weigh in a talk of its kind."""
    return (issue._replace(level=talk.judged(issue.level)) for issue in issues)


ROWS = {
    "bullets": ("item",), "two-columns": ("left item", "right item"),
    "three-columns": ("left item", "middle item", "right item"),
}  # fmt: skip
"""The texts that are bullets, each in a row of its own, by layout."""


def _of_rows(
    slide: CheckedSlide, rows: list[TextBox], limits: Limits, lines: Limits
) -> Iterator[Issue]:
    if level := above(len(rows), limits):
        yield slide.issue(
            level,
            f"a list of {len(rows)} bullets; {limits[level]:g} are as many as one takes in",
            slide.at(rows[0]),
            f"group them, leave some out, or {slide.scene.remedy}",
        )
    for row in rows if len(rows) > 1 else ():
        taken = _taken(row, 0)
        if level := above(taken - 1, lines):  # which are short, and set apart by rules
            yield slide.issue(
                level,
                f"the bullet `{row.paragraphs[0].plain}` takes {taken} lines, "
                f"more than {lines[level] + 1:g}",
                slide.at(row, row.paragraphs[0]),
                "cut it to its point and say the rest",
            )


def _of_list(slide: CheckedSlide, text: TextBox, limits: Limits, lines: Limits) -> Iterator[Issue]:
    bullets = [
        n for n, paragraph in enumerate(text.paragraphs) if text.style.level_of(paragraph).bullet
    ]
    top = min((text.paragraphs[n].level for n in bullets), default=0)
    heads = [n for n in bullets if text.paragraphs[n].level == top]
    if level := above(len(heads), limits):
        yield slide.issue(
            level,
            f"a list of {len(heads)} bullets; {limits[level]:g} are as many as one takes in",
            slide.at(text),
            f"group them, leave some out, or {slide.scene.remedy}",
        )
    for n in heads:
        taken = _taken(text, n)
        if level := above(taken, lines):
            bullet = text.paragraphs[n]
            yield slide.issue(
                level,
                f"the bullet `{bullet.plain}` takes {taken} lines, more than {lines[level]:g}",
                slide.at(text, bullet),
                "cut it to its point and say the rest",
            )


def _taken(text: TextBox, n: int) -> int:
    """Return how many lines a bullet takes: no more than its letters would fill."""
    lines = len(text.fitted.lines[n]) if n < len(text.fitted.lines) else 0
    return min(lines, ceil(len(text.paragraphs[n].plain) / LINE))
