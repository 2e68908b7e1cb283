"""Picture files: what one is by its bytes, and what of it goes into a talk.

This room is the only door to the bytes of a picture, whoever brings it: a deck, a theme, a client
or a template. Files are of all origins, so nothing is believed: not the name, not the size that
a header claims, not the addresses inside an SVG.
"""

from __future__ import annotations

from smdeck.pictures.files import (
    PictureFile,
    Prepared,
    checked_picture,
    image_of,
    inspect,
    is_scaled,
    prepared,
    shipped,
    shipped_size,
    shown_image,
)
from smdeck.pictures.reading import Unusable

__all__ = [
    "PictureFile",
    "Prepared",
    "Unusable",
    "checked_picture",
    "image_of",
    "inspect",
    "is_scaled",
    "prepared",
    "shipped",
    "shipped_size",
    "shown_image",
]
