"""Ways: how edges get from node to node in right angles, those of several nodes side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from smdeck.compose.layered.graph import Ranked

if TYPE_CHECKING:
    from smdeck.compose.layered.coordinates import GraphBox

SLOT, NEAR = 0.34, 1.0
"""How far from the middle ways may end, as a share of half of a node; and what counts as in line,
in points."""

Face = Literal["before", "after"]
"""The side of a node across, before or after it."""


class Way(NamedTuple):
    """A way from the node above to that below: its ends and all corners in between."""

    points: tuple[tuple[float, float], ...]
    """Along and across, from the upper node on."""
    beside: bool = False
    """Whether it goes back beside its nodes."""
    early: float = 0.0
    late: float = 0.0
    """Where, along, words about it end behind its first node, and begin before its last: nothing
    runs across there."""


def beside(ranked: Ranked, x: Sequence[float], link: int) -> Face | None:
    """Return on which side a way goes back beside its nodes, if nothing stands between."""
    lane = ranked.lane_of(link)
    if lane is None or not ranked.lanes[lane - ranked.graph.nodes].beside:
        return None
    ends = ranked.upper(link), ranked.lower(link)
    sides: tuple[tuple[Face, int], ...] = (("after", 1), ("before", -1))
    for face, sign in sides:
        free = all(sign * (x[lane] - x[node]) > 0 for node in ends)
        if free and not any(_between(ranked, x, node, lane, sign) for node in ends):
            return face
    return None


def _between(ranked: Ranked, x: Sequence[float], node: int, lane: int, sign: int) -> bool:
    """Return whether another node of its rank stands between a node and a lane."""
    return any(
        other != node and ranked.ranks[other] == ranked.ranks[node]
        and sign * x[node] < sign * x[other] < sign * x[lane]
        for other in range(ranked.graph.nodes)
    )  # fmt: skip


TOGETHER = 3
"""So many ways to one node come in together, in the middle."""


def come_together(ranked: Ranked, node: int) -> bool:
    """Return whether the ways to a node come in together."""
    links = (n for n in range(len(ranked.graph.links)) if n not in ranked.turned)
    return sum(ranked.lower(n) == node for n in links) >= TOGETHER


def tracks_of(ranked: Ranked, x: Sequence[float]) -> dict[tuple[int, int], int]:
    """Return which track each net of ways has in the gap behind a rank; nets are those of a node
    and of each lane. Ways that run straight on need none, those that come in together share one."""
    spans: dict[tuple[int, int], list[float]] = {}
    ends: dict[tuple[int, int], set[int]] = {}
    aside = {ranked.lane_of(n) for n in range(len(ranked.graph.links)) if beside(ranked, x, n)}
    for rank, upper, lower in ranked.steps():
        if upper != lower and upper not in aside and lower not in aside:
            spans.setdefault((rank, upper), [x[upper]]).append(x[lower])
            ends.setdefault((rank, upper), set()).add(lower)
    found: dict[tuple[int, int], int] = {}
    for rank in range(ranked.depth):
        nets: dict[object, list[tuple[int, int]]] = {}
        for key, below in ends.items():
            if key[0] == rank and max(spans[key]) - min(spans[key]) >= NEAR:
                only = min(below)
                shared = len(below) == 1 and only < ranked.graph.nodes
                shared = shared and come_together(ranked, only)
                nets.setdefault(("to", only) if shared else key, []).append(key)
        _share_tracks(list(nets.values()), spans, found)
    return found


def _share_tracks(
    nets: Sequence[list[tuple[int, int]]],
    spans: dict[tuple[int, int], list[float]],
    found: dict[tuple[int, int], int],
) -> None:
    """Give each net of a gap a track: one that no other net of it has there."""
    taken: list[list[tuple[float, float]]] = []
    for net in sorted(nets, key=lambda net: -_lean(spans[net[0]])):
        every = [place for key in net for place in spans[key]]
        first, last = min(every), max(every)
        track = next(
            (
                n for n, row in enumerate(taken)
                if all(last < a - 4 or first > b + 4 for a, b in row)
            ),
            len(taken),
        )  # fmt: skip
        if track == len(taken):
            taken.append([])
        taken[track].append((first, last))
        found.update(dict.fromkeys(net, track))


def _lean(span: Sequence[float]) -> float:
    """Return how far a net goes ahead: such nets stand nearer to the rank above."""
    return sum(span[1:]) / max(1, len(span) - 1) - span[0]


class Gap(NamedTuple):
    """The space between two ranks."""

    size: float
    first: float
    last: float
    """The shares of it between which ways run across."""


class Router:
    """Finds the ways; at `pointed` nodes all meet in the middle of a face."""

    def __init__(
        self,
        ranked: Ranked,
        x: Sequence[float],
        nodes: Sequence[GraphBox],
        starts: Sequence[float],
        deep: Sequence[float],
        gaps: Sequence[Gap],
        pointed: frozenset[int],
    ) -> None:
        self.ranked, self.x, self.nodes, self.pointed = ranked, x, nodes, pointed
        self.starts, self.deep, self.gaps = starts, deep, gaps
        self.tracks = tracks_of(ranked, x)
        self.shifts = self._shifts()

    def ways(self) -> tuple[Way, ...]:
        """Return the way of each link."""
        return tuple(self._way(n) for n in range(len(self.ranked.graph.links)))

    def _beside(self, link: int) -> Face | None:
        return beside(self.ranked, self.x, link)

    def _shifts(self) -> dict[tuple[int, str], float]:
        """Return how far from the middle of a node each way ends, by link and end.

        Ways that leave a node forwards leave it together; those that come in lie side by side.
        """
        found: dict[tuple[int, str], float] = {}
        links = range(len(self.ranked.graph.links))
        for node in range(self.ranked.graph.nodes):
            coming = [n for n in links if self.ranked.lower(n) == node and not self._beside(n)]
            if not come_together(self.ranked, node):
                self._share_out(node, coming, "lower", found)
            back = [
                n for n in links
                if self.ranked.upper(n) == node and n in self.ranked.turned and not self._beside(n)
            ]  # fmt: skip
            leaving = [
                n for n in links if self.ranked.upper(n) == node and n not in self.ranked.turned
            ]
            if back:
                self._share_out(node, [*back, *leaving[:1]], "upper", found)
                for n in leaving[1:]:
                    found[n, "upper"] = found[leaving[0], "upper"]
        return found

    def _share_out(
        self, node: int, links: list[int], end: str, found: dict[tuple[int, str], float]
    ) -> None:
        """Let ways meet a node side by side, in the order in which they come."""
        middle = self.x[node]
        come = {n: self._other(n, end) for n in links}
        links = sorted(links, key=lambda n: (come[n], n))
        if len(links) < 2 or node in self.pointed:
            return
        straight = next((n for n in links if abs(come[n] - middle) < NEAR), None)
        center = links.index(straight) if straight is not None else (len(links) - 1) / 2
        reach = SLOT * self.nodes[node].wide
        most = max(abs(n - center) for n in range(len(links)))
        step = min(reach / most, 40.0)
        for n, link in enumerate(links):
            found[link, end] = (n - center) * step

    def _other(self, link: int, end: str) -> float:
        """Return where a way comes from across, as a node at its other end sees it."""
        lane = self.ranked.lane_of(link)
        if lane is not None:
            return self.x[lane]
        other = self.ranked.upper(link) if end == "lower" else self.ranked.lower(link)
        return self.x[other]

    def _track(self, rank: int, unit: int) -> float:
        """Return where a net runs across in the gap behind a rank, along."""
        many = max((t for (r, _), t in self.tracks.items() if r == rank), default=0) + 1
        track = self.tracks.get((rank, unit), 0)
        begins, gap = self.starts[rank] + self.deep[rank], self.gaps[rank]
        share = (track + 0.5) / many if many > 1 else 0.5
        if many == 1 and gap.first <= 0.5 <= gap.last:
            return begins + gap.size / 2
        return begins + gap.size * (gap.first + (gap.last - gap.first) * share)

    def _way(self, link: int) -> Way:
        ranked = self.ranked
        upper, lower = ranked.upper(link), ranked.lower(link)
        face = self._beside(link)
        if face:
            return self._way_beside(link, upper, lower, face)
        above, below = self.nodes[upper], self.nodes[lower]
        start = above.along + above.high, self.x[upper] + self.shifts.get((link, "upper"), 0.0)
        end = below.along, self.x[lower] + self.shifts.get((link, "lower"), 0.0)
        points = [start]
        lane = ranked.lane_of(link)
        first, last = ranked.ranks[upper], ranked.ranks[lower]
        if lane is None:
            if abs(start[1] - end[1]) >= NEAR and first < last:
                turn = self._track(first, upper)
                points += [(turn, start[1]), (turn, end[1])]
            else:
                end = end[0], start[1]
        else:
            points += self._through(lane, upper, start=start[1], end=end[1], first=first, last=last)
        early = self._edge_of_tracks(first, points[1][0] if len(points) > 1 else end[0], late=False)
        late = self._edge_of_tracks(last - 1, points[-1][0], late=True)
        return Way((*points, end), beside=False, early=early, late=late)

    def _edge_of_tracks(self, rank: int, own: float, *, late: bool) -> float:
        """Return where the ways across behind a rank begin or end; `own` where there are none."""
        if all(own_rank != rank for own_rank, _ in self.tracks):
            return own
        begins, gap = self.starts[rank] + self.deep[rank], self.gaps[rank]
        every = [self._track(rank, unit) for own_rank, unit in self.tracks if own_rank == rank]
        return max(begins, *every) if late else min(begins + gap.size, *every)

    def _through(
        self, lane: int, upper: int, start: float, end: float, first: int, last: int
    ) -> list[tuple[float, float]]:
        """Return the corners of a way through a lane."""
        points: list[tuple[float, float]] = []
        if abs(self.x[lane] - start) >= NEAR:
            turn = self._track(first, upper)
            points += [(turn, start), (turn, self.x[lane])]
        if abs(self.x[lane] - end) >= NEAR:
            turn = self._track(last - 1, lane)
            points += [(turn, self.x[lane]), (turn, end)]
        return points

    def _way_beside(self, link: int, upper: int, lower: int, face: Face) -> Way:
        lane = self.ranked.lane_of(link)
        assert lane is not None
        sign = 1 if face == "after" else -1
        above, below = self.nodes[upper], self.nodes[lower]
        shifts = (0.0, 0.0)
        if upper == lower:
            shifts = -0.22 * above.high, 0.22 * above.high
        start = above.along + above.high / 2 + shifts[0], self.x[upper] + sign * above.wide / 2
        end = below.along + below.high / 2 + shifts[1], self.x[lower] + sign * below.wide / 2
        across = self.x[lane]
        points = start, (start[0], across), (end[0], across), end
        return Way(points, beside=True)
