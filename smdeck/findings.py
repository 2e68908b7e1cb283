"""Findings: what is wrong with a deck or a theme, where, and what helps."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Literal, NamedTuple

from smdeck.patterns import pattern

Severity = Literal["error", "warning"]

EXCERPT_WIDTH = 96
"""The longest piece of a source line that a finding shows, in characters."""

QUOTED_WIDTH = 72
"""The most of an author's words that a message repeats, in characters."""

LINE_BREAK = pattern(r"\r\n|[\n\r\x85\u2028\u2029]")
"""Where YAML ends a line: not quite where `str.splitlines` does (YAML 1.1, 4.2)."""

_SHOWN = {
    **{code: 0x2400 + code for code in range(32)} | {9: 32, 0x7F: 0x2421},
    **dict.fromkeys((*range(0x80, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)), 0xFFFD),
}
"""Control characters as pictures of themselves: a terminal would obey the real ones. Those above
127, and those that turn the direction of text, have none (Unicode 16, chapters 23.1 and 23.2)."""


class Source(NamedTuple):
    """A text that was read, under the name that findings call it by."""

    name: str
    text: str
    used_by: Place | None = None
    """Where a deck uses the file, if it does not stand for itself."""

    @property
    def uses(self) -> list[Place]:
        """The places by which the file came into the deck, the nearest first."""
        found: list[Place] = []
        place = self.used_by
        while place is not None:
            found.append(place)
            place = place.source.used_by
        return found

    def line(self, number: int) -> str:
        """Return line `number` (from 1) without its line end, or "" past the last one."""
        starts = _line_starts(self.text)
        if not 0 < number < len(starts):
            return ""
        return self.text[starts[number - 1] : starts[number]].rstrip("\r\n\x85\u2028\u2029")

    def position(self, line: int, column: int) -> int:
        """Return where the character of a line and column stands, both counted from 1."""
        return _line_starts(self.text)[line - 1] + column - 1

    def place(self, position: int, length: int = 1) -> Place:
        """Return the place of the character at `position`, counted from 0."""
        starts = _line_starts(self.text)
        line = bisect_right(starts, min(position, len(self.text)), 0, len(starts) - 1)
        return Place(self, line, position - starts[line - 1] + 1, length)


@lru_cache(maxsize=16)
def _line_starts(text: str) -> list[int]:
    """Return where the lines of a text begin, and its end; a finding more costs no new search."""
    return [0, *(end.end() for end in LINE_BREAK.finditer(text)), len(text)]


class Place(NamedTuple):
    """A stretch of a source line; line and column count from 1, `length` is in characters."""

    source: Source
    line: int
    column: int
    length: int = 1

    def __str__(self) -> str:
        return f"{visible(self.source.name)}:{self.line}:{self.column}"

    @property
    def folder(self) -> Path:
        """The folder of the file: what it names is relative to that."""
        return Path(self.source.name).parent

    @property
    def word(self) -> str:
        """The word that stands there, up to a space, a comma or a bracket."""
        return re.split(r"[\s,\]}]", self.source.line(self.line)[self.column - 1 :])[0]


class Finding(NamedTuple):
    """One thing that is wrong: a code, the message, where it is and what helps."""

    code: str
    message: str
    place: Place | None = None
    help: str | None = None
    severity: Severity = "error"
    slide: int | None = None
    """The number of the slide that it stands on, from 1."""
    versions: tuple[str, ...] = ()
    """The versions of the deck that have it, where others have it not."""

    @property
    def head(self) -> str:
        """What it begins with for people: how much it weighs, and its code."""
        return f"{self.severity}[{self.code}]"

    def __str__(self) -> str:
        """Return the finding as a person reads it, with the source line and a caret."""
        lines = [f"{self.head}: {self.message}"]
        margin = " "
        if self.place:
            number = str(self.place.line)
            margin = " " * len(number)
            lines.append(f"{margin}--> {self.place}")
            excerpt, caret = _excerpt(self.place)
            if excerpt.strip():
                lines += [f"{margin} |", f"{number} | {excerpt}", f"{margin} | {caret}"]
            lines += [f"{margin} = used by {use}" for use in self.place.source.uses]
        if self.versions:
            lines.append(f"{margin} = version: {', '.join(self.versions)}")
        if self.help:
            lines.append(f"{margin} = help: {self.help}")
        return "\n".join(lines)


