"""Words: more of them on a slide than anyone reads while somebody speaks.

**What it does:** counts the words of each slide, title included. More than 40 are a warning, more than 75 an error. Notes, footer,
sources, tables, charts and code don't count, nor do slides of the layouts `text` and `sources`, which are pages to read, or of a deck of the
kind `handout`.

**Why it is bad:** people read or listen, and never both. Who reads ahead no longer hears the speaker.

```yaml
layout: bullets
title: Social Media ist mehr als ein weiterer Kanal für die Werbung der Marken
items:
  - Früher sprach ein Sender zu vielen Empfängern, und die Empfänger schwiegen
  - Heute antwortet jeder, und jede Antwort lesen wieder andere, die auch antworten
  - Wer nur sendet, der verpasst also den wichtigsten Teil des ganzen Gesprächs
```

**What to do:** keep the words that somebody should remember, and say the others: put them into `notes`, or split the slide.
"""

from __future__ import annotations

from collections.abc import Iterator

from smdeck.checking.deck import PROSE, CheckedDeck, Issue, number_of_words
from smdeck.checking.rule import Limits, above
from smdeck.findings import count

MOST = {"warning": 40, "error": 75}
UNIT = " words"


def check(talk: CheckedDeck, limits: Limits) -> Iterator[Issue]:
    """Yield the slides with too many words."""
    for slide in talk.presented:
        if slide.layout in PROSE:
            continue
        words = number_of_words(slide.texts)
        if level := above(words, limits):
            most = limits[level]
            yield slide.issue(
                talk.judged(level),
                f"the slide has {words} words; more than {most:g} are not read",
                None,
                f"cut {count(round(words - most), 'word')}, move them into `notes`, or split the slide",
            )
