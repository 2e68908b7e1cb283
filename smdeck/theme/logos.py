"""Logos and art: their files, or what is wrong with them."""

from __future__ import annotations

from pathlib import Path

from smdeck.files import may_read
from smdeck.findings import Findings, Place
from smdeck.model.picture_files import SUFFIXES, Unreadable, check_picture, picture_size
from smdeck.theme.theme import Logo

RELATIVE = "its path is relative to the file that names it"
"""What helps where a file of a theme is missing."""


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
    if not may_read(file, name, place, findings, RELATIVE, "logo"):
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
