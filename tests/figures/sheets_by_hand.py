"""What the tests of data files share: files made by hand, and what is read of them."""

from __future__ import annotations

import datetime
import io
import zipfile
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

from smdeck.figures.cells import Cell, Sheet
from smdeck.figures.files import read_sheet
from smdeck.figures.report import FileReference
from smdeck.findings import Findings, Source
from smdeck.source import Scalar


def node(text: str) -> Scalar:
    """Return a node that names something, on a line of its own."""
    return Scalar(Source("deck.yaml", text), 0, 0, len(text), text, True)


class Case(NamedTuple):
    """A file, what a deck asks of it, and what comes of that."""

    title: str
    content: str | bytes
    rows: list[list[object]] | None
    """The cells that are read; None where the file is refused."""
    says: tuple[str, ...] = ()
    """The beginning of each message, a warning's behind `warning: `; all there are."""
    sheet: str | None = None
    columns: tuple[str, ...] = ()
    wanted_rows: str | None = None
    name: str = "a.csv"
    charted: bool = True


def read(folder: Path, case: Case) -> tuple[Sheet | None, Findings]:
    """Return what is read of a case's file, and the findings."""
    path = folder / case.name
    content = case.content
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    wanted = FileReference(
        node(case.name),
        node(case.sheet) if case.sheet else None,
        tuple(map(node, case.columns)),
        node(case.wanted_rows) if case.wanted_rows else None,
    )
    findings = Findings()
    sheet = read_sheet(path, wanted, findings, charted=case.charted)
    if sheet and sheet.open_end:  # which is said by all charts but waterfalls
        message, help = sheet.open_end
        findings.warn("data-file", message, wanted.file.place, help)
    return sheet, findings


def faults(folder: Path, cases: list[Case]) -> list[str]:
    """Return what is otherwise than the cases say, one line each."""
    wrong = []
    for case in cases:
        sheet, findings = read(folder, case)
        rows = [[plain(cell) for cell in row] for row in sheet.rows] if sheet else None
        if rows != case.rows:
            wrong.append(f"{case.title}: {rows}")
        said = [f"{'warning: ' * (f.severity == 'warning')}{f.message}" for f in findings]
        if len(said) != len(case.says) or not all(map(str.startswith, said, case.says)):
            wrong.append(f"{case.title}: {said}")
        if (sheet is None) != bool(findings.errors):
            wrong.append(f"{case.title}: a table and errors, or neither")
    return wrong


def plain(cell: Cell) -> object:
    """Return a cell's text or value; a value that is not General with its format."""
    if cell.value is None:
        return cell.text
    return cell.value if cell.format == "General" else (cell.value, cell.format)


SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """Return a zip of parts."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return written.getvalue()


def parts_of(
    *sheets: str,
    names: tuple[str, ...] = ("Daten", "Zwei", "Drei"),
    states: tuple[str, ...] = (),
    settings: str = "",
    calculation: str = "",
    view: str = "",
    styles: str = "",
    strings: tuple[str, ...] = (),
) -> dict[str, str | bytes]:
    """Return the parts of a workbook; a sheet is the XML inside its `worksheet`."""
    listed, related = "", ""
    parts: dict[str, str | bytes] = {}
    for number, sheet in enumerate(sheets, 1):
        state = states[number - 1] if states else "visible"
        name = escape(names[number - 1])
        listed += f'<sheet name="{name}" sheetId="{number}" state="{state}" r:id="rId{number}"/>'
        kind = "chartsheet" if sheet == "chart" else "worksheet"
        related += (
            f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" '
            f'Target="{kind}s/sheet{number}.xml"/>'
        )
        parts[f"xl/{kind}s/sheet{number}.xml"] = (
            f'<{kind} xmlns="{SPREADSHEET}">{"" if sheet == "chart" else sheet}</{kind}>'
        )
    for kind in ("sharedStrings", "styles"):
        related += f'<Relationship Id="{kind}" Type="{OFFICE}/{kind}" Target="{kind}.xml"/>'
    parts["xl/workbook.xml"] = (
        f'<workbook xmlns="{SPREADSHEET}" xmlns:r="{OFFICE}"><workbookPr {settings}/>'
        f"<bookViews><workbookView {view}/></bookViews><sheets>{listed}</sheets>"
        f"<calcPr {calculation}/></workbook>"
    )
    parts["xl/_rels/workbook.xml.rels"] = (
        f'<Relationships xmlns="{RELATIONS}">{related}</Relationships>'
    )
    parts["_rels/.rels"] = (
        f'<Relationships xmlns="{RELATIONS}"><Relationship Id="rId1" '
        f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    )
    parts["xl/styles.xml"] = f'<styleSheet xmlns="{SPREADSHEET}">{styles}</styleSheet>'
    shared = "".join(f"<si>{text}</si>" for text in strings)
    parts["xl/sharedStrings.xml"] = f'<sst xmlns="{SPREADSHEET}">{shared}</sst>'
    return parts


def formats(*codes: str) -> str:
    """Return styles 1, 2, … with number formats of these codes."""
    listed = "".join(
        f'<numFmt numFmtId="{164 + index}" formatCode="{escape(code, {chr(34): "&quot;"})}"/>'
        for index, code in enumerate(codes)
    )
    styles = "".join(f'<xf numFmtId="{164 + index}"/>' for index in range(len(codes)))
    return f'<numFmts>{listed}</numFmts><cellXfs><xf numFmtId="0"/>{styles}</cellXfs>'


def sheet(*rows: list[object], first: int = 1, after: str = "", before: str = "") -> str:
    """Return the XML of cells: a text, a number, None for none, or XML that begins with `<c`."""
    written = ""
    for number, row in enumerate(rows, first):
        cells = "".join(
            _cell(value, f"{chr(65 + column)}{number}") for column, value in enumerate(row)
        )
        written += f'<row r="{number}">{cells}</row>'
    return f"{before}<sheetData>{written}</sheetData>{after}"


def _cell(value: object, place: str) -> str:
    if value is None:
        return ""
    if isinstance(value, str) and value.startswith("<c"):
        return value.replace("<c", f'<c r="{place}"', 1)
    if isinstance(value, str):
        return f'<c r="{place}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
    return f'<c r="{place}"><v>{value}</v></c>'


def workbook(*sheets: str, **settings: object) -> bytes:
    """Return a workbook of such sheets."""
    return zipped(parts_of(*sheets, **settings))  # type: ignore[arg-type]


def day(year: int, month: int, number: int) -> datetime.date:
    """Return a date."""
    return datetime.date(year, month, number)
