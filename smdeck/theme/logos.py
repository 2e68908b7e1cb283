"""Logos and art: their files, or what is wrong with them."""

from __future__ import annotations

from pathlib import Path

from smdeck.findings import Findings, Place
from smdeck.pictures.shipped import shipped_size
from smdeck.theme.theme import Logo


def read_logo(
    folder: Path, name: str, place: Place, findings: Findings, ships: bool = False
) -> Logo | None:
    """Return the logo of a file, or None with a finding.

    `ships` says that it comes with smdeck, and is known to be right.
    """
    file = folder / name
    if ships:
        width, height = shipped_size(file)
        return Logo(file, width / height, place)
    from smdeck.pictures.files import checked_picture

    found = checked_picture(file, name, place, findings, "logo", "the file that names it")
    return Logo(file, found.size[0] / found.size[1], place) if found else None
