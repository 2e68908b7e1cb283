"""Compares where words stand in our drawings with where LibreOffice sets them.

    python tests/preview/comparing.py

prints the table of docs/preview.md: it renders the galleries of all themes.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pymupdf

sys.path.insert(0, str(Path(__file__).parent.parent))

from libreoffice import render
from rendering import THEMES, build

from smdeck.compiler.compiling import Compiled
from smdeck.fit.fitting import every_node
from smdeck.fit.measure import font_metrics
from smdeck.preview.lines import SetLine, TextToSet, set_lines
from smdeck.preview.tables import cells_of
from smdeck.scene import SlideScene, Table, TextBox
from smdeck.theme import Theme

NEAR = 3.0
"""Words that stand no farther than this from where LibreOffice sets them, in points, are near."""


class Word(NamedTuple):
    """A word, where its baseline begins, in points, and the number of its line on the slide."""

    text: str
    x: float
    y: float
    line: int = 0


class Apart(NamedTuple):
    """A word of a slide, and how far LibreOffice sets it from where we do; None if nowhere."""

    slide: int
    text: str
    dx: float | None
    dy: float | None
    line: int = 0

    @property
    def far(self) -> float:
        """The larger of both distances."""
        return max(abs(self.dx or 0.0), abs(self.dy or 0.0))


def words_of(scene: SlideScene, theme: Theme) -> Iterator[Word]:
    """Yield the words of a slide's texts and tables where we draw them."""
    number = 0
    for node in every_node(scene.nodes):
        if isinstance(node, TextBox):
            lines: Iterable[SetLine] = set_lines(TextToSet.of(node), theme)
        elif isinstance(node, Table):
            lines = [line for cell in cells_of(node, theme, scene.tone) for line in cell.lines]
        else:
            continue
        for line in lines:
            number += 1
            yield from (word._replace(line=number) for word in _words_of(line, theme))


def _words_of(line: SetLine, theme: Theme) -> Iterator[Word]:
    x, word, start = line.left, "", line.left
    for run in line.runs:
        x += run.lead
        metrics = font_metrics(theme, line.level, run.run)
        bare = sum(metrics[char] for char in run.text) + sum(metrics.kerning(run.text))
        size = (run.width - run.tracking * len(run.text)) / (bare or 1.0)
        for char, kerning in zip(run.text, metrics.kerning(run.text), strict=True):
            if char.isspace():
                if word:
                    yield Word(word, start, line.baseline)
                word = ""
            else:
                start = start if word else x
                word += char
            x += size * (metrics[char] + kerning) + run.tracking
    if word:
        yield Word(word, start, line.baseline)


def rendered_words(page: Any) -> Iterator[Word]:
    """Yield the words of a page; one may go through several forms."""
    for block in page.get_text("rawdict")["blocks"]:
        for line in block.get("lines", ()):
            word, origin, end = "", (0.0, 0.0), 0.0
            for span in line["spans"]:
                for char in span["chars"]:
                    x, y = char["origin"]
                    apart = x > end + 0.2 * span["size"] or abs(y - origin[1]) > 1
                    if word and (char["c"].isspace() or apart):
                        yield Word(word, *origin)
                        word = ""
                    if not char["c"].isspace():
                        origin = origin if word else char["origin"]
                        word += char["c"]
                    end = char["bbox"][2]
            if word:
                yield Word(word, *origin)


def compared(compiled: Compiled, pages: pymupdf.Document) -> list[Apart]:
    """Return every word of a talk with how far it is set from where we draw it."""
    found = []
    shown = [scene for scene in compiled.scenes if not scene.hidden]
    for number, (page, scene) in enumerate(zip(pages, shown, strict=True), 1):
        theirs = list(rendered_words(page))
        for word in words_of(scene, compiled.theme):
            same = [other for other in theirs if other.text == word.text]
            if not same:
                found.append(Apart(number, word.text, None, None, word.line))
                continue
            near = min(same, key=lambda o: abs(o.x - word.x) + abs(o.y - word.y))
            theirs.remove(near)
            apart = (near.x - word.x, near.y - word.y)
            found.append(Apart(number, word.text, *apart, word.line))
    return found


def lines_of(words: Iterable[Apart]) -> list[list[Apart]]:
    """Return words by the lines on which we draw them."""
    lines: dict[tuple[int, int], list[Apart]] = {}
    for word in words:
        lines.setdefault((word.slide, word.line), []).append(word)
    return [*lines.values()]


def ends_alike(line: list[Apart]) -> bool:
    """Whether LibreOffice has the same words on a line: it begins alike, and none is elsewhere."""
    return line[0].far <= NEAR and all(abs(word.dy or 0.0) < 10 for word in line)


def main() -> None:
    """Print a row for each theme, and the words that stand farthest apart."""
    worst: list[tuple[float, str]] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        talks = [build(f"gallery@{theme}" if theme != "vortrag" else "gallery", folder)
                 for theme in THEMES]  # fmt: skip
        pdfs = render("soffice", talks, folder / "pdfs")
        print("| theme | words | within 3 pt | median | lines | that end elsewhere | farthest |")
        print("|---|---|---|---|---|---|---|")
        for theme, talk in zip(THEMES, talks, strict=True):
            compiled = talk.compiled
            with pymupdf.open(pdfs[talk.name]) as pages:
                words = compared(compiled, pages)
            lines = lines_of(words)
            near = sum(word.far <= NEAR for word in words)
            broken = sum(not ends_alike(line) for line in lines)
            print(
                f"| `{theme}` | {len(words)} | {near} | "
                f"{statistics.median(word.far for word in words):.2f} pt | {len(lines)} | {broken} "
                f"| {max(word.far for word in words):.1f} pt |"
            )
            for line in lines:
                layout = compiled.drawn[line[0].slide - 1].layout
                said = f"{theme}, `{layout}`: {' '.join(word.text for word in line)}"
                far = max(line, key=lambda word: word.far)
                how = f"“{far.text}” {far.far:.1f} pt"
                worst.append((far.far, f"{said}: {how}{'' if ends_alike(line) else ', elsewhere'}"))
    for distance, told in sorted(worst, key=lambda one: -one[0]):
        if distance > NEAR:
            print(told)


if __name__ == "__main__":
    main()
