"""Formatting: one style for decks, in which nothing but white space differs.

Words, quotes, comments and the order of keys stay as their author wrote them. Indentation is two
spaces for each level, also before the dash of a list; one space stands after a colon, a dash and a
comma, two before a comment; a blank line stands between slides of several lines.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import yaml

from smdeck.files import read_bytes, replacing
from smdeck.findings import Findings
from smdeck.source import Mapping, Node, Scalar, Sequence
from smdeck.source.reading import MAX_BYTES, read_text

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_ODD_BREAKS = re.compile("[\x85\u2028\u2029]|\r(?!\n)")
"""Line breaks of YAML that editors don't show as such."""

_COMMENT = re.compile(r"[ \t]*(#.*)?")
_HEADER = re.compile(r"[|>](?:[+-]?([1-9])[+-]?|[+-]?)[ \t]*(#.*)?")
"""The first line of a block of text, with its indentation where it says one."""

_SIGNS = {
    yaml.BlockEntryToken: "-", yaml.ValueToken: ":", yaml.FlowEntryToken: ",",
    yaml.FlowMappingStartToken: "{", yaml.FlowMappingEndToken: "}",
    yaml.FlowSequenceStartToken: "[", yaml.FlowSequenceEndToken: "]",
    yaml.DocumentStartToken: "---", yaml.DocumentEndToken: "---",
}  # fmt: skip

_WORDS = (yaml.ScalarToken, yaml.AnchorToken, yaml.AliasToken, yaml.TagToken)

_OPENING, _CLOSING = ("{", "["), ("}", "]")


class Unformattable(Exception):
    """A deck that can't be formatted; the message says why, and nothing is changed."""


class LinePart(NamedTuple):
    """A part of a line that is written as it is."""

    line: int
    column: int
    end_line: int
    end_column: int
    sign: str
    """What a sign is; "" for words."""
    block: bool
    """Whether it is a text of several lines that begins with `|` or `>`."""


class Indentation(NamedTuple):
    """A mapping or a list that goes over lines: its column, and what that becomes."""

    kind: str
    old: int
    new: int


def formatted(text: str, name: str = "deck") -> str:
    """Return the text of a deck in the one style; formatting it again changes nothing.

    Raises Unformattable where it is no YAML, or where anything but white space would differ.
    """
    findings = Findings()
    before = read_text(text, name, findings)
    if before is None:
        raise Unformattable(str(findings.errors[0]))
    if _ODD_BREAKS.search(text):
        raise Unformattable("it holds line breaks that are none in most editors")
    breaks = "\r\n" if "\r\n" in text else "\n"
    plain = text.replace("\r\n", "\n")
    done = _Formatter(plain).text()
    after = read_text(done, name, Findings())
    if after is None or _content(after) != _content(before) or _bare(done) != _bare(plain):
        raise Unformattable("formatting would change more than white space")
    return done.replace("\n", breaks)


def format_file(path: Path, *, write: bool = True) -> bool:
    """Bring a deck's file into the one style, and return whether that changes it.

    Without `write` it stays as it is. Raises Unformattable, and OSError where it can't be written.
    """
    try:
        text = decoded(read_bytes(path, MAX_BYTES))
    except FileNotFoundError:
        raise Unformattable(f"there is no file `{path.as_posix()}`") from None
    done = formatted(text, path.as_posix())
    if write and done != text:
        with replacing(Path(os.path.realpath(path))) as temporary:
            temporary.write_text(done, "utf-8", newline="")
            shutil.copymode(path, temporary)
    return done != text


