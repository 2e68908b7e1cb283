"""Measuring: paragraphs become words with widths, and words become lines."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from math import inf
from typing import NamedTuple

from smdeck.fit.metrics import FontStyle, Metrics, metrics
from smdeck.model.scripts import is_unspaced
from smdeck.model.text import Paragraph, Run
from smdeck.patterns import pattern
from smdeck.scene.style import Level, Style
from smdeck.theme import Theme

SLACK = 0.985
"""The share of a line that is filled: what kerning, hinting and other programs round differently
stays below 1.5 % (measured against LibreOffice on the corpus, see docs/fit.md)."""

LINE_HEIGHT = 1.2
"""The height of a line in em: whatever the font's own metrics, in PowerPoint and LibreOffice."""

LARGER = 0.2
"""How much higher a line is whose bullet is twice as large as its words, in em (LibreOffice)."""

SMALL = 2 / 3
"""How large PowerPoint sets sub- and superscripts, as a share of the words around them."""

_PIECES = pattern(
    "\n| +|[^ \n\\-–—\u00ad]+(?:[\\-–—]+(?=\u00a0)[^ \n\\-–—\u00ad]+)*[\\-–—]*|[\\-–—]+|\u00ad"
)
"""Line ends, spaces, and words up to their hyphens and dashes, but not to one with a tie behind."""

_NOT_PLAIN = pattern("[\n\\-–—\u00ad]|[^\x00-\u0dff\u1e00-\u2bff]|  |^ | $")

MOST_WORDS = 10_000
"""So many words of one font are kept with their widths: all of a talk, and not of all talks."""

HINT = "\u00ad"
"""A soft hyphen: where the author lets a word break, with a hyphen, if it must."""


class Word(NamedTuple):
    """What a line break never parts: its text, its width and the space after it, in em."""

    text: str
    width: float
    space: float
    ends_line: bool = False
    hint: int | None = None
    """The number of the hint in the paragraph that the word ends at, if it does."""


class Broken(NamedTuple):
    """A paragraph in lines."""

    lines: tuple[str, ...]
    long_word: str | None
    """A word wider than its line, which would be broken inside."""
    hints: frozenset[int]
    """The hints at which a word breaks."""


NO_HINTS: frozenset[int] = frozenset()


class Measured(NamedTuple):
    """A text at one size: the lines of each paragraph, the height of all in points."""

    lines: tuple[tuple[str, ...], ...]
    height: float
    long_word: str | None
    """A word wider than its line, which would be broken inside."""
    column_heights: tuple[float, ...]
    """The heights of the columns, where the text has several."""
    hints: tuple[frozenset[int], ...]
    """For each paragraph the hints at which a word breaks."""


def font_metrics(theme: Theme, level: Level, run: Run | None = None) -> Metrics:
    """Return the metrics of a run's font in a level of a style."""
    if run is None or run.plain:
        return _metrics(theme, level.font, theme.is_bold(level.bold), False)
    font = "code" if run.code else level.font
    leans = theme.look.emphasis == "italic"
    bold = theme.is_bold(level.bold) or (run.bold and not leans)
    italic = run.italic or (run.bold and leans)
    size = SMALL if run.baseline else 1 - run.smaller / 100
    return _metrics(theme, font, bold, italic, size)


@lru_cache(maxsize=64)
def _metrics(theme: Theme, font: str, bold: bool, italic: bool, size: float = 1.0) -> Metrics:
    if size != 1:
        whole = _metrics(theme, font, bold, italic)
        return Metrics(whole, whole.rows, size)
    family = {
        "heading": theme.fonts.headings,
        "body": theme.fonts.body,
        "code": theme.fonts.code,
    }.get(font, font)
    style: FontStyle = (
        "bold-italic" if bold and italic else "bold" if bold else "italic" if italic else "regular"
    )
    return metrics(family, style, theme.fonts.files.get(family, {}).get(style))


def text_width(text: str, size: float, theme: Theme, level: Level) -> float:
    """Return the width of a text on one line, in points."""
    return size * (
        font_metrics(theme, level).width(text) + len(text) * theme.type.letter_spacing(size)
    )


