"""Whole packages: what masters, layouts and themes lead to is kept, or goes with what shows it."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

import pytest
from company import Parts, company, edited, packed, parts_of, plain_parts
from lxml import etree
from package_checks import problems
from picture_making import flat
from sdk_validator import VALIDATOR, complaints

import smdeck

pytestmark = pytest.mark.slow

DECK = """\
title: T
theme: firma.potx
slides:
  - {layout: title, notes: Guten Tag}
  - {title: A, items: [b, c]}
  - {layout: statement, title: S}
"""
MASTER = "ppt/slideMasters/slideMaster1.xml"
LAYOUT = "ppt/slideLayouts/slideLayout1.xml"
CONTENT = "ppt/slideLayouts/slideLayout2.xml"
THEME = "ppt/theme/theme1.xml"
PRESENTATION = "ppt/presentation.xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
VML = "application/vnd.openxmlformats-officedocument.vmlDrawing"

FRAME = '<a:off x="914400" y="914400"/><a:ext cx="1828800" cy="914400"/>'


def relate(parts: Parts, owner: str, id: str, kind: str, target: str) -> None:
    """Add a relationship to a part; an address is one that leads out of the file."""
    folder, file = owner.rsplit("/", 1)
    name = f"{folder}/_rels/{file}.rels"
    outside = ' TargetMode="External"' if ":" in target else ""
    type_ = kind if "://" in kind else f"{OFFICE}/{kind}"
    row = f'<Relationship Id="{id}" Type="{type_}" Target="{target}"{outside}/>'
    rows = parts.get(
        name,
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b"</Relationships>",
    )
    parts[name] = rows.replace(b"</Relationships>", f"{row}</Relationships>".encode())


def typed(parts: Parts, name: str, content: bytes, type_: str) -> None:
    """Add a part with its content type."""
    parts[name] = content
    row = f'<Override PartName="/{name}" ContentType="{type_}"/></Types>'
    types = parts["[Content_Types].xml"]
    parts["[Content_Types].xml"] = types.replace(b"</Types>", row.encode())


def drawn(parts: Parts, part: str, xml: str) -> None:
    """Add a shape to a master or layout."""
    edited(parts, re.escape(part), lambda text: text.replace("</p:spTree>", xml + "</p:spTree>", 1))


def picture() -> bytes:
    """Return a small PNG."""
    flat().save(data := io.BytesIO(), "PNG")
    return data.getvalue()


def with_png(parts: Parts, owner: str, id: str) -> None:
    """Add a picture that a part leads to."""
    if "ppt/media/bild.png" not in parts:
        typed(parts, "ppt/media/bild.png", picture(), "image/png")
    relate(parts, owner, id, "image", "../media/bild.png")


def with_tags(parts: Parts) -> None:
    """Tags of an add-in on the presentation, on the master, on a layout and on a shape of it."""
    typed(
        parts, "ppt/tags/tag1.xml",
        b'<p:tagLst xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"/>',
        "application/vnd.openxmlformats-officedocument.presentationml.tags+xml",
    )  # fmt: skip
    for part in (MASTER, LAYOUT):
        relate(parts, part, "rIdTag", "tags", "../tags/tag1.xml")
        data = '<p:custDataLst><p:tags r:id="rIdTag"/></p:custDataLst>'
        edited(
            parts, re.escape(part),
            lambda text, data=data: text.replace("</p:cSld>", f"{data}</p:cSld>", 1),  # type: ignore[misc]
        )  # fmt: skip
        drawn(
            parts, part,
            '<p:sp><p:nvSpPr><p:cNvPr id="901" name="Marke"/><p:cNvSpPr/><p:nvPr><p:custDataLst>'
            '<p:tags r:id="rIdTag"/></p:custDataLst></p:nvPr></p:nvSpPr><p:spPr/></p:sp>',
        )  # fmt: skip


def with_custom_data(parts: Parts) -> None:
    """Custom XML that a layout refers to, and ink: a drawing by hand with a picture of it."""
    typed(parts, "customXml/item1.xml", b"<daten/>", "application/xml")
    relate(parts, LAYOUT, "rIdData", "customXml", "../../customXml/item1.xml")
    with_png(parts, LAYOUT, "rIdInkPicture")
    drawn(
        parts, LAYOUT,
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/'
        '2006" xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">'
        '<mc:Choice Requires="p14"><p:contentPart r:id="rIdData" p14:bwMode="auto"/></mc:Choice>'
        f"<mc:Fallback>{shown_picture('rIdInkPicture', 902)}</mc:Fallback></mc:AlternateContent>",
    )  # fmt: skip


def shown_picture(id: str, number: int) -> str:
    """Return a picture that shows a relationship's part."""
    return (
        f'<p:pic><p:nvPicPr><p:cNvPr id="{number}" name="Bild {number}"/><p:cNvPicPr/><p:nvPr/>'
        f'</p:nvPicPr><p:blipFill><a:blip r:embed="{id}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</p:blipFill><p:spPr><a:xfrm>{FRAME}</a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        "</a:prstGeom></p:spPr></p:pic>"
    )


