"""The words that find icons, in German and English."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from smdeck.data.icons import is_icon, name_of, own_names, short_names

FOLDER = Path(__file__).parent
SHOWN = 6
"""How many words are said of an icon."""
PREFIX, INSIDE = 3, 5
"""The fewest letters that find words which begin with them, and words that hold them: `KI` is no
`Kinderwagen`, but `wagen` is in one."""
ENDING = 2
"""How many letters more than a word a search may have: `Raketen` finds `Rakete`."""
RARELY = {"off", "filled", "x"}
"""What names of variants end in; they come after the icons that they are variants of."""
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


class IconEntry(NamedTuple):
    """An icon with the words that find it."""

    name: str
    chosen: tuple[str, ...]
    """Words that were chosen for this icon."""
    parts: tuple[str, ...]
    """The parts of its name."""
    german: tuple[str, ...]
    """What the parts are called in German."""
    tags: tuple[str, ...]
    """Tabler's words for it."""


def find_icons(text: str) -> list[str]:
    """Return the icons that a word finds, or several words together, the best ones first."""
    whole = _best(text)
    words = text.split()
    if len(words) < 2:
        return whole
    found = [set(_best(word)) for word in words]
    return whole + [name for name in _best(words[0]) if name in set.intersection(*found)
                    and name not in whole]  # fmt: skip


def meant_icons(text: str) -> list[str]:
    """Return the best icons for a text, those alike and no variants of them, three at most."""
    ranked = _ranked(text)
    alike = [name for rank, rare, _, name in ranked if (rank, rare) == ranked[0][:2]]
    return [shown_name(name) for name in alike[:3]]


def icon_words(name: str) -> list[str]:
    """Return words that find an icon, those that were chosen for it first."""
    entry = _entries()[name_of(name)]
    told = [*entry.chosen, *entry.german, *entry.tags, *entry.parts]
    return list(dict.fromkeys(told))[: max(SHOWN, len(entry.chosen))]


def shown_name(name: str) -> str:
    """Return the shortest name of an icon: `facebook` for `brand-facebook`."""
    return _shown_names().get(name, name)


@cache
def _shown_names() -> dict[str, str]:
    return short_names()


def _best(text: str) -> list[str]:
    """Return the icons that a text finds, the best ones first, by their shortest names."""
    return [shown_name(name) for *_, name in _ranked(text)]


@cache
def _ranked(text: str) -> list[tuple[int, int, int, str]]:
    """Return the icons that a text finds: how well, whether a variant, and how many parts."""
    wanted = _folded(text)
    named = _named(text)
    found = []
    for entry, folded in _folded_entries():
        rank = 0 if entry.name == named else _rank(wanted, folded)
        if rank is not None:
            rare = sum(part in RARELY for part in entry.parts)
            found.append((rank, rare, len(entry.parts), entry.name))
    return sorted(found)


def _named(text: str) -> str | None:
    """Return the icon that has a text for its name, if there is one."""
    name = "-".join(text.casefold().split())
    return name_of(name) if is_icon(name) else None


def _rank(wanted: str, entry: IconEntry) -> int | None:
    """Return how well a word finds an icon, the best as 1; None if it does not."""
    for rank, words in enumerate(entry[1:], 1):
        if wanted in words:
            return rank
    near = (*entry.chosen, *entry.parts, *entry.german)
    if len(wanted) >= PREFIX and any(_begins(word, wanted) for word in near):
        return 5
    if len(wanted) >= PREFIX and any(word.startswith(wanted) for word in entry.tags):
        return 6
    if len(wanted) >= INSIDE and any(wanted in word for word in near):
        return 7
    return None


def _begins(word: str, wanted: str) -> bool:
    """Return whether a word begins with what is wanted, or is the same without its ending."""
    if word.startswith(wanted):
        return True
    return len(word) > PREFIX and wanted.startswith(word) and len(wanted) - len(word) <= ENDING


def _folded(text: str) -> str:
    """Return a text as words are compared: in small letters, umlauts as two."""
    return " ".join(text.casefold().translate(UMLAUTS).replace("-", " ").split())


@cache
def _folded_entries() -> list[tuple[IconEntry, IconEntry]]:
    """Return each icon with its words, as they are and as they are compared."""
    return [
        (entry, IconEntry(entry.name, *(tuple(map(_folded, words)) for words in entry[1:])))
        for entry in _entries().values()
    ]


@cache
def _entries() -> dict[str, IconEntry]:
    """Return all icons with their words, by their own names."""
    chosen = _chosen()
    german: dict[str, list[str]] = json.loads((FOLDER / "icon-german.json").read_text("utf-8"))
    lines = zlib.decompress((FOLDER / "icon-tags.bin").read_bytes()).decode().split("\n")
    tags = {name: words for name, *words in (line.split("\t") for line in lines)}
    entries = {}
    for name in own_names():
        outline = name.removesuffix("-filled")
        parts = name.split("-")
        entries[name] = IconEntry(
            name,
            tuple(chosen.get(outline, ())),
            tuple(parts),
            tuple(_unique(word for part in parts for word in german.get(part, ()))),
            tuple(tags.get(outline, ())),
        )
    return entries


def _chosen() -> dict[str, list[str]]:
    """Return the words of `icon-words.json` by the icons' own names."""
    words = json.loads((FOLDER / "icon-words.json").read_text("utf-8"))
    networks = {f"brand-{name}": found for name, found in words["networks"].items()}
    chosen: dict[str, list[str]] = {**words["icons"], **networks}
    return chosen


def _unique(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(words))
