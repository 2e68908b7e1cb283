"""Workbooks: sheets are read as Excel shows them, or a finding names sheet, row and column."""

from __future__ import annotations

import datetime
import io
import re
import time
import tracemalloc
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from sheets_by_hand import (
    Case,
    day,
    faults,
    formats,
    parts_of,
    read,
    sheet,
    workbook,
    zipped,
)

from smdeck.figures.grid import NO_DATE, NO_VALUE

TABLE: list[list[object]] = [["Ort", "Gäste"], ["Kiel", 10.0], ["Ulm", 7.0]]
PLAIN = sheet(["Ort", "Gäste"], ["Kiel", 10], ["Ulm", 7])
COVER = sheet(["Bericht der Geschäftsleitung"])


def case(title: str, content: bytes, rows: Any, *says: str, **asked: Any) -> Case:
    """Return a case of a workbook."""
    return Case(title, content, rows, says, name="a.xlsx", **asked)


def merged(*places: str) -> str:
    """Return the XML of merged cells."""
    cells = "".join(f'<mergeCell ref="{place}"/>' for place in places)
    return f"<mergeCells>{cells}</mergeCells>"


def without(part: str) -> bytes:
    """Return a plain workbook without a part."""
    parts = parts_of(PLAIN)
    del parts[part]
    return zipped(parts)


def changed(part: str, old: str, new: str) -> bytes:
    """Return a plain workbook with another text in a part."""
    parts = parts_of(PLAIN)
    text = parts[part]
    assert isinstance(text, str) and old in text
    return zipped({**parts, part: text.replace(old, new)})


SHEETS = [
    case("one", workbook(PLAIN), TABLE),
    case(
        "a cover before the table",
        workbook(COVER, PLAIN, names=("Deckblatt", "Daten")),
        None,
        "the first sheet of `a.xlsx`, `Deckblatt`, holds no table",
    ),
    case("by name", workbook(COVER, PLAIN, names=("Deckblatt", "Daten")), TABLE, sheet="Daten"),
    case("by name in lower case", workbook(PLAIN), TABLE, sheet="daten"),
    case("misspelt", workbook(PLAIN), None, "`a.xlsx` has no sheet `Dtaen`", sheet="Dtaen"),
    case("a hidden one first", workbook(COVER, PLAIN, states=("hidden", "visible")), TABLE),
    case("a very hidden one", workbook(COVER, PLAIN, states=("veryHidden", "visible")), TABLE),
    case(
        "a hidden one by name",
        workbook(COVER, PLAIN, states=("visible", "hidden")),
        TABLE,
        sheet="Zwei",
    ),
    case(
        "hidden ones alone",
        workbook(PLAIN, states=("hidden",)),
        None,
        "`a.xlsx` has no visible worksheet",
    ),
    case("a chart first", workbook("chart", PLAIN), TABLE),
    case(
        "a chart by name",
        workbook("chart", PLAIN),
        None,
        "the sheet `Daten` of `a.xlsx` is a chart, and holds no cells",
        sheet="Daten",
    ),
    case(
        "Excel opens another",
        workbook(PLAIN, PLAIN, view='activeTab="1"'),
        TABLE,
        "warning: `a.xlsx` is read from its first sheet, `Daten`; Excel opens it with `Zwei`",
    ),
    case("no cells", workbook(sheet()), None, "the sheet `Daten` of `a.xlsx` is empty"),
    case(
        "names alone",
        workbook(sheet(["Ort", "Wert"])),
        None,
        "the sheet `Daten` of `a.xlsx` holds names",
    ),
]

