"""Templates: a company's own file is read, matched and used as a theme."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from company import company, packed, parts_of

from smdeck.findings import Findings
from smdeck.scene import Role
from smdeck.theme.color import contrast
from smdeck.theme.lookup import find_theme
from smdeck.theme.template.theme import TemplateTheme


def theme_of(data: bytes, folder: Path) -> TemplateTheme:
    """Return the theme that a template is."""
    (folder / "firma.potx").write_bytes(data)
    findings = Findings()
    theme = find_theme("firma.potx", folder, findings)
    assert not findings.in_order()
    assert isinstance(theme, TemplateTheme)
    return theme


def test_layouts_are_matched_by_their_placeholders_and_not_by_names(tmp_path: Path) -> None:
    theme = theme_of(company(picture=True), tmp_path)
    served = {part: match.layout.name for part, match in theme.template.matches.items()}
    assert served == {
        "title": "Titelfolie",
        "section": "Zwischentitel",
        "content": "Titel und Inhalt",
        "headed two": "Gegenüberstellung",
        "picture": "Text und Bild",
        "plain": "Nur Titel",
    }


@pytest.mark.parametrize("size", [(960, 540), (720, 405), (720, 450), (720, 540), (794, 446)])
def test_any_size_of_slide_is_drawn_on_a_canvas_that_type_is_made_for(
    size: tuple[float, float], tmp_path: Path
) -> None:
    theme = theme_of(company(size=size), tmp_path)
    width, height = theme.width / 12_700, theme.height / 12_700
    assert min(width / 720, height / 540) == pytest.approx(1, abs=0.001)
    assert width / height == pytest.approx(size[0] / size[1], abs=0.01)
    assert theme.enlarged == pytest.approx(size[1] / height, abs=0.001)
    sizes = [size * theme.enlarged for size in theme.type.scale]
    assert all(size * 2 == pytest.approx(round(size * 2)) for size in sizes)


def test_sizes_and_bullets_are_those_that_placeholders_inherit(tmp_path: Path) -> None:
    theme = theme_of(company(), tmp_path)
    content = theme.template.matches["content"].placeholders["content"]
    assert content.style
    assert content.style.sizes[0] == (32, 28, 24, 20, 20)
    assert [level.bullet for level in content.style.levels[:2]] == ["•", "–"]
    assert content.style.insets == pytest.approx((7.2, 3.6, 7.2, 3.6))
    section = theme.template.matches["section"].placeholders["title"]
    assert section.style
    assert section.style.levels[0].capitals
    assert section.style.levels[0].bold


def test_a_ladder_of_sizes_leads_down_from_the_inherited_one(tmp_path: Path) -> None:
    content = theme_of(company(), tmp_path).template.matches["content"].placeholders["content"]
    assert content.style
    firsts = [sizes[0] for sizes in content.style.sizes]
    assert firsts == sorted(set(firsts), reverse=True)
    assert firsts[0] == 32
    assert firsts[-1] == 16
    assert all(size == int(size) for sizes in content.style.sizes for size in sizes)


def test_every_role_can_be_read_in_every_tone(tmp_path: Path) -> None:
    theme = theme_of(company(masters=2), tmp_path)
    for layout in theme.template.layouts:
        for asked in ("light", "dark", "brand", "accent"):
            tone = theme.tone_on(layout, asked)
            background = theme.rgb("ground", tone)
            words: tuple[Role, ...] = ("text", "muted", "accent")
            for role in words:
                assert contrast(theme.rgb(role, tone), background) >= 4.5, (
                    layout.name,
                    asked,
                    role,
                )
            shapes: tuple[Role, ...] = ("brand", "highlight")
            for role in shapes:
                behind = theme.rgb(role, tone)
                assert contrast(theme.rgb("inverse", tone), behind) >= 3, (layout.name, asked, role)


def test_a_tone_is_changed_where_no_picture_is_in_its_way(tmp_path: Path) -> None:
    theme = theme_of(company(), tmp_path)
    plain = theme.template.plain
    light, dark = theme.tone_on(plain, "light"), theme.tone_on(plain, "dark")
    assert theme.rgb("ground", light) == (255, 255, 255)
    assert theme.rgb("ground", dark) == (0x1B, 0x2A, 0x41)
    assert 'bg1="dk2"' in theme.color_maps[dark]


def test_content_stands_where_the_samples_have_it(tmp_path: Path) -> None:
    theme = theme_of(company(masters=2, samples=4), tmp_path)
    assert theme.template.plain.master == "ppt/slideMasters/slideMaster1.xml"


@pytest.mark.slow
def test_a_zip_that_unpacks_to_too_much_is_refused_before_it_does(tmp_path: Path) -> None:
    with (
        zipfile.ZipFile(tmp_path / "bombe.potx", "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("ppt/media/null.bin", "w", force_zip64=True) as member,
    ):
        for _ in range(600):
            member.write(bytes(2**20))
    findings = Findings()
    assert find_theme("bombe.potx", tmp_path, findings) is None
    assert [(found.code, found.message) for found in findings] == [
        ("unusable-template", "`bombe.potx` unpacks to 600 megabytes")
    ]


def damaged(data: bytes, part: str, content: bytes) -> bytes:
    """Return a template with another content of a part."""
    parts = parts_of(io.BytesIO(data))
    assert part in parts
    return packed({**parts, part: content})


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("ppt/presentation.xml", b"<p:presentation"),
        ("ppt/presentation.xml", b"<presentation/>"),
        ("ppt/slideMasters/slideMaster1.xml", b"no XML"),
        ("ppt/slideLayouts/slideLayout1.xml", b"<a/>"),
        ("ppt/theme/theme1.xml", b"<a/>"),
        ("ppt/_rels/presentation.xml.rels", b"<a>"),
        ("[Content_Types].xml", b""),
    ],
)
def test_a_damaged_template_is_a_finding(part: str, content: bytes, tmp_path: Path) -> None:
    (tmp_path / "firma.potx").write_bytes(damaged(company(), part, content))
    findings = Findings()
    assert find_theme("firma.potx", tmp_path, findings) is None
    assert [found.code for found in findings] == ["unusable-template"]


def test_every_bit_that_a_layout_says_is_bounded(tmp_path: Path) -> None:
    data = company()
    layout = parts_of(io.BytesIO(data))["ppt/slideLayouts/slideLayout1.xml"]
    odd = layout.replace(b'cx="', b'cx="x').replace(b'idx="1"', b'idx="eins"')
    (tmp_path / "firma.potx").write_bytes(damaged(data, "ppt/slideLayouts/slideLayout1.xml", odd))
    findings = Findings()
    assert find_theme("firma.potx", tmp_path, findings) is None
    assert [found.code for found in findings] == ["unusable-template"]


def test_words_in_another_tone_get_an_ink_where_tx1_can_t_be_read(tmp_path: Path) -> None:
    parts = parts_of(io.BytesIO(company()))
    master = parts["ppt/slideMasters/slideMaster1.xml"].decode()
    start, end = master.index("<p:bg>"), master.index("</p:bg>") + len("</p:bg>")
    dark = (
        '<p:bg><p:bgPr><a:solidFill><a:srgbClr val="101820"/></a:solidFill><a:effectLst/>'
        "</p:bgPr></p:bg>"
    )
    data = packed(
        {
            **parts,
            "ppt/slideMasters/slideMaster1.xml": (master[:start] + dark + master[end:]).encode(),
        }
    )
    theme = theme_of(data, tmp_path)
    assert theme.text_color("light") == "lt1"
    assert theme.paint("text", "light").slot == "lt1"
    assert contrast(theme.rgb("ground", "light"), (255, 255, 255)) > 7
    placeholder = theme.template.matches["content"].placeholders["content"]
    layout = theme.template.matches["content"].layout
    assert theme.template.readable(layout, placeholder).text_color == "lt1"
