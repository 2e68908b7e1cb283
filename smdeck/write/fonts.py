"""Embedded fonts: the theme's font files inside the .pptx, wrapped as PowerPoint keeps them.

PowerPoint keeps fonts as Embedded OpenType. Uncompressed version 0x00020001 of it is the font file
behind a header of names and figures that are copied from its tables
(https://www.w3.org/submissions/EOT, section 4.1). Whether every PowerPoint takes it is not known;
it is experimental and off unless the theme asks for it.
"""

from __future__ import annotations

import struct
from pathlib import Path

from smdeck.theme import Theme
from smdeck.write.package import Package, Relations
from smdeck.write.xml import escape

VERSION, MAGIC = 0x00020001, 0x504C
DEFAULT_CHARSET = 1
STYLES = ("regular", "bold", "italic", "bold-italic")
"""The styles of a family in the order of the schema (ECMA-376 Part 1, 19.2.1.9)."""

FAMILY, STYLE, VERSION_NAME, FULL_NAME = 1, 2, 5, 4
"""Numbers of names in a font's name table, in the order of the header."""


def embed_fonts(theme: Theme, package: Package, relations: Relations) -> str:
    """Add the font files that a theme embeds, and return the `p:embeddedFontLst` that names them.

    It is empty where there is none.
    """
    families, number = "", 0
    for family, files in theme.embedded.items():
        styles = ""
        for style in STYLES:
            if style in files:
                number += 1
                name = f"ppt/fonts/font{number}.fntdata"
                package.add(name, embedded_opentype(files[style]))
                tag = "boldItalic" if style == "bold-italic" else style
                styles += f'<p:{tag} r:id="{relations.add("font", f"/{name}")}"/>'
        families += (
            f'<p:embeddedFont><p:font typeface="{escape(family)}"/>{styles}</p:embeddedFont>'
        )
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
            *(DEFAULT_CHARSET, int(bool(os2.fsSelection & 1)), os2.usWeightClass),
            *(os2.fsType, MAGIC),
            *(getattr(os2, f"ulUnicodeRange{n}") for n in range(1, 5)),
            *(getattr(os2, f"ulCodePageRange{n}", 0) for n in range(1, 3)),
            font["head"].checkSumAdjustment,
            *(0, 0, 0, 0),  # reserved
        )
        names = [font["name"].getDebugName(number) or "" for number in _NAMES]
    for name in names:
        text = name.encode("utf-16-le")
        header += struct.pack("<HH", 0, len(text)) + text  # padding, size, name
    header += struct.pack("<HH", 0, 0)  # no root string: the font is bound to no address
    size = 4 * 4 + len(header) + len(data)
    return struct.pack("<4I", size, len(data), VERSION, 0) + header + data


_NAMES = (FAMILY, STYLE, VERSION_NAME, FULL_NAME)
_PANOSE = (
    "bFamilyType", "bSerifStyle", "bWeight", "bProportion", "bContrast", "bStrokeVariation",
    "bArmStyle", "bLetterForm", "bMidline", "bXHeight",
)  # fmt: skip
