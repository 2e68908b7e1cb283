"""Our own assertions over .pptx packages: what a validator misses, and what smdeck promises."""

from __future__ import annotations

import importlib
import posixpath
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from lxml import etree

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
DC = "{http://purl.org/dc/elements/1.1/}"
CP = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"

# The kinds of part, told apart by the root element of their XML.
PRESENTATION = f"{P}presentation"
SLIDE, LAYOUT, MASTER = f"{P}sld", f"{P}sldLayout", f"{P}sldMaster"
NOTES, NOTES_MASTER = f"{P}notes", f"{P}notesMaster"
CHART = f"{C}chartSpace"
SHEETS = (SLIDE, LAYOUT, MASTER, NOTES, NOTES_MASTER)
SHAPES = tuple(f"{P}{name}" for name in ("sp", "pic", "graphicFrame", "cxnSp", "grpSp"))
BRANDED = (*SHEETS, CHART, PRESENTATION, f"{A}tblStyleLst")

ONE_EACH: dict[str, tuple[str, ...]] = {
    SLIDE: ("slideLayout",),
    LAYOUT: ("slideMaster",),
    MASTER: ("theme",),
    NOTES: ("notesMaster", "slide"),
    NOTES_MASTER: ("theme",),
}
"""The relationships that a kind of part must have exactly once."""

UNNAMED: dict[str, tuple[str, ...]] = {
    PRESENTATION: (
        *("presProps", "viewProps", "tableStyles", "theme", "printerSettings", "customXml"),
        *("commentAuthors", "authors"),
    ),
    SLIDE: ("slideLayout", "notesSlide", "comments"),
    LAYOUT: ("slideMaster", "themeOverride"),
    MASTER: ("theme",),
    NOTES: ("notesMaster", "slide"),
    NOTES_MASTER: ("theme",),
    f"{A}theme": (),
    CHART: ("chartStyle", "chartColorStyle", "themeOverride"),
}
"""The relationships that work by being there: no attribute of the part names their id."""

TYPED_LIKE_THEIR_RELATIONSHIP = {
    *("slide", "slideLayout", "slideMaster", "notesSlide", "notesMaster", "theme", "chart"),
    *("presProps", "viewProps", "tableStyles"),
    *("core-properties", "extended-properties", "custom-properties"),
}
"""Relationship types whose part has a content type that ends in the same word."""

COLOURS = tuple(f"{A}{name}" for name in ("srgbClr", "sysClr", "prstClr", "hslClr", "scrgbClr"))
FONTS = tuple(f"{A}{name}" for name in ("latin", "ea", "cs", "sym"))
BULLET_FONTS = ("Arial", "Wingdings", "+mj-lt")
LIBRARY_AUTHORS = ("python-pptx", "Steve Canny", "PptxGenJS")
SLIDE_ORDER = ("cSld", "clrMapOvr", "transition", "timing", "extLst")
FIRST_MASTER_ID, FIRST_SLIDE_ID = 2**31, 256
ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
CODE_FONT = "Courier New"


def problems(path: Path, *, audit: bool = True, code_font: str | None = CODE_FONT) -> list[str]:
    """Return one sentence for each thing wrong with the .pptx at `path`, empty when it is fine.

    `audit` asks openxml-audit as well, by the rules of Microsoft 365. `code_font` is a typeface
    that runs may name besides those of the theme; a theme of PowerPoint has no place for it.
    """
    try:
        package = Package.read(path)
    except zipfile.BadZipFile:
        return [f"{path.name}: is not a zip archive"]
    found = [problem for check in CHECKS for problem in check(package)]
    found += _hard_coded_fonts(package, code_font)
    return [*found, *_audit(path)] if audit else found


def texts(path: Path) -> list[str]:
    """Return every visible string of the slides, in order, each slide's notes after it."""
    package = Package.read(path)
    return [text for part in package.slides() for text in _slide_texts(package, part)]


# --- Reading -----------------------------------------------------------------------------------


class Relationship(NamedTuple):
    """One line of a .rels part."""

    id: str
    kind: str
    """The last word of its type, such as `slideLayout`."""
    target: str
    """The name of the part it leads to, or an address when `external`."""
    external: bool


