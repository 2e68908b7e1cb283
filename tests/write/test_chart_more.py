"""What a chart says beside its values: targets, forecasts, words at points, spreads, lines."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

from openpyxl import load_workbook
from pptx import Presentation

import smdeck

YEARS = "categories: [2023, 2024, 2025, 2026], series: {Leser: [13, 18, 22, 27]}"

CHARTS = f"""
type: column; sort: descending; target: {{value: 20, text: Genug}}; data: {{{YEARS}}}
type: line; forecast: 2025; marks: [{{at: 2024, text: Relaunch}}]; target: 25; data: {{{YEARS}}}
type: column; spread: [1, 2, 3, 4]; forecast: 2026; data: {{{YEARS}}}
type: stacked-column; share: true; data: {{categories: [A, B], series: {{X: [1, 3], Y: [4, 1]}}}}
type: column; lines: [Y]; data: {{categories: [A, B], series: {{X: [1, 3], Y: [4, 1]}}}}
"""


def slides(deck_file: Callable[[str], Path]) -> Path:
    """Return a talk with a slide for each of the charts."""
    text = "title: T\nslides:\n"
    for line in CHARTS.strip().splitlines():
        keys = "".join(f"    {key.strip()}\n" for key in line.split(";"))
        text += f"  - layout: chart\n    title: Werte\n    source: Beispielwerte\n{keys}"
    return smdeck.build(deck_file(text)).path


def test_all_of_it_is_in_the_chart_and_its_workbook(deck_file: Callable[[str], Path]) -> None:
    talk = slides(deck_file)
    with zipfile.ZipFile(talk) as package:
        parts = {n: package.read(f"ppt/charts/chart{n}.xml").decode() for n in range(1, 6)}
    books = []
    for slide in Presentation(str(talk)).slides:
        chart = next(shape.chart for shape in slide.shapes if shape.has_chart)
        blob = chart.part.chart_workbook.xlsx_part.blob
        sheet = load_workbook(io.BytesIO(blob)).worksheets[0]
        books.append([list(row) for row in sheet.values])
    column, line, spread, share, over = parts.values()

    assert books[0][1] == ["2026", 27, 20] and books[0][0] == [None, "Leser", "Genug"]
    assert '<c:forward val="0.5"/>' in column and "Sheet1!$C$2:$C$5" in column

    assert [row[1:] for row in books[1]] == [
        ["Leser", "Leser", "Ziel"], [13, None, 25], [18, 18, 25], [None, 22, 25], [None, 27, 25],
    ]  # fmt: skip
    assert line.count('<a:prstDash val="sysDash"/>') == 1 and "<a:t>Relaunch</a:t>" in line
    assert 'type="VALUE"' in line

    assert '<c:errValType val="cust"/>' in spread and '<a:pattFill prst="wdUpDiag"' in spread
    assert '<c:grouping val="percentStacked"/>' in share and '<c:max val="1' in share
    assert over.count("<c:ser>") == 2 and over.index("<c:lineChart>") > over.index("<c:barChart>")
    for part in parts.values():  # no two series of a chart share a number
        numbers = re.findall(r'<c:ser><c:idx val="(\d)"', part)
        assert len(numbers) == len({*numbers})


def test_a_histogram_counts_its_values_in_spans(deck_file: Callable[[str], Path]) -> None:
    ages = "[23, 31, 35, 36, 48, 20, 29, 30, 39, 41]"
    text = "title: T\nslides:\n  - layout: chart\n    title: Alter\n    source: Beispielwerte\n"
    text += f"    type: histogram\n    data: {{series: {{Alter: {ages}}}}}\n"
    slide = Presentation(str(smdeck.build(deck_file(text)).path)).slides[0]
    plot = next(shape.chart for shape in slide.shapes if shape.has_chart).plots[0]
    assert [*plot.categories] == ["20–29", "30–39", "40–49"] and plot.gap_width == 2
    assert [*plot.series[0].values] == [3, 5, 2]


def test_a_target_is_told_beside_its_line(deck_file: Callable[[str], Path]) -> None:
    slide = Presentation(str(slides(deck_file))).slides[0]
    words = [shape for shape in slide.shapes if shape.has_text_frame and "Genug" in shape.text]
    chart = next(shape for shape in slide.shapes if shape.has_chart)
    assert words[0].text_frame.text.split() == ["Genug", "20"]
    assert words[0].left > chart.left + 0.7 * chart.width
