"""Context: where in a deck a cursor stands, told from its lines, which may be no YAML yet."""

from __future__ import annotations

import re
from typing import NamedTuple

_KEY = re.compile(r"(\s*)((?:- +)*)([\w-]+):(?=\s|$)")
_DASH = re.compile(r"(\s*)((?:- +)+)")
_VALUE = re.compile(r"([\w-]+):\s+[\"']?([^\s,{}\[\]\"']*)$")
_WORD = re.compile(r"[#\w-]*$")


class CursorContext(NamedTuple):
    """Where a cursor stands."""

    parents: tuple[str, ...]
    """The keys around it, the innermost first."""
    layout: str | None
    """The layout of its slide, if it stands on one."""
    key: str | None
    """The key whose value it stands in; None where a key is written."""
    word: str
    """What stands before it of the word that is written."""
    value: str = ""
    """What stands before it of the value that is written."""


def context_at(lines: list[str], line: int, column: int) -> CursorContext:
    """Return where a cursor stands; lines and columns count from 0."""
    before = lines[line][:column] if line < len(lines) else ""
    word = _WORD.search(before)
    value = _VALUE.search(before)
    key = value[1] if value else None
    brace = before.rfind("{")
    within_braces = brace > before.rfind("}")
    start = _start_of(before)
    parents = _parents(lines, line, start)
    own = _KEY.match(before)
    if own and (within_braces or own[3] != key) and not before[: own.end()].endswith(before):
        parents = (own[3], *parents) if brace >= own.end() - 1 else parents
    layout, begun = layout_at(lines, line), value[2] if value else ""
    return CursorContext(parents, layout, key, word[0] if word else "", begun)


def _start_of(before: str) -> int:
    """Return the column in which the key or text of a line begins."""
    dashes = _DASH.match(before)
    return dashes.end() if dashes else len(before) - len(before.lstrip())


def _parents(lines: list[str], line: int, limit: int) -> tuple[str, ...]:
    """Return the keys around what begins in a column of a line."""
    found = []
    dashes = _DASH.match(lines[line]) if line < len(lines) else None
    if dashes:
        limit = len(dashes[1]) + 1
    for text in reversed(lines[:line]):
        key = _KEY.match(text)
        if key is None:
            continue
        content = len(key[1]) + len(key[2])
        if content < limit:
            found.append(key[3])
            limit = content
        if key[2] and content <= limit:
            limit = min(limit, len(key[1]) + 1)
    return tuple(found)


def layout_at(lines: list[str], line: int) -> str | None:
    """Return the layout of the slide that a line belongs to; `bullets` where it names none."""
    first = slide_at(lines, line)
    if first is None:
        return None
    dash = len(lines[first]) - len(lines[first].lstrip())
    for number in range(first, len(lines)):
        text = lines[number]
        ends = text.strip() and not text.lstrip().startswith("#")
        if number > first and ends and len(text) - len(text.lstrip()) <= dash:
            break
        named = re.search(r"(?:^|[\s{,-])layout:\s+[\"']?([\w-]+)", text)
        if named:
            return named[1]
    return "bullets"


def slide_at(lines: list[str], line: int) -> int | None:
    """Return the line in which the slide begins that a line belongs to, None where it is none."""
    for number in range(min(line, len(lines) - 1), -1, -1):
        dashes = _DASH.match(lines[number])
        if dashes and _parents(lines, number, len(dashes[1]) + 1) == ("slides",):
            return number
        if re.match(r"[\w-]+:", lines[number]) and number < line:
            return None
    return None
