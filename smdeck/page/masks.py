"""Masks: pictures in a circle or a speech bubble, and figures without a background."""

from __future__ import annotations

from typing import Literal

from smdeck.compose.outlines import bubble_geometry
from smdeck.compose.room import Room
from smdeck.model.items import Image
from smdeck.scene import Box, Geometry
from smdeck.theme import Theme
from smdeck.units import emu

MARGIN = 0.08
"""The space around a mask whose place ends at an edge of the slide, as a share of the place."""


def masked(
    image: Image, mask: Literal["round", "bubble", "cutout"], box: Box, theme: Theme
) -> tuple[Box, Geometry | None]:
    """Return where a picture stands in its place, and its outline."""
    if mask == "cutout":
        return _standing(image, box), None
    room = Room.of(box)
    if box.x <= 0 or box.y <= 0 or box.right >= theme.width:
        space = MARGIN * min(room.w, room.h)
        room = room.inset(space, space, space, space)
    if mask == "bubble":
        return room.box, bubble_geometry(room, theme.taste.radius or emu(28))
    return room.disc(min(room.w, room.h) / 2, 0.5, 0.5).box, Geometry("ellipse")


def _standing(image: Image, box: Box) -> Box:
    """Return where a figure is whole and stands at the foot of its place, in its middle."""
    assert image.size
    width, height = image.size
    scale = min(box.w / width, box.h / height)
    wide, high = round(width * scale), round(height * scale)
    return Box(box.x + (box.w - wide) // 2, box.bottom - high, wide, high)
