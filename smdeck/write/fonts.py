"""Embedded fonts: the theme's font files inside the .pptx, wrapped as PowerPoint keeps them.

PowerPoint keeps fonts as Embedded OpenType, version 0x00020002: the font file, compressed, behind a
header of names and figures that are copied from its tables
(https://www.w3.org/submissions/EOT, section 4.1). Here it is not compressed, as LibreOffice writes
it. Whether every PowerPoint takes it is not known; it is experimental and off unless the theme asks
for it.
"""

from __future__ import annotations

import struct
from pathlib import Path

from smdeck.theme import Theme
from smdeck.write.package import Package, Relations
from smdeck.write.xml import escape

VERSION, MAGIC = 0x00020002, 0x504C
CHARSET = 0
"""That of Western languages, as PowerPoint and LibreOffice write it."""
NO_ROOT = 0x50475342
"""The check sum of a root string that is empty: the sum of its bytes, and this with it in XOR."""
CODE_PAGE = 0x4E4
"""The code page of characters that users add to a font (1252); there are none."""
STYLES = ("regular", "bold", "italic", "bold-italic")
"""The styles of a family in the order of the schema (ECMA-376 Part 1, 19.2.1.9)."""

FAMILY, STYLE, VERSION_NAME, FULL_NAME = 1, 2, 5, 4
"""Numbers of names in a font's name table, in the order of the header."""


def embed_fonts(theme: Theme, package: Package, relations: Relations) -> str:
    """Add the font files that a theme embeds, and return the `p:embeddedFontLst` that names them.

    It is empty where there is none.
    """
    families, number = "", 0
    for family, files in theme.fonts.embedded.items():
        styles = ""
        for style in STYLES:
            if style in files:
                number += 1
                name = f"ppt/fonts/font{number}.fntdata"
                package.add(name, embedded_opentype(files[style]))
                tag = "boldItalic" if style == "bold-italic" else style
                styles += f'<p:{tag} r:id="{relations.add("font", f"/{name}")}"/>'
        plainest = next(files[style] for style in STYLES if style in files)
        font = f'<p:font typeface="{escape(family)}"{_kind(plainest)}/>'
        families += f"<p:embeddedFont>{font}{styles}</p:embeddedFont>"
    return f"<p:embeddedFontLst>{families}</p:embeddedFontLst>" if families else ""


def embedded_opentype(file: Path) -> bytes:
    """Return a TrueType file as uncompressed Embedded OpenType."""
    from smdeck.fonts.files import font_bytes, opened_font

    data = font_bytes(file)
    with opened_font(data) as font:
        os2, panose = font["OS/2"], font["OS/2"].panose
        header = struct.pack(
            "<10BBBIHH4I2II4I",
            *(getattr(panose, field) for field in _PANOSE),
            *(CHARSET, int(bool(os2.fsSelection & 1)), os2.usWeightClass),
            *(os2.fsType, MAGIC),
            *(getattr(os2, f"ulUnicodeRange{n}") for n in range(1, 5)),
            *(getattr(os2, f"ulCodePageRange{n}", 0) for n in range(1, 3)),
            font["head"].checkSumAdjustment,
            *(0, 0, 0, 0),  # reserved
        )
        names = [font["name"].getDebugName(number) or "" for number in _NAMES]
    for name in names:
        text = f"{name}\0".encode("utf-16-le")
        header += struct.pack("<HH", 0, len(text)) + text  # padding, size, name
    header += struct.pack("<HH", 0, 0)  # no root string: the font is bound to no address
    header += struct.pack("<IIHHII", NO_ROOT, CODE_PAGE, 0, 0, 0, 0)  # no signature, no additions
    size = 4 * 4 + len(header) + len(data)
    return struct.pack("<4I", size, len(data), VERSION, 0) + header + data


def _kind(file: Path) -> str:
    """Return the attributes of a `p:font` that say what a substitute should be like.

    `pitchFamily` holds pitch and family as Windows' LOGFONT does (ECMA-376 Part 1, 21.1.2.3.3).
    """
    from smdeck.fonts.files import font_bytes, opened_font

    with opened_font(font_bytes(file)) as font:
        panose = bytes(getattr(font["OS/2"].panose, field) for field in _PANOSE)
        family_class = font["OS/2"].sFamilyClass >> 8
        fixed = bool(font["post"].isFixedPitch)
    family = MODERN if fixed else _of_panose(panose) or _OF_CLASS.get(family_class, DONT_CARE)
    kind = family + (FIXED if fixed else VARIABLE)
    return f' panose="{panose.hex().upper()}" pitchFamily="{kind}" charset="{CHARSET}"'


def _of_panose(panose: bytes) -> int:
    """Return the family that the PANOSE figures tell, zero where they tell none."""
    kind, serif = panose[:2]
    if kind == 2 and serif > 1:  # Latin text; the sans serifs count from 11
        return SWISS if serif >= 11 else ROMAN
    return {3: SCRIPT, 4: DECORATIVE, 5: DECORATIVE}.get(kind, DONT_CARE)


FIXED, VARIABLE = 1, 2
DONT_CARE, ROMAN, SWISS, MODERN, SCRIPT, DECORATIVE = 0, 16, 32, 48, 64, 80
_OF_CLASS = {
    **dict.fromkeys((1, 2, 3, 4, 5, 7), ROMAN), 8: SWISS, 9: DECORATIVE, 10: SCRIPT,
}  # fmt: skip
"""Families by the first byte of `sFamilyClass` in a font's OS/2 table."""


_NAMES = (FAMILY, STYLE, VERSION_NAME, FULL_NAME)
_PANOSE = (
    "bFamilyType", "bSerifStyle", "bWeight", "bProportion", "bContrast", "bStrokeVariation",
    "bArmStyle", "bLetterForm", "bMidline", "bXHeight",
)  # fmt: skip
