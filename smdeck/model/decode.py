"""Decoding: nodes become typed records, and what does not fit becomes findings, all at once.

A record is a class whose fields are declared with `key`. The type of a field says what its
value may be; the text of `key` is its documentation, in the reference and in the JSON Schema.
"""

from __future__ import annotations

import re
import sys
import types
import typing
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, ClassVar, Literal, NamedTuple, NewType, Protocol, TypeVar, Union

from smdeck.findings import Findings, Place, count, listing
from smdeck.model.markup import Problem, blocks, inline, is_suspect, script
from smdeck.model.text import Block, Inline, Paragraph, Script, Text
from smdeck.model.typography import needs_typesetting, typeset
from smdeck.source import Mapping, Node, Scalar, Sequence

R = TypeVar("R", bound="Record")

_WHOLE = r"[+-]?[0-9]{1,15}"
_DECIMAL = r"[+-]?([0-9]{1,15}(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]{1,2})?"
"""Numbers in writing: as many digits as a float keeps, and none that is infinite."""

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
    return Declared(doc, default, least, most, tuple(shows.split()), pattern, expects)


KEPT_AS = {"at": "at_"}
"""Keys that are called as what every record can do, and the attributes that hold their values."""


class Record:
    """What all records share: their keys, and the node that they were decoded from.

    Records are plain classes and no dataclasses: a run makes some fifty of them before it does
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
        node = self.origin.get(name) if isinstance(self.origin, Mapping) else None
        return (node or self.origin).place

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
        pictures: list[Any] | None = None,
        lang: str | None = None,
        language: str = "de-DE",
    ) -> None:
        self.findings = findings
        self.folder = folder
        self.slides = slides
        self.links: list[tuple[str, Place]] = links or []
        """Where texts and items lead to: what is left to check once all ids are known."""
        self.pictures: list[Any] = pictures or []
        """The images named so far, whose files are left to check."""
        self.lang = lang
        """The language whose typography texts are given; None leaves them as they are typed."""
        self.language = language
        """The language of the deck, which figures are written in."""
        self.astray: set[str] = set()
        """Keys of slides that stand beside `slides`: no slide is told that it lacks them."""
        self.layouts_with: Callable[[str], list[str]] | None = None
        """Names the layouts that have a key."""

    def wrong(self, node: Node, name: str, expected: str, help: str | None = None) -> Failed:
        """Report a value of the wrong type."""
        self.findings.error(
            "wrong-type", f"{name} takes {expected}, here is {_described(node)}", node.place, help
        )
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


_NO_LIST = {
    "[": "put text that begins with `[` in quotes",
    "-": "remove the `- ` before it, or put text that begins with `- ` in quotes",
}
"""What helps where a text begins as a list does."""


def _report(problems: list[Problem], node: Scalar, reader: Reader) -> None:
    """Report what is wrong with the markup of a text; all the same it is fitted and checked."""
    for one in problems:
        report = reader.findings.error if one.severity == "error" else reader.findings.warn
        report(one.code, one.message, node.place_of(one.words, one.start), one.help)


def _as_text(node: Node, block: bool) -> Scalar | None:
    """Return the text that a list or a pair stands for where a text is wanted, or None.

    `- DSGVO: klären` is a text with a colon, which YAML takes for a key with its value. A list of
    texts is one in a text that has lists.
    """
    if isinstance(node, Mapping):
        return text_with_colon(node)
    if not (block and isinstance(node, Sequence) and node.items):
        return None
    in_brackets = node.source.line(node.line + 1)[node.column : node.column + 1] == "["
    if in_brackets and len(node.items) == 1:
        return None  # `[x]` is rather a text without quotes
    points = [text_with_colon(one) if isinstance(one, Mapping) else one for one in node.items]
    if not all(isinstance(point, Scalar) and not point.is_null for point in points):
        return None
    texts = (point.as_markup().text for point in points)  # type: ignore[union-attr]
    lines = ("- " + text.strip().replace("\n", "\n  ") for text in texts)
    return Scalar(*node.where, "\n".join(lines), False)


def text_with_colon(node: Mapping) -> Scalar | None:
    """Return the text that a pair of plain words is, as in `- DSGVO: klären`, or None.

    What stands in braces or quotes, or begins with a small letter as keys do, is meant as a key.
    """
    if len(node.entries) != 1:
        return None
    ((key_node, value),) = node.entries.values()
    line = node.source.line(node.line + 1)
    one_line = isinstance(value, Scalar) and value.line == key_node.line and not value.is_null
    if not one_line or not key_node.plain or line[node.column : node.column + 1] == "{":
        return None
    if key_node.text[:1].islower() and " " not in key_node.text.strip():
        return None
    assert isinstance(value, Scalar)
    words = f"{key_node.as_markup().text}: {value.as_markup().text}"
    return Scalar(*node.where, words, False)


_BY_LANGUAGE: dict[str, Any] = {
    "propertyNames": {"pattern": r"^[a-z]{2,3}(-\w+)*$"},
    "minProperties": 1,
}
"""The schema of a text in several languages: `{de: …, en: …}`."""


class Texts(NamedTuple):
    """An inline text, or one with paragraphs and lists."""

    block: bool = False
    spoken: bool = False
    """Whether it is read aloud, and has stage directions."""

    @property
    def words(self) -> str:
        return "a text"

    def decode(self, node: Node, name: str, reader: Reader) -> Any:
        if not isinstance(node, Scalar):
            written = _as_text(node, self.block)
            if written is None:
                return self._no_text(node, name, reader)
            node = written
        node = node.as_markup()
        place = node.place
        problems: list[Problem] = []
        if self.block:
            paragraphs = (script if self.spoken else blocks)(node.text, place, problems)
        else:
            paragraphs = (Paragraph(inline(node.text, problems), 0, None, place),)
        if is_suspect(node.text) or (not self.block and "\n" in node.text):
            from smdeck.model.unknown_markup import odd_characters, unknown_markup

            problems += unknown_markup(node.text, self.block, self.spoken)
            problems += odd_characters(node.text)
        if problems:
            _report(problems, node, reader)
        if reader.lang and needs_typesetting(node.text, reader.lang):
            paragraphs = tuple(
                paragraph
                if paragraph.code
                else paragraph._replace(runs=typeset(paragraph.runs, reader.lang))
                for paragraph in paragraphs
            )
        kind = Script if self.spoken else Block if self.block else Inline
        text = kind(paragraphs, place)
        if "](#" in node.text:
            runs = (run for paragraph in text.paragraphs for run in paragraph.runs)
            reader.links += [(run.link, text.place) for run in runs if run.link]
        return text

    def _no_text(self, node: Node, name: str, reader: Reader) -> Failed:
        """Report a list or a mapping that stands where a text is wanted."""
        if isinstance(node, Mapping) and len(node.entries) == 1:
            ((key_node, value),) = node.entries.values()
            if isinstance(value, Scalar) and key_node.plain:
                from smdeck.source.quoting import in_quotes

                text = in_quotes(f"{key_node.text}: {value.text}")
                if value.is_null:
                    return reader.wrong(node, name, self.words, "put text in braces in quotes")
                reader.findings.error(
                    "wrong-type",
                    f"{name} takes a text, here is a key with a value",
                    node.place,
                    f"put text that holds a colon in quotes: {text}",
                )
                return FAILED
        begins = node.source.line(node.line + 1)[node.column : node.column + 1]
        return reader.wrong(node, name, self.words, _NO_LIST.get(begins))

    def schema(self, definitions: dict[str, Any]) -> dict[str, Any]:
        # Numbers and truths are texts too where a text is wanted: `title: 2026`.
        text = {"type": ["string", "number", "boolean", "object"], **_BY_LANGUAGE}
        return {"anyOf": [text, {"type": "array", "items": text}]} if self.block else text


_WRITTEN = {
    "an address with https://": "write it whole, as https://example.com/seite",
    "an e-mail address": "write it whole, as kim@example.com",
    "the name or the path of a theme": "colours and fonts stand in a theme's own file: "
    "`smdeck new-theme marke` begins one, `theme: themes/marke` takes it",
}
"""What helps where a value can't be guessed, by what a key expects."""


