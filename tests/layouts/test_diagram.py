"""diagram: Mermaid as native shapes, in ranks, tied by connectors that stay glued."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from smdeck.compiler.compiling import Compiled
from smdeck.fit.fitting import every_node
from smdeck.scene import Box, Connector, Group, SceneNode, Shape, SlideScene, TextBox

Compile = Callable[[str], Compiled]
DeckOf = Callable[..., str]
Build = Callable[[str], dict[str, bytes]]


def slide(text: str, more: str = "") -> str:
    lines = "".join(f"  {line}\n" for line in text.strip().split("\n"))
    return f"layout: diagram\ntitle: Was folgt woraus\n{more}mermaid: |\n{lines}"


def nodes_of(scene: SlideScene) -> list[SceneNode]:
    return [*every_node(scene.nodes)]


FLOWS = {
    "a choice": "flowchart TD\nA[Frage] --> B{Bekannt?}\nB -->|ja| C[Antwort]\nB -->|nein| D[Liste]"
    "\nD --> C\nC -.-> A",
    "groups": "graph LR\nsubgraph eins\nA --> B\nend\nsubgraph zwei\nC --> D\nend\nA --> C\nB --> D"
    "\nD --> E\nE --> A\neins --> E",
    "many ways": "flowchart LR\nA --> B & C & D\nB & C & D --> E\nA --> E\nE --> E\nF --> C"
    "\nE --> F",
    "a chain": "graph LR\nAnfang --> Zwei --> Drei --> Vier --> Fünf --> Sechs --> Sieben --> Ende",
}


@pytest.mark.parametrize("name", FLOWS)
def test_shapes_stand_apart_in_their_room_and_every_edge_is_glued(
    name: str, deck_of: DeckOf, compiled: Compile, built: Build
) -> None:
    talk = compiled(deck_of(slide(FLOWS[name])))
    scene = talk.scenes[0]
    shapes = [n for n in nodes_of(scene) if isinstance(n, Shape) and n.text]
    groups = {"eins", "zwei"}
    boxes = [shape.box for shape in shapes if shape.name not in groups]
    for n, box in enumerate(boxes):
        assert talk.theme.area.holds(box) or box.bottom <= talk.theme.body.bottom + 12_700
        assert not any(box.overlaps(other) for other in boxes[:n])
    for tie in (n for n in nodes_of(scene) if isinstance(n, Connector)):
        passed = [tie.ends[0], *tie.corners, tie.ends[1]]
        for (x1, y1), (x2, y2) in pairwise(passed):
            assert min(abs(x1 - x2), abs(y1 - y2)) < 1_300, "ways turn at right angles"
            for box in boxes:
                inner = box.inset(12_700, 12_700, 12_700, 12_700)
                across = min(x1, x2) < inner.right and max(x1, x2) > inner.x
                down = min(y1, y2) < inner.bottom and max(y1, y2) > inner.y
                assert not (across and down), f"{tie.name} runs through a node"
    xml = built(deck_of(slide(FLOWS[name])))["ppt/slides/slide1.xml"].decode()
    ids = set(re.findall(r'<p:cNvPr id="(\d+)"', xml))
    ends = re.findall(r'<a:(?:st|end)Cxn id="(\d+)"', xml)
    assert len(ends) == 2 * xml.count("<p:cxnSp>") and set(ends) <= ids


def test_it_is_a_group_of_groups_and_told_in_words(deck_of: DeckOf, compiled: Compile) -> None:
    scene = compiled(deck_of(slide(FLOWS["a choice"]))).scenes[0]
    (group,) = [node for node in scene.nodes if isinstance(node, Group)]
    assert "Bekannt? → Antwort (ja)" in group.alt and "Antwort → Frage" in group.alt
    scene = compiled(deck_of(slide(FLOWS["groups"]))).scenes[0]
    inner = [n.name for n in nodes_of(scene) if isinstance(n, Group)]
    assert {"eins", "zwei"} <= {*inner}


def test_it_runs_the_other_way_where_words_are_then_much_larger(
    deck_of: DeckOf, compiled: Compile
) -> None:
    deep = "flowchart TD\nA[eins] --> B[zwei] --> C[drei] --> D[vier] --> E[fünf]\nA --> D"
    scene = compiled(deck_of(slide(deep))).scenes[0]
    boxes = {n.name: n.box for n in nodes_of(scene) if isinstance(n, Shape) and n.text}
    assert boxes["eins"].right < boxes["zwei"].x


def test_nodes_appear_one_by_one_with_the_edges_to_those_before(
    deck_of: DeckOf, compiled: Compile, built: Build
) -> None:
    deck = deck_of(slide(FLOWS["a choice"], "reveal: true\n"))
    scene = compiled(deck).scenes[0]
    assert len(scene.clicks) == 4
    ties = [sum(isinstance(n, Connector) for n in click.nodes) for click in scene.clicks]
    assert ties[0] == 0 and all(ties[1:])
    assert "<p:timing>" in built(deck)["ppt/slides/slide1.xml"].decode()


def test_words_are_as_they_are_written(deck_of: DeckOf, compiled: Compile) -> None:
    text = 'flowchart LR\nA["1 < 2 & <b>so</b>"] -->|nein!| B[Übergabe<br/>am Abend]'
    said = [
        box.paragraphs for box in nodes_of(compiled(deck_of(slide(text))).scenes[0])
        if isinstance(box, TextBox)
    ]  # fmt: skip
    every = [[p.plain for p in one] for one in said]
    assert ["1 < 2 & so"] in every and ["Übergabe", "am Abend"] in every and ["nein!"] in every


def test_a_timeline_is_a_slide_of_that_layout(deck_of: DeckOf, compiled: Compile) -> None:
    scene = compiled(deck_of(slide("timeline\n1923 : Funk\n2004 : Netze : Blogs"))).scenes[0]
    said = [n.paragraphs[0].plain for n in nodes_of(scene) if isinstance(n, TextBox)]
    assert scene.slide_layout.layout == "timeline" and {"1923", "Funk", "Netze · Blogs"} <= {*said}


def test_messages_stand_below_each_other_between_lines_of_life(
    deck_of: DeckOf, compiled: Compile
) -> None:
    text = (
        "sequenceDiagram\nactor K as Kundin\nparticipant S as Service\nK->>S: Frage\n"
        "S->>S: Liste ansehen\nalt bekannt\nS-->>K: Antwort\nelse neu\nNote over S: merken\nend"
    )
    talk = compiled(deck_of(slide(text)))
    nodes = nodes_of(talk.scenes[0])
    ties = [n for n in nodes if isinstance(n, Connector)]
    lives = {tie.start.name for tie in ties} & {tie.end.name for tie in ties}
    assert len(lives) >= 2
    said = [n for n in nodes if isinstance(n, TextBox)]
    order = "Kundin", "Frage", "Liste ansehen", "alt: bekannt", "Antwort", "else: neu", "merken"
    heights = [next(b.box.y for b in said if b.paragraphs[0].plain == words) for words in order]
    assert heights == sorted(heights)


def test_files_are_read_beside_the_deck(tmp_path: Path) -> None:
    import smdeck

    (tmp_path / "ablauf.mmd").write_text("flowchart LR\nA[Anfang] -> B", "utf-8")
    deck = tmp_path / "deck.yaml"
    deck.write_text(
        "title: T\nslides:\n  - {layout: diagram, title: T, file: ablauf.mmd}\n", "utf-8"
    )
    (finding,) = smdeck.check(deck)
    assert finding.place and finding.place.source.name.endswith("ablauf.mmd")
    assert finding.place.line == 2


def box_of(scene: SlideScene, words: str) -> Box:
    """Return the box of the node that says something."""
    return next(
        node.box
        for node in nodes_of(scene)
        if isinstance(node, Shape) and node.text and node.text.paragraphs[0].plain == words
    )


def test_what_goes_back_leaves_the_others_in_line(deck_of: DeckOf, compiled: Compile) -> None:
    flow = "flowchart LR\nA[Entwurf] --> B{Gut?}\nB -->|nein| A\nB -->|ja| C[Senden] --> D[Ende]"
    scene = compiled(deck_of(slide(flow))).scenes[0]
    middles = {box_of(scene, words).middle[1] for words in ("Entwurf", "Gut?", "Senden", "Ende")}
    assert max(middles) - min(middles) < 12_700


def test_a_flat_diagram_stands_upright_beside_its_title(deck_of: DeckOf, compiled: Compile) -> None:
    flow = "flowchart LR\nA[Eins] --> B[Zwei] --> C[Drei] --> D[Vier]"
    scene = compiled(deck_of(slide(flow))).scenes[0]
    assert scene.slide_layout.name.endswith("Spalte")
    assert box_of(scene, "Eins").bottom < box_of(scene, "Vier").y
    flat = compiled(deck_of(slide(flow, "composition: sheet\n"))).scenes[0]
    assert box_of(flat, "Eins").right < box_of(flat, "Vier").x


def test_words_at_ends_that_lie_close_stand_on_no_other_arrow(
    deck_of: DeckOf, compiled: Compile
) -> None:
    flow = "flowchart LR\nA[Frage] --> B{Neu?}\nB -->|ja| D\nB --> C[Liste] --> D[Ende]"
    scene = compiled(deck_of(slide(flow, "composition: sheet\n"))).scenes[0]
    label = next(
        node
        for node in nodes_of(scene)
        if isinstance(node, TextBox) and "ja" in str(node.paragraphs)
    ).box
    for tie in (node for node in nodes_of(scene) if isinstance(node, Connector)):
        for (x1, y1), (x2, y2) in pairwise([tie.ends[0], *tie.corners, tie.ends[1]]):
            apart = max(x1, x2) < label.x or min(x1, x2) > label.right
            assert apart or max(y1, y2) < label.y or min(y1, y2) > label.bottom, tie.name


def test_ways_back_that_would_cross_lie_on_different_sides(
    deck_of: DeckOf, compiled: Compile
) -> None:
    flow = "flowchart LR\nA[Eins] --> B[Zwei] --> C[Drei] --> D[Vier]\nC --> A\nD --> B"
    scene = compiled(deck_of(slide(flow, "composition: sheet\n"))).scenes[0]
    row = box_of(scene, "Eins")
    ways = [
        [tie.ends[0], *tie.corners, tie.ends[1]]
        for tie in nodes_of(scene)
        if isinstance(tie, Connector)
    ]
    heights = [y for way in ways for _, y in way]
    assert min(heights) < row.y
    assert max(heights) > row.bottom