class Placeholder(NamedTuple):
    """A shape that takes its place from the layout."""

    shape: etree._Element
    type: str
    idx: str


@dataclass(frozen=True)
class Package:
    """A .pptx file in memory, as it is, with all its mistakes."""

    entries: list[zipfile.ZipInfo]
    data: dict[str, bytes]
    xml: dict[str, etree._Element]
    """The root of every well-formed XML part but the .rels parts."""
    relationships: dict[str, list[Relationship]]
    """By the part they belong to; those of the package itself under the empty name."""
    rels_parts: list[str]
    """The names of the .rels parts that they were read from."""

    @classmethod
    def read(cls, path: Path) -> Package:
        """Return the package at `path`; raises `BadZipFile` when it is none."""
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            data = {entry.filename: archive.read(entry) for entry in entries}
        roots = {name: _parsed(name, content) for name, content in data.items()}
        xml = {name: root for name, root in roots.items() if root is not None}
        rels = {name: xml.pop(name) for name in list(xml) if name.endswith(".rels")}
        links = {_owner(name): _read_rels(_owner(name), root) for name, root in rels.items()}
        return cls(entries, data, xml, links, list(rels))

    def parts(self, *kinds: str) -> Iterator[tuple[str, etree._Element]]:
        """Yield name and root of the parts whose root element is one of `kinds`."""
        return ((name, root) for name, root in self.xml.items() if root.tag in kinds)

    def targets(self, part: str, kind: str) -> list[str]:
        """Return the names of the parts that `part` is tied to by relationships of this kind."""
        links = self.relationships.get(part, [])
        return [link.target for link in links if link.kind == kind and not link.external]

    def slides(self) -> list[str]:
        """Return the names of the slide parts in the order of the presentation."""
        for part, root in self.parts(PRESENTATION):
            names = {link.id: link.target for link in self.relationships.get(part, [])}
            ids = [entry.get(f"{R}id", "") for entry in root.iter(f"{P}sldId")]
            return [names[rid] for rid in ids if names.get(rid) in self.xml]
        return []


def _parsed(name: str, content: bytes) -> etree._Element | None:
    if not name.endswith((".xml", ".rels")):
        return None
    try:
        return etree.fromstring(content)
    except etree.XMLSyntaxError:
        return None


def _owner(rels: str) -> str:
    """Return the name of the part whose relationships stand in `rels`."""
    folder, file = posixpath.split(rels)
    return posixpath.join(posixpath.dirname(folder), file.removesuffix(".rels"))


def _read_rels(owner: str, root: etree._Element) -> list[Relationship]:
    return [_relationship(owner, link) for link in root.iter("{*}Relationship")]


def _relationship(owner: str, link: etree._Element) -> Relationship:
    target, external = link.get("Target", ""), link.get("TargetMode") == "External"
    if not external:
        target = posixpath.join("/", posixpath.dirname(owner), target)
        target = posixpath.normpath(target).lstrip("/")
    kind = posixpath.basename(link.get("Type", ""))
    return Relationship(link.get("Id", ""), kind, target, external)


def _drawn(root: etree._Element, *tags: str) -> Iterator[etree._Element]:
    """Yield the elements with these tags in order, but nothing that stands in `mc:Fallback`."""
    if next(root.iterdescendants(f"{MC}Fallback"), None) is None:
        yield from root.iterdescendants(*tags)
        return
    for child in root:
        if child.tag in tags:
            yield child
        if child.tag != f"{MC}Fallback":
            yield from _drawn(child, *tags)


def _properties(shape: etree._Element) -> etree._Element | None:
    """Return the `cNvPr` of a shape, picture, frame, connector or group."""
    return shape.find("./*/{*}cNvPr")


def _place(element: etree._Element) -> str:
    """Return " in `name`" for the shape around `element`, or nothing."""
    for ancestor in element.iterancestors():
        properties = _properties(ancestor)
        if properties is not None and properties.get("name"):
            return f" in `{properties.get('name')}`"
    return ""


def _name(shape: etree._Element) -> str:
    properties = _properties(shape)
    return "" if properties is None else properties.get("name", "")


def _shape_text(shape: etree._Element) -> str:
    return "\n".join(_paragraph_text(paragraph) for paragraph in _drawn(shape, f"{A}p")).strip()


