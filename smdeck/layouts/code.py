"""code: some lines of code, coloured as their language asks, those that matter set off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any

from smdeck.compose import Choice, Composition, Plan, Room, Type
from smdeck.findings import Findings, count, nearest
from smdeck.fit.measure import LINE_HEIGHT, SLACK, text_width
from smdeck.model.decode import key
from smdeck.model.text import Inline, Paragraph, Run
from smdeck.page.composed import Composed
from smdeck.page.page import Page
from smdeck.scene import Level, Role
from smdeck.theme import Theme
from smdeck.theme.color import contrast
from smdeck.units import points

PITCH, LOOSE, TIGHT = 46.0, 1.6, 1.18
"""The distance of lines in points at the most; and at the most and at the least, as a share of
their size."""

NUMBERS = 48.0
"""The room for the numbers of lines, in points."""

TAB = 4
"""How many spaces a tab stands for."""

READ = 4.5
"""The contrast that words need (WCAG 2.2, success criterion 1.4.3)."""

CODE = Level(font="code")


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
        pattern=r"\d+(-\d+)?(, *\d+(-\d+)?)*",
        expects="lines such as `5-6, 9`",
    )

    @property
    def lines(self) -> list[str]:
        """The lines, without empty ones around them."""
        return self.code.expandtabs(TAB).strip("\n").rstrip().split("\n")

    @property
    def marked_lines(self) -> list[int]:
        """The numbers of the lines that are set off, in order."""
        marked: set[int] = set()
        for part in (self.highlight or "").split(","):
            first, _, last = part.strip().partition("-")
            if first:
                marked |= {*range(int(first), int(last or first) + 1)}
        return sorted(marked)

    def check(self, findings: Findings) -> None:
        beyond = [line for line in self.marked_lines if not 1 <= line <= len(self.lines)]
        if beyond:
            findings.error(
                "unknown-highlight",
                f"there is no line {beyond[0]}: the code has {count(len(self.lines), 'line')}",
                self.at("highlight"),
                "it names lines, the first of which is 1",
            )
        if self.language and lexer_of(self.language) is None:
            findings.error(
                "wrong-value",
                f"there is no language `{self.language}` that code could be coloured for",
                self.at("language"),
                _language_help(self.language),
            )

    def given(self) -> frozenset[str]:
        return super().given() & {"source", "subtitle"} | {"code", "numbers"}

    def shape(self) -> tuple[object, ...]:
        size, pitch = self._fitted(self.talk.theme)
        return (size, pitch, len(self.lines), *self.marked_lines)

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
        theme, findings = page.theme, page.talk.findings
        size, pitch = self._fitted(theme)
        width, height = self._room(theme)
        holds, before = int((height + 0.5) / pitch), len(findings)
        if len(self.lines) > holds:
            findings.error(
                "overflow",
                f"the code has {count(len(self.lines), 'line')}; at {size:g} pt, the smallest "
                f"size, its box holds {holds}",
                self.at("code"),
                f"cut {count(len(self.lines) - holds, 'line')}, or split the slide",
            )
        columns = int(SLACK * width / text_width("0", size, theme, CODE))
        long = [n for n, line in enumerate(self.lines, 1) if len(line) > columns]
        if long:
            longest = max(long, key=lambda n: len(self.lines[n - 1]))
            named = ", ".join(str(n) for n in long[:4])
            findings.error(
                "overflow",
                f"line{'s' * (len(long) > 1)} {named} of the code "
                f"{'are' if len(long) > 1 else 'is'} too long: line {longest} has "
                f"{len(self.lines[longest - 1])} characters, at {size:g} pt a line holds {columns}",
                self.at("code"),
                f"cut {len(self.lines[longest - 1]) - columns} characters, or break the line",
            )
        return len(findings) > before

    def said(self, name: str) -> Sequence[Sequence[Paragraph]]:
        if name == "numbers":
            return [[Paragraph((Run(str(n)),)) for n in range(1, len(self.lines) + 1)]]
        if name == "code":
            theme = self.talk.theme
            tone = theme.composed_tone(theme.tone_of(self.layout, self.tone))
            lines = colored("\n".join(self.lines), self.language, tints(theme, tone))
            return [[Paragraph(tuple(runs) or (Run(" "),), code=True) for runs in lines]]
        return super().said(name)


def lexer_of(language: str) -> Any:
    """Return what takes code of a language to pieces, or None where there is no such language."""
    from pygments.lexers import get_lexer_by_name
    from pygments.util import ClassNotFound

    try:
        return get_lexer_by_name(language.lower(), stripnl=False, ensurenl=False)
    except ClassNotFound:
        return None


def _language_help(language: str) -> str:
    from pygments.lexers import get_all_lexers

    known = [alias for _, aliases, _, _ in get_all_lexers() for alias in aliases]
    near = nearest(language.lower(), known)
    return f"did you mean `{near}`?" if near else "leave it out, and the code has one colour"


@lru_cache(maxsize=64)
def tints(theme: Theme, tone: str) -> tuple[Role, Role, Role]:
    """Return the roles of comments, of a language's own words, and of values in code."""
    ground, accent = theme.rgb("ground", tone), theme.rgb("accent", tone)
    known: tuple[Role, ...] = ("series_3", "series_2", "series_5", "series_4", "series_1")
    values: Role = next(
        (
            role
            for role in known
            if contrast(theme.rgb(role, tone), ground) >= READ
            and theme.rgb(role, tone) not in (accent, theme.rgb("text", tone))
        ),
        "accent",
    )
    return "muted", "accent", values


def colored(code: str, language: str | None, roles: tuple[Role, Role, Role]) -> list[list[Run]]:
    """Return the lines of code as runs, each in the colour of what it is."""
    lexer = lexer_of(language) if language else None
    if lexer is None:
        return [[Run(line)] if line else [] for line in code.split("\n")]
    from pygments.token import Token

    comment, word, value = roles
    kinds = (
        (Token.Comment, comment), (Token.Keyword, word), (Token.Name.Tag, word),
        (Token.Name.Attribute, word), (Token.Name.Decorator, word), (Token.Literal, value),
    )  # fmt: skip
    lines: list[list[Run]] = [[]]
    for kind, text in lexer.get_tokens(code):
        tint = next((role for token, role in kinds if kind in token), None)
        for n, piece in enumerate(text.split("\n")):
            if n:
                lines.append([])
            if piece:
                last = lines[-1][-1] if lines[-1] else None
                if last and (last.tint == tint or piece.isspace()):
                    lines[-1][-1] = last._replace(text=last.text + piece)
                else:
                    lines[-1].append(Run(piece, tint=tint))
    return lines[: code.count("\n") + 1]
