"""Style in SVGs: the files that it calls for, and what of it takes long to draw."""

from __future__ import annotations

import re
from typing import NamedTuple

_SUSPECT = re.compile(r"[(@\\]|//")
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", re.S)
_COMMENT = re.compile(r"/\*.*?(?:\*/|$)", re.S)
_NAMESPACE = re.compile(r"@namespace\b[^;]*;?", re.I)
_IMPORT = re.compile(r"@import\b\s*([^;]*)", re.I)
_FUNCTION = re.compile(
    r"\b(?:url|src|image|image-set|cross-fade|element)\(\s*(?:\"([^\"]*)|'([^']*)|([^)]*))", re.I
)
_ADDRESS = re.compile(r"\b(?:https?|ftp|file)://[^\s)\"']*", re.I)
_DATA = re.compile(r"data:(?:application/|font/)[\w.+-]*font|data:font/", re.I)

_WEIGHTY = re.compile(
    r"(?<![\w-])(?:opacity\s*:\s*(?:0?\.\d|\d?\d%)|(?:filter|mask|clip-path|marker(?:-\w+)?)\s*:"
    r"\s*[^\s:;]*url|(?:fill|stroke)\s*:\s*[^\s:;]*url|mix-blend-mode|stroke-dasharray\s*:\s*[\d.])"
)
"""What is painted on a layer of its own, which takes a tenth of a second where it is as large as
the picture."""

_FILTER = re.compile(r"(?<![\w-])filter\s*:\s*[^\s:;]*url")

_FAMILIES = re.compile(
    r"(?<![\w-])font(?:-family\s*:\s*([^;}]+)|\s*:[^;}\d]{0,80}[\d.]+[a-z%]*(?:/\S{1,9})?\s+([^;}]+))"
)
"""`font-family`, or the end of the short `font`; bounded, or hostile style would take for ever."""


class Reference(NamedTuple):
    """Something that style calls for."""

    target: str
    inside: bool
    """Whether it stands in the same file."""


def references(css: str) -> list[Reference]:
    """Return what style calls for: addresses, however they are written, and elements by id."""
    if not _SUSPECT.search(css):
        return []
    plain = _COMMENT.sub(" ", _ESCAPE.sub(_unescaped, css))
    plain = _NAMESPACE.sub("", plain)
    found = [Reference(rest.strip(), False) for rest in _IMPORT.findall(plain)]
    for quoted in _FUNCTION.findall(plain):
        target = "".join(quoted).strip()
        found.append(Reference(target, target[:1] == "#" or bool(_DATA.match(target))))
    found += [Reference(address, False) for address in _ADDRESS.findall(plain)]
    return found


def families_in(css: str) -> list[str]:
    """Return the lists of families that style asks for, in its order."""
    return [long or short for long, short in _FAMILIES.findall(css)]


def weighty(css: str) -> int:
    """Return how many layers style asks for; a blur or its like counts as many."""
    return len(_WEIGHTY.findall(css)) + 20 * len(_FILTER.findall(css)) if ":" in css else 0


def _unescaped(found: re.Match[str]) -> str:
    if found[1]:
        code = int(found[1], 16)
        return chr(code) if 0 < code < 0x110000 else "\ufffd"
    return found[2]
