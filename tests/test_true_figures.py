"""True figures: what a slide shows is what the author's files say, or there is a finding.

Each case in `true_figures/` is a file, a slide, and what stands in the built deck or is said of it.
`python tests/test_true_figures.py` writes what is shown now into the cases: read the difference.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from chart_labels import CHART, labels_in
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from pptx import Presentation

import smdeck
from smdeck.figures.codes import code_for
from smdeck.figures.conventions import conventions
from smdeck.figures.numbers import Evidence, Unread, read_columns
from smdeck.figures.showing import shown

pytestmark = pytest.mark.slow

HERE = Path(__file__).parent / "true_figures"


class Case(NamedTuple):
    """A data file, slides that show it, and what is to be seen."""

    title: str
    lang: str
    file: str
    slides: list[str]
    expected: str


def cases_of(path: Path) -> Iterator[Case]:
    """Yield the cases of a file: `=== title`, `lang:`, `a.csv:` with lines, `slide:`, `shows:`."""
    for part in re.split(r"^=== ", path.read_text("utf-8"), flags=re.M)[1:]:
        title, _, rest = part.partition("\n")
        lang = re.search(r"^lang: (.+)$", rest, re.M)
        file = re.search(r"^a\.csv:\n(.*?)^slide:", rest, re.M | re.S)
        given, _, expected = rest.partition("shows:\n")
        slides = re.findall(r"^slide: (.+)$", given, re.M)
        unescaped = re.sub("⟨(.+?)⟩", lambda code: chr(int(code[1], 16)), file[1] if file else "")
        yield Case(title, lang[1] if lang else "de-DE", unescaped, slides, expected.strip())


CASES = {
    f"{path.stem}: {case.title}": case
    for path in sorted(HERE.glob("*.txt"))
    for case in cases_of(path)
}


def seen(case: Case, layout: str, folder: Path) -> str:
    """Return what the built slides show, below what is said of them."""
    if case.file:
        (folder / "a.csv").write_text(case.file, "utf-8")
    slides = "".join(
        f"  - {{layout: {layout}, title: Titel {n}, source: eigene Zählung, {slide[1:]}\n"
        for n, slide in enumerate(case.slides)
    )
    deck = folder / "deck.yaml"
    deck.write_text(f"title: Probe\nlang: {case.lang}\nslides:\n{slides}", "utf-8")
    try:
        built = smdeck.build(deck)
    except smdeck.DeckError as error:
        return "\n".join(map(said, error.findings))
    lines = [said(finding) for finding in built.findings if finding.code != "generated-words"]
    for slide in Presentation(str(built.path)).slides:
        for shape in slide.shapes:
            if shape.has_chart:
                lines += chart_lines(shape.chart, case.lang)
            elif shape.has_table:
                lines += [" | ".join(c.text for c in row.cells).strip() for row in shape.table.rows]
    return plainly_spaced("\n".join(lines)).replace("\v", "\\n")


def said(finding: smdeck.Finding) -> str:
    """Return a finding on two lines: what is wrong, and what helps."""
    return f"{finding.severity}[{finding.code}]: {finding.message}\n  help: {finding.help}"


def chart_lines(chart: Any, lang: str) -> Iterator[str]:
    """Yield the labels of each series, and what its axes show."""
    space = chart._chartSpace
    for series in space.iter(f"{CHART}ser"):
        names = labels_in(series, "cat", lang) or labels_in(series, "xVal", lang)
        values = labels_in(series, "val", lang) or labels_in(series, "yVal", lang)
        pairs = zip(names, values, strict=True)
        labels = ", ".join(f"{name} {value}".strip() for name, value in pairs)
        yield f"{series.find(f'{CHART}tx//{CHART}v').text}: {labels}"
    for axis in [*space.iter(f"{CHART}dateAx"), *space.iter(f"{CHART}valAx")]:
        code, shows = axis.find(f"{CHART}numFmt"), axis.find(f"{CHART}delete").get("val") == "0"
        if shows and axis.tag == f"{CHART}dateAx":
            yield f"axis of {axis.find(f'{CHART}baseTimeUnit').get('val')}"
        elif shows:
            yield f"axis with {shown(1000.0, code.get('formatCode'), lang)}"


def test_the_figures_of_slides_are_those_of_files_and_decks(tmp_path: Path) -> None:
    found = {name: seen(case, name[:5], tmp_path) for name, case in CASES.items()}
    assert found == {name: case.expected for name, case in CASES.items()}


Cells = list[list[tuple[Any, str] | str | int | float | bool | None]]
"""The cells of a worksheet, a value alone or with its number format."""

SHEETS: dict[str, Cells] = {
    "money and shares": [
        ["Kanal", "Umsatz", "Anteil"],
        ["Blog", (1234567.5, '#,##0.00 "€"'), (0.125, "0.0%")],
        ["Netz", (98000, '#,##0.00 "€"'), (0.375, "0.0%")],
    ],
    "shares alone": [["Kanal", "Anteil"], ["Blog", (0.125, "0%")], ["Netz", (0.375, "0.0%")]],
    "cents without a format": [["Ort", "Preis"], ["Köln", 9.99], ["Bonn", 12.5], ["Ulm", 10]],
    "a third": [["Ort", "Wert"], ["A", 0.3], ["B", 1 / 3], ["C", 1e-7]],
    "one cell with a format": [["Ort", "Wert"], ["A", (1250, "0")], ["B", 2.5]],
    "durations": [
        ["Tag", "Dauer"],
        ["Mo", (timedelta(hours=1, minutes=15), "[h]:mm:ss")],
        ["Di", (timedelta(hours=26), "[h]:mm:ss")],
    ],
    "truths": [["Frage", "Ja"], ["Neu", True], ["Alt", False]],
    "days": [
        ["Tag", "Gäste"],
        [(date(2025, 12, 31), "mm-dd-yy"), 10],
        [(date(2026, 1, 15), "mm-dd-yy"), 12],
    ],
    "months": [
        ["Monat", "Gäste"],
        [(date(2025, 12, 1), "MMM YY"), 10],
        [(date(2026, 1, 1), "MMM YY"), 12],
    ],
    "numbers stored as text": [["Ort", "Wert"], ["A", "1.250"], ["B", "12,5"]],
    "years as numbers": [["Jahr", "Gäste"], [2024, 10], [2025, 12]],
    "thousands in brackets": [["Ort", "Saldo"], ["A", (-1234, "#,##0;(#,##0)")]],
}

SHOWN = {
    "money and shares": (
        "Umsatz: Blog 1.234.567,50 €, Netz 98.000,00 €\nAnteil: Blog 12,5 %, Netz 37,5 %",
        "Kanal | Umsatz | Anteil\nBlog | 1.234.567,50 € | 12,5 %\nNetz | 98.000,00 € | 37,5 %",
    ),
    "shares alone": (
        "Anteil: Blog 12,5 %, Netz 37,5 %",
        "Kanal | Anteil\nBlog | 13 %\nNetz | 37,5 %",  # each cell as Excel shows it
    ),
    "cents without a format": (
        "Preis: Köln 9,99, Bonn 12,50, Ulm 10,00",
        "Ort | Preis\nKöln | 9,99\nBonn | 12,5\nUlm | 10",
    ),
    "a third": (
        "Wert: A 0,3000000, B 0,3333333, C 0,0000001",
        "Ort | Wert\nA | 0,3\nB | 0,33\nC | 0,0000001",
    ),
    "one cell with a format": ("Wert: A 1250,0, B 2,5", "Ort | Wert\nA | 1250\nB | 2,5"),
    "durations": (
        "Dauer: Mo 1:15:00, Di 26:00:00",
        "Tag | Dauer\nMo | 1:15\nDi | 26:00",
    ),
    "truths": (None, "Frage | Ja\nNeu | WAHR\nAlt | FALSCH"),
    "days": (
        "Gäste: 31.12.2025 10, 15.01.2026 12\naxis of days",
        "Tag | Gäste\n31.12.2025 | 10\n15.01.2026 | 12",
    ),
    "months": (
        "Gäste: Dez 25 10, Jan 26 12\naxis of months",
        "Monat | Gäste\nDez 25 | 10\nJan 26 | 12",
    ),
    "numbers stored as text": (
        "Wert: A 1.250,0, B 12,5",
        "Ort | Wert\nA | 1.250\nB | 12,5",
    ),
    "years as numbers": (
        "Gäste: 2024 10, 2025 12",
        "Jahr | Gäste\n2024 | 10\n2025 | 12",
    ),
    "thousands in brackets": ("Saldo: A (1.234)", "Ort | Saldo\nA | (1.234)"),
}
"""What a line, and a table, shows of each sheet; None where it is no chart."""


def workbook(cells: Cells, path: Path) -> None:
    """Save cells as a workbook."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for row, line in enumerate(cells, 1):
        for column, cell in enumerate(line, 1):
            value, code = cell if isinstance(cell, tuple) else (cell, "General")
            sheet.cell(row, column, value).number_format = code
    book.save(path)


