"""The backdrop of a template's layout: what lies behind its words, as a small picture tells.

Backgrounds, shapes and pictures of master and layout are painted over one another on a canvas of
a few pixels, so that contrasts are those that the audience sees.
"""

from __future__ import annotations

import colorsys
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, TypeAlias

from smdeck.scene.box import Box
from smdeck.theme.color import RGB
from smdeck.theme.template.colors import Colored, MappedColors
from smdeck.theme.template.package import PptxPackage, find, tag
from smdeck.theme.template.thin_art import draw_rule, draw_words

WIDTH = 160
"""The canvas is so many pixels wide."""

ART = 48
"""What differs more from the backdrop in one of its channels, of 255, is art."""

WIDE, HIGH = 0.75, 0.6
"""How much of a region's width and height are kept clear of art at least."""

Outline: TypeAlias = list[list[tuple[float, float]]]
"""The corners of the pieces of a shape, in pixels; none for what fills its box."""

Share: TypeAlias = tuple[float, float, float, float]
"""A region: left, top, right and bottom as shares of the slide."""


class ArtLayer(NamedTuple):
    """A master or a layout to paint: its part, its tree and its colours."""

    part: str
    root: Any
    colors: MappedColors
    theme: Any
    shapes: bool = True
    """Whether its shapes are shown, or its background alone."""
    fills: tuple[tuple[Any, Box], ...] = ()
    """The fills of its placeholders, with their places in EMU: they lie over all else."""


class Transform(NamedTuple):
    """How the coordinates inside of groups lie on the slide."""

    x: float = 0.0
    y: float = 0.0
    across: float = 1.0
    down: float = 1.0

    def box(self, x: float, y: float, w: float, h: float) -> tuple[float, float, float, float]:
        """Return left, top, width and height on the slide in EMU."""
        return self.x + x * self.across, self.y + y * self.down, w * self.across, h * self.down


def painted(
    package: PptxPackage, layers: Iterable[ArtLayer], size: tuple[int, int], width: int = WIDTH
) -> Any:
    """Return the picture of layers, the first at the bottom; `size` is the slide's in EMU, `width`
    that of the picture in pixels."""
    from PIL import Image

    scale = width / size[0]
    canvas = Image.new("RGB", (width, max(1, round(size[1] * scale))), (255, 255, 255))
    for layer in layers:
        _background(canvas, package, layer)
        if layer.shapes:
            for node, transform in _shapes(find(layer.root, "p:cSld/p:spTree"), Transform()):
                _shape(canvas, package, layer=layer, node=node, transform=transform, scale=scale)
        for properties, box in layer.fills:
            edges = (box.x * scale, box.y * scale, box.right * scale, box.bottom * scale)
            _fill(
                canvas,
                package,
                layer=layer,
                properties=properties,
                edges=edges,
                outline=_outline(properties, edges),
            )
    return canvas


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


def _background(canvas: Any, package: PptxPackage, layer: ArtLayer) -> None:
    node = find(layer.root, "p:cSld/p:bg")
    if node is None:
        return
    properties, reference = find(node, "p:bgPr"), find(node, "p:bgRef")
    whole = (0, 0, canvas.width, canvas.height)
    if properties is not None:
        _fill(canvas, package, layer=layer, properties=properties, edges=whole, outline=[])
    elif reference is not None:
        color = layer.colors.of(reference)
        number = int(reference.get("idx", "0")) - 1001
        styles = find(layer.theme, "a:themeElements/a:fmtScheme/a:bgFillStyleLst")
        style = styles[number] if styles is not None and 0 <= number < len(styles) else None
        if style is not None and style.tag == tag("a:gradFill") and color:
            _paint(canvas, _average(style, layer.colors, color.rgb), whole, [])
        elif color:
            _paint(canvas, color, whole, [])


def _shapes(tree: Any, transform: Transform) -> Iterator[tuple[Any, Transform]]:
    """Return what a tree draws, the placeholders left out, with the transforms of its groups."""
    for node in tree if tree is not None else ():
        if node.tag == tag("p:grpSp"):
            yield from _shapes(node, _inside(node, transform))
        elif node.tag in _DRAWN and next(node.iter(tag("p:ph")), None) is None:
            yield node, transform