class Strings(NamedTuple):
    """A string without markup, as a name, a file or an address."""

    pattern: str | None = None
    expects: str | None = None

    @property
    def words(self) -> str:
        return self.expects or "a word"

    def decode(self, node: Node, name: str, reader: Reader) -> Any:
        if not isinstance(node, Scalar):
            return reader.wrong(node, name, self.words, _WRITTEN.get(self.expects or ""))
        if not node.text.strip():
            return _empty(name, node, reader)
        if self.pattern and not re.fullmatch(self.pattern, node.text):
            reader.findings.error(
                "wrong-value",
                f"{name} takes {self.words}, here is `{node.text}`",
                node.place,
                self._meant(node.text, self.pattern),
            )
            return FAILED
        return node.text

    def _meant(self, text: str, pattern: str) -> str | None:
        """Return what a text may stand for that nearly matches: `Start Seite`, `example.com`."""
        from smdeck.model.address_forms import address_meant, spelled

        options = (spelled(text), address_meant(text) or "")
        near = next((one for one in options if one and re.fullmatch(pattern, one)), None)
        return f"did you mean `{near}`?" if near else _WRITTEN.get(self.expects or "")

    def schema(self, definitions: dict[str, Any]) -> dict[str, Any]:
        if not self.pattern:
            return {"type": ["string", "number", "boolean"]}
        digit = re.fullmatch(self.pattern, "1")  # which is a number in YAML
        type_ = ["string", "integer"] if digit else "string"
        return {"type": type_, "pattern": f"^(?:{self.pattern})$"}


