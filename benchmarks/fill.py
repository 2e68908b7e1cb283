"""Fill: whether slides are used, as the fill test of the art direction counts, from scenes.

`python -m benchmarks.fill [DECK …]` prints a line a slide for the decks in `decks/` and a gallery
of all layouts, and what they come to; it exits with 1 where a slide fails.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from pathlib import Path

import smdeck
from smdeck.compiler.reporting import Fullness, SlideReport, report_line
from smdeck.layouts import layout_names, load_layout

DECKS = Path(__file__).resolve().parent.parent / "decks"

BODY_CELLS, BODY_HOLE, BELOW = 0.30, 0.24, 0.08
"""What a slide with a body has at the least of cells that hold something, how large its largest
hole is at the most, and how much of the body may be empty below its content."""

WORDS_CELLS, WORDS_HOLE = 0.24, 0.36
"""The same of a few words that have the slide to themselves."""

FEW_WORDS = (
    "title", "section", "statement", "quote", "questions", "contact", "closing", "big-number",
    "break", "image", "video", "takeaways", "agenda", "logos",
)  # fmt: skip
"""Layouts whose background or picture is meant to be seen."""

LARGE = 24.0
"""The size in points that the median of a slide's body words has at the least."""

MEASURED_SMALL = ("sources", "code", "table")
"""Layouts whose words may be smaller: they are looked up, or typed."""


def passes(one: SlideReport) -> bool:
    """Return whether a slide is used."""
    few = one.layout in FEW_WORDS
    cells, hole = (WORDS_CELLS, WORDS_HOLE) if few else (BODY_CELLS, BODY_HOLE)
    filling: Fullness = one.filling
    return filling.cells >= cells and filling.hole <= hole and (few or filling.below <= BELOW)


def gallery(folder: Path) -> Path:
    """Write a deck of the examples of all layouts."""
    (folder / "bilder").symlink_to(DECKS / "bilder")
    slides = [load_layout(name).example for name in layout_names()]
    body = "".join("  - " + "\n    ".join(slide.strip().split("\n")) + "\n" for slide in slides)
    deck = folder / "gallery.yaml"
    head = (
        "title: Vom Monolog zum Dialog\ntheme: vortrag\n"
        "speaker: {name: Erika Muster, email: kontakt@example.com}\n"
    )
    deck.write_text(f"{head}slides:\n{body}", "utf-8")
    return deck


def main(names: list[str]) -> int:
    """Print the reports of decks; return 1 where a slide fails."""
    with tempfile.TemporaryDirectory() as folder:
        decks = [Path(name) for name in names] or [
            *sorted(
                deck for deck in DECKS.glob("*.yaml") if "." not in deck.stem
            ),  # no texts alone
            gallery(Path(folder)),
        ]
        every: list[SlideReport] = []
        failed: list[str] = []
        for deck in decks:
            built = smdeck.build(deck, Path(folder) / "out.pptx", report=True)
            print(f"\n{deck.name}")
            for one in built.report:
                fine = passes(one)
                hole = f", largest hole {one.filling.hole:.0%}"
                print(f"{' ' if fine else '✗'} {report_line(one)}{hole}")
                every.append(one)
                if not fine:
                    failed.append(f"{deck.name} {one.number} {one.layout}")
    _print_sum(every, failed)
    return 1 if failed else 0


def _print_sum(every: list[SlideReport], failed: list[str]) -> None:
    body = [one for one in every if one.layout not in FEW_WORDS]
    sized = [one for one in body if one.sizes]
    large = [one for one in sized if statistics.median(one.sizes) >= LARGE]
    low = [one for one in body if one.filling.below > BELOW]
    print(f"\n{len(every)} slides, {len(body)} of them with a body")
    print(f"fail the fill test: {len(failed)} {', '.join(failed)}".rstrip())
    print(f"more than {BELOW:.0%} of the body empty below: {len(low)}")
    print(f"cells of bodies, mean: {statistics.mean(one.filling.cells for one in body):.0%}")
    print(f"largest hole of bodies, mean: {statistics.mean(one.filling.hole for one in body):.0%}")
    share = len(large) / len(sized)
    print(f"median size of body words at least {LARGE:g} pt: {share:.0%} of {len(sized)} slides")
    for one in sized:
        if one not in large:
            print(f"  smaller: {one.layout} ({one.title})")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
