"""Sentences: a text in its sentences, and sentences as a text again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from smdeck.model.text import Paragraph, Run, Text
from smdeck.patterns import pattern

_END = pattern(r"(?<=[.!?…][“”\"»])\s+|(?<=\w\w\w[.!?…])\s+(?=[\W\d]*[A-ZÄÖÜÀ-Þ])")
"""The space after what ends a sentence. Abbreviations are shorter, or one of those below."""

_SHORT = ("bzw.", "usw.", "vgl.", "evtl.", "ggf.", "inkl.", "Abb.", "Bsp.", "Prof.", "Mrs.", "etc.")


class Sentence(NamedTuple):
    """A sentence, or an item of a list, and the number of its paragraph."""

    paragraph: int
    runs: tuple[Run, ...]


def sentences(text: Text) -> list[Sentence]:
    """Return the sentences of a text; items of lists and code stay whole."""
    found: list[Sentence] = []
    for number, paragraph in enumerate(text.paragraphs):
        if paragraph.depth or paragraph.code:
            found.append(Sentence(number, paragraph.runs))
        else:
            found += [Sentence(number, runs) for runs in _parted(paragraph)]
    return found


def _parted(paragraph: Paragraph) -> list[tuple[Run, ...]]:
    parts: list[list[Run]] = [[]]
    for run in paragraph.runs:
        first, *rest = _split(run.text) if not run.code else [run.text]
        if first:
            parts[-1].append(run._replace(text=first))
        for piece in rest:
            parts.append([run._replace(text=piece)] if piece else [])
    return [tuple(part) for part in parts if part]


def _split(text: str) -> list[str]:
    """Return the sentences of a run; one that an abbreviation ends goes on."""
    pieces: list[str] = []
    for piece in _END.split(text):
        if pieces and pieces[-1].endswith(_SHORT):
            pieces[-1] += f" {piece}"
        else:
            pieces.append(piece)
    return pieces


def joined(text: Text, chosen: Sequence[Sentence]) -> Text:
    """Return a text of some of its sentences, in paragraphs as they were."""
    paragraphs: list[Paragraph] = []
    last = -1
    for number, runs in chosen:
        if number == last:
            before = paragraphs[-1]
            paragraphs[-1] = before._replace(runs=(*before.runs, Run(" "), *runs))
        else:
            paragraphs.append(text.paragraphs[number]._replace(runs=runs))
        last = number
    return text._replace(paragraphs=tuple(paragraphs))
