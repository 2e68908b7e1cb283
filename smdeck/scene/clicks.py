"""Clicks: what of a slide appears when, as whole nodes or as parts of them."""

# Without `from __future__ import annotations`: a NamedTuple would compile each of them by itself.

from typing import Literal, NamedTuple

from smdeck.scene.nodes import Chart, SceneNode, Table, TextBox

CAME_FROM = "!back"
"""Where a link leads that goes to the slide which was shown last."""


class Lines(NamedTuple):
    """Paragraphs of a text that appear with a click."""

    box: TextBox
    first: int
    last: int


class Rows(NamedTuple):
    """Rows of a table that appear with a click; the header is row 0."""

    table: Table
    first: int
    last: int


class ChartParts(NamedTuple):
    """Series of a chart, or all at places of its axis, that appear with a click."""

    chart: Chart
    by: Literal["series", "category"]
    first: int
    last: int


class Click(NamedTuple):
    """What appears with one click: whole nodes, or parts of a text, a table or a chart."""

    nodes: tuple[SceneNode, ...] = ()
    lines: tuple[Lines, ...] = ()
    rows: tuple[Rows, ...] = ()
    chart_parts: tuple[ChartParts, ...] = ()

    def joined(self, other: "Click") -> "Click":
        """Return what appears with both clicks as one."""
        return Click(
            self.nodes + other.nodes,
            self.lines + other.lines,
            self.rows + other.rows,
            self.chart_parts + other.chart_parts,
        )
