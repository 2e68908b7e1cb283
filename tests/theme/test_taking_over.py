"""What a talk takes over of a template: nothing that is broken, that runs, or is fetched."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from company import company, edited, packed, parts_of, plain_parts, with_fetched_picture
from picture_making import flat

import smdeck
from smdeck.theme.template import schema
from smdeck.theme.template.package import parse

DECK = "title: T\ntheme: firma.potx\nslides: [{layout: title}, {title: A, items: [b, c]}]\n"
LAYOUT = "ppt/slideLayouts/slideLayout1.xml"


def refusal(parts: dict[str, bytes], folder: Path) -> str:
    """Return why a template is refused, or "" where the talk is built."""
    (folder / "firma.potx").write_bytes(packed(parts))
    (folder / "deck.yaml").write_text(DECK, "utf-8")
    try:
        smdeck.build(folder / "deck.yaml")
    except smdeck.DeckError as error:
        return error.findings[0].message
    return ""


BROKEN = {
    "an attribute that nobody knows": ("<p:cSld ", "<p:cSld nonsense='1' ", "has no attribute"),
    "a value that is none": ('type="ctrTitle"', 'type="titel"', "`type` of `p:ph` is `titel`"),
    "a number that is too large": ('<a:off x="', '<a:off x="99999999999999', "`x` of `a:off`"),
    "an attribute that is missing": (' id="2"', "", "`p:cNvPr` lacks `id`"),
    "an element in the wrong place": ("<p:cSld ", "<p:cSld><p:spTree/></p:cSld><p:cSld ", "holds"),
    "an element that is missing": ("<p:spPr/>", "", "`p:sp` holds what is not allowed there"),
    "words where none are": ("<p:spPr/>", "<p:spPr>x</p:spPr>", "`p:spPr` holds words"),
}
"""What is changed in a layout, and how the talk is refused."""


def test_a_template_that_breaks_the_schema_is_refused_with_what_breaks_it(tmp_path: Path) -> None:
    wrong = []
    for title, (old, new, said) in BROKEN.items():
        parts = plain_parts()
        before = parts[LAYOUT]
        edited(parts, re.escape(LAYOUT), lambda text, o=old, n=new: re.sub(o, n, text, count=1))  # type: ignore[misc]
        assert parts[LAYOUT] != before, title
        message = refusal(parts, tmp_path)
        if said not in message or LAYOUT not in message:
            wrong.append(f"{title}: {message}")
    assert wrong == []


def test_an_entity_is_refused(tmp_path: Path) -> None:
    parts = plain_parts()
    edited(
        parts,
        re.escape(LAYOUT),
        lambda text: re.sub(r"(<p:sldLayout)", r'<!DOCTYPE a [<!ENTITY b "c">]>\1', text, count=1),
    )
    assert "it has a document type" in refusal(parts, tmp_path)


@pytest.mark.parametrize("template", [{}, {"masters": 2, "samples": 2}, {"picture": True}])
def test_good_templates_have_no_faults(template: dict[str, int]) -> None:
    parts = parts_of(io.BytesIO(company(**template)))  # type: ignore[arg-type]
    looked = [name for name in parts if re.fullmatch(r"ppt/(slide|theme|notes).*\.xml", name)]
    assert len(looked) > 8
    assert [schema.fault(parse(parts[name])) for name in looked] == [None] * len(looked)


def test_pictures_from_elsewhere_and_what_runs_are_left_out_with_a_warning(tmp_path: Path) -> None:
    parts = with_fetched_picture(plain_parts())
    click = (
        '<p:cNvPr id="98" name="Los"><a:hlinkClick r:id="rIdWeb"/></p:cNvPr>',
        '<p:cNvPr id="97" name="Start"><a:hlinkClick r:id="" action="macro:Start"/></p:cNvPr>',
    )
    shapes = "".join(
        f"<p:sp><p:nvSpPr>{one}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/></p:sp>" for one in click
    )
    edited(
        parts, re.escape(LAYOUT), lambda text: text.replace("</p:spTree>", shapes + "</p:spTree>")
    )
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    rows = (
        f'<Relationship Id="rIdWeb" Type="{kinds}hyperlink" Target="https://example.com/" '
        'TargetMode="External"/>'
        f'<Relationship Id="rIdTag" Type="{kinds}tags" Target="../tags/tag1.xml"/>'
    )
    edited(
        parts,
        r"ppt/slideLayouts/_rels/slideLayout1\.xml\.rels",
        lambda text: text.replace("</Relationships>", rows + "</Relationships>"),
    )
    (tmp_path / "firma.potx").write_bytes(packed(parts))
    (tmp_path / "deck.yaml").write_text(DECK, "utf-8")
    built = smdeck.build(tmp_path / "deck.yaml")
    codes = {finding.code for finding in built.findings}
    assert codes == {"external-content", "active-content"}
    talk = parts_of(built.path)
    assert b"logo.png" not in b"".join(talk.values())
    assert b"macro:" not in talk[LAYOUT]
    assert b"tags" not in talk["ppt/slideLayouts/_rels/slideLayout1.xml.rels"]
    assert b"https://example.com/" in talk["ppt/slideLayouts/_rels/slideLayout1.xml.rels"]


def test_a_master_without_a_list_of_layouts_gets_one(tmp_path: Path) -> None:
    parts = plain_parts()
    edited(
        parts,
        r"ppt/slideMasters/slideMaster1\.xml",
        lambda text: re.sub(r"<p:sldLayoutIdLst>.*</p:sldLayoutIdLst>", "", text, flags=re.S),
    )
    (tmp_path / "firma.potx").write_bytes(packed(parts))
    deck = DECK.replace("{title: A", "{title: A, tone: dark, subtitle: S")
    (tmp_path / "deck.yaml").write_text(deck, "utf-8")
    talk = parts_of(smdeck.build(tmp_path / "deck.yaml").path)
    assert b"<p:sldLayoutIdLst>" in talk["ppt/slideMasters/slideMaster1.xml"]


def test_a_template_with_too_much_to_read_is_refused_before_it_is(tmp_path: Path) -> None:
    parts = plain_parts()
    many = "<a:p/>" * 250_000
    edited(
        parts,
        re.escape(LAYOUT),
        lambda text: text.replace("</p:txBody>", many + "</p:txBody>", 1),
    )
    assert "more than 250000 tags" in refusal(parts, tmp_path)


def test_a_picture_that_reaches_far_beyond_the_slide_is_painted_where_it_is_seen(
    tmp_path: Path,
) -> None:
    """Scaled as a whole, this one would have more pixels than any computer can hold."""
    parts = with_fetched_picture(plain_parts())
    flat().save(data := io.BytesIO(), "PNG")
    parts["ppt/media/logo.png"] = data.getvalue()
    edited(
        parts,
        r"ppt/slideLayouts/_rels/slideLayout1\.xml\.rels",
        lambda text: text.replace('"https://example.com/logo.png" TargetMode="External"',
                                  '"../media/logo.png"'),
    )  # fmt: skip
    edited(
        parts,
        re.escape(LAYOUT),
        lambda text: text.replace("r:link", "r:embed").replace(
            'cx="9" cy="9"', f'cx="{2 * 10**9}" cy="{2 * 10**9}"'
        ),
    )
    edited(
        parts,
        r"\[Content_Types\]\.xml",
        lambda text: text.replace("<Override", '<Default Extension="png" '
                                  'ContentType="image/png"/><Override', 1),
    )  # fmt: skip
    assert refusal(parts, tmp_path) == ""
