"""What smdeck has promised, and whether this run shows it."""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.results import Results, middle

HELP = "smdeck --help"


@dataclass(frozen=True, slots=True)
class Target:
    """One promise: a figure that must not exceed (or not reach) a limit."""

    promise: str
    value: float | None
    """None when it was not measured."""
    limit: float
    unit: str
    exclusive: bool = False

    @property
    def verdict(self) -> str:
        """Return `met`, `not met` or `not measured`."""
        if self.value is None:
            return "not measured"
        met = self.value < self.limit if self.exclusive else self.value <= self.limit
        return "met" if met else "**not met**"

    @property
    def measured(self) -> str:
        """Return the figure with its unit, or a dash."""
        if self.value is None:
            return "–"
        digits = 2 if self.unit == "×" else 1 if self.value < 10 else 0
        return f"{self.value:.{digits}f} {self.unit}"


def targets(results: Results) -> list[Target]:
    """Return the targets with what was measured for each."""
    start = middle(results.startup[HELP])
    return [
        Target(
            "1000 slides: at most 0.9 × the time of PptxGenJS",
            results.ratio("smdeck", "PptxGenJS", 1000),
            0.9,
            "×",
        ),
        Target(
            "3000 slides: at most 0.9 × the time of PptxGenJS",
            results.ratio("smdeck", "PptxGenJS", 3000),
            0.9,
            "×",
        ),
        Target(
            "3000 slides: at most 3.3 × the time of 1000",
            results.growth("smdeck", 1000, 3000),
            3.3,
            "×",
        ),
        Target("12 slides: no slower than pandoc", results.ratio("smdeck", "pandoc", 12), 1.0, "×"),
        Target(
            "1000 slides: peak memory below 150 MB",
            results.peak_megabytes("smdeck", 1000),
            150.0,
            "MB",
            exclusive=True,
        ),
        Target(
            f"`{HELP}`: below 120 ms",
            None if start is None else start * 1000,
            120.0,
            "ms",
            exclusive=True,
        ),
        Target(
            "1000 slides: fitting and checking take at most 25 % of a build",
            results.judging_share(),
            25.0,
            "%",
        ),
        Target(
            "40 slides full of words: fitted in at most 5 ms",
            results.fit_milliseconds(),
            5.0,
            "ms",
        ),
    ]
