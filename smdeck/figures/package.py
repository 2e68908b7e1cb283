"""The package of a workbook: its parts, unzipped and parsed within bounds.

A workbook is a zip of XML that strangers wrote. What it may cost is bounded before the work: bytes
of the file, parts, bytes unzipped, markup parsed. XML is parsed as a stream, by expat, and
without document types, so that no entity can grow.
"""

from __future__ import annotations

import io
import posixpath
import struct
import zlib
from urllib.parse import unquote
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile, ZipInfo

from smdeck.figures.report import Unreadable

MAX_PARTS = 5_000
"""The most parts of a workbook: each costs memory before anything is read."""

MAX_UNZIPPED = 64 * 1024 * 1024
"""The most bytes of XML that are unzipped of a workbook: some 60,000 rows of ten cells."""

MAX_MARKUP = 1_500_000
"""The most elements and attributes that are parsed of a workbook, about a second's work."""

MAX_TAG = 512 * 1024
"""The most bytes of a tag; the time that expat takes grows with the square of them."""

TOO_MUCH = "copy the table into a workbook of its own, without the empty rows that have a format"

MAX_DEPTH = 64
"""The deepest elements of a part; a workbook's own are some ten deep."""

_NAMESPACES = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://schemas.openxmlformats.org/package/2006/relationships",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
    "",
)
"""What is read; extensions of other namespaces have elements of the same names."""

_CHUNK = 256 * 1024

_DAMAGED = (
    *(BadZipFile, zlib.error, EOFError, expat.ExpatError, struct.error, OverflowError),
    *(NotImplementedError, RuntimeError),  # another compression than deflate; a zip with password
    *(OSError, ValueError, KeyError),  # offsets outside of the file, numbers out of range
)
"""What zipfile and expat raise for bytes that are no zip of XML."""


class Handler:
    """Takes the elements of a part as they come, each by its name without a namespace.

    What a part has that nobody asks for is passed over.
    """

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take the start of an element."""

    def end(self, name: str) -> None:
        """Take the end of an element."""

    def text(self, data: str) -> None:
        """Take a piece of text."""


class WorkbookPackage:
    """The parts of a workbook, by name."""

    def __init__(self, content: bytes) -> None:
        if content.count(b"PK\x01\x02") > MAX_PARTS:
            raise Unreadable(f"has more than {MAX_PARTS} parts")
        try:
            self._zip = ZipFile(io.BytesIO(content))
        except _DAMAGED as error:
            raise Unreadable("is no Excel workbook, or a damaged one", RESAVE) from error
        self._parts: dict[str, ZipInfo] = {}
        for info in self._zip.infolist():
            # some programs write other cases, and backslashes
            self._parts.setdefault(_key(info.filename), info)
        self._bytes_left, self._markup_left = MAX_UNZIPPED, MAX_MARKUP

    def __contains__(self, name: str) -> bool:
        return _key(name) in self._parts

    def walk(self, name: str, handler: Handler) -> None:
        """Feed a part to a handler. Raises Unreadable where it is damaged or too large."""
        info = self._parts.get(_key(name))
        if info is None:
            raise Unreadable(f"lacks its part `{name}`", RESAVE)
        if info.file_size > self._bytes_left:
            raise Unreadable("is too large when unzipped", TOO_MUCH)
        try:
            self._feed(info, self._parser(handler))
        except _DAMAGED as error:
            raise Unreadable(f"is damaged in its part `{name}`", RESAVE) from error

    def _feed(self, info: ZipInfo, parser: expat.XMLParserType) -> None:
        fed = 0
        with self._zip.open(info) as stream:
            while chunk := stream.read(_CHUNK):
                fed += len(chunk)
                if fed > self._bytes_left:
                    raise Unreadable("is too large when unzipped", TOO_MUCH)
                parser.Parse(chunk, False)
                if fed - parser.CurrentByteIndex > MAX_TAG:
                    raise Unreadable(f"is damaged in its part `{info.filename}`", RESAVE)
        self._bytes_left -= fed
        parser.Parse(b"", True)

    def _parser(self, handler: Handler) -> expat.XMLParserType:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        open_elements: list[bool] = []  # whether each is one that the handler takes

        def start(name: str, attributes: dict[str, str]) -> None:
            self._markup_left -= 1 + len(attributes)
            if self._markup_left < 0:
                raise Unreadable("has too many cells and rows", TOO_MUCH)
            if len(open_elements) == MAX_DEPTH:
                raise Unreadable("nests its elements deeper than a workbook does", RESAVE)
            namespace, _, local = name.rpartition(" ")
            takes = namespace in _NAMESPACES and local != "extLst" and all(open_elements[-1:])
            if not takes and not open_elements:
                raise Unreadable("is written in a way that is none of Excel's", RESAVE)
            open_elements.append(takes)
            if takes:
                handler.start(local, attributes)

        def end(name: str) -> None:
            if open_elements.pop():
                handler.end(name.rpartition(" ")[2])

        parser.StartElementHandler, parser.EndElementHandler = start, end
        parser.CharacterDataHandler = handler.text
        parser.StartDoctypeDeclHandler = _refuse
        return parser


RESAVE = "open it in Excel or LibreOffice and save it again as .xlsx"


def _refuse(*_: object) -> None:
    raise Unreadable("declares a document type, as no workbook does", RESAVE)


def _key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").casefold()


class _Relations(Handler):
    """The parts that a part names, by id; and the first of each kind."""

    def __init__(self, base: str) -> None:
        self.targets: dict[str, str] = {}
        self.kinds: dict[str, str] = {}
        self.kind_of: dict[str, str] = {}
        self._base = base

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name != "Relationship" or attributes.get("TargetMode") == "External":
            return
        target = unquote(attributes.get("Target", "")).replace("\\", "/")
        path = posixpath.normpath(posixpath.join("/", self._base, target)).lstrip("/")
        kind = attributes.get("Type", "").rpartition("/")[2]
        self.targets[attributes.get("Id", "")] = path
        self.kind_of[path] = kind
        self.kinds.setdefault(kind, path)


def relations(package: WorkbookPackage, part: str) -> _Relations:
    """Return what a part names; nothing where it has no relations."""
    folder, name = posixpath.split(part)
    found = _Relations(folder)
    rels = posixpath.join(folder, "_rels", f"{name}.rels")
    if rels in package:
        package.walk(rels, found)
    return found
