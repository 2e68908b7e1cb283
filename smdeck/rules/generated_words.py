"""Generated words: a language that smdeck has no words of its own for.

**What it does:** warns, once, where the deck's `lang` is a language without generated words. Titles of an agenda, of `questions`, `takeaways` and
`closing` without a title, “Source:”, prompts and the names of layouts and shapes are in English then. Dates, numbers, quotation marks and the direction of
writing are the language's own all the same.

**Why it is bad:** English words in a Danish talk look like a mistake, and nobody typed them.

```yaml
title: Hvad er nyt
lang: da-DK
slides:
  - {layout: statement, title: Alle svarer}
```

**What to do:** give such slides a `title`, and allow the rest in the deck: `allow: [generated-words]`.
"""

from __future__ import annotations

from collections.abc import Iterator

from smdeck.checking.deck import CheckedDeck, Issue
from smdeck.checking.rule import Limits
from smdeck.strings import language_of_strings


def check(talk: CheckedDeck, limits: Limits) -> Iterator[Issue]:
    """Yield the deck's language if there are no words in it."""
    lang = talk.deck.lang
    if language_of_strings(lang) is None:
        yield Issue(
            "warning",
            f"there are no generated words in `{lang}`; they are English",
            talk.deck.at("lang"),
            "give agenda, questions and closing a `title`, and allow it in the deck: "
            "`allow: [generated-words]`",
        )
