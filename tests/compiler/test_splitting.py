"""Splitting: `split: true` shares items and rows out over further slides."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from smdeck.compiler.compiling import Compiled
from smdeck.scene import Table, TextBox

HEAD = "title: Vortrag\nslides:\n"
LONG = "Alle antworten auf alles und " * 12


def table_of(last: object) -> str:
    """Return a deck with a table of fourteen rows, and what its last cell is."""
    values = [*range(13), last]
    rows = "".join(f"  - [Kanal {n}, {value}]\n" for n, value in enumerate(values))
    return (
        f"{HEAD}- layout: table\n  title: Kanäle\n  split: true\n  highlight: 9\n"
        f"  columns: [Kanal, Zahl]\n  rows:\n{rows}"
    )


def tables_of(compiled: Compiled) -> list[Table]:
    """Return the tables of the slides."""
    return [node for scene in compiled.scenes for node in scene.nodes if isinstance(node, Table)]


def titles(compiled: Compiled) -> list[str]:
    """Return the titles of the slides, with plain spaces."""
    return [scene.title.replace("\u00a0", " ") for scene in compiled.scenes]


@pytest.mark.parametrize(
    ("layout", "number", "parts"),
    [
        ("bullets", 8, 2),
        ("bullets", 7, 2),
        ("bullets", 5, 1),
        ("cards", 7, 2),
        ("cards", 13, 3),
        ("icon-grid", 9, 2),
    ],
)
def test_too_many_items_go_on_over_as_few_slides_as_needed(
    layout: str, number: int, parts: int, compiled: Callable[[str], Compiled]
) -> None:
    items = ", ".join(f"Punkt {n}" for n in range(number))
    deck = compiled(f"{HEAD}- {{layout: {layout}, title: Kanäle, split: true, items: [{items}]}}\n")
    numbered = [f"Kanäle ({n}/{parts})" for n in range(1, parts + 1)]
    assert titles(deck) == (numbered if parts > 1 else ["Kanäle"])
    counts = [len(slide.items) for slide in deck.deck.slides]  # type: ignore[attr-defined]
    assert sum(counts) == number
    assert max(counts) - min(counts) <= 1


def test_too_many_words_split_too_and_nothing_is_lost(compiled: Callable[[str], Compiled]) -> None:
    items = "".join(f"  - {n} {LONG}\n" for n in range(5))
    deck = compiled(
        f"{HEAD}- title: Kanäle\n  split: true\n  allow: [words, bullets]\n  items:\n{items}"
    )
    shown = [
        paragraph.plain[0]
        for scene in deck.scenes
        for node in scene.nodes
        if isinstance(node, TextBox) and node.name in ("items", "item")
        for paragraph in node.paragraphs
    ]
    assert len(deck.scenes) > 1
    assert shown == list("01234")


def test_id_notes_and_minutes_stay_with_the_first_and_builds_with_all(
    compiled: Callable[[str], Compiled],
) -> None:
    items = ", ".join(f"Punkt {n}" for n in range(9))
    deck = compiled(
        f"{HEAD}- {{title: Kanäle, id: a, notes: Hier, minutes: 2, reveal: true, split: true,"
        f" items: [{items}]}}\n- {{title: Ende, items: ['[zurück](#a)']}}\n"
    )
    first, second, _ = deck.scenes
    assert (first.id, second.id) == ("a", None)
    assert first.notes
    assert second.notes is None
    assert deck.minutes == 2
    assert first.clicks
    assert second.clicks


def test_rows_of_a_table_go_on_below_the_same_header(compiled: Callable[[str], Compiled]) -> None:
    deck = compiled(table_of(13))
    tables = tables_of(deck)
    assert [len(table.rows) for table in tables] == [7, 7]
    assert [table.highlight for table in tables] == [None, 2]
    assert tables[0].columns == tables[1].columns
    assert titles(deck) == ["Kanäle (1/2)", "Kanäle (2/2)"]


@pytest.mark.parametrize("theme", ["vortrag", "feuilleton"])
def test_numbers_count_on(theme: str, compiled: Callable[[str], Compiled]) -> None:
    items = ", ".join(f"Punkt {n}" for n in range(7))
    deck = compiled(
        f"title: Vortrag\ntheme: {theme}\nslides:\n"
        f"- {{layout: takeaways, split: true, items: [{items}]}}\n"
    )
    drawn = [
        [shape.name for shape in scene.slide_layout.decor if shape.text] for scene in deck.scenes
    ]
    assert drawn == [["1", "2", "3", "4"], ["5", "6", "7"]]
    assert titles(deck) == ["Das Wichtigste (1/2)", "Das Wichtigste (2/2)"]


def test_only_the_last_step_of_all_parts_is_set_off(compiled: Callable[[str], Compiled]) -> None:
    items = ", ".join(f"Schritt {n}" for n in range(9))
    deck = compiled(f"{HEAD}- {{layout: process, title: Weg, split: true, items: [{items}]}}\n")
    fills = [[shape.fill for shape in scene.slide_layout.decor] for scene in deck.scenes]
    loud = [sum(fill in ("highlight", "accent") for fill in of_part) for of_part in fills]
    assert loud == [0, 1]


def test_an_agenda_of_many_sections_goes_on(compiled: Callable[[str], Compiled]) -> None:
    sections = "".join(f"- {{layout: section, title: Teil {n}}}\n" for n in range(12))
    deck = compiled(f"{HEAD}- {{layout: agenda, split: true}}\n{sections}")
    assert titles(deck)[:2] == ["Agenda (1/2)", "Agenda (2/2)"]
    links = [node.link for scene in deck.scenes for node in scene.nodes
             if isinstance(node, TextBox) and node.link]  # fmt: skip
    assert links == [f"#section-{n}" for n in range(1, 13)]


def test_all_parts_have_the_size_of_the_fullest(compiled: Callable[[str], Compiled]) -> None:
    items = "".join(f"  - {n} {LONG if n == 0 else ''}\n" for n in range(9))
    deck = compiled(
        f"{HEAD}- title: Kanäle\n  split: true\n  allow: [words, bullets]\n  items:\n{items}"
    )
    sizes = {node.sizes for scene in deck.scenes for node in scene.nodes
             if isinstance(node, TextBox) and node.name in ("items", "item")}  # fmt: skip
    assert len(deck.scenes) == 2
    assert len(sizes) == 1


def test_columns_of_a_table_are_as_wide_on_all_parts(compiled: Callable[[str], Compiled]) -> None:
    tables = tables_of(compiled(table_of(LONG)))
    assert len({table.fitted.widths for table in tables}) == 1
    assert len({table.fitted.size for table in tables}) == 1


def test_a_lead_and_pictures_stand_once(compiled: Callable[[str], Compiled]) -> None:
    image = "{file: bilder/publikum.png, alt: Publikum, credit: Kim %s}"
    items = "".join(f"  - {{title: K{n}, image: {image % n}}}\n" for n in range(8))
    points = ", ".join(f"Punkt {n}" for n in range(9))
    deck = compiled(
        f"{HEAD}- layout: cards\n  title: Kanäle\n  split: true\n  items:\n{items}"
        f"- {{title: Punkte, split: true, lead: Vorab, items: [{points}]}}\n"
    )
    sources = [node.paragraphs[0].plain for scene in deck.scenes for node in scene.nodes
               if isinstance(node, TextBox) and node.name == "source"]  # fmt: skip
    assert ["Kim 0" in sources[0], "Kim 7" in sources[0]] == [True, False]
    assert ["Kim 0" in sources[1], "Kim 7" in sources[1]] == [False, True]
    leads = [node for scene in deck.scenes for node in scene.nodes
             if isinstance(node, TextBox) and node.name == "lead"]  # fmt: skip
    assert len(leads) == 1
