"""Order: in which order the units of each rank stand, so that few edges cross.

Each unit has one number for all ranks, groups have one too, and units stand in the order of the
numbers of the groups around them and their own. So a lane is straight, and groups never mix.
"""

from __future__ import annotations

from itertools import combinations
from typing import Literal, NamedTuple, TypeAlias

from smdeck.compose.layered.graph import Ranked

Key: TypeAlias = tuple[tuple[float, int], ...]


class Token(NamedTuple):
    """What stands in a rank: a unit, or where a group begins or ends."""

    kind: Literal["unit", "open", "close"]
    number: int


Order: TypeAlias = tuple[tuple[Token, ...], ...]
"""What stands in each rank, in its order."""

SWEEPS, PASSES = 14, 5


class _Sorter:
    def __init__(self, ranked: Ranked) -> None:
        self.ranked, self.graph = ranked, ranked.graph
        self.rows = [ranked.units(rank) for rank in range(ranked.depth)]
        self.steps = list(ranked.steps())
        aside = {self.graph.nodes + n for n, lane in enumerate(ranked.lanes) if lane.beside}
        self.seen = [one for one in self.steps if aside.isdisjoint(one[1:])]
        """The pieces of links that run from rank to rank; those beside their nodes do not."""
        for lane in sorted(aside):
            own = ranked.lanes[lane - self.graph.nodes]
            self.seen += [(rank, lane, lane) for rank in range(own.first, own.last)]
        self.aside = [(lane, *self._ends(lane)) for lane in sorted(aside)]
        self.units = range(self.graph.nodes + len(ranked.lanes))
        self.paths = {unit: ranked.path(unit) for unit in self.units}
        self.members = {group: self.graph.members(group) for group in range(len(self.graph.around))}
        self.values: dict[int, float] = self._first_values()
        self.of_groups: dict[int, float] = {}
        self._value_groups()

    def _ends(self, lane: int) -> tuple[int, int]:
        """Return the nodes that a lane leads from and to."""
        link = self.ranked.lanes[lane - self.graph.nodes].link
        return self.ranked.upper(link), self.ranked.lower(link)

    def _first_values(self) -> dict[int, float]:
        """Return the order in which the nodes were named; lanes lie beyond their ends."""
        values: dict[int, float] = {}
        for row in self.rows:
            for n, unit in enumerate(u for u in row if u < self.graph.nodes):
                values[unit] = n - (len(row) - 1) / 2
        for n, lane in enumerate(self.ranked.lanes):
            link = self.graph.links[lane.link]
            middle = (values[link.start] + values[link.end]) / 2
            values[self.graph.nodes + n] = middle + 0.4
        return values

    def _value_groups(self) -> None:
        for group, members in self.members.items():
            every = [self.values[node] for node in members]
            self.of_groups[group] = sum(every) / len(every) if every else 0.0

    def key(self, unit: int) -> Key:
        """Return what units are sorted by: groups and units are never of one number."""
        groups = tuple((self.of_groups[group], -1 - group) for group in self.paths[unit])
        return (*groups, (self.values[unit], unit))

    def sort(self) -> None:
        keys = {unit: self.key(unit) for unit in self.units}
        for row in self.rows:
            row.sort(key=keys.__getitem__)

    def positions(self) -> list[dict[int, float]]:
        """Return where the units of each rank stand, around the middle."""
        return [{unit: n - (len(row) - 1) / 2 for n, unit in enumerate(row)} for row in self.rows]

    def crossings(self) -> int:
        """Return how often edges cross, with those of lanes and nodes."""
        positions = self.positions()
        found, by_rank = 0, {}  # type: int, dict[int, list[tuple[float, float]]]
        for rank, upper, lower in self.seen:
            pair = positions[rank][upper], positions[rank + 1][lower]
            by_rank.setdefault(rank, []).append(pair)
        for pairs in by_rank.values():
            for n, (a, b) in enumerate(pairs):
                for c, d in pairs[n + 1 :]:
                    found += (a - c) * (b - d) < 0
        found += sum(self._aside(positions, *one) for one in self.aside)
        return found + sum(self._cross(positions, *pair) for pair in combinations(self.aside, 2))

    def _cross(
        self,
        positions: list[dict[int, float]],
        one: tuple[int, int, int],
        other: tuple[int, int, int],
    ) -> int:
        """Return how often two links that go back beside their nodes cross: those of one side do
        where one begins within the other and ends beyond it, or lies within it and farther out."""
        (lane, upper, lower), (lane2, upper2, lower2) = one, other
        ranks = self.ranked.ranks
        sides = [
            positions[ranks[node]][own] > positions[ranks[node]][node]
            for own, node in ((lane, upper), (lane2, upper2))
        ]
        if sides[0] != sides[1]:
            return 0
        first, last, first2, last2 = (ranks[node] for node in (upper, lower, upper2, lower2))
        if first < first2 < last < last2 or first2 < first < last2 < last:
            return 1
        inner, outer = (lane, lane2) if last - first < last2 - first2 else (lane2, lane)
        apart = last < first2 or last2 < first
        out = self.values[inner] > self.values[outer]
        return 2 if not apart and out == sides[0] else 0

    def _aside(self, positions: list[dict[int, float]], lane: int, *ends: int) -> int:
        """Return what is in the way of a link that goes back beside its nodes: what stands between
        it and them, and that it lies on different sides of them."""
        far = [
            positions[self.ranked.ranks[node]][lane] - positions[self.ranked.ranks[node]][node]
            for node in ends
        ]
        between = sum(round(abs(one)) - 1 for one in far)
        return between + (2 if far[0] * far[1] < 0 else 0)

    def sweep(self, down: bool) -> None:
        """Move each unit to the middle of those that it is tied to, above or below it."""
        positions = self.positions()
        near: dict[int, list[float]] = {}
        for rank, upper, lower in self.steps:
            if upper == lower:
                continue
            if down or lower >= self.graph.nodes:
                near.setdefault(lower, []).append(positions[rank][upper])
            if not down or upper >= self.graph.nodes:
                near.setdefault(upper, []).append(positions[rank + 1][lower])
        for one, other in self.graph.follows:  # groups lie near those that they are tied to
            above, below = self.ranked.ranks[one], self.ranked.ranks[other]
            if down:
                near.setdefault(other, []).append(positions[above][one])
            else:
                near.setdefault(one, []).append(positions[below][other])
        for unit, places_ in near.items():
            self.values[unit] = sum(places_) / len(places_)
        self._value_groups()
        self.sort()

    def state(self) -> tuple[dict[int, float], dict[int, float]]:
        return dict(self.values), dict(self.of_groups)

    def restore(self, state: tuple[dict[int, float], dict[int, float]]) -> None:
        self.values, self.of_groups = dict(state[0]), dict(state[1])
        self.sort()

    def _kept_if_better(self, state: tuple[dict[int, float], dict[int, float]], best: int) -> int:
        """Keep the values as they are now where crossings are fewer than `best`, else go back to a
        state; return the fewest."""
        self.sort()
        crossings = self.crossings()
        if crossings < best:
            return crossings
        self.restore(state)
        return best

    def change_sides(self) -> None:
        """Let links that go back beside their nodes lie on the other side where that is better."""
        best = self.crossings()
        for lane, *_ in self.aside:
            for beyond in (min(self.values.values()) - 1, max(self.values.values()) + 1):
                if not best:
                    return
                state = self.state()
                self.values[lane] = beyond
                best = self._kept_if_better(state, best)

    def swap_neighbours(self) -> None:
        """Let neighbours change positions where that makes crossings fewer."""
        best = self.crossings()
        for _ in range(PASSES):
            before = best
            for row in self.rows:
                for n in range(len(row) - 1):
                    if not best:
                        return
                    one, other = row[n], row[n + 1]
                    if self.paths[one] != self.paths[other]:
                        continue
                    state = self.state()
                    values = self.values
                    values[one], values[other] = values[other] + 1e-6, values[one] - 1e-6
                    best = self._kept_if_better(state, best)
            if best == before:
                return


