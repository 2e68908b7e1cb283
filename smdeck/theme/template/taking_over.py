"""What a talk takes over of a template: which parts, without what, and whether they are sound."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from smdeck.theme.template.leaving_out import runs, without
from smdeck.theme.template.package import (
    RELATIONS,
    SAVE_ANEW,
    PptxPackage,
    Relation,
    TemplateError,
    tag,
)
from smdeck.theme.template.schema import fault

KEPT = ("slideMaster", "notesMaster", "handoutMaster", "theme", "tableStyles", "font")
"""What is kept of all that a template's presentation leads to."""

_NAMED = ("image", "hyperlink", "chart", "chartEx", "hdphoto", "audio", "video", "media",
          "diagramData", "diagramLayout", "diagramQuickStyle", "diagramColors")  # fmt: skip
"""What is drawn: the part names the id of such a relationship, or has no use for it."""

_DRAWN = (*_NAMED, "diagramDrawing")
_OF_CHARTS = ("image", "package", "chartStyle", "chartColorStyle", "chartUserShapes",
              "themeOverride")  # fmt: skip

LEADS_TO = {
    "officeDocument": KEPT,
    "slideMaster": ("theme", "slideLayout", *_DRAWN),
    "slideLayout": ("slideMaster", "themeOverride", *_DRAWN),
    "notesMaster": ("theme", *_DRAWN),
    "handoutMaster": ("theme", *_DRAWN),
    "theme": ("image",),
    "themeOverride": ("image",),
    "chart": _OF_CHARTS,
    "chartEx": _OF_CHARTS,
    "chartUserShapes": ("image",),
    "diagramData": ("image",),
    "diagramLayout": ("image",),
    "diagramDrawing": ("image",),
}
"""The kinds of relationships that a talk keeps, by the kind of what leads to a part. All else is
left out: samples, what is for other programs, what can run."""

ACTIVE = {
    "oleObject": "embedded objects",
    "package": "embedded objects",
    "control": "ActiveX controls",
    "activeXControlBinary": "ActiveX controls",
}
"""What can run, by the kind of the relationship that leads to it."""

SCHEMES = ("http:", "https:", "mailto:", "tel:", "#")
"""How the links begin that a click may follow."""

_KIND = re.compile(
    r"https?://schemas\.(openxmlformats\.org/officeDocument|microsoft\.com/office)/"
    r"[\w./-]+"
)
"""The types of relationships that Open XML and PowerPoint know."""

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

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

_USED = re.compile(rb"""\sr:\w+=["']([^"']+)["']""")
_ID = re.compile(r"[A-Za-z_][\w.-]*")
_TYPE = re.compile(r"[\w.+-]+/[\w.+-]+", re.A)
_ADDRESS = re.compile(r"https?://[\w./-]+")
_NAME = re.compile(r"[\w.\-~%!$&'()*+,;=:@]+(/[\w.\-~%!$&'()*+,;=:@]+)*", re.A)


class LeftOut(NamedTuple):
    """What a talk does not get of a template."""

    fetched: list[str]
    """Addresses that its parts would fetch."""
    active: list[str]
    """What could run, as `ActiveX controls`."""


def taken_over(package: PptxPackage, presentation: str) -> dict[str, str]:
    """Return the parts that a talk takes over, with the kind of what leads to each."""
    queue = [
        relation
        for relation in package.relations(presentation).values()
        if _is_kept("officeDocument", relation, package)
    ]
    found: dict[str, str] = {}
    for relation in queue:  # grows while it is gone through
        if relation.target not in found and not relation.external:
            kind = found[relation.target] = relation.kind
            own = package.relations(relation.target).values()
            queue += [one for one in own if _is_kept(kind, one, package)]
    return found


def leave_out(package: PptxPackage, presentation: str) -> LeftOut:
    """Take from the parts what no talk gets; return what the author should know of.

    Links that a click follows stay.
    """
    left = LeftOut([], [])
    for part, kind in taken_over(package, presentation).items():
        relations = package.relations(part)
        if kind == "image":
            _clean_svg(package, part)
        lost = {id: one for id, one in relations.items() if not _is_kept(kind, one, package)}
        data = package.parts[part]
        for one in lost.values():
            _tell(one, left)
        if runs(data):
            left.active.append("actions that run something")
        nowhere = _named_ids(data) - relations.keys()
        if lost or nowhere or runs(data):
            data = package.parts[part] = without(data, {*lost, *nowhere})
        for id, one in list(relations.items()):
            if id in lost or not is_named(one, id, data):
                del relations[id]
    return left


def is_named(relation: Relation, id: str, data: bytes) -> bool:
    """Return whether a part has a use for a relationship: it names it, or need not."""
    quoted = f'"{id}"'.encode() in data or f"'{id}'".encode() in data
    return relation.kind not in _NAMED or quoted


def _is_kept(owner: str, relation: Relation, package: PptxPackage) -> bool:
    """Return whether a part, by the kind of what leads to it, keeps what it leads to."""
    if relation.kind not in LEADS_TO.get(owner, ()) or not _KIND.fullmatch(relation.type):
        return False
    if relation.external:
        return relation.kind == "hyperlink" and relation.target.lower().startswith(SCHEMES)
    if relation.target not in package.parts or not _NAME.fullmatch(relation.target):
        return False
    sheet = relation.kind != "package" or package.content_type(relation.target) == WORKBOOK
    return sheet and not (relation.kind == "image" and _is_unsafe_svg(package, relation.target))


def _tell(lost: Relation, left: LeftOut) -> None:
    """Add what is lost to what the author should know of."""
    if lost.kind in ACTIVE:
        left.active.append(ACTIVE[lost.kind])
    elif lost.external and lost.kind == "hyperlink":
        left.active.append(f"the link `{lost.target[:60]}`")
    elif lost.external:
        left.fetched.append(lost.target)


def _named_ids(data: bytes) -> set[str]:
    """Return the ids of relationships that a part names by the usual prefix."""
    return {id.decode() for id in _USED.findall(data)}


def _is_svg(package: PptxPackage, part: str) -> bool:
    return package.content_type(part).startswith("image/svg")


def _is_unsafe_svg(package: PptxPackage, part: str) -> bool:
    """Return whether an SVG runs scripts, or calls for other files."""
    return _is_svg(package, part) and _drawn_svg(package.parts[part]) is None


def _clean_svg(package: PptxPackage, part: str) -> None:
    """Write an SVG anew that has a document type, which no part of a talk has."""
    data = package.parts[part]
    if _is_svg(package, part) and b"<!DOCTYPE" in data:
        package.parts[part] = _drawn_svg(data) or data


def _drawn_svg(data: bytes) -> bytes | None:
    """Return what an SVG draws, or None where it can't be used."""
    from smdeck.pictures.reading import Unusable
    from smdeck.pictures.svg import read_svg

    try:
        return read_svg(data).text.encode()
    except Unusable:
        return None


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
