"""Missing title: a slide without one.

**What it does:** a slide on a layout of a company's template that has no place for a title is an error. All other layouts ask for a title themselves.

**Why it is bad:** screen readers, the outline and links call a slide by its title; without one it is “slide 7”.

**What to do:** take a layout with a title. Where a slide says nothing, as a blank one between two parts, write `allow: [missing-title]`.
"""

from __future__ import annotations

from collections.abc import Iterator

from smdeck.checking.deck import CheckedDeck, Issue
from smdeck.checking.rule import Limits

LEVELS = ("error",)


def check(talk: CheckedDeck, limits: Limits) -> Iterator[Issue]:
    """Yield the slides on layouts that have no place for a title."""
    for slide in talk.slides:
        base = slide.scene.slide_layout.base
        if base and not base.title and not slide.scene.slide_layout.composed:
            yield slide.issue(
                "error",
                f"the slide has no title: `{base.name}` has no place for one",
                None,
                "take a layout with a title, or write `allow: [missing-title]`",
            )
