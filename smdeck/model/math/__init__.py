"""Math: formulas in LaTeX become a tree that is measured, drawn and written."""

from smdeck.model.math.reading import read_formula
from smdeck.model.math.tree import (
    Accent,
    Big,
    Fence,
    Formula,
    Fraction,
    MathGrid,
    MathRow,
    MathScript,
    Root,
    Sign,
    pieces,
    plain,
)

__all__ = [
    "Accent",
    "Big",
    "Fence",
    "Formula",
    "Fraction",
    "MathGrid",
    "MathRow",
    "MathScript",
    "Root",
    "Sign",
    "pieces",
    "plain",
    "read_formula",
]  # fmt: skip
