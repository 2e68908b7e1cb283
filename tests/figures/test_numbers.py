"""Numbers: as people and spreadsheets write them, and what is read."""

from __future__ import annotations

import pytest

from smdeck.figures.numbers import DecimalMark, Evidence, Unread, mixed_units, read_columns, scan

ALONE = {
    # decimals
    "0": 0, "12": 12, "007": 7, "0,5": 0.5, "0.5": 0.5, ",5": 0.5, ".5": 0.5, "12,50": 12.5,
    "3.1415": 3.1415, "1234,567": 1234.567, "0.250": 0.25, "0,125": 0.125, "00,5": 0.5,
    "0.30000000000000004": 0.3,
    # thousands
    "1.234,5": 1234.5, "1,234.5": 1234.5, "1.234.567,89": 1234567.89, "1,234,567": 1234567,
    "84.482.267": 84482267, "1'234": 1234, "1’234’567.50": 1234567.5, "1'234,5": 1234.5,
    "12 500": 12500, "12\u00a0500": 12500, "12\u202f500,25": 12500.25, "12\u2009500": 12500,
    "12,34,567": 1234567, "1,00,000.5": 100000.5,
    # signs
    "-3": -3, "+3,5": 3.5, "−12,5": -12.5, "–12,5": -12.5, "- 5": -5, "12,5-": -12.5,
    "12,5−": -12.5, "(12,5)": -12.5, "(1.234,00)": -1234,
    # units
    "12,5%": 12.5, "12 %": 12, "7 ‰": 7, "€ 12,50": 12.5, "12,50 €": 12.5, "12,50€": 12.5,
    "EUR 9,80": 9.8, "9,80 EUR": 9.8, "CHF 1'200.50": 1200.5, "Fr. 12.50": 12.5, "$5.25": 5.25,
    "-$5.25": -5.25, "$-5.25": -5.25, "-5,25 €": -5.25, "(€ 5,25)": -5.25, "£3": 3, "12,– €": 12,
    "12.-": 12, "CHF 12.–": 12, "1.234.567,- €": 1234567, "45 zł": 45, "120 kr": 120,
    # powers
    "1e3": 1000, "2,5E-2": 0.025, "1.5e+6": 1500000, "1e-7": 1e-7,
}  # fmt: skip
"""Numbers that tell by themselves what they are."""

NONE = [
    "", " ", "zwölf", "1,2,3", "1.2.3", "12 34 5", "1 2", "12.345.67", "3-4", "1..2", "5.", "1,",
    "12.05.2025", "2025-12-03", "9:30", "1/2", "€", "%", "-", "+-5", "--5", "-5-", "(-5)", "12 kg",
    "5 % %", "€ 5 €", "1,23 Mio.", "12,345,67", "1'23", "٣", "½", "1e999", "0x10", "nan", "inf",
    "1234567890123456", "1.234 567", "12a", "a12", "= 5", "#DIV/0!",
]  # fmt: skip


def test_what_tells_by_itself_is_read() -> None:
    read = {text: (number := scan(text)) and number.figure().value for text in ALONE}
    assert read == pytest.approx(ALONE)


def test_no_number_is_made_of_anything_else() -> None:
    assert {text: scan(text) for text in NONE} == dict.fromkeys(NONE)


UNITS = {
    "12,5%": "%", "€ 1": "€", "EUR 1": "€", "1 Euro": "€", "$1": "$", "US$ 1": "$", "USD 1": "$",
    "1 CHF": "CHF", "Fr. 1": "CHF", "1 zł": "zł", "PLN 1": "zł", "1": "", "3 ‰": "‰",
}  # fmt: skip


def test_one_currency_is_one_unit_however_it_is_written() -> None:
    read = {text: (number := scan(text)) and number.figure().unit for text in UNITS}
    assert read == UNITS


DECIMALS = {"12": 0, "12,50": 2, "1.234,5": 1, "1,234": 3, "1e-7": 7, "2.5e-2": 3, "1e3": 0}


def test_the_decimals_are_those_that_are_written() -> None:
    read = {text: (number := scan(text)) and number.figure().decimals for text in DECIMALS}
    assert read == DECIMALS


