"""Typography: plain typing becomes the quotation marks, dashes and spaces of a language.

Only characters change, never words: straight quotes, a hyphen between spaces, three dots, and the
spaces that no line should break at.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

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

_CANDIDATE = re.compile(r"""["'|]|\.\.\.|[ ][-–—][ ]|\d[ ]|[.§][ ]""")

_UNITS = (
    "%|‰|€|\\$|£|°C|km|m|cm|mm|kg|g|t|l|GB|MB|TB|kWh|Uhr|Euro|Prozent|Mio\\.|Mrd\\.|Tsd\\.|"
    "Millionen|Milliarden|Min\\.|Std\\.|min|h|px|pt"
)
_MONTHS = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"


_GLUED = (
    (rf"(?<=\d) (?=(?:{_UNITS})(?!\w))", NBSP),  # 10 %, 20 €, 5 km
    (r"§ (?=\d)", f"§{NBSP}"),
)
"""Spaces that no line breaks at, in every language."""

_GLUED_GERMAN = (
    (r"\b([a-zA-Z])\. ?(?=[a-zA-Zäöü]\.)", rf"\1.{NBSP}"),  # z. B., d. h., i. d. R.
    (rf"(?<=\d\.) (?={_MONTHS})", NBSP),  # 3. Dezember
    (r"\b(Nr|S|Abb|Kap|Dr|Prof|vgl|ca|bzw)\. (?=\S)", rf"\1.{NBSP}"),  # Nr. 5, Dr. Weber
)


def needs_typesetting(text: str) -> bool:
    """Return whether a text holds anything that typography may change."""
    return _CANDIDATE.search(text) is not None


def typeset(runs: Iterable[Run], lang: str) -> tuple[Run, ...]:
    """Return runs with the typography of a language; code stays as it is typed."""
    done: list[Run] = []
    before = " "
    open_quotes = (False, False)
    for run in runs:
        if run.code or run.text == "\n":
            done.append(run)
            before = run.text[-1:] or before
            continue
        text = run.text
        if _CANDIDATE.search(text):
            text, open_quotes = _quoted(text, before, open_quotes, lang)
            text = _spaced(text, lang)
            run = run._replace(text=text)
        before = text[-1:] or before
        done.append(run)
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


def _spaced(text: str, lang: str) -> str:
    if "..." in text:
        text = text.replace("...", "…")
    if "|" in text:
        text = re.sub(r"(?<=[^\W\d_]{3})\|(?=[^\W\d_]{3})", SOFT_HYPHEN, text)
    # A dash stays with the word before it, so that no line begins with it.
    text = re.sub(r" [-–] ", f"{NBSP}– ", text)
    text = re.sub(r" — ", f"{NBSP}— ", text)
    german = _GLUED_GERMAN if lang.startswith("de") else ()
    for pattern, replacement in (*_GLUED, *german):
        text = re.sub(pattern, replacement, text)
    return text
