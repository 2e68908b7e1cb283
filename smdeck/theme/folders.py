"""Where themes are: those that ship, and folders and files beside a deck."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from smdeck.files import is_file, is_outside

PACKAGE = Path(__file__).resolve().parent.parent


def themes_folder() -> Path:
    """Return the folder of the themes that ship: in the package, or beside it in a checkout."""
    inside = PACKAGE / "themes"
    return inside if inside.is_dir() else PACKAGE.parent / "themes"


def shipped_themes() -> list[str]:
    """Return the names of the themes that ship."""
    return sorted(entry.parent.name for entry in themes_folder().glob("*/theme.yaml"))


def theme_file(name: str, folder: Path) -> Path | None:
    """Return the file of a theme by its name, or by a path from `folder`; None where there is none.

    A theme in the `themes` folder comes before one that ships.
    """
    for file in theme_files(name, folder):
        if not is_outside(file) and is_file(file):
            return file
    return None


def theme_files(name: str, folder: Path) -> Iterator[Path]:
    """Return where the file of a theme may be, in the order in which it is looked for."""
    for candidate in (folder / name, folder / "themes" / name, themes_folder() / name):
        yield from (candidate / "theme.yaml", candidate / "_brand.yml", candidate)


def outside_theme(name: str, folder: Path) -> Path | None:
    """Return where a theme would be looked for, but may not be; None where it may everywhere."""
    return next(filter(is_outside, theme_files(name, folder)), None)
