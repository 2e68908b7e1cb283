"""Kerning: by how much the font files of a theme move pairs of letters together or apart."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from smdeck.data.pairs import Rows, kerning
from smdeck.fonts.files import font_bytes, opened_font


def kerning_of(file: Path) -> Rows:
    """Return the kerning of a font file; none where it has none, or none that can be read."""
    try:
        stamp = file.stat().st_mtime_ns
    except OSError:
        return {}
    return _kerning(file, stamp)


@lru_cache(maxsize=64)
def _kerning(file: Path, stamp: int) -> Rows:
    try:
        with opened_font(font_bytes(file)) as font:
            return kerning(font)
    except Exception:
        # As with the other tables, there is no list of what fontTools raises. Words can be shown
        # all the same: their letters stand as wide as they are.
        return {}
