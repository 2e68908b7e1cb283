"""Dates: those in digits that no calendar has are found, all other words are left alone."""

from __future__ import annotations

from smdeck.model.dates import date_problem

WRONG = {
    "2026-02-30": "28 days",
    "2024-02-30": "29 days",
    "2026-04-31": "30 days",
    "2026-12-32": "31 days",
    "2026-12-00": "31 days",
    "2026-13-01": "`2026-01-13`",
    "2026-13-32": "01 to 12",
    "2026-00-10": "01 to 12",
    "30.02.2026": "28 days",
    "31. 4. 2026": "30 days",
    "12.13.2026": "`2026-12-13`",
    "31/31/2026": "01 to 12",
    "0000-01-01": "2026-12-03",
    "9999-12-32": "31 days",
}

RIGHT = [
    "2026-12-03",
    "2024-02-29",
    "2026-1-3",
    "29.02.2024",
    "3.12.2026",
    "12/31/2026",
    "31/12/2026",
    "Dezember 2026",
    "3.-5. Dezember 2026",
    "2026",
    "2026-12",
    "Q4/2026",
    "30.02. und mehr",
    "KW 53",
]


def test_a_date_that_no_calendar_has_is_found_with_help() -> None:
    said = {text: " ".join(filter(None, date_problem(text) or ())) for text in WRONG}
    assert not {text: said[text] for text, help in WRONG.items() if help not in said[text]}


def test_other_words_for_a_date_are_left_alone() -> None:
    assert {text: date_problem(text) for text in RIGHT} == dict.fromkeys(RIGHT)
