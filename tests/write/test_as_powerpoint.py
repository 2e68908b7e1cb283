"""What PowerPoint's own files have and never have, on a deck of all that can be on a slide.

The other themes show every layout in the tones in turn: colours are what they differ in.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import openpyxl
import pytest
from lxml import etree
from package_checks import CHART, LAYOUT, MASTER, SLIDE, A, C, P, Package
from rendering import NAMES
from shared_talks import SharedTalks, in_batches
from whole_gallery import WHOLE

pytestmark = pytest.mark.slow

MAPS = ("lt1", "dk1")


OF_OTHER_THEMES = [name for name in NAMES if name.startswith("gallery-tones@")]


@pytest.fixture(scope="module", params=in_batches([WHOLE, *OF_OTHER_THEMES]))
def of_theme(request: pytest.FixtureRequest, talks: SharedTalks) -> Package:
    """All layouts under each theme, in the tones in turn."""
    return Package.read(talks.talk(request.param).path)


@pytest.fixture(scope="module", params=in_batches([WHOLE]))
def package(request: pytest.FixtureRequest, talks: SharedTalks) -> Package:
    """The whole gallery."""
    return Package.read(talks.talk(request.param).path)


def elements(package: Package, tag: str, *kinds: str) -> Iterator[etree._Element]:
    """Return the elements with a tag in all parts of some kinds."""
    return (element for _, root in package.parts(*kinds) for element in root.iter(tag))


def test_slides_inherit_the_colour_map_of_their_layout(of_theme: Package) -> None:
    for part, root in of_theme.parts(SLIDE):
        assert root.find(f"{P}clrMapOvr/{A}masterClrMapping") is not None, part


def test_masters_and_layouts_map_the_background_to_the_lightest_or_darkest(
    of_theme: Package,
) -> None:
    maps = [*elements(of_theme, f"{P}clrMap", MASTER)]
    maps += elements(of_theme, f"{A}overrideClrMapping", LAYOUT)
    assert len(maps) > 1
    assert {one.get("bg1") for one in maps} <= {*MAPS}


def test_charts_name_colours_that_hold_without_a_map(of_theme: Package) -> None:
    named = {color.get("val") for color in elements(of_theme, f"{A}schemeClr", CHART)}
    assert named
    assert named.isdisjoint({"bg1", "tx1", "bg2", "tx2"})


def test_charts_have_what_every_chart_of_powerpoints_has(package: Package) -> None:
    for owner, child in (
        ("scatterChart", "dLbls"),
        ("pieChart", "firstSliceAng"),
        ("dPt", "bubble3D"),
        ("chart", "plotVisOnly"),
    ):
        owners = [*elements(package, f"{C}{owner}", CHART)]
        assert owners
        assert all(one.find(f"{C}{child}") is not None for one in owners), (owner, child)


def test_what_a_chart_shows_stands_in_its_workbook(package: Package) -> None:
    """Else it changes under the hands of whoever edits its figures."""
    seen = 0
    for part, root in package.parts(CHART):
        (name,) = package.targets(part, "package")
        book = openpyxl.load_workbook(BytesIO(package.data[name]), data_only=True)
        for reference in root.iter(f"{C}numRef", f"{C}strRef"):
            sheet, _, cells = reference.findtext(f"{C}f").rpartition("!")
            found = book[sheet.strip("'")][cells.replace("$", "")]
            rows = found if isinstance(found, tuple) else ((found,),)
            stored = [cell.value for row in rows for cell in row]
            assert int(reference.find(f".//{C}ptCount").get("val")) == len(stored), part
            shown = {int(p.get("idx")): p.findtext(f"{C}v") for p in reference.iter(f"{C}pt")}
            kind = float if reference.tag == f"{C}numRef" else str
            for number, value in enumerate(stored):
                assert (number in shown) == (value is not None), (part, cells)
                if value is not None:
                    assert kind(shown[number]) == kind(value), (part, cells)
                    seen += 1
    assert seen > 100


def test_tables_say_what_their_columns_are(package: Package) -> None:
    frames = [
        frame
        for frame in elements(package, f"{P}graphicFrame", SLIDE)
        if frame.find(f".//{A}tbl") is not None
    ]
    assert frames
    for frame in frames:
        header = frame.findall(f".//{A}tr")[0]
        columns = ["".join(cell.itertext()).strip() for cell in header.findall(f"{A}tc")]
        said = frame.find(f".//{P}cNvPr").get("descr")
        if frame.find(f".//{A}tblPr").get("firstRow") != "1":  # a row that comes with a click
            columns = columns[:1]
        assert said == f"Tabelle: {', '.join(column for column in columns if column)}"


def test_a_build_says_of_what_is_painted_alone_that_it_is_a_background(package: Package) -> None:
    seen = set()
    for _, root in package.parts(SLIDE):
        shapes = {shape.find(f".//{P}cNvPr").get("id"): shape for shape in root.iter(f"{P}sp")}
        for build in root.iter(f"{P}bldP"):
            if build.get("build") is None:
                properties = shapes[build.get("spid", "")].find(f"{P}spPr")
                paints = (f"{A}solidFill", f"{A}gradFill", f"{A}ln/{A}solidFill")
                painted = any(properties.find(paint) is not None for paint in paints)
                assert (build.get("animBg") == "1") == painted
                seen.add(painted)
    assert seen == {True, False}


def test_the_view_has_its_four_parts(package: Package) -> None:
    views = package.xml["ppt/viewProps.xml"]
    assert [etree.QName(child).localname for child in views] == [
        *("normalViewPr", "slideViewPr", "notesTextViewPr", "gridSpacing")
    ]


def test_quotation_marks_are_both_text(package: Package) -> None:
    quotes = [
        text
        for shape in elements(package, f"{P}sp", SLIDE)
        if (text := "".join(shape.itertext()).strip()).endswith("“")
    ]
    assert quotes
    assert all(text.count("„") == text.count("“") for text in quotes)
