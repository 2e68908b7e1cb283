"""The commands `check` and `plan`: what is wrong with decks, and how long they take."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from smdeck.commands.options import DECKS, LANG, ROOT, SET, STRICT, THEME, VARIANT, WATCH, values_of
from smdeck.commands.telling import tell
from smdeck.commands.watching import watched
from smdeck.console import say, show

if TYPE_CHECKING:
    from smdeck.findings import Finding


@click.command()
@DECKS
@click.option(
    "--format", "style", type=click.Choice(["text", "json", "github"]), default="text",
    help="How findings are printed; json and github go to stdout.",
)  # fmt: skip
@THEME
@VARIANT
@LANG
@SET
@ROOT
@STRICT
@WATCH
def check(
    decks: tuple[str, ...],
    style: str,
    theme: str | None,
    given: tuple[str, ...],
    watch: bool,
    **version: Any,
) -> None:
    """Report all findings of decks, in all their versions, and write nothing.

    DECK is a file, a folder with one deck in it, or - for standard input.
    """
    import smdeck
    from smdeck.compiler.building import opened
    from smdeck.deck_file import each_once

    decks, values = tuple(each_once(decks)), values_of(given, theme)

    def checked(deck: str) -> list[Finding]:
        return smdeck.check(opened(deck), values=values, **version)

    if watch:
        watched(decks, lambda number: tell({decks[number]: checked(decks[number])}, style))
    sys.exit(tell({deck: checked(deck) for deck in decks}, style))


@click.command()
@DECKS
@VARIANT
@LANG
@SET
@ROOT
def plan(decks: tuple[str, ...], given: tuple[str, ...], **asked: Any) -> None:
    """Print when each slide comes, and how long the talk takes; of each variant.

    A slide takes its `minutes`, or the time that its notes take.
    """
    from smdeck.api import plans
    from smdeck.compiler.building import opened
    from smdeck.findings import DeckError, visible

    failed = False
    for deck in dict.fromkeys(decks):
        try:
            found = plans(opened(deck), values=values_of(given), **asked)
        except DeckError as error:
            show(error.findings)
            failed = True
            continue
        for version, lines in found.items():
            named = f" ({version.name})" if version.name else ""
            say("\n".join([f"{visible(deck)}{named}", *lines]))
    sys.exit(int(failed))


COMMANDS = (check, plan)
