"""Backdrops: what lies behind the words of a slide, layer by layer, as the audience sees it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple, TypeAlias

from smdeck.checking.deck import CheckedSlide
from smdeck.checking.extents import line_boxes, words_box
from smdeck.checking.pixels import colors_in
from smdeck.fit.fitting import every_node
from smdeck.scene import (
    Box,
    Chart,
    Fade,
    Paint,
    Picture,
    Shape,
    SlideLayout,
    Table,
    TextBox,
)
from smdeck.scene.outlined import is_outlined, reaches
from smdeck.theme import Theme
from smdeck.theme.color import RGB, mixed, painted

Backdrop: TypeAlias = tuple[tuple[float, RGB], ...]
"""Colours behind words, each with its share of the area."""


Worded: TypeAlias = TextBox | Table | Chart
"""What has words."""


class BackdropLayer(NamedTuple):
    """What is painted over all that lies lower: a colour or a picture."""

    box: Box
    paint: Paint | None = None
    file: Path | None = None
    crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    """The shares cut off at left, top, right and bottom of the picture."""
    fade: Fade | None = None
    """How a colour grows fainter."""
    outlined: Shape | None = None
    """The shape, where its edges are not those of its box."""


def backdrops(slide: CheckedSlide, theme: Theme) -> Iterator[tuple[Worded, list[Backdrop]]]:
    """Yield all that has words on a slide with what lies behind: one backdrop, or one a line."""
    slide_layout, nodes = slide.scene.slide_layout, slide.scene.nodes
    below = list(_layers_of(slide_layout, theme))
    bare: list[Backdrop] = [((1.0, theme.slot_color("bg1", slide.tone)),)]
    bare_only = not below and theme.even_backdrops
    layered = False  # whether the slide has painted something itself
    for node in every_node(nodes):
        if isinstance(node, TextBox):
            if bare_only:
                yield node, bare
                continue
            box = words_box(node)
            looked_up = not layered and theme.even_backdrops
            even = _even(slide_layout, box, slide.tone, theme) if looked_up else None
            yield node, [even] if even else _behind(node, box, below, slide, theme)
        elif isinstance(node, Table | Chart):
            yield node, [_painted(node.box, below, slide_layout, slide.tone, theme)]
        elif isinstance(node, Shape) and node.fill:  # its own words follow it
            paint = node.fill_paint(theme.paint(node.fill, slide.tone))
            outlined = node if is_outlined(node) else None
            below.append(BackdropLayer(node.box, paint, fade=node.fade, outlined=outlined))
            layered, bare_only = True, False
        elif isinstance(node, Picture) and node.image.size:
            below.append(BackdropLayer(node.box, None, node.image.path, node.crop))
            layered, bare_only = True, False


@lru_cache(maxsize=4096)
def _even(slide_layout: SlideLayout, box: Box, tone: str, theme: Theme) -> Backdrop | None:
    """Return what lies behind words in a box on a slide layout, if it is the same everywhere:
    most words of a deck stand in few rooms."""
    beneath = [layer for layer in _layers_of(slide_layout, theme) if layer.box.overlaps(box)]
    if all(layer.paint and layer.box.holds(box) for layer in beneath):
        return _painted(box, beneath, slide_layout, tone, theme)
    return None


@lru_cache(maxsize=256)
def _layers_of(slide_layout: SlideLayout, theme: Theme) -> tuple[BackdropLayer, ...]:
    """Return what a slide layout paints on its background.

    The art of the themes that ship is left out: a test looks at it, which would cost a build more
    than all other rules together.
    """
    layers = []
    if slide_layout.art and not theme.ships:
        layers.append(BackdropLayer(slide_layout.art.box, None, slide_layout.art.file))
    layers += [
        BackdropLayer(logo.plate[0], Paint(logo.plate[1]))
        for logo in slide_layout.logos
        if logo.plate
    ]
    tone = slide_layout.tone
    layers += [
        BackdropLayer(shape.box, shape.fill_paint(theme.paint(shape.fill, tone)), fade=shape.fade)
        for shape in slide_layout.decor
        if shape.fill
    ]
    if slide_layout.tiled:
        layers += [
            BackdropLayer(spec.box, theme.paint(spec.fill, tone))
            for spec in slide_layout.placeholders
            if spec.fill
        ]
    return tuple(layers)


def _behind(
    text: TextBox, box: Box, layers: Sequence[BackdropLayer], slide: CheckedSlide, theme: Theme
) -> list[Backdrop]:
    """Return what lies behind a text, line by line where not all of it lies on the same."""
    slide_layout, tone = slide.scene.slide_layout, slide.tone
    beneath = [
        layer
        for layer in layers
        if layer.box.overlaps(box) and (not layer.outlined or reaches(layer.outlined, box))
    ]
    even = all(layer.paint and layer.box.holds(box) for layer in beneath)
    boxes = [box] if even and theme.even_backdrops else line_boxes(text, theme)
    return [_painted(box, beneath, slide_layout, tone, theme) for box in boxes]


def _painted(
    box: Box, layers: Iterable[BackdropLayer], slide_layout: SlideLayout, tone: str, theme: Theme
) -> Backdrop:
    """Return the colours of layers, one over the other, in a box."""
    backdrop = theme.colors_behind(tone, slide_layout.base, box)
    seen = {color: share for share, color in backdrop}
    for layer in layers:
        part = box.common(layer.box)
        if part is None or not part.w * part.h:  # a line without words has no width
            continue
        covered = part.w * part.h / (box.w * box.h)
        over = {color: share * (1 - covered) for color, share in seen.items() if covered < 1}
        for own, color, opacity in _colors(layer, part, tone, theme):
            for behind, share in seen.items() if opacity < 1 else ((color, 1.0),):
                shown = mixed(color, opacity, behind)
                over[shown] = over.get(shown, 0.0) + share * own * covered
        seen = over
    return tuple((share, color) for color, share in seen.items())


def _faded(layer: BackdropLayer, part: Box) -> list[float]:
    """Return how opaque a layer that fades is at the ends of a part, and at stops in it."""
    assert layer.fade
    box = layer.box
    if layer.fade.way == "out":
        return [opacity for _, opacity in layer.fade.stops]
    if layer.fade.way == "right":
        return layer.fade.within((part.x - box.x) / box.w, (part.right - box.x) / box.w)
    return layer.fade.within((part.y - box.y) / box.h, (part.bottom - box.y) / box.h)


def _colors(
    layer: BackdropLayer, part: Box, tone: str, theme: Theme
) -> Iterable[tuple[float, RGB, float]]:
    """Return the colours of a part of a layer with their shares and opacity."""
    if layer.paint:
        slot = theme.slot_color(layer.paint.slot, tone)
        color = painted(slot, layer.paint._replace(alpha=100), slot)
        if layer.fade is None:
            return [(1.0, color, layer.paint.alpha / 100)]
        faded = _faded(layer, part)
        share = 1 / len(faded)
        return [(share, color, layer.paint.alpha / 100 * opacity) for opacity in faded]
    assert layer.file
    left, top, right, bottom = layer.crop
    across, down = (1 - left - right) / layer.box.w, (1 - top - bottom) / layer.box.h
    x, y = part.x - layer.box.x, part.y - layer.box.y
    far, low = part.right - layer.box.x, part.bottom - layer.box.y
    edges = left + x * across, top + y * down, left + far * across, top + low * down
    return colors_in(layer.file, edges)
