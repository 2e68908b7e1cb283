"""The tasks of the suite, run in one interleaved schedule."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from benchmarks.contenders import Contender, contenders, smdeck_script
from benchmarks.content import Slide, slides
from benchmarks.measure import Run, own_peak_bytes, run_process
from benchmarks.results import MANY, WORDY, Cell, Results, Stages
from benchmarks.schedule import Series, interleave
from benchmarks.sources import wordy_deck, write_sources, yaml_deck
from benchmarks.targets import HELP
from benchmarks.verify import verify

STARTUP_ROUNDS = 3  # for each round of builds: the runs are short, so the noise weighs more
STAGES = Path(__file__).resolve().parent / "stages.py"
Progress = Callable[[str], None]


def measure_all(
    sizes: Sequence[int], *, rounds: int, budget: float, folder: Path, progress: Progress
) -> Results:
    """Return the results of the whole suite; sources and decks are written into `folder`."""
    field = contenders()
    decks = {size: slides(size) for size in sizes}
    for size, deck in decks.items():
        write_sources(deck, folder / str(size))
    tasks = {
        Cell(contender.name, size): partial(_build, contender, deck, folder / str(size))
        for size, deck in decks.items()
        for contender in field
        if contender.takes(size)
    }
    _warm_up(tasks, min(sizes), progress)
    builds = interleave(tasks, rounds=rounds, budget=budget, progress=progress)
    startup = _startup(rounds * STARTUP_ROUNDS, budget, folder, progress)
    stages = _stages(rounds, folder, progress)
    return Results(field, sizes, builds, startup, own_peak_bytes(), stages)


def _build(contender: Contender, deck: Sequence[Slide], folder: Path) -> Run:
    out = folder / f"{contender.name}.pptx"
    out.unlink(missing_ok=True)  # so that an earlier deck is never taken for this one
    run = run_process(contender.command(contender.source, out.name), folder)
    return replace(run, file_bytes=verify(out, deck))


def _warm_up(tasks: Mapping[Cell, Callable[[], Run]], size: int, progress: Progress) -> None:
    """Run each contender once on the smallest deck, so that no first run reads a cold disk."""
    smallest = {f"{cell} warm-up": task for cell, task in tasks.items() if cell.size == size}
    interleave(smallest, rounds=1, budget=0, progress=progress)


def _startup(rounds: int, budget: float, folder: Path, progress: Progress) -> dict[str, Series]:
    """Return the series of the start-up commands; an empty one for what is not installed."""
    commands = {"python -c pass": [sys.executable, "-c", "pass"]}
    if find_spec("click") is not None:
        commands['python -c "import click"'] = [sys.executable, "-c", "import click"]
    if (script := smdeck_script()) is not None:
        commands[HELP] = [script, "--help"]
    tasks = {shown: partial(run_process, command, folder) for shown, command in commands.items()}
    interleave(tasks, rounds=1, budget=0, progress=_silent)
    measured = interleave(tasks, rounds=rounds, budget=budget, progress=_silent)
    progress(f"start-up: {rounds} rounds")
    names = (HELP, "python -c pass", 'python -c "import click"')
    return {name: measured.get(name, Series()) for name in names}


def _stages(rounds: int, folder: Path, progress: Progress) -> dict[str, list[Stages]]:
    """Return what fit and rules took of a whole build of a long deck, and of wordy ones."""
    result = folder / "stages.json"
    (folder / "many.yaml").write_text(yaml_deck(slides(1000)), encoding="utf-8")
    (folder / "wordy.yaml").write_text(wordy_deck(slides(36)), encoding="utf-8")
    timed: dict[str, list[Stages]] = {MANY: [], WORDY: []}
    for number in range(1, rounds + 1):
        whole = run_process([sys.executable, str(STAGES), "many.yaml", result.name], folder)
        timed[MANY].append(Stages(whole.seconds, **json.loads(result.read_text("utf-8"))[0]))
        run_process([sys.executable, str(STAGES), "wordy.yaml", result.name, "6"], folder)
        again = [Stages(None, **one) for one in json.loads(result.read_text("utf-8"))[1:]]
        timed[WORDY].append(min(again, key=lambda one: one.fit))
        progress(f"stages: round {number}/{rounds}")
    return timed


def _silent(line: str) -> None:
    """Drop a line of progress: the start-up commands are too many and too short to list."""
