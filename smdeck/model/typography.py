"""Typography: plain typing becomes the quotation marks, dashes and spaces of a language.

Only characters change, never words: straight quotes, a hyphen between spaces, three dots, and the
spaces that no line should break at.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from smdeck.model.quotes import curly
from smdeck.model.text import Run
from smdeck.patterns import pattern

NBSP = "\u00a0"
SOFT_HYPHEN = "\u00ad"
"""A place where a long word may break; `|` inside such a word, three letters or more from
its ends, is another way to type it."""

LONG_WORD = 12
"""How many letters a word has at least in which a `|` is a hint: in `true|false` it is none."""

_HINTED = pattern(r"[^\W\d_]+(?:\|[^\W\d_]+)+")

_CANDIDATE = pattern(  # it begins with a class of seldom characters: Python then skips all others
    r"""["'|§…€$£.\d–—-](?:(?<=["'|§…€$£])"""
    r"""|(?<=[.])(?:[.][.]|[* ]|\w[.]|-\d)|(?<=[ ][-–—])[ ]|(?<=\d)[ *_-])"""
)

_FRENCH = pattern(r"[;:!?«»]")
"""What French sets a space before or after, in addition."""

_IN_ADDRESSES = "://", "@", "www."
_VERBATIM = pattern(r"(\S*(?:://|@|\bwww\.)\S*)")
"""Addresses stay as they are typed."""

_HIDDEN_OR_NOT = pattern(r"\0+|[^\0]+")

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
    "fr": "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre",
    "it": "gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|"
    "dicembre",
    "es": "de",
    "nl": "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december",
    "pl": "stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|"
    "listopada|grudnia",
}
"""The months of dates, whose day stays beside them; in Spanish the `de` before the month."""

