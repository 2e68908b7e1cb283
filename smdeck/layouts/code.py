"""code: some lines of code, coloured as their language asks, those that matter set off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeGuard

from smdeck.compose import Choice, Composition, Plan, Room, Type
from smdeck.findings import Findings
from smdeck.fit.code_lines import CODE, code_problems
from smdeck.fit.measure import LINE_HEIGHT, SLACK, text_width
from smdeck.model.code_lines import (
    HIGHLIGHT,
    Span,
    blocks_of,
    check_code,
    check_steps,
    lines_of,
    marked_lines,
    spans_of,
)
from smdeck.model.fields import Reader, key
from smdeck.model.reveal import Reveal
from smdeck.model.text import Inline, Paragraph, Run
from smdeck.page import Composed, Page
from smdeck.page.code_colors import colored, tints
from smdeck.scene import Click, Geometry, Lines, Role, SceneNode, TextBox
from smdeck.theme import Theme
from smdeck.units import points

PITCH, LOOSE, TIGHT = 46.0, 1.6, 1.18
"""The distance of lines in points at the most; and at the most and at the least, as a share of
their size."""

NUMBERS = 48.0
"""The room for the numbers of lines, in points."""


WINDOW, EDGE, DOT = 30.0, 24.0, 5.5
"""The height of a window's head, the space around the lines in it, and the radius of its dots."""


class Setting(NamedTuple):
    """What of the lines decides where they stand: see `Code.shape`."""

    size: float
    pitch: float
    many: int
    numbers: bool
    marked: tuple[Span, ...]
    """Setting that are set off."""
    steps: tuple[int, ...]
    """The step that each of these appears with, -1 for none."""


def body(plan: Plan) -> None:
    """The lines over the body, bands from edge to edge behind those that are set off."""
    lines = _lines(plan)
    room = plan.body._replace(h=max(plan.body.h, lines.pitch * lines.many))
    _words(plan, lines, room)
    for top, high, step in _bands(lines, room):
        band = Room(0, top, plan.slide.w, high)
        plan.plane(band, "surface", step)
        plan.plane(band._replace(w=10), "highlight", step)


def terminal(plan: Plan) -> None:
    """The lines in a dark window with three dots at its head."""
    lines, window = _lines(plan), plan.body
    corner = round(100_000 * 10 / min(window.w, window.h))
    plan.draw(window, Geometry("roundRect", (("adj", corner),)), "contrast")
    for n in range(3):
        x, y = window.x + EDGE + 3.4 * n * DOT, window.y + WINDOW / 2 + 3
        plan.dot(x, y, DOT, ("highlight", "calm", "calm")[n])
    room = window.inset(EDGE, WINDOW + 4, EDGE, 8)
    _words(plan, lines, room)
    for top, high, step in _bands(lines, room):
        band = Room(window.x, top, window.w, high)
        plan.draw(band, Geometry(), "inverse", step, alpha=14)
        plan.plane(band._replace(w=6), "highlight", step)


def _lines(plan: Plan) -> Setting:
    (lines,) = plan.choice.shape
    assert isinstance(lines, Setting)
    return lines


def _words(plan: Plan, lines: Setting, room: Room) -> None:
    """Put the lines into a room, their numbers before them."""
    ratio = plan.theme.type.role_ratio("body")
    type = Type("body", lines.size / ratio, lines.size / ratio)
    leading = lines.pitch / (LINE_HEIGHT * lines.size)
    code = room
    if lines.numbers:
        numbers, code = room.cut("left", NUMBERS)
        plan.words(
            "numbers", numbers, "code", text=type, color="muted", leading=leading, counts=False
        )
    plan.words("code", code, "code", text=type, leading=leading, counts=False)


def _bands(lines: Setting, room: Room) -> Iterator[tuple[float, float, int | None]]:
    """Yield where lines that are set off begin, how high they are, and the step that shows them."""
    # Letters stand in the lower part of a line that is higher than they need.
    shift = max(0.0, lines.pitch / 2 - 0.55 * lines.size)
    for (first, last), step in zip(lines.marked, lines.steps, strict=True):
        top = room.y + (first - 1) * lines.pitch + shift
        yield top, (last - first + 1) * lines.pitch, step if step >= 0 else None


def _runs(lines: Sequence[int], step_of: dict[int, int]) -> Iterator[Span]:
    """Yield the first and last of lines that follow each other and appear together."""
    for n, line in enumerate(lines):
        before = lines[n - 1] if n else None
        if before != line - 1 or step_of.get(line) != step_of.get(line - 1):
            first = line
        after = lines[n + 1] if n + 1 < len(lines) else None
        if after != line + 1 or step_of.get(line) != step_of.get(line + 1):
            yield first, line


def _is_of_lines(node: SceneNode) -> TypeGuard[TextBox]:
    """Return whether a node is the lines or their numbers."""
    return isinstance(node, TextBox) and node.name in ("numbers", "code")


