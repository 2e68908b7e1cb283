"""Pixels: which colours a picture has in a part of it."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any, TypeAlias

from smdeck.theme.color import RGB

PictureArea: TypeAlias = tuple[float, float, float, float]
"""Left, top, right and bottom of a part of a picture, in shares of it from 0 to 1."""

FINE = 960
"""Pictures are looked at so many pixels wide or high: a pixel is a point of the slide, or less."""

SAMPLES = 32
"""Each part is looked at in so many rows and columns at most."""


def colors_in(file: Path, part: PictureArea) -> list[tuple[float, RGB, float]]:
    """Return the colours in a part of a picture: their shares, themselves, and their opacity."""
    from PIL import Image

    image = _image(file, file.stat().st_mtime_ns)
    edges = [round(edge * image.size[n % 2]) for n, edge in enumerate(part)]
    left, top = min(edges[0], image.width - 1), min(edges[1], image.height - 1)
    right, bottom = max(edges[2], left + 1), max(edges[3], top + 1)
    region = image.crop((left, top, right, bottom))
    size = min(region.width, SAMPLES), min(region.height, SAMPLES)
    counted = region.resize(size, Image.Resampling.NEAREST).getcolors(SAMPLES * SAMPLES)
    total = size[0] * size[1]
    return [
        (number / total, (red, green, blue), alpha / 255)
        for number, (red, green, blue, alpha) in counted
    ]


@lru_cache(maxsize=16)
def _image(file: Path, stamp: int) -> Any:
    from smdeck.pictures.files import shown_image

    image = shown_image(file, (FINE, FINE))
    image.thumbnail((FINE, FINE))
    return image
