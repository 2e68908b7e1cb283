"""Templates that nobody here made: a talk on each, as LibreOffice shows it."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pymupdf
import pytest
from company import DEFAULT, company
from libreoffice import convert, render
from package_checks import problems
from PIL import Image, ImageChops
from pptx import Presentation
from rendering import DECKS, EMU_PER_POINT, Area, Frame, area_of, squeezed, words

import smdeck
from smdeck.compiler.compiling import compile_deck
from smdeck.findings import Findings

pytestmark = pytest.mark.office

OFFICE_TEMPLATES = Path("/usr/lib/libreoffice/share/template/common/presnt")

LIBREOFFICE = ("Beehive", "Lights", "Nature_Illustration", "Pencil", "Vintage")
"""LibreOffice's own templates, in 16:9 and 4:3, light and dark, with drawn and painted art; their
fonts have metric twins among those that are installed."""


NAMES = ("python-pptx", "pandoc", "Firma", *LIBREOFFICE)

INK_SLACK = 3.0
"""How many points the ink of a word may stand outside its frame: letters are no rectangles."""

ART_SLACK = 2.0
"""How far the edges of shapes reach beyond their boxes, in points."""

SAME = 40
"""Up to this difference of a channel, of 255, two pixels are alike: edges are smoothed."""

DPI = 36
"""How finely pages are compared."""

TALK = """\
title: Was ist Social Media?
subtitle: Vom medialen Monolog zum sozialmedialen Dialog
lang: de-DE
theme: {template}
speaker: {{name: Social Media Vortrag, role: Beratung, email: kontakt@example.com}}
event: {{name: Digitaltag, place: Köln, date: 2026-12-03}}
slides:
  - layout: title
  - layout: agenda
    items:
      - {{title: "Was ist Social Media?", minutes: 8}}
      - {{title: Fragen und nächste Schritte, minutes: 12}}
  - layout: section
    title: Was ist Social Media?
    subtitle: Inhalte austauschen und kommentieren
  - title: Der Benutzer wird zum Produzenten
    items:
      - Bisher meist nur Konsument
      - Heute an Inhalten beteiligt: [gestalten, verbreiten]
      - Geringe Eintrittsbarrieren
    notes: Durch User Generated Content grenzt sich Social Media von den Massenmedien ab.
  - layout: two-columns
    title: Starke Verbindungen bleiben
    left: {{title: Heute, items: [Facebook oder Pinterest, Auf dem Laufenden]}}
    right: {{title: Früher, items: [Brieffreundschaften, Nach einiger Zeit vorbei]}}
  - layout: comparison
    title: Aus Monologen werden Dialoge
    left: {{title: Massenmedien, icon: speakerphone, items: ["Print, Film, Fernsehen", Ein Sender]}}
    right: {{title: Social Media, icon: messages, items: [Nachrichten, Jeder antwortet]}}
  - layout: cards
    title: Drei Wege der Zusammenarbeit
    items:
      - {{icon: rocket, title: Umsetzung, text: Kanäle aufbauen und betreuen}}
      - {{icon: pencil, title: Content, text: "Texte, Bilder und Videos", featured: true}}
      - {{icon: school, title: Workshops, text: Teams befähigen}}
  - layout: chart
    title: Im Social Web antworten Menschen
    type: bar
    data: {{categories: [Fernsehen, Print, Social Web], series: {{Rückmeldungen: [18, 24, 71]}}}}
    highlight: Social Web
    unit: "%"
    takeaway: Dreimal so viele wie bei Print
    source: Beispielwerte
  - layout: table
    title: Jeder Kanal hat seine Stärke
    columns: [Kanal, Stärke, Inhalt]
    rows:
      - [Facebook, Nähe zur Gemeinschaft, "Beiträge, Gruppen"]
      - [Pinterest, Inspiration, "Bilder, Sammlungen"]
  - layout: image-text
    title: Marken kommen ins Wohnzimmer
    image: {{file: bilder/wohnzimmer.png, alt: Ein Wohnzimmer}}
    text: Das Fernsehen hat es versprochen, das Social Web macht es möglich.
  - layout: quote
    quote: Das Fernsehen versprach, Marken kämen ins Wohnzimmer. Erst **das Social Web** kann es.
    by: Warum Social Media Marketing?
  - layout: contact
    title: Sprechen Sie mit mir!
    text: Ich bin gespannt auf Ihre Anfrage.
    url: https://example.com/vortrag
