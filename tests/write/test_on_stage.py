"""On stage, as it is written: clicks, sections, comments, links, fields, and what moves."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from libreoffice import convert
from lxml import etree
from package_checks import problems
from sdk_validator import VALIDATOR, complaints

import smdeck

pytestmark = pytest.mark.slow

DECK = Path(__file__).parent.parent / "decks" / "on-stage.yaml"


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of the deck that has all of it."""
    target = tmp_path_factory.mktemp("stage") / "stage.pptx"
    built = smdeck.build(DECK, target, comments=True)
    assert built.findings == []
    return target


@pytest.fixture(scope="module")
def slides(stage: Path) -> list[etree._Element]:
    """Its slides, in order."""
    with zipfile.ZipFile(stage) as package:
        many = sum(name.startswith("ppt/slides/slide") for name in package.namelist())
        return [
            etree.fromstring(package.read(f"ppt/slides/slide{n}.xml")) for n in range(1, many + 1)
        ]


def clicks_written() -> list[int]:
    """Return the clicks of the slides that have some, as the comments of the deck say."""
    return [int(found) for found in re.findall(r"reveal: .*# (\d+)$", DECK.read_text(), re.M)]


def test_nobody_has_anything_to_say_against_it(stage: Path) -> None:
    assert problems(stage) == []
    if VALIDATOR.exists():
        assert complaints(VALIDATOR, stage) == []


def test_there_are_as_many_clicks_as_the_deck_says(slides: list[etree._Element]) -> None:
    """A click on a film, which lets it go on or stand still, is none of them."""
    main = "{*}timing//{*}cTn[@nodeType='mainSeq']//{*}cTn[@nodeType='clickEffect']"
    found = [len(slide.findall(main)) for slide in slides]
    assert [many for many in found if many] == clicks_written()


def test_libreoffice_imports_clicks_and_transitions(
    stage: Path, slides: list[etree._Element], office: str, tmp_path: Path
) -> None:
    convert(office, "odp", [stage], tmp_path)
    with zipfile.ZipFile(tmp_path / "stage.odp") as package:
        content = etree.fromstring(package.read("content.xml"))
    pages = content.findall(".//{*}body/{*}presentation/{*}page")
    names = {prefix: name for prefix, name in content.nsmap.items() if prefix}
    kind = f"{{{names['presentation']}}}node-type"
    clicks = [
        sum(
            one.get(kind) == "on-click"
            for sequence in page.iter("{*}seq")
            if sequence.get(kind) == "main-sequence"
            for one in sequence.iter()
        )
        for page in pages
    ]
    assert [many for many in clicks if many] == clicks_written()
    styles = {
        style.get(f"{{{names['style']}}}name"): style.find("{*}drawing-page-properties")
        for style in content.iter("{*}style")
    }
    moved = [
        styles[page.get(f"{{{names['draw']}}}style-name")].get(f"{{{names['smil']}}}type")
        for page in pages
    ]
    asked = [bool(slide.findall(".//{*}transition")) for slide in slides]
    assert [bool(one) for one in moved] == asked


def test_sections_and_numbers_end_before_what_is_kept_back(
    stage: Path, slides: list[etree._Element]
) -> None:
    with zipfile.ZipFile(stage) as package:
        talk = package.read("ppt/presentation.xml").decode()
    names = re.findall(r'<p14:section name="([^"]*)"', talk)
    assert names == ["Einstieg", "Zuhören", "Antworten", "Reserve", "Noch mehr"]
    feet = [
        "".join(shape.itertext("{*}t"))
        for slide in slides
        for shape in slide.iter("{*}sp")
        if shape.find(".//{*}ph[@type='sldNum']") is not None
    ]
    assert feet[0] == "2 / 21" and feet[-1] == "20 / 21"  # that of the hidden slide


def test_what_neighbours_have_in_common_has_one_name(slides: list[etree._Element]) -> None:
    moving = [
        {name for one in slide.iter("{*}cNvPr") if (name := one.get("name", "")).startswith("!!")}
        for slide in slides
    ]
    assert moving[1] == moving[2] == {"!!words Zuhören"}
    assert "!!words Dialog" in moving[4] & moving[5]
    grows = moving[13] & moving[14]
    assert {"!!shape Marke", "!!words Anna", "!!part Verbindung Marke – Carla"} <= grows
    assert "!!shape Linie" in grows  # the thread of the theme
    for slide in slides:
        names = [one.get("name") for one in slide.iter("{*}cNvPr")]
        names = [name for name in names if name and name.startswith("!!")]
        assert len(names) == len(set(names))


