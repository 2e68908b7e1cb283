"""Sequence: who says what to whom, in columns with lines down the page and arrows between them."""

from __future__ import annotations

from collections.abc import Sequence as Many
from typing import NamedTuple

from smdeck.compose.fills import legible
from smdeck.compose.room import Room
from smdeck.mermaid.sequence import FragmentBound, Message, Note, Participant, SequenceDiagram
from smdeck.page.diagrams.drawing import FILLS, MARKED
from smdeck.page.diagrams.flow_words import (
    LabelSize,
    edge_label_style,
    measure,
    node_style,
    paragraphs_of,
)
from smdeck.page.diagrams.outlines import outline_geometry
from smdeck.page.diagrams.ties import tie_along
from smdeck.page.page import Page
from smdeck.scene import Line, SceneNode, Shape, Style
from smdeck.theme import Theme
from smdeck.theme.theme import TextColors
from smdeck.units import points

SIZES = (24.0, 22.0, 20.0, 18.0, 16.0, 14.0)
"""The sizes of words at arrows that are tried, in points."""

PLAIN = TextColors("text", "muted", "accent")
LOOP, LIFE = 30.0, 3.0
"""How far an arrow to oneself goes out, and the width of lines of life, in points."""


class StepRow(NamedTuple):
    """A step with its place down the page, in points from the first one."""

    top: float
    high: float
    label: LabelSize


class SequencePlan(NamedTuple):
    """Where everything of a sequence stands."""

    size: float
    columns: tuple[float, ...]
    """The middle of each column, in points of the slide."""
    head: float
    """The height of the heads."""
    rows: tuple[StepRow, ...]
    heads: tuple[LabelSize, ...]


class SequenceFitter:
    """Finds the largest size of words at which a sequence fits into a room."""

    def __init__(self, sequence: SequenceDiagram, theme: Theme, room: Room) -> None:
        self.sequence, self.theme, self.room = sequence, theme, room
        self.names = list(sequence.participants)

    def best(self) -> SequencePlan | None:
        """Return the sequence as large as can be; None where the smallest words are too large."""
        scale = self.theme.type.role_ratio("label")
        for size in SIZES:
            plan = self._at(self.theme.type.step_below(scale * size))
            if plan:
                return plan
        return None

    def _at(self, size: float) -> SequencePlan | None:
        style = edge_label_style(self.theme, size)
        heads = node_style(self.theme, PLAIN, size)
        columns, wide = self._columns(size, style, heads)
        named = tuple(
            measure(one.words, heads, self.theme, wide - 24)
            for one in self.sequence.participants.values()
        )
        if any(one.wide + 20 > wide for one in named):
            return None
        head = max((one.high for one in named), default=0.0) + 14
        rows = self._rows(size, style, columns)
        if rows is None:
            return None
        high = rows[-1].top + rows[-1].high if rows else 0.0
        free = self.room.h - head - 8 - high
        if free < 0:
            return None
        shift = min(free / max(1, len(rows)), 1.1 * size)
        rows = [row._replace(top=row.top + (n + 0.6) * shift) for n, row in enumerate(rows)]
        return SequencePlan(size, tuple(columns), head, tuple(rows), named)

    def _columns(self, size: float, style: Style, heads: Style) -> tuple[list[float], float]:
        """Return the middles of the columns, and how wide a head may be."""
        many = len(self.names)
        apart = [1.0] * (many - 1)
        loops = 0.0
        for step in self.sequence.steps:
            if not isinstance(step, Message):
                continue
            one, other = sorted((self.names.index(step.start), self.names.index(step.end)))
            if one == other:
                said = measure(step.words, style, self.theme, 9 * size).wide
                loops = max(loops, (one == many - 1) * (said + LOOP + 20))
            elif other == one + 1:
                wide = measure(step.words, style, self.theme, 12 * size).wide / (6 * size)
                apart[one] = max(apart[one], min(wide, 2.0))
        named = [
            measure(one.words, heads, self.theme, 9 * size).wide + 28
            for one in self.sequence.participants.values()
        ]
        edges = max(named) / 2, max(max(named) / 2, loops)
        free = self.room.w - edges[0] - edges[1]
        total = sum(apart) or 1.0
        columns = [self.room.x + edges[0]]
        for share in apart:
            columns.append(columns[-1] + free * share / total)
        least = min((free * share / total for share in apart), default=self.room.w)
        return columns, min(least - 12, max(named))

    def _rows(self, size: float, style: Style, columns: Many[float]) -> list[StepRow] | None:
        """Return the steps one below the other; None where words are wider than their room."""
        rows, at, line = [], 0.0, 1.2 * size
        for step in self.sequence.steps:
            if isinstance(step, FragmentBound):
                high = 0.6 * line if step.kind == "end" else line + 8
                label = measure("", style, self.theme, 0)
            else:
                wide = self._width(step, columns)
                label = measure(step.words, style, self.theme, wide)
                if label.wide > wide + 1:
                    return None
                high = label.high + 0.6 * size + 4
                if isinstance(step, Message) and step.start == step.end:
                    high = max(high, line + 14)
            rows.append(StepRow(at, high, label))
            at += high
        return rows

    def _width(self, step: Message | Note, columns: Many[float]) -> float:
        """Return how wide the words of a step may be."""
        numbers = [self.names.index(name) for name in
                   (step.over if isinstance(step, Note) else (step.start, step.end))]  # fmt: skip
        first, last = min(numbers), max(numbers)
        if first == last:
            after = columns[last + 1] if last + 1 < len(columns) else self.room.right
            before = columns[first - 1] if first else self.room.x
            if isinstance(step, Message) or step.side == "right":
                return after - columns[last] - 16 - LOOP * isinstance(step, Message)
            if step.side == "left":
                return columns[first] - before - 16
            return after - before - 28
        return columns[last] - columns[first] - 18


