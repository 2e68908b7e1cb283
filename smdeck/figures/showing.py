"""How values look in a number format: as Excel shows them, in the writing of a language.

Digits and their places are the code's; the decimal mark, the names of months and the order of plain
dates are the language's.
"""

from __future__ import annotations

import datetime
import re
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from smdeck.figures.cells import Value
from smdeck.figures.codes import NBSP, Digits, FormatSection, FormatToken, digits_of, sections
from smdeck.figures.conventions import Conventions, conventions
from smdeck.figures.numbers import is_currency

FIRST_DAY, FIRST_OF_MARCH = datetime.datetime(1899, 12, 30), 60
"""Day 0 of the calendar that begins in 1900, for all days from 1 March on: Excel counts a
29 February in that year."""

_FIRST_DAY_OF_1900 = datetime.datetime(1899, 12, 31)
"""Day 0 for the days before that one."""


def shown(value: Value, code: str, lang: str) -> str:
    """Return how a value looks in a number format, in a language; "" for None.

    Spaces are no-break spaces, so that a figure stays together. A code that can't be followed
    shows the value as `General` does.
    """
    if value is None:
        return ""
    how = conventions(lang)
    if isinstance(value, bool):
        return how.true if value else how.false
    number = serial(value)
    section, negative = _chosen(sections(code), number)
    if section is None:
        return _general(number, how)
    if section.system:
        section = sections(how.long_date if section.system == "F800" else how.time)[0]
    if section.dated:
        words = _dated(section, abs(number), how)
    elif any(token.kind == "general" for token in section.tokens):
        words = "".join(
            _general(abs(number), how) if token.kind == "general" else token.text
            for token in section.tokens
        )
    else:
        words = _numeric(section, abs(number), how)
    return re.sub(" +", NBSP, negative + words.strip(" "))


def serial(value: Value) -> float:
    """Return the number that a spreadsheet keeps for a value: days for dates and durations."""
    if isinstance(value, datetime.timedelta):
        return value / datetime.timedelta(days=1)
    if isinstance(value, datetime.time):
        return (value.hour * 3600 + value.minute * 60 + value.second) / 86400
    if isinstance(value, datetime.date):
        if not isinstance(value, datetime.datetime):
            value = datetime.datetime(value.year, value.month, value.day)
        days = (value.replace(tzinfo=None) - FIRST_DAY) / datetime.timedelta(days=1)
        return days if days > FIRST_OF_MARCH else days - 1
    return float(value or 0)


def general_decimals(number: float) -> tuple[int, bool]:
    """Return the decimals that a number without a format is shown with, and whether all are.

    A number that somebody typed has few digits, and is shown in full. What was computed, as a
    third, goes on and on: it gets two decimals, or as many as show two digits of it.
    """
    exact = Decimal(f"{number:.15g}").normalize()
    digits, exponent = len(exact.as_tuple().digits), int(exact.as_tuple().exponent)
    if exponent >= 0:
        return 0, True
    if digits <= _TYPED_DIGITS:
        return -exponent, True
    return max(2, 1 - exact.adjusted()), False


_TYPED_DIGITS = 10
"""The most digits that a typed number has."""


def _chosen(sections: tuple[FormatSection, ...], number: float) -> tuple[FormatSection | None, str]:
    """Return the section for a number, and the sign that stands before it."""
    minus = "-" if number < 0 else ""
    if any(section.condition for section in sections):
        for section in sections:
            if not section.condition or _holds(section.condition, number):
                return section, minus
        return None, minus
    if len(sections) > 1 and number < 0:
        return sections[1], ""
    if len(sections) > 2 and number == 0:
        return sections[2], ""
    return sections[0], minus


def _holds(condition: str, number: float) -> bool:
    operator, limit = condition.rstrip("-.0123456789"), float(condition.lstrip("<>="))
    return {
        "<": number < limit,
        "<=": number <= limit,
        ">": number > limit,
        ">=": number >= limit,
        "=": number == limit,
        "<>": number != limit,
    }.get(operator, False)


