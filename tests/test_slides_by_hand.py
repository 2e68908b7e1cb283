"""What somebody does with a talk in PowerPoint: adds slides by hand, and resets those of smdeck."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import Any, NamedTuple

import pymupdf
import pytest
from libreoffice import render
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from rendering import DECKS, HOUSE, ORNAMENT, THEMES, area_of, in_turn, sizes_of, words

import smdeck
from smdeck.findings import Findings
from smdeck.theme import Theme, find_theme
from smdeck.theme.color import painted

INK_SLACK = 3.0
"""How many points ink may stand outside its placeholder: letters are no rectangles."""

FILLED_OTHERWISE = (
    PP_PLACEHOLDER.PICTURE, PP_PLACEHOLDER.CHART, PP_PLACEHOLDER.TABLE,
    PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER,
)  # fmt: skip

SHOWN_AS = {
    "Arial": "LiberationSans",
    "Arial Narrow": "LiberationSansNarrow",
    "Calibri": "Carlito",
    "Courier New": "LiberationMono",
    "Georgia": "Gelasio",
}
"""The font of the same metrics that LibreOffice shows in place of one that is not free."""

DECK = """\
title: Ein Vortrag
subtitle: Mit Folien von Hand
theme: {theme}
speaker: {{name: Erika Muster, email: kontakt@example.com}}
slides: [{{layout: title}}]
"""


def compiled(name: str) -> Theme:
    """Return a theme that ships."""
    theme = find_theme(name, Path(), Findings())
    assert theme
    return theme


class Named(NamedTuple):
    """A .pptx with the name that it is known by."""

    name: str
    path: Path


OF_FIGURES = 100
"""From this size in points on, a placeholder is for a figure of a few digits."""


def with_slides_of_layouts(file: Path, theme: str) -> Any:
    """Return the talk with slides of its layouts, words in every placeholder for words."""
    presentation = Presentation(str(file))
    for layout in in_turn(theme, list(presentation.slide_layouts)):
        slide = presentation.slides.add_slide(layout)
        for shape in slide.placeholders:
            if shape.placeholder_format.type not in FILLED_OTHERWISE:
                shape.text_frame.text = f"H{shape.placeholder_format.idx}"
                area, largest = area_of(shape), max(sizes_of(shape))
                if area.right - area.left < 2.5 * largest or largest >= OF_FIGURES:
                    shape.text_frame.text = str(shape.placeholder_format.idx)
    return presentation


def tone_of(slide: Any, theme: Theme) -> str:
    """Return the tone of a slide, from what its layout's map makes of background and text."""
    layout = slide.slide_layout._element
    maps = layout.xpath("./p:clrMapOvr/a:overrideClrMapping")
    mapped = maps[0] if maps else slide.slide_layout.slide_master._element.xpath("./p:clrMap")[0]
    (painted,) = layout.xpath("./p:cSld/p:bg/p:bgPr/a:solidFill/a:schemeClr/@val")
    background = mapped.get(painted, painted)
    return next(
        tone
        for tone, backgrounds in theme.colors.backgrounds.items()
        if backgrounds == (background, mapped.get("tx1"))
    )


def fonts_of(page: Any) -> set[str]:
    """Return the families that the words of a page are shown in; bullets are Arial's everywhere."""
    return {
        span["font"].split("+")[-1].split("-")[0]
        for block in page.get_text("dict")["blocks"]
        for line in block.get("lines", ())
        for span in line["spans"]
        if span["text"].strip("•– ")
    }


def opaque_colors(theme: Theme, tone: str) -> set[tuple[int, int, int]]:
    """Return the colours of a tone's roles as a PDF names them: its alpha stands elsewhere."""
    black = (0, 0, 0)
    return {
        painted(theme.slot_color(paint.slot, tone), paint._replace(alpha=100), black)
        for paint in theme.colors.tones[tone].values()
    }


class ByHand(NamedTuple):
    """Talks with slides of layouts, by theme, and the pages that show them."""

    presentations: dict[str, Any]
    pdfs: dict[str, Path]


@pytest.fixture(scope="module")
def by_hand(office: str, tmp_path_factory: pytest.TempPathFactory) -> ByHand:
    """The talk under each theme that ships."""
    folder = tmp_path_factory.mktemp("by-hand")
    presentations, files = {}, []
    for theme in THEMES:
        deck = folder / f"{theme}.yaml"
        deck.write_text(DECK.format(theme=theme), "utf-8")
        presentations[theme] = with_slides_of_layouts(smdeck.build(deck).path, theme)
        files.append(Named(theme, deck.with_suffix(".pptx")))
        presentations[theme].save(str(files[-1].path))
    return ByHand(presentations, render(office, files, folder / "pdfs"))


