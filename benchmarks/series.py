"""Series: a talk for each row of a table, beside the time of one talk and the memory of one.

`python -m benchmarks.series [ROWS]` builds `decks/vortrag.yaml` for so many clients and prints the
table of `docs/reuse.md`. Processor time is compared, which other work on the machine changes least.
It exits with 1 where a talk takes more of it than alone, or memory grows with the rows.
"""

from __future__ import annotations

import os
import resource
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

import smdeck
from smdeck.series import processors

DECK = Path(__file__).resolve().parent.parent / "decks" / "vortrag.yaml"

ALONE = 5
"""How many talks tell how long one takes, once all is imported."""

MOST_TIME, MOST_MEMORY = 1.3, 1.3
"""What counts as more: starting processes, and a disturbed machine, take a share."""


def table(rows: int, folder: Path) -> Path:
    """Write a table with a row for each client, and return its file."""
    lines = "".join(f"Beispielkunde {number:03} AG;Ort {number}\n" for number in range(rows))
    path = folder / f"{rows}.csv"
    path.write_text(f"client;event.place\n{lines}", "utf-8")
    return path


class Cost(NamedTuple):
    """What a series took."""

    seconds: float
    """From its start to its end."""
    processor: float
    """The time that its processes worked, in seconds."""
    memory: int
    """What the largest process held, in bytes."""


def series(rows: int, folder: Path) -> Cost:
    """Build a series and return what it took."""
    start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    made = smdeck.build_each(DECK, table(rows, folder), f"{folder}/{rows}/{{client}}.pptx")
    failed = sum(one.built is None for one in made)
    assert not failed, f"{failed} talks were not built"
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    worked = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(time.perf_counter() - start, worked, after.ru_maxrss * 1024)


def alone(folder: Path) -> float:
    """Return the processor time that one talk takes in a process that has built some."""
    times = []
    for number in range(ALONE):
        values = {"client": f"Beispielkunde {number} AG", "event.place": "Köln"}
        start = time.process_time()
        smdeck.build(DECK, folder / "alone.pptx", values=values)
        times.append(time.process_time() - start)
    return min(times)


def main(rows: int) -> int:
    """Print what a series takes; return the exit code."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        one = alone(folder)
        small = series(max(2, rows // 10), folder)
        load = os.getloadavg()[0]
        large = series(rows, folder)
    print("| | |\n|---|---|")
    print(f"| processor time of one talk of 37 slides | {one:.2f} s |")
    print(f"| the same times {rows} | {one * rows:.0f} s |")
    print(f"| processor time of {rows} talks, on {processors()} | {large.processor:.0f} s |")
    print(f"| memory of the largest process, {rows // 10} talks | {small.memory / 1e6:.0f} MB |")
    print(f"| memory of the largest process, {rows} talks | {large.memory / 1e6:.0f} MB |")
    print(f"{rows} talks took {large.seconds:.0f} s; load before: {load:.1f}", file=sys.stderr)
    more = large.processor > MOST_TIME * one * rows
    return int(more or large.memory > MOST_MEMORY * small.memory)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 500))
