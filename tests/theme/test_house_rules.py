"""What a brand department says: which colours, logos, icons and lines a built talk has."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from company import company, parts_of

import smdeck
from smdeck.findings import Finding

BRAND = """\
meta: {name: Haus}
color:
  palette: {blau: '#0B3D91', gelb: '#F5B700', rot: '#C8102E'}
  primary: blau
  secondary: rot
  tertiary: gelb
"""

SLIDES = """\
slides:
  - {layout: title}
  - {layout: section, title: Worum es geht}
  - {title: Was **bleibt**, items: [Dialog, Augenhöhe, Vertrauen]}
  - {layout: cards, title: Wege, items: [{title: Eins, text: So}, {title: Zwei, text: Oder so}]}
  - {layout: process, title: Der Weg, items: [Zuhören, Planen, Sprechen]}
  - {layout: cards, title: Drei Wege, tone: dark, items: [{title: A}, {title: B}, {title: C}]}
  - layout: chart
    title: Blogs führen
    source: Beispielzahlen
    type: column
    data: {categories: [A, B], series: {Fragen: [1, 2], Antworten: [2, 3], Gespräche: [3, 4]}}
  - {layout: image, title: Ein Bild, image: {file: bild.png, alt: Ein Bild}}
  - {layout: statement, title: Zum Nachschlagen, backup: true}
"""


def built(
    folder: Path, settings: str, slides: str = SLIDES, head: str = "", brand: str = BRAND
) -> Talk:
    """Build a talk under the brand with settings for slides."""
    indented = "".join(f"    {line}\n" for line in settings.splitlines())
    (folder / "_brand.yml").write_text(f"{brand}defaults:\n  smdeck:\n{indented}", "utf-8")
    shutil.copy(Path(__file__).parents[1] / "bad_decks/beside/bild.png", folder / "bild.png")
    deck = folder / "deck.yaml"
    deck.write_text(f"title: Vortrag\ntheme: _brand.yml\n{head}{slides}", "utf-8")
    result = smdeck.build(deck)
    return Talk(parts_of(result.path), result.findings)


class Talk:
    """A built talk: its parts as text, and what was said of it."""

    def __init__(self, parts: dict[str, bytes], findings: list[Finding]) -> None:
        self.parts = {name: data.decode("utf-8", "replace") for name, data in parts.items()}
        self.codes = {finding.code for finding in findings}

    def slide(self, number: int) -> str:
        """Return a slide with its layout."""
        name = f"ppt/slides/slide{number}.xml"
        relations = self.parts[f"ppt/slides/_rels/slide{number}.xml.rels"]
        found = re.search(r"slideLayouts/(slideLayout\d+\.xml)", relations)
        assert found
        return self.parts[name] + self.parts[f"ppt/slideLayouts/{found[1]}"]


def test_what_is_derived_keeps_to_the_use_of_colours(tmp_path: Path) -> None:
    usage = "usage: {only: {gelb: [chart], rot: [text, shape, chart]}, unaltered: [blau, rot]}"
    codes = built(tmp_path, usage).codes
    assert not codes & {"color-use", "altered-color", "contrast"}, codes


def test_the_lines_stand_on_every_slide_and_the_closing_ends_the_talk(tmp_path: Path) -> None:
    lines = "legal: © Beispiel GmbH\nclassification: {levels: [Öffentlich, Intern]}\n"
    closing = "closing: {layout: closing, title: Im Gespräch}"
    talk = built(tmp_path, lines + closing, head="classification: Intern\n")
    assert not talk.codes & {"near-edge", "contrast", "overlap"}
    for number in range(1, 11):
        assert "Intern · © Beispiel GmbH" in talk.slide(number), number
    assert "Im Gespräch" in talk.slide(9), "before the slide that is kept back"
    assert "Zum Nachschlagen" in talk.slide(10)


def test_looks_of_headings_tables_and_photographs_are_native(tmp_path: Path) -> None:
    shutil.copy(Path(__file__).parents[1] / "bad_decks/beside/foto.jpg", tmp_path / "foto.jpg")
    slides = """\