Language = NewType("Language", str)
"""A language tag (BCP 47)."""


class Languages:
    """A language by its tag."""

    words = "a language tag such as `de-DE`"

    def decode(self, node: Node, name: str, reader: Reader) -> Any:
        from smdeck.model.language import is_tag, meant

        if not isinstance(node, Scalar):
            return reader.wrong(node, name, self.words)
        if is_tag(node.text):
            return node.text
        tag = meant(node.text)
        reader.findings.error(
            "wrong-value",
            f"{name} takes {self.words}, here is `{node.text}`",
            node.place,
            f"did you mean `{tag}`?" if tag else "name language and region: `de-AT`, `en-GB`",
        )
        return FAILED

    def schema(self, definitions: dict[str, Any]) -> dict[str, Any]:
        from smdeck.model.language import TAG

        tag = {"type": "string", "pattern": f"^(?:{TAG})$"}
        return {"anyOf": [tag, {"type": "array", "minItems": 1, "items": tag}]}


WebAddress = NewType("WebAddress", str)
"""The address of a page: https:// or http://."""


class WebAddresses:
    """The address of a page, as a browser takes it."""

    words = "an address with https://"

    def decode(self, node: Node, name: str, reader: Reader) -> Any:
        from smdeck.model.addresses import problem

        if not isinstance(node, Scalar):
            return reader.wrong(node, name, self.words)
        if not node.text.strip():
            return _empty(name, node, reader)
        wrong = problem(node.text)
        if wrong and wrong.broken:
            reader.findings.error(wrong.code, wrong.message, node.place, wrong.help)
            return FAILED
        if not node.text.lower().startswith(("https://", "http://")):
            reader.findings.error(
                "wrong-value",
                f"{name} takes {self.words}, here is `{node.text}`",
                node.place,
                self._help(node.text),
            )
            return FAILED
        return node.text

    def _help(self, text: str) -> str | None:
        """Return the address that may be meant, or what else helps."""
        from smdeck.model.addresses import problem

        near = f"https://{text}"
        if "@" in text and ":" not in text:
            return "write the page's address; an e-mail address stands under `email`"
        return None if ":" in text or problem(near) else f"did you mean `{near}`?"

    def schema(self, definitions: dict[str, Any]) -> dict[str, Any]:
        return {"type": "string", "pattern": "^(?:[Hh][Tt][Tt][Pp][Ss]?://\\S+)$"}


