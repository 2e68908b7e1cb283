"""Slides as SVG: every word, shape and figure of a scene is there, and nothing that runs."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from rendering import DECKS, NAMES
from shared_talks import SharedTalks, in_batches
from whole_gallery import WHOLE

from smdeck.compiler.compiling import Compiled, compile_deck
from smdeck.files import access
from smdeck.findings import Findings
from smdeck.fit.fitting import every_node
from smdeck.preview import SvgSlide, draw_slide
from smdeck.scene import Chart, SlideScene, Table, TextBox

pytestmark = pytest.mark.slow

SVG = "{http://www.w3.org/2000/svg}"
HARMLESS = {
    *("svg", "g", "a", "text", "tspan", "path", "rect", "line", "circle", "image"),
    *("title", "desc", "style", "defs", "clipPath", "linearGradient", "radialGradient", "stop"),
}
"""All that a drawing is made of."""


def no_picture(path: Path, needed: tuple[int, int]) -> str:
    """Return an address that shows nothing."""
    return f"picture:{path.name}"


def compiled(deck: Path) -> Compiled:
    """Return a deck with its scenes."""
    with access():
        found = compile_deck(deck, Findings())
    assert found
    return found


def drawn_slides(deck: Path, linked: Callable[[str], str | None] | None = None) -> list[SvgSlide]:
    """Return the slides of a deck as SVG."""
    talk = compiled(deck)
    return [
        draw_slide(scene, talk.theme, talk.deck.lang, no_picture, linked=linked)
        for scene in talk.scenes
    ]


def drawn(folder: Path, slide: str, head: str = "", **options: Callable[[str], str]) -> SvgSlide:
    """Return the only slide of a deck as SVG."""
    deck = folder / "folie.yaml"
    indented = slide.strip().replace("\n", "\n    ")
    deck.write_text(f"title: Folie\n{head}\nslides:\n  - {indented}\n", "utf-8")
    return drawn_slides(deck, **options)[0]


def tree(slide: SvgSlide) -> ElementTree.Element:
    """Return a drawing as a tree; it is well-formed."""
    return ElementTree.fromstring(slide.svg)


def words(slide: SvgSlide) -> list[str]:
    """Return the lines of words that a drawing shows."""
    return ["".join(text.itertext()) for text in tree(slide).iter(f"{SVG}text")]


def squeezed(text: str) -> str:
    """Return a text without spaces, hyphens and hints."""
    return re.sub(r"[\s\u00ad-]+", "", text)


def said(scene: SlideScene) -> list[str]:
    """Return the texts of a scene, without spaces."""
    found = []
    for node in every_node(scene.nodes):
        if isinstance(node, TextBox):
            capitals = node.style.levels[0].capitals
            found += [
                squeezed(one.plain.upper() if capitals else one.plain) for one in node.paragraphs
            ]
        elif isinstance(node, Table):
            found += [squeezed(cell.plain) for row in node.rows for cell in row]
    return found


OF_OTHER_THEMES = [name for name in NAMES if name.startswith("gallery-tones@")]


@pytest.mark.parametrize("name", in_batches([WHOLE, *OF_OTHER_THEMES]))
def test_every_word_of_all_layouts_and_tones_is_drawn(name: str, talks: SharedTalks) -> None:
    """All layouts in all tones; under the other themes in the tones in turn."""
    talk = talks.talk(name).compiled
    assert len(talk.scenes) > (200 if name == WHOLE else 40)
    for scene in talk.scenes:
        slide = draw_slide(scene, talk.theme, talk.deck.lang, no_picture)
        shown = squeezed("".join(words(slide)))
        assert all(text in shown for text in said(scene)), scene.title
        assert {node.tag.removeprefix(SVG) for node in tree(slide).iter()} <= HARMLESS


@pytest.mark.parametrize("name", in_batches([WHOLE]))
def test_every_figure_and_name_of_a_chart_is_told(name: str, talks: SharedTalks) -> None:
    talk = talks.talk(name).compiled
    charts = 0
    for scene in talk.scenes:
        for chart in (node for node in every_node(scene.nodes) if isinstance(node, Chart)):
            slide = draw_slide(scene, talk.theme, talk.deck.lang, no_picture)
            told = next(tree(slide).iter(f"{SVG}desc")).text or ""
            data = chart.data.data
            assert all(name in told for name in [*data.series, *data.points, *data.categories])
            charts += 1
    assert charts >= 32


def test_labels_of_charts_are_those_of_powerpoint(tmp_path: Path) -> None:
    slide = drawn(
        tmp_path,
        """
