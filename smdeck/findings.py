"""Findings: what is wrong with a deck or a theme, where, and what helps."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["error", "warning"]

EXCERPT_WIDTH = 96
"""The longest piece of a source line that a finding shows, in characters."""


@dataclass(frozen=True, slots=True)
class Source:
    """A text that was read, under the name that findings call it by."""

    name: str
    text: str = field(repr=False)

    def line(self, number: int) -> str:
        """Return line `number` (from 1) without its line end, or "" past the last one."""
        lines = self.text.splitlines()
        return lines[number - 1] if 0 < number <= len(lines) else ""


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a source line; line and column count from 1, `length` is in characters."""

    source: Source
    line: int
    column: int
    length: int = 1

    def __str__(self) -> str:
        return f"{self.source.name}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: a code, the message, where it is and what helps."""

    code: str
    message: str
    place: Place | None = None
    help: str | None = None
    severity: Severity = "error"

    def __str__(self) -> str:
        """Return the finding as a person reads it, with the source line and a caret."""
        lines = [f"{self.severity}[{self.code}]: {self.message}"]
        margin = " "
        if self.place:
            number = str(self.place.line)
            margin = " " * len(number)
            lines.append(f"{margin}--> {self.place}")
            excerpt, caret = _excerpt(self.place)
            if excerpt.strip():
                lines += [f"{margin} |", f"{number} | {excerpt}", f"{margin} | {caret}"]
        if self.help:
            lines.append(f"{margin} = help: {self.help}")
        return "\n".join(lines)


class Findings(list[Finding]):
    """The findings of a run, in the order of their discovery."""

    def error(self, code: str, message: str, place: Place | None, help: str | None = None) -> None:
        """Add an error: with it, nothing is written."""
        self.append(Finding(code, message, place, help))

    def warn(self, code: str, message: str, place: Place | None, help: str | None = None) -> None:
        """Add a warning: the deck is written all the same."""
        self.append(Finding(code, message, place, help, "warning"))

    @property
    def errors(self) -> list[Finding]:
        """The findings that keep a deck from being written."""
        return [finding for finding in self if finding.severity == "error"]

    def in_order(self) -> list[Finding]:
        """Return the findings by file and place, each once, those without a place last."""

        def key(finding: Finding) -> tuple[bool, str, int, int]:
            place = finding.place
            return (
                (False, place.source.name, place.line, place.column) if place else (True, "", 0, 0)
            )

        return sorted(dict.fromkeys(self), key=key)


class DeckError(Exception):
    """A deck that can't be built; `findings` says why, errors and warnings in order."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = list(findings)
        super().__init__("\n\n".join(map(str, self.findings)))


def suggest(word: str, known: Iterable[str], otherwise: str | None = None) -> str | None:
    """Return "did you mean …?" for the nearest of the `known` words, or `otherwise`."""
    by_folded = {name.casefold(): name for name in known}
    near = difflib.get_close_matches(word.casefold(), by_folded, n=1, cutoff=0.6)
    return f"did you mean `{by_folded[near[0]]}`?" if near else otherwise


def listing(words: Iterable[str]) -> str:
    """Return "`a`, `b` or `c`" for the words."""
    quoted = [f"`{word}`" for word in words]
    return " or ".join(filter(None, [", ".join(quoted[:-1]), quoted[-1]])) if quoted else ""


def count(number: int, one: str, many: str | None = None) -> str:
    """Return "1 item", "2 items" and so on."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def _excerpt(place: Place) -> tuple[str, str]:
    """Return a window of the place's source line and the carets below it."""
    line = place.source.line(place.line).replace("\t", " ")
    start = place.column - 1
    if len(line) > EXCERPT_WIDTH:
        first = max(0, min(start - 20, len(line) - EXCERPT_WIDTH))
        cut = line[first : first + EXCERPT_WIDTH]
        lead, trail = "…" * (first > 0), "…" * (first + EXCERPT_WIDTH < len(line))
        line, start = lead + cut + trail, start - first + len(lead)
    length = max(1, min(place.length, len(line) - start))
    return line, " " * _columns(line[:start]) + "^" * max(1, _columns(line[start : start + length]))


def _columns(text: str) -> int:
    """Return how many terminal columns the text takes: two for wide characters."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )
