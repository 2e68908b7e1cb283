"""Charts on slides: the message as a number, names beside marks, sums, differences."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.util import Pt

import smdeck
from smdeck.theme import shipped_themes

Deck = Callable[[str], Path]


def slide_of(deck_file: Deck, chart: str, head: str = "") -> Any:
    """Return the only slide of a deck with a chart, opened again."""
    body = "".join(f"    {line}\n" for line in chart.strip().splitlines())
    deck = deck_file(f"title: T\n{head}slides:\n  - layout: chart\n    title: Werte\n{body}")
    return Presentation(str(smdeck.build(deck).path)).slides[0]


def texts(slide: Any) -> list[str]:
    """Return all words of a slide outside of its chart, those in groups too."""
    found = []
    for shape in slide.shapes:
        for one in shape.shapes if shape.shape_type == 6 else [shape]:
            if one.has_text_frame and one.text_frame.text:
                found.append(one.text_frame.text)
    return found


def codes(deck_file: Deck, chart: str) -> list[str]:
    """Return the codes of what is wrong with a chart."""
    body = "".join(f"    {line}\n" for line in chart.strip().splitlines())
    deck = deck_file(f"title: T\nslides:\n  - layout: chart\n    title: Werte\n{body}")
    return [finding.code for finding in smdeck.check(deck) if finding.severity == "error"]


COLUMNS = "type: column\ndata: {categories: [A, B, C], series: {X: [24, 46, 72]}}\n"


def test_the_message_is_a_number_with_its_sentence_below(deck_file: Deck) -> None:
    slide = slide_of(deck_file, COLUMNS + "callout: 3×\ntakeaway: so viele wie zuvor")
    number, sentence = (
        next(shape for shape in slide.shapes if shape.has_text_frame and shape.text_frame.text == t)
        for t in ("3×", "so viele wie zuvor")
    )
    chart = next(shape for shape in slide.shapes if shape.has_chart)
    assert number.top + number.height <= sentence.top
    assert sentence.left + sentence.width <= chart.left


def test_a_number_without_a_sentence_says_nothing(deck_file: Deck) -> None:
    assert codes(deck_file, COLUMNS + "callout: 3×") == ["missing-field"]


@pytest.mark.parametrize(
    ("unit", "ends", "said"),
    [
        ("", "[A, C]", "+48"),
        ("", "[C, A]", "−48"),
        ('unit: "%"\n', "[A, C]", "+48\u00a0Punkte"),
        ("unit: €\n", "[A, B]", "+22\u00a0€"),
    ],
)
def test_a_difference_says_how_much_more_or_less(
    unit: str, ends: str, said: str, deck_file: Deck
) -> None:
    slide = slide_of(deck_file, f"{COLUMNS}{unit}difference: {ends}")
    assert said in texts(slide)


@pytest.mark.parametrize(
    ("chart", "code"),
    [
        (COLUMNS + "difference: [A, D]", "wrong-value"),
        (COLUMNS + "difference: [A]", "wrong-value"),
        (COLUMNS + "difference: [A, A]", "wrong-value"),
        (COLUMNS.replace("24", "-24") + "difference: [A, C]", "wrong-value"),
        (COLUMNS.replace("24", "~") + "difference: [A, C]", "wrong-value"),
        (COLUMNS.replace("column", "bar") + "difference: [A, C]", "unshown-key"),
    ],
)
def test_a_difference_that_cannot_be_shown_is_an_error(
    chart: str, code: str, deck_file: Deck
) -> None:
    assert codes(deck_file, chart) == [code]


STACKED = """\
type: stacked-column
data: {categories: [A, B], series: {Blog: [20, 20], Forum: [40, 180]}}
"""


def test_stacks_have_their_sums_on_top_and_in_the_workbook_as_numbers(deck_file: Deck) -> None:
    """Workbooks have no formulas: viewers that don't calculate would show none of them."""
    chart = next(s.chart for s in slide_of(deck_file, STACKED).shapes if s.has_chart)
    columns, sums = chart.plots
    assert [list(series.values) for series in columns.series] == [[20, 20], [40, 180]]
    assert list(sums.series[0].values) == [60, 200]
    book = load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    assert [cell.value for cell in book.worksheets[0]["D"]] == ["Summe", 60, 200]


def test_sums_of_shares_are_not_shown(deck_file: Deck) -> None:
    shares = STACKED.replace("[20, 20]", "[60, 30]").replace("[40, 180]", "[40, 70]")
    chart = next(s.chart for s in slide_of(deck_file, shares).shapes if s.has_chart)
    assert len(chart.plots) == 1


def test_a_stack_with_a_gap_has_no_sum(deck_file: Deck) -> None:
    gap = STACKED.replace("[40, 180]", "[~, 180]")
    chart = next(s.chart for s in slide_of(deck_file, gap).shapes if s.has_chart)
    assert list(chart.plots[1].series[0].values) == [None, 200]