def _or_variable(type_: str) -> dict[str, Any]:
    """Return the schema of a value that is no text, and that a variable may stand for."""
    return {"type": [type_, "string"], "pattern": r"^\$\{[^{}]+\}$"}


class Numbers(NamedTuple):
    """A number, whole or with decimals, within bounds."""

    whole: bool = False
    least: float | None = None
    most: float | None = None

    @property
    def words(self) -> str:
        kind = "a whole number" if self.whole else "a number"
        if self.least is not None and self.most is not None:
            return f"{kind} from {self.least:g} to {self.most:g}"
        return f"{kind} of at least {self.least:g}" if self.least is not None else kind

    def decode(self, node: Node, name: str, reader: Reader) -> Any:
        if not isinstance(node, Scalar):
            return reader.wrong(node, name, self.words)
        if not re.fullmatch(_WHOLE if self.whole else _DECIMAL, node.text):
            from smdeck.model.meant import number_help

            reader.findings.error(
                "wrong-type",
                f"{name} takes {self.words}, here is `{node.text}`",
                node.place,
                number_help(node.text, self.whole),
            )
            return FAILED
        value = int(node.text) if self.whole else float(node.text)
        too_small = self.least is not None and value < self.least
        if too_small or (self.most is not None and value > self.most):
            reader.findings.error(
                "wrong-value", f"{name} takes {self.words}, here is `{node.text}`", node.place
            )
            return FAILED
        return value

    def schema(self, definitions: dict[str, Any]) -> dict[str, Any]:
        schema = _or_variable("integer" if self.whole else "number")
        if self.least is not None:
            schema["minimum"] = self.least
        if self.most is not None:
            schema["maximum"] = self.most
        return schema


TRUTHS = {
    **dict.fromkeys(("ja", "yes", "y", "on", "wahr", "1", "true"), "did you mean `true`?"),
    **dict.fromkeys(("nein", "no", "n", "off", "falsch", "0", "false"), "did you mean `false`?"),
}
"""What other words for the truth mean."""


class Truths:
    """`true` or `false`."""

    @property
    def words(self) -> str:
        return "`true` or `false`"

    def decode(self, node: Node, name: str, reader: Reader) -> Any:
        if isinstance(node, Scalar) and node.text in ("true", "false"):
            return node.text == "true"
        if isinstance(node, Scalar):
            reader.findings.error(
                "wrong-type",
                f"{name} takes {self.words}, here is `{node.text}`",
                node.place,
                TRUTHS.get(node.text.lower()),
            )
            return FAILED
        return reader.wrong(node, name, self.words)

    def schema(self, definitions: dict[str, Any]) -> dict[str, Any]:
        return _or_variable("boolean")


class Choices(NamedTuple):
    """One of a few words."""

    values: tuple[str, ...]

    @property
    def words(self) -> str:
        return listing(self.values)

    def decode(self, node: Node, name: str, reader: Reader) -> Any:
        if not isinstance(node, Scalar):
            return reader.wrong(node, name, self.words)
        if node.text not in self.values:
            from smdeck.model.meant import value_help

            reader.findings.error(
                "wrong-value",
                f"{name} can't be `{node.text}`",
                node.place,
                value_help(node.text, self.values, f"it takes {self.words}"),
            )
            return FAILED
        return node.text

    def schema(self, definitions: dict[str, Any]) -> dict[str, Any]:
        return {"enum": list(self.values)}


class Expanded:
    """What is put in before a deck is decoded, and is gone then: only described here."""

    words: ClassVar[str]
    described: ClassVar[dict[str, Any]]
    """Its JSON Schema."""

    def decode(self, node: Node, name: str, reader: Reader) -> Any:
        return FAILED  # it stands alone in an item: what that lacks is told

    def schema(self, definitions: dict[str, Any]) -> dict[str, Any]:
        return self.described


