"""Styles of a template: what a placeholder inherits from layout, master and presentation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, NamedTuple

from smdeck.scene.box import Box
from smdeck.scene.style import Level, Role, Style
from smdeck.theme.color import RGB
from smdeck.theme.template.colors import MappedColors
from smdeck.theme.template.normalizing import placeholder_shapes, placeholder_type
from smdeck.theme.template.package import find, tag
from smdeck.units import points

MASTER_KINDS = {
    "ctrTitle": "title", "title": "title", "dt": "dt", "ftr": "ftr", "sldNum": "sldNum",
}  # fmt: skip
"""Which placeholder of the master one of a layout inherits from; all others from its body."""

USUAL_INSETS = (91440, 45720, 91440, 45720)
"""Left, top, right and bottom of a text box that names none, in EMU (ECMA-376, 21.1.2.1.1)."""

FILLS = ("noFill", "solidFill", "gradFill", "blipFill", "pattFill")

_ALIGNS: dict[str, Literal["left", "center", "right"]] = {"ctr": "center", "r": "right"}
_ANCHORS: dict[str, Literal["top", "middle", "bottom"]] = {"ctr": "middle", "b": "bottom"}


class Parents(NamedTuple):
    """Where a layout's placeholders inherit from."""

    layout: Any
    master: Any
    presentation: Any
    colors: MappedColors
    fonts: tuple[str, str]
    """The families that `+mj-lt` and `+mn-lt` stand for."""
    scale: float
    """How large a point of ours is on the template's slides: see `Template`."""


class PlaceholderLook(NamedTuple):
    """How the words of a placeholder look."""

    style: Style
    family: str
    color: RGB | None


SMALLEST = {"title": 20.0, "body": 16.0, "subTitle": 12.0}
"""The smallest size that the first level of a placeholder is set at, in points on our canvas."""

HUGE = 40.0
"""Words that may be much larger shrink to this, in points on our canvas."""

SMALLEST_BELOW = 14.0
"""The same for the levels below it."""


def box_of(shape: Any, sources: Parents) -> Box | None:
    """Return where a placeholder stands on our canvas, or None where nothing says so."""
    master = sources.master
    for node in (shape, _of_master(shape, master)):
        frame = find(node, "p:spPr/a:xfrm")
        frame = find(node, "p:xfrm") if frame is None else frame
        offset, extent = find(frame, "a:off"), find(frame, "a:ext")
        if offset is not None and extent is not None:
            x, y, w, h = (
                int(part.get(name, "0"))
                for part, name in ((offset, "x"), (offset, "y"), (extent, "cx"), (extent, "cy"))
            )
            return Box(*(round(length / sources.scale) for length in (x, y, w, h)))
    return None


def fill_of(shape: Any, sources: Parents) -> Any:
    """Return the properties that a placeholder is filled by, its own or its master's, or None."""
    for node in (shape, _of_master(shape, sources.master)):
        properties = find(node, "p:spPr")
        named = [find(properties, f"a:{fill}") is not None for fill in FILLS]
        if any(named):
            return properties if any(named[1:]) else None
    return None


def look_of(shape: Any, sources: Parents, color: Role = "text") -> PlaceholderLook:
    """Return how a placeholder's words are set, with all that it inherits."""
    of_master = _of_master(shape, sources.master)
    bodies = [find(node, "p:txBody/a:bodyPr") for node in (shape, of_master) if node is not None]
    lists = [find(node, "p:txBody/a:lstStyle") for node in (shape, of_master) if node is not None]
    kind = MASTER_KINDS.get(placeholder_type(shape), "body")
    name = {"title": "titleStyle", "body": "bodyStyle"}.get(kind, "otherStyle")
    lists += [
        find(sources.master, f"p:txStyles/p:{name}"),
        find(sources.presentation, "p:defaultTextStyle"),
    ]
    chains = [_chain(lists, number) for number in range(1, 10)]
    deepest = 1 if kind != "body" else 5
    sizes = [_size(chain) for chain in chains[:deepest]]
    levels = tuple(
        _level(chain, size, sources, color) for chain, size in zip(chains, sizes, strict=False)
    )
    align = _ALIGNS.get(_attribute(chains[0], "algn", "l"), "left")
    mirrored = _is_mirrored(chains[0])
    if mirrored:
        align = {"left": "right", "right": "left"}.get(align, align)  # type: ignore[assignment]
    anchor = _ANCHORS.get(_attribute(bodies, "anchor", "t"), "top")
    left, top, right, bottom = (
        points(int(_attribute(bodies, name, str(usual)))) / sources.scale
        for name, usual in zip(("lIns", "tIns", "rIns", "bIns"), USUAL_INSETS, strict=True)
    )
    ladder = ladder_of(
        sizes, SMALLEST.get(placeholder_type(shape), SMALLEST.get(kind, 8.0)), sources.scale
    )
    style = Style(
        levels,
        ladder,
        align,
        anchor,
        (left, top, right, bottom),
        balanced=kind == "title",
        mirrored=mirrored,
    )
    colored = sources.colors.of(_first(chains[0], "a:defRPr/a:solidFill"))
    return PlaceholderLook(style, _family(chains[0], sources), colored.rgb if colored else None)


