"""Kinds: which diagram a text is, by its first word."""

from __future__ import annotations

from pathlib import Path
from typing import TypeAlias

from smdeck.beside import beside
from smdeck.files import Refused, may_read, read_bytes
from smdeck.findings import Findings, listing, suggest
from smdeck.mermaid.flowchart import Flowchart, read_flowchart
from smdeck.mermaid.sequence import SequenceDiagram, read_sequence
from smdeck.mermaid.timeline import TimelineDiagram, read_timeline
from smdeck.mermaid.written import DiagramText, Reading
from smdeck.source import Node, Scalar

Diagram: TypeAlias = Flowchart | SequenceDiagram | TimelineDiagram

KINDS = ("flowchart", "graph", "sequenceDiagram", "timeline")
"""The first words of diagrams that are read."""

INSTEAD = {
    "pie": "`layout: chart` with `type: pie`",
    "xychart-beta": "`layout: chart`",
    "xychart": "`layout: chart`",
    "quadrantChart": "`layout: matrix`",
    "gantt": "`layout: roadmap`",
    "mindmap": "`layout: network` or `org-chart`",
    "journey": "`layout: process` or `timeline`",
    "kanban": "`layout: cards`",
    "stateDiagram": "a `flowchart`",
    "stateDiagram-v2": "a `flowchart`",
}
"""What shows the diagrams that are not read."""


LARGEST = 1_000_000
"""The largest file that is read as a diagram, in bytes."""


def written_of(slide: Node, folder: Path, findings: Findings) -> DiagramText | None:
    """Return the text of a slide's diagram: that of `mermaid`, or of its `file` in a folder."""
    node = slide.get("mermaid")
    file = slide.get("file")
    if isinstance(node, Scalar):
        if file is not None:
            findings.error(
                "wrong-value", "a diagram is written in `mermaid` or in a `file`", file.place,
                "leave one of them out",
            )  # fmt: skip
        return DiagramText.in_deck(node)
    if node is not None or (file is not None and not isinstance(file, Scalar)):
        return None  # told by who decodes them
    if not isinstance(file, Scalar):
        findings.error(
            "missing-field", "a `diagram` slide needs the field `mermaid` or `file`", slide.place,
            "add `mermaid: |`, and the diagram below it, as `flowchart LR`",
        )  # fmt: skip
        return None
    path = beside(folder, file.text)
    if not may_read(path, file.text, file.place, findings, what="diagram"):
        return None
    try:
        data = read_bytes(path, LARGEST).decode("utf-8-sig")
    except (Refused, UnicodeDecodeError) as error:
        said = error.said if isinstance(error, Refused) else "is no text in UTF-8"
        help = "name a file with a diagram in Mermaid, as text"
        findings.error("wrong-file", f"`{file.text}` {said}", file.place, help)
        return None
    return DiagramText.in_file(path.as_posix(), data.replace("\r\n", "\n"), file.place)


def read_diagram(written: DiagramText, findings: Findings) -> Diagram | None:
    """Return the diagram of a text; None, with a finding, where it is none that is read."""
    first = next(Reading(written, Findings()).lines(), None)
    if first is None:
        findings.error(
            "unknown-diagram", "the diagram is empty", written.start,
            "begin with `flowchart LR`, and write `A --> B` below",
        )  # fmt: skip
        return None
    name = first.text.split()[0].rstrip(";:")
    if name in ("flowchart", "graph", "flowchart-elk"):
        return read_flowchart(written, findings)
    if name == "sequenceDiagram":
        return read_sequence(written, findings)
    if name == "timeline":
        return read_timeline(written, findings)
    help = suggest(name, KINDS, f"diagrams: {listing(KINDS, 'and')}, as the first word")
    if name in INSTEAD:
        help = f"for that take {INSTEAD[name]}"
    findings.error(
        "unknown-diagram", f"there is no diagram `{name}` here", written.place(first.number, name),
        help,
    )  # fmt: skip
    return None
