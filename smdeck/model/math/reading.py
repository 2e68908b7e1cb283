"""Reading: a formula in LaTeX becomes a tree, and what is not understood a finding at its place."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from smdeck.findings import nearest
from smdeck.model.math.signs import (
    ACCENTS,
    BIG,
    BRACKETS,
    FUNCTIONS,
    GRIDS,
    SPACES,
    UNDER,
    known_commands,
    signs,
)
from smdeck.model.math.tree import (
    Accent,
    Big,
    Fence,
    Formula,
    Fraction,
    MathGrid,
    MathRow,
    MathScript,
    Root,
    Sign,
)

_TOKEN = re.compile(r"\\[A-Za-z]+|\\.|\d+(?:[.,]\d+)*|\s+|.", re.S)
_RELATION = "=<>:"
_OPERATOR = "+-*/,;!|"

DEEPEST = 60
"""How deep things may stand in each other."""

Report = Callable[[str, int, str, str | None], None]
"""Takes a message, where the words that are meant begin, these, and what helps."""


class MathToken(NamedTuple):
    """A piece of the text, and where it begins."""

    text: str
    at: int


class _Wrong(Exception):
    pass


def read_formula(text: str, report: Report) -> Formula | None:
    """Return a formula; None where it is not understood, which is reported."""
    parser = _MathParser(text, report)
    try:
        formula = parser.row(())
        if parser.at < len(parser.tokens):
            parser.wrong(parser.tokens[parser.at], "closes nothing", "remove it, or open it before")
        return formula
    except _Wrong:
        return None


class _MathParser:
    def __init__(self, text: str, report: Report) -> None:
        found = (MathToken(one[0], one.start()) for one in _TOKEN.finditer(text))
        self.tokens = [token for token in found if not token.text.isspace()]
        self.text, self.report, self.at, self.depth = text, report, 0, 0

    def wrong(self, token: MathToken, said: str, help: str | None) -> None:
        self.report(f"in the formula `{token.text}` {said}", token.at, token.text, help)
        raise _Wrong

    def peek(self) -> str:
        return self.tokens[self.at].text if self.at < len(self.tokens) else ""

    def take(self) -> MathToken:
        if self.at >= len(self.tokens):
            last = self.tokens[-1] if self.tokens else MathToken(self.text, 0)
            self.wrong(last, "is not complete", "something must follow, as in `\\frac{a}{b}`")
        self.at += 1
        return self.tokens[self.at - 1]

    def row(self, ends: tuple[str, ...]) -> Formula:
        """Return what stands up to one of some ends, which stays."""
        self.depth += 1
        if self.depth > DEEPEST:
            self.wrong(self.tokens[self.at - 1], "stands too deep", "write it in several lines")
        items: list[Formula] = []
        while self.at < len(self.tokens) and self.peek() not in (*ends, "}", "\\right"):
            if self.peek() in ("&", "\\\\", "\\end"):
                if ends:
                    break
                self.wrong(self.tokens[self.at], "stands in no matrix", "write `\\begin{matrix}`")
            items.append(self.scripted())
        self.depth -= 1
        return items[0] if len(items) == 1 else MathRow(tuple(items))

    def scripted(self) -> Formula:
        """Return the next thing with what is raised or lowered at it."""
        base: Formula = MathRow(()) if self.peek() in ("^", "_") else self.thing()
        low: Formula | None = None
        high: Formula | None = None
        while self.peek() in ("^", "_", "'"):
            token = self.take()
            if token.text == "'":
                high = Sign("′", "upright")
            elif token.text == "^":
                high = self.thing()
            else:
                low = self.thing()
        if isinstance(base, Big):
            body = self.scripted() if self.at < len(self.tokens) and self._goes_on() else None
            return base._replace(low=low, high=high, body=body)
        if low is None and high is None:
            return base
        return MathScript(base, low, high)

    def _goes_on(self) -> bool:
        return self.peek() not in ("}", "\\right", "&", "\\\\", "\\end", "=", ")", "]")

    def thing(self) -> Formula:
        """Return what stands in braces, or the next sign or command."""
        token = self.take()
        text = token.text
        if text == "{":
            inner = self.row(("}",))
            if self.peek() != "}":
                self.wrong(token, "is not closed", "write `}` behind what belongs to it")
            self.at += 1
            return inner
        if text == "}":
            self.wrong(token, "closes nothing", "remove it, or write `{` before")
        if text.startswith("\\"):
            return self.command(token)
        if text[0].isdigit():
            return Sign(text, "number")
        if text in _RELATION:
            return Sign(text, "relation")
        if text in _OPERATOR:
            return Sign({"-": "−", "*": "∗"}.get(text, text), "operator")
        return Sign(text, "letter" if text.isalpha() else "upright")

    def command(self, token: MathToken) -> Formula:
        name = token.text[1:]
        if name in signs():
            sign, kind = signs()[name]
            return Sign(sign, kind)  # type: ignore[arg-type]
        if name in BIG:
            if self.peek() == "\\limits":
                self.at += 1
            return Big(BIG[name])
        if name in FUNCTIONS:
            return Sign(name, "upright")
        if name in SPACES:
            return Sign(SPACES[name], "space")
        if name in ACCENTS:
            return Accent(ACCENTS[name], self.thing())
        match name:
            case "frac" | "dfrac" | "tfrac" | "binom":
                above, below = self.thing(), self.thing()
                inner = Fraction(above, below, name != "binom")
                return inner if name != "binom" else Fence("(", ")", inner)
            case "sqrt":
                degree = None
                if self.peek() == "[":
                    self.at += 1
                    degree = self.row(("]",))
                    self.take()
                return Root(self.thing(), degree)
            case "text" | "mathrm" | "mathbf" | "operatorname" | "textbf":
                return Sign(self.words(token), "words")
            case "left":
                return self.fence(token)
            case "begin":
                return self.grid(token)
        near = nearest(name, known_commands())
        help = f"did you mean `\\{near}`?" if near else "write it in words: `\\text{…}`"
        self.wrong(token, "is no command that is known", help)
        raise _Wrong

    def words(self, token: MathToken) -> str:
        """Return the words in the braces that follow, with their spaces."""
        opened = self.take()
        ends = self.text.find("}", opened.at)
        if opened.text != "{" or ends < 0:
            self.wrong(token, "has no words", "write them in braces, as `\\text{wenn}`")
        while self.at < len(self.tokens) and self.tokens[self.at].at <= ends:
            self.at += 1
        return self.text[opened.at + 1 : ends]

    def fence(self, token: MathToken) -> Formula:
        left = self.bracket()
        inner = self.row(("\\right",))
        if self.peek() != "\\right":
            self.wrong(token, "has no `\\right`", "write `\\right)` behind what it is around")
        self.at += 1
        return Fence(left, self.bracket(), inner)

    def bracket(self) -> str:
        token = self.take()
        if token.text not in BRACKETS:
            self.wrong(token, "is no bracket", "write `(`, `[`, `\\{`, `|` or `.`")
        return BRACKETS[token.text]

    def grid(self, token: MathToken) -> Formula:
        name = self.words(token)
        if name not in GRIDS:
            near = nearest(name, GRIDS)
            help = f"did you mean `{near}`?" if near else "it takes `pmatrix`, `bmatrix`, `cases`"
            self.wrong(token, f"takes no `{name}`", help)
        rows: list[tuple[Formula, ...]] = []
        cells: list[Formula] = []
        while True:
            cells.append(self.row(("&", "\\\\", "\\end")))
            if self.at >= len(self.tokens):
                self.wrong(token, "has no `\\end`", f"write `\\end{{{name}}}` behind it")
            end = self.take().text
            if end == "&":
                continue
            rows.append(tuple(cells))
            cells = []
            if end != "\\\\":
                break
        self.words(token)
        rows = [row for row in rows if any(cell != MathRow(()) for cell in row)]
        body = MathGrid(tuple(rows), name in ("cases", "aligned"))
        left, right = GRIDS[name]
        return Fence(left, right, body) if left or right else body


def is_under(base: Formula) -> bool:
    """Return whether what is lowered at a thing stands below it."""
    return isinstance(base, Sign) and base.text in UNDER
