"""The units of length: points for people, EMU (English Metric Units) for PowerPoint."""

EMU_PER_POINT = 12_700
"""ECMA-376 Part 1, 20.1.2.1: 914,400 EMU are an inch, and an inch is 72 points."""


def emu(points: float) -> int:
    """Return a length in EMU for one in points."""
    return round(points * EMU_PER_POINT)


def points(length: int) -> float:
    """Return a length in points for one in EMU."""
    return length / EMU_PER_POINT
