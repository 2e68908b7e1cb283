"""Nodes: the values of a YAML file, each with its place and none of them interpreted yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from smdeck.findings import Place, Source


@dataclass(slots=True)
class Node:
    """What all nodes share: where they stand. Lines and columns count from 0 here."""

    source: Source = field(repr=False)
    line: int
    column: int
    length: int

    @property
    def place(self) -> Place:
        """Where the node begins, for a finding."""
        return Place(self.source, self.line + 1, self.column + 1, self.length)


@dataclass(slots=True)
class Scalar(Node):
    """A text as the author wrote it. Whether `no` is a word or a truth is for its reader to say."""

    text: str
    plain: bool

    @property
    def is_null(self) -> bool:
        """Whether nothing was written: `key:`, `~` or `null`."""
        return self.plain and self.text in ("", "~", "null", "Null", "NULL")


@dataclass(slots=True)
class Sequence(Node):
    """A list of nodes."""

    items: list[Node]


@dataclass(slots=True)
class Mapping(Node):
    """Keys with their values, in the order of the file; every key once."""

    entries: dict[str, tuple[Scalar, Node]]

    def __iter__(self) -> Iterator[tuple[Scalar, Node]]:
        return iter(self.entries.values())

    def get(self, key: str) -> Node | None:
        """Return the value of a key, or None."""
        entry = self.entries.get(key)
        return entry[1] if entry else None
