"""Dates of workbooks: what a format code makes of a number, and which day it is."""

from __future__ import annotations

import datetime

import pytest
from openpyxl.utils.datetime import from_excel

from smdeck.figures.excel_dates import BUILT_IN, format_kind, from_iso, from_serial

KINDS = {
    "number": [
        *("General", "Standard", "0", "0.00", "#,##0.00", "0%", "0.00E+00", "# ??/??", "@", ""),
        *('0 "Tage"', "0\\d", "[Red]0", "[$EUR] #,##0", '_-* #,##0.00 "€"_-;-* 0', "0.0_d", "0*d"),
        *("General;[Red]-General", "0;d.m.yy"),
    ],
    "date": ["d.m.yy", "DD.MM.YYYY", "yyyy-mm-dd", "mmm yy", "mmmm", "dddd", "[$-407]d. mmmm yyyy",
             "yyyy", '"Stand "d.m.', "m/d", "[Green]d.m."],
    "moment": ["d.m.yy h:mm", "yyyy-mm-dd\\Thh:mm:ss", "dd/mm/yyyy hh:mm AM/PM"],
    "time": ["h:mm", "h:mm:ss", "h:mm AM/PM", "mm:ss", "mm:ss.0", "[$-F400]h:mm:ss",
             'hh"h"mm', "s.000"],
    "duration": ["[h]:mm", "[hh]:mm:ss", "[mm]:ss", "[s]"],
}  # fmt: skip


def test_a_format_code_says_what_a_number_is() -> None:
    wrong = [
        (code, format_kind(code)) for kind, codes in KINDS.items() for code in codes
        if format_kind(code) != kind
    ]  # fmt: skip
    assert wrong == []


def test_built_in_formats_are_what_excel_has_under_their_numbers() -> None:
    kinds = {number: format_kind(code) for number, code in BUILT_IN.items()}
    assert {number for number, kind in kinds.items() if kind == "time"} >= {18, 19, 20, 21, 45, 47}
    assert {number for number, kind in kinds.items() if kind == "date"} >= {14, 15, 16, 17}
    assert kinds[22] == "moment" and kinds[46] == "duration"
    assert all(kinds[number] == "number" for number in (*range(1, 14), *range(37, 45), 48, 49))


@pytest.mark.parametrize("since_1904", [False, True])
def test_days_are_those_of_openpyxl(since_1904: bool) -> None:
    epoch = datetime.datetime(1904, 1, 1) if since_1904 else datetime.datetime(1899, 12, 30)
    for days in range(61, 60_000, 97):
        read = from_serial(days + 0.25, "moment", since_1904=since_1904)
        assert read == from_excel(days + 0.25, epoch=epoch)


def test_the_first_days_of_1900_are_those_that_excel_shows() -> None:
    assert from_serial(1, "date") == datetime.date(1900, 1, 1)
    assert from_serial(59, "date") == datetime.date(1900, 2, 28)
    assert from_serial(61, "date") == datetime.date(1900, 3, 1)
    assert from_serial(0, "date", since_1904=True) == datetime.date(1904, 1, 1)
    assert from_serial(2_958_465, "date") == datetime.date(9999, 12, 31)


@pytest.mark.parametrize("days", [-1, -0.5, 0, 0.5, 60, 60.5, 2_958_466, 1e300])
def test_a_day_that_excel_has_not_is_none(days: float) -> None:
    assert from_serial(days, "date") is None


def test_times_are_rounded_to_the_millisecond() -> None:
    assert from_serial(0.395833333333333, "time") == datetime.time(9, 30)
    assert from_serial(0.9999999999, "time") == datetime.time(0, 0)
    assert from_serial(46022.99999999999, "moment") == datetime.datetime(2026, 1, 1)
    assert from_serial(-0.5, "duration") == -datetime.timedelta(hours=12)


def test_dates_of_strict_workbooks_are_iso() -> None:
    assert from_iso("2025-12-31") == datetime.date(2025, 12, 31)
    assert from_iso("2025-12-31T09:30:00Z") == datetime.datetime(2025, 12, 31, 9, 30)
    assert from_iso("09:30:00") == datetime.time(9, 30)
    assert from_iso("31.12.2025") is None
