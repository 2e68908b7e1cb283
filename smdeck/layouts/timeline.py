"""timeline: two to eight events on an axis, each with its date."""

from __future__ import annotations

from collections.abc import Sequence

from smdeck.compose import Choice, Composition, Plan, Room, Type
from smdeck.model.fields import key
from smdeck.model.items import Item
from smdeck.model.text import Inline, Paragraph
from smdeck.page import SPLIT, Composed


def line(plan: Plan, date: float, radius: float) -> None:
    """The axis from edge to edge: dates above, words below; behind the last the future begins."""
    body = plan.body
    columns = body.columns(plan.count)
    share = 0.3 if not plan.has("item date") else 0.5 if plan.has("item text") else 0.56
    y = body.y + share * body.h
    _axis(plan, (0, y), (plan.slide.right, y), columns[plan.count - 1].x, 10)
    dates, words = [], []
    for n, column in enumerate(columns):
        r = 1.4 * radius if plan.marked(n) else radius
        station(plan, n, column.x + r, y, r)
        above = column.cut("top", y - body.y - 36)[0]
        dates.append(above)
        words.append(column._replace(y=y + 56, h=body.bottom - y - 56))
    _dates(plan, dates, date, "bottom")
    plan.words("item", words, title=Type("item", 40, 24), text=Type("cell"), loud="accent", lines=4)


def alternate(plan: Plan, date: float) -> None:
    """Stems from the axis up and down in turn: each event has the width of two."""
    body = plan.body
    y = body.y + 0.505 * body.h
    first = body.x + 12
    pitch = (plan.slide.right - 24 - first) / (plan.count + 0.85)
    _axis(plan, (0, y), (plan.slide.right, y), first + pitch * (plan.count - 1), 8)
    dates, words = [], []
    for n in range(plan.count):
        x, up = first + n * pitch, n % 2 == 0
        end = body.y if up else body.bottom
        upper, lower = sorted((y, end))
        loud = plan.marked(n)
        plan.thread((x, upper), (x, lower), "highlight" if loud else "brand", 2.5, n)
        station(plan, n, x, y, 16 if loud else 12)
        room = Room(x + 14, body.y - 6, 2 * pitch - 24, y - body.y - 14)
        if not up:
            room = room._replace(y=y + 26, h=body.bottom - y - 26)
        if plan.has("item date"):
            head, room = room.cut("top", 1.1 * date, 2)
            dates.append(head)
        words.append(room)
    _dates(plan, dates, date, "top")
    plan.words("item", words, title=Type("item", 30, 22), text=Type("cell", 24), loud="accent")


def column(plan: Plan, date: float) -> None:
    """The axis upright, the dates before it, words beside it."""
    _rows(plan, plan.body, date)


def tall(plan: Plan, date: float) -> None:
    """The title in a column, the axis upright over the whole height."""
    stage = plan.column(4)
    _rows(plan, stage._replace(y=20, h=stage.bottom - 32), date)


FEW = 3
"""Up to how many events are larger beside an upright axis."""


def _rows(plan: Plan, room: Room, date: float) -> None:
    rows = room.rows(plan.count, 0)
    x = room.x + 14 + (date if plan.has("item date") else 0)
    _upright(plan, x, 0, rows)
    dates = [row._replace(w=date - 12) for row in rows]
    plan.words(
        "item date", dates, "head", title=Type("item", 36, 22), anchor="middle", align="right",
        loud="accent", counts=False,
    )  # fmt: skip
    words = [row._replace(x=x + 32, w=row.right - x - 32).inset(0, 1, 0, 1) for row in rows]
    plan.words(
        "item", words, title=Type("item", 44 if plan.count <= FEW else 34, 22),
        text=Type("cell") if plan.count <= FEW else Type("cell", 24), anchor="middle",
        loud="accent",
    )  # fmt: skip


