"""The plan: which slide stands on the screen when, and what appears on it by click."""

from __future__ import annotations

from typing import NamedTuple

from smdeck.checking import word_count
from smdeck.compiler.compiling import Compiled
from smdeck.desk.cards import numbered_slides
from smdeck.page import Layout
from smdeck.rules.talk_time import PACE
from smdeck.scene import Chart, Click, Group, Node, Picture, Shape, SlideScene, Table, TextBox

LONGEST = 40
"""Characters of what appears by click that are told; more is no reminder."""


class Entry(NamedTuple):
    """A slide in the plan."""

    number: int
    """Which of the slides that are shown it is, from 1."""
    scene: SlideScene
    slide: Layout
    start: float
    """When it comes, in minutes from the beginning."""
    minutes: float
    estimated: bool
    """Whether its minutes are those that its notes take to say."""
    clicks: tuple[str, ...]
    """What each click shows."""
    cut: bool
    """Whether it is skipped when time runs out."""

    @property
    def title(self) -> str:
        """Its title on one line; a slide without one has its number."""
        return " ".join(self.scene.title.split()) or f"({self.number})"


class Plan(NamedTuple):
    """The slides that are shown, in order."""

    entries: tuple[Entry, ...]
    minutes: float
    """When the talk ends, in minutes from its beginning."""


def plan_of(compiled: Compiled) -> Plan:
    """Return the plan of a talk.

    A slide takes its `minutes`; without them as long as its notes at 110 words a minute.
    """
    entries: list[Entry] = []
    clock = 0.0
    for _, scene, slide in numbered_slides(compiled):
        if scene.hidden:
            continue
        spoken = (
            sum(word_count(line.plain) for line in scene.notes.paragraphs) if scene.notes else 0
        )
        minutes = spoken / PACE if slide.minutes is None else slide.minutes
        clicks = tuple(_told(click) for click in scene.clicks)
        scene.title = scene.title or (compiled.deck.title.plain if not entries else "")
        cut = bool(getattr(slide, "cut", False))  # only some versions of the language have it
        entries.append(
            Entry(
                len(entries) + 1, scene, slide, clock, minutes, slide.minutes is None, clicks, cut
            )
        )
        clock += minutes
    return Plan(tuple(entries), clock)


def clock(minutes: float, start: int | None) -> str:
    """Return a time: as 12:30 from the beginning, or of the day, where that `start`s at so many
    minutes after midnight."""
    if start is None:
        whole, seconds = divmod(round(60 * minutes), 60)
        return f"{whole}:{seconds:02}"
    hours, rest = divmod(start + int(minutes), 60)
    return f"{hours % 24}:{rest:02}"


def short(minutes: float, lang: str) -> str:
    """Return minutes as they are said: 2 or 0.5, and 0,5 in all languages but English."""
    words = f"{round(minutes, 1):g}"
    return words if lang.startswith("en") else words.replace(".", ",")


def _told(click: Click) -> str:
    if click.paragraphs:
        box, first, _ = click.paragraphs
        words = box.set_paragraphs[first].plain
    else:
        found = [*filter(None, map(_words, click.nodes))]
        telling = [one for one in found if any(char.isalpha() for char in one)]
        words = (telling or found or [node.name for node in click.nodes] or [""])[0]
    words = " ".join(words.split())
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1].rstrip()}…"


def _words(node: Node) -> str:
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