class Lists(NamedTuple):
    """A list whose members are of one kind, within bounds of length."""

    member: Kind
    least: float | None = None
    most: float | None = None
    counted: bool = True
    """False for the items of a slide: its layout counts them, and names others that take them."""

    @property
    def words(self) -> str:
        return "a list"

    @property
    def _of(self) -> str:
        """What it lists, in a word."""
        if isinstance(self.member, Slides):
            return "slides"
        if isinstance(self.member, Lists):
            return "rows" if isinstance(self.member.member, Texts) else "lists"
        if isinstance(self.member, Numbers):
            return "numbers"
        if isinstance(self.member, Records) and "at" in self.member.type.declared:
            return "blocks"
        has_title = isinstance(self.member, Records) and "title" in self.member.type.declared
        return "items" if has_title else "words"

    def decode(self, node: Node, name: str, reader: Reader) -> Any:
        if not isinstance(node, Sequence):
            from smdeck.model.meant import list_help

            return reader.wrong(node, name, self.words, list_help(node, self._of))
        values = [
            FAILED
            if _missing(item, f"entry {number} of {name}", reader)
            else self.member.decode(item, f"entry {number} of {name}", reader)
            for number, item in enumerate(node.items, 1)
        ]
        least, most = int(self.least or 0), int(self.most or len(values))
        if self.counted and not least <= len(values) <= most:
            limits = "" if least == most else "at least " if len(values) < least else "up to "
            limit = count(least if len(values) < least else most, "entry", "entries")
            reader.findings.error(
                "item-count",
                f"{name} takes {limits}{limit}, here is {_described(node)}",
                node.place,
            )
            return FAILED
        good = [value for value in values if value is not FAILED]
        # A deck goes on without its bad slides, so that the good ones are fitted and checked too.
        return good if len(good) == len(values) or isinstance(self.member, Slides) else FAILED

    def schema(self, definitions: dict[str, Any]) -> dict[str, Any]:
        schema = {**_or_variable("array"), "items": self.member.schema(definitions)}
        if self.least is not None:
            schema["minItems"] = int(self.least)
        if self.most is not None:
            schema["maxItems"] = int(self.most)
        return schema


class Maps(NamedTuple):
    """Names of the author's choice, each with a value of one kind."""

    member: Kind

    @property
    def words(self) -> str:
        return "names with values"

    def decode(self, node: Node, name: str, reader: Reader) -> Any:
        if not isinstance(node, Mapping):
            return reader.wrong(node, name, self.words)
        values = {
            key.text: self.member.decode(value, f"`{key.text}`", reader) for key, value in node
        }
        return FAILED if any(value is FAILED for value in values.values()) else values

    def schema(self, definitions: dict[str, Any]) -> dict[str, Any]:
        return {"type": "object", "additionalProperties": self.member.schema(definitions)}


class Records(NamedTuple):
    """A record, in short or in full."""

    type: type[Record]

    @property
    def words(self) -> str:
        first = listing(list(keys(self.type))[:2], "and")
        return str(getattr(self.type, "words", f"keys with values, such as {first}"))

    def decode(self, node: Node, name: str, reader: Reader) -> Any:
        value = self.type.from_other(node, reader)
        if value is not NotImplemented:
            return value
        if isinstance(node, Mapping):
            return decode(self.type, node, reader, name)
        help = None
        if isinstance(node, Sequence) and node.items:
            if len(node.items) == 1 and isinstance(node.items[0], Mapping):
                help = "remove the `- ` before its keys"
            elif hasattr(self.type, "short_schema"):
                from smdeck.model.meant import one_of

                help = one_of(node) or "write one text, or the keys on the lines below"
        return reader.wrong(node, name, self.words, help)

    def schema(self, definitions: dict[str, Any]) -> dict[str, Any]:
        name = self.type.__name__
        if name not in definitions:
            definitions[name] = {}  # stands for itself while records name one another
            definitions[name] = record_schema(self.type, definitions)
        return {"$ref": f"#/$defs/{name}"}


