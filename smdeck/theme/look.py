"""The look: what a theme decides beside colours, fonts and sizes."""

# Without `from __future__ import annotations`: a NamedTuple would compile each of them by itself.

from typing import Literal, NamedTuple

from smdeck.scene.style import Role


class Look(NamedTuple):
    """How the shapes of all layouts are drawn; `LookFile` says what each field does."""

    headings: Literal["bold", "regular"] = "bold"
    body: Literal["bold", "regular"] = "regular"
    italic: bool = False
    case: Literal["as-written", "capitals", "sentence"] = "as-written"
    leading: float = 0.95
    align: Literal["left", "center"] = "left"
    measure: float = 500.0
    titles: Literal["left", "center"] = "left"
    cards: Literal["bubble", "filled", "framed", "ruled", "speech", "beam"] = "bubble"
    card_edge: float = 0.0
    step_edge: float = 0.0
    step_ink: Role = "text"
    marks: Literal["disc", "ring", "medal", "square", "tile", "plain"] = "disc"
    numbers: Literal["plain", "marked"] = "marked"
    numerals: Literal["bold", "regular"] = "bold"
    emphasis: Literal["bold", "italic"] = "bold"
    bullets: Literal["dot", "square"] = "dot"
    thread: float = 1.0
    progress: Literal["none", "thread"] = "none"
    column: Literal["plane", "rule", "bare"] = "plane"
    plane: Role | None = None
    loud: Role = "brand"
    row: Role = "brand"
    table_header: Role | None = None
    table_bands: bool = False
    cell_marks: Role | None = None
    display_anchor: Literal["top", "bottom"] = "bottom"
    display_leading: float = 0.82
    bar: tuple[float, float] = (48.0, 6.0)
    """Width and height of the accent bar in points."""


class Furniture(NamedTuple):
    """A bar or rule on all slides that have the usual foot, or head; its box is in points."""

    box: tuple[float, float, float, float]
    fill: Role
    part: Literal["foot", "head"] = "foot"