class Typed:
    """A paragraph in the font of its level; its lines are found at any size.

    Most paragraphs stand on one line. Those that don't are taken to words, once.
    """

    __slots__ = (
        "_known", "_letters", "_longest", "_row", "_runs", "_tight", "_whole", "_width", "_words",
        "paragraph", "text",
    )  # fmt: skip

    def __init__(self, paragraph: Paragraph, theme: Theme, level: Level) -> None:
        self.paragraph = paragraph
        self._words: list[Word] | None = None
        self._row: WordRow | None = None
        self._longest: float | None = None
        self._known: dict[tuple[float, float], Broken] = {}
        self._runs = [(run.text, font_metrics(theme, level, run)) for run in paragraph.runs]
        if level.capitals:
            self._runs = [(text.upper(), font) for text, font in self._runs]
        one = len(self._runs) == 1  # most of them
        self.text = self._runs[0][0] if one else "".join([text for text, _ in self._runs])
        self._letters = len(self.text) - self.text.count(" ")
        self._tight = 1.0 if one or not self._letters else self._tightness(paragraph)
        self._whole = Broken((self.text,), None, NO_HINTS)
        in_one = "\n" not in self.text and HINT not in self.text
        self._width = sum([font.width(text) for text, font in self._runs]) if in_one else inf

    def _tightness(self, paragraph: Paragraph) -> float:
        """Return what share of the letters is tracked: smaller ones, as the unit of a figure, are
        by less, or not at all; how much is known by their size, so they count as not tracked."""
        tracked = (run.text for run in paragraph.runs if not run.smaller)
        return sum(len(text) - text.count(" ") for text in tracked) / self._letters

    @property
    def words(self) -> list[Word]:
        """The words of the paragraph; one may go through several runs."""
        if self._words is None:
            plain = len(self._runs) == 1 and not _NOT_PLAIN.search(self.text)
            self._words = _split(*self._runs[0]) if plain else _words(self._runs)
        return self._words

    @property
    def width(self) -> float:
        """The width of all words on one line, in em."""
        if self._width < inf:
            return self._width
        return sum(word.width + word.space for word in self.words)

    @property
    def longest(self) -> float:
        """The width of the longest word, in em."""
        if self._longest is None:
            self._longest = max([word.width for word in self.words], default=0.0)
        return self._longest

    def kerned_end(self, letters: int, tracking: float) -> float:
        """Return the width of so many letters at the end of the text, in em, with kerning."""
        tracking *= self._tight
        left, width = letters, 0.0
        for text, font in reversed(self._runs):
            end = text[max(0, len(text) - left) :]
            width += font.width(end) + sum(font.kerning(end)) + tracking * len(end)
            left -= len(end)
            if not left:
                break
        return width

    def words_tied(self) -> list[Word] | None:
        """Return the words, the two last as one; None where no space parts them."""
        if len(self.words) < 2 or not self.words[-2].space:
            return None
        *most, one, last = self.words
        text, width = f"{one.text}\u00a0{last.text}", one.width + one.space + last.width
        return [*most, last._replace(text=text, width=width)]

    def lines(self, width: float, tracking: float = 0.0) -> Broken:
        """Return the lines in a width in em; `tracking` is what each character adds to its own."""
        tracking *= self._tight
        if self._width + tracking * self._letters <= width:
            return self._whole
        known = self._known.get((width, tracking))
        if known is None:  # choosing a composition, fitting it and leveling a deck ask the same
            known = self._known[width, tracking] = self._broken(width, tracking)
        return known

    def _broken(self, width: float, tracking: float) -> Broken:
        if self._width == inf:  # the author has a say in where lines end
            return break_lines(self.words, width, tracking)
        if self._row is None:
            self._row = WordRow(self.words)
        return self._row.lines(width, tracking)


def typed(paragraph: Paragraph, theme: Theme, level: Level) -> Typed:
    """Return a paragraph as it is typed; it is measured once for all sizes, trials and parts."""
    return _typed(paragraph, theme, _lettering(level))


@lru_cache(maxsize=1 << 15)
def _typed(paragraph: Paragraph, theme: Theme, lettering: Level) -> Typed:
    return Typed(paragraph, theme, lettering)


