"""Line breaks in scripts without spaces: Chinese, Japanese, Thai and their neighbours.

What PowerPoint, LibreOffice and browsers agree on of the Unicode line breaking algorithm (UAX #14):
a line may break between two ideographs or Kana, and beside them, except where punctuation or small
Kana would begin a line or an opening bracket end one. Korean breaks at its spaces. In Thai, lines
break between words, which a small model finds (BudouX, 350 kB, no dictionary and nothing compiled;
it is imported only for texts with Thai in them. PyThaiNLP and ICU are many times as large, uniseg
leaves Thai whole). Lao, Khmer and Burmese break between syllables.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from smdeck.model.scripts import is_unspaced

if TYPE_CHECKING:
    from budoux import Parser

KINSOKU_FIRST = (
    "!%),.:;?]}°’”′″‰℃、。，．・：；？！％）］｝〉》」』】〕〗〙〛〟〜｡｣､･"
    "ーｰ々〻ゝゞヽヾ゛゜ﾞﾟ"  # marks of length, repetition and voice
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿｧｨｩｪｫｬｭｮｯ"
)
"""What begins no line in Japanese, by the strict rules of JIS X 4051; Chinese marks are among it.
In UAX #14 these are the classes CL, CP, EX, IS, NS, CJ and PO."""

KINSOKU_LAST = "([{‘“$£¥（［｛〈《「『【〔〖〘〚〝＄￡￥￠｢"
"""What ends no line: the classes OP and PR of UAX #14."""

_TIES = "\u00a0\u202f\u2060\ufeff\u200d"
_NEVER_FIRST = frozenset(KINSOKU_FIRST + "…‥｠〞‐–—゠" + _TIES)
_NEVER_LAST = frozenset(KINSOKU_LAST + "€｟" + _TIES)

_THAI = re.compile("[\u0e00-\u0e7f]+")
_SYLLABIC = re.compile("[\u0e80-\u0eff\u1000-\u109f\u1780-\u17ff]")
_SYLLABLE = re.compile(
    "[\u0ec0-\u0ec4]?[\u0e81-\u0eae\u0edc-\u0edf][\u0eb0-\u0ebd\u0ec6-\u0ece]*"
    "|[\u1000-\u102a\u103f](?:\u1039[\u1000-\u102a]|[\u102b-\u103e])*"
    "|[\u1780-\u17b3](?:\u17d2[\u1780-\u17b3]|[\u17b6-\u17d1\u17dd])*"
)
_IDEOGRAPHIC = re.compile(
    "[\u2e80-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff01-\uffe6\U0001b000-\U0003ffff]"
)


def break_opportunities(text: str) -> frozenset[int]:
    """Return where a line may break before a letter, beside spaces and hyphens (UAX #14)."""
    if not is_unspaced(text):
        return frozenset()
    breaks = {n for n in range(1, len(text)) if _between(text[n - 1], text[n])}
    for thai in _THAI.finditer(text):
        breaks |= _thai_words(thai[0], thai.start())
    if _SYLLABIC.search(text):
        breaks |= {found.start() for found in _SYLLABLE.finditer(text)}
    breaks.discard(0)
    return frozenset(n for n in breaks if _allowed(text[n - 1], text[n]))


def _between(before: str, after: str) -> bool:
    """Return whether one of two neighbours is an ideograph or Kana, or the like."""
    return bool(_IDEOGRAPHIC.match(before) or _IDEOGRAPHIC.match(after))


def _allowed(before: str, after: str) -> bool:
    """Return whether no rule forbids a break between two characters."""
    if after.isspace() or (before.isspace() and before != "\u3000"):
        return False  # lines break at spaces anyway, but for the ideographic one
    return before not in _NEVER_LAST and after not in _NEVER_FIRST and not _combines(after)


def _combines(char: str) -> bool:
    from unicodedata import category

    return category(char)[0] == "M"


def _thai_words(text: str, start: int) -> set[int]:
    """Return where the words of a text in Thai begin; `start` is its own place."""
    breaks, place = set(), start
    for word in _thai().parse(text):
        breaks.add(place)
        place += len(word)
    return breaks


@cache
def _thai() -> Parser:
    from budoux import load_default_thai_parser

    return load_default_thai_parser()