SHAPES = [
    case(
        "in a corner",
        workbook(sheet([None, None, "Ort", "Gäste"], [None, None, "Kiel", 10], first=5)),
        [["Ort", "Gäste"], ["Kiel", 10.0]],
    ),
    case(
        "empty cells with a format",
        workbook(sheet(["Ort", "Gäste", '<c s="1"/>'], ["Kiel", 10, '<c s="1"/>'])),
        [["Ort", "Gäste"], ["Kiel", 10.0]],
    ),
    case("a wrong dimension", workbook('<dimension ref="A1"/>' + PLAIN), TABLE),
    case("no places", workbook(re.sub(r' r="\w+"', "", PLAIN)), TABLE),
    case(
        "a merged title",
        workbook(sheet(["Gäste nach Ort"], ["Ort", "2024"], ["Kiel", 10], after=merged("A1:B1"))),
        [["Ort", "2024"], ["Kiel", 10.0]],
    ),
    case(
        "one name above two, and none",
        workbook(
            sheet([None, "Gäste"], ["Ort", "2024", "2025"], ["Kiel", 1, 2], after=merged("B1:C1"))
        ),
        [["Ort", "Gäste 2024", "Gäste 2025"], ["Kiel", 1.0, 2.0]],
    ),
    case(
        "years that are numbers",
        workbook(sheet(["Ort", 2024, 2025], ["Kiel", 10, 12])),
        [["Ort", 2024.0, 2025.0], ["Kiel", 10.0, 12.0]],
    ),
    case(
        "names above names",
        workbook(
            sheet(
                ["Ort", 2024, None, 2025],
                [None, "Plan", "Ist", "Plan", "Ist"],
                ["Kiel", 1, 2, 3, 4],
                after=merged("A1:A2", "B1:C1", "D1:E1"),
            )
        ),
        [["Ort", "2024 Plan", "2024 Ist", "2025 Plan", "2025 Ist"], ["Kiel", 1.0, 2.0, 3.0, 4.0]],
    ),
    case(
        "one name for two columns",
        workbook(sheet(["Ort", "Gäste"], ["Kiel", 1, 2], after=merged("B1:C1"))),
        None,
        "`a.xlsx`, sheet `Daten`: columns B and C have the same name, `Gäste`",
    ),
    case(
        "names above names, and no corner",
        workbook(
            sheet([None, "2024"], [None, "Plan", "Ist"], ["Kiel", 1, 2], after=merged("B1:C1"))
        ),
        [["", "2024 Plan", "2024 Ist"], ["Kiel", 1.0, 2.0]],
    ),
    case(
        "one name for two columns of words",
        workbook(
            sheet(["Wer", "Wo"], ["a", "Kiel", "Nord"], ["b", "Ulm", "Süd"], after=merged("B1:C1"))
        ),
        [["Wer", "Wo", "Wo"], ["a", "Kiel", "Nord"], ["b", "Ulm", "Süd"]],
        charted=False,
    ),
    case(
        "figures that are merged below names",
        workbook(sheet([5, "Kiel"], [None, "Ulm"], [7, "Bonn"], after=merged("A1:A2"))),
        [[5.0, "Kiel"], ["", "Ulm"], [7.0, "Bonn"]],
        "warning: `a.xlsx`, sheet `Daten`: row 1 names the columns and holds the figure `5`",
        charted=False,
    ),
    case(
        "merged names of rows",
        workbook(
            sheet(
                ["Region", "Ort", "Gäste"],
                ["Nord", "Kiel", 10],
                [None, "Husum", 12],
                ["Süd", "Ulm", 7],
                after=merged("A2:A3"),
            )
        ),
        [
            ["Region", "Ort", "Gäste"],
            ["Nord", "Kiel", 10.0],
            ["Nord", "Husum", 12.0],
            ["Süd", "Ulm", 7.0],
        ],
    ),
    case(
        "merged years of rows",
        workbook(sheet(["Jahr", "Gäste"], [2024, 10], [None, 12], after=merged("A2:A3"))),
        [["Jahr", "Gäste"], [2024.0, 10.0], [2024.0, 12.0]],
    ),
    case(
        "a merged figure",
        workbook(
            sheet(["Ort", "Gäste"], ["Kiel", 10], ["Ulm"], ["Bonn", 3], after=merged("B2:B3"))
        ),
        [["Ort", "Gäste"], ["Kiel", 10.0], ["Ulm", ""], ["Bonn", 3.0]],
        "warning: `a.xlsx`, sheet `Daten`: merged cells hold one figure, in row 2, column B",
    ),
    case(
        "a heading in the table",
        workbook(
            sheet(
                ["Ort", "A", "B"],
                ["Norden"],
                ["Kiel", 1, 2],
                ["Süden"],
                ["Ulm", 3, 4],
                after=merged("A2:C2", "A4:C4"),
            )
        ),
        [
            ["Ort", "A", "B"],
            ["Norden", "", ""],
            ["Kiel", 1.0, 2.0],
            ["Süden", "", ""],
            ["Ulm", 3.0, 4.0],
        ],
    ),
    case(
        "a text for two columns",
        workbook(sheet(["Ort", "A", "B"], ["Kiel", "k. A."], ["Ulm", 3, 4], after=merged("B2:C2"))),
        [["Ort", "A", "B"], ["Kiel", "k. A.", "k. A."], ["Ulm", 3.0, 4.0]],
    ),
    case(
        "cells that merged cells cover",
        workbook(
            sheet(
                ["Ort", "A", "B"], ["Kiel", 1, 2], ["Husum", 5, 6], after=merged("A2:A3", "B2:B3")
            )
        ),
        [["Ort", "A", "B"], ["Kiel", 1.0, 2.0], ["Kiel", "", 6.0]],
        "warning: `a.xlsx`, sheet `Daten`: merged cells hold one figure, in row 2, column B",
    ),
    case(
        "a text that was pasted into one column",
        workbook(sheet(["Ort,Gäste"], ["Kiel,10"], ["Ulm,7"])),
        None,
        "`a.xlsx`, sheet `Daten`: each row is one cell, as `Ort,Gäste`",
    ),
    case(
        "a bar without a name",
        workbook(sheet(["Ort", "Gäste"], [None, 10], ["Ulm", 7])),
        [["Ort", "Gäste"], ["", 10.0], ["Ulm", 7.0]],
        "warning: `a.xlsx`, sheet `Daten`: row 2 has no name in column A",
    ),
    case(
        "a source close below",
        workbook(sheet(["Ort", "Gäste"], ["Kiel", 10], ["Quelle: eigene Zählung"])),
        [["Ort", "Gäste"], ["Kiel", 10.0], ["Quelle: eigene Zählung", ""]],
        "warning: `a.xlsx`, sheet `Daten`: row 3, the last one, holds `Quelle: eigene Zählung`",
    ),
    case(
        "a column whose name has a line break",
        workbook(sheet(["Ort", "Gäste\nje Tag"], ["Kiel", 10])),
        [["Gäste\nje Tag"], [10.0]],
        columns=("Gäste je Tag",),
    ),
    case(
        "a note at the side",
        workbook(sheet(["Ort", "Gäste"], ["Kiel", 10, None, "prüfen!"], ["Ulm", 7])),
        None,
        "`a.xlsx`, sheet `Daten`: column D has values, in row 2, and no name in row 1",
    ),
    case(
        "the same, chosen",
        workbook(sheet(["Ort", "Gäste"], ["Kiel", 10, None, "prüfen!"], ["Ulm", 7])),
        TABLE,
        columns=("A", "B"),
    ),
    case(
        "a column by a number",
        workbook(sheet(["Ort", 2024, 2025], ["Kiel", 10, 12])),
        [["Ort", 2025.0], ["Kiel", 12.0]],
        columns=("Ort", "2025"),
    ),
]

