"""Typography: plain typing becomes the quotation marks, dashes and spaces of a language.

Only characters change, never words: straight quotes, a hyphen between spaces, three dots, and the
spaces that no line should break at.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from smdeck.model.text import Run

NBSP = "\u00a0"
SOFT_HYPHEN = "\u00ad"
"""A place where a long word may break; `|` inside a word, three letters or more from
its ends, is another way to type it."""

QUOTES = {
    "de": ("„", "“", "‚", "‘"),
    "en": ("“", "”", "‘", "’"),
    "fr": ("« ", " »", "‹ ", " ›"),
    "it": ("«", "»", "“", "”"),
    "es": ("«", "»", "“", "”"),
    "nl": ("“", "”", "‘", "’"),
}
"""Double and single quotation marks, opening and closing, by language; English for others."""

_CANDIDATE = re.compile(  # it begins with a class of characters: Python then skips all others
    r"""["'|§…€$£. \d](?:(?<=["'|§…€$£])"""
    r"""|(?<=[.])(?:[.][.]|[* ]|\w[.])|(?<=[ ])[-–—][ ]|(?<=\d)[ *_-])"""
)

_ADDRESS = re.compile(r"://|@|\bwww\.")
_VERBATIM = re.compile(rf"(\S*(?:{_ADDRESS.pattern})\S*)")
"""Addresses stay as they are typed."""

_UNITS = (
    "%|‰|°|°C|°F|€|$|£|EUR|USD|CHF|Euro|Cent|Dollar|Franken|Prozent|Promille|Grad|"
    "km|m|dm|cm|mm|µm|nm|qm|ha|km²|m²|cm²|m³|km/h|m/s|kg|g|mg|µg|t|l|ml|hl|h|min|s|ms|Uhr|Min.|Std.|Sek.|"
    "Tsd.|Mio.|Mrd.|Bio.|Millionen|Milliarden|Billionen|million|billion|a.m.|p.m.|Stk.|"
    "B|kB|KB|MB|GB|TB|PB|Mbit/s|Gbit/s|Hz|kHz|MHz|GHz|W|kW|MW|GW|Wh|kWh|MWh|GWh|V|A|mAh|K|"
    "J|kJ|kcal|N|Pa|hPa|bar|dB|lm|px|pt|dpi|ppi|em"
)
_UNIT = "|".join(map(re.escape, sorted(_UNITS.split("|"), key=len, reverse=True)))
"""What follows a number and stays on its line (DIN 5008, section 9; ISO 80000-1)."""

_MONTHS = {
    "de": "Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|"
    "Dezember|Jan\\.|Feb\\.|Apr\\.|Aug\\.|Sept?\\.|Okt\\.|Nov\\.|Dez\\.",
    "en": "January|February|March|April|May|June|July|August|September|October|November|December",
}
_BEFORE_NUMBERS = {
    "de": "Nr|Nrn|S|Abb|Tab|Kap|Bd|Art|Abs|Ziff|Anm|Rn|Tel|ca|max|mind|rd|inkl|zzgl",
    "en": "No|Nos|p|pp|Fig|Figs|Vol|Ch|Sec|Eq|Tab|ca|approx|max|min",
}
_BEFORE_WORDS = {
    "de": "Dr|Prof|Hr|Fr|St|med|phil|jur|rer|nat|Ing|vgl|bzw|Nr|Abb|Kap",
    "en": "Dr|Prof|Mr|Mrs|Ms|St|cf|vs",
}
"""Abbreviations that stay with the number, and with the word, that follows them."""


def _after(words: str) -> str:
    """Return a pattern of the space after an abbreviation: Python looks back a fixed length."""
    lengths: dict[int, list[str]] = {}
    for word in words.split("|"):
        lengths.setdefault(len(word), []).append(word)
    return "|".join(rf"(?<=\b(?:{'|'.join(same)})\.[ ])" for same in lengths.values())