def _paragraph_text(paragraph: etree._Element) -> str:
    pieces = _drawn(paragraph, f"{A}t", f"{A}br")
    return "".join("\n" if piece.tag == f"{A}br" else piece.text or "" for piece in pieces)


def _placeholders(root: etree._Element) -> list[Placeholder]:
    return [
        Placeholder(shape, ph.get("type", "obj"), ph.get("idx", "0"))
        for ph in _drawn(root, f"{P}ph")
        if (shape := next(ph.iterancestors(f"{P}sp", f"{P}pic", f"{P}graphicFrame"), None))
        is not None
    ]


def _repeated(values: Iterable[str]) -> list[str]:
    return [value for value, times in Counter(values).items() if times > 1]


def _tally(part: str, found: Iterable[tuple[str, etree._Element]]) -> Iterator[str]:
    """Yield one sentence for each different thing found in `part`, with its first place."""
    places: dict[str, list[str]] = {}
    for what, element in found:
        places.setdefault(what, []).append(_place(element))
    for what, where in places.items():
        times = f" ({len(where)} times)" if len(where) > 1 else ""
        yield f"{part}: {what}{where[0]}{times}"


# --- Package -----------------------------------------------------------------------------------


def _zip_entries(package: Package) -> Iterator[str]:
    for name in _repeated(entry.filename.lower() for entry in package.entries):
        yield f"{name}: stands in the archive more than once"
    yield from _zip_dates("the archive", package.entries)
    for name, content in package.data.items():
        if name.endswith(".xlsx"):
            yield from _workbook(name, content)


def _workbook(name: str, content: bytes) -> Iterator[str]:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            yield from _zip_dates(name, archive.infolist())
    except zipfile.BadZipFile:
        yield f"{name}: is not a workbook"


def _zip_dates(where: str, entries: list[zipfile.ZipInfo]) -> Iterator[str]:
    dated = [entry.filename for entry in entries if entry.date_time != ZIP_EPOCH]
    if dated:
        yield f"{where}: {len(dated)} entries are not dated 1980-01-01, the first is {dated[0]}"


def _well_formed(package: Package) -> Iterator[str]:
    read = {*package.xml, *package.rels_parts}
    for name in package.data:
        if name.endswith((".xml", ".rels")) and name not in read:
            yield f"{name}: is not well-formed XML"


def _content_types(package: Package) -> Iterator[str]:
    types = package.xml.get("[Content_Types].xml", etree.Element("none"))
    listed = [(item.get("PartName", "").lstrip("/"), item) for item in types.iter("{*}Override")]
    endings = [(item.get("Extension", "").lower(), item) for item in types.iter("{*}Default")]
    overrides = {name: item.get("ContentType", "") for name, item in listed}
    defaults = {ending: item.get("ContentType", "") for ending, item in endings}
    for name in _repeated(name for name, _ in (*listed, *endings)):
        yield f"[Content_Types].xml: `{name}` is listed more than once"
    for name in overrides:
        if name not in package.data:
            yield f"{name}: has a content type, but is not there"
    roles: dict[str, set[str]] = {}
    for link in (link for links in package.relationships.values() for link in links):
        roles.setdefault(link.target, set()).add(link.kind)
    for name in package.data:
        content_type = overrides.get(name) or defaults.get(name.rpartition(".")[2].lower())
        if name != "[Content_Types].xml":
            yield from _content_type(name, content_type, roles.get(name, set()))


def _content_type(name: str, content_type: str | None, roles: set[str]) -> Iterator[str]:
    if content_type is None:
        yield f"{name}: has no content type"
    elif content_type == "application/xml" and not name.startswith("customXml/"):
        yield f"{name}: has no content-type override"
    else:
        for role in sorted(roles & TYPED_LIKE_THEIR_RELATIONSHIP):
            if not content_type.endswith(f"{role}+xml"):
                yield f"{name}: its content type `{content_type}` is not that of a {role}"


def _relationships(package: Package) -> Iterator[str]:
    for owner, links in package.relationships.items():
        if owner and owner not in package.data:
            yield f"{owner}: has relationships, but is not there"
        name = owner or "the package"
        for rid in _repeated(link.id for link in links):
            yield f"{name}: has more than one relationship {rid}"
        for link in links:
            if not link.external and link.target not in package.data:
                yield f"{name}: {link.id} leads to {link.target}, which is not there"


