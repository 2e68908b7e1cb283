"""Marks: which text each translation was made from, so that one that is out of date is found.

They are kept beside the deck, as hashes of both texts: `vortrag.translated.json`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

from smdeck.expand.languages import Languages, Pair
from smdeck.files import is_missing, may_read
from smdeck.findings import Findings, Place

Marks = dict[str, dict[str, list[str]]]
"""By language and hash of a translation the hashes of the texts that it was made from."""

MAX_BYTES = 20_000_000


def marks_file(deck: Path) -> Path:
    """Return the file that keeps the marks of a deck."""
    return deck.with_name(f"{deck.stem}.translated.json")


def read_marks(deck: Path, place: Place | None, findings: Findings) -> Marks:
    """Return what is marked for a deck; nothing, with a finding, where its file is damaged."""
    path = marks_file(deck)
    if is_missing(path) or not may_read(path, path.name, place, findings):
        return {}
    try:
        with path.open("rb") as file:
            marks = json.loads(file.read(MAX_BYTES))
        return {
            str(lang): {str(one): [str(of) for of in many] for one, many in marked.items()}
            for lang, marked in marks.items()
        }
    except (OSError, ValueError, AttributeError, TypeError, RecursionError):
        help = "`smdeck translate --mark` writes it anew, once the translations are looked through"
        findings.error("wrong-file", f"`{path.name}` holds no marks", place, help)
        return {}


def marked(pairs: Iterable[Pair]) -> dict[str, list[str]]:
    """Return the marks of translations in one language."""
    found: dict[str, set[str]] = {}
    for pair in pairs:
        found.setdefault(_hash(pair.translation), set()).add(_hash(pair.source))
    return {name: sorted(found[name]) for name in sorted(found)}


def check_marks(languages: Languages, marks: Marks, deck: str, findings: Findings) -> None:
    """Warn of translations whose text was changed after they were marked."""
    of_language = marks.get(languages.wanted, {})
    for pair in languages.pairs:
        known = of_language.get(_hash(pair.translation))
        if known and _hash(pair.source) not in known:
            findings.warn(
                "stale-translation",
                f"the text in `{languages.tags[0]}` was changed after this translation of it",
                pair.place,
                f"translate it anew; if it still holds: `smdeck translate {deck} --mark`",
            )


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
