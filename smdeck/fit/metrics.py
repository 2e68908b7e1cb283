"""Metrics: the advance widths of a font, from the data that ships or from a TTF file."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal

from smdeck.data.pairs import Rows
from smdeck.fit.families import kerning_file, known_as, widths_file

FontStyle = Literal["regular", "bold", "italic", "bold-italic"]

UNKNOWN_CHARACTER = 1.0
"""The width taken for a character that the data lacks, in em: that of an ideograph or emoji."""

UNKNOWN_LETTER, UNKNOWN_RTL_LETTER = 0.64, {"R": 0.62, "AL": 0.56}
"""The widths taken for letters that the data lacks, in em: Thai, Indic and others; Hebrew, Arabic
by their direction (UAX #9). They lie above the mean of the fonts that PowerPoint takes for them
(Leelawadee UI, Nirmala UI, Arial), below their widest."""

VARYING, AS_MUCH = "%€/-", 1.4
"""Signs whose widths differ between fonts whose letters are alike, and how much wider than those of
the font that is known they are taken."""

SYNTHETIC_BOLD = 1.06
"""How much wider the bold of a font is taken to be that has none: programs thicken its letters."""


class Metrics(dict[str, float]):
    """The widths of one font in one style in em, by character."""

    def __init__(
        self, widths: Mapping[str, float], rows: Callable[[], Rows] = dict, size: float = 1.0
    ) -> None:
        own = widths if size == 1 else {char: size * width for char, width in widths.items()}
        super().__init__(own)
        self.words: dict[str, Any] = {}
        """The words that were measured: talks repeat theirs."""
        self.rows, self._size = rows, size
        """Gives the kerning, which only what is drawn asks for, and how large it is here."""

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

    def kerning(self, text: str) -> list[float]:
        """Return what kerning adds behind each character of a text in em, 0 behind the last."""
        rows = self.rows()
        if not text or not rows:
            return [0.0] * len(text)
        none: dict[str, float] = {}
        size = self._size
        return [*(size * rows.get(a, none).get(b, 0.0) for a, b in pairwise(text)), 0.0]


@lru_cache(maxsize=64)
def metrics(family: str, style: FontStyle, file: Path | None = None) -> Metrics:
    """Return the metrics of a font; `file` is its TTF where the theme brings one.

    A family that is neither known nor brought is measured as the nearest one that is.
    """
    if file is not None:
        from smdeck.fonts.files import read_font
        from smdeck.fonts.kerning import kerning_of

        return Metrics(read_font(file).widths, lambda: kerning_of(file))
    known = known_as(family)
    bold = known.heavy or style.startswith("bold")
    shipped = _shipped(known.family, bold, style.endswith("italic"))
    factor = known.bold if bold else known.regular
    if known.exact:
        return Metrics(shipped, lambda: _kerning(known.family, bold, style.endswith("italic")))
    wider = {char: factor * width for char, width in shipped.items()}
    return Metrics(wider | {char: AS_MUCH * wider[char] for char in VARYING})


def measured_with(family: str) -> str:
    """Return whose widths a family is measured with, for people."""
    known = known_as(family)
    record = _record(known.family)
    widths = f"the widths of {record['twin']}"
    if known.exact:
        return f"measured with {widths}"
    like = record["family"]
    return (
        f"taken to be {known.regular:.2f} times as wide as {like}, bold {known.bold:.2f} times; "
        "its TTF files under `typography.fonts` are measured"
    )


@lru_cache(maxsize=8)
def _record(family: str) -> dict[str, Any]:
    record: dict[str, Any] = json.loads(widths_file(family).read_text("utf-8"))
    return record


def _shipped(family: str, bold: bool, italic: bool) -> dict[str, float]:
    """Return the widths of a style in em by character; a style that lacks is as the upright one."""
    styles: dict[str, list[tuple[int, list[float]]]] = _record(family)["styles"]
    names = ("bold-italic", "bold") if bold else ("italic", "regular")
    runs = next((styles[name] for name in names[not italic :] if name in styles), None)
    wider = SYNTHETIC_BOLD if runs is None else 1.0
    characters = {
        chr(first + offset): wider * width / 1000
        for first, widths in runs or styles["regular"]
        for offset, width in enumerate(widths)
    }
    # These are shown only where a line breaks, or never.
    return characters | {"\u00ad": 0.0, "\u200b": 0.0, "\u2060": 0.0}


@lru_cache(maxsize=16)
def _kerning(family: str, bold: bool, italic: bool) -> Rows:
    """Return the kerning of a style; none for a family whose kerning does not ship."""
    file = kerning_file(family)
    if not file.is_file():
        return {}
    styles: dict[str, dict[str, dict[str, str]]] = json.loads(file.read_text("utf-8"))
    name = "-".join(["bold"] * bold + ["italic"] * italic) or "regular"
    rows: Rows = {}
    for firsts, row in styles[name].items():
        spread = {second: int(em) / 1000 for em, seconds in row.items() for second in seconds}
        rows |= dict.fromkeys(firsts, spread)
    return rows
