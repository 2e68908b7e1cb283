"""Line ends: where the lines of a paragraph should end, and how other programs are made to agree.

Words are tied by non-breaking spaces, and nothing else of a text changes.
"""

from __future__ import annotations

from smdeck.fit.evening import evened
from smdeck.fit.measure import SLACK, Broken, Typed, break_lines, typed
from smdeck.fit.raggedness import is_lonely, is_ragged, may_be_alone
from smdeck.fit.steadying import joined, steadied
from smdeck.model.text import Paragraph
from smdeck.scene import Style
from smdeck.theme import Theme

Ended = tuple[Paragraph, Broken]
"""A paragraph with its ties, and its lines."""


def ended_well(
    text: Typed, lines: tuple[str, ...], style: Style, size: float, theme: Theme, width: float
) -> Ended | None:
    """Return a paragraph of several lines with ties, and its lines, no more than there are.

    Lines of titles are even, short last words don't stand alone, and a line ends at the same word
    in programs that fill it further. None where all is so already, or where no ties make it so.
    `size` and `width` are in points.
    """
    ending = _Ending(style, size, theme, width)
    ended = ending.even(text) if style.balanced else None
    ended = ended or ending.whole_end(text, lines)
    return ending.steady(ending.typed(ended[0]) if ended else text) or ended


class _Ending:
    """How wide the lines of a text are, in its own font at its size."""

    def __init__(self, style: Style, size: float, theme: Theme, width: float) -> None:
        self.style, self.size, self.theme, self.width = style, size, theme, width
        self.tracking = theme.type.letter_spacing(size)

    def room(self, text: Typed, share: float) -> float:
        """Return how wide a line is of which a share is filled, in em."""
        return (share * self.width - self.style.level_of(text.paragraph).left) / self.size

    def typed(self, paragraph: Paragraph) -> Typed:
        """Return a paragraph as it is typed in this text."""
        return typed(paragraph, self.theme, self.style.level_of(paragraph))

    def _with_lines(self, paragraph: Paragraph | None) -> Ended | None:
        if paragraph is None:
            return None
        text = self.typed(paragraph)
        return paragraph, text.lines(self.room(text, SLACK), self.tracking)

    def even(self, text: Typed) -> Ended | None:
        """Return a title whose lines are even, and its lines; None where they are, or where no ties
        do that."""
        narrow, wide = self.room(text, SLACK), self.room(text, 1 / SLACK)
        return self._with_lines(evened(text, narrow, self.tracking, wide))

    def steady(self, text: Typed) -> Ended | None:
        """Return a paragraph whose lines stay where they are filled further, and its lines; None
        where they do, or where no ties do that."""
        narrow, wide = self.room(text, SLACK), self.room(text, 1 / SLACK)
        lines = text.lines(narrow, self.tracking)
        if lines.long_word or text.lines(wide, self.tracking).lines == lines.lines:
            return None
        full = self.room(text, 1)
        if self.style.balanced and is_ragged(lines.lines):
            full = 0.0  # a title is rather set a size smaller
        fewer = joined(text, lines.lines, full, self.tracking)
        if fewer:
            return text.paragraph, lines._replace(lines=fewer)
        return self._with_lines(steadied(text, lines.lines, wide, self.tracking))

    def whole_end(self, text: Typed, lines: tuple[str, ...]) -> Ended | None:
        """Return a paragraph, its two last words tied where the last would stand alone on a line,
        and its lines; None where it does not, or better may."""
        if text.paragraph.code or any(word.ends_line for word in text.words[-2:-1]):
            return None  # a last line that the author ended where it ends
        any_word = self.style.balanced and not may_be_alone(self.style)
        if not is_lonely(lines, any_word):
            # Another program may set words a little narrower: then, too, none should be left over.
            full = text.lines(self.room(text, 1 / SLACK), self.tracking).lines
            if not is_lonely(full, any_word):
                return None
        words = text.words_tied() or self.typed(_tied(text.paragraph)).words
        other = break_lines(words, self.room(text, SLACK), self.tracking)
        if other.long_word or not _better(other.lines, lines):
            return None
        return _tied(text.paragraph), other


def _tied(paragraph: Paragraph) -> Paragraph:
    """Return a paragraph whose two last words no line break parts."""
    runs = list(paragraph.runs)
    for n in reversed(range(len(runs))):
        head, space, tail = runs[n].text.rpartition(" ")
        if space:
            runs[n] = runs[n]._replace(text=f"{head}\u00a0{tail}")
            return paragraph._replace(runs=tuple(runs))
    return paragraph


def _better(lines: tuple[str, ...], before: tuple[str, ...]) -> bool:
    """Return whether lines are no more than before, and the last one not much longer."""
    return len(lines) <= len(before) and (len(lines) < 2 or 2 * len(lines[-2]) >= len(lines[-1]))
