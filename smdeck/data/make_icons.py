"""The maker of the icon data: Tabler's SVGs become filled paths that PowerPoint can draw.

Run it with the unpacked npm package `@tabler/icons` (`npm pack @tabler/icons`); it takes about ten
minutes:

    python -m smdeck.data.make_icons PATH_TO_TABLER_PACKAGE [--check]

All outlines become icons, and the filled ones as `NAME-filled`. Words that find them stand in
`icon-words.json` (by icon) and `icon-german.json` (by the parts of names); Tabler's own English
words are added. Making the data needs `svgelements`, `skia-pathops` and `fonttools`; reading it
needs nothing.
"""

from __future__ import annotations

import argparse
import math
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from smdeck.data.pack_icons import packed

Point = tuple[float, float]
# A segment is the points after its start: one for a line, three for a cubic, and while the
# outline is still in quadratics, a start and a run of TrueType-like control points.
Segment = tuple[Point, ...]
Contour = list[Segment]

UNITS = 100
"""Grid units in one Tabler unit."""
GRID = 24 * UNITS
STROKE = 2 * UNITS
TOLERANCE = 1.5
"""How far, in grid units, a merged curve may leave the exact outline: 1/1600 of the icon."""
SHORTEST = 3.0
"""Lines shorter than this, in grid units, are traces of the stroker and are closed up."""
SMALLEST = 1500.0
"""Contours of less area than this, in square grid units, are crumbs of the union."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Return the exit code: 0 when the files were written or are fresh, 1 when one is stale."""
    parser = argparse.ArgumentParser(prog="make_icons", description="Make the icon data.")
    parser.add_argument("package", type=Path, help="the unpacked npm package @tabler/icons")
    parser.add_argument("--check", action="store_true", help="only tell whether it is stale")
    options = parser.parse_args(arguments)
    files = packed(options.package, all_paths(options.package))
    stale = [path for path, data in files.items() if not _is_fresh(path, data)]
    for path in stale:
        if options.check:
            print(f"{path.name} is stale: run make_icons", file=sys.stderr)
        else:
            path.write_bytes(files[path])
    return int(options.check and bool(stale))


def _is_fresh(path: Path, data: bytes) -> bool:
    return path.exists() and path.read_bytes() == data


def all_paths(package: Path) -> dict[str, str]:
    """Return the outline of each icon by its name: filled ones are called `NAME-filled`."""
    paths = {}
    for style, ending in (("outline", ""), ("filled", "-filled")):
        for file in sorted((package / "icons" / style).glob("*.svg")):
            paths[f"{file.stem}{ending}"] = filled_path(file.read_text(encoding="utf-8"))
    return paths