def with_theme_picture(parts: Parts) -> None:
    """A theme whose last background is a picture, and a master that stands on it."""
    with_png(parts, THEME, "rIdGround")
    fill = (
        f'<a:blipFill xmlns:r="{OFFICE}"><a:blip r:embed="rIdGround"/><a:stretch><a:fillRect/>'
        "</a:stretch></a:blipFill>"
    )
    edited(
        parts, re.escape(THEME),
        lambda text: text.replace("</a:bgFillStyleLst>", f"{fill}</a:bgFillStyleLst>"),
    )  # fmt: skip


def with_object(parts: Parts) -> None:
    """An embedded object with its picture, a hidden one of an add-in, and an ActiveX control."""
    typed(parts, "ppt/embeddings/oleObject1.bin", b"ole", "application/vnd.openxmlformats-"
          "officedocument.oleObject")  # fmt: skip
    typed(parts, "ppt/activeX/activeX1.xml", b"<x/>", "application/vnd.ms-office.activeX+xml")
    typed(parts, "ppt/drawings/vmlDrawing1.vml", b"<xml/>", VML)
    for part in (MASTER, LAYOUT):
        relate(parts, part, "rIdOle", "oleObject", "../embeddings/oleObject1.bin")
        relate(parts, part, "rIdVml", "vmlDrawing", "../drawings/vmlDrawing1.vml")
        with_png(parts, part, "rIdOlePicture")
    relate(parts, LAYOUT, "rIdX", "control", "../activeX/activeX1.xml")
    drawn(parts, LAYOUT, embedded(910, FRAME))
    drawn(parts, MASTER, embedded(911, '<a:off x="1588" y="1588"/><a:ext cx="1588" cy="1588"/>'))
    control = '<p:controls><p:control r:id="rIdX" imgW="1" imgH="1"/></p:controls>'
    edited(
        parts, re.escape(LAYOUT),
        lambda text: text.replace("</p:cSld>", f"{control}</p:cSld>", 1),
    )  # fmt: skip


def embedded(number: int, frame: str) -> str:
    """Return an embedded object with the picture that stands for it."""
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{number}" name="Objekt {number}"/>'
        f"<p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm>{frame}</p:xfrm><a:graphic>"
        '<a:graphicData uri="http://schemas.openxmlformats.org/presentationml/2006/ole">'
        '<p:oleObj r:id="rIdOle" imgW="1" imgH="1" progId="Excel.Sheet.12"><p:embed/>'
        f"{shown_picture('rIdOlePicture', 0)}</p:oleObj></a:graphicData></a:graphic>"
        "</p:graphicFrame>"
    )


