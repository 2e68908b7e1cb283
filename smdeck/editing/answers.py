"""Answers: findings, completions, explanations and places of a deck, for any editor."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from smdeck.editing.context import CursorContext, context_at, slide_at
from smdeck.editing.outline import FILES, deck_lines, files_beside, ids_of
from smdeck.editing.swatches import is_theme, palette_of
from smdeck.findings import Finding, Findings
from smdeck.model.decode import Key, keys
from smdeck.model.items import Image, Item
from smdeck.model.people import Client, Event, Speaker
from smdeck.model.records import Deck, Slide

if TYPE_CHECKING:
    from smdeck.compiler.compiling import Compiled

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
    begun: str = ""
    """What of it is written, where that is more than a word: the beginning of a path."""


class Snapshot(NamedTuple):
    """A deck as it was looked at: what is found in it, and what could be drawn of it."""

    findings: list[Finding]
    compiled: Compiled | None


class Fix(NamedTuple):
    """What puts a finding right: words in the place of others."""

    finding: Finding
    text: str


def looked_at(text: str, path: Path) -> Snapshot:
    """Return the findings of a deck as it is written, those in its own file, and its scenes.

    Versions are not told apart: it is the deck as it stands.
    """
    from smdeck.compiler.compiling import compile_node
    from smdeck.files import access
    from smdeck.source import read_data
    from smdeck.theme.folders import themes_folder
    from smdeck.version import Version, of_version, versions_of

    if not _IS_DECK.search(text):
        return Snapshot([], None)
    findings, name, compiled = Findings(), path.as_posix(), None
    with access(None, themes_folder()):
        node = read_data(text.encode("utf-8", "surrogatepass"), name, findings)
        if node is not None:
            compiled = compile_node(node, path, findings)
            findings = of_version(findings, Version(), len(versions_of(node)) > 1)
    own = [one for one in findings.in_order() if one.place is None or one.place.source.name == name]
    return Snapshot(own, compiled)


def fixes_of(findings: list[Finding]) -> list[Fix]:
    """Return what the findings say is meant."""
    meant = ((one, _MEANT.search(one.help or "")) for one in findings if one.place)
    return [Fix(one, found[1]) for one, found in meant if found]


def offers_at(lines: list[str], line: int, column: int, folder: Path) -> list[Offer]:
    """Return what can be written where a cursor stands in a deck, or a theme, of a folder."""
    at = context_at(lines, line, column)
    if is_theme(text := "\n".join(lines)):
        colors = palette_of(text) if at.key and "palette" not in at.parents[:1] else {}
        return [Offer(name, "color", value) for name, value in colors.items()]
    if at.key == "use" and "#" in at.value:
        file, _, _ = at.value.partition("#")
        ids = [id for id, _ in ids_of(deck_lines(folder / file))]
        return [Offer(f"{file}#{id}", "slide", "", at.value) for id in ids]
    if at.word.startswith("#") or at.key == "link":
        return [Offer(f"#{id}", "slide", lines[n].strip()) for id, n in ids_of(lines)]
    if at.key is None:
        own = _keys_at(at)
        return [Offer(f"{key.name}: ", "key", key.doc) for key in own.values()]
    return [*_values_of(at, folder), *_files_of(at, folder)]


def _files_of(at: CursorContext, folder: Path) -> Iterator[Offer]:
    for name in files_beside(folder, at.value, FILES.get(at.key or "", ())):
        yield Offer(name, "folder" if name.endswith("/") else "file", "", at.value)


def _values_of(at: CursorContext, folder: Path) -> Iterator[Offer]:
    assert at.key
    match at.key:
        case "layout":
            from smdeck.layouts import layout_names, load_layout

            for name in layout_names():
                yield Offer(name, "layout", _first_line(load_layout(name).__doc__))
        case "theme":
            from smdeck.theme.folders import shipped_themes

            beside = sorted(file.parent.name for file in folder.glob("themes/*/theme.yaml"))
            for name in dict.fromkeys((*beside, *shipped_themes())):
                yield Offer(name, "theme", "")
        case "icon":
            from smdeck.data.icon_search import find_icons
            from smdeck.data.icons import icon_names

            begun = [name for name in sorted(icon_names()) if name.startswith(at.word)]
            found = [*dict.fromkeys(begun + (find_icons(at.word) if at.word else []))]
            for name in found[:MOST_ICONS]:
                yield Offer(name, "icon", icon_told(name))
        case name if name in FILES:
            return
        case _:
            key = _keys_at(at).get(at.key)
            for value in _choices(key) if key else ():
                kind = "tone" if at.key == "tone" else "value"
                yield Offer(value, kind, key.doc if key else "")


def icon_told(name: str) -> str:
    """Return the words that find an icon."""
    from smdeck.data.icon_search import icon_words

    return ", ".join(icon_words(name))


def _choices(key: Key) -> list[str]:
    """Return the values of a key that has but a few."""
    schema = key.kind.schema({})
    every = [schema, *schema.get("anyOf", []), *schema.get("oneOf", [])]
    values = [value for one in every for value in one.get("enum", [])]
    if any(one.get("type") == "boolean" for one in every):
        values += [True, False]
    told = (str(value).lower() if isinstance(value, bool) else str(value) for value in values)
    return [*dict.fromkeys(told)]


def _keys_at(at: CursorContext) -> dict[str, Key]:
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
    found = word_at(lines, line, column)
    if found is None:
        return None
    word, end = found[0], found.end()
    at = context_at(lines, line, end)
    if lines[line][end : end + 1] == ":":
        key = _keys_at(context_at(lines, line, found.start())).get(word)
        return f"**{word}**: {key.doc}" if key else None
    if at.key == "layout":
        return _layout_told(word)
    if at.key == "icon":
        from smdeck.data.icons import icon_names

        return f"**{word}**: {icon_told(word)}" if word in icon_names() else None
    return None


def word_at(lines: list[str], line: int, column: int) -> re.Match[str] | None:
    """Return the word under a cursor."""
    text = lines[line] if line < len(lines) else ""
    words = re.finditer(r"[\w-]+", text)
    return next((word for word in words if word.start() <= column <= word.end()), None)


def shown_at(lines: list[str], line: int, column: int) -> int | None:
    """Return the line of the slide that is meant by what is under a cursor, None for else.

    That is the slide itself on its `layout`, `title` or `id`, and that of a link on the link.
    """
    text = lines[line] if line < len(lines) else ""
    for link in re.finditer(r"#([a-z0-9][a-z0-9-]*)", text):
        if link.start() <= column <= link.end():
            there = next((n for id, n in ids_of(lines) if id == link[1]), None)
            return None if there is None else slide_at(lines, there)
    first = slide_at(lines, line)
    if first is None:
        return None
    at = context_at(lines, line, column)
    word = word_at(lines, line, column)
    key = at.key or (word[0] if word else "")
    if key in ("layout", "title", "id") and at.parents[:1] == ("slides",):
        return first
    return first if line == first and word is None else None


def _layout_told(name: str) -> str | None:
    from smdeck.layouts import layout_names, load_layout

    if name not in layout_names():
        return None
    layout = load_layout(name)
    return f"**{name}**: {_first_line(layout.__doc__)}\n\n```yaml\n{layout.example}```"


def _first_line(doc: str | None) -> str:
    return (doc or "").strip().splitlines()[0] if doc else ""
