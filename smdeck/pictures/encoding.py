"""Encoding: pictures that can't stay as they are become PNG or JPEG, whichever suits them."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

QUALITY = 92
"""The quality of a JPEG, of 100: what is lost below it begins to be seen on a large screen."""

LIGHT = 256 * 1024
"""A file of fewer bytes is light."""

SLACK, SLACK_OF_LIGHT = 1.1, 2.0
"""How much wider and higher than needed a picture may be: encoding it anew would cost more of its
quality, and of the time of a build, than it saves."""

EVEN = 0.4
"""The share of pixels that are like their neighbours from which a picture is a drawing and no
photograph. Photographs measured have less than a fifth, drawings and screenshots over a half."""


def too_large(size: tuple[float, float], weight: int, needed: tuple[int, int]) -> bool:
    """Return whether a picture of so many bytes has many more pixels than needed on both sides."""
    slack = SLACK_OF_LIGHT if weight < LIGHT else SLACK
    return size[0] > slack * needed[0] and size[1] > slack * needed[1]


def scaled(image: Image.Image, needed: tuple[int, int]) -> Image.Image:
    """Return a picture in the smallest size that is nowhere less than what is needed."""
    from PIL import Image

    factor = max(needed[0] / image.width, needed[1] / image.height)
    if factor >= 1:
        return image
    size = max(1, round(image.width * factor)), max(1, round(image.height * factor))
    return image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)


def is_photograph(image: Image.Image) -> bool:
    """Return whether neighbours differ nearly everywhere, as they do in photographs."""
    from PIL import Image, ImageChops

    if image.mode == "RGBA" or min(image.size) < 16 or image.getcolors(256):
        return False
    rows = image.resize((image.width, min(image.height, 256)), Image.Resampling.NEAREST)
    rows = rows.convert("L")
    left = rows.crop((0, 0, rows.width - 1, rows.height))
    right = rows.crop((1, 0, rows.width, rows.height))
    alike = ImageChops.difference(left, right).histogram()[0]
    return alike / (left.width * left.height) < EVEN


def encoded(image: Image.Image, photograph: bool) -> tuple[bytes, str]:
    """Return the bytes of a JPEG or a PNG, and their suffix; the same picture, the same bytes."""
    file = BytesIO()
    if photograph and image.mode != "RGBA":
        image.save(file, "JPEG", quality=QUALITY, optimize=True)
        return file.getvalue(), ".jpg"
    image.save(file, "PNG", compress_level=6)
    return file.getvalue(), ".png"
