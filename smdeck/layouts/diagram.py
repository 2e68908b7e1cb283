"""diagram: what is written in Mermaid, as native shapes with ties that stay glued."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smdeck.compose import Choice, Composition, Plan, Room
from smdeck.findings import Findings, Place, count, listing, suggest
from smdeck.model.fields import Reader, key
from smdeck.model.text import Inline
from smdeck.page import Composed, Page
from smdeck.theme import Theme
from smdeck.units import points

if TYPE_CHECKING:
    from smdeck.mermaid.flowchart import Flowchart
    from smdeck.mermaid.kinds import Diagram as Drawn
    from smdeck.mermaid.sequence import SequenceDiagram
    from smdeck.page.diagrams.flow import FlowPlan


SMALLER, LARGER, FLAT = 0.9, 1.15, 0.5
"""How large words of a diagram beside its title are at the least, as a share of those below it;
from which share on it stands there anyhow; up to which share of the body's height one is flat."""


def sheet(plan: Plan) -> None:
    """The diagram over the whole body."""
    plan.kept["diagram"] = plan.body


def column(plan: Plan) -> None:
    """The title in a column, the diagram at full height beside it."""
    plan.kept["diagram"] = plan.column().inset(8, 8, 0, 8)


class Diagram(Composed):
    """A flowchart or a sequence of messages, written in Mermaid; every line stays glued."""

    names = {
        "de": "Ablaufdiagramm", "en": "Diagram", "es": "Diagrama de flujo",
        "fr": "Organigramme de flux", "it": "Diagramma di flusso", "nl": "Stroomdiagram",
        "pl": "Schemat blokowy",
    }  # fmt: skip
    group = "diagrams"
    compositions = (
        Composition(
            "column", column, needs="tall", lacks=("subtitle",), stage="column", de="Spalte"
        ),
        Composition("sheet", sheet, de="Blatt"),
    )
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

    fits_beside: bool | None = None
    """Whether it may stand beside its title, once that is known."""
    drawn: Drawn | None = None
    """The diagram, once it is read."""
    flows: dict[Room, FlowPlan | None] | None = None
    """It as large as can be in the rooms that were tried."""

    def decoded(self, reader: Reader) -> None:
        """Read the diagram."""
        from smdeck.mermaid.kinds import read_diagram, written_of

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
        self._check_edges(findings)
        for name in self.marked_nodes:
            if self.drawn is not None and name not in self._names:
                findings.error(
                    "unknown-highlight",
                    f"there is no node `{name}` in the diagram",
                    self.at("highlight"),
                    suggest(name, self._names, f"it has {listing(self._names[:6], 'and')}"),
                )

    def _check_edges(self, findings: Findings) -> None:
        """Report the edges of groups that have no way: into themselves, or back."""
        from smdeck.mermaid.flowchart import Flowchart
        from smdeck.page.diagrams.flow_graph import ranked_flow

        if not isinstance(self.drawn, Flowchart) or not self.drawn.groups or not self.drawn.nodes:
            return
        drawn = ranked_flow(self.drawn)[1]
        for edge in self.drawn.edges:
            if edge.kind != "hidden" and edge not in drawn:
                findings.error(
                    "diagram-syntax",
                    f"the edge from `{edge.start}` to `{edge.end}` can't be drawn: edges of a"
                    " group lead forward, and out of it",
                    edge.place or self.at("mermaid"),
                    "name a node in the group in its place",
                )

    def given(self) -> frozenset[str]:
        return super().given() & {"subtitle", "source"} | ({"tall"} if self._is_tall else set())

    @property
    def _is_tall(self) -> bool:
        """Whether it is as large beside its title as below it, where it would be flat; what is
        asked for is."""
        from smdeck.mermaid.flowchart import Flowchart

        if self.composition and self.compositions[0].is_named(self.composition):
            return True
        if self.fits_beside is None:
            self.fits_beside = False
            theme = self.context.theme
            if isinstance(self.drawn, Flowchart) and self._names and theme.composes_freely:
                below, beside = (
                    self._flow_in(self.drawn, theme, self._room_in(name, theme))
                    for name in ("sheet", "column")
                )
                if beside and beside.direction in ("down", "up"):
                    size = below.size if below else 0.0
                    flat = below is None or below.high < FLAT * points(theme.body.h)
                    self.fits_beside = beside.size >= (SMALLER if flat else LARGER) * size
        return self.fits_beside

    def _room_in(self, name: str, theme: Theme) -> Room:
        """Return the room for the diagram in a composition."""
        tone = theme.composed_tone(theme.tone_of(self.layout, self.tone))
        source = {"source"} if self.sources else set()
        given = frozenset({"tall", *source, *({"subtitle"} if self.subtitle else ())})
        choice = self.usual._replace(composition=name, tone=tone, given=given)
        return self.plan(theme, choice).kept["diagram"]

    def _flow_in(self, flow: Flowchart, theme: Theme, room: Room) -> FlowPlan | None:
        """Return a flowchart as large as can be in a room; None where that holds it not."""
        from smdeck.page.diagrams.chain import chain_in_rows
        from smdeck.page.diagrams.flow import Fitter

        if self.flows is None:
            self.flows = {}
        if room not in self.flows:
            fitted = Fitter(flow, theme, room).best()
            rows = chain_in_rows(flow, theme, room, 1.2 * fitted.size if fitted else 0.0)
            self.flows[room] = rows or fitted
        return self.flows[room]

    def extra(self, page: Page, plan: Plan) -> None:
        from smdeck.mermaid.flowchart import Flowchart
        from smdeck.mermaid.sequence import SequenceDiagram

        if not self._names:
            return
        name = self.name_in(page.strings.lang)
        if isinstance(self.drawn, Flowchart):
            self._draw_flow(self.drawn, page, plan.kept["diagram"], name)
        elif isinstance(self.drawn, SequenceDiagram):
            self._draw_sequence(self.drawn, page, plan.kept["diagram"], name)

    def _draw_flow(self, flow: Flowchart, page: Page, room: Room, name: str) -> None:
        from smdeck.page.diagrams.drawing import FlowDrawing, alt_of
        from smdeck.page.diagrams.flow import most_that_fit

        fitted = self._flow_in(flow, page.theme, room)
        if fitted is not None:
            FlowDrawing(page, flow, fitted, self.marked_nodes).draw(name, alt_of(flow))
            return
        many = most_that_fit(flow, page.theme, room)
        page.context.findings.error(
            "overflow",
            f"the diagram has {count(len(flow.nodes), 'node')}; at the smallest size its room "
            f"holds the first {many}",
            self._place,
            "show a part of it on a slide of its own, join nodes, or shorten their words",
        )

    def _draw_sequence(self, sequence: SequenceDiagram, page: Page, room: Room, name: str) -> None:
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
        page.context.findings.error(
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
