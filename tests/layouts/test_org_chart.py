"""org-chart: three levels of boxes, tied by elbows that stay glued."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from standing import only, written

from smdeck.compiler.compiling import Compiled
from smdeck.findings import Finding
from smdeck.fit.fitting import every_node
from smdeck.scene import Connector, Group, Shape, SlideScene

Compile = Callable[[str], Compiled]
DeckOf = Callable[..., str]
FindingsOf = Callable[[str], list[Finding]]
Build = Callable[[str], dict[str, bytes]]


def slide(units: int, below: int, extra: str = "") -> str:
    names = ", ".join(f"Gruppe {k}" for k in range(below))
    items = "".join(f"  - Bereich {n}{f': [{names}]' if below else ''}\n" for n in range(units))
    return f"layout: org-chart\ntitle: Wer antwortet\nroot: Leitung\n{extra}items:\n{items}"


def ties_of(scene: SlideScene) -> list[Connector]:
    return [node for node in every_node(scene.nodes) if isinstance(node, Connector)]


@pytest.mark.parametrize(("units", "below"), [(1, 0), (1, 5), (3, 2), (4, 4), (5, 3), (8, 1)])
def test_every_unit_is_tied_to_the_one_above_it(
    units: int, below: int, deck_of: DeckOf, compiled: Compile
) -> None:
    deck = deck_of(slide(units, below, "composition: tree\n" if units < 7 else ""))
    scene = compiled(deck).scenes[0]
    ties = ties_of(scene)
    assert len(ties) == units * (1 + (below if units < 7 else 0))
    starts = [tie.start.name for tie in ties]
    assert starts.count("Leitung") == units


def test_boxes_stand_apart_and_on_the_slide(deck_of: DeckOf, compiled: Compile) -> None:
    talk = compiled(deck_of(slide(4, 4)))
    boxes = [n.box for n in every_node(talk.scenes[0].nodes) if isinstance(n, Shape)]
    assert len(boxes) == 21
    for n, box in enumerate(boxes):
        assert box.x >= 0 and box.right <= talk.theme.width and box.bottom <= talk.theme.height
        assert not any(box.overlaps(other) for other in boxes[:n])


def test_ties_are_native_elbows_glued_to_sites_of_the_boxes(deck_of: DeckOf, built: Build) -> None:
    written = built(deck_of(slide(3, 2)))["ppt/slides/slide1.xml"].decode()
    assert written.count("<a:stCxn ") == written.count("<a:endCxn ") == 9
    assert written.count('prst="bentConnector2"') == 6
    assert written.count('prst="bentConnector3"') == 2  # the one in the middle is straight
    ids = set(re.findall(r'<p:cNvPr id="(\d+)"', written))
    assert set(re.findall(r'<a:(?:st|end)Cxn id="(\d+)"', written)) <= ids


def test_the_chart_is_one_group_that_says_who_belongs_to_whom(
    deck_of: DeckOf, compiled: Compile
) -> None:
    scene = compiled(deck_of(slide(2, 2))).scenes[0]
    group = next(node for node in scene.nodes if isinstance(node, Group))
    assert group.alt == "Leitung: Bereich 0 (Gruppe 0, Gruppe 1), Bereich 1 (Gruppe 0, Gruppe 1)"


def test_branches_appear_one_by_one(deck_of: DeckOf, compiled: Compile) -> None:
    scene = compiled(deck_of(slide(3, 2, "reveal: true\n"))).scenes[0]
    assert [len(click.nodes) for click in scene.clicks] == [6, 6, 6]


def test_a_fourth_level_and_too_many_units_are_errors(
    deck_of: DeckOf, findings_of: FindingsOf
) -> None:
    fourth = slide(0, 0) + "  - Inhalte: [Text: [Blog, Brief]]\n"
    assert [finding.code for finding in findings_of(deck_of(fourth))] == ["unshown-key"]
    assert "item-count" in {finding.code for finding in findings_of(deck_of(slide(6, 4)))}


def test_texts_of_many_units_stand_beside_their_titles(compiled: Compile) -> None:
    units = [f"{{title: Einheit {n}, text: Aufgabe {n}}}" for n in range(8)]
    scene = only(compiled(written("org-chart", *units, root="Leitung")))
    shapes = [node for node in every_node(scene.nodes) if isinstance(node, Shape) and node.text]
    said = [shape.text.paragraphs[0].plain for shape in shapes if shape.text]
    assert {f"Einheit {n}\u00a0· Aufgabe {n}" for n in range(8)} <= {*said}
