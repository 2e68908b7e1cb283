"""Swatches: the colours of a theme's file, which editors show beside their names."""

from __future__ import annotations

import re
from typing import NamedTuple

_HEX = re.compile(r"#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b")
_PALETTE = re.compile(r"^( +)([\w-]+):[ \t]+[\"']?(#[0-9a-fA-F]{3,6})\b", re.M)
_VALUE = re.compile(r":[ \t]+[\"']?([\w-]+)(?=[\"'\s,}]|$)|[\[,{][ \t]*([\w-]+)(?=[ \t]*[,\]])")
_IS_THEME = re.compile(r"^color[ \t]*:", re.M)


class Swatch(NamedTuple):
    """A colour where it is written: columns of a line, and red, green and blue from 0 to 255."""

    line: int
    start: int
    end: int
    rgb: tuple[int, int, int]


def is_theme(text: str) -> bool:
    """Whether a text is that of a theme or a brand file."""
    return bool(_IS_THEME.search(text))


def palette_of(text: str) -> dict[str, str]:
    """Return the colours that a theme's file gives names, as `#RRGGBB`."""
    begin = re.search(r"^ *palette[ \t]*:[ \t]*\n((?:[ \t]+.*\n?|[ \t]*\n)*)", text, re.M)
    found = _PALETTE.finditer(begin[1]) if begin else ()
    return {one[2]: one[3] for one in found}


def swatches_of(text: str) -> list[Swatch]:
    """Return the colours in a theme's file, by value or by a name of its palette."""
    if not is_theme(text):
        return []
    palette, found = palette_of(text), []
    for line, words in enumerate(text.split("\n")):
        for value in _HEX.finditer(words):
            found.append(Swatch(line, value.start(), value.end(), rgb_of(value[0])))
        for name in _VALUE.finditer(words):
            group = 1 if name[1] else 2
            if name[group] in palette:
                rgb = rgb_of(palette[name[group]])
                found.append(Swatch(line, name.start(group), name.end(group), rgb))
    return found


def rgb_of(digits: str) -> tuple[int, int, int]:
    """Return red, green and blue of `#RRGGBB` or `#RGB`."""
    plain = digits.removeprefix("#")
    whole = plain if len(plain) == 6 else "".join(digit * 2 for digit in plain[:3])
    return int(whole[:2], 16), int(whole[2:4], 16), int(whole[4:], 16)
