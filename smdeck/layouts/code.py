"""code: some lines of code, coloured as their language asks, those that matter set off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from smdeck.compose import Choice, Composition, Plan, Room, Type
from smdeck.findings import Findings
from smdeck.fit.code_lines import CODE, code_problems
from smdeck.fit.measure import LINE_HEIGHT, SLACK, text_width
from smdeck.model.code_lines import HIGHLIGHT, check_code, lines_of, marked_lines
from smdeck.model.decode import key
from smdeck.model.text import Inline, Paragraph, Run
from smdeck.page.code_colors import colored, tints
from smdeck.page.composed import Composed
from smdeck.page.page import Page
from smdeck.theme import Theme
from smdeck.units import points

PITCH, LOOSE, TIGHT = 46.0, 1.6, 1.18
"""The distance of lines in points at the most; and at the most and at the least, as a share of
their size."""

NUMBERS = 48.0
"""The room for the numbers of lines, in points."""


def body(plan: Plan) -> None:
    """The lines over the body, bands from edge to edge behind those that are set off."""
    size, pitch, lines, *marked = (float(str(part)) for part in plan.choice.shape)
    ratio = plan.theme.role_ratio("body")
    type, leading = Type("body", size / ratio, size / ratio), pitch / (LINE_HEIGHT * size)
    room = plan.body._replace(h=max(plan.body.h, pitch * lines))
    numbers, code = room.cut("left", NUMBERS)
    plan.words("numbers", numbers, "code", text=type, ink="muted", leading=leading, counts=False)
    plan.words("code", code, "code", text=type, leading=leading, counts=False)
    # Letters stand in the lower part of a line that is higher than they need.
    shift = max(0.0, pitch / 2 - 0.55 * size)
    for first, last in _runs([int(line) for line in marked]):
        band = Room(
            0, room.y + (first - 1) * pitch + shift, plan.slide.w, (last - first + 1) * pitch
        )
        plan.plane(band, "surface")
        plan.plane(band._replace(w=10), "highlight")


def _runs(lines: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and last of lines that follow each other."""
    if not lines:
        return
    first = lines[0]
    for one, other in pairwise([*lines, -1]):
        if other != one + 1:
            yield first, one
            first = other


class Code(Composed):
    """Lines of code in the theme's monospaced font; `highlight` sets some off."""

    names = {
        "de": "Code", "en": "Code", "es": "Código",
        "fr": "Code", "it": "Codice", "nl": "Code", "pl": "Kod",
    }  # fmt: skip
    group = "words"
    compositions = (Composition("body", body, plain=True, de="Blatt"),)
    usual = Choice(
        "code", "", "body", given=frozenset({"code", "numbers"}), shape=(24.0, 38.0, 8, 4, 5)
    )
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

    @property
    def lines(self) -> list[str]:
        """The lines, without empty ones around them."""
        return lines_of(self.code)

    def check(self, findings: Findings) -> None:
        check_code(self, findings)

    def given(self) -> frozenset[str]:
        return super().given() & {"source", "subtitle"} | {"code", "numbers"}

    def shape(self) -> tuple[object, ...]:
        size, pitch = self._fitted(self.talk.theme)
        return (size, pitch, len(self.lines), *marked_lines(self.highlight))

    def _room(self, theme: Theme) -> tuple[float, float]:
        """Return width and height of the room for the lines, in points."""
        lower = 12 if self.sources and theme.bleeds else 0
        return points(theme.body.w) - NUMBERS, points(theme.body.h) - lower

    def _fitted(self, theme: Theme) -> tuple[float, float]:
        """Return the size of the code, and the distance of its lines, in points."""
        width, height = self._room(theme)
        largest, smallest = theme.role_bounds("body")
        sizes = [size for size in theme.scale if smallest <= size <= largest][::-1]
        for size in sizes or [smallest]:
            wide = max(text_width(line, size, theme, CODE) for line in self.lines)
            if wide <= SLACK * width and len(self.lines) * TIGHT * size <= height:
                break
        pitch = max(TIGHT * size, min(PITCH, LOOSE * size, (height - 0.5) / len(self.lines)))
        return size, pitch

    def draw(self, page: Page) -> None:
        if not self._report_too_much(page):
            super().draw(page)

    def _report_too_much(self, page: Page) -> bool:
        """Report lines that are too many or too long; return whether there are some."""
        size, pitch = self._fitted(page.theme)
        room = self._room(page.theme)
        place, findings = self.at("code"), page.talk.findings
        return code_problems(self.lines, size, pitch, room, page.theme, place, findings)

    def said(self, name: str) -> Sequence[Sequence[Paragraph]]:
        if name == "numbers":
            return [[Paragraph((Run(str(n)),)) for n in range(1, len(self.lines) + 1)]]
        if name == "code":
            theme = self.talk.theme
            tone = theme.composed_tone(theme.tone_of(self.layout, self.tone))
            lines = colored("\n".join(self.lines), self.language, tints(theme, tone))
            return [[Paragraph(tuple(runs) or (Run(" "),), code=True) for runs in lines]]
        return super().said(name)
