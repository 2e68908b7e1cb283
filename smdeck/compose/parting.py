"""Parting: words wider than every box get the break points that their language gives them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from smdeck.fit.fitting import every_node
from smdeck.fit.measure import HINT, measured, typed
from smdeck.model.text import Paragraph
from smdeck.scene import SlideScene, TextBox
from smdeck.theme import Theme

if TYPE_CHECKING:
    import pyphen

LONG = 12
"""Shorter words are not parted: they are not what makes a box too narrow."""

EDGE = 4
"""How many letters at the least stand before the first and after the last break of a word."""

_WORD = re.compile(rf"[^\W\d_]{{{LONG},}}")


@lru_cache(maxsize=4)
def _patterns(lang: str) -> pyphen.Pyphen | None:
    import pyphen

    known = pyphen.language_fallback(lang)
    return pyphen.Pyphen(lang=known, left=EDGE, right=EDGE) if known else None


@lru_cache(maxsize=1024)
def breaks(word: str, lang: str) -> str:
    """Return a word with a soft hyphen where it may break in a language; as it is if unknown."""
    patterns = _patterns(lang)
    return patterns.inserted(word, HINT) if patterns else word


def with_break_points(paragraphs: Iterable[Paragraph], lang: str) -> tuple[Paragraph, ...]:
    """Return paragraphs with break points in their long words; those that an author gave stay."""
    return tuple(_parted(paragraph, lang) for paragraph in paragraphs)


def _parted(paragraph: Paragraph, lang: str) -> Paragraph:
    if paragraph.code or not _WORD.search(paragraph.plain):
        return paragraph

    def with_breaks(text: str) -> str:
        words = re.split(r"(\s+)", text)
        return "".join(
            word if HINT in word else _WORD.sub(lambda found: breaks(found[0], lang), word)
            for word in words
        )

    runs = (run if run.code else run._replace(text=with_breaks(run.text)) for run in paragraph.runs)
    return paragraph._replace(runs=tuple(runs))


def with_whole_title(node: TextBox, theme: Theme, lang: str) -> TextBox:
    """Return a title whose long words may be parted if one is wider than its box at the smallest
    size; others as they are."""
    least = node.style.sizes[-1]
    texts = [typed(one, theme, node.style.level_of(one)) for one in node.paragraphs]
    if not measured(texts, node.style, least, node.room[0], theme).long_word:
        return node
    return node._replace(paragraphs=with_break_points(node.paragraphs, lang))


def broken_words(scene: SlideScene) -> list[tuple[TextBox, str, str]]:
    """Return the words of a fitted slide that break at a break point: each with its text, as it is
    written and as it is set."""
    found = []
    for node in every_node(scene.nodes):
        if isinstance(node, TextBox) and node.fitted.paragraphs:
            pairs = zip(node.paragraphs, node.fitted.paragraphs, strict=True)
            found += [(node, *pair) for before, after in pairs for pair in _pairs(before, after)]
    return found


def _pairs(before: Paragraph, after: Paragraph) -> Sequence[tuple[str, str]]:
    written = "".join(run.text for run in before.runs).split()
    set_as = "".join(run.text for run in after.runs).split()
    if len(written) != len(set_as):
        return []  # a word that is tied to the next one
    return [
        (one.replace(HINT, ""), other)
        for one, other in zip(written, set_as, strict=True)
        if HINT in one and other.count("-") > one.count("-")
    ]