class Slides:
    """A slide; which keys it has depends on its layout."""

    @property
    def words(self) -> str:
        return "a slide"

    def decode(self, node: Node, name: str, reader: Reader) -> Any:
        assert reader.slides, "a deck is decoded with a reader that knows the layouts"
        return reader.slides(node, reader)

    def schema(self, definitions: dict[str, Any]) -> dict[str, Any]:
        return {"$ref": "#/$defs/Slide"}


class Key(NamedTuple):
    """A key of a record: its name, kind and documentation."""

    name: str
    kind: Kind
    doc: str
    required: bool
    shows: tuple[str, ...]
    least: float | None
    most: float | None


_KEYS: dict[type[Record], dict[str, Key]] = {}


def keys(record: type[Record]) -> dict[str, Key]:
    """Return the keys of a record by name, in the order of their declaration."""
    known = _KEYS.get(record)
    if known is None:
        known = _KEYS[record] = _declared_keys(record)
    return known


@cache
def _evaluated(hint: Any, module: str) -> Any:
    """Return the type that a hint names in a module: many keys have the same."""
    return eval(hint, vars(sys.modules[module])) if isinstance(hint, str) else hint


def _declared_keys(record: type[Record]) -> dict[str, Key]:
    hints: dict[str, Any] = {}
    for base in reversed(record.__mro__):
        # Not typing.get_type_hints: it takes ten times as long, and a run decodes many records.
        for name, hint in vars(base).get("__annotations__", {}).items():
            if (key_ := name.rstrip("_")) in record.declared:
                hints[key_] = _evaluated(hint, base.__module__)
    return {
        name: Key(
            name,
            _kind(hints[name], field),
            field.doc,
            field.default is REQUIRED,
            field.shows,
            field.least,
            field.most,
        )
        for name, field in record.declared.items()
    }


def decode(record: type[R], node: Mapping, reader: Reader, name: str | None = None) -> R | Failed:
    """Return the record that a mapping holds; FAILED, with findings, where it holds none.

    A key that is wrong but not required does not fail the record: its slide is still fitted,
    so that one run reports as much as there is.
    """
    known = keys(record)
    called = name or f"a `{record.__name__.lower()}`"
    if not node.entries.keys() <= known.keys():
        node, lacking = _as_meant(record, node, reader, called)
    else:
        lacking = set()
    values: dict[str, Any] = {}
    failed = bool(lacking) and not node.entries
    for key_node, value_node in node:
        field = known[key_node.text]
        value: Any = FAILED
        before = len(reader.findings)
        if not _missing(value_node, f"`{field.name}`", reader, key_node):
            value = field.kind.decode(value_node, f"`{field.name}`", reader)
        if field.name in lacking and {one.place for one in reader.findings[before:]} == {
            value_node.place
        }:
            del reader.findings[before:]  # perhaps another key is meant: first things first
        if field.required and isinstance(value, Text) and value.blank:
            value = _empty(f"`{field.name}`", value_node, reader)
        if value is not FAILED:
            values[field.name] = value
        elif field.required:
            failed = True
    for field in known.values():
        if field.required and field.name not in node.entries:
            failed = True
            if field.name in lacking or field.name in reader.astray:
                continue  # it stands there under another name or elsewhere, which is reported
            reader.findings.error(
                "missing-field",
                f"{called} needs the field `{field.name}`",
                node.place,
                _add(record, node, field),
            )
    if failed:
        return FAILED
    result = record(origin=node, **values)
    result.decoded(reader)
    return result


def _as_meant(
    record: type[Record], node: Mapping, reader: Reader, called: str
) -> tuple[Mapping, set[str]]:
    """Report the keys that a record does not have; return what is left, and the keys it lacks.

    A key whose name is meant stands there under its right name, so that its value is looked at in
    the same run, and nothing is said of what seems to be missing.
    """
    from smdeck.model.meant import unknown_key

    known, lacking = keys(record), set()
    entries: dict[str, tuple[Scalar, Node]] = {}
    for key_node, value_node in node:
        if key_node.text in known:
            entries[key_node.text] = key_node, value_node
            continue
        meant = unknown_key(record, node, key_node, value_node, reader)
        message = f"{called} has no field `{key_node.text}`"
        reader.findings.error("unknown-field", message, key_node.place, meant.help)
        lacking |= meant.lacking(known)
        if meant.name is None:
            continue
        if meant.name not in node.entries and not (
            isinstance(meant.value, Scalar) and meant.value.is_null
        ):
            right = Scalar(*key_node.where, meant.name, True)
            entries.setdefault(meant.name, (right, meant.value))
    # Where it has no key at all, whatever was meant is not a record with keys left out.
    return Mapping(*node.where, entries), lacking if entries else {*known}


