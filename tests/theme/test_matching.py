"""Matching by score: layouts as agencies make them, with more on them than PowerPoint's own."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from company import Parts, company, edited, packed, parts_of, plain_parts
from pptx import Presentation

import smdeck
from smdeck.findings import Findings
from smdeck.reference import theme_page
from smdeck.theme.lookup import find_theme
from smdeck.theme.template.theme import TemplateTheme

COVER, CONTENT, SECTION = (rf"ppt/slideLayouts/slideLayout{number}\.xml" for number in (1, 2, 3))


def placeholder(kind: str, number: int, box: tuple[int, int, int, int], name: str) -> str:
    """Return a placeholder; its box is in points."""
    x, y, w, h = (12_700 * length for length in box)
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{100 + number}" name="{name}"/><p:cNvSpPr/><p:nvPr>'
        f'<p:ph type="{kind}" idx="{number}"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="{x}" '
        f'y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/>'
        "<a:p><a:endParaRPr/></a:p></p:txBody></p:sp>"
    )


def added(parts: Parts, layout: str, *shapes: str) -> None:
    """Add placeholders to a layout."""
    xml = "".join(shapes)
    edited(parts, layout, lambda text: text.replace("</p:spTree>", f"{xml}</p:spTree>", 1))


def theme_of(data: bytes, folder: Path) -> TemplateTheme:
    """Return the theme that a template is."""
    (folder / "firma.potx").write_bytes(data)
    theme = find_theme("firma.potx", folder, Findings())
    assert isinstance(theme, TemplateTheme)
    return theme


def served(parts: Parts, folder: Path) -> dict[str, str]:
    """Return the layout that serves each part."""
    theme = theme_of(packed(parts), folder)
    return {part: match.layout.name for part, match in theme.template.matches.items()}


KICKER = placeholder("body", 31, (36, 4, 648, 18), "Dachzeile")
DATE = placeholder("body", 32, (54, 500, 200, 20), "Datum")
PHOTO = placeholder("pic", 33, (0, 0, 720, 200), "Bild")


@pytest.mark.parametrize("spare", [(KICKER,), (DATE,), (KICKER, DATE)], ids=len)
def test_a_small_placeholder_to_spare_does_not_cost_a_layout(
    spare: tuple[str, ...], tmp_path: Path
) -> None:
    parts = plain_parts()
    for layout in (COVER, CONTENT):
        added(parts, layout, *spare)
    found = served(parts, tmp_path)
    assert (found["title"], found["content"]) == ("Titelfolie", "Titel und Inhalt")


def test_it_stays_off_the_slide(tmp_path: Path) -> None:
    parts = plain_parts()
    added(parts, CONTENT, KICKER)
    (tmp_path / "firma.potx").write_bytes(packed(parts))
    (tmp_path / "deck.yaml").write_text(
        "title: T\ntheme: firma.potx\nslides: [{title: A, items: [b, c]}]\n"
    )
    (slide,) = Presentation(str(smdeck.build(tmp_path / "deck.yaml").path)).slides
    assert slide.slide_layout.name == "Titel und Inhalt"
    assert "Dachzeile" not in [shape.name for shape in slide.shapes]


def test_a_cover_with_a_picture_is_the_cover(tmp_path: Path) -> None:
    parts = plain_parts()
    added(parts, COVER, PHOTO)
    assert served(parts, tmp_path)["title"] == "Titelfolie"


def test_a_cover_whose_subtitle_is_any_text_is_the_cover(tmp_path: Path) -> None:
    parts = plain_parts()
    edited(parts, COVER, lambda text: text.replace('type="subTitle"', 'type="body"'))
    theme = theme_of(packed(parts), tmp_path)
    match = theme.template.matches["title"]
    assert match.layout.name == "Titelfolie"
    assert match.placeholders["subtitle"].type == "body"


def test_a_section_with_a_picture_is_known_by_its_type_or_name(tmp_path: Path) -> None:
    parts = plain_parts()
    added(parts, SECTION, PHOTO)
    assert served(parts, tmp_path)["section"] == "Zwischentitel"
    edited(parts, SECTION, lambda text: re.sub(r' type="secHead"', "", text))
    assert served(parts, tmp_path)["section"] == "Zwischentitel"


def test_columns_with_heads_are_no_columns_with_something_to_spare(tmp_path: Path) -> None:
    found = served(parts_of(io.BytesIO(company())), tmp_path)
    assert found["headed two"] == "Gegenüberstellung"
    assert found["two"] == "Zwei Spalten"


def test_a_large_placeholder_is_not_to_spare(tmp_path: Path) -> None:
    parts = plain_parts()
    added(parts, CONTENT, placeholder("pic", 31, (400, 126, 280, 356), "Bild"))
    assert served(parts, tmp_path).get("content") != "Titel und Inhalt"


def test_of_layouts_that_fit_alike_the_one_that_samples_stand_on_is_taken(tmp_path: Path) -> None:
    parts = plain_parts()
    edited(parts, CONTENT, lambda text: text.replace(' type="obj"', "", 1))
    presentation = Presentation(io.BytesIO(packed(parts)))
    other = next(one for one in presentation.slide_layouts if one.name == "Zwischentitel")
    other._element.attrib.pop("type", None)
    for shape in list(other.placeholders):
        if shape.placeholder_format.type.name == "BODY":
            shape.left, shape.top, shape.width, shape.height = (
                12_700 * length for length in (36, 126, 648, 356)
            )
        if shape.placeholder_format.type.name == "TITLE":
            shape.left, shape.top, shape.width, shape.height = (
                12_700 * length for length in (36, 22, 648, 90)
            )
    other.name = "Text"
    for _ in range(3):
        presentation.slides.add_slide(other)
    presentation.save(saved := io.BytesIO())
    theme = theme_of(saved.getvalue(), tmp_path)
    scores = {one.match.layout.name: one.score for one in theme.template.scores["content"]}
    assert scores["Text"] > scores.get("Nur Titel", 0) + 1.5  # three samples stand on it
    assert "Titel und Inhalt" in scores


def test_the_page_of_a_template_shows_scores_and_the_runner_up(tmp_path: Path) -> None:
    page = theme_page(theme_of(company(), tmp_path))
    lines = page[page.index("its layouts by score") :].split("\n")
    assert lines[1] == "  the title: `Titelfolie` 10.0"
    assert any(line.startswith("  content: `Titel und Inhalt` 8.2") for line in lines)


def moved_title(parts: Parts, layout: str, y: int) -> None:
    """Put the title of a layout at a height in points."""
    place = (
        f'<a:xfrm><a:off x="457200" y="{12_700 * y}"/><a:ext cx="8229600" cy="1143000"/></a:xfrm>'
    )
    edited(
        parts, layout,
        lambda text: re.sub(
            r'(<p:ph type="title"/></p:nvPr></p:nvSpPr>)<p:spPr/>',
            rf"\1<p:spPr>{place}</p:spPr>", text, count=1,
        ),
    )  # fmt: skip


def test_others_are_composed_where_the_title_stands_above(tmp_path: Path) -> None:
    parts = plain_parts()
    (only_title,) = (re.escape(name) for name, data in parts.items() if b'name="Nur Titel"' in data)
    assert theme_of(packed(parts), tmp_path).template.plain.name == "Nur Titel"
    moved_title(parts, only_title, 250)
    theme = theme_of(packed(parts), tmp_path)
    assert theme.template.plain.name != "Nur Titel"
    assert theme.title_box.bottom < theme.height // 2


def test_content_of_another_head_is_not_where_composed_content_stands(tmp_path: Path) -> None:
    parts = plain_parts()
    usual = theme_of(packed(parts), tmp_path).body
    frame = '<a:off x="457200" y="4000000"/><a:ext cx="8229600" cy="2300000"/>'
    box = f"<p:spPr><a:xfrm>{frame}</a:xfrm></p:spPr>"
    moved_title(parts, CONTENT, 200)
    edited(
        parts, CONTENT,
        lambda text: re.sub(
            r'(<p:ph idx="1"/></p:nvPr></p:nvSpPr>)<p:spPr/>', rf"\1{box}", text, count=1
        ),
    )  # fmt: skip
    theme = theme_of(packed(parts), tmp_path)
    assert theme.template.matches["content"].placeholders["content"].box.y > usual.y + 1_000_000
    assert theme.body.y < usual.y + 500_000
