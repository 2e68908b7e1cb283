"""Measuring: words are as wide as their font says, and lines break where PowerPoint breaks them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.ttLib.tables._g_l_y_f import Glyph

from smdeck.findings import Findings
from smdeck.fit import metrics, text_width
from smdeck.fit.families import known_as, ships
from smdeck.fit.measure import LINE_HEIGHT, SLACK, Typed, font_metrics, measured
from smdeck.fit.metrics import FontStyle, measured_with
from smdeck.model.text import Paragraph, Run
from smdeck.scene import Level, Style
from smdeck.theme import Theme
from smdeck.theme.resolving import compile_theme

# Advance widths of Arial in 1/1000 em, as its AFM file and every PDF with Helvetica metrics say.
ARIAL: dict[tuple[FontStyle, str], int] = {
    ("regular", "A"): 667, ("regular", "i"): 222, ("regular", "m"): 833, ("regular", " "): 278,
    ("regular", "W"): 944, ("regular", "ß"): 611, ("regular", "ä"): 556, ("regular", "–"): 556,
    ("regular", "„"): 333, ("regular", "0"): 556, ("bold", "A"): 722, ("bold", "m"): 889,
    ("bold", "i"): 278, ("italic", "A"): 667, ("bold-italic", "A"): 722,
}  # fmt: skip


@pytest.mark.parametrize(("style", "char"), ARIAL)
def test_arial_is_as_wide_as_its_own_tables_say(style: FontStyle, char: str) -> None:
    assert metrics("Arial", style).width(char) == pytest.approx(ARIAL[style, char] / 1000, abs=6e-4)


def test_a_word_is_as_wide_as_its_characters() -> None:
    arial = metrics("Arial", "regular")
    assert arial.width("Dialog") == pytest.approx(sum(map(arial.width, "Dialog")))
    assert arial.width("") == 0


@pytest.mark.parametrize("family", ["Arial", "Calibri", "Cambria", "Georgia", "Times New Roman"])
def test_the_safe_fonts_have_all_their_styles(family: str) -> None:
    assert ships(family)
    styles: tuple[FontStyle, ...] = ("regular", "bold", "italic", "bold-italic")
    widths = {metrics(family, style).width("Dialog „ÄÖÜäöüß“ – € 1234") for style in styles}
    assert len(widths) >= 2


def test_a_font_that_nobody_knows_is_taken_to_be_wider_than_arial() -> None:
    assert not known_as("Unbekannt Sans").exact
    wide, arial = metrics("Unbekannt Sans", "regular"), metrics("Arial", "regular")
    assert wide.width("Dialog") > 1.05 * arial.width("Dialog")


def test_a_character_that_a_font_lacks_is_taken_to_be_square() -> None:
    assert metrics("Arial", "regular").width("漢") == 1.0


def test_soft_hyphens_take_no_room() -> None:
    assert metrics("Arial", "regular").width("\u00ad\u200b") == 0


def test_words_that_are_drawn_are_kerned_as_arial_is() -> None:
    arial = metrics("Arial", "regular")
    assert arial.kerning("Text") == pytest.approx([-0.111, 0, 0, 0], abs=1e-3)
    assert metrics("Arial", "bold").kerning("Av A")[2] == pytest.approx(-0.037, abs=1e-3)
    assert metrics("Calibri", "italic").kerning("To")[0] < 0
    assert sum(metrics("Unbekannt Sans", "regular").kerning("Text")) == 0
    assert arial.kerning("") == []


def lines_of(
    theme: Theme, runs: Sequence[Run], width: float, level: Level | None = None
) -> list[str]:
    """Return the lines of runs in a width in em."""
    return [*Typed(Paragraph(tuple(runs)), theme, level or Level()).lines(width).lines]


def test_lines_break_at_spaces(theme: Theme) -> None:
    one = metrics("Arial", "regular").width("Aus Monologen")
    assert lines_of(theme, [Run("Aus Monologen werden dann Dialoge")], one + 0.01) == [
        "Aus Monologen", "werden dann", "Dialoge",
    ]  # fmt: skip


def test_the_space_at_the_end_of_a_line_needs_no_room(theme: Theme) -> None:
    exact = metrics("Arial", "regular").width("Aus Monologen") + 1e-6
    assert lines_of(theme, [Run("Aus Monologen werden")], exact)[0] == "Aus Monologen"


def test_the_spaces_between_words_need_room(theme: Theme) -> None:
    words, space = "Aus Monologen werden", metrics("Arial", "regular").width(" ")
    exact = metrics("Arial", "regular").width(words)
    assert lines_of(theme, [Run(words)], exact + 1e-6) == [words]
    assert lines_of(theme, [Run(words)], exact - space / 2) == ["Aus Monologen", "werden"]


@pytest.mark.parametrize("hyphen", ["-", "–", "—"])
def test_lines_break_after_hyphens_and_dashes(hyphen: str, theme: Theme) -> None:
    word = f"Social{hyphen}Media"
    width = metrics("Arial", "regular").width(f"Social{hyphen}") + 0.01
    assert lines_of(theme, [Run(word)], width) == [f"Social{hyphen}", "Media"]
    assert lines_of(theme, [Run(word)], 20) == [word]


def test_a_non_breaking_space_keeps_words_together(theme: Theme) -> None:
    width = metrics("Arial", "regular").width("in 20") + 0.01
    assert lines_of(theme, [Run("in 20\u00a0Minuten")], width) == ["in", "20\u00a0Minuten"]


def test_a_word_goes_through_runs_without_a_break(theme: Theme) -> None:
    runs = [Run("Das ist un"), Run("glaub", bold=True), Run("lich gut")]
    words = Typed(Paragraph(tuple(runs)), theme, Level()).words
    assert [word.text for word in words] == ["Das", "ist", "unglaublich", "gut"]
    width = (
        metrics("Arial", "regular").width("un")
        + metrics("Arial", "bold").width("glaub")
        + metrics("Arial", "regular").width("lich")
    )
    assert words[2].width == pytest.approx(width)


def test_a_hard_break_ends_a_line(theme: Theme) -> None:
    runs = [Run("eins"), Run("\n"), Run("zwei")]
    assert lines_of(theme, runs, 50) == ["eins", "zwei"]
    assert lines_of(theme, [Run("eins"), Run("\n"), Run("\n"), Run("zwei")], 50) == [
        "eins", "", "zwei",
    ]  # fmt: skip


def test_no_word_is_lost_or_moved(theme: Theme) -> None:
    text = "Marken – auch kleine – begegnen Kunden auf Augen- oder Ohrenhöhe, seit 2004."
    for width in (3, 5, 8, 13, 21, 80):
        lines = lines_of(theme, [Run(text)], width)
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_a_word_that_is_wider_than_its_line_is_named(theme: Theme) -> None:
    text = Typed(Paragraph((Run("die Menschheitsgeschichte"),)), theme, Level())
    assert text.lines(5).long_word == "Menschheitsgeschichte"
    assert text.lines(50).long_word is None


def test_bold_words_are_measured_bold(theme: Theme) -> None:
    regular = text_width("Dialog", 10, theme, Level())
    bold = text_width("Dialog", 10, theme, Level(bold=True))
    assert bold > regular
    assert regular == pytest.approx(10 * metrics("Arial", "regular").width("Dialog"))


def test_large_type_is_set_tighter(theme: Theme) -> None:
    assert theme.type.letter_spacing(31.9) == 0
    em = metrics("Arial", "regular").width("Dialog")
    assert text_width("Dialog", 40, theme, Level()) == pytest.approx(40 * (em - 6 * 0.02))


def test_the_height_is_that_of_the_lines_and_of_the_space_between_paragraphs(theme: Theme) -> None:
    paragraphs = [Paragraph((Run("eins"),)), Paragraph((Run("zwei"),), 1), Paragraph((Run("x"),))]
    levels = (Level(before=10, spacing=0.9), Level(before=4, left=20))
    style = Style(levels, ((20.0, 16.0),))
    texts = [Typed(p, theme, levels[p.level]) for p in paragraphs]
    result = measured(texts, style, (20.0, 16.0), 500, theme)
    assert result.lines == (("eins",), ("zwei",), ("x",))
    expected = LINE_HEIGHT * (20 * 0.9 + 16 + 20 * 0.9) + 4 + 10
    assert result.height == pytest.approx(expected)


def test_an_indented_level_has_less_room(theme: Theme) -> None:
    em = metrics("Arial", "regular").width("Aus Monologen")
    width = (10 * em + 0.1) / SLACK
    paragraph = Paragraph((Run("Aus Monologen"),))
    for left, lines in ((0, 1), (5, 2)):
        level = Level(left=left)
        text = [Typed(paragraph, theme, level)]
        style = Style((level,), ((10.0,),))
        assert len(measured(text, style, (10.0,), width, theme).lines[0]) == lines


def test_columns_are_filled_one_after_the_other(theme: Theme) -> None:
    paragraphs = [Paragraph((Run("Wort"),))] * 5
    style = Style((Level(),), ((10.0,),), columns=2, gap=20)
    texts = [Typed(p, theme, Level()) for p in paragraphs]
    result = measured(texts, style, (10.0,), 200, theme, column_height=36.5)
    assert result.column_heights == pytest.approx((36, 24))


def tiny_font(path: Path) -> None:
    """Write a font whose `a` is half an em wide and whose `b` is two em wide."""
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "space", "a", "b"])
    builder.setupCharacterMap({32: "space", 97: "a", 98: "b"})
    builder.setupGlyf({name: Glyph() for name in (".notdef", "space", "a", "b")})
    widths = {".notdef": 500, "space": 250, "a": 500, "b": 2000}
    builder.setupHorizontalMetrics({name: (width, 0) for name, width in widths.items()})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Hausschrift", "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=800, usWinAscent=800, usWinDescent=200)
    builder.setupPost()
    builder.addOpenTypeFeatures("feature kern { pos a b -125; pos [a b] 50 a 0; } kern;")
    builder.save(path)


def test_a_font_that_a_theme_brings_is_measured(
    theme: Theme, tmp_path: Path, repository: Path
) -> None:
    for file in (repository / "themes" / "vortrag").iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    tiny_font(tmp_path / "haus.ttf")
    brand = (tmp_path / "theme.yaml").read_text("utf-8")
    own = (
        "typography:\n  fonts:\n    - {family: Hausschrift, source: file, "
        "files: [{path: haus.ttf}]}\n  base: Hausschrift\n"
    )
    brand = brand.replace("typography:\n  base: Arial\n", own)
    (tmp_path / "theme.yaml").write_text(brand, "utf-8")
    findings = Findings()
    housed = compile_theme(tmp_path / "theme.yaml", findings)
    assert housed, "\n".join(map(str, findings))
    assert housed.fonts.body == "Hausschrift"
    assert text_width("ab a", 10, housed, Level()) == pytest.approx(10 * 3.25)
    assert text_width("ab", 10, theme, Level()) == pytest.approx(11.12, abs=0.01)
    assert lines_of(housed, [Run("ab a ab")], 3.3) == ["ab a", "ab"]
    kerned = font_metrics(housed, Level(), Run("abaa"))
    assert kerned.kerning("abaa") == [-0.125, 0.05, 0.05, 0]
    headed = text_width("ab", 10, housed, Level(font="heading"))
    assert headed == pytest.approx(11.12, abs=0.01)


TEMPLATES_NAME = (
    *("Aptos", "Segoe UI", "Calibri Light", "Helvetica", "Verdana", "Tahoma", "Trebuchet MS"),
    *(
        "Century Gothic",
        "Times New Roman",
        "Cambria",
        "Garamond",
        "Courier New",
        "Palatino Linotype",
    ),
)
WEB = ("Roboto", "Open Sans", "Montserrat", "Inter", "Poppins", "Lato", "Source Sans 3", "Raleway",
       "Nunito", "Playfair Display", "Rubik", "Ubuntu", "Merriweather", "PT Sans", "EB Garamond",
       "Barlow Condensed", "Jura", "Fira Code")  # fmt: skip


@pytest.mark.parametrize("family", TEMPLATES_NAME)
def test_fonts_that_templates_name_are_not_taken_to_be_wider_than_they_are(family: str) -> None:
    assert max(known_as(family).regular, known_as(family).bold) <= 1.05


@pytest.mark.parametrize("family", WEB)
def test_web_fonts_are_measured_with_their_own_widths(family: str) -> None:
    assert ships(family)
    assert measured_with(family) == f"measured with the widths of {family} itself"
    assert metrics(family, "bold").width("Vortrag") != metrics(family, "regular").width(
        "Vortrag"
    ) or ("Code" in family)


# In 1/1000 em, as the fonts' own tables have it (read from Windows, or where they are printed).
WIDTHS = {("Verdana", "n"): 633, ("Verdana", "0"): 636, ("Tahoma", "n"): 558, ("Tahoma", "0"): 546,
          ("Trebuchet MS", "n"): 547, ("Segoe UI", "0"): 539, ("Segoe UI", "n"): 565,
          ("Century Gothic", "o"): 655, ("Century Gothic", "0"): 554}  # fmt: skip


@pytest.mark.parametrize(("family", "char"), WIDTHS)
def test_widths_are_those_of_the_fonts(family: str, char: str) -> None:
    assert metrics(family, "regular").width(char) == pytest.approx(
        WIDTHS[family, char] / 1000, abs=2e-3
    )


@pytest.mark.parametrize(
    ("name", "family", "heavy"),
    [
        ("Calibri Light", "Calibri", False),
        ("Helvetica", "Arial", False),
        ("Source Sans Pro", "Source Sans 3", False),
        ("Source Sans Pro Light", "Source Sans 3", False),
        ("Montserrat SemiBold", "montserrat", True),
        ("Montserrat Extra Bold", "montserrat", True),
        ("Segoe UI Semibold", "segoe ui", True),
        ("Roboto Medium", "roboto", False),
        ("Open Sans Condensed Light", "Arial Narrow", False),
    ],
)
def test_a_weight_under_a_name_of_its_own_is_that_of_its_family(
    name: str, family: str, heavy: bool
) -> None:
    known = known_as(name)
    assert (known.family.casefold(), known.heavy) == (family.casefold(), heavy)
    if heavy:
        assert metrics(name, "regular") == metrics(family, "bold")


def test_a_font_without_a_bold_is_thickened() -> None:
    regular = metrics("Bebas Neue", "regular").width("Vortrag")
    assert 1.02 * regular < metrics("Bebas Neue", "bold").width("Vortrag") < 1.1 * regular


def test_italics_that_lack_are_as_the_upright() -> None:
    assert metrics("Lato", "bold-italic") == metrics("Lato", "bold")


def test_signs_of_a_font_that_is_not_known_are_measured_wider_than_its_letters() -> None:
    known, unknown = metrics("Arial", "regular"), metrics("Hausschrift", "regular")
    assert unknown.width("20 €") / known.width("20 €") > unknown["a"] / known["a"] > 1.2


@pytest.mark.parametrize(
    ("family", "like"),
    [("Hausschrift Mono", "Courier New"), ("Haus Condensed", "Arial Narrow"),
     ("Haus Slab", "Georgia"), ("Haus Baskerville", "Georgia"),
     ("Haus Sans Serif", "Arial"), ("Hausschrift", "Arial")],
)  # fmt: skip
def test_the_name_of_an_unknown_font_tells_its_kind(family: str, like: str) -> None:
    assert known_as(family).family == like
