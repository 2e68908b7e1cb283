"""The pixels of a logo: what of a logo can be seen, and on which backgrounds."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from smdeck.theme.color import RGB, contrast, mixed

VISIBLE = 1.8
"""The contrast from which a shape is seen at all: half way to the 3 that WCAG asks of graphics,
from which it exempts logos (WCAG 2.2, criterion 1.4.11)."""

FINE = (1600, 1600)
"""So many pixels are fine enough to see where a logo begins and ends."""

_FAINT = 16
"""The alpha, of 255, below which a pixel is none."""


class LogoPixels(NamedTuple):
    """What a logo's file shows."""

    colors: tuple[tuple[int, int, int, int, int], ...]
    """How many pixels have a colour: the number, red, green, blue and alpha."""
    margins: tuple[float, float, float, float]
    """The empty shares of the file at left, top, right and bottom."""
    ratio: float
    """Width by height of what is not empty."""
    opaque: bool
    """Whether it fills its file to all edges, and so brings its own background."""
    height: int | None
    """How high it is in pixels; None where the file is an SVG."""

    def seen_on(self, background: RGB) -> float:
        """Return which share of its pixels is seen on a background, from 0 to 1."""
        if self.opaque:
            return 1.0
        seen = total = 0.0
        for number, red, green, blue, alpha in self.colors:
            share = alpha / 255
            total += number * share
            if contrast(mixed((red, green, blue), share, background), background) >= VISIBLE:
                seen += number * share
        return seen / total if total else 0.0


def logo_pixels(file: Path) -> LogoPixels:
    """Return what a picture file shows; it is read once however often it is asked for."""
    return _pixels(file, file.stat().st_mtime_ns)


@lru_cache(maxsize=64)
def _pixels(file: Path, stamp: int) -> LogoPixels:
    from smdeck.pictures.files import inspect, shown_image

    image = shown_image(file, FINE)
    whole = inspect(file)
    width, height = image.size
    alpha = image.getchannel("A").point(lambda value: 255 * (value >= _FAINT))
    left, top, right, bottom = alpha.getbbox() or (0, 0, width, height)
    edges = [(0, 0, width, 1), (0, height - 1, width, height), (0, 0, 1, height)]
    edges.append((width - 1, 0, width, height))
    small = image.crop((left, top, right, bottom))
    small.thumbnail((96, 96))
    coarse = small.point(lambda value: min(255, (value + 8) // 16 * 16))  # a few dozen colours
    return LogoPixels(
        tuple(
            (number, *color)  # type: ignore[misc]
            for number, color in coarse.getcolors(96 * 96) or ()
            if color[3] >= _FAINT  # type: ignore[index]
        ),
        (left / width, top / height, 1 - right / width, 1 - bottom / height),
        (right - left) / (bottom - top),
        all(min(alpha.crop(edge).getextrema()) == 255 for edge in edges),
        None if whole.is_svg else round((bottom - top) * whole.size[1] / height),
    )
