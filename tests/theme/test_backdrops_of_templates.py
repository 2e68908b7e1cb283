"""Backdrops as they are: what a template puts behind its words counts, and its colours stay."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from company import Parts, edited, packed, parts_of, plain_parts
from pptx import Presentation

import smdeck
from smdeck.findings import Findings
from smdeck.theme.lookup import find_theme
from smdeck.theme.template.theme import TemplateTheme

MASTER = r"ppt/slideMasters/slideMaster1\.xml"
COVER = r"ppt/slideLayouts/slideLayout1\.xml"
CONTENT = r"ppt/slideLayouts/slideLayout2\.xml"
WHITE = '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'
RED = '<a:solidFill><a:srgbClr val="A40006"/></a:solidFill>'
DECK = """\
title: Ein Titel
theme: firma.potx
slides:
  - {layout: title}
  - {title: Ein Inhalt, items: [eins, zwei]}
  - {layout: table, title: Eine Tabelle, source: S, columns: [a, b], rows: [['**c**', d], [e, f]]}
"""


def white_titles(text: str) -> str:
    """Return a master whose titles are white."""
    return re.sub(r"(<p:titleStyle>.*?<a:defRPr[^>]*>)<a:solidFill>.*?</a:solidFill>",
                  rf"\g<1>{WHITE}", text, count=1, flags=re.S)  # fmt: skip


def filled(text: str, kind: str, fill: str = RED) -> str:
    """Return a master or layout whose placeholder of a kind has a fill."""
    pattern = rf'(<p:ph type="{kind}"[^>]*/></p:nvPr></p:nvSpPr><p:spPr)(?:/>|>(.*?)</p:spPr>)'
    found = re.search(pattern, text, re.S)
    assert found
    return text.replace(found[0], f"{found[1]}>{found[2] or ''}{fill}</p:spPr>", 1)


def built(parts: Parts, folder: Path) -> tuple[Path, list[str]]:
    """Return the talk on a template, and the codes of its findings."""
    (folder / "firma.potx").write_bytes(packed(parts))
    (folder / "deck.yaml").write_text(DECK, "utf-8")
    result = smdeck.build(folder / "deck.yaml")
    return result.path, [one.code for one in result.findings]


def test_ornaments_keep_off_the_art_of_the_template(tmp_path: Path) -> None:
    line = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    bar = (
        '<p:sp><p:nvSpPr><p:cNvPr id="940" name="Balken"/><p:cNvSpPr/><p:nvPr userDrawn="1"/>'
        '</p:nvSpPr><p:spPr><a:xfrm><a:off x="0" y="700000"/><a:ext cx="9144000" cy="160000"/>'
        f"</a:xfrm>{line}{RED}</p:spPr></p:sp>"
    )
    drawn: list[int] = []
    for art in ("", bar):
        parts = plain_parts()
        name = "ppt/slideMasters/slideMaster1.xml"
        parts[name] = parts[name].replace(b"</p:spTree>", f"{art}</p:spTree>".encode(), 1)
        (tmp_path / "firma.potx").write_bytes(packed(parts))
        deck = tmp_path / "deck.yaml"
        deck.write_text(
            "title: T\ntheme: firma.potx\nslides:\n"
            "  - {layout: quote, composition: strip, quote: Alle reden mit., by: Wer}\n",
            "utf-8",
        )
        slide = Presentation(str(smdeck.build(deck).path)).slides[0]
        drawn.append(sum(not shape.is_placeholder for shape in slide.slide_layout.shapes))
    assert drawn[0] > drawn[1] == 0


def title_colors(path: Path) -> list[int]:
    """Return how many colours of their own the words of each title have."""
    return [
        len(slide.shapes.title._element.xpath(".//a:rPr/a:solidFill"))
        for slide in Presentation(str(path)).slides
    ]


def test_a_white_title_on_a_bar_stays_white(tmp_path: Path) -> None:
    parts = plain_parts()
    edited(parts, MASTER, lambda text: filled(white_titles(text), "title"))
    path, codes = built(parts, tmp_path)
    assert title_colors(path) == [0, 0, 0]
    assert codes == []


def test_a_layout_s_own_bar_comes_before_its_master_s(tmp_path: Path) -> None:
    parts = plain_parts()
    edited(parts, MASTER, lambda text: filled(white_titles(text), "title"))
    edited(parts, COVER, lambda text: filled(text, "ctrTitle", "<a:noFill/>"))
    path, _ = built(parts, tmp_path)
    assert title_colors(path) == [1, 0, 0]  # white on white can't be read: it gets an ink


def test_a_white_title_on_white_gets_a_colour_that_can_be_read(tmp_path: Path) -> None:
    parts = plain_parts()
    edited(parts, MASTER, white_titles)
    path, _ = built(parts, tmp_path)
    assert title_colors(path) == [1, 1, 1]


@pytest.mark.parametrize(("grey", "stays"), [("8C8C8C", True), ("9E9E9E", False)])
def test_a_colour_that_can_be_read_at_its_size_stays(
    grey: str, stays: bool, tmp_path: Path
) -> None:
    """The first grey has 3.4:1 to white, enough for the large words of titles; the other 2.7:1."""
    parts = plain_parts()
    edited(parts, MASTER, lambda text: white_titles(text).replace("FFFFFF", grey))
    path, _ = built(parts, tmp_path)
    assert (title_colors(path) == [0, 0, 0]) == stays


def test_what_is_composed_keeps_off_a_filled_title(tmp_path: Path) -> None:
    parts = plain_parts()
    edited(parts, MASTER, lambda text: filled(white_titles(text), "title"))
    (tmp_path / "firma.potx").write_bytes(packed(parts))
    theme = find_theme("firma.potx", tmp_path, Findings())
    assert isinstance(theme, TemplateTheme)
    assert theme.area.y >= theme.title_box.bottom


STYLE = "{11111111-2222-4333-8444-555555555555}"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"


def with_table_style(parts: Parts, fill: str, words: str) -> None:
    """Give a template a default table style whose cells are filled."""
    text = f'<a:tcTxStyle><a:fontRef idx="minor"/><a:srgbClr val="{words}"/></a:tcTxStyle>'
    solid = f'<a:solidFill><a:srgbClr val="{fill}"/></a:solidFill>'
    cells = f"<a:tcStyle><a:tcBdr/><a:fill>{solid}</a:fill>"
    part = "ppt/tableStyles.xml"
    assert part in parts
    parts[part] = (
        f'<?xml version="1.0" encoding="UTF-8"?><a:tblStyleLst xmlns:a="{A}" def="{STYLE}">'
        f'<a:tblStyle styleId="{STYLE}" styleName="Firma"><a:wholeTbl>{text}{cells}</a:tcStyle>'
        "</a:wholeTbl></a:tblStyle></a:tblStyleLst>"
    ).encode()


def table_of(path: Path) -> str:
    """Return the XML of the table of a talk."""
    return parts_of(path)["ppt/slides/slide3.xml"].decode()


def test_cells_of_a_dark_table_style_keep_its_colours(tmp_path: Path) -> None:
    parts = plain_parts()
    with_table_style(parts, "1B2A41", "FFFFFF")
    path, codes = built(parts, tmp_path)
    assert codes == []
    assert f"<a:tableStyleId>{STYLE}" in table_of(path)
    table = table_of(path).partition("<a:tbl>")[2].partition("</a:tbl>")[0]
    assert "solidFill" not in table  # bold words are bold, and as white as the others


def test_a_table_style_that_can_t_be_read_is_not_taken(tmp_path: Path) -> None:
    parts = plain_parts()
    with_table_style(parts, "1B2A41", "203050")
    path, codes = built(parts, tmp_path)
    assert codes == []
    assert STYLE not in table_of(path)


def test_the_header_of_a_table_is_in_a_colour_that_can_be_read(tmp_path: Path) -> None:
    """`dk2` of this theme is as white as its background."""
    parts = plain_parts()
    white = '<a:dk2><a:srgbClr val="FFFFFF"/></a:dk2>'
    edited(
        parts, r"ppt/theme/theme1\.xml",
        lambda text: re.sub(r"<a:dk2>.*?</a:dk2>", white, text),
    )  # fmt: skip
    path, codes = built(parts, tmp_path)
    assert codes == []
    styles = parts_of(path)["ppt/tableStyles.xml"].decode()
    header = styles.partition("<a:firstRow>")[2].partition("</a:firstRow>")[0]
    assert "tx1" in header
    assert "tx2" not in header
