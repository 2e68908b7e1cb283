"""Repeated title: two slides with one title.

**What it does:** warns once of all titles that stand on more than one slide. The titles of the talk, its sections and the agenda may come again.

**Why it is bad:** the title is the slide's message. Two slides with one message are one slide too many, and who jumps to a slide by its
title can't tell them apart.

```yaml
title: Zweimal
slides:
  - {layout: statement, title: Alle antworten}
  - {layout: bullets, title: Alle antworten, items: [Dialog]}
```

**What to do:** say in each title what is new. Where a subject goes on, number its slides, as in “Ergebnisse (2/3)”, or let one slide go on by itself
with `split: true`. Where titles come again on purpose, `allow: [repeated-title]` in the deck says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from smdeck.checking.deck import CheckedDeck, CheckedSlide, Issue
from smdeck.checking.rule import Limits
from smdeck.findings import Place, count

DIVIDERS = ("title", "section", "agenda")
"""Layouts whose title may well be that of another slide."""

NAMED = 4
"""How many titles are named, of those that come again."""

HELP = (
    "say in each what is new, number them as in “Ergebnisse (2/3)”, or write "
    "`allow: [repeated-title]` in the deck"
)


def check(talk: CheckedDeck, limits: Limits) -> Iterator[Issue]:
    """Yield one issue for all titles that come again; slides that allow it have their own."""
    by_title: dict[str, list[CheckedSlide]] = {}
    for slide in talk.shown:
        title = slide.record.title
        if title is not None and slide.layout not in DIVIDERS:
            by_title.setdefault(title.plain.casefold().strip(), []).append(slide)
    repeated: list[list[CheckedSlide]] = []
    for slides in by_title.values():
        allowed = [one for one in slides[1:] if "repeated-title" in (one.record.allow or ())]
        for slide in allowed:
            yield slide.issue("warning", f"{_said([slides[0], slide])}", _place(slide), HELP)
        others = [one for one in slides if one not in allowed]
        if len(others) > 1:
            repeated.append(others)
    if repeated:
        said = "; ".join(map(_said, repeated[:NAMED]))
        more = len(repeated) - NAMED
        if more > 0:
            said += f"; and {count(more, 'further title')} on several slides"
        again = repeated[0][1]
        yield again.issue("warning", said, _place(again), HELP)


def _said(slides: list[CheckedSlide]) -> str:
    """Return which slides have one title."""
    assert slides[0].record.title
    numbers = [str(slide.number) for slide in slides]
    listed = f"{', '.join(numbers[:-1])} and {numbers[-1]}"
    return f"slides {listed} have the title `{slides[0].record.title.plain}`"


def _place(slide: CheckedSlide) -> Place | None:
    return slide.record.title.place if slide.record.title else None
