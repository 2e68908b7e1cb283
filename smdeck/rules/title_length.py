"""Title length: a title that is a paragraph.

**What it does:** more than 70 characters are a warning, more than 2 lines an error. The titles of the talk and its sections, statements and
quotations are large by themselves and don't count; beside a picture, where lines are short, 3 lines are allowed, in a column 4.

**Why it is bad:** a title says in one breath what the slide means.

```yaml
layout: bullets
title: Was sich für Marken ändert, wenn alle Menschen auf alles antworten können
items: [Dialog]
```

**What to do:** keep the message, and move the rest into the slide or the notes.
"""

from __future__ import annotations

from collections.abc import Iterator

from smdeck.checking.deck import CheckedDeck, Issue, is_headline
from smdeck.checking.rule import Limits
from smdeck.model.scripts import latin_length

MOST = {"warning": 70, "error_lines": 2}
UNIT = " characters"
LEVELS = ("error", "warning")

NARROW, COLUMN = 0.6, 0.4
"""A title that has less of the slide's width may take a line more, or two."""


def check(talk: CheckedDeck, limits: Limits) -> Iterator[Issue]:
    """Yield the titles that are too long."""
    for slide in (slide for slide in talk.shown if not slide.overflows):
        title = slide.title
        if title is None or not is_headline(title, talk.theme):
            continue
        lines = sum(map(len, title.fitted.lines))
        characters = sum(latin_length(paragraph.plain) for paragraph in title.paragraphs)
        wide = title.box.w / talk.theme.width
        most = limits["error_lines"] + (wide < NARROW) + (wide < COLUMN)
        if lines > most:
            yield slide.issue(
                "error",
                f"the title takes {lines} lines, more than {most:g}",
                title.place,
                "say it in one breath",
            )
        elif characters > limits["warning"]:
            yield slide.issue(
                "warning",
                f"the title has {characters} characters, more than {limits['warning']:g}",
                title.place,
                "say it in one breath",
            )
