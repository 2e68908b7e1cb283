"""The colours of a brand: shown as they are, never bent and never invented."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from company import parts_of

import smdeck
from smdeck.findings import Findings
from smdeck.reference import theme_page
from smdeck.theme import Theme
from smdeck.theme.color import RGB, contrast, css_color, shade_of
from smdeck.theme.color_blindness import difference
from smdeck.theme.resolving import compile_theme

pytestmark = pytest.mark.slow

BRANDS = tuple(sorted((Path(__file__).parents[1] / "brands").glob("*.yml")))
TONES = ("light", "dark", "brand", "accent")
STATUS = ("success", "info", "warning", "danger")

COLORS = {
    "a blue that white can just be read on": "primary: '#0071DC'",
    "a grey secondary and a green status": (
        "primary: '#005EB8', secondary: '#707073', success: '#0F7D28'"
    ),
    "a secondary that is the text": (
        "primary: '#005EB8', foreground: '#041E42', secondary: '#041E42'"
    ),
    "an orange that only dark words can be read on": "primary: '#F39200'",
    "a red between white and black": "primary: '#E5484D', foreground: '#222222'",
    "a yellow": "primary: '#FFD500', secondary: '#1D1D1B'",
    "black": "primary: '#000000'",
    "a grey with words in a colour": "primary: '#6E6E6E', foreground: '#3A1248'",
    "black and white": "primary: black, secondary: white, foreground: black, background: white",
    "grey words": "primary: '#8A1538', foreground: '#6B6B6B'",
    "a pale secondary": "primary: '#1F4E79', secondary: '#E4E4E4'",
    "a dark background": "background: '#101820', foreground: '#F2F2F2', primary: '#FEE715'",
    "warm paper": "background: '#FFF1E5', foreground: '#33302E', primary: '#0F5499'",
    "much of everything": (
        "palette: {rot: '#E30613', gelb: '#FFD400', blau: '#009FE3', gruen: '#3AAA35'},"
        " primary: rot, secondary: blau, tertiary: gelb, success: gruen, danger: rot"
    ),
    "light and dark": (
        "foreground: {light: '#20242A', dark: '#F2F4F7'}, primary: {light: '#B3261E', dark:"
        " '#FF8A80'}, background: {light: '#FDFCFA', dark: '#14181F'}"
    ),
}


def compiled(file: Path) -> Theme:
    """Return the theme of a brand file."""
    findings = Findings()
    theme = compile_theme(file, findings)
    assert theme, [str(one) for one in findings]
    return theme


@pytest.fixture(params=COLORS)
def theme(request: pytest.FixtureRequest, tmp_path: Path) -> Theme:
    """The theme of each of the brands above."""
    return theme_of(COLORS[request.param], tmp_path)


def theme_of(colors: str, folder: Path) -> Theme:
    """Return the theme of some colours."""
    (folder / "_brand.yml").write_text(f"color: {{{colors}}}\n", "utf-8")
    return compiled(folder / "_brand.yml")


def test_first_and_second_colour_words_and_background_are_those_of_the_brand(theme: Theme) -> None:
    asked = {
        "foreground": "dk1", "background": "lt1", "primary": "accent1", "secondary": "accent2",
    }  # fmt: skip
    if theme.colors.base == "dark":
        asked |= {"foreground": "lt1", "background": "dk1"}
    for name, slot in asked.items():
        given = theme.colors.palette.get(name)
        if given and (name != "secondary" or given not in theme.colors.slots.values()):
            assert theme.colors.slots[slot] == given, name  # type: ignore[index]


def test_every_other_colour_is_the_brand_s_or_a_tint_or_shade_of_it(theme: Theme) -> None:
    """The only others are the words and the background of a brand that names none, and backgrounds
    in that one's own hue with a touch of the first colour."""
    own = set(theme.colors.palette.values())
    for slot, color in theme.colors.slots.items():
        neutral = max(color) - min(color) <= 12
        of_brand = any(shade_of(color, base) for base in own)
        assert color in own or neutral or of_brand or slot == "lt2", (slot, color)


def test_a_status_decorates_nothing(theme: Theme) -> None:
    status = {theme.colors.palette[name] for name in STATUS if name in theme.colors.palette}
    semantic = {theme.colors.palette.get(name) for name in ("primary", "secondary", "tertiary")}
    assert not (status - semantic) & set(theme.colors.slots.values())


def test_the_backgrounds_of_titles_and_sections_are_the_brand_s_colours(theme: Theme) -> None:
    assert theme.rgb("ground", "brand") == theme.colors.palette["primary"]
    second = theme.colors.palette.get("secondary")
    paper = theme.rgb("ground", "light")
    if second and contrast(second, paper) > 1.1:
        assert theme.rgb("ground", "accent") == second


def test_words_can_be_read_in_each_tone(theme: Theme) -> None:
    for tone in TONES:
        background = theme.rgb("ground", tone)
        assert contrast(theme.rgb("text", tone), background) >= 4.5, tone
        assert contrast(theme.rgb("muted", tone), background) >= 4.5, tone
        assert contrast(theme.rgb("accent", tone), background) >= 3, tone
        on_brand = theme.rgb("inverse", tone, theme.rgb("brand", tone))
        assert contrast(on_brand, theme.rgb("brand", tone)) >= 4.5, tone
        assert contrast(theme.rgb("inverse", tone), theme.rgb("highlight", tone)) >= 3, tone