@pytest.mark.office
@pytest.mark.parametrize("theme", THEMES)
def test_a_slide_added_by_hand_is_on_brand(theme: str, by_hand: ByHand) -> None:
    """Each placeholder of each layout shows words at its place, in the theme's font and colours."""
    brand = compiled(theme)
    presentation = by_hand.presentations[theme]
    families = {SHOWN_AS[brand.fonts.headings], SHOWN_AS[brand.fonts.body]}
    wrong, typed = [], 0
    with pymupdf.open(by_hand.pdfs[theme]) as document:
        for slide, page in list(zip(presentation.slides, document, strict=True))[1:]:
            shown = {re.sub(r"\W", "", word.text): word for word in words(page)}
            colors = opaque_colors(brand, tone_of(slide, brand))
            fonts = fonts_of(page)
            code = {SHOWN_AS[brand.fonts.code]} if slide.slide_layout.name == "Code" else set()
            assert fonts <= families | code, slide.slide_layout.name
            for shape in slide.placeholders:
                if shape.placeholder_format.type in FILLED_OTHERWISE:
                    continue
                typed += 1
                where = f"{slide.slide_layout.name}, {shape.name}"
                text, area = shape.text_frame.text, area_of(shape)
                found = shown.get(text)
                if max(sizes_of(shape)) >= ORNAMENT:
                    continue
                if found is None:
                    wrong.append(f"{where}: `{text}` is not shown")
                elif not area.holds(found.area, INK_SLACK):
                    wrong.append(f"{where}: {found.area} is outside of {area}")
                elif not any(_near(found.color, color) for color in colors):
                    wrong.append(f"{where}: {found.color} is no colour of the theme")
    assert not wrong, "\n".join(wrong)
    assert typed > 40


def _near(one: tuple[int, int, int], other: tuple[int, int, int]) -> bool:
    return all(abs(a - b) <= 2 for a, b in zip(one, other, strict=True))


PLACEHOLDER = re.compile(r"<p:sp><p:nvSpPr>(?:(?!</p:sp>).)*?<p:ph\b.*?</p:sp>", re.S)


def reset(slide: str) -> str:
    """Return a slide's XML as *Reset slide* leaves it: placeholders as the layout has them."""

    def plain(found: re.Match[str]) -> str:
        shape = re.sub(r"<p:spPr>.*?</p:spPr>", "<p:spPr/>", found[0], flags=re.S)
        shape = re.sub(r"<a:bodyPr[^>]*>.*?</a:bodyPr>", "<a:bodyPr/>", shape, flags=re.S)
        shape = re.sub(r"<a:lstStyle>.*?</a:lstStyle>", "<a:lstStyle/>", shape, flags=re.S)
        return re.sub(r' (?:sz|spc)="-?\d+"', "", shape)

    return PLACEHOLDER.sub(plain, slide)


def has_sizes(slide: str) -> bool:
    """Return whether a placeholder of the slide has a size of its own."""
    return any(re.search(r' sz="\d+"', shape[0]) for shape in PLACEHOLDER.finditer(slide))


@pytest.mark.office
@pytest.mark.parametrize(("name", "theme"), [("vortrag", HOUSE), ("angebot", "plakat")])
def test_resetting_a_slide_changes_nothing(
    office: str, name: str, theme: str, tmp_path: Path
) -> None:
    """A slide looks the same without all that its placeholders say themselves.

    Only where fit had to choose another size than the layout's, that size is lost.
    """
    text = (DECKS / f"{name}.yaml").read_text("utf-8").replace("theme: vortrag", f"theme: {theme}")
    for beside in DECKS.iterdir():  # pictures, and the decks that one uses
        (tmp_path / beside.name).symlink_to(beside)
    deck = tmp_path / "deck.yaml"
    deck.write_text(text, "utf-8")
    built = smdeck.build(deck).path
    bare = tmp_path / "reset.pptx"
    sized = set()
    with zipfile.ZipFile(built) as source, zipfile.ZipFile(bare, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            number = re.fullmatch(r"ppt/slides/slide(\d+)\.xml", name)
            if number:
                xml = content.decode()
                assert PLACEHOLDER.search(xml), name
                if has_sizes(xml):
                    sized.add(int(number[1]))
                content = reset(xml).encode()
            target.writestr(name, content)
    pdfs = render(office, [Named("deck", built), Named("reset", bare)], tmp_path / "pdfs")
    with pymupdf.open(pdfs["deck"]) as before, pymupdf.open(pdfs["reset"]) as after:
        changed = {
            number
            for number, (one, other) in enumerate(zip(before, after, strict=True), 1)
            if one.get_pixmap(dpi=48).samples != other.get_pixmap(dpi=48).samples
        }
        assert changed <= sized
        assert len(sized) < len(before) / 2
