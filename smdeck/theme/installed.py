"""Installed fonts: which families this computer has, read from its font folders."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

FAMILY, TYPOGRAPHIC_FAMILY = 1, 16
"""Ids of the names that a font goes by (OpenType 1.9, `name`)."""


def installed_families() -> set[str]:
    """Return the families of all fonts in the usual folders, in lower case.

    Every font file is opened: on a computer with many fonts that takes seconds.
    """
    from fontTools.ttLib import TTCollection, TTFont, TTLibError

    families: set[str] = set()
    for file in _font_files():
        try:
            with file.open("rb") as stream:
                collection = file.suffix.lower() == ".ttc"
                opened = TTCollection(stream, lazy=True) if collection else None
                for font in opened.fonts if opened else [TTFont(stream, lazy=True)]:
                    names = font["name"]
                    found = (names.getDebugName(id) for id in (FAMILY, TYPOGRAPHIC_FAMILY))
                    families |= {name.casefold() for name in found if name}
        except (OSError, TTLibError, KeyError, AssertionError):
            continue  # a damaged font is none that PowerPoint could show
    return families


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
