"""Talk time: more slides or more notes than the talk has minutes.

**What it does:** where the deck has `minutes`, warns when the minutes of its slides, or its notes read at 110 words a minute, take longer. Hidden
slides don't count.

**Why it is bad:** who runs out of time skips the end, where the message is.

```yaml
title: Kurz
minutes: 5
slides:
  - {layout: statement, title: Alle antworten, minutes: 4}
  - {layout: statement, title: Alle hören zu, minutes: 3}
```

**What to do:** cut slides, give them less time, or hide what is there for questions (`hidden: true`).
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from smdeck.checking.deck import CheckedDeck, Issue, word_count
from smdeck.checking.rule import Limits

LEVELS = ("warning",)

PACE = 110
"""Words a minute at which German is spoken to an audience."""


def check(talk: CheckedDeck, limits: Limits) -> Iterator[Issue]:
    """Yield by how much slides or notes exceed the time."""
    allowed = talk.deck.minutes
    if not allowed:
        return
    slides = sum(slide.record.minutes or 0 for slide in talk.shown)
    words = sum(
        word_count(paragraph.plain)
        for slide in talk.shown
        if slide.record.notes
        for paragraph in slide.record.notes.paragraphs
    )
    for what, taken in (("slides take", slides), (f"notes of {words} words take", words / PACE)):
        if taken > allowed:
            yield Issue(
                "warning",
                f"the {what} {_clock(taken)} min, {_clock(taken - allowed)} more than the talk has",
                talk.deck.at("minutes"),
                "cut slides, or say less on each",
            )


def _clock(minutes: float) -> str:
    """Return minutes as 4:30, begun seconds counted."""
    whole, seconds = divmod(math.ceil(round(60 * minutes, 6)), 60)
    return f"{whole}:{seconds:02}"
