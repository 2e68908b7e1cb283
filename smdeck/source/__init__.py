"""The first stage: YAML text becomes nodes that know their file, line and column."""

from smdeck.source.nodes import Mapping, Node, Scalar, Sequence
from smdeck.source.reading import read, read_data, read_text

__all__ = ["Mapping", "Node", "Scalar", "Sequence", "read", "read_data", "read_text"]
