"""The package of a template: the parts of a .pptx or .potx, their types and relationships."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from pathlib import Path
from typing import Any, NamedTuple

from lxml import etree

from smdeck.findings import count
from smdeck.theme.template.strict import is_strict, transitional

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
LARGEST = 192 * 1024 * 1024
"""The most that a template may unpack to, in bytes: past that it is no template but an attack. A
talk takes twice as much memory while it is written."""

MOST_TAGS = 250_000
"""How many tags and relationships of a template are read: a large one has some ten thousand."""

MOST_XML = 24 * 1024 * 1024
"""How many bytes of XML are read."""

_BROKEN = (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError)
"""What zipfile raises where a file is cut off, encrypted or packed in another way."""

BROKEN = (etree.XMLSyntaxError, ValueError, TypeError, AttributeError, LookupError,
          StopIteration, ArithmeticError)  # fmt: skip
"""What reading raises where a part is damaged: no XML, an element that is missing, a number that is
none. The file may be of any program, so each part would need checks of its own."""

UNREADABLE = "`{}` is no readable presentation"
SAVE_ANEW = "open it in PowerPoint and save it anew"

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How files begin that are protected by a password, and PowerPoint's files of before 2007."""

NS = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": RELATIONS,
}


class TemplateError(Exception):
    """A file that can't serve as a template; `help` says what to do."""

    def __init__(self, message: str, help: str | None = None) -> None:
        super().__init__(message)
        self.help = help


class Relation(NamedTuple):
    """A relationship: its kind without the namespace, and the part or address it leads to."""

    kind: str
    target: str
    external: bool
    type: str
    """Its kind in full."""


class PptxPackage:
    """The parts of a file by name, without a leading slash."""

    def __init__(self, parts: dict[str, bytes]) -> None:
        self.parts = parts
        root = parse(parts["[Content_Types].xml"])
        self._defaults = {
            node.get("Extension").lower(): node.get("ContentType")
            for node in root.iter(f"{_TYPES}Default")
        }
        self._overrides = {
            node.get("PartName").lstrip("/"): node.get("ContentType")
            for node in root.iter(f"{_TYPES}Override")
        }
        self._relations: dict[str, dict[str, Relation]] = {}
        self._read = self._tags = 0

    def tree(self, part: str) -> Any:
        """Return the root element of a part.

        Raises TemplateError where all parts that were asked for are too much to read.
        """
        data = self.parts[part]
        self._read += len(data)
        self._tags += data.count(b"<")
        if self._read > MOST_XML or self._tags > MOST_TAGS:
            raise TemplateError(
                f"the layouts and masters have more than {count(MOST_TAGS, 'tag')}, or "
                f"{count(MOST_XML // 2**20, 'megabyte')} of XML",
                "leave drawings out of them, or put them in as pictures",
            )
        return parse(data)

    @property
    def has_macros(self) -> bool:
        """Whether the file holds macros."""
        types = [*self._defaults.values(), *self._overrides.values()]
        return any("vbaProject" in name for name in (*self.parts, *types))

    def content_type(self, part: str) -> str:
        """Return the content type of a part."""
        suffix = part.rsplit(".", 1)[-1].lower()
        return str(self._overrides.get(part) or self._defaults.get(suffix, "application/xml"))

    def relations(self, part: str) -> dict[str, Relation]:
        """Return the relationships of a part by their ids; "" stands for the package."""
        if part not in self._relations:
            folder, file = posixpath.split(part)
            name = posixpath.join(folder, "_rels", f"{file}.rels")
            rows = self.tree(name) if name in self.parts else ()
            self._relations[part] = {
                row.get("Id"): _relation(row, folder) for row in rows if row.get("Id")
            }
        return self._relations[part]

    def related(self, part: str, kind: str) -> list[str]:
        """Return the parts that a part leads to by relationships of a kind, in their order."""
        return [
            relation.target
            for relation in self.relations(part).values()
            if relation.kind == kind and relation.target in self.parts
        ]


def read_package(path: Path) -> PptxPackage:
    """Return the package of a file.

    Raises TemplateError where the file is no presentation that can be read.
    """
    try:
        with path.open("rb") as file:
            begins = file.read(8)
        if begins == OLE:
            raise TemplateError(
                f"`{path.name}` is protected by a password, or of PowerPoint before 2007",
                "open it in PowerPoint and save it as .potx without a password",
            )
        with zipfile.ZipFile(path) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
            if size > LARGEST:
                raise TemplateError(
                    f"`{path.name}` unpacks to {count(size // 2**20, 'megabyte')}",
                    f"a template takes up to {LARGEST // 2**20}",
                )
            parts = {name: archive.read(name) for name in archive.namelist() if name[-1:] != "/"}
        package = PptxPackage(parts)
        main = package.related("", "officeDocument")
        if main and is_strict(parts[main[0]]):
            package = PptxPackage(transitional(parts))
    except (*_BROKEN, KeyError, ValueError, etree.XMLSyntaxError, OSError) as error:
        raise TemplateError(UNREADABLE.format(path.name), SAVE_ANEW) from error
    if not main or "presentationml" not in package.content_type(main[0]):
        raise TemplateError(f"`{path.name}` is no presentation", "a template is a .potx or .pptx")
    return package


def parse(data: bytes) -> Any:
    """Return the root element of a part; entities and the network are left alone."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    return etree.fromstring(data, parser)


def written(root: Any) -> bytes:
    """Return a part as bytes."""
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def tag(name: str) -> str:
    """Return the full name of an element or attribute such as `p:sp`."""
    prefix, _, local = name.partition(":")
    return f"{{{NS[prefix]}}}{local}"


def find(node: Any, path: str) -> Any:
    """Return the first element at a path such as `p:cSld/p:bg`, or None."""
    return None if node is None else node.find(path, NS)


def _relation(row: Any, folder: str) -> Relation:
    type_, target = row.get("Type", ""), row.get("Target", "")
    kind = type_.rsplit("/", 1)[-1]
    if row.get("TargetMode") == "External":
        return Relation(kind, target, True, type_)
    full = target if target.startswith("/") else posixpath.join("/", folder, target)
    return Relation(kind, posixpath.normpath(full).lstrip("/"), False, type_)


def slide_size(root: Any, path: Path) -> tuple[int, int]:
    """Return width and height of the slides in EMU, as `presentation.xml` has them.

    Raises TemplateError where it does not.
    """
    size = find(root, "p:sldSz")
    try:
        return int(size.get("cx")), int(size.get("cy"))
    except (AttributeError, TypeError, ValueError) as error:
        raise TemplateError(
            f"`{path.name}` does not say how large its slides are", "save it anew in PowerPoint"
        ) from error


def masters_of(package: PptxPackage, presentation: str, root: Any) -> list[str]:
    """Return the masters in the order in which PowerPoint lists them."""
    relations = package.relations(presentation)
    ids = [
        node.get(tag("r:id"))
        for node in root.iterfind("p:sldMasterIdLst/p:sldMasterId", root.nsmap)
    ]
    return [
        relations[id].target
        for id in ids
        if id in relations and relations[id].target in package.parts
    ]
