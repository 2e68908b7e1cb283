"""Embedded fonts: off unless a theme asks, then the files it brings are in the .pptx, whole."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pymupdf
import pytest
from libreoffice import render
from package_checks import problems
from rendering import Talk

import smdeck
from smdeck.findings import Findings
from smdeck.fit import text_width
from smdeck.scene import Level
from smdeck.theme import find_theme

FONTS = Path(__file__).parent.parent / "fonts"
FILES = """\
  fonts:
    - family: Gelasio
      source: file
      files:
        - {path: Gelasio-Regular.ttf}
        - {path: Gelasio-Bold.ttf, weight: bold}
"""
SLIDES = """\
slides:
  - layout: cards
    title: Ein Titel in Gelasio
    items: [{title: eins, text: das Erste}, {title: zwei, text: das Zweite}]
"""
HEAD = "title: Ein Titel\nsubtitle: Ein Untertitel\nspeaker: {name: Erika Muster}\n"


@pytest.fixture
def deck(tmp_path: Path, repository: Path) -> Callable[[bool], Path]:
    """Write a deck beside a theme whose headings are set in a font of its own."""

    def write(embed: bool) -> Path:
        folder = tmp_path / "themes" / "eigen"
        folder.mkdir(parents=True)
        for file in [*(repository / "themes" / "feuilleton").iterdir(), *FONTS.glob("*.ttf")]:
            (folder / file.name).write_bytes(file.read_bytes())
        text = (folder / "theme.yaml").read_text("utf-8")
        text = text.replace("headings: Georgia", "headings: Gelasio")
        text = text.replace("typography:\n", "typography:\n" + FILES)
        if embed:
            text = text.replace("    look:\n", "    fonts: {embed: true}\n    look:\n")
        (folder / "theme.yaml").write_text(text, "utf-8")
        deck = tmp_path / "deck.yaml"
        deck.write_text(f"{HEAD}theme: eigen\n{SLIDES}", "utf-8")
        return deck

    return write


class Eot(NamedTuple):
    """An embedded font as its header describes it."""

    size: int
    version: int
    flags: int
    weight: int
    rights: int
    magic: int
    names: list[str]
    data: bytes


def read_eot(eot: bytes) -> Eot:
    """Return what the header says, read by the W3C submission on Embedded OpenType."""
    size, data_size, version, flags = struct.unpack_from("<4I", eot)
    weight, rights, magic = struct.unpack_from("<IHH", eot, 28)
    names, at = [], 80
    for _ in range(4):
        padding, length = struct.unpack_from("<HH", eot, at)
        assert padding == 0
        name = eot[at + 4 : at + 4 + length].decode("utf-16-le")
        assert name.endswith("\0")
        names.append(name[:-1])
        at += 4 + length
    assert struct.unpack_from("<HH", eot, at) == (0, 0)  # no root string
    tail = struct.unpack_from("<IIHHII", eot, at + 4)
    assert tail == (0x50475342, 1252, 0, 0, 0, 0)  # its check sum; no signature, no additions
    data = eot[at + 24 :]
    assert len(data) == data_size
    return Eot(size, version, flags, weight, rights, magic, names, data)


def test_no_font_travels_unless_the_theme_asks(deck: Callable[[bool], Path]) -> None:
    built = smdeck.build(deck(False))
    with zipfile.ZipFile(built.path) as file:
        assert not [name for name in file.namelist() if "font" in name.lower()]
        assert b"embed" not in file.read("ppt/presentation.xml").replace(b"r:embed", b"")


@pytest.mark.slow
def test_the_font_files_are_in_the_talk(deck: Callable[[bool], Path]) -> None:
    built = smdeck.build(deck(True))
    assert problems(built.path) == []
    with zipfile.ZipFile(built.path) as file:
        presentation = file.read("ppt/presentation.xml").decode()
        relations = file.read("ppt/_rels/presentation.xml.rels").decode()
        types = file.read("[Content_Types].xml").decode()
        fonts = [read_eot(file.read(f"ppt/fonts/font{n}.fntdata")) for n in (1, 2)]
        sizes = [file.getinfo(f"ppt/fonts/font{n}.fntdata").file_size for n in (1, 2)]
    kind = '<p:font typeface="Gelasio" panose="00000000000000000000" pitchFamily="2" charset="0"/>'
    assert f'{kind}<p:regular r:id="' in presentation
    assert presentation.index("<p:notesSz") < presentation.index("<p:embeddedFontLst>")
    assert presentation.index("</p:embeddedFontLst>") < presentation.index("<p:defaultTextStyle>")
    assert relations.count("relationships/font") == 2
    assert '<Default Extension="fntdata" ContentType="application/x-fontdata"/>' in types
    for font, size, name in zip(fonts, sizes, ("Regular", "Bold"), strict=True):
        assert font.size == size
        assert (font.version, font.flags, font.magic) == (0x00020002, 0, 0x504C)
        assert font.rights & 2 == 0
        assert font.weight == {"Regular": 400, "Bold": 700}[name]
        assert font.names[:2] == ["Gelasio", name]
        assert font.data == (FONTS / f"Gelasio-{name}.ttf").read_bytes()


def test_a_font_is_measured_from_its_file(deck: Callable[[bool], Path]) -> None:
    theme = find_theme("eigen", deck(False).parent, Findings())
    georgia = find_theme("feuilleton", Path(), Findings())
    assert theme and georgia
    level = Level(font="heading")
    width = text_width("Gesprächspartner", 36, theme, level)
    assert width == pytest.approx(text_width("Gesprächspartner", 36, georgia, level), rel=0.001)
    assert width != pytest.approx(text_width("Gesprächspartner", 36, theme, Level()), rel=0.01)


@pytest.mark.office
def test_the_title_is_shown_in_the_font(
    office: str, deck: Callable[[bool], Path], tmp_path: Path
) -> None:
    source = deck(True)
    talk = Talk(source.stem, source, smdeck.build(source))
    with pymupdf.open(render(office, [talk], tmp_path / "pdfs")[talk.name]) as document:
        spans = [
            span
            for block in document[0].get_text("dict")["blocks"]
            for line in block.get("lines", ())
            for span in line["spans"]
        ]
    fonts = {span["text"]: span["font"] for span in spans}
    for words in ("Ein Titel in", "Gelasio", "eins"):  # the title breaks where it is balanced
        (font,) = {font for text, font in fonts.items() if words in text.replace("\xa0", " ")}
        assert "Gelasio" in font
    assert "Gelasio" not in fonts["das Erste"]
