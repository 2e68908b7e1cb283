"""Findings told in the form that is asked for: for people, as data, beside lines on GitHub."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from smdeck.console import say, say_json, show

if TYPE_CHECKING:
    from smdeck.findings import Finding


@contextmanager
def showing_findings() -> Iterator[None]:
    """End with 1 where something can't be done, once it is shown why."""
    from smdeck.findings import FindingsError

    try:
        yield
    except FindingsError as error:
        show(error.findings)
        sys.exit(1)


def tell(findings: dict[str, list[Finding]], style: str) -> int:
    """Report the findings of decks, and return 1 if one is an error."""
    from smdeck.findings import visible

    every = [finding for of_deck in findings.values() for finding in of_deck]
    if style == "json":
        say_json([_as_data(one, deck) for deck, of_deck in findings.items() for one in of_deck])
    else:
        if style == "github":
            say("".join(f"{_as_annotation(finding)}\n" for finding in every), nl=False)
        else:
            show(every)
        for deck, of_deck in findings.items():
            say(f"{visible(deck)}: {in_short(of_deck)}")
    return int(any(finding.severity == "error" for finding in every))


def in_short(findings: list[Finding]) -> str:
    """Return how many findings there are, and a line for each code."""
    return _count(findings) + _summary(findings)


def _count(findings: list[Finding]) -> str:
    errors = sum(finding.severity == "error" for finding in findings)
    warnings = len(findings) - errors
    if not findings:
        return "no findings"
    return ", ".join(
        f"{number} {word}{'s' * (number != 1)}"
        for number, word in ((errors, "error"), (warnings, "warning"))
        if number
    )


def _summary(findings: list[Finding]) -> str:
    """Return a line for each code: how often it is found, and on which slides; errors first."""
    slides: dict[tuple[str, str], list[int | None]] = {}
    for finding in findings:
        slides.setdefault((finding.severity, finding.code), []).append(finding.slide)
    lines = []
    for level, code in sorted(slides, key=lambda kind: (kind[0], -len(slides[kind]))):
        found = slides[level, code]
        numbers = sorted({number for number in found if number})
        where = f", slide{'s' * (len(numbers) > 1)} {', '.join(map(str, numbers))}"
        lines.append(f"\n  {len(found):3} {level}[{code}]{where if numbers else ''}")
        if len(lines) == 1:
            explained = f"\n  `smdeck explain {code}` says why, and what to do"
    return "".join(lines) + explained if lines else ""


def _as_data(finding: Finding, deck: str) -> dict[str, object]:
    place = finding.place
    return {
        "deck": deck,
        "code": finding.code,
        "severity": finding.severity,
        "message": finding.message,
        "help": finding.help,
        "slide": finding.slide,
        "file": place.source.name if place else None,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "length": place.length if place else None,
        "used_by": [str(use) for use in place.source.uses] if place else [],
        "versions": list(finding.versions),
    }


def _as_annotation(finding: Finding) -> str:
    """Return a workflow command that GitHub shows beside the line."""
    from smdeck.findings import visible

    place = finding.place
    where = ""
    if place:
        file = _escaped(visible(place.source.name)).replace(":", "%3A").replace(",", "%2C")
        where = (
            f"file={file},line={place.line},endLine={place.line},"
            f"col={place.column},endColumn={place.column + place.length},"
        )
    message = finding.message + (f" – {finding.help}" if finding.help else "")
    if finding.versions:
        message += f" (version: {', '.join(finding.versions)})"
    return f"::{finding.severity} {where}title={finding.code}::{_escaped(message)}"


def _escaped(text: str) -> str:
    """Return a text of a workflow command; in its properties `:` and `,` are escaped, too."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
