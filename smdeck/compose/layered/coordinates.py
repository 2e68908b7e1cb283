"""Coordinates: where nodes, lanes and the frames of groups stand, in points.

All that must keep its distance is a constraint between two variables; each variable goes where its
neighbours would have it, as far as the constraints allow.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from smdeck.compose.layered.graph import Ranked
from smdeck.compose.layered.order import Order, Token
from smdeck.compose.layered.ways import Gap, Router, Way, tracks_of

SWEEPS = 30
ALIGNED = 60.0
"""How far beside each other nodes may be to be put in one line, in points."""

MOST = (2.2, 1.8)
"""How many times their least the spaces grow, along and across."""


class Size(NamedTuple):
    """How large a node is, in points."""

    along: float
    across: float
    before: float = 0.0
    after: float = 0.0
    """What its edges' words take beside its middle, on both sides."""

    @property
    def lead(self) -> float:
        """How far it reaches before its middle."""
        return max(self.across / 2, self.before)

    @property
    def tail(self) -> float:
        """How far it reaches behind its middle."""
        return max(self.across / 2, self.after)


class Spaces(NamedTuple):
    """The spaces of a drawing, in points."""

    ranks: float
    """Between ranks at the least."""
    nodes: float
    """Between nodes of a rank."""
    lanes: float
    """Beside a lane."""
    tracks: float
    """Between ways that run side by side."""
    pad: float
    """Between the frame of a group and what stands in it."""
    head_along: float
    head_across: float
    """What the words of a group take at the beginning of its frame, along and across."""
    early: tuple[float, ...] = ()
    late: tuple[float, ...] = ()
    """What the words of each link take along: behind its upper node, and before its lower one."""
    beside: tuple[float, ...] = ()
    """What the words of each link take across, beside a lane."""
    heads: tuple[float, ...] = ()
    """How wide the words of each group are, across."""


class GraphBox(NamedTuple):
    """A rectangle: where it begins and how large it is, along and across."""

    along: float
    across: float
    high: float
    wide: float


class GraphDrawing(NamedTuple):
    """A drawing in points, from 0 along and across."""

    nodes: tuple[GraphBox, ...]
    groups: tuple[GraphBox | None, ...]
    ways: tuple[Way, ...]
    along: float
    across: float
    """How large it is."""