@lru_cache(maxsize=1 << 10)
def _lettering(level: Level) -> Level:
    """Return what of a level decides how wide its words are: levels differ in much else."""
    return Level(bold=level.bold, font=level.font, capitals=level.capitals)


def _split(text: str, font: Metrics) -> list[Word]:
    """Return the words of a text that has only spaces between them."""
    space, known = font[" "], font.words
    words = []
    for one in text.split(" "):
        word = known.get(one)
        if word is None:
            if len(known) >= MOST_WORDS:
                known.clear()
            word = known[one] = Word(one, font.width(one), space)
        words.append(word)
    last = words[-1]
    words[-1] = Word(last.text, last.width, 0.0)
    return words


def _words(runs: Sequence[tuple[str, Metrics]]) -> list[Word]:
    words: list[Word] = []
    text, width = "", 0.0
    hints = start = 0
    breaks = _breaks(runs)
    for run, font in runs:
        for piece in _PIECES.findall(run):
            if piece == "\n":
                words.append(Word(text, width, 0.0, True))
                text, width = "", 0.0
            elif piece == HINT:
                words.append(Word(text, width, 0.0, hint=hints))
                text, width, hints = "", 0.0, hints + 1
            elif piece[0] == " ":
                words.append(Word(text, width, len(piece) * font[" "]))
                text, width = "", 0.0
            else:
                for at, part in _parts(piece, start, breaks):
                    if text and at in breaks:
                        words.append(Word(text, width, 0.0))
                        text, width = "", 0.0
                    text += part
                    width += font.width(part)
                if piece[-1] in "-–—" and len(piece) > 1:
                    words.append(Word(text, width, 0.0))
                    text, width = "", 0.0
            start += len(piece)
    if text or not words or words[-1].ends_line:
        words.append(Word(text, width, 0.0))
    return words


def _breaks(runs: Sequence[tuple[str, Metrics]]) -> frozenset[int]:
    """Return where lines may break in scripts without spaces; most texts hold none of them."""
    whole = "".join(text for text, _ in runs)
    if not is_unspaced(whole):
        return frozenset()
    from smdeck.fit.line_breaks import break_opportunities

    return break_opportunities(whole)


def _parts(piece: str, start: int, breaks: frozenset[int]) -> list[tuple[int, str]]:
    """Return a piece, which begins at `start` of the paragraph, in parts that no line parts.

    Each comes with its own place in the paragraph.
    """
    if not breaks:
        return [(start, piece)]
    end = start + len(piece)
    edges = [start, *(n for n in sorted(breaks) if start < n < end), end]
    return [(a, piece[a - start : b - start]) for a, b in pairwise(edges)]


HYPHEN = 0.34
"""Room for a hyphen where a word breaks at a hint, in em: as wide as any font's."""


def break_lines(words: Sequence[Word], width: float, tracking: float = 0.0) -> Broken:
    """Return words as lines in a width in em."""
    lines: list[str] = []
    first, used, space, long_word = 0, 0.0, 0.0, None
    hint: int | None = None
    hints = set()
    for number, (text, needed, following, ends_line, own_hint) in enumerate(words):
        needed += tracking * len(text)
        if own_hint is not None:
            needed += HYPHEN
        if needed > width and long_word is None:
            long_word = text
        if number > first and used + space + needed > width:
            line = _joined(words[first:number])
            if hint is not None:
                line += "-"
                hints.add(hint)
            lines.append(line)
            first, used, space = number, 0.0, 0.0
        if own_hint is not None:
            needed -= HYPHEN
        hint = own_hint
        used += space + needed
        space = following
        if ends_line:
            lines.append(_joined(words[first : number + 1]))
            first, used, space = number + 1, 0.0, 0.0
    lines.append(_joined(words[first:]))
    return Broken(tuple(lines), long_word, frozenset(hints))


