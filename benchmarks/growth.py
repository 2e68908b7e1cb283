"""Growth: what twice as much of something costs, where once it cost four times as much.

`python -m benchmarks.growth` prints the table of `docs/growth.md`, and exits with 1 where a ratio
is above `MOST`. A cost in proportion to the work has 2; squares have 4.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import smdeck

MOST = 3.0
"""The ratio above which something grows faster than the work; memory and caches take a share."""

RUNS = 3
"""The fastest of so many counts: a machine is disturbed, and never faster than it is."""

Made = Callable[[int, Path], str]


def slides(line: str) -> Made:
    """Return a deck of many slides, each on a line of its own."""
    return lambda number, folder: (
        "title: a\nslides:\n" + "".join(f"  - {{{line.format(n=n)}}}\n" for n in range(number))
    )


def one_line(number: int, folder: Path) -> str:
    """Return a deck with a finding for each slide, all of them on one line."""
    return "title: a\nslides: [" + ", ".join(f"{{titel: T{n}}}" for n in range(number)) + "]\n"


def bullets(number: int, folder: Path) -> str:
    """Return a slide that is split into parts of a long list."""
    items = "".join(f"      - Punkt Nummer {n}\n" for n in range(number))
    return f"title: a\nslides:\n  - title: b\n    split: true\n    items:\n{items}"


def rows(number: int, folder: Path) -> str:
    """Return a table that is split, whose rows come from a file."""
    lines = "".join(f"Ort {n};{n}\n" for n in range(number))
    (folder / "daten.csv").write_text(f"Ort;Wert\n{lines}", "utf-8")
    return "title: a\nslides:\n  - {layout: table, title: b, split: true, file: daten.csv}\n"


def pictures(number: int, folder: Path) -> str:
    """Return a deck of many photographs, each a file of its own that is scaled when it is built."""
    from PIL import Image

    noise = Image.effect_noise((2400, 1600), 40).convert("RGB")
    deck = "title: a\nslides:\n"
    for n in range(number):
        name = f"{n}.jpg"
        noise.paste((n % 256, n // 256, 90), (0, 0, 800, 800))
        noise.save(folder / name)
        image = f"{{file: {name}, decorative: true}}"
        deck += f"  - {{layout: image-text, title: T{n}, image: {image}, text: Alle reden.}}\n"
    return deck


class Work(NamedTuple):
    """What is looked at."""

    make: Made
    """Makes a deck of so many things."""
    number: int
    """How many at first."""
    is_built: bool = False
    """Whether the deck is built; else it is checked, and what is found is printed."""


KINDS = {
    "repeated titles": Work(slides("title: Gleich, items: [b{n}, c]"), 2000),
    "unknown keys": Work(slides("titel: T{n}, itmes: [b{n}]"), 2000),
    "unknown keys on one line": Work(one_line, 2000),
    "links that lead nowhere": Work(slides("title: T{n}, items: ['[x](#y{n})']"), 2000),
    "texts that don't fit": Work(slides("title: T{n}, items: [" + "x" * 300 + "]"), 1000),
    "bullets that are split": Work(bullets, 2500),
    "rows of a file that are split": Work(rows, 2000),
    "photographs that are scaled and written": Work(pictures, 12, is_built=True),
}


def seconds(work: Work, number: int) -> float:
    """Return the processor's seconds to check or build a deck, the fewest of some runs."""
    with tempfile.TemporaryDirectory() as name:
        deck = Path(name) / "deck.yaml"
        deck.write_text(work.make(number, deck.parent), "utf-8")
        best = float("inf")
        for _ in range(RUNS):
            start = time.process_time()
            found = smdeck.build(deck).findings if work.is_built else smdeck.check(deck)
            _ = [str(finding) for finding in found]
            best = min(best, time.process_time() - start)
    return best


def main() -> int:
    """Print the table; return 1 where something grows faster than the work, else 0."""
    print("| | number | seconds | twice as many | ratio |\n|---|---|---|---|---|")
    worst = 0.0
    for name, work in KINDS.items():
        once, twice = seconds(work, work.number), seconds(work, 2 * work.number)
        print(f"| {name} | {work.number:,} | {once:.2f} | {twice:.2f} | {twice / once:.1f} |")
        worst = max(worst, twice / once)
    return int(worst > MOST)


if __name__ == "__main__":
    sys.exit(main())
