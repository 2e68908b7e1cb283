"""A timeline: dates on an axis, in their order."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from standing import drawn, only, texts, written

from smdeck.compiler.compiling import Compiled
from smdeck.findings import Finding

Compile = Callable[[str], Compiled]
FindingsOf = Callable[[str], list[Finding]]

YEARS = (1605, 1895, 1923, 1952, 1991, 2004, 2010, 2020)
WORDS = ("Zeitung", "Film", "Funk", "Fernsehen", "Web", "Netze", "Bilder", "Dialog")
EVENTS = [
    f"{{date: {year}, title: {word}, text: Ein Satz}}"
    for year, word in zip(YEARS, WORDS, strict=True)
]


def test_a_few_dates_stand_on_one_level_above_their_words(compiled: Compile) -> None:
    stands = texts(only(compiled(written("timeline", *EVENTS[:4]))))
    dates = [stands[f"item date {n}"] for n in range(1, 5)]
    words = [stands[f"item {n}"] for n in range(1, 5)]
    assert len({date.room.bottom for date in dates}) == 1
    assert all(d.room.bottom < w.room.y for d, w in zip(dates, words, strict=True))
    assert [d.room.x for d in dates] == sorted(d.room.x for d in dates)
    assert dates[0].sizes[0] > 2 * words[0].sizes[1]


def test_many_events_stand_above_and_below_the_axis_in_turn(compiled: Compile) -> None:
    scene = only(compiled(written("timeline", *EVENTS)))
    stands = texts(scene)
    middle = 540 / 2
    above = [stands[f"item {n}"].room.y < middle for n in range(1, 9)]
    assert above == [True, False] * 4
    assert all(text.room.right <= 960 for text in stands.values())


def test_the_axis_runs_from_edge_to_edge(compiled: Compile) -> None:
    rooms = drawn(only(compiled(written("timeline", *EVENTS[:3]))))
    assert any(room.x == 0 and room.right == 960 and room.h == 0 for room in rooms)


def test_the_last_event_is_set_off_where_none_is_featured(compiled: Compile) -> None:
    scene = only(compiled(written("timeline", *EVENTS[:3])))
    colors = [texts(scene)[f"item {n}"].box.style.levels[0].color for n in (1, 2, 3)]
    assert colors == ["heading", "heading", "accent"]
    scene = only(
        compiled(written("timeline", EVENTS[0], EVENTS[1][:-1] + ", featured: true}", EVENTS[2]))
    )
    colors = [texts(scene)[f"item {n}"].box.style.levels[0].color for n in (1, 2, 3)]
    assert colors == ["heading", "accent", "heading"]


def test_compounds_and_long_dates_stand_below_one_another(compiled: Compile) -> None:
    items = [
        f"{{date: {n}. Quartal 2026, title: {word}}}"
        for n, word in enumerate(
            ("Kommunikationsstrategie", "Wettbewerbsbeobachtung", "Öffentlichkeitsarbeit"), 1
        )
    ]
    stands = texts(only(compiled(written("timeline", *items))))
    tops = [stands[f"item {n}"].room.y for n in (1, 2, 3)]
    assert tops == sorted(set(tops))


def test_events_without_dates_stand_on_an_axis_too(compiled: Compile) -> None:
    stands = texts(only(compiled(written("timeline", "Zuhören", "Antworten"))))
    assert [text.said for name, text in stands.items() if name != "title"] == [
        "Zuhören", "Antworten",
    ]  # fmt: skip


@pytest.mark.parametrize("count", [1, 9])
def test_fewer_than_two_and_more_than_eight_are_findings(
    count: int, findings_of: FindingsOf
) -> None:
    (finding,) = findings_of(written("timeline", *["Wort"] * count))
    assert finding.code == "item-count"


def test_events_appear_one_by_one(compiled: Compile) -> None:
    scene = only(compiled(written("timeline", *EVENTS[:4], reveal="true")))
    assert len(scene.clicks) == 4
