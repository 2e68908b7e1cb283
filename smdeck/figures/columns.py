"""Columns of figures: the values of cells, and how all of a column are shown alike."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from smdeck.figures.cells import Cell
from smdeck.figures.codes import (
    GENERAL,
    NBSP,
    FormatSection,
    code_for,
    digits_of,
    is_dated,
    localized,
    percent_as_word,
    sections,
    unit_in,
    with_decimals,
    with_unit,
)
from smdeck.figures.numbers import (
    Evidence,
    Figure,
    Unread,
    is_currency,
    mixed_units,
    read_columns,
    same_unit,
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

    @property
    def dated(self) -> bool:
        """Whether it shows times or durations."""
        return self.code is not None and is_dated(self.code)

    @property
    def scale(self) -> str:
        """What its numbers are shown as, where that is not the number itself, or ""."""
        if self.share or self.dated:
            return "%" if self.share else "h:mm"
        thousands = digits_of(sections(self.code)[0]).thousands if self.code else 0
        return f"× {1000**thousands}" if thousands else ""

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
            if self.unit == "%":  # the numbers are percentages, and not to be multiplied
                format = percent_as_word(format)
            return self._replace(code=None if format == GENERAL else format)
        style = self if decimals is None else self._with_decimals(decimals)
        if unit is None or (same_unit(style.sign, unit) and (style.share or style.code)):
            return style
        code = style.code and with_unit(style.code, unit)
        return style._replace(unit=unit, share=False, code=code)

    def at_least(self, decimals: int) -> NumberStyle:
        """Return the style with no fewer decimals than these."""
        return self._with_decimals(decimals) if decimals > self.decimals else self

    def _with_decimals(self, decimals: int) -> NumberStyle:
        code = self.code and with_decimals(self.code, decimals)
        return self._replace(decimals=decimals, code=code)


class FigureColumn(NamedTuple):
    """A column of figures."""

    values: list[float | None]
    """None is a gap; dates and durations are days, percentages of a workbook shares of one."""
    style: NumberStyle
    rounded: int | None = None
    """The first row whose number has more decimals than the style shows."""
    units: tuple[str, str] | None = None
    """Two units that stand side by side in it, "" for none."""
    incomparable: bool = False
    """Whether no one format shows all its numbers, as a share beside a number."""
    figures: Sequence[Figure | None] = ()
    """What its texts write; None for what is no text."""


def read_cells(
    columns: Sequence[Sequence[Cell]], evidence: Evidence
) -> list[FigureColumn | Unread]:
    """Return the columns of figures that cells hold, or for a column why it is none."""
    texts = [[cell.text if cell.value is None else "" for cell in column] for column in columns]
    return [
        read if isinstance(read, Unread) else _column(cells, read)
        for cells, read in zip(columns, read_columns(texts, evidence), strict=True)
    ]


def style_of_format(code: str) -> NumberStyle | None:
    """Return the style that a number format stands for; None for `General`, which has none."""
    first, *others = sections(code)
    kinds = {token.kind for token in first.tokens}
    if kinds == {"general"} and not others:
        return None
    digits, unit = digits_of(first), unit_in(first)
    signs = {token.text for token in first.tokens if token.kind == "sign"}
    words = _words(first)
    plain = not others and kinds <= {"digit", "sign", "text", "other"} and not digits.thousands
    if plain and signs <= {".", ",", "%"} and digits.last >= 0 and len(words) < 2:
        if "%" in signs and not words:
            return NumberStyle(digits.decimals, share=True, grouped=digits.grouped)
        if "%" not in signs and (not words or is_currency(unit)):
            return NumberStyle(digits.decimals, unit, grouped=digits.grouped)
    return NumberStyle(digits.decimals, unit, "%" in signs, code)


def _words(section: FormatSection) -> list[str]:
    """Return the words before, between and behind the digits of a section."""
    pieces = [
        token.text if token.kind in ("text", "other") else "\n" * (token.kind == "digit")
        for token in section.tokens
    ]
    words = re.split("\n+", "".join(pieces).replace(NBSP, " "))
    ends = [words[0].strip(" "), words[-1].strip(" ")]
    return [word for word in (*ends, *words[1:-1]) if word]


def _column(cells: Sequence[Cell], read: list[Figure | None]) -> FigureColumn | Unread:
    for row, cell in enumerate(cells):
        if isinstance(cell.value, bool | datetime.date):
            return Unread(row)
    own = [style_of_format(cell.format) if cell.value is not None else None for cell in cells]
    styles = [style for style in own if style]
    share = any(style.share for style in styles)
    values = [_value(cell, figure, share=share) for cell, figure in zip(cells, read, strict=True)]
    needed = [
        (0, True) if style else _needed(figure.value if figure else value, figure)
        for style, value, figure in zip(own, values, read, strict=True)
    ]
    decimals = max((number for number, _ in needed), default=0)
    rounded = next((row for row, (_, exact) in enumerate(needed) if not exact), None)
    if not styles:
        unit = next((figure.unit for figure in read if figure and figure.unit), "")
        two = mixed_units(read)
        return FigureColumn(values, NumberStyle(decimals, unit), rounded, two, figures=read)
    # Formats differ where somebody forgot one: what shows most is nearest to all.
    most = max(styles, key=lambda style: style.decimals).at_least(decimals)
    two, incomparable = _side_by_side(own, values, read, share=share)
    return FigureColumn(
        values, most, rounded=rounded, units=two, incomparable=incomparable, figures=read
    )


def _value(cell: Cell, figure: Figure | None, *, share: bool) -> float | None:
    """Return the number of a cell; a text `12,5 %` among shares of one is such a share."""
    if figure:
        exact = Decimal(repr(figure.value))
        return float(exact / 100) if share and figure.unit == "%" else figure.value
    return None if cell.value is None else serial(cell.value)


def _side_by_side(
    own: list[NumberStyle | None],
    values: list[float | None],
    read: list[Figure | None],
    *,
    share: bool,
) -> tuple[tuple[str, str] | None, bool]:
    """Return two units of a column, if there are two, and whether its numbers can't be compared.

    0 is 0 in any unit.
    """
    scales: dict[str, None] = {}
    units: dict[str, None] = {}
    for style, value, figure in zip(own, values, read, strict=True):
        if not value:
            continue
        unit = style.sign if style else figure.unit if figure else ""
        scale = style.scale if style else "%" if share and unit == "%" else ""
        scales.setdefault(scale)
        units.setdefault(f"{unit} {scale}".strip() if scale.startswith("×") else unit or scale)
    first, second, *_ = [*units, "", ""]
    return ((first, second) if len(units) > 1 else None), len(scales) > 1


def typed_decimals(figure: Figure) -> tuple[int, bool]:
    """Return how many decimals a typed number is shown with, and whether it has no more."""
    return _needed(figure.value, figure)


def _needed(value: float | None, figure: Figure | None) -> tuple[int, bool]:
    """Return how many decimals a number asks for, and whether it has no more than these."""
    if value is None:
        return 0, True
    decimals, exact = general_decimals(value)
    if figure and (
        figure.decimals <= _TYPED_DECIMALS or (exact and figure.decimals <= MOST_DECIMALS)
    ):
        return max(decimals if exact else 0, figure.decimals), True
    return decimals, exact


_TYPED_DECIMALS = 6
"""So few decimals are typed, however many digits stand before them: 12.345.678,891."""