def _orphans(package: Package) -> Iterator[str]:
    reached, ahead = {"[Content_Types].xml"}, [""]
    while ahead:
        owner = ahead.pop()
        reached.add(owner)
        links = package.relationships.get(owner, [])
        ahead += [link.target for link in links if link.target not in reached]
    for name in package.data:
        if name not in reached and not name.endswith(".rels"):
            yield f"{name}: is an orphan, nothing leads to it"


def _references(package: Package) -> Iterator[str]:
    for part, root in package.xml.items():
        ids = {link.id for link in package.relationships.get(part, [])}
        named = set()
        for element in root.iter():
            for attribute, rid in _relationship_attributes(element):
                named.add(rid)
                if rid not in ids:
                    yield f"{part}: r:{attribute}={rid} has no relationship"
        for link in package.relationships.get(part, []):
            if link.id not in named and link.kind not in UNNAMED.get(root.tag, (link.kind,)):
                yield f"{part}: relationship {link.id} ({link.kind}) is never used"


def _relationship_attributes(element: etree._Element) -> Iterator[tuple[str, str]]:
    for name, value in element.attrib.items():
        # An action such as "play the media" has an empty id and needs no relationship.
        if str(name).startswith(R) and value:
            yield str(name).removeprefix(R), str(value)


def _one_each(package: Package) -> Iterator[str]:
    for kind, required in ONE_EACH.items():
        for part, _ in package.parts(kind):
            for wanted in required:
                links = package.relationships.get(part, [])
                number = sum(link.kind == wanted for link in links)
                if number != 1:
                    yield f"{part}: has {number or 'no'} {wanted} relationship{'s'[: number > 1]}"


def _prefixes(package: Package) -> Iterator[str]:
    """Yield the prefixes that markup compatibility names and the part does not declare."""
    for part, root in package.xml.items():
        for element in root.iter(etree.Element):
            named = f"{element.get('Requires', '')} {element.get(f'{MC}Ignorable', '')}".split()
            for prefix in named:
                if prefix not in element.nsmap:
                    yield f"{part}: the prefix `{prefix}` is required but not declared"


# --- Presentation ------------------------------------------------------------------------------


def _master_ids(package: Package) -> Iterator[str]:
    entries = [
        *_ids(package, PRESENTATION, f"{P}sldMasterId"),
        *_ids(package, MASTER, f"{P}sldLayoutId"),
    ]
    for value in _repeated(value for _, value in entries):
        part = [part for part, other in entries if other == value][-1]
        yield f"{part}: the id {value} is used more than once among masters and layouts"
    for part, value in entries:
        if int(value) < FIRST_MASTER_ID:
            yield f"{part}: the master or layout id {value} is below {FIRST_MASTER_ID}"


def _slide_ids(package: Package) -> Iterator[str]:
    entries = _ids(package, PRESENTATION, f"{P}sldId")
    for value in _repeated(value for _, value in entries):
        yield f"{entries[0][0]}: the slide id {value} is used more than once"
    for part, value in entries:
        if not FIRST_SLIDE_ID <= int(value) < FIRST_MASTER_ID:
            yield f"{part}: the slide id {value} is not between 256 and 2147483647"


def _ids(package: Package, kind: str, tag: str) -> list[tuple[str, str]]:
    """Return part and `id` of all elements with this tag in parts of this kind."""
    items = [(part, item) for part, root in package.parts(kind) for item in root.iter(tag)]
    return [(part, value) for part, item in items if (value := item.get("id")) is not None]


def _sections(package: Package) -> Iterator[str]:
    for part, root in package.parts(PRESENTATION):
        slides = [item.get("id", "") for item in root.iter(f"{P}sldId")]
        filed = [item.get("id", "") for item in root.iter(f"{P14}sldId")]
        if root.find(f".//{P14}sectionLst") is None:
            continue
        for value in dict.fromkeys(filed):
            if value not in slides:
                yield f"{part}: a section names slide {value}, which is not there"
        for value in slides:
            if value not in filed:
                yield f"{part}: slide {value} is in no section"
        for value in _repeated(filed):
            yield f"{part}: slide {value} is in more than one section"
        for value in _repeated(item.get("id", "") for item in root.iter(f"{P14}section")):
            yield f"{part}: the section id {value} is used more than once"


