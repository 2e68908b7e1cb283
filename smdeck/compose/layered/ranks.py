"""Ranks: each node stands behind those that lead to it; what leads back is turned."""

from __future__ import annotations

from smdeck.compose.layered.graph import Graph, Lane, Ranked


def ranked(graph: Graph) -> Ranked:
    """Return the graph in ranks, the nodes that nothing leads to in the first one."""
    turned = _turned(graph)
    ahead: list[tuple[int, int, int]] = []
    for n, link in enumerate(graph.links):
        if link.start != link.end:
            pair = (link.end, link.start) if n in turned else (link.start, link.end)
            ahead.append((*pair, link.reach))
    for a, b in graph.follows:
        if not _leads([(one, other) for one, other, _ in ahead], b, a):
            ahead.append((a, b, 1))
    order = _in_order(graph.nodes, [(a, b) for a, b, _ in ahead])
    ranks = [0] * graph.nodes
    for node in order:
        ranks[node] = max((ranks[a] + reach for a, b, reach in ahead if b == node), default=0)
    for node in reversed(order):  # a node that nothing leads to stands before what it leads to
        if not any(b == node for _, b, _ in ahead):
            ranks[node] = min((ranks[b] - r for a, b, r in ahead if a == node), default=0)
    return Ranked(graph, tuple(ranks), turned, _lanes(graph, ranks, turned))


def _turned(graph: Graph) -> frozenset[int]:
    """Return the links that close a circle, in the order in which the nodes were named."""
    leaving: dict[int, list[int]] = {node: [] for node in range(graph.nodes)}
    for n, link in enumerate(graph.links):
        leaving[link.start].append(n)
    state = [0] * graph.nodes
    turned: set[int] = set()

    def visit(start: int) -> None:
        stack = [(start, 0)]
        state[start] = 1
        while stack:
            node, at = stack.pop()
            if at == len(leaving[node]):
                state[node] = 2
                continue
            stack.append((node, at + 1))
            n = leaving[node][at]
            end = graph.links[n].end
            if state[end] == 1:
                turned.add(n)
            elif not state[end]:
                state[end] = 1
                stack.append((end, 0))

    led_to = {link.end for link in graph.links if link.start != link.end}
    for node in (*(n for n in range(graph.nodes) if n not in led_to), *range(graph.nodes)):
        if not state[node]:
            visit(node)
    return frozenset(turned)


def _leads(pairs: list[tuple[int, int]], start: int, end: int) -> bool:
    """Return whether a node leads to another one, over whichever nodes."""
    seen, waiting = {start}, [start]
    while waiting:
        node = waiting.pop()
        if node == end:
            return True
        following = [b for a, b in pairs if a == node and b not in seen]
        seen.update(following)
        waiting += following
    return False


def _in_order(nodes: int, pairs: list[tuple[int, int]]) -> list[int]:
    """Return the nodes so that each stands behind those that lead to it; pairs have no circle."""
    waits = [0] * nodes
    for _, b in pairs:
        waits[b] += 1
    ready = [node for node in range(nodes) if not waits[node]]
    order: list[int] = []
    while ready:
        node = ready.pop(0)
        order.append(node)
        for a, b in pairs:
            if a == node:
                waits[b] -= 1
                if not waits[b]:
                    ready.append(b)
    return order


def _lanes(graph: Graph, ranks: list[int], turned: frozenset[int]) -> tuple[Lane, ...]:
    """Return the room of links that pass ranks; what leads back has some beside its nodes too."""
    lanes = []
    for n, link in enumerate(graph.links):
        first, last = sorted((ranks[link.start], ranks[link.end]))
        back = n in turned
        common = tuple(
            one for one, other in zip(graph.path(link.start), graph.path(link.end), strict=False)
            if one == other
        )  # fmt: skip
        if back:
            lanes.append(Lane(n, first, last, common, True))
        elif last - first > 1:
            lanes.append(Lane(n, first + 1, last - 1, common, False))
    return tuple(lanes)
