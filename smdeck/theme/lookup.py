"""Looking up themes: those that ship, and folders beside a deck."""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from smdeck.files import collecting, current_root, examine, is_outside, may_read
from smdeck.findings import Finding, Findings, Place, suggest
from smdeck.theme.compiling import compile_theme
from smdeck.theme.places import shipped_themes, theme_file, theme_files, themes_folder
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
        theme, problems, files = _compiled(file, stamp, current_root())
        for one in files:
            with suppress(OSError):  # said when the theme was read
                examine(one)
        for problem in problems:  # a template's have the place that names it
            findings.extend([problem if problem.place else problem._replace(place=place)])
        return theme
    if any(is_outside(candidate) for candidate in theme_files(name, folder)):
        may_read(next(filter(is_outside, theme_files(name, folder))), name, place, findings)
        return None
    beside = [file.name for file in folder.glob("*.p*") if file.suffix.lower() in SUFFIXES]
    findings.error(
        "unknown-theme",
        f"there is no theme `{name}`",
        place,
        suggest(
            name, [*shipped_themes(), *beside], "themes that ship: " + ", ".join(shipped_themes())
        ),
    )
    return None


@lru_cache(maxsize=8)
def _compiled(
    file: Path, stamp: int, root: str | None
) -> tuple[Theme | None, tuple[Finding, ...], tuple[Path, ...]]:
    """Return a theme, its findings and the files that it was read from.

    `stamp` makes a changed file be read again, `root` one that other builds may read.
    """
    problems = Findings()
    with collecting() as within:
        if file.suffix.lower() in SUFFIXES:
            readable = may_read(file, file.name, None, problems)
            theme = compile_template(file, problems, None) if readable else None
        else:
            theme = compile_theme(file, problems, file.resolve().is_relative_to(themes_folder()))
    return theme, tuple(problems), tuple(within.inputs.values())