def with_links(parts: Parts) -> None:
    """A link that runs a script, one to a web page, one to a file, and a sound of its own."""
    targets = {
        "rIdScript": "javascript:alert(1)",
        "rIdWeb": "https://example.com/",
        "rIdFile": "file:///C:/Firma/Programm.exe",
    }
    for number, (id, target) in enumerate(targets.items(), 920):
        relate(parts, LAYOUT, id, "hyperlink", target)
        drawn(
            parts, LAYOUT,
            f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="Los"><a:hlinkClick r:id="{id}"/>'
            "</p:cNvPr><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/></p:sp>",
        )  # fmt: skip


def with_fetched_fill(parts: Parts) -> None:
    """A shape filled with a picture of the web, a bullet and a picture with a link to its file."""
    relate(parts, LAYOUT, "rIdFern", "image", "https://example.com/muster.png")
    with_png(parts, LAYOUT, "rIdNah")
    drawn(
        parts, LAYOUT,
        '<p:sp><p:nvSpPr><p:cNvPr id="930" name="Fläche"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>'
        '<a:blipFill><a:blip r:link="rIdFern"/><a:stretch/></a:blipFill></p:spPr><p:txBody>'
        '<a:bodyPr/><a:lstStyle><a:lvl1pPr><a:buBlip><a:blip r:embed="rIdFern"/></a:buBlip>'
        "</a:lvl1pPr></a:lstStyle><a:p/></p:txBody></p:sp>"
        + shown_picture("rIdNah", 931).replace('"rIdNah"', '"rIdNah" r:link="rIdFern"'),
    )  # fmt: skip


def with_dangling(parts: Parts) -> None:
    """Ids that lead nowhere, parts that are missing, and a relationship that nothing names."""
    relate(parts, LAYOUT, "rIdGone", "image", "../media/weg.png")
    with_png(parts, LAYOUT, "rIdUnused")
    drawn(parts, LAYOUT, shown_picture("rIdGone", 940) + shown_picture("rIdNever", 941))
    relate(parts, PRESENTATION, "rIdFont", "font", "fonts/weg.fntdata")
    edited(
        parts, re.escape(PRESENTATION),
        lambda text: text.replace(
            "<p:defaultTextStyle",
            '<p:embeddedFontLst><p:embeddedFont><p:font typeface="Hausschrift"/>'
            '<p:regular r:id="rIdFont"/></p:embeddedFont></p:embeddedFontLst><p:defaultTextStyle',
        ),
    )  # fmt: skip


def with_shared_ids(parts: Parts) -> None:
    """Two shapes with the id of the title, and dots between dashes of no length."""
    line = (
        '<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="2" name="Linie"/><p:cNvCxnSpPr/><p:nvPr/>'
        f"</p:nvCxnSpPr><p:spPr><a:xfrm>{FRAME}</a:xfrm><a:prstGeom prst='line'><a:avLst/>"
        '</a:prstGeom><a:ln><a:custDash><a:ds d="0" sp="100000"/></a:custDash></a:ln></p:spPr>'
        "</p:cxnSp>"
    )
    drawn(parts, LAYOUT, line + line)


def with_pandoc_s_list(parts: Parts) -> None:
    """A list of notes masters whose element has a wrong name."""
    edited(
        parts, re.escape(PRESENTATION),
        lambda text: text.replace(
            "</p:sldMasterIdLst>",
            '</p:sldMasterIdLst><p:notesMasterIdLst><p:NotesMasterId r:id="rId99"/>'
            "</p:notesMasterIdLst>",
        ),
    )  # fmt: skip


def with_lists_in_disorder(parts: Parts) -> None:
    """The list of notes masters behind that of slides, as PptxGenJS writes it."""
    edited(
        parts, re.escape(PRESENTATION),
        lambda text: re.sub(
            r"(<p:sldMasterIdLst>.*</p:sldMasterIdLst>)(.*?)(?=<p:sldSz)", r"\2\1", text
        ),
    )  # fmt: skip


