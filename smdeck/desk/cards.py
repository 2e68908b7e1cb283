"""Cards: what a page shows of a slide and of a finding, as data for JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from smdeck.compiler.compiling import Compiled
from smdeck.findings import Finding, Place
from smdeck.model.schedule import spoken
from smdeck.model.text import Paragraph
from smdeck.page import Layout
from smdeck.preview import SvgSlide
from smdeck.scene import SlideScene

Card = dict[str, Any]

Spot = tuple[str, int, int]
"""A place as an editor is told: the whole path of a file, line and column."""


class Spots:
    """Turns places into spots; `folder` is that of the deck."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._files: dict[str, str] = {}

    def of(self, place: Place | None) -> Spot | None:
        """Return where a place is; None for none."""
        if place is None:
            return None
        name = place.source.name
        if name not in self._files:
            self._files[name] = self._whole(name)
        return self._files[name], place.line, place.column

    def _whole(self, name: str) -> str:
        path = Path(name)
        beside = self.folder / name
        found = beside if not path.is_file() and beside.is_file() else path
        return found.resolve().as_posix()


def slide_card(
    scene: SlideScene, slide: Layout, number: int, drawn: SvgSlide, drawing: str, spots: Spots
) -> Card:
    """Return what a page shows of a slide; `drawing` is the name of its drawing."""
    return {
        "drawing": drawing,
        "number": number,
        "id": scene.id,
        "title": scene.title,
        "layout": slide.layout,
        "section": scene.section,
        "hidden": scene.hidden,
        "minutes": slide.minutes,
        "spoken": spoken(scene.notes),
        "clicks": drawn.clicks,
        "notes": lines_data(scene.notes.paragraphs if scene.notes else ()),
        "at": spots.of(scene.place),
        "spots": [spots.of(place) for place in drawn.places],
    }


def lines_data(lines: Iterable[Paragraph]) -> list[dict[str, Any]]:
    """Return the paragraphs of notes: runs with their form, and the mark of a list."""
    return [
        {
            "depth": line.depth,
            "mark": line.mark or None,
            "runs": [[run.text, ("b" if run.bold else "") + ("i" if run.italic else "")
                      + ("c" if run.code or line.code else "")] for run in line.runs],
        }
        for line in lines
    ]  # fmt: skip


def finding_card(finding: Finding, spots: Spots) -> Card:
    """Return what a page shows of a finding."""
    return {
        "severity": finding.severity,
        "code": finding.code,
        "message": finding.message,
        "help": finding.help,
        "slide": finding.slide,
        "at": spots.of(finding.place),
    }


def numbered_slides(compiled: Compiled) -> Iterator[tuple[int, SlideScene, Layout]]:
    """Yield the scenes of a deck, each with its slide and that one's number in the file."""
    numbers = written_slides(compiled)
    scenes = iter(compiled.scenes)
    scene = next(scenes, None)
    for count, slide in enumerate(compiled.deck.slides, 1):
        if scene is not None and scene.place == slide.origin.place:
            assert isinstance(slide, Layout)
            yield numbers.get(id(slide.written), count), scene, slide
            scene = next(scenes, None)


def written_slides(compiled: Compiled) -> dict[int, int]:
    """Return the number of each slide in the file, by the identity of its node."""
    nodes = compiled.deck.origin.listed("slides")
    return {id(node): number for number, node in enumerate(nodes, 1)}


def with_stale(
    cards: list[Card], count: int, broken: Callable[[int], bool], before: list[Card]
) -> list[Card]:
    """Return the cards with the last good ones of slides that can't be drawn now.

    `count` is how many slides the file has, `broken` says which of them have an error.
    """
    there = {card["number"] for card in cards}
    lost = [number for number in range(1, count + 1) if number not in there and broken(number)]
    if not lost:
        return cards
    known = {card["number"]: card for card in reversed(before)}
    for number in lost:
        old = known.get(number, {"drawing": "", "title": "", "layout": "", "clicks": 0,
                                 "notes": [], "spots": []})  # fmt: skip
        cards = [*cards, {**old, "number": number, "stale": True}]
    return sorted(cards, key=lambda card: int(card["number"]))
