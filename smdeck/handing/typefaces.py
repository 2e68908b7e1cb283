"""Typefaces: which font of this computer stands for one of a theme on pages that Typst sets."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from smdeck.preview.typefaces import css_family, faces
from smdeck.theme import Theme

LAST = {
    "serif": ("Liberation Serif", "Tinos", "Times New Roman", "DejaVu Serif", "Noto Serif",
              "Libertinus Serif"),
    "monospace": ("Liberation Mono", "Cousine", "Courier New", "DejaVu Sans Mono"),
    "sans-serif": ("Liberation Sans", "Arimo", "Arial", "Helvetica", "DejaVu Sans", "Noto Sans",
                   "Libertinus Serif"),
}  # fmt: skip
"""What stands for a font of a kind where neither it nor one of its widths is there. The last of
each travels with Typst, so that there always is one."""

WEIGHTS = {
    "thin": 100, "extralight": 200, "light": 300, "medium": 500, "semibold": 600, "demibold": 600,
    "extrabold": 800, "black": 900, "heavy": 900,
}  # fmt: skip
"""Weights that families are named for, which Typst takes as weights of one family."""

_NAMED = re.compile(r"(?i)(.+?)[ -](extra ?light|semi ?bold|demi ?bold|extra ?bold|thin|light"
                    r"|medium|black|heavy|narrow|condensed)")  # fmt: skip

NARROW = 75
"""The width of narrow and condensed fonts, in percent, as Typst knows them (OpenType, `OS/2`)."""


class TypstFont(NamedTuple):
    """A family as Typst knows it."""

    family: str
    weight: int | None = None
    """Its own weight where it is named for one."""
    stretch: int = 100


class Typefaces:
    """The fonts of this computer and those of a theme."""

    def __init__(self, theme: Theme) -> None:
        import typst

        folders = sorted({face.file.parent for face in faces(theme)})
        self.fonts = typst.Fonts(font_paths=folders)
        fonts = self.fonts.fonts()
        self.there = {font.family.casefold(): font.family for font in fonts}
        self.narrow = {f.family.casefold() for f in fonts if f.stretch and f.stretch < 0.9}

    def of(self, family: str) -> TypstFont:
        """Return what a family is set in: itself, one of its widths, or one of its kind."""
        return _found(self, family)

    def look_up(self, name: str) -> TypstFont | None:
        """Return a font by its name, if it is there."""
        if name.casefold() in self.there:
            return TypstFont(self.there[name.casefold()])
        named = _NAMED.fullmatch(name)
        if not named or named[1].casefold() not in self.there:
            return None
        plain, kind = named[1].casefold(), re.sub(" ", "", named[2].lower())
        if kind in ("narrow", "condensed"):
            wide = plain not in self.narrow
            return None if wide else TypstFont(self.there[plain], stretch=NARROW)
        return TypstFont(self.there[plain], WEIGHTS[kind])


@lru_cache(maxsize=256)
def _found(fonts: Typefaces, family: str) -> TypstFont:
    *names, kind = css_family(family).split(", ")
    for name in (family, *(name.strip("'") for name in names), *LAST[kind]):
        face = fonts.look_up(name)
        if face:
            return face
    return TypstFont(LAST["serif"][-1])
