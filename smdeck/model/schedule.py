"""The plan of time: when each slide of a talk begins, and how long it stays."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from smdeck.model.scripts import word_count

if TYPE_CHECKING:
    from smdeck.model.records import Deck, Slide
    from smdeck.model.text import Text

PACE = 110
"""Words a minute at which German is spoken to an audience."""

VOTE = 1.0
"""How long a poll takes beside what is said, in minutes: to scan, to read, to choose."""


class Slot(NamedTuple):
    """A slide and its time, in minutes."""

    number: int
    """Its number, from 1."""
    slide: Slide
    start: float
    minutes: float
    by: Literal["minutes", "notes", ""]
    """What tells how long it stays: its own minutes, or its notes; nothing where none does."""

    @property
    def end(self) -> float:
        """When the next one begins."""
        return self.start + self.minutes


class Schedule(NamedTuple):
    """The slots of all slides that are shown in their turn, and the time that there is."""

    slots: tuple[Slot, ...]
    allowed: float | None
    """How long the talk may take."""
    pace: float = PACE

    @property
    def minutes(self) -> float:
        """How long all of it takes."""
        return self.slots[-1].end if self.slots else 0.0

    @property
    def cut(self) -> list[Slot]:
        """What can be left out when it is late."""
        return [slot for slot in self.slots if slot.slide.cut and slot.minutes]

    @property
    def saved(self) -> float:
        """How much shorter it is without these."""
        return sum(slot.minutes for slot in self.cut)

    @property
    def words(self) -> int:
        """How many words its notes have."""
        return sum(spoken(slot.slide.notes) for slot in self.slots)

    @property
    def said(self) -> float:
        """How long it takes to say them."""
        return self.words / self.pace


def schedule(slides: Sequence[Slide], deck: Deck) -> Schedule:
    """Return when each slide begins, hidden ones and those kept back for questions left out."""
    pace, now = deck.pace or PACE, 0.0
    slots = []
    for number, slide in enumerate(slides, 1):
        if slide.hidden or slide.backup:
            continue
        minutes, by = _taken(slide, pace)
        until = getattr(slide, "until", None)
        if until and slide.minutes is None and deck.clock:
            minutes, by = max(minutes, _minutes_until(until, deck.clock, now)), "minutes"
        slots.append(Slot(number, slide, now, minutes, by))
        now += minutes
    return Schedule(tuple(slots), deck.minutes or None, pace)


def _taken(slide: Slide, pace: float) -> tuple[float, Literal["minutes", "notes", ""]]:
    if slide.minutes is not None:
        return slide.minutes, "minutes"
    said = spoken(slide.notes) / pace + slide.beside_words
    return said, "notes" if said else ""


def late(slot: Slot, start: str) -> float:
    """Return by how many minutes a break begins after it is to end, in a talk from `start` on."""
    until = getattr(slot.slide, "until", None)
    return max(0.0, -_minutes_until(until, start, slot.start)) if until else 0.0


def _minutes_until(time: str, start: str, now: float) -> float:
    """Return how long it is to a time of the day, `now` minutes after a talk that begins at
    `start`; less than 0 where it is past."""
    return (_of_day(time) - _of_day(start) + 720) % 1440 - 720 - now


def _of_day(time: str) -> int:
    hours, minutes = time.replace(".", ":").split(":")
    return 60 * int(hours) + int(minutes)


def spoken(notes: Text | None) -> int:
    """Return how many words of notes are said: stage directions are not."""
    if notes is None:
        return 0
    return sum(word_count(one.plain) for one in notes.paragraphs if not one.direction)


def minutes_shown(minutes: float) -> str:
    """Return minutes as 4:30, begun seconds counted."""
    whole, seconds = divmod(-int(-round(60 * minutes, 6) // 1), 60)
    return f"{whole}:{seconds:02}"


def time_of(start: str, minutes: float) -> str:
    """Return the time of day so many minutes after a `start` such as `10:00`, whole minutes."""
    hour, minute = divmod((_of_day(start) + int(minutes + 1e-9)) % 1440, 60)
    return f"{hour}:{minute:02}"