HIDDEN_ROW = PLAIN.replace('<row r="3">', '<row r="3" hidden="1">')
HIDDEN_COLUMN = '<cols><col min="3" max="3" hidden="1"/></cols>' + sheet(
    ["Ort", "Gäste", "Marge"], ["Kiel", 10, 3]
)

HIDDEN = [
    case(
        "a filtered row",
        workbook(HIDDEN_ROW),
        TABLE[:2],
        "warning: `a.xlsx`, sheet `Daten`: 1 hidden row left out, row 3, as in a chart of Excel",
    ),
    case(
        "a hidden column",
        workbook(HIDDEN_COLUMN),
        [["Ort", "Gäste"], ["Kiel", 10.0]],
        "warning: `a.xlsx`, sheet `Daten`: 1 hidden column left out, column C",
    ),
    case(
        "a hidden column by name",
        workbook(HIDDEN_COLUMN),
        [["Ort", "Marge"], ["Kiel", 3.0]],
        columns=("Ort", "Marge"),
    ),
    case(
        "a hidden title",
        workbook(
            sheet(["Notiz"], ["Ort", "Gäste"], ["Kiel", 10]).replace(
                '<row r="1">', '<row r="1" hidden="true">'
            )
        ),
        [["Ort", "Gäste"], ["Kiel", 10.0]],
    ),
    case(
        "a hidden row of names",
        workbook(PLAIN.replace('<row r="1">', '<row r="1" hidden="1">')),
        None,
        "`a.xlsx`, sheet `Daten`: row 1 seems to name the columns, and is hidden",
        "warning: `a.xlsx`, sheet `Daten`: row 2 names the columns and holds the figure `10`",
    ),
    case(
        "all rows",
        workbook(re.sub("<row ", '<row hidden="1" ', PLAIN)),
        None,
        "the sheet `Daten` of `a.xlsx` holds nothing but hidden rows",
    ),
    case(
        "merged below a hidden row",
        workbook(
            sheet(
                ["Region", "Ort", "Zahl"],
                ["Nord", "Kiel", 1],
                [None, "Husum", 2],
                after=merged("A2:A3"),
            ).replace('<row r="2">', '<row r="2" hidden="1">')
        ),
        [["Region", "Ort", "Zahl"], ["Nord", "Husum", 2.0]],
        "warning: `a.xlsx`, sheet `Daten`: 1 hidden row left out, row 2",
    ),
]

