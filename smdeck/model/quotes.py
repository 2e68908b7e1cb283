"""Quotation marks: which a language has, and which of them each straight one stands for.

The marks are those of the Unicode Consortium's locale data (CLDR, `delimiters`). Apostrophes are
told from quotation marks, and so are the primes of feet, inches, minutes and seconds.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from smdeck.model.text import Run, merged_runs
from smdeck.patterns import pattern


class QuotationMarks(NamedTuple):
    """The quotation marks of a language, outer ones and those inside a quotation."""

    opening: str
    closing: str
    inner_opening: str
    inner_closing: str


_MARKS = {
    "„ “ ‚ ‘": "de lb cs sk sl is hsb dsb lt bg",
    "« » ‹ ›": "de-CH de-LI fr-CH it-CH rm gsw fa",
    "“ ” ‘ ’": "en nl da pt tr th ko zh id ms vi af sq es-419 gl eu lv",
    "« » “ ”": "fr it es ca el pt-PT hy",
    "„ ” « »": "pl ro",
    "„ ” ‚ ’": "hr bs",
    "„ ” ’ ’": "sr",
    "„ “ ’ ‘": "mk",
    "„ “ « »": "et ka",
    "„ ” » «": "hu",
    "« » „ “": "ru uk be",
    "« » ‘ ’": "nb nn no",
    "” ” ’ ’": "sv fi he",
    "” “ ’ ‘": "ar ur",
    "「 」 『 』": "ja zh-TW zh-HK zh-Hant",
}
"""Marks, and the languages and regions that have them; English for others.

