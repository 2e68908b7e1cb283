"""Fonts: how a theme names them, and which of the files that it brings may travel in a .pptx."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from smdeck.files import may_read
from smdeck.findings import Findings, Place, listing

if TYPE_CHECKING:
    from smdeck.fonts.files import FontFacts

RELATIVE = "its path is relative to the file that names it"

RESTRICTED = 0x0002
"""The bit of `fsType` that forbids embedding (OpenType specification, table OS/2)."""

Files = dict[str, dict[str, Path]]

GENERIC = {"sans-serif": "Arial", "serif": "Georgia", "monospace": "Courier New",
           "system-ui": "Arial", "ui-sans-serif": "Arial", "ui-serif": "Georgia",
           "ui-monospace": "Courier New"}  # fmt: skip
"""What stands for the families of style sheets that name no font."""

WEIGHTS = {
    "thin": 100, "extra-light": 200, "ultra-light": 200, "light": 300, "normal": 400,
    "regular": 400, "medium": 500, "semi-bold": 600, "demi-bold": 600, "bold": 700,
    "extra-bold": 800, "ultra-bold": 800, "black": 900,
}  # fmt: skip
"""The names of weights in brand.yml."""

BOLD_FROM = 600
"""From this weight on words are bold: PowerPoint knows regular and bold."""


def first_family(listed: str) -> str:
    """Return the first font of a list as style sheets have it, as `'Noto Sans', sans-serif`."""
    families = [family.strip().strip("\"'").strip() for family in listed.split(",")]
    named = next((one for one in families if one and one not in GENERIC), None)
    return named or GENERIC.get(families[0], families[0])


def weight_of(text: str) -> int | None:
    """Return a weight from 1 to 1000 by its number or name; the first of a range, else None."""
    text = text.split("..", 1)[0].strip().lower()
    if text.isdigit():
        return int(text) if 1 <= int(text) <= 1000 else None
    return WEIGHTS.get(text)


def embedded_files(families: list[str], files: Files, place: Place, findings: Findings) -> Files:
    """Return the files to embed of the families that a theme uses.

    A font whose licence forbids it is a finding, and so is a theme that brings no file at all.
    """
    from smdeck.fonts.files import read_font

    brought = {family: files[family] for family in dict.fromkeys(families) if family in files}
    if not brought:
        used = listing(dict.fromkeys(families), "or")
        findings.error(
            "font-embedding",
            f"there is no file of {used} to embed",
            place,
            "name its TTF files under `typography.fonts`, or leave `embed` out",
        )
    for family, styles in brought.items():
        fonts = [read_font(file) for file in styles.values()]
        if not all(font.truetype for font in fonts):
            findings.error(
                "font-embedding",
                f"a file of `{family}` has PostScript outlines, which PowerPoint does not embed",
                place,
                "name its TTF files under `typography.fonts`, or leave `embed` out",
            )
        if any(font.rights & RESTRICTED for font in fonts):
            findings.error(
                "font-embedding",
                f"the licence of `{family}` forbids to embed it",
                place,
                "leave `embed` out, and have the font installed on the presenting computer",
            )
    return brought


def checked_font(path: Path, name: str, place: Place, findings: Findings) -> FontFacts | None:
    """Return what a font file says; None with an error where it can't be used.

    `name` is what the theme calls it.
    """
    from smdeck.fonts.files import UnusableFont, read_font

    if not may_read(path, name, place=place, findings=findings, relative=RELATIVE, what="font"):
        return None
    try:
        return read_font(path)
    except UnusableFont as problem:
        findings.error(problem.code, f"`{name}` {problem.said}", place, problem.help)
    return None
