"""Drawing: a flowchart as native shapes, its groups as groups, its edges as glued connectors."""

from __future__ import annotations

from collections.abc import Sequence

from smdeck.compose.fills import legible
from smdeck.compose.room import Room
from smdeck.mermaid.flowchart import Edge, Flowchart, FlowNode
from smdeck.page.diagrams.flow import FlowPlan
from smdeck.page.diagrams.flow_words import edge_label_style, label_size, node_style, paragraphs_of
from smdeck.page.diagrams.outlines import POINTED, Span, outline_geometry, words_inside
from smdeck.page.diagrams.ties import tie_along
from smdeck.page.page import Page
from smdeck.scene import Line, Role, SceneNode, Shape
from smdeck.units import points

TIE, THICK = 2.5, 5.0
"""The width of edges in points."""


FILLS: tuple[Role, ...] = ("step_3", "step_4", "brand", "surface")
MARKED: tuple[Role, ...] = ("highlight", "brand", "surface")
"""What nodes are filled with, and those that are set off: the first that words can be read on."""


class FlowDrawing:
    """Puts a flowchart on a page."""

    def __init__(self, page: Page, flow: Flowchart, plan: FlowPlan, marked: Sequence[str]) -> None:
        self.page, self.flow, self.plan, self.marked = page, flow, plan, marked
        self.names = list(flow.nodes)
        self.small = label_size(page.theme, plan.size)
        self.shapes: dict[str, Shape] = {}
        self.frames: dict[str, Shape] = {}
        self.ties: list[Edge] = []
        self.of_edge: dict[int, list[SceneNode]] = {}

    def draw(self, name: str, alt: str) -> None:
        """Draw it as one group called `name`, or node by node where the slide is revealed."""
        for group, room in zip(self.flow.groups, self.plan.groups, strict=True):
            if room:
                self._frame(group, room)
        order = sorted(range(len(self.names)), key=self._read)
        for n in order:
            self._node(n)
        for n, edge in enumerate(self.plan.links):
            self._edge(n, edge)
        if self.page.slide.reveal:
            self._reveal(order)
        else:
            self._group(name, alt)

    def _read(self, n: int) -> tuple[float, float]:
        """Return where a node comes as one reads: rank by rank."""
        x, y = self.plan.nodes[n].center
        directions = {"down": (y, x), "up": (-y, x), "right": (x, y), "left": (-x, y)}
        first, second = directions[self.plan.direction]
        return round(first), second

    # Shapes.

    def _fill(self, node: FlowNode) -> Role:
        theme, tone = self.page.theme, self.page.scene.tone
        if node.name in self.marked:
            return legible(theme, tone, *MARKED)
        plain = node.outline in ("decision", "hexagon")
        return "ground" if plain else legible(theme, tone, *FILLS)

    def _node(self, n: int) -> None:
        node, room = self.flow.nodes[self.names[n]], self.plan.nodes[n]
        theme, tone = self.page.theme, self.page.scene.tone
        fill = self._fill(node)
        line = Line("brand", TIE) if fill == "ground" else None
        size = room.w, room.h
        ports = () if node.outline in POINTED else self._ports(node.name, room)
        corner = 0.43 * points(theme.taste.radius)
        geometry = outline_geometry(node.outline, size, corner, ports)
        colors = theme.text_colors(None if fill == "ground" else fill, tone)
        style = node_style(theme, colors, self.plan.size)
        inside = words_inside(node.outline, size)
        words = paragraphs_of(node.words)
        self.shapes[node.name] = self.page.shape(
            room.box, geometry, fill=fill, line=line, text=words,
            style=style._replace(insets=inside), group="nodes", place=node.place,
            name=" ".join(node.words.split("\n")), called="node",
        )  # fmt: skip

    def _ports(self, name: str, room: Room) -> tuple[Span, ...]:
        """Return where edges meet a node or group beside the middles of its sides, from its upper
        left."""
        found: list[Span] = []
        for edge, way in zip(self.plan.links, self.plan.ways, strict=True):
            for end, (x, y) in ((edge.start, way[0]), (edge.end, way[-1])):
                port = round(x - room.x, 2), round(y - room.y, 2)
                if end == name and not _middle(port, room) and port not in found:
                    found.append(port)
        return tuple(found)

    def _frame(self, name: str, room: Room) -> None:
        group, theme = self.flow.groups[name], self.page.theme
        nested = group.group is not None
        anchor = "bottom" if self.plan.direction == "up" else "top"
        style = edge_label_style(theme, self.small, "left", anchor)
        style = style._replace(insets=(12, 8, 12, 8))
        corner, ports = 0.43 * points(theme.taste.radius), self._ports(name, room)
        geometry = outline_geometry("box", (room.w, room.h), corner, ports)
        self.frames[name] = self.page.shape(
            room.box, geometry, fill="ground" if nested else "surface",
            line=Line("line", 1.5) if nested else None,
            text=paragraphs_of(group.words), style=style, group="groups", name=group.words,
            called="group",
        )  # fmt: skip

    # Edges.

    def _edge(self, n: int, edge: Edge) -> None:
        start = self.shapes.get(edge.start) or self.frames[edge.start]
        end = self.shapes.get(edge.end) or self.frames[edge.end]
        way = self.plan.ways[n]
        nodes = tie_along(self.page, start, end, way, _line(edge))
        self.ties.append(edge)
        self.of_edge[id(edge)] = nodes
        if room := self.plan.labels[n]:
            nodes.append(self._label(edge, room))

    def _label(self, edge: Edge, room: Room) -> SceneNode:
        upright = self.plan.direction in ("down", "up")
        style = edge_label_style(self.page.theme, self.small, "left" if upright else "center")
        return self.page.label(
            room.inset(0, -1, -2, -1).box, paragraphs_of(edge.words), style, group="labels",
            name="label", place=edge.place,
        )  # fmt: skip

    # Together, or one by one.

    def _group(self, name: str, alt: str) -> None:
        """Join the diagram into one group, in which each group of nodes is one."""
        grouped: dict[str, SceneNode] = {}
        for group in reversed(self.flow.groups):  # what stands in others was named behind them
            if group in self.frames:
                grouped[group] = self._joined(group, grouped)
        top: list[SceneNode] = [
            grouped[g] for g, one in self.flow.groups.items() if g in grouped and not one.group
        ]
        top += [self.shapes[n] for n, one in self.flow.nodes.items() if one.group is None]
        ties = [node for nodes in self.of_edge.values() for node in nodes]
        self.page.group([*top, *ties], name, alt)

    def _joined(self, group: str, grouped: dict[str, SceneNode]) -> SceneNode:
        inner = [grouped[g] for g, one in self.flow.groups.items() if one.group == group
                 and g in grouped]  # fmt: skip
        nodes = [self.shapes[n] for n, one in self.flow.nodes.items() if one.group == group]
        return self.page.group([self.frames[group], *inner, *nodes], self.flow.groups[group].words)

    def _reveal(self, order: Sequence[int]) -> None:
        """Let nodes appear one by one, each with the edges to those that are there already."""
        seen: set[str] = set()
        for n in order:
            name = self.names[n]
            shown: list[SceneNode] = []
            group = self.flow.nodes[name].group
            while group is not None and group not in seen:
                seen.add(group)
                shown.insert(0, self.frames[group])
                group = self.flow.groups[group].group
            seen.add(name)
            shown.append(self.shapes[name])
            for edge in self.ties:
                if name in (edge.start, edge.end) and {edge.start, edge.end} <= seen:
                    shown += self.of_edge[id(edge)]
            self.page.click(*shown)


def _middle(port: Span, room: Room) -> bool:
    """Return whether a port is the middle of a side."""
    x, y = port
    across, down = abs(x - room.w / 2) < 0.5, abs(y - room.h / 2) < 0.5
    return across or down


def _line(edge: Edge) -> Line:
    width = THICK if edge.kind == "thick" else TIE
    return Line("brand", width, edge.kind == "dotted", head=edge.head, tail=edge.tail)


def alt_of(flow: Flowchart) -> str:
    """Return a flowchart in words: what leads where."""
    words = {name: " ".join(node.words.split()) for name, node in flow.nodes.items()}
    words |= {name: group.words for name, group in flow.groups.items()}
    tied = [edge for edge in flow.edges if edge.kind != "hidden"]
    said = []
    for edge in tied:
        arrow = "↔" if edge.tail and edge.head else "→" if edge.head else "–"
        about = f" ({' '.join(edge.words.split())})" if edge.words else ""
        said.append(f"{words[edge.start]} {arrow} {words[edge.end]}{about}")
    ends = {name for edge in tied for name in (edge.start, edge.end)}
    said += [words[name] for name in flow.nodes if name not in ends]
    return "; ".join(said)