class _Solver:
    """Finds places across."""

    def __init__(self, ranked: Ranked, order: Order, sizes: Sequence[Size], spaces: Spaces) -> None:
        self.ranked, self.sizes, self.spaces = ranked, sizes, spaces
        self.units = ranked.graph.nodes + len(ranked.lanes)
        groups = len(ranked.graph.around)
        self.opens = [self.units + group for group in range(groups)]
        self.closes = [self.units + groups + group for group in range(groups)]
        self.apart: dict[tuple[int, int], float] = {}
        """How far a variable lies behind another at the least."""
        for row in order:
            for one, other in pairwise(row):
                self._keep(one, other)
        for group, (opens, closes) in enumerate(zip(self.opens, self.closes, strict=True)):
            wide = spaces.heads[group] if spaces.heads else 0.0
            self._apart(opens, closes, wide + 2 * spaces.pad)
        self.aside = {ranked.graph.nodes + n for n, lane in enumerate(ranked.lanes) if lane.beside}
        """The lanes of links that go back beside their nodes: they draw nothing to themselves."""
        self.sorted = self._sorted(2 * groups + self.units)
        self.near = self._neighbours()
        self.x = self._first()

    def _variable(self, token: Token) -> int:
        if token.kind == "unit":
            return token.number
        return (self.opens if token.kind == "open" else self.closes)[token.number]

    def _apart(self, one: int, other: int, distance: float) -> None:
        self.apart[one, other] = max(distance, self.apart.get((one, other), 0.0))

    def lead(self, unit: int) -> float:
        """Return how far a unit reaches before its middle."""
        return self.sizes[unit].lead if unit < self.ranked.graph.nodes else 0.0

    def tail(self, unit: int) -> float:
        """Return how far a unit reaches behind its middle."""
        if unit < self.ranked.graph.nodes:
            return self.sizes[unit].tail
        link = self.ranked.lanes[unit - self.ranked.graph.nodes].link
        return self.spaces.beside[link] if self.spaces.beside else 0.0

    def _keep(self, one: Token, other: Token) -> None:
        """Keep two neighbours of a rank apart."""
        spaces, nodes = self.spaces, self.ranked.graph.nodes
        gap = spaces.nodes
        if one.kind == "open":
            gap = spaces.pad + spaces.head_across
        elif other.kind == "close":
            gap = spaces.pad
        elif any(t.kind == "unit" and t.number >= nodes for t in (one, other)):
            gap = spaces.lanes
        before = self.tail(one.number) if one.kind == "unit" else 0.0
        after = self.lead(other.number) if other.kind == "unit" else 0.0
        self._apart(self._variable(one), self._variable(other), before + gap + after)

    def _sorted(self, many: int) -> list[int]:
        """Return the variables so that each stands behind those that it keeps apart from."""
        waits = [0] * many
        self.behind: list[list[tuple[int, float]]] = [[] for _ in range(many)]
        self.ahead: list[list[tuple[int, float]]] = [[] for _ in range(many)]
        for (one, other), distance in self.apart.items():
            waits[other] += 1
            self.behind[one].append((other, distance))
            self.ahead[other].append((one, distance))
        ready = [variable for variable in range(many) if not waits[variable]]
        found = []
        while ready:
            variable = ready.pop(0)
            found.append(variable)
            for other, _ in self.behind[variable]:
                waits[other] -= 1
                if not waits[other]:
                    ready.append(other)
        assert len(found) == many, "units are in one order for all ranks"
        return found

    def _neighbours(self) -> list[list[tuple[int, float, bool]]]:
        """Return for each unit those that it is tied to, with a weight, and if they are above."""
        near: list[list[tuple[int, float, bool]]] = [[] for _ in range(self.units)]
        for _, upper, lower in self.ranked.steps():
            if upper != lower and not {upper, lower} & self.aside:
                weight = self._pull(upper) * self._pull(lower)
                near[upper].append((lower, weight, False))
                near[lower].append((upper, weight, True))
        for upper, lower in self.ranked.graph.follows:
            near[upper].append((lower, 0.05, False))
            near[lower].append((upper, 0.05, True))
        return near

    def _pull(self, unit: int) -> float:
        """Return how much a unit draws others to itself: a lane gives way to nodes."""
        return 1.0 if unit < self.ranked.graph.nodes else 0.2

    def _first(self) -> list[float]:
        """Return places as far ahead as can be."""
        x = [0.0] * len(self.sorted)
        for variable in self.sorted:
            x[variable] = max((x[one] + d for one, d in self.ahead[variable]), default=0.0)
        return x

    def _allowed(self, wanted: Sequence[float]) -> list[float]:
        """Return places near those that are wanted which keep all distances.

        Both the places that are pushed behind and those that are pulled ahead keep them, and so
        does the middle between both.
        """
        behind, ahead = list(wanted), list(wanted)
        for variable in self.sorted:
            for one, distance in self.ahead[variable]:
                behind[variable] = max(behind[variable], behind[one] + distance)
        for variable in reversed(self.sorted):
            for other, distance in self.behind[variable]:
                ahead[variable] = min(ahead[variable], ahead[other] - distance)
        return [(a + b) / 2 for a, b in zip(behind, ahead, strict=True)]

    def solve(self) -> list[float]:
        """Return the places of all variables."""
        for n in range(SWEEPS):
            wanted = list(self.x)
            for unit, near in enumerate(self.near):
                picked = [
                    (other, weight)
                    for other, weight, above in near
                    if n % 3 == 2 or above == (n % 3 == 0)
                ]
                if picked:
                    total = sum(weight for _, weight in picked)
                    mean = sum(self.x[other] * weight for other, weight in picked) / total
                    wanted[unit] = mean
            self._want_beside(wanted)
            self._want_frames(wanted)
            self.x = self._allowed(wanted)
        for _ in range(2):
            self._straighten()
        self._want_frames(self.x)
        self._tighten_frames()
        return self.x

    def _want_beside(self, wanted: list[float]) -> None:
        """Let lanes beside nodes lie where these leave room for them: else they would push them
        away, a little with each sweep."""
        for lane in sorted(self.aside):
            after = [wanted[one] + distance for one, distance in self.ahead[lane]]
            before = [wanted[other] - distance for other, distance in self.behind[lane]]
            if after or before:
                wanted[lane] = max(after) if after else min(before)

    def _want_frames(self, wanted: list[float]) -> None:
        """Let the frames of groups lie close around what stands in them."""
        graph, pad = self.ranked.graph, self.spaces.pad
        for group in range(len(graph.around)):
            members = graph.members(group)
            if members:
                wanted[self.opens[group]] = min(
                    wanted[node] - self.lead(node) - pad - self.spaces.head_across
                    for node in members
                )
                wanted[self.closes[group]] = max(
                    wanted[node] + self.tail(node) + pad for node in members
                )

    def _tighten_frames(self) -> None:
        """Push the borders of frames as far out as they must be, and no farther."""
        for variable in self.sorted:
            if variable in self.closes:
                least = (self.x[one] + d for one, d in self.ahead[variable])
                self.x[variable] = max(least, default=self.x[variable])
        for variable in reversed(self.sorted):
            if variable in self.opens:
                most = (self.x[other] - d for other, d in self.behind[variable])
                self.x[variable] = min(most, default=self.x[variable])

    def _straighten(self) -> None:
        """Put nodes in one line with those above or below them that are all but in line."""
        nodes = self.ranked.graph.nodes
        order = sorted(range(self.units), key=lambda u: self.ranked.ranks[u] if u < nodes else -1)
        for above in (True, False):
            for unit in order if above else reversed(order):
                tied = [other for other, _, up in self.near[unit] if up == above]
                if not tied:
                    continue
                for near in sorted(tied, key=lambda o: (o >= nodes, abs(self.x[o] - self.x[unit]))):
                    if self._moved(unit, self.x[near]):
                        break

    def _moved(self, unit: int, place: float) -> bool:
        """Move a unit a little if nothing is in the way, and return whether it is there."""
        least = max((self.x[one] + d for one, d in self.ahead[unit]), default=place)
        most = min((self.x[other] - d for other, d in self.behind[unit]), default=place)
        if abs(place - self.x[unit]) > ALIGNED or not least - 0.01 <= place <= most + 0.01:
            return False
        self.x[unit] = place
        return True


