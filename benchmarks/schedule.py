"""Interleaved repetition: A B C, A B C, …, so that a noisy minute hits every contender."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from benchmarks.measure import Run, RunError

Key = TypeVar("Key")


@dataclass(slots=True)
class Series:
    """The runs of one task; the run at index i belongs to round i of all series."""

    runs: list[Run] = field(default_factory=list)
    failure: str | None = None

    def fits(self, budget: float) -> bool:
        """Return whether one more run, as long as the last, stays inside `budget` seconds."""
        if self.failure is not None:
            return False
        spent = sum(run.seconds for run in self.runs)
        return not self.runs or spent + self.runs[-1].seconds <= budget


def interleave(
    tasks: Mapping[Key, Callable[[], Run]],
    *,
    rounds: int,
    budget: float,
    progress: Callable[[str], None],
) -> dict[Key, Series]:
    """Return the series of each task: every task once a round, until its budget is spent."""
    series = {key: Series() for key in tasks}
    for number in range(1, rounds + 1):
        for key, task in tasks.items():
            if series[key].fits(budget):
                progress(f"round {number}/{rounds}: {_record(key, task, series[key])}")
    return series


def _record(key: object, task: Callable[[], Run], series: Series) -> str:
    try:
        run = task()
    except RunError as error:
        series.failure = str(error)
        return f"{key} failed: {error}"
    series.runs.append(run)
    return f"{key} {run.seconds:.3f} s"
