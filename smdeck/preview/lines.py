"""Lines: the words of a fitted text, each line at its place on the slide, in points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from smdeck.fit.measure import HINT, LINE_HEIGHT, SMALL, at_level, font_metrics
from smdeck.fit.metrics import metrics
from smdeck.model.scripts import begins_rtl
from smdeck.model.text import Paragraph, Run
from smdeck.preview.typefaces import family_of
from smdeck.scene import Box, Level, Style, TextBox
from smdeck.theme import Theme
from smdeck.units import points

ASCENT = 1.0
"""How far the baseline of a line lies below its top, in em, where lines are as far apart as usual:
in LibreOffice 7.4 for all fonts. Where they are closer, four fifths of the line lie above it."""


class SetRun(NamedTuple):
    """Words of a line in one form."""

    text: str
    run: Run
    """Their form, and where they lead."""
    family: str
    bold: bool
    size: float
    """In points, as it is seen: raised words and units of figures are smaller."""
    width: float
    italic: bool = False
    tracking: float = 0.0
    """What is added to each letter, in points."""
    lead: float = 0.0
    """The space before it, in points."""

    @property
    def advance(self) -> float:
        """How far it reaches from where the run before it ends."""
        return self.lead + self.width


class SetLine(NamedTuple):
    """A line of a text."""

    runs: tuple[SetRun, ...]
    left: float
    """Where it begins on the slide."""
    baseline: float
    width: float
    paragraph: int
    """The number of its paragraph in the text, from 0."""
    level: Level
    align: str
    """On which side of its box it stands: `left`, `center` or `right`."""
    rtl: bool = False
    """Whether it is read from right to left."""
    mark: SetRun | None = None
    """The bullet or number before it."""
    mark_left: float = 0.0

    @property
    def words(self) -> str:
        """What stands on it."""
        return "".join(run.text for run in self.runs)


class TextToSet(NamedTuple):
    """A fitted text without what does not show, so that equal ones are set and drawn once."""

    paragraphs: tuple[Paragraph, ...]
    lines: tuple[tuple[str, ...], ...]
    height: float
    sizes: tuple[float, ...]
    style: Style
    box: Box

    @classmethod
    def of(cls, text: TextBox) -> TextToSet:
        """Return a fitted text; the number and the layout's own words stand on one line."""
        fitted = text.fitted
        return cls(
            tuple([paragraph._replace(place=None) for paragraph in text.set_paragraphs]),
            fitted.lines or tuple((one.plain,) for one in text.paragraphs),
            fitted.height or _height(text),
            fitted.sizes or text.style.sizes[0],
            text.style,
            text.inner,
        )


def _height(text: TextBox) -> float:
    """Return the height of the layout's own words, each paragraph on a line, in points."""
    style = text.style
    return sum(
        LINE_HEIGHT * at_level(style, style.sizes[0], one.level)[1] * style.level_of(one).spacing
        for one in text.paragraphs
    )


def set_lines(text: TextToSet, theme: Theme, *, rtl: bool = False) -> list[SetLine]:
    """Return the lines of a text; `rtl` says that its deck is mirrored."""
    return list(_TextSetting(text, theme, rtl).lines())


class _TextSetting:
    """A text while its lines are set."""

    def __init__(self, text: TextToSet, theme: Theme, rtl: bool) -> None:
        self.text, self.theme, self.rtl = text, theme, rtl
        style, box = text.style, text.box
        left, top, right, bottom = style.insets
        if rtl:
            left, right = right, left
            box = box._replace(x=theme.width - box.right)
        self.x, self.y = points(box.x) + left, points(box.y) + top
        self.height = points(box.h) - top - bottom
        width = points(box.w) - left - right
        self.gap = style.gap
        self.width = (width - self.gap * (style.columns - 1)) / style.columns

    def lines(self) -> Iterator[SetLine]:
        text, style = self.text, self.text.style
        column, top = 0, 0.0
        shift = self._above()
        marks = _marks(text)
        for number, (paragraph, lines) in enumerate(zip(text.paragraphs, text.lines, strict=True)):
            _, size = at_level(style, text.sizes, paragraph.level)
            level = style.level_of(paragraph)
            height = LINE_HEIGHT * size * level.spacing
            first_in_column = top == 0
            if number and not (style.columns > 1 and first_in_column):
                top += level.before
            for n, runs in enumerate(runs_of(paragraph, lines, level)):
                if style.columns > 1 and top + height > self.height + 0.01 and top:
                    column, top = min(column + 1, style.columns - 1), 0.0
                left = self.x + column * (self.width + self.gap)
                set_runs = led([self._run(words, run, level, size) for words, run in runs])
                baseline = self.y + shift + top + baseline_in(level, size)
                mark = marks[number] if n == 0 else None
                yield self._line(
                    number, level, size=size, left=left, baseline=baseline, runs=set_runs, mark=mark
                )
                top += height

    def _above(self) -> float:
        """Return the space above the words; those that do not fit reach out at both ends."""
        style = self.text.style
        spare = 0.0 if style.columns > 1 else self.height - self.text.height
        return {"top": 0.0, "middle": spare / 2, "bottom": spare}[style.anchor]

    def _run(self, words: str, run: Run, level: Level, size: float) -> SetRun:
        return set_run(self.theme, words, run, level, size, spread=not self.rtl)

    def _line(
        self,
        number: int,
        level: Level,
        size: float,
        left: float,
        baseline: float,
        runs: list[SetRun],
        mark: str | None,
    ) -> SetLine:
        width = sum(run.advance for run in runs)
        rtl = self.rtl or begins_rtl(self.text.paragraphs[number].plain)
        align = side(self.text.style.align, rtl)
        room = self.width - level.left
        start = left + (0.0 if rtl else level.left)
        spare = room - width
        if runs and not self.rtl:  # the space behind the last letter is none of the line's
            spare += runs[-1].tracking
        x = start + {"left": 0.0, "center": spare / 2, "right": spare}[align]
        line = SetLine(
            tuple(runs),
            x,
            baseline=baseline,
            width=width,
            paragraph=number,
            level=level,
            align=align,
            rtl=rtl,
        )
        return self._with_mark(line, mark, size) if mark else line

    def _with_mark(self, line: SetLine, mark: str, size: float) -> SetLine:
        """Return a line with its number, in the font of headings, or its bullet, in Arial."""
        level = line.level
        if level.bullet == "1.":
            family, bold = family_of(self.theme, "heading"), self.theme.is_bold(level.bold)
            widths = font_metrics(self.theme, level._replace(font="heading"))
        else:
            family, bold, widths = "Arial", False, metrics("Arial", "regular")
        width = size * widths.width(mark)
        left = line.left - level.hanging
        if line.rtl:
            left = line.left + line.width + level.hanging - width
        set_mark = SetRun(mark, Run(mark), family=family, bold=bold, size=size, width=width)
        return line._replace(mark=set_mark, mark_left=left)


