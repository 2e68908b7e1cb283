"""Font files: the only door to the bytes of a font that a theme brings."""

from __future__ import annotations

import os
import stat
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

from smdeck.files import reason_of

LARGEST_FONT = 64 * 2**20
"""The most bytes of a font. Those with all signs of Chinese have about 20 megabytes."""

MOST_CHARACTERS = 0x110000
"""How many characters there are at all. A damaged table may promise thousands of millions."""

UNITS = range(16, 16385)
"""How fine the grid of a font may be (OpenType 1.9, `head`)."""

NAMES = (1, 2, 5, 4)
"""The names that go into an embedded font: family, style, version and full name."""

_TRUETYPE = (b"\0\1\0\0", b"true")
_POSTSCRIPT = b"OTTO"
_OTHERS = {
    b"wOFF": "a WOFF font, made for websites",
    b"wOF2": "a WOFF2 font, made for websites",
    b"ttcf": "a collection of fonts",
    b"\x80\x01": "a PostScript font",
    b"%!PS": "a PostScript font",
}


class UnusableFont(Exception):
    """A font that can't be used: the code of the finding, why, and what helps."""

    def __init__(self, code: str, said: str, help: str | None = None) -> None:
        super().__init__(code, said, help)
        self.code, self.said, self.help = code, said, help


class FontFacts(NamedTuple):
    """What there is to know of a font."""

    widths: dict[str, float]
    """The advance widths by character, in em."""
    rights: int
    """What its licence allows (OpenType 1.9, `OS/2`, fsType)."""
    truetype: bool
    """Whether its outlines are those of TrueType, the only ones that PowerPoint embeds."""


def read_font(file: Path) -> FontFacts:
    """Return what a font file says; all that is used of it anywhere has been read then.

    Raises UnusableFont, and FileNotFoundError where there is no file.
    """
    try:
        said = os.stat(file)  # noqa: PTH116 -- unlike Path's, it bears any name
    except (OSError, ValueError) as error:
        raise FileNotFoundError(file) from error
    return _read(file, said.st_mtime_ns)


def font_bytes(file: Path) -> bytes:
    """Return the bytes of a font file; raises UnusableFont."""
    said = os.stat(file)  # noqa: PTH116 -- unlike Path's, it bears any name
    if not stat.S_ISREG(said.st_mode):
        raise UnusableFont("unreadable-file", "is no file")
    if said.st_size > LARGEST_FONT:
        raise UnusableFont("unreadable-file", f"has more than {LARGEST_FONT // 2**20} megabytes")
    try:
        return file.read_bytes()
    except OSError as error:
        raise UnusableFont("unreadable-file", f"can't be read: {reason_of(error)}") from error


@contextmanager
def opened_font(data: bytes) -> Iterator[Any]:
    """Give the font of some bytes, as fontTools has it; its own warnings are not printed."""
    import logging

    logging.getLogger("fontTools").addHandler(logging.NullHandler())
    from fontTools.ttLib import TTFont

    with TTFont(BytesIO(data), lazy=True) as font:
        yield font


@lru_cache(maxsize=64)
def _read(file: Path, stamp: int) -> FontFacts:
    data = font_bytes(file)
    _check_kind(data)
    try:
        _check_tables(data)
        with opened_font(data) as font:
            return _facts(font, data)
    except UnusableFont:
        raise
    except Exception as error:
        # There is no list of what fontTools raises: of 400 damaged fonts 148 ended in assertions,
        # KeyError, struct.error, OverflowError and others.
        raise UnusableFont("unreadable-file", "is no readable font") from error


def _facts(font: Any, data: bytes) -> FontFacts:
    unit, os2 = font["head"].unitsPerEm, font["OS/2"]
    characters = font.getBestCmap()
    if unit not in UNITS or not characters:
        raise UnusableFont("unreadable-file", "is no readable font: it has no letters")
    advances = font["hmtx"]
    widths = {chr(code): advances[glyph][0] / unit for code, glyph in characters.items()}
    for number in NAMES:  # embedding needs them
        (font["name"].getDebugName(number) or "").encode("utf-16-le")
    _ = os2.panose.bFamilyType, os2.sFamilyClass, font["head"].checkSumAdjustment
    _ = font["post"].isFixedPitch
    return FontFacts(widths, os2.fsType, data.startswith(_TRUETYPE))


def _check_kind(data: bytes) -> None:
    """Raise UnusableFont where the bytes are no TrueType or OpenType font."""
    if data.startswith((*_TRUETYPE, _POSTSCRIPT)):
        return
    for beginning, called in _OTHERS.items():
        if data.startswith(beginning):
            raise UnusableFont("wrong-file", f"is {called}", "take the TTF file of the same style")
    raise UnusableFont("wrong-file", "is no font", "name a TTF file")


def _check_tables(data: bytes) -> None:
    """Raise UnusableFont where a table reaches beyond the file or promises too much."""
    (number,) = struct.unpack_from(">4xH", data)
    for row in range(number):
        tag, offset, length = struct.unpack_from(">4s4xII", data, 12 + 16 * row)
        if offset + length > len(data):
            raise UnusableFont("unreadable-file", "is no readable font: it is cut off")
        if tag == b"cmap":
            _check_characters(data[offset : offset + length])


def _check_characters(table: bytes) -> None:
    """Raise UnusableFont where the map of characters has more than there are (OpenType, `cmap`)."""
    (number,) = struct.unpack_from(">2xH", table)
    for row in range(number):
        (at,) = struct.unpack_from(">4xI", table, 4 + 8 * row)
        form, groups = struct.unpack_from(">H10xI", table, at) if at + 16 <= len(table) else (0, 0)
        if form not in (8, 12, 13):
            continue
        if groups > len(table) // 12:
            raise UnusableFont("unreadable-file", "is no readable font: it is cut off")
        ends = (struct.unpack_from(">II", table, at + 16 + 12 * n) for n in range(groups))
        if sum(max(0, end - start + 1) for start, end in ends) > MOST_CHARACTERS:
            raise UnusableFont("unreadable-file", "is no readable font: it has too many characters")
