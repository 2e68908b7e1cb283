"""What a talk takes over of a template: which parts, without what, and whether they are sound."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from smdeck.theme.template.package import (
    RELATIONS,
    SAVE_ANEW,
    PptxPackage,
    Relation,
    TemplateError,
    parse,
    tag,
    written,
)
from smdeck.theme.template.schema import fault

KEPT = ("slideMaster", "notesMaster", "handoutMaster", "theme", "tableStyles", "font")
"""What is kept of all that a template's presentation leads to."""

DROPPED = ("slide", "notesSlide", "comments", "vbaProject", "tags", "customXml", "control")
"""What no part that is kept may lead to: samples, what is for other programs, what can run."""

RUNS = ("macro:", "ppaction://macro", "ppaction://program", "ppaction://ole")
"""How the actions of shapes begin that run something."""

_PRESENTATIONML = "application/vnd.openxmlformats-officedocument.presentationml."
_TYPES = {
    "slideMaster": f"{_PRESENTATIONML}slideMaster+xml",
    "slideLayout": f"{_PRESENTATIONML}slideLayout+xml",
    "notesMaster": f"{_PRESENTATIONML}notesMaster+xml",
    "handoutMaster": f"{_PRESENTATIONML}handoutMaster+xml",
    "tableStyles": f"{_PRESENTATIONML}tableStyles+xml",
    "theme": "application/vnd.openxmlformats-officedocument.theme+xml",
    "image": "image/",
    "font": "application/",
}
"""How the content types of parts begin, by the kind of the relationship that leads to them."""

_ROOTS = {
    "officeDocument": "p:presentation",
    "slideMaster": "p:sldMaster",
    "slideLayout": "p:sldLayout",
    "notesMaster": "p:notesMaster",
    "handoutMaster": "p:handoutMaster",
    "tableStyles": "a:tblStyleLst",
    "theme": "a:theme",
}
"""The elements that parts begin with, likewise."""

_NEEDED = {
    "slideMaster": ("theme",),
    "slideLayout": ("slideMaster",),
    "notesMaster": ("theme",),
    "handoutMaster": ("theme",),
}
"""What a part must lead to, once."""

_ID = re.compile(r"[A-Za-z_][\w.-]*")
_TYPE = re.compile(r"[\w.+-]+/[\w.+-]+", re.A)
_ADDRESS = re.compile(r"https?://[\w./-]+")
_NAME = re.compile(r"[\w.\-~%!$&'()*+,;=:@]+(/[\w.\-~%!$&'()*+,;=:@]+)*", re.A)


def taken_over(package: PptxPackage, presentation: str) -> dict[str, str]:
    """Return the parts that a talk takes over, with the kind of what leads to each."""
    queue = [
        relation
        for relation in package.relations(presentation).values()
        if relation.kind in KEPT and relation.target in package.parts
    ]
    found: dict[str, str] = {}
    for relation in queue:  # grows while it is gone through
        if relation.target not in found:
            found[relation.target] = relation.kind
            own = package.relations(relation.target).values()
            queue += [one for one in own if not _is_lost(one, package)]
    return {part: kind for part, kind in found.items() if part in package.parts}


def leave_out(package: PptxPackage, presentation: str) -> list[str]:
    """Take from the parts what no talk gets; return what they would fetch from elsewhere.

    Links that a click follows stay.
    """
    fetched = []
    for part in taken_over(package, presentation):
        relations = package.relations(part)
        lost = {id: one for id, one in relations.items() if _is_lost(one, package)}
        fetched += [one.target for one in lost.values() if one.external]
        data = package.parts[part]
        if lost or any(action.encode() in data for action in RUNS):
            package.parts[part] = _without(data, list(lost))
        for id in lost:
            del relations[id]
    return fetched


def _is_lost(relation: Relation, package: PptxPackage) -> bool:
    """Return whether a part must do without what it leads to."""
    if relation.external:
        return relation.kind != "hyperlink"
    known = relation.target in package.parts and _NAME.fullmatch(relation.target)
    return relation.kind in DROPPED or not known


def _without(data: bytes, lost: list[str]) -> bytes:
    """Return a part without what leads to parts that are dropped, and what runs something."""
    root = parse(data)
    for node in list(root.iter()):
        leads = (
            value in lost and name.startswith(f"{{{RELATIONS}}}")
            for name, value in node.attrib.items()
        )
        parent = node.getparent()
        if parent is not None and (any(leads) or node.get("action", "").startswith(RUNS)):
            parent.remove(node)
    return written(root)


def check(package: PptxPackage, presentation: str, file: str) -> None:
    """Look through all that a talk takes over; raises TemplateError where it would be no talk.

    What is wrong in the template would be wrong in the talk, and PowerPoint offers to repair that.
    """
    root = package.tree(presentation)
    for wrong in _faults(root, package, presentation, "officeDocument"):
        raise TemplateError(f"`{file}` is damaged: {wrong}", SAVE_ANEW)
    for part, kind in taken_over(package, presentation).items():
        xml = package.content_type(part).endswith("+xml") or part.endswith((".xml", ".vml"))
        tree = package.tree(part) if xml else None
        for wrong in _faults(tree, package, part, kind):
            raise TemplateError(f"`{file}` is damaged: {wrong}, in its part `{part}`", SAVE_ANEW)


def _faults(root: Any, package: PptxPackage, part: str, kind: str) -> Iterator[str]:
    """Yield what is wrong with a part and what leads from it; `root` is None where it is no XML."""
    relations = package.relations(part)
    for id, relation in relations.items():
        if not (_ID.fullmatch(id) and _ADDRESS.fullmatch(relation.type)):
            yield f"a relationship has the id `{id[:40]}` and the type `{relation.type[:80]}`"
    for needed in _NEEDED.get(kind, ()):
        if len(package.related(part, needed)) != 1:
            yield f"it leads to no `{needed}`, or to several"
    type_ = package.content_type(part)
    if not _TYPE.fullmatch(type_) or not type_.startswith(_TYPES.get(kind, "")):
        yield f"it has the content type `{type_[:80]}`"
    if root is None:
        return
    if root.getroottree().docinfo.doctype:
        yield "it has a document type"
    if kind in _ROOTS and root.tag != tag(_ROOTS[kind]):
        yield f"it begins with `{root.tag.rpartition('}')[2]}`"
    wrong = fault(root)
    if wrong:
        yield wrong
    if kind != "officeDocument":
        yield from _dangling(root, relations)


def _dangling(root: Any, relations: dict[str, Relation]) -> Iterator[str]:
    """Yield the ids of relationships that a part names and does not have."""
    for node in root.iter():
        for name, value in node.attrib.items():
            if name.startswith(f"{{{RELATIONS}}}") and value and value not in relations:
                yield f"no relationship has the id `{value[:40]}`"