class WordRow:
    """Words with nothing but spaces between them, with where each ends if all stand on one line:
    then the end of each line is looked up, and not added up word by word."""

    __slots__ = ("_ends", "_letters", "_reach", "_starts", "_text", "_words")

    def __init__(self, words: Sequence[Word]) -> None:
        self._words = words
        self._text = _joined(words)
        self._starts: list[int] = []
        """Where each word starts in the text."""
        self._ends: list[int] = []
        self._reach: list[float] = []
        """Where each word ends, in em, without tracking."""
        self._letters: list[int] = []
        """How many letters there are up to the end of each word."""
        at, reach, letters = 0, 0.0, 0
        for text, width, space, _, _ in words:
            self._starts.append(at)
            reach, letters, end = reach + width, letters + len(text), at + len(text)
            self._ends.append(end)
            self._reach.append(reach)
            self._letters.append(letters)
            reach, at = reach + space, end + 1 if space else end

    def lines(self, width: float, tracking: float = 0.0) -> Broken:
        """Return the lines in a width in em."""
        words, reach = self._words, self._reach
        if tracking:
            reach = [end + tracking * many for end, many in zip(reach, self._letters, strict=True)]
        lines: list[str] = []
        first, start, many = 0, 0.0, len(words)
        long_word = None
        while True:
            number = bisect_right(reach, start + width, first)
            if number == first:
                number += 1
                long_word = long_word or words[first].text
            lines.append(self._text[self._starts[first] : self._ends[number - 1]])
            if number == many:
                return Broken(tuple(lines), long_word, NO_HINTS)
            first, start = number, reach[number - 1] + words[number - 1].space


def _joined(words: Sequence[Word]) -> str:
    """Return the text of a line."""
    between = "".join([f"{word.text} " if word.space else word.text for word in words[:-1]])
    return between + words[-1].text if words else ""


def measured(
    texts: Sequence[Typed],
    style: Style,
    sizes: tuple[float, ...],
    width: float,
    theme: Theme,
    column_height: float | None = None,
) -> Measured:
    """Return paragraphs set at sizes in a width in points.

    `column_height` in points fills columns of text one after the other, as PowerPoint does.
    """
    available = (width - style.gap * (style.columns - 1)) / style.columns * SLACK
    known: dict[int | Level, tuple[float, float, float, float]] = {}
    lines: list[tuple[str, ...]] = []
    hints: list[frozenset[int]] = []
    heights = [0.0]
    total, long_word = 0.0, None
    for text in texts:
        paragraph = text.paragraph
        marked = paragraph.depth or paragraph.code
        number = style.level_of(paragraph) if marked else paragraph.level
        if number not in known:
            level, size = at_level(style, sizes, paragraph.level)
            level = number if isinstance(number, Level) else level
            width_in_em, tracking = (available - level.left) / size, theme.type.letter_spacing(size)
            before = level.before + LARGER * size * (level.bullet_size / 100 - 1)
            known[number] = width_in_em, tracking, LINE_HEIGHT * size * level.spacing, before
        room, tracking, height, space = known[number]
        broken = text.lines(room, tracking)
        before = space if lines else 0.0
        lines.append(broken.lines)
        hints.append(broken.hints)
        long_word = long_word or broken.long_word
        total += before + height * len(broken.lines)
        if column_height is None:
            continue
        for n in range(len(broken.lines)):
            step = height + (before if n == 0 and heights[-1] else 0.0)
            if heights[-1] + step > column_height + 0.01:
                heights.append(height)
            else:
                heights[-1] += step
    return Measured(tuple(lines), total, long_word, tuple(heights), tuple(hints))


def at_level(style: Style, sizes: tuple[float, ...], number: int) -> tuple[Level, float]:
    """Return how paragraphs of a level are set, and their size in points."""
    index = min(number, len(style.levels) - 1)
    return style.levels[index], sizes[min(index, len(sizes) - 1)]


def hyphenated(paragraph: Paragraph, broken: frozenset[int]) -> Paragraph:
    """Return a paragraph with a hyphen at the hints where a word breaks, and without the others.

    Whether PowerPoint breaks at a soft hyphen is not known; at a hyphen it does.
    """
    if not any(HINT in run.text for run in paragraph.runs):
        return paragraph
    runs, hint = [], 0
    for run in paragraph.runs:
        first, *rest = run.text.split(HINT)
        text = first
        for part in rest:
            text += ("-" if hint in broken else "") + part
            hint += 1
        runs.append(run._replace(text=text))
    return paragraph._replace(runs=tuple(runs))
