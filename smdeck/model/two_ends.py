"""Ranges: charts whose rows have two ends."""

from __future__ import annotations

from collections.abc import Sequence


def lower_end(ends: Sequence[float | None]) -> int:
    """Return the number of the end whose value stands on the left."""
    one, other = ends
    return 1 if one is not None and other is not None and other < one else 0
