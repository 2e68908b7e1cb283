"""Right to left: a talk in Arabic or Hebrew is the mirror of one in German."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from lxml import etree
from package_checks import problems
from picture_making import put_named

import smdeck
from smdeck.fit.tables import PADDING_X
from smdeck.layouts import layout_names, load_layout
from smdeck.model.scripts import begins_rtl, stays_ltr, written_rtl
from smdeck.theme import Theme
from smdeck.units import emu

pytestmark = pytest.mark.slow

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"

ALLOWED = "allow: [generated-words, words, bullets, body-size, missing-source, repeated-title]\n"

Built = Callable[[str], dict[str, bytes]]


def root(parts: dict[str, bytes], name: str) -> Any:
    """Return the root element of a part."""
    return etree.fromstring(parts[name])


def slide(built: Built, text: str, lang: str = "ar-SA") -> Any:
    """Return the slide of a deck of one slide, in YAML."""
    deck = f"title: Probe\nlang: {lang}\n{ALLOWED}slides:\n  - {text}\n"
    return root(built(deck), "ppt/slides/slide1.xml")


def test_languages_have_the_direction_of_their_script() -> None:
    rtl = ["ar-SA", "he-IL", "fa-IR", "ur-PK", "yi", "ps", "az-Arab-IR", "pa-Arab-PK"]
    ltr = ["de-DE", "ku-TR", "ku-Latn-TR", "ks-Deva-IN", "tr-TR", "mt-MT", "th-TH", "ja-JP"]
    assert [lang for lang in (*rtl, *ltr) if written_rtl(lang)] == rtl


def test_the_first_letter_tells_the_direction_of_a_paragraph() -> None:
    rtl = ["שלום", "50% נסיגה", "(مرحبا)", "2025: شبكة"]
    ltr = ["SEO בעולם", "über שלום", "50 %", "", "…"]
    assert [text for text in (*rtl, *ltr) if begins_rtl(text)] == rtl


def test_words_and_figures_that_would_change_places_are_found() -> None:
    moved = ["SEO!", "(hello)", "-5 °C", "+49 89 1234", "10 000", "−5", "5 km"]
    stays = ["SEO", "50%", "12", "1,200", "שלום (hello)!", "", "2025–2026"]
    assert [text for text in (*moved, *stays) if stays_ltr(text)] == moved


# -- texts ------------------------------------------------------------------------------------


def test_every_paragraph_runs_from_right_to_left_and_stands_right(built: Built) -> None:
    xml = slide(built, '{title: "المملكة: خمس ممالك", items: ["البند 2: نسبة 50%", "SEO", ["x"]]}'
                .replace(', ["x"]', ", {title: عنصر, items: [تفصيل]}"))  # fmt: skip
    properties = [one.attrib for one in xml.iter(f"{A}pPr")]
    assert [(one["algn"], one["rtl"]) for one in properties] == [("r", "1")] * 5
    assert all(run.get("lang") == "ar-SA" for run in xml.iter(f"{A}rPr"))


def test_signs_and_numbers_among_arabic_words_keep_their_order(built: Built) -> None:
    xml = slide(built, '{title: عنوان, items: ["+49 89 1234", "SEO!", "نسبة 50%"]}')
    texts = [text.text for text in xml.iter(f"{A}t")][1:4]
    assert texts == ["\u200e+49\u00a089\u00a01234\u200e", "\u200eSEO!\u200e", "نسبة 50%"]


def test_centred_words_stay_in_the_middle(built: Built) -> None:
    deck = f"title: عنوان\nlang: he-IL\ntheme: buehne\n{ALLOWED}slides: [{{layout: title}}]\n"
    xml = root(built(deck), "ppt/slides/slide1.xml")
    assert {one.get("algn") for one in xml.iter(f"{A}pPr")} == {"ctr"}


def test_a_hebrew_paragraph_in_a_german_deck_runs_from_right_to_left(built: Built) -> None:
    xml = slide(built, "{title: Hebräisch, items: [שלום עולם, Hallo Welt]}", "de-DE")
    told = [one.attrib for one in xml.iter(f"{A}pPr")]
    assert told == [{"algn": "r", "rtl": "1"}]
    table = slide(built, "{layout: table, title: T, columns: [a, b], rows: [[שלום, x]]}", "de-DE")
    assert [one.get("rtl") for one in table.iter(f"{A}pPr")].count("1") == 1
    assert next(table.iter(f"{A}tblPr")).get("rtl") is None


def test_levels_indent_from_the_right(built: Built) -> None:
    parts = built(f"title: a\nlang: he-IL\n{ALLOWED}slides: [{{title: א, items: [ב]}}]\n")
    for name in ("ppt/slideMasters/slideMaster1.xml", "ppt/notesMasters/notesMaster1.xml"):
        for level in range(1, 10):
            for properties in root(parts, name).iter(f"{A}lvl{level}pPr"):
                assert properties.get("rtl") == "1"
                assert properties.get("algn") in ("r", "l", "ctr")
    master = root(parts, "ppt/slideMasters/slideMaster1.xml")
    first = master.find(f".//{P}bodyStyle/{A}lvl1pPr")
    assert first.get("algn") == "r" and int(first.get("marL")) == -int(first.get("indent")) > 0
    assert root(parts, "ppt/presentation.xml").get("rtl") == "1"


def test_notes_run_from_right_to_left(built: Built) -> None:
    parts = built(
        f"title: a\nlang: ar\n{ALLOWED}slides: [{{title: أ, items: [ب], notes: ملاحظة}}]\n"
    )
    notes = root(parts, "ppt/notesSlides/notesSlide1.xml")
    assert [one.attrib for one in notes.iter(f"{A}pPr")] == [{"algn": "r", "rtl": "1"}] * 2


# -- places -----------------------------------------------------------------------------------


class Placed(NamedTuple):
    """Where a shape stands in EMU."""

    name: str
    left: int
    top: int
    width: int
    height: int


def placed(xml: Any) -> Iterator[Placed]:
    """Yield the shapes of a part, by the names they have in any language, with their places."""
    for shape in xml.iter(f"{P}sp", f"{P}pic", f"{P}graphicFrame", f"{P}cxnSp"):
        transform = next(shape.iter(f"{A}xfrm", f"{P}xfrm"), None)
        if transform is None:
            continue
        point, size = transform.find(f"{A}off"), transform.find(f"{A}ext")
        name = re.sub(r"\d+$", "", shape.tag.rpartition("}")[2])
        yield Placed(name, int(point.get("x")), int(point.get("y")),
                     int(size.get("cx")), int(size.get("cy")))  # fmt: skip


Both = Callable[[str], tuple[dict[str, bytes], dict[str, bytes]]]


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory, deck_of: Callable[..., str]) -> Both:
    """Build the example of every layout under a theme: from left to right, from right to left."""

    @cache
    def build(theme: str) -> tuple[dict[str, bytes], dict[str, bytes]]:
        english = _gallery(tmp_path_factory, deck_of, theme, "en-US")
        return english, _gallery(tmp_path_factory, deck_of, theme, "he-IL")

    return build


def _gallery(
    folders: pytest.TempPathFactory, deck_of: Callable[..., str], theme: str, lang: str
) -> dict[str, bytes]:
    folder = folders.mktemp(f"{theme}-{lang}")
    head = f"title: Probe\nlang: {lang}\ntheme: {theme}\ntypography: false\n{ALLOWED}"
    head += "footer: Probe\nspeaker: {name: Erika Muster, url: https://example.com}\n"
    deck = folder / "deck.yaml"
    text = deck_of(*(load_layout(n).example for n in layout_names()), head=head)
    put_named(text, folder)
    deck.write_text(text, "utf-8")
    built = smdeck.build(deck)
    if (theme, lang) == ("vortrag", "he-IL"):
        assert problems(built.path) == []
    with zipfile.ZipFile(built.path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("name", ["vortrag", "buehne"])  # its foot below, or above
def test_every_layout_is_mirrored(name: str, theme: Theme, both: Both) -> None:
    left, right = both(name)
    slides = [part for part in left if re.fullmatch(r"ppt/slide(s|Layouts|Masters)/\w+\.xml", part)]
    assert len(slides) > 2 * len(layout_names())
    moved = 0
    for part in slides:
        if part == f"ppt/slides/slide{layout_names().index('map') + 1}.xml":
            continue  # no country is mirrored
        one, other = list(placed(root(left, part))), list(placed(root(right, part)))
        mirrored = [p._replace(left=theme.width - p.left - p.width) for p in one]
        assert other == mirrored, part
        moved += one != other
    assert moved > len(layout_names())


def test_arrows_are_flipped_and_pictures_are_not(
    both: Both,
) -> None:
    _, right = both("vortrag")
    flipped: set[str] = set()
    for name in (name for name in right if re.match(r"ppt/slide(s|Layouts)/\w", name)):
        if not name.endswith(".xml"):
            continue
        for shape in root(right, name).iter(f"{P}sp", f"{P}pic"):
            transform = next(shape.iter(f"{A}xfrm"), None)
            if transform is None or transform.get("flipH") is None:
                continue
            preset = next(shape.iter(f"{A}prstGeom"), None)
            kind = "path" if preset is None else str(preset.get("prst"))
            described = next(shape.iter(f"{P}cNvPr")).get("descr")
            flipped.add(f"pic {described}" if shape.tag == f"{P}pic" else kind)
    assert flipped == {"path", "rect", "pic None"}  # a rectangle that fades: a scrim


def test_ties_end_in_the_middle_of_what_they_join(built: Built) -> None:
    items = "[{title: אחד, tie: strong}, {title: שתיים}, {title: שלוש}, {title: ארבע}]"
    text = f"{{layout: network, title: ט, center: מרכז, items: {items}}}"
    xml = slide(built, text, "he-IL")
    shapes = {one.find(f".//{P}cNvPr").get("id"): one for one in xml.iter(f"{P}sp")}
    for tie in xml.iter(f"{P}cxnSp"):
        box = next(placed(etree.ElementTree(tie).getroot()))
        end = tie.find(f".//{A}endCxn")
        at = next(placed(shapes[end.get("id")]))
        flipped = tie.find(f".//{A}xfrm").get("flipH") == "1"
        ends_at = box.left if flipped else box.left + box.width
        assert abs(at.left + at.width // 2 - ends_at) < 20_000


def test_elbows_hang_at_the_right(built: Built) -> None:
    text = "{layout: org-chart, title: ט, root: מרכז, items: [{title: אחד, items: [שתיים]}, שלוש]}"
    xml = slide(built, text, "he-IL")
    turns = [
        (transform.get("rot"), transform.get("flipH"))
        for tie in xml.iter(f"{P}cxnSp")
        for transform in tie.iter(f"{A}xfrm")
        if transform.get("rot")
    ]
    assert sorted(turns, key=str) == [
        ("16200000", "1"), ("5400000", None), ("5400000", None)
    ]  # fmt: skip
    sites = {end.get("idx") for end in xml.iter(f"{A}endCxn")}
    assert sites == {"0", "1"}  # of shapes that are flipped: their left is on the right


# -- tables and charts ------------------------------------------------------------------------

TABLE = "{layout: table, title: جدول, columns: [الاسم, العدد], rows: [[أحمد, '10'], [ليلى, '-12']]}"


def test_a_table_begins_at_the_right_and_figures_stand_right(built: Built, theme: Theme) -> None:
    xml = slide(built, TABLE)
    assert next(xml.iter(f"{A}tblPr")).get("rtl") == "1"
    cells = [[one.attrib for one in cell.iter(f"{A}pPr")] for cell in xml.iter(f"{A}tc")]
    assert cells == [[{"algn": "r", "rtl": "1"}]] * 6
    frame = next(p for p in placed(xml) if p.name == "graphicFrame")
    assert frame.left + frame.width == theme.width - theme.body.x + emu(PADDING_X)


def test_columns_that_an_author_sets_stand_where_he_says(built: Built) -> None:
    xml = slide(built, TABLE.replace("layout: table", "layout: table, align: [left, center]"))
    cells = [next(cell.iter(f"{A}pPr")).get("algn") for cell in xml.iter(f"{A}tc")]
    assert cells == ["l", "ctr"] * 3


CHART = "{layout: chart, title: رسم, type: TYPE, data: {categories: [أ, ب], series: SERIES}}"


def axis(built: Built, kind: str, series: str = "{ج: [1, 2]}") -> tuple[str, str]:
    """Return the orientation of the category and of the value axis of a chart."""
    text = CHART.replace("TYPE", kind).replace("SERIES", series)
    parts = built(f"title: Probe\nlang: ar-SA\n{ALLOWED}slides:\n  - {text}\n")
    chart = root(parts, "ppt/charts/chart1.xml")
    found = []
    for name in ("catAx", "valAx"):
        turned = chart.find(f".//{C}{name}/{C}scaling/{C}orientation")
        found.append("minMax" if turned is None else turned.get("val"))
    return found[0], found[1]


def test_charts_begin_at_the_right(built: Built) -> None:
    assert axis(built, "column") == ("maxMin", "minMax")
    assert axis(built, "area") == ("maxMin", "minMax")
    assert axis(built, "bar")[1] == "maxMin"


def test_names_at_the_ends_of_lines_stand_left_of_them(built: Built) -> None:
    text = CHART.replace("TYPE", "line").replace("SERIES", "{النساء: [1, 9], الرجال: [1, 4]}")
    parts = built(f"title: Probe\nlang: ar-SA\n{ALLOWED}slides:\n  - {text}\n")
    chart = root(parts, "ppt/charts/chart1.xml")
    assert {one.get("val") for one in chart.iter(f"{C}dLblPos")} == {"l"}
    layout = next(chart.iter(f"{C}manualLayout"))
    left, width = (float(layout.find(f"{C}{name}").get("val")) for name in "xw")
    assert left > 0.05 and left + width == pytest.approx(1)


# -- what German has ---------------------------------------------------------------------------


def test_the_legend_of_a_ring_stands_at_its_left(deck_file: Callable[[str], Path]) -> None:
    deck = deck_file(
        "title: T\nlang: ar\nslides:\n  - layout: chart\n    title: Werte\n    type: doughnut\n"
        "    data: {categories: [A, B, C, D, E, F, G, H], series: {X: [8, 7, 6, 5, 4, 3, 2, 1]}}\n"
    )
    with zipfile.ZipFile(smdeck.build(deck).path) as package:
        assert b'<c:legendPos val="l"/>' in package.read("ppt/charts/chart1.xml")


def test_nothing_of_this_is_in_a_deck_from_left_to_right(gallery: dict[str, bytes]) -> None:
    for name, part in gallery.items():
        if name.endswith(".xml"):
            assert b'rtl="1"' not in part and b"\xe2\x80\x8e" not in part, name
