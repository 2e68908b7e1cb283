"""Translating: which text each translation of a deck was made from is kept beside the deck."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import NamedTuple

from smdeck.deck_file import deck_in
from smdeck.expand import Wanted
from smdeck.files import access, reason_of, replacing
from smdeck.findings import DeckError, Finding, Findings
from smdeck.layouts import layout_names
from smdeck.model.decode import keys
from smdeck.model.records import Deck
from smdeck.source import Mapping, read
from smdeck.theme.folders import themes_folder
from smdeck.version import versions_of

UNDONE = ("missing-translation", "untranslated", "stale-translation", "other-translation")
"""The findings that say what is left to translate."""


class Marked(NamedTuple):
    """The translations of a deck that were marked as made from the texts that it has now."""

    path: Path
    """The file that keeps the marks."""
    texts: dict[str, int]
    """How many translations are marked, by language."""


def mark_translations(
    deck: str | os.PathLike[str], *, root: str | os.PathLike[str] | None = None
) -> Marked:
    """Mark all translations of a deck as made from its texts of now, and return what is marked.

    What is changed afterwards in the first language is a warning where its translation stands.
    Raises DeckError where the deck can't be read, or has one language.
    """
    findings = Findings()
    with access(root, themes_folder()):
        file = deck_in(Path(deck), findings)
        node = read(file, findings) if file else None
        if file is None or node is None:
            raise DeckError(findings.in_order())
        marks = _marks(node, findings)
    errors = [one for one in findings.errors if one.code not in UNDONE]
    if not errors and not marks:
        help = "name several, as `lang: [de-DE, en-GB]`"
        place = node.entries["lang"][1].place if "lang" in node.entries else node.place
        errors = [Finding("unknown-language", "the deck has one language", place, help)]
    if errors:
        raise DeckError(Findings(errors).in_order())
    from smdeck.expand.marks import marks_file

    path = marks_file(file)
    _write(path, json.dumps(marks, indent=1) + "\n")
    return Marked(path, {lang: len(of_lang) for lang, of_lang in marks.items()})


def _marks(node: Mapping, findings: Findings) -> dict[str, dict[str, list[str]]]:
    """Return the marks of all translations, those of all variants."""
    from smdeck.expand.expanding import expand
    from smdeck.expand.languages import Pair
    from smdeck.expand.marks import marked

    pairs: dict[str, list[Pair]] = {}
    for version in versions_of(node):
        expanded = expand(node, Wanted(*version), keys(Deck), layout_names(), findings)
        if expanded and expanded.languages and expanded.languages.translates:
            pairs.setdefault(expanded.languages.wanted, []).extend(expanded.languages.pairs)
    return {lang: marked(of_lang) for lang, of_lang in sorted(pairs.items())}


def _write(path: Path, text: str) -> None:
    """Write a file whole or not at all."""
    try:
        with replacing(path) as temporary:
            temporary.write_text(text, "utf-8", newline="\n")
    except OSError as error:
        message = f"`{path.as_posix()}` can't be written: {reason_of(error)}"
        raise DeckError([Finding("target", message)]) from error
