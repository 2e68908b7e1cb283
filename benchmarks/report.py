"""The results as a page of Markdown tables."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable, Sequence
from datetime import date
from statistics import median

from benchmarks.contenders import Contender, distribution_version
from benchmarks.results import Results, middle
from benchmarks.schedule import Series
from benchmarks.targets import targets

DASH = "–"
MEMORY_SIZE = 1000
GROWTH = (1000, 3000)


def page(results: Results) -> str:
    """Return the whole page."""
    parts = (
        "# Benchmarks",
        "Written by `make bench`; [how it is measured](../benchmarks/README.md).\n"
        "Every figure is a whole process, from start to exit, on one and the same deck: each\n"
        "slide with a title, four bullets and notes.",
        "## Targets",
        _targets(results),
        "## Seconds",
        "Median (minimum, number of runs).",
        _seconds(results),
        "Beyond 1000 slides pandoc and python-pptx are not run: their time grows with the square\n"
        "of the number of slides. *floor* is slide XML as strings straight into a zip: no checks,\n"
        "no layout, no model.",
        "## smdeck against each peer",
        "The peer's time is 1: below 1 smdeck is faster. Median of the ratios within each round.",
        _ratios(results),
        "## Growth",
        _growth(results),
        f"## Memory and file at {MEMORY_SIZE} slides",
        _memory(results),
        "## Start-up",
        _startup(results),
        "## Fitting and checking",
        "Of a whole process that builds 1000 slides; and of builds of 40 slides full of words,\n"
        "eight of them parts of split ones, where fonts are read already: the fastest of five.",
        _stages(results),
        "## The machine and the versions",
        _facts(results),
    )
    return "\n\n".join(part for part in parts if part) + "\n"


def _targets(results: Results) -> str:
    rows = [(target.promise, target.measured, target.verdict) for target in targets(results)]
    return _table(("target", "measured", ""), rows)


def _seconds(results: Results) -> str:
    rows = [
        (c.name, *(_time(results, c, size) for size in results.sizes)) for c in results.contenders
    ]
    return _table(("slides", *map(str, results.sizes)), rows)


def _time(results: Results, contender: Contender, size: int) -> str:
    if contender.version is None:
        return "not installed"
    if not contender.takes(size):
        return "not run (quadratic)"
    series = results.build(contender.name, size)
    seconds = middle(series)
    if seconds is None:
        return "failed"
    least = min(run.seconds for run in series.runs)
    return f"**{_digits(seconds)}** ({_digits(least)}, {len(series.runs)})"


def _ratios(results: Results) -> str:
    rows = [
        (peer.name, *(_times(results.ratio("smdeck", peer.name, size)) for size in results.sizes))
        for peer in results.contenders
        if peer.name != "smdeck"
    ]
    return _table(("smdeck /", *map(str, results.sizes)), rows)


def _growth(results: Results) -> str:
    small, large = GROWTH
    rows = [
        (contender.name, _times(results.growth(contender.name, small, large)))
        for contender in results.contenders
        if contender.largest is None
    ]
    return _table(("", f"{large} slides / {small} slides"), rows)


def _memory(results: Results) -> str:
    rows = [
        (
            contender.name,
            _peak(results, contender.name),
            _number(results.file_megabytes(contender.name, MEMORY_SIZE), ".1f"),
        )
        for contender in results.contenders
    ]
    floor = results.runner_peak_bytes / 1e6
    note = f"A child starts with the runner's peak, {floor:.0f} MB: less cannot be seen."
    return _table(("", "peak memory, MB", "deck, MB"), rows) + "\n\n" + note


def _peak(results: Results, name: str) -> str:
    peak = results.peak_megabytes(name, MEMORY_SIZE)
    hidden = peak is not None and peak <= results.runner_peak_bytes / 1e6
    return ("≤ " if hidden else "") + _number(peak, ".0f")


def _startup(results: Results) -> str:
    rows = [(f"`{shown}`", *_start(series)) for shown, series in results.startup.items()]
    return _table(("", "median ms", "min ms", "n"), rows)


def _start(series: Series) -> tuple[str, str, str]:
    seconds = middle(series)
    if seconds is None:
        return ("failed" if series.failure else "not installed", DASH, DASH)
    least = min(run.seconds for run in series.runs)
    return f"{seconds * 1000:.0f}", f"{least * 1000:.0f}", str(len(series.runs))


def _stages(results: Results) -> str:
    rows = [
        (name, *(_milliseconds(times) for times in zip(*runs, strict=True)))
        for name, runs in results.stages.items()
    ]
    return _table(("median ms", "process", "fitting", "checking"), rows)


def _milliseconds(times: Sequence[float | None]) -> str:
    known = [1000 * one for one in times if one is not None]
    return _number(median(known) if known else None, ".1f")


def _facts(results: Results) -> str:
    rows = [
        ("date", date.today().isoformat()),
        ("cores", str(os.cpu_count())),
        ("system", f"{platform.system()} {platform.machine()}"),
        ("Python", f"{platform.python_implementation()} {platform.python_version()}"),
        ("click", distribution_version("click") or "not installed"),
    ]
    rows += [
        (c.name, c.version or "not installed") for c in results.contenders if c.name != "floor"
    ]
    return _table(("", ""), rows)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    rule = ("---", *("---:" for _ in head[1:]))
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, rule, *rows))


def _times(ratio: float | None) -> str:
    return DASH if ratio is None else f"{ratio:.2f} ×"


def _number(value: float | None, form: str) -> str:
    return DASH if value is None else format(value, form)


def _digits(seconds: float) -> str:
    return f"{seconds:.1f}" if seconds >= 10 else f"{seconds:.2f}"
