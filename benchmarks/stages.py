"""How much of a build is fitting and checking: their functions are timed inside of one process.

    python benchmarks/stages.py DECK RESULT [BUILDS]

writes for each build of a deck the seconds that fit and rules took. From the second build on,
fonts are read and modules imported already; texts are measured anew each time.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import smdeck
from smdeck import checking, fit
from smdeck.compiler import compiling
from smdeck.fit.measure import _typed

STAGES = {"fit": fit, "check": checking}
"""What the stages offer: whatever of it `compiling` calls is timed, in the trials of
splitting too."""


def main(deck: str, result: str, builds: str = "1") -> None:
    """Build a deck some times and write what fitting and checking took."""
    gc.disable()  # as the command does
    spent: dict[str, float] = {}
    for stage, room in STAGES.items():
        for name in room.__all__:
            if callable(getattr(compiling, name, None)):
                setattr(compiling, name, _timed(getattr(compiling, name), stage, spent))
    runs = []
    for _ in range(int(builds)):
        _typed.cache_clear()
        spent.update(fit=0.0, check=0.0)
        smdeck.build(deck, Path(result).with_suffix(".pptx"))
        runs.append(dict(spent))
    Path(result).write_text(json.dumps(runs), "utf-8")


def _timed(function: Callable[..., Any], stage: str, spent: dict[str, float]) -> Callable[..., Any]:
    def timed(*arguments: Any, **options: Any) -> Any:
        start = time.perf_counter()
        try:
            return function(*arguments, **options)
        finally:
            spent[stage] += time.perf_counter() - start

    return timed


if __name__ == "__main__":
    main(*sys.argv[1:])
