"""Answers: findings, completions, explanations and places of a deck, for any editor."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from smdeck.editing.context import Context, context_at
from smdeck.findings import Finding, Findings
from smdeck.model.decode import Key, keys
from smdeck.model.records import Client, Deck, Event, Image, Item, Slide, Speaker

MOST_ICONS = 200
"""How many icons are offered at once."""

_MEANT = re.compile(r"did you mean `([^`]+)`")
_IS_DECK = re.compile(r"^slides[ \t]*:", re.M)

RECORDS: dict[str, Any] = {
    "speaker": Speaker, "event": Event, "client": Client, "items": Item, "image": Image,
}  # fmt: skip
"""What the value of a key is made of."""


class Offer(NamedTuple):
    """What can be written at a place."""

    text: str
    what: str
    """What it is, in a word or two."""
    doc: str


class Fix(NamedTuple):
    """What puts a finding right: words in the place of others."""

    finding: Finding
    text: str


def findings_of(text: str, path: Path) -> list[Finding]:
    """Return the findings of a deck as it is written, those in its own file; none of other files.

    Versions are not told apart: it is the deck as it stands.
    """
    from smdeck.compiler.compiling import compile_node
    from smdeck.files import access
    from smdeck.source import read_data
    from smdeck.theme.places import themes_folder
    from smdeck.version import Version, of_version, versions_of

    if not _IS_DECK.search(text):
        return []
    findings, name = Findings(), path.as_posix()
    with access(None, themes_folder()):
        node = read_data(text.encode("utf-8", "surrogatepass"), name, findings)
        if node is not None:
            compile_node(node, path, findings)
            findings = of_version(findings, Version(), len(versions_of(node)) > 1)
    return [
        one for one in findings.in_order() if one.place is None or one.place.source.name == name
    ]


def fixes_of(findings: list[Finding]) -> list[Fix]:
    """Return what the findings say is meant."""
    meant = ((one, _MEANT.search(one.help or "")) for one in findings if one.place)
    return [Fix(one, found[1]) for one, found in meant if found]


def offers_at(lines: list[str], line: int, column: int, folder: Path) -> list[Offer]:
    """Return what can be written where a cursor stands in a deck of a folder."""
    at = context_at(lines, line, column)
    if at.word.startswith("#") or at.key == "link":
        return [Offer(f"#{id}", "slide", lines[n].strip()) for id, n in ids_of(lines)]
    if at.key is None:
        own = _keys_at(at)
        return [Offer(f"{key.name}: ", "key", key.doc) for key in own.values()]
    return [*_values_of(at, folder)]


def _values_of(at: Context, folder: Path) -> Iterator[Offer]:
    assert at.key
    match at.key:
        case "layout":
            from smdeck.layouts import layout_names, load_layout

            for name in layout_names():
                yield Offer(name, "layout", _first_line(load_layout(name).__doc__))
        case "theme":
            from smdeck.theme.places import shipped_themes

            beside = sorted(file.parent.name for file in folder.glob("themes/*/theme.yaml"))
            for name in dict.fromkeys((*beside, *shipped_themes())):
                yield Offer(name, "theme", "")
        case "icon":
            from smdeck.data.icon_search import find_icons, icon_words
            from smdeck.data.icons import icon_names

            begun = [name for name in sorted(icon_names()) if name.startswith(at.word)]
            found = [*dict.fromkeys(begun + (find_icons(at.word) if at.word else []))]
            for name in found[:MOST_ICONS]:
                yield Offer(name, "icon", ", ".join(icon_words(name)))
        case _:
            key = _keys_at(at).get(at.key)
            for value in _choices(key) if key else ():
                yield Offer(value, "value", key.doc if key else "")


def _choices(key: Key) -> list[str]:
    """Return the values of a key that has but a few."""
    schema = key.kind.schema({})
    every = [schema, *schema.get("anyOf", []), *schema.get("oneOf", [])]
    values = [value for one in every for value in one.get("enum", [])]
    if any(one.get("type") == "boolean" for one in every):
        values += [True, False]
    told = (str(value).lower() if isinstance(value, bool) else str(value) for value in values)
    return [*dict.fromkeys(told)]


def _keys_at(at: Context) -> dict[str, Key]:
    """Return the keys that can stand where a cursor is."""
    inner = next(iter(at.parents), None)
    if inner in RECORDS:
        return keys(RECORDS[inner])
    if inner is None:
        return keys(Deck)
    if inner != "slides" or at.layout is None:
        return {}
    from smdeck.layouts import layout_names, load_layout

    return keys(load_layout(at.layout)) if at.layout in layout_names() else keys(Slide)


def explained_at(lines: list[str], line: int, column: int) -> str | None:
    """Return in Markdown what stands under a cursor: a layout, a key or an icon; None for else."""
    text = lines[line] if line < len(lines) else ""
    found = next((w for w in re.finditer(r"[\w-]+", text) if w.start() <= column <= w.end()), None)
    if found is None:
        return None
    word, end = found[0], found.end()
    at = context_at(lines, line, end)
    if text[end : end + 1] == ":":
        key = _keys_at(context_at(lines, line, found.start())).get(word)
        return f"**{word}**: {key.doc}" if key else None
    if at.key == "layout":
        return _layout_told(word)
    if at.key == "icon":
        from smdeck.data.icon_search import icon_words
        from smdeck.data.icons import icon_names

        return f"**{word}**: {', '.join(icon_words(word))}" if word in icon_names() else None
    return None


def _layout_told(name: str) -> str | None:
    from smdeck.layouts import layout_names, load_layout

    if name not in layout_names():
        return None
    layout = load_layout(name)
    return f"**{name}**: {_first_line(layout.__doc__)}\n\n```yaml\n{layout.example}```"


def place_of(lines: list[str], line: int, column: int) -> int | None:
    """Return the line of the slide that a link under a cursor leads to; None for no link."""
    text = lines[line] if line < len(lines) else ""
    for link in re.finditer(r"#([a-z0-9][a-z0-9-]*)", text):
        if link.start() <= column <= link.end():
            return next((n for id, n in ids_of(lines) if id == link[1]), None)
    return None


def ids_of(lines: list[str]) -> list[tuple[str, int]]:
    """Return the ids of slides, each with its line."""
    found = ((re.search(r"(?:^|[\s{,-])id:\s+[\"']?([a-z0-9][a-z0-9-]*)", text), n)
             for n, text in enumerate(lines))  # fmt: skip
    return [(id[1], n) for id, n in found if id]


def _first_line(doc: str | None) -> str:
    return (doc or "").strip().splitlines()[0] if doc else ""