SHARED = (
    "<t>Ort</t>",
    "<r><t>G</t></r><r><rPr/><t>äste</t></r>",
    "<t>東京</t><rPh sb='0' eb='2'><t>トウキョウ</t></rPh>",
    "<t>a_x000D_\nb_x005F_</t>",
)


def value(xml: str, code: str = "", **settings: Any) -> bytes:
    """Return a workbook with one value."""
    return workbook(
        sheet(["Ort", "Wert"], ["a", xml]), styles=formats(code) if code else "", **settings
    )


def valued(title: str, xml: str, expected: object, code: str = "", **settings: Any) -> Case:
    """Return a case of one value."""
    return case(title, value(xml, code, **settings), [["Ort", "Wert"], ["a", expected]])


VALUES = [
    case(
        "texts",
        workbook(
            sheet(
                ['<c t="s"><v>0</v></c>', '<c t="s"><v>1</v></c>'],
                ['<c t="s"><v>2</v></c>', '<c t="s"><v>3</v></c>'],
            ),
            strings=SHARED,
        ),
        [["Ort", "Gäste"], ["東京", "a\nb_"]],
    ),
    valued(
        "a text that looks like a number", '<c t="inlineStr"><is><t> 0012 </t></is></c>', "0012"
    ),
    valued("a number", "<c><v>1.5</v></c>", 1.5),
    valued("a small one", "<c><v>1E-7</v></c>", 1e-7),
    valued("a truth", '<c t="b"><v>1</v></c>', True),
    valued("a share", '<c s="1"><v>0.125</v></c>', (0.125, "0.0%"), "0.0%"),
    valued(
        "money", '<c s="1"><v>9.99</v></c>', (9.99, '#,##0.00 "€";[Red]-d'), '#,##0.00 "€";[Red]-d'
    ),
    valued("a date", '<c s="1"><v>46022</v></c>', (day(2025, 12, 31), "DD.MM.YYYY"), "DD.MM.YYYY"),
    valued(
        "a built-in date", '<c s="0"><v>46022</v></c>', (day(2025, 12, 31), "dd/mm/yyyy")
    )._replace(
        content=workbook(
            sheet(["Ort", "Wert"], ["a", '<c s="0"><v>46022</v></c>']),
            styles='<cellXfs><xf numFmtId="14"/></cellXfs>',
        )
    ),
    valued(
        "a date since 1904",
        '<c s="1"><v>44560</v></c>',
        (day(2025, 12, 31), "yyyy-mm-dd"),
        "yyyy-mm-dd",
        settings='date1904="1"',
    ),
    valued(
        "a date of early 1900", '<c s="1"><v>59</v></c>', (day(1900, 2, 28), "d.m.yy"), "d.m.yy"
    ),
    valued(
        "a month", '<c s="1"><v>46037</v></c>', (day(2026, 1, 15), "[$-407]mmm yy"), "[$-407]mmm yy"
    ),
    valued(
        "a moment",
        '<c s="1"><v>46022.3958333333</v></c>',
        (datetime.datetime(2025, 12, 31, 9, 30), "dd.mm.yyyy hh:mm"),
        "dd.mm.yyyy hh:mm",
    ),
    valued(
        "a time", '<c s="1"><v>0.395833333333333</v></c>', (datetime.time(9, 30), "h:mm"), "h:mm"
    ),
    valued(
        "a duration", '<c s="1"><v>1.5</v></c>', (datetime.timedelta(hours=36), "[h]:mm"), "[h]:mm"
    ),
    valued(
        "a date of a strict file",
        '<c t="d" s="1"><v>2025-12-31</v></c>',
        (day(2025, 12, 31), "d.m.yy"),
        "d.m.yy",
    ),
    valued("a formula", "<c><f>1+1</f><v>2</v></c>", 2.0),
    valued("a formula of text", '<c t="str"><f>A1</f><v>x</v></c>', "x"),
    valued("a formula of no text", '<c t="str"><f>""</f><v></v></c>', ""),
    valued("a formula that is 0", "<c><f>1-1</f><v>0</v></c>", 0.0),
]

