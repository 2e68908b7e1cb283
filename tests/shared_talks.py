"""Talks that many tests look at: each is built once, and rendered in one run with its batch.

Tests of one batch say so in their ids, so that one process makes what all of them look at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any

import pymupdf
import pytest
from libreoffice import render
from rendering import (
    EVERY_KEY,
    FEW_AND_MANY,
    GALLERIES,
    HOUSE,
    NAMES,
    REAL,
    THEMES,
    Talk,
    build,
)
from sharing_out import of_batch
from whole_gallery import WHOLE, written

import smdeck

LOOK_ALIKE = ("gallery", "gallery-reveal")
"""Decks whose slides look as those of the gallery that shows all tones: they are not rendered."""

BATCHES = {
    "real decks": REAL,
    "galleries": (*GALLERIES, EVERY_KEY, FEW_AND_MANY),
    WHOLE: (WHOLE,),
    **{
        theme: tuple(name for name in NAMES if name.endswith(f"@{theme}"))
        for theme in THEMES
        if theme != HOUSE
    },
}
"""What is built in one process, and rendered in one run: to start LibreOffice takes a second."""


def in_batches(names: Iterable[str], *marks: pytest.MarkDecorator) -> list[Any]:
    """Return the names of talks as parameters, each of its batch."""
    return [
        of_batch(name, batch, *marks)
        for name in names
        for batch, members in BATCHES.items()
        if name in members
    ]


class SharedTalks:
    """The talks of this process, by name; nobody changes them.

    Their files stay, but only those of the batch that is looked at stay in memory, too.
    """

    def __init__(self, new_folder: Callable[[str], Path]) -> None:
        self._new_folder = new_folder
        self._built: dict[str, Talk] = {}
        self._rendered: dict[str, Path] = {}

    def talk(self, name: str) -> Talk:
        """Return a deck of `NAMES`, or the whole gallery under the theme of the house, built."""
        for other, talk in self._built.items():
            if _batch_of(other) != _batch_of(name):
                talk.forget()
        if name not in self._built:
            folder = self._new_folder(name)
            self._built[name] = _whole(folder) if name == WHOLE else build(name, folder)
        return self._built[name]

    def pages(self, name: str, office: str) -> pymupdf.Document:
        """Return a talk as LibreOffice shows it."""
        if name not in self._rendered:
            batch = BATCHES[_batch_of(name)]
            talks = [self.talk(one) for one in batch if one not in LOOK_ALIKE]
            self._rendered |= render(office, talks, self._new_folder("pdfs"))
        return pymupdf.open(self._rendered[name])


@cache
def _batch_of(name: str) -> str:
    (batch,) = (batch for batch, members in BATCHES.items() if name in members)
    return batch


def _whole(folder: Path) -> Talk:
    deck = written(HOUSE, folder)
    return Talk(WHOLE, deck, smdeck.build(deck))
