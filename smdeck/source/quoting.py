"""Quoting: a text as it is written in quotes, so that a finding can show what to type."""

from __future__ import annotations

import re

SHOWN = 60
"""The longest text that a finding shows in quotes; of a longer one it shows the beginning."""

_CURLY = {"“": "”", "„": "“", "«": "»", "»": "«", "‚": "‘", "‘": "’", "”": "”"}


def in_quotes(text: str) -> str:
    """Return a text in the quotes that leave most of it as it is typed."""
    words = text.strip()
    if len(words) > SHOWN:
        words = words[:SHOWN].rstrip() + "…"
    if '"' not in words and "\\" not in words:
        return f'"{words}"'
    return "'" + words.replace("'", "''") + "'"


def unwrapped(text: str) -> str:
    """Return a text without the quotes around the whole of it: straight ones, or curly ones.

    Those of `"Eins" und "Zwei"` are none: the first pair ends before the text does.
    """
    words = text.strip()
    first, last, inner = words[:1], words[-1:], words[1:-1]
    if len(words) > 1 and first in "'\"" and first == last:
        closed_early = re.search(rf"\S{first}(?=[\s,.;:!?)]|$)", inner)
        opened_before = re.search(rf"(^|[\s(]){first}\S", inner)
        early = closed_early and not (
            opened_before and opened_before.start() < closed_early.start()
        )
        return words if early else inner
    return inner if len(words) > 1 and _CURLY.get(first) == last else words