"""


class Built(NamedTuple):
    """A talk on a template, and the layout of the template that each slide stands on."""

    name: str
    path: Path
    template: Path
    bases: list[str]
    findings: list[str]


@pytest.fixture(scope="session")
def templates(office: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The templates that this computer has."""
    folder = tmp_path_factory.mktemp("templates")
    shutil.copy(DEFAULT, folder / "python-pptx.pptx")
    (folder / "Firma.pptx").write_bytes(company(samples=4, masters=2, size=(960, 540)))
    if shutil.which("pandoc"):
        data = subprocess.run(
            ["pandoc", "--print-default-data-file", "reference.pptx"],
            check=True, capture_output=True, timeout=60,
        ).stdout  # fmt: skip
        (folder / "pandoc.pptx").write_bytes(data)
    found = [OFFICE_TEMPLATES / f"{name}.otp" for name in LIBREOFFICE]
    present = [file for file in found if file.is_file()]
    if present:
        convert(office, "pptx", present, folder)
    return {file.stem: file for file in folder.glob("*.pptx")}


@pytest.fixture(scope="session")
def talks(templates: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Built]:
    """A talk on each of them."""
    folder = tmp_path_factory.mktemp("talks")
    shutil.copytree(DECKS / "bilder", folder / "bilder")
    built = {}
    for name, template in templates.items():
        shutil.copy(template, folder)
        deck = folder / f"{name}.yaml"
        deck.write_text(TALK.format(template=template.name), "utf-8")
        compiled = compile_deck(deck, findings := Findings())
        assert compiled, findings
        bases = [
            scene.slide_layout.base.part for scene in compiled.scenes if scene.slide_layout.base
        ]
        path = folder / f"{name}-talk.pptx"
        found = [str(finding) for finding in findings]
        if not findings.errors:
            smdeck.build(deck, path)
        built[name] = Built(name, path, template, bases, found)
    return built


@pytest.fixture(scope="session")
def pdfs(
    office: str, talks: dict[str, Built], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Path]:
    """The talks, and the layouts they stand on without any words, as PDFs."""
    folder = tmp_path_factory.mktemp("empty")
    files = []
    for talk in talks.values():
        if talk.path.is_file():
            files += [Rendered(f"{talk.name}-talk", talk.path), empty(talk, folder)]
    return render(office, files, tmp_path_factory.mktemp("pdfs"))


class Rendered(NamedTuple):
    """A file to render."""

    name: str
    path: Path


def empty(talk: Built, folder: Path) -> Rendered:
    """Return the template with an empty slide for each of a talk's, in the place of its samples."""
    presentation = Presentation(str(talk.template))
    ids = presentation.slides._sldIdLst
    for id in list(ids):
        presentation.part.drop_rel(id.rId)
        ids.remove(id)
    layouts = {
        layout.part.partname.lstrip("/"): layout
        for master in presentation.slide_masters
        for layout in master.slide_layouts
    }
    for base in talk.bases:
        slide = presentation.slides.add_slide(layouts[base])
        for shape in list(slide.shapes):
            shape._element.getparent().remove(shape._element)
    path = folder / f"{talk.name}-empty.pptx"
    presentation.save(str(path))
    return Rendered(f"{talk.name}-empty", path)


@pytest.fixture(params=NAMES)
def talk(request: pytest.FixtureRequest, talks: dict[str, Built]) -> Built:
    """One talk after the other; what is not installed is skipped, and pytest says so."""
    if request.param not in talks and os.environ.get("CI") == "true":
        pytest.fail(f"the template {request.param} is not installed")
    if request.param not in talks:
        pytest.skip(f"the template {request.param} is not installed")
    found: Built = talks[request.param]
    return found


def boxes(shapes: Any) -> Iterator[Frame]:
    """Return the shapes that show something, with their words; None for charts and pictures."""
    for shape in shapes:
        if hasattr(shape, "shapes"):
            yield from boxes(shape.shapes)
        elif getattr(shape, "has_table", False):
            cells = " ".join(cell.text for cell in shape.table.iter_cells())
            yield Frame(shape.name, cells, area_of(shape))
        else:
            text = shape.text_frame.text if getattr(shape, "has_text_frame", False) else None
            yield Frame(shape.name, text, area_of(shape))


def drawn_on(slide: Any, talk: Built) -> list[Frame]:
    """Return what a slide shows beside the template's own layout: its shapes, and our layout's."""
    layout = slide.slide_layout
    found = list(boxes(slide.shapes))
    if layout.part.partname.lstrip("/") not in talk.bases:  # composed
        own = [shape for shape in layout.shapes if not shape.is_placeholder]
        found += boxes(own)
    return found


