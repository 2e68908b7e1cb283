"""The plan: which slide stands on the screen when, and what appears on it by click."""

from __future__ import annotations

from typing import NamedTuple

from smdeck.compiler.compiling import Compiled
from smdeck.model.schedule import minutes_shown as from_start
from smdeck.model.schedule import schedule, time_of
from smdeck.model.text import Paragraph
from smdeck.page import Layout
from smdeck.scene import Chart, Click, Group, Picture, SceneNode, Shape, SlideScene, Table, TextBox

LONGEST = 40
"""Characters of what appears by click that are told; more is no reminder."""


class PlannedSlide(NamedTuple):
    """A slide in the plan."""

    number: int
    """Which of the slides that are shown it is, from 1."""
    scene: SlideScene
    slide: Layout
    start: float | None
    """When it comes, in minutes from the beginning; None for one that is kept back."""
    minutes: float
    estimated: bool
    """Whether its minutes are those that its notes take to say."""
    clicks: tuple[str, ...]
    """What each click shows."""
    title: str
    """Its title on one line; a slide without one has its number."""

    @property
    def cut(self) -> bool:
        """Whether it is skipped when time runs out."""
        return self.slide.cut

    @property
    def notes(self) -> tuple[Paragraph, ...]:
        """What its author wrote as notes; the clock that a deck puts before them is elsewhere."""
        mine = self.slide.notes if self.scene.notes else None
        return mine.paragraphs if mine else ()

    @property
    def said(self) -> tuple[Paragraph, ...]:
        """The notes without stage directions: what an audience may read."""
        return tuple(one for one in self.notes if not one.direction)


class TalkPlan(NamedTuple):
    """The slides that are shown, in order."""

    entries: tuple[PlannedSlide, ...]
    minutes: float
    """When the talk ends, in minutes from its beginning."""
    slot: float | None
    """How long it may take."""


def talk_plan(compiled: Compiled) -> TalkPlan:
    """Return the plan of a talk.

    A slide takes its `minutes`; without them as long as its notes do at the deck's pace.
    """
    deck = compiled.deck
    timed = schedule(compiled.drawn, deck)
    slots = {slot.number: slot for slot in timed.slots}
    entries: list[PlannedSlide] = []
    for place, (slide, scene) in enumerate(zip(compiled.drawn, compiled.scenes, strict=True), 1):
        if scene.hidden:
            continue
        number, slot = len(entries) + 1, slots.get(place)
        title = scene.title or (deck.title.plain if number == 1 else f"({number})")
        entries.append(
            PlannedSlide(
                number,
                scene,
                slide=slide,
                start=slot.start if slot else None,
                minutes=slot.minutes if slot else 0.0,
                estimated=bool(slot) and slide.minutes is None,
                clicks=tuple(map(_told, scene.clicks)),
                title=" ".join(title.split()),
            )
        )
    return TalkPlan(tuple(entries), timed.minutes, timed.allowed)


def time_of_day(minutes: float | None, start: str | None) -> str:
    """Return a time: as 12:30 from the beginning, or of the day, where that is at `start`.

    What is kept back for questions has no time.
    """
    if minutes is None:
        return "–"
    return time_of(start, minutes) if start else from_start(minutes)


def short(minutes: float, lang: str) -> str:
    """Return minutes as they are said: 2 or 0.5, and 0,5 in all languages but English."""
    words = f"{round(minutes, 1):g}"
    return words if lang.startswith("en") else words.replace(".", ",")


def _told(click: Click) -> str:
    """Return what a click shows, in a few words: the first that says something, and what else
    comes of its kind, as the titles of several items."""
    found = [
        *((one.box.name, one.box.set_paragraphs[one.first].plain) for one in click.lines),
        *(("row", _row(rows.table, rows.first)) for rows in click.rows),
        *(("mark", _chart_part(part.chart, part.by, part.first)) for part in click.chart_parts),
        *((_kind(node), _words(node)) for node in click.nodes),
    ]
    found = [(kind, " ".join(words.split())) for kind, words in found if words.strip()]
    telling = [one for one in found if sum(map(str.isalpha, one[1])) > 1]  # no letters of a poll
    if not (telling or found):
        return click.nodes[0].name if click.nodes else ""
    first, *_ = (kind for kind, _ in telling or found)
    words = ", ".join(words for kind, words in telling or found if kind == first)
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1].rstrip()}…"


def _kind(node: SceneNode) -> str:
    """Return what the words of a node are for, as those of other items are."""
    text = node.text if isinstance(node, Shape) else node
    return text.name if isinstance(text, TextBox) else ""


def _row(table: Table, row: int) -> str:
    cells: tuple[Paragraph, ...] = table.fitted.cells[row]
    return cells[0].plain if cells else ""


def _chart_part(chart: Chart, by: str, first: int) -> str:
    figures = chart.data.data
    names = [*figures.series, *figures.points] if by == "series" else [*figures.categories]
    return names[first] if first < len(names) else chart.name


def _words(node: SceneNode) -> str:
    """Return what can be read on a node first."""
    match node:
        case TextBox():
            return next((one.plain for one in node.set_paragraphs if one.plain.strip()), "")
        case Shape():
            return _words(node.text) if node.text else ""
        case Group():
            return next(filter(None, map(_words, node.children)), "")
        case Picture():
            return node.image.alt or ""
        case Chart() | Table():
            return node.name
    return ""