WRONG_VALUES = [
    case(title, value(xml, "d.m.yy", **settings), None,
         f"`a.xlsx` {said} in sheet `Daten`, row 2, column B")
    for title, xml, said, settings in [
        ("a formula without a value", "<c><f>1+1</f><v></v></c>", NO_VALUE, {}),
        ("without any", "<c><f>1+1</f></c>", NO_VALUE, {}),
        ("a 0 that was never computed", "<c><f>1+1</f><v>0</v></c>", NO_VALUE,
         {"calculation": 'fullCalcOnLoad="1"'}),
        ("an error", '<c t="e"><v>#DIV/0!</v></c>', "holds the error `#DIV/0!`", {}),
        ("#N/A", '<c t="e"><f>NA()</f><v>#N/A</v></c>', "holds the error `#N/A`", {}),
        ("no number", "<c><v>zwei</v></c>", "holds `zwei` as a number", {}),
        ("infinity", "<c><v>1e999</v></c>", "holds `1e999` as a number", {}),
        ("a date before all", '<c s="1"><v>-1</v></c>', NO_DATE, {}),
        ("29 February 1900", '<c s="1"><v>60</v></c>', NO_DATE, {}),
        ("a date of 0", '<c s="1"><v>0</v></c>', NO_DATE, {}),
        ("a date behind all", '<c s="1"><v>9e9</v></c>', NO_DATE, {}),
        ("a control character", '<c t="inlineStr"><is><t>a_x0007_</t></is></c>',
         "holds a control character, which no slide can hold,", {}),
    ]
]  # fmt: skip

