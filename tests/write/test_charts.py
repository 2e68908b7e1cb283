"""Charts: what they leave out, what they set off, and that they are native."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

import smdeck


def chart_xml(deck_file: Callable[[str], Path], chart: str) -> str:
    """Return the part of the only chart of a deck."""
    body = "".join(f"    {line}\n" for line in chart.strip().splitlines())
    deck = deck_file(f"title: T\nslides:\n  - layout: chart\n    title: Werte\n{body}")
    with zipfile.ZipFile(smdeck.build(deck).path) as package:
        return package.read("ppt/charts/chart1.xml").decode()


def test_a_thin_segment_has_no_label(deck_file: Callable[[str], Path]) -> None:
    xml = chart_xml(
        deck_file,
        "type: stacked-column\ndata: {categories: [A, B], series: {X: [1, 50], Y: [90, 90]}}",
    )
    hidden = re.findall(r'<c:dLbl><c:idx val="(\d)"/><c:delete val="1"/></c:dLbl>', xml)
    assert hidden == ["0"]


def test_a_ring_of_many_slices_has_a_legend_and_no_label_on_a_sliver(
    deck_file: Callable[[str], Path],
) -> None:
    names, values = "[Viel, Wenig, C, D, E, F, G]", "[87, 3, 10, 10, 10, 10, 10]"
    xml = chart_xml(
        deck_file, f"type: doughnut\ndata: {{categories: {names}, series: {{X: {values}}}}}"
    )
    assert "<c:legend>" in xml
    assert '<c:idx val="1"/><c:delete val="1"/>' in xml


def test_one_value_is_loud_and_the_others_are_calm(deck_file: Callable[[str], Path]) -> None:
    xml = chart_xml(
        deck_file, "type: bar\nhighlight: B\ndata: {categories: [A, B, C], series: {X: [1, 2, 3]}}"
    )
    points = re.findall(r'<c:dPt><c:idx val="(\d)"/>.*?<a:schemeClr val="(\w+)"', xml, re.S)
    colors = dict(points)
    assert colors["0"] == colors["2"] != colors["1"]
    assert "<c:legend>" not in xml and "majorGridlines" not in xml


def test_areas_stand_on_one_another(deck_file: Callable[[str], Path]) -> None:
    xml = chart_xml(
        deck_file, "type: area\ndata: {categories: [A, B], series: {X: [1, 2], Y: [2, 3]}}"
    )
    assert '<c:grouping val="stacked"/>' in xml


def test_a_category_is_set_off_by_its_name_as_it_is_typed(
    deck_file: Callable[[str], Path],
) -> None:
    xml = chart_xml(
        deck_file,
        'type: bar\nhighlight: "10 % mehr"\n'
        'data: {categories: ["10 % mehr", 2026], series: {X: [1, 2]}}',
    )
    assert "<c:v>10 % mehr</c:v>" in xml and "<c:v>2026</c:v>" in xml


def fills(xml: str) -> list[list[str]]:
    """Return the fill of each series, then those of its points, each as its XML."""
    return [
        re.findall(r"<c:spPr><a:solidFill>(.*?)</a:solidFill>", series, re.S)
        for series in re.findall(r"<c:ser>.*?</c:ser>", xml, re.S)
    ]


def test_one_category_of_several_series_keeps_its_colours(
    deck_file: Callable[[str], Path],
) -> None:
    xml = chart_xml(
        deck_file,
        "type: column\nhighlight: B\ndata: {categories: [A, B], series: {X: [1, 2], Y: [2, 3]}}",
    )
    (x, x_a, x_b), (y, y_a, y_b) = fills(xml)
    assert x == x_b != y == y_b
    assert x_a == y_a not in (x, y)


def test_calm_slices_with_names_are_alike_and_those_of_a_legend_are_not(
    deck_file: Callable[[str], Path],
) -> None:
    chart = "highlight: B\ndata: {categories: [A, B, C], series: {X: [1, 2, 3]}}"
    ((a, b, c),) = fills(chart_xml(deck_file, f"type: pie\n{chart}"))
    assert a == c != b
    ((a, b, c),) = fills(chart_xml(deck_file, f"type: doughnut\n{chart}"))
    assert len({a, b, c}) == 3


LINES = "type: line\ndata: {{categories: [A, B, C], series: {{{}: [1, 2, 9], Y: [9, 5, {}]}}}}"


def test_lines_have_their_names_at_their_ends_and_no_legend(
    deck_file: Callable[[str], Path],
) -> None:
    xml = chart_xml(deck_file, LINES.format("X", 2))
    labels = re.findall(r"<c:dLbl>.*?</c:dLbl>", xml, re.S)
    assert len(labels) == 2 and "<c:legend>" not in xml
    for label in labels:
        assert '<c:idx val="2"/>' in label and 'wrap="none"' in label
        assert '<c:showSerName val="1"/>' in label and '<c:showVal val="0"/>' in label
    (share,) = re.findall(r'<c:w val="(.+?)"/>', xml)
    assert 0.9 < float(share) < 1


@pytest.mark.parametrize(
    ("name", "end"),
    [("X", 8.5), ("X", "null"), ("Ein Name, der viel zu lang ist, als dass er passt", 2)],
)
def test_lines_whose_names_have_no_room_have_a_legend(
    name: str, end: object, deck_file: Callable[[str], Path]
) -> None:
    xml = chart_xml(deck_file, LINES.format(f'"{name}"', end))
    assert "<c:legend>" in xml and "<c:manualLayout>" not in xml


MANY = "categories: [A, B, C, D, E, F, G, H], series: {X: [1, 2, 3, 4, 5, 6, 7, 8]}"


def test_the_point_that_is_set_off_has_its_value(deck_file: Callable[[str], Path]) -> None:
    xml = chart_xml(deck_file, f"type: line\nhighlight: B\ndata: {{{MANY}}}")
    assert re.findall(r'<c:dLbl><c:idx val="(\d)"/>', xml) == ["1"]
    assert re.findall(r'<c:dPt><c:idx val="(\d)"/>', xml) == ["1"]


@pytest.mark.parametrize(("values", "angle"), [([48, 48, 4], "277"), ([40, 40, 20], "0")])
def test_a_thin_slice_of_a_pie_lies_on_the_left(
    values: list[int], angle: str, deck_file: Callable[[str], Path]
) -> None:
    """It ends where the first begins, so half of its 14 degrees lies on either side of 270."""
    xml = chart_xml(
        deck_file, f"type: pie\ndata: {{categories: [A, B, C], series: {{X: {values}}}}}"
    )
    assert re.findall(r'<c:firstSliceAng val="(\d+)"/>', xml) == [angle]


def test_a_line_of_few_points_has_a_value_at_each_and_no_axis(
    deck_file: Callable[[str], Path],
) -> None:
    xml = chart_xml(deck_file, "type: line\ndata: {categories: [A, B], series: {X: [1, 2]}}")
    assert re.findall(r'<c:dLbl><c:idx val="(\d)"/>', xml) == ["0", "1"]
    assert "majorGridlines" not in xml
    assert "<c:delete/>" in xml[xml.index("<c:valAx>") :]  # true where nothing else is said


def test_areas_have_no_grid(deck_file: Callable[[str], Path]) -> None:
    chart = "data: {categories: [A, B], series: {X: [1, 2], Y: [2, 3]}}"
    assert "majorGridlines" not in chart_xml(deck_file, f"type: area\n{chart}")
