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


def build(
    deck: str | os.PathLike[str],
    out: str | os.PathLike[str] | None = None,
    *,
    progress: Callable[[int, int], None] | None = None,
) -> Built:
    """Compile a deck into a .pptx and return what was written.

    Without `out` the file stands beside the deck, with the suffix .pptx. `progress` is called
    now and then with the number of slides done and of all. The same deck, theme and pictures
    give the same bytes.

    Raises DeckError with all findings when there is an error; then nothing is written, and an
    older file stays as it was.
    """
    start = time.perf_counter()
    source = Path(deck)
    target = Path(out) if out is not None else source.with_suffix(".pptx")
    findings = Findings()
    compiled = compile_deck(source, findings, progress)
    if findings.errors or compiled is None:
        raise DeckError(findings.in_order())
    from smdeck.write import TargetError, presentation_parts, save

    data = presentation_parts(
        compiled.natives,
        compiled.scenes,
        compiled.deck,
        compiled.theme,
        compiled.words,
        source.parent,
    )
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
    )


def check(deck: str | os.PathLike[str]) -> list[Finding]:
    """Return all findings of a deck, errors and warnings, by place; nothing is written."""
    findings = Findings()
    compile_deck(Path(deck), findings)
    return findings.in_order()
