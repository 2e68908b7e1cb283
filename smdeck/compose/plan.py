"""The plan: where everything of a composition stands, before any words are known."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from math import cos, pi, sin
from typing import Literal, NamedTuple

from smdeck.compose.cover import Cover, cover
from smdeck.compose.fills import legible, seen
from smdeck.compose.outlines import around, bubble_geometry, polygon
from smdeck.compose.room import Room
from smdeck.compose.type import CELL, ITEM, Align, Anchor, Kind, Type, ladder, style_of
from smdeck.fit.measure import text_width
from smdeck.model.text import Paragraph, Run
from smdeck.scene import (
    Fade,
    Fitted,
    Frame,
    Geometry,
    Level,
    Line,
    Paint,
    Role,
    Shape,
    Style,
    TextBox,
)
from smdeck.theme import Theme
from smdeck.theme.color import contrast
from smdeck.theme.theme import READ_LARGE, Inks
from smdeck.units import points

Stage = Literal["head", "column", "ground", "bleed"]
"""The four stages: the title on top of the body; in a column beside an object of full height; the
whole ground for a few words; on paper above planes that run off three edges."""

GRID, GUTTER = 12, 16.0
"""The columns of a slide, and the space between them in points."""

UNDER, MOST_LOWER = 2.0, 60.0
"""How far below a subtitle the body begins, and by how much it moves down for one, in points."""

RECTANGLE = Geometry()
RULE = 1.5
"""The weight of the house theme's rules in points: those of others are in proportion."""

ROUND = ("disc", "ring", "medal")
"""The marks that are round."""

LIGHTS: tuple[Role, ...] = ("series_1", "series_3", "series_2", "series_4")
"""The colours of beams of light, item by item; the last only where nothing is as loud as it."""

ON_GROUND = Inks("text", "muted", "accent", "heading")


class SlidePart(NamedTuple):
    """Which part of a slide that was split: what it knows of the others."""

    places: int = 0
    """How many items the fullest part has; 0 where a part has its own geometry."""
    before: int = 0
    """How many items stand on earlier parts."""
    goes_on: bool = False
    """Whether another part follows."""


WHOLE = SlidePart()
"""A slide that is no part of another."""


