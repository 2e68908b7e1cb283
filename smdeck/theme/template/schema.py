"""What Open XML allows: the parts of a template are looked through before a talk takes them over.

PowerPoint offers to repair a file whose XML breaks the schema, and the talk would be that file.
What is allowed is data (`data/open-xml.json`), made from that of the Open XML SDK.
"""

from __future__ import annotations

import json
import re
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from smdeck.theme.template.package import NS, RELATIONS

COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

_PREFIXES = {address: prefix for prefix, address in NS.items()}


class ElementType(NamedTuple):
    """What an element may have."""

    attributes: dict[str, Any]
    """Its attributes, with the pattern of their values, or their least and largest number."""
    required: frozenset[str]
    """The attributes that it must have."""
    content: re.Pattern[str]
    """Its children in their order: their names, each with a space behind it."""
    children: dict[str, int]
    """The types of those that are looked into, by name."""
    words: bool
    """Whether it holds text."""


def fault(root: Any) -> str | None:
    """Return the first thing in a part that Open XML does not allow, or None.

    Parts of other kinds, as charts, have none.
    """
    schema = _schema()
    number = schema.roots.get(_called(root))
    pending = [] if number is None else [(root, number, _ignorable(root))]
    while pending:
        node, number, ignorable = pending.pop()
        type_ = schema.type(number)
        ignorable |= _ignorable(node)
        children = [
            child
            for child in node
            if isinstance(child.tag, str)
            and not child.tag.startswith(COMPATIBILITY)
            and child.tag.partition("}")[0][1:] not in ignorable
        ]
        found = _attribute_fault(node, type_) or _content_fault(node, children, type_)
        if found:
            return found
        for child in children:
            inner = type_.children.get(_called(child))
            if inner is not None:
                pending.append((child, inner, ignorable))
    return None


def _attribute_fault(node: Any, type_: ElementType) -> str | None:
    """Return what is wrong with the attributes of an element."""
    called = _called(node)
    for name, text in node.attrib.items():
        if name[0] == "{" and not name.startswith(f"{{{RELATIONS}}}"):
            continue  # of a namespace that others may understand
        known = f"r:{name.partition('}')[2]}" if name[0] == "{" else name
        if known not in type_.attributes:
            return f"`{called}` has no attribute `{known}`"
        if not _allows(type_.attributes[known], text):
            return f"`{known}` of `{called}` is `{text[:40]}`"
    named = {name.replace(f"{{{RELATIONS}}}", "r:") for name in node.attrib}
    missing = type_.required - named
    return f"`{called}` lacks `{min(missing)}`" if missing else None


def _allows(allowed: Any, text: str) -> bool:
    """Return whether a value is one that an attribute may have."""
    if isinstance(allowed, re.Pattern):
        return allowed.fullmatch(text) is not None
    least, most = allowed
    return re.fullmatch(r"[+-]?[0-9]{1,19}", text) is not None and least <= int(text) <= most


def _content_fault(node: Any, children: list[Any], type_: ElementType) -> str | None:
    """Return what is wrong with the order or number of children, or with words between them."""
    names = "".join(f"{_called(child)} " for child in children)
    if not type_.content.fullmatch(names):
        return f"`{_called(node)}` holds what is not allowed there, or lacks something"
    said = [node.text, *(child.tail for child in node)]
    if not type_.words and any(text and text.strip() for text in said):
        return f"`{_called(node)}` holds words"
    return None


def _ignorable(node: Any) -> frozenset[str]:
    """Return the namespaces that whoever does not know them may pass over, from here on."""
    prefixes = node.get(f"{COMPATIBILITY}Ignorable", "").split()
    return frozenset(node.nsmap[prefix] for prefix in prefixes if prefix in node.nsmap)


def _called(node: Any) -> str:
    """Return the name of an element, as `p:sp`; one of another namespace with all of that."""
    address, _, name = node.tag[1:].partition("}")
    return f"{_PREFIXES.get(address, address)}:{name}"


class _Schema:
    """The data, made ready as far as they are needed."""

    def __init__(self) -> None:
        data = json.loads((files("smdeck.data") / "open-xml.json").read_text("utf-8"))
        self.roots: dict[str, int] = data["roots"]
        self._values = [
            re.compile(one, re.S) if isinstance(one, str) else tuple(one) for one in data["values"]
        ]
        self._rows = data["types"]
        self._types: dict[int, ElementType] = {}

    def type(self, number: int) -> ElementType:
        """Return a type by its number."""
        if number not in self._types:
            attributes, required, content, children, words = self._rows[number]
            self._types[number] = ElementType(
                {name: self._values[value] for name, value in attributes.items()},
                frozenset(required),
                re.compile(content),
                children,
                bool(words),
            )
        return self._types[number]


@cache
def _schema() -> _Schema:
    return _Schema()
