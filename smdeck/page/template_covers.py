"""Covers composed in the template's own look: its background and title stay, our words stand where
its own would."""

from __future__ import annotations

from typing import NamedTuple

from smdeck.scene import Box, PlaceholderSpec, TemplateLayout
from smdeck.scene.template import FOOT
from smdeck.theme.template.backdrop import uniformity
from smdeck.theme.template.extras import NUMBER
from smdeck.theme.template.reading import Template
from smdeck.units import emu

HIGH = {"subtitle": 56, "text": 56, "speaker": 56, "source": 22}
"""How much room these words need at least, in points."""

MOST = {"subtitle": 110, "text": 110, "speaker": 72, "source": 22}
"""How much they take at the most."""

GAP, EDGE = emu(10), emu(30)
"""The space between them, and to the slide's edge."""

EVEN = 0.92
"""How much of what lies behind words has one colour."""


class Cover(NamedTuple):
    """Placeholders on a cover of the template, and where its words stand."""

    placeholders: tuple[PlaceholderSpec, ...]
    box: Box


def on_cover(
    template: Template,
    base: TemplateLayout,
    title: PlaceholderSpec,
    placeholders: tuple[PlaceholderSpec, ...],
) -> Cover | None:
    """Return placeholders below the title of a cover, or above it; None where it has no room.

    What only decorates, as the number of a section, is left out.
    """
    own = [spec for spec in placeholders if spec.name in HIGH]
    if any(spec.style is None for spec in placeholders):
        return None  # there is no place for a picture
    if not own:
        return Cover((title,), title.box)
    needed = sum(emu(HIGH[spec.name]) for spec in own) + GAP * (len(own) - 1)
    picture = template.picture(base.part)
    for whole in _rooms(template, base, title, needed):
        for box in (whole, whole._replace(h=needed), template.clear(whole, base)):
            if (
                whole.h >= needed
                and box.h >= needed
                and uniformity(picture, template.share(box)) >= EVEN
            ):
                return Cover((title, *_stacked(own, title, box)), box)
    return None


def _rooms(
    template: Template, base: TemplateLayout, title: PlaceholderSpec, needed: int
) -> list[Box]:
    """Return the rooms for words on a cover: its own for them, below the title, above it."""
    box, style = title.box, title.style
    left, _, right, _ = style.insets if style else (0.0, 0.0, 0.0, 0.0)
    x, w = box.x + emu(left), box.w - emu(left) - emu(right)
    foot = [one.box.y for one in base.placeholders if one.type in FOOT]
    low = min([*(y for y in foot if y > box.bottom), template.canvas[1] - EDGE])
    own = [
        one.box
        for one in base.content
        if one.type in ("subTitle", "body") and one.style and one.style.sizes[0][0] < NUMBER
    ]
    rooms = [max(own, key=lambda one: one.w * one.h)] if own else []
    rooms.append(Box(x, box.bottom + GAP, w, low - GAP - box.bottom))
    return [*rooms, Box(x, max(EDGE, box.y - GAP - 2 * needed), w, min(2 * needed, box.y - EDGE))]


def _stacked(own: list[PlaceholderSpec], title: PlaceholderSpec, box: Box) -> list[PlaceholderSpec]:
    """Return placeholders below one another in a box, set as the title is."""
    free = box.h - GAP * (len(own) - 1) - sum(emu(HIGH[spec.name]) for spec in own)
    y, placed = box.y, []
    for spec in own:
        more = min(max(0, free), emu(MOST[spec.name] - HIGH[spec.name]))
        free -= more
        high = emu(HIGH[spec.name]) + more
        style = spec.style and spec.style._replace(
            align=title.style.align if title.style else "left", anchor="top"
        )
        placed.append(spec._replace(box=Box(box.x, y, box.w, high), style=style))
        y += high + GAP
    return placed
