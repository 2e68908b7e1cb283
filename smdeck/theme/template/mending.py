"""Mending: small faults that PowerPoint passes over, and that would be faults of the talk.

Shapes of one layout that share an id, as copies do in files of PowerPoint; dashes of no length,
from drawings; the list of notes masters under a wrong name, as pandoc writes it, or behind that of
slides, as PptxGenJS does; a mark on lists of extensions that says they were changed, which only a
slide's may bear.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from smdeck.theme.template.package import PptxPackage, find, parse, tag, written
from smdeck.theme.template.taking_over import taken_over

_SHAPE_ID = re.compile(rb'<p:cNvPr\b[^>]*?\sid="(\d+)"')
_NO_DASH = re.compile(rb'(<a:ds\b[^>]*\sd=")0"')
_CHANGED = re.compile(rb'(<p:extLst)\s+mod="[^"]*"')
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def mend(package: PptxPackage, root: Any, presentation: str) -> None:
    """Mend the parts that a talk takes over; `root` is that of the presentation."""
    _list_notes_master(package, root, presentation)
    _order_lists(package, root, presentation)
    for part in taken_over(package, presentation):
        data = package.parts[part]
        if not part.endswith(".xml"):
            continue
        data = _CHANGED.sub(rb"\g<1>", _NO_DASH.sub(rb'\g<1>1"', data))
        if any(number > 1 for number in Counter(_SHAPE_ID.findall(data)).values()):
            data = _numbered(data)
        package.parts[part] = data


def _numbered(data: bytes) -> bytes:
    """Return a part whose shapes have ids of their own: the first of some that share one keeps it.

    What refers to a shape means the first. A shape and its fallback are one shape.
    """
    tree = parse(data)
    nodes = [
        node
        for node in tree.iter(tag("p:cNvPr"))
        if next(node.iterancestors(_FALLBACK), None) is None
    ]
    taken: set[str] = set()
    changed = False
    free = 1 + max(int(node.get("id", "0")) for node in tree.iter(tag("p:cNvPr")))
    for node in nodes:
        if node.get("id") in taken:
            node.set("id", str(free))
            free += 1
            changed = True
        taken.add(node.get("id"))
    return written(tree) if changed else data


_LISTS = ("p:sldMasterIdLst", "p:notesMasterIdLst", "p:handoutMasterIdLst", "p:sldIdLst")
"""The lists that a presentation begins with, in their order (ECMA-376 Part 1, 19.2.1.26)."""


def _order_lists(package: PptxPackage, root: Any, presentation: str) -> None:
    """Put the lists that a presentation begins with into their order."""
    found = [node for name in _LISTS if (node := find(root, name)) is not None]
    if found == list(root)[: len(found)]:
        return
    for place, node in enumerate(found):
        root.remove(node)
        root.insert(place, node)
    package.parts[presentation] = written(root)


def _list_notes_master(package: PptxPackage, root: Any, presentation: str) -> None:
    """Put a list of notes masters right that does not name them as it must."""
    listed = find(root, "p:notesMasterIdLst")
    if listed is None or find(listed, "p:notesMasterId") is not None:
        return
    masters = {
        id
        for id, relation in package.relations(presentation).items()
        if relation.kind == "notesMaster"
    }
    for child in list(listed):
        listed.remove(child)
    for id in sorted(masters)[:1]:
        listed.append(listed.makeelement(tag("p:notesMasterId"), {tag("r:id"): id}))
    if not masters:
        root.remove(listed)
    package.parts[presentation] = written(root)
