"""Dates of workbooks: days since 1900 or 1904 that only a number format makes a date."""

from __future__ import annotations

import datetime
import re
from functools import lru_cache
from typing import Literal

from smdeck.figures.dates import FIRST_YEAR

BUILT_IN = {
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "dd/mm/yyyy",
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "dd/mm/yyyy h:mm",
    37: "#,##0 ;(#,##0)",
    38: "#,##0 ;(#,##0)",
    39: "#,##0.00;(#,##0.00)",
    40: "#,##0.00;(#,##0.00)",
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mm:ss.0",
    48: "##0.0E+0",
    49: "@",
    **dict.fromkeys((5, 6, 41, 42), "#,##0"),
    **dict.fromkeys((7, 8, 43, 44), "#,##0.00"),
    **dict.fromkeys((*range(27, 32), 36, *range(50, 55), 57, 58), "yyyy/m/d"),
    **dict.fromkeys((32, 33, 34, 35, 55, 56), "h:mm:ss"),
}
"""The codes of formats that a workbook names by number alone (ECMA-376 Part 1, 18.8.30).

14 and 22 follow the settings of the computer, here the day comes first. So do 5 to 8 and 41 to
44, whose currency is not said unless the workbook has a code of its own for them. 27 to 36 and
50 to 58 are dates and times of East Asian versions.
"""

Kind = Literal["number", "date", "moment", "time", "duration"]

LAST = 2_958_466
"""The first day that Excel can't show: 10000-01-01."""


@lru_cache(maxsize=512)
def format_kind(code: str) -> Kind:
    """Return what a number is that is shown by a format code; a moment has date and time."""
    first = re.sub(r'"[^"]*"|\\.|_.|\*.', "", code).split(";")[0]
    if re.search(r"\[(h+|m+|s+)\]", first, re.I):
        return "duration"
    letters = re.sub(r"\[[^\]]*\]|general|standard", "", first, flags=re.I).lower()
    clock = bool(re.search(r"[hs]|am/pm|a/p", letters))
    letters = re.sub(r"am/pm|a/p", "", letters)
    # between hours and seconds m is minutes, elsewhere months (18.8.31)
    months = bool(re.search(r"m", re.sub(r"(h+[^a-z]*)m+|m+([^a-z]*s)", r"\1\2", letters)))
    if months or re.search(r"[dy]", letters):
        return "moment" if clock else "date"
    return "time" if clock else "number"


Moment = datetime.datetime | datetime.date | datetime.time | datetime.timedelta


def from_serial(days: float, kind: Kind, *, since_1904: bool = False) -> Moment | None:
    """Return what stands for so many days, to the millisecond; None where Excel has no date.

    A date with a time of the day is a datetime, whether its format shows the time or not.
    """
    if kind == "duration":
        return (
            datetime.timedelta(milliseconds=round(days * 86_400_000)) if abs(days) < LAST else None
        )
    if not 0 <= days < LAST:
        return None
    if kind == "time":
        milliseconds = round(days % 1 * 86_400_000) % 86_400_000
        return (datetime.datetime.min + datetime.timedelta(milliseconds=milliseconds)).time()
    first = _day_zero(days, since_1904)
    if first is None:
        return None
    try:
        moment = first + datetime.timedelta(milliseconds=round(days * 86_400_000))
    except OverflowError:
        return None
    return moment if kind == "moment" or moment.time() != datetime.time() else moment.date()


def _day_zero(days: float, since_1904: bool) -> datetime.datetime | None:
    """Return the day that is counted from; in 1900 Excel has a 29 February that never was."""
    if since_1904:
        return datetime.datetime(1904, 1, 1)
    if days < 1 or 60 <= days < 61:
        return None
    return datetime.datetime(1899, 12, 31) if days < 60 else datetime.datetime(1899, 12, 30)


def from_iso(text: str) -> Moment | None:
    """Return the date of a cell that holds it as ISO 8601 (18.18.11, type `d`), from 1900 on."""
    try:
        return datetime.time.fromisoformat(text)
    except ValueError:
        pass
    try:
        moment = datetime.datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        return None
    if moment.year < FIRST_YEAR:
        return None
    return moment.date() if len(text) <= len("2026-12-03") else moment
