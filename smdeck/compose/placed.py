"""What a plan holds: words, shapes, pictures and ties with the rooms that they have."""

from __future__ import annotations

from typing import Literal, NamedTuple

from smdeck.compose.room import Room
from smdeck.scene import Fade, Geometry, Line, PlaceholderSpec, Role, Shape, Style

RECTANGLE = Geometry()


class PlacedWords(NamedTuple):
    """Words of one kind: one text of the slide, or one of each item, at one size."""

    name: str
    rooms: tuple[Room, ...]
    styles: tuple[Style, ...]
    """The style in each room: they differ in their colours and sides."""
    each: bool
    """Whether there is one for each item."""
    kind: Literal["title", "ctrTitle", "subTitle", "body", "obj"]
    lines: int
    """How many lines a text is meant to have at the most: more are bad, but no fault."""
    heads: int
    """How many lines a title is meant to have at the most; from three on they may be unlike."""
    wanted: tuple[float, float] | None
    """The sizes in points of title and text at which they are good in the last row."""
    boxed: bool
    """Whether they stand on a tile, so that a link is the whole box."""
    group: str
    """Words of one group share a size."""
    ornament: bool = False
    """Whether they only decorate, as the number of a section that its title says too."""
    prompt: str = "text"
    loose: bool = False
    """Whether they stand in pieces on the slide, and in no placeholder."""

    def spec(self, n: int) -> PlaceholderSpec:
        """Return the placeholder of one of its rooms."""
        name = f"{self.name} {n + 1}" if self.each else self.name
        style, ornament = self.styles[n], self.ornament and not self.each
        return PlaceholderSpec(
            name, self.kind, self.rooms[n].box, style, prompt=self.prompt, ornament=ornament
        )


class PlacedIcon(NamedTuple):
    """Where an icon stands: that of an item, or one of the slide by its name."""

    item: int | None
    room: Room
    fill: Role
    bare: bool
    """Whether nothing stands there without an icon, in place of a bar."""
    name: str = ""
    on: Role | None = None
    """What its colours are seen on; None is the slide's background."""
    carded: bool = False
    """Whether it stands on a card or plane, if on one that grows fainter."""
    marked: bool = False
    """Whether that is just as large: the mark is there already."""


class PlacedShape(NamedTuple):
    """A shape; one of an item appears with it."""

    shape: Shape
    item: int | None


class SlideShape(NamedTuple):
    """A shape that stands on the slides themselves, not on the slide layout.

    Ties are glued to it, or it lies over a picture; words that are `loose` stand in it.
    """

    name: str
    room: Room
    geometry: Geometry
    fill: Role | None
    item: int | None
    words: tuple[str, int] | None
    """The words in it: their name, and which of their rooms they have."""
    fade: Fade | None
    hugs: bool
    """Whether it is only as wide as its words, and is not there without any."""


class Tie(NamedTuple):
    """A line that stays glued to two pieces, behind them."""

    start: tuple[str, int]
    """The name of a piece, and the number of its connection site."""
    end: tuple[str, int]
    line: Line
    item: int | None
    bend: Literal["", "middle", "corner", "across"]


class Held(NamedTuple):
    """Where a picture, chart or table stands; that of an item appears with it."""

    name: str
    kind: Literal["pic", "chart", "tbl"]
    room: Room
    item: int | None
    prompt: str
    geometry: Geometry = Geometry()
    """The outline that a picture is cut out to."""
    behind: bool = False
    """Whether words stand on it."""
    fills: bool = False
    """Whether a drawing, too, is cropped to fill the room, if its author does not say otherwise."""
    whole: float = 0.0
    """The share of the room that a picture covers which is shown whole; 0 where it fills it."""

    def spec(self) -> PlaceholderSpec:
        """Return its placeholder."""
        return PlaceholderSpec(
            self.name, self.kind, self.room.box, geometry=self.geometry, prompt=self.prompt
        )
