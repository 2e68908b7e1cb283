"""The command: `python -m benchmarks.run` measures, and prints or writes the page."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.content import DISTINCT_TITLES
from benchmarks.report import page
from benchmarks.results import Results
from benchmarks.suite import measure_all

SIZES = (12, 100, 1000, 3000)


def main(arguments: Sequence[str] | None = None) -> int:
    """Return 0, or 1 when something that is installed failed."""
    options = _parser().parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="smdeck-bench-") as folder:
        results = measure_all(
            sorted(set(options.sizes)),
            rounds=options.repeat,
            budget=options.budget,
            folder=Path(folder),
            progress=lambda line: print(line, file=sys.stderr, flush=True),
        )
    text = page(results)
    print(text)
    if options.out is not None:
        options.out.parent.mkdir(parents=True, exist_ok=True)
        options.out.write_text(text, encoding="utf-8")
    return 1 if _failed(results) else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.run", description=__doc__)
    parser.add_argument(
        "--sizes", type=_size, nargs="+", default=SIZES, metavar="N", help="slides of each deck"
    )
    parser.add_argument(
        "--repeat", type=_positive, default=7, metavar="N", help="rounds at most (default: 7)"
    )
    parser.add_argument(
        "--budget",
        type=float,
        default=60.0,
        metavar="SECONDS",
        help="for one contender at one size; the first run is always made (default: 60)",
    )
    parser.add_argument("--out", type=Path, metavar="FILE", help="also write the page to FILE")
    return parser


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"`{text}` is not a positive number")
    return number


def _size(text: str) -> int:
    number = _positive(text)
    if number > DISTINCT_TITLES:
        raise argparse.ArgumentTypeError(f"titles would repeat beyond {DISTINCT_TITLES} slides")
    return number


def _failed(results: Results) -> bool:
    series = (*results.builds.values(), *results.startup.values())
    return any(one.failure is not None for one in series)


if __name__ == "__main__":
    raise SystemExit(main())