ODD = [
    case("an empty fill", workbook(PLAIN, styles="<fills><fill/></fills>" + formats("0")), TABLE),
    case("no styles", without("xl/styles.xml"), TABLE),
    case("no shared texts, and none used", without("xl/sharedStrings.xml"), TABLE),
    case(
        "shared texts that are not there",
        workbook(sheet(["Ort", "Wert"], ['<c t="s"><v>9</v></c>', 1])),
        None,
        "`a.xlsx` lacks a text that its cells name",
    ),
    case("no list of relations", without("_rels/.rels"), TABLE),
    case("no sheet", without("xl/worksheets/sheet1.xml"), None, "`a.xlsx` lacks its part"),
    case(
        "another case",
        zipped(
            {
                name.replace("sheet1", "Sheet1").replace("sharedS", "SharedS"): text
                for name, text in parts_of(PLAIN).items()
            }
        ),
        TABLE,
    ),
    case(
        "backslashes",
        zipped({name.replace("/", "\\"): text for name, text in parts_of(PLAIN).items()}),
        TABLE,
    ),
    case(
        "paths from the root",
        changed("xl/_rels/workbook.xml.rels", 'Target="', 'Target="/xl/'),
        TABLE,
    ),
    case(
        "prefixes",
        zipped(
            {
                name: re.sub(r"<(/?)(?=[a-zA-Z])", r"<\1x:", str(text)).replace(
                    "xmlns=", "xmlns:x="
                )
                for name, text in parts_of(PLAIN).items()
            }
        ),
        TABLE,
    ),
    case(
        "strict",
        zipped(
            {
                name: str(text).replace(
                    "schemas.openxmlformats.org/spreadsheetml/2006",
                    "purl.oclc.org/ooxml/spreadsheetml",
                )
                for name, text in parts_of(PLAIN).items()
            }
        ),
        TABLE,
    ),
    case(
        "UTF-16 inside",
        zipped({name: str(text).encode("utf-16") for name, text in parts_of(PLAIN).items()}),
        TABLE,
    ),
    case(
        "a wrong date of its properties",
        zipped({**parts_of(PLAIN), "docProps/core.xml": "<a>31.02.</a>"}),
        TABLE,
    ),
    case(
        "a text once more as a value",
        changed("xl/worksheets/sheet1.xml", "</is></c>", "</is><v>Text</v></c>"),
        TABLE,
    ),
    case(
        "extensions with elements of the same names",
        changed(
            "xl/worksheets/sheet1.xml",
            "</v></c>",
            '</v><extLst><x:v xmlns:x="a">5</x:v><v>5</v></extLst></c>',
        ),
        TABLE,
    ),
    case(
        "another kind of XML",
        changed("xl/worksheets/sheet1.xml", "spreadsheetml/2006/main", "other"),
        None,
        "`a.xlsx` is written in a way that is none of Excel's",
    ),
    case(
        "entities",
        changed(
            "xl/worksheets/sheet1.xml", "<worksheet", '<!DOCTYPE a [<!ENTITY a "aaaa">]><worksheet'
        ),
        None,
        "`a.xlsx` declares a document type, as no workbook does",
    ),
    case(
        "XML that is cut",
        changed("xl/worksheets/sheet1.xml", "</worksheet>", ""),
        None,
        "`a.xlsx` is damaged in its part `xl/worksheets/sheet1.xml`",
    ),
    case(
        "a row 0",
        changed("xl/worksheets/sheet1.xml", 'row r="1"', 'row r="0"'),
        None,
        "`a.xlsx` numbers a row `0`",
    ),
    case(
        "a cell ZZZZ1",
        changed("xl/worksheets/sheet1.xml", 'r="A1"', 'r="ZZZZ1"'),
        None,
        "`a.xlsx` has a cell `ZZZZ1`",
    ),
    case(
        "a cell twice",
        changed("xl/worksheets/sheet1.xml", 'r="B1"', 'r="A1"'),
        None,
        "`a.xlsx` has two cells",
    ),
    case("the last row of all", changed("xl/worksheets/sheet1.xml", 'r="3"', 'r="1048576"'), TABLE),
    case(
        "a cut zip", workbook(PLAIN)[:-30], None, "`a.xlsx` is no Excel workbook, or a damaged one"
    ),
    case(
        "a Word document",
        zipped({"word/document.xml": "<a/>"}),
        None,
        "`a.xlsx` is a Word document",
    ),
    case("OpenDocument", zipped({"content.xml": "<a/>"}), None, "`a.xlsx` is an OpenDocument file"),
    case("a zip of nothing", zipped({}), None, "`a.xlsx` is a zip file and no Excel workbook"),
    case(
        "a zip of something",
        zipped({"a": ""}),
        None,
        "`a.xlsx` is a zip file and no Excel workbook",
    ),
    case("a text", b"Ort;Wert\n", None, "`a.xlsx` is no Excel workbook"),
    case(
        "an old workbook",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99),
        None,
        "`a.xlsx` is a workbook of Excel 97 to 2003 by its content",
    ),
    case(
        "a password",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        None,
        "`a.xlsx` is protected by a password",
    ),
    case("macros", workbook(PLAIN), TABLE)._replace(name="a.xlsm"),
]


