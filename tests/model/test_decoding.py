"""Decoding: what each kind of value takes, and what an author reads where it does not fit."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from smdeck.findings import Finding, Findings
from smdeck.model.decode import ListKind, RecordKind, keys
from smdeck.model.fields import FAILED, Reader
from smdeck.model.items import Item
from smdeck.model.kinds import BoolKind, ChoiceKind, MapKind, NumberKind, StringKind, TextKind
from smdeck.model.people import Speaker
from smdeck.model.records import Deck
from smdeck.source import read_text

FindingsOf = Callable[[str], list[Finding]]


def decoded(kind: Any, yaml: str) -> tuple[Any, list[str]]:
    """Return what a kind makes of a value in YAML, and the findings as `code: message`."""
    findings = Findings()
    node = read_text(f"key: {yaml}\n", "deck.yaml", findings)
    assert node
    value = node.get("key")
    assert value
    result = kind.decode(value, "`key`", Reader(findings, Path()))
    return result, [f"{finding.code}: {finding.message}" for finding in findings.in_order()]


GOOD = [
    (BoolKind(), "true", True),
    (BoolKind(), "false", False),
    (NumberKind(), "2", 2.0),
    (NumberKind(), "2.5", 2.5),
    (NumberKind(), "-1e3", -1000.0),
    (NumberKind(whole=True), "12", 12),
    (NumberKind(least=1, most=5), "5", 5.0),
    (StringKind(), "rocket", "rocket"),
    (StringKind(), "2026", "2026"),
    (StringKind("[a-z]+", "lower-case letters"), "abc", "abc"),
    (ChoiceKind(("light", "dark")), "dark", "dark"),
    (ListKind(NumberKind()), "[1, 2]", [1.0, 2.0]),
    (ListKind(NumberKind()), "[]", []),
    (MapKind(NumberKind()), "{a: 1, b: 2}", {"a": 1.0, "b": 2.0}),
]


@pytest.mark.parametrize(("kind", "yaml", "expected"), GOOD)
def test_a_value_that_fits_is_decoded(kind: Any, yaml: str, expected: object) -> None:
    assert decoded(kind, yaml) == (expected, [])


BAD = [
    (BoolKind(), "yes", "wrong-type: `key` takes `true` or `false`, here is `yes`"),
    (BoolKind(), "[true]", "wrong-type: `key` takes `true` or `false`, here is a list of 1 entry"),
    (NumberKind(), "zwei", "wrong-type: `key` takes a number, here is `zwei`"),
    (NumberKind(), "2,5", "wrong-type: `key` takes a number, here is `2,5`"),
    (NumberKind(), "0x10", "wrong-type: `key` takes a number, here is `0x10`"),
    (NumberKind(), ".nan", "wrong-type: `key` takes a number, here is `.nan`"),
    (NumberKind(whole=True), "1.5", "wrong-type: `key` takes a whole number, here is `1.5`"),
    (NumberKind(least=0), "-1", "wrong-value: `key` takes a number of at least 0, here is `-1`"),
    (
        NumberKind(least=1, most=5), "6",
        "wrong-value: `key` takes a number from 1 to 5, here is `6`",
    ),
    (StringKind(), "{a: b}", "wrong-type: `key` takes a word, here is a mapping with `a`"),
    (
        StringKind("[a-z]+", "lower-case letters"),
        "ABC",
        "wrong-value: `key` takes lower-case letters, here is `ABC`",
    ),
    (ChoiceKind(("light", "dark")), "drak", "wrong-value: `key` can't be `drak`"),
    (ListKind(NumberKind()), "1", "wrong-type: `key` takes a list, here is `1`"),
    (ListKind(NumberKind()), "[a]", "wrong-type: entry 1 of `key` takes a number, here is `a`"),
    (ListKind(NumberKind()), "[1, ~]", "missing-value: entry 2 of `key` has no value"),
    (MapKind(NumberKind()), "[1]", "wrong-type: `key` takes names with values, here is a list of 1 "
     "entry"),
    (TextKind(), "[a]", "wrong-type: `key` takes a text, here is a list of 1 entry"),
    (RecordKind(Speaker), "[Erika]", "wrong-type: `key` takes a name, or keys with values, such as "
      "`name` and `role`, here is a list of 1 entry"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "yaml", "message"), BAD)
def test_a_value_that_does_not_fit_is_a_finding(kind: Any, yaml: str, message: str) -> None:
    value, messages = decoded(kind, yaml)
    assert value is FAILED
    assert messages == [message]


def test_a_decimal_comma_is_answered_with_the_point(findings_of: FindingsOf) -> None:
    (finding,) = findings_of("title: a\nminutes: 2,5\nslides: [{title: a, items: [b]}]\n")
    assert finding.help == "write the decimal point: 2.5"
    assert finding.place and (finding.place.line, finding.place.column) == (2, 10)


def item(yaml: str) -> Item:
    """Return the item of a value in YAML."""
    value, messages = decoded(RecordKind(Item), yaml)
    assert isinstance(value, Item), messages
    return value


def test_an_item_in_short_is_its_title() -> None:
    for one in (item("Dialog"), item("{title: Dialog}")):
        assert one.title and one.title.plain == "Dialog"


def test_a_number_may_be_an_item() -> None:
    title = item("2026").title
    assert title and title.plain == "2026"


def test_an_item_may_be_written_as_its_title_with_a_list() -> None:
    short, full = item("{Ursachen: [a, b]}"), item("{title: Ursachen, items: [a, b]}")
    for one in (short, full):
        assert one.title and one.title.plain == "Ursachen"
        assert [sub.title.plain for sub in one.items if sub.title] == ["a", "b"]


def test_an_item_takes_all_of_its_keys() -> None:
    one = item("{title: a, text: b, icon: c, link: 'https://e.de', featured: true, tie: strong}")
    assert one.text and one.text.plain == "b"
    assert (one.icon, one.link, one.featured, one.tie) == ("c", "https://e.de", True, "strong")


def test_an_item_with_a_colon_is_answered_with_quotes() -> None:
    findings = Findings()
    node = read_text("key: {Dialog: so geht es}\n", "deck.yaml", findings)
    assert node and node.get("key")
    value = node.get("key")
    assert value
    assert RecordKind(Item).decode(value, "`key`", Reader(findings, Path())) is FAILED
    (finding,) = findings
    assert finding.help == 'put text that holds a colon in quotes: "Dialog: so geht es"'


def test_all_problems_are_found_at_once(findings_of: FindingsOf) -> None:
    findings = findings_of(
        "titel: a\nlang: deutsch\nslides:\n"
        "  - {title: a, itmes: [b]}\n  - {layout: quotte}\n  - {title: b, items: [b], tone: gelb}\n"
    )
    found = {(f.code, f.place.line if f.place else 0) for f in findings}
    assert found == {
        ("unknown-field", 1), ("wrong-value", 2), ("unknown-field", 4), ("unknown-layout", 5),
        ("wrong-value", 6),
    }  # fmt: skip


def test_a_misspelt_key_is_answered_with_the_right_one(findings_of: FindingsOf) -> None:
    findings = findings_of("title: a\nslides:\n  - title: a\n    itmes: [b]\n    items: [b]\n")
    (finding,) = findings
    assert finding.message == "a `bullets` slide has no field `itmes`"
    assert finding.help == "did you mean `items`?"
    assert finding.place and (finding.place.line, finding.place.column) == (4, 5)


def test_a_misspelt_key_is_not_reported_as_missing_too(findings_of: FindingsOf) -> None:
    (finding,) = findings_of("title: a\nslides: [{title: a, itmes: [b]}]\n")
    assert finding.help == "did you mean `items`?"


@pytest.mark.parametrize("key", ["title", "notes"])
def test_an_invisible_character_is_a_finding(key: str, findings_of: FindingsOf) -> None:
    slide = {"title": "a", "notes": "b", key: "a\\u0001b"}
    text = ", ".join(f'{name}: "{value}"' for name, value in slide.items())
    (finding,) = findings_of(f"title: a\nslides: [{{{text}, items: [b]}}]\n")
    assert "U+0001" in finding.message and finding.place and finding.place.line == 2


def test_a_key_without_a_value_is_a_finding(findings_of: FindingsOf) -> None:
    findings = findings_of("title: a\nslides:\n  - title: a\n    notes:\n    items: [b]\n")
    (finding,) = findings
    assert finding.code == "missing-value" and finding.place and finding.place.line == 4


def test_every_key_of_the_deck_may_be_left_out_but_title_and_slides() -> None:
    assert [key.name for key in keys(Deck).values() if key.required] == ["title", "slides"]


@pytest.mark.parametrize("depth", [58, 110, 230])
def test_sub_items_nested_too_deep_are_a_finding_and_no_crash(
    depth: int, findings_of: FindingsOf
) -> None:
    stairs = "".join("  " * (level + 3) + "- Ebene:\n" for level in range(depth))
    text = f"title: a\nslides:\n  - title: a\n    items:\n{stairs}{'  ' * (depth + 3)}- Ende\n"
    assert findings_of(text)


BOUNDS = {
    "a deck without a slide": "title: a\nslides: []\n",
    "a focus of one number": (
        "title: a\nslides:\n  - {layout: image-text, title: a, text: b, "
        "image: {file: bilder/wohnzimmer.png, alt: c, focus: [0.5]}}\n"
    ),
    "a focus of three numbers": (
        "title: a\nslides:\n  - {layout: image-text, title: a, text: b, "
        "image: {file: bilder/wohnzimmer.png, alt: c, focus: [0.5, 0.5, 0.5]}}\n"
    ),
    "a column of eight points": (
        "title: a\nslides:\n  - {layout: two-columns, title: a, right: {text: b}, "
        "left: {items: [a, b, c, d, e, f, g, h]}}\n"
    ),
}


@pytest.mark.parametrize("case", BOUNDS)
def test_a_list_that_is_too_short_or_too_long_is_a_finding(
    case: str, findings_of: FindingsOf
) -> None:
    assert findings_of(BOUNDS[case])