def columns(plan: Plan) -> None:
    """Two upright axes, the date above the words."""
    deep = -(-plan.count // 2)
    dates, words = [], []
    for k, half in enumerate(plan.body.columns(2, 40)):
        rows = half.rows(deep, 0)[: plan.count - k * deep]
        _upright(plan, half.x + 14, k * deep, rows)
        for row in rows:
            date, rest = row.inset(46, 2, 0, 2).cut("top", 0.28 * row.h)
            dates.append(date)
            words.append(rest if plan.has("item date") else row.inset(46, 2, 0, 2))
    plan.words(
        "item date", dates, "head", title=Type("meta"), anchor="bottom", color="muted",
        loud="accent", counts=False,
    )  # fmt: skip
    plan.words(
        "item", words, title=Type("item", 30, 22), text=Type("cell", 24), loud="accent",
        anchor="top" if plan.has("item date") else "middle",
    )  # fmt: skip


def _upright(plan: Plan, x: float, first: int, rows: list[Room]) -> None:
    """Draw an upright axis with the dots of rows; it ends where the events do."""
    goes_on = first + len(rows) < plan.count
    begins = rows[0].y if first else rows[0].center[1]
    ends = rows[-1].bottom if goes_on else rows[-1].center[1]
    plan.thread((x, begins), (x, ends), "line", 6)
    for n, row in enumerate(rows, first):
        station(plan, n, x, row.center[1], 14 if plan.marked(n) else 11)


def station(plan: Plan, item: int, x: float, y: float, radius: float) -> None:
    """Put the dot of an event on the axis, with its icon where it has one."""
    fill = plan.brand_or(item, "highlight", "accent")
    if not plan.has("item icon"):
        plan.dot(x, y, radius, fill, item)
        return
    radius = max(radius, 22)
    if plan.theme.look.marks != "plain":
        plan.dot(x, y, radius, fill, item)
    plan.disc(item, Room(x - radius, y - radius, 2 * radius, 2 * radius), fill, bare=True)


def _axis(
    plan: Plan, start: tuple[float, float], end: tuple[float, float], last: float, width: float
) -> None:
    """Draw the axis; what follows a last event that is set off is loud."""
    plan.thread(start, end, "line", width)
    if plan.last(plan.count - 1) and plan.marked(plan.count - 1):
        plan.thread((last, start[1]), end, "highlight", width, plan.count - 1)


def _dates(plan: Plan, rooms: list[Room], date: float, anchor: str) -> None:
    """Put the dates: as figures where they are large, else as titles."""
    large = date >= 48
    plan.words(
        "item date", rooms, "value" if large else "head",
        title=Type("numeral", date, max(48, 0.8 * date)) if large else Type("item", date, 22),
        anchor="bottom" if anchor == "bottom" else "top", loud="accent",
    )  # fmt: skip


TOGETHER = 10
"""Up to how many characters a date stays on one line."""


class Timeline(Composed):
    """Events in their order on an axis; the last one, or a featured one, is set off."""

    names = {
        "de": "Zeitstrahl", "en": "Timeline", "es": "Cronología",
        "fr": "Chronologie", "it": "Cronologia", "nl": "Tijdlijn", "pl": "Oś czasu",
    }  # fmt: skip
    group = "items"
    marks_last = True
    compositions = (
        Composition(
            "line", line, (2, 5), de="Achse",
            steps=(
                {"date": 112.0, "radius": 28.0}, {"date": 88.0, "radius": 24.0},
                {"date": 64.0, "radius": 24.0}, {"date": 44.0, "radius": 20.0},
            ),
        ),
        Composition(
            "alternate", alternate, (5, 8), lacks=("item items",), de="Wechselseitig",
            steps=({"date": 48.0}, {"date": 34.0}),
        ),
        Composition(
            "column", column, (2, 8), de="Spalte", steps=({"date": 150.0}, {"date": 250.0}),
        ),
        Composition("columns", columns, (4, 8), de="Spalten"),
        Composition(
            "tall", tall, (2, 8), stage="column", de="Hoch",
            steps=({"date": 120.0}, {"date": 180.0}),
        ),
    )  # fmt: skip
    usual = Choice(
        "timeline", "", "line", 0, 4, given=frozenset({"item title", "item text", "item date"}),
        marked=8,
    )  # fmt: skip
    example = """\
layout: timeline
title: Hundert Jahre vom Sender zum Gespräch
items:
  - {date: 1923, title: Funk, text: "Einer spricht, das Land hört zu"}
  - {date: 1952, title: Fernsehen, text: "Einer zeigt, alle sehen hin"}
  - {date: 2004, title: Netzwerke, text: "Freunde teilen, Freunde reden"}
  - {date: heute, title: Dialog, text: Menschen und Marken antworten}
"""

    title: Inline = key("The slide's message.")
    items: list[Item] = key(
        "The events.", least=2, most=8, shows="date title text icon items link featured"
    )
    split: bool = SPLIT

    def said(self, name: str) -> Sequence[Sequence[Paragraph]]:
        said = super().said(name)
        if name != "item date":
            return said
        return [[_together(paragraph) for paragraph in text] for text in said]


def _together(paragraph: Paragraph) -> Paragraph:
    """Return a short date with spaces that don't break: `Tag 15` is one line."""
    if len(paragraph.plain) > TOGETHER:
        return paragraph
    runs = tuple(run._replace(text=run.text.replace(" ", "\u00a0")) for run in paragraph.runs)
    return paragraph._replace(runs=runs)
