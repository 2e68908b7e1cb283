"""The plan: where everything of a composition stands, before any words are known."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from math import cos, pi, sin
from typing import Literal

from smdeck.compose.choice import Choice
from smdeck.compose.cover import Cover, cover
from smdeck.compose.drawing import Drawing
from smdeck.compose.outlines import polygon, room_around
from smdeck.compose.placed import RECTANGLE, Held, PlacedWords
from smdeck.compose.room import Room
from smdeck.compose.type import CELL, ITEM, Align, Anchor, Kind, Type, ladder, style_of
from smdeck.scene import Geometry, PlaceholderSpec, Role
from smdeck.theme import Theme
from smdeck.theme.artwork import Art
from smdeck.theme.theme import TextColors
from smdeck.units import points

GRID, GUTTER = 12, 16.0
"""The columns of a slide, and the space between them in points."""

UNDER, MOST_LOWER = 2.0, 60.0
"""How far below a subtitle the body begins, and by how much it moves down for one, in points."""


def head_rooms(theme: Theme) -> tuple[Room, Room]:
    """Return where title and subtitle of the usual head stand."""
    box = Room.of(theme.title_box)
    subtitle = box._replace(y=box.y + 46, h=32.0)
    if box.h < 70:  # a title of one line
        subtitle = box._replace(y=box.bottom, h=26.0)
    return box._replace(h=subtitle.y - box.y), subtitle


ABOVE_SOURCE = 9.0
"""The space above a source, in points: it is no line more of what it stands below."""


class Plan(Drawing):
    """What stands where. `draw` of a composition fills it."""

    def __init__(self, theme: Theme, room: Room, choice: Choice) -> None:
        super().__init__(theme, room, choice)
        if self.has("source") and theme.bleeds:
            self.body = room._replace(h=min(room.bottom, self.above_source) - room.y)
        if self.has("subtitle"):
            lower = head_rooms(theme)[1].bottom + UNDER - self.body.y
            if 0 < lower < MOST_LOWER:  # else a template has its titles elsewhere
                self.body = self.body.cut("top", lower)[1]
        self.words_of: list[PlacedWords] = []
        self.held: list[Held] = []
        self.kept: dict[str, Room] = {}
        """The rooms for what a layout draws itself on the slide, as codes, by name."""
        self.footed = True
        self.foot: Room | None = None
        """Where footer and slide number stand if not where the theme has them."""
        self.source: Room | None = Room.of(theme.source_box)
        """Where the source stands; None if there is no room for one."""
        self.art: tuple[str, Room] | None = None
        """Which of the theme's art stands in a room of its own, and where."""
        self.as_before = False
        """Whether its step leaves all as it is in the step before: nobody need try it."""

    def is_like(self, other: Plan) -> bool:
        """Return whether words and pictures stand and the slide is covered as in another plan."""
        return (self.words_of, self.held, self.cover) == (other.words_of, other.held, other.cover)

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
    def top(self) -> float:
        """Where words begin that have no usual head above them: below a running head, if any."""
        return self.under(36.0)

    def under(self, y: float) -> float:
        """Return a height at the top of the slide, or where titles stand below a running head."""
        head = self.theme.title_box.y
        return max(y, points(head)) if self.theme.foot.y < head else y

    def sourced(self, x: float, right: float, bottom: float) -> float:
        """Put the source between two edges if there is one, and return where words end above it,
        `bottom` where there is none."""
        if not self.has("source") or self.source is None:
            return bottom
        self.source = self.source._replace(x=x, w=right - x)
        return min(bottom, self.source.y - ABOVE_SOURCE)

    def foot_between(self, x: float, right: float) -> None:
        """Put footer and slide number between two edges, and the source if there is one."""
        self.foot = Room(x, 508, right - x, 14)
        self.sourced(x, right, 0)

    @property
    def above_source(self) -> float:
        """Where words and planes end above the usual place of a source."""
        return points(self.theme.source_box.y) - ABOVE_SOURCE

    @property
    def floor(self) -> float:
        """Where planes end: at the slide's foot, or above the bar that footer and number are on."""
        bar = self.theme.foot_bar
        return bar.box[1] if bar and bar.box[1] > self.body.y else self.slide.h

    @property
    def measure(self) -> float:
        """How wide a few words are beside the theme's art, which they don't reach, in points."""
        wide = self.theme.look.measure + 24
        left = points(self.own_art.box.x) if self.own_art else 0.0
        return min(wide, left - 24 - self.x(1)) if left >= self.slide.w / 2 else wide

    @property
    def in_usual_tone(self) -> bool:
        """Whether it is in its layout's own tone: the theme's art is drawn for that."""
        return self.tone == self.theme.usual_tone(self.choice.layout)

    @property
    def own_art(self) -> Art | None:
        """The theme's art for its layout, if it is shown in this tone."""
        if not self.in_usual_tone:
            return None
        return self.theme.art_of(self.choice.layout, self.choice.composition)

    def largest(self, type: Type) -> float:
        """Return the largest size of a kind of words, in points."""
        return ladder(self.theme, type)[0]

    def figure(self, most: float, least: float = 48) -> Type:
        """Return how a figure is set that is a picture by itself, within bounds in points: the same
        under all themes, as far as their largest number goes."""
        ratio = self.theme.type.role_ratio("number")
        return Type("number", most / ratio, least / ratio)

    def words(
        self,
        name: str,
        rooms: Room | Sequence[Room],
        kind: Kind = "item",
        *,
        title: Type = ITEM,
        text: Type = CELL,
        color: Literal["text", "muted", "accent"] = "text",
        colors: TextColors | None = None,
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
                self.theme,
                kind,
                head=title,
                text=text,
                colors=colors or self.text_colors_at(room),
                color=loud if loud and each and off(n) else color,
                align=side,
                anchor=anchor,
                leading=leading,
                regular=regular,
            )
            for n, (room, side) in enumerate(zip(every, aligned, strict=True))
        )
        ratio = self.theme.type.role_ratio("cell")
        wanted = (
            (40.0 * ratio, 26.0 * ratio) if counts and kind not in ("display", "value") else None
        )
        if kind in ("prose", "columns", "bullets", "code") and wanted:
            wanted = (wanted[1], wanted[1])
        boxed = boxed or any(self.behind(room) is not None for room in every)
        self.words_of.append(
            PlacedWords(
                name,
                every,
                styles=styles,
                each=each,
                kind=holds,
                lines=lines,
                heads=heads,
                wanted=wanted,
                boxed=boxed,
                group=group or name,
                ornament=ornament,
                prompt=prompt,
                loose=loose,
            )
        )

    def title(
        self,
        room: Room,
        type: Type,
        *,
        color: Literal["text", "accent"] = "text",
        align: Align = "left",
        anchor: Anchor = "top",
        leading: float | None = None,
        lines: int = 9,
        holds: Literal["title", "ctrTitle"] = "title",
    ) -> None:
        """Put the slide's title into a room, in place of the usual head."""
        self.words(
            "title", room, "display", title=type, color=color, align=align, anchor=anchor,
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
            color="accent" if figure else "text",
        )  # fmt: skip
        return stage

    def subtitled(self, room: Room, high: float = 64, anchor: Anchor = "top") -> Room:
        """Put the subtitle at the foot of a title's room if there is one; return what is left."""
        if not self.has("subtitle"):
            return room
        line, rest = room.cut("bottom", high, 8)
        self.words(
            "subtitle", line, "prose", text=Type("cell", 24, 18), color="muted", anchor=anchor,
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
        if art in self.theme.branding.art and self.in_usual_tone:
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
        bottom = source - ABOVE_SOURCE if self.has("source") else min(516, self.floor)
        top = self.top - 12
        return words, Room(self.x(span + 1), top, right - self.x(span + 1), bottom - top)

    def _motif(self, edge: float, plane: Role) -> None:
        """Put discs and threads that run off it at the foot of a plane, below a title."""
        colors = self.text_colors(plane)
        large, far = (19.0, 452.0), (0.8 * edge, 316.0)
        near, off = (edge - 36, 498.0), (edge, 408.0)
        for (x1, y1), (x2, y2) in ((large, far), (far, off), (large, near)):
            corners = [(x1, y1 - 1.5), (x2, y2 - 1.5), (x2, y2 + 1.5), (x1, y1 + 1.5)]
            room = room_around(corners)
            self.draw(room, polygon(room, corners), colors.text, alpha=28)
        turns = (2 * pi * n / 72 for n in range(72))
        corners = [
            (max(0, large[0] + 134 * cos(t)), min(540, large[1] + 134 * sin(t))) for t in turns
        ]
        room = room_around(corners)
        self.draw(room, polygon(room, corners), colors.text, alpha=14)
        disc = Room(far[0] - 34, far[1] - 34, 68, 68)
        self.draw(disc, Geometry("ellipse"), colors.text, alpha=14)
        self.draw(Room(near[0] - 14, near[1] - 14, 28, 28), Geometry("ellipse"), colors.accent)

    def to_edges(self, stage: Room) -> Room:
        """Return the room from a stage's left edge to three edges of the slide, above a source; the
        footer moves below the words beside it."""
        if self.has("source"):
            return Room(stage.x, 0, self.slide.right - stage.x, stage.bottom)
        self.foot_between(self.x(1), stage.x - 32)
        return Room(stage.x, 0, self.slide.right - stage.x, self.slide.h)

    def bleed(self, top: float | None = None) -> Room:
        """Return the room from below the usual head to three edges of the slide; what stands there
        leaves no room for a footer at the foot, but for a source below it."""
        start = self.body.y if top is None else top
        if self.has("source"):
            return Room(0, start, self.slide.w, self.above_source - start)
        self.footed = self.floor < self.slide.h or self.theme.foot.y < self.theme.title_box.y
        return Room(0, start, self.slide.w, self.floor - start)

    def ground(self) -> Room:
        """Return the room of the stage `ground`: a few words have the slide to themselves."""
        if not self.theme.bleeds:
            return Room.of(self.theme.area)
        left = self.x(1)
        bottom = min(496, self.above_source) if self.has("source") else 496
        top = max(44.0, self.top)
        return Room(left, top, self.slide.w - 2 * left, bottom - top)

    @property
    def headed(self) -> bool:
        """Whether it has the usual head: no room for the title is given."""
        return all(words.name != "title" for words in self.words_of)

    def picture(
        self, name: str, room: Room, item: int | None = None, geometry: Geometry = RECTANGLE,
        *, behind: bool = False, fills: bool = False, whole: float = 0.0,
    ) -> None:  # fmt: skip
        """Leave a room for a picture, that of the slide or of an item; drawings too are cropped
        where it `fills` the room, as `behind` words; `whole` is the share of it that one takes
        which is never cropped."""
        fills = fills or behind or geometry != RECTANGLE
        self.held.append(
            Held(
                name,
                "pic",
                room=room,
                item=item,
                prompt="picture",
                geometry=geometry,
                behind=behind,
                fills=fills,
                whole=whole,
            )
        )

    def holds(self, name: str, kind: Literal["chart", "tbl"], room: Room) -> None:
        """Leave a room for a chart or a table."""
        self.held.append(Held(name, kind, room, None, "chart" if kind == "chart" else "table"))

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
    def placeholders(self) -> tuple[PlaceholderSpec, ...]:
        """The placeholders in reading order: item by item."""
        placed = [words for words in self.words_of if not words.loose]
        return (
            *(one.spec() for one in self.held if one.behind),
            *(words.spec(0) for words in placed if not words.each),
            *(
                words.spec(n)
                for n in range(self.count)
                for words in placed
                if words.each and n < len(words.rooms)
            ),
            *(one.spec() for one in self.held if not one.behind),
        )

    @cached_property
    def cover(self) -> Cover:
        """What the shapes cover, without any words."""
        return self.covered([one.room for one in self.held])

    def covered(self, held: Iterable[Room]) -> Cover:
        """Return what the shapes cover, with what is held in rooms, without any words."""
        title = [Room(self.body.x, 36, 0.6 * self.body.w, 40)] if self.headed else []
        shapes = [Room.of(drawn.shape.box) for drawn in self.shapes]
        art = [self.art[1]] if self.art else []
        if self.own_art:
            art.append(Room.of(self.own_art.box))
        pieces = [one.room for one in self.pieces if one.fill]
        return cover([*title, *shapes, *held, *art, *pieces, *(disc.room for disc in self.discs)])
