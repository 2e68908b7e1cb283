"""The look: what a theme decides beside colours, fonts and sizes."""

from __future__ import annotations

from typing import Literal, NamedTuple

from smdeck.scene.style import Role


class Look(NamedTuple):
    """How the shapes of all layouts are drawn; `LookFile` says what each field does."""

    headings: Literal["bold", "regular"] = "bold"
    italic: bool = False
    leading: float = 0.95
    align: Literal["left", "center"] = "left"
    measure: float = 500.0
    cards: Literal["filled", "framed", "ruled"] = "filled"
    marks: Literal["disc", "square", "plain"] = "disc"
    numbers: Literal["plain", "marked"] = "plain"
    steps: Literal["chevrons", "blocks", "line"] = "chevrons"
    bar: tuple[float, float] = (48.0, 6.0)
    """Width and height of the accent bar in points."""


class Furniture(NamedTuple):
    """A bar or rule on all slides that have the usual foot, or head; its box is in points."""

    box: tuple[float, float, float, float]
    fill: Role
    part: Literal["foot", "head"] = "foot"