class SequenceDrawing:
    """Puts a sequence on a page."""

    def __init__(
        self,
        page: Page,
        sequence: SequenceDiagram,
        plan: SequencePlan,
        room: Room,
        marked: Many[str],
    ) -> None:
        self.page, self.sequence, self.plan, self.room = page, sequence, plan, room
        self.names, self.marked = list(sequence.participants), marked
        self.top = room.y + plan.head
        self.lives: dict[str, Shape] = {}
        self.steps: list[list[SceneNode]] = []
        self.all: list[SceneNode] = []

    def draw(self, name: str, alt: str) -> None:
        """Draw it as one group called `name`, or step by step where the slide is revealed."""
        self._parts()
        for n, one in enumerate(self.sequence.participants.values()):
            self._participant(n, one)
        number = 0
        for row, step in zip(self.plan.rows, self.sequence.steps, strict=True):
            if isinstance(step, Message):
                number += 1
                self.steps.append(self._message(step, row, number))
            elif isinstance(step, Note):
                self.steps.append([self._note(step, row)])
        if self.page.slide.reveal:
            for nodes in self.steps:
                self.page.click(*nodes)
        else:
            self.page.group([*self.all, *(n for step in self.steps for n in step)], name, alt)

    def _x(self, name: str) -> float:
        return self.plan.columns[self.names.index(name)]

    def _sites(self) -> list[float]:
        """Return where arrows meet the lines of life, from the foot of the heads."""
        found = []
        for row, step in zip(self.plan.rows, self.sequence.steps, strict=True):
            if isinstance(step, Message):
                found += self._arrow(step, row)
        return found

    def _arrow(self, step: Message, row: StepRow) -> list[float]:
        """Return where an arrow stands; one to oneself leaves and comes back."""
        if step.start == step.end:
            return [row.top + 8, row.top + row.high - 8]
        return [row.top + row.high - 6]

    def _participant(self, n: int, one: Participant) -> None:
        page, theme, x = self.page, self.page.theme, self.plan.columns[n]
        words = self.plan.heads[n]
        wide = max(one_.wide for one_ in self.plan.heads) + 24
        if len(self.names) > 1:
            near = min(abs(x - other) for m, other in enumerate(self.plan.columns) if m != n)
            wide = min(wide, max(near - 10, words.wide + 16))
        fill = legible(theme, page.scene.tone, *(MARKED if one.name in self.marked else FILLS))
        colors = theme.text_colors(fill, page.scene.tone)
        style = node_style(theme, colors, self.plan.size)._replace(insets=(4, 2, 4, 2))
        head = Room(x - wide / 2, self.room.y, wide, self.plan.head)
        outline = outline_geometry(
            "stadium" if one.actor else "box", (head.w, head.h), 0.43 * points(theme.taste.radius)
        )
        life = Room(x - LIFE / 2, self.top, LIFE, self.room.bottom - self.top)
        geometry = outline_geometry(
            "box", (life.w, life.h), 0, tuple((LIFE / 2, y) for y in self._sites())
        )
        name = " ".join(one.words.split())
        tie = page.strings.shapes["rule"]
        self.lives[one.name] = page.shape(life.box, geometry, fill="calm", name=f"{tie} {name}")
        shown = page.shape(
            head.box, outline, fill=fill, text=paragraphs_of(one.words), style=style,
            group="nodes", place=one.place, name=name, called="participant",
        )  # fmt: skip
        self.all += [self.lives[one.name], shown]

    def _message(self, step: Message, row: StepRow, number: int) -> list[SceneNode]:
        page = self.page
        start, end = self.lives[step.start], self.lives[step.end]
        ys = self._arrow(step, row)
        x1, x2 = self._x(step.start), self._x(step.end)
        way = [(x1, self.top + ys[0]), (x2, self.top + ys[-1])]
        if step.start == step.end:
            way[1:1] = [(x1 + LOOP, way[0][1]), (x1 + LOOP, way[1][1])]
        line = Line("brand", 2.25, step.dotted, head=step.head, tail=step.tail)
        nodes = tie_along(page, start, end, way, line)
        if step.words:
            nodes.append(self._label(step, row, number))
        return nodes

    def _label(self, step: Message, row: StepRow, number: int) -> SceneNode:
        """Put the words of a message over its arrow: beside who sends it, if there is room before
        the next line of life, else over these."""
        own = step.start == step.end
        words = f"{number}. {step.words}" if self.sequence.numbered else step.words
        wide = row.label.wide + (2.2 * self.plan.size if self.sequence.numbered else 4)
        high = row.label.high
        x1, x2 = self._x(step.start), self._x(step.end)
        between = [x for x in self.plan.columns if min(x1, x2) < x < max(x1, x2)]
        near = min(between, key=lambda x: abs(x - x1)) if between else x2
        apart = wide + 10 <= abs(near - x1)
        x = (x1 + near) / 2 if apart else (x1 + x2) / 2
        room = Room(x - wide / 2, self.top + row.top + row.high - 10 - high, wide, high)
        if own:
            middle = self.top + row.top + row.high / 2
            room = Room(x1 + LOOP + 6, middle - high / 2, wide, high)
        box = room.inset(-2, -1, -2, -1)
        style = self._style("left" if own else "center")
        if between and not apart:
            return self.page.shape(
                box.box, outline_geometry("box", (box.w, box.h), 0), fill="ground",
                text=paragraphs_of(words), style=style, group="labels", place=step.place,
                name=words, called="message",
            )  # fmt: skip
        return self.page.label(
            box.box, paragraphs_of(words), style, group="labels", name="message",
            place=step.place,
        )  # fmt: skip

    def _style(self, align: str) -> Style:
        style = edge_label_style(self.page.theme, self.plan.size, align)
        return style._replace(levels=tuple(level._replace(color="text") for level in style.levels))

    def _note(self, step: Note, row: StepRow) -> SceneNode:
        xs = [self._x(name) for name in step.over]
        wide = max(row.label.wide + 24, max(xs) - min(xs) + 60)
        x = (min(xs) + max(xs)) / 2 - wide / 2
        if step.side == "right":
            wide = row.label.wide + 16
            x = xs[0] + 8
        elif step.side == "left":
            wide = row.label.wide + 16
            x = xs[0] - 8 - wide
        else:
            x = self._clear(step, x, wide)
        x = max(self.room.x, min(x, self.room.right - wide))
        room = Room(x, self.top + row.top + 3, wide, row.high - 6)
        outline = outline_geometry("box", (room.w, room.h), 0)
        return self.page.shape(
            room.box, outline, fill="ground", line=Line("muted", 1), text=paragraphs_of(step.words),
            style=self._style("center")._replace(insets=(4, 0, 4, 0)), group="labels",
            place=step.place, name=" ".join(step.words.split()), called="note",
        )  # fmt: skip

    def _clear(self, step: Note, x: float, wide: float) -> float:
        """Return where a note begins that covers no line of life but its own."""
        first, last = self._x(step.over[0]), self._x(step.over[-1])
        first, last = min(first, last), max(first, last)
        before = max((c for c in self.plan.columns if c < first - 1), default=self.room.x - 8)
        after = min((c for c in self.plan.columns if c > last + 1), default=self.room.right + 8)
        return max(before + 8, min(x, after - 8 - wide))

    def _parts(self) -> None:
        """Draw the frames of parts that repeat or may happen, with what they are called."""
        open_: list[tuple[int, set[str]]] = []
        steps, rows = self.sequence.steps, self.plan.rows
        lines: list[tuple[int, int]] = []
        for n, step in enumerate(steps):
            if isinstance(step, FragmentBound) and step.kind == "end":
                first, inside = open_.pop()
                self._part(first, n, inside, len(open_))
                for start, at in [one for one in lines if one[0] == first]:
                    self._part_label(steps[at], rows[at], inside, len(open_), rule=True)
                    lines.remove((start, at))
                for _, outer in open_:
                    outer |= inside
            elif isinstance(step, FragmentBound) and step.kind in ("else", "and", "option"):
                lines.append((open_[-1][0], n))
            elif isinstance(step, FragmentBound):
                open_.append((n, set()))
            elif open_:
                names = step.over if isinstance(step, Note) else (step.start, step.end)
                open_[-1][1].update(names)

    def _sides(self, inside: set[str], depth: int) -> tuple[float, float]:
        """Return where a part begins and ends across."""
        xs = [self._x(name) for name in inside or set(self.names)]
        reach = 34.0 - 7 * depth
        return max(self.room.x - 8, min(xs) - reach), min(
            self.room.right + 8, max(max(xs) + reach, min(xs) + 160)
        )

    def _part(self, first: int, last: int, inside: set[str], depth: int) -> None:
        left, right = self._sides(inside, depth)
        rows = self.plan.rows
        top, bottom = self.top + rows[first].top, self.top + rows[last].top + rows[last].high / 2
        room = Room(left, top, right - left, bottom - top)
        frame = self.page.shape(
            room.box, outline_geometry("box", (room.w, room.h), 6), line=Line("muted", 1.25),
            name=" ".join(f"{self._block(first).kind} {self._block(first).words}".split()),
        )  # fmt: skip
        self.all.append(frame)
        self._part_label(self._block(first), rows[first], inside, depth, rule=False)

    def _block(self, n: int) -> FragmentBound:
        step = self.sequence.steps[n]
        assert isinstance(step, FragmentBound)
        return step

    def _part_label(
        self, step: object, row: StepRow, inside: set[str], depth: int, *, rule: bool
    ) -> None:
        assert isinstance(step, FragmentBound)
        left, right = self._sides(inside, depth)
        y = self.top + row.top
        if rule:
            line = Room(left, y, right - left, 0)
            geometry = outline_geometry("box", (line.w, 0.1), 0)
            rule_ = self.page.shape(
                line._replace(h=0.1).box, geometry, line=Line("muted", 1.25, dashed=True),
                name=self.page.strings.shapes["rule"],
            )  # fmt: skip
            self.all.append(rule_)
        style = edge_label_style(self.page.theme, self.plan.size, "left")
        style = style._replace(levels=tuple(level._replace(bold=True) for level in style.levels))
        words = f"{step.kind}: {step.words}" if step.words else step.kind
        first = min(self._x(name) for name in inside or set(self.names))  # beside its line of life
        room = Room(first + 8, y + 2, right - first - 10, row.high - 4)
        self.all.append(
            self.page.label(
                room.box, paragraphs_of(words), style, group="parts", name="part", place=step.place
            )
        )


def alt_of_sequence(sequence: SequenceDiagram) -> str:
    """Return a sequence in words: who says what to whom."""
    words = {name: " ".join(one.words.split()) for name, one in sequence.participants.items()}
    said = []
    for step in sequence.steps:
        if isinstance(step, Message):
            about = f": {' '.join(step.words.split())}" if step.words else ""
            said.append(f"{words[step.start]} → {words[step.end]}{about}")
        elif isinstance(step, Note):
            said.append(f"{', '.join(words[name] for name in step.over)}: {step.words}")
        elif step.kind != "end":
            said.append(f"[{step.kind} {step.words}]".replace(" ]", "]"))
    return "; ".join(said) or ", ".join(words.values())


def most_that_fit(sequence: SequenceDiagram, theme: Theme, room: Room) -> int:
    """Return how many steps, of the first ones, fit into a room at the smallest size."""
    for many in range(len(sequence.steps) - 1, 0, -1):
        part = sequence._replace(steps=sequence.steps[:many])
        if SequenceFitter(part, theme, room).best():
            return many
    return 0
