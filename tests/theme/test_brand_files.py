"""Brand files: all that the standard allows is accepted, and is used or said not to be."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from picture_making import flat
from pptx import Presentation

import smdeck
from smdeck.findings import Finding, Findings
from smdeck.theme import Theme
from smdeck.theme.brand import UNUSED, USED
from smdeck.theme.fonts import first_family, weight_of
from smdeck.theme.resolving import compile_theme

BLUE = "color: {primary: '#1F4E79'}\n"


def theme_of(text: str, folder: Path) -> tuple[Theme, list[Finding]]:
    """Return the theme of a brand file, and its findings."""
    file = folder / "_brand.yml"
    file.write_text(text, "utf-8")
    findings = Findings()
    theme = compile_theme(file, findings)
    assert theme, [str(one) for one in findings]
    return theme, list(findings)


def not_used(findings: list[Finding]) -> list[str]:
    """Return the keys that a finding says are not used."""
    said = " ".join(one.message for one in findings if one.code == "not-used")
    return re.findall(r"`([^`]*)`", said)


ACCEPTED = {
    "a brand file with nothing in it": "meta: {}\n",
    "sections that are empty": "meta:\ncolor:\n  primary: '#1F4E79'\ntypography:\nlogo:\n",
    "empty keys of sections": BLUE + "typography:\n  base:\n  headings:\n",
    "headings without a family": BLUE + "typography: {base: Georgia, headings: {weight: 600}}\n",
    "a base without a family": BLUE + "typography: {base: {size: 16px}, headings: Georgia}\n",
    "code without a family": BLUE + "typography: {monospace: {size: 0.9em}}\n",
    "fonts by name alone": BLUE + "typography: {fonts: [Lato], base: Lato}\n",
    "the draft's names": "color: {with: {b: '#1F4E79'}, primary: b}\ntypography: {font: []}\n",
    "a colour for links": "color: {primary: '#1F4E79', link: '#1F4E79'}\n",
    "colours for dark tones alone": "color: {primary: '#1F4E79', foreground: {dark: white}}\n",
    "six digits without a sign": "color: {primary: 1F4E79}\n",
    "a notation of style sheets": "color: {primary: 'rgb(31 78 121 / 50%)'}\n",
    "another notation": "color: {primary: 'hsl(209deg 60% 30%)'}\n",
    "a colour with its opacity": "color: {primary: '#1F4E79FF'}\n",
    "all of meta": BLUE + "meta: {name: {full: F}, link: {home: 'https://a.example.com'}}\n",
    "settings for other tools": BLUE + "defaults: {bootstrap: {a: b}, quarto: {}}\n",
}  # fmt: skip


@pytest.mark.parametrize("case", ACCEPTED)
def test_what_the_standard_allows_is_accepted(case: str, tmp_path: Path) -> None:
    _, findings = theme_of(ACCEPTED[case], tmp_path)
    assert {one.code for one in findings} <= {"not-used"}


def test_every_key_that_is_not_used_is_named_once(tmp_path: Path) -> None:
    _, findings = theme_of(
        BLUE
        + "meta: {name: A, link: 'https://example.com', license: CC0}\n"
        + "typography:\n  fonts: [{family: Lato, weight: [400, 700]}, {family: A, weight: 400}]\n"
        + "  base: {family: Lato, size: 1rem, line-height: 1.5}\n  link: {decoration: underline}\n",
        tmp_path,
    )
    assert [one.code for one in findings] == ["not-used"]
    assert not_used(findings) == [
        *("meta.link", "meta.license", "typography.link.decoration", "typography.base.size"),
        *("typography.base.line-height", "typography.fonts.weight"),
    ]


def test_many_keys_that_are_not_used_are_counted(tmp_path: Path) -> None:
    keys = ", ".join(f"key{n}: a" for n in range(12))
    _, findings = theme_of(BLUE + f"meta: {{name: A, {keys}}}\n", tmp_path)
    assert "and 5 more keys" in findings[0].message


def test_a_deck_may_allow_it(tmp_path: Path) -> None:
    theme_of(BLUE + "meta: {name: A, link: 'https://example.com'}\n", tmp_path)
    deck = tmp_path / "deck.yaml"
    deck.write_text("title: T\ntheme: _brand.yml\nallow: [not-used]\nslides: [{layout: title}]\n")
    assert smdeck.check(deck) == []


def test_comments_of_a_brand_file_are_its_owner_s(tmp_path: Path) -> None:
    _, findings = theme_of(BLUE + "meta: {name: A} #Only for reports\n", tmp_path)
    assert findings == []


FAMILIES = {
    "'Noto Sans', Aptos, sans-serif": "Noto Sans",
    '"Open Sans"': "Open Sans",
    "system-ui, Lato": "Lato",
    "sans-serif": "Arial",
    "serif": "Georgia",
    "ui-monospace, monospace": "Courier New",
}


def test_the_first_font_of_a_list_is_taken() -> None:
    assert {listed: first_family(listed) for listed in FAMILIES} == FAMILIES


def test_weights_are_numbers_names_and_ranges() -> None:
    texts = ("600", "semi-bold", "Light", "600..900", "fett")
    assert [weight_of(text) for text in texts] == [600, 600, 300, 600, None]


def test_fonts_of_base_headings_and_code(tmp_path: Path) -> None:
    theme, _ = theme_of(
        BLUE + "typography:\n  base: \"'Noto Sans', Aptos\"\n  headings: {weight: 600}\n"
        "  monospace: {family: \"'Fira Code', monospace\"}\n",
        tmp_path,
    )
    assert (theme.fonts.body, theme.fonts.headings, theme.fonts.code) == (
        *("Noto Sans", "Noto Sans", "Fira Code"),
    )
    theme, _ = theme_of(BLUE + "typography: {base: {weight: 400}, headings: Georgia}\n", tmp_path)
    assert (theme.fonts.body, theme.fonts.headings) == ("Georgia", "Georgia")


@pytest.mark.parametrize(
    ("headings", "bold", "italic", "leading"),
    [
        ("{weight: 600, line-height: 1.2}", "bold", False, 1.0),
        ("{weight: light, style: italic}", "regular", True, 0.95),
        ("{weight: 500, line-height: 100%}", "regular", False, 0.83),
        ("{style: oblique, line-height: 1.8}", "bold", True, 1.1),
        ("{line-height: normal}", "bold", False, 0.95),
    ],
)
def test_weight_style_and_line_height_of_headings(
    headings: str, bold: str, italic: bool, leading: float, tmp_path: Path
) -> None:
    theme, _ = theme_of(BLUE + f"typography: {{headings: {headings}}}\n", tmp_path)
    look = theme.look
    assert (look.headings, look.italic, look.leading) == (bold, italic, leading)


def test_a_weight_that_office_has_a_font_of_is_that_font(tmp_path: Path) -> None:
    theme, _ = theme_of(
        BLUE + "typography: {base: {family: Segoe UI, weight: light}, headings: {weight: 600}}\n",
        tmp_path,
    )
    assert (theme.fonts.body, theme.fonts.headings) == ("Segoe UI Light", "Segoe UI Semibold")
    assert theme.look.headings == "regular"  # it is as bold as it is to be by itself


def test_italic_headings_are_italic_in_their_layouts(tmp_path: Path) -> None:
    theme_of(BLUE + "typography: {headings: {style: italic}}\n", tmp_path)
    deck = tmp_path / "deck.yaml"
    cards = "[{title: eins, text: das Erste}, {title: zwei, text: das Zweite}]"
    deck.write_text(
        f"title: T\ntheme: _brand.yml\nslides: [{{layout: cards, title: A, items: {cards}}}]\n"
    )
    slide = Presentation(str(smdeck.build(deck).path)).slides[0]
    levels = {}
    for shape in slide.placeholders:
        (base,) = [
            one
            for one in slide.slide_layout.placeholders
            if one.placeholder_format.idx == shape.placeholder_format.idx
        ]
        for paragraph in shape.text_frame.paragraphs:
            level = f".//a:lvl{paragraph.level + 1}pPr/a:defRPr/@i"
            levels[paragraph.text] = base._element.xpath(level)
    assert levels["A"] == levels["eins"] == levels["zwei"] == ["1"]
    assert levels["das Erste"] == levels["das Zweite"] == []


def save_logo(file: Path) -> None:
    """Write a dark picture on a clear background."""
    file.parent.mkdir(parents=True, exist_ok=True)
    flat().save(data := io.BytesIO(), "PNG")
    file.write_bytes(data.getvalue())


@pytest.mark.parametrize("folder", [".", "slides", "a/b"])
def test_a_logo_is_named_from_the_project_s_root(folder: str, tmp_path: Path) -> None:
    save_logo(tmp_path / "bilder" / "logo.png")
    (tmp_path / "_quarto.yml").write_text("project: {type: website}\n")
    (tmp_path / folder).mkdir(parents=True, exist_ok=True)
    theme, findings = theme_of(BLUE + "logo: /bilder/logo.png\n", tmp_path / folder)
    assert findings == []
    assert theme.branding.logos["light"].file.resolve() == tmp_path / "bilder" / "logo.png"


def test_outside_of_the_project_no_logo_is_looked_for(tmp_path: Path) -> None:
    save_logo(tmp_path / "logo.png")
    project = tmp_path / "projekt"
    project.mkdir()
    (project / "_quarto.yml").write_text("{}\n")
    theme, findings = theme_of(BLUE + "logo: /logo.png\n", project)
    assert [one.code for one in findings] == ["missing-file"]
    assert theme.branding.logos == {}


LOGOS = {
    "a name": "logo: a.png",
    "by size": "logo: {small: a.png}",
    "a name of images": "logo: {images: {x: a.png}, medium: x}",
    "images with words": "logo: {images: {x: {path: a.png, alt: A}}, medium: {light: x, dark: x}}",
    "images alone": "logo: {images: {weg: weg.png, x: a.png}}",
    "tones without a size": "logo: {light: a.png, dark: a.png}",
    "the first that is there": "logo: {medium: weg.png, large: a.png}",
    "one for dark tones": "logo: {medium: {dark: a.png}}",
}


@pytest.mark.parametrize("case", LOGOS)
def test_a_logo_is_found_however_it_is_named(case: str, tmp_path: Path) -> None:
    save_logo(tmp_path / "a.png")
    theme, findings = theme_of(BLUE + LOGOS[case] + "\n", tmp_path)
    assert {one.code for one in findings} <= {"not-used"}
    assert {name: logo.file.name for name, logo in theme.branding.logos.items()} == {
        "light": "a.png",
        "dark": "a.png",
    }


def test_files_that_can_t_be_used_are_left_out_with_a_warning(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(b"kein Bild")
    (tmp_path / "a.woff2").write_bytes(b"wOF2" + b"\0" * 60)
    theme, findings = theme_of(
        BLUE + "logo: logo.png\ntypography:\n  base: A\n"
        "  fonts: [{family: A, source: file, files: [a.woff2, https://example.com/b.ttf]}]\n",
        tmp_path,
    )
    assert {one.severity for one in findings} == {"warning"}
    assert {one.code for one in findings} == {"wrong-file", "not-fetched"}
    assert theme.branding.logos == {}
    assert theme.fonts.files == {}


def test_a_colour_that_none_can_tell_is_left_out_and_a_mistyped_name_is_an_error(
    tmp_path: Path,
) -> None:
    theme, findings = theme_of(
        "color: {palette: {a: '#1F4E79', b: 'linear-gradient(red, blue)'}, primary: a}\n", tmp_path
    )
    assert [one.code for one in findings] == ["wrong-color"]
    assert "b" not in theme.colors.palette
    (tmp_path / "_brand.yml").write_text("color: {palette: {blau: '#1F4E79'}, primary: blua}\n")
    problems = Findings()
    assert compile_theme(tmp_path / "_brand.yml", problems) is None
    assert [one.code for one in problems.errors] == ["wrong-color"]


def test_the_page_on_themes_says_of_every_key_what_is_done_with_it(repository: Path) -> None:
    page = (repository / "docs" / "themes.md").read_text("utf-8")
    table = page[page.index("## What is used of a brand.yml") :]
    table = table[: table.index("\n## ", 5)]
    told = set(re.findall(r"`([\w.-]+)`", "".join(re.findall(r"^\|.*?\|", table, re.M))))
    asked = set()
    for section, names in [*USED.items(), *UNUSED.items()]:
        for name in names:
            path = f"{section}.{name}".lstrip(".")
            if path not in USED and path not in ("extends", "defaults"):
                asked.add(path)
    assert asked - told == set()
