"""The node of formulas: a file of its own, since few slides have some."""

# Without `from __future__ import annotations`: a NamedTuple would compile each of them by itself.

from typing import TYPE_CHECKING, NamedTuple

from smdeck.findings import Place
from smdeck.scene.box import Box
from smdeck.scene.style import Role

if TYPE_CHECKING:
    from smdeck.model.math.tree import Formula


class EquationBox(NamedTuple):
    """Formulas one below the other, as PowerPoint's own; they stand at the left of their box."""

    formulas: "tuple[Formula, ...]"
    box: Box
    size: float
    """The size of their letters in points."""
    role: Role
    name: str
    place: Place
