"""Beside: the files that a deck names, and what helps where a name leads away from the deck."""

from __future__ import annotations

import os
import re
from pathlib import Path

from smdeck.findings import suggest_file


def beside(folder: Path, name: str) -> Path:
    """Return the file that a deck in a folder names, whichever slash stands in it."""
    path = folder / name
    if "\\" in name and not os.path.lexists(path):
        return folder / name.replace("\\", "/")
    return path


def files_in(folder: Path) -> list[str]:
    """Return the names of the files in a folder, none where there is no such folder."""
    files = folder.glob("*") if os.path.isdir(folder) else ()  # noqa: PTH112 -- bears any name
    return [file.name for file in files if file.is_file()]


def not_beside(name: str, what: str) -> str | None:
    """Return what helps where a name is an address or an absolute path, or None.

    `what` is what the deck wants to show: a picture, a data file.
    """
    last = re.split(r"[/\\]", re.split(r"[?#]", name)[0])[-1]
    file = f": `{last}`" if re.fullmatch(r"[\w .-]+\.\w+", last) else ""
    if re.match(r"(https?|ftp)://|//|www\.", name):
        return f"smdeck fetches nothing: save the {what} beside the deck, and name that file{file}"
    if name.startswith("data:"):
        return f"save the {what} as a file beside the deck, and name that file"
    if re.search(r"[\x00-\x1f]", name):
        return "in double quotes a backslash begins an escape: write paths with `/`"
    if re.match(r"[A-Za-z]:|[/~\\]|file:", name):
        where = "a path of one computer holds on no other"
        return f"{where}: put the {what} beside the deck, and name that file{file}"
    return None


def save_as(path: Path) -> str:
    """Return what helps where a file is no picture that a slide can show."""
    suffix = path.suffix.lower()
    if not suffix:
        named = suggest_file(f"{path.name}.png", files_in(path.parent))
        return named or "write its name with the suffix, as `bild.png`"
    if suffix == ".pdf":
        return "save the page that is shown as SVG or PNG, and name that file"
    if suffix in (".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".odt", ".odp", ".vsdx"):
        return "save what is shown as SVG or PNG, and name that file"
    if suffix in (".mp4", ".mov", ".avi", ".webm", ".mp3", ".m4a", ".wav"):
        return "the layout `video` plays films and sounds; here stands a still picture of it"
    return "save it as PNG, or a photograph as JPEG, and name that file"