@cache
def _glue(lang: str) -> re.Pattern[str]:
    """Return the pattern of the spaces that no line breaks at, in a language."""
    after_numbers = [
        rf"(?=(?:{_UNIT}|{_MONTHS.get(lang, 'Mai')})(?!\w))|(?=bis[ ]\d)",  # 10 %, 5 km, 20 bis 30
        r"(?:(?<=\b\d[ ])|(?<=\b\d\d[ ])|(?<=\b\d{3}[ ]))(?=\d{3}\b)",  # 10 000
    ]
    after_dots = []
    if lang in _MONTHS:
        after_dots += [
            rf"(?<=\d\.[ ])(?=(?:{_MONTHS[lang]})(?!\w))",  # 3. Mai
            rf"(?=[\d–])(?:{_after(_BEFORE_NUMBERS[lang])})",  # Nr. 5
            _after(_BEFORE_WORDS[lang]),  # Dr. Weber
        ]
    if lang == "de":
        after_dots.append(r"(?<=\b[a-zA-Z]\.[ ])(?=[a-zA-Zäöü]\.)")  # z. B., d. h., i. d. R.
    places = [
        r"(?=[–—…]|-\s)",  # no line begins with a dash
        rf"(?<=\d[ ])(?:{'|'.join(after_numbers)})",
        rf"(?<=[.][ ])(?:{'|'.join(after_dots) or '(?!)'})",
        r"(?<=[§€$£RDF][ ])(?=\d)(?:(?<![RDF][ ])|(?<=\b(?:EUR|USD|CHF)[ ]))",  # § 5, € 20
    ]
    return re.compile(f"[ ](?:{'|'.join(places)})")


_CRAMPED = re.compile(r"\b(?:[a-z]|Z(?=\.B)|D(?=\.h))\.(?=[a-zA-Zäöü]\.)")
"""z.B., d.h., i.d.R. without their spaces."""

_FROM_TO = re.compile(
    rf"(?<![\w.,/-])(\d+)-(?=\d+[ ]?(?:{_UNIT})(?!\w))|\b((?:19|20)\d\d)-(?=(?:19|20)\d\d\b(?!-))"
)
"""Years, and numbers before a unit, from the one to the other; anything else may be a number of
an order or a telephone."""


def needs_typesetting(text: str) -> bool:
    """Return whether a text holds anything that typography may change."""
    return _CANDIDATE.search(text) is not None


def typeset(runs: Iterable[Run], lang: str) -> tuple[Run, ...]:
    """Return runs with the typography of a language; code stays as it is typed."""
    done: list[Run] = []
    before = " "
    open_quotes = (False, False)
    short = lang.split("-")[0]
    for run in runs:
        if not run.code and _CANDIDATE.search(run.text):
            pieces = _VERBATIM.split(run.text) if _ADDRESS.search(run.text) else [run.text]
            for n in range(0, len(pieces), 2):
                pieces[n], open_quotes = _quoted(pieces[n], before, open_quotes, lang)
                pieces[n] = _spelled(pieces[n], short)
                before = "".join(pieces[: n + 2])[-1:] or before
            run = run._replace(text="".join(pieces))
        before = run.text[-1:] or before
        done.append(run)
    return _glued(done, short)


def _glued(runs: list[Run], lang: str) -> tuple[Run, ...]:
    """Return runs with the spaces that no line breaks at, those between runs too."""
    text = "".join("\0" * len(run.text) if run.code else run.text for run in runs)
    glued = _glue(lang).sub(NBSP, text)
    if "+" in glued:  # telephone numbers
        glued = re.sub(r"\+\d[\d ]+\d", lambda found: found[0].replace(" ", NBSP), glued)
    glued = glued.replace(f"{NBSP}- ", f"{NBSP}– ")
    if glued == text:
        return tuple(runs)
    done, start = [], 0
    for run in runs:
        end = start + len(run.text)
        done.append(run if run.code else run._replace(text=glued[start:end]))
        start = end
    return tuple(done)


def _quoted(
    text: str, before: str, open_quotes: tuple[bool, bool], lang: str
) -> tuple[str, tuple[bool, bool]]:
    """Return a text with curly quotes, and whether a double and a single one are still open."""
    if '"' not in text and "'" not in text:
        return text, open_quotes
    opened, inner = open_quotes
    double, end_double, single, end_single = QUOTES.get(lang.split("-")[0], QUOTES["en"])
    pieces = []
    for n, char in enumerate(text):
        after = text[n + 1 : n + 2]
        if char == '"':
            opens = not opened and (not before.strip() or before in "([{–—-/„‚")
            pieces.append(double if opens else end_double)
            opened = opens
        elif char == "'":
            opens = not inner and (not before.strip() or before in '([{–—-/"„“«')
            ends = inner and not after.isalnum()
            pieces.append(single if opens else end_single if ends else "’")
            inner = opens or (inner and not ends)
        else:
            pieces.append(char)
        before = char
    return "".join(pieces), (opened, inner)


def _spelled(text: str, lang: str) -> str:
    """Return a text with an ellipsis, dashes and spaces for what is typed without, and hints."""
    text = text.replace("...", "…")
    if "|" in text:
        text = re.sub(r"(?<=[^\W\d_]{3})\|(?=[^\W\d_]{3})", SOFT_HYPHEN, text)
    if lang == "de":
        text = _CRAMPED.sub(r"\g<0> ", text)
    return _FROM_TO.sub(r"\1\2–", text) if "-" in text else text
