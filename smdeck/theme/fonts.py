"""Fonts: how a theme names them, their files, and which of these may travel in a .pptx."""

from __future__ import annotations

from collections.abc import Mapping as Names
from pathlib import Path
from typing import TYPE_CHECKING

from smdeck.files import may_read
from smdeck.findings import Findings, Place, listing
from smdeck.fonts.everywhere import NAMED_WEIGHTS
from smdeck.theme.values import CODE_FONT, Fonts

if TYPE_CHECKING:
    from smdeck.fonts.files import FontFacts
    from smdeck.theme.records import Font, Typography

RELATIVE = "its path is relative to the file that names it"

RESTRICTED = 0x0002
"""The bit of `fsType` that forbids embedding (OpenType specification, table OS/2)."""

Files = dict[str, dict[str, Path]]

USUAL = "Arial"
"""The family of a theme that names none."""

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


def fonts_of(typography: Typography, folder: Path, findings: Findings) -> Fonts:
    """Return the families of a theme, and their files; a file that can't be used is an error."""
    base, titles, code = typography.base, typography.headings, typography.monospace
    return Fonts(
        _of_weight(family_of_headings(typography), titles.weight if titles else None),
        _of_weight(_family_of_body(typography), base.weight),
        (code and code.family) or CODE_FONT,
        files=_font_files(typography.fonts, folder, findings),
    )


def family_of_headings(typography: Typography) -> str:
    """Return the family of headings, whatever their weight."""
    titles = typography.headings
    return (titles and titles.family) or _family_of_body(typography)


def _family_of_body(typography: Typography) -> str:
    """Return the family of the body: where none is named, that of headings or of the first font."""
    titles, fonts = typography.headings, typography.fonts
    named = (typography.base.family, titles and titles.family, fonts[0].family if fonts else None)
    return next((one for one in named if one), USUAL)


def _of_weight(family: str, weight: str | None) -> str:
    """Return the name of a family in a weight that Office has a font of, else the family."""
    return NAMED_WEIGHTS.get(family, {}).get(weight_of(weight or "") or 0, family)


def _font_files(fonts: list[Font], folder: Path, findings: Findings) -> Files:
    """Return the files of each family: of several weights the ones nearest to regular and bold."""
    families: Files = {}
    nearest: dict[tuple[str, str], int] = {}
    for font in fonts:
        for file in font.files:
            path = folder / file.path
            if checked_font(path, file.path, file.at("path"), findings) is None:
                continue
            weight = weight_of(file.weight) or 400
            bold, italic = weight >= BOLD_FROM, file.style in ("italic", "oblique")
            style = "-".join(["bold"] * bold + ["italic"] * italic) or "regular"
            far = abs(weight - (700 if bold else 400))
            if far < nearest.get((font.family, style), 1000):
                nearest[font.family, style] = far
                families.setdefault(font.family, {})[style] = path
    return families


def embedded_files(
    fonts: Fonts, typography: Typography, place: Place, findings: Findings
) -> Names[str, Names[str, Path]]:
    """Return the files to embed of the families that a theme uses.

    A font whose licence forbids it is a finding, and so is a theme that brings no file at all.
    """
    from smdeck.fonts.files import read_font

    code = [fonts.code] if typography.monospace else []
    families = dict.fromkeys((fonts.headings, fonts.body, *code))
    brought = {family: fonts.files[family] for family in families if family in fonts.files}
    if not brought:
        used = listing(families, "or")
        findings.error(
            "font-embedding",
            f"there is no file of {used} to embed",
            place,
            "name its TTF files under `typography.fonts`, or leave `embed` out",
        )
    for family, styles in brought.items():
        read = [read_font(file) for file in styles.values()]
        if not all(font.truetype for font in read):
            findings.error(
                "font-embedding",
                f"a file of `{family}` has PostScript outlines, which PowerPoint does not embed",
                place,
                "name its TTF files under `typography.fonts`, or leave `embed` out",
            )
        if any(font.rights & RESTRICTED for font in read):
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
