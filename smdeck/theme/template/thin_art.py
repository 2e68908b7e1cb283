"""Thin art: the rules and the words that a master or layout draws itself, as a legal line.

They are too thin to be seen in a picture of few pixels, and yet nothing may stand on them.
"""

from __future__ import annotations

from typing import Any

from smdeck.theme.color import RGB
from smdeck.theme.template.colors import MappedColors
from smdeck.theme.template.package import find, tag
from smdeck.units import EMU_PER_POINT

Edges = tuple[float, float, float, float]
"""Left, top, right and bottom on the picture."""

WIDE, HIGH = 0.5, 0.6
"""How wide a character is, and how high a line of them looks, in em."""

USUAL = 1800
"""The size of words that name none, in hundredths of a point."""


def draw_rule(canvas: Any, colors: MappedColors, node: Any, edges: Edges, scale: float) -> None:
    """Draw a line, a pixel wide at least; `scale` is pixels by EMU."""
    from PIL import ImageDraw

    outline = find(node, "p:spPr/a:ln")
    if find(outline, "a:noFill") is not None:
        return
    color = colors.of(find(outline, "a:solidFill")) or colors.of(find(node, "p:style/a:lnRef"))
    if color is None:
        return
    frame = find(node, "p:spPr/a:xfrm")
    left, top, right, bottom = edges
    if frame.get("flipV") in ("1", "true"):
        top, bottom = bottom, top
    wide = int(outline.get("w", "12700")) if outline is not None else EMU_PER_POINT
    shown = max(1, round(wide * scale))
    ImageDraw.Draw(canvas).line((left, top, right, bottom), fill=color.rgb, width=shown)


def draw_words(canvas: Any, colors: MappedColors, node: Any, edges: Edges, scale: float) -> None:
    """Draw a bar for each line of the words of a shape; `scale` is pixels by EMU."""
    from PIL import ImageDraw

    body = find(node, "p:txBody")
    if body is None or not "".join(text.text or "" for text in body.iter(tag("a:t"))).strip():
        return
    draw = ImageDraw.Draw(canvas)
    room = edges[2] - edges[0]
    lines = [_line(paragraph, colors, room, scale) for paragraph in body.iter(tag("a:p"))]
    high = sum(line[1] for line in lines)
    properties = find(body, "a:bodyPr")
    anchor = properties.get("anchor", "t") if properties is not None else "t"
    free = edges[3] - edges[1] - high
    y = edges[1] + {"ctr": free / 2, "b": free}.get(anchor, 0.0)
    for wide, tall, side, color in lines:
        x = edges[0] + {"ctr": 0.5, "r": 1.0}.get(side, 0.0) * max(0.0, room - wide)
        top = y + tall * (1 - HIGH) / 2
        if wide >= 1:
            draw.rectangle((x, top, x + wide, max(top, top + HIGH * tall - 1)), fill=color)
        y += tall


def _line(
    paragraph: Any, colors: MappedColors, room: float, scale: float
) -> tuple[float, float, str, RGB]:
    """Return width and height in pixels of a paragraph, its side and its colour."""
    runs = [run for run in paragraph if find(run, "a:t") is not None]
    text = "".join(find(run, "a:t").text or "" for run in runs)
    own = [find(run, "a:rPr") for run in runs]
    sizes = [int(one.get("sz", USUAL)) for one in own if one is not None] or [USUAL]
    em = max(sizes) / 100 * EMU_PER_POINT * scale
    found = next((color for one in own if (color := colors.of(find(one, "a:solidFill")))), None)
    text_color = found.rgb if found else colors.slots[colors.text]
    wide = WIDE * em * len(text.strip())
    lines = max(1, round(wide / room + 0.49)) if room > 0 else 1
    properties = find(paragraph, "a:pPr")
    side = properties.get("algn", "l") if properties is not None else "l"
    return min(wide, room), 1.2 * em * lines, side, text_color
