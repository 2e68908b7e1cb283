"""Choices: which composition a slide takes, and what decides how much it has to hold."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

Stage = Literal["head", "column", "ground", "bleed"]
"""The four stages: the title on top of the body; in a column beside an object of full height; the
whole slide for a few words; on paper above planes that run off three edges.

`ground` is what decks and themes call the stage; as a role of a colour, `ground` in a theme's file
is the background of a tone. Elsewhere a slide is in a tone, which has a background, and words stand
on a backdrop."""


class SlidePart(NamedTuple):
    """Which part of a slide that was split: what it knows of the others."""

    slots: int = 0
    """How many items the fullest part has; 0 where a part has its own geometry."""
    before: int = 0
    """How many items stand on earlier parts."""
    goes_on: bool = False
    """Whether another part follows."""


WHOLE = SlidePart()
"""A slide that is no part of another."""


class Choice(NamedTuple):
    """Which composition a slide has, and for how much: what decides all geometry.

    It is the key of a slide layout. It holds nothing of the words but what they have chosen.
    """

    layout: str
    tone: str
    composition: str
    step: int = 0
    items: int = 0
    part: SlidePart = WHOLE
    given: frozenset[str] = frozenset()
    """What the slide and its items have, and what they ask for."""
    marked: int = 0
    """The items that are set off, as bits."""
    shape: tuple[object, ...] = ()
    """What else of a slide decides its geometry, as the shares of its columns."""


class Composition(NamedTuple):
    """One way to show a slide: for how many items, how it is drawn, and in which steps."""

    name: str
    draw: Callable[..., None]
    takes: tuple[int, int] = (0, 99)
    needs: str = ""
    """What it can't do without: a key of the slide, or of its items as `item icon`."""
    lacks: tuple[str, ...] = ()
    """What it can't show."""
    steps: tuple[dict[str, float], ...] = ({},)
    """What `draw` may be called with beside the plan, the largest shapes first."""
    stage: Stage = "head"
    plain: bool = False
    """Whether it is one placeholder for each text, as the layouts of templates are."""
    template_only: bool = False
    """Whether it is for companies' templates alone: other themes have better ones."""
    de: str = ""
    """What it is called in German; its name is the English word."""
    asked: bool = False
    """Whether only themes that prefer it and slides that ask for it have it."""

    def takes_what(self, items: int, given: frozenset[str]) -> bool:
        """Return whether it is for so many items, and for what these and the slide have."""
        least, most = self.takes
        if not least <= items <= most or (self.needs and self.needs not in given):
            return False
        return given.isdisjoint(self.lacks)

    def is_named(self, name: str) -> bool:
        """Return whether an author may mean it by a name: the English or the German one."""
        return name.casefold() in (self.name, self.de.casefold())
