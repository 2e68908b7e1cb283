"""Tables on slides: rows that fill the body, ratings, bars in cells, a row that is set off."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.util import Pt

import smdeck

Deck = Callable[[str], Path]


HEAD = "title: T\ntheme: vortrag\nslides:\n"


def slide_of(deck_file: Deck, table: str) -> Any:
    """Return the only slide of a deck with a table, opened again."""
    body = "".join(f"    {line}\n" for line in table.strip().splitlines())
    deck = deck_file(f"{HEAD}  - layout: table\n    title: Werte\n{body}")
    return Presentation(str(smdeck.build(deck).path)).slides[0]


def messages(deck_file: Deck, table: str) -> list[str]:
    """Return what is wrong with a table."""
    body = "".join(f"    {line}\n" for line in table.strip().splitlines())
    deck = deck_file(f"{HEAD}  - layout: table\n    title: Werte\n{body}")
    return [finding.message for finding in smdeck.check(deck) if finding.severity == "error"]


def table_on(slide: Any) -> Any:
    return next(shape for shape in slide.shapes if shape.has_table)


MARKS = "columns: [Kanal, {title: Nähe, rating: 3}]\nrows: [[Blog, 3], [Forum, 1], [Post, 0]]"


def test_a_rating_is_dots_the_hollow_ones_too(deck_file: Deck) -> None:
    table = table_on(slide_of(deck_file, MARKS)).table
    shown = [table.cell(row, 1).text.replace("\u00a0", "") for row in (1, 2, 3)]
    assert shown == ["●●●", "●○○", "○○○"]


@pytest.mark.parametrize("wrong", ["4", "-1", "1.5", "gut"])
def test_a_rating_takes_whole_numbers_up_to_its_most(wrong: str, deck_file: Deck) -> None:
    (message,) = messages(deck_file, MARKS.replace("[Blog, 3]", f"[Blog, {wrong}]"))
    assert f"`{wrong}`" in message and "Nähe" in message


BARS = "columns: [Kanal, {title: Anteil, bar: true}]\nrows: [[Blog, 80], [Forum, 40], [Post, 0]]"


def bars_of(slide: Any) -> list[Any]:
    return list(next(shape for shape in slide.shapes if shape.shape_type == 6).shapes)


def test_a_bar_is_as_long_as_its_number_says_and_the_number_stays(deck_file: Deck) -> None:
    slide = slide_of(deck_file, BARS)
    table = table_on(slide)
    assert [table.table.cell(row, 1).text for row in (1, 2, 3)] == ["80", "40", "0"]
    first_track, first, second_track, second, third_track = bars_of(slide)
    assert first.width == first_track.width == second_track.width == third_track.width
    assert abs(second.width - first.width / 2) < Pt(1)
    last = table.left + table.width
    assert all(table.left < bar.left and bar.left + bar.width <= last for bar in bars_of(slide))


def test_bars_of_percentages_are_shares_of_all(deck_file: Deck) -> None:
    percent = BARS.replace("bar: true", 'bar: true, unit: "%"')
    track, bar, *_ = bars_of(slide_of(deck_file, percent))
    assert bar.width == pytest.approx(0.8 * track.width, abs=Pt(1))


def test_a_header_has_the_room_of_the_bars_below_it(deck_file: Deck) -> None:
    long = BARS.replace("title: Anteil", "title: Fragen im vergangenen Monat")
    table = table_on(slide_of(deck_file, long)).table
    assert table.rows[0].height <= table.rows[1].height  # one line, as wide as figure and bar
    usual = table_on(slide_of(deck_file, BARS)).table
    assert table.rows[0].height == usual.rows[0].height


def test_bars_show_no_less_than_nothing(deck_file: Deck) -> None:
    (message,) = messages(deck_file, BARS.replace("40", "-40"))
    assert "`-40`" in message


def test_dots_leave_nothing_for_a_unit_to_say(deck_file: Deck) -> None:
    (message,) = messages(deck_file, MARKS.replace("rating: 3", "rating: 3, unit: km"))
    assert "`unit`" in message


def test_rows_share_the_height_of_the_body(deck_file: Deck) -> None:
    few = table_on(slide_of(deck_file, "columns: [A]\nrows: [[x], [y]]")).table
    assert [row.height for row in few.rows][1:] == [Pt(96), Pt(96)]
    rows = ", ".join(f"[Zeile {n}]" for n in range(8))
    table = table_on(slide_of(deck_file, f"columns: [A]\nrows: [{rows}]")).table
    heights = [row.height for row in table.rows]
    assert len({*heights[1:]}) == 1
    assert Pt(370) < sum(heights) <= Pt(377)


def test_the_row_that_is_set_off_is_in_the_brands_colour(deck_file: Deck) -> None:
    table = table_on(slide_of(deck_file, f"{MARKS}\nhighlight: 2")).table
    fills = [table.cell(row, 0)._tc.find(".//{*}tcPr/{*}solidFill") for row in (1, 2, 3)]
    assert [fill is not None for fill in fills] == [False, True, False]


def test_a_lone_column_of_numbers_is_bold_and_several_are_not(deck_file: Deck) -> None:
    one = table_on(slide_of(deck_file, "columns: [A, B]\nrows: [[x, 1], [y, 2]]")).table
    assert one.cell(1, 1).text_frame.paragraphs[0].runs[0].font.bold
    two = table_on(slide_of(deck_file, "columns: [A, B, C]\nrows: [[x, 1, 3], [y, 2, 4]]")).table
    assert not two.cell(1, 1).text_frame.paragraphs[0].runs[0].font.bold