def set_run(
    theme: Theme, words: str, run: Run, level: Level, size: float, *, spread: bool
) -> SetRun:
    """Return words of a level at a size in points, with the forms that the theme gives them.

    They are kerned, as programs set them. `spread` says whether letters have the theme's spacing,
    as those in tables and from right to left do not.
    """
    typed = size * (1 - run.smaller / 100)
    tracking = theme.type.letter_spacing(typed) * typed if spread else 0.0
    metrics = font_metrics(theme, level, run)
    width = size * (metrics.width(words) + sum(metrics.kerning(words)))
    leans = theme.look.emphasis == "italic"
    return SetRun(
        words,
        run,
        family=family_of(theme, "code" if run.code else level.font),
        bold=theme.is_bold(level.bold) or (run.bold and not leans),
        size=typed * SMALL if run.baseline else typed,
        width=width + tracking * len(words),
        italic=run.italic
        or (run.bold and leans)
        or (theme.look.italic and level.font == "heading"),
        tracking=tracking,
    )


def led(runs: Sequence[SetRun]) -> list[SetRun]:
    """Return the runs of a line, each where LibreOffice has it: where letters are set tight, it
    leaves that out behind the last letter of a run. Whether PowerPoint does is not known."""
    if len(runs) < 2:
        return [*runs]
    return [
        run._replace(lead=max(0.0, -before.tracking))
        for run, before in zip(runs, (runs[-1]._replace(tracking=0.0), *runs), strict=False)
    ]


def side(align: str, rtl: bool) -> str:
    """Return the side that words stand on: `left` and `right` are meant from where one reads."""
    return {"left": "right", "right": "left"}.get(align, align) if rtl else align


def baseline_in(level: Level, size: float) -> float:
    """Return how far the baseline of a line lies below its top, in points."""
    if level.spacing < 1:
        return 0.8 * LINE_HEIGHT * level.spacing * size
    return size * (ASCENT + LINE_HEIGHT * (level.spacing - 1))


def _marks(text: TextToSet) -> list[str | None]:
    """Return the bullet or number before each paragraph, as PowerPoint counts them.

    It counts paragraphs of one level on as long as nothing of that level or above stands between.
    """
    counted: dict[int, int] = {}
    marks: list[str | None] = []
    for paragraph in text.paragraphs:
        counted = {level: n for level, n in counted.items() if level <= paragraph.level}
        level = text.style.level_of(paragraph)
        if level.bullet == "1.":
            before = counted.get(paragraph.level, 0)
            counted[paragraph.level] = before + 1 if paragraph.number is None else paragraph.number
            marks.append(str(counted[paragraph.level]))
        else:
            counted.pop(paragraph.level, None)
            marks.append(level.bullet)
    return marks


def runs_of(
    paragraph: Paragraph, lines: Sequence[str], level: Level
) -> Iterator[list[tuple[str, Run]]]:
    """Yield the runs of each line of a paragraph.

    Lines are the words alone: the forms, and spaces in a row, are those of the paragraph.
    """
    letters = [
        (char, run)
        for run in paragraph.runs
        for char in (run.text.upper() if level.capitals else run.text)
        if char != HINT
    ]
    at = 0
    for line in lines:
        found: list[tuple[str, Run]] = []
        for char in line:
            if char.isspace():
                while at < len(letters) and letters[at][0].isspace():
                    if letters[at][0] != "\n":
                        found.append(letters[at])
                    at += 1
                continue
            while at < len(letters) and letters[at][0].isspace():
                at += 1
            run = letters[min(at, len(letters) - 1)][1] if letters else Run("")
            found.append((char, run))
            at += at < len(letters) and letters[at][0] == char
        while at < len(letters) and letters[at][0].isspace():
            at += 1
            if letters[at - 1][0] == "\n":  # what follows sets the next line in, as in code
                break
        yield _joined(found)


def _joined(letters: list[tuple[str, Run]]) -> list[tuple[str, Run]]:
    """Return letters of one form as one."""
    runs: list[tuple[str, Run]] = []
    for char, run in letters:
        if runs and runs[-1][1][1:] == run[1:]:
            runs[-1] = runs[-1][0] + char, run
        else:
            runs.append((char, run))
    return runs