def with_svg(parts: Parts) -> None:
    """A drawing with a document type, as drawing programs write them, and one with a script."""
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/>'
    )
    doctype = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd">'
    typed(parts, "ppt/media/a.svg", f"{doctype}{svg}</svg>".encode(), "image/svg+xml")
    typed(
        parts, "ppt/media/b.svg", f"{svg}<script>x()</script></svg>".encode(), "image/svg+xml"
    )  # fmt: skip
    with_png(parts, LAYOUT, "rIdPng")
    uri = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
    for number, name in enumerate("ab", 950):
        relate(parts, LAYOUT, f"rIdSvg{name}", "image", f"../media/{name}.svg")
        extension = (
            f'<a:extLst><a:ext uri="{uri}"><asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/'
            f'office/drawing/2016/SVG/main" r:embed="rIdSvg{name}"/></a:ext></a:extLst></a:blip>'
        )
        shown = shown_picture("rIdPng", number)
        drawn(parts, LAYOUT, shown.replace('"rIdPng"/>', f'"rIdPng">{extension}'))


KINDS: dict[str, Any] = {
    "tags": with_tags,
    "custom data and ink": with_custom_data,
    "a theme with a picture": with_theme_picture,
    "objects and controls": with_object,
    "links": with_links,
    "pictures of the web": with_fetched_fill,
    "dangling relationships": with_dangling,
    "shared ids": with_shared_ids,
    "pandoc's list": with_pandoc_s_list,
    "lists in another order": with_lists_in_disorder,
    "drawings": with_svg,
}
WARNED = {
    "objects and controls": ["active-content"] * 2,
    "links": ["active-content"] * 2,
    "pictures of the web": ["external-content"],
}


def built(parts: Parts, folder: Path) -> tuple[Path, list[smdeck.Finding]]:
    """Return the talk on a template, and its findings."""
    (folder / "firma.potx").write_bytes(packed(parts))
    (folder / "deck.yaml").write_text(DECK, "utf-8")
    result = smdeck.build(folder / "deck.yaml")
    return result.path, list(result.findings)


@pytest.mark.parametrize("kind", KINDS)
def test_every_relationship_leads_somewhere_and_is_named(kind: str, tmp_path: Path) -> None:
    parts = plain_parts()
    KINDS[kind](parts)
    path, findings = built(parts, tmp_path)
    assert problems(path) == []
    assert [one.code for one in findings] == WARNED.get(kind, [])


def test_all_of_it_at_once(tmp_path: Path) -> None:
    """The SDK's validator, which takes a second, is asked about all of it together."""
    parts = plain_parts()
    for add in KINDS.values():
        add(parts)
    path, _ = built(parts, tmp_path)
    assert problems(path) == []
    if VALIDATOR.is_file():
        assert complaints(VALIDATOR, path) == []


def talk_of(kind: str, folder: Path) -> Parts:
    parts = plain_parts()
    KINDS[kind](parts)
    return parts_of(built(parts, folder)[0])


def test_an_embedded_object_becomes_its_picture_and_a_hidden_one_goes(tmp_path: Path) -> None:
    talk = talk_of("objects and controls", tmp_path)
    layout = talk[LAYOUT].decode()
    assert "oleObj" not in layout
    assert re.search(r'<p:pic>.*name="Objekt 910".*rIdOlePicture.*x="914400"', layout, re.S)
    assert b"Objekt 911" not in talk[MASTER]
    assert not [name for name in talk if "embeddings" in name or "activeX" in name or "vml" in name]


def test_ink_becomes_the_picture_of_it(tmp_path: Path) -> None:
    talk = talk_of("custom data and ink", tmp_path)
    assert b"Bild 902" in talk[LAYOUT]
    assert b"AlternateContent" not in talk[LAYOUT]
    assert not any(name.startswith("customXml") for name in talk)


