"""Data files: figures of charts and cells of tables come from .csv and .xlsx files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from smdeck.compiling import Compiled
from smdeck.findings import Finding, Findings
from smdeck.model.datafile import numbers, read_rows
from smdeck.scene import Chart, Table
from smdeck.source import Mapping, Scalar, read_text


@pytest.fixture
def node() -> Scalar:
    """The node that names a file."""
    mapping = read_text("file: daten.csv\n", "deck.yaml", Findings())
    assert isinstance(mapping, Mapping)
    value = mapping.get("file")
    assert isinstance(value, Scalar)
    return value


NUMBERS = {
    "0,5": 0.5,
    "1.234,5": 1234.5,
    "1.234.567,89": 1_234_567.89,
    "0.5": 0.5,
    "1,234.5": 1234.5,
    "1,234,567": 1_234_567.0,
    "12": 12.0,
    "-3": -3.0,
    "+3,5": 3.5,
    "12 %": 12.0,
    "12,5\u00a0€": 12.5,
    "1 234": 1234.0,
    "2e3": 2000.0,
    "": None,
}


@pytest.mark.parametrize("cell", NUMBERS)
def test_german_and_english_numbers_are_read(cell: str) -> None:
    assert numbers([cell]) == [NUMBERS[cell]]


@pytest.mark.parametrize("cell", ["zwölf", "1,2,3", "1.2.3", "3-4", "1..2"])
def test_other_texts_are_no_numbers(cell: str) -> None:
    assert numbers([cell]) is None


def test_a_thousand_with_a_point_is_a_thousand_where_the_column_is_german() -> None:
    assert numbers(["1.234", "0,5"]) == [1234.0, 0.5]


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_a_csv_is_split_at_what_its_first_row_has_most_of(
    delimiter: str, tmp_path: Path, node: Scalar
) -> None:
    path = tmp_path / "daten.csv"
    path.write_text(f"Kanal{delimiter}Wert\n\nBlog{delimiter}12\n", "utf-8-sig")
    assert read_rows(path, node, Findings()) == [["Kanal", "Wert"], ["Blog", "12"]]


def test_quoted_cells_keep_their_delimiters(tmp_path: Path, node: Scalar) -> None:
    path = tmp_path / "daten.csv"
    path.write_text('Kanal;Wert\n"Blog; Podcast";"1.234,5"\n', "utf-8")
    assert read_rows(path, node, Findings()) == [["Kanal", "Wert"], ["Blog; Podcast", "1.234,5"]]


def test_the_first_sheet_of_a_workbook_is_read(tmp_path: Path, node: Scalar) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["Kanal", "Wert", "Anteil"], ["Blog", 12, 0.25], [None, None, None], ["Film", 3.0]):
        sheet.append(row)
    book.create_sheet("zweites").append(["nicht das"])
    path = tmp_path / "daten.xlsx"
    book.save(path)
    assert read_rows(path, node, Findings()) == [
        ["Kanal", "Wert", "Anteil"], ["Blog", "12", "0.25"], ["Film", "3", ""],
    ]  # fmt: skip


PROBLEMS = {
    "daten.txt": (b"a", "wrong-file"),
    "daten.csv": ("Größe;1\n".encode("latin-1"), "encoding"),
    "daten.xlsx": (b"kein Zip", "unreadable-file"),
}


@pytest.mark.parametrize("name", PROBLEMS)
def test_a_file_without_a_table_is_a_finding(name: str, tmp_path: Path, node: Scalar) -> None:
    content, code = PROBLEMS[name]
    (tmp_path / name).write_bytes(content)
    findings = Findings()
    assert read_rows(tmp_path / name, node, findings) is None
    assert [finding.code for finding in findings] == [code]
    assert findings[0].place == node.place


def test_a_missing_file_suggests_its_neighbour(tmp_path: Path, node: Scalar) -> None:
    (tmp_path / "zahlen.csv").write_text("a;b\n")
    findings = Findings()
    assert read_rows(tmp_path / "zahln.csv", node, findings) is None
    assert findings[0].code == "missing-file"
    assert findings[0].help == "did you mean `zahlen.csv`?"


def test_a_chart_shows_the_figures_of_its_file(
    compiled: Callable[[str], Compiled], tmp_path: Path
) -> None:
    (tmp_path / "zahlen.csv").write_text("Jahr;Blog;Film\n2024;1,5;2\n2025;;3\n", "utf-8")
    deck = "title: a\nslides: [{layout: chart, title: a, type: line, data: zahlen.csv}]\n"
    (chart,) = [node for node in compiled(deck).scenes[0].nodes if isinstance(node, Chart)]
    assert chart.data.data.categories == ["2024", "2025"]
    assert chart.data.data.series == {"Blog": [1.5, None], "Film": [2.0, 3.0]}


def test_a_table_shows_the_cells_of_its_file(
    compiled: Callable[[str], Compiled], tmp_path: Path
) -> None:
    (tmp_path / "zahlen.csv").write_text("Kanal;Wert\nBlog;12\n*Film*;3\n", "utf-8")
    deck = "title: a\nslides: [{layout: table, title: a, file: zahlen.csv}]\n"
    (table,) = [node for node in compiled(deck).scenes[0].nodes if isinstance(node, Table)]
    assert [cell.plain for cell in table.columns] == ["Kanal", "Wert"]
    assert [[cell.plain for cell in row] for row in table.rows] == [["Blog", "12"], ["*Film*", "3"]]
    assert table.align == ["left", "right"]


def test_a_column_of_words_is_no_chart(
    findings_of: Callable[[str], list[Finding]], tmp_path: Path
) -> None:
    (tmp_path / "zahlen.csv").write_text("Jahr;Blog\n2024;viel\n", "utf-8")
    deck = "title: a\nslides: [{layout: chart, title: a, type: bar, data: zahlen.csv}]\n"
    (finding,) = findings_of(deck)
    assert finding.message.startswith("the column `Blog` of `zahlen.csv` holds")
