"""Places: where slides, links and files of a deck lead, told from its lines."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

FILES = {
    "file": (".png", ".jpg", ".jpeg", ".gif", ".svg", ".csv", ".xlsx", ".mp4", ".mmd"),
    "image": (".png", ".jpg", ".jpeg", ".gif", ".svg"),
    "poster": (".png", ".jpg", ".jpeg", ".gif", ".svg"),
    "logo": (".png", ".jpg", ".jpeg", ".svg"),
    "data": (".csv", ".xlsx"),
    "vars": (".yaml", ".yml", ".csv"),
    "use": (".yaml", ".yml"),
    "theme": (".potx", ".pptx", ".yml", ".yaml"),
}
"""Keys whose values are files, and the files that they may be."""

_ID = re.compile(r"(?:^|[\s{,-])id:\s+[\"']?([a-z0-9][a-z0-9-]*)")
_LINK = re.compile(r"([^\s\"'\[\](),{}#]*)#([a-z0-9][a-z0-9-]*)")
_FILE = re.compile(r"[^\s\"'\[\](),{}#:]+\.\w+")


class Spot(NamedTuple):
    """A line of a file, from 0; the file is None where it is the deck itself."""

    file: Path | None
    line: int


class OutlineEntry(NamedTuple):
    """A slide in the outline of a deck."""

    title: str
    layout: str
    first: int
    """The line where it begins, from 0."""
    last: int


def ids_of(lines: list[str]) -> list[tuple[str, int]]:
    """Return the ids of slides, each with its line."""
    found = ((_ID.search(text), n) for n, text in enumerate(lines))
    return [(id[1], n) for id, n in found if id]


def spot_at(lines: list[str], line: int, column: int, folder: Path) -> Spot | None:
    """Return what a link or a file's name under a cursor leads to, None where there is none."""
    text = lines[line] if line < len(lines) else ""
    for link in _LINK.finditer(text):
        if link.start() <= column <= link.end():
            file = folder / link[1] if link[1] else None
            found = ids_of(deck_lines(file) if file else lines)
            return next((Spot(file, n) for id, n in found if id == link[2]), None)
    for name in _FILE.finditer(text):
        if name.start() <= column <= name.end() and (folder / name[0]).is_file():
            return Spot(folder / name[0], 0)
    return None


def deck_lines(file: Path) -> list[str]:
    """Return the lines of a deck beside one that is open; none where it can't be read."""
    try:
        return file.read_text("utf-8").split("\n")
    except (OSError, UnicodeError):
        return []


def outline_of(lines: list[str]) -> list[OutlineEntry]:
    """Return the slides of a deck in order, by their titles, else by their layouts."""
    starts, entries = _starts(lines), []
    for first, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        last = max((n for n in range(first, end) if lines[n].strip()), default=first)
        own = lines[first : last + 1]
        layout = _value_of(own, "layout") or "bullets"
        entries.append(OutlineEntry(_value_of(own, "title") or layout, layout, first, last))
    return entries


def _value_of(slide: list[str], key: str) -> str:
    """Return the value of a key of a slide itself, as plain words; "" where it has none."""
    begin = re.match(r" *- +", slide[0])
    column = begin.end() if begin else 0
    if slide[0][column : column + 1] == "{":
        found = re.search(rf"[{{,] *{key}: +(\"[^\"]+\"|'[^']+'|[^,}}]+)", " ".join(slide))
    else:
        lines = (text[column:] for text in slide if not text[:column].strip(" -"))
        found = next(
            filter(None, (re.match(rf"{key}: +(.+?) *(?: #.*)?$", t) for t in lines)), None
        )
    return found[1].strip("\"' ").replace("**", "") if found else ""


def _starts(lines: list[str]) -> list[int]:
    """Return the lines in which slides begin: dashes in one column below `slides`."""
    head = next((n for n, text in enumerate(lines) if re.match(r"slides[ \t]*:", text)), len(lines))
    starts: list[int] = []
    column = -1
    for n in range(head + 1, len(lines)):
        if re.match(r"[\w-]+:", lines[n]):
            break
        dash = re.match(r" *(?=-(\s|$))", lines[n])
        if dash and column in (-1, dash.end()):
            column = dash.end()
            starts.append(n)
    return starts


def files_beside(folder: Path, begun: str, suffixes: tuple[str, ...]) -> list[str]:
    """Return the files, and the folders with a slash, whose path goes on as it was begun."""
    head, slash, _ = begun.rpartition("/")
    try:
        found = [*(folder / head if slash else folder).iterdir()]
    except OSError:
        return []
    shown = [
        (file.is_dir(), f"{head}{slash}{file.name}{'/' if file.is_dir() else ''}")
        for file in found
        if not file.name.startswith((".", "~"))
        and (file.is_dir() or file.suffix.lower() in suffixes)
    ]
    return [name for _, name in sorted(shown)]
