"""Mistyped: what a line that is no YAML, or not what is meant, looks like to whoever typed it."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from smdeck.data.synonyms import is_key
from smdeck.source.nodes import ODD_SPACE
from smdeck.source.quoting import in_quotes

BEFORE = r"^(\s*(?:-\s+)*)"
"""The indentation of a line and the dashes of the lists that begin on it."""


class Mistake(NamedTuple):
    """What is wrong with a line: where, from 0, what is said, and what helps."""

    column: int
    message: str
    help: str


def other_bullet(line: str) -> Mistake | None:
    """Return that an entry begins with another mark than a dash: `* Eins`, `1. layout: text`."""
    other = re.match(r"\s*([*+•·‣▪–—]|\d+[.)](?=\s+[\w-]+:))\s+(\S.*)", line)
    if not other:
        return None
    message = f"an entry begins with `{other[1]}`, where YAML wants a dash"
    return Mistake(other.start(1), message, f"write `- {other[2].strip()}`")


def of_line(line: str) -> Mistake | None:
    """Return what is mistyped on a line, as far as the line alone shows it."""
    bullet = other_bullet(line)
    if bullet:
        return bullet
    return _spaces_of(line) or _colon_of(line)


def _spaces_of(line: str) -> Mistake | None:
    """Return that a space is missing, or that another character stands for one."""
    odd = re.search(rf"^[\s]*?([{ODD_SPACE}])|{BEFORE}-([{ODD_SPACE}])", line)
    odd = odd or re.search(rf"(?:{BEFORE}|[{{,]\s*)[\w-]+:([{ODD_SPACE}])", line)
    if odd:
        group = odd.lastindex or 0
        return _odd_space(odd[group], odd.start(group))
    tab = re.search(r"^ *\t|^\s*-(\t)", line)
    if tab:
        help = "write a space after the dash" if tab[1] else "indent with two spaces for each level"
        return Mistake(tab.end() - 1, "a tab character where YAML wants spaces", help)
    dash = re.match(r"(\s*-)([^\s\d-].*)", line)
    if dash:
        help = f"write `- {dash[2].strip()}`"
        return Mistake(dash.end(1), "a space is missing after the dash", help)
    glued = re.match(BEFORE + r"([A-Za-z_-]+):(?!//)([^\s:].*)", line)
    if glued and is_key(glued[2]):
        help = f"write `{glued[2]}: {glued[3].strip()}`"
        return Mistake(glued.start(3), "a space is missing after the colon", help)
    return None


def _colon_of(line: str) -> Mistake | None:
    """Return that the colon after a key is missing: `layout bullets`, `layout = bullets`."""
    bare = re.fullmatch(BEFORE + r"([A-Za-z_-]+)(?:\s*(?:=|\s)\s*([^\s=].*))?\s*", line)
    if not bare or not is_key(bare[2]) or re.search(r":(\s|$)", line):
        return None
    value = (bare[3] or "…").strip()
    message = f"a colon is missing after `{bare[2]}`"
    return Mistake(bare.end(2), message, f"write `{bare[2]}: {value}`")


def _odd_space(character: str, column: int) -> Mistake:
    name = unicodedata.name(character, "invisible character").lower()
    message = f"a {name} (U+{ord(character):04X}) where YAML wants a plain space"
    return Mistake(column, message, "delete it, and type a space")


def continued(line: str, column: int, first: str) -> Mistake:
    """Return what is wrong with a line that begins with a dash and goes on with a text above.

    `first` is the line that the text begins on.
    """
    mistake = of_line(line)
    if mistake:
        return mistake
    help = "align it with the entries above; sub-items stand below a title with a colon: `- Eins:`"
    key = re.match(BEFORE + r"([\w-]+):\s", first)
    if key:
        help = (
            f"a text with a list begins with `{key[2]}: |`, and stands on the lines below, indented"
        )
    return Mistake(column, "a `- ` that belongs to the text above, and begins no entry", help)


def unclosed(lines: list[str]) -> bool:
    """Return whether lines that a text in quotes goes on over are rather keys of the deck.

    Keys have small letters: `- Slides: https://…` is a line of a text.
    """
    keys = (re.match(BEFORE + r"([a-z_-]+):(?:\s|$)", line) for line in lines)
    return any(key and is_key(key[2]) for key in keys)


def no_text(line: str, column: int) -> Mistake:
    """Return that a text begins with braces or a question mark, which YAML takes for keys."""
    mark = "{{" if line[column : column + 2] == "{{" else "?"
    in_list = line[column:].strip() if "{" not in line[:column] else ""
    help = f"put the text in quotes: {in_quotes(in_list)}" if in_list else "put the text in quotes"
    if mark == "{{":
        help += "; nothing is put in place of it"
    return Mistake(column, f"a text may not begin with `{mark}`", help)
