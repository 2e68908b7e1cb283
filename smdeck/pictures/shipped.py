"""Pictures that come with smdeck: known to be right, since a test looks at them.

Decoding them would cost most decks more than all else that is done for them. So this file imports
nothing that reads pictures.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class Prepared(NamedTuple):
    """What is written of a picture."""

    data: bytes
    suffix: str
    """`.png`, `.jpg` or `.gif`, by content."""
    svg: bytes | None = None
    """The SVG that `data` stands for in programs that know none."""


def beside(svg: Path) -> Path | None:
    """Return the PNG of the same name that stands for an SVG, where there is one."""
    png = svg.with_suffix(".png")
    return png if png != svg and png.exists() else None


def shipped(path: Path) -> Prepared:
    """Return what is written of a picture that comes with smdeck."""
    png = beside(path)
    if png and path.suffix == ".svg":
        return Prepared(png.read_bytes(), ".png", path.read_bytes())
    return Prepared(path.read_bytes(), path.suffix)


def shipped_size(path: Path) -> tuple[float, float]:
    """Return width and height of a picture that comes with smdeck."""
    if path.suffix == ".svg":
        from smdeck.pictures.svg_size import svg_size

        return svg_size(path.read_bytes())
    from smdeck.pictures.files import inspect

    return inspect(path).size
