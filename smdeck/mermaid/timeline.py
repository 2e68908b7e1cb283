"""Timelines: periods with what happened in them, which the layout `timeline` shows."""

from __future__ import annotations

from typing import NamedTuple

from smdeck.findings import Findings, Place
from smdeck.mermaid.written import DiagramText, Reading, label_text
from smdeck.source import Mapping, Scalar, Sequence


class Period(NamedTuple):
    """A period and its events."""

    name: str
    events: tuple[str, ...]
    place: Place


class TimelineDiagram(NamedTuple):
    """Periods in their order."""

    periods: tuple[Period, ...]


def read_timeline(written: DiagramText, findings: Findings) -> TimelineDiagram:
    """Return a timeline; findings say what is not understood."""
    reading = Reading(written, findings)
    periods: list[Period] = []
    for number, text in list(reading.lines())[1:]:
        line = text.strip()
        word, _, _ = line.partition(" ")
        if word in ("title", "section", "accTitle:", "accDescr:"):
            reading.pass_over(word.rstrip(":"), number, line)
        elif line.startswith(":"):
            if not periods:
                help = "write it before the colon, as `2026 : Anfang`"
                reading.wrong(number, line, "an event stands before the first period", help)
                continue
            last = periods[-1]
            periods[-1] = last._replace(events=(*last.events, *_events(line[1:])))
        else:
            name, _, events = line.partition(":")
            place = written.place(number, name.strip())
            periods.append(Period(label_text(name), _events(events), place))
    reading.report_passed_over()
    return TimelineDiagram(tuple(periods))


def _events(text: str) -> tuple[str, ...]:
    return tuple(words for part in text.split(" : ") if (words := label_text(part)))


SHORT = 26
"""So many characters of several events are one title."""


def as_timeline(slide: Mapping, timeline: TimelineDiagram) -> Mapping:
    """Return a slide of the layout `timeline` that shows what a diagram says."""
    where, shown = slide.where, slide.without(("mermaid", "file", "layout", "items"))
    items = Sequence(*where, [_item(period) for period in timeline.periods])
    shown.entries["layout"] = Scalar(*where, "layout", True), Scalar(*where, "timeline", True)
    shown.entries["items"] = Scalar(*where, "items", True), items
    return shown


def _item(period: Period) -> Mapping:
    """Return a period as an item: its events are its title, or title and text."""
    place = period.place
    where = place.source, place.line - 1, place.column - 1, place.length
    title, *more = period.events or (period.name,)
    said = {"date": period.name} if period.events else {}
    if more and len(" · ".join(period.events)) <= SHORT:
        title, more = " · ".join(period.events), []
    said["title"] = title
    if more:
        said["text"] = " · ".join(more)
    return Mapping(
        *where,
        {
            name: (Scalar(*where, name, True), Scalar(*where, text.replace("\n", " "), False))
            for name, text in said.items()
        },
    )
