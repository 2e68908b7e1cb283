"""Comments: a `#` at a word that YAML takes for the end of a text, as in `Platz #1 in Bayern`."""

from __future__ import annotations

import re
from typing import Any

import yaml

from smdeck.findings import Findings, Place, Source

try:
    from yaml import CBaseLoader as Loader
except ImportError:  # see `reading`
    from yaml import BaseLoader as Loader  # type: ignore[assignment]

_GLUED = re.compile(r"[ \t](#[^\s#!][^\n]*)")
"""A comment without a space after its sign, behind something else on its line."""

_KEY = re.compile(r"([\w-]+)[ \t]*:[ \t]+$")

WITHOUT_WORDS = frozenset((
    "align", "allow", "decorative", "embed", "extends", "featured", "file", "fit", "focus",
    "hidden", "highlight", "icon", "id", "kind", "lang", "layout", "minutes", "reveal", "sheet",
    "split", "stacked", "theme", "tie", "tone", "transition", "type", "typography",
))  # fmt: skip
"""Keys whose values are no words for an audience: what stands behind them is a comment."""


def warn_of_glued_comments(source: Source, findings: Findings) -> None:
    """Warn of comments that begin at a word, right behind the words of a text.

    What the author means by `# so` behind a text, with a space, is a comment. The YAML may be
    broken: in `[Platz #1, Platz #2]` the closing bracket is part of the comment.
    """
    if not _GLUED.search(source.text):
        return
    lines = source.text.split("\n")
    try:
        for event in yaml.parse(source.text, Loader=Loader):
            if isinstance(event, yaml.ScalarEvent) and event.style not in ("|", ">"):
                _check(event.value, event.start_mark, event.end_mark, lines, source, findings)
    except yaml.YAMLError:
        return  # reported with its place by the real parse


def _check(
    text: str, start: Any, end: Any, lines: list[str], source: Source, findings: Findings
) -> None:
    """Warn of the comment behind a text that stands between two marks."""
    line = lines[end.line] if end.line < len(lines) else ""
    found = _GLUED.match(line, max(0, end.column - (not text)))
    key = _KEY.search(lines[start.line][: start.column])
    if found is None or (key and key[1] in WITHOUT_WORDS):
        return
    words = found[1].rstrip()
    findings.warn(
        "glued-comment",
        f"`{words}` is a comment for YAML, and not shown",
        Place(source, end.line + 1, found.start(1) + 1, len(words)),
        f'put the whole text in quotes: "{f"{text} {words}".strip()}"; '
        "a comment has a space behind its #",
    )
