"""Comments: a `#` at a word that YAML takes for the end of a text, as in `Platz #1 in Bayern`."""

from __future__ import annotations

import re
from typing import Any

from smdeck.findings import Finding, Findings, Place, Source
from smdeck.patterns import pattern

GLUED = pattern(r"[ \t](#[^\s#!][^\n]*)")
"""A comment without a space after its sign, behind something else on its line."""

_KEY = pattern(r"([\w-]+)[ \t]*:[ \t]+$")

WITHOUT_WORDS = frozenset((
    "agenda", "align", "allow", "backup", "clock", "cut", "decorative", "embed", "extends",
    "featured", "file", "fit", "focus", "hidden", "highlight", "icon", "id", "kind", "lang",
    "layout", "minutes", "pace", "reveal", "sheet", "slot", "split", "stacked", "theme", "tie",
    "tone", "transition", "type", "typography",
))  # fmt: skip
"""Keys whose values are no words for an audience: what stands behind them is a comment."""


def warn_of_glued_comments(source: Source, findings: Findings) -> None:
    """Warn of comments that begin at a word, right behind the words of a text.

    What the author means by `# so` behind a text, with a space, is a comment. The YAML may be
    broken: in `[Platz #1, Platz #2]` the closing bracket is part of the comment.
    """
    if "#" not in source.text or not GLUED.search(source.text):
        return
    import yaml

    from smdeck.source.parsing import Loader

    lines = source.text.split("\n")
    flows: list[bool] = []
    try:
        for event in yaml.parse(source.text, Loader=Loader):
            if isinstance(event, yaml.CollectionStartEvent):
                flows.append(bool(event.flow_style))
            elif isinstance(event, yaml.CollectionEndEvent):
                flows.pop()
            elif isinstance(event, yaml.ScalarEvent) and event.style not in ("|", ">"):
                place = _comment_behind(event, lines, source)
                if place:
                    findings.append(_finding(event.value, place, bool(flows and flows[-1])))
    except yaml.YAMLError:
        return  # reported with its place by the real parse


def _comment_behind(event: Any, lines: list[str], source: Source) -> Place | None:
    """Return where a comment stands that begins at a word behind a value, or None."""
    start, end = event.start_mark, event.end_mark
    line = lines[end.line] if end.line < len(lines) else ""
    found = GLUED.match(line, end.column)
    key = _KEY.search(lines[start.line][: start.column])
    if found is None or (key and key[1] in WITHOUT_WORDS):
        return None
    return Place(source, end.line + 1, found.start(1) + 1, len(found[1].rstrip()))


def _finding(text: str, place: Place, in_brackets: bool) -> Finding:
    """Return the warning of a comment behind a text; in brackets, what follows is no part of it."""
    words = place.source.line(place.line)[place.column - 1 :].rstrip()
    meant = re.split(r"[]},]", words)[0].rstrip() if in_brackets else words
    return Finding(
        "glued-comment",
        f"`{words}` is a comment for YAML, and not shown",
        place,
        f'put the whole text in quotes: "{f"{text} {meant}".strip()}"; '
        "a comment has a space behind its #",
        "warning",
    )
