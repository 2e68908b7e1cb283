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
    """Return a deck of many pictures, each a file of its own."""
    from PIL import Image

    deck = "title: a\nslides:\n"
    for n in range(number):
        name = f"{n}.png"
        Image.new("RGB", (1280, 720), (n % 256, n // 256, 90)).save(folder / name)
        image = f"{{file: {name}, decorative: true}}"
        deck += f"  - {{layout: image-text, title: T{n}, image: {image}, text: Alle reden.}}\n"
    return deck


KINDS: dict[str, tuple[Made, int]] = {
    "repeated titles": (slides("title: Gleich, items: [b{n}, c]"), 2000),
    "unknown keys": (slides("titel: T{n}, itmes: [b{n}]"), 2000),
    "unknown keys on one line": (one_line, 2000),
    "links that lead nowhere": (slides("title: T{n}, items: ['[x](#y{n})']"), 2000),
    "texts that don't fit": (slides("title: T{n}, items: [" + "x" * 300 + "]"), 1000),
    "bullets that are split": (bullets, 2500),
    "rows of a file that are split": (rows, 2000),
    "pictures": (pictures, 40),
}
"""What is looked at: what makes a deck of so many things, and how many at first."""


def seconds(make: Made, number: int) -> float:
    """Return the processor's seconds to check a deck and to print what is found."""
    with tempfile.TemporaryDirectory() as name:
        deck = Path(name) / "deck.yaml"
        deck.write_text(make(number, deck.parent), "utf-8")
        best = float("inf")
        for _ in range(RUNS):
            start = time.process_time()
            found = smdeck.check(deck)
            _ = [str(finding) for finding in found]
            best = min(best, time.process_time() - start)
    return best


def main() -> int:
    """Print the table; return 1 where something grows faster than the work, else 0."""
    print("| | number | seconds | twice as many | ratio |\n|---|---|---|---|---|")
    worst = 0.0
    for name, (make, number) in KINDS.items():
        once, twice = seconds(make, number), seconds(make, 2 * number)
        print(f"| {name} | {number:,} | {once:.2f} | {twice:.2f} | {twice / once:.1f} |")
        worst = max(worst, twice / once)
    return int(worst > MOST)


if __name__ == "__main__":
    sys.exit(main())
