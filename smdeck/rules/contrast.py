"""Contrast: words that can't be told from what lies behind them.

**What it does:** compares the colour of all words with what the audience sees behind them: the background, a tile or card, the shape or bar they stand in,
the row of a table, and art and pictures, pixel by pixel under each line. Less than 4.5:1 is an error, for large words (18 pt, or bold and 14 pt) less than 3:1
(WCAG 2.2, success criterion 1.4.3). Up to a twentieth of what lies behind a line may be worse. On a company's template this is a
warning, and its foot is not looked at: colours and art are the company's.

**Why it is bad:** a projector in a bright room washes colours out. What is hard to read at the desk is gone there.

**What to do:** colours are the theme's: change the one that the help names, in the tone that it names, or take another `tone`. Where art lies
behind, use fewer words, or move the art.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from smdeck.checking.backdrop import Backdrop, Worded, backdrops
from smdeck.checking.deck import CheckedDeck, CheckedSlide, Issue, merge_repeats
from smdeck.checking.looks import TextLook, forms_of, looks_of
from smdeck.checking.rule import Limits, rounded_down
from smdeck.findings import Place
from smdeck.scene import Paint, Table, TextBox
from smdeck.theme import Theme
from smdeck.theme.color import RGB, contrast, hex_digits, painted

LEVELS = ("error", "warning")
LEAST = {"error": 4.5, "large": 3.0}
UNIT = ":1"

TOLERATED = 0.05
"""The share of what lies behind a line that may be worse than the rest: the edge of a shape."""


class Seen(NamedTuple):
    """Words on what lies behind them: the contrast ratio and both colours."""

    ratio: float
    words: RGB
    behind: RGB


def check(talk: CheckedDeck, limits: Limits) -> Iterator[Issue]:
    """Yield the words that are hard to read, once for each colour and backdrop."""
    yield from merge_repeats("contrast", _found(talk, limits))


def _found(talk: CheckedDeck, limits: Limits) -> Iterator[tuple[object, CheckedSlide, Issue]]:
    fine: set[object] = set()
    for slide in talk.fitting:
        for node, behind in backdrops(slide, talk.theme):
            if isinstance(node, TextBox) and node.kind == "ornament":
                continue
            if not talk.theme.owns_foot and isinstance(node, TextBox) and node.kind != "text":
                continue
            alike = _alike(node, slide, behind)
            if alike in fine:
                continue
            pale = False
            for words in looks_of(node, slide, talk.theme):
                seen = worst(words, slide.tone, behind, talk.theme)
                least = limits["large" if words.large else "error"]
                if seen.ratio < least:
                    pale = True
                    cause = node.name, words, seen.words, seen.behind
                    yield cause, slide, _issue(slide, node, words, seen, least)
            if not pale and alike:
                fine.add(alike)


def _alike(node: Worded, slide: CheckedSlide, behind: list[Backdrop]) -> object:
    """Return what texts have in common that look alike on the same; None for others."""
    if not isinstance(node, TextBox):
        return None
    return (
        id(node.style),
        id(node.placeholder),
        node.sizes,
        frozenset(forms_of(node)),
        slide.tone,
        tuple(behind),
    )


def _issue(slide: CheckedSlide, node: Worded, words: TextLook, seen: Seen, least: float) -> Issue:
    filled = isinstance(node, TextBox) and node.of_template
    of_template = filled or slide.scene.slide_layout.composed  # whose art its author can't change
    return slide.issue(
        "warning" if of_template else "error",
        f"the contrast of {words.what} to what lies behind is {rounded_down(seen.ratio)}:1, "
        f"less than {least:g}:1",
        _place(slide, node),
        f"`{words.role}` is #{hex_digits(seen.words)} on #{hex_digits(seen.behind)} here: "
        f"change that in the {'template' if of_template else 'theme'}, or take another `tone`",
    )


def _place(slide: CheckedSlide, node: Worded) -> Place:
    if isinstance(node, TextBox):
        return slide.at(node)
    return node.place if isinstance(node, Table) else node.data.origin.place


def worst(words: TextLook, tone: str, lines: Iterable[Backdrop], theme: Theme) -> Seen:
    """Return the least contrast of words to what lies behind any of their lines."""
    backdrops = [((1.0, words.on),)] if words.on else lines
    return min(_on(words.paint, tone, backdrop, theme) for backdrop in backdrops)


@lru_cache(maxsize=4096)
def _on(paint: Paint | RGB, tone: str, backdrop: Backdrop, theme: Theme) -> Seen:
    """Return the contrast of words that all but the tolerated part of a backdrop reaches."""
    seen = []
    for share, behind in backdrop:
        words = (
            painted(theme.slot_color(paint.slot, tone), paint, behind)
            if isinstance(paint, Paint)
            else paint
        )
        seen.append((Seen(contrast(words, behind), words, behind), share))
    worse = 0.0
    for one, share in sorted(seen):
        worse += share
        if worse > TOLERATED:
            return one
    return max(seen)[0]