def filled_path(svg: str) -> str:
    """Return the strokes and fills of a Tabler SVG as one filled path of the grid.

    Skia gives up on some coincidences, and on others it loses a piece without a word. Strokes that
    are wider by hundredths of a grid unit, and as little apart, which no eye sees, resolve them.
    Raises ValueError when they do not.
    """
    import pathops

    raster = [(x, y) for x in range(7, GRID, UNITS // 4) for y in range(7, GRID, UNITS // 4)]
    exact = parts(svg, 0)
    wanted = [any(part.contains(point) for part in exact) for point in raster]
    for attempt in range(40):
        try:
            shape = union(parts(svg, 0.02 * attempt))
        except pathops.PathOpsError:
            continue
        # A point or two may lie on the very edge.
        if sum(shape.contains(at) != inside for at, inside in zip(raster, wanted, strict=True)) < 3:
            return "".join(written(contour) for contour in contours(shape.segments) if contour)
    raise ValueError("the strokes cannot be united")


def parts(svg: str, shift: float) -> list[Any]:
    """Return the outline of each stroke and fill as a Skia path, moved and widened by the shift."""
    import pathops

    found: list[Any] = []
    root = ElementTree.fromstring(svg)
    filled = root.get("fill", "none")
    for element in root.iter("{http://www.w3.org/2000/svg}path"):
        if element.get("stroke") == "none":  # the invisible frame around every icon
            continue
        away = shift * len(found) / 2
        line = skeleton(element.attrib["d"]).transform(1, 0, 0, 1, away, -away / 2)
        if element.get("fill", filled) != "none":
            found.append(pathops.Path(line))
        if root.get("stroke", "none") == "none":  # one of the filled icons
            continue
        line.stroke(STROKE + shift, pathops.LineCap.ROUND_CAP, pathops.LineJoin.ROUND_JOIN, 4)
        line.convertConicsToQuads(0.25)
        found.append(line)
    return found


def union(outlines: Sequence[Any]) -> Any:
    """Return the outlines as one Skia path whose holes turn against their surroundings.

    So both fill rules see the same shape.
    """
    import pathops

    shape = pathops.Path()
    for outline in outlines:
        outline.simplify(fix_winding=True)  # else outlines that turn both ways cancel out
        shape.addPath(outline)
    shape.simplify(fix_winding=True)
    return shape


def skeleton(data: str) -> Any:
    """Return the path data in grid units, as a Skia path of lines and cubics."""
    import pathops
    import svgelements as svg

    source = abs(svg.Path(data) * svg.Matrix.scale(UNITS))
    source.approximate_arcs_with_cubics(error=0.25)
    path = pathops.Path()
    for segment in source:
        match segment:
            case svg.Move():
                path.moveTo(*segment.end)
            case svg.Line():
                path.lineTo(*segment.end)
            case svg.QuadraticBezier():
                path.quadTo(*segment.control, *segment.end)
            case svg.CubicBezier():
                path.cubicTo(*segment.control1, *segment.control2, *segment.end)
            case svg.Close():
                path.close()
    return path


def contours(segments: Iterator[tuple[str, tuple[Point, ...]]]) -> Iterator[Contour]:
    """Yield each contour of a Skia path as clean lines and cubics with whole coordinates."""
    from fontTools.cu2qu import curve_to_quadratic

    start = (0.0, 0.0)
    contour: Contour = []
    for verb, points in segments:
        if verb == "moveTo":
            start, contour = points[0], []
        elif points and points[-1] is None:  # a ring without a point of its own, as in TrueType
            (x1, y1), (x2, y2) = points[-2], points[0]
            start = ((x1 + x2) / 2, (y1 + y2) / 2)
            contour = [(*points[:-1], start)]
        elif verb in ("lineTo", "qCurveTo"):
            contour.append(points)
        elif verb == "curveTo":  # of a fill; the stroker itself writes quadratics only
            begin = contour[-1][-1] if contour else start
            contour.append(tuple(curve_to_quadratic((begin, *points), 0.25))[1:])
        elif verb in ("closePath", "endPath"):
            yield cleaned(cubic(turned(start, contour)))
        else:
            raise ValueError(f"a stroked outline has no {verb}")


def turned(start: Point, contour: Contour) -> Contour:
    """Return the closed contour, begun where a line ends, so that no curve is cut in two.

    The line back to the start is written out, and every segment begins with its start point.
    """
    if contour and contour[-1][-1] != start:
        contour = [*contour, (start,)]
    ends = [start, *(segment[-1] for segment in contour)]
    whole = [(begin, *segment) for begin, segment in zip(ends, contour, strict=False)]
    cut = next((at + 1 for at, segment in enumerate(whole) if len(segment) == 2), 0)
    return whole[cut:] + whole[:cut]


def cubic(contour: Contour) -> Contour:
    """Return the contour with each run of quadratics merged into as few cubics as will do."""
    from fontTools.qu2cu import quadratic_to_curves

    merged: Contour = []
    run: list[Segment] = []
    for segment in [*contour, ()]:
        if len(segment) > 2:
            run.append(segment)
            continue
        if run:
            merged.extend(quadratic_to_curves(run, max_err=TOLERANCE, all_cubic=True))
            run = []
        if segment:
            merged.append(segment)
    return merged


def cleaned(contour: Contour) -> Contour:
    """Return the contour in whole numbers, without crumbs; empty when it is one itself.

    The first segment of the result is the start point alone.
    """
    if not contour or abs(area(contour)) < SMALLEST:
        return []
    here = rounded(contour[0][0])
    result: Contour = [(here,)]
    for segment in contour:
        points = tuple(rounded(point) for point in segment[1:])
        if max(math.dist(here, point) for point in points) < SHORTEST:
            continue
        lines = len(points) == 1 and len(result) > 1 and len(result[-1]) == 1
        if lines and straight(result[-2][-1], here, points[0]):
            result.pop()
        result.append(points)
        here = points[-1]
    return closed(result)


def closed(contour: Contour) -> Contour:
    """Return the contour so that it ends at its start or leaves the last line to the Z."""
    start, last = contour[0][0], contour[-1]
    if len(last) == 1 and math.dist(start, last[0]) < SHORTEST:
        return contour[:-1]
    if math.dist(start, last[-1]) < SHORTEST:
        return [*contour[:-1], (*last[:-1], start)]
    return contour


def straight(first: Point, middle: Point, last: Point) -> bool:
    """Return whether the middle point lies on the way, within half a grid unit."""
    (ax, ay), (bx, by), (cx, cy) = first, middle, last
    across = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
    along = (bx - ax) * (cx - bx) + (by - ay) * (cy - by)
    return along >= 0 and abs(across) <= 0.5 * math.dist(first, last)


def area(contour: Contour) -> float:
    """Return the signed area of the polygon through all points of the contour."""
    points = [point for segment in contour for point in segment[:-1]]
    ring = zip(points, points[1:] + points[:1], strict=True)
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in ring) / 2


def rounded(point: Point) -> Point:
    """Return the nearest point with whole coordinates."""
    return round(point[0]), round(point[1])


def written(contour: Contour) -> str:
    """Return the contour as path data with the commands M, L, C and Z."""
    parts = []
    for at, points in enumerate(contour):
        command = "M" if at == 0 else "L" if len(points) == 1 else "C"
        parts.append(command + " ".join(f"{x} {y}" for x, y in points))
    return "".join(parts) + "Z"


if __name__ == "__main__":
    sys.exit(main())
