"""Everything one run of the suite has measured, and the figures drawn from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import NamedTuple

from benchmarks.contenders import Contender
from benchmarks.schedule import Series

NOTHING = Series()

MANY, WORDY = "1000 slides", "40 wordy slides"
"""The decks whose stages are timed."""


class Cell(NamedTuple):
    """A contender at a number of slides."""

    name: str
    size: int

    def __str__(self) -> str:
        """Return the cell as the progress lines name it."""
        return f"{self.name}, {self.size} slides,"


class Stages(NamedTuple):
    """What fitting and checking took inside of a process, in seconds."""

    process: float | None
    """The whole process, from start to exit, where it is one build."""
    fit: float
    check: float


@dataclass(frozen=True, slots=True)
class Results:
    """The series of one run of the suite."""

    contenders: Sequence[Contender]
    sizes: Sequence[int]
    builds: dict[Cell, Series]
    """No entry where a contender was not run."""
    startup: dict[str, Series]
    """By the command as it is shown."""
    runner_peak_bytes: int
    stages: dict[str, list[Stages]] = field(default_factory=dict)
    """By deck."""

    def build(self, name: str, size: int) -> Series:
        """Return the runs of a contender at a size, an empty series if there are none."""
        return self.builds.get(Cell(name, size), NOTHING)

    def seconds(self, name: str, size: int) -> float | None:
        """Return the median wall time."""
        return middle(self.build(name, size))

    def ratio(self, name: str, peer: str, size: int) -> float | None:
        """Return how many times as long `name` takes as `peer`."""
        return paired(self.build(name, size), self.build(peer, size))

    def growth(self, name: str, small: int, large: int) -> float | None:
        """Return how many times as long `large` slides take as `small`."""
        return paired(self.build(name, large), self.build(name, small))

    def peak_megabytes(self, name: str, size: int) -> float | None:
        """Return the highest peak memory of the runs, in 10⁶ bytes."""
        return max((run.peak_bytes / 1e6 for run in self.build(name, size).runs), default=None)

    def file_megabytes(self, name: str, size: int) -> float | None:
        """Return the size of the written deck, in 10⁶ bytes."""
        return max((run.file_bytes / 1e6 for run in self.build(name, size).runs), default=None)

    def judging_share(self) -> float | None:
        """Return the share of fit and rules in a build of 1000 slides, in percent."""
        runs = self.stages.get(MANY, [])
        shares = [100 * (run.fit + run.check) / run.process for run in runs if run.process]
        return median(shares) if shares else None

    def fit_milliseconds(self) -> float | None:
        """Return how long it takes to fit a wordy talk of 40 slides."""
        runs = self.stages.get(WORDY, [])
        return median(1000 * run.fit for run in runs) if runs else None


def middle(series: Series) -> float | None:
    """Return the median seconds of a series that did not fail."""
    if series.failure is not None or not series.runs:
        return None
    return median(run.seconds for run in series.runs)


def paired(above: Series, below: Series) -> float | None:
    """Return the median of the ratios within each round, which drift of the machine leaves alone.

    A round's two runs lie seconds apart; two medians may come from different minutes.
    """
    if middle(above) is None or middle(below) is None:
        return None
    # The shorter series was cut by its budget: the rounds that both took part in count.
    return median(a.seconds / b.seconds for a, b in zip(above.runs, below.runs, strict=False))
