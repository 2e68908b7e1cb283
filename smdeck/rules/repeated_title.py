"""Repeated title: two slides with one title.

**What it does:** warns of a slide whose title a slide before it has already. The titles of the talk, its sections and the agenda may come again.

**Why it is bad:** the title is the slide's message. Two slides with one message are one slide too many, and who jumps to a slide by its
title can't tell them apart.

```yaml
title: Zweimal
slides:
  - {layout: statement, title: Alle antworten}
  - {layout: bullets, title: Alle antworten, items: [Dialog]}
```

**What to do:** say in each title what is new.
"""

from __future__ import annotations

from collections.abc import Iterator

from smdeck.rules._rule import Limits
from smdeck.rules._talk import Issue, Talk

LEVELS = ("warning",)

DIVIDERS = ("title", "section", "agenda")
"""Layouts whose title may well be that of another slide."""


def check(talk: Talk, limits: Limits) -> Iterator[Issue]:
    """Yield the slides whose title stands on one before."""
    first: dict[str, int] = {}
    for slide in talk.shown:
        title = slide.record.title
        if title is None or slide.layout in DIVIDERS:
            continue
        key = title.plain.casefold().strip()
        if key in first:
            yield slide.issue(
                "warning",
                f"slide {first[key]} has the title `{title.plain}`, too",
                title.place,
                "say in each what is new",
            )
        first.setdefault(key, slide.number)
