"""Repairs: what programs leave out of the templates they write is put where PowerPoint looks.

LibreOffice writes the look of placeholders onto their sample words, where no slide inherits it.
It is lifted into list styles, so that slides, those added by hand too, look as the template does.
It also gives the layouts of all masters the places of one master's: each is put where its own
master has title and body. Placeholders without an index get one, by which slides name them.
"""

from __future__ import annotations

import copy
from typing import Any

from lxml import etree

from smdeck.scene.box import Box, around
from smdeck.scene.style import Paint
from smdeck.scene.template import FOOT, TITLES
from smdeck.theme.color import RGB, TEXT_CONTRAST, contrast, hex_digits, painted
from smdeck.theme.template.backdrop import is_saturated
from smdeck.theme.template.package import find, tag

FIRST_FREE_INDEX = 20
"""Indices are given from here on, past those that PowerPoint uses itself."""

SEEN = 2.0
"""The contrast of colours that come before paler ones."""

_LEVEL_CHILDREN = ("lnSpc", "spcBef", "spcAft", "buClr", "buSzPct", "buFont", "buNone", "buAutoNum",
                   "buChar")  # fmt: skip
_RUN_ATTRIBUTES = ("sz", "b", "i", "cap", "spc")
_RUN_CHILDREN = ("solidFill", "latin", "ea", "cs")
_INHERITED = {"title": "title", "ctrTitle": "title", "subTitle": "body"}


def without_styles(master: Any) -> bool:
    """Return whether a master lacks the text styles that every program but LibreOffice writes."""
    return find(master, "p:txStyles") is None


def normalize_master(master: Any) -> None:
    """Give a master text styles: those that its sample words are set in."""
    styles = etree.Element(tag("p:txStyles"))
    for kind, name in (("title", "titleStyle"), ("body", "bodyStyle"), ("other", "otherStyle")):
        style = etree.SubElement(styles, tag(f"p:{name}"))
        for shape in placeholder_shapes(master):
            if placeholder_type(shape) == kind:
                for level in _levels(shape):
                    style.append(level)
    master.insert(_index_after(master, "hf", "timing", "transition", "sldLayoutIdLst"), styles)


def normalize_layout(layout: Any) -> None:
    """Take the bullets from the subtitles of a layout; all else it inherits from its master.

    The looks of a layout's own samples are those of whichever master was written last.
    """
    for shape in placeholder_shapes(layout):
        body = find(shape, "p:txBody")
        if placeholder_type(shape) != "subTitle" or find(body, "a:lstStyle") is not None:
            continue
        sample = next(shape.iter(tag("a:pPr")), None)
        style = etree.Element(tag("a:lstStyle"))
        level = etree.SubElement(style, tag("a:lvl1pPr"), marL="0", indent="0")
        if sample is not None and sample.get("algn"):
            level.set("algn", sample.get("algn"))
        etree.SubElement(level, tag("a:buNone"))
        body.insert(1, style)


def settle_layout(layout: Any, master: Any) -> None:
    """Put the placeholders of a layout where its master has title, body and foot."""
    own = {placeholder_type(shape): shape for shape in reversed(placeholder_shapes(master))}
    body = _frame_of(own.get("body"))
    moved = []
    for shape in placeholder_shapes(layout):
        kind = _INHERITED.get(placeholder_type(shape), placeholder_type(shape))
        frame = find(shape, "p:spPr/a:xfrm")
        if kind in ("title", *FOOT) and _frame_of(own.get(kind)) and frame is not None:
            frame.getparent().remove(frame)
        elif kind not in FOOT and frame is not None:
            moved.append(frame)
    boxes = [_box_in(frame) for frame in moved]
    if body is None or not boxes:
        return
    if not any(placeholder_type(shape) in TITLES for shape in placeholder_shapes(layout)):
        title = _frame_of(own.get("title"))
        body = around([body, title]) if title else body
    whole = around(boxes)
    for frame, box in zip(moved, boxes, strict=True):
        across, down = body.w / (whole.w or 1), body.h / (whole.h or 1)
        _place(frame, Box(
            round(body.x + (box.x - whole.x) * across), round(body.y + (box.y - whole.y) * down),
            round(box.w * across), round(box.h * down),
        ))  # fmt: skip


def _frame_of(shape: Any) -> Box | None:
    frame = find(shape, "p:spPr/a:xfrm")
    return None if frame is None else _box_in(frame)


def _box_in(frame: Any) -> Box:
    offset, extent = find(frame, "a:off"), find(frame, "a:ext")
    return Box(
        int(offset.get("x")), int(offset.get("y")), int(extent.get("cx")), int(extent.get("cy"))
    )


