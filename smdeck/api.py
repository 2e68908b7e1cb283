"""The Python API: build a deck, or check it."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from smdeck.compiling import compile_deck
from smdeck.findings import DeckError, Finding, Findings


class Built(NamedTuple):
    """A .pptx that was written."""

    path: Path
    """The file."""
    slides: int
    """How many slides it has, hidden ones included."""
    minutes: float
    """How long the slides take that say so; hidden ones don't count."""
    seconds: float
    """How long the build took."""
    findings: list[Finding]
    """The warnings, by place."""
    scaled: int = 0
    """How many pictures had more pixels than a screen of 2560 × 1440 shows in their places."""


def build(
    deck: str | os.PathLike[str],
    out: str | os.PathLike[str] | None = None,
    *,
    strict: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> Built:
    """Compile a deck into a .pptx and return what was written.

    Without `out` the file stands beside the deck, with the suffix .pptx. `progress` is called
    now and then with the number of slides done and of all. The same deck, theme and pictures
    give the same bytes. With `strict`, warnings are errors.

    Raises DeckError with all findings when there is an error; then nothing is written, and an
    older file stays as it was.
    """
    start = time.perf_counter()
    source = Path(deck)
    target = Path(out) if out is not None else source.with_suffix(".pptx")
    findings = Findings()
    compiled = compile_deck(source, findings, progress)
    found = _judged(findings, strict)
    if compiled is None or any(finding.severity == "error" for finding in found):
        raise DeckError(found)
    from smdeck.write import TargetError, presentation_parts, save, scaled_pictures

    data = presentation_parts(compiled.natives, compiled.scenes, compiled.deck, compiled.theme)
    try:
        save(data, target)
    except TargetError as error:
        raise DeckError([Finding("target", str(error), None, error.help)]) from error
    return Built(
        target,
        len(compiled.scenes),
        compiled.minutes,
        time.perf_counter() - start,
        findings.in_order(),
        len(scaled_pictures(compiled.scenes, compiled.theme)),
    )


def check(deck: str | os.PathLike[str], *, strict: bool = False) -> list[Finding]:
    """Return all findings of a deck, errors and warnings, by place; nothing is written.

    With `strict`, warnings are errors.
    """
    findings = Findings()
    compile_deck(Path(deck), findings)
    return _judged(findings, strict)


def _judged(findings: Findings, strict: bool) -> list[Finding]:
    """Return the findings in order, warnings as errors where it is strict."""
    found = findings.in_order()
    return [finding._replace(severity="error") for finding in found] if strict else found
