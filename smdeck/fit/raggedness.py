"""Raggedness: lines that look left over beside the others of their text."""

from __future__ import annotations

from smdeck.fit.measure import HINT
from smdeck.model.scripts import is_unspaced
from smdeck.scene import Style

LONELY = 0.6
"""How long a last word is at most, beside the line above, that shouldn't stand alone."""

STUMP, SHORT = 0.3, 0.45
"""A second line of a title that is so much shorter than the first is left over; one between two
others looks forgotten from sooner on."""

HYPHENS = ("-", HINT, "|")
"""What ends a line whose last word goes on in the next."""

GROWN = 100.0
"""Words that may be larger than this, in points, have the slide to themselves, and each their own
size."""


def may_be_alone(style: Style) -> bool:
    """Return whether the last word of a title may stand alone: the largest are as wide as lines."""
    return style.sizes[0][0] > GROWN


def is_lonely(lines: tuple[str, ...], any_word: bool) -> bool:
    """Return whether a whole word stands alone on the last of several lines.

    If not `any_word`, only one that is much shorter than the line above.
    """
    if len(lines) < 2 or len(lines[-1].split()) > 1:
        return False
    if is_unspaced(lines[-1]):  # whose words nothing parts: a character or two
        return len(lines[-1].strip()) <= 2
    above = lines[-2].rstrip()
    if any_word and len(lines) > 2:  # a poster of short lines: one word is one of them
        above = max((line.rstrip() for line in lines[:-1]), key=len)
        return 2 * len(lines[-1].rstrip()) < len(above) and not above.endswith(HYPHENS)
    short = any_word or len(lines[-1]) < LONELY * len(above)
    return short and not above.endswith(HYPHENS)


def is_ragged(lines: tuple[str, ...]) -> bool:
    """Return whether a line of a title is next to nothing: the second of two, or an inner one.

    No tie evens words that nearly fit on fewer lines, since another program may well set them so.
    """
    if len(lines) < 2 or is_unspaced(lines[-1]):
        return False
    if len(lines) == 2:
        return len(lines[1]) < STUMP * len(lines[0])
    return min(map(len, lines[1:-1])) < SHORT * max(map(len, lines))