class Choice(NamedTuple):
    """Which composition a slide has, and for how much: what decides all geometry.

    It is the key of a native layout. It holds nothing of the words but what they have chosen.
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

    def called(self, name: str) -> bool:
        """Return whether an author may mean it by a name: the English or the German one."""
        return name.casefold() in (self.name, self.de.casefold())


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


class Disc(NamedTuple):
    """Where an icon stands: that of an item, or one of the slide by its name."""

    item: int | None
    room: Room
    fill: Role
    bare: bool
    """Whether nothing stands there without an icon, in place of a bar."""
    name: str = ""
    on: Role | None = None
    """What its colours are seen on; None is the ground."""
    carded: bool = False
    """Whether it stands on a card or plane, if on one that grows fainter."""
    marked: bool = False
    """Whether that is just as large: the mark is there already."""


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
    fills: bool = False
    """Whether a drawing, too, is cropped to fill the room, if its author does not say otherwise."""
    whole: float = 0.0
    """The share of the room that a picture covers which is shown whole; 0 where it fills it."""


def head_rooms(theme: Theme) -> tuple[Room, Room]:
    """Return where title and subtitle of the usual head stand."""
    box = Room.of(theme.title_box)
    subtitle = box._replace(y=box.y + 46, h=32.0)
    if box.h < 70:  # a title of one line
        subtitle = box._replace(y=box.bottom, h=26.0)
    return box._replace(h=subtitle.y - box.y), subtitle


class Plan:
    """What stands where. `draw` of a composition fills it."""

    def __init__(self, theme: Theme, room: Room, choice: Choice) -> None:
        self.theme, self.tone, self.choice = theme, choice.tone, choice
        self.slide = Room(0, 0, points(theme.width), points(theme.height))
        self.body = room.cut("bottom", 12)[1] if self.has("source") and theme.bleeds else room
        if self.has("subtitle"):
            lower = head_rooms(theme)[1].bottom + UNDER - self.body.y
            if 0 < lower < MOST_LOWER:  # else a template has its titles elsewhere
                self.body = self.body.cut("top", lower)[1]
        self.count = choice.part.places or choice.items
        self.words_of: list[PlacedWords] = []
        self.discs: list[Disc] = []
        self.shapes: list[Drawn] = []
        self.held: list[Held] = []
        self.pieces: list[Piece] = []
        self.ties: list[Tie] = []
        self.kept: dict[str, Room] = {}
        """The rooms for what a layout draws itself on the slide, as codes, by name."""
        self.footed = True
        self.foot: Room | None = None
        """Where footer and slide number stand if not where the theme has them."""
        self.source: Room | None = Room.of(theme.source_box)
        """Where the source stands; None if there is no room for one."""
        self.source_inks = ON_GROUND
        self.art: tuple[str, Room] | None = None
        """Which of the theme's art stands in a room of its own, and where."""
        self.as_before = False
        """Whether its step leaves all as it is in the step before: nobody need try it."""

    # What a composition may ask.

    def is_like(self, other: Plan) -> bool:
        """Return whether words and pictures stand and the slide is covered as in another plan."""
        return (self.words_of, self.held, self.cover) == (other.words_of, other.held, other.cover)

    def has(self, name: str) -> bool:
        """Return whether the slide has a key, or any of its items as in `item icon`."""
        return name in self.choice.given

    def marked(self, item: int) -> bool:
        """Return whether an item is set off."""
        return bool(self.choice.marked & (1 << item))

    def last(self, item: int) -> bool:
        """Return whether an item is the last of all parts."""
        return item == self.choice.items - 1 and not self.choice.part.goes_on

    @property
    def numbers(self) -> range:
        """The numbers of the items."""
        return range(self.choice.part.before + 1, self.choice.part.before + self.count + 1)

    def x(self, column: int) -> float:
        """Return where a column of the grid begins, from 1 to 12, in points."""
        left = points(self.theme.page.margin)
        wide = (self.slide.w - 2 * left + GUTTER) / GRID
        return left + (column - 1) * wide

    def w(self, columns: float) -> float:
        """Return how wide so many columns are with the gutters between them, in points."""
        left = points(self.theme.page.margin)
        return columns * (self.slide.w - 2 * left + GUTTER) / GRID - GUTTER

    @property
    def threaded(self) -> bool:
        """Whether things are tied by threads, and not set apart by rules."""
        return self.theme.look.marks in ("disc", "ring") and self.theme.look.thread > 0

    @property
    def top(self) -> float:
        """Where words begin that have no usual head above them: below a running head, if any."""
        return self.under(36.0)

    def under(self, y: float) -> float:
        """Return a height at the top of the slide, or where titles stand below a running head."""
        head = self.theme.title_box.y
        return max(y, points(head)) if self.theme.foot.y < head else y

    @property
    def round_marks(self) -> bool:
        """Whether what marks things is round."""
        return self.theme.look.marks in ROUND

    def sourced(self, x: float, right: float, bottom: float) -> float:
        """Put the source between two edges if there is one, and return where words end above it,
        `bottom` where there is none."""
        if not self.has("source") or self.source is None:
            return bottom
        self.source = self.source._replace(x=x, w=right - x)
        return min(bottom, self.source.y - 6)

    @property
    def floor(self) -> float:
        """Where planes end: at the slide's foot, or above the bar that footer and number are on."""
        bar = self.theme.foot_bar
        return bar.box[1] if bar and bar.box[1] > self.body.y else self.slide.h

    @property
    def ruled(self) -> bool:
        """Whether rules set apart what stands on the left margin."""
        return not self.threaded and self.theme.look.align == "left"

    @property
    def lean(self) -> Align:
        """How words of cards of full height are set: in the middle where light falls on them."""
        return "center" if self.theme.look.cards == "beam" else "left"

    def inks(self, fill: Role | None) -> Inks:
        """Return the roles of words on a fill; None is the ground."""
        return self.theme.inks(fill, self.tone)

    def unlike(self, *wanted: Sequence[Role]) -> list[Role]:
        """Return for each sequence the first role whose colour neither the ground nor one before
        has; its first where all are taken."""
        seen = {self.theme.slot_color("bg1", self.tone)}
        found: list[Role] = []
        for roles in wanted:
            colors = {role: self.theme.rgb(role, self.tone) for role in roles}
            found.append(next((role for role in roles if colors[role] not in seen), roles[0]))
            seen.add(colors[found[-1]])
        return found

    def legible(self, *roles: Role) -> Role:
        """Return the first fill that words can be read on; the last if there is none."""
        return legible(self.theme, self.tone, *roles)

    def seen(self, *roles: Role, on: Role | None = None, least: float = 2) -> Role:
        """Return the first role that stands out on another, or on the ground, by a contrast."""
        return seen(self.theme, self.tone, on, least, *roles)

    def bold_inks(self, fill: Role) -> Inks:
        """Return the roles of large bold words on a fill, which need less contrast."""
        behind = self.theme.rgb(fill, self.tone)
        if contrast(self.theme.rgb("inverse", self.tone, behind), behind) >= READ_LARGE:
            return Inks("inverse", "inverse", "inverse")
        return self.inks(fill)

    @property
    def measure(self) -> float:
        """How wide a few words are beside the theme's art, which they don't reach, in points."""
        layout = self.choice.layout
        wide, art = self.theme.look.measure + 24, self.theme.branding.art
        own = art.get(f"{layout} {self.choice.composition}") or self.theme.art_of(layout)
        usual = self.tone == self.theme.tone_of(layout, None)
        left = points(own.box.x) if own and usual else 0.0
        return min(wide, left - 24 - self.x(1)) if left >= self.slide.w / 2 else wide

    def largest(self, type: Type) -> float:
        """Return the largest size of a kind of words, in points."""
        return ladder(self.theme, type)[0]

    def figure(self, most: float, least: float = 48) -> Type:
        """Return how a figure is set that is a picture by itself, within bounds in points: the same
        under all themes, as far as their largest number goes."""
        ratio = self.theme.role_ratio("number")
        return Type("number", most / ratio, least / ratio)

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
        align: Align | Sequence[Align] = "left",
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
        set_off: Callable[[int], bool] | None = None,
        ornament: bool = False,
        prompt: str = "text",
        loose: bool = False,
    ) -> None:
        """Put a text of the slide into a room, or one of each item into rooms, at one size.

        Their colours are those that can be read on what lies behind them in the plan, drawn
        before; nothing is put where the slide has no such text. Those of marked items, or of those
        that are `set_off`, have the colour `loud`; each room may have an `align` of its own. Words
        that do not `count` are never too small for the chooser; where they are `boxed`, a link is
        the whole box; `loose` ones stand in pieces.
        """
        known = loose or name in ("title", "item", "items", "item title")
        if not known and not self.has(name):
            return
        each = not isinstance(rooms, Room)
        every: tuple[Room, ...] = (rooms,) if isinstance(rooms, Room) else tuple(rooms)
        if not every:
            return
        aligned = [align] * len(every) if isinstance(align, str) else align
        off = set_off or self.marked
        styles = tuple(
            style_of(
                self.theme, kind, title, text, inks or self.inks_at(room),
                loud if loud and each and off(n) else ink, side, anchor, leading, regular,
            )
            for n, (room, side) in enumerate(zip(every, aligned, strict=True))
        )  # fmt: skip
        ratio = self.theme.role_ratio("cell")
        wanted = (
            (40.0 * ratio, 26.0 * ratio) if counts and kind not in ("display", "value") else None
        )
        if kind in ("prose", "columns", "bullets", "code") and wanted:
            wanted = (wanted[1], wanted[1])
        boxed = boxed or any(self.behind(room) is not None for room in every)
        self.words_of.append(
            PlacedWords(
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
        self, span: int = 4, plane: Role | None = None, below: str = "subtitle", lower: float = 142,
        figure: bool = False, most: float | None = None,
    ) -> Room:  # fmt: skip
        """Put the title into the left `span` columns, over a plane if given, and what it says
        `below` at their foot, a `figure` large; return the room for an object of full height beside
        them."""
        footed = self.has(below) or self.has("legend")
        words, stage = self.parted(span, plane, "column foot" if footed else "column")
        foot, head = words.cut("bottom", lower, 12) if self.has(below) else (words, words)
        if below != "subtitle":
            head = self.subtitled(head)
        self.title(head, Type("column", most), leading=0.88, lines=4)
        self.words(
            below, foot, "display" if figure else "prose", title=Type("numeral", 112, 64),
            text=Type("cell", 26, 22), anchor="bottom", counts=False,
            ink="accent" if figure else "text",
        )  # fmt: skip
        return stage

    def subtitled(self, room: Room, high: float = 64, anchor: Anchor = "top") -> Room:
        """Put the subtitle at the foot of a title's room if there is one; return what is left."""
        if not self.has("subtitle"):
            return room
        line, rest = room.cut("bottom", high, 8)
        self.words(
            "subtitle", line, "prose", text=Type("cell", 24, 18), ink="muted", anchor=anchor,
            counts=False,
        )  # fmt: skip
        return rest

    def parted(
        self, span: int = 4, plane: Role | None = None, art: str = "column foot"
    ) -> tuple[Room, Room]:
        """Return the rooms for words in the left `span` columns, over a plane if given, and for an
        object of full height beside them; the theme may have `art` for the column."""
        edge, look = self.x(span + 1) - 32, self.theme.look
        ends = None
        if look.column == "rule" and self.theme.bleeds:
            ends = edge + 8
            self.upright(ends, 60, self.slide.h - 44)
        usual = self.tone == self.theme.tone_of(self.choice.layout, None)
        if art in self.theme.branding.art and usual:
            self.art = art, Room(0, 0, edge, self.slide.h)
            ends = edge
        elif look.column == "plane" and plane:
            self.plane(Room(0, 0, edge, self.slide.h), look.plane or plane)
            if self.threaded and art == "column" and self.theme.bleeds:
                self._motif(edge, look.plane or plane)
        left, right = self.x(1), self.x(GRID + 1) - GUTTER
        words = Room(left, self.top, edge - 20 - left, self.slide.h - self.top - 48)
        if not plane:  # words end before what stands at the column's edge, if anything does
            words = words._replace(w=self.w(span) if ends is None else ends - 12 - left)
        self.foot = Room(self.x(span + 1), 508, right - self.x(span + 1), 14)
        source = min(486, self.floor - 28)
        self.source = Room(self.x(span + 1), source, right - self.x(span + 1), 20)
        bottom = source - 2 if self.has("source") else min(516, self.floor)
        top = self.top - 12
        return words, Room(self.x(span + 1), top, right - self.x(span + 1), bottom - top)

    def _motif(self, edge: float, plane: Role) -> None:
        """Put discs and threads that run off it at the foot of a plane, below a title."""
        inks = self.inks(plane)
        large, far = (19.0, 452.0), (0.8 * edge, 316.0)
        near, off = (edge - 36, 498.0), (edge, 408.0)
        for (x1, y1), (x2, y2) in ((large, far), (far, off), (large, near)):
            corners = [(x1, y1 - 1.5), (x2, y2 - 1.5), (x2, y2 + 1.5), (x1, y1 + 1.5)]
            room = around(corners)
            self.draw(room, polygon(room, corners), inks.text, alpha=28)
        turns = (2 * pi * n / 72 for n in range(72))
        corners = [
            (max(0, large[0] + 134 * cos(t)), min(540, large[1] + 134 * sin(t))) for t in turns
        ]
        room = around(corners)
        self.draw(room, polygon(room, corners), inks.text, alpha=14)
        disc = Room(far[0] - 34, far[1] - 34, 68, 68)
        self.draw(disc, Geometry("ellipse"), inks.text, alpha=14)
        self.draw(Room(near[0] - 14, near[1] - 14, 28, 28), Geometry("ellipse"), inks.accent)

    def to_edges(self, stage: Room) -> Room:
        """Return the room from a stage's left edge to three edges of the slide, above a source; the
        footer moves below the words beside it."""
        if self.has("source"):
            return Room(stage.x, 0, self.slide.right - stage.x, stage.bottom - 4)
        self.source = None
        self.foot = Room(self.x(1), 508, stage.x - 32 - self.x(1), 14)
        return Room(stage.x, 0, self.slide.right - stage.x, self.slide.h)

    def bleed(self, top: float | None = None) -> Room:
        """Return the room from below the usual head to three edges of the slide; what stands there
        leaves no room for a footer, but for a source below it."""
        start = self.body.y if top is None else top
        if self.has("source"):
            bottom = self.source.y - 2 if self.source else self.slide.bottom
            return Room(0, start, self.slide.w, bottom - start)
        self.footed = self.floor < self.slide.h
        self.source = None
        return Room(0, start, self.slide.w, self.floor - start)

    def ground(self) -> Room:
        """Return the room for a few words that have the slide to themselves."""
        if not self.theme.bleeds:
            return Room.of(self.theme.area)
        left = self.x(1)
        bottom = 478 if self.has("source") else 496
        top = max(44.0, self.top)
        return Room(left, top, self.slide.w - 2 * left, bottom - top)

    @property
    def headed(self) -> bool:
        """Whether it has the usual head: no room for the title is given."""
        return all(words.name != "title" for words in self.words_of)

    def inks_at(self, room: Room) -> Inks:
        """Return the roles of words on what is painted behind a room."""
        return self.inks(self.behind(room))

    def behind(self, room: Room, faded: bool = False) -> Role | None:
        """Return what is painted behind the middle of a room, None for the ground; what grows
        fainter is none for words."""
        x, y = room.center
        for piece in reversed(self.pieces):
            left, top, wide, high = piece.room
            if piece.fill and left <= x <= left + wide and top <= y <= top + high:
                return piece.fill
        for drawn in reversed(self.shapes):
            fill = drawn.shape.fill
            if fill is None or isinstance(fill, Paint) or (drawn.shape.fade and not faded):
                continue
            left, top, wide, high = map(points, drawn.shape.box)
            if left - 1 <= x <= left + wide + 1 and top - 1 <= y <= top + high + 1:
                return fill
        return None

    # Shapes.

    def draw(
        self, room: Room, geometry: Geometry, fill: Role | None, item: int | None = None,
        line: Line | None = None, alpha: int = 100, fade: Fade | None = None,
    ) -> None:  # fmt: skip
        """Put a shape of any outline; below 100 percent of `alpha` what lies behind shows."""
        shape = Shape(room.box, geometry, fill, line, alpha=alpha, fade=fade)
        self.shapes.append(Drawn(shape, item))

    def disc(
        self, item: int | None, room: Room, fill: Role = "brand", *, bare: bool = False,
        name: str = "",
    ) -> None:  # fmt: skip
        """Put an icon in the theme's mark: that of an item, or one of the slide by its name.

        Where an item has none there is a bar, or nothing if it is `bare`.
        """
        carded = self.behind(room, faded=True) is not None
        marked = any(one.shape.fill and one.shape.box == room.box for one in self.shapes)
        self.discs.append(Disc(item, room, fill, bare, name, self.behind(room), carded, marked))

    def numeral(
        self, item: int | None, room: Room, size: float, text: str = "", *,
        fill: Role | None = None,
        ink: Literal["text", "muted", "accent"] = "accent", align: Align = "left",
        anchor: Anchor = "middle",
    ) -> None:  # fmt: skip
        """Put the number of an item, or a text of the composition's, alone or in a disc."""
        said = text or str(self.numbers[item or 0])
        if fill and item is not None and self.theme.look.numbers == "plain":
            fill, ink, align = None, "accent" if fill == "highlight" else "text", "left"
            size, room = 1.6 * size, room._replace(x=room.x - 4, w=room.w + 60)
        inks, line, centered = self.inks(fill or self.behind(room)), None, bool(fill)
        role: Role = inks.heading if ink == "text" else getattr(inks, ink)
        if fill and fill != "highlight" and self.theme.look.marks == "ring":
            fill = self.seen(fill, least=3)
            role, fill, line = fill, "ground", Line(fill, 3)
        bold = self.theme.look.numerals == "bold"
        level = Level(role, bold=bold, font="heading", spacing=0.84)
        size *= self.theme.role_ratio("numeral")
        if item is not None:  # a mark may reach beyond its room, the number of an item may not
            size = min(size, room.h / (1.2 * level.spacing) - 0.1)
        step = self.theme.step_below(size)
        while said.isalpha() and text_width(said, step, self.theme, level) > points(room.box.w):
            step = self.theme.step_below(step - 1)  # a W is wider than its room is high
        style = Style((level,), ((step,),), "center" if centered else align, anchor)
        words = TextBox(
            (Paragraph((Run(said),)),), style, room.box, None, "number", Fitted((step,))
        )
        geometry = self.mark_geometry if fill else Geometry()
        self.shapes.append(Drawn(Shape(room.box, geometry, fill, line, words, said), item))

    @property
    def mark_geometry(self) -> Geometry:
        """The outline of the shape that icons and numbers stand in."""
        return Geometry("ellipse") if self.round_marks else Geometry()

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
        if look == "ruled" and fill is None:
            if loud:
                self.draw(room._replace(h=4.0), Geometry(), "highlight", item)
            else:
                self.rule(room, "text", RULE, item)
            if room.x > self.body.x + 1:
                self.upright(room.x - 8, room.y + 16, room.bottom, item)
            return room.inset(0, inset, 0, 0)
        if look == "beam" and item is not None:
            return self._beam(room, item, inset)
        geometry = self.outline(room)
        line = Line("line", self.theme.taste.rule) if look == "framed" and not loud else None
        if look == "speech" and loud:
            self.speech(room, "highlight", item) if room.h > room.w else self.plane(
                room, "highlight", item
            )
        else:
            self.draw(room, geometry, "brand" if loud else fill or "surface", item, line)
        edge = self.theme.look.card_edge
        if edge and not loud:
            self.draw(room._replace(h=edge), Geometry(), "highlight", item)
        return room.inset(inset, inset, inset - 8, inset - 4)

    def _beam(self, room: Room, item: int, inset: float) -> Room:
        """Light an item: from a lamp above, or by a wash of colour where it is wide."""
        loud = self.marked(item)
        lights = LIGHTS[:-1] if self.choice.marked else LIGHTS
        role: Role = "highlight" if loud else lights[item % len(lights)]
        if room.w > room.h:
            fade = None if loud else Fade(((0, 0.42), (1, 0.07)))
            self.draw(room, self.outline(room), role, item, fade=fade)
            return room.inset(inset, inset, inset - 8, inset - 4)
        middle, low = room.center[0], room.bottom - 12
        half = room.w / 2
        lamp = Room(middle - 16, room.y + 4, 32, 22)
        self.draw(Room(middle - 3, room.y - 8, 6, 12), Geometry(), "calm", item)
        corners = [(middle - 10, lamp.y), (middle + 10, lamp.y)]
        corners += [(lamp.right, lamp.bottom), (lamp.x, lamp.bottom)]
        self.draw(lamp, polygon(lamp, corners), "calm", item)
        cone = Room(room.x, lamp.bottom, room.w, low - lamp.bottom)
        corners = [(middle - 14, cone.y), (middle + 14, cone.y)]
        corners += [(cone.right, cone.bottom), (cone.x, cone.bottom)]
        strong = (
            Fade(((0, 0.46), (1, 0.12)), "down") if loud else Fade(((0, 0.46), (1, 0.09)), "down")
        )
        self.draw(cone, polygon(cone, corners), role, item, fade=strong)
        pool = Room(room.x, low - 0.17 * half, room.w, 0.34 * half)
        self.draw(pool, Geometry("ellipse"), role, item, alpha=28 if loud else 24)
        return Room(room.x + 10, room.y + 54, room.w - 20, low - 20 - room.y - 54)

    def speech(
        self, room: Room, fill: Role, item: int | None = None, *,
        drop: float = 44, at: float = 0.1, wide: float = 60,
    ) -> None:  # fmt: skip
        """Put a block that speaks: its tail hangs `drop` below a room, upright on its left."""
        self.plane(room, fill, item)
        left, top = room.x + at * room.w, room.bottom - 1
        tail = Room(left, top, wide, drop + 1)
        self.draw(
            tail, polygon(tail, [(left, top), (left + wide, top), (left, tail.bottom)]), fill, item
        )

    def outline(self, room: Room) -> Geometry:
        """Return the outline of a card in the theme's look."""
        if self.theme.look.cards == "bubble":
            return bubble_geometry(room, self.theme.taste.radius)
        if not self.theme.taste.radius:
            return Geometry()
        share = round(100_000 * points(self.theme.taste.radius) / min(room.w, room.h))
        return Geometry("roundRect", (("adj", share),))

    def dot(self, x: float, y: float, radius: float, fill: Role, item: int | None = None) -> None:
        """Put a disc with nothing in it around a point."""
        self.draw(
            Room(x - radius, y - radius, 2 * radius, 2 * radius), self.mark_geometry, fill, item
        )

    def rule(
        self, room: Room, role: Role = "line", width: float = 2, item: int | None = None
    ) -> None:
        """Put a line along the top of a room, in the weight of the theme's rules."""
        if role != "highlight":
            width *= self.theme.taste.rule / RULE
        self._line((room.x, room.y), (room.right, room.y), role, width, item)

    def upright(self, x: float, top: float, bottom: float, item: int | None = None) -> None:
        """Put a rule between columns, from top to bottom."""
        self._line((x, top), (x, bottom), "line", self.theme.taste.rule, item)

    def bar(self, x: float, top: float, bottom: float, item: int | None = None) -> None:
        """Put a rule of a poster's weight upright, in the colour of words."""
        self._line((x, top), (x, bottom), "text", 2 * self.theme.taste.rule, item)

    def edge(self, x: float, top: float, bottom: float, item: int | None = None) -> None:
        """Put a seam between planes, in the colour of words that stand out on the brand."""
        self._line((x, top), (x, bottom), "inverse_accent", self.theme.taste.rule, item)

    def thread(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        role: Role = "line",
        width: float = 8,
        item: int | None = None,
    ) -> None:
        """Put a line between two points, level or upright, as thick as the theme's threads; a rule
        where it has none."""
        width *= self.theme.look.thread
        self._line(start, end, role, width or self.theme.taste.rule, item)

    def _line(
        self, start: tuple[float, float], end: tuple[float, float], role: Role, width: float,
        item: int | None,
    ) -> None:  # fmt: skip
        room = Room(*start, end[0] - start[0], end[1] - start[1])
        self.draw(room, Geometry("line"), None, item, Line(role, width))

    def arrow(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        role: Role = "muted",
        width: float = 2.5,
        item: int | None = None,
    ) -> None:
        """Put a line that ends in a point, to the right or up."""
        (x, y), long, half = end, 3 * width + 5, 1.5 * width + 3
        level = start[1] == y
        back = (x - long, y) if level else (x, y + long)
        self.thread(start if level else back, back if level else start, role, width, item)
        across = (0, half) if level else (half, 0)
        corners = [end, *((back[0] + k * across[0], back[1] + k * across[1]) for k in (1, -1))]
        self.outlined(corners, role, item)

    def outlined(
        self, corners: Sequence[tuple[float, float]], fill: Role, item: int | None = None
    ) -> None:
        """Put a shape whose outline runs through points of the slide."""
        room = around(corners)
        self.draw(room, polygon(room, corners), fill, item)

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
        *, behind: bool = False, fills: bool = False, whole: float = 0.0,
    ) -> None:  # fmt: skip
        """Leave a room for a picture, that of the slide or of an item; drawings too are cropped
        where it `fills` the room, as `behind` words; `whole` is the share of it that one takes
        which is never cropped."""
        fills = fills or behind or geometry != RECTANGLE
        self.held.append(Held(name, "pic", room, item, "picture", geometry, behind, fills, whole))

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
        self.discs = [one for one in self.discs if kept(one.item)]
        self.held = [one for one in self.held if kept(one.item)]
        self.pieces = [one for one in self.pieces if kept(one.item)]
        self.ties = [one for one in self.ties if kept(one.item)]

    @cached_property
    def frames(self) -> tuple[Frame, ...]:
        """The placeholders in reading order: item by item."""
        frames = [
            Frame(
                words.name,
                words.kind,
                words.rooms[0].box,
                words.styles[0],
                prompt=words.prompt,
                ornament=words.ornament,
            )
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
        return self.covered([one.room for one in self.held])

    def covered(self, held: Iterable[Room]) -> Cover:
        """Return what the shapes cover, with what is held in rooms, without any words."""
        title = [Room(self.body.x, 36, 0.6 * self.body.w, 40)] if self.headed else []
        shapes = [Room.of(drawn.shape.box) for drawn in self.shapes]
        art = [self.art[1]] if self.art else []
        layout, composition = self.choice.layout, self.choice.composition
        own = self.theme.branding.art.get(f"{layout} {composition}") or self.theme.art_of(layout)
        if own and self.tone == self.theme.tone_of(layout, None):
            art.append(Room.of(own.box))
        pieces = [one.room for one in self.pieces if one.fill or one.line]
        return cover([*title, *shapes, *held, *art, *pieces, *(disc.room for disc in self.discs)])
