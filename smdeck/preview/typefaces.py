"""Typefaces: which fonts stand for those of a theme, and how its colours are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple, Protocol, TypeAlias

from smdeck.fit.families import known_as
from smdeck.fit.metrics import FontStyle
from smdeck.scene import Box, Paint, Role
from smdeck.scene.box import pixels_seen
from smdeck.theme import Theme
from smdeck.theme.color import RGB, hex_digits, painted

AnyColor: TypeAlias = Paint | Role | RGB
"""What a colour can be: one of the theme, what it is for, or one of a company's own table style."""

TWINS = {
    "arial": ("Arial", "Liberation Sans", "Arimo", "Helvetica"),
    "arial narrow": ("Arial Narrow", "Liberation Sans Narrow"),
    "times new roman": ("Times New Roman", "Liberation Serif", "Tinos"),
    "courier new": ("Courier New", "Liberation Mono", "Cousine"),
    "calibri": ("Calibri", "Carlito"),
    "cambria": ("Cambria", "Caladea"),
    "georgia": ("Georgia", "Gelasio"),
}
"""Fonts of the same widths, those that computers without Office have after the first."""

_GENERIC = (
    ("monospace", re.compile("mono|code|courier")),
    ("serif", re.compile("(?<!sans )(?<!sans-)serif|times|georgia|cambria|garamond|baskerville|"
                         "palatino|playfair|lora|merriweather|bitter|crimson|gelasio|spectral|"
                         "slab|fraunces|caslon|bodoni|antiqua|domine|cormorant")),
)  # fmt: skip
"""The CSS kinds of fonts that are not plain, by their names."""


class Pictures(Protocol):
    """How a drawing names the pictures that it shows."""

    def __call__(self, path: Path, needed: tuple[int, int]) -> str:
        """Return the address of a picture, of which so many pixels of the whole can be seen.

        It is "" where the picture can't be shown any more.
        """


class Face(NamedTuple):
    """A font file that a theme brings, and what it is."""

    family: str
    style: FontStyle
    file: Path


class CssColors:
    """The colours of a slide as CSS has them."""

    def __init__(self, theme: Theme, tone: str) -> None:
        self.theme, self.tone = theme, tone

    def paint(self, color: Paint | Role) -> Paint:
        """Return a theme colour for a role in the slide's tone."""
        return color if isinstance(color, Paint) else self.theme.paint(color, self.tone)

    def css(self, color: AnyColor) -> tuple[str, float | None]:
        """Return a colour as `#rrggbb`, and how opaque it is, None for wholly."""
        if isinstance(color, tuple) and not isinstance(color, Paint):
            return f"#{hex_digits(color).lower()}", None
        return _css(self.theme, self.tone, self.paint(color))

    def fill(self, color: AnyColor | None) -> dict[str, str | float | None]:
        """Return the attributes of a fill, or of none."""
        if color is None:
            return {"fill": "none"}
        css, opacity = self.css(color)
        return {"fill": css, "fill_opacity": opacity}

    def stroke(self, color: AnyColor, width: float) -> dict[str, str | float | None]:
        """Return the attributes of a line; its width is in points."""
        css, opacity = self.css(color)
        return {"stroke": css, "stroke_opacity": opacity, "stroke_width": width}


@lru_cache(maxsize=1024)
def _css(theme: Theme, tone: str, paint: Paint) -> tuple[str, float | None]:
    own = theme.slot_color(paint.slot, tone)
    opacity = paint.alpha / 100 if paint.alpha < 100 else None
    return f"#{hex_digits(painted(own, paint._replace(alpha=100), own)).lower()}", opacity


def family_of(theme: Theme, font: str) -> str:
    """Return the family of `heading`, `body` or `code`; another name is one already."""
    named = {"heading": theme.fonts.headings, "body": theme.fonts.body, "code": theme.fonts.code}
    return named.get(font, font)


@lru_cache(maxsize=64)
def css_family(family: str) -> str:
    """Return a CSS list: the font itself, those of the same widths, and one of its kind.

    For a font that nobody measured these are the one that it is measured by.
    """
    like = known_as(family).family
    names = dict.fromkeys((family, *TWINS.get(like.lower(), (like,))))
    kind = next((kind for kind, name in _GENERIC if name.search(like.lower())), "sans-serif")
    return ", ".join([f"'{_name(name)}'" for name in names] + [kind])


def _name(family: str) -> str:
    """Return a family's name without what ends a string in CSS."""
    return "".join(char for char in family if char.isalnum() or char in " -_.")


_MEASURED = re.compile("[\0-\u052f\u1e00-\u23ff\u25a0-\u27bf\ufb00-\ufb06]*")
"""Latin, Greek, Cyrillic and signs: the widths of other letters are assumed, not known."""


def is_exact(theme: Theme, family: str, words: str) -> bool:
    """Return whether words are measured as they are: else they are taken wider than that."""
    known = known_as(family).exact or family in theme.fonts.files
    return known and _MEASURED.fullmatch(words) is not None


def faces(theme: Theme, *, travelling: bool = False) -> Iterator[Face]:
    """Yield the fonts that a theme brings; with `travelling` those that may leave the computer."""
    files = theme.fonts.embedded if travelling else theme.fonts.files
    for family, styles in files.items():
        for style, file in styles.items():
            yield Face(family, style, file)  # type: ignore[arg-type]


def face_css(face: Face, address: str) -> str:
    """Return the `@font-face` rule of a font at an address."""
    weight = "bold" if face.style.startswith("bold") else "normal"
    slant = "italic" if face.style.endswith("italic") else "normal"
    return (
        f"@font-face{{font-family:'{_name(face.family)}';font-weight:{weight};font-style:{slant};"
        f"src:url({address})}}"
    )


def pixels_shown(
    box: Box, crop: tuple[float, float, float, float], theme: Theme
) -> tuple[int, int]:
    """Return how many pixels of a whole picture a screen can show of it in its box."""
    return pixels_seen(box, crop, SCREEN / theme.width)


SCREEN = 1920
"""How many pixels a slide is wide on the screen that pictures are made ready for."""
