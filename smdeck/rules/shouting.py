"""Shouting: a row of words in capitals.

**What it does:** warns of more than 3 words in a row that are all capitals, in titles and texts. Single letters, numbers and code don't count, nor do notes;
a comma or a dash ends a row, so that `ARD, ZDF, WDR, NDR` is a list.

**Why it is bad:** words are known by their outline, and in capitals all are the same box. They are read slowly, take more room, and sound like
somebody who shouts.

```yaml
layout: statement
title: JETZT ANTWORTEN ALLE KUNDEN
```

**What to do:** write them as in a sentence, and set off the one word that matters with `**…**`. Where capitals are on purpose, `allow: [shouting]`.
"""

from __future__ import annotations

from collections.abc import Iterator

from smdeck.checking.deck import CheckedDeck, CheckedSlide, Issue, is_title, merge_repeats
from smdeck.checking.rule import Limits
from smdeck.findings import count
from smdeck.model.text import Paragraph

MOST = {"warning": 3}
UNIT = " words in a row"

ENDS = (",", ";")
"""What ends a row, after a word: abbreviations that are listed are no shouting."""

NAMED = 4
"""How many words of a row are named."""


def check(talk: CheckedDeck, limits: Limits) -> Iterator[Issue]:
    """Yield each row of words in capitals once, as a title where it is one: an agenda says it again."""
    found = sorted(_found(talk, limits["warning"]), key=lambda one: one[0])
    return merge_repeats("shouting", ((row, slide, issue) for _, row, slide, issue in found))


def _found(talk: CheckedDeck, most: float) -> Iterator[tuple[bool, str, CheckedSlide, Issue]]:
    """Yield for each row whether it is in no title, its words, its slide and the issue."""
    for slide in talk.shown:
        for text in slide.texts:
            if text.name == "source" or text.style.levels[0].font == "code":
                continue
            for paragraph in text.paragraphs:
                row = max(_rows(paragraph), key=len)
                if len(row) > most:
                    named = " ".join(row[:NAMED]) + " …" * (len(row) > NAMED)
                    issue = slide.issue(
                        "warning",
                        f"`{named}` has {count(len(row), 'word')} in capitals, more than {most:g} in a row",
                        slide.at(text, paragraph),
                        "write them as in a sentence, and set off what matters with `**…**`",
                    )
                    yield not is_title(text), " ".join(row), slide, issue


def _rows(paragraph: Paragraph) -> Iterator[list[str]]:
    """Yield the words in capitals that stand in a row, the last row even if it is empty."""
    row: list[str] = []
    said = "".join([" , " if run.code else run.text for run in paragraph.runs])
    for word in said.split():
        letters = sum(map(str.isalpha, word))
        if word.isupper() and letters > 1:
            row.append(word.strip(".,;:"))
        goes_on = word.isupper() or (not letters and any(map(str.isdigit, word)))
        if row and (not goes_on or word.endswith(ENDS)):
            yield row
            row = []
    yield row
