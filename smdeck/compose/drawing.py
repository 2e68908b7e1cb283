"""The drawing of a plan: its shapes, and the colours that can be read on what they paint."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from smdeck.compose.choice import Choice
from smdeck.compose.fills import legible, seen
from smdeck.compose.outlines import bubble_geometry, polygon, room_around
from smdeck.compose.placed import RECTANGLE, PlacedIcon, PlacedShape, SlideShape, Tie
from smdeck.compose.room import Room
from smdeck.compose.type import Align, Anchor
from smdeck.fit.measure import text_width
from smdeck.model.text import Paragraph, Run
from smdeck.scene import (
    Fade,
    Fitted,
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
from smdeck.theme.color import LARGE_CONTRAST, contrast
from smdeck.theme.theme import TextColors
from smdeck.units import points

RULE = 1.5
"""The weight of the house theme's rules in points: those of others are in proportion."""

ROUND = ("disc", "ring", "medal")
"""The marks that are round."""

LIGHTS: tuple[Role, ...] = ("series_1", "series_3", "series_2", "series_4")
"""The colours of beams of light, item by item; the last only where nothing is as loud as it."""


class Drawing:
    """The shapes that a composition has put, without its words."""

    def __init__(self, theme: Theme, body: Room, choice: Choice) -> None:
        self.theme, self.tone, self.choice = theme, choice.tone, choice
        self.slide = Room(0, 0, points(theme.width), points(theme.height))
        self.body = body
        self.count = choice.part.slots or choice.items
        self.discs: list[PlacedIcon] = []
        self.shapes: list[PlacedShape] = []
        self.pieces: list[SlideShape] = []
        self.ties: list[Tie] = []

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

    @property
    def threaded(self) -> bool:
        """Whether things are tied by threads, and not set apart by rules."""
        return self.theme.look.marks in ("disc", "ring") and self.theme.look.thread > 0

    @property
    def round_marks(self) -> bool:
        """Whether what marks things is round."""
        return self.theme.look.marks in ROUND

    @property
    def ruled(self) -> bool:
        """Whether rules set apart what stands on the left margin."""
        return not self.threaded and self.theme.look.align == "left"

    @property
    def lean(self) -> Align:
        """How words of cards of full height are set: in the middle where light falls on them."""
        return "center" if self.theme.look.cards == "beam" else "left"

    def text_colors(self, fill: Role | None) -> TextColors:
        """Return the roles of words on a fill; None is the background."""
        return self.theme.text_colors(fill, self.tone)

    def unlike(self, *wanted: Sequence[Role]) -> list[Role]:
        """Return for each sequence the first role whose colour neither the background nor one
        before has; its first where all are taken."""
        seen = {self.theme.slot_color("bg1", self.tone)}
        found: list[Role] = []
        for roles in wanted:
            colors = {role: self.theme.rgb(role, self.tone) for role in roles}
            found.append(next((role for role in roles if colors[role] not in seen), roles[0]))
            seen.add(colors[found[-1]])
        return found

    def brand_or(self, item: int, *loud: Role) -> Role:
        """Return the colour of the brand; for a marked item, the first loud one unlike it."""
        return self.unlike(("brand",), loud)[self.marked(item)]

    def legible(self, *roles: Role) -> Role:
        """Return the first fill that words can be read on; the last if there is none."""
        return legible(self.theme, self.tone, *roles)

    def seen(self, *roles: Role, on: Role | None = None, least: float = 2) -> Role:
        """Return the first role that stands out on another, or on the background, by a contrast."""
        return seen(self.theme, self.tone, on, least, *roles)

    def lightest(self, *roles: Role) -> Role:
        """Return the role whose colour is the lightest, the first of those that are alike."""
        return max(roles, key=lambda role: sum(self.theme.rgb(role, self.tone)))

    def bold_text_colors(self, fill: Role) -> TextColors:
        """Return the roles of large bold words on a fill, which need less contrast."""
        behind = self.theme.rgb(fill, self.tone)
        if contrast(self.theme.rgb("inverse", self.tone, behind), behind) >= LARGE_CONTRAST:
            return TextColors("inverse", "inverse", "inverse")
        return self.text_colors(fill)

    def text_colors_at(self, room: Room) -> TextColors:
        """Return the roles of words on what is painted behind a room."""
        return self.text_colors(self.behind(room))

    def behind(self, room: Room, faded: bool = False) -> Role | None:
        """Return what is painted behind the middle of a room, None for the background; what grows
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

    def draw(
        self, room: Room, geometry: Geometry, fill: Role | None, item: int | None = None,
        line: Line | None = None, alpha: int = 100, fade: Fade | None = None,
    ) -> None:  # fmt: skip
        """Put a shape of any outline; below 100 percent of `alpha` what lies behind shows."""
        shape = Shape(room.box, geometry, fill, line, alpha=alpha, fade=fade)
        self.shapes.append(PlacedShape(shape, item))

    def disc(
        self, item: int | None, room: Room, fill: Role = "brand", *, bare: bool = False,
        name: str = "",
    ) -> None:  # fmt: skip
        """Put an icon in the theme's mark: that of an item, or one of the slide by its name.

        Where an item has none there is a bar, or nothing if it is `bare`.
        """
        carded = self.behind(room, faded=True) is not None
        marked = any(one.shape.fill and one.shape.box == room.box for one in self.shapes)
        self.discs.append(
            PlacedIcon(
                item,
                room,
                fill=fill,
                bare=bare,
                name=name,
                on=self.behind(room),
                carded=carded,
                marked=marked,
            )
        )

    def numeral(
        self, item: int | None, room: Room, size: float, text: str = "", *,
        fill: Role | None = None,
        color: Literal["text", "muted", "accent"] = "accent", align: Align = "left",
        anchor: Anchor = "middle",
    ) -> None:  # fmt: skip
        """Put the number of an item, or a text of the composition's, alone or in a disc."""
        said = text or str(self.numbers[item or 0])
        if fill and item is not None and self.theme.look.numbers == "plain":
            fill, color, align = None, "accent" if fill == "highlight" else "text", "left"
            size, room = 1.6 * size, room._replace(x=room.x - 4, w=room.w + 60)
        colors, line, centered = self.text_colors(fill or self.behind(room)), None, bool(fill)
        role: Role = colors.heading if color == "text" else getattr(colors, color)
        if fill and fill != "highlight" and self.theme.look.marks == "ring":
            fill = self.seen(fill, least=3)
            role, fill, line = fill, "ground", Line(fill, 3)
        bold = self.theme.look.numerals == "bold"
        level = Level(role, bold=bold, font="heading", spacing=0.84)
        size *= self.theme.type.role_ratio("numeral")
        if item is not None:  # a mark may reach beyond its room, the number of an item may not
            size = min(size, room.h / (1.2 * level.spacing) - 0.1)
        step = self.theme.type.step_below(size)
        while said.isalpha() and text_width(said, step, self.theme, level) > points(room.box.w):
            step = self.theme.type.step_below(step - 1)  # a W is wider than its room is high
        style = Style((level,), ((step,),), "center" if centered else align, anchor)
        words = TextBox(
            (Paragraph((Run(said),)),),
            style,
            box=room.box,
            place=None,
            name="number",
            fitted=Fitted((step,)),
        )
        geometry = self.mark_geometry if fill else Geometry()
        self.shapes.append(
            PlacedShape(
                Shape(room.box, geometry, fill=fill, line=line, text=words, name=said), item
            )
        )

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

    def arrow(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """Put a line that ends in a point, to the right or up."""
        width = 2.5
        (x, y), long, half = end, 3 * width + 5, 1.5 * width + 3
        level = start[1] == y
        back = (x - long, y) if level else (x, y + long)
        self.thread(start if level else back, back if level else start, "muted", width)
        across = (0, half) if level else (half, 0)
        corners = [end, *((back[0] + k * across[0], back[1] + k * across[1]) for k in (1, -1))]
        self.outlined(corners, "muted")

    def outlined(
        self, corners: Sequence[tuple[float, float]], fill: Role, item: int | None = None
    ) -> None:
        """Put a shape whose outline runs through points of the slide."""
        room = room_around(corners)
        self.draw(room, polygon(room, corners), fill, item)

    def piece(
        self, name: str, room: Room, geometry: Geometry = RECTANGLE, fill: Role | None = None,
        item: int | None = None, *,
        words: tuple[str, int] | None = None, fade: Fade | None = None, hugs: bool = False,
    ) -> None:  # fmt: skip
        """Put a shape on the slide itself; without fill it is words alone."""
        self.pieces.append(
            SlideShape(
                name,
                room,
                geometry=geometry,
                fill=fill,
                item=item,
                words=words,
                fade=fade,
                hugs=hugs,
            )
        )

    def tie(
        self, start: tuple[str, int], end: tuple[str, int], line: Line, item: int | None = None,
        bend: Literal["", "middle", "corner", "across"] = "",
    ) -> None:  # fmt: skip
        """Glue a line to two pieces, each named with one of its connection sites."""
        self.ties.append(Tie(start, end, line, item, bend))