def placed(
    ranked: Ranked,
    order: Order,
    sizes: Sequence[Size],
    spaces: Spaces,
    room: tuple[float, float],
    pointed: frozenset[int],
) -> GraphDrawing:
    """Return the drawing; in a `room`, along and across, its spaces grow up to `MOST` times. Ways
    meet `pointed` nodes in the middle of a face."""
    solver = _Solver(ranked, order, sizes, spaces)
    x = solver.solve()
    gaps, heads, feet = _gaps(ranked, x, spaces)
    deep = [
        max((sizes[node].along for node, own in enumerate(ranked.ranks) if own == rank), default=0)
        for rank in range(ranked.depth)
    ]
    all_gaps = sum(gap.size for gap in gaps)
    spare = room[0] - heads - feet - sum(deep) - all_gaps
    if spare > 0 and all_gaps:
        grown = min(MOST[0], 1 + spare / all_gaps)
        gaps = [gap._replace(size=gap.size * grown) for gap in gaps]
    stretched = _stretch(x, solver, room[1])
    x = [stretched * place for place in x]
    starts, at = [], heads
    for rank in range(ranked.depth):
        starts.append(at)
        at += deep[rank] + (gaps[rank].size if rank < len(gaps) else 0)
    shift = min(_ends(solver, x, before=True))
    x = [place - shift for place in x]
    wide = max(_ends(solver, x, before=False))
    nodes = tuple(
        GraphBox(
            starts[own] + (deep[own] - sizes[n].along) / 2, x[n] - sizes[n].across / 2,
            sizes[n].along, sizes[n].across,
        )
        for n, own in enumerate(ranked.ranks)
    )  # fmt: skip
    groups = _frames(ranked, solver, x=x, starts=starts, deep=deep, spaces=spaces)
    router = Router(ranked, x, nodes=nodes, starts=starts, deep=deep, gaps=gaps, pointed=pointed)
    return GraphDrawing(nodes, groups, router.ways(), at + feet, wide)


