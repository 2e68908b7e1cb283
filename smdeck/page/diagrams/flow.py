"""Flow: a flowchart laid out in a room, at the largest size of words that it holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from smdeck.compose.layered import (
    GraphDrawing,
    Size,
    Spaces,
    Way,
    ordered,
    placed,
)
from smdeck.compose.layered.coordinates import LEAD, TAIL
from smdeck.compose.layered.order import Order
from smdeck.compose.room import Room
from smdeck.mermaid.flowchart import Direction, Edge, Flowchart, FlowNode
from smdeck.page.diagrams.flow_graph import ranked_flow
from smdeck.page.diagrams.flow_words import (
    edge_label_style,
    label_size,
    measure,
    node_sizes,
    sizes_of,
)
from smdeck.page.diagrams.outlines import POINTED, Span
from smdeck.theme import Theme

CHAIN, UPRIGHT_CHAIN = 0.4, 0.7
"""How much of the room across the nodes of a chain may take, and those of one that goes down."""

WIDE = 11.0
"""How wide nodes are where there is room for that, in em."""

LOOSE = ((2.2, 1.0), (1.6, 1.0), (1.15, 1.0), (1.15, 0.7), (1.0, 0.45))
"""By how much the margins of nodes grow, and which share of their room words take before a line
breaks: the first that fits is taken."""

TURNED = 1.2
"""How much larger words must be for a diagram to run the other way than its author has it."""

OTHER: dict[Direction, Direction] = {
    "down": "right", "right": "down", "up": "left", "left": "up",
}  # fmt: skip


class FlowPlan(NamedTuple):
    """A flowchart with a place for everything, in points from the upper left of its room."""

    direction: Direction
    size: float
    """The size of words in nodes."""
    nodes: tuple[Room, ...]
    groups: tuple[Room | None, ...]
    ways: tuple[tuple[Span, ...], ...]
    """The ends and corners of each edge, from its start on."""
    labels: tuple[Room | None, ...]
    """Where the words of each edge stand."""
    links: tuple[Edge, ...]
    """The edges between nodes, in the order of ways and labels."""

    @property
    def high(self) -> float:
        """How high it is with its frames and ways, in points."""
        rooms = [room for room in (*self.nodes, *self.groups) if room]
        corners = [y for way in self.ways for _, y in way]
        top = min(*corners, *(room.y for room in rooms), rooms[0].y)
        return max(*corners, *(room.bottom for room in rooms), rooms[0].bottom) - top


class Found(NamedTuple):
    """A flowchart that fits: at which size of words, with which margins and share for words."""

    plan: FlowPlan
    size: float
    way: tuple[float, float]


class Fitter:
    """Finds the largest size of words at which a flowchart fits into a room."""

    def __init__(self, flow: Flowchart, theme: Theme, room: Room) -> None:
        self.flow, self.theme, self.room = flow, theme, room
        self.ranked, self.edges = ranked_flow(flow)
        self.order: Order = ordered(self.ranked)
        self.nodes: Sequence[FlowNode] = tuple(flow.nodes.values())
        self.pointed = frozenset(n for n, node in enumerate(self.nodes) if node.outline in POINTED)
        self.early = [self._is_early(n) for n in range(len(self.edges))]

    def _is_early(self, link: int) -> bool:
        """Return whether the words of an edge stand where it begins: many end where it ends."""
        links = self.ranked.graph.links
        coming = sum(self.ranked.lower(n) == self.ranked.lower(link) for n in range(len(links)))
        leaving = sum(self.ranked.upper(n) == self.ranked.upper(link) for n in range(len(links)))
        return coming > 1 and leaving == 1

    def best(self) -> FlowPlan | None:
        """Return the flowchart as large as can be, the way its author has it if that is not much
        smaller; None where the smallest words are too large."""
        own = self._largest(self.flow.direction)
        other = self._largest(OTHER[self.flow.direction], own[1] if own else 0.0)
        chosen = own
        if other and (not own or other[1] > TURNED * own[1]):
            chosen = other
        if chosen is None:
            return None
        plan, size, way = chosen
        return self.at(plan.direction, size, *way, wide=True) or plan

    def _largest(self, direction: Direction, least: float = 0.0) -> Found | None:
        usual = sizes_of(self.theme)[0]
        for size in sizes_of(self.theme, len(self.nodes)):
            if size <= TURNED * least:
                break
            for roomy, share in LOOSE if size <= usual else LOOSE[:2]:
                if plan := self.at(direction, size, roomy, share):
                    return Found(plan, size, (roomy, share))
        return None

    def at(
        self, direction: Direction, size: float, roomy: float, share: float, *, wide: bool = False
    ) -> FlowPlan | None:
        """Return the flowchart at a size of words, its nodes `wide` where it goes down; None where
        that is too large."""
        return _Trial(self, direction, size=size, roomy=roomy, share=share, wide=wide).plan()


class _Trial:
    """A flowchart in one direction at one size."""

    def __init__(
        self,
        fitter: Fitter,
        direction: Direction,
        size: float,
        roomy: float,
        share: float,
        wide: bool,
    ) -> None:
        self.wide = wide
        self.fitter, self.direction, self.size = fitter, direction, size
        self.roomy, self.share = roomy, share
        self.ranked, self.theme, self.room = fitter.ranked, fitter.theme, fitter.room
        self.upright = direction in ("down", "up")
        self.small = label_size(fitter.theme, size)
        self.along = self.room.h if self.upright else self.room.w
        self.across = self.room.w if self.upright else self.room.h
        style = edge_label_style(fitter.theme, self.small)
        most = 9 * self.small
        self.labels = [measure(edge.words, style, self.theme, most) for edge in fitter.edges]
        self.heads = [
            measure(group.words, style, self.theme, 400) for group in fitter.flow.groups.values()
        ]
        self.gap = 1.1 * size + 12
        self.early = fitter.early

    def plan(self) -> FlowPlan | None:
        """Return where everything stands; None where it does not fit."""
        spans = self._spans()
        spaces = self._spaces()
        sizes = self._sizes(spans)
        if not self._may_fit(sizes, spaces):
            return None
        drawing = placed(
            self.ranked, self.fitter.order, sizes, spaces, (self.along, self.across),
            pointed=self.fitter.pointed,
        )  # fmt: skip
        if drawing.along > self.along + 0.1 or drawing.across > self.across + 0.1:
            return None
        return self._on_slide(drawing)

    def _limits(self) -> list[float]:
        """Return how wide the words of each node may be, in points."""
        ranks, depth = self.ranked.ranks, self.ranked.depth
        margins = 28 * self.roomy
        if not self.upright:
            words = sum(
                max((self.labels[n].wide for n in self._links_behind(rank)), default=0.0)
                for rank in range(depth - 1)
            )
            wide = (self.along - self.gap * (depth - 1) - words) / depth - margins
            return [max(4 * self.size, min(self.share * wide, 12 * self.size))] * len(ranks)
        limits = []
        for own in ranks:
            many = sum(rank == own for rank in ranks)
            wide = (self.across - self._between() * (many - 1)) / many - margins
            limits.append(max(4 * self.size, min(self.share * wide, 14 * self.size)))
        return limits

    def _links_behind(self, rank: int) -> Iterator[int]:
        for n in range(len(self.fitter.edges)):
            if self.ranked.ranks[self.ranked.upper(n)] == rank:
                yield n

    def _between(self) -> float:
        return 20.0 if self.upright else 14.0

    def _spans(self) -> list[Span]:
        """Return width and height of all nodes, those of a rank alike."""
        spans = node_sizes(self.fitter.flow, self.theme, self.size, self._limits(), self.roomy)
        plain = [n for n in range(len(spans)) if n not in self.fitter.pointed]
        high = max((spans[n][1] for n in plain), default=0.0)
        if self._is_chain():  # across there is room that nothing else takes
            if self.upright:
                spans = [
                    (max(wide, min(UPRIGHT_CHAIN * self.across, 11 * self.size)), h)
                    for wide, h in spans
                ]
            else:
                high = max(high, min(CHAIN * self.across, 4 * self.size))
        for rank in range(self.ranked.depth):
            row = [n for n in plain if self.ranked.ranks[n] == rank]
            wide = max((spans[n][0] for n in row), default=0.0)
            for n in row:
                spans[n] = (spans[n][0] if self.upright else wide, high)
        if (
            self.upright and plain and self.share == 1
        ):  # all of them alike, if the widest row holds that
            wide = max(spans[n][0] for n in plain)
            most = max(
                sum(self.ranked.ranks[n] == rank for n in range(len(spans)))
                for rank in range(self.ranked.depth)
            )
            if self.wide:
                wide = max(wide, min(WIDE * self.size, 0.8 * self.across / most - self._between()))
                for n in self.fitter.pointed:
                    spans[n] = (max(wide, spans[n][0]), spans[n][1])
            if most * (wide + self._between()) < 0.9 * self.across:
                for n in plain:
                    spans[n] = (wide, high)
        return spans

    def _is_chain(self) -> bool:
        """Return whether each rank has one node, and all are plain."""
        ranks = self.ranked.ranks
        return len(set(ranks)) == len(ranks) and not self.fitter.pointed

    def _spaces(self) -> Spaces:
        high = 1.2 * self.small
        back, links = self.ranked.turned, range(len(self.labels))
        beside = [
            (label.wide + 8 if self.upright else label.high + 4) if edge.words else 0.0
            for label, edge in zip(self.labels, self.fitter.edges, strict=True)
        ]
        named = [group.words for group in self.fitter.flow.groups.values()]
        return Spaces(
            ranks=self.gap,
            nodes=self._between(),
            lanes=16.0,
            tracks=0.6 * self.size,
            pad=12.0,
            head_along=high + 4 if self.upright and any(named) else 0.0,
            head_across=0.0 if self.upright or not any(named) else high + 4,
            early=tuple(self._words_along(n, LEAD) if self.early[n] else 0.0 for n in links),
            late=tuple(0.0 if self.early[n] else self._words_along(n, TAIL) for n in links),
            beside=tuple(b if n in back else 0.0 for n, b in enumerate(beside)),
            heads=tuple(h.wide if self.upright else 0.0 for h in self.heads),
        )  # fmt: skip

    def _words_along(self, link: int, share: float) -> float:
        """Return what the words of an edge take along beside a share of the usual gap."""
        label = self.labels[link]
        if not label.lines or link in self.ranked.turned:
            return 0.0
        taken = label.high + 2 if self.upright else label.wide + 16
        return max(0.0, taken - share * self.gap)

    def _sizes(self, spans: Sequence[Span]) -> list[Size]:
        """Return the sizes of nodes along and across, with the words of edges beside them."""
        sizes = []
        for node, (wide, high) in enumerate(spans):
            size = Size(high, wide) if self.upright else Size(wide, high)
            for link, label in enumerate(self.labels):
                edge = self.fitter.edges[link]
                end = self.ranked.upper(link) if self.early[link] else self.ranked.lower(link)
                if end != node or not edge.words or link in self.ranked.turned:
                    continue
                several = len(self._comes_with(link)) > 1 and not self.early[link]
                if self.upright:
                    size = size._replace(after=max(size.after, label.wide + 10))
                    if several:
                        size = size._replace(before=max(size.before, label.wide + 10))
                else:
                    size = size._replace(before=max(size.before, label.high + 4))
                    if several:
                        size = size._replace(after=max(size.after, label.high + 4))
            sizes.append(size)
        return sizes

    def _may_fit(self, sizes: Sequence[Size], spaces: Spaces) -> bool:
        """Return whether a diagram may fit by what its ranks take at the least."""
        along = spaces.ranks * (self.ranked.depth - 1)
        for rank in range(self.ranked.depth):
            row = [n for n, own in enumerate(self.ranked.ranks) if own == rank]
            along += max((sizes[n].along for n in row), default=0.0)
            across = sum(sizes[n].across for n in row) + spaces.nodes * (len(row) - 1)
            if across > self.across:
                return False
        return along <= self.along

    # On the slide.

    def _on_slide(self, drawing: GraphDrawing) -> FlowPlan:
        """Return a drawing in the middle of the room, its ways in the direction they lead."""
        first = (self.along - drawing.along) / 2
        second = (self.across - drawing.across) / 2
        nodes = tuple(self._room(frame, first, second) for frame in drawing.nodes)
        groups = tuple(
            self._room(frame, first, second) if frame else None for frame in drawing.groups
        )
        ways, labels = [], []
        for n, way in enumerate(drawing.ways):
            passed = self._from_frames(n, way, drawing)
            points = tuple(self._point(a, b, first, second) for a, b in passed)
            label = None
            if self.fitter.edges[n].words:
                ends = [self._point(a, b, first, second) for a, b in self._piece(n, way)]
                label = self._label(n, ends[0], ends[1], way.beside, self._is_outer(n, drawing))
            ways.append(points[::-1] if n in self.ranked.turned else points)
            labels.append(label)
        return FlowPlan(
            self.direction,
            self.size,
            nodes=nodes,
            groups=groups,
            ways=tuple(ways),
            labels=tuple(labels),
            links=self.fitter.edges,
        )

    def _from_frames(self, link: int, way: Way, drawing: GraphDrawing) -> Sequence[Span]:
        """Return the points of a way; that of a group begins or ends at its frame."""
        edge, groups = self.fitter.edges[link], list(self.fitter.flow.groups)
        points = list(way.points)
        for name, at in ((edge.start, 0), (edge.end, -1)):
            frame = drawing.groups[groups.index(name)] if name in groups else None
            if frame:
                along = frame.along if at else frame.along + frame.high
                points[at] = along, points[at][1]
        return points

    def _piece(self, link: int, way: Way) -> tuple[Span, Span]:
        """Return the piece of a way that its words stand at: that nothing crosses."""
        if way.beside:
            return way.points[1], way.points[2]
        if self.early[link]:
            start, end = way.points[:2]
            return start, (min(end[0], way.early), start[1])
        start, end = way.points[-2:]
        return (max(start[0], way.late), end[1]), end

    def _comes_with(self, link: int) -> list[int]:
        """Return the edges that lead forward to the same node as one."""
        ranked = self.ranked
        return [
            n for n in range(len(self.fitter.edges))
            if n not in ranked.turned and ranked.lower(n) == ranked.lower(link)
        ]  # fmt: skip

    def _is_outer(self, link: int, drawing: GraphDrawing) -> bool:
        """Return whether an edge comes in beyond all others of its node, on the far side: its words
        would stand on those."""
        others = self._comes_with(link)
        if self.early[link] or link not in others or len(others) < 2:
            return False
        ends = {n: drawing.ways[n].points[-1][1] for n in others}
        far = min(ends.values()) if self.upright else max(ends.values())
        return ends[link] == far and len({*ends.values()}) > 1

    def _label(self, link: int, start: Span, end: Span, beside: bool, outer: bool = False) -> Room:
        """Return where the words of an edge stand: beside a piece that goes down, else over it;
        those of an `outer` one on the other side."""
        label = self.labels[link]
        head = 8.0 if not (beside or self.early[link]) else 0.0
        if self.upright:
            middle = (start[1] + end[1]) / 2
            left = start[0] - 6 - label.wide if outer else start[0] + 6
            return Room(left, middle - label.high / 2, label.wide, label.high)
        shift = head if end[0] > start[0] else -head
        middle = (start[0] + end[0] - shift) / 2
        top = start[1] + 3 if beside or outer else start[1] - label.high - 2
        return Room(middle - label.wide / 2, top, label.wide, label.high)

    def _point(self, along: float, across: float, first: float, second: float) -> Span:
        along, across = along + first, across + second
        x, y = self.room.x, self.room.y
        match self.direction:
            case "down":
                return x + across, y + along
            case "up":
                return x + across, self.room.bottom - along
            case "right":
                return x + along, y + across
        return self.room.right - along, y + across

    def _room(self, frame: tuple[float, float, float, float], first: float, second: float) -> Room:
        along, across, high, wide = frame
        one = self._point(along, across, first, second)
        other = self._point(along + high, across + wide, first, second)
        x, y = min(one[0], other[0]), min(one[1], other[1])
        return Room(x, y, abs(other[0] - one[0]), abs(other[1] - one[1]))


def most_that_fit(flow: Flowchart, theme: Theme, room: Room) -> int:
    """Return how many nodes, of the first ones, fit into a room at the smallest size."""
    names = list(flow.nodes)
    low, high = 1, len(names)
    while low < high - 1:
        middle = (low + high) // 2
        low, high = (middle, high) if _fits(flow, names[:middle], theme, room) else (low, middle)
    return low


def _fits(flow: Flowchart, names: Sequence[str], theme: Theme, room: Room) -> bool:
    """Return whether a part of a flowchart fits at the smallest size."""
    kept = {*names}
    nodes = {name: flow.nodes[name] for name in names}
    edges = tuple(edge for edge in flow.edges if edge.start in kept and edge.end in kept)
    fitter = Fitter(flow._replace(nodes=nodes, edges=edges), theme, room)
    smallest = sizes_of(theme)[-1]
    ways = flow.direction, OTHER[flow.direction]
    return any(fitter.at(way, smallest, *LOOSE[-1]) for way in ways)
