"""Slips: all texts of a file that want quotes are told at once, though a parser stops at the first.

The line is read as if the text stood in quotes, and the parser goes on. Nothing here is imported
as long as a file is YAML.
"""

from __future__ import annotations

import re

import yaml

from smdeck.findings import Finding, Findings, Source
from smdeck.source.mistyped import BEFORE
from smdeck.source.syntax import GOES_ON_QUOTED, SECOND_COLON, TEXT_BEGINS, report_syntax

MOST = 20
"""So many slips are told at once; each takes another look at the whole file."""

_QUOTABLE = (SECOND_COLON, GOES_ON_QUOTED, TEXT_BEGINS)
"""How the messages of slips begin that quotes around the text mend."""

_KEY = re.compile(BEFORE + r"(?:[^\s\"'\[{#:][^:\"'\[{]*:\s+)?")


def report_slips(
    error: yaml.MarkedYAMLError, source: Source, loader: type, findings: Findings
) -> None:
    """Report where a parser stops, and what stops it further down once that stands in quotes."""
    last, text = 0, source.text
    for _ in range(MOST):
        found = _slip(error, source._replace(text=text))
        if found is None or found.place is None or found.place.line <= last:
            return  # a line that is still no YAML in quotes is told once
        # Lines keep their numbers, and the one that is told is as its author wrote it.
        findings.append(found._replace(place=found.place._replace(source=source)))
        last = found.place.line
        text = _with_quotes(text, found, source)
        again = _stops(text, loader)
        if again is None or not text:
            return
        error = again


def _slip(error: yaml.MarkedYAMLError, source: Source) -> Finding | None:
    """Return what is wrong where the parser stops."""
    told = Findings()
    report_syntax(error, source, told)
    return told[0] if told else None


def _with_quotes(text: str, found: Finding, source: Source) -> str:
    """Return a text whose line of a slip has its value in quotes, or "" where they don't help."""
    if found.code != "yaml-syntax" or not found.message.startswith(_QUOTABLE) or not found.place:
        return ""
    line = source.line(found.place.line)
    begins = found_key.end() if (found_key := _KEY.match(line)) else 0
    value = line[begins:].strip()
    if not value or value[0] in "{[|>":
        return ""  # brackets hold more than one text, and a block goes on below
    # All changes stand above: the line itself is as it was, as far from the end.
    at = source.position(found.place.line, 1) + len(text) - len(source.text)
    quoted = "'" + value.replace("'", "''") + "'"
    return text[: at + begins] + quoted + text[at + len(line) :]


def _stops(text: str, loader: type) -> yaml.MarkedYAMLError | None:
    """Return where a parser stops in a text, or None."""
    try:
        yaml.compose(text, loader)
    except yaml.MarkedYAMLError as error:
        return error
    except yaml.reader.ReaderError:
        return None
    return None
