"""A talk on a company's template: its parts are kept, its layouts filled, its samples gone."""

from __future__ import annotations

import hashlib
import io
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from company import company, parts_of
from lxml import etree
from package_checks import problems
from picture_making import exif, flat, written
from PIL import Image
from pptx import Presentation
from rendering import DECKS, EVERY_KEY, EVERY_KEY_DECK, GALLERIES, gallery

import smdeck

pytestmark = pytest.mark.slow

TALK = """\
title: Was ist Social Media?
subtitle: Vom medialen Monolog zum sozialmedialen Dialog
theme: firma.potx
speaker: {name: Social Media Vortrag, role: Beratung}
slides:
  - layout: title
  - layout: section
    title: Was ist Social Media?
    subtitle: Inhalte austauschen und kommentieren
  - title: Benutzer werden Produzenten
    items: [Bisher Konsument, Heute beteiligt: [gestalten, verbreiten]]
    notes: Durch User Generated Content.
  - layout: two-columns
    title: Starke Verbindungen bleiben
    left: {title: Heute, items: [Facebook, Twitter]}
    right: {title: Früher, items: [Brieffreundschaften, Klassentreffen]}
  - layout: cards
    title: Drei Wege
    items: [{title: Umsetzung, icon: rocket}, {title: Content, featured: true}, Workshops]
  - layout: statement
    title: Aus Monologen werden **Dialoge.**
    tone: brand
  - layout: table
    title: Jeder Kanal hat seine Stärke
    columns: [Kanal, Stärke]
    rows: [[Facebook, Nähe], [Blog, Tiefe]]
  - layout: Titel und Inhalt
    title: Von Hand gefüllt
    fill: {Content Placeholder 2: [eins, zwei]}
"""

FOOTER = 11
"""The `idx` of footers, which carry the size that they inherit: see `Typesetter`."""

Build = Callable[..., Path]


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """Build the talk, or another, on a template."""

    def built(template: bytes, talk: str = TALK) -> Path:
        (tmp_path / "firma.potx").write_bytes(template)
        deck = tmp_path / "talk.yaml"
        deck.write_text(talk, "utf-8")
        result = smdeck.build(deck)
        assert not result.findings
        return result.path

    return built


def layouts(path: Path) -> list[str]:
    """Return the name of the layout of each slide."""
    return [slide.slide_layout.name for slide in Presentation(str(path)).slides]


def words(shape: Any) -> list[str]:
    """Return the paragraphs of a shape."""
    return [paragraph.text for paragraph in shape.text_frame.paragraphs]


def test_slides_stand_on_the_template_s_layouts_or_on_composed_ones(build: Build) -> None:
    assert layouts(build(company())) == [
        "Titelfolie",
        "Zwischentitel",
        "Titel und Inhalt",
        "Gegenüberstellung",
        "Karten 3, Säulen",
        "Aussage (Marke)",
        "Titel und Inhalt",
        "Titel und Inhalt",
    ]


@pytest.mark.parametrize(
    "template",
    [
        {},
        {"samples": 12},
        {"masters": 2, "samples": 3},
        {"footers": False},
        {"size": (960, 540), "picture": False},
        {"size": (720, 450)},
    ],
    ids=str,
)
def test_the_file_is_sound(template: dict[str, Any], build: Build) -> None:
    found = problems(build(company(**template)))
    assert [one for one in found if "notesMaster" not in one] == []
    assert all("hard-coded colour" in one or "without lang" in one for one in found)  # their own


def test_samples_are_gone_with_their_pictures_and_notes(build: Build) -> None:
    template = company(samples=12)
    path = build(template)
    (path.parent / "with.zip").write_bytes(template)
    before, after = parts_of(path.parent / "with.zip"), parts_of(path)
    assert sum(name.startswith("ppt/media/") for name in before) == 12
    assert not any(name.startswith("ppt/media/") for name in after)
    assert len(Presentation(str(path)).slides) == 8
    assert sum(name.startswith("ppt/notesSlides/notes") for name in after) == 1
    text = b"".join(data for name, data in after.items() if name.endswith(".xml"))
    assert b"Musterfolie" not in text
    assert b"Notiz des Musters" not in text
    assert "docProps/thumbnail.jpeg" not in after


def test_what_is_kept_is_kept_byte_by_byte(build: Build) -> None:
    template = company(masters=2, samples=2)
    path = build(template)
    (path.parent / "with.zip").write_bytes(template)
    before, after = parts_of(path.parent / "with.zip"), parts_of(path)
    kept = re.compile(r"ppt/(slideLayouts|slideMasters|theme)/\w+\.xml")
    changed = [
        name for name, data in before.items() if kept.fullmatch(name) and after[name] != data
    ]
    assert changed == ["ppt/slideMasters/slideMaster1.xml"]  # which lists the composed layouts
    old, new = (etree.fromstring(parts[changed[0]]) for parts in (before, after))
    for root in (old, new):
        ids = root.find("{*}sldLayoutIdLst")
        assert ids is not None
        root.remove(ids)
    assert etree.tostring(old, method="c14n") == etree.tostring(new, method="c14n")


