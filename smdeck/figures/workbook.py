"""Workbooks: the sheets of an .xlsx file, its texts and its number formats.

The reader is our own, some 400 lines over zipfile and expat, against the habit that a well-kept
library is better. openpyxl keeps whole sheets as objects (2.9 GB for a file of 1.5 MB), raises
whatever it meets for styles that it need not read, and its mode for large files knows neither
merged cells nor hidden rows. python-calamine knows no number formats, no hidden rows, and not which
formula has no value. What a slide needs are values, formats, merged and hidden cells: few elements
of the format (ECMA-376 Part 1, 18.3 and 18.8), which transitional and strict files share by name.
"""

from __future__ import annotations

import re
from typing import NamedTuple, TypeVar

from smdeck.figures.cells import SPACE
from smdeck.figures.excel_dates import BUILT_IN
from smdeck.figures.package import RESAVE, TOO_MUCH, Handler, WorkbookPackage, relations
from smdeck.figures.report import Unreadable

MAX_TEXT = 8_000_000
"""The most characters that the texts of a workbook may have together."""


Taken = TypeVar("Taken", bound=Handler)


class SheetEntry(NamedTuple):
    """A sheet as the workbook lists it."""

    name: str
    part: str | None
    """The part that holds it; None where it is missing."""
    visible: bool
    kind: str
    """`worksheet`, `chartsheet`, or a rarer one."""


class Workbook:
    """A workbook whose sheets can be read. Raises Unreadable where it is none."""

    def __init__(self, content: bytes) -> None:
        self.package = WorkbookPackage(content)
        start = relations(self.package, "").kinds.get("officeDocument", "xl/workbook.xml")
        _refuse_others(self.package, start)
        contents = _Contents()
        self.package.walk(start, contents)
        self.since_1904 = contents.since_1904
        """Whether its days are counted from 1904, as on old Macs."""
        self.computed = not contents.compute_on_load
        """Whether its values are those of its formulas; if not, it asks Excel to compute them."""
        self._related = relations(self.package, start)
        self.sheets = [self._entry(*sheet) for sheet in contents.sheets]
        self.active = contents.active
        """The index of the sheet that Excel shows first."""
        self._strings: list[str] | None = None
        self._formats: list[str] | None = None

    def _entry(self, name: str, state: str, relation: str) -> SheetEntry:
        part = self._related.targets.get(relation)
        kind = self._related.kind_of.get(part or "", "worksheet")
        return SheetEntry(name, part, state not in ("hidden", "veryHidden"), kind)

    def string(self, index: int) -> str:
        """Return a shared text by its number. Raises Unreadable where there is none."""
        if self._strings is None:
            self._strings = self._walked("sharedStrings", StringsReader()).strings
        if not 0 <= index < len(self._strings):
            raise Unreadable("lacks a text that its cells name", RESAVE)
        return self._strings[index]

    def format(self, style: int) -> str:
        """Return the code of the number format of a cell's style, by its number."""
        if self._formats is None:
            self._formats = self._walked("styles", _Styles()).by_style
        return self._formats[style] if 0 <= style < len(self._formats) else "General"

    def _walked(self, kind: str, handler: Taken) -> Taken:
        """Return a handler that has taken the part of a kind, if there is one."""
        part = self._related.kinds.get(kind, f"xl/{kind}.xml")
        if part in self.package:
            self.package.walk(part, handler)
        return handler


def _refuse_others(package: WorkbookPackage, start: str) -> None:
    """Raise Unreadable for zips of other programs."""
    others = {
        "content.xml": "an OpenDocument file",
        "word/document.xml": "a Word document",
        "ppt/presentation.xml": "a PowerPoint file",
        "Index/Document.iwa": "a file of Apple's Numbers, Pages or Keynote",
        "xl/workbook.bin": "a binary workbook (.xlsb)",
    }
    for part, what in others.items():
        if part in package and (start not in package or start.endswith(".bin")):
            raise Unreadable(f"is {what}", "save the table as .xlsx or .csv", code="wrong-file")
    if start not in package:
        raise Unreadable("is a zip file and no Excel workbook", RESAVE)


