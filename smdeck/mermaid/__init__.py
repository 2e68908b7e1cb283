"""Mermaid: diagrams as people write them in text become records that know where they stand.

The parsers are our own and read what talks use; what they don't understand is a finding.
"""

from smdeck.mermaid.flowchart import Flowchart, read_flowchart
from smdeck.mermaid.kinds import Diagram, read_diagram, written_of
from smdeck.mermaid.sequence import SequenceDiagram, read_sequence
from smdeck.mermaid.timeline import TimelineDiagram, as_timeline, read_timeline
from smdeck.mermaid.written import DiagramText

__all__ = [
    "Diagram",
    "DiagramText",
    "Flowchart",
    "SequenceDiagram",
    "TimelineDiagram",
    "as_timeline",
    "read_diagram",
    "read_flowchart",
    "read_sequence",
    "read_timeline",
    "written_of",
]  # fmt: skip
