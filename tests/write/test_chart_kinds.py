"""Waterfalls, ranges and targets: native charts whose workbook holds what is drawn."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from pptx import Presentation
from pptx.chart.data import CategoryChartData

import smdeck

Deck = Callable[[str], Path]


def built(deck_file: Deck, *charts: str) -> Any:
    """Return a talk with a slide for each of some charts, opened again."""
    text = "title: T\nslides:\n"
    for n, chart in enumerate(charts):
        keys = "".join(f"    {key.strip()}\n" for key in chart.split(";"))
        text += f"  - layout: chart\n    title: Werte {n}\n    source: Beispielwerte\n{keys}"
    return Presentation(str(smdeck.build(deck_file(text)).path))


def chart_of(slide: Any) -> Any:
    """Return the chart of a slide."""
    return next(shape.chart for shape in slide.shapes if shape.has_chart)


def sheet_of(chart: Any) -> list[list[Any]]:
    """Return the rows of a chart's workbook."""
    blob = chart.part.chart_workbook.xlsx_part.blob
    return [list(row) for row in load_workbook(io.BytesIO(blob)).worksheets[0].values]


def codes(deck_file: Deck, chart: str) -> list[str]:
    """Return the codes of what is wrong with a chart."""
    keys = "".join(f"    {key.strip()}\n" for key in chart.split(";"))
    deck = deck_file(f"title: T\nslides:\n  - layout: chart\n    title: Werte\n{keys}")
    return [finding.code for finding in smdeck.check(deck) if finding.severity == "error"]


BANDS = (
    "type: column; bands: [{from: 20, to: 30, text: Ziel}]; "
    "data: {categories: [A, B], series: {X: [10, 40]}}",
    "type: line; bands: [{from: B, to: C, text: Umbau}]; "
    "data: {categories: [A, B, C, D], series: {X: [10, 40, 20, 30], Y: [1, 4, 2, 80]}}",
    "type: line; bands: [{from: 2025-03-01, to: 2025-07-01}]; data: {categories: "
    "[2025-01-01, 2025-03-01, 2025-07-01, 2026-01-01], series: {X: [1, 2, 3, 4]}}",
)

STEPS = "type: waterfall; data: {categories: [A, neu, weg, B], series: {X: [120, 35, -24, ~]}}"


def test_a_waterfall_stands_on_what_is_not_drawn_and_is_tied(deck_file: Deck) -> None:
    chart = chart_of(built(deck_file, STEPS).slides[0])
    columns, links = chart.plots
    assert {one.name: list(one.values) for one in columns.series} == {
        "Sockel": [None, 120, 131, None],
        "Stand": [120, None, None, 131],
        "Anstieg": [None, 35, None, None],
        "Rückgang": [None, None, 24, None],
    }
    tied = [[value for value in one.values if value is not None] for one in links.series]
    assert tied == [[120, 120], [155, 155], [131, 131]]
    base, *_, fall = columns.series
    assert base.format.fill.type == 5  # none
    assert fall._element.xpath(".//c:val//c:formatCode")[0].text == (
        '[$-407]"−"#,##0;[$-407]"−"#,##0'
    )
    assert sheet_of(chart)[3] == ["weg", 131, None, None, 24, None, 155, 131]


def test_a_step_across_zero_has_a_part_on_both_sides(deck_file: Deck) -> None:
    loss = STEPS.replace("[120, 35, -24, ~]", "[40, -75, 30, ~]")
    columns, _ = chart_of(built(deck_file, loss).slides[0]).plots
    rows = [(one.name, list(one.values)) for one in columns.series]
    assert rows == [
        ("Sockel", [None, None, -5, None]),
        ("Stand", [40, None, None, -5]),
        ("Anstieg", [None, None, -30, None]),
        ("Rückgang", [None, 40, None, None]),
        ("Rückgang", [None, -35, None, None]),
    ]


