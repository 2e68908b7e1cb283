"""How a language writes numbers, percentages, money, dates and times.

German and English stand here; other languages come from Babel, the Unicode Consortium's locale
data (CLDR), which is imported only for them. Digits are 0 to 9 in every language, as in Excel.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import datetime

_NBSP = "\u00a0"


class Conventions(NamedTuple):
    """What one language, in one country, has between, before and behind its digits."""

    lang: str
    """The BCP 47 tag, as `de-CH`."""
    decimal: str
    group: str
    """What parts groups of digits: a dot, a comma, an apostrophe or a no-break space."""
    least_grouped: int
    """How many digits stand before the first mark at least: with 2, as in Spanish and Polish,
    1234 has none and 12 345 has one (CLDR's `minimumGroupingDigits`)."""
    group_sizes: tuple[int, int]
    """How many digits the last group has, and each before it: (3, 2) in India, else (3, 3)."""
    percent: str
    """`{}` and the sign, with a no-break space where the language has one."""
    money: str
    """An amount with its symbol: `{number}` and `{currency}`."""
    negative_money: str
    """The same for an amount below zero, `{number}` without its sign."""
    money_decimal: str
    money_group: str
    """The marks of amounts: Austrians write 12 345 inhabitants and € 12.345."""
    date: str
    """A short date with its whole year, as a number format of Excel: `dd.mm.yyyy`."""
    long_date: str
    """A date with the month's name, as a number format: `d. mmmm yyyy`."""
    time: str
    """The time of day, as a number format: `hh:mm`, `h:mm AM/PM`."""
    months: tuple[str, ...]
    """The months as they stand in a date: `grudnia` in Polish."""
    months_alone: tuple[str, ...]
    """The months as they stand alone: `grudzień`."""
    months_short: tuple[str, ...]
    days: tuple[str, ...]
    """The days of the week, Monday first."""
    days_short: tuple[str, ...]
    am_pm: tuple[str, str]
    true: str
    false: str
    """What Excel shows for a truth in this language."""

    def with_currency(self, number: str, currency: str) -> str:
        """Return an amount, written without its sign or with `-` or U+2212, beside a currency.

        Letters keep a no-break space from the digits: `$12.50`, but `CHF 12.50` (CLDR's
        `currencySpacing`).
        """
        sign, digits = (number[0], number[1:]) if number[:1] in ("-", "−") else ("", number)
        pattern = (self.negative_money if sign else self.money).replace("-", sign)
        if currency[-1:].isalpha():
            pattern = pattern.replace("{currency}{", f"{{currency}}{_NBSP}{{")
        if currency[:1].isalpha():
            pattern = pattern.replace("}{currency}", f"}}{_NBSP}{{currency}}")
        return pattern.format(number=digits, currency=currency)

    def in_words(self, day: datetime.date) -> str:
        """Return a date with the name of its month: `3. Dezember 2026`."""
        written = {
            "d": str(day.day),
            "dd": f"{day.day:02}",
            "m": str(day.month),
            "mm": f"{day.month:02}",
            "mmmm": self.months[day.month - 1],
            "yyyy": str(day.year),
        }
        parts = re.findall(r'"([^"]*)"|(d+|m+|yyyy)|([^"])', self.long_date)
        return "".join(text or written.get(field, "") or other for text, field, other in parts)


_GERMAN_MONTHS = (
    "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
    "Oktober", "November", "Dezember",
)  # fmt: skip
_ENGLISH_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip

_GERMAN = Conventions(
    lang="de-DE",
    decimal=",",
    group=".",
    least_grouped=1,
    group_sizes=(3, 3),
    percent=f"{{}}{_NBSP}%",
    money=f"{{number}}{_NBSP}{{currency}}",
    negative_money=f"-{{number}}{_NBSP}{{currency}}",
    money_decimal=",",
    money_group=".",
    date="dd.mm.yyyy",
    long_date="d. mmmm yyyy",
    time="hh:mm",
    months=_GERMAN_MONTHS,
    months_alone=_GERMAN_MONTHS,
    months_short=(
        "Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.",
        "Dez.",
    ),
    days=(
        "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag",
    ),
    days_short=("Mo.", "Di.", "Mi.", "Do.", "Fr.", "Sa.", "So."),
    am_pm=("AM", "PM"),
    true="WAHR",
    false="FALSCH",
)  # fmt: skip

_AUSTRIAN = _GERMAN._replace(
    lang="de-AT",
    group=_NBSP,
    money=f"{{currency}}{_NBSP}{{number}}",
    negative_money=f"-{{currency}}{_NBSP}{{number}}",
    months=("Jänner", *_GERMAN.months[1:]),
    months_alone=("Jänner", *_GERMAN.months[1:]),
    months_short=("Jän.", *_GERMAN.months_short[1:8], "Sep.", *_GERMAN.months_short[9:]),
)

_SWISS = _GERMAN._replace(
    lang="de-CH",
    decimal=".",
    group="’",
    percent="{}%",
    money=f"{{currency}}{_NBSP}{{number}}",
    negative_money="{currency}-{number}",
    money_decimal=".",
    money_group="’",
)

_AMERICAN = Conventions(
    lang="en-US",
    decimal=".",
    group=",",
    least_grouped=1,
    group_sizes=(3, 3),
    percent="{}%",
    money="{currency}{number}",
    negative_money="-{currency}{number}",
    money_decimal=".",
    money_group=",",
    date="m/d/yyyy",
    long_date="mmmm d, yyyy",
    time="h:mm AM/PM",
    months=_ENGLISH_MONTHS,
    months_alone=_ENGLISH_MONTHS,
    months_short=(
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ),
    days=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    days_short=("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    am_pm=("AM", "PM"),
    true="TRUE",
    false="FALSE",
)  # fmt: skip

_BRITISH = _AMERICAN._replace(
    lang="en-GB",
    date="dd/mm/yyyy",
    long_date="d mmmm yyyy",
    time="hh:mm",
    months_short=(*_AMERICAN.months_short[:8], "Sept", *_AMERICAN.months_short[9:]),
    am_pm=("am", "pm"),
)

_WRITTEN_HERE = {
    "de": _GERMAN, "de-DE": _GERMAN, "de-AT": _AUSTRIAN, "de-CH": _SWISS,
    "en": _AMERICAN, "en-US": _AMERICAN, "en-GB": _BRITISH,
}  # fmt: skip

_LATE_GROUPS = ["bg", "es", "et", "hu", "hy", "it", "ka", "lv", "pl", "pt-PT", "sl", "sq"]
"""Languages that part groups from five digits on (CLDR 48, which Babel's data leaves out)."""

_TRUTHS = {
    "cs": ("PRAVDA", "NEPRAVDA"),
    "da": ("SAND", "FALSK"),
    "de": ("WAHR", "FALSCH"),
    "es": ("VERDADERO", "FALSO"),
    "fi": ("TOSI", "EPÄTOSI"),
    "fr": ("VRAI", "FAUX"),
    "hu": ("IGAZ", "HAMIS"),
    "it": ("VERO", "FALSO"),
    "nb": ("SANN", "USANN"),
    "nl": ("WAAR", "ONWAAR"),
    "nn": ("SANN", "USANN"),
    "pl": ("PRAWDA", "FAŁSZ"),
    "pt": ("VERDADEIRO", "FALSO"),
    "ru": ("ИСТИНА", "ЛОЖЬ"),
    "sv": ("SANT", "FALSKT"),
    "tr": ("DOĞRU", "YANLIŞ"),
}
"""What Excel calls true and false where it is translated; elsewhere it says TRUE and FALSE."""


@cache
def conventions(lang: str) -> Conventions:
    """Return how a language, by its BCP 47 tag, writes; English where CLDR doesn't know it."""
    return _WRITTEN_HERE.get(lang) or _from_cldr(lang) or _AMERICAN._replace(lang=lang)


def _from_cldr(lang: str) -> Conventions | None:
    """Return the conventions that Babel's data hold for a tag, or for the language in it."""
    from babel.core import Locale, UnknownLocaleError

    try:
        locale = Locale.parse(lang, sep="-")
    except (UnknownLocaleError, ValueError):
        return _from_cldr(lang.split("-")[0]) if "-" in lang else None
    symbols = locale.number_symbols["latn"]
    money, negative = _money(locale.currency_formats["standard"].pattern)
    language = lang.split("-")[0]
    late = language in _LATE_GROUPS and not re.match("es-(?!ES)", lang)
    true, false = _TRUTHS.get(language, ("TRUE", "FALSE"))
    return Conventions(
        lang=lang,
        decimal=symbols["decimal"],
        group=symbols["group"],
        least_grouped=2 if late or lang in _LATE_GROUPS else 1,
        group_sizes=_group_sizes(locale.decimal_formats[None].pattern),
        percent=re.sub(r"[#,0.]+", "{}", locale.percent_formats[None].pattern),
        money=money,
        negative_money=negative,
        money_decimal=symbols.get("currencyDecimal", symbols["decimal"]),
        money_group=symbols.get("currencyGroup", symbols["group"]),
        date=_number_format(locale.date_formats["short"].pattern),
        long_date=_number_format(locale.date_formats["long"].pattern),
        time=_number_format(locale.time_formats["short"].pattern),
        months=_in_order(locale.months["format"]["wide"]),
        months_alone=_in_order(_months_alone(language) or locale.months["format"]["wide"]),
        months_short=_in_order(locale.months["format"]["abbreviated"]),
        days=_in_order(locale.days["format"]["wide"]),
        days_short=_in_order(locale.days["format"]["abbreviated"]),
        am_pm=(
            locale.day_periods["format"]["abbreviated"]["am"],
            locale.day_periods["format"]["abbreviated"]["pm"],
        ),
        true=true,
        false=false,
    )


_BIDI_MARKS = re.compile("[\u200e\u200f\u061c]")
"""Marks of direction: paragraphs have one of their own."""

_FIELDS = {"M": "m", "L": "m", "H": "h"}
"""CLDR's letters for months and hours that number formats have others for."""


def _in_order(names: dict[int, str]) -> tuple[str, ...]:
    return tuple(names[number] for number in sorted(names))


def _months_alone(language: str) -> dict[int, str] | None:
    """Return a language's own nominative months, if it tells them from those in a date.

    They are read from its file: what Babel 2.18 says is inherited here may be the months of
    another language that was read before.
    """
    import pickle
    from pathlib import Path

    from babel import localedata

    own = pickle.loads(Path(localedata.resolve_locale_filename(language)).read_bytes())
    alone = own.get("months", {}).get("stand-alone", {})
    wide = alone.get("wide") if isinstance(alone, dict) else None
    return wide if isinstance(wide, dict) and len(wide) == 12 else None


def _group_sizes(pattern: str) -> tuple[int, int]:
    """Return the sizes of the last group and the others: (3, 2) of `#,##,##0.###`."""
    *others, last = pattern.split(".")[0].split(",")
    return len(last), len(others[-1]) if len(others) > 1 else len(last)


def _money(pattern: str) -> tuple[str, str]:
    """Return CLDR's pattern of amounts, and that of amounts below zero, with our fields."""
    pattern = _BIDI_MARKS.sub("", pattern)
    fields = re.sub(r"[#,0.]+", "{number}", pattern.replace("¤", "{currency}"))
    money, _, negative = fields.partition(";")
    return money, negative or f"-{money}"


def _number_format(pattern: str) -> str:
    """Return CLDR's pattern of a date or time as a number format, with the whole year.

    The year of an era (Thai) is that of the common one, as Excel shows it without a calendar.
    """
    pattern = re.sub(r"\bG\s*|\s*G\b", "", _BIDI_MARKS.sub("", pattern))
    pattern = pattern.replace("\u202f", " ")
    written = ""
    for text, year, period, other in re.findall(r"'([^']*)'|(y+)|([aBb]+)|(.)", pattern):
        if text or (other.isalpha() and not other.isascii()):
            written += f'"{text or other}"'
        else:
            written += "yyyy" if year else "AM/PM" if period else _FIELDS.get(other, other)
    return written
