"""Nodes: the values of a YAML file, each with its place and none of them interpreted yet."""

from __future__ import annotations

from collections.abc import Container, Iterator

from smdeck.findings import Place, Source
from smdeck.patterns import pattern

FORBIDDEN = pattern(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ud800-\udfff"
    + "".join(rf"\U{plane:04X}FFFE\U{plane:04X}FFFF" for plane in range(17))
    + "]"
)
"""What XML 1.0 can't hold (2.2), and so no part of a .pptx; with it the control characters and the
non-characters of Unicode, which it discourages."""


def forbidden_in(text: str) -> str | None:
    """Return the first character of a text that no slide can hold, or None."""
    if text.isprintable():  # most texts of one line: none of those characters is
        return None
    found = FORBIDDEN.search(text)
    return found[0] if found else None


ODD_SPACE = "\u00a0\u1680\u202f\u205f\u2060\u3000\ufeff" + "".join(map(chr, range(0x2000, 0x200C)))
"""Characters that look like a space, or like nothing, and are none to YAML."""


class Node:
    """What all nodes share: where they stand. Lines and columns count from 0 here."""

    __slots__ = ("column", "length", "line", "source")

    def __init__(self, source: Source, line: int, column: int, length: int) -> None:
        self.source, self.line, self.column, self.length = source, line, column, length

    @property
    def where(self) -> tuple[Source, int, int, int]:
        """Where the node begins, as another node takes it."""
        return self.source, self.line, self.column, self.length

    @property
    def place(self) -> Place:
        """Where the node begins, for a finding."""
        return Place(self.source, self.line + 1, self.column + 1, self.length)

    @property
    def is_null(self) -> bool:
        """Whether nothing was written: lists and mappings always are something."""
        return False

    def get(self, key: str) -> Node | None:
        """Return the value of a key, or None: what is no mapping has none."""
        return None

    def listed(self, key: str) -> list[Node]:
        """Return the entries of the list that is the value of a key; none where it is no list."""
        value = self.get(key)
        return value.items if isinstance(value, Sequence) else []

    def text_of(self, key: str, otherwise: str = "") -> str:
        """Return the text that is the value of a key; another one where it is no text."""
        value = self.get(key)
        return value.text if isinstance(value, Scalar) else otherwise


class Scalar(Node):
    """A text as the author wrote it. Whether `no` is a word or a truth is for its reader to say."""

    __slots__ = ("plain", "text")

    def __init__(
        self, source: Source, line: int, column: int, length: int, text: str, plain: bool
    ) -> None:
        self.source, self.line, self.column, self.length = source, line, column, length
        self.text, self.plain = text, plain

    def place_of(self, words: str, start: int | None = None) -> Place:
        """Return where words of the text stand in the file: the whole where that can't be told.

        `start` is where they begin in the text, else their first occurrence is meant. Words that
        the file has otherwise, as behind a backslash in double quotes, are not found.
        """
        before = 0 if start is None else self.text.count(words, 0, start)
        at = self.source.position(self.line + 1, self.column + 1) - 1
        for _ in range(before + 1):
            at = self.source.text.find(words, at + 1)
            if at < 0:
                return self.place
        return self.source.place(at, len(words))

    def as_markup(self) -> Scalar:
        """Return the text for a reader of markup: that of an author is as it is written."""
        return self

    @property
    def is_null(self) -> bool:
        """Whether nothing was written: `key:`, `~` or `null`."""
        return self.plain and self.text in ("", "~", "null", "Null", "NULL")


class Sequence(Node):
    """A list of nodes."""

    __slots__ = ("items",)

    def __init__(
        self, source: Source, line: int, column: int, length: int, items: list[Node]
    ) -> None:
        super().__init__(source, line, column, length)
        self.items = items


class Mapping(Node):
    """Keys with their values, in the order of the file; every key once."""

    __slots__ = ("entries",)

    def __init__(
        self,
        source: Source,
        line: int,
        column: int,
        length: int,
        entries: dict[str, tuple[Scalar, Node]],
    ) -> None:
        super().__init__(source, line, column, length)
        self.entries = entries

    def __iter__(self) -> Iterator[tuple[Scalar, Node]]:
        return iter(self.entries.values())

    def get(self, key: str) -> Node | None:
        """Return the value of a key, or None."""
        entry = self.entries.get(key)
        return entry[1] if entry else None

    def without(self, keys: Container[str]) -> Mapping:
        """Return the mapping without some of its keys."""
        kept = {name: entry for name, entry in self.entries.items() if name not in keys}
        return Mapping(*self.where, kept)
