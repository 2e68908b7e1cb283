"""Sparklines: lines as small as words, in tables and beside figures."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from click.testing import CliRunner
from openpyxl import load_workbook
from pptx import Presentation

import smdeck
from smdeck.cli import cli
from smdeck.compiler.compiling import Compiled, compile_deck
from smdeck.findings import Findings
from smdeck.preview import draw_slide

Deck = Callable[[str], Path]

TABLE = """\
title: T
theme: vortrag
slides:
  - layout: table
    title: Werte
    highlight: 2
    columns: [Kanal, {title: Verlauf, spark: true}, Heute]
    rows:
      - [Blog, [3, 5, ~, 8.5], 8]
      - [Forum, "3 4 2,5", 2]
      - [Post, "", 0]
"""
KPIS = """\
title: T
theme: vortrag
slides:
  - layout: kpis
    title: Zahlen
    reveal: true
    items:
      - {value: 64, title: Antworten, trend: up, spark: [40, 52, 64]}
      - {value: 4 h, title: bis zur Antwort}
"""


def charts(shapes: Any) -> Iterator[Any]:
    """Yield the frames of charts on a slide, those in groups too."""
    for shape in shapes:
        if shape.shape_type == 6:
            yield from charts(shape.shapes)
        elif getattr(shape, "has_chart", False) and shape.has_chart:
            yield shape


def built(deck: Path) -> Any:
    return Presentation(str(smdeck.build(deck).path)).slides[0]


def test_a_cell_of_numbers_is_a_chart_with_its_workbook_over_its_column(deck_file: Deck) -> None:
    slide = built(deck_file(TABLE))
    table = next(shape for shape in slide.shapes if shape.has_table)
    blog, forum = charts(slide.shapes)
    assert list(blog.chart.plots[0].series[0].values) == [3, 5, None, 8.5]
    assert list(forum.chart.plots[0].series[0].values) == [3, 4, 2.5]
    left = table.left + table.table.columns[0].width
    for n, frame in enumerate((blog, forum), 1):
        top = table.top + sum(row.height for row in list(table.table.rows)[:n])
        assert left < frame.left
        assert frame.left + frame.width < left + table.table.columns[1].width
        assert top < frame.top
        assert frame.top + frame.height < top + table.table.rows[n].height
    assert "3; 5; –; 8,5" in blog._element.xpath("./p:nvGraphicFramePr/p:cNvPr/@descr")[0]
    book: Any = load_workbook(io.BytesIO(blog.chart.part.chart_workbook.xlsx_part.blob)).active
    rows = [[cell.value for cell in row] for row in book.iter_rows()]
    numbers = [[1, 3, None], [2, 5, None], [3, None, None], [4, 8.5, "=B5"]]
    assert rows == [[None, "Blog, Verlauf", "●"], *numbers]


def test_a_point_between_gaps_is_a_dot(deck_file: Deck) -> None:
    deck = deck_file(TABLE.replace("[3, 5, ~, 8.5]", "[3, ~, 1, 2, ~, 4, ~, 5]"))
    (blog, _) = charts(built(deck).shapes)
    points = blog.chart._chartSpace.xpath(".//c:ser[1]/c:dPt/c:idx/@val")
    assert points == ["0", "5"]
    talk = compile_deck(deck, Findings())
    assert talk
    drawn = draw_slide(talk.scenes[0], talk.theme, talk.deck.lang, lambda *_: "").svg
    assert drawn.count("<circle") == 4  # with the end of each line


def test_a_changed_number_changes_the_chart_and_its_workbook(deck_file: Deck) -> None:
    from pptx.chart.data import CategoryChartData

    (frame, _) = charts(built(deck_file(TABLE)).shapes)
    data = CategoryChartData()
    data.categories = [1, 2, 3]
    data.add_series("Blog", [9, 8, 7])
    frame.chart.replace_data(data)
    assert list(frame.chart.plots[0].series[0].values) == [9, 8, 7]
    book: Any = load_workbook(io.BytesIO(frame.chart.part.chart_workbook.xlsx_part.blob)).active
    assert [cell.value for cell in book["B"]] == ["Blog", 9, 8, 7]


def test_a_figure_has_its_line_and_it_comes_with_the_figure(deck_file: Deck) -> None:
    slide = built(deck_file(KPIS))
    (frame,) = charts(slide.shapes)
    timing = slide._element.xpath("./p:timing")[0].xpath(f".//p:spTgt[@spid='{frame.shape_id}']")
    assert timing
    assert slide._element.xpath(f".//p:bldGraphic[@spid='{frame.shape_id}']")


def test_the_preview_draws_the_line_and_says_its_numbers(
    compiled: Callable[[str], Compiled],
) -> None:
    for deck, count in ((TABLE, 2), (KPIS, 1)):
        talk = compiled(deck)
        drawn = draw_slide(talk.scenes[0], talk.theme, talk.deck.lang, lambda *_: "").svg
        assert len(re.findall(r'aria-label="[^"]*: [0-9][0-9,;– ]+"', drawn)) == count


def test_a_changed_number_is_a_change_of_the_talk(deck_file: Deck, tmp_path: Path) -> None:
    before = deck_file(TABLE)
    after = tmp_path / "after.yaml"
    after.write_text(TABLE.replace("8.5", "9"), "utf-8")
    said = CliRunner().invoke(cli, ["diff", str(before), str(after)]).output
    assert "3 5 – 8.5" in said
    assert "3 5 – 9" in said


def test_numbers_of_a_file_stand_apart_by_spaces(deck_file: Deck) -> None:
    deck = deck_file(
        "title: T\nslides:\n  - layout: table\n    title: Werte\n    file: werte.csv\n"
        "    columns: [Kanal, {title: Verlauf, spark: true}]\n"
    )
    (deck.parent / "werte.csv").write_text("Kanal;Verlauf\nBlog;3,5 4 8\nPost;\n", "utf-8")
    (frame,) = charts(built(deck).shapes)
    assert list(frame.chart.plots[0].series[0].values) == [3.5, 4, 8]


def test_the_line_has_one_colour_and_the_dot_at_its_end_another(
    deck_file: Deck, compiled: Callable[[str], Compiled]
) -> None:
    (frame, _) = charts(built(deck_file(TABLE)).shapes)
    assert not frame.chart._chartSpace.xpath(".//c:dPt")
    talk = compiled(TABLE)
    drawn = draw_slide(talk.scenes[0], talk.theme, talk.deck.lang, lambda *_: "").svg
    blog = re.search(r'aria-label="[^"]*Blog, Verlauf[^"]*">(.*?)</g>', drawn)
    assert blog
    assert len(re.findall("<path", blog[1])) == len(re.findall("<circle", blog[1])) == 1


def test_numbers_in_quotes_are_read_as_those_of_charts(deck_file: Deck) -> None:
    text = KPIS.replace("[40, 52, 64]", '["1,5", "37,25", 4]').replace("reveal: true", "lang: de")
    (frame,) = charts(built(deck_file(text.replace("    lang: de\n", ""))).shapes)
    assert list(frame.chart.plots[0].series[0].values) == [1.5, 37.25, 4]
