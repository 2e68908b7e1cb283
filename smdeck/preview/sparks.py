"""Sparks: the line of a sparkline and the dot at its end."""

from __future__ import annotations

from smdeck.preview.markup import element, number
from smdeck.preview.typefaces import CssColors
from smdeck.scene import Box, Spark
from smdeck.units import points


def spark_svg(node: Spark, box: Box, colors: CssColors, *, rtl: bool = False) -> str:
    """Return a sparkline in a box; in a mirrored deck it runs to the left."""
    left, top, wide, high = node.plot
    low, highest = node.bounds
    step = wide / (len(node.values) - 1)
    at: list[tuple[float, float] | None] = []
    for n, value in enumerate(node.values):
        across = left + (len(node.values) - 1 - n if rtl else n) * step
        down = top + high * (1 - ((value or 0.0) - low) / (highest - low))
        x, y = points(box.x) + across * points(box.w), points(box.y) + down * points(box.h)
        at.append(None if value is None else (x, y))
    path, pen_down = "", False
    for point in at:
        if point:
            path += f"{'L' if pen_down else 'M'}{number(point[0])} {number(point[1])}"
        pen_down = point is not None
    stroke = colors.stroke(node.line, node.width) | {"stroke_linejoin": "round"}
    line = element("path", d=path, fill="none", stroke_linecap="round", **stroke)
    for n in node.lone:
        if point := at[n]:
            r = node.lone_size / 2
            line += element("circle", cx=point[0], cy=point[1], r=r, **colors.fill(node.line))
    last = at[-1]
    assert last  # the model sees to it
    dot = element("circle", cx=last[0], cy=last[1], r=node.dot_size / 2, **colors.fill(node.dot))
    return element("g", line + dot, role="img", aria_label=node.alt)