_DRAWN = (tag("p:sp"), tag("p:pic"), tag("p:cxnSp"))


def _inside(group: Any, outer: Transform) -> Transform:
    frame = find(group, "p:grpSpPr/a:xfrm")
    parts = [find(frame, f"a:{name}") for name in ("off", "ext", "chOff", "chExt")]
    if any(part is None for part in parts):
        return outer
    offset, extent, inner, size = parts
    across = _of(extent, "cx") / (_of(size, "cx") or 1)
    down = _of(extent, "cy") / (_of(size, "cy") or 1)
    return Transform(
        outer.x + outer.across * (_of(offset, "x") - _of(inner, "x") * across),
        outer.y + outer.down * (_of(offset, "y") - _of(inner, "y") * down),
        outer.across * across,
        outer.down * down,
    )


def _of(node: Any, name: str) -> int:
    return int(node.get(name, "0"))


def _shape(
    canvas: Any,
    package: PptxPackage,
    layer: ArtLayer,
    node: Any,
    transform: Transform,
    scale: float,
) -> None:
    properties = find(node, "p:spPr")
    frame = find(properties, "a:xfrm")
    if find(frame, "a:off") is None or find(frame, "a:ext") is None:
        return
    offset, extent = find(frame, "a:off"), find(frame, "a:ext")
    x, y, w, h = transform.box(
        _of(offset, "x"), _of(offset, "y"), _of(extent, "cx"), _of(extent, "cy")
    )
    edges = (x * scale, y * scale, (x + w) * scale, (y + h) * scale)
    if node.tag == tag("p:pic"):
        blip = find(node, "p:blipFill/a:blip")
        _picture(canvas, package, layer, blip, edges)
    elif node.tag == tag("p:cxnSp"):
        draw_rule(canvas, layer.colors, node, edges, scale)
    else:
        _fill(
            canvas,
            package,
            layer=layer,
            properties=properties,
            edges=edges,
            outline=_outline(properties, edges),
            shape=node,
        )
        draw_words(canvas, layer.colors, node, edges, scale)


def _fill(
    canvas: Any,
    package: PptxPackage,
    layer: ArtLayer,
    properties: Any,
    edges: tuple[float, float, float, float],
    outline: Outline,
    shape: Any = None,
) -> None:
    solid, gradient = find(properties, "a:solidFill"), find(properties, "a:gradFill")
    if solid is not None:
        _paint(canvas, layer.colors.of(solid), edges, outline)
    elif gradient is not None:
        _paint(canvas, _average(gradient, layer.colors), edges, outline)
    elif find(properties, "a:blipFill") is not None:
        _picture(canvas, package, layer, find(properties, "a:blipFill/a:blip"), edges)
    elif shape is not None and find(properties, "a:noFill") is None:
        reference = find(shape, "p:style/a:fillRef")
        if reference is not None and reference.get("idx") != "0":
            _paint(canvas, layer.colors.of(reference), edges, outline)


def _average(gradient: Any, colors: MappedColors, placeholder: RGB | None = None) -> Colored | None:
    stops = [
        color
        for stop in gradient.iter(tag("a:gs"))
        if (color := colors.of(stop, placeholder)) is not None
    ]
    if not stops:
        return None
    red, green, blue = (round(sum(stop.rgb[n] for stop in stops) / len(stops)) for n in range(3))
    return Colored((red, green, blue), sum(stop.alpha for stop in stops) / len(stops))


def _paint(
    canvas: Any,
    color: Colored | None,
    edges: tuple[float, float, float, float],
    outline: Outline,
) -> None:
    from PIL import Image, ImageChops, ImageDraw

    if color is None or color.alpha <= 0:
        return
    mask = Image.new("L", canvas.size, 0)
    opaque = round(255 * color.alpha)
    for corners in outline:
        piece = Image.new("L", canvas.size, 0)
        ImageDraw.Draw(piece).polygon(corners, fill=opaque)
        mask = ImageChops.difference(mask, piece)  # one inside of another is a hole
    if not outline:
        left, top, right, bottom = edges
        box = left, top, max(left, right - 1), max(top, bottom - 1)
        ImageDraw.Draw(mask).rectangle(box, fill=opaque)
    canvas.paste(color.rgb, (0, 0, *canvas.size), mask)


