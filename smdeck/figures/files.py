"""Files: a .csv file or a workbook that a deck names becomes a table, or a finding."""

from __future__ import annotations

from pathlib import Path

from smdeck.figures.cells import Sheet
from smdeck.figures.choice import row_range
from smdeck.figures.csvfile import read_csv
from smdeck.figures.grid import SheetGrid
from smdeck.figures.report import FileReference, Report, Unreadable
from smdeck.figures.table import table_of
from smdeck.files import may_read
from smdeck.findings import Findings

TEXTS = (".csv", ".tsv")
WORKBOOKS = (".xlsx", ".xlsm", ".xltx", ".xltm")
"""Workbooks with macros are read, too: no macro is run or kept."""

MAX_TEXT_BYTES = 10_000_000
MAX_WORKBOOK_BYTES = 20_000_000
"""The largest files that are read: a slide shows a few dozen of their cells."""


def read_sheet(
    path: Path, wanted: FileReference, findings: Findings, *, charted: bool = False
) -> Sheet | None:
    """Return the table of the file at `path`, or None with errors at what the deck names.

    Cells are as the file has them: texts as they are typed, numbers and dates of a workbook with
    their formats. What is left out or guessed is a warning. With `charted` columns of one name
    are errors, and rows without a name warnings. Nothing is raised for any file.
    """
    report = Report(wanted, findings)
    name, place = wanted.file.text, wanted.file.place
    if path.suffix.lower() in (*TEXTS, *WORKBOOKS) and not may_read(
        path, name, place, findings, what="data file"
    ):
        return None
    rows = row_range(report)
    try:
        grid = _grid(path, report, rows.last if rows else None)
        if grid is None or rows is None:
            return None
        return table_of(grid, rows, report, charted=charted)
    except Unreadable as error:
        report.error(f"{report.called} {error.message}", error.help, code=error.code)
    except (OSError, ValueError) as error:  # ValueError: a path with a zero byte
        reason = (isinstance(error, OSError) and error.strerror) or str(error)
        report.error(f"{report.called} can't be read: {reason.lower()}", code="unreadable-file")
    return None


def _grid(path: Path, report: Report, last: int | None) -> SheetGrid | None:
    suffix = path.suffix.lower()
    if suffix not in (*TEXTS, *WORKBOOKS):
        _report_kind(suffix, report)
        return None
    most = MAX_TEXT_BYTES if suffix in TEXTS else MAX_WORKBOOK_BYTES
    if path.stat().st_size > most:
        raise Unreadable(
            f"has more than {most // 1_000_000} MB", "copy the table into a file of its own"
        )
    content = path.read_bytes()
    _refuse(content, suffix)
    if suffix in WORKBOOKS:
        from smdeck.figures.sheets import read_workbook  # zipfile and expat cost a start-up

        return read_workbook(content, report, last=last)
    if report.wanted.sheet:
        report.error(
            f"{report.called} is no workbook, and has no sheets",
            "remove `sheet`",
            code="wrong-value",
            at=report.wanted.sheet,
        )
        return None
    return read_csv(content, report, last=last)


def _report_kind(suffix: str, report: Report) -> None:
    """Report a file that is neither text nor workbook by its name."""
    known = {
        **dict.fromkeys((".xls", ".xlt"), "a workbook of Excel 97 to 2003"),
        **dict.fromkeys((".ods", ".fods"), "an OpenDocument spreadsheet"),
        ".xlsb": "a binary workbook",
        ".numbers": "a file of Apple's Numbers",
    }
    what = f"is {known[suffix]}, " if suffix in known else "is "
    texts = suffix in (".txt", ".tab", ".dat", ".text")
    report.error(
        f"{report.called} {what}neither a .csv nor an .xlsx file",
        "call it .csv if it is a table" if texts else "save the table as .csv or .xlsx",
        code="wrong-file",
    )


def _refuse(content: bytes, suffix: str) -> None:
    """Raise Unreadable for a file that is something else than its name says."""
    text = suffix in TEXTS
    if not content.strip(b" \t\r\n\0" + b';,|"' * text):
        raise Unreadable("is empty", code="wrong-file")
    if content.startswith(b"PK\x03\x04") and text:
        raise Unreadable(f"is a zip file, not a {suffix} file", "call it .xlsx if it is a workbook")
    if content.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        if "EncryptedPackage".encode("utf-16-le") in content:
            raise Unreadable("is protected by a password", "save it without, and as .xlsx")
        raise Unreadable("is a workbook of Excel 97 to 2003 by its content", "save it as .xlsx")
    if content.startswith(b"%PDF"):
        raise Unreadable("is a PDF by its content", "save the table as .csv or .xlsx")
    begin = content[:400].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if begin.startswith((b"<!doctype html", b"<html", b"<table", b"<meta", b"<?xml")):
        raise Unreadable(
            "is a web page or XML by its content", "open it in Excel and save it as .xlsx or .csv"
        )
    if not text and not content.startswith(b"PK"):
        raise Unreadable(
            "is no Excel workbook", "save it as .xlsx, or call it .csv if it is a text"
        )
