"""The grid: where the parts of a slide stand that most layouts share."""

from __future__ import annotations

from typing import NamedTuple

from smdeck.scene.box import Box
from smdeck.units import emu


class Grid(NamedTuple):
    """Where the parts of a slide stand that most layouts share."""

    title: Box
    """Titles of slides: room for two lines."""
    body: Box
    """The content of slides, at one height on all of them."""
    source: Box
    """The source of a slide, above its foot."""
    foot: Box
    """Footer and slide number."""


REFERENCE = Box(emu(43.2), emu(32), emu(873.6), emu(484))
"""The area that layouts without the usual head are drawn for: from the title's top to the foot's
end, on a slide of 960 × 540 pt."""


def usual_grid(width: int, height: int, margin: int) -> Grid:
    """Return the grid of a slide whose theme names none; lengths in EMU."""
    wide = width - 2 * margin
    foot = height - emu(42)
    return Grid(
        title=Box(margin, emu(32), wide, emu(80)),
        body=Box(margin, emu(132), wide, height - emu(204)),
        source=Box(margin, foot - emu(24), wide, emu(18)),
        foot=Box(margin, foot, wide, emu(18)),
    )