def _numeric(section: FormatSection, number: float, how: Conventions) -> str:
    tokens = section.tokens
    if any(token.kind == "power" for token in tokens):
        return _scientific(section, number, how)
    if any(token == FormatToken("sign", "/") for token in tokens):
        return _fraction(section, number)
    at = digits_of(section)
    exact = Decimal(f"{number:.15g}")
    exact *= Decimal(100) ** sum(token == FormatToken("sign", "%") for token in tokens)
    exact /= Decimal(1000) ** at.thousands
    exact = exact.quantize(Decimal(1).scaleb(-at.decimals), ROUND_HALF_UP)
    whole, _, fraction = f"{exact:f}".partition(".")
    money = any(is_currency(token.text.strip()) for token in tokens if token.kind == "text")
    decimal = how.money_decimal if money else how.decimal
    places = _in_places(section, "" if whole == "0" else whole, at, how, money)
    written, past = [], False
    for n, token in enumerate(tokens):
        if token == FormatToken("sign", ".") and not past:
            past = True
            kept = _kept(fraction, [t.text for t in tokens[n:] if t.kind == "digit"])
            written.append((whole if at.last < 0 else "") + (decimal + kept if kept else ""))
        elif token.kind == "digit":
            written.append("" if past else places[n])
        elif token == FormatToken("sign", "%"):
            before = "".join(written).strip(" ")
            gap = NBSP if NBSP in how.percent and before[-1:].isdigit() else ""
            written.append(f"{gap}%")
        elif token != FormatToken("sign", ","):
            written.append(token.text)
    return "".join(written)


def _in_places(
    section: FormatSection, whole: str, at: Digits, how: Conventions, money: bool
) -> dict[int, str]:
    """Return what stands at each placeholder before the point, the digits that go beyond at the
    first."""
    mark = (how.money_group if money else how.group) if at.grouped else ""
    places = [n for n, t in enumerate(section.tokens) if t.kind == "digit" and n <= at.last]
    least = len(whole) if len(whole) >= 3 + how.least_grouped else 0
    filled: dict[int, str] = {}
    for count, n in enumerate(reversed(places)):
        digit = whole[-1 - count : len(whole) - count] if count < len(whole) else ""
        if not digit:
            digit = {"0": "0", "?": " ", "#": ""}[section.tokens[n].text]
        filled[n] = digit + _mark_after(count, least, mark, how)
    rest = whole[: max(0, len(whole) - len(places))]
    if rest and places:
        beyond = range(len(whole) - 1, len(places) - 1, -1)
        more = "".join(
            digit + _mark_after(count, least, mark, how)
            for digit, count in zip(rest, beyond, strict=True)
        )
        filled[places[0]] = more + filled[places[0]]
    return filled


def _mark_after(count: int, digits: int, mark: str, how: Conventions) -> str:
    """Return the mark that stands after the digit with so many digits behind it."""
    last, others = how.group_sizes
    grouped = digits > count >= last and (count - last) % others == 0
    return mark if grouped else ""


def _kept(fraction: str, places: list[str]) -> str:
    """Return decimals without the zeros at their end that a `#` leaves out."""
    while fraction and fraction[-1] == "0" and places[len(fraction) - 1] != "0":
        fraction = fraction[:-1]
    return fraction


def _scientific(section: FormatSection, number: float, how: Conventions) -> str:
    decimals = digits_of(section).decimals
    mantissa, exponent = f"{number:.{decimals}E}".split("E")
    at = next(n for n, token in enumerate(section.tokens) if token.kind == "power")
    least = sum(token.kind == "digit" for token in section.tokens[at:])
    signed = section.tokens[at].text[1] == "+" or exponent[0] == "-"
    sign = exponent[0] if signed else ""
    return f"{mantissa.replace('.', how.decimal)}E{sign}{exponent[1:].lstrip('0').zfill(least)}"


def _fraction(section: FormatSection, number: float) -> str:
    """Return a number with a fraction: `# ?/?` has one digit below, `# ?/8` eighths."""
    code = "".join(token.text for token in section.tokens)
    below = re.search(r"/([0-9?#]+)", code.replace(" ", ""))
    given = below[1] if below else "?"
    whole, part = divmod(Fraction(f"{number:.15g}"), 1)
    if given.isdigit() and given.strip("0"):
        part = Fraction(round(part * int(given)), int(given))
    else:
        part = part.limit_denominator(10 ** len(given) - 1)
    if not re.match(r"[#0?]+ ", code):
        part, whole = part + whole, 0
    if part == 0:
        return str(whole)
    return f"{whole} {part}".removeprefix("0 ") if part < 1 or whole == 0 else str(whole + 1)


def _general(number: float, how: Conventions) -> str:
    """Return a number without a format, its thousands not set apart."""
    decimals, _ = general_decimals(number)
    exact = Decimal(f"{number:.15g}").quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return f"{exact:f}".replace(".", how.decimal)


# -- dates and times ----------------------------------------------------------------------------


