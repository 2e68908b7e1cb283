"""Looking up themes: those that ship, and folders beside a deck."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from smdeck.beside import not_beside
from smdeck.files import collecting, current_root, examine, may_read, stamp
from smdeck.findings import Finding, Findings, Place, suggest
from smdeck.theme.folders import outside_theme, shipped_themes, theme_file, themes_folder
from smdeck.theme.resolving import compile_theme
from smdeck.theme.template import SUFFIXES, compile_template
from smdeck.theme.theme import Theme

MOST_KNOWN = 8
"""Themes that are kept, so that those who build many decks in one process read each once."""


class _Known(NamedTuple):
    """A theme that was read, what was wrong with it, and the files with what they were then."""

    theme: Theme | None
    problems: tuple[Finding, ...]
    stamps: dict[Path, tuple[int, ...] | None]


_themes: dict[tuple[Path, str | None], _Known] = {}


def find_theme(
    name: str, folder: Path, findings: Findings, place: Place | None = None
) -> Theme | None:
    """Return the theme of a name or path, or None with findings.

    `folder` is that of the deck: a path is relative to it, and a theme in its `themes` folder
    comes before one that ships. `place` is where the deck names the theme.
    """
    file = theme_file(name, folder)
    if file is not None:
        theme, problems, _ = _known_or_read(file)
        for problem in problems:  # a template's have the place that names it
            findings.extend([problem if problem.place else problem._replace(place=place)])
        return theme
    outside = outside_theme(name, folder)
    if outside is not None:
        may_read(outside, name, place, findings)  # says so
        return None
    findings.error("unknown-theme", f"there is no theme `{name}`", place, _help(name, folder))
    return None


def _help(name: str, folder: Path) -> str:
    """Return what helps where there is no theme of a name: a near one, or where themes are."""
    away = not_beside(name, "template" if name.lower().endswith(SUFFIXES) else "theme's folder")
    if away:
        return away
    shipped = f"themes that ship: {', '.join(shipped_themes())}"
    beside = [file.name for file in folder.glob("*.p*") if file.suffix.lower() in SUFFIXES]
    own = [theme.parent.name for theme in folder.glob("themes/*/theme.yaml")]
    *path, last = re.split(r"[/\\]", name)
    if path:
        shipped = f"a path is relative to the deck; {shipped}"
    return suggest(last, [*own, *shipped_themes(), *beside]) or shipped


def _known_or_read(file: Path) -> _Known:
    """Return what a theme was read as; it is read again where one of its files has changed."""
    key = file, current_root()
    known = _themes.get(key)
    if known is None or any(stamp(path) != seen for path, seen in known.stamps.items()):
        if len(_themes) >= MOST_KNOWN:
            _themes.clear()
        known = _themes[key] = _read(file)
    for path in known.stamps:
        with suppress(OSError):  # was said when the theme was read
            examine(path)
    return known


def _read(file: Path) -> _Known:
    problems = Findings()
    with collecting() as within:
        if file.suffix.lower() in SUFFIXES:
            readable = may_read(file, file.name, None, problems)
            theme = compile_template(file, problems, None) if readable else None
        else:
            theme = compile_theme(file, problems, file.resolve().is_relative_to(themes_folder()))
    return _Known(theme, tuple(problems), {path: stamp(path) for path in within.asked})
