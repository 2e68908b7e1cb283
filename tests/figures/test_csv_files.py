"""CSV files: every way in which people and programs write them is read right, or is a finding."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from sheets_by_hand import Case, faults, node, read

from smdeck.figures.files import read_sheet
from smdeck.figures.report import FileReference
from smdeck.findings import Findings

TABLE: list[list[object]] = [["Ort", "Gäste"], ["Köln", "10"], ["Bonn", "12"]]
PLAIN = "Ort;Gäste\nKöln;10\nBonn;12\n"

SEPARATORS = [
    Case("semicolons", PLAIN, TABLE),
    Case("commas", PLAIN.replace(";", ","), TABLE),
    Case("tabs", PLAIN.replace(";", "\t"), TABLE),
    Case("tabs in a .tsv", PLAIN.replace(";", "\t"), TABLE, name="a.tsv"),
    Case("bars", PLAIN.replace(";", "|"), TABLE),
    Case("one named", "sep=|\nOrt|Wert\nKöln|1;5\n", [["Ort", "Wert"], ["Köln", "1;5"]]),
    Case(
        "commas in a quoted name",
        '"Region, Land, Ort";Gäste\nKöln;10,5\nBonn;12,5\n',
        [["Region, Land, Ort", "Gäste"], ["Köln", "10,5"], ["Bonn", "12,5"]],
    ),
    Case(
        "a decimal comma in each row",
        "Datum;Wert\n01.05.2025;1,5\n02.05.2025;2,5\n",
        [["Datum", "Wert"], ["01.05.2025", "1,5"], ["02.05.2025", "2,5"]],
    ),
    Case(
        "semicolons in some texts",
        'Name,Note\n"A;B",1\nC;D,2\nE,3\n',
        [["Name", "Note"], ["A;B", "1"], ["C;D", "2"], ["E", "3"]],
    ),
    Case(
        "titles with commas above decimal ones",
        "Gäste, Süd\nStand, Mai\nOrt;Gäste\nKöln;10,5\nBonn;12,5\n",
        [["Ort", "Gäste"], ["Köln", "10,5"], ["Bonn", "12,5"]],
    ),
    Case(
        "a semicolon in each text",
        "Name,Farben,A,B\nx,rot;blau,1,2\ny,grün;gelb,3,4\n",
        [["Name", "Farben", "A", "B"], ["x", "rot;blau", "1", "2"], ["y", "grün;gelb", "3", "4"]],
    ),
    Case("one column", "Ort\nKöln\nBonn\n", [["Ort"], ["Köln"], ["Bonn"]]),
]

ENCODINGS = [
    *(
        Case(name, ("\ufeff" + PLAIN).encode(name), TABLE)
        for name in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
    ),
    Case("UTF-16 without a mark", PLAIN.encode("utf-16-le"), TABLE),
    Case("big UTF-16 without a mark", PLAIN.encode("utf-16-be"), TABLE),
    Case(
        "Windows-1252",
        PLAIN.encode("cp1252"),
        TABLE,
        ("warning: `a.csv` is not UTF-8, and was read as Windows-1252, as `Gäste`",),
    ),
    Case(
        "euros of Windows",
        "Ort;€\nA;1\n".encode("cp1252"),
        [["Ort", "€"], ["A", "1"]],
        ("warning: `a.csv` is not UTF-8, and was read as Windows-1252, as `€`",),
    ),
    *(
        Case(name, text.encode(name), None, ("`a.csv` is neither UTF-8 nor ",))
        for name, text in {
            "cp850": PLAIN,
            "mac-roman": PLAIN,
            "cp1250": "Miasto;Złoty\nKraków;1\n",
            "cp1251": "Город;Гости\nМосква;1\n",
            "shift-jis": "場所;客\n東京;1\n",
        }.items()
    ),
    Case(
        "a byte that no Windows has",
        b"Ort;Wert\nA\x81;1\n",
        None,
        ("`a.csv` is neither UTF-8 nor Windows-1252: line 2 holds the byte 81",),
    ),
    Case(
        "UTF-8 that is cut",
        PLAIN.encode()[:-3] + b"\xc3;\n",
        None,
        ("`a.csv` is UTF-8 in other places, but not here: line 3 holds the byte C3",),
    ),
    Case("half a UTF-16", PLAIN.encode("utf-16") + b"a", None, ("`a.csv` is not UTF-16: line 4",)),
    Case(
        "UTF-8 that was read as Windows-1252",
        "Ort;GrÃ¶ÃŸe\nA;1\n",
        [["Ort", "GrÃ¶ÃŸe"], ["A", "1"]],
        ("warning: `a.csv` holds `GrÃ¶ÃŸe`, which looks like a text that was read in a wrong",),
    ),
]

QUOTES = [
    Case(
        "a line break",
        'Monat;"Umsatz\r\nnetto"\r\n"Januar\r\n2025";10\r\n',
        [["Monat", "Umsatz\nnetto"], ["Januar\n2025", "10"]],
    ),
    Case(
        "doubled, inside, and in one line with more",
        'Gerät;Zahl\n"3,5"" Diskette";10\n5" Rohr;3\n"Alt" und neu;4\n',
        [["Gerät", "Zahl"], ['3,5" Diskette', "10"], ['5" Rohr', "3"], ["Alt und neu", "4"]],
    ),
    Case(
        "spaces before",
        'Ort, Wert\nKöln, "1,5"\nBonn, "2,5"\n',
        [["Ort", "Wert"], ["Köln", "1,5"], ["Bonn", "2,5"]],
    ),
    Case(
        "a text that Excel must not convert",
        'Nr;Wert\n"=""007""";3\n="008";4\n',
        [["Nr", "Wert"], ["007", "3"], ["008", "4"]],
    ),
    Case(
        "never closed",
        'Ort;Gäste\n"Köln;10\nBonn;12\n',
        None,
        ("`a.csv` has a quote in line 2 that is not closed where its cell ends",),
    ),
    Case(
        "closed by the next one",
        'Ort;Gäste\n\n"Köln;10\nBonn;12\n"Ulm";3\n',
        None,
        ("`a.csv` has a quote in line 3 that is not closed where its cell ends",),
    ),
]

