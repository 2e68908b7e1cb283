"""Decks that programs make: a mapping of Python's becomes the YAML that an author would write."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time
from enum import Enum
from math import inf
from typing import Any

DEEPEST = 50
"""How deep values may be nested: what holds itself is deeper."""

BARE: dict[type, Callable[[Any], object]] = {
    str: str.__str__, int: int.__int__, float: float.__float__,
}  # fmt: skip
"""How values are had without what classes of their own make of them."""


def yaml_of(deck: Mapping[str, Any]) -> str:
    """Return a mapping as YAML.

    Raises TypeError for what YAML has no word for, with the way to it.
    """
    import yaml

    return yaml.safe_dump(_plain(deck, "deck"), allow_unicode=True, sort_keys=False, width=inf)


def _plain(value: object, way: str, depth: int = 0) -> object:
    """Return a value in the types that YAML knows."""
    if depth > DEEPEST:
        raise TypeError(f"{way[:80]}… is nested more than {DEEPEST} deep")
    if isinstance(value, datetime) and value == datetime.combine(value, time()):
        return value.date()
    if value is None or isinstance(value, bool | date):
        return value
    if isinstance(value, Enum):
        return _plain(value.value, way, depth + 1)
    for kind, bare in BARE.items():
        if isinstance(value, kind):
            return bare(value)
    if isinstance(value, os.PathLike):
        return os.fspath(value)
    if isinstance(value, Mapping):
        if not all(isinstance(key, str | int | float | date | None) for key in value):
            raise TypeError(f"{way} has a key that is no word and no number")
        return {
            _plain(key, way, depth + 1): _plain(one, f"{way}.{key}", depth + 1)
            for key, one in value.items()
        }
    if isinstance(value, Sequence) and not isinstance(value, bytes | bytearray):
        return [_plain(one, f"{way}[{n}]", depth + 1) for n, one in enumerate(value)]
    raise TypeError(f"{way} is a {type(value).__name__}, which a deck can't hold")
