"""Watching: the files that were read are looked at again and again, until one changes.

They are looked at by their stamps, a few dozen times a second: that costs next to nothing for the
handful of files of a deck, and unlike the notices of an operating system it works on network
drives and in containers, for editors that put a new file in the place of the old one, and for a
file that is missing as yet.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from smdeck.files import Access, access, stamp

INTERVAL = 0.015
"""Seconds between two looks."""

QUIET = 0.05
"""Seconds without a change after which a file is taken to be written to its end."""


class Watch:
    """The files that something was made from, as they were when it was."""

    def __init__(self) -> None:
        self._stamps: dict[Path, tuple[int, ...] | None] = {}

    @contextmanager
    def reading(self) -> Iterator[Access]:
        """Take note of what is read within, in place of what was read before.

        What changes while it is read has changed: stamps of files that are known already are
        taken before.
        """
        before = self.look()
        with access() as seen:
            yield seen
        self._stamps = {
            path: before[path] if path in before else stamp(path) for path in seen.asked
        }

    @property
    def files(self) -> int:
        """How many files there are; those that were asked for in vain don't count."""
        return sum(found is not None for found in self._stamps.values())

    def look(self) -> dict[Path, tuple[int, ...] | None]:
        """Return the stamps of the files as they are now."""
        return {path: stamp(path) for path in self._stamps}

    def changed(self) -> bool:
        """Return whether a file is another one than it was."""
        return self.look() != self._stamps


def wait(watches: Sequence[Watch]) -> list[int]:
    """Wait until files change and are written to their end; return the numbers of their watches."""
    while not any(watch.changed() for watch in watches):
        time.sleep(INTERVAL)
    settle(watches)
    return [number for number, watch in enumerate(watches) if watch.changed()]


def settle(watches: Sequence[Watch]) -> None:
    """Wait until no file has changed for a moment."""
    before = None
    while (now := [watch.look() for watch in watches]) != before:
        before = now
        time.sleep(QUIET)