SHAPES = [
    Case(
        "trailing separators and blank rows",
        "Monat;Plan;Ist;\nJan;10;12;\n;;;\nFeb;11;14;\n;;;\n",
        [["Monat", "Plan", "Ist"], ["Jan", "10", "12"], ["Feb", "11", "14"]],
    ),
    Case("a blank line between any two", "Ort;Gäste\r\r\nKöln;10\r\r\nBonn;12\r\r\n", TABLE),
    Case("line ends of old Macs", PLAIN.replace("\n", "\r"), TABLE),
    Case(
        "a corner without a name",
        ";2024;2025\nKöln;1;2\n",
        [["", "2024", "2025"], ["Köln", "1", "2"]],
    ),
    Case("a title", "Gäste je Ort, Stand Mai\n\n" + PLAIN, TABLE),
    Case("two titles with separators", "Gäste;\nStand Mai;\n" + PLAIN, TABLE),
    Case(
        "a title with a value",
        "Stand:;Mai;;\n\nOrt;A;B;C\nKöln;1;2;3\n",
        [["Ort", "A", "B", "C"], ["Köln", "1", "2", "3"]],
        ("warning: `a.csv`: row 1 above an empty row is taken for a title, and row 3 for",),
    ),
    Case(
        "a title that is cut at its comma",
        "Gäste, Stand Mai\n\nOrt,Gäste\nKöln,10\n",
        None,
        ("`a.csv`: it is not clear whether row 1 or row 3 names the columns",),
    ),
    Case(
        "the same, settled",
        "Gäste, Stand Mai\n\nOrt,Gäste\nKöln,10\n",
        [["Ort", "Gäste"], ["Köln", "10"]],
        wanted_rows="3-",
    ),
    Case(
        "a title above words",
        "Namen\nName;Ort\nMeier;Köln\n",
        [["Name", "Ort"], ["Meier", "Köln"]],
        ("warning: `a.csv`: row 1, `Namen`, is taken for a title, and row 2 for the names",),
    ),
    Case(
        "one name for two columns",
        "Ort\nKöln;10\nBonn;12\n",
        None,
        ("`a.csv`: row 1, `Ort`, is taken for a title, and row 2 for the names of the columns",),
    ),
    Case(
        "names for groups",
        ";2024;;2025;\nOrt;Plan;Ist;Plan;Ist\nKöln;1;2;3;4\nUlm;1;2;3;4\n",
        [
            ["Ort", "2024 Plan", "2024 Ist", "2025 Plan", "2025 Ist"],
            ["Köln", "1", "2", "3", "4"],
            ["Ulm", "1", "2", "3", "4"],
        ],
        ("warning: `a.csv`: rows 1 and 2 are taken together for the names of the columns",),
    ),
    Case(
        "units below the names",
        "Ort;Umsatz;Gäste\n;in T€;Zahl\nKöln;1;2\nUlm;3;4\n",
        [["Ort", "Umsatz in T€", "Gäste Zahl"], ["Köln", "1", "2"], ["Ulm", "3", "4"]],
        ("warning: `a.csv`: rows 1 and 2 are taken together for the names of the columns",),
    ),
    Case(
        "names on each page",
        "Bericht\nOrt;Gäste\nKöln;10\nBericht\nOrt;Gäste\nBonn;12\n",
        TABLE,
        ("warning: `a.csv`: rows 4 and 5 repeat the names of the columns and are left out",),
    ),
    Case(
        "no names",
        "Köln;10\nBonn;12\n",
        [["Köln", "10"], ["Bonn", "12"]],
        ("warning: `a.csv`: row 1 names the columns and holds the figure `10`",),
    ),
    Case(
        "no names, and years",
        "Köln;1990\nBonn;2012\n",
        [["Köln", "1990"], ["Bonn", "2012"]],
        ("warning: `a.csv`: row 1 names the columns and holds the figure `1990`",),
    ),
    Case(
        "answers on a scale",
        "Frage;1;2;3\nA;5;6;7\n",
        [["Frage", "1", "2", "3"], ["A", "5", "6", "7"]],
    ),
    Case(
        "a row too short",
        "Ort;A;B\nKöln;10\nBonn;1;2\n",
        [["Ort", "A", "B"], ["Köln", "10", ""], ["Bonn", "1", "2"]],
        ("warning: row 2 of `a.csv` has fewer cells than row 1, which names the columns",),
    ),
    Case(
        "a row too long",
        "Ort;A\nKöln;10\nBonn;1;2\nUlm;1\n",
        None,
        ("row 3 of `a.csv` has more cells than row 1, which names the columns: 3 for 2",),
    ),
    Case(
        "decimal commas without quotes",
        "Ort,Wert\nKöln,10,5\nBonn,12,5\n",
        None,
        ("`a.csv`: column C has values, in rows 2 and 3, and no name in row 1",),
    ),
    Case(
        "a column without a name",
        "Ort;A;;B\nKöln;1;2;3\nBonn;1;2;3\n",
        None,
        ("`a.csv`: column C has values, in rows 2 and 3, and no name in row 1",),
    ),
    Case(
        "two columns of one name",
        "Ort;A;A\nKöln;1;2\n",
        None,
        ("`a.csv`: columns B and C have the same name, `A`",),
    ),
    Case(
        "the same in a table",
        "Ort;A;A\nKöln;1;2\n",
        [["Ort", "A", "A"], ["Köln", "1", "2"]],
        charted=False,
    ),
    Case(
        "a bar without a name",
        "Ort;Wert\n;1\nUlm;2\n",
        [["Ort", "Wert"], ["", "1"], ["Ulm", "2"]],
        ("warning: `a.csv`: row 2 has no name in column A",),
    ),
    Case(
        "two tables",
        PLAIN + "\nOrt;Umsatz\nKöln;100\n",
        None,
        ("`a.csv`: another table seems to begin in row 5",),
    ),
    Case(
        "two tables of years",
        PLAIN + "\nLand;2024\nNRW;100\n",
        None,
        ("`a.csv`: another table seems to begin in row 5",),
    ),
    Case(
        "the second one",
        PLAIN + "\nOrt;Umsatz\nKöln;100\n",
        [["Ort", "Umsatz"], ["Köln", "100"]],
        wanted_rows="5-6",
    ),
    Case("a sum behind a blank row", PLAIN + "\nSumme;22\n", [*TABLE, ["Summe", "22"]]),
    Case(
        "a source behind a blank row",
        PLAIN + "\nQuelle: eigene Zählung\n",
        TABLE,
        ("warning: `a.csv`: row 5 below the table, `Quelle: eigene Zählung`, is left out",),
    ),
    Case(
        "a zero byte",
        "Ort;Gä\0ste\nKöln;10\n",
        None,
        ("`a.csv` holds a control character, which no slide can hold, in row 1, column B",),
    ),
    Case(
        "a form feed",
        "Ort;Gäste\nKöln\f;10\n",
        None,
        ("`a.csv` holds a control character, which no slide can hold, in row 2, column A",),
    ),
    Case(
        "whole rows in quotes",
        '"Ort;Gäste"\n"Köln;10"\n',
        None,
        ("`a.csv`: each row is one cell, as `Ort;Gäste`",),
    ),
    Case(
        "commas in one column of texts",
        '"Ort"\n"Köln, Süd"\n"Bonn, Nord"\n',
        [["Ort"], ["Köln, Süd"], ["Bonn, Nord"]],
    ),
    Case(
        "an endless cell",
        "Ort;Wert\na;" + "x" * 40_000 + "\n",
        None,
        ("`a.csv` holds more than 32,767 characters in row 2, column B",),
    ),
    Case("nothing", "", None, ("`a.csv` is empty",)),
    Case("separators alone", "\n;;\n;;\n", None, ("`a.csv` is empty",)),
    Case(
        "names alone", "Ort;Gäste\n", None, ("`a.csv` holds names of columns in row 1, and no row",)
    ),
]

