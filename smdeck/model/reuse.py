"""Reuse: the keys by which a deck has several versions and takes from other files.

The room `expand` puts in what they stand for. Here they are described, for reference and schema.
"""

from __future__ import annotations

from typing import Any, ClassVar

from smdeck.model.fields import Record, key
from smdeck.model.kinds import Expanded

ONLY = "The variants that have it; without this key all have it."
EXCEPT = "The variants that don't have it."

EXPANDED = ("only", "except")
"""The keys of an item that each layout can take: nothing is left of them to be shown."""

_NAME = "^[a-z0-9][a-z0-9-]*$"


class ChosenVariants(Expanded):
    """Names of variants."""

    words: ClassVar[str] = "the name of a variant, or a list of them"
    described: ClassVar[dict[str, Any]] = {
        "anyOf": [
            {"type": "string", "pattern": _NAME},
            {"type": "array", "minItems": 1, "items": {"type": "string", "pattern": _NAME}},
        ]
    }


class Variables(Expanded):
    """Names with values, or files of them."""

    words: ClassVar[str] = "names with values, the name of a file, or a list of them"
    described: ClassVar[dict[str, Any]] = {
        "anyOf": [
            {"type": "object"},
            {"type": "string"},
            {"type": "array", "items": {"type": ["object", "string"]}},
        ]
    }


class SlideDefaults(Expanded):
    """Layouts with keys of their slides."""

    words: ClassVar[str] = "names of layouts, each with keys of a slide"
    described: ClassVar[dict[str, Any]] = {
        "type": "object",
        "additionalProperties": {"type": "object"},
    }


class Variants(Expanded):
    """Variants with keys of the deck."""

    words: ClassVar[str] = "names, each with keys of the deck"
    described: ClassVar[dict[str, Any]] = {
        "type": "object",
        "propertyNames": {"pattern": _NAME},
        "additionalProperties": {"type": ["object", "null"]},
    }


class UsedFiles(Expanded):
    """Files with slides."""

    words: ClassVar[str] = "a file, with `#id` for a slide or section of it, or a list of them"
    described: ClassVar[dict[str, Any]] = {
        "anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]
    }


class Use(Record):
    """An entry of `slides` that stands for slides of another file."""

    use: UsedFiles = key(
        "The file, relative to the one that names it; with `#id` one slide of it, or a section with"
        " its slides."
    )
    vars: Variables | None = key("Values for the variables of these slides.", None)
    whole: bool = key("False takes the slide of a section without those that follow it.", True)
    only: ChosenVariants | None = key(ONLY, None)
    except_: ChosenVariants | None = key(EXCEPT, None)
