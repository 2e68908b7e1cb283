"""Formats of workbooks: what a column and a table show of a sheet is what Excel shows of it.

Where numbers of a column can't be shown in one format, there is a finding.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
import xlsxwriter
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from test_true_figures import Case, Cells, seen, workbook

MILLIONS, HOURS = '0.0,," Mio."', "[h]:mm"

IN_MILLIONS: Cells = [["Ort", "Wert"], ["A", (1234567.5, MILLIONS)], ["B", (25e6, MILLIONS)]]
BARE_MILLIONS: Cells = [["Ort", "Wert"], ["A", (1234567.5, "0.0,,")], ["B", (25e6, "0.0,,")]]
DURATIONS: Cells = [
    ["Tag", "Dauer"],
    ["Mo", (timedelta(hours=1, minutes=15), HOURS)],
    ["Di", (timedelta(hours=26), HOURS)],
]
DAYS: Cells = [["Tag", "Wert"], [(date(2025, 3, 1), "dd.mm.yyyy"), 1]]
HOURS_OF_DAYS: Cells = [
    ["Zeit", "Wert"],
    [(datetime(2025, 1, 1, 9), "dd.mm.yyyy hh:mm"), 5],
    [(datetime(2025, 1, 2, 10), "dd.mm.yyyy hh:mm"), 6],
]
ONE_UNIT = "\n  help: give all values of a series one unit"

SHOWN: list[tuple[Cells, str, str]] = [
    (IN_MILLIONS, "{type: column, DATA}", "Wert: A 1,2 Mio., B 25,0 Mio."),
    (IN_MILLIONS, "{type: column, decimals: 2, DATA}", "Wert: A 1,23 Mio., B 25,00 Mio."),
    (IN_MILLIONS, "{type: column, unit: Mio., DATA}", "Wert: A 1,2 Mio., B 25,0 Mio."),
    (BARE_MILLIONS, "{type: column, unit: Mio. €, DATA}", "Wert: A 1,2 Mio. €, B 25,0 Mio. €"),
    (
        IN_MILLIONS,
        "{file: a.xlsx, columns: [Ort, {title: Wert, decimals: 2}]}",
        "Ort | Wert\nA | 1,23 Mio.\nB | 25,00 Mio.",
    ),
    (
        [["Ort", "Wert"], ["A", (1234567.5, "0.0,,")], ["B", 12.34]],
        "{type: column, DATA}",
        "error[mixed-units]: in `Wert`, `× 1000000` and no unit stand side by side" + ONE_UNIT,
    ),
    (DURATIONS, "{type: column, unit: h, DATA}", "Dauer: Mo 1:15 h, Di 26:00 h"),
    (
        DURATIONS,
        "{type: column, decimals: 1, DATA}",
        "error[wrong-value]: `decimals` is for numbers, and `Dauer` holds times\n"
        '  help: remove it; `format: "[h]:mm"` says how times are shown',
    ),
    (
        DURATIONS,
        "{file: a.xlsx, columns: [Tag, {title: Dauer, decimals: 1}]}",
        "error[wrong-value]: `decimals` is for numbers, and `1:15` in `a.xlsx` is a time\n"
        '  help: remove it; `format: "[h]:mm"` says how times are shown',
    ),
    (
        [*DURATIONS[:2], ["Di", 2.5]],
        "{type: column, DATA}",
        "error[mixed-units]: in `Dauer`, `h:mm` and no unit stand side by side" + ONE_UNIT,
    ),
    (
        [["Ort", "Wert"], ["A", (0.125, "0.0%")], ["B", 12.5]],
        "{type: column, DATA}",
        "error[mixed-units]: in `Wert`, `%` and no unit stand side by side" + ONE_UNIT,
    ),
    (
        [["Ort", "Wert"], ["A", (0.125, "0.0%")], ["B", "37,5 %"]],
        "{type: column, DATA}",
        "Wert: A 12,5 %, B 37,5 %",
    ),
    (
        [["Ort", "Wert"], ["A", (12.5, '0.00 "€"')], ["B", "13,50 €"], ["C", (9, "0 [$EUR]")]],
        "{type: column, DATA}",
        "Wert: A 12,50 €, B 13,50 €, C 9,00 €",
    ),
    (HOURS_OF_DAYS, "{type: bar, DATA}", "Wert: 01.01.2025 09:00 5, 02.01.2025 10:00 6"),
    (
        HOURS_OF_DAYS,
        "{type: line, DATA}",
        "Wert: 01.01.2025 09:00 5, 02.01.2025 10:00 6",
    ),
    (
        DAYS,
        "{file: a.xlsx, columns: [{title: Tag, format: mmmm yyyy}, Wert]}",
        "Tag | Wert\nMärz 2025 | 1",
    ),
    (
        [["Ort", "Wert"], ["A", "1,250.5"], ["B", 12.5]],
        "{file: a.xlsx}",
        "Ort | Wert\nA | 1.250,5\nB | 12,5",
    ),
]  # fmt: skip


def shown_of(slide: str, folder: Path) -> str:
    """Return what a slide shows of the workbook in a folder."""
    layout = "chart" if "type:" in slide else "table"
    return seen(Case("", "de-DE", "", [slide.replace("DATA", "data: a.xlsx")], ""), layout, folder)


@pytest.mark.slow
def test_numbers_keep_the_scale_of_their_format(tmp_path: Path) -> None:
    found = []
    for cells, slide, _ in SHOWN:
        workbook(cells, tmp_path / "a.xlsx")
        found.append(shown_of(slide, tmp_path))
    assert found == [expected for _, _, expected in SHOWN]


def test_the_raised_mark_of_a_footnote_is_no_digit(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    raised = TextBlock(InlineFont(vertAlign="superscript"), "2")
    for row in (["Ort", "Wert"], ["Kiel", CellRichText("12,5", raised)], ["Ulm", 3]):
        sheet.append(row)
    book.save(tmp_path / "a.xlsx")
    assert shown_of("{file: a.xlsx}", tmp_path) == "Ort | Wert\nKiel | 12,5²\nUlm | 3"
    assert shown_of("{type: column, DATA}", tmp_path).startswith("error[chart-data]: `12,5²`")


def test_times_below_zero_have_one_minus(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(str(tmp_path / "a.xlsx"), {"date_1904": True})
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["Tag", "Dauer"])
    sheet.write_row(1, 0, ["Mo"])
    sheet.write_number(1, 1, -1.5 / 24, book.add_format({"num_format": HOURS}))
    book.close()
    assert shown_of("{file: a.xlsx}", tmp_path) == "Tag | Dauer\nMo | -1:30"


def test_two_tables_side_by_side_are_told(tmp_path: Path) -> None:
    rows: Cells = [["Ort", "Plan", None, "Monat", "Zahl"], ["Kiel", 10, None, "Jan", 1]]
    workbook(rows, tmp_path / "a.xlsx")
    found = shown_of("{file: a.xlsx}", tmp_path)
    assert "another table seems to begin in column D" in found
    for columns, expected in (
        ("[A, B]", "Ort | Plan\nKiel | 10"),
        ("[D, E]", "Monat | Zahl\nJan | 1"),
    ):
        assert columns in found  # what the help says works
        assert shown_of(f"{{file: a.xlsx, columns: {columns}}}", tmp_path) == expected
