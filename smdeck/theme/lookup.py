"""Looking up themes: those that ship, and folders beside a deck."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from smdeck.findings import Finding, Findings, Place, suggest
from smdeck.source.beside import not_beside
from smdeck.theme.compiling import compile_theme
from smdeck.theme.places import shipped_themes, theme_file, themes_folder
from smdeck.theme.template import SUFFIXES, compile_template
from smdeck.theme.theme import Theme


def find_theme(
    name: str, folder: Path, findings: Findings, place: Place | None = None
) -> Theme | None:
    """Return the theme of a name or path, or None with findings.

    `folder` is that of the deck: a path is relative to it, and a theme in its `themes` folder
    comes before one that ships. `place` is where the deck names the theme.
    """
    file = theme_file(name, folder)
    if file is not None:
        stamp = file.stat().st_mtime_ns
        theme, problems = _compiled(file, stamp)
        for problem in problems:  # a template's have the place that names it
            findings.extend([problem if problem.place else problem._replace(place=place)])
        return theme
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


@lru_cache(maxsize=8)
def _compiled(file: Path, stamp: int) -> tuple[Theme | None, tuple[Finding, ...]]:
    """Return a theme and its findings; `stamp` makes a changed file be read again."""
    problems = Findings()
    if file.suffix.lower() in SUFFIXES:
        theme = compile_template(file, problems, None)
    else:
        theme = compile_theme(file, problems, file.resolve().is_relative_to(themes_folder()))
    return theme, tuple(problems)