def test_a_sheet_is_chosen(tmp_path: Path) -> None:
    assert faults(tmp_path, SHEETS) == []


def test_the_table_of_a_sheet_is_found(tmp_path: Path) -> None:
    assert faults(tmp_path, SHAPES) == []


def test_what_excel_hides_is_left_out_and_said(tmp_path: Path) -> None:
    assert faults(tmp_path, HIDDEN) == []


def test_values_are_what_excel_shows(tmp_path: Path) -> None:
    assert faults(tmp_path, VALUES) == []


def test_what_is_no_value_is_named_with_its_cell(tmp_path: Path) -> None:
    assert faults(tmp_path, WRONG_VALUES) == []


def test_workbooks_of_other_programs_are_read_or_refused(tmp_path: Path) -> None:
    assert faults(tmp_path, ODD) == []


def test_a_fault_in_a_cell_that_is_not_shown_is_none(tmp_path: Path) -> None:
    book = workbook(sheet(["Ort", "Wert", "Rest"], ["a", 1, '<c t="e"><v>#REF!</v></c>']))
    shown = case("", book, [["Ort", "Wert"], ["a", 1.0]], columns=("Ort", "Wert"))
    assert faults(tmp_path, [shown]) == []


def test_settings_of_extensions_are_not_those_of_the_workbook(tmp_path: Path) -> None:
    parts = parts_of(
        sheet(["Tag", "Wert"], ['<c s="1"><v>44560</v></c>', 1]),
        settings='date1904="1"',
        styles=formats("d.m.yy"),
    )
    extension = '<extLst><ext><x14:workbookPr xmlns:x14="urn:x14"/></ext></extLst></workbook>'
    parts["xl/workbook.xml"] = str(parts["xl/workbook.xml"]).replace("</workbook>", extension)
    expected = [["Tag", "Wert"], [(day(2025, 12, 31), "d.m.yy"), 1.0]]
    assert faults(tmp_path, [case("1904", zipped(parts), expected)]) == []


def test_a_workbook_of_openpyxl_is_read(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    page = book.active
    assert page
    page.append(["Tag", "Gäste", "Anteil"])
    page.append([datetime.date(2026, 3, 1), 12, 0.25])
    page["C2"].number_format = "0%"
    written = io.BytesIO()
    book.save(written)
    expected = [["Tag", "Gäste", "Anteil"], [(day(2026, 3, 1), "yyyy-mm-dd"), 12.0, (0.25, "0%")]]
    assert faults(tmp_path, [case("openpyxl", written.getvalue(), expected)]) == []


HOSTILE = {
    "rows with a format": '<row r="1" s="1"/>' * 700_000,
    "cells with a format": "<row>" + '<c s="1"/>' * 100_000 + "</row>",
    "rows of cells": ("<row>" + "<c><v>1</v></c>" * 10 + "</row>") * 20_000,
    "a long text": f'<c t="inlineStr"><is><t>{"x" * 9_000_000}</t></is></c>',
    "a long attribute": f'<c r="{"x" * 9_000_000}"/>',
    "depth": "<a>" * 200_000,
    "spaces": " " * 70_000_000,
}


@pytest.mark.slow
def test_no_workbook_takes_long(tmp_path: Path) -> None:
    slow = {}
    for title, cells in HOSTILE.items():
        book = workbook(f"<sheetData>{cells}</sheetData>")
        begin = time.process_time()
        read(tmp_path, case(title, book, None))
        took = time.process_time() - begin
        if took > 4:  # twice what is promised: tests run side by side
            slow[title] = took
    assert slow == {}


@pytest.mark.slow
def test_no_workbook_takes_much_memory(tmp_path: Path) -> None:
    """Tracing takes its time, so the cells are a tenth of what is read at most."""
    cells = ("<row>" + "<c><v>1</v></c>" * 10 + "</row>") * 1_000
    for rows in (cells, HOSTILE["a long text"], HOSTILE["spaces"]):
        book = workbook(f"<sheetData>{rows}</sheetData>")
        tracemalloc.start()
        read(tmp_path, case("", book, None))
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert most < 20_000_000