class Findings(list[Finding]):
    """The findings of a run, in the order of their discovery."""

    def error(
        self,
        code: str,
        message: str,
        place: Place | None,
        help: str | None = None,
        slide: int | None = None,
    ) -> None:
        """Add an error: with it, nothing is written."""
        on_one = help and _on_one_line(help)
        self.append(Finding(code, _on_one_line(message), place, on_one, slide=slide))

    def warn(
        self,
        code: str,
        message: str,
        place: Place | None,
        help: str | None = None,
        slide: int | None = None,
    ) -> None:
        """Add a warning: the deck is written all the same."""
        self.error(code, message, place, help, slide)
        self[-1] = self[-1]._replace(severity="warning")

    @property
    def errors(self) -> list[Finding]:
        """The findings that keep a deck from being written."""
        return [finding for finding in self if finding.severity == "error"]

    def failed_since(self, number: int) -> bool:
        """Return whether there is an error after the first `number` findings."""
        return any(finding.severity == "error" for finding in self[number:])

    def in_order(self) -> list[Finding]:
        """Return the findings by file and place, each once, those without a place last."""

        def key(finding: Finding) -> tuple[bool, str, int, int]:
            place = finding.place
            return (
                (False, place.source.name, place.line, place.column) if place else (True, "", 0, 0)
            )

        return sorted(self._once(), key=key)

    def _once(self) -> list[Finding]:
        """Return the findings without those that are told by another: a comment by an error.

        The help of that error quotes the comment, as where it stands in the place of a value.
        """
        helps: dict[tuple[str, int], str] = {}
        for one in self.errors:
            if one.place and one.help:
                line = one.place.source.name, one.place.line
                helps[line] = f"{helps.get(line, '')}\n{one.help}"
        return [
            one
            for one in dict.fromkeys(self)
            if one.code != "glued-comment"
            or not one.place
            or one.place.word not in helps.get((one.place.source.name, one.place.line), "")
        ]


class FindingsError(Exception):
    """What can't be done; `findings` says why, errors and warnings in order."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = list(findings)
        super().__init__("\n\n".join(map(str, self.findings)))


class DeckError(FindingsError):
    """A deck that can't be built; `findings` says why, errors and warnings in order."""


def split_lines(text: str) -> list[str]:
    """Return the lines of a text without their ends, as YAML has them."""
    if any(end in text for end in "\r\x85\u2028\u2029"):
        return LINE_BREAK.split(text)
    return text.split("\n")


def visible(words: str) -> str:
    """Return words of a file, or its name, without what a terminal would obey."""
    return words.translate(_SHOWN)


def suggest(word: str, known: Iterable[str], otherwise: str | None = None) -> str | None:
    """Return "did you mean …?" for the nearest of the `known` words, or `otherwise`."""
    near = nearest(word, known)
    return f"did you mean `{near}`?" if near else otherwise


def suggest_file(name: str, known: Iterable[str], otherwise: str | None = None) -> str | None:
    """Return "did you mean …?" for the file whose name without its suffix is nearest.

    Suffixes are alike by nature, and would make any two short names similar.
    """
    stem, _, suffix = name.rpartition(".")
    alike = sorted(known, key=lambda other: (other.endswith(f".{suffix}"), other))
    stems = {other.rpartition(".")[0] or other: other for other in alike}
    near = nearest(stem or name, stems)
    return f"did you mean `{stems[near]}`?" if near else otherwise


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the one of the `known` words that a word with a typing error may stand for."""
    import difflib

    by_folded = {name.casefold(): name for name in known}
    near = difflib.get_close_matches(word.casefold(), by_folded, n=1, cutoff=0.7)
    return by_folded[near[0]] if near else None


def listing(words: Iterable[str], last: str = "or") -> str:
    """Return "`a`, `b` or `c`" for the words; `last` is what stands before the last one."""
    quoted = [f"`{word}`" for word in words]
    return f" {last} ".join(filter(None, [", ".join(quoted[:-1]), quoted[-1]])) if quoted else ""


def article(word: str) -> str:
    """Return the article that a word wants: "a" or "an"."""
    return "an" if word[:1] in "aeiou" else "a"


def count(number: int, one: str, many: str | None = None) -> str:
    """Return "1 item", "2 items" and so on."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def are(number: int) -> str:
    """Return "is 1", "are 2" and so on, as behind "here"."""
    return f"{'is' if number == 1 else 'are'} {number}"


def _on_one_line(words: str) -> str:
    """Return a message whose quotations from the deck are short and hold no line breaks."""
    shown = LINE_BREAK.sub("\n", words).translate(_SHOWN)
    return re.sub("`([^`]+)`", _shortened, shown)


def _shortened(quoted: re.Match[str]) -> str:
    words = quoted[1]
    return f"`{words[:QUOTED_WIDTH].rstrip()}…`" if len(words) > QUOTED_WIDTH else quoted[0]


def _excerpt(place: Place) -> tuple[str, str]:
    """Return a window of the place's source line and the carets below it."""
    line = place.source.line(place.line)
    start = place.column - 1
    if len(line) > EXCERPT_WIDTH:
        first = max(0, min(start - 20, len(line) - EXCERPT_WIDTH))
        cut = line[first : first + EXCERPT_WIDTH]
        lead, trail = "…" * (first > 0), "…" * (first + EXCERPT_WIDTH < len(line))
        line, start = lead + cut + trail, start - first + len(lead)
    line = visible(line)
    length = max(1, min(place.length, len(line) - start))
    return line, " " * _columns(line[:start]) + "^" * max(1, _columns(line[start : start + length]))


def _columns(text: str) -> int:
    """Return how many terminal columns the text takes: two for wide characters."""
    import unicodedata

    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )
