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

from rendering import THEMES, Talk, build, render

from smdeck.compiler.compiling import Compiled, compile_deck
from smdeck.files import access
from smdeck.findings import Findings
from smdeck.fit.fitting import every_node
from smdeck.fit.measure import font_metrics
from smdeck.preview.lines import SetLine, TextToSet, set_lines
from smdeck.preview.tables import cells_of
from smdeck.scene import SlideScene, Table, TextBox
from smdeck.theme import Theme

NEAR = 3.0
"""Words that stand no farther than this from where LibreOffice sets them, in points, are near."""


class Word(NamedTuple):
    """A word, and where its baseline begins, in points."""

    text: str
    x: float
    y: float


class Apart(NamedTuple):
    """A word of a slide, and how far LibreOffice sets it from where we do; None if nowhere."""

    slide: int
    text: str
    dx: float | None
    dy: float | None

    @property
    def far(self) -> float:
        """The larger of both distances."""
        return max(abs(self.dx or 0.0), abs(self.dy or 0.0))


def words_of(scene: SlideScene, theme: Theme) -> Iterator[Word]:
    """Yield the words of a slide's texts and tables where we draw them."""
    for node in every_node(scene.nodes):
        if isinstance(node, TextBox):
            lines: Iterable[SetLine] = set_lines(TextToSet.of(node), theme)
        elif isinstance(node, Table):
            lines = [line for cell in cells_of(node, theme, scene.tone) for line in cell.lines]
        else:
            continue
        for line in lines:
            yield from _words_of(line, theme)


def _words_of(line: SetLine, theme: Theme) -> Iterator[Word]:
    x, word, start = line.left, "", line.left
    for run in line.runs:
        metrics = font_metrics(theme, line.level, run.run)
        scale = run.width / (sum(metrics[char] for char in run.text) or 1.0)
        for char in run.text:
            if char.isspace():
                if word:
                    yield Word(word, start, line.baseline)
                word = ""
            else:
                start = start if word else x
                word += char
            x += scale * metrics[char]
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
                found.append(Apart(number, word.text, None, None))
                continue
            near = min(same, key=lambda o: abs(o.x - word.x) + abs(o.y - word.y))
            theirs.remove(near)
            found.append(Apart(number, word.text, near.x - word.x, near.y - word.y))
    return found


def compiled_talk(talk: Talk) -> Compiled:
    """Return what a talk was built from."""
    with access():
        compiled = compile_deck(talk.source, Findings())
    assert compiled
    return compiled


def main() -> None:
    """Print a row for each theme, and the words that stand farthest apart."""
    worst: list[tuple[str, Apart]] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        talks = [build(f"gallery@{theme}" if theme != "vortrag" else "gallery", folder)
                 for theme in THEMES]  # fmt: skip
        pdfs = render("soffice", talks, folder / "pdfs")
        print("| theme | words | within 3 pt | median | 99 of 100 within | height, at most |")
        print("|---|---|---|---|---|---|")
        for theme, talk in zip(THEMES, talks, strict=True):
            with pymupdf.open(pdfs[talk.name]) as pages:
                words = compared(compiled_talk(talk), pages)
            seen = [word for word in words if word.dx is not None]
            same_line = [word for word in seen if abs(word.dy or 0.0) < 10]
            far = sorted(word.far for word in seen)
            share = sum(one <= NEAR for one in far) / len(words)
            print(
                f"| `{theme}` | {len(words)} | {share:.1%} | {statistics.median(far):.2f} pt "
                f"| {far[int(0.99 * len(far))]:.1f} pt "
                f"| {max(abs(word.dy or 0.0) for word in same_line):.2f} pt |"
            )
            worst += [(theme, word) for word in words if word.dx is None or word.far > NEAR]
    for theme, word in sorted(worst, key=lambda one: -one[1].far):
        print(theme, *word)


if __name__ == "__main__":
    main()
