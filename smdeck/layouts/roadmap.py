"""roadmap: lanes of bars over periods; with days in place of periods it is a gantt chart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from smdeck.compose import Align, Choice, Composition, Plan, Room, Type
from smdeck.compose.paragraphs import titled
from smdeck.findings import Findings, Place, listing
from smdeck.model.fields import key
from smdeck.model.items import Item
from smdeck.model.text import Inline, Paragraph, Run
from smdeck.page import Composed
from smdeck.scene import Geometry

if TYPE_CHECKING:
    from smdeck.compose.timeaxis import TimeAxis

LANES = 8
"""How many lanes there are at the most."""

NAME = Type("label", 26, 14)


class Bar(NamedTuple):
    """Where an item stands: its lane, its row in that, and its span as shares of the axis."""

    lane: int
    row: int
    start: float
    end: float


class RoadmapGrid(NamedTuple):
    """What stands around the bars."""

    axis: Room
    rows: list[list[Room]]
    """For each lane its rows."""


def lanes(plan: Plan, label: float) -> None:
    """Bars with their names in them, in lanes to both sides of the slide."""
    bars = _bars(plan)
    frame = _frame(plan, bars, label)
    rooms = []
    for n, bar in enumerate(bars):
        room = _bar(plan, frame, bar, n)
        rooms.append(_inside(room))
    name = Type("item", 34, 18) if _lanes(bars) == 1 else NAME
    plan.words(
        "item title", rooms, "head", title=name, anchor="middle", loose=True, counts=False, heads=2
    )


def rows(plan: Plan, label: float) -> None:
    """Each bar with its name above it, which goes on to where the next bar of its row begins; in
    rows that are too low for that, beside it."""
    bars = _bars(plan)
    frame = _frame(plan, bars, label)
    low = min(row.h for lane in frame.rows for row in lane) < LOW
    placed: dict[tuple[bool, Align], list[tuple[int, Room]]] = {}
    for n, bar in enumerate(bars):
        row = frame.rows[bar.lane][bar.row]
        high = 0.0 if low else max(NAME_SHARE * row.h, min(LINE, 0.7 * row.h))
        room = _bar(plan, frame, bar, n, named=False, below=high + 2 if high else 0)
        inside, align, name = _beside(frame, bars, bar, room) if low else (
            False, *_above(frame, bars, bar, row._replace(h=high))
        )  # fmt: skip
        placed.setdefault((inside, align), []).append((n, name))
    for (inside, align), names in placed.items():
        called = f"name {' '.join(str(n) for n, _ in names)}"
        plan.words(
            called, [room for _, room in names], "head", title=NAME, align=align,
            anchor="middle" if low else "bottom", counts=False, group="names", loose=True,
            colors=None if inside else plan.text_colors("surface"), heads=1, regular=not inside,
        )  # fmt: skip
        for k, (n, room) in enumerate(names):
            plan.piece(f"name {n}", room, item=n, words=(called, k))


LOW = 26.0
"""Below what height a row holds no name above its bar, in points."""


def _above(frame: RoadmapGrid, bars: Sequence[Bar], bar: Bar, row: Room) -> tuple[Align, Room]:
    """Return the side and the room of a name above its bar."""
    x, end, align = _named_from(bars, bar)
    wide = frame.axis.w
    return align, row._replace(x=frame.axis.x + x * wide, w=(end - x) * wide - 8)


def _beside(
    frame: RoadmapGrid, bars: Sequence[Bar], bar: Bar, room: Room
) -> tuple[bool, Align, Room]:
    """Return whether a name stands in its bar, its side and its room: where there is most; two
    bars share what is between them."""
    x, end = frame.axis.x, frame.axis.right
    for one in bars:
        if one[:2] == bar[:2] and one.start >= bar.end:
            end = min(end, frame.axis.x + (bar.end + one.start) / 2 * frame.axis.w)
        if one[:2] == bar[:2] and one.end <= bar.start:
            x = max(x, frame.axis.x + (one.end + bar.start) / 2 * frame.axis.w)
    after = room._replace(x=room.right + 10, w=end - room.right - 10)
    before = room._replace(x=x, w=room.x - 10 - x)
    if room.w >= max(after.w, before.w):
        return True, "left", _inside(room)
    return (False, "left", after) if after.w >= before.w else (False, "right", before)


NAME_SHARE = 0.56
"""The share of a row that a name above its bar has."""


def _named_from(bars: Sequence[Bar], bar: Bar) -> tuple[float, float, Align]:
    """Return where the name above a bar begins and ends, in shares of the axis, and its side.

    What lies free between two bars is the first one's; the last one's, where that has more of it
    than after itself and is the shorter one.
    """
    row = sorted(one for one in bars if one[:2] == bar[:2])
    at = row.index(bar)
    after = row[at + 1].start if at + 1 < len(row) else 1.0
    last, before = at + 1 == len(row), row[at - 1] if at else None
    if last and _leans_back(before, bar):
        return (before.end if before else 0.0), bar.end, "right"
    if at + 2 == len(row) and _leans_back(bar, row[-1]):
        after = bar.end
    return bar.start, after, "left"


def _leans_back(before: Bar | None, bar: Bar) -> bool:
    """Return whether the name of the last bar of a row ends with it, and begins before it."""
    free = bar.start - (before.end if before else 0.0)
    wide = bar.end - bar.start
    return free > 1.0 - bar.end and (before is None or before.end - before.start >= wide)


def _bars(plan: Plan) -> list[Bar]:
    return [Bar(*bar) for bar in plan.choice.shape[2]]  # type: ignore[attr-defined]


def _lanes(bars: Sequence[Bar]) -> int:
    return max((bar.lane for bar in bars), default=0) + 1


def _frame(plan: Plan, bars: Sequence[Bar], label: float) -> RoadmapGrid:
    """Put periods and lanes there, and the line where we are."""
    periods, now, _ = plan.choice.shape
    body = plan.body.inset(0, -4, 0, 8)
    head, below = body.cut("top", 36, 4)
    axis = body._replace(x=body.x + label, w=body.w - label)
    if isinstance(now, float):
        below = below.inset(0, 26, 0, 0)
        x = axis.x + now * axis.w
        plan.dot(x, below.y - 14, 9, "highlight")
        left = now > 0.75
        room = Room(x - 130 if left else x + 16, below.y - 28, 114, 28)
        plan.words(
            "today", [room], "head", title=Type("label", 22, 16), color="accent", anchor="middle",
            align="right" if left else "left", counts=False, loose=True,
        )  # fmt: skip
        plan.piece("today", room, words=("today", 0))
    many = _lanes(bars)
    bands = below.rows(many, 8 if many < 5 else 5)
    wide = plan.slide if plan.theme.bleeds else plan.body
    for band in bands:
        plan.plane(band._replace(x=wide.x, w=wide.w), "surface")
    if isinstance(now, float):
        plan.thread((x, below.y - 14), (x, below.bottom + 4), "highlight", 4)
    cells = head._replace(x=axis.x, w=axis.w).columns(int(str(periods)), 0)
    plan.words(
        "periods", [cell.inset(4, 0, 8, 0) for cell in cells], "head", title=Type("body", 28, 14),
        anchor="middle", counts=False, loose=True,
    )  # fmt: skip
    for n, cell in enumerate(cells):
        plan.piece(f"period {n}", cell, words=("periods", n))
    names = [band._replace(x=body.x, w=label - 14) for band in bands]
    plan.words(
        "lanes", names, "head", title=Type("body", min(30, 0.66 * bands[0].h), 16), anchor="middle",
        counts=False,
        colors=plan.text_colors("surface"), loose=True,
    )  # fmt: skip
    for n, room in enumerate(names):
        plan.piece(f"lane {n}", room, words=("lanes", n))
    return RoadmapGrid(axis, [_rows_of(band, n, bars) for n, band in enumerate(bands)])


def _rows_of(band: Room, lane: int, bars: Sequence[Bar]) -> list[Room]:
    """Return the rows of a lane: as many as bars stand there at one time."""
    many = max((bar.row for bar in bars if bar.lane == lane), default=0) + 1
    inner = band.inset(0, min(16.0, 0.15 * band.h), 0, min(16.0, 0.15 * band.h))
    return inner.rows(many, min(8.0, 0.16 * inner.h / many))


def _inside(room: Room) -> Room:
    """Return where the words of a bar stand: off its edges, as far as a line leaves room."""
    spare = max(0.0, min(4.0, (room.h - LINE) / 2))
    return room.inset(12, spare, 8, spare)


LINE = 22.0
"""What a line of small words takes, in points."""


def _bar(
    plan: Plan, frame: RoadmapGrid, bar: Bar, item: int, named: bool = True, below: float = 0
) -> Room:
    """Put a bar there, so far below the top of its row, and return its room."""
    axis, row = frame.axis, frame.rows[bar.lane][bar.row]
    x = axis.x + bar.start * axis.w
    wide = max(8.0, (bar.end - bar.start) * axis.w - 5)
    room = Room(x, row.y + below, wide, row.h - below)
    high = max(76.0, 0.45 * room.h)
    if room.h > high:
        room = room._replace(y=room.center[1] - high / 2, h=high)
    fill = plan.brand_or(item, "accent", "highlight", "text", "contrast")
    outline = Geometry()
    if plan.theme.taste.radius:
        share = round(100_000 * min(14, room.h / 2) / min(room.w, room.h))
        outline = Geometry("roundRect", (("adj", min(50_000, share)),))
    words = ("item title", item) if named else None
    plan.piece(f"bar {item}", room, outline, fill, item, words=words)
    return room


class Roadmap(Composed):
    """Lanes of bars over periods, with a line where we are."""

    names = {
        "de": "Fahrplan", "en": "Roadmap", "es": "Hoja de ruta",
        "fr": "Feuille de route", "it": "Piano", "nl": "Planning", "pl": "Harmonogram",
    }  # fmt: skip
    group = "diagrams"
    compositions = (
        Composition("lanes", lanes, de="Bahnen", steps=({"label": 186.0}, {"label": 250.0})),
        Composition("rows", rows, de="Zeilen", steps=({"label": 186.0}, {"label": 250.0})),
    )
    usual = Choice(
        "roadmap", "", "lanes", 0, 3, given=frozenset({"periods", "lanes", "item title"}),
        shape=(4, None, ((0, 0, 0.0, 0.5), (1, 0, 0.25, 0.75), (2, 0, 0.5, 1.0))),
    )  # fmt: skip
    example = """\
