"""Equations: the signs and lines of formulas, where they were laid out."""

from __future__ import annotations

from smdeck.fit.equations import LEADING, THIN, FormulaPiece, formula_rows
from smdeck.preview.markup import element, escaped, number
from smdeck.preview.typefaces import CssColors, css_family
from smdeck.scene import Box, EquationBox
from smdeck.units import points


def equation_svg(node: EquationBox, box: Box, colors: CssColors) -> str:
    """Return formulas at the left of a box, in the middle of its height."""
    blocks, _, high = formula_rows(node.formulas)
    size = node.size
    x, y = points(box.x), points(box.y) + (points(box.h) - high * size) / 2
    drawn = []
    for block in blocks:
        line = y + block.up * size
        drawn += [_piece(piece, x, line, node, colors) for piece in block.pieces]
        y = line + (block.down + LEADING) * size
    return "".join(drawn)


def _piece(piece: FormulaPiece, x: float, y: float, node: EquationBox, colors: CssColors) -> str:
    size, fill = node.size, colors.fill(node.role)
    left, top = x + piece.x * size, y + piece.y * size
    if piece.corners:
        path = "L".join(f"{number(x + a * size)} {number(y + b * size)}" for a, b in piece.corners)
        stroke = colors.stroke(node.role, THIN * piece.size * size)
        return element("path", d=f"M{path}", fill="none", **stroke)
    if piece.wide:
        wide, high = piece.wide * size, piece.high * size
        return element("rect", x=left, y=top, width=wide, height=high, **fill)
    own = piece.size * size
    place = {"x": left, "y": top}
    if piece.stretch > 1:
        scale = f"translate({number(left)} {number(top)}) scale(1 {number(piece.stretch)})"
        return element(
            "text", escaped(piece.text), x=0, y=0, transform=scale, font_size=own,
            font_family=css_family("Cambria"), **fill,
        )  # fmt: skip
    return element(
        "text", escaped(piece.text), **place, font_size=own, font_family=css_family("Cambria"),
        font_style="italic" if piece.italic else None, **fill,
    )  # fmt: skip
