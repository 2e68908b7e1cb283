"""Remaking: nodes of a theme's file changed, merged and made, each at the place it comes from."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar, cast

from smdeck.source import Mapping, Node, Scalar, Sequence

N = TypeVar("N", bound=Node)

Entries = dict[str, tuple[Scalar, Node]]


def made(value: Any, at: Node) -> Node:
    """Return a Python value as nodes that stand at the place of another node."""
    if isinstance(value, Node):
        return value
    if isinstance(value, dict):
        return Mapping(
            *at.where, {name: (new_key(name, at), made(inner, at)) for name, inner in value.items()}
        )
    if isinstance(value, list | tuple):
        return Sequence(*at.where, [made(inner, at) for inner in value])
    return new_key(str(value).lower() if isinstance(value, bool) else str(value), at)


def made_mapping(value: dict[str, Any], at: Node) -> Mapping:
    """Return a Python mapping as nodes that stand at the place of another node."""
    node = made(value, at)
    assert isinstance(node, Mapping)
    return node


def merged(base: Mapping, over: Mapping) -> Mapping:
    """Return a mapping with all keys of both; where both have a mapping these are merged too."""
    entries = dict(base.entries)
    for name, (key, value) in over.entries.items():
        below = base.get(name)
        if isinstance(below, Mapping) and isinstance(value, Mapping):
            value = merged(below, value)
        entries[name] = (key, value)
    return Mapping(*over.where, entries)


def anchored(root: Mapping, folder: Path) -> Mapping:
    """Return a canonical theme whose files are named from anywhere, not only from its folder."""

    def absolute(node: Node) -> Node:
        if not isinstance(node, Scalar):
            return node
        return made(str((folder / node.text).resolve()), node)

    def file_of(key: str) -> Callable[[Node], Node]:
        return lambda node: changed(node, **{key: absolute})

    def smdeck(node: Node) -> Node:
        return changed(node, art=lambda art: each(art, file_of("file")))

    def font(node: Node) -> Node:
        return changed(node, files=lambda files: each(files, file_of("path")))

    return changed(
        root,
        logo=lambda node: changed(node, medium=lambda size: each(size, absolute)),
        typography=lambda node: changed(node, fonts=lambda fonts: each(fonts, font)),
        defaults=lambda node: changed(node, smdeck=smdeck),
    )


def new_key(name: str, at: Node) -> Scalar:
    """Return a key at the place of a node."""
    return Scalar(*at.where, name, True)


def only(node: Node, *names: str) -> Node | None:
    """Return a mapping with some of its keys alone, None where it has none of them."""
    if not isinstance(node, Mapping):
        return node
    entries = {name: one for name, one in node.entries.items() if name in names}
    return Mapping(*node.where, entries) if entries else None


def without(node: Mapping, names: Iterable[str]) -> Mapping:
    """Return a mapping without some of its keys."""
    gone = {*names}
    return Mapping(
        *node.where, {name: one for name, one in node.entries.items() if name not in gone}
    )


def with_values(node: Mapping, **values: Node | None) -> Mapping:
    """Return a mapping with further keys; those without a value are left out."""
    entries = dict(node.entries)
    for name, value in values.items():
        entries.pop(name, None)
        if value is not None:
            entries[name] = (new_key(name, value), value)
    return Mapping(*node.where, entries)


def changed(node: N, **changes: Callable[[Node], Node | None]) -> N:
    """Return a mapping whose values of some keys are changed; a key without a value is left out."""
    if not isinstance(node, Mapping):
        return node
    entries: Entries = {}
    for name, (key, value) in node.entries.items():
        new = changes[name](value) if name in changes else value
        if new is not None:
            entries[name] = (key, new)
    return cast("N", Mapping(*node.where, entries))


def each(node: Node, change: Callable[[Node], Node]) -> Node:
    """Return a list or mapping with each of its values changed."""
    if isinstance(node, Sequence):
        return made([change(item) for item in node.items], node)
    if isinstance(node, Mapping):
        entries = {name: (key, change(value)) for name, (key, value) in node.entries.items()}
        return Mapping(*node.where, entries)
    return node
