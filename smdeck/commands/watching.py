"""Doing something again whenever a file changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import NoReturn

import click

from smdeck.console import say


def watched(decks: tuple[str, ...], run: Callable[[int], object]) -> NoReturn:
    """Do something with each deck, by its place, and again when its files change, for ever."""
    from smdeck.watching import Watch, wait

    if "-" in decks:
        raise click.UsageError("standard input can't be watched; name a file")
    watches = [Watch() for _ in decks]
    changed = list(range(len(decks)))
    while True:
        for number in changed:
            with watches[number].reading():
                run(number)
        files = sum(watch.files for watch in watches)
        say(f"watching {files} file{'s' * (files != 1)}; Ctrl-C ends it", err=True)
        changed = wait(watches)