def test_the_series_of_a_stack_are_named_beside_its_last_column(deck_file: Deck) -> None:
    slide = slide_of(deck_file, STACKED)
    chart = next(shape for shape in slide.shapes if shape.has_chart)
    assert not chart.chart.has_legend
    named = [s for s in slide.shapes if s.has_text_frame and s.text_frame.text in ("Blog", "Forum")]
    assert [shape.text_frame.text for shape in named] == ["Blog", "Forum"]
    assert all(shape.left > chart.left + chart.width / 2 for shape in named)
    assert named[1].top < named[0].top


def test_a_ring_has_its_number_in_the_middle_and_its_slices_in_rows(deck_file: Deck) -> None:
    slide = slide_of(
        deck_file,
        'type: doughnut\nunit: "%"\nhighlight: lesen\n'
        "data: {categories: [lesen, reden, schreiben], series: {X: [70, 20, 10]}}",
    )
    said = texts(slide)
    assert {"70\u00a0%", "70\u00a0%  lesen", "20\u00a0%  reden", "10\u00a0%  schreiben"} <= {*said}
    chart = next(shape for shape in slide.shapes if shape.has_chart)
    number = next(s for s in slide.shapes if s.has_text_frame and s.text_frame.text == "70\u00a0%")
    assert abs(number.left + number.width / 2 - chart.left - chart.width / 2) < Pt(1)


def test_bars_are_fat_and_end_where_no_larger_figure_is_cut_off(deck_file: Deck) -> None:
    """The axis has a step and no end: a figure beyond it takes a second step."""
    chart = next(s.chart for s in slide_of(deck_file, COLUMNS).shapes if s.has_chart)
    assert chart.plots[0].gap_width < 70
    assert chart.value_axis.major_unit == pytest.approx(72 * 1.06)
    assert chart.value_axis.maximum_scale is None


def test_charts_stand_under_every_theme(deck_file: Deck) -> None:
    for theme in shipped_themes():
        slide = slide_of(
            deck_file,
            COLUMNS + "callout: 3×\ntakeaway: so viele\ndifference: [A, C]\nsource: S",
            f"theme: {theme}\n",
        )
        assert "+48" in texts(slide)


def test_columns_too_narrow_for_values_have_an_axis(deck_file: Deck) -> None:
    names = ", ".join(f"K{n}" for n in range(24))
    values = ", ".join(str(100000 + n) for n in range(24))
    many = f"type: column\ndata: {{categories: [{names}], series: {{X: [{values}]}}}}\n"
    chart = next(s.chart for s in slide_of(deck_file, many).shapes if s.has_chart)
    assert chart.value_axis.visible and chart.value_axis.has_major_gridlines
    assert codes(deck_file, many + "difference: [K1, K9]") == ["unshown-key"]


def test_a_number_is_never_lost(deck_file: Deck) -> None:
    """However long it is and whatever the chart, it is shown, or an error."""
    ring = "type: doughnut\ndata: {categories: [A, B], series: {X: [70, 30]}}\n"
    stack = "type: stacked-column\ndata: {categories: [A], series: {X: [70], Y: [30]}}\n"
    bars = "type: bar\ndata: {categories: [A, B], series: {X: [7, 30]}}\n"
    for chart in (COLUMNS, ring, stack, bars):
        assert "3×" in texts(slide_of(deck_file, chart + "callout: 3×\ntakeaway: so viele"))
        long = chart + "callout: 1.234.567.890.123 Milliarden\ntakeaway: so viele"
        assert codes(deck_file, long)


@pytest.mark.parametrize("unit", ["", "unit: Tausend Antworten je Tag\n"])
def test_words_stand_beside_short_bars_where_their_values_leave_room(
    unit: str, deck_file: Deck
) -> None:
    chart = (
        f"type: bar\nhighlight: C\n{unit}takeaway: Eine Frage bringt dreimal so viele Antworten.\n"
        "data: {categories: [A, B, C], series: {X: [3, 9, 27]}}\nsource: S"
    )
    slide = slide_of(deck_file, chart)
    node = next(shape for shape in slide.shapes if shape.has_chart)
    words = next(s for s in slide.shapes if s.has_text_frame and "dreimal" in s.text_frame.text)
    beside_the_chart = words.left + words.width <= node.left
    assert beside_the_chart == bool(unit)


def test_figures_put_in_later_are_shown_in_full(deck_file: Deck, tmp_path: Path) -> None:
    """A stack's figures are changed by another program: the chart holds them, and opens again."""
    slide = slide_of(deck_file, STACKED)
    chart = next(s.chart for s in slide.shapes if s.has_chart)
    data = CategoryChartData()
    data.categories = ["A", "B"]
    data.add_series("Blog", [20, 20])
    data.add_series("Forum", [40, 900])
    chart.replace_data(data)
    slide.part.package.save(tmp_path / "edited.pptx")
    (again,) = Presentation(str(tmp_path / "edited.pptx")).slides
    chart = next(s.chart for s in again.shapes if s.has_chart)
    assert [list(series.values) for series in chart.plots[0].series] == [[20, 20], [40, 900]]
    assert chart.value_axis.maximum_scale is None