layout: roadmap
title: Ein Jahr bis zum eigenen Dialog
periods: [Q1, Q2, Q3, Q4]
now: Q2
items:
  - {lane: Inhalte, title: Themen, start: Q1}
  - {lane: Inhalte, title: Wöchentlich senden, start: Q2, end: Q4}
  - {lane: Community, title: Zuhören, start: Q1, end: Q2}
  - {lane: Community, title: Täglich antworten, start: Q3, end: Q4, featured: true}
  - {lane: Team, title: Schulung, start: Q1}
  - {lane: Team, title: Workshop, start: Q3}
"""

    title: Inline = key("The slide's message.")
    items: list[Item] = key(
        "The bars: from `start` to `end`, each a period or a day, in a `lane`.",
        least=1,
        most=12,
        shows="title lane start end featured",
    )
    periods: list[str] = key(
        "The names of the periods; none where items have days as 2026-12-03.", list, most=12
    )
    now: str | None = key("Where we are, a period or a day; a line marks it.", None)

    _known: TimeAxis | None = None

    def check(self, findings: Findings) -> None:
        axis = self._axis()
        for item in self.items:
            if item.start is None:
                findings.error(
                    "missing-field",
                    "an item of `roadmap` needs the field `start`",
                    item.place,
                    "add `start`: a period, or a day as 2026-12-03",
                )
                continue
            for name in ("start", "end"):
                text = getattr(item, name)
                if text is not None and axis.position(text, name == "end") is None:
                    self._astray(text, item.at(name), findings)
            if self._span(item) is None and item.end:
                findings.error(
                    "wrong-value",
                    f"`{item.end}` is before `{item.start}`",
                    item.at("end"),
                    "an item ends where it begins, or later",
                )
        if self.now is not None and self._now() is None:
            self._astray(self.now, self.at("now"), findings)
        if len(self._lane_names()) > LANES:
            findings.error(
                "item-count",
                f"a `roadmap` has up to {LANES} lanes, here are {len(self._lane_names())}",
                self.at("items"),
                "join some, or show a part of them on a slide of its own",
            )

    def _astray(self, text: str, place: Place, findings: Findings) -> None:
        """Report a period or day that is none of this slide's."""
        if self.periods:
            message = f"`{text}` is no period of this slide"
            help = f"its periods are {listing(list(self.periods))}"
        else:
            message = f"`{text}` is no day that can be shown"
            help = "write days as 2026-12-03, months as 2026-12, or name the `periods`"
        findings.error("wrong-value", message, place, help)

    def _axis(self) -> TimeAxis:
        """Return the periods: those that are named, or those of the days that items have."""
        from smdeck.compose.timeaxis import TimeAxis, axis_of_days, day_of

        if self._known is None:
            texts = [(item.start, False) for item in self.items]
            texts += [(item.end or item.start, True) for item in self.items]
            days = [day for text, end in texts if text and (day := day_of(text, end))]
            if self.periods or not days:
                names = tuple(name.strip() for name in self.periods)
                self._known = TimeAxis(names or tuple(self._named()))
            else:
                self._known = axis_of_days(days, MONTH_NUMBERS)
        return self._known

    def _named(self) -> list[str]:
        """Return the periods that items name, in the order in which they begin."""
        return list(dict.fromkeys(item.start for item in self.items if item.start)) or ["1"]

    def _lane_names(self) -> list[str]:
        return list(dict.fromkeys(self._lane(item) for item in self.items))

    def _lane(self, item: Item) -> str:
        """Return the lane of an item: one of its own where it names none."""
        return item.lane or (item.title.plain if item.title else "")

    def _span(self, item: Item) -> tuple[float, float] | None:
        """Return where an item begins and ends in shares of the axis; None if it can't."""
        axis = self._axis()
        start = axis.position(item.start, False) if item.start else None
        end = axis.position(item.end or item.start, True) if item.start else None
        if start is None or end is None:
            return 0.0, 1.0  # there is a finding
        return (start / len(axis.names), end / len(axis.names)) if end > start else None

    def _now(self) -> float | None:
        if self.now is None:
            return None
        axis = self._axis()
        place = axis.position(self.now, False)
        if place is None:
            return None
        return (place + (0.0 if axis.begins else 0.5)) / len(axis.names)

    def shape(self) -> tuple[object, ...]:
        bars: list[Bar] = []
        lanes = self._lane_names()
        for item in self.items:
            start, end = self._span(item) or (0.0, 1.0)
            lane = lanes.index(self._lane(item))
            taken = {b.row for b in bars if b.lane == lane and start < b.end and b.start < end}
            row = next(n for n in range(len(bars) + 1) if n not in taken)
            bars.append(Bar(lane, row, start, end))
        return len(self._axis().names), self._now(), tuple(bars)

    def said(self, name: str) -> Sequence[Sequence[Paragraph]]:
        match name.split()[0]:
            case "periods":
                return [[Paragraph((Run(period),))] for period in self._period_names()]
            case "lanes":
                return [[Paragraph((Run(lane),))] if lane else [] for lane in self._lane_names()]
            case "today":
                return [[Paragraph((Run(self.context.strings.today),))]]
            case "name":
                titles = self.said("item title")
                return [titles[int(n)] for n in name.split()[1:]]
            case "item":  # who has a lane of their own is named there
                return [[titled(i)] if i.title and i.lane else [] for i in self.items]
        return super().said(name)

    def _period_names(self) -> Sequence[str]:
        """Return what the periods are called; months in the deck's language."""
        months = self.context.strings.months
        return [_in_words(name, months) for name in self._axis().names]

    def alt(self) -> str:
        periods = self._period_names()
        parts = []
        for item in self.items:
            start, end = self._span(item) or (0.0, 1.0)
            first = periods[min(len(periods) - 1, int(start * len(periods) + 1e-6))]
            last = periods[max(0, min(len(periods) - 1, int(end * len(periods) - 1e-6)))]
            span = first if first == last else f"{first} – {last}"
            name = item.title.plain if item.title else self._lane(item)
            parts.append(f"{name} ({span})")
        return f"{self.title.plain}: {', '.join(parts)}"


MONTH_NUMBERS = tuple(f"#{n:02}" for n in range(12))
"""What months are called until the deck's language is known."""


def _in_words(name: str, months: Sequence[str]) -> str:
    """Return a period by the name of its month, if it is one."""
    if name.startswith("#"):
        return months[int(name[1:3])] + name[3:]
    return name