MONTHS = "Monat;Plan;Ist\nJan;1;2\nFeb;3;4\nMrz;5;6\n"

CHOICES = [
    Case(
        "columns by name",
        MONTHS,
        [["Monat", "Ist"], ["Jan", "2"], ["Feb", "4"], ["Mrz", "6"]],
        columns=("Monat", "Ist"),
    ),
    Case(
        "columns by letter, turned",
        MONTHS,
        [["Ist", "Monat"], ["2", "Jan"], ["4", "Feb"], ["6", "Mrz"]],
        columns=("C", "A"),
    ),
    Case("a column misspelt", MONTHS, None, ("`a.csv` has no column `Mont`",), columns=("Mont",)),
    Case("a letter too far", MONTHS, None, ("`a.csv` has no column `F`",), columns=("A", "F")),
    Case(
        "a column twice", MONTHS, None, ("the column `A` is chosen twice",), columns=("Monat", "A")
    ),
    Case(
        "a name that is a letter",
        "Ort;A;C\nx;1;2\n",
        [["A"], ["1"]],
        ("warning: `A` is the name of a column of `a.csv` and the letter of another",),
        columns=("A",),
    ),
    Case(
        "letters of one of two tables",
        "Ort;Gäste;;Ort;Umsatz\na;1;;b;2\n;;;c;3\n",
        [["Ort", "Umsatz"], ["b", "2"], ["c", "3"]],
        columns=("D", "E"),
    ),
    Case(
        "rows with the names",
        MONTHS,
        [["Monat", "Plan", "Ist"], ["Jan", "1", "2"]],
        wanted_rows="1-2",
    ),
    Case(
        "rows below the names",
        MONTHS,
        [["Monat", "Plan", "Ist"], ["Mrz", "5", "6"]],
        wanted_rows="4",
    ),
    Case(
        "rows to the end",
        MONTHS,
        [["Monat", "Plan", "Ist"], ["Feb", "3", "4"], ["Mrz", "5", "6"]],
        wanted_rows="3–",
    ),
    Case(
        "rows past the end",
        MONTHS,
        None,
        ("`rows` names no row of `a.csv` that holds something, which",),
        wanted_rows="9-12",
    ),
    *(
        Case(text, MONTHS, None, (f"`rows` is `{text}`, which are no rows",), wanted_rows=text)
        for text in ("9-2", "0-3", "alle", "A1:B3", "-3")
    ),
    Case("a sheet", MONTHS, None, ("`a.csv` is no workbook, and has no sheets",), sheet="Daten"),
]

