"""Second closing: a closing slide before the one that the brand ends its talks with.

**What it does:** looks for slides of the layout `closing` in decks whose theme has a `closing` of its own under `defaults.smdeck`, which ends each talk.

**Why it is bad:** the talk ends twice.

```yaml
title: Vortrag
theme: themes/markenbuch
slides:
  - {layout: statement, title: Wir reden mit}
  - {layout: closing, title: Danke}
```

**What to do:** remove the slide; what it says more can stand on a `contact` or `takeaways` slide before.
"""

from __future__ import annotations

from collections.abc import Iterator

from smdeck.checking.deck import CheckedDeck, Issue
from smdeck.checking.rule import Limits


def check(talk: CheckedDeck, limits: Limits) -> Iterator[Issue]:
    """Yield the closing slides that are the deck's own."""
    closing = talk.theme.asks.house.closing
    if closing is None:
        return
    for slide in talk.slides:
        if slide.layout == "closing" and slide.record.origin.place != closing.place:
            yield slide.issue(
                "warning",
                "the brand ends its talks with a slide of its own, which follows this one",
                None,
                "remove it",
            )