def test_large_shapes_on_light_slides_are_the_first_colour_as_it_is(theme: Theme) -> None:
    primary, paper = theme.colors.palette["primary"], theme.rgb("ground", "light")
    if contrast(primary, paper) >= 1.3 and max(primary) - min(primary) > 51:
        assert theme.rgb("brand", "light") == primary


def test_words_that_stand_out_differ_from_the_others_or_are_bold(theme: Theme) -> None:
    accent, text = theme.rgb("accent", theme.colors.base), theme.rgb("text", theme.colors.base)
    assert difference(accent, text) >= 14 or theme.look.headings == "regular"


def test_the_first_series_of_a_chart_is_the_first_colour_where_it_is_seen(theme: Theme) -> None:
    primary, paper = theme.colors.palette["primary"], theme.rgb("ground", "light")
    if contrast(primary, paper) >= 3:
        assert theme.rgb("series_1", "light") == primary


def test_a_talk_in_each_passes_its_own_rules(theme: Theme, tmp_path: Path) -> None:
    deck = tmp_path / "deck.yaml"
    deck.write_text(
        "title: T\ntheme: _brand.yml\nspeaker: Wer\nslides:\n  - layout: title\n"
        "  - {layout: section, title: Ein **Teil**}\n"
        "  - {title: A **b**, items: ['Eins **zwei** [drei](https://example.com)', b, c]}\n"
        "  - {layout: cards, title: C, items: [{title: a, icon: rocket}, {title: b},"
        " {title: c, featured: true}]}\n"
        "  - {layout: process, title: P, items: [a, b, c, d]}\n"
        "  - {layout: chart, title: D, source: S, type: column, data: {categories: [a, b],"
        " series: {x: [1, 2], y: [2, 3]}}}\n"
        "  - {layout: table, title: E, source: S, columns: [a, b], rows: [['**c**', d], [e, f]]}\n"
        "  - {layout: quote, quote: Zitat mit **Gewicht**, by: Wer}\n"
        "  - {layout: statement, title: 'Es ist ein **Gespräch**', tone: dark}\n"
        "  - {layout: contact, title: Bis bald, url: 'https://example.com'}\n",
        "utf-8",
    )
    findings = smdeck.build(deck).findings
    assert [str(one) for one in findings] == []


@pytest.mark.parametrize("brand", BRANDS, ids=lambda file: file.stem)
def test_the_colours_of_the_theme_part_are_those_of_the_file(brand: Path, tmp_path: Path) -> None:
    theme = compiled(brand)
    deck = tmp_path / "deck.yaml"
    deck.write_text(f"title: T\ntheme: {brand.as_posix()}\nslides: [{{layout: title}}]\n")
    part = parts_of(smdeck.build(deck).path)["ppt/theme/theme1.xml"].decode()
    scheme = part[part.index("<a:clrScheme") : part.index("</a:clrScheme>")]
    written = {_rgb(f"#{digits}") for digits in re.findall(r'srgbClr val="(\w{6})"', scheme)}
    text = brand.read_text("utf-8")
    for name in ("primary", "secondary", "foreground", "background"):
        if re.search(rf"^  {name}:", text, re.M):
            assert theme.colors.palette[name] in written, name


def _rgb(text: str) -> RGB:
    color = css_color(text)
    assert color
    return color


def test_headings_and_links_have_their_colours_where_they_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "_brand.yml").write_text(
        "color: {primary: '#1F4E79', link: '#B3261E'}\n"
        "typography: {headings: {color: {light: '#C2410C', dark: '#FDBA74'}}}\n"
    )
    theme = compiled(tmp_path / "_brand.yml")
    assert theme.colors.slots["hlink"] == (0xB3, 0x26, 0x1E)
    assert theme.rgb("heading", "light") == (0xC2, 0x41, 0x0C)
    assert theme.rgb("heading", "dark") == (0xFD, 0xBA, 0x74)
    assert theme.rgb("text", "light") != theme.rgb("heading", "light")
    (tmp_path / "_brand.yml").write_text(
        "color: {primary: '#1F4E79', link: '#FFD500'}\ntypography: {headings: {color: '#FFD500'}}\n"
    )
    theme = compiled(tmp_path / "_brand.yml")
    assert theme.rgb("heading", "light") == theme.rgb("text", "light")
    assert theme.colors.slots["hlink"] == (0x1F, 0x4E, 0x79)


def test_the_page_of_a_theme_says_where_each_colour_is_from(tmp_path: Path) -> None:
    page = theme_page(theme_of("palette: {blau: '#005EB8'}, primary: blau", tmp_path))
    assert "accent1         #005EB8  given: blau, primary" in page
    assert "derived: a shade of primary" in page
    assert "lt1             #FFFFFF  derived: the theme names no `background`" in page
