"""Dates: whether a calendar has them, and how a language writes them."""

from __future__ import annotations

import calendar
import datetime
import re

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")
_IN_WORDS = re.compile(r"(\d{1,2})\.? ([^\W\d_]{3,})\.? (\d{4})")
_MONTHS = (
    "jan jän", "feb", "mär mar", "apr", "mai may", "jun", "jul", "aug", "sep", "okt oct", "nov",
    "dez dec",
)  # fmt: skip
"""How the months of German and English begin."""

_STROKES = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")


def date_problem(text: str) -> tuple[str, str] | None:
    """Return what is wrong with a date, and what helps; None for all other words.

    Known are 2026-12-03, 3.12.2026, 3. Dezember 2026 and, with day or month first, 3/12/2026.
    """
    text = text.strip()
    if iso := _ISO.fullmatch(text):
        year, month, day = map(int, iso.groups())
        return _problem(text, year, month, day)
    if german := _DAY_FIRST.fullmatch(text):
        day, month, year = map(int, german.groups())
        return _problem(text, year, month, day)
    if (words := _IN_WORDS.fullmatch(text)) and (named := _month(words[2])):
        return _problem(text, int(words[3]), named, int(words[1]))
    if other := _STROKES.fullmatch(text):
        first, second, year = map(int, other.groups())
        return _problem(text, year, second, first) and _problem(text, year, first, second)
    return None


def _month(name: str) -> int | None:
    """Return the number of a month by its name in German or English, or None."""
    begins = name[:3].casefold()
    return next((n for n, names in enumerate(_MONTHS, 1) if begins in names.split()), None)


def _problem(text: str, year: int, month: int, day: int) -> tuple[str, str] | None:
    if not 1 <= month <= 12:
        swapped = _exists(year, day, month)
        meant = f"did you mean `{year}-{day:02}-{month:02}`?" if swapped else None
        return f"`{text}` has no month: `{month}`", meant or "months go from 01 to 12"
    if _exists(year, month, day):
        return None
    if year < 1:
        return f"`{text}` is no date", "write it as 2026-12-03"
    _, last = calendar.monthrange(year, month)
    return f"`{text}` is no day of the calendar", f"that month has {last} days"


def _exists(year: int, month: int, day: int) -> bool:
    try:
        datetime.date(year, month, day)
    except ValueError:
        return False
    return True


def in_words(date: str, lang: str) -> str:
    """Return a date as 2026-12-03 as a language writes it; other texts stay as they are."""
    from smdeck.figures.conventions import conventions

    try:
        day = datetime.date.fromisoformat(date)
    except ValueError:
        return date
    return conventions(lang).in_words(day)