def test_each_theme_brings_its_pictures(tmp_path: Path) -> None:
    talk = talk_of("a theme with a picture", tmp_path)
    themes = [name for name in talk if re.fullmatch(r"ppt/theme/\w+\.xml", name)]
    assert len(themes) == 2  # the notes master has one of its own
    for name in themes:
        assert b"rIdGround" in talk[name]
        assert b"bild.png" in talk[name.replace("theme/", "theme/_rels/") + ".rels"]


def test_links_that_run_or_open_files_go_and_those_to_pages_stay(tmp_path: Path) -> None:
    talk = talk_of("links", tmp_path)
    everything = b"".join(talk.values())
    assert b"javascript:" not in everything
    assert b"file:" not in everything
    assert b"https://example.com/" in talk["ppt/slideLayouts/_rels/slideLayout1.xml.rels"]


def test_a_picture_that_is_in_the_file_and_in_the_web_is_that_of_the_file(tmp_path: Path) -> None:
    layout = talk_of("pictures of the web", tmp_path)[LAYOUT]
    assert b"rIdFern" not in layout
    assert b'<a:blip r:embed="rIdNah"/>' in layout
    assert b"<a:noFill/>" in layout
    assert b"buBlip" not in layout


def test_an_svg_has_no_document_type_and_one_with_a_script_is_its_png(tmp_path: Path) -> None:
    talk = talk_of("drawings", tmp_path)
    assert b"DOCTYPE" not in talk["ppt/media/a.svg"]
    assert b"<rect" in talk["ppt/media/a.svg"]
    assert "ppt/media/b.svg" not in talk


def test_macros_are_dropped_under_any_name(tmp_path: Path) -> None:
    parts = plain_parts()
    typed(parts, "ppt/daten.bin", b"macro", "application/vnd.ms-office.vbaProject")
    relate(
        parts, PRESENTATION, "rIdM",
        "http://schemas.microsoft.com/office/2006/relationships/vbaProject", "daten.bin",
    )  # fmt: skip
    path, findings = built(parts, tmp_path)
    assert [one.code for one in findings] == ["macros-dropped"]
    assert "ppt/daten.bin" not in parts_of(path)


def strict(parts: Parts) -> Parts:
    """Return a template as PowerPoint saves it under the name of Strict Open XML."""
    out = {}
    for name, data in parts.items():
        text = data
        if name.endswith((".xml", ".rels")):
            text = re.sub(
                rb"http://schemas\.openxmlformats\.org/(presentationml|drawingml|officeDocument)/"
                rb"2006/",
                rb"http://purl.oclc.org/ooxml/\1/",
                data,
            )
            text = re.sub(
                rb'(<a:(?:lumMod|lumOff|tint|shade|satMod|alpha|spcPct) val=")(-?\d+)000"',
                rb'\1\2%"',
                text,
            )
        out[name] = text
    main = out[PRESENTATION].replace(b"<p:presentation ", b'<p:presentation conformance="strict" ')
    return {**out, PRESENTATION: main}


@pytest.mark.parametrize("template", [{}, {"masters": 2, "samples": 2}], ids=str)
def test_a_strict_template_gives_the_talk_of_the_usual_one(
    template: dict[str, int], tmp_path: Path
) -> None:
    usual = parts_of(io.BytesIO(company(**template)))  # type: ignore[arg-type]
    changed = strict(usual)
    assert b'%"' in changed[MASTER] + changed[THEME]
    for name, parts in (("usual", usual), ("strict", changed)):
        (tmp_path / name).mkdir()
        built(parts, tmp_path / name)
    one, other = (parts_of(tmp_path / name / "deck.pptx") for name in ("usual", "strict"))
    assert one.keys() == other.keys()
    assert [name for name in one if same(one[name]) != same(other[name])] == []
    found = problems(tmp_path / "strict" / "deck.pptx")
    assert [one for one in found if "hard-coded" not in one] == []  # python-pptx.s own colour


def same(data: bytes) -> bytes:
    """Return a part in a form that is the same for the same content."""
    return etree.tostring(etree.fromstring(data), method="c14n") if data[:1] == b"<" else data
