"""Heading case: a title in capitals, or With A Capital Each, where the brand writes sentences.

**What it does:** looks at titles where the theme says `look: {case: sentence}` under `defaults.smdeck`: all their words in capitals, or in English most of the longer ones with a capital. Abbreviations
(`EU`, `DSGVO`) alone are none of it.

**Why it is bad:** a brand that speaks in sentences does not shout, and headlines of one house look alike.

```yaml
title: Vortrag
theme: themes/markenbuch
slides:
  - {layout: statement, title: WIR REDEN IMMER MIT}
```

**What to do:** write the title as a sentence. `look: {case: capitals}` sets all titles in capitals, however they are written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from smdeck.checking.deck import CheckedDeck, Issue
from smdeck.checking.rule import Limits

LEAST_WORDS, LONG = 3, 4
"""Titles of fewer words may be names; words of so many letters are no small ones."""

SHARE = 0.7
"""The share of an English title's longer words with a capital from which on it is one."""


def check(talk: CheckedDeck, limits: Limits) -> Iterator[Issue]:
    """Yield the titles that are no sentences."""
    if talk.theme.look.case != "sentence":
        return
    english = talk.deck.lang.startswith("en")
    for slide in talk.slides:
        title = slide.title
        words = re.findall(r"[^\W\d_]+", title.paragraphs[0].plain) if title else []
        if title and (_shouts(words) or (english and _is_headline(words))):
            yield slide.issue(
                "warning",
                "the brand writes titles as sentences",
                slide.at(title),
                "begin with a capital, and go on in small letters",
            )


def _shouts(words: list[str]) -> bool:
    """Return whether all words are in capitals."""
    long = [word for word in words if len(word) >= LONG]
    return len(words) >= LEAST_WORDS and bool(long) and all(word.isupper() for word in words)


def _is_headline(words: list[str]) -> bool:
    """Return whether most of the longer words after the first begin with a capital."""
    long = [word for word in words[1:] if len(word) >= LONG and not word.isupper()]
    return len(long) >= LEAST_WORDS and sum(word[0].isupper() for word in long) / len(long) >= SHARE
