"""Logos and art: their files, or what is wrong with them."""

from __future__ import annotations

from pathlib import Path

from smdeck.findings import Findings, Place, suggest_file
from smdeck.model.picture_files import SUFFIXES, Unreadable, check_picture, picture_size
from smdeck.source.beside import files_in, not_beside
from smdeck.theme.theme import Logo


def read_logo(
    folder: Path, name: str, place: Place, findings: Findings, thorough: bool = True
) -> Logo | None:
    """Return the logo of a file, or None with a finding.

    If not `thorough`, the PNG beside an SVG is not opened: a theme that ships has proper ones.
    """
    file = folder / name
    if file.suffix.lower() not in SUFFIXES:
        findings.error("wrong-file", f"`{name}` is no PNG, JPEG or SVG file", place)
        return None
    if not file.is_file():
        near = suggest_file(
            file.name, files_in(file.parent), "its path is relative to the file that names it"
        )
        help = not_beside(name, "logo") or near
        findings.error("missing-file", f"there is no file `{name}`", place, help)
        return None
    try:
        width, height = picture_size(file)
        if thorough or not file.with_suffix(".png").is_file():
            check_picture(file)
    except Unreadable as problem:
        said, help = problem.args
        findings.error("unreadable-file", f"`{name}` {said}", place, help)
        return None
    return Logo(file, width / height, place)
