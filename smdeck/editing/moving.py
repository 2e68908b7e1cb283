"""Moving: what stands on a slide goes into its notes, as edits of the text that is written.

The deck is read by the marks of its YAML, so that comments, quotes and all else stay as they are.
What can't be moved for certain is not offered.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import NamedTuple

import yaml

TOO_MUCH = frozenset({"words", "bullets", "overflow", "body-size", "parted-word"})
"""Findings that fewer words on the slide put right."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_HEAD = ("title", "text")
_TEXTS = ("text", "subtitle")


class Edit(NamedTuple):
    """Characters of a document, counted from 0, and what takes their place."""

    start: int
    end: int
    text: str


class Move(NamedTuple):
    """What would be moved, and how."""

    words: str
    edits: tuple[Edit, ...]


class _MovableText(NamedTuple):
    """A value that can be moved, and what holds it."""

    holder: yaml.CollectionNode
    number: int
    """Which of the entries it is."""
    value: yaml.Node


def move_at(text: str, line: int, column: int | None = None) -> Move | None:
    """Return how the words at a place go into the notes of their slide, None where they can't.

    These are an entry of a list, or a `text`: the innermost around the place. Without a column, it
    is the last entry of the slide's `items`, or its last `text`: for a slide that has too much.
    """
    slide = _slide_at(text, line)
    if slide is None:
        return None
    parts = [part for part in _parts(slide) if _words_of(part.value)]
    if column is None:
        chosen = _last(slide, parts)
    else:
        around = [part for part in parts if _around(part, line, column)]
        chosen = around[-1] if around else None
    if chosen is None or len(chosen.holder.value) < 2:
        return None
    words = _words_of(chosen.value)
    cut, noted = _cut(text, chosen), _noted(text, slide, words)
    if cut is None or noted is None or (noted.start < cut.end and cut.start < noted.end):
        return None
    if cut.end == noted.start:  # the line break before the notes is what the cut leaves
        noted = noted._replace(text=noted.text.removeprefix("\n"))
    move = Move(words, (cut, noted))
    return move if _keeps(text, move) else None


