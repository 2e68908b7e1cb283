"""Leaving out: a part of a template without what leads to something that a talk does not get.

What is shown by it goes too: a picture without its file is no picture, an embedded object becomes
the picture of itself that it brings.
"""

from __future__ import annotations

import copy
from collections.abc import Collection
from typing import Any

from smdeck.theme.template.package import NS, RELATIONS, parse, tag, written

RUNS = ("macro:", "ppaction://macro", "ppaction://program", "ppaction://ole")
"""How the actions of shapes begin that run something."""

UNSEEN = 12_700
"""An embedded object up to so many EMU wide or high is there for a program, not to be seen."""

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"


def runs(data: bytes) -> bool:
    """Return whether a shape of a part runs something where it is clicked."""
    return any(action.encode() in data for action in RUNS)


def without(data: bytes, lost: Collection[str]) -> bytes:
    """Return a part without what names relationships that are lost, and without what runs."""
    root = parse(data)
    ids = _shape_ids(root)
    for node in list(root.iter("{*}*")):
        if next(node.iterancestors(root.tag), None) is None:
            continue  # it is the root, or went with what it stood in
        if _names(node, lost) or node.get("action", "").startswith(RUNS):
            _take_out(node, lost)
    for parent in list(root.iter(tag("p:custDataLst"), tag("a:extLst"), tag("p:extLst"))):
        if len(parent) == 0 and parent is not root:
            parent.getparent().remove(parent)
    for choice in list(root.iter(f"{_MC}AlternateContent")):
        _choose(choice)
    if _shape_ids(root) != ids:
        _untie(root, _shape_ids(root))
    return written(root)


def _names(node: Any, lost: Collection[str]) -> list[str]:
    """Return the attributes of a node that name a relationship that is lost."""
    own = f"{{{RELATIONS}}}"
    return [key for key, id in node.attrib.items() if key.startswith(own) and id in lost]


def _take_out(node: Any, lost: Collection[str]) -> None:
    """Take a node out, with what would be empty without it."""
    extension, frame = _around(node, "a:ext", "p:ext"), _around(node, "p:graphicFrame")
    if extension is not None:
        _remove(extension)
    elif node.tag == tag("p:oleObj") and frame is not None:
        _picture_instead(frame, lost)
    elif frame is not None and _around(node, "a:graphicData") is not None:
        _remove(frame)
    elif _around(node, "p:controls") is not None:
        _remove(_around(node, "p:controls"))
    elif node.tag == tag("a:blip"):
        _take_out_picture(node, lost)
    else:
        _remove(node)


def _take_out_picture(blip: Any, lost: Collection[str]) -> None:
    """Take a picture out, unless another of its files is there; a fill becomes none."""
    for key in _names(blip, lost):
        del blip.attrib[key]
    if any(key.startswith(f"{{{RELATIONS}}}") for key in blip.attrib):
        return
    fill = blip.getparent()
    if fill.tag == tag("a:blipFill"):
        fill.getparent().replace(fill, fill.makeelement(tag("a:noFill")))
    else:
        _remove(_around(blip, "p:pic", "a:buBlip"))


def _picture_instead(frame: Any, lost: Collection[str]) -> None:
    """Put the picture of an embedded object in its place, if it has one that is seen."""
    extent = frame.find("p:xfrm/a:ext", NS)
    size = min(int(extent.get("cx", "0")), int(extent.get("cy", "0"))) if extent is not None else 0
    pictures = [
        picture
        for picture in frame.iter(tag("p:pic"))
        for blip in picture.iterfind("p:blipFill/a:blip", NS)
        if blip.get(tag("r:embed")) and not _names(blip, lost)
    ]
    properties = frame.find("p:nvGraphicFramePr/p:cNvPr", NS)
    hidden = properties is None or properties.get("hidden") in ("1", "true")
    if not pictures or hidden or size <= UNSEEN:
        _remove(frame)
        return
    picture = copy.deepcopy(pictures[0])
    head, shape = picture.find("p:nvPicPr", NS), picture.find("p:spPr", NS)
    head.replace(head[0], copy.deepcopy(properties))
    place = shape.find("a:xfrm", NS)
    if place is not None:
        shape.remove(place)
    place = shape.makeelement(tag("a:xfrm"))
    place.extend(copy.deepcopy(child) for child in frame.find("p:xfrm", NS))
    shape.insert(0, place)
    frame.getparent().replace(frame, picture)


def _choose(alternatives: Any) -> None:
    """Put the fallback in the place of alternatives of which none is left."""
    for choice in alternatives.findall(f"{_MC}Choice"):
        if len(choice) == 0:
            alternatives.remove(choice)
    if alternatives.find(f"{_MC}Choice") is not None:
        return
    for fallback in alternatives.findall(f"{_MC}Fallback"):
        for child in list(fallback):
            alternatives.addprevious(child)
    _remove(alternatives)


def _untie(root: Any, ids: set[str]) -> None:
    """Take out what leads to shapes that are gone: ties of connectors, and the timing."""
    for tie in list(root.iter(tag("a:stCxn"), tag("a:endCxn"))):
        if tie.get("id") not in ids:
            _remove(tie)
    timing = root.find("p:timing", NS)
    if timing is not None and any(node.get("spid", "") not in {*ids, ""} for node in timing.iter()):
        _remove(timing)


def _shape_ids(root: Any) -> set[str]:
    return {str(node.get("id")) for node in root.iter(tag("p:cNvPr"))}


def _around(node: Any, *names: str) -> Any:
    """Return the nearest element of some names that a node stands in, or None."""
    return next(node.iterancestors(*(tag(name) for name in names)), None)


def _remove(node: Any) -> None:
    node.getparent().remove(node)