def _picture(
    canvas: Any,
    package: PptxPackage,
    layer: ArtLayer,
    blip: Any,
    edges: tuple[float, float, float, float],
) -> None:
    from smdeck.pictures.files import image_of
    from smdeck.pictures.reading import Unusable

    relation = package.relations(layer.part).get(
        blip.get(tag("r:embed"), "") if blip is not None else ""
    )
    data = package.parts.get(relation.target) if relation else None
    left, top, right, bottom = (round(edge) for edge in edges)
    seen = max(left, 0), max(top, 0), min(right, canvas.width), min(bottom, canvas.height)
    if data is None or seen[2] <= seen[0] or seen[3] <= seen[1]:
        return
    try:
        shown = image_of(data, (4 * canvas.width, 4 * canvas.width))
    except Unusable:
        return  # EMF and WMF: what they show is not known
    across, down = shown.width / (right - left), shown.height / (bottom - top)
    part = (
        *((seen[0] - left) * across, (seen[1] - top) * down),
        *((seen[2] - left) * across, (seen[3] - top) * down),
    )
    picture = shown.resize((seen[2] - seen[0], seen[3] - seen[1]), box=part)
    canvas.paste(picture, seen[:2], picture)


def _outline(properties: Any, edges: tuple[float, float, float, float]) -> Outline:
    """Return the corners of a shape's own path on the canvas; [] for what fills its box."""
    path = find(properties, "a:custGeom/a:pathLst/a:path")
    if path is None:
        preset = find(properties, "a:prstGeom")
        corners = _CORNERS.get(preset.get("prst", "")) if preset is not None else None
        return [[_on(edges, *corner) for corner in corners]] if corners else []
    width, height = _of(path, "w") or 1, _of(path, "h") or 1
    pieces = [[_on(edges, x / width, y / height) for x, y in piece] for piece in _along(path)]
    return [piece for piece in pieces if len(piece) > 2]


def _along(path: Any) -> list[list[tuple[float, float]]]:
    """Return points along each piece of a path: the ends of its lines, and some on its curves."""
    pieces: list[list[tuple[float, float]]] = [[]]
    for step in path:
        ends = [(one.get("x", ""), one.get("y", "")) for one in step.iter(tag("a:pt"))]
        if not ends or not all(_is_number(x) and _is_number(y) for x, y in ends):
            continue  # an arc, or a place that is worked out by a formula
        corners = [(float(x), float(y)) for x, y in ends]
        if step.tag == tag("a:moveTo") and pieces[-1]:
            pieces.append([])
        if step.tag == tag("a:cubicBezTo") and len(corners) == 3 and pieces[-1]:
            start = pieces[-1][-1]
            pieces[-1] += [_curve((start, *corners), n / CURVED) for n in range(1, CURVED)]
        pieces[-1].append(corners[-1])
    return pieces


def _is_number(text: str) -> bool:
    return text.lstrip("-").isdigit()


CURVED = 6
"""A curve is drawn as so many lines."""


def _curve(ends: tuple[tuple[float, float], ...], at: float) -> tuple[float, float]:
    """Return a point of a cubic curve, its start, two handles and end given."""
    shares = (1 - at) ** 3, 3 * at * (1 - at) ** 2, 3 * at**2 * (1 - at), at**3
    x, y = (sum(share * end[n] for share, end in zip(shares, ends, strict=True)) for n in (0, 1))
    return x, y


_CORNERS: dict[str, tuple[tuple[float, float], ...]] = {
    "triangle": ((0.5, 0), (1, 1), (0, 1)),
    "rtTriangle": ((0, 0), (1, 1), (0, 1)),
    "diamond": ((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5)),
    "parallelogram": ((0.25, 0), (1, 0), (0.75, 1), (0, 1)),
    "ellipse": ((0.5, 0), (0.85, 0.15), (1, 0.5), (0.85, 0.85), (0.5, 1), (0.15, 0.85), (0, 0.5),
                (0.15, 0.15)),
    "line": ((0, 0), (1, 0), (1, 0), (0, 0)),
}  # fmt: skip
"""The corners of presets that leave much of their box free, as shares of it."""


def _on(edges: tuple[float, float, float, float], x: float, y: float) -> tuple[float, float]:
    left, top, right, bottom = edges
    return left + x * (right - left), top + y * (bottom - top)
