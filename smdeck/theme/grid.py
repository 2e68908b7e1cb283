"""The grid: where the parts of a slide stand that most layouts share."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from smdeck.findings import Findings
from smdeck.scene.box import Box
from smdeck.units import emu

if TYPE_CHECKING:
    from smdeck.theme.records import GridFile

WIDTH, HEIGHT = 960, 540
"""The size of a slide, in points."""

MARGIN = 43.2
"""The usual space left and right of all content, in points."""


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


class SlidePage(NamedTuple):
    """The size of slides, and where their parts stand; in EMU."""

    grid: Grid
    width: int = emu(WIDTH)
    height: int = emu(HEIGHT)
    margin: int = emu(MARGIN)
    gap: int = emu(24)


def page_of(file: GridFile | None, findings: Findings) -> SlidePage:
    """Return where a theme has the parts of a slide; a part that words can't be read in, as it is
    small or off the slide, is an error."""
    if file is None:
        return SlidePage(_usual_grid())
    for part in Grid._fields:
        left, top, width, height = getattr(file, part)
        off = left < 0 or top < 0 or left + width > WIDTH or top + height > HEIGHT
        if off or width < 96 or height < 10:
            findings.error(
                "wrong-value",
                f"the place of `{part}` reaches beyond the slide"
                if off
                else f"the place of `{part}` is too small for words",
                file.at(part),
                "write left, top, width and height; the slide is 960 × 540 pt, "
                "and a line of words takes 96 × 10 pt at the least",
            )
    grid = Grid(*(Box(*map(emu, getattr(file, part))) for part in Grid._fields))
    return SlidePage(grid, margin=emu(file.margin))


def _usual_grid() -> Grid:
    """Return the grid of a theme that names none."""
    left, wide, foot = emu(MARGIN), emu(WIDTH) - 2 * emu(MARGIN), emu(HEIGHT) - emu(42)
    return Grid(
        title=Box(left, emu(32), wide, emu(80)),
        body=Box(left, emu(132), wide, emu(HEIGHT) - emu(204)),
        source=Box(left, foot - emu(24), wide, emu(18)),
        foot=Box(left, foot, wide, emu(18)),
    )