THREE = "1.250"
"""A thousand, or little more than one."""

GERMAN, ENGLISH = Evidence(hints=(",",)), Evidence(hints=(".",))

TOGETHER: dict[str, tuple[list[list[str]], Evidence, list[list[float]] | None]] = {
    "a decimal comma beside it": ([["1.250", "12,5"]], Evidence(), [[1250, 12.5]]),
    "a decimal point beside it": ([["1.250", "12.5"]], Evidence(), [[1.25, 12.5]]),
    "a decimal comma in another column": ([["1.250"], ["12,5"]], Evidence(), [[1250], [12.5]]),
    "a decimal point in another column": ([["1,250"], ["0.5"]], Evidence(), [[1250], [0.5]]),
    "millions beside it": ([["1.250", "84.482.267"]], Evidence(), [[1250, 84482267]]),
    "its column before another": ([["1.250", "0,5"], ["0.5"]], Evidence(), [[1250, 0.5], [0.5]]),
    "its own column before the language": ([["1.250", "0.5"]], GERMAN, [[1.25, 0.5]]),
    "a German language": ([["1.250"]], GERMAN, [[1250]]),
    "an English language": ([["1.250"]], ENGLISH, [[1.25]]),
    "an English language, and a comma": ([["1,250"]], ENGLISH, [[1250]]),
    "a German language, and a comma": ([["1,250"]], GERMAN, [[1.25]]),
    "hints that agree": ([["1.250"]], Evidence(hints=(",", ",")), [[1250]]),
    "hints that contradict each other": ([["1.250"]], Evidence(hints=(",", ".")), None),
    "no evidence": ([["1.250"]], Evidence(), None),
    "two marks in other columns": ([["1.250"], ["0,5", "0.5"]], Evidence(), None),
    "two marks in its own column": ([["1.250", "0,5", "0.5"]], GERMAN, None),
    "what the author says": ([["1.250"]], Evidence(",", (".",)), [[1250]]),
    "what the author says, a point": ([["1.250"]], Evidence(".", (",",)), [[1.25]]),
    "dates are no evidence": ([["1.250"], ["3.12.2025"]], GERMAN, [[1250]]),
    "whole thousands need none": ([["12 500", "9 800"]], Evidence(), [[12500, 9800]]),
}  # fmt: skip


def values(columns: list[list[str]], evidence: Evidence) -> list[list[float]] | None:
    """Return what columns are read as, or None where the first is in doubt."""
    read = read_columns(columns, evidence)
    if isinstance(read[0], Unread):
        return None
    good = [column for column in read if not isinstance(column, Unread)]
    return [[one.value for one in column if one] for column in good]


def test_a_thousand_is_told_from_a_decimal_by_all_that_stands_beside_it() -> None:
    read = {name: values(columns, evidence) for name, (columns, evidence, _) in TOGETHER.items()}
    assert read == {name: expected for name, (_, _, expected) in TOGETHER.items()}


def test_a_number_in_doubt_has_two_readings() -> None:
    (column,) = read_columns([["3", "1.250"]], Evidence())
    assert column == Unread(1, (1.25, 1250.0))


@pytest.mark.parametrize("said", [",", "."])
def test_a_number_with_another_mark_than_the_author_says_is_none(said: DecimalMark) -> None:
    other = "1.5" if said == "," else "1,5"
    (column,) = read_columns([["2", other]], Evidence(said))
    assert column == Unread(1)


def test_empty_cells_are_gaps() -> None:
    (column,) = read_columns([["1", "", " "]], Evidence())
    assert not isinstance(column, Unread)
    assert [figure and figure.value for figure in column] == [1.0, None, None]


def test_two_units_in_a_column_are_told_and_a_zero_needs_none() -> None:
    columns = read_columns([["1 €", "2 $"], ["5 %", "7"], ["5 %", "0"]], Evidence())
    assert [mixed_units(column) for column in columns if not isinstance(column, Unread)] == [
        ("€", "$"),
        ("%", ""),
        None,
    ]
