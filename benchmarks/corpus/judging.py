"""Judging: what smdeck says of a text beside what LibreOffice makes of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.corpus.setting import LETTER, Line, Owner, set_lines
from smdeck.checking import rule_codes
from smdeck.compiler.compiling import Compiled, compile_deck
from smdeck.findings import Finding, Findings
from smdeck.fit.tables import PADDING_X
from smdeck.scene import Group, SceneNode, Shape, SlideScene, Table, TextBox
from smdeck.theme import Theme
from smdeck.units import points
from smdeck.write import presentation_parts

FITTING = ("overflow", "long-word")
"""The findings of fit."""

TOLERANCE = 1.0
"""How far letters may reach beyond a box without being outside of it, in points."""

OVERHANG = 0.03
"""More of that for large type, as a share of its size: tight lines cut into their own ascenders."""

SPARE = 0.1
"""An error is a false alarm where the text leaves so much of its box free."""


class Verdict(NamedTuple):
    """A text of the corpus: what fit said of it, and what LibreOffice set."""

    slide: int
    layout: str
    name: str
    words: str
    expected: int
    """The lines that fit counted."""
    lines: tuple[str, ...]
    """The lines that LibreOffice set."""
    failed: bool
    """Whether its slide has an error of fit."""
    outside: float
    """How far its letters reach beyond its box, in points; at most 0 where they don't."""
    share: float
    """How much of its box it takes, in height or width, whichever is more; in width by its lines of
    one word, and by all where fit counted more lines, since it took one of them to be too full."""
    broken: bool
    """Whether a word is broken elsewhere than at a hyphen or hint."""


class Figures(NamedTuple):
    """What the corpus shows."""

    slides: int
    errors: int
    misses: list[Verdict]
    """Texts outside of their boxes, on slides without an error."""
    false_alarms: list[int]
    """Slides with an error although all of their texts fit with room to spare."""
    broken: list[Verdict]
    """Texts with a broken word, on slides without an error."""
    counted: int
    """Texts on slides without an error."""
    disagreeing: list[Verdict]
    """Those of them whose number of lines is another."""
    longer: int
    """Texts on slides without an error that have two lines or more, by fit or as set."""

    @property
    def agreement(self) -> float:
        """The share of texts with as many lines as fit counted."""
        return 1 - len(self.disagreeing) / max(1, self.counted)

    @property
    def alarm_share(self) -> float:
        """The share of slides that are false alarms."""
        return len(self.false_alarms) / max(1, self.slides)


def judge(decks: list[Path], office: str, folder: Path) -> list[list[Verdict]]:
    """Compile decks, have LibreOffice set them, and return a verdict on each text of each.

    Slides with an error are set too, at the smallest size that fit tried. Raises AssertionError
    where a deck has errors that are not about fit.
    """
    judged = [_compiled(deck) for deck in decks]
    written = [
        presentation_parts(one.slide_layouts, one.scenes, one.deck, one.theme) for one, _ in judged
    ]
    return [
        [
            verdict
            for number, (scene, page) in enumerate(zip(compiled.scenes, pages, strict=True))
            for verdict in _verdicts(number, scene, page, number in failed, compiled.theme)
        ]
        for (compiled, failed), pages in zip(
            judged, set_lines(written, office, folder), strict=True
        )
    ]


def _compiled(deck: Path) -> tuple[Compiled, set[int]]:
    """Return a deck, compiled, and the numbers of its slides that don't fit."""
    findings = Findings()
    compiled = compile_deck(deck, findings)
    about_style = (*FITTING, *rule_codes())
    others = [finding for finding in findings.errors if finding.code not in about_style]
    assert compiled and not others, "\n\n".join(map(str, others[:5]))
    return compiled, _failed(
        compiled, [error for error in findings.errors if error.code in FITTING]
    )


def figures(verdicts: list[Verdict], slides: int) -> Figures:
    """Return what verdicts on a number of slides show together."""
    failed = {verdict.slide for verdict in verdicts if verdict.failed}
    sound = [verdict for verdict in verdicts if not verdict.failed]
    tight = {v.slide for v in verdicts if v.broken or v.share > 1 - SPARE}
    return Figures(
        slides,
        len(failed),
        [verdict for verdict in sound if verdict.outside > TOLERANCE],
        sorted(failed - tight),
        [verdict for verdict in sound if verdict.broken],
        len(sound),
        [verdict for verdict in sound if len(verdict.lines) != verdict.expected],
        sum(max(verdict.expected, len(verdict.lines)) > 1 for verdict in sound),
    )


def _failed(compiled: Compiled, errors: list[Finding]) -> set[int]:
    """Return the numbers of the scenes that errors stand in."""
    starts = [scene.place.line for scene in compiled.scenes]
    lines = [error.place.line for error in errors if error.place]
    return {sum(start <= line for start in starts) - 1 for line in lines}