def test_it_builds_without_findings(talk: Built) -> None:
    """But for a colour of theirs that is pale: a company's colours are never changed."""
    assert [one for one in talk.findings if "[chart-contrast]" not in one] == []


def test_the_file_is_sound_and_holds_twelve_slides(talk: Built) -> None:
    theirs = ("hard-coded", "without lang", "the shape id")
    found = [
        one
        for one in problems(talk.path)
        if one.startswith("ppt/slides/") or not any(word in one for word in theirs)
    ]
    assert found == []
    assert len(Presentation(str(talk.path)).slides) == 12


def test_every_word_is_inside_its_frame_and_on_the_slide(
    talk: Built, pdfs: dict[str, Path]
) -> None:
    slides = Presentation(str(talk.path)).slides
    with (
        pymupdf.open(pdfs[f"{talk.name}-talk"]) as shown,
        pymupdf.open(pdfs[f"{talk.name}-empty"]) as bare,
    ):
        for number, (slide, page, own) in enumerate(zip(slides, shown, bare, strict=True), 1):
            theirs = {word.text for word in words(own)}
            frames = [*boxes(slide.shapes), *boxes(slide.slide_layout.shapes)]
            whole = Area(0, 0, page.rect.width, page.rect.height)
            for word in words(page):
                where = f"slide {number}: {word.text} at {word.area}"
                assert whole.holds(word.area, 1), where
                text = squeezed(word.text).casefold()
                if word.text in theirs or not any(char.isalpha() for char in text):
                    continue  # the layout's own, bullets, numbers
                assert any(
                    frame.area.holds(word.area, INK_SLACK)
                    and (frame.text is None or text in frame.squeezed.casefold())
                    for frame in frames
                ), where


def test_all_words_of_the_talk_are_seen(talk: Built, pdfs: dict[str, Path]) -> None:
    slides = Presentation(str(talk.path)).slides
    with pymupdf.open(pdfs[f"{talk.name}-talk"]) as document:
        for slide, page in zip(slides, document, strict=True):
            seen = squeezed("".join(word.text for word in words(page))).casefold()
            for shape in slide.placeholders:
                if shape.has_text_frame:
                    for paragraph in shape.text_frame.paragraphs:
                        assert squeezed(paragraph.text).casefold() in seen, paragraph.text


def test_beside_what_it_says_a_slide_looks_as_the_template_does(
    talk: Built, pdfs: dict[str, Path]
) -> None:
    """Each pixel that no shape covers is that of the template's layout, rendered empty."""
    slides = Presentation(str(talk.path)).slides
    with (
        pymupdf.open(pdfs[f"{talk.name}-talk"]) as shown,
        pymupdf.open(pdfs[f"{talk.name}-empty"]) as bare,
    ):
        assert len(shown) == len(bare) == 12
        for number, (slide, page, own) in enumerate(zip(slides, shown, bare, strict=True), 1):
            covered = [frame.area for frame in drawn_on(slide, talk)]
            one, other = page.get_pixmap(dpi=DPI), own.get_pixmap(dpi=DPI)
            far = differing(one, other, covered)
            assert far < 0.002 * one.width * one.height, f"slide {number}: {far} pixels"


def differing(one: pymupdf.Pixmap, other: pymupdf.Pixmap, covered: list[Area]) -> int:
    """Return how many pixels differ outside of the areas that are covered."""
    first, second = (
        Image.frombytes("RGB", (page.width, page.height), page.samples) for page in (one, other)
    )
    far = [
        channel.point(lambda difference: 255 * (difference > SAME))
        for channel in ImageChops.difference(first, second).split()
    ]
    anywhere = ImageChops.lighter(ImageChops.lighter(far[0], far[1]), far[2])
    scale = DPI / 72
    for area in covered:
        left, top = (max(0, round((edge - ART_SLACK) * scale)) for edge in area[:2])
        right, bottom = (round((edge + ART_SLACK) * scale) + 1 for edge in area[2:])
        anywhere.paste(0, (left, top, max(left, right), max(top, bottom)))
    return anywhere.histogram()[255]


def test_lengths_are_those_of_the_template(talk: Built) -> None:
    own, made = Presentation(str(talk.template)), Presentation(str(talk.path))
    assert (own.slide_width, own.slide_height) == (made.slide_width, made.slide_height)
    assert made.slide_width > 100 * EMU_PER_POINT
