"""Altered color: a tint, a shade or a veil of a colour that the brand shows only as it is.

**What it does:** looks at words, shapes and charts for a colour that is made lighter, darker or transparent, although the theme says `usage: {unaltered: [petrol]}` under `defaults.smdeck`. A scrim over a picture is none of it.

**Why it is bad:** a tint of a brand's colour is another colour, and soon there are twelve blues.

**What to do:** the theme makes it so: name a colour of its own for that role in `tones`, as a grey. What a brand file leaves out is derived without tints of such colours.
"""

from __future__ import annotations

from collections.abc import Iterator

from smdeck.checking.deck import CheckedDeck, CheckedSlide, Issue, merge_repeats
from smdeck.checking.paints import uses
from smdeck.checking.rule import Limits


def check(talk: CheckedDeck, limits: Limits) -> Iterator[Issue]:
    """Yield the colours that are not shown as the brand has them, once for each cause."""
    if talk.theme.asks.house.usage.unaltered:
        yield from merge_repeats("altered-color", _found(talk))


def _found(talk: CheckedDeck) -> Iterator[tuple[object, CheckedSlide, Issue]]:
    usage = talk.theme.asks.house.usage
    for slide in talk.shown:
        for used in uses(talk, slide):
            if used.altered and used.color in usage.unaltered:
                issue = slide.issue(
                    "warning",
                    f"{used.what} has a tint of `{usage.names[used.color]}`, which the brand never"
                    " alters",
                    used.place,
                    f"name another colour in the theme's tone `{slide.tone}`",
                )
                yield (used.use, used.color), slide, issue
