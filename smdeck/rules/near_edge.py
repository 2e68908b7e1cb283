"""Near edge: words that stand too close to the edge of the slide.

**What it does:** measures how far the words of each text are from the edges of the slide, bullets, footer and slide number included. Less than 18 pt, a quarter
of an inch, is a warning. It is the words that count, and not their boxes, which may reach further. Slides of other heights count as 540 pt high.
What a company's template places stands where the company has it.

**Why it is bad:** projectors and screens that are not set up well cut off the edges, most printers can't print there, and words without a margin look as if
something had gone wrong.

**What to do:** where texts stand is up to the theme: give its `grid` a larger `margin`. In a company's template move the placeholder.
"""

from __future__ import annotations

from collections.abc import Iterator

from smdeck.checking.deck import CheckedDeck, CheckedSlide, Issue, display_name, merge_repeats
from smdeck.checking.extents import extent, words_box
from smdeck.checking.rule import Limits
from smdeck.scene import Box, TextBox
from smdeck.theme import Theme
from smdeck.units import emu, points

LEAST = {"warning": 18}
UNIT = " pt"


def check(talk: CheckedDeck, limits: Limits) -> Iterator[Issue]:
    """Yield the texts near an edge, once for each kind of text."""
    yield from merge_repeats("near-edge", _found(talk, limits["warning"]))


def _found(talk: CheckedDeck, least: float) -> Iterator[tuple[object, CheckedSlide, Issue]]:
    margin = emu(least)
    whole = Box(0, 0, talk.theme.width, talk.theme.height)
    safe = whole.inset(margin, margin, margin, margin)
    inside: set[Box] = set()
    for slide in talk.fitting:
        for text in slide.every_text:
            if text.box in inside or text.kind == "standing":
                continue
            if safe.holds(text.box):
                inside.add(text.box)
                continue
            foot = not talk.theme.owns_foot and text.kind != "text"
            placed = text.placeholder and text.placeholder.inherited  # where the template has it
            if foot or placed or safe.holds(words_box(text)):
                continue
            side, distance = _nearest(text, talk.theme)
            if distance < margin:
                issue = _issue(slide, text, side, points(max(0, distance)), least)
                yield (text.name, side, distance), slide, issue


def _issue(slide: CheckedSlide, text: TextBox, side: str, distance: float, least: float) -> Issue:
    verb = "stand" if text.name == "items" else "stands"
    return slide.issue(
        "warning",
        f"the {display_name(text)} {verb} {distance:.0f} pt from the {side} edge, less than {least:g} pt",
        slide.at(text),
        "give the theme's `grid` a larger margin there, or move the template's placeholder",
    )


def _nearest(text: TextBox, theme: Theme) -> tuple[str, int]:
    """Return the edge of the slide that words come nearest to, and how near in EMU."""
    shown = extent(text, theme)
    distances = {
        "left": shown.x,
        "upper": shown.y,
        "right": theme.width - shown.right,
        "lower": theme.height - shown.bottom,
    }
    side = min(distances, key=lambda one: distances[one])
    return side, distances[side]
