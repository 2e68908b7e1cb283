"""Avoided word: a word that the brand does without.

**What it does:** looks for the words that the theme names, as in `words: {avoid: {Kunde: Partner}, never: [billig]}` under `defaults.smdeck`: on slides, in tables and in
notes, with the endings that words of more than three letters take in German and English. `Kunde` is `Kunden` and `Kundin`, too.

**Why it is bad:** a brand speaks in words of its own. Its customers may be partners, its products services, and whoever says otherwise sounds like somebody else.

```yaml
title: Vortrag
theme: themes/wortwahl
slides:
  - {layout: statement, title: Unsere Kunden reden mit}
```

**What to do:** take the word that the help names. On a slide that quotes somebody, `allow: [avoided-word]`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from smdeck.checking.deck import CheckedDeck, Issue
from smdeck.checking.rule import Limits
from smdeck.checking.said import place_of, texts

ENDINGS = r"(?:e?n|e?s|e|er|in|innen)?"
"""What words end in, in German and English."""

SHORT = 3
"""Words of so many letters stand as they are: an ending would make other words of them."""


def check(talk: CheckedDeck, limits: Limits) -> Iterator[Issue]:
    """Yield the first word of each text that the brand avoids."""
    avoided = talk.theme.asks.avoided_words
    if not avoided:
        return
    by_folded = {word.casefold(): instead for word, instead in avoided.items()}
    anywhere = re.compile(rf"\b(?:{'|'.join(_inflected(word) for word in avoided)})\b", re.I)
    for slide in talk.slides:
        for origin, words in texts(slide):
            found = anywhere.search(words)
            if found is None:
                continue
            instead = by_folded.get(_base(found[0], by_folded), "")
            yield slide.issue(
                "warning",
                f"the brand avoids the word `{found[0]}`",
                place_of(slide, origin, found[0]),
                f"it says `{instead}`" if instead else "say it otherwise",
            )


def _inflected(word: str) -> str:
    """Return the pattern of a word with its endings."""
    if len(word) <= SHORT or not word[-1].isalpha():
        return re.escape(word)
    if word[-1] == "e":
        return re.escape(word[:-1]) + r"(?:e|en|es|in|innen)"
    return re.escape(word) + ENDINGS


def _base(found: str, avoided: dict[str, str]) -> str:
    """Return which of the avoided words was found."""
    fits = (word for word in avoided if re.fullmatch(_inflected(word), found, re.I))
    return next(fits, "")