def _notes(package: Package) -> Iterator[str]:
    masters = [part for part, _ in package.parts(NOTES_MASTER)]
    for part, root in package.parts(PRESENTATION):
        if masters and root.find(f"{P}notesMasterIdLst/{P}notesMasterId") is None:
            yield f"{part}: does not list the notes master {masters[0]}"
    slide_themes = {
        theme for part, _ in package.parts(MASTER) for theme in package.targets(part, "theme")
    }
    for part in masters:
        for theme in package.targets(part, "theme"):
            if theme in slide_themes:
                yield f"{part}: shares {theme} with a slide master"
    for part, _ in package.parts(NOTES):
        for slide in package.targets(part, "slide"):
            if part not in package.targets(slide, "notesSlide"):
                yield f"{part}: belongs to {slide}, which does not lead back to it"


# --- Sheets: slides, layouts, masters, notes -----------------------------------------------------


def _shape_ids(package: Package) -> Iterator[str]:
    for part, root in package.parts(*SHEETS):
        shapes = _drawn(root, f"{P}cNvPr")
        for value in _repeated(shape.get("id", "") for shape in shapes):
            yield f"{part}: the shape id {value} is used more than once"


def _placeholder_indices(package: Package) -> Iterator[str]:
    for part, root in package.parts(*SHEETS):
        for idx in _repeated(placeholder.idx for placeholder in _placeholders(root)):
            yield f"{part}: more than one placeholder has the idx {idx}"


def _languages(package: Package) -> Iterator[str]:
    for part, root in package.parts(*SHEETS, CHART):
        yield from _tally(part, _without_language(root))


