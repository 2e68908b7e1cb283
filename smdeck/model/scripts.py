"""Scripts: which writing a text is in, and what that means for its width and direction."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from smdeck.patterns import pattern

_FAR = pattern("[^\x00-\u058f\u1e00-\u2bff]")
"""A character past Latin, Greek and Cyrillic that is no usual sign either, as a quotation mark.
Most texts have none: they spare the patterns below, which take long to compile."""

UNSPACED_RANGES = (
    "\u0e00-\u0eff"  # Thai, Lao
    "\u1000-\u109f\u1780-\u17ff"  # Burmese, Khmer
    "\u2e80-\ua4cf"  # radicals, punctuation, Kana, Bopomofo, ideographs, Yi
    "\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff9f\uffe0-\uffe6"  # compatibility, full and half width
    "\U0001b000-\U0001b16f\U00020000-\U0003ffff"
)
"""The scripts that have no spaces between words, as the inside of a character class."""

_WIDE = (
    "\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6"
    "\U0001b000-\U0001b16f\U00020000-\U0003ffff"
)
"""The characters that are one em wide (UAX #11: wide and full-width)."""

_STRONG_RTL = (
    "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff"  # R, AL
)


@cache
def _one_of(ranges: str) -> re.Pattern[str]:
    return re.compile(f"[{ranges}]")


@cache
def _edges() -> re.Pattern[str]:
    return re.compile(rf"(?<=[{UNSPACED_RANGES}])|(?=[{UNSPACED_RANGES}])")


def is_unspaced(text: str) -> bool:
    """Return whether a text has a character of a script that lines break in without a space."""
    return not text.isascii() and bool(_FAR.search(text) and _one_of(UNSPACED_RANGES).search(text))


def spaced(text: str) -> str:
    """Return a text with a space for each character of a script without spaces."""
    return _one_of(UNSPACED_RANGES).sub(" ", text)


RTL_LANGUAGES = ("ar", "arc", "ckb", "dv", "fa", "he", "ks", "ku", "ps", "sd", "ug", "ur", "yi")
"""Languages written from right to left; of Kurdish, Sindhi and Kashmiri the usual script."""

_RTL_SCRIPTS = ("Adlm", "Arab", "Hebr", "Nkoo", "Rohg", "Syrc", "Thaa")
_LTR_SCRIPTS = ("Cyrl", "Deva", "Latn")


def unbroken(text: str) -> list[str]:
    """Return what no line break parts in a text: its words, and single ideographs."""
    words = text.split()
    if not is_unspaced(text):
        return words
    return [part for word in words for part in _edges().split(word) if part]


def latin_length(text: str) -> int:
    """Return how long a text is in letters of Latin: an ideograph is as wide as two."""
    if text.isascii() or not _FAR.search(text):
        return len(text)
    return len(text) + len(_one_of(_WIDE).findall(text))


def unspaced_words(text: str) -> int:
    """Return about how many words the letters of scripts without spaces in a text make.

    Chinese and Japanese words have about two characters, those of Thai and its neighbours four
    beside the marks above and below.
    """
    found = [char for char in _one_of(UNSPACED_RANGES).findall(text) if char.isalpha()]
    wide = len(_one_of(_WIDE).findall("".join(found)))
    return -(-wide // 2) + -(-(len(found) - wide) // 4)


def written_rtl(lang: str) -> bool:
    """Return whether a language, by its BCP 47 tag, is written from right to left."""
    language, *rest = lang.split("-")
    if any(part in _RTL_SCRIPTS for part in rest):
        return True
    ltr = any(part in _LTR_SCRIPTS for part in rest) or lang == "ku-TR"
    return language in RTL_LANGUAGES and not ltr


def begins_rtl(text: str) -> bool:
    """Return whether the first letter of a text is one of a script from right to left.

    This is how the Unicode bidirectional algorithm finds a paragraph's direction (UAX #9, P2, P3).
    """
    if text.isascii() or not _FAR.search(text):
        return False
    first = re.search(f"[^\\W\\d_]|[{_STRONG_RTL}]", text)
    return bool(first and _one_of(_STRONG_RTL).match(first[0]))


_LETTER = pattern(r"[^\W\d_]")
_MOVED = pattern(r"[+\-−]\s?\d|\d[ \u00a0\u202f]\d")
"""Figures whose parts would change places: a sign and its number, a telephone number's groups."""


def stays_ltr(text: str) -> bool:
    """Return whether words or figures would be put out of order where text runs from right to left.

    They are of other scripts alone, and begin or end with a sign or a digit.
    """
    if not text.strip() or (_FAR.search(text) and _one_of(_STRONG_RTL).search(text)):
        return False
    if _LETTER.search(text):
        return not (text[0].isalpha() and text[-1].isalpha())
    return bool(_MOVED.search(text))


_WORD = pattern(r"[^\W_]+(?:[-'’.,:/][^\W_]+)*")
"""A word or a number; what is joined by a hyphen or an apostrophe is one."""


@lru_cache(maxsize=1 << 13)
def word_count(text: str) -> int:
    """Return how many words and numbers a text has, where nothing parts them about how many."""
    if is_unspaced(text):
        return unspaced_words(text) + len(_WORD.findall(spaced(text)))
    if text.replace(" ", "").isalnum():  # most texts: spare them the pattern
        return len(text.split())
    return len(_WORD.findall(text))
