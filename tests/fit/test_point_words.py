"""Words at the points of lines, and what bands say: none is struck through, or leaves the chart."""

from __future__ import annotations

import re
from collections.abc import Callable

from smdeck.compiler.compiling import Compiled
from smdeck.fit.point_words import sides_of_words
from smdeck.preview import draw_slide
from smdeck.scene import Chart, Shape, TextBox
from smdeck.units import points

Talk = Callable[[str], Compiled]

HEAD = "title: T\ntheme: schlicht\nslides:\n"
SLIDE = "  - layout: chart\n    title: Zahlen\n    source: eigene Zählung\n    type: {}\n"
ABC = "    data: {categories: [A, B, C], series: {x: [100, 20, 30]}}\n"
FALLING = (
    HEAD
    + SLIDE.format("line")
    + "    data: {categories: [Jan, Feb, März, April, Mai, Juni, Juli, August], "
    "series: {Stunden: [47, 44, 36, 22, 14, 9, 6, 3]}}\n"
)


def sides(talk: Compiled) -> dict[tuple[int, int], tuple[bool, int]]:
    """Return whether words stand above their point, and to which side."""
    (chart,) = (node for node in talk.scenes[0].nodes if isinstance(node, Chart))
    found = sides_of_words(chart, talk.theme, talk.deck.lang)
    return {at: (one.above, (one.shift > 1) - (one.shift < -1)) for at, one in found.items()}


def test_words_stand_where_no_line_runs_through_them(compiled: Talk) -> None:
    marks = (
        "    marks: [{at: März, text: Dienstplan}, {at: August, text: Am Ende ein langes Wort}]\n"
    )
    falling = FALLING + marks
    assert sides(compiled(falling))[0, 2] == (True, 1)
    rising = falling.replace("47, 44, 36, 22, 14, 9, 6, 3", "3, 6, 9, 14, 22, 36, 44, 47")
    found = sides(compiled(rising))
    assert found[0, 2] == found[0, 7] == (True, -1)
    few = HEAD + SLIDE.format("line") + ABC
    assert sides(compiled(few)) == {(0, 0): (True, 0), (0, 1): (True, 1), (0, 2): (True, 0)}


def test_a_band_ends_with_the_plot_and_its_words_keep_off_the_last_value(compiled: Talk) -> None:
    bands = "    bands: [{from: 0, to: 12, text: üblich}, {from: 12, to: 24, text: zu lang}]\n"
    scene = compiled(FALLING + bands).scenes[0]
    chart = next(node for node in scene.nodes if isinstance(node, Chart))
    words = [node for node in scene.nodes if isinstance(node, TextBox) and node.name == "band"]
    lower, upper = (
        node.box for node in scene.nodes[: scene.nodes.index(chart)] if isinstance(node, Shape)
    )
    assert chart.fitted.plot
    end = points(chart.box.x) + chart.fitted.plot[0] + chart.fitted.plot[2]
    assert points(lower.right) <= end + 1
    assert points(lower.y) - points(upper.bottom) > 2  # neighbours are two
    half_of_value = chart.fitted.values / 2
    assert all(points(one.box.x) > end + half_of_value for one in words)


def test_words_of_bands_stand_above_the_values_on_columns(compiled: Talk) -> None:
    deck = HEAD + SLIDE.format("column") + ABC
    scene = compiled(deck + "    bands: [{from: A, to: A, text: Montag}]\n").scenes[0]
    chart = next(node for node in scene.nodes if isinstance(node, Chart))
    (words,) = (one for one in scene.nodes if isinstance(one, TextBox) and one.name == "band")
    assert chart.fitted.plot
    value = points(chart.box.y) + chart.fitted.plot[1] - chart.fitted.values
    assert points(words.box.bottom) <= value


def test_a_message_stands_above_steps_whose_names_would_stand_aslant(compiled: Talk) -> None:
    names = "Umsatz 2025, Neukunden, Empfehlungen, Abgänge, Rabatte, Umsatz 2026"
    data = f"    data: {{categories: [{names}], series: {{x: [1200, 180, 95, -60, -25, ~]}}}}\n"
    deck = (
        HEAD + SLIDE.format("waterfall") + data + "    takeaway: Neukunden kommen von Antworten\n"
    )
    talk = compiled(deck)
    (chart,) = (node for node in talk.scenes[0].nodes if isinstance(node, Chart))
    assert chart.fitted.level
    drawn = draw_slide(talk.scenes[0], talk.theme, talk.deck.lang, lambda *_: "").svg
    assert not re.search("Anstieg|Rückgang|rotate", drawn)  # nor is there a legend


def test_a_line_whose_end_has_words_keeps_its_name(compiled: Talk) -> None:
    rows = "{x: [20, 30, 80], y: [5, 6, 7]}"
    data = (
        f"    data: {{categories: [A, B, C], series: {rows}}}\n    marks: [{{at: C, text: Ende}}]\n"
    )
    (scene,) = compiled(HEAD + SLIDE.format("line") + data).scenes
    (chart,) = (node for node in scene.nodes if isinstance(node, Chart))
    assert not chart.fitted.room  # so that a legend tells the names


def test_a_band_without_an_end_is_seen_above_all_values(compiled: Talk) -> None:
    data = ABC.replace("100, 20", "90, 20") + "    bands: [{from: 100, text: zu viel}]\n"
    for kind in ("column", "bar", "line"):
        (scene,) = compiled(HEAD + SLIDE.format(kind) + data).scenes
        band = next(node for node in scene.nodes if isinstance(node, Shape))
        assert min(points(band.box.w), points(band.box.h)) > 25, kind
