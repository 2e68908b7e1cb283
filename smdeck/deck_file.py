"""The deck's file: which one is meant by a folder, and which .pptx is written for it."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Literal

from smdeck.files import is_file, is_folder, read_bytes
from smdeck.findings import Findings, listing

Format = Literal["pptx", "pdf", "html", "svg", "png"]
"""What a talk is written as: a presentation, PDF, a page for browsers, or a folder of pictures."""

STANDARD_INPUT = "<stdin>"
"""What findings call a deck that comes from standard input."""

LARGEST = 1_000_000
"""Bytes of a deck that is looked for in a folder; a larger one has to be named."""

_SLIDES = re.compile(rb"^slides[ \t]*:", re.M)
"""What a deck has and a theme has not, as the bytes of UTF-8."""


_LANG = re.compile(rb"^lang[ \t]*:([^\n]*(?:\n[ \t]*-[^\n]*)*)", re.M)
"""The languages of a deck: on one line, or each on a line of its own."""


class WrongUsage(Exception):
    """Decks and a target that don't go together; the message says why."""


def deck_in(path: Path, findings: Findings) -> Path | None:
    """Return the only deck of a folder; a path that is no folder as it is; None with a finding."""
    if not is_folder(path):
        return path
    files = sorted(path.glob("*.y*ml"))
    decks = [file for file in files if _is_deck(file) and not translated_by(file)]
    if len(decks) == 1:
        return decks[0]
    name = path.as_posix()
    if decks:
        some = [deck.as_posix() for deck in decks[:5]]
        message, help = f"`{name}` is a folder of {len(decks)} decks", f"name {listing(some)}"
    else:
        message = f"`{name}` is a folder without a deck"
        help = f"name a deck, as `{(path / 'deck.yaml').as_posix()}`"
    findings.error("unreadable-file", message, None, help)
    return None


def ending_of(kind: Format) -> str:
    """Return how the names of targets end that have a format; those of pictures are folders."""
    return f".{kind}" if kind in ("pptx", "pdf", "html") else f"-{kind}"


def targets(
    decks: Iterable[tuple[str, str]], out: str | None, ending: str = ".pptx"
) -> list[Path | None]:
    """Return the file to write for each deck, None where a folder holds none; raises WrongUsage.

    A deck comes with what the names of its versions end in, as `-kurz`. `out` is a file where it
    has the `ending`, and a folder where it is one or ends in a slash. An ending without a full stop
    is that of folders, which stand in `out`.
    """
    builds = list(decks)
    folder = out is not None and (out.endswith(("/", os.sep)) or is_folder(Path(out)))
    if out is not None and not folder and not out.lower().endswith(ending):
        place = f"{Path(out).with_suffix('').as_posix()}/"
        if not ending.startswith("."):
            raise WrongUsage(f"{out} is no folder; for a new one write {place}")
        file = Path(out).with_suffix(ending).as_posix()
        raise WrongUsage(
            f"{out} is neither a {ending} nor a folder; for a file write {file}, "
            f"for a new folder {place}"
        )
    if out is not None and not folder and len(builds) > 1:
        raise WrongUsage("with several decks or versions, -o names a folder")
    written: list[Path | None] = []
    for deck, version in builds:
        target = _target(deck, version + ending, out, folder)
        if target is not None and _key(target) in map(_key, filter(None, written)):
            raise WrongUsage(f"two decks would be written to {target}")
        written.append(target)
    return written


def _target(deck: str, ending: str, out: str | None, folder: bool) -> Path | None:
    if out is not None and not folder:
        return Path(out)
    if deck == "-":
        raise WrongUsage(f"a deck from standard input needs -o FILE{ending}")
    file = deck_in(Path(deck), Findings())
    if file is None:
        return None
    beside = file.with_name(f"{file.stem}{ending}") if file.name else file
    if beside == file:
        raise WrongUsage(
            f"{deck} is a presentation and no deck, which is a .yaml file; a company's file is "
            f"named there, as theme: {beside.name}"
        )
    return beside if out is None else Path(out) / beside.name


def free_beside(target: Path, ours: Collection[Path]) -> Path:
    """Return a name beside a target that nobody has, or that is one of `ours`."""
    for number in range(2, 1000):
        other = target.with_stem(f"{target.stem}-{number}")
        if other in ours or not other.exists():
            return other
    return target


def _key(target: Path) -> str:
    """Return by what two targets are compared: names that differ in case are one on many disks."""
    return os.path.realpath(target).casefold()


def each_once(decks: Iterable[str]) -> list[str]:
    """Return the decks that are named, without translations of others, as `*.yaml` names them."""
    every = dict.fromkeys(decks)
    if len(every) < 2:
        return list(every)
    named = {Path(deck) for deck in every}
    return [deck for deck in every if translated_by(Path(deck)) not in named]


def translated_by(file: Path) -> Path | None:
    """Return the deck that a file has the texts of, in another language; None for a deck itself.

    `vortrag.en.yaml` is one where `vortrag.yaml` beside it names `en` among its languages.
    """
    stem, _, tag = file.stem.rpartition(".")
    if not stem or not re.fullmatch(r"[A-Za-z0-9-]+", tag):
        return None
    deck = file.with_name(f"{stem}{file.suffix}")
    try:
        named = _LANG.search(read_bytes(deck, LARGEST)) if is_file(deck) else None
    except OSError:
        return None
    languages = named[1].decode("latin-1") if named else ""
    return deck if re.search(rf"(?<![\w-]){tag}(?!\w)", languages) else None


def _is_deck(file: Path) -> bool:
    try:
        return bool(_SLIDES.search(read_bytes(file, LARGEST)))
    except OSError:
        return False
