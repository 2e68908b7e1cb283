"""The backdrop of a template's layout: what lies behind its words, as a small picture tells."""

from __future__ import annotations

import colorsys
from collections.abc import Iterator
from typing import Any, TypeAlias

from smdeck.theme.color import RGB

ART = 48
"""What differs more from the backdrop in one of its channels, of 255, is art."""

WIDE, HIGH = 0.75, 0.6
"""How much of a region's width and height are kept clear of art at least."""

Share: TypeAlias = tuple[float, float, float, float]
"""A region: left, top, right and bottom as shares of the slide."""


def backdrop(canvas: Any, share: Share) -> RGB:
    """Return the commonest colour of a region of the picture."""
    return counted_colors(canvas, share)[0][1]


def uniformity(canvas: Any, share: Share) -> float:
    """Return how much of a region of the picture has its commonest colour, from 0 to 1."""
    counted = counted_colors(canvas, share)
    return counted[0][0] / sum(number for number, _ in counted)


def clear_of_art(canvas: Any, share: Share) -> Share:
    """Return the largest part of a region that no art reaches into.

    The region as it is, where art leaves less than composing needs, or is all that its backdrop is.
    """
    left, top = round(share[0] * canvas.width), round(share[1] * canvas.height)
    right, bottom = round(share[2] * canvas.width), round(share[3] * canvas.height)
    behind = backdrop(canvas, share)
    art = _art(canvas, behind)
    columns = [min(max(0, x), canvas.width - 1) for x in range(left, right)]
    best, heights = (0, (left, top, right, bottom)), [0] * (right - left)
    for y in range(max(0, top), min(bottom, canvas.height)):
        row = art[y * canvas.width : (y + 1) * canvas.width]
        heights = [0 if row[x] else height + 1 for x, height in zip(columns, heights, strict=True)]
        for start, end, height in _rectangles(heights):
            found = (left + start, y + 1 - height, left + end, y + 1)
            wide, high = end - start >= WIDE * (right - left), height >= HIGH * (bottom - top)
            if wide and high:
                best = max(best, ((end - start) * height, found))
    if not best[0]:
        return share
    edges = (left, top, right, bottom)
    sides = (canvas.width, canvas.height) * 2
    found = best[1]
    return tuple(  # type: ignore[return-value]
        was if now == edge else now / side
        for was, now, edge, side in zip(share, found, edges, sides, strict=True)
    )


def _art(canvas: Any, behind: RGB) -> bytes:
    """Return for each pixel, row by row, whether it is far from the colour behind words."""
    from PIL import Image, ImageChops

    apart = ImageChops.difference(canvas, Image.new("RGB", canvas.size, behind))
    red, green, blue = apart.split()
    farthest = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return bytes(farthest.point([far > ART for far in range(256)]).tobytes())


def _rectangles(heights: list[int]) -> Iterator[tuple[int, int, int]]:
    """Return the rectangles under a row of bars that no larger one holds: start, end, height."""
    open_bars: list[tuple[int, int]] = []
    for n, height in enumerate([*heights, 0]):
        start = n
        while open_bars and open_bars[-1][1] >= height:
            start, tallest = open_bars.pop()
            yield start, n, tallest
        open_bars.append((start, height))


def share_of(canvas: Any, color: RGB) -> float:
    """Return how much of the picture has a colour, from 0 to 1."""
    counted = canvas.getcolors(maxcolors=canvas.width * canvas.height)
    near = sum(
        number
        for number, rgb in counted
        if max(abs(a - b) for a, b in zip(rgb, color, strict=True)) < 6
    )
    return float(near / (canvas.width * canvas.height))


def counted_colors(canvas: Any, share: Share) -> list[tuple[int, RGB]]:
    """Return the colours of a region with the number of their pixels, the commonest first."""
    left, top = max(0, round(share[0] * canvas.width)), max(0, round(share[1] * canvas.height))
    right = min(canvas.width, max(left + 1, round(share[2] * canvas.width)))
    bottom = min(canvas.height, max(top + 1, round(share[3] * canvas.height)))
    left, top = min(left, right - 1), min(top, bottom - 1)
    region = canvas.crop((left, top, right, bottom)).quantize(8).convert("RGB")
    return sorted(region.getcolors(maxcolors=1 << 16), reverse=True)


def prominent(canvas: Any) -> list[RGB]:
    """Return the saturated colours of the picture, the commonest first."""
    counted = canvas.quantize(24).convert("RGB").getcolors(maxcolors=1 << 16)
    found: list[RGB] = []
    for _, rgb in sorted(counted, reverse=True):
        apart = all(
            sum(abs(a - b) for a, b in zip(rgb, other, strict=True)) > 90 for other in found
        )
        if apart and is_saturated(rgb):
            found.append(rgb)
    return found


def is_saturated(color: RGB) -> bool:
    """Return whether a colour is more than black, white or grey."""
    _, luminance, saturation = colorsys.rgb_to_hls(*(channel / 255 for channel in color))
    return saturation > 0.25 and 0.08 < luminance < 0.92
