"""The words that smdeck itself writes on slides and into files, in the deck's language.

One language, one file: `de.py` has the German words. Only that of the deck is imported.
"""

from __future__ import annotations

import importlib
from functools import cache
from typing import NamedTuple

LANGUAGES = ("de", "en", "es", "fr", "it", "nl", "pl")
"""The languages that smdeck has words for, by their first subtag; each has a file here."""


class Strings(NamedTuple):
    """The generated words of one language."""

    lang: str
    agenda: str
    questions: str
    takeaways: str
    closing: str
    source: str
    """What stands before a source, with its colon and the space that the language sets there."""
    minutes: str
    opening: str
    """The name of the section before the first `section` slide."""
    strong_tie: str
    weak_tie: str
    builds: str
    """What sets apart a slide layout whose slides draw their own tiles, to let them appear."""
    points: str
    """What percentages differ by."""
    total: str
    exercise: str
    result: str
    """What stands before what comes of an exercise, with its colon."""
    whole_minutes: tuple[str, str]
    """One minute, and several, in full."""
    vote: str
    """What asks to take part in a poll."""
    pause: str
    pause_until: str
    sources: str
    today: str
    """What marks where a plan is now."""
    months: tuple[str, ...]
    """The months, as short as they are written on an axis."""
    tones: dict[str, str]
    labels: dict[str, str]
    """What layouts write themselves, as the heads of a `swot`; `{count}` stands for a number."""
    prompts: dict[str, str]
    shapes: dict[str, str]
    master: tuple[str, ...]


_DIALECTS = {"gsw": "de", "bar": "de", "stq": "de", "nds": "de"}
"""Languages of talks whose slides are mostly written in another one."""


def language_of_strings(lang: str) -> str | None:
    """Return the language that a BCP 47 tag has generated words in, or None."""
    language = lang.split("-")[0]
    language = _DIALECTS.get(language, language)
    return language if language in LANGUAGES else None


@cache
def strings_for(lang: str) -> Strings:
    """Return the words for a BCP 47 tag; English where there are none for the language."""
    module = importlib.import_module(f"smdeck.strings.{language_of_strings(lang) or 'en'}")
    strings: Strings = module.STRINGS
    return strings