class _Contents(Handler):
    """Reads the list of sheets and the settings of a workbook (18.2)."""

    def __init__(self) -> None:
        self.sheets: list[tuple[str, str, str]] = []
        self.since_1904 = self.compute_on_load = False
        self.active = 0
        self._seen_view = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "sheet":
            relation = next((attributes[key] for key in attributes if key.endswith(" id")), "")
            state = attributes.get("state", "visible")
            self.sheets.append((attributes.get("name", ""), state, relation))
        elif name == "workbookPr":
            self.since_1904 = is_true(attributes.get("date1904"))
        elif name == "calcPr":
            self.compute_on_load = is_true(attributes.get("fullCalcOnLoad"))
        elif name == "workbookView" and not self._seen_view:
            self._seen_view, self.active = True, whole(attributes.get("activeTab"))


_RAISED = {
    "superscript": str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ"),
    "subscript": str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎"),
}
"""What is raised and lowered by its font (18.4.14), as characters that are so by themselves."""


class StringsReader(Handler):
    """Reads texts: those that cells share (18.4), or one in a cell.

    A text is what its runs hold together; how it is read aloud (`rPh`) is none of it. Raised digits
    stay so, or the mark of a footnote would be a digit of its number.
    """

    def __init__(self) -> None:
        self.strings: list[str] = []
        self._pieces: list[str] = []
        self._length = 0
        self._aloud = self._inside = False
        self._raised = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take the start of an element."""
        if name in ("si", "is"):
            self._pieces = []
        elif name in ("r", "vertAlign"):
            self._raised = attributes.get("val", "") if name == "vertAlign" else ""
        elif name == "rPh":
            self._aloud = True
        elif name == "t":
            self._inside = not self._aloud

    def end(self, name: str) -> None:
        """Take the end of an element: that of a text keeps it."""
        if name in ("si", "is"):
            self.strings.append(unescaped("".join(self._pieces)))
            self._raised = ""
        elif name == "rPh":
            self._aloud = False
        elif name == "t":
            self._inside = False

    def text(self, data: str) -> None:
        """Take a piece of a text. Raises Unreadable where all are too much."""
        if self._inside:
            self._length += len(data)
            if self._length > MAX_TEXT:
                raise Unreadable("holds too much text", TOO_MUCH)
            self._pieces.append(data.translate(_RAISED.get(self._raised, {})))


class _Styles(Handler):
    """Reads the number formats of the styles of cells (18.8)."""

    def __init__(self) -> None:
        self.by_style: list[str] = []
        self._codes: dict[int, str] = dict(BUILT_IN)
        self._inside = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "numFmt":
            self._codes[whole(attributes.get("numFmtId"))] = attributes.get("formatCode", "")
        elif name == "cellXfs":
            self._inside = True
        elif name == "xf" and self._inside:
            code = self._codes.get(whole(attributes.get("numFmtId")), "")
            self.by_style.append(code or "General")

    def end(self, name: str) -> None:
        if name == "cellXfs":
            self._inside = False


def unescaped(text: str) -> str:
    """Return a text without the escapes for what XML can't hold, as `_x000D_` (22.9.2.19)."""
    if "_x" in text:
        text = re.sub("_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), text)
    return text.replace("\r\n", "\n").replace("\r", "\n").strip(SPACE)


def is_true(value: str | None) -> bool:
    """Tell whether an attribute says yes (22.9.2.7 and XML Schema)."""
    return value in ("1", "true", "on")


def whole(value: str | None) -> int:
    """Return the number of an attribute, 0 where it has none."""
    return int(value) if value and value.isascii() and value.isdigit() and len(value) < 10 else 0