def test_only_layouts_that_slides_use_are_composed(build: Build) -> None:
    names = {one.name for one in Presentation(str(build(company()))).slide_layouts}
    own = {one.name for one in _opened(company(), build).slide_layouts}
    assert names - own == {"Karten 3, Säulen", "Aussage (Marke)"}


def _opened(template: bytes, build: Build) -> Any:
    path = build(template).parent / "firma.potx"
    return Presentation(str(path))


def test_slides_of_matched_layouts_carry_no_place_and_no_size(build: Build) -> None:
    slides = Presentation(str(build(company()))).slides
    for number in (0, 1, 2, 3, 7):
        for shape in slides[number].placeholders:
            assert len(shape._element.spPr) == 0, shape.name
            if shape.placeholder_format.idx == FOOTER:
                continue
            assert not shape._element.xpath(".//a:rPr[@sz]"), shape.name


def test_words_that_need_it_are_set_smaller_on_their_slide_alone(build: Build) -> None:
    long = "Ein Punkt mit so vielen Wörtern, dass er über mehrere Zeilen läuft und noch eine"
    talk = (
        TALK
        + "  - title: Viel\n    allow: [words]\n"
        + f"    items: [{', '.join(f'{long} {n}' for n in range(5))}]\n"
    )
    talk = talk.replace(", dass er", " dass er").replace("slides:", "fit: slide\nslides:")
    slides = Presentation(str(build(company(), talk))).slides
    assert slides[8].slide_layout.name == "Titel und Inhalt"
    sizes = {run.font.size.pt for run in slides[8].placeholders[1].text_frame.paragraphs[0].runs}
    assert all(16 <= size < 32 for size in sizes)
    assert sizes
    sized = [shape for shape in slides[2].placeholders if shape._element.xpath(".//a:rPr[@sz]")]
    assert [shape.placeholder_format.idx for shape in sized] == [FOOTER]


def test_speaker_and_event_stand_below_the_subtitle(build: Build) -> None:
    slide = Presentation(str(build(company()))).slides[0]
    assert words(slide.placeholders[1]) == [
        "Vom medialen Monolog zum sozialmedialen Dialog",
        "Social Media Vortrag · Beratung",
    ]


def test_a_named_layout_is_filled_by_the_names_of_its_placeholders(build: Build) -> None:
    slide = Presentation(str(build(company()))).slides[7]
    assert slide.shapes.title.text == "Von Hand gefüllt"
    assert words(slide.placeholders[1]) == ["eins", "zwei"]


def test_footer_and_number_stand_only_where_the_template_has_them(build: Build) -> None:
    def kinds(template: bytes) -> list[int]:
        slide = Presentation(str(build(template))).slides[2]
        return [shape.placeholder_format.idx for shape in slide.placeholders]

    assert kinds(company()) == [0, 1, 11, 12]
    assert kinds(company(footers=False)) == [0, 1]


def test_the_date_and_the_menu_stand_where_the_template_has_a_foot(
    build: Build, tmp_path: Path
) -> None:
    talk = TALK.replace("slides:", "dated: auto\nmenu: true\nslides:", 1)
    slide = Presentation(str(build(company(), talk))).slides[4]
    feet = [shape.placeholder_format.idx for shape in slide.placeholders]
    assert (
        10 in feet and FOOTER not in feet and slide.element.findall(".//{*}fld[@type='datetime1']")
    )
    foot = next(one for one in slide.slide_layout.placeholders if one.placeholder_format.idx == 11)
    (entry,) = [one for one in slide.shapes if one.has_text_frame and one.click_action.target_slide]
    assert foot.left <= entry.left and entry.left + entry.width <= foot.left + foot.width
    (tmp_path / "firma.potx").write_bytes(company(footers=False))
    found = smdeck.build(tmp_path / "talk.yaml").findings
    assert [(one.code, one.place and one.place.word) for one in found] == [
        ("unshown-key", "auto"), ("unshown-key", "true"),
    ]  # fmt: skip


def test_composed_layouts_use_theme_colours_and_fonts_alone(build: Build) -> None:
    for layout in Presentation(str(build(company()))).slide_layouts:
        if layout.name in ("Karten 3, Säulen", "Aussage (Marke)"):
            assert not layout._element.xpath(".//a:srgbClr")
            fonts = layout._element.xpath(".//a:latin/@typeface")
            assert {*fonts} <= {"+mj-lt", "+mn-lt"}