Dutch writes both ‘…’ and “…” (CLDR has the first); what is typed double stays double. Inside
French guillemets CLDR has guillemets again, usage has “…”."""

_LATIN_AMERICA = pattern(r"es-(?!ES\b|GQ\b|IC\b|EA\b|PH\b)[A-Z]{2}")


@cache
def marks_of(lang: str) -> QuotationMarks:
    """Return the quotation marks of a language by its BCP 47 tag, with the spaces inside them."""
    by_tag = {tag: marks for marks, tags in _MARKS.items() for tag in tags.split()}
    language, *rest = lang.split("-")
    if _LATIN_AMERICA.match(lang):
        lang = "es-419"
    tags = [lang, *(f"{language}-{part}" for part in rest), language, "en"]
    outer, end, inner, inner_end = next(by_tag[tag] for tag in tags if tag in by_tag).split()
    if language == "fr":
        space = "\u202f" if lang == "fr-CH" else "\u00a0"
        outer, end = f"{outer}{space}", f"{space}{end}"
        if inner == "‹":
            inner, inner_end = f"{inner}{space}", f"{space}{inner_end}"
    return QuotationMarks(outer, end, inner, inner_end)


APOSTROPHE, PRIME, DOUBLE_PRIME = "’", "′", "″"
_GERESH, _GERSHAYIM = "׳", "״"

_BEFORE_OPENING = "([{–—-/„“”‚‘«»‹›「『¿¡\u00a0\u202f"
_ELIDED = {
    "de": "s n ne nen nem ner nes raus rein rauf runter rüber ran rum",
    "en": "tis twas twere twill em cause til bout round n cos nuff",
    "nl": "t s n k m r ns ie",
}
"""Words whose beginning is left out: ’ne Idee, ’tis, ’s avonds."""


@cache
def _elision(language: str) -> re.Pattern[str] | None:
    words = _ELIDED.get(language)
    return words and re.compile(rf"(?:{'|'.join(words.split())})(?![\w'])", re.IGNORECASE)  # type: ignore[return-value]


_YEARS = pattern(r"\d\d(?![\d'])")
_CENTURY = pattern(r"\d00(?![\d'])")
"""Italian names centuries so: il ’900."""
_THOUSANDS = pattern(r"\d{3}(?!\d)(?!['\"]?\")")


def curly(text: str, lang: str) -> dict[int, str]:
    """Return what each straight quote of a text becomes, by its place.

    What opens and does not close is taken for an apostrophe where it is single, and for an opening
    mark where it is double.
    """
    return _Curling(text, lang).found


class _Curling:
    """One text while its straight quotes are looked at, from the first to the last."""

    def __init__(self, text: str, lang: str) -> None:
        self.text = text
        self.language = lang.split("-")[0]
        self.marks = marks_of(lang)
        self.open: list[tuple[str, str]] = []
        """The quotations that are open: the mark typed, and the one that closes it."""
        self.found: dict[int, str] = {}
        for place, char in enumerate(text):
            if char == '"':
                self.found[place] = self._double(place)
            elif char == "'":
                self.found[place] = self._single(place)

    def _around(self, place: int) -> tuple[str, str]:
        """Return the characters before and after a place, those set already as they are set."""
        before = self.found.get(place - 1, self.text[place - 1 : place])[-1:]
        return before, self.text[place + 1 : place + 2]

    def _double(self, place: int) -> str:
        before, after = self._around(place)
        if _hebrew(before) and _hebrew(after):
            return _GERSHAYIM
        left = self.text.count('"', place + 1)
        is_open = any(typed == '"' for typed, _ in self.open)
        if _opens(before, after, is_open):
            return self._open('"')
        if (before.isdigit() or before == PRIME) and (not is_open or left % 2):
            return DOUBLE_PRIME
        return self._close('"') if is_open else self.marks.closing

    def _single(self, place: int) -> str:
        before, after = self._around(place)
        is_open = any(typed == "'" for typed, _ in self.open)
        if before.isalnum() and after.isalnum():
            return self._between(place, before, after)
        if _opens(before, after, is_open):
            elided = self._elided(place) or not self._closes_later(place)
            return APOSTROPHE if elided else self._open("'")
        if is_open and not after.isalnum():
            if self._n(place):
                return APOSTROPHE
            return self._close("'")
        if before.isdigit() and after == "'":
            return DOUBLE_PRIME
        if before == DOUBLE_PRIME and self.text[place - 1] == "'":
            return ""  # the second of two that stand for seconds or inches
        if before.isdigit():
            return PRIME
        return _GERESH if _hebrew(before) else APOSTROPHE

    def _between(self, place: int, before: str, after: str) -> str:
        """Return what stands between two letters or digits."""
        if _hebrew(before) and _hebrew(after):
            return _GERESH
        feet = before.isdigit() and after.isdigit()
        return PRIME if feet and not _THOUSANDS.match(self.text, place + 1) else APOSTROPHE

    def _open(self, typed: str) -> str:
        """Return an opening mark: the inner one for a single quote and inside another quotation."""
        if typed == "'" or any(one == '"' for one, _ in self.open):
            self.open.append((typed, self.marks.inner_closing))
            return self.marks.inner_opening
        self.open.append((typed, self.marks.closing))
        return self.marks.opening

    def _close(self, typed: str) -> str:
        """Return the mark that closes the last quotation opened so, and all inside it."""
        last = max(n for n, (one, _) in enumerate(self.open) if one == typed)
        closing = self.open[last][1]
        del self.open[last:]
        return closing

    def _elided(self, place: int) -> bool:
        """Return whether a word begins here whose first letters or digits are left out."""
        start = place + 1
        if self._n(place) or _YEARS.match(self.text, start):
            return True
        if self.language == "it" and _CENTURY.match(self.text, start):
            return True
        elision = _elision(self.language)
        return bool(elision and elision.match(self.text, start))

    def _n(self, place: int) -> bool:
        """Return whether this is one of the two apostrophes of Rock ’n’ Roll."""
        around = self.text[max(0, place - 3) : place + 4].lower()
        return " 'n' " in around and self.text[place + 1 : place + 2].lower() in ("n", " ")

    def _closes_later(self, place: int) -> bool:
        """Return whether a single quote stands further on that may close one."""
        later = self.text.find("'", place + 1)
        while later >= 0:
            before, after = self.text[later - 1], self.text[later + 1 : later + 2]
            if not before.isspace() and not after.isalnum() and not self._n(later):
                return True
            later = self.text.find("'", later + 1)
        return False


def _opens(before: str, after: str, is_open: bool) -> bool:
    """Return whether a quote between two characters opens, as far as they tell.

    Where words have no spaces between them, it does if no other `is_open`.
    """
    if not after or after.isspace() or after in ",;:!?)]}。、，！？」』":
        return False
    if not before or before.isspace() or before in _BEFORE_OPENING:
        return True
    return not is_open and _unspaced(before)


def _unspaced(char: str) -> bool:
    """Return whether a character is of a script without spaces between words: Thai, Han, Kana."""
    return "\u0e00" <= char <= "\u0eff" or "\u2e80" <= char <= "\ua4cf" or char >= "\uff00"


def _hebrew(char: str) -> bool:
    return "\u05d0" <= char <= "\u05ea"


_PAIRS = {
    "„": "“”", "“": "”", "”": "”“", "«": "»", "»": "«»", "‚": "‘’", "‘": "’", "’": "’‘",
    "‹": "›", "›": "‹", "「": "」", "『": "』", '"': '"', "'": "'",
}  # fmt: skip
"""Marks that may open a quotation, and those that may close it, in some language."""

_SPACES = " \u00a0\u202f"


def without_outer_quotes(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Return runs without the quotation marks around all of them, in any language's marks.

    A full stop behind the closing mark goes inside.
    """
    text = "".join(run.text for run in runs)
    whole = text.strip()
    stop = whole[-1:] if whole[-1:] in (".", "!", "?", "…") else ""
    inside = whole.removesuffix(stop)
    if len(inside) < 3 or not _encloses(inside):
        return runs
    first = text.index(inside) + 1
    last = first + len(inside) - 2
    while text[first] in _SPACES:
        first += 1
    while text[last - 1] in _SPACES:
        last -= 1
    kept: list[Run] = []
    start = 0
    for run in runs:
        begin, end = max(first - start, 0), min(last - start, len(run.text))
        if begin < end:
            kept.append(run._replace(text=run.text[begin:end]))
        start += len(run.text)
    if stop and kept:
        kept[-1] = kept[-1]._replace(text=kept[-1].text + stop)
    return tuple(kept)