layout: chart
title: Anteile
type: column
unit: "%"
source: Beispielwerte
data: {categories: [A, B, C], series: {Werte: [1234.5, -2.25, 0]}}
""",
    )
    assert {"1.234,50\u00a0%", "-2,25\u00a0%", "0,00\u00a0%"} <= set(words(slide))


def test_a_bar_is_as_long_as_its_value(tmp_path: Path) -> None:
    slide = drawn(
        tmp_path,
        """
layout: chart
title: Balken
type: bar
source: Beispielwerte
data: {categories: [A, B, C], series: {Werte: [10, 5, 2.5]}}
""",
    )
    bars = [float(bar.attrib["width"]) for bar in tree(slide).iter(f"{SVG}rect")][-3:]
    assert bars[0] == pytest.approx(2 * bars[1], rel=0.01)
    assert bars[1] == pytest.approx(2 * bars[2], rel=0.01)


def test_slices_share_the_circle(tmp_path: Path) -> None:
    slide = drawn(
        tmp_path,
        """
layout: chart
title: Ein Ganzes
type: pie
source: Beispielwerte
data: {categories: [A], series: {Werte: [10]}}
""",
    )
    (circle,) = [path for path in tree(slide).iter(f"{SVG}path") if "A" in path.attrib["d"]]
    assert " 0 1 1 " in circle.attrib["d"]  # the long way around


def test_bold_words_have_the_accent_and_their_neighbours_do_not(tmp_path: Path) -> None:
    slide = drawn(tmp_path, "{layout: statement, title: Ganz **laut** und leise}")
    texts = [text for text in tree(slide).iter(f"{SVG}text") if "laut" in "".join(text.itertext())]
    spans = {span.text: span.attrib for span in texts[0].iter(f"{SVG}tspan")}
    assert spans["laut"]["fill"] != texts[0].attrib["fill"]
    assert all(text == "laut" or "fill" not in of for text, of in spans.items())


def test_links_are_drawn_where_they_can_be_followed(tmp_path: Path) -> None:
    slide = "{title: Links, items: ['[Netz](https://example.com/a?b=1&c=2)', '[Folie](#x)'], id: x}"
    plain = drawn(tmp_path, slide)
    assert not list(tree(plain).iter(f"{SVG}a"))
    linked = drawn(tmp_path, slide, linked=lambda id: f"#slide-{id}")
    addresses = [a.attrib["href"] for a in tree(linked).iter(f"{SVG}a")]
    assert addresses == ["https://example.com/a?b=1&c=2", "#slide-x"]


HOSTILE = [
    "<script>alert(1)</script>",
    "</title></svg><img src=x onerror=alert(1)>",
    "\"' onload='alert(1)' x=\"",
    "]]><!--",
    "[klick](javascript:alert(1))",
    "[klick](data:text/html,<script>alert(1)</script>)",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_deck_draws_words_and_nothing_that_runs(text: str, tmp_path: Path) -> None:
    quoted = "'" + text.replace("'", "''") + "'"
    slide = drawn(
        tmp_path,
        f"{{title: {quoted}, items: [{quoted}], notes: {quoted}}}",
        f"footer: {quoted}\nspeaker: {quoted}",
        linked=lambda id: "#",
    )
    root = tree(slide)
    for node in root.iter():
        assert node.tag.removeprefix(SVG) in HARMLESS
        assert not any(name.lower().startswith("on") for name in node.attrib)
        href = node.attrib.get("href", "")
        assert not href.strip().lower().startswith(("javascript", "data:text"))


def test_names_of_series_and_categories_are_escaped(tmp_path: Path) -> None:
    slide = drawn(
        tmp_path,
        """