def _place(frame: Any, box: Box) -> None:
    find(frame, "a:off").set("x", str(box.x))
    find(frame, "a:off").set("y", str(box.y))
    find(frame, "a:ext").set("cx", str(box.w))
    find(frame, "a:ext").set("cy", str(box.h))


def number_placeholders(layout: Any) -> bool:
    """Give every placeholder beside the title an index that no other one has.

    Returns whether any lacked one.
    """
    taken: set[int] = set()
    changed = False
    for shape in placeholder_shapes(layout):
        placeholder = next(shape.iter(tag("p:ph")))
        if placeholder.get("type") in ("title", "ctrTitle"):
            continue
        index = int(placeholder.get("idx", "0"))
        if index == 0 or index in taken:
            index = max((FIRST_FREE_INDEX - 1, *taken)) + 1
            placeholder.set("idx", str(index))
            changed = True
        taken.add(index)
    return changed


def placeholder_shapes(root: Any) -> list[Any]:
    """Return the shapes of a master or layout that are placeholders."""
    tree = find(root, "p:cSld/p:spTree")
    nodes = tree.iter(tag("p:sp"), tag("p:pic"), tag("p:graphicFrame"))
    return [node for node in nodes if find(node[0], "p:nvPr/p:ph") is not None]


def placeholder_type(shape: Any) -> str:
    """Return the type of a placeholder; one that names none holds an object."""
    return str(next(shape.iter(tag("p:ph"))).get("type", "obj"))


def normalize_theme(
    theme: Any, backdrop: RGB, text_colors: list[RGB], seen: list[RGB], families: list[str]
) -> None:
    """Give a theme that nothing refers to the colours and fonts that the layouts show.

    `text_colors` are the colours of words, `seen` those of the art, the commonest first.
    """
    text = next(
        (color for color in text_colors if contrast(color, backdrop) >= TEXT_CONTRAST), None
    )
    text = text or max(((0, 0, 0), (255, 255, 255)), key=lambda color: contrast(color, backdrop))
    dark, light = sorted((text, backdrop), key=lambda color: contrast(color, (0, 0, 0)))
    bright = [color for color in dict.fromkeys((*seen, *text_colors)) if is_saturated(color)]
    accents = bright or [text]
    accents.sort(key=lambda color: contrast(color, backdrop) < SEEN)
    for step in (20, -20, 40, -40, 55):
        accents += [_shifted(color, step) for color in accents[:2] if len(accents) < 6]
    colors = {
        "dk1": dark, "lt1": light, "dk2": dark, "lt2": light,
        **{f"accent{n}": color for n, color in enumerate(accents[:6], 1)},
        "hlink": accents[0], "folHlink": accents[1],
    }  # fmt: skip
    scheme = find(theme, "a:themeElements/a:clrScheme")
    for node in scheme:
        for child in list(node):
            node.remove(child)
        color = colors[node.tag.rsplit("}", 1)[-1]]
        etree.SubElement(node, tag("a:srgbClr")).set("val", hex_digits(color))
    for kind, family in zip(("major", "minor"), families, strict=False):
        find(theme, f"a:themeElements/a:fontScheme/a:{kind}Font/a:latin").set("typeface", family)


def _levels(shape: Any) -> list[Any]:
    """Return the properties of each level of a placeholder's sample words."""
    levels: dict[int, Any] = {}
    for paragraph in shape.iter(tag("a:p")):
        properties = find(paragraph, "a:pPr")
        number = int(properties.get("lvl", "0")) if properties is not None else 0
        run = next(paragraph.iter(tag("a:rPr"), tag("a:endParaRPr")), None)
        if number in levels or run is None or number > 8:
            continue
        level = levels[number] = etree.Element(tag(f"a:lvl{number + 1}pPr"))
        if properties is not None:
            for name in ("marL", "indent", "algn"):
                if properties.get(name):
                    level.set(name, properties.get(name))
            _copy(properties, level, _LEVEL_CHILDREN)
        default = etree.SubElement(level, tag("a:defRPr"))
        for name in _RUN_ATTRIBUTES:
            if run.get(name):
                default.set(name, run.get(name))
        _copy(run, default, _RUN_CHILDREN)
    return [levels[number] for number in sorted(levels)]


def _shifted(color: RGB, step: int) -> RGB:
    """Return a colour that is lighter, or darker where the step is below zero, in percent."""
    paint = Paint("accent1", lighter=step) if step > 0 else Paint("accent1", darker=-step)
    return painted(color, paint, color)


def _copy(source: Any, target: Any, names: tuple[str, ...]) -> None:
    for child in source:
        if child.tag.rsplit("}", 1)[-1] in names:
            target.append(copy.deepcopy(child))


def _index_after(root: Any, *names: str) -> int:
    """Return the position behind the first of those children that is there."""
    for name in names:
        node = find(root, f"p:{name}")
        if node is not None:
            return int(root.index(node)) + 1
    return len(root)
