"""Numbers beside the data of a chart are read as these are, those of sparklines by all evidence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from smdeck.compiler.compiling import compile_deck
from smdeck.findings import Findings
from smdeck.model.sparks import SparkCell
from smdeck.scene import Chart, Table

Deck = Callable[[str], Path]

CHART = "title: T\nlang: de\nslides:\n  - layout: chart\n    title: Zahlen\n    type: column\n    "
TABLE = (
    "title: T\nlang: {lang}\nslides:\n  - layout: table\n    title: Zahlen\n    {file}\n"
    "    columns: [Kanal, {{title: Verlauf, spark: true}}, Heute]\n"
)


def compiled(path: Path) -> tuple[Any, set[str]]:
    """Return the first chart or table of a deck, None where it can't be compiled, and the codes of
    what is said of its numbers."""
    findings = Findings()
    talk = compile_deck(path, findings)
    codes = {one.code for one in findings} & {"ambiguous-number", "mixed-units", "unshown-key"}
    if findings.errors or not talk:
        return None, codes
    nodes = talk.scenes[0].nodes
    return next(node for node in nodes if isinstance(node, Chart | Table)), codes


def test_numbers_beside_data_are_read_as_these(deck_file: Deck) -> None:
    german, shares = "U: ['12.500', '18.250']", "U: [0.15, 0.25]"
    cases: list[tuple[str, str, str, Any]] = [  # series, keys; what is beside; numbers or finding
        (german, "decimal: ','", "target: '15.000'", [15000.0]),
        (german, "decimal: ','", "target: 15.5", [15.5]),
        (german, "decimal: ','", "spread: ['1.000', '2.000']", [1000.0, 2000.0]),
        (german, "decimal: ','", "bands: [{from: '13.000', to: '16.000'}]", [13e3, 16e3]),
        ("U: ['12.500,5', '1.000']", "", "target: 15.000", [15000.0]),
        ("U: [12, 18]", "", "target: 15.000", "ambiguous-number"),
        ("U: [12, 18]", "", "target: '15,000'", "ambiguous-number"),
        ("U: [12, 18]", "", "bands: [{from: '10,000', to: 16}]", "ambiguous-number"),
        ("U: [1200, 1800]", "", "bands: [{from: '1.500,5', to: 16e2}]", [1500.5, 1600.0]),
        ("U: [12, 18]", "unit: €", "bands: [{from: 15 €, to: 17 EUR}]", [15.0, 17.0]),
        (shares, "format: '0%'", "target: 20 %", [0.2]),
        (shares, "format: '0%'", "spread: 5 %", [0.05]),
        (shares, "format: '0%'", "bands: [{from: '10 %', to: 0.2}]", [0.1, 0.2]),
        ("U: [12, 18]", "unit: '%'", "bands: [{from: '10 %', to: '20 %'}]", [10.0, 20.0]),
        ("U: [12, 18]", "", "target: 15 %", "mixed-units"),
        ("U: [1, 2], V: [3, 4]", "share: true", "bands: [{to: 20}]", "unshown-key"),
    ]
    wrong = []
    for series, key, beside, wanted in cases:
        said = f", {key}" if key.startswith("decimal") else ""
        data = f"data: {{categories: [A, B], series: {{{series}}}{said}}}\n"
        head = CHART.replace("column", "stacked-column") if key.startswith("share") else CHART
        more = "" if said or not key else f"    {key}\n"
        chart, codes = compiled(deck_file(f"{head}{data}{more}    {beside}\n"))
        found: Any = codes
        if chart and isinstance(wanted, list):
            drawn = chart.data
            found = [drawn.target.value] if drawn.target else []
            found += drawn.spread.values if drawn.spread else []
            found += [value for band in drawn.bands for value in band.amounts.values()]
        if found != wanted and codes != {wanted}:
            wrong.append((series, key, beside, found))
    assert not wrong


def test_a_number_without_quotes_beside_a_german_file_may_be_either(deck_file: Deck) -> None:
    deck = deck_file(CHART + "data: z.csv\n    target: 15.000\n")
    (deck.parent / "z.csv").write_text("K;U\nA;12.500\nB;18.250,5\n", "utf-8")
    assert compiled(deck)[1] == {"ambiguous-number"}
    deck.write_text(deck.read_text("utf-8").replace("15.000", "'15.000'"), "utf-8")
    assert compiled(deck)[0].data.target.value == 15000


def test_sparklines_read_thousands_by_evidence_or_say_that_they_cannot(deck_file: Deck) -> None:
    of_file = "file: z.csv"
    cases: list[tuple[str, str, str, Any]] = [  # language, the file, the row, numbers or finding
        ("de", "", "Blog;900 1.000 1.100;x", "ambiguous-number"),
        ("de", "", "Blog;900 1.000 1.100;4,5", [900, 1000, 1100]),
        ("en", "", "Blog;900 1,000 1,100;x", [900, 1000, 1100]),
        ("de", "", "Blog;12 500 13 000 14 500;x", "ambiguous-number"),
        ("de", "", "Blog;850 1 200 1 350;x", "ambiguous-number"),
        ("de", "", "Blog;95 105 110 120;x", [95, 105, 110, 120]),
        ("de", "", "Blog;1 ~ 3 4;x", [1, None, 3, 4]),
        ("de", "", "Blog;12% 0.5 14%;x", "mixed-units"),
        ("de", of_file, "Blog;900 1.000 1.100;x", [900, 1000, 1100]),
        ("de", of_file, "Blog;12 500 13 000 14 500;x", "ambiguous-number"),
        ("de", of_file, 'Blog,"1,000 2,000 1,500",x', "ambiguous-number"),
        ("en", of_file, 'Blog,"1,000 2,000 1,500",x', [1000, 2000, 1500]),
        ("de", "file: {file: z.csv, decimal: '.'}", 'Blog,"1,000 2,000 1,500",x',
         [1000, 2000, 1500]),
    ]  # fmt: skip
    wrong = []
    for lang, file, row, wanted in cases:
        parted = row.split(";")
        rows = "" if file else f"    rows: [[{parted[0]}, '{parted[1]}', '{parted[2]}']]\n"
        deck = deck_file(TABLE.format(lang=lang, file=file) + rows)
        mark = "," if '"' in row else ";"
        (deck.parent / "z.csv").write_text(f"Kanal;Verlauf;Heute\n{row}\n".replace(";", mark))
        table, codes = compiled(deck)
        found: Any = codes
        if table:
            found = next(list(c.spark.values) for c in table.rows[0] if isinstance(c, SparkCell))
        if found != wanted and codes != {wanted}:
            wrong.append((lang, file, row, found))
    assert not wrong


def test_a_formula_that_is_a_number_is_a_figure_with_its_unit(deck_file: Deck) -> None:
    deck = deck_file(
        "title: T\nslides:\n  - layout: table\n    title: Zahlen\n"
        "    columns: [Kanal, {title: Preis, unit: €}]\n    rows: [[Blog, $5$], [Forum, 7]]\n"
    )
    cell = compiled(deck)[0].rows[0][1]
    assert (cell.plain, cell.runs[0].math) == ("5\u00a0€", None)
