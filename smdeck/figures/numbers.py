"""Numbers as people and spreadsheets write them, read as the numbers that they are.

`1.250` is a thousand or little more than one: one number alone does not tell. So numbers are
scanned first, each for what it shows by itself, and then read with the evidence of all that stands
beside them: the marks of other numbers, what separates the cells, the language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple, TypeAlias

DecimalMark: TypeAlias = Literal[",", "."]
"""What stands before the decimals."""

CURRENCIES = {
    "EUR": "€", "USD": "$", "GBP": "£", "JPY": "¥", "INR": "₹", "TRY": "₺", "RUB": "₽", "UAH": "₴",
    "KRW": "₩", "ILS": "₪", "PLN": "zł", "CZK": "Kč", "HUF": "Ft", "Euro": "€", "SFr.": "CHF",
    "Fr.": "CHF", "US$": "$", "zl": "zł",
}  # fmt: skip
"""Currencies by the other ways to write them (ISO 4217 and in words), as they are shown."""

_SPELLED = "CHF SEK NOK DKK ISK RON BGN CAD AUD NZD CNY HKD SGD BRL MXN ZAR AED SAR kr kr. lei"
_KNOWN = {*CURRENCIES, *CURRENCIES.values(), *_SPELLED.split()}
_UNITS = sorted(_KNOWN, key=len, reverse=True)
_UNIT = "|".join(["%", "‰", *map(re.escape, _UNITS)])
_SPACE = r"[ \u00a0\u2007\u2009\u202f]"
_MINUS = r"\-\u2212\u2013\ufe63\uff0d"
_NUMBER = re.compile(
    rf"""(?P<open>\()?{_SPACE}*
    (?P<sign>[+{_MINUS}])?{_SPACE}*
    (?P<before>{_UNIT})?{_SPACE}*
    (?P<inner>[+{_MINUS}])?{_SPACE}*
    (?P<digits>[.,]?[0-9](?:[0-9.,'’]|{_SPACE}(?=[0-9]))*)
    (?P<round>(?<=[.,])[-–—]{{1,2}})?
    (?P<power>[eE][+-]?[0-9]{{1,2}})?{_SPACE}*
    (?P<after>{_UNIT})?{_SPACE}*
    (?P<behind>[{_MINUS}])?{_SPACE}*(?P<close>\))?""",
    re.X,
)
_GROUPS = r"[0-9]{1,3}(?:S[0-9]{3})+"
_INDIAN = re.compile(r"[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}")
"""Lakhs and crores: 12,34,567 (CLDR, `en-IN`)."""

MOST_DIGITS = 15
"""As many digits as a double keeps of a whole number, and a spreadsheet too."""


def is_currency(unit: str) -> bool:
    """Return whether a unit is a currency, which has a place of its own in each language."""
    return unit in _KNOWN


def same_unit(one: str, other: str) -> bool:
    """Return whether two units are the same, however they are written: `€` and `EUR`."""
    return _spelled(one) == _spelled(other)


def _spelled(unit: str) -> str:
    return "%" if unit in ("Prozent", "percent") else CURRENCIES.get(unit, unit)


class Figure(NamedTuple):
    """A number with what its writing says beside its value."""

    value: float
    decimals: int = 0
    """How many decimals are written."""
    unit: str = ""
    """A percent sign or a currency that stands beside it."""
    grouped: bool = False
    """Whether its thousands are set apart."""


class Scanned(NamedTuple):
    """A number before it is certain which of its marks is the decimal one."""

    text: str
    whole: str
    """The digits before the decimals, and their sign."""
    fraction: str
    power: str
    unit: str
    grouped: bool
    mark: DecimalMark | None = None
    """The decimal mark that it shows or, by its thousands, implies."""
    doubtful: DecimalMark | None = None
    """A mark before three last digits, which may set apart decimals or thousands."""

    def figure(self, decimal: DecimalMark | None = None) -> Figure:
        """Return the number, read with a decimal mark; without one a doubtful mark is decimal."""
        whole, fraction, grouped = self.whole, self.fraction, self.grouped
        if self.doubtful and decimal not in (None, self.doubtful):
            whole, fraction, grouped = whole + fraction, "", True
        value = float(f"{whole}.{fraction or 0}{self.power}")
        return Figure(value, _decimals(fraction, self.power), self.unit, grouped)


def _decimals(fraction: str, power: str) -> int:
    """Return how many decimals a number has when its power of ten is written out."""
    return max(0, len(fraction) - int(power[1:] or 0)) if power else len(fraction)


def scan(text: str) -> Scanned | None:
    """Return the number that a text writes, or None where it writes none.

    A currency may stand before or behind it, a percent sign behind it, a minus before or behind
    it, as spreadsheets, banks and merchandise systems write them; (12) is -12.
    """
    found = _NUMBER.fullmatch(text.strip())
    if not found or bool(found["open"]) != bool(found["close"]):
        return None
    signs = [found[name] for name in ("sign", "inner", "behind", "open") if found[name]]
    units = [found[name] for name in ("before", "after") if found[name]]
    if len(signs) > 1 or len(units) > 1:
        return None
    digits = re.sub(_SPACE, " ", found["digits"]).replace("’", "'")
    if found["round"]:  # 12,– and 12.-
        digits = digits[:-1]
    negative = bool(signs) and signs[0] != "+"
    unit = CURRENCIES.get(units[0], units[0]) if units else ""
    return _parted(text, digits, "-" * negative, found["power"] or "", unit)


def _parted(text: str, digits: str, sign: str, power: str, unit: str) -> Scanned | None:
    """Return a number whose digits are parted into whole and fraction; None where it is none."""
    marks = [char for char in digits if char in ",."]
    last: DecimalMark = "," if marks and marks[-1] == "," else "."
    other: DecimalMark = "." if last == "," else ","
    before, _, fraction = digits.rpartition(last) if marks else (digits, "", "")
    mark: DecimalMark | None = last if marks else None
    if marks.count(last) > 1:  # thousands, all of them: 84.482.267
        if len(set(marks)) > 1:
            return None
        before, fraction, mark = digits, "", other
    whole = _ungrouped(before or "0", last if fraction == "" else other)
    if whole is None or len(whole) > MOST_DIGITS:
        return None
    if mark == last and not fraction.isdigit():  # `1.` is the first, and no number
        return None
    doubtful = len(fraction) == 3 and re.fullmatch(r"[1-9][0-9]{0,2}", before) and not power
    grouped = whole != (before or "0")
    number = Scanned(
        text, sign + whole, fraction=fraction, power=power, unit=unit, grouped=grouped, mark=mark
    )
    return number._replace(mark=None, doubtful=last) if doubtful else number


def _ungrouped(digits: str, mark: str | None = None) -> str | None:
    """Return digits without what sets thousands apart: a space, an apostrophe or a `mark`.

    None where they are not in groups of three: `12 34 5` is no number.
    """
    if digits.isdigit():
        return digits
    for separator in (" ", "'", *([mark] if mark else [])):
        if re.fullmatch(_GROUPS.replace("S", re.escape(separator)), digits):
            return digits.replace(separator, "")
    return digits.replace(",", "") if mark == "," and _INDIAN.fullmatch(digits) else None


class Evidence(NamedTuple):
    """What tells how the numbers of one source are written."""

    said: DecimalMark | None = None
    """What the author says, as `decimal: ","`."""
    hints: tuple[DecimalMark | None, ...] = ()
    """What the separator of cells, the syntax and the language suggest; they count together, where
    no number of the source shows its decimal mark."""


class Unread(NamedTuple):
    """Why a column of texts is no column of numbers."""

    row: int
    """The row of the text that is none, or in doubt, from 0."""
    readings: tuple[float, float] | None = None
    """The two numbers that it may be; None where it is no number at all."""


def read_columns(
    columns: Sequence[Sequence[str]], evidence: Evidence
) -> list[list[Figure | None] | Unread]:
    """Return the numbers of columns of texts, or for a column why it holds none.

    Empty texts are gaps, None. All columns that hold numbers only are evidence for each other.
    """
    scanned = [_scanned(column) for column in columns]
    good = [numbers for numbers in scanned if not isinstance(numbers, Unread)]
    everywhere = _marks(number for numbers in good for number in numbers)
    return [
        numbers if isinstance(numbers, Unread) else _read(numbers, everywhere, evidence)
        for numbers in scanned
    ]


def _scanned(texts: Sequence[str]) -> list[Scanned | None] | Unread:
    """Return the numbers that texts write, None for what is empty; which text writes none."""
    numbers: list[Scanned | None] = []
    for row, text in enumerate(texts):
        number = scan(text) if text.strip() else None
        if number is None and text.strip():
            return Unread(row)
        numbers.append(number)
    return numbers


def _marks(numbers: Iterable[Scanned | None]) -> set[DecimalMark]:
    return {number.mark for number in numbers if number and number.mark}


def _read(
    numbers: list[Scanned | None], everywhere: set[DecimalMark], evidence: Evidence
) -> list[Figure | None] | Unread:
    """Return the figures of a column, read with the strongest evidence that there is."""
    hints = {hint for hint in evidence.hints if hint}
    decimal = evidence.said
    for marks in (_marks(numbers), everywhere, hints):
        if decimal is None and marks:
            decimal = next(iter(marks)) if len(marks) == 1 else None
            break
    for row, number in enumerate(numbers):
        if number is None:
            continue
        if evidence.said and number.mark not in (None, evidence.said):
            return Unread(row)
        if number.doubtful and decimal is None:
            other: DecimalMark = "." if number.doubtful == "," else ","
            return Unread(row, (number.figure().value, number.figure(other).value))
    return [number and number.figure(decimal) for number in numbers]


class Manner(NamedTuple):
    """How the numbers of a source are written: what others that stand beside them are read by."""

    columns: Sequence[Sequence[str]]
    """The texts of its columns."""
    evidence: Evidence

    def read(self, texts: Sequence[str]) -> list[Figure | None] | Unread:
        """Return numbers that stand beside those of the source.

        What is said of the source settles those in doubt; others are what they show to be.
        """
        said = self.evidence.said
        if said is None:
            return read_columns([texts, *self.columns], self.evidence)[0]
        scanned = _scanned(texts)
        if isinstance(scanned, Unread):
            return scanned
        return [number and number.figure(said) for number in scanned]


def mixed_units(figures: Iterable[Figure | None]) -> tuple[str, str] | None:
    """Return two units that stand side by side in a column, "" for none, or None where one does."""
    units = list(dict.fromkeys(figure.unit for figure in figures if figure and figure.value))
    return (units[0], units[1]) if len(units) > 1 else None
