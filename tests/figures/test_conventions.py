"""Conventions: how languages write numbers, money, dates and times."""

from __future__ import annotations

import datetime

from smdeck.figures.conventions import Conventions, _from_cldr, conventions

DAY = datetime.date(2026, 12, 3)

SHOWN = {
    # tag: 12345.6 and 1234.5 with its marks, 5 percent, an amount, the date short and in words
    "de-DE": "12.345,6 | 1.234,5 | 5_% | 12,50_€ | 03.12.2026 | 3. Dezember 2026",
    "de-AT": "12_345,6 | 1_234,5 | 5_% | €_12,50 | 03.12.2026 | 3. Dezember 2026",
    "de-CH": "12’345.6 | 1’234.5 | 5% | €_12.50 | 03.12.2026 | 3. Dezember 2026",
    "en-US": "12,345.6 | 1,234.5 | 5% | €12.50 | 12/3/2026 | December 3, 2026",
    "en-GB": "12,345.6 | 1,234.5 | 5% | €12.50 | 03/12/2026 | 3 December 2026",
    "fr-FR": "12~345,6 | 1~234,5 | 5_% | 12,50_€ | 03/12/2026 | 3 décembre 2026",
    "fr-CH": "12~345,6 | 1~234,5 | 5% | 12.50_€ | 03.12.2026 | 3 décembre 2026",
    "it-IT": "12.345,6 | 1234,5 | 5% | 12,50_€ | 03/12/2026 | 3 dicembre 2026",
    "es-ES": "12.345,6 | 1234,5 | 5_% | 12,50_€ | 3/12/2026 | 3 de diciembre de 2026",
    "es-MX": "12,345.6 | 1,234.5 | 5% | €12.50 | 03/12/2026 | 3 de diciembre de 2026",
    "nl-NL": "12.345,6 | 1.234,5 | 5% | €_12,50 | 03-12-2026 | 3 december 2026",
    "pl-PL": "12_345,6 | 1234,5 | 5% | 12,50_€ | 3.12.2026 | 3 grudnia 2026",
    "sv-SE": "12_345,6 | 1_234,5 | 5_% | 12,50_€ | 2026-12-03 | 3 december 2026",
    "ru-RU": "12_345,6 | 1_234,5 | 5_% | 12,50_€ | 03.12.2026 | 3 декабря 2026 г.",
    "ja-JP": "12,345.6 | 1,234.5 | 5% | €12.50 | 2026/12/03 | 2026年12月3日",
    "hi-IN": "12,345.6 | 1,234.5 | 5% | €12.50 | 3/12/2026 | 3 दिसंबर 2026",
    "ar-SA": "12,345.6 | 1,234.5 | 5% | 12.50_€ | 3/12/2026 | 3 ديسمبر 2026",
    "he-IL": "12,345.6 | 1,234.5 | 5% | 12.50_€ | 3.12.2026 | 3 בדצמבר 2026",
    "hu-HU": "12_345,6 | 1234,5 | 5% | 12,50_€ | 2026. 12. 03. | 2026. december 3.",
}


NEWER = {
    # what Babel's data from CLDR 48 on have otherwise
    "fr-CH": "12'345,6 | 1'234,5 | 5% | 12.50_€ | 03.12.2026 | 3 décembre 2026",
}


def grouped(how: Conventions, whole: str, decimals: str) -> str:
    """Return a number of four or five digits with the marks of a language."""
    if len(whole) - 3 < how.least_grouped:
        return f"{whole}{how.decimal}{decimals}"
    return f"{whole[:-3]}{how.group}{whole[-3:]}{how.decimal}{decimals}"


def short(how: Conventions, day: datetime.date) -> str:
    """Return a date by a language's number format."""
    text = how.date.replace("yyyy", str(day.year))
    text = text.replace("dd", f"{day.day:02}").replace("mm", f"{day.month:02}")
    return text.replace("d", str(day.day)).replace("m", str(day.month))


def shown(lang: str) -> str:
    how = conventions(lang)
    parts = (
        grouped(how, "12345", "6"),
        grouped(how, "1234", "5"),
        how.percent.format(5),
        how.with_currency(f"12{how.money_decimal}50", "€"),
        short(how, DAY),
        how.in_words(DAY),
    )
    return " | ".join(parts).replace("\u00a0", "_").replace("\u202f", "~")


def test_numbers_and_dates_look_as_the_language_has_them() -> None:
    found = {lang: shown(lang) for lang in SHOWN}
    assert {lang: one for lang, one in found.items() if one != NEWER.get(lang)} == {
        lang: one for lang, one in SHOWN.items() if found[lang] != NEWER.get(lang)
    }


def test_amounts_below_zero_and_letters_of_currencies_have_their_places() -> None:
    written = {
        ("de-DE", "CHF"): "-12_CHF",
        ("de-CH", "CHF"): "CHF-12",
        ("en-US", "$"): "-$12",
        ("en-US", "CHF"): "-CHF_12",
        ("nl-NL", "€"): "€_-12",
    }
    found = {one: conventions(one[0]).with_currency("-12", one[1]) for one in written}
    assert {one: text.replace("\u00a0", "_") for one, text in found.items()} == written
    assert conventions("en-US").with_currency("−12", "$") == "−$12"


def test_what_stands_here_of_german_and_english_is_what_cldr_has() -> None:
    differ = {}
    for lang in ("de-DE", "de-AT", "de-CH", "en-US", "en-GB"):
        here, there = conventions(lang), _from_cldr(lang)
        assert there
        pairs = zip(here._fields, here, there, strict=True)
        # From CLDR 48 on Swiss groups have a straight apostrophe; typographers set a curly one.
        differ[lang] = [name for name, one, other in pairs if one not in (other, _curly(other))]
    # Babel's data lack the space between Austrian groups.
    assert differ == {"de-DE": [], "de-AT": ["group"], "de-CH": [], "en-US": [], "en-GB": []}


def _curly(value: object) -> object:
    return value.replace("'", "’") if isinstance(value, str) else value


def test_months_that_stand_alone_are_those_of_the_language_whatever_was_read_before() -> None:
    last = {lang: conventions(lang).months_alone[11] for lang in ("zh-CN", "he", "pl", "nl", "ru")}
    assert last == {
        "zh-CN": "十二月", "he": "דצמבר", "pl": "grudzień", "nl": "december", "ru": "декабрь",
    }  # fmt: skip


def test_a_language_that_cldr_does_not_know_is_written_as_english() -> None:
    assert conventions("stq").lang == "stq"
    assert conventions("stq").decimal == "."


def test_a_script_and_a_region_without_data_take_those_of_the_language() -> None:
    assert conventions("sr-Latn-RS").months[11] == "decembar"
    assert conventions("pl-DE").months[11] == "grudnia"
