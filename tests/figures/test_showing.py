"""Showing: how values look in the number formats of spreadsheets, in each language."""

from __future__ import annotations

import datetime
import itertools
from datetime import date, time, timedelta
from decimal import ROUND_HALF_UP, Decimal

import pytest

from smdeck.figures.cells import Value
from smdeck.figures.codes import (
    code_for,
    problem_of,
    with_decimals,
    with_unit,
    without_seconds,
)
from smdeck.figures.conventions import conventions
from smdeck.figures.numbers import Evidence, Unread, read_columns
from smdeck.figures.showing import general_decimals, serial, shown

ACCOUNTS = '_-* #,##0.00\\ "€"_-;\\-* #,##0.00\\ "€"_-;_-* "-"??\\ "€"_-;_-@_-'
"""The format for amounts that Excel offers in German."""

DAY = date(2025, 12, 31)
NOON = datetime.datetime(2025, 12, 31, 14, 5, 7)

GERMAN: list[tuple[Value, str, str]] = [
    (0.125, "0.0%", "12,5 %"),
    (0.125, "0%", "13 %"),
    (1234567.5, '#,##0.00 "€"', "1.234.567,50 €"),
    (-3.5, "#,##0.00 [$€-407]", "-3,50 €"),
    (1234.5, ACCOUNTS, "1.234,50 €"),
    (-1234.5, ACCOUNTS, "-1.234,50 €"),
    (0, ACCOUNTS, "- €"),
    (-1234.5, "#,##0.00;(#,##0.00)", "(1.234,50)"),
    (-3.25, "[Red]-0.0;[Blue]0", "3"),
    (0, '0;-0;"–"', "–"),
    (1500, '[>=1000]0.0,"k";0', "1,5k"),
    (500, '[>=1000]0.0,"k";0', "500"),
    (1234567, "0.0,,", "1,2"),
    (12345, "0.00E+00", "1,23E+04"),
    (0.5, "# ?/?", "1/2"),
    (2.375, "# ?/8", "2 3/8"),
    (2.5, "0", "3"),
    (1.005, "0.00", "1,01"),
    (5, "00000", "00005"),
    (12.5, "#.##", "12,5"),
    (12, "#.##", "12"),
    (0.5, ".00", "0,50"),
    (30123456, "000 000 000", "030 123 456"),
    (12, "@", "12"),
    (9.99, "General", "9,99"),
    (1 / 3, "General", "0,33"),
    (1e-7, "General", "0,0000001"),
    (0.1 + 0.2, "General", "0,3"),
    (2024.0, "General", "2024"),
    (1234567.891, "General", "1234567,891"),
    (True, "General", "WAHR"),
    (None, "0.00", ""),
    (DAY, "DD.MM.YYYY", "31.12.2025"),
    (DAY, "m/d/yyyy", "31.12.2025"),
    (DAY, "mm-dd-yy", "31.12.2025"),
    (DAY, "yyyy-mm-dd", "31.12.2025"),
    (DAY, "d-mmm-yy", "31. Dez 25"),
    (DAY, "mmm-yy", "Dez 25"),
    (DAY, "MMMM YYYY", "Dezember 2025"),
    (DAY, "dddd, d. mmmm yyyy", "Mittwoch, 31. Dezember 2025"),
    (DAY, "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "31. Dezember 2025"),
    (DAY, '"Q"yyyy', "Q2025"),
    (NOON, "m/d/yy h:mm", "31.12.2025 14:05"),
    (NOON, "h:mm AM/PM", "14:05"),
    (NOON, "hh:mm:ss", "14:05:07"),
    (time(9, 30), "h:mm", "09:30"),
    (timedelta(hours=30, minutes=5), "[h]:mm", "30:05"),
    (timedelta(minutes=3, seconds=7), "mm:ss", "03:07"),
    (timedelta(minutes=90), "[m]", "90"),
    (timedelta(minutes=-90), "[h]:mm", "-1:30"),
    (date(1900, 1, 15), "DD.MM.YYYY", "15.01.1900"),
    (46022.0, "DD.MM.YYYY", "31.12.2025"),
]  # fmt: skip


def test_values_are_shown_as_excel_shows_them_in_german() -> None:
    written = [(value, code, re_spaced(shown(value, code, "de-DE"))) for value, code, _ in GERMAN]
    assert written == GERMAN


def test_a_figure_has_no_space_that_a_line_may_break_at() -> None:
    assert [words for value, code, _ in GERMAN if " " in (words := shown(value, code, "de"))] == []


LANGUAGES = {
    "de-DE": ("1.234.567,5", "12,5 %", "1.234,50 €", "31.12.2025", "WAHR"),
    "de-AT": ("1 234 567,5", "12,5 %", "€ 1.234,50", "31.12.2025", "WAHR"),
    "de-CH": ("1’234’567.5", "12.5%", "€ 1’234.50", "31.12.2025", "WAHR"),
    "en-US": ("1,234,567.5", "12.5%", "€1,234.50", "12/31/2025", "TRUE"),
    "en-GB": ("1,234,567.5", "12.5%", "€1,234.50", "31/12/2025", "TRUE"),
    "fr-FR": ("1 234 567,5", "12,5 %", "1 234,50 €", "31/12/2025", "VRAI"),
    "it-IT": ("1.234.567,5", "12,5%", "1234,50 €", "31/12/2025", "VERO"),
    "es-ES": ("1.234.567,5", "12,5 %", "1234,50 €", "31/12/2025", "VERDADERO"),
    "nl-NL": ("1.234.567,5", "12,5%", "€ 1.234,50", "31-12-2025", "WAAR"),
    "pl-PL": ("1 234 567,5", "12,5%", "1234,50 €", "31.12.2025", "PRAWDA"),
}


def test_each_language_writes_figures_its_own_way() -> None:
    written = {
        lang: tuple(
            re_spaced(text)
            for text in (
                shown(1234567.5, code_for(1, "", lang), lang),
                shown(0.125, code_for(1, "", lang, share=True), lang),
                shown(1234.5, code_for(2, "€", lang), lang),
                shown(DAY, "mm-dd-yy", lang),
                shown(True, "General", lang),
            )
        )
        for lang in LANGUAGES
    }
    assert written == LANGUAGES


def re_spaced(text: str) -> str:
    """Return a text with plain spaces for those that no line breaks at."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


NUMBERS = [0.0, 1.0, 0.5, 9.99, 12.5, 999.0, 1250.0, 1234.5, 12800.0, 1234567.89, -0.04, -1250.5]


def read(texts: list[str], lang: str) -> list[float] | None:
    """Return the numbers of a column that stands alone in a file of a language."""
    mark = conventions(lang).decimal
    (column,) = read_columns([texts], Evidence(hints=(mark,)))  # type: ignore[arg-type]
    return None if isinstance(column, Unread) else [one.value for one in column if one]


@pytest.mark.parametrize("unit", ["", "%", "€", "CHF"])
def test_what_is_shown_is_read_as_the_number_it_was(unit: str) -> None:
    """Each language reads the numbers that it writes, together and one by one."""
    wrong: list[tuple[str, int, list[str], object]] = []
    for lang, decimals in itertools.product(LANGUAGES, range(4)):
        code = code_for(decimals, unit, lang)
        texts = [shown(number, code, lang) for number in NUMBERS]
        meant = [rounded(number, decimals) for number in NUMBERS]
        if read(texts, lang) != meant:
            wrong.append((lang, decimals, texts, read(texts, lang)))
        alone = [read([text], lang) for text in texts]
        if alone != [[number] for number in meant]:
            wrong.append((lang, decimals, texts, alone))
    assert wrong == []


def rounded(number: float, decimals: int) -> float:
    """Return a number as spreadsheets round it, halves away from zero."""
    exact = Decimal(repr(number)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return float(exact)


CODES = {
    (0, "", "de-DE"): "[$-407]#,##0",
    (2, "", "en-GB"): "[$-809]#,##0.00",
    (1, "%", "de-DE"): '[$-407]#,##0.0"\u00a0%"',
    (1, "%", "en-US"): '[$-409]#,##0.0"%"',
    (2, "€", "de-DE"): '[$-407]#,##0.00"\u00a0€"',
    (2, "€", "en-US"): '[$-409]"€"#,##0.00',
    (2, "CHF", "de-CH"): '[$-807]"CHF\u00a0"#,##0.00',
    (0, "km", "fr-FR"): '[$-40C]#,##0"\u00a0km"',
    (0, "", "tlh"): "#,##0",
}


def test_the_codes_of_charts_name_the_language() -> None:
    assert {key: code_for(*key) for key in CODES} == CODES


def test_a_computed_number_is_shown_short_and_a_typed_one_in_full() -> None:
    numbers = [9.99, 1 / 3, 2 / 3 * 1e-5, 1e-7, 0.1 + 0.2, 1234.56789, 100.0, 1e20]
    assert [general_decimals(number) for number in numbers] == [
        (2, True), (2, False), (7, False), (7, True), (1, True), (5, True), (0, True), (0, True),
    ]  # fmt: skip


def test_days_are_counted_as_spreadsheets_count_them() -> None:
    days: list[Value] = [
        date(1900, 1, 1),
        date(1900, 2, 28),
        date(1900, 3, 1),
        DAY,
        time(12),
        timedelta(1.5),
    ]
    assert [serial(day) for day in days] == [1, 59, 61, 46022, 0.5, 1.5]


PROBLEMS = {
    "0.0": None,
    '0.00 "€"': None,
    "DD.MM.YYYY": None,
    "General": None,
    "#,##0.0,,": None,
    "#,##,##0": None,
    "0,0": "has the marks of a language",
    "#.##0,00 €": "has the marks of a language",
    "#.##0": "has the marks of a language",
    "€": "shows no number",
    '0 "€': "has a quotation that does not end",
    "[Red0": "has a bracket that does not end",
    "0;0;0;0;0": "has more than four sections",
    "0 x": "has the letter `x` outside of quotation marks",
}


def test_a_number_format_that_is_none_is_told() -> None:
    problems = {code: problem_of(code) for code in PROBLEMS}
    assert {code: problem and problem[0] for code, problem in problems.items()} == PROBLEMS


def test_a_format_as_germans_would_write_it_is_told_in_that_of_spreadsheets() -> None:
    written = ["0,0", "#.##0,00", "#.##0", "0,0.00", "0,000"]
    helps = [(problem_of(code) or ("", ""))[1].split("`")[1] for code in written]
    assert helps == ["0.0", "#,##0.00", "#,##0", "#,##0.00", "0.000"]


def test_a_format_that_makes_no_sense_shows_something() -> None:
    for code in ("AM/PM", " AM/PM", "0..0", ".General.", ")0..8", ";0..0"):
        for lang in ("de-DE", "en-US"):
            assert shown(-0.25, code, lang) is not None


WITH_DECIMALS = {
    '0.0,," Mio."': '0.00,," Mio."',
    "#,##0;(#,##0)": "#,##0.00;(#,##0.00)",
    "0.0%": "0.00%",
    ".0": "0.00",
    'General" St."': '0.00" St."',
    "# ?/?": "0.00",
    "0E+00": "0.00E+00",
    "[h]:mm": "[h]:mm",
    ACCOUNTS: ACCOUNTS,
}


def test_a_format_with_other_decimals_keeps_all_else() -> None:
    assert {code: with_decimals(code, 2) for code in WITH_DECIMALS} == WITH_DECIMALS
    assert with_unit("0.0,,;(0.0,,)", "Mio.") == '0.0,,"\u00a0Mio.";(0.0,,)"\u00a0Mio."'


def test_times_are_rewritten_without_seconds() -> None:
    assert without_seconds("hh:mm:ss") == "hh:mm"
    assert without_seconds("[hh]:mm:ss") == "[h]:mm"