def decoded(data: bytes) -> str:
    """Return the text of a deck's bytes; raises Unformattable where they are not in UTF-8."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise Unformattable("it is not in UTF-8: save it as such") from None


def _content(node: Node) -> object:
    """Return what a node says, without where it stands."""
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return [_content(item) for item in node.items]
        case Mapping():
            return [(key.text, _content(value)) for key, value in node]
    return None


def _bare(text: str) -> str:
    """Return a text without white space: so comments are compared too."""
    return "".join(text.split())


class _Formatter:
    """A deck while it is formatted."""

    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")
        self.pieces: dict[int, list[LinePart]] = {}
        """The pieces that begin on each line."""
        self.indents: dict[int, int] = {}
        """What the column of each line becomes that begins a piece of its own."""
        self.levels: dict[int, tuple[Indentation, ...]] = {}
        """What is open at the beginning of each such line."""
        self.inside: dict[int, tuple[int, int]] = {}
        """Lines inside of something that began before: the line where, and what is added to
        their column; the column is kept where that is below 0."""
        self.kept: set[int] = set()
        """Lines with which a text ends that keeps all blank lines below it."""
        self.entries: list[int] = []
        """The lines on which slides begin."""
        self.open: list[Indentation] = []
        """What is open while the text is read."""
        self.flow, self.opened = 0, 0
        """How many brackets are open, and the line on which the first of them is."""
        self.key, self.slides = "", -1
        """The last key of the deck, and the column of the dashes of its slides."""
        last: LinePart | None = None
        for token in yaml.scan(text, Loader=_LOADER):
            if not self._moves(token) and (part := self._part(token)):
                self._take(part, last)
                last = part

    def text(self) -> str:
        """Return the deck in the one style."""
        written = [self._line(number) for number in range(len(self.lines))]
        return "\n".join(_joined(list(self._spaced(written)))).strip("\n") + "\n"

    # -- reading ----------------------------------------------------------------------------

    def _moves(self, token: yaml.Token) -> bool:
        """Follow what opens and closes by its column; return whether a token is nothing more."""
        line, column = token.start_mark.line, token.start_mark.column
        loose = bool(self.open) and self.open[-1].kind == "loose"
        match token:
            case yaml.BlockMappingStartToken():
                self.open.append(Indentation("map", column, self._inner))
            case yaml.BlockSequenceStartToken():
                self.open.append(Indentation("list", column, self._inner))
            case yaml.BlockEndToken():
                while self.open.pop().kind == "loose":
                    pass
            case yaml.KeyToken():
                if self.lines[line][column : column + 2] in ("?", "? "):
                    raise Unformattable("it has keys that begin with `?`")
                if not self.flow and loose:
                    self.open.pop()
            case yaml.BlockEntryToken():
                self._begin_entry(line, column)
                return False
            case _:
                return False
        return True

    def _begin_entry(self, line: int, column: int) -> None:
        """Take note of a dash: it may begin a list in the column of its key, or a slide."""
        if self.open and self.open[-1].kind == "map":
            self.open.append(Indentation("loose", column, self.open[-1].new + 2))
        if self.slides < 0 and self.key == "slides" and len(self.open) == 2:
            self.slides = column
        if len(self.open) == 2 and column == self.slides:
            self.entries.append(line)

    def _take(self, piece: LinePart, last: LinePart | None) -> None:
        """Take note of a part of a line, and of what it opens and closes."""
        line = piece.line
        if line not in self.pieces:
            if self.flow:
                self.inside.setdefault(line, (self.opened, 0))
            elif line not in self.inside:
                self.indents[line] = self._indent(piece)
                self.levels[line] = tuple(self.open)
        if piece.sign in _OPENING:
            self.opened = self.opened if self.flow else line
            self.flow += 1
        elif piece.sign in _CLOSING:
            self.flow -= 1
        if piece.sign == ":" and len(self.open) == 1 and not self.flow and last:
            self.key = self.lines[last.line][last.column : last.end_column]
            self.slides = -1
        self.pieces.setdefault(line, []).append(piece)
        self._note_inside(piece)

    def _part(self, token: yaml.Token) -> LinePart | None:
        """Return the part of a line that a token is; None where it is none."""
        sign = _SIGNS.get(type(token), "")
        if not sign and not isinstance(token, _WORDS):
            return None
        start, end = token.start_mark, token.end_mark
        block = isinstance(token, yaml.ScalarToken) and token.style in ("|", ">")
        return LinePart(start.line, start.column, end.line, end.column, sign=sign, block=block)

    @property
    def _inner(self) -> int:
        """The column of what stands inside of the innermost level."""
        return self.open[-1].new + 2 if self.open else 0

    def _indent(self, piece: LinePart) -> int:
        """Return the column of a piece that begins a line: its level's, or that of a value."""
        if not self.open or piece.sign == "---":
            return 0
        level = self.open[-1]
        return level.new if piece.column == level.old else level.new + 2

    def _note_inside(self, piece: LinePart) -> None:
        """Take note of the lines that a piece goes on over."""
        value = self._inner
        if piece.block:
            self._note_block(piece, value)
            return
        for line in range(piece.line + 1, piece.end_line + 1):
            found = self.lines[line]
            self.inside[line] = piece.line, value - (len(found) - len(found.lstrip()))

    def _note_block(self, piece: LinePart, value: int) -> None:
        header = _HEADER.fullmatch(self.lines[piece.line][piece.column :])
        if header is None:
            raise Unformattable("it has a block of text that begins in an unusual way")
        lines = range(piece.line + 1, min(piece.end_line, len(self.lines) - 1) + 1)
        columns = [_column(self.lines[n]) for n in lines if self.lines[n].strip()]
        level = self.open[-1] if self.open else Indentation("", -1, -1)
        least = level.old + 1
        indent = next((column for column in columns if column >= least), least)
        if header[1]:
            indent = max(level.old, 0) + int(header[1])
            value = indent + level.new - level.old
        end = piece.line
        for n in lines:
            if self.lines[n].strip():
                if _column(self.lines[n]) < indent:
                    break
                end = n
        keeps = "+" in self.lines[piece.line][piece.column : piece.column + 3]
        if keeps:
            end = max((n for n in lines if not self.lines[n].strip() and n >= end), default=end)
            self.kept.add(end)
        for n in range(piece.line + 1, end + 1):
            self.inside[n] = piece.line, value - indent

    # -- writing ----------------------------------------------------------------------------

    def _line(self, number: int) -> str:
        """Return a line as it is written; what is inside of a text only moves."""
        line = self.lines[number]
        if number in self.inside:
            opened, by = self.inside[number]
            if number in self.pieces and not self._in_text(number):  # of a list in brackets
                by = self._moved(opened)
            return " " * max(0, _column(line) + by) + line.lstrip(" ") if line.strip() else line
        if number in self.indents:
            return " " * self.indents[number] + self._words(number)
        comment = line.strip()
        if not comment:
            return ""
        return " " * self._column_of_comment(number) + _comment(comment)

    def _in_text(self, number: int) -> bool:
        """Return whether a line begins inside of a text, and not between the parts of a list."""
        return any(
            piece.line < number <= piece.end_line and not piece.sign
            for pieces in (self.pieces.get(self.inside[number][0], ()),)
            for piece in pieces
        )

    def _moved(self, opened: int) -> int:
        """Return by how much the line moves on which a list in brackets begins."""
        return self.indents.get(opened, 0) - _column(self.lines[opened])

    def _words(self, number: int) -> str:
        """Return the pieces of a line with the white space that belongs between them."""
        line, written, before = self.lines[number], "", ""
        end = 0
        for piece in self.pieces[number]:
            if piece.block or piece.end_line > number:
                return written + _gap(before, piece.sign) + line[piece.column :].rstrip()
            written += _gap(before, piece.sign) + line[piece.column : piece.end_column]
            before, end = piece.sign or "words", piece.end_column
        rest = _COMMENT.fullmatch(line[end:])
        if rest is None:
            raise Unformattable(f"line {number + 1} holds what is not understood")
        return f"{written}  {_comment(rest[1])}" if rest[1] else written

    def _column_of_comment(self, number: int) -> int:
        """Return where a comment on a line of its own stands: with the line that it is at."""
        old = _column(self.lines[number])
        following = next((n for n in range(number, len(self.lines)) if n in self.indents), None)
        known = {0: 0}
        before = [n for n in self.indents if n < number]
        if before:
            known |= {level.old: level.new for level in self.levels[max(before)]}
            first = self.lines[max(before)]
            known[_column(first)] = self.indents[max(before)]
            known |= {level.old: level.new for level in self._opened(max(before))}
        if following is not None:
            known[_column(self.lines[following])] = self.indents[following]
        if old in known:
            return known[old]
        return known[max((column for column in known if column <= old), default=0)]

    def _opened(self, number: int) -> tuple[Indentation, ...]:
        """Return what a line opens beside what is open at its beginning."""
        later = [n for n in self.levels if n > number]
        return self.levels[min(later)] if later else ()

    def _spaced(self, written: list[str]) -> Iterator[str]:
        """Yield lines with one blank line at most, and as many between slides as they ask for."""
        breaks = dict(self._breaks())
        gap = False
        for number, line in enumerate(written):
            if not line.strip() and number not in self.inside:
                gap = True
                continue
            wanted = breaks.get(number, gap)
            if wanted and number and number - 1 not in self.kept:
                yield ""
            gap = False
            yield line

    def _breaks(self) -> Iterator[tuple[int, bool]]:
        """Yield the lines with which slides begin, their comments with them, and whether a blank
        line goes before: where one of two neighbours has several lines."""
        begins = [self._with_comments(line) for line in self.entries]
        ends = [*begins[1:], len(self.lines)][: len(begins)]
        long = [
            sum(bool(line.strip()) for line in self.lines[begin:end]) > 1
            for begin, end in zip(begins, ends, strict=True)
        ]
        for n, begin in enumerate(begins):
            yield begin, n > 0 and (long[n] or long[n - 1])

    def _with_comments(self, entry: int) -> int:
        """Return where the comments begin that stand before a slide, and not in the one before."""
        line = entry
        while line and self.lines[line - 1].lstrip().startswith("#"):
            deeper = _column(self.lines[line - 1]) > _column(self.lines[entry])
            if deeper or line - 1 in self.inside:
                break
            line -= 1
        return line


def _gap(before: str, sign: str) -> str:
    """Return what belongs between two pieces of a line."""
    if not before or before in _OPENING or sign in _CLOSING or sign in (":", ","):
        return ""
    return " "


def _comment(comment: str) -> str:
    """Return a comment with a space after its sign."""
    return re.sub(r"^#(?=[^\s#!])", "# ", comment.rstrip())


def _column(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _joined(lines: list[str]) -> list[str]:
    """Return lines in which a dash does not stand alone before what it belongs to."""
    done: list[str] = []
    for line in lines:
        alone = done and done[-1].strip() == "-"
        if alone and _column(line) == _column(done[-1]) + 2 and line.lstrip()[:1] not in "#-":
            done[-1] = done[-1] + " " + line.lstrip()
        else:
            done.append(line)
    return done
