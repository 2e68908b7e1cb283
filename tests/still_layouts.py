"""Layouts without items that could appear by clicks."""

from __future__ import annotations

BARE = frozenset({"statement", "title"})
"""Those that have nothing but a head."""

STILL = BARE | {
    *("break", "closing", "code", "contact", "questions", "quote", "section", "video"),
}
"""Those of which only all below the title can appear, with one click."""


def reveal_of(layout: str) -> str:
    """Return the line that lets as much of a layout appear by clicks as it can."""
    if layout in BARE:
        return ""
    return "reveal: {by: whole}\n" if layout in STILL else "reveal: true\n"
