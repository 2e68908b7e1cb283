"""Overriding: keys that a variant, a used slide or `--set` has otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterable

from smdeck.findings import Findings, count
from smdeck.source.nodes import Mapping, Node, Scalar, Sequence

Entry = tuple[Scalar, Node]
"""A key with its value."""

_PATH = re.compile(r"[\w-]+(?:\.[\w-]+){1,7}")
"""A key that reaches inside: `event.place`, `items.2.title`."""


def overridden(base: Mapping, entries: Iterable[Entry], findings: Findings) -> Mapping:
    """Return a mapping with further keys in place of its own.

    A key takes the place of the whole value; `event.place` reaches inside, `items.2.title` into
    the second of a list. A key without a value takes the base's away.
    """
    for key, value in entries:
        if _PATH.fullmatch(key.text):
            base = _reached(base, key, key.text.split("."), value, findings)
        else:
            base = _with(base, key, value)
    return base


def _with(base: Mapping, key: Scalar, value: Node) -> Mapping:
    """Return a mapping with one key more, or less where the value is none."""
    kept = dict(base.entries)
    if value.is_null:
        kept.pop(key.text, None)
    else:
        kept[key.text] = key, value
    return Mapping(*base.where, kept)


def _reached(
    base: Mapping, key: Scalar, path: list[str], value: Node, findings: Findings
) -> Mapping:
    """Return a mapping in which the value at a path of keys is another one."""
    name = Scalar(*key.where, path[0], True)
    if len(path) == 1:
        return _with(base, name, value)
    inner = base.get(path[0]) or Mapping(*key.where, {})
    if isinstance(inner, Sequence):
        changed: Node | None = _in_list(inner, key, path[1:], value, findings)
    elif isinstance(inner, Mapping):
        changed = _reached(inner, key, path[1:], value, findings)
    else:
        message = f"`{key.text}` reaches into a text"
        help = f"write `{path[0]}` whole"
        findings.error("wrong-type", message, key.place, help)
        changed = None
    if changed is None:
        return base
    own = base.entries.get(path[0])
    return _with(base, own[0] if own else name, changed)


def _in_list(
    base: Sequence, key: Scalar, path: list[str], value: Node, findings: Findings
) -> Sequence | None:
    """Return a list in which an entry, or what is inside of it, is another one."""
    number = int(path[0]) if path[0].isdecimal() else 0
    if not 1 <= number <= len(base.items):
        entries = count(len(base.items), "entry", "entries")
        message = f"`{key.text}` leads nowhere: the list has {entries}"
        findings.error("unknown-name", message, key.place, "entries are counted from 1")
        return None
    at = base.items[number - 1]
    if len(path) == 1:
        changed: Node = value
    elif isinstance(at, Mapping):
        changed = _reached(at, key, path[1:], value, findings)
    else:
        message = f"`{key.text}` reaches into a text"
        findings.error("wrong-type", message, key.place, f"write `{key.text.rpartition('.')[0]}`")
        return None
    null = len(path) == 1 and value.is_null
    items = [*base.items[: number - 1], *([] if null else [changed]), *base.items[number:]]
    return Sequence(*base.where, items)
