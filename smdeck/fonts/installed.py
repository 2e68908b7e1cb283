"""Installed fonts: which families this computer has, read from its font folders."""

from __future__ import annotations

import os
import struct
import sys
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

from smdeck.fonts.everywhere import EVERYWHERE

FAMILY, TYPOGRAPHIC_FAMILY = 1, 16
"""Ids of the names that a font goes by (OpenType 1.9, `name`)."""

MACINTOSH = 1
"""The platform whose names are of one byte a character; all others have UTF-16."""

MOST_FONTS = 64
"""The most fonts that are looked for in one collection."""


def missing_families(asked: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Return those lists of families of which neither this computer nor PowerPoint brings one."""
    there = {family.casefold() for family in EVERYWHERE}
    lists = [names for names in asked if names and not _any(names, there)]
    return [names for names in lists if not _any(names, families_here())] if lists else []


def _any(names: Iterable[str], there: set[str] | frozenset[str]) -> bool:
    return any(name.casefold() in there for name in names)


@lru_cache(maxsize=1)
def families_here() -> frozenset[str]:
    """Return the families of this computer in lower case, looked for once."""
    return frozenset(installed_families())


def installed_families() -> set[str]:
    """Return the families of all fonts in the usual folders, in lower case.

    Of each file only the table of names is read: on a computer with many fonts that takes a
    second, with fontTools it would be ten.
    """
    families: set[str] = set()
    for file in _font_files():
        try:
            with file.open("rb") as stream:
                families |= {name.casefold() for name in _families_in(stream)}
        except (OSError, struct.error, UnicodeDecodeError):
            continue  # a damaged font is none that PowerPoint could show
    return families


def _families_in(stream: BinaryIO) -> Iterator[str]:
    """Yield the families of a font or a collection of them (OpenType 1.9, `otff` and `name`)."""
    starts = [0]
    if stream.read(4) == b"ttcf":
        _, number = struct.unpack(">II", stream.read(8))
        number = min(number, MOST_FONTS)
        starts = [*struct.unpack(f">{number}I", stream.read(4 * number))]
    for start in starts:
        stream.seek(start)
        _, tables = struct.unpack(">4sH6x", stream.read(12))
        for _ in range(tables):
            tag, offset, length = struct.unpack(">4s4xII", stream.read(16))
            if tag == b"name":
                stream.seek(offset)
                yield from _families_of(stream.read(min(length, 2**20)))
                break


def _families_of(table: bytes) -> Iterator[str]:
    """Yield the families that a table of names has."""
    number, words = struct.unpack_from(">2xHH", table)
    for row in range(number):
        platform, name, length, offset = struct.unpack_from(">H4xHHH", table, 6 + 12 * row)
        if name in (FAMILY, TYPOGRAPHIC_FAMILY):
            found = table[words + offset : words + offset + length]
            yield found.decode("mac-roman" if platform == MACINTOSH else "utf-16-be")


def _font_files() -> Iterator[Path]:
    for folder in _folders():
        for file in folder.rglob("*"):
            if file.suffix.lower() in (".ttf", ".otf", ".ttc"):
                yield file


def _folders() -> list[Path]:
    """Return where fonts are kept: by the platform for all users and for this one, and by Office.

    PowerPoint for Mac brings its own inside the application, and Office on Windows keeps those it
    fetches from the cloud in a folder of the user; neither is known to the system.
    """
    home = Path.home()
    if sys.platform == "win32":
        local = Path(os.environ.get("LOCALAPPDATA", home / "AppData" / "Local"))
        return [Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts",
                local / "Microsoft" / "Windows" / "Fonts",
                local / "Microsoft" / "FontCache" / "4" / "CloudFonts"]  # fmt: skip
    if sys.platform == "darwin":
        app = Path("/Applications/Microsoft PowerPoint.app")
        return [Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library" / "Fonts",
                app / "Contents" / "Resources" / "DFonts"]  # fmt: skip
    return [Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), home / ".fonts",
            home / ".local" / "share" / "fonts"]  # fmt: skip