class Code(Composed):
    """Setting of code in the theme's monospaced font; `highlight` sets some off."""

    names = {
        "de": "Code", "en": "Code", "es": "Código",
        "fr": "Code", "it": "Codice", "nl": "Code", "pl": "Kod",
    }  # fmt: skip
    group = "words"
    compositions = (
        Composition("body", body, plain=True, de="Blatt"),
        Composition("terminal", terminal, de="Fenster", asked=True),
    )
    usual = Choice(
        "code", "", "body", given=frozenset({"code", "numbers"}),
        shape=(Setting(24.0, 38.0, many=8, numbers=True, marked=((4, 5),), steps=(-1,)),),
    )  # fmt: skip
    example = """\
layout: code
title: So sieht ein Gespräch als Daten aus
language: json
code: |
  {
    "marke": "Ihre Marke",
    "beitrag": "Was fehlt Ihnen noch?",
    "antworten": [
      { "von": "Kundin", "text": "Ein Beispiel" },
      { "von": "Freund", "text": "Mehr davon" }
    ]
  }
highlight: 5-6
"""

    title: Inline = key("The slide's message.")
    code: str = key("The lines, as they are.")
    language: str | None = key(
        "The language that colours them, as `python` or `json`; default: none.", None
    )
    highlight: str | None = key(
        "The lines that are set off, as `5-6, 9`.",
        None,
        pattern=HIGHLIGHT,
        expects="lines such as `5-6, 9`",
    )

    numbers: bool = key("Whether lines have their numbers before them.", True)
    steps: str | None = key(
        "The lines that appear with each click, as `1-3, 4, 5-8`; others are there from the "
        "beginning. With `reveal: true` alone, lines appear up to the next empty one.",
        None,
        pattern=HIGHLIGHT,
        expects="lines such as `1-3, 4, 5-8`",
    )

    def decoded(self, reader: Reader) -> None:
        """Let lines that are named as steps appear by click."""
        if self.steps and not self.reveal:
            self.reveal = Reveal(self.origin)

    @property
    def spans(self) -> list[Span]:
        """The lines that appear with each click; none where all are there from the beginning."""
        if not self.reveal:
            return []
        return spans_of(self.steps) if self.steps else blocks_of(self.lines)

    def count(self) -> int:
        return len(self.spans)

    @property
    def lines(self) -> list[str]:
        """The lines, without empty ones around them."""
        return lines_of(self.code)

    def check(self, findings: Findings) -> None:
        check_code(self, findings)
        check_steps(self, spans_of(self.steps), findings)

    def given(self) -> frozenset[str]:
        own = {"code", "numbers"} if self.numbers else {"code"}
        return super().given() & {"source", "subtitle"} | own

    def shape(self) -> tuple[object, ...]:
        size, pitch = self._fitted(self.context.theme)
        step_of = {
            line: n for n, (first, last) in enumerate(self.spans) for line in range(first, last + 1)
        }
        marked = tuple(_runs(marked_lines(self.highlight), step_of))
        steps = tuple(step_of.get(first, -1) for first, _ in marked)
        return (
            Setting(
                size, pitch, many=len(self.lines), numbers=self.numbers, marked=marked, steps=steps
            ),
        )

    @property
    def _framed(self) -> bool:
        """Whether the lines stand in a window."""
        return bool(self.composition) and self.compositions[1].is_named(self.composition or "")

    def _room(self, theme: Theme) -> tuple[float, float]:
        """Return width and height of the room for the lines, in points."""
        lower = 12.0 if self.sources and theme.bleeds else 0.0
        before = NUMBERS if self.numbers else 0.0
        if self._framed:
            before, lower = before + 2 * EDGE, lower + WINDOW + 12
        return points(theme.body.w) - before, points(theme.body.h) - lower

    def _fitted(self, theme: Theme) -> tuple[float, float]:
        """Return the size of the code, and the distance of its lines, in points."""
        width, height = self._room(theme)
        largest, smallest = theme.type.role_bounds("body")
        sizes = [size for size in theme.type.scale if smallest <= size <= largest][::-1]
        for size in sizes or [smallest]:
            wide = max(text_width(line, size, theme, CODE) for line in self.lines)
            if wide <= SLACK * width and len(self.lines) * TIGHT * size <= height:
                break
        pitch = max(TIGHT * size, min(PITCH, LOOSE * size, (height - 0.5) / len(self.lines)))
        return size, pitch

    def draw(self, page: Page) -> None:
        if not self._report_too_much(page):
            super().draw(page)
            self._reveal(page)

    def _reveal(self, page: Page) -> None:
        """Let lines appear click by click, their numbers and the bands behind them with them."""
        boxes = [one for one in page.scene.nodes if _is_of_lines(one)]
        if not boxes or not self.spans:
            return
        (setting,) = self.shape()
        assert isinstance(setting, Setting)
        banded = sorted({step for step in setting.steps if step >= 0})
        bands = dict(zip(banded, page.scene.clicks, strict=True))
        behind = {id(node) for click in bands.values() for node in click.nodes}
        words = page.scene.nodes.index(boxes[0])
        page.scene.nodes[:] = [
            *page.scene.nodes[:words],
            *(node for node in page.scene.nodes[words:] if id(node) in behind),
            *(node for node in page.scene.nodes[words:] if id(node) not in behind),
        ]
        page.scene.clicks = [
            Click(
                bands[n].nodes if n in bands else (),
                tuple(Lines(box, first - 1, last - 1) for box in boxes),
            )
            for n, (first, last) in enumerate(self.spans)
        ]

    def _report_too_much(self, page: Page) -> bool:
        """Report lines that are too many or too long; return whether there are some."""
        size, pitch = self._fitted(page.theme)
        room = self._room(page.theme)
        place, findings = self.at("code"), page.context.findings
        return code_problems(
            self.lines,
            size,
            pitch=pitch,
            room=room,
            theme=page.theme,
            place=place,
            findings=findings,
        )

    def said(self, name: str) -> Sequence[Sequence[Paragraph]]:
        if name == "numbers":
            return [[Paragraph((Run(str(n)),)) for n in range(1, len(self.lines) + 1)]]
        if name == "code":
            theme = self.context.theme
            tone = theme.composed_tone(theme.tone_of(self.layout, self.tone))
            behind: Role = "contrast" if self._framed else "ground"
            lines = colored("\n".join(self.lines), self.language, tints(theme, tone, behind))
            return [[Paragraph(tuple(runs) or (Run(" "),), code=True) for runs in lines]]
        return super().said(name)