layout: chart
title: Namen
type: column
source: Beispielwerte
data: {categories: ["<b>A</b>", "&lt;"], series: {"<script>x</script>": [1, 2], B: [2, 1]}}
""",
    )
    assert "<script>x</script>" in words(slide)
    assert not list(tree(slide).iter(f"{SVG}script"))


def test_elements_know_their_line_and_their_click(tmp_path: Path) -> None:
    slide = drawn(tmp_path, "title: Punkte\nitems: [eins, zwei, drei]\nreveal: true")
    at = {
        "".join(node.itertext()).strip("• "): int(node.attrib["data-at"])
        for node in tree(slide).iter(f"{SVG}g")
        if "data-at" in node.attrib
    }
    line = slide.places[at["zwei"]]
    assert (line.line, line.word) == (5, "zwei")
    clicks = [
        node.attrib["data-click"] for node in tree(slide).iter() if "data-click" in node.attrib
    ]
    assert list(dict.fromkeys(clicks)) == ["1", "2", "3"] and slide.clicks == 3


def test_charts_appear_as_they_do_in_powerpoint(tmp_path: Path) -> None:
    """With each click some of the figures are drawn, and after the last one nothing waits."""
    rows = {"A": [3, 1, 4], "B": [1, 5, 2]}
    kinds = [
        *((kind, rows, by) for kind in ("column", "stacked-column", "bar", "line", "area")
          for by in ("series", "category")),
        *((kind, {"A": [3, 1, 4]}, "category") for kind in ("pie", "doughnut", "column", "line")),
    ]  # fmt: skip
    wrong = []
    for kind, series, by in kinds:
        data = f"{{categories: [x, y, z], series: {series}}}"
        slide = drawn(
            tmp_path,
            f"layout: chart\ntitle: t\ntype: {kind}\ndata: {data}\nreveal: {{by: {by}}}",
        )
        found = [int(one.get("data-click", 0)) for one in tree(slide).iter()]
        first = {"line", "area"} & {kind} if by == "category" else set()  # a point is no line yet
        if set(found) - {0} | ({1} if first else set()) != set(range(1, slide.clicks + 1)):
            wrong.append((kind, by, sorted(set(found)), slide.clicks))
    assert wrong == []


def test_numbers_of_lists_count_as_in_powerpoint(tmp_path: Path) -> None:
    slide = drawn(
        tmp_path,
        """
layout: text
title: Liste
text: |
  1. eins
  2. zwei

  Dazwischen

  5. fünf
""",
    )
    lines = words(slide)
    assert [lines[lines.index(word) - 1] for word in ("eins", "zwei", "fünf")] == ["1", "2", "5"]


def test_code_keeps_its_spaces(tmp_path: Path) -> None:
    slide = drawn(
        tmp_path, "layout: text\ntitle: Code\ntext: |\n  ```\n  def f():\n      return 1\n  ```"
    )
    assert "    return 1" in words(slide)


def test_a_deck_from_right_to_left_is_mirrored(tmp_path: Path) -> None:
    slide = "{title: مرحبا بالعالم, items: [واحد, اثنان]}"
    mirrored = drawn(tmp_path, slide, "lang: ar")
    title = next(text for text in tree(mirrored).iter(f"{SVG}text"))
    assert title.attrib["direction"] == "rtl"
    assert "textLength" not in title.attrib  # whose widths are assumed, not known
    assert float(title.attrib["x"]) == pytest.approx(960 - 44, abs=0.5)


def test_a_picture_is_cropped_to_its_box(tmp_path: Path) -> None:
    (tmp_path / "bild.svg").write_bytes((DECKS / "bilder" / "wohnzimmer.svg").read_bytes())
    slide = drawn(
        tmp_path,
        "layout: image-text\ntitle: Bild\ntext: Text\nimage: {file: bild.svg, alt: Ein Zimmer}",
    )
    root = tree(slide)
    image = next(node for node in root.iter(f"{SVG}image") if "aria-label" in node.attrib)
    assert image.attrib["aria-label"] == "Ein Zimmer"
    windows = [node for node in root.iter(f"{SVG}svg") if image in list(node)]
    assert float(image.attrib["width"]) >= float(windows[0].attrib["width"]) - 0.01
    assert float(image.attrib["height"]) >= float(windows[0].attrib["height"]) - 0.01


@pytest.mark.parametrize("name", in_batches(["gallery-tones"]))
def test_the_same_deck_gives_the_same_drawing(name: str, talks: SharedTalks) -> None:
    deck = talks.talk(name).source
    assert drawn_slides(deck) == drawn_slides(deck)
