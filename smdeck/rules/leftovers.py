"""Leftovers: words of templates, and notes to oneself.

**What it does:** warns of words that were never meant for an audience, on slides and in notes: “Lorem ipsum”, “Klicken Sie hier …”, “IconBox Titel”,
“Titel eingeben”, “Mustertext”, TODO, TBD, FIXME, XXX, ???.

**Why it is bad:** everybody sees it, and nobody forgets it.

```yaml
layout: icon-grid
title: Unsere Stärken
items: [IconBox Titel, Content]
```

**What to do:** write what belongs there, or remove it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from smdeck.checking.deck import CheckedDeck, Issue
from smdeck.checking.rule import Limits
from smdeck.checking.said import paragraphs, place_of, texts

_LEFT = (
    r"(?i:\blorem ipsum\b|\bdolor sit amet\b|\bklicken sie(?: hier| auf|,? um)\b[^.\n]*"
    r"|\bclick (?:here )?to (?:add|edit)\b[^.\n]*|\bicon ?box titel\b"
    r"|\b(?:unter)?(?:titel|überschrift|text|name) (?:hier )?(?:eingeben|einfügen|hinzufügen)\b"
    r"|\b(?:add|enter|insert|your) (?:title|subtitle|text) here\b|\bihr(?:e)? (?:text|titel|überschrift) hier\b"
    r"|\b(?:muster|blind|platzhalter)text\b)"
    r"|\b(?:TODO|TBD|FIXME|XXX+)\b(?!-\w)|\?\?\?+"
)
"""It is compiled where a sign was seen: that takes half a millisecond, which few decks need."""

_SIGNS = tuple(sign.encode() for sign in (
    "lorem ipsum", "dolor sit", "klicken sie", "click here", "click to", "icon box", "iconbox",
    "eingeben", "einfügen", "einfÜgen", "hinzufügen", "hinzufÜgen", "title here", "text here", "titel hier", "text hier", "schrift hier",
    "mustertext", "blindtext", "platzhaltertext", "todo", "tbd", "fixme", "xxx", "???",
))  # fmt: skip
"""One of them is in each leftover: a deck has none as a rule, and that is soon seen. They are looked
for in bytes, where only the letters of ASCII are made small, which is four times as fast."""


def check(talk: CheckedDeck, limits: Limits) -> Iterator[Issue]:
    """Yield the first leftover of each text."""
    whole = (
        "\n".join([paragraph.plain for paragraph in paragraphs(talk)])
        .encode("utf-8", "replace")
        .lower()
    )
    if not any(sign in whole for sign in _SIGNS):
        return
    for slide in talk.slides:
        for origin, words in texts(slide):
            if found := re.search(_LEFT, words):
                yield slide.issue(
                    "warning",
                    f"`{found[0]}` was not meant for an audience",
                    place_of(slide, origin, found[0]),
                    "write what belongs there, or remove it",
                )
