"""A session: what the pages of a preview show, and what has changed since they were told."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

from smdeck.compiler.compiling import Compiled, compile_node
from smdeck.desk.cards import (
    Card,
    Spots,
    finding_card,
    numbered_slides,
    slide_card,
    with_stale,
    written_slides,
)
from smdeck.desk.choosing import Chosen, choices
from smdeck.desk.media import MediaStore
from smdeck.desk.rooms import grid_of, rooms_of
from smdeck.files import access
from smdeck.findings import Finding, Findings
from smdeck.model.scripts import written_rtl
from smdeck.preview import draw_slide
from smdeck.source import Mapping, read
from smdeck.theme.folders import themes_folder
from smdeck.watching import Watch, settle


class State(NamedTuple):
    """What there is to show: once made, it is never changed."""

    version: int
    head: dict[str, Any]
    """What concerns the talk as a whole."""
    cards: dict[str, Card]
    """The slides in order, by the name of what they hold and where they stand."""
    drawings: dict[str, str]
    """Their drawings as SVG, by name."""


class Update(NamedTuple):
    """What a page lacks: the order of all slides, and those that it does not know."""

    version: int
    data: str


class Session:
    """A deck that is compiled again whenever it changes.

    One thread looks after it, others wait for what is new.
    """

    def __init__(self, deck: Path, root: Path | None = None) -> None:
        self.deck, self.root = deck, root
        self.media = MediaStore()
        self.watch = Watch()
        self._spots = Spots(deck.parent)
        self._good: list[Card] = []
        self._count = 0
        self._chosen, self._asked = Chosen(), Chosen()
        self._changed = threading.Condition()
        self.state = State(0, {}, {}, {})
        self.refresh()

    def refresh(self) -> None:
        """Compile the deck and let all who wait know.

        Where something is wrong that was right before, the file may be written half: then it is
        looked at once more.
        """
        made = self._made()
        if made.head["failed"]:
            settle([self.watch])
            if self.watch.changed():
                made = self._made()
        with self._changed:
            self.state = made
            self._changed.notify_all()

    def follow(self, stop: Callable[[float], bool]) -> None:
        """Refresh whenever a file changes, until `stop`, which waits for some seconds, is true."""
        from smdeck.watching import INTERVAL

        while not stop(INTERVAL):
            if self._asked != self._chosen or self.watch.changed():
                self.refresh()

    def choose(self, chosen: Chosen) -> None:
        """Let another version, or another theme, be shown; who follows the deck sees to it."""
        self._asked = chosen

    def wait(self, version: int, seconds: float) -> State | None:
        """Return the state once it is newer than a version, or None after some seconds."""
        with self._changed:
            newer = self._changed.wait_for(lambda: self.state.version > version, seconds)
            return self.state if newer else None

    def _made(self) -> State:
        findings, fault = Findings(), None
        node: Mapping | None = None
        self._chosen = self._asked
        with self.watch.reading(), access(self.root, themes_folder()):
            try:
                node = read(self.deck, findings)
                wanted = self._chosen.wanted
                compiled = (
                    None if node is None
                    else compile_node(node, self.deck, findings, None, wanted)
                )  # fmt: skip
                cards, new = self._cards(compiled, findings) if compiled else (self._good, {})
            except Exception as error:  # whatever it is, the page goes on showing what was good
                from smdeck.internal_error import report

                compiled, cards, new = None, self._good, {}
                fault = report(error, ["preview", str(self.deck)])
        found = findings.in_order()
        failed = compiled is None
        if not failed:
            self._good = cards
        head = self._head(compiled, found, fault, failed)
        if node is not None:
            head["choices"] = choices(node, self.deck.parent, self._chosen)
        by_name = {_name(f"{n} {json.dumps(card)}"): card for n, card in enumerate(cards)}
        shown = {card["drawing"] for card in cards}
        known = {**self.state.drawings, **new}
        drawings = {name: svg for name, svg in known.items() if name in shown}
        return State(self.state.version + 1, head, by_name, drawings)

    def _cards(self, compiled: Compiled, findings: Findings) -> tuple[list[Card], dict[str, str]]:
        """Return the slides, and their drawings by name."""
        theme = compiled.theme

        def address(path: Path, needed: tuple[int, int]) -> str:
            name = self.media.picture(path, needed, theme)
            return f"media/{name}" if name else ""

        cards, drawings, rtl = [], {}, written_rtl(compiled.deck.lang)
        for number, scene, slide in numbered_slides(compiled):
            drawn = draw_slide(scene, theme, compiled.deck.lang, address)
            name = _name(drawn.svg)
            drawings[name] = drawn.svg
            card = slide_card(
                scene, slide, number=number, drawn=drawn, drawing=name, spots=self._spots
            )
            cards.append({**card, "rooms": rooms_of(scene, theme, rtl=rtl)})
        wrong = {finding.slide for finding in findings if finding.severity == "error"}
        count = len(written_slides(compiled))
        # Where slides were put in or taken out, which was which is not known of broken ones.
        before = self._good if count == self._count else []
        self._count = count
        return with_stale(cards, count, wrong.__contains__, before), drawings

    def _head(
        self, compiled: Compiled | None, found: list[Finding], fault: str | None, failed: bool
    ) -> dict[str, Any]:
        before = self.state.head
        head = {
            "deck": self.deck.name,
            "failed": failed,
            "fault": fault,
            "findings": [finding_card(finding, self._spots) for finding in found],
        }
        if compiled is None:
            kept = ("title", "lang", "minutes", "width", "height", "fonts", "grid", "choices")
            return {**{name: before.get(name) for name in kept}, **head}
        return {
            **head,
            "title": compiled.deck.title.plain,
            "lang": compiled.deck.lang,
            "minutes": compiled.deck.minutes,
            "width": compiled.theme.width,
            "height": compiled.theme.height,
            "fonts": self.media.fonts(compiled.theme),
            "grid": grid_of(compiled.theme),
        }


class Viewer:
    """One page: it is sent what it does not know yet."""

    def __init__(self, session: Session) -> None:
        self.session, self.version = session, 0
        self._cards: set[str] = set()
        self._drawings: set[str] = set()

    def update(self, seconds: float) -> Update | None:
        """Return what is new, or None where nothing is after some seconds."""
        state = self.session.wait(self.version, seconds)
        if state is None:
            return None
        self.version = state.version
        cards = {name: card for name, card in state.cards.items() if name not in self._cards}
        drawings = {n: svg for n, svg in state.drawings.items() if n not in self._drawings}
        self._cards, self._drawings = set(state.cards), set(state.drawings)
        data = {
            "version": state.version,
            "head": state.head,
            "order": list(state.cards),
            "cards": cards,
            "drawings": drawings,
        }
        return Update(state.version, json.dumps(data, ensure_ascii=False))


def _name(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=9).hexdigest()