def applied(text: str, edits: tuple[Edit, ...]) -> str:
    """Return a text after some edits that do not overlap."""
    for edit in sorted(edits, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def _slide_at(text: str, line: int) -> yaml.MappingNode | None:
    slides = _slides(text)
    found = None
    for slide in slides:
        if slide.start_mark.line <= line:
            found = slide
    return found if isinstance(found, yaml.MappingNode) else None


def _slides(text: str) -> list[yaml.Node]:
    try:
        root = yaml.compose(text, _LOADER)
    except yaml.YAMLError:
        return []
    if not isinstance(root, yaml.MappingNode):
        return []
    slides = _entry(root, "slides")
    return slides.value if isinstance(slides, yaml.SequenceNode) else []


def _entry(mapping: yaml.Node, key: str) -> yaml.Node | None:
    if not isinstance(mapping, yaml.MappingNode):
        return None
    return next((value for own, value in mapping.value if own.value == key), None)


def _parts(node: yaml.Node) -> Iterator[_MovableText]:
    """Yield what could be moved, outer parts before those within."""
    if isinstance(node, yaml.MappingNode):
        for number, (key, value) in enumerate(node.value):
            if key.value in _TEXTS and isinstance(value, yaml.ScalarNode):
                yield _MovableText(node, number, value)
            elif key.value == "items" and isinstance(value, yaml.SequenceNode):
                for place, entry in enumerate(value.value):
                    yield _MovableText(value, place, entry)
                    yield from _parts(entry)
            elif key.value != "notes":
                yield from _parts(value)
    elif isinstance(node, yaml.SequenceNode):
        for entry in node.value:
            yield from _parts(entry)


def _words_of(node: yaml.Node) -> str:
    """Return the words of an entry as notes say them: its title, text and sub-points."""
    if isinstance(node, yaml.ScalarNode):
        return str(node.value).strip()
    if isinstance(node, yaml.SequenceNode):
        return "\n".join(f"- {words}" for words in map(_words_of, node.value) if words)
    said = [_words_of(value) for value in (_entry(node, key) for key in _HEAD) if value]
    points = _entry(node, "items")
    if not said and points is None and len(node.value) == 1:  # `- Ursachen: [eins, zwei]`
        said, points = [str(node.value[0][0].value)], node.value[0][1]
    below = _words_of(points) if points else ""
    return "\n".join(filter(None, [": ".join(filter(None, said)), below]))


def _last(slide: yaml.MappingNode, parts: list[_MovableText]) -> _MovableText | None:
    items = _entry(slide, "items")
    own = [part for part in parts if part.holder is items and items is not None]
    texts = [part for part in parts if isinstance(part.holder, yaml.MappingNode)]
    return (own if len(own) > 1 else texts or [None])[-1]  # type: ignore[list-item]


def _around(part: _MovableText, line: int, column: int) -> bool:
    """Whether a place stands on a part, or on the key before it."""
    first = part.value.start_mark
    if isinstance(part.holder, yaml.MappingNode):
        first = part.holder.value[part.number][0].start_mark
    last = part.value.end_mark
    begins = (first.line, first.column) if part.holder.flow_style else (first.line, 0)
    return begins <= (line, column) <= (last.line, last.column)


def _cut(text: str, part: _MovableText) -> Edit | None:
    """Return how a part is taken out of what holds it."""
    entries = part.holder.value
    marks = [entry[0] if isinstance(entry, tuple) else entry for entry in entries]
    start, end = marks[part.number].start_mark.index, part.value.end_mark.index
    last = part.number + 1 == len(entries)
    if part.holder.flow_style:
        if last:
            before = entries[part.number - 1]
            held = before[1] if isinstance(before, tuple) else before
            return Edit(held.end_mark.index, end, "")
        return Edit(start, marks[part.number + 1].start_mark.index, "")
    begin = text.rfind("\n", 0, start) + 1
    dash = text[begin:start]
    end = _end_of(text, part.value)
    if isinstance(part.holder, yaml.SequenceNode):
        return Edit(begin, end, "") if dash.strip() == "-" else None
    if not dash.strip():
        return Edit(begin, end, "")
    if last or dash.strip(" -"):
        return None
    return Edit(start, marks[part.number + 1].start_mark.index, "")


def _end_of(text: str, node: yaml.Node) -> int:
    """Return where the lines of a block end, without empty lines and comments behind them."""
    while isinstance(node, yaml.CollectionNode) and node.value and not node.flow_style:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    end = node.end_mark.index
    kept = text[node.start_mark.index : end].rstrip()
    newline = text.find("\n", node.start_mark.index + len(kept))
    return len(text) if newline < 0 else newline + 1


def _noted(text: str, slide: yaml.MappingNode, words: str) -> Edit | None:
    """Return how words are put to the end of a slide's notes, which begin where there are none."""
    entry = next((pair for pair in slide.value if pair[0].value == "notes"), None)
    if entry and not isinstance(entry[1], yaml.ScalarNode):
        return None
    before = entry[1].value.strip() if entry else ""
    notes = f"{before}\n\n{words}" if before else words
    if slide.flow_style:
        quoted = json.dumps(notes, ensure_ascii=False)
        if entry:
            return Edit(entry[1].start_mark.index, entry[1].end_mark.index, quoted)
        end = slide.value[-1][1].end_mark.index
        return Edit(end, end, f", notes: {quoted}")
    column = slide.value[0][0].start_mark.column
    block = _block(notes, column + 2)
    if entry:
        return Edit(entry[0].start_mark.index, _end_of(text, entry[1]), f"notes: {block}")
    end = _end_of(text, slide)
    gap = "" if text[:end].endswith("\n") else "\n"
    return Edit(end, end, f"{gap}{' ' * column}notes: {block}")


def _block(words: str, indent: int) -> str:
    lines = (f"{' ' * indent}{line}" if line else "" for line in words.split("\n"))
    return "|\n" + "\n".join(lines) + "\n"


def _keeps(text: str, move: Move) -> bool:
    """Whether a deck is still one with as many slides, and the words are in it."""
    after = applied(text, move.edits)
    slides = _slides(after)
    if len(slides) != len(_slides(text)):
        return False
    notes = (_entry(slide, "notes") for slide in slides)
    return any(isinstance(one, yaml.ScalarNode) and move.words in one.value for one in notes)
