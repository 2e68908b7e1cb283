"""Comments: a `#` at a word that YAML takes for the end of a text, as in `Platz #1 in Bayern`."""

from __future__ import annotations

import re

import yaml

from smdeck.findings import Findings, Place, Source

try:
    from yaml import CBaseLoader as Loader
except ImportError:  # see `reading`
    from yaml import BaseLoader as Loader  # type: ignore[assignment]

_GLUED = re.compile(r"[ \t](#[^\s#!][^\n]*)")
"""A comment without a space after its sign, behind something else on its line."""

_KEY = re.compile(r"([\w-]+)[ \t]*:[ \t]+$")

WITHOUT_WORDS = frozenset(
    [
        "align",
        "allow",
        "decorative",
        "embed",
        "extends",
        "featured",
        "file",
        "fit",
        "focus",
        "hidden",
        "highlight",
        "icon",
        "id",
        "kind",
        "lang",
        "layout",
        "least",
        "minutes",
        "most",
        "reveal",
        "sheet",
        "split",
        "stacked",
        "theme",
        "tie",
        "tone",
        "transition",
        "type",
        "typography",
    ]
)
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
            if isinstance(event, yaml.ScalarEvent) and event.start_mark and event.end_mark:
                _check(event, lines, source, findings)
    except yaml.YAMLError:
        return  # reported with its place by the real parse


def _check(event: yaml.ScalarEvent, lines: list[str], source: Source, findings: Findings) -> None:
    """Warn of the comment behind a value."""
    start, end = event.start_mark, event.end_mark
    if event.style in ("|", ">") or end.line >= len(lines):
        return
    found = _GLUED.match(lines[end.line], max(0, end.column - (not event.value)))
    key = _KEY.search(lines[start.line][: start.column])
    if found is None or (key and key[1] in WITHOUT_WORDS):
        return
    words = found[1].rstrip()
    quoted = f'"{event.value} {words}"'.replace('" #', '"#')
    findings.warn(
        "glued-comment",
        f"`{words}` is a comment for YAML, and not shown",
        Place(source, end.line + 1, found.start(1) + 1, len(words)),
        f"put the whole text in quotes: {quoted}; a comment has a space after its #",
    )
