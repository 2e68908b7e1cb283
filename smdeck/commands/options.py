"""Options and arguments that several commands have, each said once, and what they mean."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from smdeck.console import show

OUT = click.option(
    "-o", "--out", metavar="OUT",
    help="The file to write, or a folder, as out/; default: beside the deck.",
)  # fmt: skip
PAGE = click.option(
    "-o", "--out", type=click.Path(dir_okay=False, path_type=Path), metavar="PAGE.html",
    help="Write that page to a file.",
)  # fmt: skip
STRICT = click.option("--strict", is_flag=True, help="Take warnings as errors.")
ROOT = click.option(
    "--root", type=click.Path(path_type=Path, exists=True, file_okay=False), metavar="DIR",
    help="Read nothing outside of this folder: for decks of other people.",
)  # fmt: skip
VARIANT = click.option("--variant", metavar="NAME", help="The variant of the deck.")
LANG = click.option("--lang", metavar="TAG", help="The language of a deck that has several.")
THEME = click.option(
    "--theme", metavar="THEME", help="A theme in place of the deck's: its name, or a file."
)
SET = click.option(
    "--set", "given", multiple=True, metavar="NAME=TEXT",
    help="Set a variable or a key of the deck, as event.place=Köln; may be repeated.",
)  # fmt: skip
DECKS = click.argument("decks", nargs=-1, required=True, metavar="DECK…")
WATCH = click.option(
    "--watch", is_flag=True, help="Go on, and do it again whenever a file changes; Ctrl-C ends it."
)


def values_of(given: tuple[str, ...], theme: str | None = None) -> dict[str, str]:
    """Return what is set, by name; a theme's file is relative to the working directory."""
    from smdeck.findings import visible

    for one in given:
        if "=" not in one or not one.partition("=")[0].strip():
            raise click.UsageError(f"--set takes NAME=TEXT, here is {visible(one)}")
    values = {name.strip(): text for name, _, text in (one.partition("=") for one in given)}
    if theme is not None:
        values["theme"] = str(Path(theme).resolve()) if Path(theme).suffix else theme
    return values


def file_of(deck: str) -> Path:
    """Return the file that a deck is named by: of a folder, the only deck in it."""
    from smdeck.deck_file import deck_in
    from smdeck.findings import Findings

    findings = Findings()
    file = deck_in(Path(deck), findings)
    if file is None:
        show(findings)
        sys.exit(1)
    return file
