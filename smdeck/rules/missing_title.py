"""Missing title: a slide without one.

**What it does:** a slide that shows no title is an error. Most layouts need one by themselves; on those of a company's template it can be
left out.

**Why it is bad:** screen readers, the outline and links call a slide by its title; without one it is “slide 7”.

**What to do:** write `title`.
"""

from __future__ import annotations

from collections.abc import Iterator

from smdeck.rules._rule import Limits
from smdeck.rules._talk import Issue, Talk

LEVELS = ("error",)


def check(talk: Talk, limits: Limits) -> Iterator[Issue]:
    """Yield the slides that have no title, in no frame for titles either."""
    for slide in talk.slides:
        if not slide.scene.title.strip() and slide.title is None:
            yield slide.issue(
                "error", "the slide has no title", None, "write its message as `title`"
            )
