"""Nodes of a deck as plain values that can be compared."""

from __future__ import annotations

from smdeck.source import Mapping, Node, Scalar, Sequence


def places(node: Node) -> object:
    """Return a node with all below it: where it stands, and what it holds."""
    at = (node.line, node.column, node.length)
    match node:
        case Scalar():
            return (*at, node.text, node.plain)
        case Sequence():
            return (*at, [places(item) for item in node.items])
        case Mapping():
            return (*at, [(places(key), places(value)) for key, value in node])
    raise AssertionError(node)
