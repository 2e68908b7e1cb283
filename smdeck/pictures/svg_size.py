"""The size of an SVG, as its root says it."""

from __future__ import annotations

import re

from smdeck.patterns import pattern
from smdeck.pictures.reading import Unusable

_LENGTH = pattern(
    r"\s*\+?(\d{1,30}(?:\.\d{0,30})?|\.\d{1,30})(?:[eE]([-+]?\d{1,3}))?\s*([a-z]*)\s*"
)
_UNITS = {
    "": 1.0,
    "px": 1.0,
    "pt": 96 / 72,
    "pc": 16.0,
    "mm": 96 / 25.4,
    "cm": 96 / 2.54,
    "in": 96.0,
}
"""How many CSS pixels a length is (CSS Values 4, 6.2)."""

_SIZES = (1e-3, 1e7)
"""The least and the largest side that is believed, in CSS pixels."""


def svg_size(data: bytes) -> tuple[float, float]:
    """Return the size that a good SVG says, of which nothing else is read; raises Unusable."""
    root = re.search(rb"<svg\b[^>]*>", data)
    assert root, "a good SVG"
    return size_of(dict(re.findall(r'([\w:-]+)="([^"]*)"', root[0].decode())))


def size_of(attributes: dict[str, str]) -> tuple[float, float]:
    """Return the size that the `svg` element says: by width and height, else by viewBox."""
    lengths = [_length(attributes.get(side, "")) for side in ("width", "height")]
    view = [_number(part) for part in re.split(r"[\s,]+", attributes.get("viewBox", "").strip())]
    if None in lengths and len(view) == 4 and view[2] and view[3]:
        lengths = [view[2], view[3]]
    least, most = _SIZES
    width, height = lengths
    if width is None or height is None or min(width, height) <= 0:
        raise Unusable(
            "unreadable-file",
            "is an SVG without a size",
            'give its `svg` element a `viewBox`, as in viewBox="0 0 80 20"',
        )
    if min(width, height) < least or max(width, height) > most:
        raise Unusable(
            "unreadable-file",
            f"is an SVG of {width:g} × {height:g} pixels",
            'give its `svg` element a usual size, as in viewBox="0 0 80 20"',
        )
    return width, height


def _length(written: str) -> float | None:
    """Return a length in CSS pixels, None where it is none: `100%` says nothing by itself."""
    found = _LENGTH.fullmatch(written)
    if found is None or found[3] not in _UNITS:
        return None
    return float(f"{found[1]}e{found[2] or 0}") * _UNITS[found[3]]


def _number(written: str) -> float | None:
    """Return a positive number, None where it is none."""
    found = _LENGTH.fullmatch(written)
    return float(f"{found[1]}e{found[2] or 0}") if found and not found[3] else None