def test_a_value_that_is_changed_changes_the_step_and_its_label(
    deck_file: Deck, tmp_path: Path
) -> None:
    talk = built(deck_file, STEPS)
    chart = chart_of(talk.slides[0])
    data = CategoryChartData()
    data.categories = ["A", "neu", "weg", "B"]
    for plot in chart.plots:
        for series in plot.series:
            data.add_series(series.name, [50 if v == 35 else v for v in series.values])
    chart.replace_data(data)
    talk.save(tmp_path / "edited.pptx")
    again = chart_of(Presentation(str(tmp_path / "edited.pptx")).slides[0])
    rises = next(one for plot in again.plots for one in plot.series if one.name == "Anstieg")
    assert list(rises.values) == [None, 50, None, None]
    label = rises.points[1].data_label._dLbl
    assert label.xpath("./c:showVal/@val") == ["1"] and not label.xpath("./c:tx")


@pytest.mark.parametrize(
    ("chart", "code"),
    [
        (STEPS.replace("~", "140") + "; totals: [A, B]", "chart-data"),  # it is 131
        (STEPS + "; totals: [C]", "chart-data"),
        (STEPS.replace("35, -24", "~, ~"), "chart-data"),  # no change
        (STEPS.replace("X: [120, 35, -24, ~]", "X: [1, 2, 3, 4], Y: [1, 2, 3, 4]"), "chart-data"),
        (STEPS + "; target: 100", "unshown-key"),
        (STEPS.replace("waterfall", "column").replace("~", "1") + "; totals: [B]", "unshown-key"),
        (STEPS.replace("waterfall", "range").replace("~", "1"), "chart-data"),
        (BANDS[0].replace("20, to: 30", "Z"), "chart-data"),
        (BANDS[0].replace("from: 20, to: 30, ", ""), "missing-field"),
        (BANDS[0].replace("10", "-10"), "unshown-key"),
        (BANDS[0].replace("column", "area"), "unshown-key"),
    ],
)
def test_what_is_no_waterfall_and_no_range_is_an_error(
    chart: str, code: str, deck_file: Deck
) -> None:
    assert codes(deck_file, chart) == [code]


def test_thirteen_steps_are_too_many(deck_file: Deck) -> None:
    names = ", ".join(f"S{n}" for n in range(13))
    values = ", ".join("1" for _ in range(13))
    many = f"type: waterfall; data: {{categories: [{names}], series: {{X: [{values}]}}}}"
    assert codes(deck_file, many) == ["overflow"]


RANGE = "type: range; data: {categories: [Nord, Süd], series: {2020: [-3, 8], 2026: [5, ~]}}"


def test_the_rows_of_a_range_follow_both_ends_in_the_workbook(deck_file: Deck) -> None:
    slide = built(deck_file, RANGE).slides[0]
    chart = chart_of(slide)
    assert sheet_of(chart) == [
        [None, "2020", "2026", None, None], ["Nord", -3, 5, 1.5, 1.5], ["Süd", 8, None, 0.5, 0.5],
    ]  # fmt: skip
    north, south = chart.plots[0].series
    assert north._element.xpath(".//c:xVal//c:f")[0].text == "Sheet1!$B$2:$C$2"
    assert [one.text for one in south._element.xpath(".//c:xVal//c:v")] == ["8.0"]
    labels = north._element.xpath(".//a:fld[@type='XVALUE']/a:t")
    assert [one.text for one in labels] == ["-3", "5"]
    words = {shape.text_frame.text for shape in slide.shapes if shape.has_text_frame}
    assert {"Nord", "Süd", "2020", "2026"} <= words


TARGETS = (
    "type: bar; target: 50; data: {categories: [A, B], series: {X: [46, 71]}}",
    "type: bar; target: 50; data: {categories: [A, B], series: {X: [46, 71], Y: [1, 2]}}",
    "type: stacked-column; target: 50; data: {categories: [A, B], series: {X: [6, 41], Y: [3, 2]}}",
    "type: column; target: 50; data: {categories: [A, B], series: {X: [-6, 41]}}",
)


