"""Flowcharts: what is written in Mermaid is read as it is meant, each piece at its place."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from smdeck.findings import Findings, Place, Source
from smdeck.mermaid.flowchart import Flowchart
from smdeck.mermaid.kinds import read_diagram
from smdeck.mermaid.sequence import SequenceDiagram
from smdeck.mermaid.timeline import TimelineDiagram
from smdeck.mermaid.written import DiagramText

USED = Place(Source("deck.yaml", "file: x.mmd"), 1, 7)


def read(text: str) -> tuple[Flowchart, Findings]:
    findings = Findings()
    diagram = read_diagram(DiagramText.in_file("x.mmd", text, USED), findings)
    assert isinstance(diagram, Flowchart)
    return diagram, findings


def edges(text: str) -> list[tuple[str, str, str, str]]:
    diagram, findings = read(f"flowchart LR\n{text}\n")
    assert not findings
    arrows = {(True, False): ">", (False, False): "-", (True, True): "<>"}
    return [(e.start, arrows[e.head, e.tail], e.end, e.words) for e in diagram.edges]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A-->B", ["A > B "]),
        ("A --> B --> C", ["A > B ", "B > C "]),
        ("A & B --> C & D", ["A > C ", "A > D ", "B > C ", "B > D "]),
        ("A --- B; C <--> D", ["A - B ", "C <> D "]),
        ("A -->|ja, klar| B", ["A > B ja, klar"]),
        ("A -- well-known --> B", ["A > B well-known"]),
        ("A -. leise .-> B", ["A > B leise"]),
        ("A -.-> B", ["A > B "]),
        ("A == laut ==> B", ["A > B laut"]),
        ('A --"mit (Klammer)"--> B', ["A > B mit (Klammer)"]),
        ("node-1[x] --> a.b", ["node-1 > a.b "]),
        ("A e1@--> B", ["A > B "]),
        ("A --- x; x --- o", ["A - x ", "x - o "]),
    ],
)
def test_edges(text: str, expected: list[str]) -> None:
    assert [f"{a} {arrow} {b} {words}" for a, arrow, b, words in edges(text)] == expected


def test_nodes_have_their_words_and_shapes() -> None:
    text = """flowchart TD
    a[eins] --> b(zwei) --> c([drei]) --> d[[vier]] --> e[(fünf)]
    f((sechs)) --> g{sieben?} --> h{{acht}} --> i[/neun/] --> j>zehn]
    k["mit ] und (Klammern)<br/>in zwei Zeilen"] --> l["`**fett**`"]
    m@{ shape: diam, label: "Wohin?" } --> n[Services (Domain)]
    o["eins &amp; zwei #quot;drei#quot;"]"""
    diagram, findings = read(text)
    assert not findings
    said = {name: (node.outline, node.words) for name, node in diagram.nodes.items()}
    assert said == {
        "a": ("box", "eins"), "b": ("round", "zwei"), "c": ("stadium", "drei"),
        "d": ("subroutine", "vier"), "e": ("cylinder", "fünf"), "f": ("circle", "sechs"),
        "g": ("decision", "sieben?"), "h": ("hexagon", "acht"), "i": ("slanted", "neun"),
        "j": ("flag", "zehn"), "k": ("box", "mit ] und (Klammern)\nin zwei Zeilen"),
        "l": ("box", "fett"), "m": ("decision", "Wohin?"), "n": ("box", "Services (Domain)"),
        "o": ("box", 'eins & zwei "drei"'),
    }  # fmt: skip


def test_groups_hold_nodes_and_groups() -> None:
    diagram, _ = read(
        "graph TD\nsubgraph eins [Die Eins]\nA --> B\nsubgraph zwei\nC\nend\nend\nA --> D\n"
    )
    assert {name: node.group for name, node in diagram.nodes.items()} == {
        "A": "eins", "B": "eins", "C": "zwei", "D": None,
    }  # fmt: skip
    assert [(g.name, g.words, g.group) for g in diagram.groups.values()] == [
        ("eins", "Die Eins", None), ("zwei", "zwei", "eins"),
    ]  # fmt: skip


def test_a_finding_stands_at_its_line_and_column_inside_the_block(tmp_path: Path) -> None:
    import smdeck

    deck = tmp_path / "deck.yaml"
    deck.write_text(
        "title: T\nslides:\n  - layout: diagram\n    title: T\n    mermaid: |\n"
        "      flowchart LR\n        A --> B\n        B -> C\n",
        "utf-8",
    )
    (finding,) = smdeck.check(deck)
    assert finding.place and (finding.place.line, finding.place.column) == (8, 11)


@pytest.mark.parametrize("edge", ["A --x B", "A --o B", "A x--x B", "A ==x B", "A -- nie --x B"])
def test_an_edge_that_ends_in_a_cross_or_a_circle_is_no_arrow(edge: str) -> None:
    """Blocked must not become allowed."""
    _, findings = read(f"flowchart LR\n{edge}\n")
    assert [finding.code for finding in findings] == ["diagram-syntax"]


def test_edges_of_groups_that_have_no_way_are_found(tmp_path: Path) -> None:
    """Into the group that the node stands in, and back."""
    import smdeck

    deck = tmp_path / "deck.yaml"
    deck.write_text(
        "title: T\nslides:\n  - layout: diagram\n    title: T\n    mermaid: |\n"
        "      flowchart LR\n      subgraph X\n      A --> B\n      end\n"
        "      B --> X\n      X --> C\n      C --> X\n",
        "utf-8",
    )
    places = [(one.code, one.place and one.place.line) for one in smdeck.check(deck)]
    assert places == [("diagram-syntax", 10), ("diagram-syntax", 12)]


def test_other_kinds_are_read_by_their_first_word() -> None:
    findings = Findings()
    talk = "---\ntitle: x\n---\n%% so\nsequenceDiagram\nA->>B: Frage\nB--)A: ja\nNote over A: so\n"
    sequence = read_diagram(DiagramText.in_file("x.mmd", talk, USED), findings)
    assert isinstance(sequence, SequenceDiagram) and list(sequence.participants) == ["A", "B"]
    years = "timeline\n1923 : Funk\n2004 : Facebook : Flickr\n"
    timeline = read_diagram(DiagramText.in_file("x.mmd", years, USED), findings)
    assert isinstance(timeline, TimelineDiagram) and timeline.periods[1].events == (
        "Facebook",
        "Flickr",
    )
    assert not findings


def test_whatever_is_written_is_a_diagram_or_a_finding() -> None:
    """Diagrams with pieces taken out and put in by chance are read without a fault."""
    good = (
        'flowchart LR\n subgraph A [x]\n a["b"] -->|c| d{e} & f((g)) -.-> h\n end\n style a x\n',
        "sequenceDiagram\n A->>+B: x\n alt y\n B-->>A: z\n else q\n Note over A: n\n end\n",
        "timeline\n 1 : a : b\n : c\n section d\n 2 : e\n",
    )
    pieces = ["-->", "[", "]", '"', "(", "{", "|", "&", "\n", "end", "@{", ";", ":", ">", "--", ""]
    chance = random.Random(7)
    for n in range(600):
        text = good[n % 3]
        for _ in range(chance.randint(1, 4)):
            at = chance.randrange(len(text))
            text = text[:at] + chance.choice(pieces) + text[at + chance.randint(0, 3) :]
        findings = Findings()
        read_diagram(DiagramText.in_file("x.mmd", text, USED), findings)
        assert all(finding.place for finding in findings)


@pytest.mark.parametrize("arrow", ["-x", "--x"])
def test_a_message_that_is_lost_is_no_arrow(arrow: str) -> None:
    findings = Findings()
    read_diagram(DiagramText.in_file("x.mmd", f"sequenceDiagram\nA{arrow}B: weg\n", USED), findings)
    assert [finding.code for finding in findings] == ["diagram-syntax"]
