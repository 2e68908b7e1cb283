"""Dates as people and spreadsheets write them, read as the days that they are."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

_FORMS = {
    "ymd": re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ]00:00(?::00)?)?"),
    "dmy": re.compile(r"(\d{1,2})\. ?(\d{1,2})\. ?(\d{4}|\d\d)"),
}
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
"""The one form that does not say whether the day or the month comes first."""

_CENTURY = 2000
"""To which a year of two digits belongs, up to 29; those from 30 on are of the century before, as
spreadsheets have it."""


FIRST_YEAR = 1900
"""Before that year spreadsheets and the axes of charts have no dates."""


def read_dates(
    texts: Sequence[str], month_first: bool | None = False
) -> list[datetime.date] | None:
    """Return the days that texts write, all in one form, or None where one is no date.

    `2026-12-03`, `3.12.2026` and `03.12.26` are dates; of `3/12/2026` the others tell whether it
    begins with the month, or else `month_first`, the custom of a language; None is for a language
    that writes no such dates, where those that may be either stay texts.
    """
    if not texts:
        return None
    for order, form in _FORMS.items():
        found = [form.fullmatch(text.strip()) for text in texts]
        if all(found):
            return _days([one.groups() for one in found if one], order)
    found = [_SLASHED.fullmatch(text.strip()) for text in texts]
    if not all(found):
        return None
    parts = [one.groups() for one in found if one]
    if any(int(first) > 12 for first, *_ in parts):
        month_first = False
    elif any(int(second) > 12 for _, second, _ in parts):
        month_first = True
    elif month_first is None:
        return None
    return _days(parts, "mdy" if month_first else "dmy")


def _days(parts: list[tuple[str, ...]], order: str) -> list[datetime.date] | None:
    try:
        return [_day(dict(zip(order, map(int, one), strict=True))) for one in parts]
    except ValueError:  # as 30 February, or a day of 1848
        return None


def _day(fields: dict[str, int]) -> datetime.date:
    year = fields["y"]
    if year < 100:
        year += _CENTURY if year < 30 else _CENTURY - 100
    if year < FIRST_YEAR:
        raise ValueError("no date for a chart")
    return datetime.date(year, fields["m"], fields["d"])
