"""The axis of a roadmap: named periods, or days, shared out in months, quarters or years."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from typing import NamedTuple

_ISO = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?")
_DAY_FIRST = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")

MONTHS, QUARTERS = 8, 24
"""Up to so many months an axis goes in months, or in quarters; else in years."""

Day = datetime.date


class TimeAxis(NamedTuple):
    """Periods in a row; positions on them are numbers: 1.5 is the middle of the second one."""

    names: tuple[str, ...]
    begins: tuple[Day, ...] = ()
    """The first day of each period, and the day after the last one; nothing if they are names."""

    def position(self, text: str, end: bool) -> float | None:
        """Return where a period or day begins, or where it ends; None if it is not there."""
        if not self.begins:
            try:
                return self.names.index(text.strip()) + float(end)
            except ValueError:
                return None
        day = day_of(text, end)
        if day is None:
            return None
        if end:
            day += datetime.timedelta(1)
        for n, (first, after) in enumerate(zip(self.begins, self.begins[1:], strict=False)):
            if first <= day <= after:
                return n + (day - first).days / (after - first).days
        return None


def day_of(text: str, end: bool = False) -> Day | None:
    """Return the day that a text names; of a month alone the first, or its last where it ends."""
    text = text.strip()
    iso, german = _ISO.fullmatch(text), _DAY_FIRST.fullmatch(text)
    try:
        if german:
            return Day(*(int(part) for part in reversed(german.groups())))
        if iso and iso[3]:
            return Day(*(int(part) for part in iso.groups()))
        if iso:
            first = Day(int(iso[1]), int(iso[2]), 1)
            return _months_later(first, 1) - datetime.timedelta(1) if end else first
    except ValueError:
        pass
    return None


def axis_of_days(days: Sequence[Day], months: Sequence[str]) -> TimeAxis:
    """Return the axis that holds days, in months, quarters or years; `months` are their names."""
    first, last = min(days), max(days)
    spanned = 12 * (last.year - first.year) + last.month - first.month + 1
    step = 1 if spanned <= MONTHS else 3 if spanned <= QUARTERS else 12
    start = Day(first.year, (first.month - 1) // step * step + 1, 1)
    begins = [start]
    while begins[-1] <= last:
        begins.append(_months_later(begins[-1], step))
    several = begins[0].year != last.year
    names = []
    for n, day in enumerate(begins[:-1]):
        name = {1: months[day.month - 1], 3: f"Q{day.month // 3 + 1}", 12: str(day.year)}[step]
        if step < 12 and several and (n == 0 or day.month == 1):
            name += f" {day.year % 100:02}"
        names.append(name)
    return TimeAxis(tuple(names), tuple(begins))


def _months_later(day: Day, months: int) -> Day:
    total = day.month - 1 + months
    return Day(day.year + total // 12, total % 12 + 1, 1)
