"""Flowcharts: nodes in their shapes, edges with their words, groups of nodes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from smdeck.findings import Findings, Place, nearest
from smdeck.mermaid.written import DiagramText, Reading, SourceLine, label_text

Direction = Literal["down", "up", "right", "left"]

LineKind = Literal["solid", "thick", "dotted", "hidden"]

Outline = Literal[
    "box", "round", "stadium", "subroutine", "cylinder", "circle", "flag", "decision", "hexagon",
    "slanted", "trapezoid",
]  # fmt: skip

_DIRECTIONS: dict[str, Direction] = {
    "TB": "down", "TD": "down", "BT": "up", "LR": "right", "RL": "left",
    ">": "right", "<": "left", "^": "up", "v": "down",
}  # fmt: skip

_BRACKETS: tuple[tuple[str, tuple[str, ...], Outline], ...] = (
    ("(((", (")))",), "circle"),
    ("((", ("))",), "circle"),
    ("([", ("])",), "stadium"),
    ("[[", ("]]",), "subroutine"),
    ("[(", (")]",), "cylinder"),
    ("[/", ("/]", "\\]"), "slanted"),
    ("[\\", ("\\]", "/]"), "slanted"),
    ("{{", ("}}",), "hexagon"),
    ("{", ("}",), "decision"),
    ("(", (")",), "round"),
    ("[", ("]",), "box"),
    (">", ("]",), "flag"),
)
"""The brackets around the words of a node, the longest first, and the shape that they stand for."""

_NAMED: dict[str, Outline] = {
    "rect": "box", "rounded": "round", "stadium": "stadium", "pill": "stadium", "diam": "decision",
    "diamond": "decision", "decision": "decision", "hex": "hexagon", "circle": "circle",
    "circ": "circle", "cyl": "cylinder", "db": "cylinder", "database": "cylinder",
    "subproc": "subroutine", "fr-rect": "subroutine", "process": "box", "proc": "box",
    "event": "round", "terminal": "stadium", "lean-r": "slanted", "lean-l": "slanted",
    "trap-t": "trapezoid", "trap-b": "trapezoid", "odd": "flag", "dbl-circ": "circle",
}  # fmt: skip
"""The names of shapes in `A@{ shape: … }`."""

_BOXES = """
bang bolt bow-rect bow-tie-rectangle brace brace-l brace-r braces comment com-link card cloud
collate cross-circ curv-trap das datastore delay disk display div-proc div-rect doc document docs
documents extract f-circ filled-circle flag flip-tri fork framed-circle framed-rectangle fr-circ
half-rounded h-cyl hourglass in-out internal-storage join junction lightning-bolt lin-cyl lin-doc
lin-proc lin-rect lined-cylinder loop-limit manual manual-file manual-input multi-process
notch-pent notch-rect notched-pentagon notched-rectangle paper-tape priority processes procs
question shaded-process sl-rect sm-circ small-circle sloped-rectangle st-doc st-rect
stacked-rectangle start stop stored-data subprocess summary tag-doc tag-proc tag-rect text tri
triangle win-pane window-pane
"""
"""The names of further shapes: they are boxes here."""

_STYLES = ("classDef", "class", "style", "linkStyle", "click", "accTitle", "accDescr")
"""Statements that colour, link or describe: none of them stands on a slide."""

_NAME = re.compile(r"\w+(?:[-./:]\w+)*")
_PLAIN_LINK = re.compile(
    r"(?P<tail>[<xo](?=[-=]))?(?:(?P<dotted>-\.+-)|(?P<thick>={2,})|(?P<solid>-{2,}))"
    r"(?P<head>>|[xo](?=[\s|]|$))?|(?P<hidden>~{3,})"
)
_WORDED_LINK = re.compile(
    r"(?P<tail>[<xo](?=[-=]))?(?:--\s*(?P<solid>\"[^\"]*\"|[^-\s>].*?)\s*(?P<ends>-{2,})"
    r"|==\s*(?P<thick>\"[^\"]*\"|[^=\s>].*?)\s*={2,}"
    r"|-\.\s*(?P<dotted>\"[^\"]*\"|[^-\s.].*?)\s*\.+-)(?P<head>>|[xo](?=[\s|]|$))?"
)
_LABEL = re.compile(r"\s*\|(\"[^\"]*\"|[^|]*)\|")
_EDGE_NAME = re.compile(r"(\w+)@(?=[<xo]?(?:-[-.]|==))")
_CLASS = re.compile(r":::[\w-]+")
_PROPERTIES = re.compile(r"@\{([^}]*)\}")


class FlowNode(NamedTuple):
    """A node: its words, its shape, and the group that it stands in."""

    name: str
    words: str
    outline: Outline
    group: str | None
    place: Place


class Edge(NamedTuple):
    """An edge between two nodes, or groups."""

    start: str
    end: str
    words: str = ""
    kind: LineKind = "solid"
    head: bool = True
    """Whether it points at its end."""
    tail: bool = False
    """Whether it points at its start, too."""
    reach: int = 1
    """Over how many ranks it goes at the least."""
    place: Place | None = None


class NodeGroup(NamedTuple):
    """Nodes that stand in a frame of their own."""

    name: str
    words: str
    group: str | None
    """The group that it stands in."""


class Flowchart(NamedTuple):
    """A flowchart, its nodes in the order in which they are named."""

    direction: Direction
    nodes: dict[str, FlowNode]
    edges: tuple[Edge, ...]
    groups: dict[str, NodeGroup]


class _Stop(Exception):
    """A line is not understood from here: column, message and help."""


class _FlowchartParser:
    """Reads a flowchart statement by statement."""

    def __init__(self, written: DiagramText, findings: Findings) -> None:
        self.reading = Reading(written, findings)
        self.direction: Direction = "down"
        self.nodes: dict[str, FlowNode] = {}
        self.edges: list[Edge] = []
        self.groups: dict[str, NodeGroup] = {}
        self.edge_names: set[str] = set()
        self.open: list[tuple[str, int]] = []
        """The groups around the current line, with the lines that they begin on."""
        self.line, self.text, self.at = 0, "", 0

    def parse(self) -> Flowchart:
        """Return the flowchart."""
        first, *rest = self.reading.lines()
        head, *more = first.text.split(";", 1)
        self._header(first.number, head.split())
        statements = [SourceLine(first.number, more[0])] if more else []
        for self.line, text in _joined([*statements, *rest]):
            self.text, self.at = text, 0
            try:
                self._line()
            except _Stop as stop:
                at, message, help = stop.args
                words = self.text[at:].strip() or self.text.strip()
                self.reading.wrong(self.line, words, message, help)
        for name, number in self.open:
            self.reading.wrong(number, "", f"the group `{name}` has no `end`", "write `end` below")
        self.reading.report_passed_over()
        # Groups that nodes are named after are no nodes.
        nodes = {name: node for name, node in self.nodes.items() if name not in self.groups}
        return Flowchart(self.direction, nodes, tuple(self.edges), self.groups)

    def _header(self, number: int, words: list[str]) -> None:
        if len(words) > 1:
            direction = _DIRECTIONS.get(words[1])
            if direction is None:
                help = "directions: `TD`, `LR`, `BT` and `RL`"
                self.reading.wrong(number, words[1], f"`{words[1]}` is no direction", help)
            else:
                self.direction = direction

    def _line(self) -> None:
        word = self.text.strip().split(" ")[0].split("\t")[0].rstrip(";")
        if word == "subgraph":
            self._subgraph(self.text.strip()[8:].strip().rstrip(";").strip())
        elif word == "end" and self.text.strip().rstrip("; ") == "end":
            if not self.open:
                raise _Stop(0, "`end` ends no group", "remove it, or write `subgraph NAME` above")
            self.open.pop()
        elif word == "direction":
            self.reading.pass_over("direction", self.line, self.text)
        elif word.rstrip(":") in _STYLES and not re.match(r"\s*\w+\s*(-|=|\[|\(|\{)", self.text):
            self.reading.pass_over(word.rstrip(":"), self.line, self.text)
        else:
            self._chains()

    def _subgraph(self, said: str) -> None:
        match = re.fullmatch(r"([\w.-]+)\s*\[(.*)\]", said)
        name, words = (match[1], match[2]) if match else (said.strip('"'), said)
        name = name or f"group {len(self.groups) + 1}"
        around = self.open[-1][0] if self.open else None
        self.groups[name] = NodeGroup(name, label_text(words), around)
        self.open.append((name, self.line))

    # One line: chains with semicolons between them.

    def _chains(self) -> None:
        while True:
            self._space()
            if self.at >= len(self.text):
                return
            self._chain()
            self._space()
            if self.at < len(self.text):
                if self.text[self.at] != ";":
                    raise self._not_understood()
                self.at += 1

    def _chain(self) -> None:
        starts = self._nodes()
        while True:
            self._space()
            begins = self.at
            edge = self._edge()
            if edge is None:
                return
            ends = self._nodes()
            place = self.reading.written.place(self.line, self.text[begins : self.at], begins)
            self.edges += [
                edge._replace(start=start, end=end, place=place) for start in starts for end in ends
            ]
            starts = ends

    def _nodes(self) -> list[str]:
        """Return the names of nodes with `&` between them."""
        names = [self._node()]
        if names[0] in self.edge_names:  # `e1@{ animate: true }`
            del self.nodes[names[0]]
            return []
        while True:
            self._space()
            if self.text[self.at : self.at + 1] != "&":
                return names
            self.at += 1
            names.append(self._node())

    def _node(self) -> str:
        self._space()
        match = _NAME.match(self.text, self.at)
        if not match:
            if self.at >= len(self.text.rstrip()):
                raise _Stop(0, "the edge leads nowhere", "name a node behind it, as `A --> B`")
            raise self._not_understood()
        begins, name = self.at, match[0]
        self.at = match.end()
        words, outline = self._shape()
        if properties := _PROPERTIES.match(self.text, self.at):
            self.at = properties.end()
            words, outline = self._named_shape(properties[1], words, outline, begins)
        if class_ := _CLASS.match(self.text, self.at):
            self.reading.pass_over(":::", self.line, class_[0])
            self.at = class_.end()
        place = self.reading.written.place(self.line, self.text[begins : self.at], begins)
        self._add(name, words, outline, place)
        return name

    def _add(self, name: str, words: str | None, outline: Outline | None, place: Place) -> None:
        """Note a node; what says more of one that is known already changes it."""
        known = self.nodes.get(name)
        group = self.open[-1][0] if self.open else None
        if known is None:
            said = label_text(words) if words is not None else name
            self.nodes[name] = FlowNode(name, said or name, outline or "box", group, place)
            return
        if words is not None:
            known = known._replace(words=label_text(words) or name, place=place)
        if outline is not None:
            known = known._replace(outline=outline)
        if group is not None and known.group is None:
            known = known._replace(group=group)
        self.nodes[name] = known

    def _shape(self) -> tuple[str | None, Outline | None]:
        """Return words and shape of the brackets behind a name, if there are some."""
        for opening, closings, outline in _BRACKETS:
            if not self.text.startswith(opening, self.at):
                continue
            begins = self.at + len(opening)
            ends, closing = self._closing(begins, opening, closings)
            if ends < 0:
                if opening == ">":
                    break
                raise _Stop(
                    self.at, f"`{opening}` is not closed",
                    f"write `{closings[0]}` behind the words; those with brackets go in quotes",
                )  # fmt: skip
            self.at = ends + len(closing)
            words = self.text[begins:ends]
            if outline == "slanted" and closing[0] != opening[1]:
                return words, "trapezoid"
            return words, outline
        return None, None

    def _closing(self, begins: int, opening: str, closings: tuple[str, ...]) -> tuple[int, str]:
        """Return where the words in brackets end, and by what; -1 where they do not."""
        at = begins
        if self.text[begins : begins + 1] == '"':
            at = self.text.find('"', begins + 1)
            if at < 0:
                raise _Stop(begins, 'words in `"` are not closed', 'write `"` behind them')
        depth, own = 0, opening[0]
        pair = {"(": ")", "[": "]", "{": "}", ">": "]"}[own]
        while at < len(self.text):
            for closing in closings:
                if depth == 0 and self.text.startswith(closing, at):
                    return at, closing
            if own != ">":
                depth += (self.text[at] == own) - (self.text[at] == pair and depth > 0)
            at += 1
        return -1, ""

    def _named_shape(
        self, said: str, words: str | None, outline: Outline | None, begins: int
    ) -> tuple[str | None, Outline | None]:
        """Return words and shape of `@{ shape: …, label: … }`."""
        for part in re.findall(r"(\w+)\s*:\s*(\"[^\"]*\"|[^,]+)", said):
            key, value = part[0], part[1].strip()
            if key == "label":
                words = value
            elif key == "shape":
                if value in _BOXES.split():
                    self.reading.pass_over(f"shape: {value}", self.line, value)
                elif value not in _NAMED:
                    near = nearest(value, _NAMED)
                    help = f"did you mean `{near}`?" if near else "leave it out: it is a box then"
                    raise _Stop(begins, f"there is no shape `{value}`", help)
                outline = _NAMED.get(value, "box")
            else:
                self.reading.pass_over(key, self.line, part[0])
        return words, outline

    def _edge(self) -> Edge | None:
        """Return the edge that begins here, before its ends are known; None where there is none."""
        if name := _EDGE_NAME.match(self.text, self.at):
            self.edge_names.add(name[1])
            self.at = name.end()
        plain = _PLAIN_LINK.match(self.text, self.at)
        if plain and not plain["head"] and (plain["solid"] == "--" or plain["thick"] == "=="):
            plain = None  # its words come first: `A -- words --> B`
        worded = None if plain else _WORDED_LINK.match(self.text, self.at)
        found = plain or worded
        if found is None:
            return None
        ends = (found["tail"], found["head"])
        if "x" in ends or "o" in ends:
            sign, called = ("x", "cross") if "x" in ends else ("o", "circle")
            raise _Stop(
                self.at, f"an edge has no {called} at its end here, which `{sign}` asks for",
                "write an arrow, `-->`, and in words what it means, as `A -->|blocks| B`",
            )  # fmt: skip
        self.at = found.end()
        words = ""
        if worded:
            words = worded["solid"] or worded["thick"] or worded["dotted"] or ""
        elif label := _LABEL.match(self.text, self.at):
            words, self.at = label[1], label.end()
        kinds = found.groupdict()
        drawn: tuple[LineKind, ...] = ("hidden", "thick", "dotted")
        kind: LineKind = next((one for one in drawn if kinds.get(one)), "solid")
        head, tail = bool(found["head"]), bool(found["tail"])
        return Edge("", "", label_text(words), kind, head=head, tail=tail, reach=_reach(found))

    def _not_understood(self) -> _Stop:
        rest = self.text[self.at :].strip()
        help = "nodes are `A[words]`, edges `A --> B` or `A -->|words| B`"
        if re.match(r"<?-+>?|=+>?", rest):
            help = "an arrow has two dashes at least: `-->`, `---`, `-.->`, `==>`"
        shown = rest if len(rest) <= 24 else rest[:23] + "…"
        return _Stop(self.at, f"in the diagram `{shown}` is not understood", help)

    def _space(self) -> None:
        while self.at < len(self.text) and self.text[self.at].isspace():
            self.at += 1


def _joined(lines: list[SourceLine]) -> Iterator[SourceLine]:
    """Yield lines; what a text in quotes goes on in belongs to the line that it begins on."""
    waiting = iter(lines)
    for number, text in waiting:
        while text.count('"') % 2:
            following = next(waiting, None)
            if following is None:
                break
            text += f"\n{following.text.strip()}"
        yield SourceLine(number, text)


def _reach(link: re.Match[str]) -> int:
    """Return over how many ranks a link goes: each dash or dot more than needed is one more."""
    kinds = link.groupdict()
    worded = "ends" in kinds
    if not worded and kinds["dotted"]:
        return max(1, len(kinds["dotted"]) - 2)
    drawn = kinds["ends"] if worded else kinds["solid"] or kinds["thick"]
    return max(1, len(drawn or "") - (2 if kinds["head"] else 3) + 1)


def read_flowchart(written: DiagramText, findings: Findings) -> Flowchart:
    """Return a flowchart; findings say what is not understood."""
    return _FlowchartParser(written, findings).parse()