slides:
  - {layout: table, title: Preise, source: Beispiel, columns: [A, B], rows: [[a, "1"], [b, "2"]]}
  - {layout: image-text, title: Foto, image: {file: foto.jpg, alt: Alle, credit: X}, text: Da.}
"""
    talk = built(
        tmp_path,
        "look: {case: capitals, table_header: brand, table_bands: true}\npictures: grey",
        slides,
    )
    table = talk.parts["ppt/slides/slide1.xml"]
    assert table.count("</a:solidFill></a:tcPr>") == 4, "the header and the first row are filled"
    assert 'cap="all"' in talk.slide(1)
    assert "<a:grayscl/>" in talk.parts["ppt/slides/slide2.xml"]


@pytest.mark.parametrize(
    ("drawn", "code"),
    [
        ('<path d="M2 2h20v20h-20z"/><circle cx="12" cy="12" r="4"/>', None),
        ('<path d="M2 2h20" fill="none" stroke="#000"/>', "unreadable-file"),
    ],
)
def test_own_icons_are_native_shapes(tmp_path: Path, drawn: str, code: str | None) -> None:
    (tmp_path / "zeichen").mkdir()
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">{drawn}</svg>'
    (tmp_path / "zeichen" / "rakete.svg").write_text(svg, "utf-8")
    item = "{icon: rakete, title: Start}"
    slides = f"slides:\n  - {{layout: icon-grid, title: Wege, items: [{item}, {item}]}}\n"
    settings = "icons: {folder: zeichen, only: []}"
    if code:
        with pytest.raises(smdeck.DeckError) as failed:
            built(tmp_path, settings, slides)
        assert {one.code for one in failed.value.findings if one.severity == "error"} == {code}
        return
    talk = built(tmp_path, settings, slides)
    assert "foreign-icon" not in talk.codes
    assert '<a:pt x="200" y="200"/>' in talk.parts["ppt/slides/slide1.xml"]


def test_the_logo_stands_elsewhere_on_some_layouts_and_a_partner_beside_it(tmp_path: Path) -> None:
    square = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9" fill="{}"/></svg>'  # noqa: E501
    for name, color in (("a", "#0B3D91"), ("b", "#C8102E"), ("weiss", "#FFFFFF")):
        (tmp_path / f"{name}.svg").write_text(square.format(color), "utf-8")
    settings = """\
logo:
  height: 30
  layouts: [title]
  on: {statement: {position: bottom-right, height: 20, light: b.svg}}
  tones: {brand: weiss.svg}
  partner: {name: Partner, light: b.svg}"""
    slides = "slides:\n  - {layout: title}\n  - {layout: statement, title: Wir reden}\n"
    talk = built(tmp_path, settings, slides, brand=BRAND + "logo: {medium: a.svg}\n")
    cover, other = talk.slide(1), talk.slide(2)
    assert cover.count('cy="381000"') >= 2, "both are 30 pt high"
    assert "Logo Partner" in cover
    assert other.count('cy="254000"') >= 2, "both are 20 pt high"


def test_a_template_says_it_in_its_footer(tmp_path: Path) -> None:
    (tmp_path / "firma.potx").write_bytes(company())
    (tmp_path / "firma").mkdir()
    (tmp_path / "firma" / "theme.yaml").write_text(
        "template: ../firma.potx\ndefaults: {smdeck: {classification: {levels: [Intern]}}}\n",
        "utf-8",
    )
    deck = tmp_path / "deck.yaml"
    deck.write_text(
        "title: Vortrag\ntheme: firma\nslides:\n  - {layout: title}\n"
        "  - {title: Was bleibt, items: [Dialog, Augenhöhe]}\n",
        "utf-8",
    )
    parts = parts_of(smdeck.build(deck).path)
    for number in (1, 2):
        assert "Intern" in parts[f"ppt/slides/slide{number}.xml"].decode(), number