def test_the_figures_of_workbooks_are_shown_as_excel_shows_them(tmp_path: Path) -> None:
    found = {}
    for name, cells in SHEETS.items():
        workbook(cells, tmp_path / "a.xlsx")
        chart = Case("", "de-DE", "", ["{type: line, data: a.xlsx}"], "")
        table = Case("", "de-DE", "", ["{file: a.xlsx}"], "")
        lines = [
            line
            for line in seen(chart, "chart", tmp_path).split("\n")
            if not line.startswith(("warning", "  help", "axis with"))
        ]
        cells_shown = seen(table, "table", tmp_path).split("\n")
        shown_chart = None if lines[0].startswith("error") else "\n".join(lines)
        found[name] = (
            shown_chart,
            "\n".join(line for line in cells_shown if not line.startswith(("warning", "  help"))),
        )
    assert found == SHOWN


LANGUAGES = (
    *("de-DE", "de-AT", "de-CH", "en-US", "en-GB"),
    *("fr-FR", "it-IT", "es-ES", "nl-NL", "pl-PL"),
)

WAYS = {
    "whole": (0, "", (1250.0, 12800.0, 999.0)),
    "decimals": (2, "", (9.99, 1250.5, 12.0)),
    "percent": (1, "%", (12.5, 37.5, 100.0)),
    "money": (2, "€", (9.8, 1234.5, 1234567.89)),
    "francs": (2, "CHF", (9.8, 1234.5, 1234567.89)),
    "below zero": (1, "", (-12.5, 8.0, -1250.5)),
}
"""How a spreadsheet writes numbers: decimals, unit, values."""