def _add(record: type[Record], node: Mapping, field: Key) -> str:
    """Return what helps where a key is missing."""
    if isinstance(field.kind, Lists) and isinstance(field.kind.member, Slides):
        return "add `slides:`, and below it each slide, as `- layout: bullets`"
    alone = getattr(record, "is_slide", False) and len(node.entries) == 1
    once = "; only the first key of a slide begins with `- `" if alone else ""
    return (
        f"add `{field.name}`: {field.doc.rstrip('.')}{once}"
        if once
        else f"add `{field.name}`: {field.doc}"
    )


def record_schema(record: type[Record], definitions: dict[str, Any]) -> dict[str, Any]:
    """Return the JSON Schema of a record; the records it names are put into `definitions`."""
    properties = {}
    for field in keys(record).values():
        schema = field.kind.schema(definitions)
        described = {"allOf": [schema]} if "$ref" in schema else schema
        properties[field.name] = {**described, "description": field.doc}
    schema = {
        "type": "object",
        "description": (record.__doc__ or "").strip().split("\n")[0],
        "properties": properties,
        "additionalProperties": False,
    }
    required = [field.name for field in keys(record).values() if field.required]
    if required:
        schema["required"] = required
    schema = getattr(record, "full_schema", schema)
    short = getattr(record, "short_schema", None)
    return {"anyOf": [short, schema]} if short else schema


def _kind(hint: Any, field: Declared) -> Kind:
    """Return the kind that a type hint stands for."""
    least, most = field.least, field.most
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (Union, types.UnionType):
        (inner,) = (argument for argument in arguments if argument is not type(None))
        return _kind(inner, field)
    if origin is Literal:
        return Choices(arguments)
    if origin is list:
        member = _kind(arguments[0], field._replace(least=None, most=None))
        return Lists(member, least, most, counted=not field.shows)
    if origin is dict:
        return Maps(_kind(arguments[1], field))
    if hint is bool:
        return Truths()
    if hint in (int, float):
        return Numbers(hint is int, least, most)
    if hint is Language:
        return Languages()
    if hint is WebAddress:
        return WebAddresses()
    if hint is str:
        return Strings(field.pattern, field.expects)
    if hint in (Inline, Block, Script):
        return Texts(hint is not Inline, hint is Script)
    if issubclass(hint, Expanded):
        return hint()  # type: ignore[no-any-return]
    if issubclass(hint, Record):
        return Slides() if getattr(hint, "is_slide", False) else Records(hint)
    raise TypeError(f"no kind of value is known for {hint}")


def _missing(node: Node, name: str, reader: Reader, key_node: Node | None = None) -> bool:
    if not (isinstance(node, Scalar) and node.is_null):
        return False
    _empty(name, key_node or node, reader)
    return True


def _empty(name: str, node: Node, reader: Reader) -> Failed:
    from smdeck.model.meant import comment_after

    help = comment_after(node) or "give it a value, or remove it"
    reader.findings.error("missing-value", f"{name} has no value", node.place, help)
    return FAILED


def _described(node: Node) -> str:
    if isinstance(node, Mapping):
        with_keys = "a mapping with " + listing(node.entries, "and")
        return with_keys if node.entries else "an empty mapping"
    if isinstance(node, Sequence):
        entries = f"a list of {count(len(node.items), 'entry', 'entries')}"
        return entries if node.items else "an empty list"
    return f"`{node.text}`" if isinstance(node, Scalar) else "something else"
