"""Picture files: what is wrong with one, how large it is, and the PNG that stands for an SVG."""

from __future__ import annotations

import re
import struct
import warnings
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

SUFFIXES = (".png", ".jpg", ".jpeg", ".svg")

DRAWN = 1600
"""The larger side of the PNG that is drawn of an SVG, in pixels: 120 dpi over a whole slide."""

ORIENTATION = 0x0112
"""The Exif tag of how a camera was held; 1 is upright, from 5 on it lay on its side."""

_UNITS = {
    "": 1.0,
    "px": 1.0,
    "pt": 96 / 72,
    "pc": 16.0,
    "mm": 96 / 25.4,
    "cm": 96 / 2.54,
    "in": 96.0,
}
"""How many CSS pixels a length is (CSS Values 4, 6.2)."""


class Unreadable(Exception):
    """A picture that can't be read; the message says why, the second argument what helps."""


def is_svg(path: Path) -> bool:
    """Return whether a file is an SVG, by its name."""
    return path.suffix.lower() == ".svg"


def check_picture(path: Path) -> tuple[float, float]:
    """Read a picture once in full and return its size; raises Unreadable."""
    if is_svg(path):
        beside = path.with_suffix(".png")
        if beside.is_file():
            _verify(beside, f"needs another `{beside.name}`, which is no readable picture")
        else:
            png_of(path)
    return picture_size(path)


def picture_size(path: Path) -> tuple[float, float]:
    """Return width and height, of an SVG in its own units, else in pixels; raises Unreadable."""
    return _svg_size(_text(path)) if is_svg(path) else _verify(path)


def shown_bytes(path: Path) -> bytes:
    """Return the PNG or JPEG that a picture file is shown as; raises Unreadable."""
    return png_of(path) if is_svg(path) else picture_bytes(path)


def picture_bytes(path: Path) -> bytes:
    """Return what is written of a PNG or JPEG: the file, or a photograph turned upright.

    A camera that is held upright stores a picture that lies on its side, and says so in Exif.
    Office programs show the pixels as they are stored.
    """
    from PIL import Image, ImageOps

    with warnings.catch_warnings(action="ignore"), Image.open(path) as image:
        if _orientation(image) == 1:
            return path.read_bytes()
        turned = BytesIO()
        colors = image.info.get("icc_profile")
        ImageOps.exif_transpose(image).save(turned, "JPEG", quality=95, icc_profile=colors)
        return turned.getvalue()


def png_of(svg: Path) -> bytes:
    """Return the PNG that programs without SVG show: the one of the same name, or a drawn one.

    Raises Unreadable.
    """
    beside = svg.with_suffix(".png")
    if beside.is_file():
        return beside.read_bytes()
    return _drawn(svg, svg.stat().st_mtime_ns)


@lru_cache(maxsize=64)
def _drawn(svg: Path, stamp: int) -> bytes:
    """Return the PNG drawn of an SVG; `stamp` makes a changed file be drawn again."""
    import resvg_py

    text = _text(svg)
    width, height = _svg_size(text)
    scale = DRAWN / max(width, height)
    try:
        # Only words need the computer's fonts; without them each computer draws the same.
        return resvg_py.svg_to_bytes(
            svg_string=text,
            width=max(1, round(width * scale)),
            height=max(1, round(height * scale)),
            skip_system_fonts="<text" not in text,
        )
    except ValueError as error:
        raise Unreadable(f"is no readable SVG: {error}", None) from error


def _text(svg: Path) -> str:
    try:
        return svg.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable("is no readable SVG: it is not UTF-8", "save it as UTF-8") from error


def _svg_size(text: str) -> tuple[float, float]:
    """Return the size that the `svg` element says: by width and height, else by viewBox."""
    root = re.search(r"<(?:\w+:)?svg\b[^>]*>", re.sub("<!--.*?-->", "", text, flags=re.S))
    if root is None:
        raise Unreadable("is no readable SVG: it has no element `svg`", None)
    lengths = []
    for side in ("width", "height"):
        found = re.search(
            rf"""\s{side}\s*=\s*["']\s*([\d.]+(?:e\d+)?)\s*([a-z]*)\s*["']""", root[0]
        )
        if found and found[2] in _UNITS:
            lengths.append(float(found[1]) * _UNITS[found[2]])
    number = r"[-+]?[\d.]+(?:e[-+]?\d+)?"
    view = re.search(
        rf"""\sviewBox\s*=\s*["']\s*{number}[\s,]+{number}[\s,]+({number})[\s,]+({number})""",
        root[0],
    )
    if len(lengths) < 2 and view:
        lengths = [float(view[1]), float(view[2])]
    if len(lengths) < 2 or min(lengths) <= 0:
        raise Unreadable(
            "is an SVG without a size",
            'give its `svg` element a `viewBox`, as in viewBox="0 0 80 20"',
        )
    return lengths[0], lengths[1]


def _orientation(image: Image.Image) -> int:
    """Return how the camera was held, 1 where nothing readable says so."""
    if image.format not in ("JPEG", "MPO"):
        return 1  # a PNG would be read in full
    try:
        said = image.getexif().get(ORIENTATION, 1)
    except (SyntaxError, OSError, ValueError, struct.error):
        return 1
    return said if said in range(1, 9) else 1


def _verify(path: Path, said: str = "is no readable picture") -> tuple[int, int]:
    """Read a picture in full and return its size upright in pixels; raises Unreadable."""
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings(action="ignore"), Image.open(path) as opened:
            width, height = opened.size
            lies = _orientation(opened) >= 5
            opened.verify()
            return (height, width) if lies else (width, height)
    except (UnidentifiedImageError, OSError, SyntaxError, Image.DecompressionBombError) as error:
        raise Unreadable(said, None) from error