def test_targets_are_series_of_the_chart_that_stand_at_their_value(deck_file: Deck) -> None:
    talk = built(deck_file, *TARGETS)
    package = io.BytesIO()
    talk.save(package)
    with zipfile.ZipFile(package) as parts:
        written = [parts.read(n).decode() for n in sorted(parts.namelist()) if "charts/chart" in n]
    for slide, xml in zip(talk.slides, [x for x in written if "c:chartSpace" in x], strict=True):
        chart = chart_of(slide)
        targets = [s for plot in chart.plots for s in plot.series if s.name == "Ziel"]
        assert targets and all(list(one.values) == [50, 50] for one in targets)
        assert xml.count("<c:trendline>") == 1 and '<c:prstDash val="dash"' not in xml
        rows = sheet_of(chart)
        assert [row[rows[0].index("Ziel")] for row in rows[1:]] == [50, 50]
    names = [one.name for one in chart_of(talk.slides[1]).plots[0].series]
    assert names == ["Ziel", "X", "Y", "Ziel"]
    said = [
        shape.text_frame.text for s in talk.slides for shape in s.shapes if shape.has_text_frame
    ]
    assert [" ".join(text.split()) for text in said].count("Ziel 50") == 3  # the last in the chart


def test_bands_stand_behind_the_plot_at_their_values_categories_and_dates(deck_file: Deck) -> None:
    talk = built(deck_file, *BANDS)
    found = []
    for slide in talk.slides:
        shapes = list(slide.shapes)
        chart = next(shape for shape in shapes if shape.has_chart)
        band = next(shape for shape in shapes if shape.name.startswith("Band"))
        assert shapes.index(band) < shapes.index(chart)
        layout = chart.chart._chartSpace.xpath(".//c:plotArea/c:layout/c:manualLayout")[0]
        x, y, w, h = (float(layout.find(f"{{*}}{name}").get("val")) for name in "xywh")
        across, down = chart.left + x * chart.width, chart.top + y * chart.height
        w, h = w * chart.width, h * chart.height
        found.append(
            [
                round((band.left - across) / w, 2),
                round((band.left + band.width - across) / w, 2),
                round((down + h - band.top - band.height) / h, 2),
                round((down + h - band.top) / h, 2),
            ]
        )
    column, lines, dates = found
    top = 40 * 1.06
    assert column[0] == 0 and column[2:] == [round(20 / top, 2), round(30 / top, 2)]
    assert lines[:3] == [0.33, 0.67, 0]
    assert dates[2:] == [0, 1]
    assert dates[1] - dates[0] == pytest.approx(4 / 13, abs=0.02)  # months, one for the room around


BUBBLES = (
    "type: bubble; highlight: Forum; data: {categories: [Blog, Forum], series: "
    "{Aufwand: [18, 9], Anfragen: [22, 48], Reichweite: [6, 12]}}"
)


def test_bubbles_follow_the_rows_of_the_workbook_and_axes_say_what_they_show(
    deck_file: Deck,
) -> None:
    slide = built(deck_file, BUBBLES).slides[0]
    chart = chart_of(slide)
    assert sheet_of(chart) == [
        [None, "Aufwand", "Anfragen", "Reichweite"], ["Blog", 18, 22, 6], ["Forum", 9, 48, 12],
    ]  # fmt: skip
    blog, forum = chart.plots[0].series
    assert (blog.name, forum.name) == ("Blog", "Forum")
    refs = [one.text for one in forum._element.xpath(".//c:f")]
    assert refs == [f"Sheet1!${column}$3" for column in "ABCD"]
    told = [one.text for one in chart._chartSpace.xpath(".//c:title//c:f")]
    assert told == ["Sheet1!$C$1", "Sheet1!$B$1"]
    assert forum._element.xpath("./c:dLbls/c:showSerName/@val") == ["1"]
    words = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    assert "Fläche: Reichweite" in words