_BEFORE_NUMBERS = {
    "de": "Nr|Nrn|S|Abb|Tab|Kap|Bd|Art|Abs|Ziff|Anm|Rn|Tel|ca|max|mind|rd|inkl|zzgl",
    "en": "No|Nos|p|pp|Fig|Figs|Vol|Ch|Sec|Eq|Tab|ca|approx|max|min",
    "fr": "p|pp|art|fig|vol|chap|tél|env|max|min",
    "it": "n|p|pp|art|fig|vol|cap|tel|max|min",
    "es": "n|pág|págs|art|fig|vol|cap|tel|aprox|máx|mín",
    "nl": "nr|p|blz|art|fig|afb|hfst|tel|ca|max|min",
    "pl": "nr|s|str|art|rys|tab|rozdz|tel|ok|maks|min",
}
_BEFORE_WORDS = {
    "de": "Dr|Prof|Hr|Fr|St|med|phil|jur|rer|nat|Ing|vgl|bzw|Nr|Abb|Kap",
    "en": "Dr|Prof|Mr|Mrs|Ms|St|cf|vs",
    "fr": "M|MM|cf|vs",
    "it": "Dott|Prof|Sig|Ing|Avv|cfr|vs",
    "es": "Dr|Dra|Prof|Sr|Sra|cf|vs",
    "nl": "dr|prof|dhr|mevr|ir|mr|St|vgl|vs",
    "pl": "prof|inż|por|św|ul|al|pl|vs",
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


_CRAMPED = pattern(  # it begins with the full stop, which Python finds fast
    r"\.(?=[a-zA-Zäöü]\.)(?:(?<=\b[a-z]\.)|(?<=\bZ\.)(?=B)|(?<=\bD\.)(?=h))"
)
"""z.B., d.h., i.d.R. without their spaces."""

_FROM_TO = pattern(
    rf"(?<![\w.,/-])(\d+)-(?=\d+[ ]?(?:{_UNIT})(?!\w))|\b((?:19|20)\d\d)-(?=(?:19|20)\d\d\b(?!-))"
    r"|(?<![\w:.,/-])(\d{1,2}:\d\d)-(?=\d{1,2}:\d\d(?![\w:-]))"
    r"|(?<![\w:.,/-])(\d{1,2}\.)-(?=\d{1,2}\.(?!\d))|(?<=§[ \u00a0])(\d+[a-z]?)-(?=\d)"
)
"""Years, times, days, paragraphs, and numbers before a unit, from the one to the other; anything
else may be a number of an order or a telephone."""


def needs_typesetting(text: str, lang: str = "de") -> bool:
    """Return whether a text holds anything that the typography of a language may change."""
    if lang.startswith("fr") and _FRENCH.search(text):
        return True
    return _CANDIDATE.search(text) is not None


def verbatim(run: Run) -> bool:
    """Return whether a run stays as it is typed: code, and pieces of formulas."""
    return run.code or run.math is not None


def typeset(runs: Iterable[Run], lang: str) -> tuple[Run, ...]:
    """Return runs with the typography of a language; code and formulas stay as they are typed."""
    given = list(runs)
    whole = "".join("\0" * len(run.text) if verbatim(run) else run.text for run in given)
    if any(sign in whole for sign in _IN_ADDRESSES):
        whole = _VERBATIM.sub(lambda found: "\0" * len(found[0]), whole)
    marks = curly(whole, lang) if '"' in whole or "'" in whole else {}
    done, start = [], 0
    for run in given:
        end = start + len(run.text)
        if not verbatim(run):
            run = run._replace(text=_set(run.text, start, whole, marks, lang))
        done.append(run)
        start = end
    return _glued(done, lang.split("-")[0])


def _set(text: str, start: int, whole: str, marks: dict[int, str], lang: str) -> str:
    """Return a run's text, which begins at `start` of the whole; `\\0` hides what stays."""
    pieces = []
    for found in _HIDDEN_OR_NOT.finditer(whole, start, start + len(text)):
        first, last = found.span()
        if whole[first] == "\0":
            pieces.append(text[first - start : last - start])
            continue
        piece = found[0]
        if marks:
            piece = "".join(marks.get(n, whole[n]) for n in range(first, last))
        piece = _spelled(piece, lang.split("-")[0])
        french = lang.startswith("fr")
        pieces.append(_french(piece, whole[first - 1 : first], lang) if french else piece)
    return "".join(pieces)


def _glued(runs: list[Run], lang: str) -> tuple[Run, ...]:
    """Return runs with the spaces that no line breaks at, those between runs too."""
    text = "".join("\0" * len(run.text) if verbatim(run) else run.text for run in runs)
    glued = _glue(lang).sub(NBSP, text)
    if "+" in glued:  # telephone numbers
        glued = re.sub(r"\+\d[\d ]+\d", lambda found: found[0].replace(" ", NBSP), glued)
    glued = glued.replace(f"{NBSP}- ", f"{NBSP}– ")
    if glued == text:
        return tuple(runs)
    done, start = [], 0
    for run in runs:
        end = start + len(run.text)
        done.append(run if verbatim(run) else run._replace(text=glued[start:end]))
        start = end
    return tuple(done)


def _spelled(text: str, lang: str) -> str:
    """Return a text with an ellipsis, dashes and spaces for what is typed without, and hints."""
    text = text.replace("...", "…")
    if "|" in text:
        text = _HINTED.sub(_hinted, text)
    if lang == "de":
        text = _CRAMPED.sub(". ", text)
    return _FROM_TO.sub(r"\1\2\3\4\5–", text) if "-" in text else text


def _hinted(found: re.Match[str]) -> str:
    """Return a long word with its hints; a `|` before a capital parts words: `Plan|Ist`."""
    word = found[0]
    if len(word.replace("|", "")) < LONG_WORD:
        return word
    return re.sub(r"(?<=[^\W\d_]{3})\|(?=[^\W\d_]{3})", _hint, word)


def _hint(found: re.Match[str]) -> str:
    before, after = found.string[found.start() - 1], found.string[found.end()]
    return "|" if before.islower() and after.isupper() else SOFT_HYPHEN


NARROW_NBSP = "\u202f"
_HIGH = pattern(r"(?<=[\w)\]”»%€…])[ \u00a0\u202f]?([;!?]+)(?=$|[\s)»”\]])")
_COLON = pattern(r"(?<=[\w)\]”»%€])[ \u00a0\u202f]?:(?=$|\s)")
_HIGH_APART = pattern(r"(?<=\S) (?=[;!?])")
_COLON_APART = pattern(r"(?<=\S) (?=:(?:$|\s))")
_INSIDE = pattern(r"(?<=«)[ \u00a0\u202f]?(?=\S|$)|(?<=\S)[ \u00a0\u202f]?(?=»)")


def _french(text: str, before: str, lang: str) -> str:
    """Return a text with the spaces of French: before `; : ! ?` and inside guillemets.

    A narrow one stands before `; ! ?`, a full one before the colon and inside (Lexique des règles
    typographiques en usage à l'Imprimerie nationale); in Switzerland all are narrow (Guide du
    typographe), in Canada there is none before `; ! ?` (Office québécois de la langue française).
    """
    if not _FRENCH.search(text):
        return text
    wide = NARROW_NBSP if lang == "fr-CH" else NBSP
    narrow = "" if lang == "fr-CA" else NARROW_NBSP
    head = before if before.strip("\0") else ""
    text = head + text
    text = _HIGH.sub(rf"{narrow}\1", text)
    text = _HIGH_APART.sub(narrow, text)
    text = _COLON_APART.sub(wide, _COLON.sub(f"{wide}:", text))
    return _INSIDE.sub(wide, text)[len(head) :]
