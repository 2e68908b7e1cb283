"""Wholes: all entries of a slide that is split, which its parts have in common."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import Any, TypeVar

Entry = TypeVar("Entry")
Found = TypeVar("Found")


class Whole(list[Entry]):
    """The entries of a slide before it was split.

    Each part asks the same of all of them, so what was found is kept: else the cost of a split
    would grow with the square of its entries.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        super().__init__(entries)
        self._found: dict[Hashable, Any] = {}

    def once(self, asked: Hashable, find: Callable[[], Found]) -> Found:
        """Return what is found for a question, which is looked for only once."""
        if asked not in self._found:
            self._found[asked] = find()
        return self._found[asked]  # type: ignore[no-any-return]


def kept_answer(entries: Iterable[Entry], asked: Hashable, find: Callable[[], Found]) -> Found:
    """Return what is found for a question about entries; of a `Whole` it is kept."""
    return entries.once(asked, find) if isinstance(entries, Whole) else find()