def _without_language(root: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    for paragraph in _drawn(root, f"{A}p"):
        runs = paragraph.findall(f"{A}r") + paragraph.findall(f"{A}fld")
        for run in runs:
            properties = run.find(f"{A}rPr")
            if properties is None or not properties.get("lang"):
                yield "text without lang", run
        ends = [] if runs else paragraph.findall(f"{A}endParaRPr")
        yield from (("empty paragraph without lang", end) for end in ends if not end.get("lang"))


def _hard_coded_colours(package: Package) -> Iterator[str]:
    for part, root in package.parts(*BRANDED):
        colours = root.iter(*COLOURS)
        yield from _tally(part, ((f"hard-coded colour {_colour(item)}", item) for item in colours))


def _colour(element: etree._Element) -> str:
    value = element.get("lastClr") or element.get("val") or " ".join(map(str, element.values()))
    return f"{etree.QName(element).localname} {value}"


def _hard_coded_fonts(package: Package, code_font: str | None) -> Iterator[str]:
    for part, root in package.parts(*BRANDED):
        yield from _tally(part, _named_fonts(root, code_font))


def _is_formula(element: etree._Element) -> bool:
    """Return whether letters are those of a formula, which Office sets in one font alone."""
    return any(True for _ in element.iterancestors(f"{MATH}oMath"))


MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"


def _named_fonts(
    root: etree._Element, code_font: str | None
) -> Iterator[tuple[str, etree._Element]]:
    for element in root.iter(*FONTS, f"{A}buFont"):
        face = element.get("typeface", "")
        allowed = BULLET_FONTS if element.tag == f"{A}buFont" else ("", code_font)
        if face == "Cambria Math" and _is_formula(element):
            continue
        if not face.startswith("+") and face not in allowed:
            yield f"hard-coded font `{face}`", element


# --- Slides ------------------------------------------------------------------------------------


def _slide_order(package: Package) -> Iterator[str]:
    for part, root in package.parts(SLIDE):
        names = [_role(child) for child in root.iterchildren(etree.Element)]
        known = [name for name in names if name in SLIDE_ORDER]
        if known != sorted(set(known), key=SLIDE_ORDER.index) or len(known) < len(names):
            yield f"{part}: the children of p:sld stand in the order {', '.join(names)}"


def _role(child: etree._Element) -> str:
    """Return the element's name; an `mc:AlternateContent` plays the role of what is in it."""
    content = child.find(f"{MC}Choice/*")
    return str(etree.QName(child if content is None else content).localname)


def _titles(package: Package) -> Iterator[str]:
    for part, root in package.parts(SLIDE):
        titles = [p.shape for p in _placeholders(root) if p.type in ("title", "ctrTitle")]
        if not any(_shape_text(shape) for shape in titles):
            yield f"{part}: has no title"


def _placeholder_matches(package: Package) -> Iterator[str]:
    for part, root in package.parts(SLIDE):
        layouts = [
            (layout, {(p.type, p.idx) for p in _placeholders(package.xml[layout])})
            for layout in package.targets(part, "slideLayout")
            if layout in package.xml
        ]
        for layout, offered in layouts[:1]:
            for shape, kind, idx in _placeholders(root):
                if (kind, idx) not in offered:
                    yield f"{part}: `{_name(shape)}` ({kind}, idx {idx}) is not in {layout}"


def _empty_placeholders(package: Package) -> Iterator[str]:
    for part, root in package.parts(SLIDE):
        for placeholder in _placeholders(root):
            if not _is_filled(placeholder.shape):
                yield f"{part}: the placeholder `{_name(placeholder.shape)}` is empty"


def _is_filled(shape: etree._Element) -> bool:
    if shape.tag == f"{P}graphicFrame":
        return shape.find(f"{A}graphic/{A}graphicData/*") is not None
    return shape.find(f".//{A}blip") is not None or bool(_shape_text(shape))


def _alt_texts(package: Package) -> Iterator[str]:
    for part, root in package.parts(SLIDE):
        for shape in _drawn(root, f"{P}pic", f"{P}sp"):
            yield from _alt_text(part, shape)


def _alt_text(part: str, shape: etree._Element) -> Iterator[str]:
    properties = _properties(shape)
    if properties is None:
        return
    described = bool(properties.get("descr", "").strip())
    decorative = any(mark.get("val") in ("1", "true") for mark in properties.iter(DECORATIVE))
    if described and decorative:
        yield f"{part}: `{_name(shape)}` is decorative and has alt text"
    elif described and shape.tag == f"{P}sp" and _shape_text(shape):
        yield f"{part}: `{_name(shape)}` has text and alt text"
    elif shape.tag == f"{P}pic" and not described and not decorative:
        yield f"{part}: the picture `{_name(shape)}` has no alt text"


def _connectors(package: Package) -> Iterator[str]:
    for part, root in package.parts(*SHEETS):
        ids = {shape.get("id") for shape in _drawn(root, f"{P}cNvPr")}
        for end in _drawn(root, f"{A}stCxn", f"{A}endCxn"):
            if end.get("id") not in ids:
                glued = f"is glued to shape {end.get('id')}, which is not there"
                yield f"{part}: the connector{_place(end)} {glued}"


CONNECTION_SITES = {"rect": 4, "roundRect": 4, "ellipse": 8}
"""How many places to glue a connector to the preset shapes have, as far as they are used."""


def _connection_sites(package: Package) -> Iterator[str]:
    for part, root in package.parts(*SHEETS):
        shapes = {
            properties.get("id"): shape
            for shape in _drawn(root, *SHAPES)
            if (properties := _properties(shape)) is not None
        }
        for end in _drawn(root, f"{A}stCxn", f"{A}endCxn"):
            sites = _sites(shapes.get(end.get("id")))
            if sites is not None and int(end.get("idx", "0")) >= sites:
                glued = f"glued to site {end.get('idx')} of shape {end.get('id')}"
                yield f"{part}: the connector{_place(end)} is {glued}, which has {sites}"


def _sites(shape: etree._Element | None) -> int | None:
    """Return how many connection sites a shape has; None where that is not known."""
    if shape is None:
        return None
    preset = shape.find(f"{P}spPr/{A}prstGeom")
    if preset is not None:
        return CONNECTION_SITES.get(preset.get("prst", ""))
    custom = shape.find(f"{P}spPr/{A}custGeom")
    return None if custom is None else len(custom.findall(f"{A}cxnLst/{A}cxn"))


def _jumps(package: Package) -> Iterator[str]:
    for part, root in package.parts(*SHEETS):
        kinds = {link.id: link.kind for link in package.relationships.get(part, [])}
        for click in _drawn(root, f"{A}hlinkClick", f"{A}hlinkHover"):
            jumps = "hlinksldjump" in click.get("action", "")
            if jumps and kinds.get(click.get(f"{R}id", "")) != "slide":
                yield f"{part}: a jump to a slide{_place(click)} leads to none"


def _sizes(package: Package) -> Iterator[str]:
    for part, root in package.parts(*SHEETS):
        for size in _drawn(root, f"{A}ext", f"{A}chExt"):
            if min(int(size.get("cx", "0")), int(size.get("cy", "0"))) < 0:
                yield f"{part}: a size is negative{_place(size)}"


def _paragraph_builds(package: Package) -> Iterator[str]:
    """Yield shapes whose paragraphs appear one by one without being built so, or the reverse."""
    for part, root in package.parts(*SHEETS):
        appear = {
            target.get("spid", "")
            for target in _drawn(root, f"{P}spTgt")
            if target.find(f"{P}txEl") is not None
        }
        built = {
            build.get("spid", "") for build in _drawn(root, f"{P}bldP") if build.get("build") == "p"
        }
        for spid in sorted(appear ^ built):
            yield f"{part}: the paragraphs of shape {spid} appear without a build, or the reverse"


def _timing(package: Package) -> Iterator[str]:
    for part, root in package.parts(*SHEETS):
        shapes = {
            item.get("id", ""): shape
            for item in _drawn(root, f"{P}cNvPr")
            if (shape := next(item.iterancestors(*SHAPES), None)) is not None
        }
        sentences = [
            f"{part}: the timing id {value} is used more than once"
            for value in _repeated(node.get("id", "") for node in _drawn(root, f"{P}cTn"))
        ]
        for timing in _drawn(root, f"{P}timing"):
            for target in timing.iter(etree.Element):
                sentences += [f"{part}: {wrong}" for wrong in _target(target, shapes)]
        yield from dict.fromkeys(sentences)


def _target(target: etree._Element, shapes: dict[str, etree._Element]) -> Iterator[str]:
    """Yield what is wrong with an element of the timing that names a shape by `spid`."""
    spid = target.get("spid")
    if spid is None:
        return
    if spid not in shapes:
        name = etree.QName(target).localname
        yield f"timing ({name}) points at shape {spid}, which is not there"
        return
    paragraphs = len(shapes[spid].findall(f"{P}txBody/{A}p"))
    for wanted in target.iter(f"{P}pRg"):
        first, last = int(wanted.get("st", "0")), int(wanted.get("end", "0"))
        if not first <= last < paragraphs:
            range_ = f"paragraphs {first} to {last} of shape {spid}"
            yield f"timing points at {range_}, which has {paragraphs}"


# --- Tables and charts -------------------------------------------------------------------------


def _tables(package: Package) -> Iterator[str]:
    for part, root in package.parts(*SHEETS):
        for table in _drawn(root, f"{A}tbl"):
            where = _place(table)
            for wrong in _table(table):
                yield f"{part}: {wrong}{where}"


def _table(table: etree._Element) -> Iterator[str]:
    columns = len(table.findall(f"{A}tblGrid/{A}gridCol"))
    rows = [row.findall(f"{A}tc") for row in table.findall(f"{A}tr")]
    for number, row in enumerate(rows, 1):
        if len(row) != columns:
            yield f"table row {number} has {len(row)} cells for {columns} columns"
        if not _merges_fit(row, "gridSpan", "hMerge"):
            yield f"table row {number} has merged cells that do not fit their gridSpan"
    for number, column in enumerate(zip(*rows, strict=False), 1):
        if not _merges_fit(column, "rowSpan", "vMerge"):
            yield f"table column {number} has merged cells that do not fit their rowSpan"


def _merges_fit(cells: Iterable[etree._Element], span: str, merge: str) -> bool:
    """Return whether each cell that spans n cells is followed by exactly n - 1 merged ones."""
    open_cells = 0
    for cell in cells:
        merged = cell.get(merge) in ("1", "true")
        if merged != (open_cells > 0):
            return False
        open_cells = open_cells - 1 if merged else int(cell.get(span, "1")) - 1
    return open_cells == 0


def _charts(package: Package) -> Iterator[str]:
    for part, root in package.parts(CHART):
        for axis in root.iter(f"{C}axId", f"{C}crossAx"):
            if axis.get("val", "").startswith("-"):
                name = etree.QName(axis).localname
                yield f"{part}: c:{name} is negative ({axis.get('val')})"
        workbook = root.find(f"{C}externalData")
        links = {link.id: link for link in package.relationships.get(part, [])}
        if workbook is None:
            yield f"{part}: has no workbook (c:externalData)"
        elif (link := links.get(workbook.get(f"{R}id", ""))) and link.external:
            yield f"{part}: its workbook {link.target} is not in the file"


# --- Document properties -----------------------------------------------------------------------


def _document_properties(package: Package) -> Iterator[str]:
    cores = package.targets("", "core-properties")
    if not cores:
        yield "docProps/core.xml: is not there"
    for part in cores:
        root = package.xml.get(part, etree.Element("none"))
        if not (root.findtext(f"{DC}title") or "").strip():
            yield f"{part}: has no title"
        for tag, role in ((f"{DC}creator", "author"), (f"{CP}lastModifiedBy", "last author")):
            if (name := root.findtext(tag) or "") in LIBRARY_AUTHORS:
                yield f"{part}: names `{name}` as its {role}"
    by_name = [name for name in package.data if name.startswith("docProps/thumbnail")]
    for part in dict.fromkeys([*package.targets("", "thumbnail"), *by_name]):
        yield f"{part}: is a thumbnail"


# --- openxml-audit -----------------------------------------------------------------------------


def _audit(path: Path) -> Iterator[str]:
    """Yield what openxml-audit finds, errors and warnings; it ships no types, so none are used."""
    audit = importlib.import_module("openxml_audit")
    validator = audit.OpenXmlValidator(file_format=audit.FileFormat.MICROSOFT_365)
    for error in validator.validate(path).errors:
        where = f" at {error.path}" if error.path else ""
        if "oMath" in where and "'rPr'" in error.description:
            continue  # it knows the letters of Word's formulas; those of slides have an `a:rPr`
        yield f"{error.part_uri.lstrip('/')}: {error.description}{where} (openxml-audit)"


CHECKS: tuple[Callable[[Package], Iterator[str]], ...] = (
    *(_zip_entries, _well_formed, _content_types, _relationships, _orphans, _references),
    *(_one_each, _prefixes),
    *(_master_ids, _slide_ids, _sections, _notes),
    *(_shape_ids, _placeholder_indices, _languages, _hard_coded_colours),
    *(_slide_order, _titles, _placeholder_matches, _empty_placeholders, _alt_texts),
    *(_connection_sites, _jumps, _sizes, _paragraph_builds),
    *(_connectors, _timing, _tables, _charts, _document_properties),
)


# --- Texts -------------------------------------------------------------------------------------


def _slide_texts(package: Package, part: str) -> Iterator[str]:
    for element in _drawn(package.xml[part], f"{A}p", f"{C}chart"):
        if element.tag == f"{A}p":
            yield from _filled([_paragraph_text(element)])
        else:
            rid = element.get(f"{R}id")
            for link in package.relationships.get(part, []):
                if link.id == rid and link.target in package.xml:
                    yield from _chart_texts(package.xml[link.target])
    for notes in package.targets(part, "notesSlide"):
        paragraphs = _drawn(package.xml[notes], f"{A}p") if notes in package.xml else ()
        yield from _filled(_paragraph_text(paragraph) for paragraph in paragraphs)


def _chart_texts(root: etree._Element) -> Iterator[str]:
    """Yield titles, series names, categories and values; categories once when series share them."""
    shown: list[str] | None = None
    for element in _drawn(root, f"{A}p", f"{C}tx", f"{C}cat", f"{C}val", f"{C}xVal", f"{C}yVal"):
        values = [item.text or "" for item in element.iter(f"{C}v")]
        if element.tag == f"{A}p":
            values = [_paragraph_text(element)]
        elif element.tag == f"{C}cat":
            values, shown = ([], shown) if values == shown else (values, values)
        yield from _filled(values)


def _filled(strings: Iterable[str]) -> Iterator[str]:
    return (string for string in strings if string.strip())