def test_comments_links_and_the_date(stage: Path, slides: list[etree._Element]) -> None:
    with zipfile.ZipFile(stage) as package:
        comments = [
            etree.fromstring(package.read(name)).findtext(".//{*}text")
            for name in package.namelist()
            if name.startswith("ppt/comments/")
        ]
        authors = package.read("ppt/commentAuthors.xml").decode()
        notes = etree.fromstring(package.read("ppt/notesSlides/notesSlide4.xml"))
    assert sorted(filter(None, comments)) == ["Reicht ein Punkt weniger?", "Zahlen ergänzen"]
    assert 'name="Kim Muster" initials="KM" lastIdx="2"' in authors
    jumps = [[one.get("action") for one in slide.iter("{*}hlinkClick")] for slide in slides]
    assert jumps[3] == ["ppaction://hlinksldjump"] * 4  # three of the menu, the number
    assert jumps[-1][3:] == ["ppaction://hlinkshowjump?jump=lastslideviewed"]
    fields = {one.get("type") for slide in slides for one in slide.iter("{*}fld")}
    assert fields == {"slidenum", "datetime1"}
    said = {run.findtext("{*}t"): dict(run[0].attrib) for run in notes.iter("{*}r")}
    assert said["[10:02 – Minute 2 / 20]"]["i"] == said["[Wasser trinken]"]["i"] == "1"
    assert said["eine"]["b"] == "1"


def test_the_menu_leads_to_all_sections_and_tells_where_one_is(
    slides: list[etree._Element],
) -> None:
    seen = {}
    for number in (3, -2):  # one of the first section, one that is kept back
        entries = [
            (run.findtext("{*}t"), shape.find(".//{*}defRPr[@b='1']") is not None)
            for shape in slides[number].iter("{*}sp")
            if shape.find(".//{*}nvPr/{*}ph") is None and shape.find(".//{*}hlinkClick") is not None
            for run in shape.iter("{*}r")
        ]
        seen[number] = [f"*{words}*" if bold else words for words, bold in entries]
    assert seen[3] == ["*Zuhören*", "Antworten", "Reserve"]
    assert seen[-2] == ["Zuhören", "Antworten", "*Reserve*", "←\u00a0Zurück"]


def test_a_menu_of_very_many_sections_shows_those_around_the_current_one(tmp_path: Path) -> None:
    deck = tmp_path / "talk.yaml"
    parts = (
        f"  - {{layout: section, title: Teil {n}}}\n"
        f"  - {{title: Punkte {n}, items: [a, b, c, d, e]}}\n"
        for n in range(1, 31)
    )
    deck.write_text(f"title: Viele Teile\nmenu: true\nslides:\n{''.join(parts)}", "utf-8")
    with zipfile.ZipFile(smdeck.build(deck).path) as package:
        slide = etree.fromstring(package.read("ppt/slides/slide30.xml"))
    links = [one for one in slide.iter("{*}sp") if one.find(".//{*}hlinkClick") is not None]
    shown = [int("".join(one.itertext("{*}t"))) for one in links]
    assert shown == [*range(shown[0], shown[-1] + 1)] and shown[0] < 15 < shown[-1] < 30


def test_without_being_asked_no_comment_is_written(tmp_path: Path) -> None:
    target = smdeck.build(DECK, tmp_path / "talk.pptx").path
    assert not [name for name in zipfile.ZipFile(target).namelist() if "omment" in name]


def test_a_film_waits_behind_its_click(slides: list[etree._Element]) -> None:
    (slide,) = [slide for slide in slides if slide.find(".//{*}video") is not None]
    (timing,) = slide.findall("{*}timing")
    (film,) = timing.findall(".//{*}video//{*}spTgt")
    shown = [one.get("spid") for one in timing.findall(".//{*}seq//{*}set//{*}spTgt")]
    assert film.get("spid") in shown
