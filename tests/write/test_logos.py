"""Logos on slide layouts: SVG with its PNG, the client's beside ours, plates, corners."""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

import smdeck
from smdeck.compiler.compiling import compile_deck
from smdeck.findings import Findings
from smdeck.pictures.files import prepared
from smdeck.scene import LayoutPicture, SlideLayout
from smdeck.theme import find_theme, shipped_themes
from smdeck.units import emu

SHAPES = {
    "wide": (320, 50, "#004040"),
    "tall": (50, 90, "#C02020"),
    "square": (100, 100, "#7020D0"),
    "white": (200, 60, "#FFFFFF"),
}
MARGIN = 10
"""The empty margin of these logos, in their units."""

Titled = Callable[..., dict[str, SlideLayout]]


def svg(width: int, height: int, color: str) -> str:
    """Return a logo: a disc and a bar, with an empty margin."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width + 20} {height + 20}">'
        f'<path d="M10 10h{width}v{height}h-{width}z" fill="none" stroke="{color}" '
        f'stroke-width="8" transform="translate(4 4) scale({1 - 8 / width} {1 - 8 / height})"/>'
        f'<circle cx="{10 + width / 2}" cy="{10 + height / 2}" r="{height / 4}" fill="{color}"/>'
        "</svg>"
    )


@pytest.fixture
def slide_layouts(tmp_path: Path) -> Titled:
    """Return the slide layouts of a talk for a client, by the smdeck layout."""
    for name, shape in SHAPES.items():
        (tmp_path / f"{name}.svg").write_text(svg(*shape), "utf-8")

    def layouts(theme: str, logo: str | None) -> dict[str, SlideLayout]:
        client = f"client: {{name: Kunde{f', logo: {logo}' if logo else ''}}}\n"
        deck = tmp_path / "talk.yaml"
        deck.write_text(
            f"title: T\ntheme: {theme}\n{client}slides: [{{layout: title}}, {{layout: closing}}]\n",
            "utf-8",
        )
        findings = Findings()
        compiled = compile_deck(deck, findings)
        assert compiled and not list(findings)
        return {slide_layout.layout: slide_layout for slide_layout in compiled.slide_layouts}

    return layouts


@pytest.mark.parametrize("shape", SHAPES)
def test_the_client_stands_beside_us_and_is_never_larger(shape: str, slide_layouts: Titled) -> None:
    for layout in ("title", "closing"):
        ours, theirs = slide_layouts("vortrag", f"{shape}.svg")[layout].logos
        assert theirs.box.w <= ours.box.w
        assert theirs.box.h <= ours.box.h
        assert (
            ours.box.w - theirs.box.w <= 2 or ours.box.h - theirs.box.h <= 2
        )  # as large as it can be
        assert abs(theirs.box.y + theirs.box.h / 2 - ours.box.y - ours.box.h / 2) <= 2
        assert theirs.box.x > ours.box.right
        width, height, _ = SHAPES[shape]
        assert theirs.box.w / theirs.box.h == pytest.approx(width / height, rel=0.05)
        assert theirs.crop
        assert theirs.crop[0] == pytest.approx(MARGIN / (width + 2 * MARGIN), abs=0.02)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("theme", sorted({*shipped_themes()} - {"vortrag"}))
def test_the_client_stands_alone_where_the_theme_has_no_logo_of_its_own(
    theme: str, shape: str, slide_layouts: Titled
) -> None:
    width, height, _ = SHAPES[shape]
    for layout in ("title", "closing"):
        (theirs,) = slide_layouts(theme, f"{shape}.svg")[layout].logos
        assert theirs.file.name == f"{shape}.svg"
        assert theirs.box.w / theirs.box.h == pytest.approx(width / height, rel=0.05)


def test_only_title_and_closing_show_the_client(slide_layouts: Titled) -> None:
    shown = slide_layouts("vortrag", "square.svg")
    assert {name for name, slide_layout in shown.items() if len(slide_layout.logos) == 2} == {
        "title",
        "closing",
    }
    assert len(shown["contact"].logos) == 1


def test_a_logo_that_the_background_swallows_stands_on_a_plate(slide_layouts: Titled) -> None:
    def client(theme: str, logo: str) -> LayoutPicture:
        return slide_layouts(theme, logo)["title"].logos[-1]  # beside ours, where there is one

    assert client("feuilleton", "white.svg").plate  # white on white
    assert not client("feuilleton", "wide.svg").plate
    assert not client("buehne", "white.svg").plate  # white on black
    plate = client("vortrag", "wide.svg").plate  # dark green on petrol
    assert plate
    assert plate[1] == "lt1"
    both = client("feuilleton", "{light: white.svg, dark: wide.svg}")
    assert both.file.name == "wide.svg"  # the other variant is seen
    assert not both.plate


def test_without_a_logo_the_client_is_named(slide_layouts: Titled) -> None:
    slide_layout = slide_layouts("vortrag", None)["title"]
    assert len(slide_layout.logos) == 1
    words = [shape.text.paragraphs[0].plain for shape in slide_layout.decor if shape.text]
    assert words == ["Kunde"]


@pytest.mark.parametrize("corner", ["top-left", "top-right", "bottom-left", "bottom-right"])
def test_a_logo_stands_in_the_corner_that_the_theme_names(
    corner: str, tmp_path: Path, slide_layouts: Titled
) -> None:
    theme = find_theme("vortrag", tmp_path, Findings())
    assert theme
    source = next(iter(theme.branding.logos.values())).file.parent
    shutil.copytree(source, tmp_path / "themes" / "eigen")
    file = tmp_path / "themes" / "eigen" / "theme.yaml"
    text = file.read_text("utf-8")
    place = "logo: {height: 20, layouts: [title]"
    text = re.sub(r"logo: \{height: 27, layouts: \[title, contact\]", place, text)
    text = text.replace(f"{place}}}", f"{place}, position: {corner}}}")
    file.write_text(text, "utf-8")
    deck = tmp_path / "talk.yaml"
    deck.write_text("title: T\ntheme: eigen\nslides: [{layout: title}]\n", "utf-8")
    compiled = compile_deck(deck, Findings())
    assert compiled
    title = next(
        slide_layout for slide_layout in compiled.slide_layouts if slide_layout.layout == "title"
    )
    (logo,) = title.logos
    middle = logo.box.x + logo.box.w / 2, logo.box.y + logo.box.h / 2
    assert ("top" in corner) == (middle[1] < emu(270))
    assert ("left" in corner) == (middle[0] < emu(480))


def test_an_svg_stays_one_and_its_png_is_faithful(tmp_path: Path) -> None:
    (tmp_path / "bild.svg").write_text(svg(320, 180, "#C02020"), "utf-8")
    deck = tmp_path / "talk.yaml"
    deck.write_text(
        "title: T\nslides:\n  - {layout: image-text, title: T, text: T,"
        " image: {file: bild.svg, alt: Ein Kreis}}\n",
        "utf-8",
    )
    built = smdeck.build(deck)
    assert not built.findings
    with Image.open(io.BytesIO(prepared(tmp_path / "bild.svg").data)) as image:
        assert max(image.size) == 1600
        assert image.size[0] / image.size[1] == pytest.approx(340 / 200, abs=0.01)
        red, green, blue, alpha = image.convert("RGBA").getpixel((800, 470))  # type: ignore[misc]
        assert (red, green, blue, alpha) == (0xC0, 0x20, 0x20, 255)
        assert image.convert("RGBA").getpixel((2, 2))[3] == 0  # type: ignore[index]
    import zipfile

    with zipfile.ZipFile(built.path) as archive:
        slide = archive.read("ppt/slides/slide1.xml").decode()
        media = [name for name in archive.namelist() if name.startswith("ppt/media/")]
        svgs = [archive.read(name) for name in media if name.endswith(".svg")]
        assert (tmp_path / "bild.svg").read_bytes() in svgs
    assert "asvg:svgBlip" in slide


def test_a_png_of_the_same_name_is_taken(tmp_path: Path) -> None:
    (tmp_path / "bild.svg").write_text(svg(32, 18, "#C02020"), "utf-8")
    Image.new("RGB", (32, 18), "blue").save(tmp_path / "bild.png")
    assert prepared(tmp_path / "bild.svg").data == (tmp_path / "bild.png").read_bytes()
