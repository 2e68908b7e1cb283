"""Styles: how a text is set, and which of the theme's colours things have."""

# Without `from __future__ import annotations`: a NamedTuple would compile each of them by itself.

from functools import cache
from typing import Literal, NamedTuple

from smdeck.model.text import Paragraph

Role = Literal[
    "ground",  # what the slide is painted with
    "text",  # words on the background, on surfaces and on cards
    "heading",  # words of the heading font that have no other colour
    "muted",  # words that step back
    "accent",  # words that stand out
    "highlight",  # shapes that stand out; words on it are large
    "brand",  # large shapes in the brand's colour
    "inverse",  # words on brand and highlight
    "inverse_accent",  # words and icons that stand out on brand
    "surface",  # calm areas
    "card",  # tiles
    "line",  # rules and borders
    "calm",  # bars and ties that step back
    "series_1",  # the colours of charts, icons and steps, in order
    "series_2",
    "series_3",
    "series_4",
    "series_5",
    "series_6",
    "contrast",  # large areas that stand against the background as far as can be
    "step_1",  # areas in an order, as steps: from the calmest to the brand's colour
    "step_2",
    "step_3",
    "step_4",
]
"""What a colour is for. The theme says for each tone which of its colours that is."""

Slot = Literal[
    "dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6",
    "hlink", "folHlink", "bg1", "tx1", "tx2",
]  # fmt: skip
"""A colour of the PowerPoint theme (ECMA-376 Part 1, 20.1.10.54)."""


MARKER = 24.0
"""The room for the mark of an item where its level has none, in points."""


class Paint(NamedTuple):
    """A theme colour with what PowerPoint's colour picker can do to it, in percent."""

    slot: Slot
    lighter: int = 0
    darker: int = 0
    alpha: int = 100


class Line(NamedTuple):
    """The line around a shape or of a connector; its width is in points."""

    role: Role
    width: float
    dashed: bool = False
    dotted: bool = False
    """Whether it is a row of round dots."""
    head: bool = False
    """Whether a connector points at what it ends at."""
    tail: bool = False
    """Whether it points at what it begins at."""


class Fade(NamedTuple):
    """How the opacity of a fill changes over a shape, as that of a scrim over a picture."""

    stops: tuple[tuple[float, float], ...]
    """Places from 0 to 1, each with the opacity there."""
    way: Literal["right", "down", "out"] = "right"
    """Where it goes: `out` is from the middle to all sides."""

    def within(self, first: float, last: float) -> list[float]:
        """Return the opacities at the ends of a part and at all stops in it."""
        inner = [opacity for place, opacity in self.stops if first < place < last]
        return [self._at(first), *inner, self._at(last)]

    def _at(self, place: float) -> float:
        before = 0.0, self.stops[0][1]
        for after in self.stops:
            if place <= after[0]:
                along = (place - before[0]) / (after[0] - before[0]) if after[0] > before[0] else 1
                return before[1] + along * (after[1] - before[1])
            before = after
        return before[1]


class Level(NamedTuple):
    """How the paragraphs of one level of a text are set; lengths in points."""

    color: Role = "text"
    strong: Role | None = None
    """The colour of bold words; None leaves them as the rest."""
    bold: bool = False
    font: str = "body"
    """`heading`, `body` or `code`; in a company's template also the name of a family."""
    bullet: str | None = None
    """The character before each paragraph, or "1." for its number."""
    bullet_color: Role = "accent"
    bullet_size: int = 100
    """The size of the bullet in percent of the text's."""
    left: float = 0.0
    """Where the text begins, from the left of the box."""
    hanging: float = 0.0
    """How far the bullet stands left of the text."""
    before: float = 0.0
    """The space above a paragraph that is not the first."""
    spacing: float = 1.0
    """The distance of the lines as a share of PowerPoint's 1.2 em."""
    capitals: bool = False
    """Whether the words are shown in capitals."""

    @property
    def shows_links(self) -> bool:
        """Whether links have the colour of links, which is made for the slide's tone: words that
        are made for a fill keep their own."""
        return self.color not in ("inverse", "inverse_accent", "ground")

    def color_of(self, bold: bool, code: bool, tint: str | None = None) -> Role:
        """Return the colour of words in this level, bold ones and code set off; a tint is their
        own."""
        if tint:
            return tint  # type: ignore[return-value]
        if code:
            return "inverse_accent" if self.color == "inverse" else "accent"
        return self.strong if bold and self.strong else self.color


class Style(NamedTuple):
    """How a text is set in its box."""

    levels: tuple[Level, ...]
    sizes: tuple[tuple[float, ...], ...]
    """The sizes to choose from, largest first; each is one size in points for every level."""
    align: Literal["left", "center", "right"] = "left"
    anchor: Literal["top", "middle", "bottom"] = "top"
    insets: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    """Space between the box and its text in points: left, top, right, bottom."""
    columns: int = 1
    gap: float = 24.0
    """The space between columns of text in points."""
    balanced: bool = False
    """Whether it is a title, whose lines are even in all programs; other texts are seen to as
    they are measured."""
    mirrored: bool = False
    """Whether a template's placeholder is made for words from right to left."""

    def level_of(self, paragraph: Paragraph) -> Level:
        """Return how a paragraph is set: as its level, but for marks of its own and code."""
        level = self.levels[min(paragraph.level, len(self.levels) - 1)]
        if not paragraph.depth and not paragraph.code:
            return level
        return _marked(level, paragraph.marker, paragraph.code)


@cache
def _marked(level: Level, marker: str | None, code: bool) -> Level:
    """Return a level with the mark that an item has, or without one."""
    if code:
        level = level._replace(font="code", strong=None)
    if marker is None:
        return level._replace(bullet=None, hanging=0.0)
    mark = "1." if marker == "number" else "•"
    if level.bullet and (level.bullet == "1.") == (mark == "1."):
        return level
    room = 0.0 if level.hanging else MARKER
    return level._replace(bullet=mark, left=level.left + room, hanging=level.hanging + room)
