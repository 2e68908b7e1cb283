"""What layouts fit is drawn as it is written: fades, bends, outlines, charts and tables."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from test_slides_as_svg import SVG, compiled, drawn, no_picture, tree, words
from whole_gallery import written

from smdeck.fit.fitting import every_node
from smdeck.preview import SvgSlide, draw_slide
from smdeck.scene import Connector

STACKS = """
layout: chart
title: Stapel
type: stacked-column
source: Beispielwerte
data: {categories: [Früher, Heute], series: {stark: [20, 20], schwach: [40, 180]}}
"""


def slides_of(theme: str, folder: Path) -> list[SvgSlide]:
    """Return the drawings of the whole gallery under a theme."""
    talk = compiled(written(theme, folder))
    return [draw_slide(scene, talk.theme, talk.deck.lang, no_picture) for scene in talk.scenes]


def bars_of(slide: SvgSlide) -> list[dict[str, float]]:
    """Return place and size of the rectangles of a chart, in points."""
    (chart,) = [node for node in tree(slide).iter(f"{SVG}g") if node.attrib.get("role") == "img"]
    sides = ("x", "y", "width", "height")
    return [{side: float(bar.attrib[side]) for side in sides} for bar in chart.iter(f"{SVG}rect")]


def sizes_of(slide: SvgSlide) -> dict[str, float]:
    """Return the size of each line of words, in points."""
    return {
        "".join(text.itertext()): float(text.attrib["font-size"])
        for text in tree(slide).iter(f"{SVG}text")
    }


@pytest.mark.slow
def test_whatever_a_drawing_refers_to_is_in_it_and_in_no_other(tmp_path: Path) -> None:
    seen: dict[str, str] = {}
    tags = set()
    for slide in slides_of("buehne", tmp_path):
        root = tree(slide)
        ids = {node.attrib["id"]: node.tag for node in root.iter() if "id" in node.attrib}
        assert set(re.findall(r"url\(#([^)]+)\)", slide.svg)) == set(ids)
        for id, tag in ids.items():
            assert seen.setdefault(id, slide.svg) == slide.svg
            tags.add(tag.removeprefix(SVG))
    assert {"clipPath", "linearGradient"} <= tags


def test_a_fade_has_the_opacities_of_its_stops(tmp_path: Path) -> None:
    image = "image: {file: bild.svg, fit: cover, decorative: true}"
    picture = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"><path d="M0 0H9V9Z"/></svg>'
    )
    (tmp_path / "bild.svg").write_text(picture, "utf-8")
    slide = drawn(tmp_path, f"layout: image\ntitle: Ein Saal\n{image}")
    stops = [node.attrib for node in tree(slide).iter(f"{SVG}stop")]
    opacities = [float(stop["stop-opacity"]) for stop in stops]
    assert len(stops) >= 2 and min(opacities) < max(opacities) <= 1


@pytest.mark.slow
def test_ties_of_an_org_chart_have_corners(tmp_path: Path) -> None:
    talk = compiled(written("vortrag", tmp_path))
    scene = next(s for s in talk.scenes if s.slide_layout.layout == "org-chart")
    ties = [node for node in every_node(scene.nodes) if isinstance(node, Connector)]
    bends = sum(bool(tie.corners) for tie in ties)
    assert bends
    svg = draw_slide(scene, talk.theme, talk.deck.lang, no_picture).svg
    bent = [d for d in re.findall(r'd="([^"]*)" fill="none"', svg) if d.count("L") >= 2]
    assert len(bent) == bends


def test_the_unit_of_a_figure_is_smaller(tmp_path: Path) -> None:
    slide = drawn(
        tmp_path,
        "layout: kpis\ntitle: Zahlen\nsource: Beispielwerte\nitems:\n"
        "  - {value: 68 %, title: kommen}\n  - {value: 4 h, title: warten}",
    )
    text = next(t for t in tree(slide).iter(f"{SVG}text") if "68" in "".join(t.itertext()))
    unit = next(span for span in text.iter(f"{SVG}tspan") if "%" in (span.text or ""))
    assert float(unit.attrib["font-size"]) < float(text.attrib["font-size"])


def test_a_theme_that_leans_what_is_bold_draws_it_leaning(tmp_path: Path) -> None:
    slide = drawn(
        tmp_path, "{layout: statement, title: Ganz **laut** und leise}", "theme: feuilleton"
    )
    spans = [node for node in tree(slide).iter(f"{SVG}tspan") if node.text == "laut"]
    assert [span.attrib.get("font-style") for span in spans] == ["italic"]
    assert "font-weight" not in spans[0].attrib


def test_stacks_show_their_sums_and_the_names_of_series_beside_them(tmp_path: Path) -> None:
    slide = drawn(tmp_path, STACKS)
    shown = words(slide)
    assert {"60", "200", "20", "40", "180"} <= set(shown)
    assert shown.count("stark") == shown.count("schwach") == 1
    first, second = bars_of(slide)[:2], bars_of(slide)[2:]
    assert first[1]["height"] == pytest.approx(2 * first[0]["height"], abs=0.05)
    assert second[1]["height"] == pytest.approx(9 * second[0]["height"], abs=0.05)


def test_the_value_that_is_set_off_is_the_largest(tmp_path: Path) -> None:
    slide = drawn(
        tmp_path,
        "layout: chart\ntitle: Balken\ntype: bar\nhighlight: C\nsource: Beispielwerte\n"
        "data: {categories: [A, B, C], series: {Werte: [10, 20, 30]}}",
    )
    sizes = sizes_of(slide)
    assert sizes["30"] > sizes["20"] == sizes["10"]


def test_a_few_points_have_their_values_and_no_axis(tmp_path: Path) -> None:
    slide = drawn(
        tmp_path,
        "layout: chart\ntitle: Linie\ntype: line\nsource: Beispielwerte\n"
        "data: {categories: [A, B, C], series: {Werte: [11, 22, 33]}}",
    )
    assert [word for word in words(slide) if word.isdigit() and word != "1"] == ["11", "22", "33"]


def test_ratings_and_bars_of_a_table_show_their_values(tmp_path: Path) -> None:
    slide = drawn(
        tmp_path,
        """
layout: table
title: Kanäle
source: Beispielwerte
columns: [Kanal, {title: Nähe, rating: 5}, {title: Reichweite, bar: true}]
rows:
  - [Blog, 4, 50]
  - [Forum, 2, 100]
""",
        "theme: vortrag",
    )
    texts = ["".join(text.itertext()) for text in tree(slide).iter(f"{SVG}text")]
    assert [text.count("●") for text in texts if "●" in text] == [4, 2]
    paths = [p.attrib["d"] for p in tree(slide).iter(f"{SVG}path") if p.attrib["d"].count("L") == 3]
    wide = [float(x[1]) - float(x[0]) for d in paths if (x := re.findall(r"[ML](\S+) ", d)[:2])]
    track, half, same, whole = wide[-4:]
    assert track == same == pytest.approx(whole)
    assert half == pytest.approx(track / 2, abs=0.05)
