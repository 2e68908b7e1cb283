"""A checklist: what is done steps back, what is open stands out."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from standing import only, texts, written

from smdeck.compiler.compiling import Compiled
from smdeck.findings import Finding
from smdeck.fit.fitting import every_node
from smdeck.scene import Icon, TextBox

Compile = Callable[[str], Compiled]
FindingsOf = Callable[[str], list[Finding]]


def is_bold(box: TextBox) -> bool:
    """Return whether all words of a text's first paragraph are bold."""
    return all(run.bold for run in box.paragraphs[0].runs)


def test_open_points_are_bold_and_those_that_are_done_have_a_check(compiled: Compile) -> None:
    scene = only(compiled(written("checklist", "{title: Ziel, done: true}", "Kanäle")))
    stands = texts(scene)
    assert not is_bold(stands["item 1"].box) and is_bold(stands["item 2"].box)
    (check,) = [node for node in every_node(scene.nodes) if isinstance(node, Icon)]
    assert check.icon == "check"
    row = stands["item 1"].box.box
    assert row.y <= check.box.y and check.box.bottom <= row.bottom


def test_it_counts_what_is_done(compiled: Compile) -> None:
    items = [f"{{title: Punkt {n}, done: {str(n < 3).lower()}}}" for n in range(5)]
    stands = texts(only(compiled(written("checklist", *items))))
    assert stands["count"].said == "3\nvon 5 erledigt"
    assert stands["count"].sizes[0] >= 2 * stands["count"].sizes[1]


def test_nothing_is_counted_where_nothing_is_done(compiled: Compile) -> None:
    assert "count" not in texts(only(compiled(written("checklist", "Ziel", "Kanäle"))))


def test_parts_of_a_slide_count_all_points(compiled: Compile) -> None:
    items = [f"{{title: Punkt {n}, done: {str(n < 3).lower()}}}" for n in range(8)]
    scenes = compiled(written("checklist", *items, split="true")).scenes
    assert [texts(scene)["count"].said for scene in scenes] == ["3\nvon 8 erledigt"] * 2


def test_a_check_appears_with_its_point(compiled: Compile) -> None:
    scene = only(
        compiled(written("checklist", "{title: Ziel, done: true}", "Kanäle", reveal="true"))
    )
    first, second = scene.clicks
    assert any(node.name == "erledigt" for node in first.nodes)
    assert not any(node.name == "erledigt" for node in second.nodes)


@pytest.mark.parametrize("count", [1, 7])
def test_fewer_than_two_and_more_than_six_are_findings(count: int, findings_of: FindingsOf) -> None:
    (finding,) = findings_of(written("checklist", *["Wort"] * count))
    assert finding.code == "item-count"


def test_six_compounds_fit(findings_of: FindingsOf) -> None:
    words = (
        "Kommunikationsstrategie", "Wettbewerbsbeobachtung", "Öffentlichkeitsarbeit",
        "Zielgruppenanalyse", "Redaktionsplanung", "Suchmaschinenoptimierung",
    )  # fmt: skip
    assert findings_of(written("checklist", *words)) == []