def written_in(lang: str) -> list[list[str]]:
    """Return the columns of a file with numbers in each way, as a language writes them."""
    return [
        [name, *(shown(value, code_for(decimals, unit, lang), lang) for value in values)]
        for name, (decimals, unit, values) in WAYS.items()
    ]


@pytest.mark.parametrize("source", LANGUAGES)
def test_numbers_of_one_language_are_shown_in_it_and_in_another(
    source: str, tmp_path: Path
) -> None:
    """What a spreadsheet wrote, in a talk of its language, and in an English or German one."""
    mark = conventions(source).decimal
    separator = ";" if mark == "," else ","
    columns = [["Ort", "A", "B", "C"], *written_in(source)]
    rows = zip(*columns, strict=True)
    text = "".join(separator.join(f'"{cell}"' for cell in row) + "\n" for row in rows)
    for lang in (source, "en-US" if source.startswith("de") else "de-DE"):
        data = f'{{file: a.csv, decimal: "{mark}"}}'
        meant = written_in(lang)
        chart = Case("", lang, text, [f"{{type: column, data: {data}}}"], "")
        labels = [f"{name}: A {a}, B {b}, C {c}" for name, a, b, c in meant]
        found = seen(chart, "chart", tmp_path).split("\n")
        assert found[-len(WAYS) :] == [plainly_spaced(label) for label in labels]
        table = Case("", lang, text, [f"{{file: {data}}}"], "")
        lines = seen(table, "table", tmp_path).split("\n")[-3:]
        cells = list(zip(*(line.split(" | ")[1:] for line in lines), strict=True))
        assert [read(column, lang) for column in cells] == [[*way[2]] for way in WAYS.values()]


def read(texts: Sequence[str], lang: str) -> list[float] | None:
    """Return the numbers that a reader of a language takes texts for."""
    mark: Any = conventions(lang).decimal
    (column,) = read_columns([texts], Evidence(mark))
    return None if isinstance(column, Unread) else [one.value for one in column if one]


def plainly_spaced(text: str) -> str:
    """Return a text with plain spaces for those that no line breaks at."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def write() -> None:
    """Write what is shown now into the cases."""
    for path in HERE.glob("*.txt"):
        text = path.read_text("utf-8")
        head = text.split("=== ")[0]
        written = []
        for part, case in zip(
            re.split(r"^=== ", text, flags=re.M)[1:], cases_of(path), strict=True
        ):
            given = part.partition("shows:\n")[0].rstrip()
            with tempfile.TemporaryDirectory() as folder:
                written.append(f"=== {given}\nshows:\n{seen(case, path.stem[:5], Path(folder))}\n")
        path.write_text(head + "\n".join(written), "utf-8")


if __name__ == "__main__":
    write()