@pytest.mark.parametrize(
    "chart",
    [
        BUBBLES.replace("[6, 12]", "[6, 0]"),
        BUBBLES.replace("[6, 12]", "[6, ~]"),
        BUBBLES.replace(", Reichweite: [6, 12]", ""),
    ],
)
def test_a_bubble_without_place_or_area_is_an_error(chart: str, deck_file: Deck) -> None:
    assert codes(deck_file, chart) == ["chart-data"]


PANELS = (
    "type: line; multiples: true; highlight: Y; reveal: true; "
    "data: {categories: [A, B, C], series: {X: [1, 2, 3], Y: [4, 30, 60], Z: [2, -5, 2]}}"
)


def test_small_multiples_have_a_workbook_each_and_one_scale(deck_file: Deck) -> None:
    slide = built(deck_file, PANELS).slides[0]
    charts = [shape.chart for shape in slide.shapes if shape.has_chart]
    assert [sheet_of(chart)[0][1:] for chart in charts] == [["X"], ["Y"], ["Z"]]
    scales = {(c.value_axis.minimum_scale, c.value_axis.maximum_scale) for c in charts}
    ((low, high),) = scales
    assert low < -5 and high > 60
    assert len({(shape.width, shape.height) for shape in slide.shapes if shape.has_chart}) == 1
    colors = [chart._chartSpace.xpath(".//c:ser/c:spPr//a:schemeClr/@val")[0] for chart in charts]
    assert colors[0] == colors[2] != colors[1]
    clicks = slide._element.xpath(".//p:cTn[@nodeType='clickEffect']")
    assert len(clicks) == 3


@pytest.mark.parametrize(
    ("chart", "code"),
    [
        (PANELS.replace("line", "pie"), "chart-data"),
        (PANELS.replace("; highlight", "; target: 3; highlight"), "unshown-key"),
        (PANELS.replace(", Y: [4, 30, 60], Z: [2, -5, 2]", "").replace("Y", "A"), "chart-data"),
    ],
)
def test_what_small_multiples_cannot_show_is_an_error(
    chart: str, code: str, deck_file: Deck
) -> None:
    assert code in codes(deck_file, chart)


TWO_SCALES = (
    "type: column; axis2: {series: Klicks, reason: Beides gehört zusammen}; "
    "data: {categories: [A, B], series: {Posts: [310, 120], Klicks: [1.2, 4.4]}}"
)


def test_a_second_axis_has_its_reason_on_the_slide_and_as_many_steps(deck_file: Deck) -> None:
    slide = built(deck_file, TWO_SCALES).slides[0]
    chart = chart_of(slide)
    columns, lines = chart.plots
    assert ([s.name for s in columns.series], [s.name for s in lines.series]) == (
        ["Posts"], ["Klicks"],
    )  # fmt: skip
    left, right = chart._chartSpace.xpath(".//c:valAx")
    assert right.xpath("./c:crosses/@val") == ["max"]
    steps = [float(axis.xpath("./c:majorUnit/@val")[0]) for axis in (left, right)]
    assert 400 / steps[0] == float(right.xpath("./c:scaling/c:max/@val")[0]) / steps[1]
    words = {shape.text_frame.text for shape in slide.shapes if shape.has_text_frame}
    assert {"Posts", "Klicks", "Beides gehört zusammen"} <= words
    assert sheet_of(chart)[0] == [None, "Posts", "Klicks"]


@pytest.mark.parametrize(
    ("chart", "code"),
    [
        (TWO_SCALES.replace(", reason: Beides gehört zusammen", ""), "missing-field"),
        (TWO_SCALES.replace("series: Klicks,", "series: Klick,"), "chart-data"),
        (TWO_SCALES.replace("310", "-310"), "unshown-key"),
        (TWO_SCALES.replace("column", "line"), "unshown-key"),
        (TWO_SCALES + "; target: 3", "unshown-key"),
    ],
)
def test_a_second_axis_without_reason_or_series_is_an_error(
    chart: str, code: str, deck_file: Deck
) -> None:
    assert codes(deck_file, chart) == [code]


