"""A few words that have a slide to themselves: large, below an accent bar."""

from __future__ import annotations

from collections.abc import Iterable

from smdeck.layouts._shapes import bar
from smdeck.model.scripts import letters
from smdeck.model.text import Paragraph
from smdeck.scene import Frame, Level, Shape, Style
from smdeck.theme import Theme
from smdeck.theme.theme import Sizes
from smdeck.units import emu

FEW, SHORT = 60, 150
"""Up to so many characters stand very large in the middle of the slide, or large at its top."""

LOWER, BELOW = {"few": 62, "short": 10}, 17
"""How much lower than the body the bar above words of a length is, and where the words begin below
its lower edge, in points."""


def length_of(paragraphs: Iterable[Paragraph]) -> str:
    """Return the class of a text's length: `few`, `short` or `long`."""
    characters = sum(letters(paragraph.plain) + 1 for paragraph in paragraphs) - 1
    return "few" if characters <= FEW else "short" if characters <= SHORT else "long"


EXPLAINS = Level("muted", before=12)

SENTENCE = (Level(strong="accent", before=14, spacing=1.05), EXPLAINS, EXPLAINS)
"""The levels of a sentence with a text that explains it."""

LARGEST = 1.6
"""How much larger than the slide's title the words below it are at most."""


def alone(
    theme: Theme, name: str, length: str, levels: tuple[Level, ...] = SENTENCE, drop: int = 4
) -> Frame:
    """Return the frame of words of a length; `drop` is how much smaller its further levels are."""
    kinds: tuple[Sizes, ...] = ("display",) if length == "few" else ()
    kinds = (*kinds, "quote", "body")
    most = LARGEST * theme.sizes("title")[0][0]
    known = [of for kind in kinds for of in theme.sizes(kind, drop, drop)]
    sizes = {of for of in known if of[0] <= most} or {min(known)}
    box = theme.body.inset(0, emu(LOWER[length] + theme.look.bar[1] + BELOW))
    return Frame(name, "body", box, Style(levels, tuple(sorted(sizes, reverse=True))))


def alone_bar(theme: Theme, length: str) -> Shape:
    """Return the bar above words of a length."""
    return bar(theme, theme.body.inset(0, emu(LOWER[length])))
