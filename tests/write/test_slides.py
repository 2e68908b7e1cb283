"""Slides as XML: small pieces against golden files, and what holds for every slide.

`pytest tests/write --write-golden` writes the golden files anew; read the diff before committing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from lxml import etree

from smdeck.findings import Findings
from smdeck.layouts import layout_names, load_layout
from smdeck.theme import find_theme

GOLDEN = Path(__file__).parent / "golden"
NS = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
Parts = dict[str, bytes]
Build = Callable[[str], Parts]
DeckOf = Callable[..., str]


class Case(NamedTuple):
    """A piece of a part: the slides of a deck, the part and where the piece stands in it."""

    slides: tuple[str, ...]
    path: str
    part: str = "ppt/slides/slide1.xml"


BULLETS = """
title: Der Benutzer wird zum Produzenten
items:
  - Bisher meist nur Konsument
  - "Heute **beteiligt**, *überall* und `live`": [gestalten, verbreiten]
"""
QUOTE = """
layout: quote
quote: Märkte sind **Gespräche**
by: Cluetrain-Manifest
"""
TABLE = """
layout: table
title: Kanäle
columns: [Kanal, Wert]
rows: [[Blog, 12], ["", 7]]
highlight: 1
"""
NETWORK = """
layout: network
title: Verbindungen
center: Marke
items: [{title: Familie, tie: strong}, Nachbarn, Kunde]
"""
CASES = {
    "bullets": Case((BULLETS,), "/p:sld/p:cSld/p:spTree/p:sp[position() < 7]"),
    "quote": Case((QUOTE,), "/p:sld/p:cSld/p:spTree/p:sp[.//p:ph]"),
    "reveal": Case(("title: a\nitems: [b, c]\nreveal: true",), "/p:sld/p:timing"),
    "transition": Case((BULLETS + "transition: push\n",), "/p:sld/mc:AlternateContent"),
    "morph": Case((BULLETS + "transition: morph\n",), "/p:sld/mc:AlternateContent"),
    "sections": Case(
        (BULLETS, "layout: section\ntitle: Eins & zwei", BULLETS, "layout: section\ntitle: Drei"),
        "/p:presentation/p:extLst", "ppt/presentation.xml",
    ),
    "links": Case(
        ("title: Wege\nitems: ['[hin](#ziel)', '[hinaus](https://example.com/?a=1&b=2)']",
         BULLETS + "id: ziel\n"),
        "//a:r[a:rPr/a:hlinkClick]",
    ),
    "table": Case((TABLE,), "//a:tbl"),
    "connector": Case((NETWORK,), "//p:cxnSp[1]"),
    "notes": Case(
        (BULLETS + "notes: |\n  Guten **Tag**.\n\n  1. eins\n  2. zwei\n",),
        "//p:sp[.//p:ph/@type='body']/p:txBody", "ppt/notesSlides/notesSlide1.xml",
    ),
    "picture": Case(
        ("layout: image-text\ntitle: Bild\ntext: Text\n"
         "image: {file: bilder/wohnzimmer.png, alt: Ein „Sofa“ & mehr, focus: [0.9, 0.5]}",),
        "//p:pic",
    ),
    "core": Case((BULLETS,), "/*", "docProps/core.xml"),
}  # fmt: skip


def tree(parts: Parts, name: str) -> etree._Element:
    """Return the root of a part."""
    return etree.fromstring(parts[name])


def found(parts: Parts, name: str, path: str) -> list[etree._Element]:
    """Return what a path finds in a part."""
    return list(tree(parts, name).xpath(path, namespaces=NS))


def readable(elements: list[etree._Element]) -> str:
    """Return elements as indented XML, without the declarations of namespaces."""
    pieces = []
    for element in elements:
        etree.indent(element)
        text = etree.tostring(element, encoding="unicode", with_tail=False)
        pieces.append(re.sub(r' xmlns:\w+="[^"]*"', "", text))
    return "\n".join(pieces) + "\n"


@pytest.mark.parametrize("name", CASES)
def test_a_piece_of_xml_is_as_it_was(
    name: str, built: Build, deck_of: DeckOf, pytestconfig: pytest.Config
) -> None:
    case = CASES[name]
    elements = found(built(deck_of(*case.slides)), case.part, case.path)
    assert elements
    text = readable(elements)
    golden = GOLDEN / f"{name}.xml"
    if pytestconfig.getoption("write_golden"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(text, "utf-8")
    assert text == golden.read_text("utf-8")


def slides_of(parts: Parts) -> Iterator[tuple[str, etree._Element]]:
    """Return the slides of a file by the name of their part."""
    for name in parts:
        if re.fullmatch(r"ppt/slides/slide\d+\.xml", name):
            yield name, tree(parts, name)


def test_every_part_is_well_formed(gallery: Parts) -> None:
    for name, data in gallery.items():
        if name.endswith((".xml", ".rels")):
            etree.fromstring(data)


@pytest.mark.parametrize(("theme", "logos"), [("vortrag", 1), ("schlicht", 0)])
def test_handouts_have_the_logo_that_a_theme_has_the_title_and_a_foot(
    theme: str, logos: int, built: Build, deck_of: DeckOf
) -> None:
    name = "ppt/handoutMasters/handoutMaster1.xml"
    parts = built(deck_of(BULLETS + "notes: Notiz\n", head=f"title: a\ntheme: {theme}\n"))
    kinds = [one.get("type") for one in found(parts, name, "//p:ph")]
    assert kinds == ["hdr", "dt", "ftr", "sldNum"]
    assert len(found(parts, name, "//p:pic")) == logos
    assert "theme3.xml" in parts["ppt/handoutMasters/_rels/handoutMaster1.xml.rels"].decode()
    listed = [child.tag.split("}")[1] for child in found(parts, "ppt/presentation.xml", "/*/*")]
    assert listed[:4] == ["sldMasterIdLst", "notesMasterIdLst", "handoutMasterIdLst", "sldIdLst"]


def test_every_run_says_its_language(gallery: Parts) -> None:
    for name in gallery:
        if name.startswith(("ppt/slides/slide", "ppt/notesSlides/notes", "ppt/slideLayouts/s")):
            for run in found(gallery, name, "//a:r | //a:fld | //a:br"):
                assert run.xpath("string(a:rPr/@lang)", namespaces=NS) == "de-DE", name
            for end in found(gallery, name, "//a:endParaRPr"):
                assert end.get("lang") == "de-DE", name


def test_colours_are_those_of_the_theme(gallery: Parts) -> None:
    with_own = {
        name for name, data in gallery.items()
        if name.endswith(".xml") and (b"srgbClr" in data or b"sysClr" in data)
    }  # fmt: skip
    assert with_own == {f"ppt/theme/theme{n}.xml" for n in (1, 2, 3)}


def test_fonts_are_those_of_the_theme(gallery: Parts) -> None:
    theme = find_theme("schlicht", Path(), Findings())
    assert theme
    code = theme.fonts.code
    named = {
        name: {latin.get("typeface") for latin in root.xpath("//a:latin", namespaces=NS)}
        for name, root in slides_of(gallery)
    }
    with_code = {name for name, fonts in named.items() if code in fonts}
    usual = {"+mj-lt", "+mn-lt", code, "Cambria Math"}  # the one font that Office sets formulas in
    assert all(fonts <= usual for fonts in named.values())
    examples = [load_layout(name).example for name in layout_names()]
    shown = {n for n, example in enumerate(examples + examples, 1) if "layout: code" in example}
    assert with_code == {f"ppt/slides/slide{n}.xml" for n in shown}


def test_shape_ids_are_unique_and_all_that_is_named_exists(gallery: Parts) -> None:
    for name, root in slides_of(gallery):
        # A formula and what stands in its place in other programs are one shape.
        ids = root.xpath("//p:cNvPr[not(ancestor::mc:Fallback)]/@id", namespaces=NS)
        assert len(set(ids)) == len(ids), name
        glued = root.xpath("//a:stCxn/@id | //a:endCxn/@id", namespaces=NS)
        moved = root.xpath("//p:spTgt/@spid | //p:bldP/@spid", namespaces=NS)
        assert set(glued) | set(moved) <= set(ids), name


def test_connectors_are_glued_to_sites_that_their_shapes_have(
    built: Build, deck_of: DeckOf
) -> None:
    parts = built(deck_of(NETWORK))
    ((_, root),) = slides_of(parts)
    sites = {
        shape.xpath("string(p:nvSpPr/p:cNvPr/@id)", namespaces=NS): (
            len(shape.xpath("p:spPr/a:custGeom/a:cxnLst/a:cxn", namespaces=NS)) or 4
        )
        for shape in root.xpath("//p:sp", namespaces=NS)
    }
    ends = root.xpath("//a:stCxn | //a:endCxn", namespaces=NS)
    assert len(ends) == 6
    for end in ends:
        assert int(end.get("idx")) < sites[end.get("id")]


def layout_of(parts: Parts, slide: str) -> etree._Element:
    """Return the layout that a slide stands on."""
    rels = etree.fromstring(parts[slide.replace("slides/", "slides/_rels/") + ".rels"])
    (target,) = [rel.get("Target", "") for rel in rels if "slideLayout" in rel.get("Target", "")]
    return tree(parts, target.replace("..", "ppt"))


def test_a_size_stands_on_a_slide_only_where_it_differs_from_the_layout(gallery: Parts) -> None:
    compared = set()
    for name, root in slides_of(gallery):
        layout = layout_of(gallery, name)
        for shape in root.xpath("//p:sp[.//p:ph/@idx]", namespaces=NS):
            idx = shape.xpath("string(.//p:ph/@idx)", namespaces=NS)
            levels = f"//p:sp[.//p:ph/@idx='{idx}']//a:lstStyle"
            for paragraph in shape.xpath(".//a:p", namespaces=NS):
                level = int(paragraph.xpath("string(a:pPr/@lvl)", namespaces=NS) or 0) + 1
                style = f"string({levels}/a:lvl{level}pPr/a:defRPr/@sz)"
                of_layout = layout.xpath(style, namespaces=NS)
                for size in paragraph.xpath("a:r/a:rPr/@sz", namespaces=NS):
                    assert size != of_layout, (name, idx)
                    compared.add(name)
    assert compared  # units stand half as large as their numbers


def test_many_words_are_set_smaller_by_the_layout_of_their_slide(
    built: Build, deck_of: DeckOf
) -> None:
    long = "Dialog auf Augenhöhe mit allen Menschen, die im Social Web unterwegs sind, immer wieder"
    full = "title: Viele Worte\nallow: [words, bullets]\nitems:\n" + f"  - {long} {long}\n" * 4
    few = "title: Wenig\nitems: [a, b, c, d]\n"
    parts = built(deck_of(few, few, full))
    sizes = []
    for name, root in slides_of(parts):
        assert not root.xpath("//p:sp[.//p:ph]//a:r/a:rPr/@sz", namespaces=NS)
        items = layout_of(parts, name).xpath(
            "//p:sp[.//p:ph[@idx=1 or @idx > 12]]//a:lvl1pPr/a:defRPr/@sz", namespaces=NS
        )
        sizes.append({int(size) for size in items})
    assert sizes[0] == sizes[1]
    assert max(sizes[2]) < min(sizes[0])


def test_a_text_of_a_drawing_is_named_by_its_words(built: Build, deck_of: DeckOf) -> None:
    texts = found(built(deck_of(NETWORK)), "ppt/slides/slide1.xml", "//p:sp[.//p:cNvSpPr/@txBox]")
    names = [shape.xpath("string(.//p:cNvPr/@name)", namespaces=NS) for shape in texts]
    assert names == [shape.xpath("string(.//a:t)", namespaces=NS) for shape in texts]
    assert {"Nachbarn", "Kunde"} < set(names)


def test_placeholders_take_place_and_form_from_their_layout(gallery: Parts) -> None:
    for name, root in slides_of(gallery):
        for shape in root.xpath("//p:sp[.//p:ph]", namespaces=NS):
            (properties,) = shape.xpath("p:spPr", namespaces=NS)
            assert len(properties) == 0 and not properties.attrib, name


def test_icons_are_native_shapes(built: Build, deck_of: DeckOf) -> None:
    parts = built(deck_of("layout: icon-grid\ntitle: a\nitems: [{icon: rocket, title: b}, c]"))
    ((_, root),) = slides_of(parts)
    (icon,) = root.xpath("//p:sp[p:spPr/a:custGeom]", namespaces=NS)
    assert icon.xpath("string(p:nvSpPr/p:cNvPr/@name)", namespaces=NS) == "Symbol rocket"
    (path,) = icon.xpath(".//a:pathLst/a:path", namespaces=NS)
    assert (path.get("w"), path.get("h")) == ("2400", "2400")
    steps = [etree.QName(step).localname for step in path]
    assert steps[0] == "moveTo" and steps[-1] == "close"
    assert set(steps) <= {"moveTo", "lnTo", "cubicBezTo", "close"}
    assert len(icon.xpath(".//a:solidFill/a:schemeClr", namespaces=NS)) == 1
    assert not root.xpath("//p:pic", namespaces=NS)
    assert b"decorative" in etree.tostring(icon)


def test_a_hard_break_keeps_size_and_language(built: Build, deck_of: DeckOf) -> None:
    parts = built(deck_of('title: "Eine Zeile\\\\\\nund noch eine"\nitems: [a]\n'))
    (line_break,) = found(parts, "ppt/slides/slide1.xml", "//a:br/a:rPr")
    assert line_break.get("lang") == "de-DE"


def test_a_hidden_slide_stays_in_the_file(built: Build, deck_of: DeckOf) -> None:
    parts = built(deck_of(BULLETS, BULLETS + "hidden: true\n"))
    assert [root.get("show") for _, root in slides_of(parts)] == [None, "0"]
    assert b"<HiddenSlides>1</HiddenSlides>" in parts["docProps/app.xml"]


def test_a_link_to_a_slide_jumps_to_its_part(built: Build, deck_of: DeckOf) -> None:
    parts = built(deck_of(*CASES["links"].slides))
    inner, outer = found(parts, "ppt/slides/slide1.xml", "//a:hlinkClick")
    assert inner.get("action") == "ppaction://hlinksldjump"
    rels = {
        rel.get("Id"): rel for rel in etree.fromstring(parts["ppt/slides/_rels/slide1.xml.rels"])
    }
    key = f"{{{NS['r']}}}id"
    assert rels[inner.get(key)].get("Target") == "../slides/slide2.xml"
    assert rels[outer.get(key)].get("Target") == "https://example.com/?a=1&b=2"
    assert rels[outer.get(key)].get("TargetMode") == "External"


def test_parts_are_named_as_seen_from_the_part_that_names_them(gallery: Parts) -> None:
    rels = [etree.fromstring(data) for name, data in gallery.items() if name.endswith(".rels")]
    inside = [rel.get("Target") for root in rels for rel in root if rel.get("TargetMode") is None]
    assert inside
    assert not [target for target in inside if target is None or target.startswith("/")]


def test_sections_hold_every_slide_once(built: Build, deck_of: DeckOf) -> None:
    parts = built(deck_of(*CASES["sections"].slides))
    presentation = "ppt/presentation.xml"
    slides = [slide.get("id") for slide in found(parts, presentation, "//p:sldIdLst/p:sldId")]
    sections = found(parts, presentation, "//p14:section")
    assert [section.get("name") for section in sections] == ["Einstieg", "Eins & zwei", "Drei"]
    assert len({section.get("id") for section in sections}) == 3
    members = [slide.get("id") for slide in found(parts, presentation, "//p14:sldId")]
    assert members == slides


def test_each_click_shows_one_point_with_its_sub_points(built: Build, deck_of: DeckOf) -> None:
    parts = built(deck_of(BULLETS + "reveal: true\n"))
    clicks = found(parts, "ppt/slides/slide1.xml", "//p:cTn[@nodeType='clickEffect']")
    words = {
        shape.xpath("string(.//p:cNvPr/@id)", namespaces=NS): text
        for shape in found(parts, "ppt/slides/slide1.xml", "//p:sp")
        if (text := [one.xpath("string(.)") for one in shape.xpath(".//a:p", namespaces=NS)])
    }
    shown = [
        [
            words[one]
            for one in click.xpath("../..//p:set//p:spTgt/@spid", namespaces=NS)
            if any(words[one])
        ]
        for click in clicks
    ]
    assert shown == [
        [["Bisher meist nur\xa0Konsument"]],
        [["Heute beteiligt, überall und live", "gestalten", "verbreiten"]],
    ]
    assert not found(parts, "ppt/slides/slide1.xml", "//p:set//p:pRg")  # a point is a shape


def test_numbers_of_the_time_line_are_unique(gallery: Parts) -> None:
    for name, root in slides_of(gallery):
        ids = root.xpath("//p:cTn/@id", namespaces=NS)
        assert len(set(ids)) == len(ids), name


@pytest.mark.parametrize("name", ["fade", "push", "wipe", "cover", "morph"])
def test_a_transition_has_a_form_for_older_programs(
    name: str, built: Build, deck_of: DeckOf
) -> None:
    parts = built(deck_of(BULLETS + f"transition: {name}\n"))
    (choice,) = found(parts, "ppt/slides/slide1.xml", "//mc:Choice/p:transition")
    (fallback,) = found(parts, "ppt/slides/slide1.xml", "//mc:Fallback/p:transition")
    assert len(choice) == len(fallback) == 1
    root = tree(parts, "ppt/slides/slide1.xml")
    order = [etree.QName(child).localname for child in root]
    assert order == ["cSld", "clrMapOvr", "AlternateContent"]


def test_the_properties_are_those_of_the_talk(built: Build, deck_of: DeckOf) -> None:
    core = built(deck_of(BULLETS))["docProps/core.xml"].decode()
    assert "<dc:title>Vom Monolog zum Dialog</dc:title>" in core
    assert "<dc:creator>Erika Muster</dc:creator>" in core
    assert "<dc:language>de-DE</dc:language>" in core
    assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", core)) == {"2026-12-03T00:00:00Z"}


def test_a_talk_without_a_date_has_none(built: Build, deck_of: DeckOf) -> None:
    core = built(deck_of(BULLETS, head="title: a\n"))["docProps/core.xml"].decode()
    assert "dcterms:created" not in core
    assert "python-pptx" not in core and "Steve Canny" not in core


def test_marks_of_xml_in_texts_are_escaped(built: Build, deck_of: DeckOf) -> None:
    text = "a < b & \"c\" > 'd' </a:t>"
    slide = f"title: >-\n  {text}\nitems:\n  - >-\n    {text}\nnotes: |\n  {text}\n"
    parts = built(deck_of(slide, head=f"title: >-\n  {text}\n"))
    shown = "a < b & „c“ > ‚d‘ </a:t>"
    for name in ("ppt/slides/slide1.xml", "ppt/notesSlides/notesSlide1.xml"):
        assert shown in [run.text for run in found(parts, name, "//a:t")]
    (title,) = [e for e in tree(parts, "docProps/core.xml") if e.tag.endswith("title")]
    assert title.text == shown


def test_table_cells_know_their_alignment_and_the_row_that_is_set_off(
    built: Build, deck_of: DeckOf
) -> None:
    parts = built(deck_of(TABLE))
    rows = found(parts, "ppt/slides/slide1.xml", "//a:tr")
    aligned = [cell.get("algn") for cell in rows[1].iter(f"{{{NS['a']}}}pPr")]
    assert aligned == ["l", "r"]
    filled = [len(row.xpath(".//a:tcPr/a:solidFill", namespaces=NS)) for row in rows]
    assert filled == [0, 2, 0]
    grid = found(parts, "ppt/slides/slide1.xml", "//a:gridCol")
    extent = found(parts, "ppt/slides/slide1.xml", "//p:graphicFrame/p:xfrm/a:ext")[0]
    assert sum(int(column.get("w")) for column in grid) == int(extent.get("cx"))
    assert sum(int(row.get("h")) for row in rows) == int(extent.get("cy"))


def test_the_graphics_of_a_chart_are_in_order(built: Build, deck_of: DeckOf) -> None:
    parts = built(deck_of(load_layout("chart").example))
    chart = parts["ppt/charts/chart1.xml"].decode()
    assert 'lang="de-DE"' in chart
    assert not re.search(r'<c:(axId|crossAx) val="-', chart)
    assert "srgbClr" not in chart
    assert "ppt/embeddings/Microsoft_Excel_Sheet1.xlsx" in parts