def _encloses(text: str) -> bool:
    """Return whether the first character is a mark that the last, and none before it, closes."""
    opening, closing = text[0], text[-1]
    if closing not in _PAIRS.get(opening, ""):
        return False
    depth = 0
    for place, char in enumerate(text):
        inside_word = text[place - 1 : place].isalnum() and text[place + 1 : place + 2].isalnum()
        if place and char == closing and not inside_word:
            depth -= 1
        elif char == opening:
            depth += 1
        if depth == 0:
            return place == len(text) - 1
    return False


def quoted(runs: tuple[Run, ...], lang: str) -> tuple[Run, ...]:
    """Return what is quoted in the marks of a language, in whatever marks it is written.

    The marks are text, both of them: so a reader hears where the words begin and end, and whoever
    copies them has them whole.
    """
    opening, closing, *_ = marks_of(lang)
    inside = nested(without_outer_quotes(runs), lang)
    return tuple(merged_runs((Run(opening), *inside, Run(closing))))


def nested(runs: tuple[Run, ...], lang: str) -> tuple[Run, ...]:
    """Return runs whose quotation marks are the inner ones, as they stand in a quotation."""
    marks = marks_of(lang)
    inner = ((marks.opening, marks.inner_opening), (marks.closing, marks.inner_closing))
    set_runs = []
    for run in runs:
        for outer, mark in () if run.code else inner:
            run = run._replace(text=run.text.replace(outer, mark))
        set_runs.append(run)
    return tuple(set_runs)