def ladder_of(
    sizes: Sequence[float], smallest: float, scale: float
) -> tuple[tuple[float, ...], ...]:
    """Return the sizes to choose from, largest first: those of the levels, then ever smaller ones.

    The sizes given are the template's own, and so are whole points; those returned are our
    canvas's. No size that is inherited grows, and none falls below the smallest.
    """
    lowest = min(sizes[0], max(smallest * scale, min(0.4 * sizes[0], HUGE * scale)))
    firsts = [sizes[0]]
    while firsts[-1] > lowest:
        firsts.append(max(lowest, float(min(firsts[-1] - 1, round(0.93 * firsts[-1])))))
    below = SMALLEST_BELOW * scale
    ladder = []
    for first in firsts:
        step = [first]
        for size in sizes[1:]:
            step.append(max(min(size, below), float(round(size * first / sizes[0]))))
        ladder.append(tuple(size / scale for size in (sizes if first == sizes[0] else step)))
    return tuple(ladder)


def upright(shape: Any) -> bool:
    """Return whether a placeholder's words run horizontally."""
    placeholder = next(shape.iter(tag("p:ph")))
    body = find(shape, "p:txBody/a:bodyPr")
    turned = body is not None and body.get("vert", "horz") != "horz"
    return placeholder.get("orient") != "vert" and not turned


def _of_master(shape: Any, master: Any) -> Any:
    wanted = MASTER_KINDS.get(placeholder_type(shape), "body")
    same = (node for node in placeholder_shapes(master) if placeholder_type(node) == wanted)
    found = next(same, None)
    return None if found is shape else found


def _chain(lists: Sequence[Any], number: int) -> list[Any]:
    nodes = [find(node, f"a:lvl{number}pPr") for node in lists]
    return [node for node in nodes if node is not None]


def _attribute(nodes: Sequence[Any], name: str, usual: str) -> str:
    values = (node.get(name) for node in nodes if node is not None)
    return next((value for value in values if value is not None), usual)


def _first(chain: Sequence[Any], path: str) -> Any:
    found = (find(node, path) for node in chain)
    return next((node for node in found if node is not None), None)


def _run_attribute(chain: Sequence[Any], name: str, usual: str) -> str:
    return _attribute([find(node, "a:defRPr") for node in chain], name, usual)


def _size(chain: Sequence[Any]) -> float:
    return int(_run_attribute(chain, "sz", "1800")) / 100


def _level(chain: Sequence[Any], size: float, sources: Parents, color: Role) -> Level:
    scale = sources.scale
    margin = "marR" if _is_mirrored(chain) else "marL"
    left = points(int(_attribute(chain, margin, "0"))) / scale
    indent = points(int(_attribute(chain, "indent", "0"))) / scale
    bullet = next(
        (
            child
            for node in chain
            for child in node
            if child.tag in (tag("a:buNone"), tag("a:buChar"), tag("a:buAutoNum"), tag("a:buBlip"))
        ),
        None,
    )
    bulleted = bullet is not None and bullet.tag != tag("a:buNone")
    family = _family(chain, sources)
    heading = family == sources.fonts[0] != sources.fonts[1]
    mark = None
    if bullet is not None and bulleted:
        mark = bullet.get("char") or "1."
    return Level(
        color=color,
        bold=_run_attribute(chain, "b", "0") in ("1", "true"),
        font="heading" if heading else "body" if family == sources.fonts[1] else family,
        bullet=mark,
        left=left + min(0.0, 0.0 if bulleted else indent),
        hanging=-indent if bulleted else 0.0,
        before=(_space(chain, "spcBef", size) + _space(chain, "spcAft", size)) / scale,
        spacing=_spacing(chain, size),
        capitals=_run_attribute(chain, "cap", "none") == "all",
    )


def _is_mirrored(chain: Sequence[Any]) -> bool:
    """Return whether a level is written from right to left."""
    return _attribute(chain, "rtl", "0") in ("1", "true")


def _space(chain: Sequence[Any], name: str, size: float) -> float:
    """Return the space above or below a paragraph in points."""
    node = _first(chain, f"a:{name}")
    exact, share = find(node, "a:spcPts"), find(node, "a:spcPct")
    if exact is not None:
        return float(exact.get("val")) / 100
    return _share(share) * 1.2 * size if share is not None else 0.0


def _spacing(chain: Sequence[Any], size: float) -> float:
    """Return the distance of lines as a share of PowerPoint's 1.2 em."""
    node = _first(chain, "a:lnSpc")
    exact, share = find(node, "a:spcPts"), find(node, "a:spcPct")
    if exact is not None:
        return float(exact.get("val")) / 100 / (1.2 * size)
    return _share(share) if share is not None else 1.0


def _share(node: Any) -> float:
    value = node.get("val", "100000")
    return float(value.rstrip("%")) / 100 if value.endswith("%") else int(value) / 100_000


def _family(chain: Sequence[Any], sources: Parents) -> str:
    latin = _first(chain, "a:defRPr/a:latin")
    name = "+mn-lt" if latin is None else str(latin.get("typeface", "+mn-lt"))
    return {"+mj-lt": sources.fonts[0], "+mn-lt": sources.fonts[1]}.get(name, name)
