"""Body size: words that the last row can't read.

**What it does:** looks at the size in which bullets and paragraphs are set. Below 18 pt is an error. Below 24 pt is a warning in a talk,
below 20 pt in a workshop (`kind: workshop`); a handout is read from near. Titles and texts of tiles, steps and rows need 18 pt.
Labels in diagrams, captions of up to 8 words, sources and footers are looked up and not read out, and may be smaller. Slides of other heights count as 540 pt
high. In the placeholders of a company's template, which has sizes of its own, all of this is a warning. A text at the largest size of its place needs no warning: fewer words would not help.

**Why it is bad:** type is made smaller when there is too much of it. Who sits far away sees gray.

```yaml
layout: two-columns
title: Aus Monologen werden Dialoge
allow: [words, bullets]
left:
  title: Monolog
  items:
    - Der Sender spricht, und alle anderen hören zu, ohne dass sie jemals antworten könnten
    - Was gesendet wird, das bestimmen wenige, und was die vielen denken, erfährt keiner von ihnen
    - Wer nichts sagt, der gilt als einverstanden, und so bleibt alles beim Alten
    - Wer doch etwas sagt, den hört keiner, denn er hat weder einen Sender noch eine Zeitung
    - Was einmal gesendet ist, das holt niemand zurück, und keiner fragt, ob es gestimmt hat
right:
  title: Dialog
  items:
    - Der Benutzer, bisher meist nur Konsument, wird selber zum Produzenten und schreibt, was er denkt
    - Was er schreibt, das lesen andere, und was andere schreiben, das liest wieder er
    - So werden aus den Monologen der Medien lauter Dialoge, die niemand vorhersagen kann
```

**What to do:** cut words until the type grows, or split the slide.
"""

from __future__ import annotations

from collections.abc import Iterator

from smdeck.checking.deck import PROSE, CheckedDeck, Issue, is_prose, is_title
from smdeck.checking.rule import Limits, below
from smdeck.model.scripts import word_count
from smdeck.scene import TextBox

LEAST = {"warning": 24, "workshop": 20, "error": 18, "lecture": 16}
UNIT = " pt"

LOOKED_UP = ("subtitle", "speaker", "source", "by", "credit", "role", "footer", "slide-number")
"""Placeholders of a line that nobody has to read from afar."""


NEAR = (*PROSE, "questions", "contact", "closing")
"""Layouts whose words are looked up, as addresses, or read."""

CAPTION = 8
"""So many words beside a picture or a code are a caption."""


def check(talk: CheckedDeck, limits: Limits) -> Iterator[Issue]:
    """Yield the texts that are set too small."""
    kind = talk.deck.kind
    warning = limits["workshop"] if kind in ("workshop", "lecture") else limits["warning"]
    error = limits["lecture"] if kind == "lecture" else limits["error"]
    scale = talk.theme.enlarged  # a small slide is shown as large as any: so is its type
    enough = max(warning, limits["error"])
    for slide in talk.presented:
        for text in slide.texts:
            size = _size(text)
            if size >= enough:
                continue
            prose = is_prose(text) and not _is_caption(text) and slide.layout not in NEAR
            least = {"error": error, **({"warning": warning} if prose else {})}
            level = below(size, least)
            if not level or not size or not _is_read(text):
                continue
            of_template = bool(text.of_template)
            if text.sizes == text.style.sizes[0] and (of_template or level == "warning"):
                continue  # no word less would make it larger
            verb = "are" if text.name == "items" else "is"
            yield slide.issue(
                "warning" if of_template else level,
                f"the {text.name} {verb} set at {size * scale:g} pt, "
                f"less than {least[level] * scale:g} pt",
                slide.at(text),
                "cut words until it grows, or split the slide",
            )


def _is_read(text: TextBox) -> bool:
    """Return whether a text is body text or that of a tile, which has a title and words."""
    if text.placeholder is None or is_title(text) or text.name in LOOKED_UP:
        return False
    return len(text.style.levels) >= 3


def _is_caption(text: TextBox) -> bool:
    """Return whether a text is a few words that no list needs."""
    return len(text.paragraphs) == 1 and word_count(text.paragraphs[0].plain) <= CAPTION


def _size(text: TextBox) -> float:
    """Return the size of a text's first paragraph in points."""
    level = text.paragraphs[0].level if text.paragraphs else 0
    sizes = text.sizes
    return sizes[min(level, len(sizes) - 1)] if sizes else 0.0
