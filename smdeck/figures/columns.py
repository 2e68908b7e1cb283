"""Columns of figures: the values of cells, and how all of a column are shown alike."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import NamedTuple

from smdeck.figures.cells import Cell
from smdeck.figures.codes import GENERAL, code_for, digits_of, localized, sections
from smdeck.figures.numbers import (
    Evidence,
    Figure,
    Unread,
    is_currency,
    mixed_units,
    read_columns,
)
from smdeck.figures.showing import general_decimals, serial

MOST_DECIMALS = 10
"""The most decimals that somebody types; what has more was written by a program."""


class NumberStyle(NamedTuple):
    """How the numbers of a column are shown, in whatever language."""

    decimals: int = 0
    unit: str = ""
    share: bool = False
    """Whether they are kept as shares of one, and shown as percentages."""
    code: str | None = None
    """A number format that says more than the fields above."""
    grouped: bool = True
    """Whether thousands are set apart."""

    @property
    def sign(self) -> str:
        """What tells its numbers from others: the unit, or a percent sign."""
        return "%" if self.share else self.unit

    def code_in(self, lang: str) -> str:
        """Return the number format for a language."""
        if self.code is not None:
            return localized(self.code, lang)
        return code_for(self.decimals, self.unit, lang, grouped=self.grouped, share=self.share)

    def asked(
        self, decimals: int | None = None, unit: str | None = None, format: str | None = None
    ) -> NumberStyle:
        """Return the style with what an author asks for in place of its own."""
        if format is not None:
            return self._replace(code=None if format == GENERAL else format)
        style = self
        if decimals is not None:
            style = style._replace(decimals=decimals, code=None)
        if unit is not None and not (style.share and unit == "%"):
            style = style._replace(unit=unit, share=False, code=None)
        return style


class Column(NamedTuple):
    """A column of figures."""

    values: list[float | None]
    """None is a gap; dates and durations are days, percentages of a workbook shares of one."""
    style: NumberStyle
    rounded: int | None = None
    """The first row whose number has more decimals than the style shows."""
    units: tuple[str, str] | None = None
    """Two units that stand side by side in it, "" for none."""
    figures: Sequence[Figure | None] = ()
    """What its texts write; None for what is no text."""


def read_cells(columns: Sequence[Sequence[Cell]], evidence: Evidence) -> list[Column | Unread]:
    """Return the columns of figures that cells hold, or for a column why it is none."""
    texts = [[cell.text if cell.value is None else "" for cell in column] for column in columns]
    return [
        read if isinstance(read, Unread) else _column(cells, read)
        for cells, read in zip(columns, read_columns(texts, evidence), strict=True)
    ]


def style_of(code: str) -> NumberStyle | None:
    """Return the style that a number format stands for; None for `General`, which has none."""
    first, *others = sections(code)
    kinds = {token.kind for token in first.tokens}
    if kinds == {"general"} and not others:
        return None
    digits = digits_of(first)
    signs = {token.text for token in first.tokens if token.kind == "sign"}
    words = "".join(token.text for token in first.tokens if token.kind in ("text", "other"))
    unit = words.strip(" \u00a0")
    plain = not others and kinds <= {"digit", "sign", "text", "other"} and not digits.thousands
    if plain and signs <= {".", ",", "%"} and digits.last >= 0:
        if "%" in signs and not unit:
            return NumberStyle(digits.decimals, share=True, grouped=digits.grouped)
        if "%" not in signs and (not unit or is_currency(unit)):
            return NumberStyle(digits.decimals, unit, grouped=digits.grouped)
    return NumberStyle(digits.decimals, unit, "%" in signs, code)


def _column(cells: Sequence[Cell], read: list[Figure | None]) -> Column | Unread:
    values: list[float | None] = []
    for row, (cell, figure) in enumerate(zip(cells, read, strict=True)):
        if isinstance(cell.value, bool | datetime.date):
            return Unread(row)
        values.append(
            figure.value if figure else None if cell.value is None else serial(cell.value)
        )
    own = [style_of(cell.format) if cell.value is not None else None for cell in cells]
    needed = [
        (0, True) if style else _needed(value, figure)
        for style, value, figure in zip(own, values, read, strict=True)
    ]
    decimals = max((number for number, _ in needed), default=0)
    rounded = next((row for row, (_, exact) in enumerate(needed) if not exact), None)
    styles = [style for style in own if style]
    if not styles:
        unit = next((figure.unit for figure in read if figure and figure.unit), "")
        return Column(values, NumberStyle(decimals, unit), rounded, mixed_units(read), read)
    # Formats differ where somebody forgot one: what shows most is nearest to all.
    most = max(styles, key=lambda style: style.decimals)
    if most.decimals < decimals:
        most = most._replace(decimals=decimals, code=None)
    units = dict.fromkeys(
        style.sign if style else "" for style, value in zip(own, values, strict=True) if value
    )
    two = tuple(units)[:2] if len(units) > 1 else None
    return Column(values, most, rounded, two, read)  # type: ignore[arg-type]


def _needed(value: float | None, figure: Figure | None) -> tuple[int, bool]:
    """Return how many decimals a number asks for, and whether it has no more than these."""
    if value is None:
        return 0, True
    decimals, exact = general_decimals(value)
    if figure and exact and figure.decimals <= MOST_DECIMALS:
        return max(decimals, figure.decimals), True
    return decimals, exact
