"""The plan: where everything of a composition stands, before any words are known."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Literal, NamedTuple

from smdeck.compose.cover import Cover, cover
from smdeck.compose.outlines import bubble_geometry
from smdeck.compose.room import Room
from smdeck.compose.type import CELL, ITEM, Align, Anchor, Kind, Type, ladder, style_of
from smdeck.model.text import Paragraph, Run
from smdeck.scene import Fade, Fitted, Frame, Geometry, Level, Line, Role, Shape, Style, TextBox
from smdeck.theme import Theme
from smdeck.theme.color import contrast
from smdeck.theme.theme import READ_LARGE, Inks
from smdeck.units import points

Stage = Literal["head", "column", "ground", "bleed"]
"""The four stages: the title on top of the body; in a column beside an object of full height; the
whole ground for a few words; on paper above planes that run off three edges."""

GRID, GUTTER = 12, 16.0
"""The columns of a slide, and the space between them in points."""

RECTANGLE = Geometry()

ON_GROUND = Inks("text", "muted", "accent")


class Choice(NamedTuple):
    """Which composition a slide has, and for how much: what decides all geometry.

    It is the key of a native layout. It holds nothing of the words but what they have chosen.
    """

    layout: str
    tone: str
    composition: str
    step: int = 0
    items: int = 0
    places: int = 0
    """How many items the fullest part of a split slide has; 0 where it is no part."""
    before: int = 0
    """How many items stand on earlier parts."""
    goes_on: bool = False
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
    lacks: str = ""
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


class Words(NamedTuple):
    """Words of one kind: one text of the slide, or one of each item, at one size."""

    name: str
    rooms: tuple[Room, ...]
    styles: tuple[Style, ...]
    """The style in each room: they differ in their colours."""
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


class Disc(NamedTuple):
    """Where the icon of an item stands."""

    item: int
    room: Room
    fill: Role


class Drawn(NamedTuple):
    """A shape; one of an item appears with it."""

    shape: Shape
    item: int | None


class Piece(NamedTuple):
    """A shape that stands on the slides themselves, not on the native layout.

    Ties are glued to it, or it lies over a picture; words that are `loose` stand in it.
    """

    name: str
    room: Room
    geometry: Geometry
    fill: Role | None
    line: Line | None
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
    whole: float = 0.0
    """The share of the room that a picture covers which is shown whole; 0 where it fills it."""


class Plan:
    """What stands where. `draw` of a composition fills it."""

    def __init__(self, theme: Theme, room: Room, choice: Choice) -> None:
        self.theme, self.tone, self.choice = theme, choice.tone, choice
        self.slide = Room(0, 0, points(theme.width), points(theme.height))
        self.body = room.cut("bottom", 12)[1] if self.has("source") and theme.bleeds else room
        self.count = choice.places or choice.items
        self.words_of: list[Words] = []
        self.discs: list[Disc] = []
        self.shapes: list[Drawn] = []
        self.held: list[Held] = []
        self.pieces: list[Piece] = []
        self.ties: list[Tie] = []
        self.footed = True
        self.foot: Room | None = None
        """Where footer and slide number stand if not where the theme has them."""
        self.source: Room | None = Room.of(theme.source_box)
        """Where the source stands; None if there is no room for one."""
        self.source_inks = ON_GROUND

    # What a composition may ask.

    def has(self, name: str) -> bool:
        """Return whether the slide has a key, or any of its items as in `item icon`."""
        return name in self.choice.given

    def marked(self, item: int) -> bool:
        """Return whether an item is set off."""
        return bool(self.choice.marked & (1 << item))

    def last(self, item: int) -> bool:
        """Return whether an item is the last of all parts."""
        return item == self.choice.items - 1 and not self.choice.goes_on

    @property
    def numbers(self) -> range:
        """The numbers of the items."""
        return range(self.choice.before + 1, self.choice.before + self.count + 1)

    def x(self, column: int) -> float:
        """Return where a column of the grid begins, from 1 to 12, in points."""
        left = points(self.theme.margin)
        wide = (self.slide.w - 2 * left + GUTTER) / GRID
        return left + (column - 1) * wide

    def w(self, columns: float) -> float:
        """Return how wide so many columns are with the gutters between them, in points."""
        left = points(self.theme.margin)
        return columns * (self.slide.w - 2 * left + GUTTER) / GRID - GUTTER

    def inks(self, fill: Role | None) -> Inks:
        """Return the roles of words on a fill; None is the ground."""
        return self.theme.inks(fill, self.tone)

    def bold_inks(self, fill: Role) -> Inks:
        """Return the roles of large bold words on a fill, which need less contrast."""
        behind = self.theme.rgb(fill, self.tone)
        if contrast(self.theme.rgb("inverse", self.tone, behind), behind) >= READ_LARGE:
            return Inks("inverse", "inverse", "inverse")
        return self.inks(fill)

    def largest(self, type: Type) -> float:
        """Return the largest size of a kind of words, in points."""
        return ladder(self.theme, type)[0]

    # Words.

    def words(
        self,
        name: str,
        rooms: Room | Sequence[Room],
        kind: Kind = "item",
        *,
        title: Type = ITEM,
        text: Type = CELL,
        ink: Literal["text", "muted", "accent"] = "text",
        inks: Inks | None = None,
        align: Align = "left",
        anchor: Anchor = "top",
        lines: int = 3,
        heads: int = 2,
        holds: Literal["title", "ctrTitle", "subTitle", "body", "obj"] = "body",
        leading: float | None = None,
        regular: bool = False,
        counts: bool = True,
        group: str = "",
        boxed: bool = False,
        loud: Literal["text", "muted", "accent"] | None = None,
        ornament: bool = False,
        prompt: str = "text",
        loose: bool = False,
    ) -> None:
        """Put a text of the slide into a room, or one of each item into rooms, at one size.

        Their colours are those that can be read on what lies behind them in the plan, drawn
        before; nothing is put where the slide has no such text. Those of marked items have the
        colour `loud`. Words that do not `count` are never too small for the chooser; where they are
        `boxed`, a link is the whole box; `loose` ones stand in pieces.
        """
        known = loose or name in ("title", "item", "items", "item title")
        if not known and not self.has(name):
            return
        each = not isinstance(rooms, Room)
        every: tuple[Room, ...] = (rooms,) if isinstance(rooms, Room) else tuple(rooms)
        if not every:
            return
        fills = [self._behind(room) for room in every]
        styles = tuple(
            style_of(
                self.theme, kind, title, text, inks or self.inks(fill),
                loud if loud and each and self.marked(n) else ink, align, anchor, leading, regular,
            )
            for n, fill in enumerate(fills)
        )  # fmt: skip
        ratio = self.theme.role_ratio("cell")
        wanted = (
            (40.0 * ratio, 26.0 * ratio) if counts and kind not in ("display", "value") else None
        )
        if kind in ("prose", "columns", "bullets") and wanted:
            wanted = (wanted[1], wanted[1])
        boxed = boxed or any(fill is not None for fill in fills)
        self.words_of.append(
            Words(
                name, every, styles, each, holds, lines, heads, wanted, boxed, group or name,
                ornament, prompt, loose,
            )
        )  # fmt: skip

    def title(
        self,
        room: Room,
        type: Type,
        *,
        ink: Literal["text", "accent"] = "text",
        inks: Inks | None = None,
        align: Align = "left",
        anchor: Anchor = "top",
        leading: float | None = None,
        lines: int = 9,
        holds: Literal["title", "ctrTitle"] = "title",
    ) -> None:
        """Put the slide's title into a room, in place of the usual head."""
        self.words(
            "title", room, "display", title=type, ink=ink, inks=inks, align=align, anchor=anchor,
            holds=holds, leading=leading, lines=lines, counts=False, prompt="title",
        )  # fmt: skip

    def column(
        self, span: int = 4, plane: Role | None = None, below: str = "subtitle",
        lower: float = 142, most: float | None = None,
    ) -> Room:  # fmt: skip
        """Put the title into the left `span` columns, over a plane if given, and what it says
        `below` at their foot; return the room for an object of full height beside them."""
        edge = self.x(span + 1) - 32
        if plane:
            self.plane(Room(0, 0, edge, self.slide.h), plane)
        left = self.x(1)
        end = edge - 20 if plane else self.x(span + 1) - GUTTER
        words = Room(left, 36, end - left, self.slide.h - 84)
        foot, head = words.cut("bottom", lower, 12) if self.has(below) else (words, words)
        self.title(head, Type("column", most), leading=0.88, lines=4)
        self.words(below, foot, "prose", text=Type("cell", 26, 22), anchor="bottom", counts=False)
        right = self.x(GRID + 1) - GUTTER
        self.foot = Room(self.x(span + 1), 508, right - self.x(span + 1), 14)
        self.source = Room(self.x(span + 1), 486, right - self.x(span + 1), 20)
        bottom = 484 if self.has("source") else 516
        return Room(self.x(span + 1), 24, right - self.x(span + 1), bottom - 24)

    def bleed(self, top: float | None = None) -> Room:
        """Return the room from below the usual head to three edges of the slide; what stands there
        leaves no room for a footer, but for a source below it."""
        start = self.body.y if top is None else top
        if self.has("source"):
            bottom = self.source.y - 2 if self.source else self.slide.bottom
            return Room(0, start, self.slide.w, bottom - start)
        self.footed = False
        self.source = None
        return Room(0, start, self.slide.w, self.slide.h - start)

    def ground(self) -> Room:
        """Return the room for a few words that have the slide to themselves."""
        if not self.theme.bleeds:
            return Room.of(self.theme.area)
        left = self.x(1)
        bottom = 478 if self.has("source") else 496
        return Room(left, 44, self.slide.w - 2 * left, bottom - 44)

    @property
    def headed(self) -> bool:
        """Whether it has the usual head: no room for the title is given."""
        return all(words.name != "title" for words in self.words_of)

    def _behind(self, room: Room) -> Role | None:
        """Return what is painted behind the middle of a room, None for the ground."""
        x, y = room.center
        for piece in reversed(self.pieces):
            left, top, wide, high = piece.room
            if piece.fill and left <= x <= left + wide and top <= y <= top + high:
                return piece.fill
        for drawn in reversed(self.shapes):
            if drawn.shape.fill is None:
                continue
            left, top, wide, high = map(points, drawn.shape.box)
            if left - 1 <= x <= left + wide + 1 and top - 1 <= y <= top + high + 1:
                return drawn.shape.fill
        return None

    # Shapes.

    def draw(
        self, room: Room, geometry: Geometry, fill: Role | None, item: int | None = None,
        line: Line | None = None,
    ) -> None:  # fmt: skip
        """Put a shape of any outline."""
        self.shapes.append(Drawn(Shape(room.box, geometry, fill, line), item))

    def disc(self, item: int, room: Room, fill: Role = "brand") -> None:
        """Put the icon of an item in the theme's mark."""
        self.discs.append(Disc(item, room, fill))

    def numeral(
        self, item: int | None, room: Room, size: float, text: str = "", *,
        fill: Role | None = None,
        ink: Literal["text", "muted", "accent"] = "accent", align: Align = "left",
        anchor: Anchor = "middle",
    ) -> None:  # fmt: skip
        """Put the number of an item, or a text of the composition's, alone or in a disc."""
        said = text or str(self.numbers[item or 0])
        inks = self.inks(fill or self._behind(room))
        bold = self.theme.look.numerals == "bold"
        level = Level(getattr(inks, ink), bold=bold, font="heading", spacing=0.84)
        step = self.theme.step_below(size * self.theme.role_ratio("numeral"))
        style = Style((level,), ((step,),), "center" if fill else align, anchor)
        words = TextBox(
            (Paragraph((Run(said),)),), style, room.box, None, "number", Fitted((step,))
        )
        geometry = self.mark_geometry if fill else Geometry()
        self.shapes.append(Drawn(Shape(room.box, geometry, fill, None, words, said), item))

    @property
    def mark_geometry(self) -> Geometry:
        """The outline of the shape that icons and numbers stand in."""
        return Geometry("ellipse") if self.theme.look.marks == "disc" else Geometry()

    def plane(self, room: Room, fill: Role, item: int | None = None) -> None:
        """Put a surface with square corners; it should touch the slide's edges."""
        self.draw(room, Geometry(), fill, item)

    def card(
        self, room: Room, item: int | None = None, inset: float = 24, fill: Role | None = None
    ) -> Room:
        """Put a tile in the theme's look there, that of a marked item in the brand's colour; return
        the room inside."""
        loud = item is not None and self.marked(item)
        look = self.theme.look.cards
        if look == "ruled":
            if loud:
                self.draw(room._replace(h=4.0), Geometry(), "highlight", item)
            else:
                self.rule(room, "text", self.theme.rule, item)
            return room.inset(0, inset, 0, 0)
        geometry = self.outline(room)
        line = Line("line", self.theme.rule) if look == "framed" and not loud else None
        self.draw(room, geometry, "brand" if loud else fill or "surface", item, line)
        return room.inset(inset, inset, inset - 8, inset - 4)

    def outline(self, room: Room) -> Geometry:
        """Return the outline of a card in the theme's look."""
        if self.theme.look.cards == "bubble":
            return bubble_geometry(room, self.theme.radius)
        if not self.theme.radius:
            return Geometry()
        share = round(100_000 * points(self.theme.radius) / min(room.w, room.h))
        return Geometry("roundRect", (("adj", share),))

    def dot(self, x: float, y: float, radius: float, fill: Role, item: int | None = None) -> None:
        """Put a disc with nothing in it around a point."""
        self.draw(
            Room(x - radius, y - radius, 2 * radius, 2 * radius), self.mark_geometry, fill, item
        )

    def rule(
        self, room: Room, role: Role = "line", width: float = 2, item: int | None = None
    ) -> None:
        """Put a line along the top of a room."""
        self.thread((room.x, room.y), (room.right, room.y), role, width, item)

    def thread(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        role: Role = "line",
        width: float = 8,
        item: int | None = None,
    ) -> None:
        """Put a line between two points, level or upright."""
        room = Room(*start, end[0] - start[0], end[1] - start[1])
        self.draw(room, Geometry("line"), None, item, Line(role, width))

    # What stands on the slides themselves.

    def piece(
        self, name: str, room: Room, geometry: Geometry = RECTANGLE, fill: Role | None = None,
        item: int | None = None, *, line: Line | None = None,
        words: tuple[str, int] | None = None, fade: Fade | None = None, hugs: bool = False,
    ) -> None:  # fmt: skip
        """Put a shape on the slide itself; without fill and line it is words alone."""
        self.pieces.append(Piece(name, room, geometry, fill, line, item, words, fade, hugs))

    def tie(
        self, start: tuple[str, int], end: tuple[str, int], line: Line, item: int | None = None,
        bend: Literal["", "middle", "corner", "across"] = "",
    ) -> None:  # fmt: skip
        """Glue a line to two pieces, each named with one of its connection sites."""
        self.ties.append(Tie(start, end, line, item, bend))

    # What is no text and no shape.

    def picture(
        self, name: str, room: Room, item: int | None = None, geometry: Geometry = RECTANGLE,
        *, behind: bool = False, whole: float = 0.0,
    ) -> None:  # fmt: skip
        """Leave a room for a picture, that of the slide or of an item."""
        self.held.append(Held(name, "pic", room, item, "picture", geometry, behind, whole))

    def holds(self, name: str, kind: Literal["chart", "tbl"], room: Room) -> None:
        """Leave a room for a chart or a table."""
        self.held.append(Held(name, kind, room, None, "chart" if kind == "chart" else "table"))

    # What comes of it.

    def end(self) -> None:
        """Leave out what is for items of other parts: all were drawn for the fullest one."""
        count = self.choice.items
        self.count = count

        def kept(item: int | None) -> bool:
            return item is None or item < count

        self.shapes = [one for one in self.shapes if kept(one.item)]
        self.discs = [one for one in self.discs if one.item < count]
        self.held = [one for one in self.held if kept(one.item)]
        self.pieces = [one for one in self.pieces if kept(one.item)]
        self.ties = [one for one in self.ties if kept(one.item)]

    @cached_property
    def frames(self) -> tuple[Frame, ...]:
        """The placeholders in reading order: item by item."""
        frames = [
            Frame(words.name, words.kind, words.rooms[0].box, words.styles[0], prompt=words.prompt)
            for words in self.words_of
            if not words.each and not words.loose
        ]
        for n in range(self.count):
            frames += [
                Frame(
                    f"{words.name} {n + 1}", words.kind, words.rooms[n].box, words.styles[n],
                    prompt=words.prompt,
                )
                for words in self.words_of
                if words.each and not words.loose and n < len(words.rooms)
            ]  # fmt: skip
        held = {
            one: Frame(one.name, one.kind, one.room.box, geometry=one.geometry, prompt=one.prompt)
            for one in self.held
        }
        behind = [frame for one, frame in held.items() if one.behind]
        frames = [*behind, *frames, *(frame for one, frame in held.items() if not one.behind)]
        return tuple(frames)

    @cached_property
    def cover(self) -> Cover:
        """What the shapes cover, without any words."""
        title = [Room(self.body.x, 36, 0.6 * self.body.w, 40)] if self.headed else []
        shapes = [Room.of(drawn.shape.box) for drawn in self.shapes]
        held = [one.room for one in self.held]
        pieces = [one.room for one in self.pieces if one.fill or one.line]
        return cover([*title, *shapes, *held, *pieces, *(disc.room for disc in self.discs)])
