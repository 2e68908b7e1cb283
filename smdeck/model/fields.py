"""Fields: what records of the deck language share, and how their keys are declared.

A record is a class whose fields are declared with `key`. The type of a field says what its
value may be; the text of `key` is its documentation, in the reference and in the JSON Schema.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar, NamedTuple, Protocol

from smdeck.findings import Findings, Place, count, listing
from smdeck.source import Mapping, Node, Scalar, Sequence

REQUIRED: Any = object()
"""The default of a key that has none."""


class Declared(NamedTuple):
    """What `key` says of a field: see there."""

    doc: str
    default: Any
    least: float | None
    most: float | None
    shows: tuple[str, ...]
    pattern: str | None
    expects: str | None


def key(
    doc: str,
    default: Any = REQUIRED,
    *,
    least: float | None = None,
    most: float | None = None,
    shows: str = "",
    pattern: str | None = None,
    expects: str | None = None,
) -> Any:
    """Declare a field of a record as a key of the deck language.

    A `default` that is a type, as `list`, is called for each record. `least` and `most` bound a
    number or the length of a list; `shows` names, separated by spaces, the keys of an item that a
    list of items can show; `pattern` is what a string must match, and `expects` says so in words.
    """
    return Declared(
        doc,
        default,
        least=least,
        most=most,
        shows=tuple(shows.split()),
        pattern=pattern,
        expects=expects,
    )


KEPT_AS = {"at": "at_", "from": "from_"}
"""Keys that are called as what every record can do, and the attributes that hold their values."""


class Record:
    """What all records share: their keys, and the node that they were decoded from.

    RecordKind are plain classes and no dataclasses: a run makes some fifty of them before it does
    anything, and the code that `dataclass` compiles takes 0.3 to 0.6 ms for each.
    """

    declared: ClassVar[dict[str, Declared]] = {}
    """All keys by name, those of the bases first."""
    _made: ClassVar[dict[str, Callable[[], Any]]] = {}
    """What makes the value of a key that is not written, where each record has its own."""

    def __init_subclass__(cls) -> None:
        declared = {name: one for name, one in vars(cls).items() if isinstance(one, Declared)}
        own = {name.rstrip("_"): one for name, one in declared.items()}  # `except_` is `except`
        cls.declared = {}
        for base in reversed(cls.__mro__[1:]):
            cls.declared.update(vars(base).get("declared", {}))
        cls.declared.update(own)
        for name, field in own.items():  # what a record has that is not given another value
            setattr(cls, KEPT_AS.get(name, name), field.default)
        defaults = ((name, field.default) for name, field in cls.declared.items())
        cls._made = {name: default for name, default in defaults if isinstance(default, type)}

    def __init__(self, origin: Node, **values: Any) -> None:
        self.origin = origin
        for name, make in self._made.items():
            if name not in values:
                setattr(self, name, make())
        for name, value in values.items():
            setattr(self, KEPT_AS.get(name, name), value)

    def __repr__(self) -> str:
        given = {name: getattr(self, KEPT_AS.get(name, name)) for name in self.declared}
        shown = ", ".join(f"{name}={value!r}" for name, value in given.items() if value)
        return f"{type(self).__name__}({shown})"

    def at(self, name: str) -> Place:
        """Return the place of a key's value, or of the record where the key is not written."""
        return (self.origin.get(name) or self.origin).place

    def decoded(self, reader: Reader) -> None:
        """Tell the reader of what is left to check."""

    @classmethod
    def from_other(cls, node: Node, reader: Reader) -> Any:
        """Return the record of a node in a short form, or NotImplemented where it is in full."""
        return NotImplemented


class Failed:
    """The value of a node that could not be decoded; findings say why."""


FAILED = Failed()


class Reader:
    """What decoding needs beside the nodes: the findings, and the folder of the file."""

    def __init__(
        self,
        findings: Findings,
        folder: Path,
        slides: Callable[[Node, Reader], Any] | None = None,
        links: list[tuple[str, Place]] | None = None,
        lang: str | None = None,
        language: str = "de-DE",
    ) -> None:
        self.findings = findings
        self.folder = folder
        self.slides = slides
        self.links: list[tuple[str, Place]] = links or []
        """Where texts and items lead to: what is left to check once all ids are known."""
        self.pictures: list[Any] = []
        """The images named so far, whose files are left to check."""
        self.lang = lang
        """The language whose typography texts are given; None leaves them as they are typed."""
        self.language = language
        """The language of the deck, which figures are written in."""
        self.astray: set[str] = set()
        """Keys of slides that stand beside `slides`: no slide is told that it lacks them."""
        self.layouts_with: Callable[[str], list[str]] | None = None
        """Names the layouts that have a key."""

    def wrong(
        self,
        node: Node,
        name: str,
        expected: str,
        help: str | None = None,
        code: str = "wrong-type",
    ) -> Failed:
        """Report a value of the wrong type, or another one than a key takes."""
        message = f"{name} takes {expected}, here is {described(node)}"
        self.findings.error(code, message, node.place, help)
        return FAILED


class Kind(Protocol):
    """A kind of value: how it is decoded, called and described in the schema."""

    def decode(self, node: Node, name: str, reader: Reader) -> Any:
        """Return the value of a node; FAILED, with findings, where it does not fit."""

    def schema(self, definitions: dict[str, Any]) -> dict[str, Any]:
        """Return the JSON Schema of the kind; records are put into `definitions`."""

    @property
    def words(self) -> str:
        """How a finding calls a value of this kind, with its article."""


def reports_missing(node: Node, name: str, reader: Reader, key_node: Node | None = None) -> bool:
    """Return whether a key has no value, which is reported."""
    if not (node.is_null):
        return False
    report_empty(name, key_node or node, reader)
    return True


def report_empty(name: str, node: Node, reader: Reader) -> Failed:
    """Report that a value is empty; with the comment after it where that is meant as the value."""
    from smdeck.model.meant import comment_after

    help = comment_after(node) or "give it a value, or remove it"
    reader.findings.error("missing-value", f"{name} has no value", node.place, help)
    return FAILED


def described(node: Node) -> str:
    """Return how a finding calls what stands in the place of a value."""
    if isinstance(node, Mapping):
        with_keys = "a mapping with " + listing(node.entries, "and")
        return with_keys if node.entries else "an empty mapping"
    if isinstance(node, Sequence):
        entries = f"a list of {count(len(node.items), 'entry', 'entries')}"
        return entries if node.items else "an empty list"
    return f"`{node.text}`" if isinstance(node, Scalar) else "something else"
