"""Flow graph: a flowchart as the graph that is laid out; edges of groups go by their nodes."""

from __future__ import annotations

from smdeck.compose.layered import Graph, Link, Ranked, ranked
from smdeck.mermaid.flowchart import Edge, Flowchart


def ranked_flow(flow: Flowchart) -> tuple[Ranked, tuple[Edge, ...]]:
    """Return the nodes of a flowchart in ranks, and the edges that are drawn, in the order of its
    links. All of a group stands before what the group leads to."""
    numbers = {name: n for n, name in enumerate(flow.nodes)}
    groups = {name: n for n, name in enumerate(flow.groups)}
    within = tuple(groups[n.group] if n.group else None for n in flow.nodes.values())
    around = tuple(groups[g.group] if g.group else None for g in flow.groups.values())
    graph = Graph(len(numbers), (), within, around)
    ends = {name: [number] for name, number in numbers.items()}
    ends |= {name: graph.members(number) for name, number in groups.items()}
    edges = [edge for edge in flow.edges if edge.kind != "hidden" and not _inside(edge, ends)]
    follows = [
        (a, b)
        for edge in flow.edges
        if edge not in edges or edge.start in groups or edge.end in groups
        for a in ends[edge.start]
        for b in ends[edge.end]
        if a != b and not _inside(edge, ends)
    ]
    own = [edge for edge in edges if edge.start in numbers and edge.end in numbers]
    links = [Link(numbers[edge.start], numbers[edge.end], edge.reach) for edge in own]
    graph = graph._replace(links=tuple(links), follows=tuple(follows))
    found = ranked(graph)
    for edge in edges:
        if edge in own:
            continue
        start = max(ends[edge.start], key=lambda node: found.ranks[node])
        end = min(ends[edge.end], key=lambda node: found.ranks[node])
        if found.ranks[start] < found.ranks[end]:
            own.append(edge)
            links.append(Link(start, end))
    return ranked(graph._replace(links=tuple(links))), tuple(own)


def _inside(edge: Edge, ends: dict[str, list[int]]) -> bool:
    """Return whether an edge of a group leads into itself, or there is nothing in one of both."""
    one, other = {*ends[edge.start]}, {*ends[edge.end]}
    return (edge.start != edge.end and bool(one & other)) or not one or not other