def test_a_slide_in_another_tone_maps_its_colours(build: Build) -> None:
    slide = Presentation(str(build(company()))).slides[5]
    (mapped,) = slide.slide_layout._element.xpath("./p:clrMapOvr/a:overrideClrMapping")
    assert (mapped.get("bg1"), mapped.get("tx1")) == ("accent1", "lt1")


@pytest.mark.parametrize("size", [(720, 405), (960, 540), (794, 446)])
def test_slides_are_as_large_as_the_template_s(size: tuple[float, float], build: Build) -> None:
    presentation = Presentation(str(build(company(size=size))))
    width, height = presentation.slide_width.pt, presentation.slide_height.pt
    assert (width, height) == pytest.approx(size)
    for slide in presentation.slides:
        for shape in slide.shapes:
            assert shape.left.pt >= -1
            assert shape.top.pt >= -1
            assert shape.left.pt + shape.width.pt <= width + 1
            assert shape.top.pt + shape.height.pt <= height + 1


def test_words_beside_a_picture_stand_on_the_template_s_layout(
    build: Build, tmp_path: Path
) -> None:
    (tmp_path / "bild.png").write_bytes(
        (Path(__file__).parents[1] / "bad_decks" / "beside" / "bild.png").read_bytes()
    )
    talk = (
        "title: a\ntheme: firma.potx\nslides:\n"
        "  - {layout: image-text, title: Bild, image: {file: bild.png, alt: Weiß}, items: [eins]}\n"
    )
    path = build(company(picture=True), talk)
    assert layouts(path) == ["Text und Bild"]


def test_the_same_template_gives_the_same_bytes(build: Build) -> None:
    digests = {hashlib.sha256(build(company(samples=2)).read_bytes()).hexdigest() for _ in range(2)}
    assert len(digests) == 1


def test_a_theme_may_name_the_layouts_that_serve(build: Build, tmp_path: Path) -> None:
    folder = tmp_path / "themes" / "haus"
    folder.mkdir(parents=True)
    (folder / "theme.yaml").write_text(
        "meta: {name: Haus}\ntemplate:\n  file: ../../firma.potx\n"
        "  layouts: {section: Titelfolie}\n  tones: {statement: dark}\n"
    )
    talk = TALK.replace("firma.potx", "haus").replace("    tone: brand\n", "")
    path = build(company(), talk)
    assert layouts(path)[1] == "Titelfolie"
    layout = Presentation(str(path)).slides[5].slide_layout
    (mapped,) = layout._element.xpath("./p:clrMapOvr/*")
    assert mapped.get("bg1") == "dk2"


@pytest.mark.parametrize(
    ("name", "size"),
    [
        *(("gallery-tones", size) for size in ((960, 540), (720, 540), (720, 405))),
        *(("gallery-reveal", (720, 540)), (EVERY_KEY, (720, 405))),
    ],
    ids=str,
)
def test_every_layout_and_key_works_on_a_template(
    name: str, size: tuple[float, float], tmp_path: Path
) -> None:
    """Every layout in every size; clicks and rare keys in one, as they don't change with it."""
    (tmp_path / "firma.potx").write_bytes(company(size=size, masters=2))
    shutil.copytree(DECKS / "bilder", tmp_path / "bilder")
    text = EVERY_KEY_DECK if name == EVERY_KEY else gallery(*GALLERIES[name])
    deck = tmp_path / "deck.yaml"
    deck.write_text(text.replace("theme: vortrag", "theme: firma.potx"), "utf-8")
    built = smdeck.build(deck)
    assert built.findings == []
    assert problems(built.path, audit=name == EVERY_KEY) == []


@pytest.mark.parametrize("orientation", [1, 6])
def test_pictures_of_a_template_travel_without_what_they_tell(
    build: Build, orientation: int
) -> None:
    presentation = Presentation(io.BytesIO(company()))
    photograph = written(flat(), "JPEG", exif=exif(orientation))
    master = presentation.slide_master
    _, relation = master.part.get_or_add_image_part(io.BytesIO(photograph))
    master.shapes._spTree.add_pic(99, "Foto", "", relation, 0, 0, 914_400, 914_400)
    saved = io.BytesIO()
    presentation.save(saved)
    parts = parts_of(build(saved.getvalue()))
    (kept,) = (data for name, data in parts.items() if name.endswith(".jpg"))
    assert b"example.com" in photograph and b"example.com" not in kept
    with Image.open(io.BytesIO(kept)) as shown:
        told = shown.getexif()
        assert dict(told) == ({} if orientation == 1 else {0x0112: 6}) and not told.get_ifd(0x8825)
        assert shown.tobytes() == Image.open(io.BytesIO(photograph)).tobytes()
