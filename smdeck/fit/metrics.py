"""Metrics: the advance widths of a font, from the data that ships or from a TTF file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

FontStyle = Literal["regular", "bold", "italic", "bold-italic"]

DATA = Path(__file__).resolve().parent.parent / "data" / "metrics"

UNKNOWN_CHARACTER = 1.0
"""The width taken for a character that the data lacks, in em: that of an ideograph or emoji."""

UNKNOWN_LETTER, UNKNOWN_RTL_LETTER = 0.64, {"R": 0.62, "AL": 0.56}
"""The widths taken for letters that the data lacks, in em: Thai, Indic and others; Hebrew, Arabic
by their direction (UAX #9). They lie above the mean of the fonts that PowerPoint takes for them
(Leelawadee UI, Nirmala UI, Arial), below their widest."""

NEAREST = DATA / "nearest.json"
"""Well-known web fonts: the nearest of the fonts that ship, and how much wider regular and bold
words are (`python -m smdeck.fit.make_nearest` measures them)."""

UNKNOWN_FONT = 1.25
"""How much wider than its like a font is taken to be that nothing is known of. Of 30 well-known web
fonts taken so, the widest has one word in a hundred that is wider; most are narrower."""

VARYING, AS_MUCH = "%€/-", 1.4
"""Signs whose widths differ between fonts whose letters are alike, and how much wider than those of
the font that is known they are taken."""

_KINDS = (
    (("mono", "code", "courier"), "Courier New"),
    (("condensed", "narrow"), "Arial Narrow"),
    (("serif", "slab", "garamond", "times", "antiqua", "baskerville", "bodoni"), "Georgia"),
)
"""What the name of a font tells of it; `sans` in it outweighs `serif`."""


class Metrics(dict[str, float]):
    """The widths of one font in one style in em, by character."""

    def __init__(self, widths: Mapping[str, float]) -> None:
        super().__init__(widths)
        self.words: dict[str, Any] = {}
        """The words that were measured: talks repeat theirs."""

    def __missing__(self, character: str) -> float:
        """Return the width taken for a character that the font lacks."""
        width = self[character] = self._assumed(character)
        return width

    def _assumed(self, character: str) -> float:
        """Return what a character is like: no width, a space, a letter with an accent, an em."""
        from unicodedata import bidirectional, category, east_asian_width, normalize

        kind = category(character)
        if kind in ("Mn", "Me", "Cf"):  # marks above and below, joiners, signs of direction
            return 0.0
        if kind == "Zs" and east_asian_width(character) != "F":
            return self.get(" ", 0.25)
        if kind == "Nd":
            return self.get("0", 0.56)
        base = normalize("NFD", character)[0]
        if base != character and base in self:
            return self[base]
        if kind[0] != "L" or east_asian_width(character) in "WF":
            return UNKNOWN_CHARACTER
        return UNKNOWN_RTL_LETTER.get(bidirectional(character), UNKNOWN_LETTER)

    def width(self, text: str) -> float:
        """Return the summed advance widths of a text in em, without kerning."""
        return sum(map(self.__getitem__, text))


def known_font(family: str) -> bool:
    """Return whether the metrics of a font family ship with smdeck."""
    return family != "nearest" and _file(family).is_file()


@lru_cache(maxsize=64)
def metrics(family: str, style: FontStyle, file: Path | None = None) -> Metrics:
    """Return the metrics of a font; `file` is its TTF where the theme brings one.

    A family that is neither known nor brought is measured as the nearest one that is.
    """
    if file is not None:
        from smdeck.fonts.files import read_font

        return Metrics(read_font(file).widths)
    if known_font(family):
        return Metrics(_shipped(family, style))
    like, regular, bold = nearest(family)
    wider = bold if style.startswith("bold") else regular
    known = {char: wider * width for char, width in _shipped(like, style).items()}
    return Metrics(known | {char: AS_MUCH * known[char] for char in VARYING})


def nearest(family: str) -> tuple[str, float, float]:
    """Return the known font nearest to a family, and how much wider its regular and bold are."""
    row = _nearest().get(family.casefold())
    if row:
        return row
    name = family.casefold()
    for parts, like in _KINDS if "sans" not in name else _KINDS[:2]:
        if any(part in name for part in parts):
            return like, UNKNOWN_FONT, UNKNOWN_FONT
    return "Arial", UNKNOWN_FONT, UNKNOWN_FONT


@lru_cache(maxsize=1)
def _nearest() -> dict[str, tuple[str, float, float]]:
    if not NEAREST.is_file():
        return {}
    rows = json.loads(NEAREST.read_text("utf-8"))
    return {family.casefold(): tuple(row) for family, row in rows.items()}


def _file(family: str) -> Path:
    return DATA / f"{family.lower().replace(' ', '-')}.json"


@lru_cache(maxsize=8)
def _runs(family: str) -> dict[str, list[tuple[int, list[float]]]]:
    styles: dict[str, list[tuple[int, list[float]]]]
    styles = json.loads(_file(family).read_text("utf-8"))["styles"]
    return styles


def _shipped(family: str, style: FontStyle) -> dict[str, float]:
    """Return the widths of a style in em by character."""
    characters = {
        chr(first + offset): width / 1000
        for first, widths in _runs(family)[style]
        for offset, width in enumerate(widths)
    }
    # These are shown only where a line breaks, or never.
    return characters | {"\u00ad": 0.0, "\u200b": 0.0, "\u2060": 0.0}
