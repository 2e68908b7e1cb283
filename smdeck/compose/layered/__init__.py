"""Layered drawings: nodes in ranks, edges from rank to rank, with as few crossings as can be.

The stages are those of Sugiyama, Tagawa and Toda (1981): ranks, order, coordinates, then the
ways of the edges. Here `along` is the way that ranks follow each other, `across` that in which a
rank goes on.
"""

from smdeck.compose.layered.coordinates import GraphBox, GraphDrawing, Size, Spaces, placed
from smdeck.compose.layered.graph import Graph, Link, Ranked
from smdeck.compose.layered.order import ordered
from smdeck.compose.layered.ranks import ranked
from smdeck.compose.layered.ways import Way

__all__ = [
    "Graph",
    "GraphBox",
    "GraphDrawing",
    "Link",
    "Ranked",
    "Size",
    "Spaces",
    "Way",
    "ordered",
    "placed",
    "ranked",
]  # fmt: skip
