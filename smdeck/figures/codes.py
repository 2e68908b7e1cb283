"""Number formats: the codes that spreadsheets and charts have, taken to pieces and composed.

A code has up to four sections, for numbers above, below and at zero and for texts (ECMA-376
Part 1, 18.8.31).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from smdeck.figures.conventions import conventions
from smdeck.figures.numbers import CURRENCIES, is_currency

NBSP = "\u00a0"

GENERAL = "General"

_LCIDS = {
    "ar": 0x401, "bg": 0x402, "ca": 0x403, "cs": 0x405, "da": 0x406, "de": 0x407, "de-AT": 0xC07,
    "de-CH": 0x807, "de-LI": 0x1407, "de-LU": 0x1007, "el": 0x408, "en": 0x409, "en-AU": 0xC09,
    "en-CA": 0x1009, "en-GB": 0x809, "en-IE": 0x1809, "es": 0xC0A, "es-MX": 0x80A, "et": 0x425,
    "fa": 0x429, "fi": 0x40B, "fr": 0x40C, "fr-BE": 0x80C, "fr-CA": 0xC0C, "fr-CH": 0x100C,
    "he": 0x40D, "hr": 0x41A, "hu": 0x40E, "it": 0x410, "it-CH": 0x810, "ja": 0x411, "ko": 0x412,
    "lt": 0x427, "lv": 0x426, "nb": 0x414, "nl": 0x413, "nl-BE": 0x813, "nn": 0x814, "pl": 0x415,
    "pt": 0x816, "pt-BR": 0x416, "ro": 0x418, "ru": 0x419, "sk": 0x41B, "sl": 0x424, "sv": 0x41D,
    "th": 0x41E, "tr": 0x41F, "uk": 0x422, "vi": 0x42A, "zh": 0x804, "zh-TW": 0x404,
}  # fmt: skip
"""Language identifiers as codes hold them ([MS-LCID], 2.2)."""

_TOKEN = re.compile(
    r"""(?P<text>"[^"]*"?|\\.)
    |(?P<pad>_.|\*.)
    |\[(?P<elapsed>h+|m+|s+)\]
    |\[(?P<condition>[<>=]+-?[0-9.]+)\]
    |\[\$(?P<currency>[^\]-]*)(?:-(?P<locale>[^\]]*))?\]
    |(?P<hidden>\[[^\]]*\])
    |(?P<general>(?i:General)|@)
    |(?P<period>AM/PM|A/P|am/pm|a/p)
    |(?P<field>[yY]+|[mM]+|[dD]+|[hH]+|[sS]+|(?<=[sS\]])\.0+)
    |(?P<power>[Ee][+-])
    |(?P<digit>[0#?])
    |(?P<sign>[.,/%])
    |(?P<other>.)""",
    re.X | re.S,
)


class FormatToken(NamedTuple):
    """A piece of a code: its kind, one of the names in the pattern above, and its text.

    Minutes are fields of `n`, to be told from months.
    """

    kind: str
    text: str


class FormatSection(NamedTuple):
    """One of the sections of a code."""

    tokens: tuple[FormatToken, ...]
    condition: str = ""
    system: str = ""
    """Of a code that follows the system's settings: `F800` for a long date, `F400` for a time."""

    @property
    def dated(self) -> bool:
        """Whether it shows a date or a time."""
        return any(token.kind in ("field", "elapsed", "period") for token in self.tokens)


def is_dated(code: str) -> bool:
    """Return whether a code shows dates or times."""
    section = sections(code)[0]
    return section.dated or section.system != ""


def decimals_of(code: str) -> int | None:
    """Return how many decimals of a number a code shows at the most; None where the value decides.

    They are fewer than none where it shows thousands: -3 of `0,`.
    """
    section = sections(code)[0]
    if any(token.kind == "general" for token in section.tokens):
        return None
    digits = digits_of(section)
    shares = sum(token.text == "%" for token in section.tokens)
    return digits.decimals + 2 * shares - 3 * digits.thousands


def code_for(
    decimals: int, unit: str = "", lang: str = "en-US", *, grouped: bool = True, share: bool = False
) -> str:
    """Return the code that shows numbers with a unit the way a language writes them.

    `share` is for percentages that are kept as shares of one. PowerPoint takes the marks of the
    computer that it runs on, whatever the code; other programs those of the language in it.
    """
    how = conventions(lang)
    digits = ("#,##0" if grouped else "0") + ("." + "0" * decimals if decimals else "")
    if share:
        code = how.percent.format(digits).replace(NBSP, f'"{NBSP}"')
    elif unit in ("%", "‰"):
        gap, after = NBSP * (NBSP in how.percent), how.percent.startswith("{}")
        code = f'{digits}"{gap}{unit}"' if after else f'"{unit}{gap}"{digits}'
    elif unit and is_currency(unit):
        code = how.with_currency("0", unit).replace(unit, f'"{unit}"').replace(NBSP, f'"{NBSP}"')
        code = code.replace('""', "").replace("0", digits)
    else:
        code = f'{digits}"{NBSP}{unit}"' if unit else digits
    return localized(code, lang)


def localized(code: str, lang: str) -> str:
    """Return a code that names its language, where one is known for it and it names none."""
    lcid = _LCIDS.get(lang) or _LCIDS.get(lang.split("-")[0])
    if lcid is None or code == GENERAL or re.search(r"\[\$[^\]]*-|^\[(?![hms])", code):
        return code
    return f"[$-{lcid:X}]{code}"


def unit_in(section: FormatSection) -> str:
    """Return the unit that stands behind the digits of a section, or the currency before them."""
    shows = [n for n, token in enumerate(section.tokens) if token.kind in ("digit", "general")]
    if not shows or section.dated:
        return ""
    before, behind = (
        "".join(token.text for token in tokens if token.kind in ("text", "other")).strip(_AROUND)
        for tokens in (section.tokens[: shows[0]], section.tokens[shows[-1] :])
    )
    if is_currency(before):
        return CURRENCIES.get(before, before)
    return CURRENCIES.get(behind, behind) if re.search(r"[^\W\d_]|[%‰°€$£¥]", behind) else ""


_AROUND = f" ()-{NBSP}"
"""What stands around a unit and is none of it: the brackets and the minus of negative numbers."""


def with_decimals(code: str, decimals: int) -> str:
    """Return a code that shows so many decimals, and all else as before; dates stay as they are."""
    return ";".join(_with_decimals(part, decimals) for part in parts_of(code))


def _with_decimals(part: str, decimals: int) -> str:
    pieces = [(str(found.lastgroup), found[0]) for found in _TOKEN.finditer(part)]
    kinds = [kind for kind, _ in pieces]
    mark = "." + "0" * decimals if decimals else ""
    if _section(part).dated or not any(_shows_number(*piece) for piece in pieces):
        return part
    if ("sign", "/") in pieces:  # a fraction has no decimals
        return f"0{mark}"
    end = kinds.index("power") if "power" in kinds else len(pieces)
    point = pieces.index(("sign", ".")) if ("sign", ".") in pieces[:end] else len(pieces)
    shows = [n for n in range(end) if kinds[n] in ("digit", "general")]
    whole = [n for n in shows if n < point]
    last = whole[-1] if whole else point
    written = []
    for n, (kind, text) in enumerate(pieces):
        if kind == "general" or (n == point and not whole):
            text = "0"
        elif n == point or (n in shows and n > point):
            text = ""
        written.append(text + (mark if n == last else ""))
    return "".join(written)


def _shows_number(kind: str, text: str) -> bool:
    """Tell whether a piece shows a number: `@` shows a text, and `?` alone keeps a place free."""
    return text != "@" if kind == "general" else kind == "digit" and text != "?"


def with_unit(code: str, unit: str) -> str:
    """Return a code that shows a unit behind all numbers."""
    return ";".join(
        f'{part}"{NBSP}{unit}"' if re.search("[0#?hmsGg]", part) else part
        for part in parts_of(code)
    )


def percent_signs(code: str) -> str:
    """Return the percent signs of a code that multiply by 100."""
    return "".join(t.text for t in sections(code)[0].tokens if t == FormatToken("sign", "%"))


def percent_as_word(code: str) -> str:
    """Return a code whose percent signs are words, which multiply nothing."""
    pieces = [(found.lastgroup, found[0]) for found in _TOKEN.finditer(code)]
    return "".join('"%"' if piece == ("sign", "%") else piece[1] for piece in pieces)


def without_seconds(code: str) -> str:
    """Return a number format of times without seconds, of durations without a leading zero."""
    return re.sub(r"\[hh\]", "[h]", re.sub(r":s+(\.0+)?", "", code))


FORMATS = 'it takes a number format as spreadsheets have it: `0.0`, `#,##0`, `0.0%`, `0.00 "€"`'


def problem_of(code: str) -> tuple[str, str] | None:
    """Return what is wrong with a number format that an author wrote, and what helps, or None."""
    if code.count('"') % 2:
        return "has a quotation that does not end", FORMATS
    if code.count("[") != code.count("]"):
        return "has a bracket that does not end", FORMATS
    if len(re.findall(_PART, code)) > 5:  # and the nothing behind the last one
        return "has more than four sections", FORMATS
    tokens = [token for section in sections(code) for token in section.tokens]
    if not {token.kind for token in tokens} & {"digit", "general", "field", "elapsed"}:
        return "shows no number", FORMATS
    words = {token.text for token in tokens if token.kind == "other"}
    letters = sorted(word for word in words if word.isalpha())
    if letters:
        return f"has the letter `{letters[0]}` outside of quotation marks", FORMATS
    if any(map(_has_marks_of_a_language, sections(code))):
        other = _in_english(code)
        return "has the marks of a language", (
            f"write `{other}`: in a number format the point stands before decimals and the comma "
            "between thousands, in all languages"
        )
    return None


_NO_GROUPS = re.compile(r"0,[0#?]|,[0#?]{1,2}(?![0#?,])|,[0#?]{4}|\.[0#?]*#0|\.[0#?]*,[0#?]")
"""Marks as Germans write them: `0,0` and `#.##0,00`; the comma of a code parts three digits."""


def _has_marks_of_a_language(section: FormatSection) -> bool:
    digits = "".join(t.text for t in section.tokens if t.kind == "digit" or t.text in (".", ","))
    return not section.dated and bool(_NO_GROUPS.search(digits))


def _in_english(code: str) -> str:
    """Return a code whose marks are those of number formats; `0,0.00` stands for `#,##0.00`."""
    grouped = re.sub(r"0,0+(?=\.[0#?])", "#,##0", code)
    return code.translate({44: ".", 46: ","}) if grouped == code else grouped


@lru_cache(maxsize=256)
def sections(code: str) -> tuple[FormatSection, ...]:
    """Return the sections of a code, one at the least."""
    return tuple(_section(part) for part in parts_of(code))


_PART = r'((?:"[^"]*"?|\\.|\[[^\]]*\]|[^;])*)(?:;|$)'
"""A section of a code: no semicolon in quotation marks, brackets or behind a backslash ends it."""


def parts_of(code: str) -> list[str]:
    """Return the sections of a code as they are written."""
    parts = re.findall(_PART, code or GENERAL)
    return (parts[:-1] if len(parts) > 1 else parts)[:4]


def _section(text: str) -> FormatSection:
    tokens: list[FormatToken] = []
    condition = system = ""
    for found in _TOKEN.finditer(text):
        kind, words = str(found.lastgroup), found[0]
        match kind:
            case "text":
                words = words.strip('"') if words[0] == '"' else words[1:]
            case "pad":
                kind, words = "other", " " if words[0] == "_" else ""
            case "elapsed" | "condition":
                words = found[kind]
            case "currency" | "locale":
                kind, words = "text", found["currency"]
                if found["locale"] in ("F800", "F400"):
                    system = found["locale"]
            case "field":
                words = words.lower()
        if kind == "condition":
            condition = words
        elif kind != "hidden" and words:
            tokens.append(FormatToken(kind, words))
    return FormatSection(tuple(_minutes(tokens)), condition, system)


def _minutes(tokens: list[FormatToken]) -> list[FormatToken]:
    """Return tokens in which an `m` after hours or before seconds stands for minutes, as `n`."""
    fields = [n for n, token in enumerate(tokens) if token.kind in ("field", "elapsed")]
    texts = ["", *(tokens[n].text for n in fields), ""]
    for before, n, after in zip(texts, fields, texts[2:], strict=False):
        token = tokens[n]
        beside_time = before.startswith("h") or after.startswith("s")
        if token.kind == "field" and token.text in ("m", "mm") and beside_time:
            tokens[n] = token._replace(text=token.text.replace("m", "n"))
    return tokens


class Digits(NamedTuple):
    """Where the digits of a section stand."""

    decimals: int
    """The number of placeholders after the decimal point."""
    grouped: bool
    """Whether its thousands are set apart."""
    thousands: int
    """By how many thousands the number is divided."""
    last: int
    """The position of the last placeholder before the decimal point; -1 without any."""


def digits_of(section: FormatSection) -> Digits:
    """Return where the digits of a section stand, those of a power of ten left out."""
    kinds = [token.kind for token in section.tokens]
    end = kinds.index("power") if "power" in kinds else len(kinds)
    signs = [token.text if token.kind == "sign" else "" for token in section.tokens]
    point = signs.index(".") if "." in signs else end
    before = [n for n, kind in enumerate(kinds[:point]) if kind == "digit"]
    after = [n for n, kind in enumerate(kinds[:end]) if kind == "digit" and n > point]
    last = before[-1] if before else -1
    commas = [n for n, sign in enumerate(signs) if sign == ","]
    return Digits(
        decimals=len(after),
        grouped=any(before[0] < n < last for n in commas) if before else False,
        thousands=sum(last < n < point or n > max([last, *after]) for n in commas),
        last=last,
    )
