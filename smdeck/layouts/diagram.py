"""diagram: what is written in Mermaid, as native shapes with ties that stay glued."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smdeck.compose import Choice, Composition, Plan, Room
from smdeck.findings import Findings, Place, count, listing, suggest
from smdeck.model.fields import Reader, key
from smdeck.model.text import Inline
from smdeck.page.composed import Composed
from smdeck.page.page import Page

if TYPE_CHECKING:
    from smdeck.mermaid import Diagram as Drawn
    from smdeck.mermaid import Flowchart, Sequence


def sheet(plan: Plan) -> None:
    """The diagram over the whole body."""


class Diagram(Composed):
    """A flowchart or a sequence of messages, written in Mermaid; every line stays glued."""

    names = {
        "de": "Ablaufdiagramm", "en": "Diagram", "es": "Diagrama de flujo",
        "fr": "Organigramme de flux", "it": "Diagramma di flusso", "nl": "Stroomdiagram",
        "pl": "Schemat blokowy",
    }  # fmt: skip
    group = "diagrams"
    compositions = (Composition("sheet", sheet, de="Blatt"),)
    usual = Choice("diagram", "", "sheet")
    example = """\
layout: diagram
title: Jede Frage findet ihre Antwort
mermaid: |
  flowchart LR
    Frage([Frage]) --> Bekannt{Bekannt?}
    Bekannt -->|ja| Antwort[Antwort]
    Bekannt -->|nein| Fach[Fachleute]
    Fach --> Liste[(Liste)]
    Liste --> Antwort
highlight: Antwort
"""

    title: Inline = key("The slide's message.")
    mermaid: str | None = key(
        "The diagram as text: a `flowchart` (or `graph`) or a `sequenceDiagram`.", None
    )
    file: str | None = key("In place of `mermaid`: a .mmd file, relative to the deck.", None)
    highlight: str | None = key(
        "The nodes that are set off, by the names that they have in the text.", None
    )

    drawn: Drawn | None = None
    """The diagram, once it is read."""

    def decoded(self, reader: Reader) -> None:
        """Read the diagram."""
        from smdeck.mermaid import read_diagram, written_of

        written = written_of(self.origin, reader.folder, reader.findings)
        if written is not None:
            self.drawn = read_diagram(written, reader.findings)

    @property
    def marked_nodes(self) -> list[str]:
        """The names of the nodes that are set off."""
        return [name.strip() for name in (self.highlight or "").split(",") if name.strip()]

    @property
    def _names(self) -> list[str]:
        """The names that nodes or participants have."""
        if self.drawn is None:
            return []
        return list(getattr(self.drawn, "nodes", getattr(self.drawn, "participants", ())))

    def check(self, findings: Findings) -> None:
        if self.drawn is not None and not self._names:
            findings.error(
                "unknown-diagram", "the diagram has no nodes", self.at("mermaid"),
                "write `A --> B` below its first line",
            )  # fmt: skip
        for name in self.marked_nodes:
            if self.drawn is not None and name not in self._names:
                findings.error(
                    "unknown-highlight",
                    f"there is no node `{name}` in the diagram",
                    self.at("highlight"),
                    suggest(name, self._names, f"it has {listing(self._names[:6], 'and')}"),
                )

    def given(self) -> frozenset[str]:
        return super().given() & {"subtitle", "source"}

    def extra(self, page: Page, plan: Plan) -> None:
        from smdeck.mermaid import Flowchart, Sequence

        if not self._names:
            return
        name = self.names.get(page.words.lang[:2], self.names["en"])
        if isinstance(self.drawn, Flowchart):
            self._draw_flow(self.drawn, page, plan.body, name)
        elif isinstance(self.drawn, Sequence):
            self._draw_sequence(self.drawn, page, plan.body, name)

    def _draw_flow(self, flow: Flowchart, page: Page, room: Room, name: str) -> None:
        from smdeck.page.diagrams.chain import chain_in_rows
        from smdeck.page.diagrams.drawing import FlowDrawing, alt_of
        from smdeck.page.diagrams.flow import Fitter, most_that_fit

        fitted = Fitter(flow, page.theme, room).best()
        rows = chain_in_rows(flow, page.theme, room, 1.2 * fitted.size if fitted else 0.0)
        fitted = rows or fitted
        if fitted is not None:
            FlowDrawing(page, flow, fitted, self.marked_nodes).draw(name, alt_of(flow))
            return
        many = most_that_fit(flow, page.theme, room)
        page.talk.findings.error(
            "overflow",
            f"the diagram has {count(len(flow.nodes), 'node')}; at the smallest size its room "
            f"holds the first {many}",
            self._place,
            "show a part of it on a slide of its own, join nodes, or shorten their words",
        )

    def _draw_sequence(self, sequence: Sequence, page: Page, room: Room, name: str) -> None:
        from smdeck.page.diagrams.sequence import (
            SequenceDrawing,
            SequenceFitter,
            alt_of_sequence,
            most_that_fit,
        )

        fitted = SequenceFitter(sequence, page.theme, room).best()
        if fitted is not None:
            drawing = SequenceDrawing(page, sequence, fitted, room, self.marked_nodes)
            drawing.draw(name, alt_of_sequence(sequence))
            return
        many = most_that_fit(sequence, page.theme, room)
        page.talk.findings.error(
            "overflow",
            f"the diagram has {count(len(sequence.steps), 'step')} between "
            f"{count(len(sequence.participants), 'participant')}; at the smallest size its room "
            f"holds the first {many}",
            self._place,
            "show a part of it on a slide of its own, or shorten its words",
        )

    @property
    def _place(self) -> Place:
        return self.at("mermaid" if self.mermaid else "file")
