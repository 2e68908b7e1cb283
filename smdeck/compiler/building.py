"""The command `build`: what it makes of its arguments, and what it says.

It stands apart from the command line, so that a build in its usual form is made without click: to
import that takes as long as a third of the work on twelve slides.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO, NamedTuple

import smdeck
from smdeck.console import say, show
from smdeck.deck_file import Format, WrongUsage, each_once, ending_of, targets
from smdeck.findings import DeckError, visible
from smdeck.version import Version

__all__ = ["Build", "WrongUsage", "build", "build_all", "build_one", "targets_of", "usual_build"]

SLOW_DECK = 200
"""From so many slides on, a terminal is told how far the build is."""

_LEFT_TO_CLICK = frozenset("*?[~$%")
"""What click makes file names of on Windows."""


class Build(NamedTuple):
    """What the command line asks for."""

    decks: tuple[tuple[str, Version], ...]
    """Each deck, and which version of it."""
    out: str | None = None
    root: Path | None = None
    strict: bool = False
    values: Mapping[str, str] | None = None
    report: bool = False
    explain: bool = False
    format: Format = "pptx"
    draft: bool = False
    comments: bool = False


def usual_build(arguments: Sequence[str]) -> Build | None:
    """Return what the arguments of `build` ask for in their usual form; None leaves them to click.

    That is `DECK…`, with `--strict`, `-o OUT` or `--out OUT` anywhere.
    """
    if "_SMDECK_COMPLETE" in os.environ:  # a shell asks click what could be typed
        return None
    decks: list[str] = []
    out, strict = None, False
    rest = iter(arguments)
    for word in rest:
        if word == "--strict":
            strict = True
        elif word in ("-o", "--out") and out is None:
            out = next(rest, "")
            if not _is_name(out):
                return None
        elif _is_name(word):
            decks.append(word)
        else:
            return None
    if not decks:
        return None
    return Build(tuple((deck, Version()) for deck in each_once(decks)), out, None, strict)


def _is_name(word: str) -> bool:
    return bool(word) and word[0] != "-" and _LEFT_TO_CLICK.isdisjoint(word)


def build(asked: Build) -> int:
    """Build decks, say what becomes of each, and return the exit code: 1 where one has an error.

    Raises WrongUsage, before anything is built, where decks and target don't go together.
    """
    return build_all(asked, targets_of(asked))


def targets_of(asked: Build) -> list[Path | None]:
    """Return what to write for each deck, as `targets` does; raises WrongUsage."""
    names = ((deck, version.ending) for deck, version in asked.decks)
    return targets(names, asked.out, ending_of(asked.format))


def build_all(asked: Build, written: Sequence[Path | None]) -> int:
    """Build decks into their targets; return the exit code."""
    failed = [build_one(asked, number, target) for number, target in enumerate(written)]
    return int(any(failed))


def build_one(asked: Build, number: int, target: Path | None) -> list[str]:
    """Build one of the decks and say what becomes of it; return the codes of its errors."""
    deck, version = asked.decks[number]
    try:
        built = smdeck.build(
            opened(deck),
            target,
            variant=version.variant,
            lang=version.lang,
            values=asked.values,
            format=asked.format,
            strict=asked.strict,
            root=asked.root,
            progress=_progress(deck),
            report=asked.report or asked.explain,
            draft=asked.draft,
            comments=asked.comments,
        )
    except DeckError as error:
        show(error.findings)
        return [one.code for one in error.findings if one.severity == "error"]
    show(built.findings)
    minutes = f", {built.minutes:g} minutes" if built.minutes else ""
    slides = "1 slide" if built.slides == 1 else f"{built.slides} slides"
    scaled = f", {_pictures(built.scaled)} scaled down" if built.scaled else ""
    done = f"{slides}{minutes}{scaled}, {built.seconds:.2f} s"
    say(f"{visible(deck)} → {visible(str(built.path))}: {done}")
    if built.report:
        from smdeck.compiler.reporting import explained, report_line

        if asked.report:
            say("\n".join(map(report_line, built.report)))
        if asked.explain:
            say("\n".join(map(explained, built.report)))
    return []


def opened(deck: str) -> str | BinaryIO:
    """Return a deck's file, or standard input for `-`."""
    return sys.stdin.buffer if deck == "-" else deck


def _pictures(number: int) -> str:
    return "1 picture" if number == 1 else f"{number} pictures"


def _progress(deck: str) -> Callable[[int, int], None] | None:
    if sys.stderr is None or not sys.stderr.isatty():
        return None
    shown = visible(deck)

    def tell(done: int, slides: int) -> None:
        if slides >= SLOW_DECK:
            end = "" if done < slides else "\r\033[K"
            say(f"\r{shown}: {done} of {slides} slides{end}", err=True, nl=False)

    return tell
