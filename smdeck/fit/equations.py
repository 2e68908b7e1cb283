"""Equations: how large a formula is, and where its pieces stand.

Widths are those of Cambria, whose letters Cambria Math shares; PowerPoint sets all formulas in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from smdeck.fit.metrics import metrics
from smdeck.model.math.reading import is_under
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
)

UP, DOWN, AXIS = 0.74, 0.26, 0.25
"""How far letters reach over and under their line, and how far over it the middle of a formula is,
in em."""

SMALL, THIN, GAP = 0.7, 0.06, 0.16
"""How large scripts are, how thick bars are, and the space around them, in em."""

LEADING = 0.5
"""The space between formulas one below the other, in em."""


class FormulaPiece(NamedTuple):
    """A sign or a line of a formula, from its left end on its line, in em."""

    x: float
    y: float
    """Down from the line."""
    size: float
    text: str = ""
    italic: bool = False
    wide: float = 0.0
    high: float = 0.0
    stretch: float = 1.0
    """How many times as high as wide a sign is drawn."""
    corners: tuple[tuple[float, float], ...] = ()
    """In place of a sign: a line through points."""


class FormulaBox(NamedTuple):
    """A formula that is laid out: how wide it is, how far it reaches up and down, in em."""

    wide: float
    up: float
    down: float
    pieces: tuple[FormulaPiece, ...]

    def at(self, x: float, y: float) -> list[FormulaPiece]:
        """Return the pieces moved to the right and down."""
        return [
            one._replace(
                x=one.x + x, y=one.y + y, corners=tuple((a + x, b + y) for a, b in one.corners)
            )
            for one in self.pieces
        ]

    @property
    def high(self) -> float:
        """How high it is."""
        return self.up + self.down


def laid_out(formula: Formula | None, size: float = 1.0) -> FormulaBox:
    """Return a formula laid out at a size in em."""
    match formula:
        case None:
            return FormulaBox(0, 0, 0, ())
        case Sign():
            return _sign(formula, size)
        case MathRow(items):
            return _beside([laid_out(item, size) for item in items], size)
        case Fraction():
            return _fraction(formula, size)
        case Root():
            return _root(formula, size)
        case MathScript():
            return _script(formula, size)
        case Big():
            return _big(formula, size)
        case Fence():
            return _fence(formula, size)
        case MathGrid():
            return _grid(formula, size)
        case Accent():
            return _accent(formula, size)


def _width(text: str, italic: bool) -> float:
    return metrics("Cambria", "italic" if italic else "regular", None).width(text)


def _sign(sign: Sign, size: float) -> FormulaBox:
    italic = sign.kind == "letter"
    space = {"relation": 0.28, "operator": 0.22, "words": 0.05}.get(sign.kind, 0.0)
    if sign.text in (",", "!", "|", "/"):
        space = 0.04
    wide = (_width(sign.text, italic) + 2 * space) * size
    piece = FormulaPiece(space * size, 0.0, size, sign.text, italic)
    return FormulaBox(wide, UP * size, DOWN * size, (piece,) if sign.text.strip() else ())


def _beside(blocks: Sequence[FormulaBox], size: float) -> FormulaBox:
    pieces: list[FormulaPiece] = []
    at = 0.0
    for block in blocks:
        pieces += block.at(at, 0)
        at += block.wide
    up = max((block.up for block in blocks), default=UP * size)
    return FormulaBox(at, up, max((b.down for b in blocks), default=DOWN * size), tuple(pieces))


def _bar(x: float, y: float, wide: float, size: float) -> FormulaPiece:
    return FormulaPiece(x, y - THIN * size / 2, size, wide=wide, high=THIN * size)


def _fraction(one: Fraction, size: float) -> FormulaBox:
    above, below = laid_out(one.above, size), laid_out(one.below, size)
    wide = max(above.wide, below.wide) + 0.2 * size
    axis, gap = -AXIS * size, (GAP if one.bar else 0.08) * size
    pieces = above.at((wide - above.wide) / 2, axis - gap - above.down)
    pieces += below.at((wide - below.wide) / 2, axis + gap + below.up)
    if one.bar:
        pieces.append(_bar(0, axis, wide, size))
    up, down = -axis + gap + above.high, axis + gap + below.high
    return FormulaBox(wide + 0.1 * size, up, down, tuple(pieces))


def _root(one: Root, size: float) -> FormulaBox:
    body, degree = laid_out(one.body, size), laid_out(one.degree, 0.6 * size)
    up, hook = body.up + 0.2 * size, 0.55 * size
    left = max(0.0, degree.wide - 0.3 * size)
    line = (
        (left, -0.25 * size), (left + 0.14 * size, -0.32 * size),
        (left + 0.3 * size, body.down), (left + hook, -up + 0.06 * size),
        (left + hook + body.wide + 0.1 * size, -up + 0.06 * size),
    )  # fmt: skip
    pieces = [FormulaPiece(0, 0, size, corners=line), *body.at(left + hook + 0.05 * size, 0)]
    pieces += degree.at(max(0.0, left - 0.05 * size), -0.45 * size)
    return FormulaBox(
        left + hook + body.wide + 0.18 * size, up + 0.05 * size, body.down, tuple(pieces)
    )


def _script(one: MathScript, size: float) -> FormulaBox:
    base = laid_out(one.base, size)
    if is_under(one.base):
        return _limits(base, one.low, one.high, size)
    low, high = laid_out(one.low, SMALL * size), laid_out(one.high, SMALL * size)
    pieces, up, down = list(base.pieces), base.up, base.down
    if one.high:
        lift = max(0.42 * size, base.up - 0.35 * size)
        pieces += high.at(base.wide, -lift)
        up = max(up, lift + high.up)
    if one.low:
        drop = max(0.18 * size, base.down - 0.08 * size)
        pieces += low.at(base.wide, drop)
        down = max(down, drop + low.down)
    return FormulaBox(base.wide + max(low.wide, high.wide) + 0.05 * size, up, down, tuple(pieces))


def _limits(base: FormulaBox, low: Formula | None, high: Formula | None, size: float) -> FormulaBox:
    """Return a block with something below and above it."""
    under, over = laid_out(low, SMALL * size), laid_out(high, SMALL * size)
    wide = max(base.wide, under.wide, over.wide)
    pieces = base.at((wide - base.wide) / 2, 0)
    up, down = base.up, base.down
    if low:
        pieces += under.at((wide - under.wide) / 2, down + under.up)
        down += under.high
    if high:
        pieces += over.at((wide - over.wide) / 2, -up - over.down)
        up += over.high
    return FormulaBox(wide + 0.16 * size, up, down, tuple(pieces))


def _big(one: Big, size: float) -> FormulaBox:
    large = 1.5 * size
    wide = max(0.6, _width(one.sign, False)) * large
    sign = FormulaBox(
        wide, 1.0 * size, 0.55 * size, (FormulaPiece(0, 0.3 * size, large, one.sign),)
    )
    if one.sign in "∫∬∭∮":  # limits of integrals stand beside
        low, high = laid_out(one.low, SMALL * size), laid_out(one.high, SMALL * size)
        pieces = [*sign.pieces, *high.at(wide, -0.75 * size), *low.at(0.7 * wide, 0.6 * size)]
        up = max(sign.up, 0.75 * size + high.up)
        down = max(sign.down, 0.6 * size + low.down)
        beside = wide + max(low.wide, high.wide) + 0.15 * size
        sign = FormulaBox(beside, up, down, tuple(pieces))
    else:
        sign = _limits(sign, one.low, one.high, size)
    return _beside([sign, laid_out(one.body, size)], size)


def _fence(one: Fence, size: float) -> FormulaBox:
    body = laid_out(one.body, size)
    half = max(body.up - AXIS * size, body.down + AXIS * size)
    stretch = max(1.0, 2 * half / size)
    pieces: list[FormulaPiece] = []
    at = 0.0
    for bracket in (one.left, one.right):
        if bracket:
            drop = (stretch - 1) * 0.25 * size
            pieces.append(FormulaPiece(at, drop, size, bracket, stretch=stretch))
            at += (_width(bracket, False) + 0.06) * size
        if bracket is one.left and not (pieces and pieces[-1].text == "\0"):
            pieces += body.at(at, 0)
            at += body.wide
            if one.left == one.right:
                break
    if one.left == one.right and one.right:
        pieces.append(
            FormulaPiece(at, (stretch - 1) * 0.25 * size, size, one.right, stretch=stretch)
        )
        at += (_width(one.right, False) + 0.06) * size
    return FormulaBox(at, half + AXIS * size, half - AXIS * size, tuple(pieces))


def _grid(one: MathGrid, size: float) -> FormulaBox:
    cells = [[laid_out(cell, size) for cell in row] for row in one.rows]
    many = max((len(row) for row in cells), default=0)
    wides = [max((row[n].wide for row in cells if n < len(row)), default=0) for n in range(many)]
    apart, gap = 0.6 * size, 0.25 * size
    highs = [(max(b.up for b in row), max(b.down for b in row)) for row in cells]
    high = sum(up + down for up, down in highs) + gap * max(0, len(cells) - 1)
    y, pieces = -AXIS * size - high / 2, []  # type: float, list[FormulaPiece]
    for row, (up, down) in zip(cells, highs, strict=True):
        x = 0.0
        for block, wide in zip(row, wides, strict=False):
            pieces += block.at(x if one.left else x + (wide - block.wide) / 2, y + up)
            x += wide + apart
        y += up + down + gap
    half = high / 2
    wide = sum(wides) + apart * max(0, many - 1)
    return FormulaBox(wide, half + AXIS * size, half - AXIS * size, tuple(pieces))


def _accent(one: Accent, size: float) -> FormulaBox:
    body = laid_out(one.body, size)
    if one.sign in ("¯", "\u0305"):
        bar = _bar(0, -body.up - 0.04 * size, body.wide, size)
        return FormulaBox(body.wide, body.up + 0.1 * size, body.down, (*body.pieces, bar))
    shown = {"\u0302": "ˆ", "\u0303": "˜", "\u20d7": "→", "\u0307": "˙", "\u0308": "¨"}[one.sign]
    wide = _width(shown, False) * 0.8 * size
    sign = FormulaPiece((body.wide - wide) / 2, -0.16 * size, 0.8 * size, shown)
    if shown == "→":
        sign = sign._replace(y=-0.62 * size, size=0.6 * size)
    return FormulaBox(body.wide, body.up + 0.12 * size, body.down, (*body.pieces, sign))


def formula_rows(formulas: Sequence[Formula]) -> tuple[list[FormulaBox], float, float]:
    """Return formulas laid out one below the other, with the width and height of all in em."""
    blocks = [laid_out(formula) for formula in formulas]
    high = sum(block.high for block in blocks) + LEADING * max(0, len(blocks) - 1)
    return blocks, max((block.wide for block in blocks), default=0.0), high
