"""Link text: a link that is called “hier”, or by its address.

**What it does:** warns of a link whose words are a whole address (https://…) or say nothing (“hier”, “mehr”, “Link”).

**Why it is bad:** nobody types an address of forty characters from a slide, and a screen reader reads out every one of them. “Hier” does
not say where it leads.

```yaml
layout: bullets
title: Mehr dazu
items: ['[hier](https://example.com)']
```

**What to do:** call the link by what is there: `[Unser Blog](https://example.com)`; for phones in the hall, show a QR code with
`questions` or `contact`.
"""

from __future__ import annotations

from collections.abc import Iterator

from smdeck.checking.deck import CheckedDeck, Issue
from smdeck.checking.rule import Limits
from smdeck.patterns import pattern

_RAW = pattern(r"(https?://|www\.)\S+")
_EMPTY = frozenset(
    [
        "hier",
        "klick",
        "klicken",
        "klicken sie hier",
        "hier klicken",
        "link",
        "mehr",
        "mehr dazu",
        "weiter",
        "weiterlesen",
        "here",
        "click here",
        "more",
        "read more",
    ]
)


def check(talk: CheckedDeck, limits: Limits) -> Iterator[Issue]:
    """Yield the links that don't say where they lead."""
    for slide in talk.slides:
        for text in slide.texts:
            links = [(run, line) for line in text.paragraphs for run in line.runs if run.link]
            for run, paragraph in links:
                words = run.text.strip()
                if _RAW.fullmatch(words):
                    message = f"the link shows its address `{words}`"
                elif words.rstrip(" \u00a0.…:").casefold() in _EMPTY:
                    message = f"the link `{words}` does not say where it leads"
                else:
                    continue
                yield slide.issue(
                    "warning",
                    message,
                    slide.at(text, paragraph),
                    f"call it by what is there: `[Unser Blog]({run.link})`",
                )