def _verdicts(
    number: int, scene: SlideScene, page: dict[Owner, list[Line]], failed: bool, theme: Theme
) -> Iterator[Verdict]:
    for id, node in enumerate(_in_order(scene.nodes), 2):
        if isinstance(node, Table):
            yield from _of_table(number, scene, id, node, page, failed)
        text = node.text if isinstance(node, Shape) else node
        if isinstance(text, TextBox) and text.kind == "text":
            lines = _by_column(text, page.get((id, 0, 0), []))
            yield Verdict(
                number, scene.slide_layout.layout, text.name,
                " ".join(paragraph.plain for paragraph in text.set_paragraphs),
                sum(map(len, text.fitted.lines)), tuple(line.text for line in lines), failed,
                *_reach(text, lines, theme),
                _is_broken([paragraph.plain for paragraph in text.set_paragraphs], lines),
            )  # fmt: skip


def _in_order(nodes: list[SceneNode]) -> Iterator[SceneNode]:
    """Return the nodes, those inside of groups too, as their shapes are numbered on the slide."""
    for node in nodes:
        yield node
        if isinstance(node, Group):
            yield from _in_order(node.children)


def _by_column(text: TextBox, lines: list[Line]) -> list[Line]:
    """Return lines in reading order: those of the first column first."""
    middle = points(text.box.middle[0])
    return sorted(lines, key=lambda line: text.style.columns > 1 and line.left > middle)


def _reach(text: TextBox, lines: list[Line], theme: Theme) -> tuple[float, float]:
    """Return how far lines reach beyond a text's box in points, and how much of it they take."""
    if not lines:
        return 0.0, 0.0
    box = text.inside.text_box(text.box) if text.inside else text.box
    left, top, right, bottom = (points(edge) for edge in (box.x, box.y, box.right, box.bottom))
    beyond = max(
        left - min(line.left for line in lines),
        max(line.right - _tightened(line, theme) for line in lines) - right,
        top - min(line.top for line in lines),
        max(line.bottom for line in lines) - bottom,
    )
    beyond -= OVERHANG * max(line.bottom - line.top for line in lines)
    width, height = text.room
    taken = text.fitted.height * len(lines) / max(1, sum(map(len, text.fitted.lines)))
    share = taken / height / text.style.columns if height > 0 else 9.9
    fewer = len(lines) < sum(map(len, text.fitted.lines))
    wide = [line.right - line.left for line in lines if fewer or " " not in line.text]
    return beyond, max(share, max(wide, default=0.0) / width if width > 0 else 9.9)


def _tightened(line: Line, theme: Theme) -> float:
    """Return what letter-spacing takes from a line, in points.

    LibreOffice takes it off twice when it looks whether a further word fits, and then draws a line
    that is so much too long: one in some thousand texts with tight letters.
    """
    size = (line.bottom - line.top) / LETTER
    return -theme.type.letter_spacing(size) * size * len(line.text)


def _is_broken(paragraphs: list[str], lines: list[Line]) -> bool:
    """Tell whether lines break a word of the paragraphs elsewhere than at a hyphen."""
    words = " ".join(paragraphs).replace("\u00a0", " ").replace("\u00ad", "").split()
    ends = set()
    length = 0
    for word in words:
        for n, char in enumerate(word, 1):
            if char in "-–—/…" or n == len(word):
                ends.add(length + n)
        length += len(word)
    at = 0
    for line in lines:
        at += len("".join(line.text.split()))
        if at not in ends:
            return True
    return False


def _of_table(
    number: int,
    scene: SlideScene,
    id: int,
    table: Table,
    page: dict[Owner, list[Line]],
    failed: bool,
) -> Iterator[Verdict]:
    box, fitted = table.box, table.fitted
    for r, cells in enumerate(fitted.cells):
        for c, cell in enumerate(cells):
            lines = page.get((id, r, c))
            if not lines:
                continue
            lowest = max(line.bottom for line in lines) + fitted.padding
            beyond = max(
                lowest - points(box.bottom), max(line.right for line in lines) - points(box.right)
            )
            inner = points(fitted.widths[c]) - 2 * PADDING_X - fitted.gutters[c]
            widest = max(
                (line.right - line.left for line in lines if " " not in line.text), default=0.0
            )
            yield Verdict(
                number, scene.slide_layout.layout, f"cell {r} {c}", cell.plain,
                len(fitted.lines[r][c]), tuple(line.text for line in lines), failed, beyond,
                max((lowest - points(box.y)) / points(box.h), widest / inner),
                _is_broken([cell.plain], lines),
            )  # fmt: skip
