"""Texts: runs and paragraphs that know where their source stands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from smdeck.findings import Place

_UNSEEN = dict.fromkeys(
    [0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF]
)
"""Hints for breaks, characters of no width and marks of writing direction."""


class Run(NamedTuple):
    """A stretch of text in one form. A line break is a run whose text is a newline."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    link: str | None = None
    strike: bool = False
    baseline: int = 0
    """How far it is raised, in percent of its size: above 0 a superscript, below a subscript."""
    smaller: int = 0
    """By how many percent it is smaller than the words around it, as the unit of a figure."""
    tint: str | None = None
    """The role of the theme that colours it, where a layout says so; no author does."""
    math: str | None = None
    """The formula in LaTeX that it is a piece of."""

    @property
    def plain(self) -> bool:
        """Whether it is words in no form of their own."""
        return self[1:] == _NO_FORM and "\n" not in self.text


_NO_FORM = Run("")[1:]


def merged_runs(runs: Iterable[Run]) -> list[Run]:
    """Return runs with neighbours of one form joined, so that words stay whole."""
    whole: list[Run] = []
    for run in runs:
        last = whole[-1] if whole else None
        if last and "\n" not in (last.text, run.text) and last[1:] == run[1:]:
            whole[-1] = run._replace(text=last.text + run.text)
        else:
            whole.append(run)
    return whole


class Paragraph(NamedTuple):
    """Runs in a row; `level` is that of a style, from 0, a `marker` makes it an item of a list."""

    runs: tuple[Run, ...]
    level: int = 0
    marker: Literal["bullet", "number"] | None = None
    place: Place | None = None
    """Where its text stands, if an author wrote it."""
    depth: int = 0
    """How many lists it stands in. A further paragraph of an item has no marker."""
    number: int | None = None
    """The number of its item, where the innermost list is numbered."""
    code: bool = False
    """Whether it is lines of code."""
    direction: bool = False
    """Whether it says what to do, and is not spoken: a stage direction of the notes."""

    @property
    def mark(self) -> str:
        """What stands before it where lists are written as words: its number, a bullet, nothing."""
        if self.number is not None and self.marker:
            return f"{self.number}."
        return "•" if self.marker else ""

    @property
    def plain(self) -> str:
        """The paragraph without its markup."""
        if len(self.runs) == 1:  # most of them
            return self.runs[0].text
        return "".join([run.text for run in self.runs])


class Text(NamedTuple):
    """One or more paragraphs and the place of their source."""

    paragraphs: tuple[Paragraph, ...]
    place: Place

    @property
    def plain(self) -> str:
        """The text without its markup, a line for each paragraph."""
        if len(self.paragraphs) == 1:
            return self.paragraphs[0].plain
        return "\n".join(paragraph.plain for paragraph in self.paragraphs)

    @property
    def blank(self) -> bool:
        """Whether there is nothing to see in it."""
        plain = self.plain
        return not plain[:1].isalnum() and not plain.translate(_UNSEEN).strip()

    @property
    def runs(self) -> tuple[Run, ...]:
        """The runs of the first paragraph; the whole of an inline text."""
        return self.paragraphs[0].runs if self.paragraphs else ()


class Inline(Text):
    """A text of one paragraph: the inline part of CommonMark."""

    __slots__ = ()

    @classmethod
    def of(cls, words: str, place: Place) -> Inline:
        """Return words without markup, as those of a data file, as a text at a place."""
        return cls((Paragraph((Run(words),)),), place)


class Block(Text):
    """A text of paragraphs and lists."""

    __slots__ = ()


class Script(Block):
    """A text that is spoken: paragraphs and lists, and stage directions between them."""

    __slots__ = ()
