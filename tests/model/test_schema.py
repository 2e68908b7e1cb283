"""The JSON Schema agrees with the compiler, and its texts are sentences."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from smdeck.layouts import layout_names, load_layout
from smdeck.model.decode import keys
from smdeck.model.fields import Record
from smdeck.model.records import Deck, Slide
from smdeck.reference import deck_schema
from smdeck.theme.records import ThemeFile

DeckOf = Callable[..., str]


class AsWritten(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Reads YAML as editors do: a date or a `no` is the text that was written (YAML 1.2)."""


AsWritten.yaml_implicit_resolvers = {
    first: [
        (tag, pattern) for tag, pattern in resolvers
        if tag.rsplit(":", 1)[-1] not in ("timestamp", "bool")
    ]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}  # fmt: skip
AsWritten.add_implicit_resolver(
    "tag:yaml.org,2002:bool",
    re.compile("^(?:true|false)$"),
    list("tf"),
)


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    """A validator of decks."""
    schema = deck_schema()
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def problems(validator: Draft202012Validator, text: str) -> list[str]:
    """Return what the schema says against a deck."""
    deck = yaml.load(text, AsWritten)
    return [f"{error.json_path}: {error.message[:200]}" for error in validator.iter_errors(deck)]


def test_every_deck_of_the_repository_is_valid(
    validator: Draft202012Validator, repository: Path
) -> None:
    decks = [deck for deck in sorted(repository.glob("decks/*.yaml")) if "." not in deck.stem]
    assert decks
    for deck in decks:
        assert problems(validator, deck.read_text("utf-8")) == [], deck.name


@pytest.mark.parametrize("name", layout_names())
def test_the_example_of_every_layout_is_valid(
    name: str, validator: Draft202012Validator, deck_of: DeckOf
) -> None:
    assert problems(validator, deck_of(load_layout(name).example)) == []


@pytest.mark.parametrize("name", layout_names())
def test_a_misspelt_key_is_rejected_in_every_layout(
    name: str, validator: Draft202012Validator, deck_of: DeckOf
) -> None:
    assert problems(validator, deck_of(load_layout(name).example + "\ntitel: x\n"))


WRONG = {
    "a misspelt key of the deck": "titel: a\ntitle: a\nslides: [{title: a, items: [b]}]\n",
    "a deck without slides": "title: a\n",
    "no slide at all": "title: a\nslides: []\n",
    "an unknown layout": "title: a\nslides: [{layout: bulletts, title: a, items: [b]}]\n",
    "a misspelt key of a slide": "title: a\nslides: [{title: a, itmes: [b], items: [b]}]\n",
    "a key of another layout": "title: a\nslides: [{title: a, items: [b], center: c}]\n",
    "a slide without its items": "title: a\nslides: [{title: a}]\n",
    "too many items": "title: a\nslides: [{title: a, items: [1, 2, 3, 4, 5, 6, 7, 8]}]\n",
    "a key that only the compiler uses": (
        "title: a\nslides:\n  - {layout: chart, title: a, type: scatter, "
        "data: {points: {c: [[1, 2]]}}}\n"
    ),
    "a key that a layout's items can't show": (
        "title: a\nslides: [{title: a, items: [{title: b, icon: rocket}]}]\n"
    ),
    "a block without a place": (
        "title: a\nslides: [{layout: free, title: a, blocks: [{text: b}]}]\n"
    ),
    "a place of one text": (
        "title: a\nslides: [{layout: free, title: a, blocks: [{at: 1-6, text: b}]}]\n"
    ),
    "a truth that is none": "title: a\nslides: [{title: a, items: [b], reveal: yes}]\n",
    "an unknown tone": "title: a\nslides: [{title: a, items: [b], tone: gelb}]\n",
}


@pytest.mark.parametrize("case", WRONG)
def test_what_the_compiler_rejects_the_schema_rejects_too(
    case: str, validator: Draft202012Validator, findings_of: Callable[[str], list[Any]]
) -> None:
    assert findings_of(WRONG[case])
    assert problems(validator, WRONG[case])


RIGHT = {
    "a slide without a layout": "title: a\nslides: [{title: a, items: [b]}]\n",
    "a number as a title": "title: 2026\nslides: [{title: 2026, items: [1, 2.5]}]\n",
    "sub-items in short": "title: a\nslides:\n  - title: a\n    items:\n      - b: [c, d]\n",
    "a table with figures": (
        "title: a\nslides: [{layout: table, title: a, columns: [a, b], rows: [[c, 1]]}]\n"
    ),
    "a gap in a chart": (
        "title: a\nslides:\n  - {layout: chart, title: a, source: b, type: line, "
        "data: {categories: [a, b], series: {c: [1, ~]}}}\n"
    ),
    "a scatter chart": (
        "title: a\nslides:\n  - {layout: chart, title: a, source: b, type: scatter, "
        "data: {series: {c: [[1, 2], [3, 4]]}}}\n"
    ),
    "blocks on the grid": (
        "title: a\nslides:\n  - layout: free\n    title: a\n    blocks:\n"
        "      - {at: {columns: 3, rows: 1-4}, text: b}\n"
        "      - {at: {columns: 4-12}, value: 5, label: c}\n"
    ),
    "an agenda of items": (
        "title: a\nslides: [{layout: agenda, items: [b, {title: c, minutes: 2}]}]\n"
    ),
}


@pytest.mark.parametrize("case", RIGHT)
def test_what_the_compiler_takes_the_schema_takes_too(
    case: str, validator: Draft202012Validator, findings_of: Callable[[str], list[Any]]
) -> None:
    assert not findings_of(RIGHT[case])
    assert problems(validator, RIGHT[case]) == []


def all_records() -> list[type[Record]]:
    """Return all records that a deck or a theme is made of."""
    from smdeck.model import blocks, chart, records, table
    from smdeck.theme import records as theme_records

    seen: set[type[Record]] = {load_layout(name) for name in layout_names()}
    for module in (records, blocks, chart, table, theme_records):
        for value in vars(module).values():
            if isinstance(value, type) and issubclass(value, Record) and value is not Record:
                seen.add(value)
    assert {Deck, Slide, ThemeFile} <= seen
    return sorted(seen, key=lambda record: record.__name__)


@pytest.mark.parametrize("record", all_records(), ids=lambda record: record.__name__)
def test_every_key_is_documented_by_a_sentence(record: type[Record]) -> None:
    for name, key in keys(record).items():
        assert key.doc.endswith("."), f"{record.__name__}.{name}: {key.doc!r}"
        assert key.doc[0].isupper() or key.doc[0] in "`0123456789", f"{record.__name__}.{name}"
        assert "  " not in key.doc, f"{record.__name__}.{name}"


@pytest.mark.parametrize("record", all_records(), ids=lambda record: record.__name__)
def test_every_record_says_what_it_is(record: type[Record]) -> None:
    assert (record.__doc__ or "").strip().split("\n")[0].endswith(".")


def test_every_description_of_the_schema_is_a_sentence() -> None:
    def described(value: object) -> Iterator[str]:
        if isinstance(value, dict):
            if isinstance(value.get("description"), str):
                yield value["description"]
            for inner in value.values():
                yield from described(inner)
        elif isinstance(value, list):
            for inner in value:
                yield from described(inner)

    texts = list(described(deck_schema()))
    assert len(texts) > 100
    assert [text for text in texts if not text.endswith(".")] == []
