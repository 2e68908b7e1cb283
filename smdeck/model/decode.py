"""Decoding: nodes become typed records, and what does not fit becomes findings, all at once."""

from __future__ import annotations

import sys
import types
import typing
from functools import cache
from typing import Any, Literal, NamedTuple, TypeVar, Union

from smdeck.findings import count, listing
from smdeck.model.fields import (
    FAILED,
    REQUIRED,
    Declared,
    Failed,
    Kind,
    Reader,
    Record,
    described,
    report_empty,
    reports_missing,
)
from smdeck.model.kinds import (
    BoolKind,
    ChoiceKind,
    Expanded,
    Language,
    LanguageKind,
    MapKind,
    NumberKind,
    StringKind,
    TextKind,
    WebAddress,
    WebAddressKind,
    or_variable,
)
from smdeck.model.sparks import CellKind, TableCell
from smdeck.model.text import Block, Inline, Script, Text
from smdeck.source import Mapping, Node, Scalar, Sequence

R = TypeVar("R", bound="Record")


class ListKind(NamedTuple):
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
        if isinstance(self.member, SlideKind):
            return "slides"
        if isinstance(self.member, ListKind):
            return "rows" if isinstance(self.member.member, TextKind) else "lists"
        if isinstance(self.member, NumberKind):
            return "numbers"
        if isinstance(self.member, RecordKind) and "at" in self.member.type.declared:
            return "blocks"
        has_title = isinstance(self.member, RecordKind) and "title" in self.member.type.declared
        return "items" if has_title else "words"

    def decode(self, node: Node, name: str, reader: Reader) -> Any:
        if not isinstance(node, Sequence):
            from smdeck.model.meant import list_help

            help = self._lone(node) or list_help(node, self._of)
            return reader.wrong(node, name, self.words, help)
        values = [
            FAILED
            if reports_missing(item, f"entry {number} of {name}", reader)
            else self.member.decode(item, f"entry {number} of {name}", reader)
            for number, item in enumerate(node.items, 1)
        ]
        least, most = int(self.least or 0), int(self.most or len(values))
        if self.counted and not least <= len(values) <= most:
            limits = "" if least == most else "at least " if len(values) < least else "up to "
            limit = count(least if len(values) < least else most, "entry", "entries")
            reader.findings.error(
                "item-count",
                f"{name} takes {limits}{limit}, here is {described(node)}",
                node.place,
            )
            return FAILED
        good = [value for value in values if value is not FAILED]
        # A deck goes on without its bad slides, so that the good ones are fitted and checked too.
        return good if len(good) == len(values) or isinstance(self.member, SlideKind) else FAILED

    def _lone(self, node: Node) -> str | None:
        """Return how a record is written that stands there without its list."""
        if not isinstance(node, Mapping) or not isinstance(self.member, RecordKind):
            return None
        values = {name: value for name, (_, value) in node.entries.items()}
        if not values or not values.keys() <= keys(self.member.type).keys():
            return None
        pairs = [
            f"{name}: {value.text if isinstance(value, Scalar) else '…'}"
            for name, value in values.items()
        ]
        return f"write it as a list: `[{{{', '.join(pairs)}}}]`"

    def schema(self, definitions: dict[str, Any]) -> dict[str, Any]:
        schema = {**or_variable("array"), "items": self.member.schema(definitions)}
        if self.least is not None:
            schema["minItems"] = int(self.least)
        if self.most is not None:
            schema["maxItems"] = int(self.most)
        return schema


class RecordKind(NamedTuple):
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


class SlideKind:
    """A slide; which keys it has depends on its layout."""

    words = "a slide"

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
            doc=field.doc,
            required=field.default is REQUIRED,
            shows=field.shows,
            least=field.least,
            most=field.most,
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
    lacking: set[str] = set()
    if not node.entries.keys() <= known.keys():
        node, lacking = _as_meant(record, node, reader, called)
    values: dict[str, Any] = {}
    failed = bool(lacking) and not node.entries
    for key_node, value_node in node:
        field = known[key_node.text]
        value: Any = FAILED
        before = len(reader.findings)
        if not reports_missing(value_node, f"`{field.name}`", reader, key_node):
            value = field.kind.decode(value_node, f"`{field.name}`", reader)
        if field.name in lacking and {one.place for one in reader.findings[before:]} == {
            value_node.place
        }:
            del reader.findings[before:]  # perhaps another key is meant: first things first
        if field.required and isinstance(value, Text) and value.blank:
            value = report_empty(f"`{field.name}`", value_node, reader)
        if value is not FAILED:
            values[field.name] = value
        elif field.required:
            failed = True
    for field in known.values():
        if field.required and field.name not in node.entries:
            failed = True
            if field.name not in lacking and field.name not in reader.astray:
                message = f"{called} needs the field `{field.name}`"
                help = _add(record, node, field)
                reader.findings.error("missing-field", message, node.place, help)
            # else it stands there under another name or elsewhere, which is reported
    if failed:
        return FAILED
    result = record(origin=node, **values)
    result.decoded(reader)
    return result


def short_form(record: type[R], name: str, node: Node, reader: Reader) -> Any:
    """Return the record of which only one text is written, the value of the key `name`."""
    if not isinstance(node, Scalar) or (node.plain and node.text in ("true", "false")):
        return NotImplemented
    value = keys(record)[name].kind.decode(node, f"`{name}`", reader)
    if value is FAILED:
        return FAILED
    made = record(origin=node, **{name: value})
    made.decoded(reader)
    return made


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
        if meant.name not in node.entries and not (meant.value.is_null):
            right = Scalar(*key_node.where, meant.name, True)
            entries.setdefault(meant.name, (right, meant.value))
    # Where it has no key at all, whatever was meant is not a record with keys left out.
    return Mapping(*node.where, entries), lacking if entries else {*known}


def _add(record: type[Record], node: Mapping, field: Key) -> str:
    """Return what helps where a key is missing."""
    if isinstance(field.kind, ListKind) and isinstance(field.kind.member, SlideKind):
        return "add `slides:`, and below it each slide, as `- layout: bullets`"
    alone = getattr(record, "is_slide", False) and len(node.entries) == 1
    once = "; only the first key of a slide begins with `- `" if alone else ""
    return f"add `{field.name}`: {field.doc.rstrip('.') if once else field.doc}{once}"


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
        return ChoiceKind(arguments)
    if origin is list:
        member = _kind(arguments[0], field._replace(least=None, most=None))
        return ListKind(member, least, most, counted=not field.shows)
    if origin is dict:
        return MapKind(_kind(arguments[1], field))
    if hint is bool:
        return BoolKind()
    if hint in (int, float):
        return NumberKind(hint is int, least, most)
    if hint is Language:
        return LanguageKind()
    if hint is WebAddress:
        return WebAddressKind()
    if hint is str:
        return StringKind(field.pattern, field.expects)
    if hint is TableCell:
        return CellKind()
    if hint in (Inline, Block, Script):
        return TextKind(hint is not Inline, hint is Script)
    if issubclass(hint, Expanded):
        return hint()  # type: ignore[no-any-return]
    if issubclass(hint, Record):
        return SlideKind() if getattr(hint, "is_slide", False) else RecordKind(hint)
    raise TypeError(f"no kind of value is known for {hint}")