def _ends(solver: _Solver, x: Sequence[float], *, before: bool) -> list[float]:
    """Return how far all that is drawn reaches across."""
    if before:
        ends = [x[u] - solver.lead(u) for u in range(solver.units)]
        return [*ends, *(x[one] for one in solver.opens)] or [0.0]
    ends = [x[u] + solver.tail(u) for u in range(solver.units)]
    return [*ends, *(x[one] for one in solver.closes)] or [0.0]


def _stretch(x: Sequence[float], solver: _Solver, room: float) -> float:
    """Return by how much places may lie farther apart so that all stays in the room."""
    low, high = 1.0, MOST[1]
    for _ in range(20):
        middle = (low + high) / 2
        wide = max(_ends(solver, [middle * p for p in x], before=False)) - min(
            _ends(solver, [middle * p for p in x], before=True)
        )
        low, high = (middle, high) if wide <= room else (low, middle)
    return low


LEAD, TAIL = 0.35, 0.5
"""The shares of the usual gap before ways run across, and behind, where arrows have their heads."""


def _gaps(ranked: Ranked, x: Sequence[float], spaces: Spaces) -> tuple[list[Gap], float, float]:
    """Return the gap behind each rank but the last, and what frames take before and behind all."""
    graph = ranked.graph
    spans = {g: ranked.span(g) for g in range(len(graph.around)) if graph.members(g)}

    def frames(rank: int, *, begin: bool) -> float:
        """Return what the frames that begin or end at a rank take."""
        touching = [g for g, span in spans.items() if span[0 if begin else 1] == rank]
        deepest = max(
            (len([h for h in graph.chain(g) if h in touching]) for g in touching), default=0
        )
        return deepest * (spaces.pad + (spaces.head_along if begin else 0.0))

    def words(taken: Sequence[float], rank: int, *, late: bool) -> float:
        """Return what words take before or behind a rank."""
        return max(
            (
                taken[n] for n in range(len(taken))
                if ranked.ranks[ranked.lower(n) if late else ranked.upper(n)] == rank
            ),
            default=0.0,
        )  # fmt: skip

    tracks = tracks_of(ranked, x)
    gaps = []
    for rank in range(ranked.depth - 1):
        many = max((track for (own, _), track in tracks.items() if own == rank), default=-1) + 1
        first = LEAD * spaces.ranks + frames(rank, begin=False)
        first += words(spaces.early, rank, late=False)
        last = TAIL * spaces.ranks + frames(rank + 1, begin=True)
        last += words(spaces.late, rank + 1, late=True)
        middle = (1 - LEAD - TAIL) * spaces.ranks + max(0, many - 1) * spaces.tracks
        size = first + middle + last
        gaps.append(Gap(size, first / size, 1 - last / size))
    return gaps, frames(0, begin=True), frames(ranked.depth - 1, begin=False)


def _frames(
    ranked: Ranked,
    solver: _Solver,
    x: Sequence[float],
    starts: Sequence[float],
    deep: Sequence[float],
    spaces: Spaces,
) -> tuple[GraphBox | None, ...]:
    """Return the frames of groups; None for one with nothing in it."""
    graph = ranked.graph
    found: list[GraphBox | None] = []
    for group in range(len(graph.around)):
        if not graph.members(group):
            found.append(None)
            continue
        first, last = ranked.span(group)
        inside = [g for g in range(len(graph.around)) if group in graph.chain(g)[:-1]]
        above = max((len(graph.chain(g)) for g in inside if graph.members(g)
                     and ranked.span(g)[0] == first), default=len(graph.chain(group)))  # fmt: skip
        below = max((len(graph.chain(g)) for g in inside if graph.members(g)
                     and ranked.span(g)[1] == last), default=len(graph.chain(group)))  # fmt: skip
        own = len(graph.chain(group))
        top = starts[first] - (1 + above - own) * (spaces.pad + spaces.head_along)
        bottom = starts[last] + deep[last] + (1 + below - own) * spaces.pad
        left, right = x[solver.opens[group]], x[solver.closes[group]]
        found.append(GraphBox(top, left, bottom - top, right - left))
    return tuple(found)