OTHERS = [
    Case(
        "a workbook by its bytes", b"PK\3\4abc", None, ("`a.csv` is a zip file, not a .csv file",)
    ),
    Case(
        "an old workbook",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 90,
        None,
        ("`a.csv` is a workbook of Excel 97 to 2003 by its content",),
    ),
    Case(
        "a web page",
        "<html><table><tr><td>1</td></tr></table>",
        None,
        ("`a.csv` is a web page or XML by its content",),
    ),
    Case(
        "another suffix",
        PLAIN,
        None,
        ("`a.txt` is neither a .csv nor an .xlsx file",),
        name="a.txt",
    ),
    Case(
        "OpenDocument",
        PLAIN,
        None,
        ("`a.ods` is an OpenDocument spreadsheet, neither",),
        name="a.ods",
    ),
]


def test_the_separator_is_the_one_that_rows_agree_on(tmp_path: Path) -> None:
    assert faults(tmp_path, SEPARATORS) == []


def test_the_encoding_is_found_or_the_byte_named(tmp_path: Path) -> None:
    assert faults(tmp_path, ENCODINGS) == []


def test_quotes_hold_what_they_are_meant_to(tmp_path: Path) -> None:
    assert faults(tmp_path, QUOTES) == []


def test_the_table_of_a_file_is_found(tmp_path: Path) -> None:
    assert faults(tmp_path, SHAPES) == []


