"""The graph that is drawn: what all stages know of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple


class Link(NamedTuple):
    """An edge from a node to a node, by their numbers."""

    start: int
    end: int
    reach: int = 1
    """Over how many ranks it goes at the least."""


class Graph(NamedTuple):
    """Nodes and groups by number; a node or group may stand in a group."""

    nodes: int
    links: tuple[Link, ...]
    within: tuple[int | None, ...]
    """The group of each node."""
    around: tuple[int | None, ...] = ()
    """The group that each group stands in."""
    follows: tuple[tuple[int, int], ...] = ()
    """Nodes that stand in earlier ranks than others, without a link between them."""

    def path(self, node: int) -> tuple[int, ...]:
        """Return the groups around a node, the outermost first."""
        return self.chain(self.within[node])

    def chain(self, group: int | None) -> tuple[int, ...]:
        """Return a group and those around it, the outermost first."""
        found: list[int] = []
        while group is not None:
            found.insert(0, group)
            group = self.around[group]
        return tuple(found)

    def members(self, group: int) -> list[int]:
        """Return the nodes that stand in a group, those of groups in it included."""
        return [node for node in range(self.nodes) if group in self.path(node)]


class Lane(NamedTuple):
    """The room that an edge has in ranks that it passes."""

    link: int
    first: int
    last: int
    """The first and last rank that it has room in."""
    path: tuple[int, ...]
    """The groups that both of its nodes stand in."""
    beside: bool
    """Whether it goes back, and has room beside its own nodes as well."""


class Ranked(NamedTuple):
    """A graph in ranks: where each node stands, and what passes.

    Units of a rank are numbers: those of nodes, and behind them those of lanes.
    """

    graph: Graph
    ranks: tuple[int, ...]
    """The rank of each node."""
    turned: frozenset[int]
    """The links that lead back: from a later rank to an earlier one."""
    lanes: tuple[Lane, ...]

    @property
    def depth(self) -> int:
        """How many ranks there are."""
        return max(self.ranks, default=-1) + 1

    def upper(self, link: int) -> int:
        """Return the node of a link that stands in the earlier rank."""
        one = self.graph.links[link]
        return one.end if link in self.turned else one.start

    def lower(self, link: int) -> int:
        """Return the node of a link that stands in the later rank."""
        one = self.graph.links[link]
        return one.start if link in self.turned else one.end

    def path(self, unit: int) -> tuple[int, ...]:
        """Return the groups around a unit."""
        if unit < self.graph.nodes:
            return self.graph.path(unit)
        return self.lanes[unit - self.graph.nodes].path

    def units(self, rank: int) -> list[int]:
        """Return the nodes and lanes of a rank."""
        nodes = [node for node, own in enumerate(self.ranks) if own == rank]
        passing = [
            self.graph.nodes + n
            for n, lane in enumerate(self.lanes)
            if lane.first <= rank <= lane.last
        ]
        return nodes + passing

    def lane_of(self, link: int) -> int | None:
        """Return the unit that is the lane of a link, if it has one."""
        for n, lane in enumerate(self.lanes):
            if lane.link == link:
                return self.graph.nodes + n
        return None

    def span(self, group: int) -> tuple[int, int]:
        """Return the first and last rank of a group."""
        ranks = [self.ranks[node] for node in self.graph.members(group)]
        return min(ranks), max(ranks)

    def steps(self) -> Iterator[tuple[int, int, int]]:
        """Yield the pieces of links that go from a rank to the next: rank, and two units."""
        for n in range(len(self.graph.links)):
            upper, lower = self.upper(n), self.lower(n)
            first, last = self.ranks[upper], self.ranks[lower]
            lane = self.lane_of(n)
            if lane is None:
                if last == first + 1:
                    yield first, upper, lower
                continue
            if last == first:
                continue
            yield first, upper, lane
            for rank in range(first + 1, last - 1):
                yield rank, lane, lane
            yield last - 1, lane, lower
