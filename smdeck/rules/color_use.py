"""Color use: a colour where the brand does not have it.

**What it does:** looks at backgrounds, words, shapes and charts for colours that the theme keeps for something else, as in `usage: {only: {sun: [chart]}}` under `defaults.smdeck`, and at words for a
background that they must not stand on, as in `usage: {never_on: {coral: [petrol]}}`.

**Why it is bad:** a brand is known by few colours, each in its place. A yellow made for charts is no background, and two colours that flicker beside each other are never a pair.

```yaml
title: Vortrag
theme: themes/markenbuch
slides:
  - {layout: statement, title: Wir reden mit, tone: accent}
```

**What to do:** take another `tone`, or another colour for the words. Where the theme itself has it so, change its `tones`.
"""

from __future__ import annotations

from collections.abc import Iterator

from smdeck.checking.backdrop import backdrops
from smdeck.checking.deck import CheckedDeck, CheckedSlide, Issue, merge_repeats
from smdeck.checking.looks import looks_of
from smdeck.checking.paints import uses
from smdeck.checking.rule import Limits
from smdeck.findings import listing
from smdeck.scene import Paint, TextBox
from smdeck.theme.house import Usage

FOR = {"ground": "backgrounds", "text": "words", "shape": "shapes", "chart": "charts"}

MOSTLY = 0.5
"""The share of what lies behind words from which on they stand on it."""


def check(talk: CheckedDeck, limits: Limits) -> Iterator[Issue]:
    """Yield the colours that stand where the brand does not have them, once for each cause."""
    usage = talk.theme.asks.house.usage
    if usage.only:
        yield from merge_repeats("color-use", _misplaced(talk, usage))
    if usage.never_on:
        yield from merge_repeats("color-use", _pairs(talk, usage))


def _misplaced(talk: CheckedDeck, usage: Usage) -> Iterator[tuple[object, CheckedSlide, Issue]]:
    for slide in talk.shown:
        for used in uses(talk, slide):
            if usage.allows(used.color, used.use):
                continue
            name, only = usage.names[used.color], listing(usage.only[used.color], "and")
            issue = slide.issue(
                "warning",
                f"the brand's `{name}` is not for {FOR[used.use]}: {used.what} has it",
                used.place,
                f"it is for {only}: take another `tone`, or change it in the theme",
            )
            yield (used.use, used.color), slide, issue


def _pairs(talk: CheckedDeck, usage: Usage) -> Iterator[tuple[object, CheckedSlide, Issue]]:
    theme = talk.theme
    for slide in talk.shown:
        for node, behind in backdrops(slide, theme):
            if isinstance(node, TextBox) and node.kind == "ornament":
                continue
            for words in looks_of(node, slide, theme):
                paint = words.paint
                color = (
                    theme.slot_color(paint.slot, slide.tone) if isinstance(paint, Paint) else paint
                )
                on = [words.on] if words.on else [
                    one for backdrop in behind for share, one in backdrop if share > MOSTLY
                ]  # fmt: skip
                for backdrop in dict.fromkeys(on):
                    if usage.allows_pair(color, backdrop):
                        continue
                    issue = slide.issue(
                        "warning",
                        f"the brand never has `{usage.names[color]}` on "
                        f"`{usage.names[backdrop]}`: {words.what} on this slide",
                        slide.at(node) if isinstance(node, TextBox) else None,
                        "take another `tone`, or another colour for the words",
                    )
                    yield (color, backdrop), slide, issue
