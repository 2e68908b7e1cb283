"""The usual YAML: what nearly all decks are written in, read line by line.

Keys with values, lists, texts behind `|` and `>`, quotes, brackets on one line, comments. Nothing
is guessed: where a line is anything else, PyYAML reads the whole file. To import that takes as long
as a third of the work on twelve slides, and its nodes have to be made into ours. Tests see that
both read alike.
"""

from __future__ import annotations

import re

from smdeck.findings import Source
from smdeck.source.comments import GLUED
from smdeck.source.nodes import Mapping, Node, Scalar, Sequence, forbidden_in

DEEPEST = 24
"""Levels of nesting, of which a deck needs about eight; more are left to PyYAML."""

MOST_INDENT = 480
"""Spaces before a line, eight for each level that PyYAML is given: more are a mistake."""

_ODD = "\t\r\x85\u2028\u2029\ufeff"
"""Other ends of lines, and characters that are seldom meant."""

_KEY = re.compile(r"(\w(?:[\w-]| (?=\w)){,80}+):(?: +|$)")
_SPACES = re.compile(" *")
_QUOTED = re.compile(r""""([^"\\]*)"|'([^']*)'""")
_WORDS_IN_BRACKETS = re.compile(r"""(?:\w|-(?=\d))[^,\[\]{}:#&*!|>'"%@`?]*""")
_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`")
"""What a text without quotes does not begin with (YAML 1.1, 5.1)."""


class _Unusual(Exception):
    """Something that PyYAML is to read, or to report."""


def read_usual(source: Source, most: int) -> Mapping | None:
    """Return the mapping that a text holds; None where it is unusual, or has too many values."""
    text = source.text.replace("\r\n", "\n")
    if not text.endswith("\n") or any(odd in text for odd in _ODD):
        return None
    if " " * MOST_INDENT in text:
        return None
    if forbidden_in(text.replace("\n", "")) or ("#" in text and GLUED.search(text)):
        return None
    try:
        return _Usual(source, text, most).whole()
    except _Unusual:
        return None


class _Usual:
    """A text that is read from top to bottom; `at` is the number of the line, from 0."""

    def __init__(self, source: Source, text: str, most: int) -> None:
        self.source, self.most = source, most
        self.lines = text.split("\n")[:-1]
        self.at, self.indent, self.depth = 0, 0, 0
        self.skip()

    def whole(self) -> Mapping:
        """Return the mapping that all lines are of."""
        if self.indent:
            raise _Unusual
        mapping = self.mapping(0)
        if self.at < len(self.lines) or self.most < 0:
            raise _Unusual
        return mapping

    def skip(self) -> None:
        """Go to the next line that is neither empty nor a comment, and see where it begins."""
        while self.at < len(self.lines):
            line = self.lines[self.at]
            begun = line.lstrip(" ")
            if begun and begun[0] != "#":
                self.indent = len(line) - len(begun)
                return
            self.at += 1
        self.indent = -1

    def mapping(self, column: int) -> Mapping:
        """Return the mapping whose keys begin at a column, this line's first."""
        first, entries = self.at, dict[str, tuple[Scalar, Node]]()
        self.enter()
        while self.indent == column:
            line = self.lines[self.at]
            found = _KEY.match(line, column)
            if found is None or found[1] in entries:
                raise _Unusual
            name, end = found[1], found.end()
            key = Scalar(
                self.source, self.at, column=column, length=len(name), text=name, plain=True
            )
            value = self.below(column) if end == len(line) else self.beside(line, end, column)
            entries[name] = key, value
            self.most -= 1
        return Mapping(self.source, first, column, self.leave(first, column), entries)

    def sequence(self, column: int) -> Sequence:
        """Return the list whose dashes stand at a column, this line's first."""
        first, items = self.at, list[Node]()
        self.enter()
        while self.indent == column:
            line = self.lines[self.at]
            if not line.startswith("- ", column):
                break
            begin = len(line) - len(line[column + 1 :].lstrip(" "))
            if ":" in line and _KEY.match(line, begin):
                self.lines[self.at] = " " * begin + line[begin:]
                self.indent = begin
                items.append(self.mapping(begin))
            else:
                items.append(self.beside(line, begin, column))
        return Sequence(self.source, first, column, self.leave(first, column), items)

    def enter(self) -> None:
        """Begin a mapping or a list."""
        self.depth += 1
        self.most -= 1
        if self.depth > DEEPEST:
            raise _Unusual

    def leave(self, first: int, column: int) -> int:
        """End what began on the line `first`, and return its length on that line."""
        if self.indent > column:
            raise _Unusual
        self.depth -= 1
        return len(self.lines[first].rstrip()) - column

    def below(self, column: int) -> Node:
        """Return the value of a key at a column that begins on a line below."""
        self.at += 1
        self.skip()
        if self.indent >= column and self.lines[self.at].startswith("- ", self.indent):
            return self.sequence(self.indent)
        if self.indent <= column:
            raise _Unusual
        return self.mapping(self.indent)

    def beside(self, line: str, begin: int, column: int) -> Node:
        """Return the value that begins on this line, of a key or a dash at a column."""
        sign = line[begin : begin + 1]
        if sign in ("|", ">"):
            node: Node = self.indented(line, begin, column)
        elif sign in ("[", "{"):
            node, end = self.in_brackets(line, begin)
            self.see_end(line, end)
        elif sign in ("'", '"'):
            node, end = self.in_quotes(line, begin)
            self.see_end(line, end)
        else:
            node = self.words(line, begin)
        self.skip()
        return node

    def see_end(self, line: str, end: int) -> None:
        """Go on to the next line where nothing but a comment follows on this one."""
        rest = line[end:].lstrip(" ")
        if rest and (rest[0] != "#" or line[end] != " "):
            raise _Unusual
        self.at += 1

    def words(self, line: str, begin: int) -> Scalar:
        """Return a text without quotes, up to the end of the line or a comment."""
        text = line[begin:]
        if " #" in text:
            text = text[: text.index(" #")]
        text = text.rstrip(" ")
        if not text or (text[0] in _INDICATORS and not _WORDS_IN_BRACKETS.match(text)):
            raise _Unusual
        if text[-1] == ":" or ": " in text:
            raise _Unusual
        self.at += 1
        return self.scalar(self.at - 1, begin, len(text), text, True)

    def indented(self, line: str, begin: int, column: int) -> Scalar:
        """Return a text of lines below its sign, which are indented more than a column."""
        sign, first = line[begin:], self.at
        if sign not in ("|", "|-", ">", ">-") or first + 1 == len(self.lines):
            raise _Unusual
        below = self.lines[first + 1]
        indent = len(below) - len(below.lstrip(" "))
        if indent <= column or indent == len(below):
            raise _Unusual
        written = self.lines_from(first + 1, indent)
        self.at = first + 1 + len(written)
        if self.at < len(self.lines):
            ending = self.lines[self.at]
            if len(ending) - len(ending.lstrip(" ")) > column:
                raise _Unusual
        text = "\n".join(written).rstrip("\n")
        if sign[0] == ">":
            if any(one[:1] in ("", " ") or one[-1] == " " for one in text.split("\n")):
                raise _Unusual
            text = text.replace("\n", " ")
        end = "" if sign[1:] else "\n"
        return self.scalar(first, begin, len(sign), text + end, False)

    def lines_from(self, first: int, indent: int) -> list[str]:
        """Return the lines from one on that are indented so far, or empty, without the indent."""
        margin, written = " " * indent, list[str]()
        for number in range(first, len(self.lines)):
            line = self.lines[number]
            if line.startswith(margin):
                written.append(line[indent:])
            elif line.strip(" "):
                break
            else:
                written.append("")
            if written[-1].isspace():
                raise _Unusual
        return written

    def in_quotes(self, line: str, begin: int) -> tuple[Scalar, int]:
        """Return a text in quotes on one line, and where it ends."""
        found = _QUOTED.match(line, begin)
        if found is None:
            raise _Unusual
        text = found[found.lastindex or 0]
        length = found.end() - begin
        return self.scalar(self.at, begin, length, text, False), found.end()

    def in_brackets(self, line: str, begin: int) -> tuple[Node, int]:
        """Return a list or mapping in brackets on one line, and where it ends."""
        named = line[begin] == "{"
        closing = "}" if named else "]"
        items, entries = list[Node](), dict[str, tuple[Scalar, Node]]()
        self.enter()
        at = _after_spaces(line, begin + 1)
        while line[at : at + 1] != closing:
            if items or entries:
                if line[at : at + 1] != ",":
                    raise _Unusual
                at = _after_spaces(line, at + 1)
            if named:
                found = _KEY.match(line, at)
                if found is None or found[1] in entries:
                    raise _Unusual
                key = Scalar(
                    self.source, self.at, column=at, length=len(found[1]), text=found[1], plain=True
                )
                value, at = self.inside(line, found.end())
                entries[key.text] = key, value
                self.most -= 1
            else:
                value, at = self.inside(line, at)
                items.append(value)
            at = _after_spaces(line, at)
        self.depth -= 1
        where = self.source, self.at, begin, at + 1 - begin
        return (Mapping(*where, entries) if named else Sequence(*where, items)), at + 1

    def inside(self, line: str, begin: int) -> tuple[Node, int]:
        """Return a value in brackets, and where it ends."""
        sign = line[begin : begin + 1]
        if sign in ("[", "{"):
            return self.in_brackets(line, begin)
        if sign in ("'", '"'):
            return self.in_quotes(line, begin)
        found = _WORDS_IN_BRACKETS.match(line, begin)
        if found is None:
            raise _Unusual
        text = found[0].rstrip(" ")
        return self.scalar(self.at, begin, len(text), text, True), begin + len(text)

    def scalar(self, line: int, column: int, length: int, text: str, plain: bool) -> Scalar:
        """Return a text at its place."""
        self.most -= 1
        if self.most < 0:
            raise _Unusual
        return Scalar(self.source, line, column=column, length=length, text=text, plain=plain)


def _after_spaces(line: str, at: int) -> int:
    """Return where the spaces end that begin at a place."""
    found = _SPACES.match(line, at)
    return found.end() if found else at
