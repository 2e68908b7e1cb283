"""Painting: master and layout over one another on a canvas of a few pixels.

Backgrounds, shapes and pictures are painted as the audience sees them, so that contrasts are those
that it sees.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, TypeAlias

from smdeck.scene.box import Box
from smdeck.theme.color import RGB
from smdeck.theme.template.colors import Colored, MappedColors
from smdeck.theme.template.package import PptxPackage, find, tag
from smdeck.theme.template.thin_art import Edges, draw_rule, draw_words

WIDTH = 160
"""The canvas is so many pixels wide."""

Point: TypeAlias = tuple[float, float]

Outline: TypeAlias = list[list[Point]]
"""The corners of the pieces of a shape, in pixels; none for what fills its box."""


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
        _Painter(canvas, package, layer, scale).paint()
    return canvas


class _Painter:
    """Paints a layer on a canvas; `scale` is pixels by EMU."""

    def __init__(self, canvas: Any, package: PptxPackage, layer: ArtLayer, scale: float) -> None:
        self.canvas, self.package, self.layer, self.scale = canvas, package, layer, scale
        self.colors = layer.colors

    def paint(self) -> None:
        """Paint the background, the shapes that are shown, and the fills of placeholders."""
        self._background(find(self.layer.root, "p:cSld/p:bg"))
        if self.layer.shapes:
            for node, transform in _shapes(find(self.layer.root, "p:cSld/p:spTree"), Transform()):
                self._shape(node, transform)
        for properties, (x, y, w, h) in self.layer.fills:
            edges = self._edges(x, y, w, h)
            self._fill(properties, edges, _outline(properties, edges))

    def _edges(self, x: float, y: float, w: float, h: float) -> Edges:
        """Return the edges of a place in EMU on the canvas."""
        scale = self.scale
        return x * scale, y * scale, (x + w) * scale, (y + h) * scale

    def _background(self, node: Any) -> None:
        properties, reference = find(node, "p:bgPr"), find(node, "p:bgRef")
        whole = (0, 0, self.canvas.width, self.canvas.height)
        if properties is not None:
            self._fill(properties, whole, [])
        elif reference is not None:
            color = self.colors.of(reference)
            number = int(reference.get("idx", "0")) - 1001
            styles = find(self.layer.theme, "a:themeElements/a:fmtScheme/a:bgFillStyleLst")
            style = styles[number] if styles is not None and 0 <= number < len(styles) else None
            if color and style is not None and style.tag == tag("a:gradFill"):
                color = _average(style, self.colors, color.rgb)
            self._cover(color, whole, [])

    def _shape(self, node: Any, transform: Transform) -> None:
        properties = find(node, "p:spPr")
        offset, extent = find(properties, "a:xfrm/a:off"), find(properties, "a:xfrm/a:ext")
        if offset is None or extent is None:
            return
        place = _of(offset, "x"), _of(offset, "y"), _of(extent, "cx"), _of(extent, "cy")
        edges = self._edges(*transform.box(*place))
        if node.tag == tag("p:pic"):
            self._picture(find(node, "p:blipFill/a:blip"), edges)
        elif node.tag == tag("p:cxnSp"):
            draw_rule(self.canvas, self.colors, node, edges, self.scale)
        else:
            self._fill(properties, edges, _outline(properties, edges), node)
            draw_words(self.canvas, self.colors, node, edges, self.scale)

    def _fill(self, properties: Any, edges: Edges, outline: Outline, shape: Any = None) -> None:
        solid, gradient = find(properties, "a:solidFill"), find(properties, "a:gradFill")
        if solid is not None:
            self._cover(self.colors.of(solid), edges, outline)
        elif gradient is not None:
            self._cover(_average(gradient, self.colors), edges, outline)
        elif find(properties, "a:blipFill") is not None:
            self._picture(find(properties, "a:blipFill/a:blip"), edges)
        elif shape is not None and find(properties, "a:noFill") is None:
            reference = find(shape, "p:style/a:fillRef")
            if reference is not None and reference.get("idx") != "0":
                self._cover(self.colors.of(reference), edges, outline)

    def _cover(self, color: Colored | None, edges: Edges, outline: Outline) -> None:
        """Cover an outline, or all within edges, with a colour."""
        from PIL import Image, ImageChops, ImageDraw

        if color is None or color.alpha <= 0:
            return
        size, opaque = self.canvas.size, round(255 * color.alpha)
        mask = Image.new("L", size, 0)
        for corners in outline:
            piece = Image.new("L", size, 0)
            ImageDraw.Draw(piece).polygon(corners, fill=opaque)
            mask = ImageChops.difference(mask, piece)  # one inside of another is a hole
        if not outline:
            left, top, right, bottom = edges
            box = left, top, max(left, right - 1), max(top, bottom - 1)
            ImageDraw.Draw(mask).rectangle(box, fill=opaque)
        self.canvas.paste(color.rgb, (0, 0, *size), mask)

    def _picture(self, blip: Any, edges: Edges) -> None:
        from smdeck.pictures.files import image_of
        from smdeck.pictures.reading import Unusable

        canvas = self.canvas
        relations = self.package.relations(self.layer.part)
        relation = relations.get(blip.get(tag("r:embed"), "") if blip is not None else "")
        data = self.package.parts.get(relation.target) if relation else None
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


def _outline(properties: Any, edges: Edges) -> Outline:
    """Return the corners of a shape's own path on the canvas; [] for what fills its box."""
    path = find(properties, "a:custGeom/a:pathLst/a:path")
    if path is None:
        preset = find(properties, "a:prstGeom")
        corners = _CORNERS.get(preset.get("prst", "")) if preset is not None else None
        return [[_on(edges, *corner) for corner in corners]] if corners else []
    width, height = _of(path, "w") or 1, _of(path, "h") or 1
    pieces = [[_on(edges, x / width, y / height) for x, y in piece] for piece in _along(path)]
    return [piece for piece in pieces if len(piece) > 2]


def _along(path: Any) -> Outline:
    """Return points along each piece of a path: the ends of its lines, and some on its curves."""
    pieces: Outline = [[]]
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


def _curve(ends: tuple[Point, ...], at: float) -> Point:
    """Return a point of a cubic curve, its start, two handles and end given."""
    shares = (1 - at) ** 3, 3 * at * (1 - at) ** 2, 3 * at**2 * (1 - at), at**3
    x, y = (sum(share * end[n] for share, end in zip(shares, ends, strict=True)) for n in (0, 1))
    return x, y


_CORNERS: dict[str, tuple[Point, ...]] = {
    "triangle": ((0.5, 0), (1, 1), (0, 1)),
    "rtTriangle": ((0, 0), (1, 1), (0, 1)),
    "diamond": ((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5)),
    "parallelogram": ((0.25, 0), (1, 0), (0.75, 1), (0, 1)),
    "ellipse": ((0.5, 0), (0.85, 0.15), (1, 0.5), (0.85, 0.85), (0.5, 1), (0.15, 0.85), (0, 0.5),
                (0.15, 0.15)),
    "line": ((0, 0), (1, 0), (1, 0), (0, 0)),
}  # fmt: skip
"""The corners of presets that leave much of their box free, as shares of it."""


def _on(edges: Edges, x: float, y: float) -> Point:
    left, top, right, bottom = edges
    return left + x * (right - left), top + y * (bottom - top)