def ordered(ranked: Ranked) -> Order:
    """Return the units of each rank in an order in which few edges cross."""
    sorter = _Sorter(ranked)
    sorter.sort()
    best, state = sorter.crossings(), sorter.state()
    for n in range(SWEEPS):
        if not best:
            break
        sorter.sweep(down=n % 2 == 0)
        crossings = sorter.crossings()
        if crossings < best:
            best, state = crossings, sorter.state()
    sorter.restore(state)
    sorter.change_sides()
    sorter.swap_neighbours()
    return tuple(tuple(_bordered(sorter, rank)) for rank in range(ranked.depth))


def _bordered(sorter: _Sorter, rank: int, around: tuple[int, ...] = ()) -> list[Token]:
    """Return what stands within groups in a rank, with the borders of further groups there.

    A group has borders in all of its ranks, also where no unit of it stands there.
    """
    ranked, graph = sorter.ranked, sorter.graph
    inner: list[tuple[tuple[float, int], Token]] = [
        ((sorter.values[unit], unit), Token("unit", unit))
        for unit in sorter.rows[rank]
        if sorter.paths[unit] == around
    ]
    for group in range(len(graph.around)):
        if graph.chain(group)[:-1] == around and sorter.members[group]:
            first, last = ranked.span(group)
            if first <= rank <= last:
                inner.append(((sorter.of_groups[group], -1 - group), Token("open", group)))
    row: list[Token] = []
    for _, token in sorted(inner):
        row.append(token)
        if token.kind == "open":
            row += _bordered(sorter, rank, (*around, token.number))
            row.append(Token("close", token.number))
    return row