def test_from_right_to_left_ranges_and_bubbles_turn_with_their_words(deck_file: Deck) -> None:
    for chart in (RANGE, BUBBLES):
        keys = "".join(f"    {key.strip()}\n" for key in chart.split(";"))
        head = "title: T\nlang: he-IL\nslides:\n  - layout: chart\n    title: Werte\n"
        talk = Presentation(str(smdeck.build(deck_file(head + keys)).path))
        level, upright = chart_of(talk.slides[0])._chartSpace.xpath(".//c:valAx")
        turned = [axis.xpath("./c:scaling/c:orientation/@val")[0] for axis in (level, upright)]
        assert turned == ["maxMin", "minMax"]


def test_each_end_of_a_range_has_the_format_of_its_column(deck_file: Deck) -> None:
    ends = "type: range; data: {categories: [A, B], series: {2023: [12, 18], 2026: [19.5, 24.25]}}"
    chart = chart_of(built(deck_file, ends).slides[0])
    said = [one.text for one in chart._chartSpace.xpath(".//a:fld[@type='XVALUE']/a:t")]
    assert said == ["12", "19,50", "18", "24,25"]
    formats = chart._chartSpace.xpath(".//c:dLbl/c:numFmt/@formatCode")
    assert formats == ["[$-407]#,##0", "[$-407]#,##0.00"] * 2
    cells = load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)).worksheets[0][2]
    assert [one.number_format for one in cells[1:3]] == formats[:2]


def test_ranges_far_from_zero_and_waterfalls_of_nothing_are_drawn(deck_file: Deck) -> None:
    """Axes are found in few steps however far the values are from zero, and have a length."""
    row = "data: {categories: [A, B, C], series: {U: [%s], V: [%s]}}"
    steps = "type: waterfall; data: {categories: [A, B, C], series: {U: [%s, ~]}}"
    far = [(83_200_000, 83_200_800), (10**14, 10**14 + 1), (12345.5, 12379.5)]
    charts = [f"type: range; {row % (f'{a}, {a}, {a}', f'{b}, {b}, {b}')}" for a, b in far]
    charts += [steps % few for few in ("0, 0", "1e-11, 1e-12", "2e-12, -5e-13")]
    tiny = "data: {categories: [A, B], series: {X: [1e-12, 2e-12], Y: [1e-12, 4e-12], Z: [1, 2]}}"
    bubbles, *slides = built(deck_file, f"type: bubble; {tiny}", *charts).slides
    assert chart_of(bubbles).value_axis.maximum_scale > 4e-12
    for slide, (_, most) in zip(slides, far, strict=False):
        axis = chart_of(slide).category_axis
        assert axis.minimum_scale > 0 and (axis.maximum_scale or most) >= most
    *_, small = slides
    level = next(s for plot in chart_of(small).plots for s in plot.series if s.name == "Stand")
    assert list(level.values) == [2e-12, None, 1.5e-12]


