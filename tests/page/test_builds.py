"""Builds: what comes with each click, by items, groups, columns, rows, series and categories."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from smdeck.compiler.compiling import Compiled
from smdeck.scene import Click, TextBox

Compile = Callable[[str], Compiled]
Build = Callable[[str], dict[str, bytes]]
DeckOf = Callable[..., str]

CHART = """\
layout: chart
title: Werte
source: Beispielwerte
type: {type}
data: {{categories: [Q1, Q2, Q3], series: {{{series}}}}}
takeaway: Es wird mehr
"""
TWO = CHART.format(type="stacked-column", series="A: [3, 1, 4], B: [1, 5, 2]")
RING = CHART.format(type="doughnut", series="A: [3, 1, 4]")
TABLE = """\
layout: table
title: Kanäle
columns: [Kanal, {title: Anteil, bar: true}]
rows: [[Blog, 30], [Forum, 50], [Brief, 20]]
source: Beispielwerte
"""
SIDES = """\
layout: two-columns
title: Zwei Seiten
left: {title: Links, items: [a, b]}
right: {title: Rechts, text: Ein Text}
"""
POINTS = "title: Punkte\nitems: [eins, zwei, drei]\n"

CASES = {
    POINTS + "reveal: true": ["eins", "zwei", "drei"],
    POINTS + "reveal: false": [],
    POINTS + "reveal: [3, [1, 2]]": ["drei", "eins zwei"],
    POINTS + "reveal: {groups: [[2]]}": ["zwei"],
    POINTS + "reveal: {by: whole}": ["eins zwei drei"],
    SIDES + "reveal: {by: column}": ["a b", "Ein Text"],
    TABLE + "reveal: [[1], [2, 3]]": ["row 1", "row 2 row 3"],
    TWO + "reveal: true": ["A series 0", "B series 1-2", "Es wird mehr"],
    TWO + "reveal: {by: category}": [
        *("category 0", "category 1", "A B category 2", "Es wird mehr"),
    ],
    RING + "reveal: true": [
        *("3  Q1 category 0", "1  Q2 category 1", "4  Q3 category 2", "Es wird mehr"),
    ],
}
"""Slides, each with what comes click by click."""


def test_each_click_brings_what_the_slide_says(compiled: Compile, deck_of: DeckOf) -> None:
    scenes = compiled(deck_of(*CASES)).scenes
    found = [[told(click) for click in scene.clicks] for scene in scenes]
    wrong = {
        slide: clicks
        for (slide, wanted), clicks in zip(CASES.items(), found, strict=True)
        if clicks != wanted
    }
    assert wrong == {}


def told(click: Click) -> str:
    """Return what a click brings in words."""
    words = [box.paragraphs[0].plain for box in click.nodes if isinstance(box, TextBox)]
    words += [box.paragraphs[n].plain for box, n, _ in click.lines]
    words += [f"row {row}" for _, first, last in click.rows for row in range(first, last + 1)]
    for _, by, first, last in click.chart_parts:
        words.append(f"{by} {first}" + f"-{last}" * (last > first))
    return " ".join(words)


def test_numbers_count_on_over_the_parts_of_a_slide(compiled: Compile, deck_of: DeckOf) -> None:
    items = ", ".join(f"Punkt {n}" for n in range(1, 8))
    slide = f"title: Viel\nsplit: true\nitems: [{items}]\nreveal: [[1, 2], [3], [6, 7]]"
    parts = compiled(deck_of(slide)).scenes
    assert [[told(click) for click in part.clicks] for part in parts] == [
        ["Punkt 1 Punkt 2", "Punkt 3"],
        ["Punkt 6 Punkt 7"],
    ]


def test_rows_come_as_tables_of_their_own_that_go_on(built: Build, deck_of: DeckOf) -> None:
    """PowerPoint can't let a row of a table appear: each piece has its rows, and their bars."""
    root = etree.fromstring(
        built(deck_of(TABLE + "reveal: [[1], [2, 3]]"))["ppt/slides/slide1.xml"]
    )
    frames = root.findall(".//{*}graphicFrame")
    assert [len(frame.findall(".//{*}tr")) for frame in frames] == [1, 1, 2]
    assert [frame.find(".//{*}tblPr").get("firstRow") for frame in frames] == ["1", None, None]
    tops = [int(frame.find("{*}xfrm/{*}off").get("y")) for frame in frames]
    high = [int(frame.find("{*}xfrm/{*}ext").get("cy")) for frame in frames]
    assert tops == [tops[0], tops[0] + high[0], tops[0] + high[0] + high[1]]
    shown = [one.get("spid") for one in root.findall(".//{*}set//{*}spTgt")]
    names = {one.get("id"): one.get("name") for one in root.findall(".//{*}cNvPr")}
    assert [names[one] for one in shown] == ["Tabelle 2", "Balken", "Tabelle 3", "Balken"]


def test_effects_and_parts_of_charts_are_those_of_powerpoint(built: Build, deck_of: DeckOf) -> None:
    parts = built(
        deck_of(
            POINTS + "reveal: {effect: appear}",
            TWO + "reveal: {by: series, effect: wipe}",
            POINTS.replace("Punkte", "Mehr") + "reveal: {effect: wipe}",
        )
    )
    slides = [etree.fromstring(parts[f"ppt/slides/slide{n}.xml"]) for n in (1, 2, 3)]
    filters = [[one.get("filter") for one in root.iter("{*}animEffect")] for root in slides]
    assert filters[0] == [] and set(filters[2]) == {"wipe(left)"}
    assert set(filters[1]) == {"wipe(down)", "wipe(left)"}
    presets = [{one.get("presetID") for one in root.iter("{*}cTn")} - {None} for root in slides]
    assert presets == [{"1"}, {"22"}, {"22"}]
    build = slides[1].find(".//{*}bldGraphic/{*}bldSub/{*}bldChart")
    assert build is not None and dict(build.attrib) == {"bld": "series", "animBg": "0"}
    marks = [dict(one.attrib) for one in slides[1].findall(".//{*}set//{*}graphicEl/{*}chart")]
    assert [mark["seriesIdx"] for mark in marks] == ["0", "1", "2"]  # the last one: their sums
    assert {mark["categoryIdx"] for mark in marks} == {"-4"}