def test_rows_and_columns_are_chosen(tmp_path: Path) -> None:
    assert faults(tmp_path, CHOICES) == []


def test_files_of_other_kinds_are_named(tmp_path: Path) -> None:
    assert faults(tmp_path, OTHERS) == []


def test_cells_keep_their_place_in_the_file(tmp_path: Path) -> None:
    sheet, _ = read(tmp_path, Case("", 'Titel;\n\n;Ort;Gäste\n;"a\nb";1\n\n;c;2\n', None))
    assert sheet
    assert (sheet.row_numbers, sheet.columns, sheet.separator) == ([3, 4, 6], ["B", "C"], ";")
    assert sheet.where(2, 1) == "row 6, column C"


def test_a_file_that_is_not_there_suggests_its_neighbour(tmp_path: Path) -> None:
    (tmp_path / "zahlen.csv").write_text(PLAIN, "utf-8")
    findings = Findings()
    assert read_sheet(tmp_path / "zahln.csv", FileReference(node("zahln.csv")), findings) is None
    assert [(f.code, f.help) for f in findings] == [("missing-file", "did you mean `zahlen.csv`?")]


HOSTILE = {
    "separators": b";" * 9_000_000,
    "newlines": b"\n" * 9_000_000,
    "rows of nothing": b" \n" * 4_900_000,
    "one word": b"a" * 9_000_000,
    "open quotes": b'"a\n' * 3_300_000,
    "rows": b"a;b\n" * 2_400_000,
    "spaces": b" " * 9_000_000 + b"a",
    "too large": b"a;b\n" * 2_600_000,
    "accents": "ä".encode("cp1252") * 9_000_000,
    "equals": b'="' * 4_900_000,
    "words with commas": b"Wort, " * 1_600_000,
}


@pytest.mark.slow
def test_no_text_takes_long(tmp_path: Path) -> None:
    wrong = {}
    for title, content in HOSTILE.items():
        begin = time.process_time()
        sheet, findings = read(tmp_path, Case(title, content, None))
        took = time.process_time() - begin
        if took > 2 or (sheet is None) != bool(findings.errors):
            wrong[title] = took
    assert wrong == {}