def test_levels_of_a_waterfall_are_what_its_changes_lead_to(deck_file: Deck) -> None:
    form = "type: waterfall; totals: [%s]; data: {categories: [A, B, C, D], series: {X: [%s]}}"
    wrong = {
        "C": "~, 5, 5, ~",  # nothing leads to the first level
        "D": "100, 10, 5, 116",  # whole numbers are not rounded
        "A, D": "100, 10.2, 5, 115.4",
    }
    assert [codes(deck_file, form % one) for one in wrong.items()] == [["chart-data"]] * 3
    good = built(deck_file, form % ("D", "100, 10.2, 5, 115.3"), form % ("C", "100, 10, 110, ~"))
    for slide in good.slides:
        level = next(one for one in chart_of(slide).plots[0].series if one.name == "Stand")
        assert level.values[0] == 100  # whatever `totals` names


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ("unit: Stk; netto", ["1.500 Stk; netto", "−2.000 Stk; netto", "+30 Stk; netto"]),
        ("format: '0\" a;b\"'", ["1500 a;b", "−2000 a;b", "+30 a;b"]),
        ("format: '[>=1000]0.0,\"k\";0'", ["1,5k", "−2,0k", "+30"]),
        ("format: '0;(0)'", ["1500", "(2000)", "+30"]),
        ("format: '+0;-0;\"–\"'", ["+1500", "-2000", "+30"]),
    ],
)
def test_steps_have_their_signs_in_every_format(
    keys: str, said: list[str], deck_file: Deck
) -> None:
    data = "    data: {categories: [A, B, C, D], series: {X: [1500, -2000, 30, ~]}}\n"
    text = f"title: T\nslides:\n  - layout: chart\n    title: W\n    type: waterfall\n    {keys}\n"
    path = smdeck.build(deck_file(f"{text}    source: Beispielwerte\n{data}")).path
    (slide,) = Presentation(str(path)).slides
    (alt,) = [
        shape._element.xpath(".//p:cNvPr/@descr")[0] for shape in slide.shapes if shape.has_chart
    ]
    alt = alt.replace("\u00a0", " ")
    assert [one for one in said if f" {one}, " in alt] == said
    for series in chart_of(slide).plots[0].series:
        code = series._element.xpath(".//c:val//c:formatCode")[0].text
        assert code.count('"') % 2 == 0


def test_all_that_a_type_does_not_show_is_said_at_once(deck_file: Deck) -> None:
    keys = "spread: 2; lines: [X]; sort: descending; share: true; bands: [{from: -1, to: 2}]"
    assert codes(deck_file, f"{STEPS}; {keys}; reveal: true") == ["unshown-key"] * 5
    deck = deck_file(
        "title: T\nslides:\n  - layout: chart\n    title: W\n    type: waterfall\n"
        "    data: {categories: [A, B, C], series: {X: [1, 2, ~]}}\n    reveal: {by: series}\n"
    )
    (found,) = [one for one in smdeck.check(deck) if one.severity == "error"]
    assert found.message == "this `waterfall` chart can't `reveal` by `series`"


def test_the_last_row_of_a_file_may_be_the_level_of_a_waterfall(deck_file: Deck) -> None:
    deck = deck_file(
        "title: T\nslides:\n"
        + "".join(
            f"  - {{layout: chart, title: {kind}, type: {kind}, data: a.csv, source: B}}\n"
            for kind in ("waterfall", "column")
        )
    )
    (deck.parent / "a.csv").write_text("Schritt;U\nStart;100\nneu;20\nEnde;\n", encoding="utf-8")
    (found,) = [one for one in smdeck.check(deck) if one.code == "data-file"]
    assert found.place and found.place.line == 4  # of the columns


def test_labels_below_a_level_have_room_on_the_axis_itself(deck_file: Deck) -> None:
    loss = STEPS.replace("[120, 35, -24, ~]", "[40, -75, 30, ~]")
    assert chart_of(built(deck_file, loss).slides[0]).value_axis.minimum_scale < -35


def test_the_left_scale_has_the_format_of_the_columns(deck_file: Deck) -> None:
    both = "{Quote: ['1,5 %', '2,5 %'], Umsatz: [100, 250]}"
    chart = "type: column; axis2: {series: Quote, reason: Beispiel}; data: {categories: [A, B], "
    slide = built(deck_file, f"{chart}series: {both}}}").slides[0]
    formats = chart_of(slide)._chartSpace.xpath(
        ".//c:valAx[c:axPos/@val='l' and c:delete/@val='0']/c:numFmt/@formatCode"
    )
    assert formats == ["[$-407]#,##0"]
