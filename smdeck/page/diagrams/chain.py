"""Chain: a flowchart in which one node follows the other, in rows where one row is too narrow."""

from __future__ import annotations

from itertools import pairwise

from smdeck.compose.room import Room
from smdeck.mermaid.flowchart import Edge, Flowchart
from smdeck.page.diagrams.flow import FlowPlan
from smdeck.page.diagrams.flow_words import (
    edge_label_style,
    label_size,
    measure,
    node_sizes,
    sizes_of,
)
from smdeck.page.diagrams.outlines import Span
from smdeck.theme import Theme

LEAST, MOST_ROWS = 5, 3
"""How many nodes a chain in rows has at the least, and how many rows at the most."""

ARROW = 34.0
"""What an arrow between two nodes of a row takes at the least, in points."""


def chain_of(flow: Flowchart) -> list[Edge] | None:
    """Return the edges of a chain in their order; None where a flowchart is none."""
    if flow.groups or len(flow.nodes) < LEAST or len(flow.edges) != len(flow.nodes) - 1:
        return None
    leaving = {edge.start: edge for edge in flow.edges if edge.kind != "hidden"}
    coming = {edge.end for edge in flow.edges}
    first = [name for name in flow.nodes if name not in coming]
    if len(first) != 1 or len(leaving) != len(flow.edges):
        return None
    found, at = [], first[0]
    while at in leaving:
        found.append(leaving.pop(at))
        at = found[-1].end
    return found if not leaving else None


def chain_in_rows(flow: Flowchart, theme: Theme, room: Room, above: float) -> FlowPlan | None:
    """Return a chain in rows, with words larger than `above` points; None where it is none or does
    not fit."""
    edges = chain_of(flow)
    if edges is None:
        return None
    for size in sizes_of(theme):
        if size <= above:
            break
        for rows in range(2, MOST_ROWS + 1):
            if plan := _in_rows(flow, edges, theme=theme, room=room, size=size, rows=rows):
                return plan
    return None


def _in_rows(
    flow: Flowchart, edges: list[Edge], theme: Theme, room: Room, size: float, rows: int
) -> FlowPlan | None:
    names = [edges[0].start, *(edge.end for edge in edges)]
    columns = -(-len(names) // rows)
    small = edge_label_style(theme, label_size(theme, size))
    labels = [measure(edge.words, small, theme, 90) for edge in edges]
    gap = max(ARROW, *(label.wide + 22 for label in labels if label.wide), 0)
    most = (room.w - gap * (columns - 1)) / columns
    spans = dict(
        zip(
            flow.nodes,
            node_sizes(flow, theme, size, [most - 30] * len(names), 1.15),
            strict=True,
        )
    )
    high = max(span[1] for span in spans.values())
    down = (room.h - rows * high) / max(1, rows - 1)
    if max(span[0] for span in spans.values()) > most or down < ARROW:
        return None
    high, down = min(1.5 * high, high + 0.2 * down), min(down, 90.0)
    top = room.y + (room.h - rows * high - (rows - 1) * down) / 2
    rooms = {}
    for n, name in enumerate(names):
        row, column = divmod(n, columns)
        cell = Room(room.x + column * (most + gap), top + row * (high + down), most, high)
        plain = flow.nodes[name].outline in ("box", "round", "stadium", "subroutine", "flag")
        wide, tall = (most, high) if plain else spans[name]
        middle = cell.center
        rooms[name] = Room(middle[0] - wide / 2, middle[1] - tall / 2, wide, tall)
    ways: list[tuple[Span, ...]] = []
    words: list[Room] = []
    for (one, other), label in zip(pairwise(names), labels, strict=True):
        start, end = rooms[one], rooms[other]
        if end.x > start.x:
            y = start.center[1]
            ways.append(((start.right, y), (end.x, y)))
            x = (start.right + end.x - label.wide) / 2 - 4
            words.append(Room(x, y - label.high - 2, label.wide, label.high))
        else:
            turn = (start.bottom + end.y) / 2
            x1, x2 = start.center[0], end.center[0]
            ways.append(((x1, start.bottom), (x1, turn), (x2, turn), (x2, end.y)))
            words.append(Room((x1 + x2) / 2, turn - label.high - 2, label.wide, label.high))
    nodes = tuple(rooms[name] for name in flow.nodes)
    shown = tuple(word if edge.words else None for word, edge in zip(words, edges, strict=True))
    return FlowPlan(
        "right", size, nodes=nodes, groups=(), ways=tuple(ways), labels=shown, links=tuple(edges)
    )