def _dated(section: FormatSection, number: float, how: Conventions) -> str:
    if not any(token.text in ("d", "dd") for token in section.tokens):
        how = how._replace(months=how.months_alone)
    seconds_parts = [t.text for t in section.tokens if t.text.startswith(".0")]
    number = round(number * 86400, max([len(part) - 1 for part in seconds_parts] or [0])) / 86400
    section = _in_its_order(section, how)
    first = FIRST_DAY if number >= FIRST_OF_MARCH else _FIRST_DAY_OF_1900
    day = first + datetime.timedelta(seconds=round(number * 86400, 3))
    if day.microsecond > 999_000:
        day += datetime.timedelta(microseconds=1_000_000 - day.microsecond)
    twelve = any(token.kind == "period" for token in section.tokens)
    written = []
    for token in section.tokens:
        match token.kind:
            case "elapsed":
                written.append(_elapsed(token.text, number))
            case "period":
                written.append(how.am_pm[day.hour >= 12])
            case "field":
                written.append(_field(token.text, day, how, twelve))
            case _:
                written.append(token.text)
    return "".join(written)


def _in_its_order(section: FormatSection, how: Conventions) -> FormatSection:
    """Return a section whose date or time is written the way of the language.

    A date of numbers has its order and marks, one with a month's name its order; hours have two
    digits where it gives them two, and no AM or PM where it counts to 24.
    """
    tokens = [*section.tokens]
    fields = [n for n, token in enumerate(tokens) if token.kind == "field"]
    dates = [n for n in fields if tokens[n].text[0] in "ymd"]
    months = [tokens[n].text for n in dates if tokens[n].text[0] == "m"]
    weekdays = [n for n in dates if tokens[n].text in ("ddd", "dddd")]
    parts = [n for n in dates if n not in weekdays]
    named = len(months) == 1 and len(months[0]) > 2
    if sorted(tokens[n].text[0] for n in parts) == ["d", "m", "y"]:
        if parts[-1] - parts[0] > _LONGEST_DATE:
            return section
        year = next(tokens[n].text for n in parts if tokens[n].text[0] == "y")
        written = sections(how.long_date if named else how.date)[0].tokens
        if named:
            own = {"mmmm": months[0], "yyyy": year}
            written = tuple(t._replace(text=own.get(t.text, t.text)) for t in written)
        tokens[parts[0] : parts[-1] + 1] = written
    elif named and not how.lang.startswith("en"):
        tokens = [FormatToken("other", " ") if token.text == "-" else token for token in tokens]
    return section._replace(tokens=tuple(_hours(tokens, how)))


_LONGEST_DATE = 8
"""The most tokens from the first field of a date to its last: what is longer is a sentence."""


def _hours(tokens: list[FormatToken], how: Conventions) -> list[FormatToken]:
    """Return tokens whose hours are counted and written the way of the language."""
    counted = [token for token in tokens if token.kind == "period"]
    if counted and "AM/PM" not in how.time:
        tokens = [token for token in tokens if token.kind != "period"]
        while tokens and tokens[-1].text == " ":
            tokens.pop()
    two = "hh" in how.time and (not counted or "AM/PM" not in how.time)
    return [
        token._replace(text="hh") if two and token == FormatToken("field", "h") else token
        for token in tokens
    ]


def _field(field: str, day: datetime.datetime, how: Conventions, twelve: bool) -> str:
    number = len(field)
    match field[0]:
        case "y":
            return f"{day.year:04}" if number > 2 else f"{day.year % 100:02}"
        case "m":
            names = {3: how.months_short, 4: how.months, 5: [n[:1] for n in how.months]}
            if number in names:
                return names[number][day.month - 1].rstrip("." if number == 3 else "")
            return str(day.month).zfill(number)
        case "d":
            names = {3: how.days_short, 4: how.days}
            if number > 2:
                return names[min(number, 4)][day.weekday()].rstrip("." if number == 3 else "")
            return str(day.day).zfill(number)
        case "h":
            hour = (day.hour % 12 or 12) if twelve else day.hour
            return str(hour).zfill(number)
        case "n":
            return str(day.minute).zfill(number)
        case "s":
            return str(day.second).zfill(number)
    return how.decimal + f"{day.microsecond:06}"[: number - 1]


def _elapsed(field: str, number: float) -> str:
    seconds = round(number * 86400)
    unit = {"h": 3600, "m": 60, "s": 1}[field[0]]
    return str(seconds // unit).zfill(len(field))
